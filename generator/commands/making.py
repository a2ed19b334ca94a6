"""``dvk check``, ``build`` and ``serve``: from content to a site."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from generator import build as story
from generator.adapters import report
from generator.commands.options import CONFIG, CONTENT, SITE, STRICT, fails, show_problems
from generator.commands.words import VietnameseCommand
from generator.core.vietnamese import number
from generator.far_press import Machines
from generator.making import Progress


@click.command(cls=VietnameseCommand)
@CONFIG
@CONTENT
@STRICT
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "gitlab", "json"]),
    default="text",
    help="Cách in: text cho người đọc; github, gitlab cho nơi đặt kho; json cho máy.",
)
@click.option("--fix", is_flag=True, help="Sửa những chỗ sửa được chắc chắn, rồi kiểm tra lại.")
@click.option("--dry-run", is_flag=True, help="Chỉ cho xem --fix sẽ sửa gì, không ghi.")
def check(
    config_file: Path, content: Path | None, strict: bool, form: str, fix: bool, dry_run: bool
) -> None:
    """Kiểm tra mọi mục, báo mọi lỗi cùng lúc."""
    prepared = story.prepare(config_file, content)
    if dry_run or fix:
        from generator.commands import mending  # only here; a build needs nothing of it

        if dry_run:
            sys.exit(1 if mending.show_repairs(prepared, sys.stdout) else 0)
        if mending.repair(prepared, sys.stdout if form == "text" else sys.stderr):
            prepared = story.prepare(config_file, content)
    checked = prepared.checked
    if form == "json":
        click.echo(report.as_json(checked.problems))
    elif form == "gitlab":
        click.echo(report.as_gitlab(checked.problems))
    elif form == "github":
        click.echo(report.as_github(checked.problems), nl=bool(checked.problems))
    else:
        show_problems(prepared)
    sys.exit(1 if fails(prepared, strict) else 0)


@click.command(cls=VietnameseCommand)
@CONFIG
@CONTENT
@SITE
@STRICT
@click.option(
    "--processes",
    type=click.IntRange(0, 64),
    default=0,
    metavar="SỐ",
    help="Số tiến trình làm cùng lúc (mặc định: bằng số nhân của máy).",
)
@click.option("--clean", is_flag=True, help="Dựng lại mọi trang, không dùng gì của lần trước.")
@click.option(
    "--scheduler",
    metavar="tcp://MÁY:CỔNG",
    help="Để nhiều máy cùng vẽ trang: địa chỉ của “dask scheduler”.",
)
@click.option(
    "--shared",
    metavar="THƯ_MỤC",
    help="Cùng với --scheduler: thư mục mọi máy đều đọc và ghi được, để chuyển trang qua đó.",
)
def build(
    config_file: Path,
    content: Path | None,
    site_dir: Path | None,
    strict: bool,
    processes: int,
    clean: bool,
    scheduler: str | None,
    shared: str | None,
) -> None:
    """Kiểm tra rồi dựng trang; trang cũ giữ nguyên cho đến khi trang mới xong."""
    if shared and not scheduler:
        click.echo("Lỗi: --shared chỉ dùng cùng với --scheduler.", err=True)
        sys.exit(2)
    gc.disable()  # it would look again and again through millions of values that all stay
    started = time.monotonic()
    machines = Machines(scheduler, shared) if scheduler else None
    prepared = story.prepare(config_file, content, site_dir, processes, clean, to_build=True)
    prepared = replace(prepared, machines=machines)
    if prepared.checked.problems:
        show_problems(prepared, to_stderr=True)
    if fails(prepared, strict):
        click.echo("Chưa dựng: hãy sửa các lỗi trên. Trang cũ vẫn giữ nguyên.", err=True)
        sys.exit(1)
    with _progress() as progress:
        built = story.build(prepared, progress)
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    click.echo(
        f"Đã dựng {number(built.models)} mô hình, {number(built.plans)} kế hoạch, "
        f"{number(built.files)} tệp vào {prepared.settings.site_dir.name}/ trong {seconds} giây."
    )


@click.command(cls=VietnameseCommand)
@CONFIG
@CONTENT
@click.option(
    "--host", default="127.0.0.1", metavar="ĐỊA_CHỈ", help="Địa chỉ nghe (mặc định: chỉ máy này)."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar="SỐ",
    help="Cổng (mặc định: 8000).",
)
def serve(config_file: Path, content: Path | None, host: str, port: int) -> None:
    """Xem thử trên máy này; sửa tệp nào là trang tự dựng lại."""
    from generator.server import serve as serve_site  # only this command needs a server

    serve_site(config_file, content, host, port, click.echo)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar for whoever watches; nothing where nobody does."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Đang vẽ các trang", file=sys.stderr) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield show

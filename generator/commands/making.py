"""``dvk check``, ``build`` and ``serve``: from content to a site."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from pathlib import Path

import click

from generator import build as story
from generator.adapters import report
from generator.commands.mending import repair, show_repairs
from generator.commands.options import CONFIG, CONTENT, SITE, STRICT, fails, show_problems
from generator.commands.words import VietnameseCommand
from generator.core.vietnamese import number
from generator.edition import Output
from generator.server import serve as serve_site


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
    if dry_run:
        sys.exit(1 if show_repairs(prepared, sys.stdout) else 0)
    if fix and repair(prepared, sys.stdout if form == "text" else sys.stderr):
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
def build(config_file: Path, content: Path | None, site_dir: Path | None, strict: bool) -> None:
    """Kiểm tra rồi dựng trang; trang cũ giữ nguyên cho đến khi trang mới xong."""
    started = time.monotonic()
    prepared = story.prepare(config_file, content, site_dir)
    if prepared.checked.problems:
        show_problems(prepared, to_stderr=True)
    if fails(prepared, strict):
        click.echo("Chưa dựng: hãy sửa các lỗi trên. Trang cũ vẫn giữ nguyên.", err=True)
        sys.exit(1)
    built = story.build(prepared, _watched if sys.stderr.isatty() else None)
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
    serve_site(config_file, content, host, port, click.echo)


def _watched(files: Iterable[Output], count: int) -> Iterable[Output]:
    with click.progressbar(files, length=count, label="Đang dựng", file=sys.stderr) as bar:
        yield from bar

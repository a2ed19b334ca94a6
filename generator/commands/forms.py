"""``dvk export`` and ``dvk import``: the official form, out of the collection and into it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from generator import build as story
from generator import office_forms
from generator.adapters import report
from generator.commands.options import CONFIG, CONTENT
from generator.commands.words import VietnameseCommand, VietnameseGroup
from generator.core.dates import FIRST_YEAR, LAST_YEAR
from generator.core.problems import Problem
from generator.core.vietnamese import number
from generator.office_forms import FormError, Given

_SHOWN = 10
"""So many new files are named one by one."""

_YEAR_TYPE = click.IntRange(FIRST_YEAR, LAST_YEAR)


def _plan(**more: Any) -> Callable[[Any], Any]:
    return click.option(
        "--plan",
        metavar="TÊN_TỆP",
        help="Tên tệp (không đuôi) của kế hoạch trong content/plans/.",
        **more,
    )


def _output(command: Any) -> Any:
    out = click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        required=True,
        metavar="TỆP",
        help="Tệp sẽ ghi, đuôi .xlsx hoặc .docx.",
    )
    force = click.option("--force", is_flag=True, help="Ghi đè nếu tệp ấy đã có.")
    return out(force(command))


@click.group(cls=VietnameseGroup)
def export() -> None:
    """Xuất biểu mẫu đăng ký, bảng tổng hợp ra Excel hoặc Word."""


@export.command()
@_plan(required=True)
@click.option("--year", type=_YEAR_TYPE, required=True, metavar="NĂM", help="Năm đăng ký.")
@click.option("--unit", default="", metavar="TÊN", help="Chỉ lấy mô hình của đơn vị này.")
@_output
@CONFIG
@CONTENT
def form(
    plan: str,
    year: int,
    unit: str,
    output: Path,
    force: bool,
    config_file: Path,
    content: Path | None,
) -> None:
    """Biểu mẫu đăng ký chính thức; chưa có mô hình nào thì là mẫu trống."""
    prepared = story.look_at(config_file, content)
    with _telling():
        paper = office_forms.registration_form(prepared, plan, year, unit.strip())
        office_forms.save(paper, output, force)
    click.echo(f"Đã ghi biểu mẫu đăng ký năm {year} vào {output}.")


@export.command(name="report")
@_plan(default="")
@click.option("--all", "everything", is_flag=True, help="Tính mọi mô hình, không riêng kế hoạch.")
@click.option("--year", type=_YEAR_TYPE, required=True, metavar="NĂM", help="Năm tổng hợp.")
@_output
@CONFIG
@CONTENT
def yearly_report(
    plan: str,
    everything: bool,
    year: int,
    output: Path,
    force: bool,
    config_file: Path,
    content: Path | None,
) -> None:
    """Bảng tổng hợp năm theo lĩnh vực, hình thức, xây dựng mới, nhân rộng, cấp công nhận."""
    if bool(plan) == everything:
        raise click.ClickException("dùng một trong hai: --plan TÊN_TỆP, hoặc --all.")
    prepared = story.look_at(config_file, content)
    with _telling():
        office_forms.save(office_forms.yearly_report(prepared, plan, year), output, force)
    click.echo(f"Đã ghi bảng tổng hợp năm {year} vào {output}.")


@click.command(cls=VietnameseCommand, name="import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="TỆP")
@_plan(default="")
@click.option("--year", type=_YEAR_TYPE, metavar="NĂM", help="Năm đăng ký, khi bảng không ghi.")
@click.option("--unit", default="", metavar="TÊN", help="Tên đơn vị, thay cho tên ghi trong bảng.")
@click.option(
    "--place",
    default="",
    metavar="NƠI",
    help='Địa bàn chung của cả bảng: "tỉnh; huyện …; xã …".',
)
@click.option(
    "--consent", is_flag=True, help="Đã có văn bản đồng ý của mọi cá nhân nêu tên trong bảng."
)
@click.option("--partial", is_flag=True, help="Vẫn ghi những dòng đúng khi có dòng sai.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ có gì, không ghi tệp nào.")
@CONFIG
@CONTENT
def import_form(
    file: Path,
    partial: bool,
    dry_run: bool,
    config_file: Path,
    content: Path | None,
    **given: Any,
) -> None:
    """Nhập một bảng đăng ký đã điền (.xlsx, .docx): mỗi dòng thành một mục mới."""
    prepared = story.look_at(config_file, content)
    with _telling():
        intake = office_forms.take_in(prepared, file, Given(**given))
    _show(intake.problems)
    writes = not dry_run and (partial or not intake.failed)
    if writes:
        office_forms.keep(intake.entries)
    click.echo(_outcome(intake, writes, dry_run), nl=False)
    _list(intake.entries if writes or dry_run else (), prepared.settings.root)
    sys.exit(1 if intake.failed else 0)


@contextmanager
def _telling() -> Iterator[None]:
    """Let what cannot be done leave as one sentence."""
    try:
        yield
    except FormError as error:
        raise click.ClickException(str(error)) from None


def _show(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        click.echo(report.as_text(found, lambda path, line: None, colour), err=True)


def _outcome(intake: office_forms.Intake, writes: bool, dry_run: bool) -> str:
    count = number(len(intake.entries))
    if dry_run:
        return f"Xem thử, chưa ghi gì: {count} mục đọc được.\n"
    if writes and intake.entries:
        return f"Đã ghi {count} mục. Kiểm tra lại bằng: dvk check\n"
    if intake.failed:
        hint = f" Muốn ghi riêng {count} dòng đúng thì thêm --partial." if intake.entries else ""
        return f"Chưa ghi gì, hãy sửa các lỗi trên.{hint}\n"
    return "Không có gì để ghi.\n"


def _list(files: Iterable[Path], root: Path) -> None:
    paths = [path.relative_to(root).as_posix() for path in files]
    for path in paths[:_SHOWN]:
        click.echo(f"  {path}")
    if len(paths) > _SHOWN:
        click.echo(f"  … và {number(len(paths) - _SHOWN)} mục nữa")

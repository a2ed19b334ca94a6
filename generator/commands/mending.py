"""``dvk check --fix`` and ``dvk status``: what can be mended by machine, and what by hand."""

from __future__ import annotations

import csv
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import TextIO

import click

from generator import build as story
from generator import mender
from generator.commands.options import CONFIG, CONTENT
from generator.commands.words import VietnameseCommand
from generator.core.gaps import KINDS, Gap, gaps, kinds_called, only
from generator.core.vietnamese import number
from generator.export.safe_text import cell
from generator.mend.difference import Part, difference, visible
from generator.mend.mending import Mended

_COLOURS = {Part.FILE: "1", Part.HUNK: "36", Part.GONE: "31", Part.NEW: "32"}
_WIDTH = 80
_COLUMNS = ("Đầy đủ (%)", "Tên", "Tệp", "Còn thiếu", "Cần kiểm tra")


def show_repairs(prepared: story.Prepared, out: TextIO) -> int:
    """Show what ``--fix`` would do; how many files it would change."""
    count = len(_shown(prepared, out))
    told = f"{number(count)} tệp sẽ được sửa; chưa ghi gì." if count else "Không có gì để sửa."
    click.echo(told, file=out)
    return count


def repair(prepared: story.Prepared, out: TextIO) -> int:
    """Mend the content and show what was done; how many files were changed.

    Raises ``StorageError``.
    """
    files = _shown(prepared, out)
    mender.write(prepared.settings.content_dir, files)
    told = f"Đã sửa {number(len(files))} tệp. Kiểm tra lại:\n" if files else "Không có gì để sửa."
    click.echo(told, file=out)
    return len(files)


def _shown(prepared: story.Prepared, out: TextIO) -> Sequence[Mended]:
    vocabulary = prepared.checked.catalogue.vocabulary
    files = tuple(mender.to_mend(prepared.settings.content_dir, vocabulary))
    colour = out.isatty() and "NO_COLOR" not in os.environ
    for line in difference(files):
        code = _COLOURS.get(line.part) if colour else None
        click.echo(f"\033[{code}m{line.text}\033[0m" if code else line.text, file=out)
    return files


@click.command(cls=VietnameseCommand)
@CONFIG
@CONTENT
@click.option("--missing", metavar="ĐIỀU", help="Chỉ những mục thiếu điều này, ví dụ: bài học.")
@click.option("--province", metavar="TỈNH", help="Chỉ một tỉnh, thành phố; tên cũ hay mới.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv"]),
    default="text",
    help="Cách in: text cho người đọc, csv cho bảng tính.",
)
def status(
    config_file: Path, content: Path | None, missing: str | None, province: str | None, form: str
) -> None:
    """Liệt kê các mô hình còn thiếu gì, thiếu nhiều đứng trước."""
    prepared = story.look_at(config_file, content)
    catalogue = prepared.checked.catalogue
    found = gaps(catalogue, prepared.today)
    if missing is not None:
        found = tuple(only(found, _kinds_meant(missing)))
    count = len(catalogue.models)
    if province is not None:
        place = catalogue.vocabulary.province(province)
        if place is None:
            raise click.ClickException(f"không có tỉnh, thành phố nào tên “{visible(province)}”.")
        there = catalogue.by_province.get(place.today.id, ())
        found, count = tuple(gap for gap in found if gap.item in there), len(there)
    if form == "csv":
        click.echo(_as_csv(found), nl=False)
        return
    for line in _as_text(found, count):
        click.echo(line)
    if prepared.checked.failed:
        click.echo("Những mục đang có lỗi không có ở đây; xem: dvk check.", err=True)


def _kinds_meant(words: str) -> tuple[str, ...]:
    found = kinds_called(words)
    if not found:
        choices = "; ".join(KINDS)
        raise click.ClickException(f"không có điều nào gọi là “{visible(words)}”. Dùng: {choices}.")
    return found


def _as_csv(found: Iterable[Gap]) -> bytes:
    """A table that spreadsheets open as it is; see ``export.tables``."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for gap in found:
        lists = (" | ".join(gap.missing), " | ".join(gap.doubtful))
        told = (gap.item.entry.name, gap.item.path, *lists)
        writer.writerow([gap.percent, *map(cell, told)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _as_text(found: Sequence[Gap], count: int) -> Iterator[str]:
    width = min(shutil.get_terminal_size((_WIDTH, 24)).columns, 100)
    for gap in found:
        yield from _wrapped(f"{gap.percent:>3}%  ", gap.item.entry.name, width)
        yield f"      {visible(gap.item.path)}"
        told = [("thiếu", gap.missing), ("kiểm tra lại", gap.doubtful)]
        words = "; ".join(f"{label}: {', '.join(names)}" for label, names in told if names)
        yield from _wrapped(" " * 6, words, width)
    if found:
        yield ""
    counts = f"{number(len(found))} trong {number(count)} mô hình còn thiếu"
    mean = sum(gap.percent for gap in found) // len(found) if found else 100
    yield f"{counts}; đầy đủ trung bình {mean}%." if found else f"{counts}."
    if found and sys.stdout.isatty():
        yield "Sửa xong thì chạy: dvk check"


def _wrapped(lead: str, text: str, width: int) -> list[str]:
    flat = visible(" ".join(text.split()))
    return textwrap.wrap(flat, width, initial_indent=lead, subsequent_indent=" " * 6)

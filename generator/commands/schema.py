"""``dvk schema``: draws anew, or holds against the fields, all that tools know of the keys."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import click

from generator import build as story
from generator.adapters import report, spreadsheet, word_document
from generator.adapters.storage import StorageError, reason, write_if_changed
from generator.commands.options import CONFIG, CONTENT
from generator.commands.words import VietnameseCommand
from generator.core.problems import has_errors
from generator.doors.drawn_files import drawn_files
from generator.doors.key_guide import GUIDE, NoMarksError
from generator.forms.registration import blank
from generator.forms.registration_table import registration_paper

BLANK_FORM = "templates/bieu-mau-dang-ky"
"""The registration form with nothing filled in, as a workbook and as a document."""


@click.command(cls=VietnameseCommand)
@CONFIG
@CONTENT
@click.option("--check", "only_check", is_flag=True, help="Chỉ so, không ghi; lệch thì báo tệp.")
def schema(config_file: Path, content: Path | None, only_check: bool) -> None:
    """Ghi lược đồ, cài đặt VS Code, các biểu mẫu trống và bảng khóa từ định nghĩa các khóa."""
    prepared = story.look_at(config_file, content)
    _stop_at_a_faulty_vocabulary(prepared)
    root = prepared.settings.config_file.parent
    files = _drawn(prepared, root)
    stale = [path for path, data in files.items() if not _holds(root / path, data)]
    if only_check:
        for path in stale:
            click.echo(f"{path}: không khớp với định nghĩa các khóa. Hãy chạy: dvk schema")
        if stale:
            sys.exit(1)
    for path in stale:
        write_if_changed(root / path, files[path])
        click.echo(f"Đã ghi {path}.")
    if not stale:
        click.echo("Mọi tệp đã khớp với định nghĩa các khóa.")


def _stop_at_a_faulty_vocabulary(prepared: story.Prepared) -> None:
    folder = f"{prepared.settings.content_dir.name}/vocabulary"
    checked = prepared.checked
    faults = [each for each in checked.problems if each.place.path.startswith(folder)]
    if has_errors(faults):
        click.echo(report.as_text(faults, checked.line, colour=False), err=True)
        sys.exit(1)


def _drawn(prepared: story.Prepared, root: Path) -> dict[str, bytes]:
    vocabulary = prepared.checked.catalogue.vocabulary
    try:
        texts = drawn_files(vocabulary, _read(root / GUIDE).decode("utf-8"))
    except NoMarksError as error:
        raise StorageError(f"{GUIDE} thiếu dòng “{error}” để đặt bảng khóa.") from None
    except UnicodeDecodeError:
        raise StorageError(f"{GUIDE} không phải tệp chữ UTF-8.") from None
    form = registration_paper(blank(vocabulary))
    return {
        **{path: text.encode() for path, text in texts.items()},
        f"{BLANK_FORM}.xlsx": spreadsheet.write(form),
        f"{BLANK_FORM}.docx": word_document.write(form),
    }


def _holds(path: Path, data: bytes) -> bool:
    """Whether the file says the same; how it is packed may differ from machine to machine."""
    found = _read(path)
    if path.suffix in (".xlsx", ".docx"):
        return found == data or _parts(found) == _parts(data)
    return found == data


def _parts(package: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(package)) as parts:
            return {name: parts.read(name) for name in parts.namelist()}
    except BadZipFile:
        return {}


def _read(path: Path) -> bytes:
    """The file's bytes with line ends as ``\\n`` in texts; nothing where there is none."""
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StorageError(f"Không đọc được {path}: {reason(error)}.") from None
    return found if b"\0" in found else found.replace(b"\r\n", b"\n")

"""``dvk``: the commands an editor types.

Speaks Vietnamese, ends with 0 when all is well and 1 when something must be mended,
and never shows a traceback.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Iterable
from pathlib import Path

import click

from generator import build as story
from generator.adapters import report
from generator.adapters.mkdocs_shell import EngineError
from generator.adapters.storage import StorageError, reason
from generator.cli_words import VietnameseGroup, in_vietnamese
from generator.core.entries import EntryKind
from generator.core.problems import Severity
from generator.core.skeleton import Question, questions
from generator.core.vietnamese import nearest, number
from generator.edition import Output
from generator.server import serve as serve_site
from generator.settings import SettingsError

_CONFIG = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="TỆP",
    default=Path("mkdocs.yml"),
    help="Tệp cài đặt (mặc định: mkdocs.yml).",
)
_CONTENT = click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ_MỤC",
    help="Thư mục nội dung (mặc định: thư mục chứa docs_dir trong mkdocs.yml).",
)
_STRICT = click.option("--strict", is_flag=True, help="Coi cảnh báo như lỗi.")
_SITE = click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ_MỤC",
    help="Thư mục trang dựng xong (mặc định: site).",
)


@click.group(cls=VietnameseGroup)
@click.version_option(package_name="dan-van-kheo", message="dvk %(version)s", help="Xem phiên bản.")
def dvk() -> None:
    """Dựng trang “Dân vận khéo” từ các mục trong content/."""


@dvk.command()
@_CONFIG
@_CONTENT
@_STRICT
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="Cách in: text cho người đọc, github cho GitHub, json cho máy.",
)
def check(config_file: Path, content: Path | None, strict: bool, form: str) -> None:
    """Kiểm tra mọi mục, báo mọi lỗi cùng lúc."""
    prepared = story.prepare(config_file, content)
    checked = prepared.checked
    if form == "json":
        click.echo(report.as_json(checked.problems))
    elif form == "github":
        click.echo(report.as_github(checked.problems), nl=bool(checked.problems))
    else:
        _show(prepared)
    sys.exit(1 if _fails(prepared, strict) else 0)


@dvk.command()
@_CONFIG
@_CONTENT
@_SITE
@_STRICT
def build(config_file: Path, content: Path | None, site_dir: Path | None, strict: bool) -> None:
    """Kiểm tra rồi dựng trang; trang cũ giữ nguyên cho đến khi trang mới xong."""
    started = time.monotonic()
    prepared = story.prepare(config_file, content, site_dir)
    if prepared.checked.problems:
        _show(prepared, to_stderr=True)
    if _fails(prepared, strict):
        click.echo("Chưa dựng: hãy sửa các lỗi trên. Trang cũ vẫn giữ nguyên.", err=True)
        sys.exit(1)
    built = story.build(prepared, _watched if sys.stderr.isatty() else None)
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    click.echo(
        f"Đã dựng {number(built.models)} mô hình, {number(built.plans)} kế hoạch, "
        f"{number(built.files)} tệp vào {prepared.settings.site_dir.name}/ trong {seconds} giây."
    )


@dvk.command()
@_CONFIG
@_CONTENT
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


@dvk.group(cls=VietnameseGroup)
def new() -> None:
    """Tạo một mục mới có sẵn chú thích."""


def _new_command(kind: EntryKind, help_text: str) -> None:
    @new.command(name=kind, help=help_text)
    @_CONFIG
    @_CONTENT
    def command(config_file: Path, content: Path | None) -> None:
        prepared = story.prepare(config_file, content)
        asked = questions(kind, prepared.checked.catalogue.vocabulary)
        answers = {question.key: _ask(question) for question in asked}
        file = story.new_entry(prepared, kind, answers)
        click.echo(f"Đã tạo {file}. Mở tệp, điền tiếp, rồi chạy: dvk check")


def _ask(question: Question) -> str:
    hint = f" – {question.write}" if question.write else ""
    if question.choices:
        click.echo(f"{question.label}: " + ", ".join(question.choices))
    while True:
        answer = str(click.prompt(f"{question.label}{hint}")).strip()
        if not question.choices or answer in question.choices:
            return answer
        near = nearest(answer, question.choices)
        click.echo(
            f"Chọn một trong: {', '.join(question.choices)}."
            + (f" Gần nhất: {near}." if near else "")
        )


_new_command("model", "Một mô hình, điển hình.")
_new_command("plan", "Một kế hoạch.")


def _show(prepared: story.Prepared, to_stderr: bool = False) -> None:
    stream = sys.stderr if to_stderr else sys.stdout
    checked = prepared.checked
    colour = stream.isatty() and "NO_COLOR" not in os.environ
    if checked.problems:
        click.echo(report.as_text(checked.problems, checked.line, colour), file=stream)
        return
    count = len(checked.catalogue.models), len(checked.catalogue.plans)
    click.echo(
        f"Không có lỗi: {number(count[0])} mô hình, {number(count[1])} kế hoạch.", file=stream
    )


def _fails(prepared: story.Prepared, strict: bool) -> bool:
    problems = prepared.checked.problems
    return prepared.checked.failed or (
        strict and any(item.severity is Severity.WARNING for item in problems)
    )


def _watched(files: Iterable[Output], count: int) -> Iterable[Output]:
    with click.progressbar(files, length=count, label="Đang dựng", file=sys.stderr) as bar:
        yield from bar


def main() -> None:
    """Run ``dvk``; every failure is one plain sentence and exit status 1."""
    try:
        dvk.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        click.echo("\nĐã dừng.", err=True)
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"Lỗi: {in_vietnamese(error)}", err=True)
        sys.exit(2 if isinstance(error, click.UsageError) else 1)
    except (SettingsError, StorageError, EngineError) as error:
        click.echo(f"Lỗi: {error}", err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"Lỗi: {reason(error)}: {error.filename or ''}", err=True)
        sys.exit(1)
    except Exception as error:  # a fault of the program: say so, without a traceback
        _confess(error)
        sys.exit(1)


def _confess(error: Exception) -> None:
    click.echo(
        f"Lỗi của chương trình, không phải của nội dung: {type(error).__name__}: {error}.\n"
        "Trang cũ vẫn giữ nguyên. Xin báo lỗi kèm dòng trên; "
        "đặt DVK_DEBUG=1 rồi chạy lại để xem chi tiết.",
        err=True,
    )
    if os.environ.get("DVK_DEBUG"):
        traceback.print_exception(error)

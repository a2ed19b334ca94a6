"""``dvk import-issue``: an issue made by the form “Góp một mô hình” becomes an entry to review."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from generator import build as story
from generator.adapters import report
from generator.adapters.content_folder import ENTRY_FOLDERS
from generator.adapters.storage import StorageError, telling, write_if_changed
from generator.check import check
from generator.commands.options import CONFIG, CONTENT
from generator.commands.words import VietnameseCommand
from generator.core.entries import Model
from generator.core.problems import Problem, has_errors, in_order
from generator.core.taxonomy import Vocabulary
from generator.core.vietnamese import slug
from generator.doors.issue_answers import UnreadableIssueError, read_answers
from generator.doors.issue_entry import entry_text, fenced, told
from generator.mend.mending import mended
from generator.mend.values import Kind

_LARGEST_FILE = 1024 * 1024
_LARGEST_REPORT = 20_000
"""Characters; enough for any sensible fault, and small enough to be handed from job to job."""

_UNREADABLE = "Chương trình chưa đọc được góp ý này:"
_FAULTY = "Chương trình chưa nhận được mô hình này vì những chỗ sau:"
_DOUBTFUL = "Chương trình đã nhận mô hình này, nhưng nên xem lại những chỗ sau:"
_MEND = "Hãy sửa câu trả lời ngay trong góp ý, rồi nhờ người biên tập gắn lại nhãn `duyet`."


@click.command(name="import-issue", cls=VietnameseCommand)
@CONFIG
@CONTENT
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--report",
    "report_file",
    metavar="TỆP",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Có điều cần sửa hay xem lại thì ghi vào tệp này, để trả lời trong góp ý.",
)
def import_issue(
    config_file: Path, content: Path | None, file: Path, report_file: Path | None
) -> None:
    """Tạo một mục từ góp ý: TỆP .json là sự kiện của GitHub, tệp khác là lời góp ý."""
    prepared = story.look_at(config_file, content)
    terms = prepared.checked.catalogue.vocabulary
    try:
        entry, text = _write(prepared, terms, _issue(file))
    except UnreadableIssueError as error:
        _report(report_file, _UNREADABLE, fenced(str(error)), _MEND)
        raise StorageError(str(error)) from None
    now = check(prepared.settings.content_dir, prepared.today)
    found = _news(now.problems, prepared.checked.problems)
    if found:
        click.echo(report.as_text(found, now.line, colour=False), err=True)
        opening, closing = (_FAULTY, _MEND) if has_errors(found) else (_DOUBTFUL, "")
        _report(report_file, opening, told(found, text, terms), closing)
    if has_errors(found):
        click.echo(f"Đã tạo {entry}, nhưng còn lỗi ở trên.", err=True)
        sys.exit(1)
    click.echo(f"Đã tạo {entry}.")


def _issue(file: Path) -> str:
    """The issue's text, out of GitHub's event or as it stands."""
    with telling(f"Không đọc được {file}"):
        raw = file.read_bytes() if file.stat().st_size <= _LARGEST_FILE else None
    if raw is None:
        raise UnreadableIssueError("Góp ý dài quá mức nhận được.")
    try:
        text = raw.decode("utf-8-sig")
        body = json.loads(text)["issue"]["body"] if file.suffix == ".json" else text
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UnreadableIssueError(f"{file.name} không phải một góp ý.") from None
    return body if isinstance(body, str) else ""


def _write(prepared: story.Prepared, terms: Vocabulary, issue: str) -> tuple[Path, str]:
    """The new file and its text; nothing that exists is ever written over."""
    answers = read_answers(issue, terms)
    name = slug(answers.values.get("ten", ""))
    if not name:
        raise UnreadableIssueError("Chưa có tên mô hình, hoặc tên không có chữ nào.")
    file = prepared.settings.content_dir / ENTRY_FOLDERS["model"] / f"{name}.md"
    taken = {item.slug for item in prepared.checked.items if item.kind == "model"}
    if name in taken or file.exists() or file.is_symlink():
        raise UnreadableIssueError(
            f"Kho đã có mục “{name}”. Nếu là mô hình khác, hãy thêm tên nơi làm vào tên mô hình."
        )
    path = file.relative_to(prepared.settings.content_dir.parent).as_posix()
    # Whoever fills in a form writes a date as people do, and need not be asked again for that.
    text = mended(path, entry_text(answers, terms), Kind(Model, terms)).after
    write_if_changed(file, text.encode())
    return file, text


def _news(now: tuple[Problem, ...], before: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that came with the entry."""
    known = {(each.place, each.code, each.message) for each in before}
    return in_order(each for each in now if (each.place, each.code, each.message) not in known)


def _report(file: Path | None, opening: str, details: str, closing: str) -> None:
    if file is not None:
        shown = details if len(details) <= _LARGEST_REPORT else fenced("Quá nhiều chỗ để kể hết.")
        parts = [opening, shown, closing] if closing else [opening, shown]
        write_if_changed(file, ("\n\n".join(parts) + "\n").encode())

"""Every fault of an entry is named at its exact place, in words an editor can act on.

``broken/`` holds pair files: what an editor wrote, and every problem that ``dvk check`` must
name, none more. After a line that tells what the case is about come blocks:

    === content/models/ten-tep.md
    the text of the file
    === problems
    path:line:column severity [code] message → mend

Words in brackets after a path say how the block becomes bytes: ``(crlf)`` ends lines as Windows
does, ``(escapes)`` reads ``\\u0301``, ``\\t`` and ``⟪text × 12⟫`` (the text twelve times),
``(latin-1)`` writes that encoding and ``(hex)`` reads bytes. What cannot be seen in a
message is shown escaped.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from generator.check import check
from generator.core.problems import Problem
from generator.core.sentences import SENTENCES
from generator.core.sentences_of_forms import FORMS
from tests.site.worlds import make_world

TODAY = date(2026, 11, 20)
BROKEN = Path(__file__).parent / "broken"
CASES = sorted(BROKEN.glob("*.txt"))
HEADER = re.compile(r"=== (?P<path>.+?)(?: \((?P<forms>[a-z1, -]+)\))?")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\(t)|⟪(.*?) × (\d+)⟫", re.DOTALL)
GOLDEN = re.compile(r"\S+:\d+:\d+ (?:error|warning) \[(?P<code>[a-z0-9-]+)\] .+ → .+")
NOT_FROM_A_TEXT = {"symlink", "not-regular-file", "file-unreadable"}


def as_bytes(block: str, forms: list[str]) -> bytes:
    """What the block of a pair file stands for."""
    assert {*forms} <= {"crlf", "escapes", "hex", "latin-1"}
    if "hex" in forms:
        return bytes.fromhex(block)
    if "escapes" in forms:
        block = ESCAPE.sub(unescaped, block)
    if "crlf" in forms:
        block = block.replace("\n", "\r\n")
    return block.encode("latin-1" if "latin-1" in forms else "utf-8")


def unescaped(match: re.Match[str]) -> str:
    code, tab, text, times = match.groups()
    return chr(int(code, 16)) if code else "\t" if tab else text * int(times)


def read_case(text: str) -> tuple[dict[str, bytes], list[str]]:
    """The files of a pair file, and the problems it promises."""
    blocks: list[tuple[str, list[str], list[str]]] = []
    for line in text.splitlines():
        if header := HEADER.fullmatch(line):
            blocks.append((header["path"], (header["forms"] or "").split(", "), []))
        elif blocks:
            blocks[-1][2].append(line + "\n")
    assert blocks[-1][0] == "problems", "a pair file ends with its problems"
    files = {
        path: as_bytes("".join(lines), [form for form in forms if form])
        for path, forms, lines in blocks[:-1]
    }
    return files, [line.rstrip("\n") for line in blocks[-1][2]]


def shown(problem: Problem) -> str:
    line = f"{problem.place} {problem.severity} [{problem.code}] {problem.message} → {problem.mend}"
    return "".join(
        f"\\u{ord(each):04x}" if not each.isprintable() or unicodedata.combining(each) else each
        for each in line
    )


def problems_of(content: Path) -> list[str]:
    return [shown(each) for each in check(content, TODAY).problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_fault_is_named_at_its_place(case: Path, tmp_path: Path) -> None:
    """A broken entry gives exactly the problems its pair file promises, word for word."""
    files, golden = read_case(case.read_text("utf-8"))
    assert problems_of(make_world(tmp_path, files)) == golden


def test_the_world_that_cases_break_is_whole(tmp_path: Path) -> None:
    """Without a broken file there is no problem, so every golden line comes from its own case."""
    assert problems_of(make_world(tmp_path)) == []


def test_there_are_enough_cases() -> None:
    """At least 75 broken entries stand here, each with a line that tells what it is about."""
    assert len(CASES) >= 75
    assert [case.name for case in CASES if not case.read_text("utf-8").startswith("# ")] == []


def test_golden_lines_have_the_promised_form() -> None:
    """Each golden line is a place, a weight, a code, a message and a way to mend it."""
    lines = [line for case in CASES for line in read_case(case.read_text("utf-8"))[1]]
    assert [line for line in lines if not GOLDEN.fullmatch(line)] == []


def test_every_sentence_is_proved() -> None:
    """Every code of content stands in some case, or needs more than a text to provoke.

    What can be wrong with a form is proved in ``test_forms``.
    """
    told = {
        match["code"]
        for case in CASES
        for line in read_case(case.read_text("utf-8"))[1]
        if (match := GOLDEN.fullmatch(line))
    }
    assert set(SENTENCES) - set(FORMS) - told == NOT_FROM_A_TEXT | {"nothing-here"}


def test_a_link_to_a_file_elsewhere_is_not_followed(tmp_path: Path) -> None:
    """A symlink is refused by name, whatever it leads to."""
    content = make_world(tmp_path)
    (tmp_path / "rieng.md").write_text("---\nten: Sổ tay riêng\n---\n", "utf-8")
    (content / "models" / "loi-tat.md").symlink_to(tmp_path / "rieng.md")
    (content / "images").symlink_to(tmp_path)
    assert problems_of(content) == [
        "content/images:1:1 error [symlink] “images” chỉ là lối tắt (symlink) tới một tệp khác."
        " → Chép tệp thật vào chỗ này.",
        "content/models/loi-tat.md:1:1 error [symlink] “loi-tat.md” chỉ là lối tắt (symlink)"
        " tới một tệp khác. → Chép tệp thật vào chỗ này.",
    ]


def test_an_empty_folder_is_told_in_one_line(tmp_path: Path) -> None:
    """Where there is nothing at all, that is said, and nothing is asked of files nobody wrote."""
    (tmp_path / "content").mkdir()
    assert problems_of(tmp_path / "content") == [
        "content/models:1:1 warning [nothing-here] Chưa có mục nào trong content/models."
        " → Thêm tệp .md hoặc .yml theo mẫu (dvk new)."
    ]

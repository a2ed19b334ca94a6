"""Every fault of an entry is named at its exact place, in words an editor can act on.

``broken/`` holds pair files (see ``pair_files``): what an editor wrote, and every problem that
``dvk check`` must name, none more, as ``path:line:column severity [code] message → mend``. What
cannot be seen in a message is shown escaped.
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
from tests.site.pair_files import read_case
from tests.site.worlds import make_world

TODAY = date(2026, 11, 20)
BROKEN = Path(__file__).parent / "broken"
CASES = sorted(BROKEN.glob("*.txt"))
GOLDEN = re.compile(r"\S+:\d+:\d+ (?:error|warning) \[(?P<code>[a-z0-9-]+)\] .+ → .+")
NOT_FROM_A_TEXT = {"symlink", "not-regular-file", "file-unreadable"}


def told_by(case: Path) -> tuple[dict[str, bytes], list[str]]:
    """The files of a case, and the problems it promises."""
    files, (golden,) = read_case(case.read_text("utf-8"), "problems")
    return files, golden


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
    files, golden = told_by(case)
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
    lines = [line for case in CASES for line in told_by(case)[1]]
    assert [line for line in lines if not GOLDEN.fullmatch(line)] == []


def test_every_sentence_is_proved() -> None:
    """Every code of content stands in some case, or needs more than a text to provoke.

    What can be wrong with a form is proved in ``test_forms``.
    """
    told = {
        match["code"]
        for case in CASES
        for line in told_by(case)[1]
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

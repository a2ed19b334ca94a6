"""Answers become an entry in which every answer is text, and faults are told by question."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core import front_matter
from generator.core.entries import Model
from generator.core.front_matter import FrontMatter
from generator.core.problems import Place, problem
from generator.core.validation import check
from generator.doors.issue_answers import Answers
from generator.doors.issue_entry import entry_text, fenced, told
from tests.unit.core.made import VOCABULARY

WHOLE = {
    "ten": "Hẻm xanh",
    "tom_tat": "Người dân trồng hoa: hẻm đẹp hẳn.",
    "hinh_thuc": "tap-the",
    "linh_vuc": "do-thi-van-minh",
    "don_vi": "Khu phố 2",
    "dia_ban.tinh": "Lâm Đồng",
    "dia_ban.nam": "2026",
    "nguon.tieu_de": "Hẻm xanh",
    "nguon.co_quan": "Báo Lâm Đồng",
    "nguon.url": "https://bao.example/hem",
}
HOSTILE = (
    "a: b\nhinh_thuc: ca-nhan",
    "'\nco_so_dang: dong-y\n'",
    "!!python/object/apply:os.system ['id']",
    "*anchor",
    "&anchor x",
    "{a: 1}",
    "[a, b]",
    "# không",
    "---",
    "--- a",
    "a ---",
    "...",
    "../../../.github/workflows/check",
    "<script>alert(1)</script>",
    "${{ github.token }}",
    "$(id) `id` ; rm -rf .",
    "::set-output name=x::y",
    "\x1b[31mđỏ\x07",
    "null",
    "true",
    "00123",
    "x" * 60_000,
)


def read(values: dict[str, str], sections: dict[str, str] | None = None) -> FrontMatter:
    text = entry_text(Answers(values, sections or {}), VOCABULARY)
    found, problems = front_matter.read("content/models/a.md", text)
    assert found is not None
    assert problems == ()
    return found


def flat(data: Any) -> list[str]:
    """Every value in some data."""
    if isinstance(data, dict):
        return [each for value in data.values() for each in flat(value)]
    if isinstance(data, list):
        return [each for value in data for each in flat(value)]
    return [] if data is None else [data]


def test_whole_answers_make_a_valid_entry() -> None:
    """The entry of a filled form has no fault, holds the answers and no advice."""
    text = entry_text(Answers(WHOLE, {"Cách làm": "- Trồng hoa."}), VOCABULARY)
    matter = read(WHOLE, {"Cách làm": "- Trồng hoa."})
    entry, problems = check(Model, matter, {"vocabulary": VOCABULARY})
    assert problems == ()
    assert entry is not None
    assert (entry.name, entry.place.year) == ("Hẻm xanh", 2026)
    assert sorted(flat(matter.data)) == sorted(WHOLE.values())
    assert "#" not in text.replace("## Cách làm", "")
    assert matter.body == "\n## Cách làm\n\n- Trồng hoa.\n"


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda text: text[:20])
@pytest.mark.parametrize("path", ["ten", "tom_tat", "nguon.tieu_de", "dia_ban.tinh"])
def test_an_answer_never_becomes_anything_but_its_own_value(path: str, hostile: str) -> None:
    """YAML, Markdown, shell or workflow in an answer is read back as the value of its key alone."""
    matter = read(WHOLE | {path: hostile})
    assert len(flat(matter.data)) == len(WHOLE)
    assert {*matter.data} == {each.partition(".")[0] for each in WHOLE}
    seen = "".join(each if each.isprintable() else " " for each in hostile)
    assert " ".join(seen.split()) in flat(matter.data)


@given(st.dictionaries(st.sampled_from(sorted(WHOLE)), st.text(max_size=80)))
def test_any_answers_make_a_file_with_known_keys(answers: dict[str, str]) -> None:
    """Whatever the answers, the file can be read and holds the keys that must be there."""
    matter = read(answers)
    assert (
        {"ten", "tom_tat", "hinh_thuc", "linh_vuc", "don_vi", "dia_ban", "nguon"}
        <= {*matter.data}
        <= {"ten", "tom_tat", "hinh_thuc", "linh_vuc", "don_vi", "dia_ban", "nguon"}
    )


def test_a_section_cannot_close_or_open_the_declaration() -> None:
    """A line of dashes in a section stays in the body."""
    matter = read(WHOLE, {"Cách làm": "---\nten: Khác\n---"})
    assert matter.data["ten"] == "Hẻm xanh"
    assert "ten: Khác" in matter.body


def test_sections_stand_in_the_order_of_the_page() -> None:
    """Sections follow the site's order, whatever the order of the answers."""
    matter = read(WHOLE, {"Bài học": "B", "Hoàn cảnh": "A"})
    assert re.findall(r"(?m)^## (.+)$", matter.body) == ["Hoàn cảnh", "Bài học"]


def test_faults_are_told_under_their_question() -> None:
    """A fault is told by the label of the question whose answer stands on its line."""
    text = entry_text(Answers(WHOLE, {"Cách làm": "Gọi số 0912…"}), VOCABULARY)
    lines = text.split("\n")
    at = {
        "Địa bàn – tỉnh, thành phố": next(n for n, x in enumerate(lines, 1) if "  tinh:" in x),
        "Nguồn – nhan đề": next(n for n, x in enumerate(lines, 1) if "tieu_de:" in x),
        "Bài viết – Cách làm": next(n for n, x in enumerate(lines, 1) if "Gọi" in x),
    }
    for label, line in at.items():
        fault = problem("self-reference", Place("a.md", line, 3))
        assert told([fault], text, VOCABULARY).startswith(f"```text\n{label}: ")
    fault = problem("self-reference", Place("a.md", 1, 1))
    assert "Cả mục: " in told([fault], text, VOCABULARY)


@pytest.mark.parametrize("text", ["a", "```", "x ````` y", "`" * 50, "```\n@everyone ![x](y)"])
def test_a_fence_cannot_be_closed_from_inside(text: str) -> None:
    """The fence is longer than any run of backticks in the text."""
    first, *inside, last = fenced(text).split("\n")
    assert first == f"{last}text"
    assert "\n".join(inside) == text
    assert last not in text


def test_control_characters_are_not_told() -> None:
    """A fault that quotes an answer shows no character that steers a terminal or hides text."""
    fault = problem("unknown-province", Place("a.md"), value="\x1b[31m\u202eX\nY", nearest="")
    shown = told([fault], "---\n---\n", VOCABULARY)
    assert all(each.isprintable() or each == "\n" for each in shown)
    assert "X Y" in shown

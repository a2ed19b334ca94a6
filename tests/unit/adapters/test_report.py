"""Problems read well on a terminal, mark the right files on GitHub, and parse as JSON."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping

import pytest

from generator.adapters.report import (
    WINDOW,
    ReadLine,
    as_github,
    as_gitlab,
    as_json,
    as_text,
)
from generator.core.problems import Place, Problem, problem

PATH = "content/models/hue/ngu-ha.md"
UNKNOWN = problem("unknown-key", Place(PATH, 3, 1), key="linhvuc", nearest="linh_vuc")
WARNING = problem("invisible", Place("content/plans/b.md", 2, 6), found="a\u200bb", mended="ab")


def reading(lines: Mapping[tuple[str, int], str]) -> ReadLine:
    """A reader of these lines alone."""
    return lambda path, number: lines.get((path, number))


def excerpt(line: str, column: int) -> tuple[str, int]:
    """The line as shown below a problem at this column, and the cell the caret stands in."""
    item = problem("unknown-key", Place(PATH, 3, column), key="k", nearest="")
    rows = as_text([item], lambda path, number: line, colour=False).split("\n")
    shown, pointer = rows[1].removeprefix("  3 │ "), rows[2].removeprefix("    │ ")
    assert pointer.strip() == "^"
    return shown, pointer.index("^")


def cells(text: str) -> int:
    """Terminal cells of a text, counted independently of the module."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return len(text) + wide - sum(unicodedata.category(each) == "Mn" for each in text)


def test_a_report_names_places_shows_lines_and_tells_the_mend() -> None:
    """The whole report of two problems is what an editor is promised, to the letter."""
    lines = {(PATH, 3): "linhvuc: kinh-te", ("content/plans/b.md", 2): "ten: a\u200bb"}
    assert as_text([WARNING, UNKNOWN], reading(lines), colour=False) == (
        "content/models/hue/ngu-ha.md:3:1: LỖI – Khóa “linhvuc” không có trong mẫu. [unknown-key]\n"
        "  3 │ linhvuc: kinh-te\n"
        "    │ ^\n"
        "  → Có phải bạn muốn viết “linh_vuc”? Sửa tên khóa theo mẫu, hoặc bỏ dòng này.\n"
        "\n"
        "content/plans/b.md:2:6: CẢNH BÁO – “a�b” có ký tự ẩn hoặc dấu cách lạ. [invisible]\n"
        "  2 │ ten: a�b\n"
        "    │      ^\n"
        "  → Gõ lại thành “ab”.\n"
        "\n"
        "1 lỗi, 1 cảnh báo trong 2 tệp."
    )


def test_no_problem_is_said_in_words() -> None:
    """An empty report still tells the editor that all is well."""
    assert as_text([], reading({}), colour=True) == "Không có lỗi, không có cảnh báo."


def test_each_fault_is_counted_and_shown_once() -> None:
    """The same fault found twice counts once, and large counts are written as Vietnamese does."""
    many = [problem("empty-value", Place(PATH, line), what="“ten”") for line in range(1, 1201)]
    report = as_text(many + many, reading({}), colour=False)
    assert report.endswith("\n\n1.200 lỗi, 0 cảnh báo trong 1 tệp.")


def test_colour_changes_no_word() -> None:
    """Taking the colours away from the coloured report gives the plain one."""
    read = reading({(PATH, 3): "\tlinhvuc: x"})
    coloured = as_text([UNKNOWN, WARNING], read, colour=True)
    assert "\033[31;1mLỖI\033[0m" in coloured
    assert "\033[2m[unknown-key]\033[0m" in coloured
    assert re.sub(r"\033\[[\d;]*m", "", coloured) == as_text([UNKNOWN, WARNING], read, colour=False)


@pytest.mark.parametrize(
    ("line", "column", "cell"),
    [
        ("ten: Phố", 6, 5),
        ("\tten: Phố", 2, 4),
        ("a\tb\tc", 5, 10),
        (unicodedata.normalize("NFD", "Huế đẹp"), 7, 4),
        (unicodedata.normalize("NFD", "Huế"), 5, 2),
        ("民運 khéo", 4, 5),
        ("🙂🙂x", 3, 4),
        ("ngắn", 99, 4),
        ("ngắn", 9999, 4),
    ],
)
def test_the_caret_stands_below_its_character(line: str, column: int, cell: int) -> None:
    """Tabs, combining marks and wide characters do not push the caret aside."""
    assert excerpt(line, column)[1] == cell


@pytest.mark.parametrize(
    ("left", "right"), [(0, 900), (40, 900), (900, 900), (901, 900), (900, 3), (900, 0)]
)
@pytest.mark.parametrize("unit", ["chữ Việt ", "民運", unicodedata.normalize("NFD", "ộ ")])
def test_a_long_line_is_cut_around_the_caret(left: int, right: int, unit: str) -> None:
    """Only so much of a long line is shown, with the named character above the caret."""
    before, after = (unit * 900)[:left], (unit * 900)[:right]
    line = f"{before}Đ{after}"
    shown, cell = excerpt(line, left + 1)
    kept = shown.strip("…")
    assert kept in line
    assert 40 < cells(shown) <= WINDOW + 2
    assert cells(shown[: shown.index("Đ")]) == cell
    assert shown.startswith("…") != line.startswith(kept)
    assert shown.endswith("…") != line.endswith(kept)
    assert not unicodedata.combining(kept[0])


def test_a_fault_of_a_whole_file_shows_no_line() -> None:
    """What concerns a file as such points at no line of it."""
    whole = problem("slug-form", Place(PATH), slug="Ngu_Ha", expected="ngu-ha")
    assert "│" not in as_text([whole], lambda path, number: "---", colour=False)


@pytest.mark.parametrize("line", [None, "", "   "])
def test_a_line_that_cannot_be_shown_is_left_out(line: str | None) -> None:
    """Without a line to show, the message is followed by the mend."""
    rows = as_text([UNKNOWN], lambda path, number: line, colour=False).split("\n")
    assert rows[1].startswith("  → ")


HOSTILE = "a\x1b]0;x\x07\x9b31m\u202e\r\n::stop-commands::x\n##[add-mask]b\udcff"


def hostile() -> Problem:
    """A problem whose path and details hold everything that steers a terminal or a log."""
    return problem("unknown-key", Place(f"content/{HOSTILE}.md", 1, 2), key=HOSTILE, nearest="")


@pytest.mark.parametrize(
    "write", [as_github, as_gitlab, as_json, lambda all_: as_text(all_, worse, True)]
)
def test_nothing_in_the_content_steers_a_terminal_or_a_log(
    write: Callable[[list[Problem]], str],
) -> None:
    """No control, direction or lone surrogate character is printed, nor a CI command."""
    text = re.sub(r"\033\[[\d;]*m", "", write([hostile()]))
    text.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text)
    commands = [row for row in text.split("\n") if row.lstrip().startswith("::")]
    assert all(row.startswith("::error file=") for row in commands)
    if write not in (as_json, as_gitlab):
        assert "##[" not in text


def worse(path: str, number: int) -> str:
    """A line that tries the same."""
    return "  " + HOSTILE


def test_github_commands_are_escaped() -> None:
    """Percent signs, colons and commas cannot end a property, nor a line break the message."""
    item = problem("slug-form", Place("content/models/a,b:c%.md", 1, 1), slug="%", expected="x::y")
    assert as_github([item]) == (
        "::error file=content/models/a%2Cb%3Ac%25.md,line=1,col=1,title=LỖI slug-form::"
        "Tên tệp “%25” không làm địa chỉ trang được.%0A→ Đổi tên tệp thành “x::y” "
        "(chữ thường không dấu, số, gạch nối, tối đa 80 ký tự)."
    )


def test_github_tells_warnings_from_errors() -> None:
    """A warning becomes a warning's annotation, in the order of the files."""
    rows = as_github([WARNING, UNKNOWN]).split("\n")
    assert [row.split(" ")[0] for row in rows] == ["::error", "::warning"]


def test_json_holds_each_problem_exactly() -> None:
    """The values come back unchanged, sorted, under the promised names."""
    rows = json.loads(as_json([WARNING, hostile(), UNKNOWN]))
    assert [row["path"] for row in rows] == sorted(row["path"] for row in rows)
    assert rows[1] == {
        "path": PATH,
        "line": 3,
        "column": 1,
        "code": "unknown-key",
        "severity": "error",
        "message": UNKNOWN.message,
        "mend": UNKNOWN.mend,
    }
    assert rows[0]["path"] == hostile().place.path
    assert rows[2]["severity"] == "warning"
    assert json.loads(as_json([])) == []


def test_gitlab_gets_a_code_quality_report() -> None:
    """Each problem has what GitLab asks for: words, a mark of its own, a weight and a line."""
    rows = json.loads(as_gitlab([WARNING, hostile(), UNKNOWN]))
    assert [row["location"]["path"] for row in rows] == sorted(
        row["location"]["path"] for row in rows
    )
    assert len({row["fingerprint"] for row in rows}) == 3
    assert {key: rows[1][key] for key in rows[1] if key != "fingerprint"} == {
        "description": f"{UNKNOWN.message} → {UNKNOWN.mend}",
        "check_name": "unknown-key",
        "severity": "major",
        "location": {"path": PATH, "lines": {"begin": 3}},
    }
    assert rows[2]["severity"] == "minor"
    assert json.loads(as_gitlab([])) == []
    assert as_gitlab([UNKNOWN]) == as_gitlab([UNKNOWN])

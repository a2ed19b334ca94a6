"""The difference shows what changes, also what cannot be seen, and steers no terminal."""

from __future__ import annotations

import pytest

from generator.mend.difference import Part, difference, visible
from generator.mend.mending import Mended


def shown(before: str, after: str, *done: str, path: str = "content/models/a.md") -> list[str]:
    return [line.text for line in difference([Mended(path, before, after, done)])]


def test_a_difference_names_the_file_and_why() -> None:
    """A heading with what was done, the two sides, and the lines around a change."""
    assert shown("a\nb\nc\n", "a\nB\nc\n", "thứ tự khóa", "cách viết ngày") == [
        "content/models/a.md: thứ tự khóa, cách viết ngày",
        "--- content/models/a.md",
        "+++ content/models/a.md",
        "@@ -1,4 +1,4 @@",
        " a",
        "-b",
        "+B",
        " c",
        " ",
    ]


def test_each_line_knows_its_part() -> None:
    """So that a terminal can colour it; a removed line of dashes is no heading."""
    lines = list(difference([Mended("a", "-- x\n", "y\n", ("z",))]))
    assert [line.part for line in lines] == [
        *[Part.FILE] * 3,
        Part.HUNK,
        Part.GONE,
        Part.NEW,
        Part.SAME,
    ]


def test_what_cannot_be_seen_is_named() -> None:
    """Odd spaces, joiners, tabs and blanks at the end show in the line they are taken from."""
    assert "-a⟨U+00A0⟩b⟨U+200B⟩⟨tab⟩c··" in shown("a\u00a0b\u200b\tc  \n", "a bc\n", "x")


def test_line_ends_alone_show_no_lines() -> None:
    """Where only the marks of a file change the heading says so, and no line is repeated."""
    assert shown("\ufeffa\r\nb\r\n", "a\nb\n", "dấu BOM ở đầu tệp") == [
        "content/models/a.md: dấu BOM ở đầu tệp"
    ]


@pytest.mark.parametrize(
    ("text", "sign"), [("\x1b[31mx", "\x1b"), ("a\u202eb", "\u202e"), ("\x9bx", "\x9b")]
)
def test_nothing_steers_a_terminal(text: str, sign: str) -> None:
    """Escapes and direction marks of the content, or of a file's name, are shown, not obeyed."""
    lines = shown(f"{text}\nb\n", f"{text}\nc\n", "x", path=f"content/{text}.md")
    assert not any(sign in line for line in lines)


@pytest.mark.parametrize("text", ["::error::x", "   ::set-output name=a::b", "##[command]x"])
def test_nothing_steers_a_ci_log(text: str) -> None:
    """No line is a workflow command, not even after the blank of an unchanged line."""
    lines = shown(f"{text}\nb\n", f"{text}\nc\n", "x")
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in lines)
    assert visible("giờ: 7:30") == "giờ: 7:30"

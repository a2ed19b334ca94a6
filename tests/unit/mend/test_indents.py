"""Tabs before keys become spaces where it is plain how many."""

from __future__ import annotations

import pytest

from generator.mend.indents import with_spaces_for_tabs
from generator.mend.sheet import Sheet

PATH = "content/models/a.yml"
TAB = "\t"


@pytest.mark.parametrize(
    ("written", "data"),
    [
        ("dia_ban:\n\ttinh: A\n\txa: B", {"dia_ban": {"tinh": "A", "xa": "B"}}),
        ("dia_ban:\n  tinh: A\n\txa: B", {"dia_ban": {"tinh": "A", "xa": "B"}}),
        ("dia_ban:\n    tinh: A\n\txa: B", {"dia_ban": {"tinh": "A", "xa": "B"}}),
        (
            "nguon:\n\t- tieu_de: A\n\t\tco_quan: B",
            {"nguon": [{"tieu_de": "A", "co_quan": "B"}]},
        ),
        ("nguon:\n  - tieu_de: A\n\tco_quan: B", {"nguon": [{"tieu_de": "A", "co_quan": "B"}]}),
        ("dia_ban:\n\ttinh: A: B", {"dia_ban": {"tinh": "A: B"}}),
    ],
)
def test_tabs_become_the_only_width_that_reads(written: str, data: object) -> None:
    """Two spaces each, or as many as the lines around ask for; other faults wait their turn."""
    after = with_spaces_for_tabs(Sheet(PATH, f"{written}\n"))
    assert TAB not in after.text
    assert after.matter is None or after.matter.data == data
    assert after.matter is not None or ": A: B" in after.text


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  b:\n    c: 1\n\td: 2\n",
        "tom_tat: |\n  một\n  \thai\n",
        "ten: [\n\ta\n",
    ],
)
def test_tabs_that_may_mean_two_things_stay(text: str) -> None:
    """A key that could belong to either of two groups, and the text of a block, are left alone."""
    assert with_spaces_for_tabs(Sheet(PATH, text)).text == text


def test_tabs_that_do_no_harm_become_spaces_too() -> None:
    """A list or a text that goes on after a tab is read the same with spaces."""
    after = with_spaces_for_tabs(Sheet(PATH, "tom_tat: một\n\thai\n"))
    assert after.text == "tom_tat: một\n  hai\n"


def test_a_body_keeps_its_tabs() -> None:
    """In Markdown a tab means code."""
    text = "---\nten: A\n---\n\tcode\n"
    assert with_spaces_for_tabs(Sheet("content/models/a.md", text)).text == text

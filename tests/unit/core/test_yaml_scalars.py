"""A text written as a YAML value is read back as that very text, by strict and by loose readers."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.core.front_matter import read
from generator.core.yaml_scalars import entered, is_plain, quoted, scalar


@given(st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1))
def test_every_line_of_text_comes_back(text: str) -> None:
    """Whatever stands on one line is read back unchanged, here and by PyYAML's own rules."""
    matter, problems = read("a.yml", f"ten: {scalar(text)}\n")
    assert (matter and matter.data, problems) == ({"ten": text}, ())
    assert yaml.safe_load(f"ten: {scalar(text)}\n") == {"ten": text}


@pytest.mark.parametrize("text", ["Hẻm xanh", "5 không", "“Ba cùng”", "3-5 hộ", "Ea H'leo", "a#b"])
def test_plain_text_gets_no_quotes(text: str) -> None:
    """Quotes are for what needs them."""
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text", ["", "no", "Y", "12", "2025-10-15", "1.5", "~", "a: b", "a #b", "a:", " a", "*a", "- a"]
)
def test_what_would_be_something_else_is_quoted(text: str) -> None:
    """Numbers, dates, truth values and signs of YAML are text only in quotes."""
    assert not is_plain(text)
    assert scalar(text) == quoted(text)


def test_apostrophes_are_doubled() -> None:
    """The one sign that single quotes know."""
    assert quoted("Ea H'leo: buôn") == "'Ea H''leo: buôn'"


@pytest.mark.parametrize("text", ["2025", "2025-10-15", "1.5", "86", "12:30", "Hẻm xanh"])
def test_numbers_and_dates_are_entered_bare(text: str) -> None:
    """What an editor types into a key for numbers or dates needs no quotes, and comes back."""
    assert entered(text) == text
    matter, _ = read("a.yml", f"nam: {text}\n")
    assert matter
    assert matter.data == {"nam": text}


@pytest.mark.parametrize("text", ["no", "~", "null", "Y", "--03-31", "a: b", "a #b", "=1+1", "@a"])
def test_all_else_is_entered_as_text(text: str) -> None:
    """What would be nothing, a truth value or a sign of YAML stands in quotes."""
    assert entered(text) == quoted(text)

"""Signs in the columns that are to be marked."""

import pytest

from generator.forms.marks import is_marked


@pytest.mark.parametrize(
    "text", ["x", "X", " x ", "×", "✓", "✔", "☒", "v", "(x)", "xx", "+", "ü", "Có", "1", "TRUE"]
)
def test_these_are_marks(text: str) -> None:
    """Whatever people put for an x is one, ticks of the Wingdings font included."""
    assert is_marked(text) is True


@pytest.mark.parametrize("text", ["", " ", "-", "–", "0", "không", "☐", "FALSE", "....."])
def test_these_are_none(text: str) -> None:
    """A dash, a zero, dots and an empty box leave the column unmarked."""
    assert is_marked(text) is False


@pytest.mark.parametrize("text", ["2", "Tổ hội", "?", "x hay không", "o"])
def test_anything_else_is_unclear(text: str) -> None:
    """What is not a sign is never taken for one."""
    assert is_marked(text) is None

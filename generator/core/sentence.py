"""What is said of a fault: how grave it is, what is wrong and how to mend it."""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """The wording that belongs to a code."""

    severity: str
    wrong: str
    mend: str


def error(wrong: str, mend: str) -> Sentence:
    """A fault that stops the build."""
    return Sentence("error", wrong, mend)


def warning(wrong: str, mend: str) -> Sentence:
    """A fault worth a look that stops nothing."""
    return Sentence("warning", wrong, mend)

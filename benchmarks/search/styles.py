"""The ways in which people type one question; the same way every time, without any randomness.

Nothing here may use the product's own knowledge of Vietnamese: what measures must not share the
mistakes of what is measured.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from benchmarks.search.questions import Question
from benchmarks.search.slips import with_slip

FULL = "full marks"
SLIP = "slip"

_WORD = re.compile(r"\w+")
_TONE_PAIRS = (
    "òa oà,óa oá,ỏa oả,õa oã,ọa oạ,òe oè,óe oé,ỏe oẻ,õe oẽ,ọe oẹ,ùy uỳ,úy uý,ủy uỷ,ũy uỹ,ụy uỵ"
)
_OTHER_TONE = dict(
    pair
    for old, new in (each.split() for each in _TONE_PAIRS.split(","))
    for pair in ((old, new), (new, old))
)
_TWO_VOWELS_LAST = re.compile(f"(?<![qQ])({'|'.join(_OTHER_TONE)})(?!\\w)", re.IGNORECASE)
_Y_FOR_I = str.maketrans("yỳýỷỹỵYỲÝỶỸỴ", "iìíỉĩịIÌÍỈĨỊ")
_LONE_Y = re.compile(r"\b(?:qu|[hklmst])[yỳýỷỹỵ]\b", re.IGNORECASE)


def unmarked(text: str) -> str:
    """Return `text` as it is typed in a hurry: no mark, no capital."""
    plain = text.replace("đ", "d").replace("Đ", "d")
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return bare.lower()


def half_marked(text: str) -> str:
    """Return `text` without the marks of every second syllable that has some, from the second."""
    marked = [each.span() for each in _WORD.finditer(text) if _has_marks(each.group())]
    for start, end in marked[1::2]:
        text = text[:start] + unmarked(text[start:end]) + text[end:]
    return text


def decomposed(text: str) -> str:
    """Return `text` as some keyboards and old files hold it, each mark a sign of its own."""
    return unicodedata.normalize("NFD", text)


def respelt(text: str) -> str:
    """Return `text` with tones at the other vowel (hòa, hoà) and i for y (mỹ, mĩ)."""
    moved = _TWO_VOWELS_LAST.sub(_move_tone, text)
    return _LONE_Y.sub(lambda found: found.group().translate(_Y_FOR_I), moved)


STYLES: Mapping[str, Callable[[Question], str]] = {
    FULL: lambda question: question.text,
    "no marks": lambda question: unmarked(question.text),
    "half marks": lambda question: half_marked(question.text),
    "decomposed": lambda question: decomposed(question.text),
    "respelt": lambda question: respelt(question.text),
    "upper case": lambda question: question.text.upper(),
    "abbreviation": lambda question: question.swap,
    SLIP: lambda question: with_slip(unmarked(question.text), protected=_capitals(question.text)),
}
"""Every style by its name, in the order of the report."""


def typed(question: Question, style: str) -> str:
    """Return what is typed, or nothing where the style would change nothing."""
    text = STYLES[style](question)
    return text if style == FULL or text != question.text else ""


def _has_marks(word: str) -> bool:
    return unmarked(word) != word.lower()


def _move_tone(found: re.Match[str]) -> str:
    old = found.group()
    new = _OTHER_TONE[old.lower()]
    if old.isupper():
        return new.upper()
    return new.capitalize() if old[0].isupper() else new


def _capitals(text: str) -> frozenset[str]:
    """Abbreviations: a slip in one makes another, which nobody could mend."""
    words = _WORD.findall(text)
    return frozenset(unmarked(word) for word in words if len(word) > 1 and word.isupper())

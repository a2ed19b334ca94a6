"""How a text is cut into the syllables that search compares.

Each syllable has two forms: *folded*, without any mark, which is looked up; and *exact*,
which decides the order, so that what was typed with marks finds those marks first.
The browser cuts a question the same way (``theme/assets/js/search/text.js``); a browser
test holds the two together.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+\d*|\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_FINAL_Y = re.compile(r"(?:[bcdfghklmnprstvx]+|qu|)y")


@dataclass(frozen=True)
class Token:
    """One syllable, number or foreign word."""

    folded: str
    """``duong``: without marks, đ as d, a lone final y as i (quý is quí)."""

    exact: str
    """``đương1``: letters with their marks, the tone moved to the end as a digit."""


def tokens(text: str) -> list[Token]:
    """The syllables of ``text`` in order. Old and new tone placement give the same token."""
    return [token(word) for chunk in chunks(text) for word in chunk_words(chunk)]


def chunks(text: str) -> list[str]:
    """What stands between spaces, made even: the same few come back all the time."""
    return unicodedata.normalize("NFC", text).lower().split()


def chunk_words(chunk: str) -> list[str]:
    """The syllables of one of the ``chunks`` as written: no syllable holds a space."""
    return _TOKEN.findall(chunk)


def token(word: str) -> Token:
    """What is compared of a syllable, number or foreign word."""
    if word[0].isdigit():
        plain = word.replace(".", "") if _THOUSANDS.fullmatch(word) else word
        return Token(plain, plain)
    letters, tone = [], ""
    for character in unicodedata.normalize("NFD", word):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters.append(character)
    exact = unicodedata.normalize("NFC", "".join(letters))
    folded = "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")
    if _FINAL_Y.fullmatch(folded):
        folded, exact = folded[:-1] + "i", exact[:-1] + "i"
    return Token(folded, exact + tone)

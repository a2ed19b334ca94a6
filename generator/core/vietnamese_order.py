"""The order of Vietnamese lists, from A to Z.

Neither Python's order nor Unicode's default table knows it: they put ăn among an, Đà before
Dương. ICU does, but is a heavy dependency and compares all letters before any tone, whereas
Vietnamese lists go syllable by syllable (Hoa Lư before Hòa Bình).
"""

import re
import unicodedata
from functools import lru_cache

from generator.core.vietnamese_repair import TONES, WORD, normalise, split_tones

SortKey = tuple[tuple[tuple[int, int | str, str], ...], str]
"""Compared part by part; then, where all parts are equal, by the text itself."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = {letter: chr(place) for place, letter in enumerate(_ALPHABET, start=1)}
_TONE_PLACES = {tone: chr(place) for place, tone in enumerate(TONES, start=1)}
_PART = re.compile(rf"[0-9]+|{WORD.pattern}")


def sort_key(text: str) -> SortKey:
    """Return a key that sorts texts in the order of Vietnamese lists.

    Syllable by syllable: first the letters (a ă â b c d đ e ê …, with f j w z at their Latin
    places), then the tone (ngang, huyền, hỏi, ngã, sắc, nặng). A number goes before letters and
    by its value: Khu phố 2 before Khu phố 10. Punctuation counts only between equals.
    """
    even = normalise(text)
    return tuple(map(_part, _PART.findall(even.casefold()))), even


@lru_cache(maxsize=8192)
def _part(part: str) -> tuple[int, int | str, str]:
    if part[0] in "0123456789":
        digits = part.lstrip("0")
        return 0, len(digits), digits
    letters, tones = split_tones(part)
    places = "".join(_place(letter) for letter in letters)
    return 1, places, "".join(_TONE_PLACES[tone] for _, tone in tones)


def _place(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return _PLACES.get(letter) or _PLACES.get(base) or letter

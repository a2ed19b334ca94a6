"""Keys by which two Vietnamese texts are the same.

`fold` forgets every mark, for a reader who types without them. `key` forgets only what is a
matter of custom: where the tone is placed, capitals, the kind of dash. Neither is for display.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product

from generator.core.vietnamese_repair import TONES, WORD, normalise, split_tones

_DASHES = re.compile(r"[\-‐‑‒–—―−]")
_MARKS = re.compile("[\u0300-\u036f]+")
_BASES = dict(zip("aăâeêioôơuưyđ", "aaaeeiooouuyd", strict=True))
_PLAIN = str.maketrans(
    _BASES
    | {
        composed: base
        for (letter, base), tone in product(_BASES.items(), TONES)
        if len(composed := unicodedata.normalize("NFC", letter + tone)) == 1
    }
)


def fold(text: str) -> str:
    """Return `text` in lower case without any mark, đ as d: “Đường hoa” gives “duong hoa”.

    Letters of other scripts stay, in NFC.
    """
    if text.isascii():
        return text.lower()
    plain = normalise(text).lower().translate(_PLAIN)
    if plain.isascii():
        return plain
    bare = _MARKS.sub("", unicodedata.normalize("NFD", plain))
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=16384)
def key(text: str) -> str:
    """Return what two spellings of one name have in common.

    Equal: hoà and hòa, thuỷ and thủy, “Bà Rịa – Vũng Tàu” and “Bà Rịa-Vũng Tàu”, capitals and
    small letters. Different: hoa, hòa and hóa. Decision 1989/QĐ-BGDĐT (2018) teaches one way of
    placing the tone, many laws are titled in the other; both are right.
    """
    parts = _DASHES.sub(" ", normalise(text).casefold()).split()
    return " ".join(map(_tones_last, parts))


@lru_cache(maxsize=8192)
def _tones_last(part: str) -> str:
    """The same of a text without gaps; there are few, and most of them stand everywhere."""
    return part if part.isascii() else WORD.sub(lambda match: _tone_last(match.group()), part)


def _tone_last(word: str) -> str:
    letters, tones = split_tones(word)
    return "".join(letters) + "".join(tone for _, tone in tones)

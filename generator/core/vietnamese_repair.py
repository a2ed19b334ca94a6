"""Mend text so that what looks the same is the same.

Text reaches the site from Word, from old converters and from three keyboards. NFC alone does not
make it comparable: in “Môṭ” the tone mark is composed with the *t*, and stays there. Nor may a
repair go too far: hoà and hòa are both correct, and the names of ethnic minorities keep their
own letters (Ñ, Č, a tone on any vowel). So only what is certainly an accident is changed.

Knows characters and syllables; must not know about files or entries.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import product
from typing import Literal

TONES = "\u0300\u0309\u0303\u0301\u0323"
"""The combining tone marks in the order of Vietnamese lists: huyền, hỏi, ngã, sắc, nặng."""

WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
"""A run of letters with the marks that follow them."""

_ETH = {0xD0: "Đ", 0xF0: "đ"}
_SPACES = [0xA0, 0x202F, *range(0x2000, 0x200B)]
# Soft hyphen, zero-width marks and the byte-order mark; also the direction marks and invisible
# operators that come along when text is copied from a chat or a PDF.
_DROPPED = [
    0xAD,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    0xFEFF,
]
_MENDED = _ETH | dict.fromkeys(_SPACES, " ") | dict.fromkeys(_DROPPED, "")

_CONSONANTS_WITH_TONE = "".join(
    composed
    for consonant, tone in product("bcdđfghjklmnpqrstvwxzBCDĐFGHJKLMNPQRSTVWXZ", TONES)
    if len(composed := unicodedata.normalize("NFC", consonant + tone)) == 1
)
_STRAY = re.compile(f"[{TONES}{_CONSONANTS_WITH_TONE}]")
SUSPECTS = f"{TONES}{_CONSONANTS_WITH_TONE}{''.join(map(chr, _MENDED))}"
"""`normalise` changes no text in NFC that holds none of these characters."""

_SUSPECT = re.compile(f"[{SUSPECTS}]")
_PIECE = re.compile(rf"[^\s]+|[{''.join(map(chr, _SPACES))}]+")

# A syllable that ends in a consonant. There the tone belongs to the last vowel letter, whichever
# way of placing tones one follows (hoạn, tuyển, được), so lifting it decides nothing.
_CLOSED_SYLLABLE = re.compile(
    "(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
    "[aăâeêioôơuưy]{1,3}"
    "(?P<coda>ch|ng|nh|[ckmnpt])",
    re.IGNORECASE,
)

FaultKind = Literal["not-nfc", "mark-on-consonant", "eth", "invisible"]


@dataclass(frozen=True)
class TextFault:
    """One word that `normalise` would change."""

    offset: int
    """Where the word begins, in characters from 0."""

    kind: FaultKind
    """The gravest thing wrong with it; “invisible” is also a space that is not the plain one."""

    found: str
    """The word as it stands; for a run of unusual spaces, those spaces."""

    mended: str
    """The same place after `normalise`; may be empty."""


def normalise(text: str) -> str:
    """Return `text` in NFC, without invisible characters, its tone marks on vowels.

    Eth becomes đ, unusual spaces become plain ones. Where a tone is placed among the vowels
    (hoà, hòa) is never touched. `normalise(normalise(x)) == normalise(x)`.
    """
    if _is_clean(text):
        return text
    composed = unicodedata.normalize("NFC", text.translate(_MENDED))
    return WORD.sub(_lifted, composed) if _STRAY.search(composed) else composed


def faults(text: str) -> list[TextFault]:
    """Return every word that `normalise` would change, in order.

    Putting each `mended` in the place of its `found` gives `normalise(text)`.
    """
    if _is_clean(text):
        return []
    return [fault for piece in _PIECE.finditer(text) if (fault := _fault(piece))]


def split_tones(word: str) -> tuple[list[str], list[tuple[int, str]]]:
    """Part a word into its letters (ă and ô stay whole) and its tones with the letter they sit on.

    “tiếng” gives `["t", "i", "ê", "n", "g"]` and `[(2, "\\u0301")]`.
    """
    letters: list[str] = []
    tones: list[tuple[int, str]] = []
    for character in unicodedata.normalize("NFD", word):
        if character in TONES:
            tones.append((len(letters) - 1, character))
        elif letters and unicodedata.combining(character):
            letters[-1] += character
        else:
            letters.append(character)
    return [unicodedata.normalize("NFC", letter) for letter in letters], tones


def _is_clean(text: str) -> bool:
    return text.isascii() or (
        _SUSPECT.search(text) is None and unicodedata.is_normalized("NFC", text)
    )


def _lifted(match: re.Match[str]) -> str:
    word = match.group()
    if not _STRAY.search(word):
        return word
    letters, tones = split_tones(word)
    syllable = _CLOSED_SYLLABLE.fullmatch("".join(letters))
    one_tone = len({tone for _, tone in tones}) == 1
    if not (syllable and one_tone and tones[-1][0] >= syllable.start("coda")):
        return word
    letters.insert(syllable.start("coda"), tones[-1][1])
    return unicodedata.normalize("NFC", "".join(letters))


def _fault(piece: re.Match[str]) -> TextFault | None:
    found = piece.group()
    mended = normalise(found)
    if mended == found:
        return None
    visible = found.translate(_MENDED)
    kind: FaultKind = "not-nfc"
    if mended != unicodedata.normalize("NFC", visible):
        kind = "mark-on-consonant"
    elif found != found.translate(_ETH):
        kind = "eth"
    elif found != visible:
        kind = "invisible"
    return TextFault(piece.start(), kind, found, mended)

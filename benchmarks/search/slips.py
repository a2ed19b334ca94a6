"""One slip of the finger in a question: the same one every time it is asked for."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

_WORD = re.compile(r"[a-z]+")
_LONG_ENOUGH = 3
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = {
    letter: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in _ROWS
    for at, letter in enumerate(row)
}


def with_slip(text: str, protected: frozenset[str] = frozenset()) -> str:
    """Return `text`, lower case without marks, with one slip; empty where no word allows one.

    A slip is a missing letter, a doubled one, two swapped, or the key beside the right one, in a
    word of at least three letters that is not `protected`. Which word, slip and letter follows
    from the text alone.
    """
    words = [
        found
        for found in _WORD.finditer(text)
        if len(found.group()) >= _LONG_ENOUGH and found.group() not in protected
    ]
    if not words:
        return ""
    dice = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
    dice, which = divmod(dice, len(words))
    dice, kind = divmod(dice, len(_KINDS))
    word = words[which]
    return text[: word.start()] + _KINDS[kind](word.group(), dice) + text[word.end() :]


def _missing(word: str, dice: int) -> str:
    at = dice % len(word)
    return word[:at] + word[at + 1 :]


def _doubled(word: str, dice: int) -> str:
    at = dice % len(word)
    return word[: at + 1] + word[at:]


def _swapped(word: str, dice: int) -> str:
    unlike = [at for at in range(len(word) - 1) if word[at] != word[at + 1]]
    if not unlike:
        return _missing(word, dice)
    at = unlike[dice % len(unlike)]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _beside(word: str, dice: int) -> str:
    dice, at = divmod(dice, len(word))
    near = _NEIGHBOURS[word[at]]
    return word[:at] + near[dice % len(near)] + word[at + 1 :]


_KINDS: tuple[Callable[[str, int], str], ...] = (_missing, _doubled, _swapped, _beside)

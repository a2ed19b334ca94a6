"""Text typed before Unicode: letters of the fonts .VnTime (TCVN3) and VNI-Times.

Such text is stored as Western letters and signs that only those fonts draw as Vietnamese.
Read as what it is stored as, “Dân vận khéo” is “D©n vËn khÐo” or “Daân vaän kheùo”. It cannot be
guessed back letter by letter with certainty, so it is recognised and refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

# Signs inside a word; as letters only TCVN3 has them. Quotation marks, footnote figures and
# middle dots do stand beside words, so they count only between two letters.
_TCVN3 = re.compile(
    r"(?<![^\W_])[®§][a-zà-ÿ]"
    r"|[A-Za-zÀ-ÿ][¨©«¬®µ¶·¸¹»¼½¾ª§\u00ad][A-Za-zÀ-ÿ]"
    r"|[A-Za-zÀ-ÿ][©¨¸µ¶¹](?![\w])"
    r"|[a-z][ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞß]"
)
# A vowel and, as a letter of its own, its tone or its hat. None of these pairs is Vietnamese.
_VNI = re.compile(
    "[aA][øùûõïâêäåëéèúüÂÊØÙÛÕÏÄÅËÉÈÚÜ]|[eE][øùûõïâäåãáÂØÙÛÕÏÄÅ]|[oO][øùûõïäåÄÅØÙÛÕÏ]|[uU][øûïØÛÏ]"
    "|[öÖôÔ][øùûõïØÙÛÕÏ]"
)
_WORD = re.compile(r"[^\s\d.,;:()/“”\"]{2,}")
_FEW = 3
"""So many words cannot be an accident; in a short text a fifth of the words will do."""

Encoding = Literal["TCVN3", "VNI"]


@dataclass(frozen=True)
class LegacyText:
    """The first text in an old encoding."""

    encoding: Encoding
    index: int
    """Which of the texts it is."""

    found: str
    """Some words of it."""


def legacy_text(texts: Iterable[str]) -> LegacyText | None:
    """Whether the texts, taken together, were typed in TCVN3 or VNI."""
    counts: dict[Encoding, int] = {"TCVN3": 0, "VNI": 0}
    first: dict[Encoding, LegacyText] = {}
    words = 0
    for index, text in enumerate(texts):
        for word in _WORD.findall(text):
            words += 1
            for encoding, pattern in _PATTERNS:
                if pattern.search(word):
                    counts[encoding] += 1
                    first.setdefault(encoding, LegacyText(encoding, index, _excerpt(text)))
    most = max(counts, key=lambda encoding: counts[encoding])
    is_legacy = counts[most] >= _FEW or (counts[most] > 1 and counts[most] * 5 >= words)
    return first[most] if is_legacy else None


_PATTERNS: tuple[tuple[Encoding, re.Pattern[str]], ...] = (("TCVN3", _TCVN3), ("VNI", _VNI))


def _excerpt(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else flat[:40].rsplit(" ", 1)[0] + "…"

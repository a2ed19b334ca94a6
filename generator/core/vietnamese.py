"""Vietnamese text: one door to all that the site knows about it.

The work is done in small modules, one idea each; everything else imports from here:
`vietnamese_repair` (what was typed → what was meant), `vietnamese_compare` (are these the same?),
`vietnamese_order` (which comes first?), `vietnamese_nearest` (which was meant?). Here stand the
two short ways of writing something out: an address and a number.
"""

import re
import unicodedata
from decimal import Decimal

from generator.core.vietnamese_compare import fold, key
from generator.core.vietnamese_nearest import nearest
from generator.core.vietnamese_order import SortKey, sort_key
from generator.core.vietnamese_repair import SUSPECTS, FaultKind, TextFault, faults, normalise

__all__ = [
    "SUSPECTS",
    "FaultKind",
    "SortKey",
    "TextFault",
    "faults",
    "fold",
    "key",
    "nearest",
    "normalise",
    "number",
    "slug",
    "sort_key",
]

_LONGEST_SLUG = 80
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_VIETNAMESE_SEPARATORS = str.maketrans(",.", ".,")


def slug(text: str) -> str:
    """Return `text` as a part of an address: “Đường hoa – 5 tự quản” gives “duong-hoa-5-tu-quan”.

    Lower-case ASCII letters, digits and single hyphens, at most 80 characters, cut at a word.
    Empty when the text holds no Latin letter or digit.
    """
    plain = unicodedata.normalize("NFKD", fold(text)).lower()
    words = _NOT_IN_SLUG.sub("-", plain).strip("-")
    if len(words) <= _LONGEST_SLUG:
        return words
    return words[: _LONGEST_SLUG + 1].rpartition("-")[0] or words[:_LONGEST_SLUG]


def number(value: int | float | Decimal) -> str:
    """Return a number as Vietnamese writes it: 7556 gives “7.556”, 7.5 gives “7,5”.

    A Decimal keeps the zeros it was given, a float has none to keep. Raises ValueError for
    what is not a finite number.
    """
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {value}")
    written = format(exact, ",f")
    if isinstance(value, float):
        written = written.removesuffix(".0")
    return written.translate(_VIETNAMESE_SEPARATORS)

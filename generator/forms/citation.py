"""How an entry names the form it was read from, down to the row.

“Bản đăng ký mô hình, điển hình “Dân vận khéo” năm 2026 của Hội Phụ nữ xã A, mục II.3”: a reader
can find the row again, and the form can be written again in its own order.
"""

from __future__ import annotations

import re

from generator.core.entries import Model
from generator.forms.fields import roman

_POSITION = re.compile(r"Bản đăng ký .* năm (?P<year>\d{4}) của .*, mục [IVX]+\.(?P<number>\d+)")


def citation(year: int, unit: str, field_number: int, number: int) -> str:
    """The title of the source; ``field_number`` is the field's place in the list of fields."""
    row = f"{roman(field_number)}.{number}"
    return f"Bản đăng ký mô hình, điển hình “Dân vận khéo” năm {year} của {unit}, mục {row}"


def position(model: Model, year: int) -> int | None:
    """The row of the form of that year, among those of its field, if a source names it."""
    for source in model.sources:
        found = _POSITION.fullmatch(source.title)
        if found and int(found["year"]) == year:
            return int(found["number"])
    return None

"""What stands above the table: whose form it is, for which year, and with which plan.

“ĐƠN VỊ: Hội Phụ nữ xã A”, “Năm 2026”, “(Kèm theo Kế hoạch số 31-KH/TU, ngày 16/3/2021 của …)”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.core.vietnamese import fold

_UNIT = re.compile(r"(?:ten )?(?:co quan,? ?)?(?:don vi|dia phuong)(?: dang ky)?\s*[:：.…]")
_TITLE = re.compile(r"so (luong )?mo hinh, dien hinh|\(?kem theo ke hoach")
_YEAR = re.compile(r"\bnam\s*:?\s*((?:19|20)\d{2})\b")
_NOT_THE_YEAR = re.compile(r"kem theo|giai doan|ngay \d|ngay \.|thang ")
_PLAN = re.compile(
    r"ke hoach\s*(?:so)?\s*:?\s*(?P<number>\d{1,5}[a-z]?\s*[-–/]\s*[\w.&-]+(?:\s*/\s*[\w.&-]+)?)"
)
_DOTS = " .…_"
_SIGNATURES = re.compile(
    r"\(?(ky(, | va )(ghi ro )?ho ten|ky ten)|thu truong|nguoi (lap|tong hop|viet)|noi nhan"
    r"|(t/m|tm|k/t|kt|t/l|tl)\b\.? |(.{1,40}, )?ngay [\d. …]*thang [\d. …]*nam"
)


@dataclass(frozen=True)
class Heading:
    """What the lines above a table say; empty where they do not."""

    unit: str = ""
    year: int | None = None
    plan: str = ""
    """The number of the plan, without spaces."""


def read_heading(lines: Iterable[Sequence[str]]) -> Heading:
    """The lines, each as the texts of its cells. The one nearest to the table counts."""
    unit, year, plan = "", None, ""
    for line in ([part for text in each for part in text.split("\n")] for each in lines):
        unit = unit_in(line) or unit
        for text in filter(None, line):
            plain = fold(text)
            if found := _YEAR.search(plain):
                year = year if _NOT_THE_YEAR.search(plain) else int(found[1])
            if number := _PLAN.search(plain):
                written = text[slice(*number.span("number"))]
                plan = re.sub(r"\s", "", written).replace("–", "-").rstrip(".,;")
    return Heading(unit, year, plan)


def opens_a_form(line: Sequence[str]) -> bool:
    """Whether a line stands above a table: the unit, filled in or not, or the title."""
    return any(_UNIT.match(plain) or _TITLE.match(plain) for plain in map(fold, line))


def unit_in(line: Sequence[str]) -> str:
    """The unit that a line names, behind “ĐƠN VỊ:” or in the next cell."""
    for index, text in enumerate(line):
        if match := _UNIT.match(fold(text)):
            beside = next(filter(None, line[index + 1 :]), "")
            return _bare(text[match.end() :]) or _bare(beside)
    return ""


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(_DOTS)


def is_signature(line: Sequence[str]) -> bool:
    """Whether a line closes the form: who signs it, where and when."""
    texts = [text for text in line if text]
    if not 0 < len(texts) <= 3:
        return False
    return any(_SIGNATURES.match(fold(text)) for text in texts if len(text) <= 80)

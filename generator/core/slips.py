"""What an editor probably meant by a value that has the wrong form.

Each function offers the right form of a common slip, or an empty text; whoever asks
still checks that the offer is a value of its kind.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from generator.core import vietnamese

_DATE_WORDS = re.compile(r"(?:ngày|tháng|năm|[\s\d/.,\-–])*", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:[., ]\d{3})+")


def date(text: str) -> str:
    """``31/12/2025``, ``tháng 12 năm 2025`` or ``2025-1-5`` as the content writes dates."""
    if not _DATE_WORDS.fullmatch(text):
        return ""
    parts = re.findall(r"\d+", text)
    if parts and len(parts[0]) != 4:
        parts.reverse()
    if not 1 <= len(parts) <= 3 or len(parts[0]) != 4 or any(len(part) > 2 for part in parts[1:]):
        return ""
    return "-".join(part.zfill(2) for part in parts)


def deadline(text: str) -> str:
    """A date, or ``31/3`` and ``--3-31`` as a day of every year."""
    if yearly := re.fullmatch(r"(?:ngày )?(\d{1,2})\s*[/.\-]\s*(\d{1,2})", text):
        return f"--{yearly[2].zfill(2)}-{yearly[1].zfill(2)}"
    if yearly := re.fullmatch(r"-{1,2}(\d{1,2})-(\d{1,2})", text):
        return f"--{yearly[1].zfill(2)}-{yearly[2].zfill(2)}"
    return date(text)


def whole(text: str) -> str:
    """``1.500.000`` or ``1.500.000 đồng`` without what is not a digit."""
    number = re.sub(r"\s*(?:đồng|đ|VNĐ|VND)$", "", text, flags=re.IGNORECASE)
    if number.isdecimal() or _GROUPED.fullmatch(number):
        return re.sub(r"\D", "", number)
    return ""


def address(text: str) -> str:
    """``baodaklak.vn/bai`` as a whole web address."""
    return "https://" + re.sub(r"^(?:https?:?)?/*", "", text, flags=re.IGNORECASE)


def slug(text: str) -> str:
    """``../plans/ke-hoach.md`` or ``Tiếng kẻng an ninh`` as the name of an entry."""
    name = text.removesuffix(".md").removesuffix(".yml")
    return PurePosixPath(name).name if "/" in text else vietnamese.slug(name)


def picture(text: str) -> str:
    """``../images/le.jpg`` or ``content/images/le.jpg`` told from the folder of images."""
    return re.sub(r"^.*?\bimages/", "", text)


def truth(text: str) -> str:
    """A yes or no in other words."""
    yes = ("có", "đúng", "yes", "y", "on", "1", "true")
    no = ("không", "sai", "no", "n", "off", "0", "false")
    word = text.casefold()
    return "true" if word in yes else "false" if word in no else ""

"""Dates as people know them: a day, only a month, only a year, or a day every year.

Sources often say no more than "tháng 10 năm 2024"; a value that knows how much
it knows keeps the site from claiming more.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

FIRST_YEAR = 1930
"""The Party's mass-mobilisation work counts from 15/10/1930; nothing here is older."""

LAST_YEAR = 2100

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_YEARS = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
_YEARLY = re.compile(r"--(\d{2})-(\d{2})")


@dataclass(frozen=True)
class PartialDate:
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @staticmethod
    def parse(text: str) -> PartialDate:
        """Read ``2025``, ``2025-10`` or ``2025-10-15``; ``ValueError`` for anything else."""
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(text)
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(text)
        # refuses what no calendar has, month 00 and day 00 included
        date(year, 1 if month is None else month, 1 if day is None else day)
        return PartialDate(year, month, day)

    @property
    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def iso(self) -> str:
        """As written in the content and in open data: ``2025-10``."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def __str__(self) -> str:
        """As a Vietnamese reader writes it: ``15/10/2025``, ``10/2025``, ``2025``.

        Days below ten and the months January and February carry a zero
        (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.4).
        """
        parts = [f"{self.day:02d}"] if self.day else []
        if self.month:
            parts.append(f"{self.month:02d}" if self.month < 3 else str(self.month))
        return "/".join([*parts, str(self.year)])


@dataclass(frozen=True)
class YearRange:
    """Some years together, for a figure that sums them up: 2011–2015."""

    first_year: int
    last_year: int

    @property
    def first(self) -> date:
        """The earliest day it covers."""
        return date(self.first_year, 1, 1)

    @property
    def last(self) -> date:
        """The latest day it covers."""
        return date(self.last_year, 12, 31)

    @property
    def iso(self) -> str:
        """As an interval of ISO 8601: ``2011/2015``."""
        return f"{self.first_year}/{self.last_year}"

    def __str__(self) -> str:
        return f"{self.first_year}–{self.last_year}"


Moment = PartialDate | YearRange


def parse_moment(text: str) -> Moment:
    """A date, or years in order such as ``2011–2015``; ``ValueError`` for anything else."""
    match = _YEARS.fullmatch(text)
    if match is None:
        return PartialDate.parse(text)
    first, last = int(match[1]), int(match[2])
    if not FIRST_YEAR <= first < last <= LAST_YEAR:
        raise ValueError(text)
    return YearRange(first, last)


@dataclass(frozen=True, order=True)
class YearlyDate:
    """A day that comes back every year, such as 31/3."""

    month: int
    day: int

    @staticmethod
    def parse(text: str) -> YearlyDate:
        """Read ``--03-31``; ``ValueError`` for anything else, 29 February included."""
        match = _YEARLY.fullmatch(text)
        if match is None:
            raise ValueError(text)
        month, day = int(match[1]), int(match[2])
        date(2023, month, day)  # a common year: the day must exist in every one
        return YearlyDate(month, day)

    def in_year(self, year: int) -> date:
        """The day in that year."""
        return date(year, self.month, self.day)

    @property
    def iso(self) -> str:
        """As written in the content: ``--03-31``."""
        return f"--{self.month:02d}-{self.day:02d}"

    def __str__(self) -> str:
        month = f"{self.month:02d}" if self.month < 3 else str(self.month)
        return f"{self.day:02d}/{month}"


Deadline = PartialDate | YearlyDate


def is_date_like(text: str) -> bool:
    """Whether the text has the form of a date, be it one of the calendar or not."""
    return bool(_ISO.fullmatch(text) or _YEARLY.fullmatch(text))


def parse_deadline(text: str) -> Deadline:
    """A day, month or year, or a yearly day; ``ValueError`` for anything else."""
    return YearlyDate.parse(text) if text.startswith("--") else PartialDate.parse(text)

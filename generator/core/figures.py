"""How many models of this collection fall where: years, crossings, the way to an award.

Every count is of entries, never of the movement, and every one can be repeated by the
filters of the search: the page links each number to the very list it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.core.catalogue import Catalogue, ModelItem
from generator.core.entries import Model
from generator.core.vietnamese import key

SHOWN_YEARS = 15
"""Years told one by one; those before are summed."""

RUNNING = "dang-thuc-hien"
"""The state of a model that is being carried out."""

_AWARDS = tuple(
    key(word)
    for word in (
        "bằng khen",
        "giấy khen",
        "khen thưởng",
        "huân chương",
        "huy chương",
        "niệm chương",
        "cờ thi đua",
        "danh hiệu",
        "giải thưởng",
    )
)
"""Wordings of a decision that grant something; praise and mention alone are not among them."""

Period = tuple[int | None, ...]
"""The years that one row sums up; ``None`` stands for entries that tell no year."""

UNDATED: Period = (None,)
NO_YEAR = "khong-ghi"
"""How filters and addresses write that an entry tells no year."""

Years = Callable[[Model], Collection[int | None]]
"""The years in which something is told of a model."""


@dataclass(frozen=True)
class Stage:
    """A step of the way from registering a model to an award for it."""

    id: str
    name: str
    """Shown to readers."""

    meaning: str
    """When an entry counts here, in one sentence that the page shows."""

    years: Years


def own_years(model: Model) -> Collection[int | None]:
    """The years of a model as readers list them; undated where it tells none."""
    return model.years or UNDATED


def registered_years(model: Model) -> Collection[int | None]:
    """The years in which it was registered."""
    return [each.year for each in model.registrations]


def running_years(model: Model) -> Collection[int | None]:
    """Its own years, when the entry says that it is being carried out."""
    return own_years(model) if model.state == RUNNING else ()


def recognised_years(model: Model) -> Collection[int | None]:
    """The years of whatever recognition it has received."""
    return [each.year for each in model.recognitions]


def awarded_years(model: Model) -> Collection[int | None]:
    """The years of the recognitions whose wording grants an award."""
    return [each.year for each in model.recognitions if is_award(each.form)]


@lru_cache(maxsize=4096)
def is_award(wording: str) -> bool:
    """Whether a recognition, in the words of its decision, grants something."""
    told = key(wording)
    return any(word in told for word in _AWARDS)


STAGES = (
    Stage(
        "dang_ky",
        "Đăng ký",
        "Mục ghi năm mô hình được đăng ký.",
        registered_years,
    ),
    Stage(
        "trang_thai",
        "Đang thực hiện",
        "Mục ghi tình trạng “đang thực hiện”; tính vào năm mô hình bắt đầu, đăng ký hoặc"
        " được ghi nhận.",
        running_years,
    ),
    Stage(
        "ghi_nhan",
        "Được ghi nhận",
        "Mục ghi một lần công nhận, biểu dương, tuyên dương, khen thưởng hay ghi nhận khác,"
        " theo năm của lần ấy.",
        recognised_years,
    ),
    Stage(
        "khen_thuong",
        "Được khen thưởng",
        "Trong số được ghi nhận, lời ghi nói rõ bằng khen, giấy khen, khen thưởng, danh hiệu"
        " hoặc hình thức khen khác; chỉ biểu dương, tuyên dương thì chưa tính.",
        awarded_years,
    ),
)
"""From registering to an award. Each stage counts by itself: an entry may tell only the last."""


def facts_counted(model: Model) -> tuple[object, ...]:
    """All of a model, besides its place, on which any count here depends."""
    levels = [each.level for each in model.recognitions]
    stages = [stage.years(model) for stage in STAGES]
    return model.fields, model.form, model.years, levels, stages


def years_told(dates: Iterable[int | None]) -> tuple[str, ...]:
    """Years, or that there is none, as filters and addresses write them."""
    return tuple(str(year) if year else NO_YEAR for year in dates)


@dataclass(frozen=True)
class Periods:
    """The rows of every table by year: newest first, then earlier years, then no year."""

    years: tuple[int, ...]
    """Without a gap, so that an empty year is seen."""

    earlier: tuple[int, ...]
    """Years with models before those, newest first."""

    has_undated: bool

    @property
    def dated(self) -> tuple[Period, ...]:
        """The years of each row that tells one."""
        return self.all[:-1] if self.has_undated else self.all

    @property
    def all(self) -> tuple[Period, ...]:
        """The years of each row."""
        rows: list[Period] = [(year,) for year in self.years]
        if self.earlier:
            rows.append(self.earlier)
        return (*rows, UNDATED) if self.has_undated else tuple(rows)


def periods(catalogue: Catalogue) -> Periods:
    """The rows for the models of a catalogue."""
    found: set[int | None] = set()
    for item in catalogue.models.values():
        for dates in (own_years, recognised_years):
            found.update(dates(item.entry))
    known = sorted((year for year in found if year is not None), reverse=True)
    if not known:
        return Periods((), (), None in found)
    first = max(known[-1], known[0] - SHOWN_YEARS + 1)
    shown = tuple(range(known[0], first - 1, -1))
    return Periods(shown, tuple(year for year in known if year < first), None in found)


def by_period(
    models: Iterable[ModelItem], rows: Iterable[Period], dates: Years = own_years
) -> tuple[int, ...]:
    """How many models have a year in each row; a model counts once in a row."""
    held = [frozenset(dates(item.entry)) for item in models]
    singles = Counter(year for each in held for year in each)
    return tuple(
        singles[row[0]] if len(row) == 1 else sum(1 for each in held if not each.isdisjoint(row))
        for row in rows
    )


def total(models: Iterable[ModelItem], dates: Years) -> int:
    """How many models have reached a stage at all."""
    return sum(1 for item in models if dates(item.entry))


def field_by_province(catalogue: Catalogue) -> Mapping[tuple[str, str], int]:
    """The number of models of each field in each province of today."""
    found: Counter[tuple[str, str]] = Counter()
    for province, items in catalogue.by_province.items():
        for item in items:
            found.update((field, province) for field in item.entry.fields)
    return found

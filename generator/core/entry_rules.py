"""Checks that one entry can be held to by itself, one small function per rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.core import document_numbers
from generator.core.body_register import Register
from generator.core.catalogue import Item, ModelItem, PlanItem
from generator.core.dates import Moment, PartialDate, YearRange
from generator.core.entries import Entry, Location, Model, Plan
from generator.core.front_matter import KeyPath
from generator.core.problems import Problem, problem
from generator.core.source import Written
from generator.core.taxonomy import Vocabulary

DISTRICTS_ENDED = 2025
"""The last year with districts: they ended on 1/7/2025 (Luật 72/2025/QH15)."""


@dataclass(frozen=True)
class World:
    """What a rule may know besides the entry."""

    vocabulary: Vocabulary
    today: date

    @cached_property
    def register(self) -> Register:
        """Tells who is meant by a body's name."""
        return Register(self.vocabulary)


Rule = Callable[[Item[Entry], World], Iterator[Problem]]


def check_entry(item: Item[Entry], world: World) -> Iterator[Problem]:
    """Every breach of a rule in this entry."""
    for rule in _RULES:
        yield from rule(item, world)


def model_item(item: Item[Entry]) -> ModelItem | None:
    """The item as a model's, if it is one."""
    return item if isinstance(item.entry, Model) else None  # type: ignore[return-value]


def plan_item(item: Item[Entry]) -> PlanItem | None:
    """The item as a plan's, if it is one."""
    return item if isinstance(item.entry, Plan) else None  # type: ignore[return-value]


def place_problems(
    place: Location, source: Written, vocabulary: Vocabulary, path: KeyPath = ()
) -> Iterator[Problem]:
    """Names of a place that were not in use in its year; ``path`` leads to what holds it."""
    if place.year is None:
        return
    name = vocabulary.province(place.province)
    if name and name.until and name.until.year < place.year:
        detail = {"old": name.name, "until": name.until, "today": name.today.name}
        where = source.value_place(*path, "dia_ban", "tinh")
        yield problem("province-too-old", where, year=place.year, **detail)
    if place.district and place.year > DISTRICTS_ENDED:
        where = source.value_place(*path, "dia_ban", "huyen")
        yield problem("district-abolished", where, year=place.year, value=place.district)


def _places_fit_their_year(item: Item[Entry], world: World) -> Iterator[Problem]:
    yield from place_problems(item.entry.place, item.source, world.vocabulary)


def _people_are_named_with_a_basis(item: Item[Entry], world: World) -> Iterator[Problem]:
    model = item.entry
    if isinstance(model, Model) and model.form == "ca-nhan" and model.consent is None:
        yield problem("person-without-basis", item.source.key_place("hinh_thuc"))


def _recognition_follows_the_start(item: Item[Entry], world: World) -> Iterator[Problem]:
    model = item.entry
    if not isinstance(model, Model) or model.start is None:
        return
    for index, each in enumerate(model.recognitions):
        if each.year and each.year < model.start.year:
            place = item.source.value_place("cong_nhan", index, "nam")
            detail = {"recognised": each.year, "start": model.start}
            yield problem("recognised-before-start", place, **detail)
    for index, copy in enumerate(model.copied_to):
        if copy.year and copy.year < model.start.year:
            place = item.source.value_place("nhan_rong_den", index, "nam")
            yield problem("copied-before-start", place, copied=copy.year, start=model.start)


def _nothing_past_is_in_the_future(item: Item[Entry], world: World) -> Iterator[Problem]:
    for path, when in _past_dates(item.entry):
        if when is not None and _earliest(when) > world.today:
            place = item.source.value_place(*path)
            code = "future-start" if path == ("bat_dau",) else "future-date"
            yield problem(code, place, value=str(when))


def _earliest(when: Moment) -> date:
    """The earliest day on which it can be told; of some years, when the last has begun."""
    return date(when.last_year, 1, 1) if isinstance(when, YearRange) else when.first


def _past_dates(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], Moment | None]]:
    yield ("dia_ban", "nam"), _in_year(entry.place.year)
    for index, source in enumerate(entry.sources):
        yield ("nguon", index, "ngay"), source.published
    if isinstance(entry, Plan):
        yield ("ngay",), entry.issued
        for index, basis in enumerate(entry.bases):
            yield ("can_cu", index, "ngay"), basis.issued
    if isinstance(entry, Model):
        yield ("xac_nhan",), entry.confirmed
        if entry.state != "dang-ky":
            yield ("bat_dau",), entry.start
        for index, result in enumerate(entry.results):
            yield ("ket_qua", index, "thoi_diem"), result.as_of
        for index, each in enumerate(entry.recognitions):
            yield ("cong_nhan", index, "nam"), _in_year(each.year)
        for index, copy in enumerate(entry.copied_to):
            yield ("nhan_rong_den", index, "nam"), _in_year(copy.year)


def _in_year(year: int | None) -> PartialDate | None:
    return PartialDate(year) if year else None


def _periods_run_forward(item: Item[Entry], world: World) -> Iterator[Problem]:
    plan = item.entry
    if not isinstance(plan, Plan):
        return
    if plan.period.last and plan.period.first > plan.period.last:
        place = item.source.value_place("giai_doan", "den")
        yield problem("period-reversed", place, start=plan.period.first, end=plan.period.last)
    for index, task in enumerate(plan.tasks):
        if task.start and task.end and task.start.first > task.end.last:
            place = item.source.value_place("nhiem_vu", index, "den")
            yield problem("period-reversed", place, start=task.start, end=task.end)
    for index, each in enumerate(plan.milestones):
        if each.first_year and each.last_year and each.first_year > each.last_year:
            place = item.source.value_place("moc", index, "den_nam")
            yield problem("period-reversed", place, start=each.first_year, end=each.last_year)


def _targets_run_upward(item: Item[Entry], world: World) -> Iterator[Problem]:
    plan = item.entry
    for index, target in enumerate(plan.targets if isinstance(plan, Plan) else ()):
        if target.least is not None and target.most is not None and target.least > target.most:
            place = item.source.value_place("chi_tieu", index, "toi_da")
            yield problem("range-reversed", place, low=target.least, high=target.most)


def _numbers_are_well_formed(item: Item[Entry], world: World) -> Iterator[Problem]:
    plan = item.entry
    if not isinstance(plan, Plan):
        return
    numbers: list[tuple[tuple[str | int, ...], str | None]] = [(("so_ky_hieu",), plan.number)]
    numbers += [
        (("can_cu", index, "so_ky_hieu"), basis.number) for index, basis in enumerate(plan.bases)
    ]
    for path, text in numbers:
        if text is None:
            continue
        parsed = document_numbers.parse(text)
        place = item.source.value_place(*path)
        if parsed is None:
            yield problem("bad-document-number", place, value=text)
        elif not parsed.issuer_is_known:
            yield problem("unknown-issuer", place, value=text, issuer=parsed.issuer)


_RULES: tuple[Rule, ...] = (
    _places_fit_their_year,
    _people_are_named_with_a_basis,
    _recognition_follows_the_start,
    _nothing_past_is_in_the_future,
    _periods_run_forward,
    _targets_run_upward,
    _numbers_are_well_formed,
)

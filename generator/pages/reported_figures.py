"""What places say of the movement, grouped by the province of today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.core.axes import PROVINCE
from generator.core.dates import PartialDate
from generator.core.reported_figures import Report
from generator.core.routes import term_url
from generator.core.taxonomy import PlaceName, Province
from generator.core.vietnamese import sort_key
from generator.pages.entry_parts import source_view
from generator.pages.knowledge import Knowledge
from generator.pages.numbers_views import CountView, ReportGroup, ReportView
from generator.pages.places import capital, place_note, place_then
from generator.pages.views import Link

_SHOWN = 4
"""Reports of a province that are shown at once."""


def report_groups(knowledge: Knowledge) -> tuple[ReportGroup, ...]:
    """Every report, under the province in which its place lies today, A–Z."""
    found: defaultdict[str, list[ReportView]] = defaultdict(list)
    provinces: dict[str, Province] = {}
    for report in knowledge.reports:
        name = knowledge.catalogue.vocabulary.province(report.place.province)
        assert name is not None, "validation admits only known provinces"
        provinces[name.today.id] = name.today
        found[name.today.id].append(_report(report, name))
    ordered = sorted(provinces.values(), key=lambda each: sort_key(each.name))
    return tuple(_group(each, found[each.id]) for each in ordered)


def _group(province: Province, told: list[ReportView]) -> ReportGroup:
    link = Link(province.full_name, term_url(PROVINCE, province.id))
    return ReportGroup(link, tuple(told[:_SHOWN]), tuple(told[_SHOWN:]))


def _report(report: Report, name: PlaceName) -> ReportView:
    place, notes = place_then(report.place), []
    if name.is_former or report.place.district:
        notes.append(place_note(report.place, name))
    if report.body:
        place, notes = capital(report.body), [place, *notes]
    return ReportView(
        place,
        "; ".join(note for note in notes if note),
        period_told(report.first, report.last),
        tuple(_counts(report)),
        tuple(source_view(each) for each in report.sources),
    )


def _counts(report: Report) -> Iterator[CountView]:
    follows = False
    for each in report.counts:
        first = each.is_part and not follows
        yield CountView(
            each.amount.text, f"trong đó: {each.what}" if first else each.what, each.is_part
        )
        follows = each.is_part


def period_told(first: PartialDate | None, last: PartialDate | None) -> str:
    """The time a count covers, as far as its source tells."""
    if first is None:
        return f"Tính đến {last}" if last else "Nguồn không ghi thời gian"
    if last is None:
        return f"Từ {first}, nguồn không ghi đến khi nào"
    if first == last:
        return f"Năm {first}" if first.month is None else str(first)
    if first.month is None and first.year == last.year:
        return f"Năm {first}, tính đến {last}"
    whole_years = first.month is None and last.month is None
    return f"{first}–{last}" if whole_years else f"Từ {first} đến {last}"

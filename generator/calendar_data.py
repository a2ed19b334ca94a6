"""The files for calendar programs: one for each plan with a day in it, and one for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from generator.core.agenda import own_rule, plan_rules
from generator.core.catalogue import PlanItem
from generator.core.dates import PartialDate
from generator.core.deadlines import Rule
from generator.core.routes import CALENDAR, CALENDAR_FILE, Route, plan_calendar, plan_url
from generator.edition import Edition, Output, output
from generator.export.calendar import MEDIA_TYPE, Calendar, Event, icalendar
from generator.pages.calendar_page import has_file
from generator.pages.knowledge import Knowledge

_MOVEMENT = "phong-trao-ngay"
_LINK = f'\n<link rel="alternate" type="{MEDIA_TYPE}" href="{{}}{CALENDAR_FILE}">'


def calendar_files(edition: Edition) -> Iterator[Output]:
    """Every calendar that has an event."""
    know, publication = edition.knowledge, edition.publication
    every: list[Event] = []
    for item in know.catalogue.plans.values():
        events = plan_events(item, edition)
        every += events
        if events:
            page = publication.address(plan_url(item.slug))
            about = Calendar(f"{item.entry.name} ({item.entry.issuer})", page, publication.name)
            yield output(plan_calendar(item.slug), icalendar(about, events))
    every += _own_events(edition)
    if every:
        page = publication.address(CALENDAR)
        about = Calendar(f"{publication.name}: lịch phong trào", page, publication.name)
        yield output(CALENDAR_FILE, icalendar(about, every))


def calendar_link(route: Route, know: Knowledge) -> str:
    """Where calendar programs find the days that a page tells of; ready HTML for its head."""
    if route.kind == "plan" and plan_rules(
        know.catalogue.plans[route.subject], know.steps[route.subject], know.today
    ):
        return _LINK.format("")
    return _LINK.format("../") if route.kind == "calendar" and has_file(know) else ""


def plan_events(item: PlanItem, edition: Edition) -> list[Event]:
    """The days of a plan; one that the text tells only by its month falls on the last day."""
    know = edition.knowledge
    known = edition.history.get(item.path)
    changed = known.changed if known else know.added_on(item)
    url = edition.publication.address(plan_url(item.slug))
    taken: Counter[str] = Counter()
    events = []
    for rule in plan_rules(item, know.steps[item.slug], know.today):
        if not rule.days:
            continue
        name = f"{item.slug}-{'nhiem-vu' if rule.tasks else 'moc'}-{rule.due.iso.strip('-')}"
        taken[name] += 1
        events.append(
            Event(
                _uid(name, taken[name], edition),
                rule.days[0].last,
                rule.what,
                _about(item, rule),
                url,
                changed or date(item.entry.period.first, 1, 1),
                len(rule.days) > 1,
                rule.days[-1].last if len(rule.days) > 1 else None,
            )
        )
    return events


def _own_events(edition: Edition) -> Iterator[Event]:
    today = edition.knowledge.today
    page = edition.publication.address(CALENDAR)
    taken: Counter[str] = Counter()
    for own in edition.knowledge.catalogue.vocabulary.days:
        rule = own_rule(own, today)
        name = f"{_MOVEMENT}-{rule.due.iso.strip('-')}"
        taken[name] += 1
        uid = _uid(name, taken[name], edition)
        sources = "\n".join(f"Nguồn: {title}, {publisher}" for title, publisher, _ in own.sources)
        start = date(today.year, 1, 1)
        yield Event(uid, rule.days[0].last, rule.what, sources, page, start, rule.is_yearly)


def _uid(name: str, number: int, edition: Edition) -> str:
    """Made of whose day it is and when, so that mending the words keeps the event the same.

    Deadlines of a plan on one day are told apart by their order.
    """
    host = urlsplit(edition.publication.base_url).hostname or "dan-van-kheo"
    return f"{name}-{number}@{host}"


def _about(item: PlanItem, rule: Rule) -> str:
    plan = item.entry
    lines = [f"Gửi: {rule.to}"] if rule.to else []
    if isinstance(rule.due, PartialDate) and not rule.due.day:
        lines.append(f"Văn bản chỉ nêu {'tháng' if rule.due.month else 'năm'} {rule.due}.")
    if rule.is_open:
        lines.append(f"Văn bản không nêu năm cuối; lịch ghi đến hết năm {rule.last}.")
    numbered = f", số {plan.number}" if plan.number else ""
    lines.append(f"{plan.name} – {plan.issuer}{numbered}")
    return "\n".join(lines)

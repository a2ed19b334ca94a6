"""Lists of models, their terms, the front page, and the page of open data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote_plus

from markupsafe import Markup

from generator.core.axes import AXES, FIELD, PROVINCE, Axis, axis_named
from generator.core.catalogue import Catalogue, ModelItem
from generator.core.routes import (
    HOME,
    MODELS,
    PLANS,
    Route,
    axis_url,
    numbered,
    pages_for,
    term_url,
)
from generator.core.taxonomy import Term
from generator.core.vietnamese import number
from generator.pages.calendar_page import next_days
from generator.pages.cards import card
from generator.pages.knowledge import Knowledge
from generator.pages.list_views import (
    Facet,
    HomeView,
    ListView,
    PageLink,
    Pager,
    TermRow,
    TermsView,
)
from generator.pages.plan_page import plan_row
from generator.pages.views import Figure, Link

_FACET_ROWS = 12
_HOME_CARDS = 3
_QUESTIONS = ("hiến đất làm đường", "camera an ninh", "phân loại rác", "cải cách hành chính")
"""Searches offered on the front page, as readers type them."""

_AROUND = 2
"""How many page numbers are shown on either side of the current one."""


def browse_view(
    route: Route, knowledge: Knowledge, rows: Mapping[str, Markup], size: int
) -> ListView:
    """A page of the list of all models; ``rows`` holds each model's card by slug."""
    return _list(
        route,
        MODELS,
        knowledge.models,
        rows,
        size,
        title="Tra cứu mô hình, điển hình",
        intro="Xếp theo thứ tự A–Z. Chọn một lĩnh vực, tỉnh hay năm để thu hẹp danh sách.",
        crumbs=(Link("Trang chủ", HOME),),
        facets=tuple(_facet(axis, knowledge) for axis in AXES),
        searchable=True,
    )


def term_view(
    route: Route, knowledge: Knowledge, rows: Mapping[str, Markup], size: int
) -> ListView:
    """A page of the list of the models that carry a term."""
    axis_id, term_id = route.subject.split("/")
    axis = axis_named(axis_id)
    term = next(each for each, _ in knowledge.counted[axis_id] if each.id == term_id)
    return _list(
        route,
        term_url(axis, term_id),
        axis.items(knowledge.catalogue).get(term_id, ()),
        rows,
        size,
        title=axis.heading(term),
        intro=_sentence(term.description),
        crumbs=(Link("Trang chủ", HOME), Link("Mô hình", MODELS), Link(axis.name, axis_url(axis))),
        facets=(_facet(axis, knowledge, whole=True),),
        field_id=term_id if axis is FIELD else "",
    )


def _list(
    route: Route,
    url: str,
    items: Sequence[ModelItem],
    rows: Mapping[str, Markup],
    size: int,
    *,
    title: str,
    intro: str,
    crumbs: tuple[Link, ...],
    facets: tuple[Facet, ...],
    searchable: bool = False,
    field_id: str = "",
) -> ListView:
    first = (route.page - 1) * size
    here = items[first : first + size]
    return ListView(
        title,
        intro,
        crumbs,
        len(items),
        f"{first + 1}–{first + len(here)}" if len(items) > size else "",
        tuple(rows[item.slug] for item in here),
        pager(url, route.page, pages_for(len(items), size)),
        facets,
        searchable,
        field_id,
    )


def _sentence(text: str) -> str:
    return (
        text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")
        if text
        else ""
    )


def pager(url: str, page: int, last: int) -> Pager | None:
    """The way through the pages of a list; nothing when there is only one."""
    if last == 1:
        return None
    near = {1, last, *range(page - _AROUND, page + _AROUND + 1)}
    shown = sorted(n for n in near if 1 <= n <= last)
    links: list[PageLink] = []
    for before, n in zip([0, *shown], shown, strict=False):
        if n - before > 1:
            links.append(PageLink(0, "", False))
        links.append(PageLink(n, numbered(url, n), n == page))
    return Pager(
        numbered(url, page - 1) if page > 1 else "",
        numbered(url, page + 1) if page < last else "",
        tuple(links),
    )


def _facet(axis: Axis, knowledge: Knowledge, whole: bool = False) -> Facet:
    """The axis' terms that have models; the fullest ones, when they are many."""
    filled = [(term, count) for term, count in knowledge.counted[axis.id] if count]
    kept = filled
    if not whole and len(filled) > _FACET_ROWS:
        kept = sorted(filled, key=lambda pair: -pair[1])[:_FACET_ROWS]
    rows = tuple(_row(axis, term, count) for term, count in kept)
    return Facet(axis.name, axis.filter, axis_url(axis), rows, len(filled) - len(kept))


def _rows(axis: Axis, catalogue: Catalogue) -> tuple[TermRow, ...]:
    return tuple(_row(axis, term, count) for term, count in axis.counted(catalogue))


def _row(axis: Axis, term: Term, count: int) -> TermRow:
    return TermRow(term.id, term.name, term_url(axis, term.id), term.description, count)


def terms_view(route: Route, catalogue: Catalogue) -> TermsView:
    """The page of an axis: all its terms, those without models included."""
    axis = axis_named(route.subject)
    rows = _rows(axis, catalogue)
    filled = sum(1 for row in rows if row.count)
    intro = (
        f"{filled} trong {len(rows)} mục đã có mô hình, điển hình trong kho."
        if axis is PROVINCE
        else ""
    )
    return TermsView(
        axis.question, intro, (Link("Trang chủ", HOME), Link("Mô hình", MODELS)), rows, axis.id
    )


def home_view(knowledge: Knowledge) -> HomeView:
    """The front page."""
    catalogue = knowledge.catalogue
    found = knowledge.ready
    shown = {item.slug for item in found[:_HOME_CARDS]}
    fresh = [item for item in knowledge.newest if item.slug not in shown][:_HOME_CARDS]
    return HomeView(
        questions=tuple(Link(each, f"{MODELS}?q={quote_plus(each)}") for each in _QUESTIONS),
        stats=_stats(knowledge),
        fields=_rows(FIELD, catalogue),
        ready=tuple(card(item, knowledge) for item in found[:_HOME_CARDS]),
        newest=tuple(card(item, knowledge) for item in fresh),
        plans=tuple(plan_row(plan) for plan in list(catalogue.plans.values())[: _HOME_CARDS + 2]),
        days=next_days(knowledge),
        provinces=tuple(row for row in _rows(PROVINCE, catalogue) if row.count),
    )


def _stats(knowledge: Knowledge) -> tuple[Figure, ...]:
    catalogue = knowledge.catalogue
    return (
        Figure(number(len(catalogue.models)), MODELS, "mô hình, điển hình có nguồn"),
        Figure(number(len(catalogue.by_province)), axis_url(PROVINCE), "tỉnh, thành phố"),
        Figure(number(len(knowledge.copied)), MODELS, "mô hình đã được nhân rộng"),
        Figure(number(len(catalogue.plans)), PLANS, "kế hoạch phong trào"),
    )

"""What is ready to be copied, and where copying has led: the pages below ``nhan-rong/``."""

from __future__ import annotations

from urllib.parse import urlencode

from generator.core.catalogue import ModelItem
from generator.core.durations import SPANS
from generator.core.readiness import READY
from generator.core.routes import (
    FOREST,
    HOME,
    MODELS,
    SPREAD,
    TREES_ON_PAGE,
    Route,
    pages_for,
    spread_url,
)
from generator.core.vietnamese import number
from generator.pages.cards import card
from generator.pages.knowledge import Knowledge
from generator.pages.lineage_tree import tree_in_short, tree_of
from generator.pages.list_pages import pager
from generator.pages.list_views import Facet, TermRow
from generator.pages.places import place_short
from generator.pages.spread_views import ForestView, ReadyRow, SpreadView
from generator.pages.views import Fact, Link

TREES_BESIDE = 3
"""Of the largest trees, beside the first page of what is ready."""

_READY_FILTER = ("nhan_rong", READY)
"""The search's own filter for what is ready to be copied."""


def spread_view(route: Route, knowledge: Knowledge, size: int) -> SpreadView:
    """A page of what is ready to be copied, at all or within a span of time.

    The first of all shows the largest trees too.
    """
    span = next((each for each in SPANS if each.id == route.subject), None)
    found = knowledge.ready_within.get(route.subject, ())
    first = (route.page - 1) * size
    here = found[first : first + size]
    roots = knowledge.forest.roots
    beside = roots[:TREES_BESIDE] if route.url == SPREAD else ()
    return SpreadView(
        title=f"Nhân rộng: {span.name[:1].lower()}{span.name[1:]}" if span else "Nhân rộng",
        crumbs=(Link("Trang chủ", HOME), *((Link("Nhân rộng", SPREAD),) if span else ())),
        count=len(found),
        shown=f"{first + 1}–{first + len(here)}" if len(found) > size else "",
        rows=tuple(_row(item, knowledge) for item in here),
        pager=pager(spread_url(route.subject), route.page, pages_for(len(found), size)),
        facets=_facets(knowledge),
        all_in_search=Link("Tìm trong các mô hình này", _search()),
        trees=tuple(tree_in_short(root, knowledge) for root in beside),
        all_trees=Link(f"Xem cả {number(len(roots))} cây", FOREST),
    )


def forest_view(route: Route, knowledge: Knowledge) -> ForestView:
    """A page of all trees, the largest first."""
    trees = knowledge.forest
    first = (route.page - 1) * TREES_ON_PAGE
    copies = trees.total
    lead = (
        f"{number(len(trees.roots))} mô hình đã được làm theo ở {number(copies)} nơi hoặc "
        "nhóm nơi, kể cả những nơi chưa có mục riêng trong kho. Cây lớn đứng trước."
    )
    return ForestView(
        "Cây nhân rộng",
        lead if trees.roots else "",
        (Link("Trang chủ", HOME), Link("Nhân rộng", SPREAD)),
        tuple(tree_of(root, knowledge) for root in trees.roots[first : first + TREES_ON_PAGE]),
        pager(FOREST, route.page, pages_for(len(trees.roots), TREES_ON_PAGE)),
    )


def _row(item: ModelItem, knowledge: Knowledge) -> ReadyRow:
    return ReadyRow(card(item, knowledge), tuple(_takes(item, knowledge)), _copies(item, knowledge))


def _copies(item: ModelItem, knowledge: Knowledge) -> str:
    """A single copy is named: "144 hội quán trong tỉnh" would be misread as one place."""
    found = knowledge.forest.offshoots.get(item.slug, ())
    if len(found) != 1:
        return f"{number(len(found))} nơi, nhóm nơi" if found else ""
    model = found[0].model
    return found[0].place or (place_short(model.entry.place) if model else "")


def _takes(item: ModelItem, knowledge: Knowledge) -> list[Fact]:
    held = item.entry.conditions
    if held is None:
        return []
    cost = [knowledge.term_name("kinh_phi", held.cost)] if held.cost else []
    cost += [f"{number(held.money)} đồng"] if held.money is not None else []
    terrain = [knowledge.term_name("dia_ban_phu_hop", each) for each in held.terrain]
    told = (
        ("Kinh phí", " – ".join(cost)),
        ("Thời gian", held.time or ""),
        ("Địa bàn phù hợp", ", ".join(terrain)),
    )
    return [Fact(label, (Link(value, ""),)) for label, value in told if value]


def _facets(knowledge: Knowledge) -> tuple[Facet, ...]:
    """Ways to narrow the list in the search, each with how many it will find."""
    made = (
        _facet("Lĩnh vực", "linh_vuc", "linh_vuc", knowledge),
        _facet("Kinh phí", "kinh_phi", "kinh_phi", knowledge),
        _times(knowledge),
        _facet("Kiểu địa bàn", "dia_ban", "dia_ban_phu_hop", knowledge),
    )
    return tuple(each for each in made if each.rows)


def _facet(title: str, name: str, terms: str, knowledge: Knowledge) -> Facet:
    counts = knowledge.ready_terms[terms]
    rows = tuple(
        TermRow(term.id, term.name, _search((name, term.id)), "", counts[term.id])
        for term in knowledge.catalogue.vocabulary.lists.get(terms, ())
        if counts.get(term.id)
    )
    return Facet(title, name, _search(), rows, 0)


def _times(knowledge: Knowledge) -> Facet:
    """Lists by time: sources tell it in their own words, which the search does not sort."""
    counts = knowledge.ready_terms["thoi_gian"]
    rows = (TermRow(s.id, s.name, spread_url(s.id), "", counts.get(s.id, 0)) for s in SPANS)
    return Facet("Thời gian", "thoi_gian", SPREAD, tuple(row for row in rows if row.count), 0)


def _search(*more: tuple[str, str]) -> str:
    """The search over what is ready, narrowed further."""
    return f"{MODELS}?{urlencode([_READY_FILTER, *more])}"

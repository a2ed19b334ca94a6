"""What is ready to be copied, said once for the front page, the list and the search.

Ready is what another place could start from tomorrow: it tells the way of doing and a result
with a figure, and either what it takes or where it has already been done again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.core.catalogue import Catalogue, ModelItem
from generator.core.durations import span
from generator.core.entries import Conditions
from generator.core.lineage import Forest

COPIED, READY = "da-nhan-rong", "san-sang"
SPREAD_TERMS = ((COPIED, "Đã có nơi làm theo"), (READY, "Sẵn sàng nhân rộng"))
"""How the search narrows models by their spreading: id and label."""

WAY = "Cách làm"
"""The heading under which an entry tells how it is done."""


def is_ready(item: ModelItem, forest: Forest) -> bool:
    """Whether the entry tells enough to be copied."""
    return (
        any(each.amount for each in item.entry.results)
        and (item.slug in forest.offshoots or _says_what_it_takes(item.entry.conditions))
        and WAY in item.headings
    )


def _says_what_it_takes(held: Conditions | None) -> bool:
    """Whether one of the things to know beforehand is told; a caution alone is not enough."""
    if held is None:
        return False
    told = (held.cost, held.people, held.time, held.terrain, held.needs)
    return held.money is not None or any(told)


def ready(catalogue: Catalogue, forest: Forest) -> tuple[ModelItem, ...]:
    """The models that are ready to be copied: the most copied first, then the best told."""
    found = [item for item in catalogue.models.values() if is_ready(item, forest)]
    return tuple(sorted(found, key=lambda item: _order(item, forest)))


def terms_of(items: Iterable[ModelItem]) -> Mapping[str, Counter[str]]:
    """How many of the models carry each field, cost, time and kind of place, by the list's name."""
    names = ("linh_vuc", "kinh_phi", "thoi_gian", "dia_ban_phu_hop")
    found = {name: Counter[str]() for name in names}
    for item in items:
        held = item.entry.conditions
        found["linh_vuc"].update(item.entry.fields)
        found["kinh_phi"].update([held.cost] if held and held.cost else [])
        found["thoi_gian"].update(filter(None, [time_span(item)]))
        found["dia_ban_phu_hop"].update(held.terrain if held else ())
    return found


def time_span(item: ModelItem) -> str:
    """Into which span of time the model's own words about it fall; empty where into none."""
    held = item.entry.conditions
    return span(held.time) if held and held.time else ""


def spread_terms(item: ModelItem, forest: Forest) -> tuple[str, ...]:
    """Which of ``SPREAD_TERMS`` the model carries."""
    copied = (COPIED,) if item.slug in forest.offshoots else ()
    return (*copied, READY) if is_ready(item, forest) else copied


def _order(item: ModelItem, forest: Forest) -> tuple[object, ...]:
    held = item.entry.conditions
    told = sum(map(bool, (held.cost or held.money, held.time, held.terrain))) if held else 0
    copies = len(forest.offshoots.get(item.slug, ()))
    return (-copies, -told, -len(item.entry.results), *item.order)

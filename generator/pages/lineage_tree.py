"""The tree that a model belongs to, or a whole tree of the forest, cut to what a page can show.

Around the current model everything on the way from the root is kept; of many copies the first
are shown and the rest counted, so that nothing becomes unreadable however large a tree grows.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.core.catalogue import ModelItem
from generator.core.lineage import Forest, Offshoot
from generator.core.routes import model_url, tree_url
from generator.core.vietnamese import number
from generator.pages.knowledge import Knowledge
from generator.pages.places import place_short
from generator.pages.tree_drawing import draw
from generator.pages.tree_views import TreeNode, TreeView
from generator.pages.views import Link

_DEEPEST = 6
"""Generations on a page; more would need boxes narrower than their words."""

_LONG = 12
"""A list of more nodes is folded away beside the drawing."""

_LISTED = 200
"""Nodes in the list of a whole tree, which may tell more than its drawing."""


@dataclass(frozen=True)
class _Cut:
    """Which copies of which models are shown."""

    forest: Forest
    start: str
    children: dict[str, tuple[Offshoot, ...]] = field(default_factory=dict)

    def hidden(self, slug: str) -> int:
        """How many places below a model are not shown there."""
        shown = {id(each) for each in self.children.get(slug, ())}
        rest = [each for each in self.forest.offshoots.get(slug, ()) if id(each) not in shown]
        return sum(1 + (self.forest.size(each.model.slug) if each.model else 0) for each in rest)


def tree_around(item: ModelItem, knowledge: Knowledge) -> TreeView | None:
    """The tree a model belongs to; nothing when it stands alone."""
    forest = knowledge.forest
    if forest.stands_alone(item.slug):
        return None
    way = forest.way_to(item.slug)
    start = way[-_DEEPEST:][0]
    cut = _cut(forest, start, way, most=20, abreast=6)
    whole = Link("Xem cả cây", tree_url(way[0], forest))
    node = _grown(cut, item.slug, whole, knowledge)
    return _view(node, node, way[0], "Cây nhân rộng của mô hình này", knowledge)


def tree_in_short(root: str, knowledge: Knowledge) -> TreeView:
    """A tree of the forest that stands beside other things: its beginning."""
    forest = knowledge.forest
    cut = _cut(forest, root, (root,), most=12, abreast=6)
    node = _grown(cut, "", Link("Xem cả cây", tree_url(root, forest)), knowledge)
    return _view(node, node, root, knowledge.catalogue.models[root].entry.name, knowledge)


def tree_of(root: str, knowledge: Knowledge) -> TreeView:
    """A whole tree of the forest: its largest part drawn, nearly all of it listed."""
    forest = knowledge.forest
    drawn = _cut(forest, root, (root,), most=24, abreast=10)
    listed = _cut(forest, root, (root,), most=_LISTED, abreast=_LISTED)
    title = knowledge.catalogue.models[root].entry.name
    drawing, whole = (_grown(each, "", None, knowledge) for each in (drawn, listed))
    return _view(drawing, whole, root, title, knowledge)


def _cut(forest: Forest, start: str, way: tuple[str, ...], most: int, abreast: int) -> _Cut:
    cut = _Cut(forest, start)
    kept = way[way.index(start) :]
    for slug, following in zip(kept, (*kept[1:], ""), strict=True):
        cut.children[slug] = _first(forest.offshoots.get(slug, ()), abreast, following)
    left = most - sum(map(len, cut.children.values()))
    waiting = deque([(start, 0)])
    while waiting:
        slug, depth = waiting.popleft()
        if slug not in cut.children:
            room = min(abreast, left) if depth < _DEEPEST - 1 else 0
            cut.children[slug] = forest.offshoots.get(slug, ())[: max(room, 0)]
            left -= len(cut.children[slug])
        waiting += [(each.model.slug, depth + 1) for each in cut.children[slug] if each.model]
    return cut


def _first(all_of: tuple[Offshoot, ...], most: int, kept: str) -> tuple[Offshoot, ...]:
    """The first copies, the one on the way among them wherever it stands."""
    first = all_of[:most]
    on_the_way = [each for each in all_of if each.model and each.model.slug == kept]
    return first if not kept or on_the_way[0] in first else (*first[:-1], on_the_way[0])


def _grown(cut: _Cut, current: str, whole: Link | None, knowledge: Knowledge) -> TreeNode:
    item = knowledge.catalogue.models[cut.start]
    return _model_node(cut, item, None, current, whole, knowledge)


def _view(
    drawn: TreeNode, listed: TreeNode, root: str, title: str, knowledge: Knowledge
) -> TreeView:
    forest, name = knowledge.forest, knowledge.catalogue.models[root].entry.name
    told = f"Từ “{name}”, kho ghi nhận {number(forest.size(root))} nơi hoặc nhóm nơi làm theo."
    whole = Link("Xem cả cây", tree_url(root, forest))
    is_long = sum(1 for _ in _all(listed)) > _LONG
    return TreeView(f"cay-{root}", title, told, listed, draw(drawn), whole, is_long)


def _model_node(
    cut: _Cut,
    item: ModelItem,
    year: int | None,
    current: str,
    whole: Link | None,
    knowledge: Knowledge,
) -> TreeNode:
    """A model with what is shown below it; as deep as the cut, never deeper.

    What is left out leads to the ``whole`` tree or, where that is what is being shown, to the
    page of the model itself.
    """
    nodes = []
    for each in cut.children.get(item.slug, ()):
        if each.model:
            nodes.append(_model_node(cut, each.model, each.year, current, whole, knowledge))
        else:
            nodes.append(TreeNode(each.place, "", _note("chưa có mục riêng", each.year), "place"))
    if hidden := cut.hidden(item.slug):
        words = f"và {number(hidden)} nơi khác" if nodes else f"{number(hidden)} nơi làm theo"
        rest = whole.url if whole else f"{model_url(item.slug)}#nhan-rong"
        nodes.append(TreeNode(words, rest, "", "more"))
    start = item.entry.start
    note = _note(place_short(item.entry.place), year or (start.year if start else None))
    kind = "current" if item.slug == current else "model"
    return TreeNode(item.entry.name, model_url(item.slug), note, kind, tuple(nodes))


def _note(place: str, year: int | None) -> str:
    return f"{place}, {year}" if year else place


def _all(node: TreeNode) -> Iterator[TreeNode]:
    yield node
    for each in node.nodes:
        yield from _all(each)

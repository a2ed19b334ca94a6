"""A tree of copies as boxes and lines, from left to right.

Only geometry: which nodes are shown has been decided before, colours belong to the style sheet.
Text in SVG does not wrap by itself, so its width is estimated from its letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.pages.tree_views import TextLine, TreeBox, TreeDrawing, TreeNode

BOX = 200
_GAP_ACROSS, _GAP_DOWN = 28, 10
_PADDING = 12
_INNER = BOX - 2 * _PADDING
_NAME_LINE, _NOTE_LINE = 18, 16
_NAME_SIZE, _NOTE_SIZE = 13, 11.5
_MOST_NAME_LINES = 3
_TALL = 640
"""Beside copies that reach further down than this a box stands at the top, not in the middle."""

_THIN, _WIDE = frozenset("iíìỉĩịljtfrI.,;:'()–- /1"), frozenset("mwMWQO@%")


def draw(root: TreeNode) -> TreeDrawing:
    """The drawing of a tree that is no deeper than a page can show."""
    boxes: list[TreeBox] = []
    branches: list[str] = []
    bottom = _place(root, 0, 1, boxes, branches)
    width = max(box.x + box.width for box in boxes) + 1
    return TreeDrawing(width, bottom + 1, tuple(boxes), tuple(branches))


def _place(node: TreeNode, depth: int, top: int, boxes: list[TreeBox], branches: list[str]) -> int:
    """Put a node and all below it under ``top``; where the next one may begin."""
    place = len(boxes)
    lines = _lines(node.text, node.note)
    height = lines[-1].y + _PADDING
    boxes.append(TreeBox(0, 0, BOX, height, node.kind, ()))
    bottom, children = top, []
    for each in node.nodes:
        children.append(len(boxes))
        bottom = _place(each, depth + 1, bottom, boxes, branches) + _GAP_DOWN
    bottom = max(bottom - _GAP_DOWN, top + height) if children else top + height
    y = _middle([boxes[child] for child in children], height, top)
    x = depth * (BOX + _GAP_ACROSS) + 1
    moved = tuple(TextLine(line.x + x, line.y + y, line.text, line.kind) for line in lines)
    boxes[place] = TreeBox(x, y, BOX, height, node.kind, moved)
    branches += [_branch(boxes[place], boxes[child]) for child in children]
    return max(bottom, y + height)


def _middle(children: Sequence[TreeBox], height: int, top: int) -> int:
    """The top edge that sets a box in the middle of its children, or beside the first of many."""
    if not children:
        return top
    first, last = _centre(children[0]), _centre(children[-1])
    centre = first if last - first > _TALL else (first + last) // 2
    return max(top, centre - height // 2)


def _centre(box: TreeBox) -> int:
    return box.y + box.height // 2


def _branch(left: TreeBox, right: TreeBox) -> str:
    """A line that leaves the left box, bends half-way and enters the right one."""
    start, bend = left.x + left.width, left.x + left.width + _GAP_ACROSS // 2
    return f"M{start} {_centre(left)}H{bend}V{_centre(right)}H{right.x}"


@lru_cache(maxsize=2_000)
def _lines(name: str, note: str) -> tuple[TextLine, ...]:
    """The text of a node, from the corner of its box.

    Remembered, since every model of a tree has a drawing of much the same nodes.
    """
    found, y = [], 6
    for text in wrapped(name, _NAME_SIZE, _MOST_NAME_LINES):
        y += _NAME_LINE
        found.append(TextLine(_PADDING, y, text, "name"))
    for text in wrapped(note, _NOTE_SIZE, 2):
        y += _NOTE_LINE
        found.append(TextLine(_PADDING, y, text, "note"))
    return tuple(found)


def wrapped(text: str, size: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines; what does not fit is told by an ellipsis."""
    room, taken = int(1000 * _INNER / size), 0
    lines: list[str] = []
    for word in text.split():
        if lines and taken + _SPACE + _width(word) <= room:
            lines[-1] += f" {word}"
            taken += _SPACE + _width(word)
        else:
            lines.append(_cut(word, room))
            taken = _width(lines[-1])
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while _width(last) + _width("…") > room:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip(" ,;:–-") + "…")


def _cut(word: str, room: int) -> str:
    """A word without spaces that is wider than a box is cut."""
    if _width(word) <= room:
        return word
    while _width(word) + _width("…") > room:
        word = word[:-1]
    return word + "…"


@lru_cache(maxsize=20_000)
def _width(text: str) -> int:
    """About how wide the text is in thousandths of its size; rather too wide than too narrow.

    Remembered, since Vietnamese is written with few syllables.
    """
    return sum(
        340 if c in _THIN else 880 if c in _WIDE else 720 if c.isupper() else 585 for c in text
    )


_SPACE = _width(" ")

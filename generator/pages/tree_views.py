"""What templates may see of a tree of copies: the same nodes as a list and as a drawing."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.views import Link


@dataclass(frozen=True)
class TreeNode:
    """A model or a place in a tree, with those that did the same after it."""

    text: str
    url: str
    """Empty for a place without an entry of its own."""

    note: str
    kind: str
    """``current``, ``model``, ``place``, or ``more`` for those left out."""

    nodes: tuple[TreeNode, ...] = ()


@dataclass(frozen=True)
class TextLine:
    """A line of text in a drawing."""

    x: int
    y: int
    text: str
    kind: str
    """``name`` or ``note``."""


@dataclass(frozen=True)
class TreeBox:
    """A node as drawn."""

    x: int
    y: int
    width: int
    height: int
    kind: str
    lines: tuple[TextLine, ...]


@dataclass(frozen=True)
class TreeDrawing:
    """A tree drawn from left to right, in pixels."""

    width: int
    height: int
    boxes: tuple[TreeBox, ...]
    branches: tuple[str, ...]
    """The lines between them, as SVG paths."""


@dataclass(frozen=True)
class TreeView:
    """A tree, drawn and listed."""

    id: str
    title: str
    told: str
    """The tree in a sentence, for those who do not see the drawing."""

    root: TreeNode
    drawing: TreeDrawing
    whole: Link
    """Where the tree is shown whole."""

    is_long: bool
    """Whether the list is better folded away at first."""

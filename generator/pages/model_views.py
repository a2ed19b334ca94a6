"""What the template of a model's page may see."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.tree_views import TreeView
from generator.pages.views import Badge, Card, EntryFoot, Fact, FieldTag, Figure, Link, Section


@dataclass(frozen=True)
class Picture:
    """A photograph, ready to show."""

    url: str
    small_url: str
    width: int
    height: int
    small_width: int
    description: str
    credit: str


@dataclass(frozen=True)
class Condition:
    """One thing to know before copying a model."""

    value: str
    """Empty when it is not known; the page says so."""

    label: str


@dataclass(frozen=True)
class Replication:
    """What it takes to do the same, and what is known of those who did."""

    conditions: tuple[Condition, ...]
    """Empty when nothing at all is known of them."""

    needs: tuple[str, ...]
    cautions: tuple[str, ...]
    story: Markup
    copied_from: Link | None
    tree: TreeView | None
    """The tree the model belongs to; nothing when it stands alone."""


@dataclass(frozen=True)
class QrCode:
    """A QR code as one SVG path of strokes."""

    size: int
    """Modules on a side, the light border included."""

    path: str


@dataclass(frozen=True)
class CopySheet:
    """What a reader takes along to do the same."""

    slug: str
    xlsx: str
    docx: str
    """The form as files with marks, which the page fills in."""

    field: str
    name: str
    is_person: bool
    content: str
    """What the form says of the model."""

    code: QrCode
    """The lasting address of the page, for the paper."""

    begin: Link
    """Where a new entry is begun."""


@dataclass(frozen=True)
class CompletenessView:
    """How much the entry tells."""

    percent: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class ModelView:
    """The page of a model."""

    name: str
    summary: str
    crumbs: tuple[Link, ...]
    fields: tuple[FieldTag, ...]
    badges: tuple[Badge, ...]
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    pictures: tuple[Picture, ...]
    is_long: bool
    """Whether the body may be too long for a sheet of two pages."""

    intro: Markup
    sections: tuple[Section, ...]
    results: tuple[Figure, ...]
    """The results beyond the figures shown first."""

    replication: Replication
    sheet: CopySheet
    completeness: CompletenessView
    confirmed: str
    """When it was last confirmed to be running, in words; empty if it never was."""
    similar: tuple[Card, ...]
    foot: EntryFoot

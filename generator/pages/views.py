"""All that a template may see.

Every value is ready to show: Vietnamese text, addresses relative to the site's root,
and HTML only where the type says ``Markup``. Templates decide presence and order, no more.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Link:
    """Somewhere to go."""

    text: str
    url: str
    """Relative to the site's root; absolute for an outside address."""

    note: str = ""

    @property
    def outside(self) -> bool:
        """Whether it leaves the site."""
        return "://" in self.url


@dataclass(frozen=True)
class FieldTag:
    """A field, told by colour, icon and name together."""

    id: str
    name: str
    url: str


@dataclass(frozen=True)
class Figure:
    """A number worth reading first."""

    amount: str
    unit: str
    label: str


@dataclass(frozen=True)
class Badge:
    """A short mark beside the title."""

    text: str
    tone: str = "plain"
    """``plain``, ``ok``, ``gold`` or ``warn``."""


@dataclass(frozen=True)
class Card:
    """A model in a list."""

    slug: str
    url: str
    name: str
    summary: str
    field: FieldTag
    figures: tuple[Figure, ...]
    place: str
    since: str
    form: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True)
class Fact:
    """A row of the facts panel."""

    label: str
    values: tuple[Link, ...]
    """A link without an address is plain text."""


@dataclass(frozen=True)
class Section:
    """A part of a body under its own heading."""

    title: str
    id: str
    html: Markup


@dataclass(frozen=True)
class SourceView:
    """A source, as cited."""

    title: str
    publisher: str
    date: str
    url: str
    title_is_restored: bool


@dataclass(frozen=True)
class EntryFoot:
    """What stands below every entry: sources and ways to mend it."""

    sources: tuple[SourceView, ...]
    edit_url: str
    report: Link

"""What search knows of a page: the words it is found by, and what it can be filtered by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Document:
    """A page that can be found."""

    title: str
    summary: str
    keywords: tuple[str, ...]
    """Each is a phrase of its own."""

    about: tuple[str, ...]
    """Unit, place of then and now, number, issuer: each a phrase of its own."""

    results: tuple[str, ...]
    """What came of it, who recognised it, who copied it: each a phrase of its own."""

    body: str
    """Plain text; in a large collection its words find the page, but not where they stand."""

    card: tuple[Any, ...]
    """What the list shows, ready as JSON (see ``search_data``)."""

    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Filter name → the ids the page carries."""

    weight: tuple[int, ...] = ()
    """Importance without a question; greater comes first."""

    newest: int = 0
    """Greater is newer."""

    copies: int = 0
    """In how many places it is known to have been copied."""

    alphabetical: int = 0
    """Its place in A–Z order."""

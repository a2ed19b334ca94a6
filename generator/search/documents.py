"""What search knows of a page: the words it is found by, and what it can be filtered by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.search.words import Words

SMALL = 500
"""In a collection of up to so many documents every body word is indexed, with its position."""


@dataclass(frozen=True)
class Document:
    """A page that can be found."""

    words: Words
    """All that the page itself tells."""

    card: bytes
    """What the list shows, as JSON (see ``search_data``)."""

    more: tuple[str, ...] = ()
    """What other entries tell about it: each a phrase of its own."""

    body: str = ""
    """The body once more, in plain text, for the positions that only a ``SMALL`` collection keeps.

    Not needed in a larger one.
    """

    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Filter name → the ids the page carries."""

    weight: tuple[int, ...] = ()
    """Importance without a question; greater comes first."""

    newest: int = 0
    """Greater is newer."""

    copies: int = 0
    """In how many places it is known to have been copied."""

    order: Any = ()
    """What its title is compared by from A to Z (see ``sort_key``)."""

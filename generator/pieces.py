"""What entries give to files that hold all of them, kept from build to build.

The tables of open data and the cards of the search are long, but each entry's part of them
changes only with what it is made from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.basis import digest
from generator.core.catalogue import Item
from generator.edition import Edition
from generator.ingredients import Ingredients
from generator.kept import Kept
from generator.open_data import Lines, around_entries, lines, told_of_others
from generator.pages.knowledge import Knowledge
from generator.search_data import CardOf, card_json


@dataclass(frozen=True)
class Pieces:
    """The pieces known, by digests of what each is made from."""

    lines: Kept[bytes, Lines]
    """Of open data."""

    cards: Kept[bytes, bytes]
    """Of the search."""

    def lines_of(self, edition: Edition) -> Callable[[Item[Any]], Lines]:
        """Finds or makes an entry's part of the files of open data."""
        tell, links, around = Ingredients(edition), edition.knowledge.links, around_entries(edition)

        def found(item: Item[Any]) -> Lines:
            key = digest(tell.own(item), *told_of_others(item, links))
            return self.lines.or_made(key, lambda: lines(item, around))

        return found

    def card_of(self, edition: Edition) -> CardOf:
        """Finds or makes an entry's card."""
        tell = Ingredients(edition)

        def found(item: Item[Any], know: Knowledge) -> bytes:
            return self.cards.or_made(tell.card(item), lambda: card_json(item, know))

        return found


def kept_in(folder: Path | None, edition: bytes) -> Pieces:
    """The pieces that builds of one edition have left in a folder; none without a folder."""
    return Pieces(
        Kept(folder and folder / "lines", edition), Kept(folder and folder / "cards", edition)
    )

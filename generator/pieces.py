"""What builds of one edition leave for the next besides finished pages.

The tables of open data and the cards of the search are long, but each entry's part of them
changes only with what it is made from.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from generator.core.catalogue import Item
from generator.edition import Edition
from generator.ingredients import Ingredients
from generator.kept import Kept
from generator.pages.knowledge import Knowledge
from generator.remembered import Memory, Words
from generator.search.own_words import OwnWords, own_words
from generator.search.words import Form
from generator.search_data import CardOf, Told, card_json
from generator.tables import Shelf


@dataclass(frozen=True)
class Pieces:
    """The pieces known."""

    cards: Kept[bytes, bytes]
    """Of the search, by digests of what each is made from."""

    readings: Memory
    words: Words
    tables: Shelf

    def told_by(self, edition: Edition) -> Told:
        """What search is told by every entry, known or found out now."""
        catalogue, kept = edition.knowledge.catalogue, self.words
        own: dict[str, OwnWords] = {}
        for item in (*catalogue.models.values(), *catalogue.plans.values()):
            digest = edition.readings[item.path].digest
            if digest not in kept:
                words, forms = own_words(item, catalogue.vocabulary)
                kept.add([(digest, words), *forms.items()])
            own[item.path] = cast(OwnWords, kept[digest])
        meant = {key: cast(Form, kept.known[key]) for key in kept.known if isinstance(key, int)}
        kept.ask(meant)
        return Told(own, meant)

    def card_of(self, edition: Edition) -> CardOf:
        """Finds or makes an entry's card."""
        tell = Ingredients(edition)

        def found(item: Item[Any], know: Knowledge) -> bytes:
            return self.cards.or_made(tell.card(item), lambda: card_json(item, know))

        return found


def kept_in(folder: Path | None, edition: bytes, readings: Memory, words: Words) -> Pieces:
    """The pieces that builds of one edition have left in a folder; none without a folder."""
    cards: Kept[bytes, bytes] = Kept(folder and folder / "cards", edition)
    return Pieces(cards, readings, words, Shelf(folder and folder / "tables", edition))

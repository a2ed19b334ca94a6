"""Words that no document has brought with it: told by other entries, or the places of a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.search.documents import SMALL, Document
from generator.search.form_numbers import Numbers
from generator.search.words import (
    BODY,
    BODY_END,
    RESULTS,
    Forms,
    Lexicon,
    Placed,
    last_place,
    place,
)


@dataclass(frozen=True)
class Further:
    """Such words, by document and by place; the arrays are of one length."""

    numbers: Numbers
    documents: NDArray[np.uint64]
    places: NDArray[np.uint16]

    def between(self, first: int, end: int) -> Further:
        """Those of documents ``first`` up to ``end``."""
        some = slice(*np.searchsorted(self.documents, (first, end)))
        return Further(self.numbers[some], self.documents[some], self.places[some])


def further_words(documents: Sequence[Document]) -> tuple[Further, Forms]:
    """All such words, and what their numbers mean."""
    lexicon = Lexicon()
    known: dict[tuple[str, ...], Placed] = {}
    numbers: list[int] = []
    holders: list[int] = []
    places: list[int] = []
    for holder, document in enumerate(documents):
        found = [_more(document, known, lexicon)] if document.more else []
        if document.body and len(documents) <= SMALL:
            found.append(place(document.body.split("\n"), BODY, BODY_END, lexicon))
        for each in found:
            numbers += each.numbers
            places += each.places
            holders += [holder] * len(each.numbers)
    told = Further(np.array(numbers, "u8"), np.array(holders, "u8"), np.array(places, "u2"))
    return told, lexicon.forms


def _more(document: Document, known: dict[tuple[str, ...], Placed], lexicon: Lexicon) -> Placed:
    """The phrases behind those of ``about``: many documents are told the same ones."""
    if document.more not in known:
        known[document.more] = place(document.more, 0, BODY_END, lexicon)
    found, start = known[document.more], document.words.about_end
    last = last_place(RESULTS)
    places = [min(start + each, last) for each in found.places]
    return Placed(found.numbers, places, start + found.end)

"""What was found, and at which place: success at 1, 3 and 10, and mean reciprocal rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.search.questions import Question

DEPTH = 10
"""How many results of an answer are looked at."""


@dataclass(frozen=True)
class Outcome:
    """One question, typed in one way, put to one engine."""

    engine: str
    question: Question
    style: str
    typed: str
    found: tuple[str, ...]
    """The slugs shown, best first, at most ten."""
    seconds: float
    """From the typing to the results on the page."""

    @property
    def rank(self) -> int:
        """The place of the first true answer, from 1; 0 when none is among those shown."""
        places = (at for at, slug in enumerate(self.found, 1) if slug in self.question.answers)
        return next(places, 0)


@dataclass(frozen=True)
class Score:
    """How well many questions were answered."""

    count: int
    success_1: float
    success_3: float
    success_10: float
    mrr: float
    """The mean of 1/rank, with 0 for a question without an answer among ten."""


def score(outcomes: Sequence[Outcome]) -> Score:
    """Return the score of `outcomes`. Raises ValueError when there are none."""
    if not outcomes:
        raise ValueError("nothing was asked")
    ranks = [outcome.rank for outcome in outcomes]
    count = len(ranks)
    at_1, at_3, at_10 = (sum(0 < rank <= depth for rank in ranks) for depth in (1, 3, DEPTH))
    mrr = sum(1 / rank for rank in ranks if rank) / count
    return Score(count, at_1 / count, at_3 / count, at_10 / count, mrr)

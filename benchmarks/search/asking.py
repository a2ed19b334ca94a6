"""Every question, in every style, put to an engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter

from playwright.sync_api import Error

from benchmarks.search.engines import Engine
from benchmarks.search.questions import Question
from benchmarks.search.scores import Outcome
from benchmarks.search.styles import STYLES, typed


def ask_all(name: str, engine: Engine, questions: Sequence[Question]) -> Iterator[Outcome]:
    """Yield an outcome for each question and each style that changes it.

    An engine that does not answer in time has found nothing.
    """
    for style in STYLES:
        for question in questions:
            text = typed(question, style)
            if text:
                found, seconds = _ask(engine, text)
                yield Outcome(name, question, style, text, found, seconds)


def spread(questions: Sequence[Question], limit: int) -> tuple[Question, ...]:
    """Return at most `limit` of the questions, at even distances, so that every kind is there."""
    if not 0 < limit < len(questions):
        return tuple(questions)
    return tuple(questions[at * len(questions) // limit] for at in range(limit))


def _ask(engine: Engine, text: str) -> tuple[tuple[str, ...], float]:
    start = perf_counter()
    try:
        found = engine.ask(text)
    except Error:
        found = ()
    return found, perf_counter() - start

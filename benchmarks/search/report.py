"""Outcomes as tables: for the terminal and for `results.md` alike, in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from benchmarks.search.questions import SYNONYM
from benchmarks.search.scores import Outcome, score
from benchmarks.search.styles import FULL, STYLES

_HEAD = "success@1 / @3 / @10 / MRR"
_SHOWN = 3


def report(outcomes: Sequence[Outcome]) -> str:
    """Return a table of scores by style, and one by kind of question when fully marked."""
    plain = [each for each in outcomes if each.question.kind != SYNONYM]
    others = [each for each in outcomes if each.question.kind == SYNONYM]
    full = [each for each in outcomes if each.style == FULL]
    parts = [
        "## By the way of typing\n",
        _table("style", STYLES, plain, lambda outcome: outcome.style),
        "\n## By the kind of question, typed with full marks\n",
        _table("kind", _kinds(full), full, lambda outcome: outcome.question.kind),
        "\n## Questions in other words than the entry's (not counted above by style)\n",
        _table("style", STYLES, others, lambda outcome: outcome.style),
        "\n## Seconds from typing to results\n",
        _times(outcomes),
    ]
    return "\n".join(parts)


def failures(outcomes: Sequence[Outcome], depth: int = _SHOWN) -> str:
    """Return a line for each question without an answer among its first `depth` results."""
    missed = [each for each in outcomes if not 0 < each.rank <= depth]
    return "\n".join(
        f"{each.engine} | {each.style} | {each.question.kind} | {each.typed} | "
        f"rank {each.rank or '–'} | {', '.join(each.found[:depth]) or 'nothing found'}"
        for each in missed
    )


def _table(
    name: str,
    rows: Iterable[str],
    outcomes: Sequence[Outcome],
    row_of: Callable[[Outcome], str],
) -> str:
    engines = _engines(outcomes)
    lines = [
        f"| {name} | questions | " + " | ".join(f"{each}: {_HEAD}" for each in engines) + " |",
        "|---|---:|" + "---|" * len(engines),
    ]
    for row in rows:
        cells = [[o for o in outcomes if o.engine == e and row_of(o) == row] for e in engines]
        if any(cells):
            count = max(len(cell) for cell in cells)
            lines.append(f"| {row} | {count} | " + " | ".join(map(_cell, cells)) + " |")
    return "\n".join(lines)


def _cell(outcomes: Sequence[Outcome]) -> str:
    if not outcomes:
        return "–"
    found = score(outcomes)
    numbers = (found.success_1, found.success_3, found.success_10, found.mrr)
    return " / ".join(f"{each:.3f}" for each in numbers)


def _times(outcomes: Sequence[Outcome]) -> str:
    lines = ["| engine | median | slowest of 100 |", "|---|---:|---:|"]
    for engine in _engines(outcomes):
        spent = sorted(each.seconds for each in outcomes if each.engine == engine)
        middle, late = spent[len(spent) // 2], spent[len(spent) * 99 // 100]
        lines.append(f"| {engine} | {middle:.3f} | {late:.3f} |")
    return "\n".join(lines)


def _engines(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.engine for each in outcomes))


def _kinds(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.question.kind for each in outcomes))

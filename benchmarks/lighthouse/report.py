"""Audits and weights as Markdown, with whatever falls short told in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.lighthouse.tool import CATEGORIES, Audit
from tests.browser.weighing import FIRST, NEXT, Weight

LEAST = 95
"""What every page should have in every category."""


def median(audits: Sequence[Audit]) -> Audit:
    """The run in the middle by its performance: the other scores hardly vary."""
    ordered = sorted(audits, key=lambda each: (each.scores["performance"], -each.blocked))
    return ordered[(len(ordered) - 1) // 2]


def scores_table(found: Mapping[str, Sequence[Audit]]) -> str:
    """A row for each page, its median run; performance with the lowest and highest of all runs."""
    lines = [
        "| page | performance (all runs) | accessibility | best practices | SEO "
        "| LCP s | CLS | TBT ms | kB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, audits in found.items():
        each, runs = median(audits), sorted(audit.scores["performance"] for audit in audits)
        first, *rest = (str(each.scores[category]) for category in CATEGORIES)
        cells = [name, f"{first} ({runs[0]}–{runs[-1]})", *rest, f"{each.paint:.1f}"]
        cells += [f"{each.shift:.3f}", f"{each.blocked:.0f}", f"{each.bytes / 1000:.1f}"]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def weights_table(found: Mapping[str, tuple[str, Weight]]) -> str:
    """A row for each collection: its heaviest model, what it costs first and after another one."""
    lines = [
        f"| collection | heaviest model | first view, kB (at most {FIRST // 1000}) "
        f"| as the next page, kB (at most {NEXT // 1000}) |",
        "| --- | --- | ---: | ---: |",
    ]
    for name, (path, weight) in found.items():
        numbers = f"{weight.first / 1000:.1f} | {weight.next / 1000:.1f}"
        lines.append(f"| {name} | `{path}` | {numbers} |")
    return "\n".join(lines)


def shortfalls(
    found: Mapping[str, Sequence[Audit]], weights: Mapping[str, tuple[str, Weight]]
) -> Iterator[str]:
    """Each aim that is missed, in words; none when all are met."""
    for name, audits in found.items():
        for category, score in median(audits).scores.items():
            if score < LEAST:
                yield f"{name}: {category} {score}"
    for name, (path, weight) in weights.items():
        if weight.first > FIRST or weight.next > NEXT:
            yield f"{name}: {path} costs {weight.first} bytes first, {weight.next} next"

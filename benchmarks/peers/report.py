"""Runs as tables: what each step took, ratios to the yardstick, and growth per entry.

Best and median of all rounds are told, for the machine is never quite alone; ratios are between
medians. The yardstick is Hugo with Pagefind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median

from benchmarks.peers.rounds import COLD, EDIT, STEPS, Run
from benchmarks.serving import Waits

NAMES = {"dvk": "Dân vận khéo", "hugo": "Hugo + Pagefind", "mkdocs": "MkDocs + Material"}
YARDSTICK = "hugo"
_MEASURES: Sequence[tuple[str, Callable[[Run], float]]] = (
    ("wall", lambda run: run.cost.wall),
    ("CPU", lambda run: run.cost.cpu),
    ("peak memory", lambda run: run.cost.peak),
    ("bytes of the site", lambda run: run.site.bytes),
)


def tables(runs: Sequence[Run], previews: Sequence[Waits]) -> str:
    """All tables, in Markdown."""
    sizes = sorted({run.entries for run in runs})
    parts = [_costs([run for run in runs if run.entries == size], size) for size in sizes]
    parts += [_ratios(runs, sizes), _growth(runs, sizes), _previews(previews)]
    return "\n\n".join(part for part in parts if part)


def _costs(runs: Sequence[Run], size: int) -> str:
    lines = [
        f"### {size:,} entries",
        "",
        "| | step | wall s, best / median | CPU s, best / median | peak MiB, one / all processes "
        "| site files / MB | written files / MB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, step, same in _groups(runs):
        peak = f"{_most(same, 'peak')} / {_most(same, 'together')}"
        site, written = same[-1].site, same[-1].written
        cells = [
            f"{NAMES[name]} ({len(same)}×)",
            step,
            _two([run.cost.wall for run in same]) + _parts(same),
            _two([run.cost.cpu for run in same]),
            peak,
            f"{site.files:,} / {site.bytes / 1e6:.1f}",
            f"{written.files:,} / {written.bytes / 1e6:.1f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _groups(runs: Sequence[Run]) -> Iterator[tuple[str, str, list[Run]]]:
    for name in NAMES:
        for step in STEPS:
            same = [run for run in runs if (run.peer, run.step) == (name, step)]
            if same:
                yield name, step, same


def _parts(same: Sequence[Run]) -> str:
    """What each command took, where there are several."""
    names = list(same[0].parts)
    if len(names) == 1:
        return ""
    told = (f"{name} {median(run.parts[name].wall for run in same):.1f}" for name in names)
    return f" ({', '.join(told)})"


def _two(values: Sequence[float]) -> str:
    return f"{min(values):.2f} / {median(values):.2f}"


def _most(same: Iterable[Run], kind: str) -> str:
    return f"{max(getattr(run.cost, kind) for run in same):.0f}"


def _ratios(runs: Sequence[Run], sizes: Sequence[int]) -> str:
    rows = [row for name in NAMES if name != YARDSTICK for row in _rows(runs, sizes, name)]
    if not rows:
        return ""
    heads = " | ".join(f"{size:,}" for size in sizes)
    lines = [f"### Ratio to {NAMES[YARDSTICK]}", "", f"| | step | of | {heads} |"]
    return "\n".join([*lines, "| --- | --- | --- |" + " ---: |" * len(sizes), *rows])


def _rows(runs: Sequence[Run], sizes: Sequence[int], name: str) -> Iterator[str]:
    for step in (COLD, EDIT):
        for measure, value in _MEASURES:
            cells = [_ratio(runs, size, step, name, value) for size in sizes]
            if any(cells):
                yield f"| {NAMES[name]} | {step} | {measure} | {' | '.join(cells)} |"


def _ratio(
    runs: Sequence[Run], size: int, step: str, name: str, value: Callable[[Run], float]
) -> str:
    own, other = (
        [value(run) for run in runs if (run.entries, run.step, run.peer) == (size, step, peer)]
        for peer in (name, YARDSTICK)
    )
    return f"{median(own) / median(other):.3f}" if own and other else ""


def _growth(runs: Sequence[Run], sizes: Sequence[int]) -> str:
    if len(sizes) < 2:
        return ""
    heads = " | ".join(f"{size:,}" for size in sizes)
    lines = [
        "### Cost per entry, cold build",
        "",
        f"| | of | {heads} | {sizes[-1]:,} ÷ {sizes[0]:,} |",
        "| --- | --- |" + " ---: |" * (len(sizes) + 1),
    ]
    for name in NAMES:
        for measure, value in _MEASURES[:2]:
            costs = [_per_entry(runs, size, name, value) for size in sizes]
            if all(costs):
                cells = " | ".join(f"{cost:.2f} ms" for cost in costs)
                lines.append(
                    f"| {NAMES[name]} | {measure} | {cells} | {costs[-1] / costs[0]:.2f} |"
                )
    return "\n".join(lines)


def _per_entry(runs: Sequence[Run], size: int, name: str, value: Callable[[Run], float]) -> float:
    found = [value(run) for run in runs if (run.entries, run.peer, run.step) == (size, name, COLD)]
    return median(found) / size * 1000 if found else 0.0


def _previews(previews: Sequence[Waits]) -> str:
    if not previews:
        return ""
    lines = [
        "### From saving until the preview shows it",
        "",
        "| | entries | first page s | an edit s, best / median / worst | peak MiB |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for each in previews:
        edits = f"{_two(each.edits)} / {max(each.edits):.2f}"
        name = f"{each.peer} serve" if each.peer == "dvk" else f"{each.peer} server, no search"
        lines.append(
            f"| {name} | {each.entries:,} | {each.first:.1f} | {edits} | {each.peak:.0f} |"
        )
    return "\n".join(lines)

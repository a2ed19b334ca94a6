"""What is left of a faulty value once the faulty parts are cut out.

An editor should see every problem at once. A rule such as "recognised before it began"
needs a whole entry; so the rules look at what remains of a faulty one. It is held against
the rules and against nothing else: never counted, shown or published.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.core.dates import FIRST_YEAR
from generator.core.front_matter import FrontMatter, KeyPath

Shape = TypeVar("Shape", bound=BaseModel)
Held = TypeVar("Held")

_ROUNDS = 10
_TEXT = "…"
_STAND_INS: Mapping[str, Any] = {
    "dia_ban": {"tinh": _TEXT},
    "nguon": [{"tieu_de": _TEXT, "co_quan": _TEXT}],
    "giai_doan": {"tu": str(FIRST_YEAR)},
    "han": str(FIRST_YEAR),
    "nam": str(FIRST_YEAR),
    "tu": str(FIRST_YEAR),
}
"""What no rule minds, for required keys that are missing or faulty; for the others some text."""


def salvage(
    shape: type[Shape],
    matter: FrontMatter,
    context: Mapping[str, Any] | None = None,
    *,
    fill: bool = True,
) -> tuple[Shape, FrontMatter] | None:
    """What remains of ``matter`` as a ``shape``, with the marks of what remains.

    ``context`` as for ``validation.check``. With ``fill`` something stands in for required
    values, without it whatever lacks one is cut out too. ``None`` if too little is left.
    """
    data, marks = deepcopy(dict(matter.data)), dict(matter.marks)
    filled: set[KeyPath] = set()
    for _ in range(_ROUNDS):
        try:
            found = shape.model_validate(data, context=context)
            return found, replace(matter, data=data, marks=marks)
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
        context = None  # a stand-in is no term of any list
        cuts: set[KeyPath] = set()
        for fault in faults:
            path, is_missing = fault["loc"], fault["type"] == "missing"
            if fault["type"] == "too_short" and _node(data, path):
                continue  # it is short only of the faulty items, which are mended one by one
            if is_missing and fill and path not in filled:
                _node(data, path[:-1])[path[-1]] = deepcopy(_STAND_INS.get(str(path[-1]), _TEXT))
                filled.add(path)
            else:
                cuts.add(_cut(data, path[:-1] if is_missing or path in filled else path))
        if () in cuts:
            return None
        for cut in sorted(cuts, reverse=True, key=_order):
            del _node(data, cut[:-1])[cut[-1]]
            if isinstance(cut[-1], int):
                marks = _without(marks, cut)
                filled = set(_without(dict.fromkeys(filled), cut))
    return None


def _node(data: dict[str, Any], path: KeyPath) -> Any:
    node: Any = data
    for step in path:
        node = node[step]
    return node


def _cut(data: dict[str, Any], path: KeyPath) -> KeyPath:
    """The path, or what is above it where a single value stands for a list."""
    for depth in range(len(path)):
        if isinstance(_node(data, path[:depth]), str):
            return path[:depth]
    return path


def _order(path: KeyPath) -> tuple[tuple[str, int], ...]:
    """Later items of a list come after earlier ones, so that they can be removed first."""
    return tuple(("", step) if isinstance(step, int) else (step, 0) for step in path)


def _without(found: Mapping[KeyPath, Held], cut: KeyPath) -> dict[KeyPath, Held]:
    """What is held by path, after an item was taken out of a list: those behind it move up."""
    return {_moved(path, cut): held for path, held in found.items() if path[: len(cut)] != cut}


def _moved(path: KeyPath, cut: KeyPath) -> KeyPath:
    at = len(cut) - 1
    if path[:at] != cut[:at] or len(path) <= at:
        return path
    step, gone = path[at], cut[at]
    if not isinstance(step, int) or not isinstance(gone, int) or step < gone:
        return path
    return (*path[:at], step - 1, *path[at + 1 :])

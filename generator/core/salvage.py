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
from generator.core.front_matter import FrontMatter, KeyPath, Mark

Shape = TypeVar("Shape", bound=BaseModel)

_ROUNDS = 8
_TEXT = "…"
_STAND_INS: Mapping[str, Any] = {
    "dia_ban": {"tinh": _TEXT},
    "nguon": [{"tieu_de": _TEXT, "co_quan": _TEXT}],
    "giai_doan": {"tu": str(FIRST_YEAR)},
}
"""What no rule minds, for required keys that are missing or faulty; for the others some text."""


def salvage(
    shape: type[Shape], matter: FrontMatter, context: Mapping[str, Any] | None = None
) -> tuple[Shape, FrontMatter] | None:
    """What remains of ``matter`` as a ``shape``, with the marks of what remains.

    ``context`` as for ``validation.check``. ``None`` if too little is left.
    """
    data, marks = deepcopy(dict(matter.data)), dict(matter.marks)
    for _ in range(_ROUNDS):
        try:
            found = shape.model_validate(data, context=context)
            return found, replace(matter, data=data, marks=marks)
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
        context = None  # a stand-in is no term of any list
        cuts = {_cut(data, each["loc"], each["type"] == "missing") for each in faults}
        for cut in sorted(cuts, reverse=True, key=_order):
            _remove(data, cut)
            marks = _marks_without(marks, cut)
    return None


def _cut(data: dict[str, Any], path: KeyPath, missing: bool) -> KeyPath:
    """What to take out for the fault at ``path``: the value, or what lacks a required key."""
    if missing and len(path) == 1:
        data[str(path[0])] = deepcopy(_STAND_INS.get(str(path[0]), _TEXT))
        return ()
    node: Any = data
    for depth, step in enumerate(path[: -1 if missing else None]):
        if isinstance(node, str):
            return path[:depth]  # a single value where a list may stand
        node = node[step]
    return path[:-1] if missing else path


def _order(path: KeyPath) -> tuple[tuple[str, int], ...]:
    """Later items of a list come after earlier ones, so that they can be removed first."""
    return tuple(("", step) if isinstance(step, int) else (step, 0) for step in path)


def _remove(data: dict[str, Any], path: KeyPath) -> None:
    if not path:
        return
    node: Any = data
    for step in path[:-1]:
        node = node[step]
    del node[path[-1]]


def _marks_without(marks: Mapping[KeyPath, Mark], cut: KeyPath) -> dict[KeyPath, Mark]:
    """The marks after an item was taken out of a list: those behind it move up."""
    if not cut or not isinstance(cut[-1], int):
        return dict(marks)
    return {_moved(path, cut): mark for path, mark in marks.items() if path[: len(cut)] != cut}


def _moved(path: KeyPath, cut: KeyPath) -> KeyPath:
    at = len(cut) - 1
    if path[:at] != cut[:at] or len(path) <= at:
        return path
    step, gone = path[at], cut[at]
    if not isinstance(step, int) or not isinstance(gone, int) or step < gone:
        return path
    return (*path[:at], step - 1, *path[at + 1 :])

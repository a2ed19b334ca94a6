"""Keys in the order in which the fields of an entry are defined and the guide lists them.

Only whole keys move, each with its lines and the comments above it; the keys of the groups
inside stay as they are. Where a blank line or a comment may belong to more than one key,
or something is wrong with the keys, nothing moves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.core.entries import Entry
from generator.mend.sheet import Edit, Sheet, says_the_same

_SLEEPING_KEY = re.compile(r"#\s*(?:-\s*)?\w+:(?:\s|$)")
_OF_THE_FILE = ("# yaml-language-server:",)
"""How comments begin that stand on top whatever comes after them."""

_INHERITED = {"dia_ban": ("xay_dung", "giai_doan"), "nguon": ("tu_khoa",), "ten_cu": ()}
"""What a model and a plan share besides the name, and before which of their own keys it stands."""


def order(shape: type[Entry]) -> tuple[str, ...]:
    """The keys of an entry in the order in which an editor finds them in the guide."""
    aliases = {name: str(field.alias) for name, field in shape.model_fields.items()}
    found = ["ten", *(key for name, key in aliases.items() if name not in Entry.model_fields)]
    for key, followers in _INHERITED.items():
        at = next((found.index(each) for each in followers if each in found), len(found))
        found.insert(at, key)
    return tuple(found)


def in_order(sheet: Sheet, shape: type[Entry]) -> Sheet:
    """The sheet with its keys in order, if that is safe."""
    keys, wanted = _keys(sheet), order(shape)
    if sheet.problems or not keys or not set(keys) <= set(wanted):
        return sheet
    ordered = sorted(keys, key=wanted.index)
    if ordered == list(keys) or not _can_move(sheet, keys, stays=ordered[0]):
        return sheet
    blocks = _blocks(sheet, keys)
    first = min(keys.values())
    moved = [sheet.line(number) for key in ordered for number in blocks[key]]
    edits = [Edit(number, text) for number, text in enumerate(moved, start=first)]
    tried = sheet.with_edits(edits)
    return tried if says_the_same(sheet, tried) else sheet


def _keys(sheet: Sheet) -> dict[str, int]:
    """The outermost keys in their order with their lines; none unless each begins its line."""
    if sheet.matter is None:
        return {}
    marks = {path[0]: mark.key for path, mark in sheet.matter.marks.items() if len(path) == 1}
    if any(column != 1 for _, column in marks.values()):
        return {}
    return {str(key): line for key, (line, _) in marks.items()}


def _can_move(sheet: Sheet, keys: Mapping[str, int], stays: str) -> bool:
    """Whether it is plain to which key each line belongs."""
    first, end = min(keys.values()), _end(sheet)
    inside = [sheet.line(number) for number in range(first, end)]
    if not all(line.strip() for line in inside) or inside[-1].startswith("#"):
        return False
    if any(_SLEEPING_KEY.match(line) for line in inside):
        return False
    above = [sheet.line(number) for number in sheet.head if number < first]
    comments = [line for line in above if line.startswith("#")]
    return keys[stays] == first or all(line.startswith(_OF_THE_FILE) for line in comments)


def _blocks(sheet: Sheet, keys: Mapping[str, int]) -> Mapping[str, range]:
    """The lines of each key: from the comments right above it to those above the next one."""
    first = min(keys.values())
    starts = []
    for line in keys.values():
        while line > first and sheet.line(line - 1).startswith("#"):
            line -= 1
        starts.append(line)
    ends = [*starts[1:], _end(sheet)]
    return dict(zip(keys, map(range, starts, ends), strict=True))


def _end(sheet: Sheet) -> int:
    """The line after the last one of the head that is not blank."""
    return max(number for number in sheet.head if sheet.line(number).strip()) + 1

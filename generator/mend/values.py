"""Values written in a way that only one other value can have been meant by.

A date as people write it, the name of a term where its id belongs, and a path where the name
of a file that is there belongs. What is a slip of the keyboard is left to the editor: the check
names the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, Final

from generator.core import validation
from generator.core.entries import Entry, EntryKind
from generator.core.front_matter import KeyPath
from generator.core.problems import Problem
from generator.core.taxonomy import Vocabulary
from generator.core.vietnamese import key, slug
from generator.core.yaml_scalars import entered, quoted
from generator.mend.sheet import Edit, Sheet, settled

_LEADS_TO: Final[Mapping[str, EntryKind]] = MappingProxyType(
    {"ke_hoach": "plan", "thay_the": "plan", "nhan_rong_tu": "model", "mo_hinh": "model"}
)
"""The keys whose value names another file, and what kind of entry it holds."""

_FOLDERS: Final = MappingProxyType({"models": "model", "plans": "plan"})
_PATH = re.compile(r"/?(?:[a-z0-9.-]+/)*[a-z0-9-]+(?:\.md|\.yml)?")


@dataclass(frozen=True)
class Kind:
    """What is known of an entry's values before it is read."""

    shape: type[Entry]
    vocabulary: Vocabulary
    names: Mapping[EntryKind, Collection[str]] = field(default_factory=dict)
    """The names, without endings, of the files that hold entries of each kind."""


def with_dates(sheet: Sheet, kind: Kind) -> Sheet:
    """The sheet with dates such as ``31/12/2025`` as the content writes them."""
    return _mended(sheet, kind, "not-a-date", lambda found, _: str(found.detail["nearest"] or ""))


def with_ids(sheet: Sheet, kind: Kind) -> Sheet:
    """The sheet with ids where the name of a term stands."""
    return _mended(sheet, kind, "unknown-term", lambda found, _: _id_of(found, kind.vocabulary))


def with_slugs(sheet: Sheet, kind: Kind) -> Sheet:
    """The sheet with the names of files where paths to them stand, if they are there."""
    return _mended(
        sheet, kind, "bad-slug-reference", lambda found, path: _name_of(found, path, kind)
    )


def _name_of(found: Problem, path: KeyPath, kind: Kind) -> str:
    """The file that a path leads to, unless it is of another kind than the key asks for."""
    written = str(found.detail["value"])
    wanted = _LEADS_TO.get(next(str(step) for step in reversed(path) if isinstance(step, str)))
    if wanted is None or not _PATH.fullmatch(written):
        return ""
    way = PurePosixPath(written)
    said = {_FOLDERS[part] for part in way.parts[:-1] if part in _FOLDERS}
    return way.stem if said <= {wanted} and way.stem in kind.names.get(wanted, ()) else ""


def _id_of(found: Problem, vocabulary: Vocabulary) -> str:
    """The one term that is called so, whatever its capitals, marks and dashes."""
    name, written = str(found.detail["list"]), str(found.detail["value"])
    exact = {id_ for called, id_ in vocabulary.names(name).items() if key(called) == key(written)}
    plain = {
        id_
        for called, id_ in (*vocabulary.names(name).items(), *_themselves(vocabulary, name))
        if slug(called) == slug(written)
    }
    (meant,) = exact if len(exact) == 1 else plain if len(plain) == 1 else ("",)
    return meant


def _themselves(vocabulary: Vocabulary, list_name: str) -> Iterator[tuple[str, str]]:
    yield from ((id_, id_) for id_ in vocabulary.ids(list_name))


def _mended(sheet: Sheet, kind: Kind, code: str, meant: Callable[[Problem, KeyPath], str]) -> Sheet:
    if sheet.matter is None:
        return sheet
    _, problems = validation.check(kind.shape, sheet.matter, {"vocabulary": kind.vocabulary})
    where = {mark.value: path for path, mark in sheet.matter.marks.items()}
    edits: dict[int, Edit] = {}
    for found in problems:
        path = where.get((found.place.line, found.place.column))
        if found.code == code and path and (value := meant(found, path)):
            edit = _edit(sheet, found, path, value)
            if edit:
                edits.setdefault(edit.line, edit)
    return settled(sheet, list(edits.values()), _changes_these_only)


def _edit(sheet: Sheet, found: Problem, path: KeyPath, value: str) -> Edit | None:
    """The line with the value in the place of what was written, plain or in quotes."""
    line, start = sheet.line(found.place.line), found.place.column - 1
    written = str(found.detail["value"])
    new = entered(value)
    for form in (written, quoted(written), f'"{written}"'):
        if line.startswith(form, start):
            text = line[:start] + new + line[start + len(form) :]
            return Edit(found.place.line, text, path, value)
    return None


def _changes_these_only(before: Sheet, after: Sheet, edits: Sequence[Edit]) -> bool:
    if before.matter is None or after.matter is None:
        return False
    expected = deepcopy(dict(before.matter.data))
    for edit in edits:
        _put(expected, edit.path, edit.value)
    return expected == after.matter.data and len(after.problems) <= len(before.problems)


def _put(data: Mapping[str, Any], path: KeyPath, value: str) -> None:
    node: Any = data
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value

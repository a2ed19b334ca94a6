"""What the file of an entry tells by itself, worked out once and kept while it is unchanged.

All that hangs on one file, the vocabulary and the day is done here, so that it can be done in
any process and remembered; whatever takes part in more than one entry is ``check``'s.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from typing import Any

from generator import basis
from generator.adapters.content_folder import ENTRY_FOLDERS, SourceFile
from generator.core import front_matter, text_checks, validation
from generator.core.bodies import whose
from generator.core.body_links import BodyLink, body_links
from generator.core.body_register import Holder
from generator.core.catalogue import Item, ModelItem
from generator.core.entries import Entry, EntryKind, Model, Plan
from generator.core.entry_rules import World, check_entry, model_item
from generator.core.figures import facts_counted
from generator.core.formalism import entry_formalism
from generator.core.front_matter import FrontMatter
from generator.core.pairs import Pairs, pairs_of
from generator.core.problems import Problem, has_errors
from generator.core.salvage import salvage
from generator.core.source import Source
from generator.search.own_words import OwnWords, own_words
from generator.search.words import Forms, Lexicon

_SHAPES: Mapping[EntryKind, type[Entry]] = {"model": Model, "plan": Plan}
_KINDS: Mapping[str, EntryKind] = {folder: kind for kind, folder in ENTRY_FOLDERS.items()}


@dataclass(frozen=True)
class AmongModels:
    """What of a model is held against other models, or counted with them."""

    pairs: Pairs
    """What its texts are compared by."""

    compared: bytes
    """A digest of all that decides which models it is like."""

    counted: bytes
    """A digest of all that the page of numbers counts of it by itself."""

    whose: tuple[Holder, ...]
    """Who carries it out."""


@dataclass(frozen=True)
class Reading:
    """One file of an entry, read."""

    digest: bytes
    """Of the file's path and bytes: two files of one digest are one reading."""

    item: Item[Entry] | None = None
    """The entry; of a faulty one what is left for the rules to look at, if anything is."""

    is_valid: bool = False
    problems: tuple[Problem, ...] = ()
    """All that is wrong with the file by itself."""

    doubts: tuple[Problem, ...] = ()
    """Signs of formalism, to be told only of a file that nothing else is wrong with."""

    links: tuple[BodyLink, ...] = ()
    """Where its body links to, and what it shows."""

    among: AmongModels | None = None
    """Of a sound model."""


def digest_of(file: SourceFile) -> bytes:
    """What a reading of this file is known by, within one vocabulary and day."""
    return blake2b(file.digest, digest_size=16, key=_short(file.path)).digest()


def _short(path: str) -> bytes:
    return blake2b(path.encode(), digest_size=32).digest()


Spoken = tuple[OwnWords, Forms]
"""What search is told by a sound entry, and what the numbers of its words mean."""


def read(
    file: SourceFile, world: World, lexicon: Lexicon | None = None
) -> tuple[Reading, Spoken | None]:
    """What the file of an entry tells, and what search is told by it; files share a ``lexicon``."""
    text, digest = file.text, digest_of(file)
    problems = [*text_checks.check_text(file.path, text)]
    matter, found = front_matter.read(file.path, text)
    problems += found
    if matter is None:
        return Reading(digest, problems=tuple(problems)), None
    problems += text_checks.check_body(file.path, matter.body, matter.body_line)
    item, is_valid, found = _item(_KINDS[file.folder], matter, world)
    problems += found
    if item is None:
        return Reading(digest, problems=tuple(problems)), None
    problems += check_entry(item, world)
    linked = body_links(matter.body, matter.body_line, file.path)
    if not is_valid or has_errors(problems):
        return Reading(digest, item, is_valid, tuple(problems), (), linked), None
    doubts = entry_formalism(item, world.today)
    spoken = own_words(item, world.vocabulary, lexicon)
    kept = replace(item, source=Source(file, matter.body_line))
    vars(kept)["headings"] = item.headings  # found already, in the same body
    model = model_item(kept)
    among = _among(model, world) if model else None
    return Reading(digest, kept, True, tuple(problems), doubts, linked, among), spoken


def _among(item: ModelItem, world: World) -> AmongModels:
    model, pairs = item.entry, pairs_of(item.entry)
    place = world.vocabulary.province(model.place.province)
    today = place.today.id if place else ""
    compared = (getattr(pairs, each.name) for each in fields(pairs))
    return AmongModels(
        pairs,
        basis.digest(item.path, today, *model.fields, *compared),
        basis.digest(today, repr(facts_counted(model))),
        whose(item, world.register),
    )


def _item(
    kind: EntryKind, matter: FrontMatter, world: World
) -> tuple[Item[Entry] | None, bool, tuple[Problem, ...]]:
    shape, context = _SHAPES[kind], {"vocabulary": world.vocabulary}
    entry, problems = validation.check(shape, matter, context)
    if entry is not None:
        return Item(kind, entry, matter), True, problems
    left = salvage(shape, matter, context)
    return (Item(kind, *left) if left else None), False, problems


Packed = tuple[Any, ...]
"""A reading of a sound file, small: without the file's bytes."""

_WORKED_OUT = ("called", "headings", "order", "slug")
"""What of an item every build asks for, and takes long to work out again."""


def packed(reading: Reading) -> Packed | Reading:
    """The reading ready to travel; one of a faulty file stays as it is, and is not to be kept."""
    item = reading.item
    if item is None or not isinstance(item.source, Source):
        return reading
    found = reading.problems, reading.doubts, reading.links, reading.among
    worked_out = {name: getattr(item, name) for name in _WORKED_OUT}
    return (reading.digest, item.kind, item.entry, item.source.body_line, worked_out, *found)


def unpacked(packed: Packed | Reading, file: SourceFile) -> Reading:
    """The reading of ``file`` again."""
    if isinstance(packed, Reading):
        return packed
    digest, kind, entry, body_line, worked_out, *told = packed
    item = Item(kind, entry, Source(file, body_line))
    vars(item).update(worked_out)
    return Reading(digest, item, True, *told)

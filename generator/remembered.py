"""The readings of all entries: those known from an earlier build, and the others made now.

Readings and the meanings of their words stand in one file, and what is new of both is added at
once: a reading must never be found without what explains it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from generator.adapters import workers
from generator.adapters.content_folder import SourceFile
from generator.core.entry_rules import World
from generator.kept import Kept
from generator.reading import Packed, Reading, digest_of, packed, read, unpacked
from generator.search.words import Form

Memory = Kept[bytes | int, Packed | Form]
"""Readings by their digests, and by their numbers the forms of words."""


def memory(folder: Path | None = None, edition: bytes = b"") -> Memory:
    """What is known; ``edition`` is a digest of all that a reading hangs on besides its file."""
    return Kept(folder and folder / "readings", edition)


def readings(
    files: Sequence[SourceFile], world: World, kept: Memory, count: int
) -> tuple[list[Reading], Mapping[int, Form]]:
    """A reading of each file, in order, and what the numbers of their words mean.

    New ones are made in ``count`` processes and remembered for the next time.
    """
    forms = {key: cast(Form, kept.known[key]) for key in kept.known if isinstance(key, int)}
    digests = [digest_of(file) for file in files]
    missing = [f for f, d in zip(files, digests, strict=True) if d not in kept]
    faulty: dict[bytes, Reading] = {}
    for found, meant in workers.spread(partial(_read_some, world), missing, count):
        forms.update(meant)
        kept.add((number, form) for number, form in meant.items() if number not in kept)
        faulty.update((each.digest, each) for each in found if isinstance(each, Reading))
        kept.add((each[0], each) for each in found if not isinstance(each, Reading))
    told = [
        unpacked(faulty[digest] if digest in faulty else kept[digest], file)
        for digest, file in zip(digests, files, strict=True)
    ]
    kept.ask(forms)
    kept.save()
    return told, forms


def _read_some(
    world: World, files: Sequence[SourceFile]
) -> tuple[list[Packed | Reading], dict[int, Form]]:
    """Pure, so that any process may do it."""
    forms: dict[int, Form] = {}
    found = []
    for file in files:
        reading, meant = read(file, world)
        found.append(packed(reading))
        forms.update(meant)
    return found, forms

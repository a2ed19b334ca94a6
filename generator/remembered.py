"""The readings of all entries: those known from an earlier build, and the others made now.

What search is told by them is kept apart, and not even read here: only search asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from generator.adapters import workers
from generator.adapters.content_folder import SourceFile
from generator.core.entry_rules import World
from generator.kept import Kept
from generator.reading import Packed, Reading, digest_of, packed, read, unpacked
from generator.search.own_words import OwnWords
from generator.search.words import Form, Lexicon

Memory = Kept[bytes, Packed]
"""Readings by their digests."""

Words = Kept[bytes | int, OwnWords | Form]
"""What search is told, by the digests of readings, and by their numbers the forms of words.

They are added together: words must never be found without what explains them.
"""


def memory(folder: Path | None = None, edition: bytes = b"") -> Memory:
    """What is known; ``edition`` is a digest of all that a reading hangs on besides its file."""
    return Kept(folder and folder / "readings", edition)


def words_memory(folder: Path | None = None, edition: bytes = b"") -> Words:
    """The same of what search is told."""
    return Kept(folder and folder / "words", edition)


_MANY: Final = 200
"""Words of entries, and forms of words, that are worth a file being read and added to."""


def save_words(words: Words, read: Iterable[Reading]) -> None:
    """Leave what search is told of all these to the next build, if much of it is new.

    To find out a little again takes no longer than to load the rest.
    """
    if words.news > _MANY:
        words.ask(each.digest for each in read)
        words.ask(key for key in words.known if isinstance(key, int))
        words.save()


def readings(
    files: Sequence[SourceFile], world: World, kept: Memory, words: Words, count: int
) -> list[Reading]:
    """A reading of each file, in order; new ones are made in ``count`` processes."""
    digests = [digest_of(file) for file in files]
    missing = [f.parts for f, d in zip(files, digests, strict=True) if d not in kept]
    faulty: dict[bytes, Reading] = {}
    for found, spoken in workers.spread(partial(_read_some, world), missing, count):
        faulty.update((each.digest, each) for each in found if isinstance(each, Reading))
        kept.add((each[0], each) for each in found if not isinstance(each, Reading))
        words.add(spoken.items())
        words.ask(spoken)
    return [
        unpacked(faulty[digest] if digest in faulty else kept[digest], file)
        for digest, file in zip(digests, files, strict=True)
    ]


def _read_some(
    world: World, files: Sequence[tuple[Any, ...]]
) -> tuple[list[Packed | Reading], dict[bytes | int, OwnWords | Form]]:
    """Of files told by their parts; pure, so that any process of this machine may do it."""
    spoken: dict[bytes | int, OwnWords | Form] = {}
    found, lexicon = [], Lexicon()
    for parts in files:
        reading, told = read(SourceFile(*parts), world, lexicon)
        found.append(packed(reading))
        if told is not None:
            spoken[reading.digest] = told[0]
    spoken.update(lexicon.forms.items())
    return found, spoken

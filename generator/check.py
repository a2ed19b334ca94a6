"""Content becomes a catalogue, or every problem in it.

Reads, validates and holds all entries against the rules; writes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import likeness, seen
from generator.adapters import content_folder, images
from generator.adapters.content_folder import ENTRY_FOLDERS, Contents, SourceFile
from generator.adapters.storage import StorageError
from generator.basis import digest, program
from generator.core import front_matter, text_checks
from generator.core.catalogue import Catalogue, Item, catalogue
from generator.core.entries import Entry
from generator.core.entry_rules import World, model_item, plan_item
from generator.core.formalism import check_duplicates
from generator.core.front_matter import FrontMatter
from generator.core.links import Links, links
from generator.core.problems import Place, Problem, has_errors, in_order, problem
from generator.core.reported_figures import FOLDER as FIGURES
from generator.core.reported_figures import Report, reports
from generator.core.rules import Content, check_all
from generator.core.taxonomy import Vocabulary
from generator.core.vocabulary_files import LISTS, vocabulary
from generator.likeness import PairsOf
from generator.reading import Reading
from generator.remembered import Memory, Words, memory, readings, save_words, words_memory


@dataclass(frozen=True)
class Checked:
    """What was read, and what is wrong with it."""

    items: tuple[Item[Entry], ...]
    """Every entry that could be read, those with a clashing slug included."""

    catalogue: Catalogue
    links: Links
    images: tuple[str, ...]
    """Usable images, told from ``images/``."""

    problems: tuple[Problem, ...]
    files: Mapping[str, SourceFile]
    """By path every text file, to show the line of a problem."""

    reports: tuple[Report, ...] = ()
    """What places say of themselves, newest first."""

    readings: Mapping[str, Reading] = field(default_factory=dict)
    """By path what each sound entry's file tells by itself."""

    memory: Memory = field(default_factory=memory)
    """The same for whoever reads again."""

    words: Words = field(default_factory=words_memory)
    """What search is told by them."""

    pairs: PairsOf = field(default_factory=dict)
    """By slug what of each model is compared with others."""

    compared: bytes = b""
    """A digest of all of it."""

    @property
    def failed(self) -> bool:
        """Whether an error forbids building."""
        return has_errors(self.problems)

    def save(self) -> None:
        """Leave to the next check what has been read."""
        self.memory.save()
        save_words(self.words, self.readings.values())

    def line(self, path: str, number: int) -> str | None:
        """A line of a file, for the excerpt below a problem."""
        if path not in self.files:
            return None
        with suppress(StorageError):  # somebody is just changing it
            lines = self.files[path].text.split("\n")
            return lines[number - 1] if 0 < number <= len(lines) else None
        return None


def check(
    content_dir: Path, today: date, cache_dir: Path | None = None, processes: int = 1
) -> Checked:
    """Everything in ``content_dir``, with every problem at once.

    What is read is kept in ``cache_dir``, so that only what has changed is read the next time.
    """
    checked = look_through(content_dir, today, cache_dir, processes)
    checked.save()
    return checked


def look_through(
    content_dir: Path, today: date, cache_dir: Path | None = None, processes: int = 1
) -> Checked:
    """The same for who has better to do at once than to save what has been read."""
    contents = seen.contents(content_dir, cache_dir)
    terms, problems = _vocabulary(content_dir, contents)
    read, known, words = _readings(contents, World(terms, today), cache_dir, processes)
    told, found = _reports(contents, terms, today)
    problems += [*found, *contents.problems, *_of_files(contents, read)]
    files = {file.path: file.let_go() for file in contents.files}
    contents = replace(contents, files=())  # all texts have been read, and take much room
    usable, found = _usable_images(content_dir, contents.images)
    problems += found
    items = tuple(each.item for each in read.values() if each.item and each.is_valid)
    entries = _catalogue(items, terms, read)
    joined = links(entries)
    problems += check_all(_content(contents, read, entries, joined))
    models = entries.models.items()
    pairs = {slug: among.pairs for slug, item in models if (among := read[item.path].among)}
    alike = pairs, likeness.compared(entries, read)
    faulty = {found.place.path for found in problems if has_errors([found])}
    problems += _formalism(read, faulty)
    twins = likeness.doubles(entries, joined, faulty, *alike, likeness.memory(cache_dir, "doubles"))
    problems += check_duplicates(entries, twins)
    problems += _nothing_to_show(content_dir, entries)
    kept = read, known, words, *alike
    return Checked(items, entries, joined, usable, in_order(problems), files, told, *kept)


def _of_files(contents: Contents, read: Mapping[str, Reading]) -> Iterator[Problem]:
    """What is wrong with single files of entries, and with hand-written pages as texts."""
    for each in read.values():
        yield from each.problems
    for file in contents.of(content_folder.PAGES):
        yield from text_checks.check_text(file.path, file.text)


def _readings(
    contents: Contents, world: World, cache_dir: Path | None, processes: int
) -> tuple[Mapping[str, Reading], Memory, Words]:
    """A reading of every entry's file, by path: models first, then plans."""
    vocabulary = (part for f in contents.of("vocabulary") for part in (f.path, f.digest))
    edition = digest(program(), world.today.isoformat(), *vocabulary)
    files = [file for folder in ENTRY_FOLDERS.values() for file in contents.of(folder)]
    known, words = memory(cache_dir, edition), words_memory(cache_dir, edition)
    found = readings(files, world, known, words, processes)
    return {file.path: each for file, each in zip(files, found, strict=True)}, known, words


def _content(
    contents: Contents, read: Mapping[str, Reading], entries: Catalogue, joined: Links
) -> Content:
    valid = [each.item for each in read.values() if each.item and each.is_valid]
    remains = [each.item for each in read.values() if each.item and not each.is_valid]
    in_bodies = {path: each.links for path, each in read.items()}
    images = frozenset(contents.images)
    return Content([*valid, *remains], entries, joined, images, contents.paths, in_bodies)


def _formalism(read: Mapping[str, Reading], faulty: Collection[str]) -> Iterator[Problem]:
    """The signs of formalism in files that nothing else is wrong with."""
    for path, each in read.items():
        if path not in faulty:
            yield from each.doubts


def _vocabulary(content_dir: Path, contents: Contents) -> tuple[Vocabulary, list[Problem]]:
    matters, problems = _matters(contents.of("vocabulary"))
    terms, wrong = vocabulary(matters)
    problems += wrong
    files = [path for path in contents.paths if path.split("/")[1] == "vocabulary"]
    if contents.paths and len(matters) == len(files):
        problems += _missing_lists(content_dir, matters)
    return terms, problems


def _reports(
    contents: Contents, terms: Vocabulary, today: date
) -> tuple[tuple[Report, ...], list[Problem]]:
    matters, problems = _matters(contents.of(FIGURES))
    told, wrong = reports(matters, terms, today)
    return told, [*problems, *wrong]


def _matters(files: Iterable[SourceFile]) -> tuple[list[FrontMatter], list[Problem]]:
    """What files of data say, and what is wrong with them as texts."""
    matters: list[FrontMatter] = []
    problems: list[Problem] = []
    for file in files:
        problems += text_checks.check_text(file.path, file.text)
        matter, found = front_matter.read(file.path, file.text)
        problems += found
        matters += [matter] if matter else []
    return matters, problems


def _missing_lists(content_dir: Path, matters: Iterable[FrontMatter]) -> Iterable[Problem]:
    """Told once, here, instead of at every entry."""
    there = {name for matter in matters for name, rows in matter.data.items() if rows != []}
    if missing := [name for name in LISTS if name not in there]:
        folder = f"{content_dir.name}/vocabulary"
        yield problem("missing-lists", Place(folder), lists=", ".join(missing), folder=folder)


def _catalogue(
    items: Iterable[Item[Entry]], terms: Vocabulary, read: Mapping[str, Reading]
) -> Catalogue:
    all_items = tuple(items)
    models = [model for item in all_items if (model := model_item(item))]
    plans = [plan for item in all_items if (plan := plan_item(item))]
    whose = {path: each.among.whose for path, each in read.items() if each.among}
    return catalogue(models, plans, terms, whose)


def _usable_images(
    content_dir: Path, paths: Iterable[str]
) -> tuple[tuple[str, ...], list[Problem]]:
    usable, problems = [], []
    for path in paths:
        facts = images.inspect(content_dir / content_folder.IMAGES / path)
        if isinstance(facts, images.ImageFacts):
            usable.append(path)
        else:
            place = Place(f"{content_dir.name}/{content_folder.IMAGES}/{path}")
            problems.append(problem("image-unusable", place, name=path, reason=facts))
    return tuple(usable), problems


def _nothing_to_show(content_dir: Path, entries: Catalogue) -> Iterable[Problem]:
    if not entries.models and not (content_dir / "models").is_dir():
        folder = f"{content_dir.name}/models"
        yield problem("nothing-here", Place(folder), folder=folder)

"""Content becomes a catalogue, or every problem in it.

Reads, validates and holds all entries against the rules; writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.adapters import content_folder, images
from generator.adapters.content_folder import Contents
from generator.core import front_matter, text_checks, validation
from generator.core.catalogue import Catalogue, Item, catalogue
from generator.core.entries import Entry, EntryKind, Model, Plan
from generator.core.entry_rules import World, check_entry, model_item, plan_item
from generator.core.formalism import check_formalism
from generator.core.front_matter import FrontMatter
from generator.core.links import Links, links
from generator.core.problems import Place, Problem, has_errors, in_order, problem
from generator.core.reported_figures import FOLDER as FIGURES
from generator.core.reported_figures import Report, reports
from generator.core.rules import Content, check_all
from generator.core.salvage import salvage
from generator.core.taxonomy import Vocabulary
from generator.core.vocabulary_files import LISTS, vocabulary

_SHAPES: Mapping[EntryKind, type[Entry]] = {"model": Model, "plan": Plan}


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
    texts: Mapping[str, str]
    """File path → its text, to show the line of a problem."""

    reports: tuple[Report, ...] = ()
    """What places say of themselves, newest first."""

    @property
    def failed(self) -> bool:
        """Whether an error forbids building."""
        return has_errors(self.problems)

    def line(self, path: str, number: int) -> str | None:
        """A line of a file, for the excerpt below a problem."""
        lines = self.texts.get(path, "").split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else None


def check(content_dir: Path, today: date) -> Checked:
    """Everything in ``content_dir``, with every problem at once."""
    contents = content_folder.read(content_dir)
    problems: list[Problem] = [*contents.problems]
    terms, found = _vocabulary(content_dir, contents)
    problems += found
    items, remains, found = _items(contents, terms, today)
    problems += found
    told, found = _reports(contents, terms, today)
    problems += found
    for file in contents.of(content_folder.PAGES):
        problems += text_checks.check_text(file.path, file.text)
    usable, found = _usable_images(content_dir, contents.images)
    problems += found
    entries = _catalogue(items, terms)
    joined = links(entries)
    all_items = [*items, *remains]
    problems += check_all(
        Content(all_items, entries, joined, frozenset(contents.images), contents.paths)
    )
    faulty = {found.place.path for found in problems if has_errors([found])}
    problems += check_formalism(entries, joined, today, faulty)
    problems += _nothing_to_show(content_dir, entries)
    texts = {file.path: file.text for file in contents.files}
    return Checked(tuple(items), entries, joined, usable, in_order(problems), texts, told)


def _vocabulary(content_dir: Path, contents: Contents) -> tuple[Vocabulary, list[Problem]]:
    problems: list[Problem] = []
    matters = []
    for file in contents.of("vocabulary"):
        problems += text_checks.check_text(file.path, file.text)
        matter, found = front_matter.read(file.path, file.text)
        problems += found
        if matter is not None:
            matters.append(matter)
    terms, wrong = vocabulary(matters)
    problems += wrong
    files = [path for path in contents.paths if path.split("/")[1] == "vocabulary"]
    if contents.paths and len(matters) == len(files):
        problems += _missing_lists(content_dir, matters)
    return terms, problems


def _reports(
    contents: Contents, terms: Vocabulary, today: date
) -> tuple[tuple[Report, ...], list[Problem]]:
    problems: list[Problem] = []
    matters = []
    for file in contents.of(FIGURES):
        problems += text_checks.check_text(file.path, file.text)
        matter, found = front_matter.read(file.path, file.text)
        problems += found
        if matter is not None:
            matters.append(matter)
    told, wrong = reports(matters, terms, today)
    return told, [*problems, *wrong]


def _missing_lists(content_dir: Path, matters: Iterable[FrontMatter]) -> Iterable[Problem]:
    """Told once, here, instead of at every entry."""
    there = {name for matter in matters for name, rows in matter.data.items() if rows != []}
    if missing := [name for name in LISTS if name not in there]:
        folder = f"{content_dir.name}/vocabulary"
        yield problem("missing-lists", Place(folder), lists=", ".join(missing), folder=folder)


def _items(
    contents: Contents, terms: Vocabulary, today: date
) -> tuple[list[Item[Entry]], list[Item[Entry]], list[Problem]]:
    """The valid entries, what is left of the others for the rules to look at, and the problems."""
    items: list[Item[Entry]] = []
    remains: list[Item[Entry]] = []
    problems: list[Problem] = []
    for kind, folder in content_folder.ENTRY_FOLDERS.items():
        for file in contents.of(folder):
            problems += text_checks.check_text(file.path, file.text)
            matter, found = front_matter.read(file.path, file.text)
            problems += found
            if matter is None:
                continue
            problems += text_checks.check_body(file.path, matter.body, matter.body_line)
            item, is_valid, found = _item(kind, matter, terms)
            problems += found
            if item is not None:
                (items if is_valid else remains).append(item)
                problems += check_entry(item, World(terms, today))
    return items, remains, problems


def _item(
    kind: EntryKind, matter: FrontMatter, terms: Vocabulary
) -> tuple[Item[Entry] | None, bool, tuple[Problem, ...]]:
    shape, context = _SHAPES[kind], {"vocabulary": terms}
    entry, problems = validation.check(shape, matter, context)
    if entry is not None:
        return Item(kind, entry, matter), True, problems
    left = salvage(shape, matter, context)
    return (Item(kind, *left) if left else None), False, problems


def _catalogue(items: Iterable[Item[Entry]], terms: Vocabulary) -> Catalogue:
    all_items = tuple(items)
    models = [model for item in all_items if (model := model_item(item))]
    plans = [plan for item in all_items if (plan := plan_item(item))]
    return catalogue(models, plans, terms)


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

"""The whole story in order; no work of its own.

Content is checked; if it holds no error, the engine draws the shells, every page and file
is made and written beside the live site, and only a finished site takes its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from generator import ledger, likeness, pictures
from generator.adapters import history, site_files, site_folder, theme_folder, workers
from generator.adapters.content_folder import PAGES
from generator.adapters.history import History
from generator.adapters.storage import StorageError
from generator.basis import digest, installed, of_folder, program
from generator.check import Checked, look_through
from generator.clock import today
from generator.core.catalogue import ModelItem
from generator.edition import Edition, knowledge_of
from generator.far_press import Machines
from generator.kept import Kept
from generator.ledger import Engine, Ledger, Made
from generator.look import Look, looking, there_now
from generator.making import Progress, gathering, make
from generator.pages.fragments import FragmentError
from generator.pages.hand_page import HandPage
from generator.pages.knowledge import PictureFile
from generator.pages.shell import EngineError, Shell
from generator.pieces import kept_in
from generator.place import Place
from generator.settings import Settings, load

VOCABULARY = "vocabulary"
_FONTS = "assets/fonts"


@dataclass(frozen=True)
class Prepared:
    """The settings and the content, read and checked."""

    settings: Settings
    checked: Checked
    today: date
    processes: int = 1
    """How many may work at once."""

    clean: bool = False
    """Whether nothing may be taken from earlier builds."""

    machines: Machines | None = None
    """Other machines that draw the pages, if not this one."""

    look: Look | None = None
    """The site as it was found meanwhile, if somebody has looked."""

    @cached_property
    def cache(self) -> Path:
        """Where builds of this site leave what they have worked out."""
        return site_folder.cache_folder(self.settings.site_dir)

    @property
    def known(self) -> Path | None:
        """The same, where something may be taken from it."""
        return None if self.clean else self.cache


@dataclass(frozen=True)
class Built:
    """What a build has made."""

    edition: Edition
    """What the files were made from."""

    made: Ledger
    """Every file, with what it was made from."""

    @property
    def files(self) -> int:
        """How many files the site has."""
        return len(self.made.paths)

    @property
    def models(self) -> int:
        """How many models the site shows."""
        return len(self.edition.knowledge.catalogue.models)

    @property
    def plans(self) -> int:
        """How many plans."""
        return len(self.edition.knowledge.catalogue.plans)


def prepare(
    config_file: Path,
    content_dir: Path | None = None,
    site_dir: Path | None = None,
    processes: int = 0,
    clean: bool = False,
    *,
    to_build: bool = False,
) -> Prepared:
    """Settings and checked content, read in so many processes, 0 for as many as there can be.

    With ``clean`` nothing is taken from earlier builds; whoever is ``to_build`` what has changed
    since the last one looks at the site meanwhile. Raises ``SettingsError``, ``StorageError``.
    """
    settings = load(config_file, content_dir, site_dir)
    day, count = today(), processes or workers.processes()
    cache = None if clean else site_folder.cache_folder(settings.site_dir)
    with looking(settings.site_dir, cache if to_build else None, count) as look:
        checked = look_through(settings.content_dir, day, cache, count)
        if checked.failed or not to_build:  # else the build saves it while pages are drawn
            checked.save()
        return Prepared(settings, checked, day, count, clean, look=look())


def look_at(config_file: Path, content_dir: Path | None = None) -> Prepared:
    """The same for who builds nothing: nothing is left behind. Raises ``SettingsError``."""
    return prepare(config_file, content_dir, clean=True)


def build(prepared: Prepared, progress: Progress | None = None) -> Built:
    """Make what has changed since the last build, or everything where that cannot be told.

    The content must have been found free of errors. Raises ``StorageError`` and
    ``EngineError``; whatever happens, the last good site stays.
    """
    live, cache, basis = prepared.settings.site_dir, prepared.cache, _basis(prepared)
    with site_folder.only_build(live) as beside:
        known = None if prepared.clean else ledger.read(cache, basis)
        there = there_now(prepared.look, live, cache) if known else {}
        if known is None or not known.engine.stands(there):
            built = _whole(prepared, basis, beside, progress)
            ledger.forget(cache)
            site_folder.swap(beside, live)
        else:
            place = Place(beside, live, known.files, there)
            built = _filled(prepared, basis, known.engine, place, progress, known.pictures)
            ledger.forget(cache)
            site_folder.amend(beside, live, sorted(there.keys() - set(built.made.paths)))
        with suppress(StorageError):  # the site is good; only the next build will take longer
            ledger.write(cache, basis, built.made)
    return built


def fill(
    prepared: Prepared, shells: Mapping[int, Shell], hand_pages: Iterable[HandPage], folder: Path
) -> Built:
    """Write every generated file into ``folder``, where the engine has put its own.

    Raises ``StorageError`` and ``EngineError``.
    """
    theme_folder.copy_fonts(prepared.settings.fonts_dir, folder / _FONTS)
    engine = Engine(shells, tuple(hand_pages), {})
    return _filled(prepared, _basis(prepared), engine, Place(folder), None)


def _whole(prepared: Prepared, basis: bytes, beside: Path, progress: Progress | None) -> Built:
    from generator.adapters import mkdocs_shell  # takes long to load, and is seldom needed

    settings, collector = prepared.settings, mkdocs_shell.Collector()
    shells = mkdocs_shell.render(
        settings.config_file, beside, docs_dir=_pages_dir(settings), collector=collector
    )
    theme_folder.copy_fonts(settings.fonts_dir, beside / _FONTS)
    files = {path: Made(b"", *state) for path, state in site_files.files_below(beside).items()}
    engine = Engine(shells, collector.pages, files)
    return _filled(prepared, basis, engine, Place(beside), progress)


def _filled(
    prepared: Prepared,
    basis: bytes,
    engine: Engine,
    place: Place,
    progress: Progress | None,
    known_pictures: Mapping[str, PictureFile] | None = None,
) -> Built:
    settings, checked = prepared.settings, prepared.checked
    past = _history(prepared)
    shown, picture_files = pictures.published(settings, checked.images, place, known_pictures or {})
    known = knowledge_of(checked, settings, prepared.today, shown, past)
    templates = theme_folder.templates(settings.theme_dir)
    made_of = engine.shells, templates, engine.hand_pages, past, checked.readings
    edition = Edition(known, settings, *made_of)
    kept = kept_in(prepared.known, basis, checked.memory, checked.words)
    count, machines = prepared.processes, prepared.machines
    try:
        with gathering(edition, place, kept, count) as gathered:
            edition = edition.knowing(_similar(prepared))
            made = make(edition, place, kept, count, progress, machines) | gathered()
    except FragmentError as error:
        raise EngineError(str(error)) from error
    return Built(edition, Ledger(engine, {**made, **picture_files}, shown))


def _similar(prepared: Prepared) -> Mapping[str, tuple[ModelItem, ...]]:
    checked, kept = prepared.checked, likeness.memory(prepared.known, "likest")
    return likeness.likest(checked.catalogue, checked.pairs, checked.compared, kept)


def _history(prepared: Prepared) -> Mapping[str, History]:
    """What Git remembers, asked again only when there is something new to remember."""
    settings = prepared.settings
    root, folder = settings.root, settings.content_dir.name
    kept: Kept[bytes, Mapping[str, History]]
    kept = Kept(prepared.known and prepared.known / "history", program())
    key = digest(history.point(root), root.as_posix(), folder)
    found = kept.or_made(key, lambda: history.added_and_changed(root, folder))
    if found:  # nothing may also mean that Git took too long this time
        kept.save()
    return found


def _basis(prepared: Prepared) -> bytes:
    """A digest of all that every page hangs on besides the entries.

    The vocabulary is told as it was read, since somebody may have changed it meanwhile; what
    the engine reads is told before it does, so that what changes meanwhile is seen next time.
    """
    settings, read = prepared.settings, prepared.checked.files.values()
    pages = _pages_dir(settings) or settings.docs_dir
    return digest(
        program(),
        installed(),
        prepared.today.isoformat(),
        settings.model_dump_json(),
        settings.config_file.read_bytes(),
        of_folder(settings.theme_dir),
        of_folder(pages) if pages else b"",
        of_folder(settings.fonts_dir),
        *(part for file in read if file.folder == VOCABULARY for part in (file.path, file.digest)),
    )


def _pages_dir(settings: Settings) -> Path | None:
    """The hand-written pages that stand beside the content, if it has any of its own."""
    pages = settings.content_dir / PAGES
    return pages if pages.is_dir() else None

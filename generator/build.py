"""The whole story in order; no work of its own.

Content is checked; if it holds no error, the engine draws the shells, every page and file
is made and written beside the live site, and only a finished site takes its place.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from generator import publish
from generator.adapters import history, images, mkdocs_shell, site_folder, storage, theme_folder
from generator.adapters.content_folder import ENTRY_FOLDERS, IMAGES, PAGES
from generator.check import Checked, check
from generator.core.entries import EntryKind
from generator.core.routes import PICTURES
from generator.core.skeleton import skeleton
from generator.core.vietnamese import slug
from generator.edition import Edition, Output, knowledge_of
from generator.pages.fragments import FragmentError
from generator.pages.hand_page import HandPage
from generator.pages.knowledge import PictureFile
from generator.pages.shell import Shell
from generator.settings import Settings, load

HANOI = timezone(timedelta(hours=7))
Watch = Callable[[Iterable[Output], int], Iterable[Output]]
"""Shows progress while the files are written: the files and how many there will be."""


@dataclass(frozen=True)
class Prepared:
    """The settings and the content, read and checked."""

    settings: Settings
    checked: Checked
    today: date


@dataclass(frozen=True)
class Built:
    """What a build has made."""

    models: int
    plans: int
    files: int


def today() -> date:
    """The day in Việt Nam; ``SOURCE_DATE_EPOCH`` fixes it, so that a build can be repeated."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC)
    return now.astimezone(HANOI).date()


def prepare(
    config_file: Path, content_dir: Path | None = None, site_dir: Path | None = None
) -> Prepared:
    """Settings and checked content. Raises ``SettingsError``."""
    settings = load(config_file, content_dir, site_dir)
    day = today()
    return Prepared(settings, check(settings.content_dir, day), day)


def new_entry(prepared: Prepared, kind: EntryKind, answers: Mapping[str, str]) -> Path:
    """Write the commented skeleton of a new entry; where it stands.

    Raises ``StorageError`` when the name makes no address or the file is there already.
    """
    folder = prepared.settings.content_dir / ENTRY_FOLDERS[kind]
    name = slug(answers["ten"])
    file = folder / f"{name}.md"
    taken = {item.slug for item in prepared.checked.items if item.kind == kind}
    if not name or name in taken or file.exists():
        raise storage.StorageError(f"Đã có mục tên “{name}”, hoặc tên này không có chữ nào.")
    text = skeleton(kind, answers, prepared.checked.catalogue.vocabulary)
    storage.write_if_changed(file, text.encode())
    return file


def build(prepared: Prepared, watch: Watch | None = None) -> Built:
    """Build beside the live site and swap it in.

    The content must have been found free of errors. Raises ``StorageError`` and
    ``EngineError``; whatever happens, the last good site stays.
    """
    settings = prepared.settings
    with site_folder.only_build(settings.site_dir) as beside:
        collector = mkdocs_shell.Collector()
        shells = mkdocs_shell.render(
            settings.config_file, beside, docs_dir=_pages_dir(settings), collector=collector
        )
        built = fill(prepared, shells, collector.pages, beside, watch)
        site_folder.swap(beside, settings.site_dir)
    return built


def fill(
    prepared: Prepared,
    shells: Mapping[int, Shell],
    hand_pages: Iterable[HandPage],
    folder: Path,
    watch: Watch | None = None,
) -> Built:
    """Write every generated file into ``folder``, where the engine has put its own.

    Raises ``StorageError`` and ``EngineError``.
    """
    settings, checked = prepared.settings, prepared.checked
    past = history.added_and_changed(settings.root, settings.content_dir.name)
    pictures = _publish_pictures(prepared, folder)
    known = knowledge_of(checked, settings, prepared.today, pictures, past)
    templates = theme_folder.templates(settings.theme_dir)
    edition = Edition(known, settings, shells, templates, tuple(hand_pages), past)
    count, files = publish.outputs(edition)
    try:
        for file in watch(files, count) if watch else files:
            storage.write_if_changed(folder / file.path, file.data)
    except FragmentError as error:
        raise mkdocs_shell.EngineError(str(error)) from error
    fonts = theme_folder.copy_fonts(settings.fonts_dir, folder / "assets/fonts")
    written = count + fonts + 2 * len(pictures)
    return Built(len(checked.catalogue.models), len(checked.catalogue.plans), written)


def _pages_dir(settings: Settings) -> Path | None:
    """The hand-written pages that stand beside the content, if it has any of its own."""
    pages = settings.content_dir / PAGES
    return pages if pages.is_dir() else None


def _publish_pictures(prepared: Prepared, folder: Path) -> dict[str, PictureFile]:
    found = {}
    for path in prepared.checked.images:
        source = prepared.settings.content_dir / IMAGES / path
        made = images.publish(source, folder / PICTURES / path)
        if isinstance(made, images.Published):
            found[path] = PictureFile(
                f"{PICTURES}{path}.webp",
                made.large.width,
                made.large.height,
                made.small.path.relative_to(folder).as_posix(),
                made.small.width,
            )
    return found

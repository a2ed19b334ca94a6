"""The only reader of ``content/``.

Entries come from many hands: a link that leads out of the folder, a device, a file of
another encoding or of an absurd size is a problem with a place, and never read further.
"""

from __future__ import annotations

import os
import time
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from generator.adapters.storage import StorageError, reason
from generator.core.entries import EntryKind
from generator.core.problems import Place, Problem, problem
from generator.core.text_checks import MAX_FILE

FOLDERS = {
    "models": (".md", ".yml"),
    "plans": (".md", ".yml"),
    "vocabulary": (".yml",),
    "figures": (".yml",),
}
"""The folders whose files are read as text, and the endings they may have."""

ENTRY_FOLDERS: Mapping[EntryKind, str] = {"model": "models", "plan": "plans"}
IMAGES = "images"
PAGES = "pages"
_KNOWN = (*FOLDERS, IMAGES, PAGES)
_PAGE_ENDINGS = (".md",)
_VOCABULARY_LIMIT = 16 * MAX_FILE
_IGNORED = ("thumbs.db", "desktop.ini")


Look = tuple[int, int, int, int]
"""How a file looks without being opened: size, times of its text and of itself, and number."""

Sights = Mapping[str, tuple[Look, bytes]]
"""By its path how each file of an entry looked when it was read, and the digest of its text."""

_SETTLED: Final = 2_000_000_000
"""Nanoseconds. Times are coarse on some disks: one that changed as late as this may do so again
and look the same."""


_MOST_HELD: Final = 200
"""Texts of entries; one that is just being edited is among few, and should be read only once."""


@dataclass(frozen=True)
class SourceFile:
    """A text file of the content."""

    path: str
    """Relative to the folder that holds the content folder, with forward slashes."""

    folder: str
    """``models``, ``plans``, ``vocabulary``, ``figures`` or ``pages``."""

    disk: str = field(repr=False, compare=False)
    """Where it stands."""

    digest: bytes = field(repr=False)
    """Of its text."""

    held: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def raw(self) -> bytes:
        """UTF-8, with line ends as ``\\n`` and without a byte order mark.

        Read again where it is not held. Raises ``StorageError`` when it is not the same any more.
        """
        if self.held is not None:
            return self.held
        raw = _raw(Path(self.disk), self.path, self.folder)
        if not isinstance(raw, bytes) or _digest(raw) != self.digest:
            raise StorageError(f"{self.path} vừa bị sửa trong lúc dựng trang. Xin chạy lại.")
        return raw

    @property
    def text(self) -> str:
        """The same as text; not kept, since most files are read once."""
        return self.raw.decode()

    def let_go(self) -> SourceFile:
        """The same without its text, which is read again if somebody asks."""
        return self if self.held is None else replace(self, held=None)

    @property
    def parts(self) -> tuple[str, str, str, bytes, bytes | None]:
        """What it is made of, to travel within this machine without what is not held."""
        return self.path, self.folder, self.disk, self.digest, self.held

    def __reduce__(self) -> tuple[Any, ...]:
        """It travels with its text: the file may not be where it arrives."""
        return SourceFile, (*self.parts[:-1], self.raw)


@dataclass(frozen=True)
class Contents:
    """Everything found in the content folder."""

    files: tuple[SourceFile, ...]
    images: tuple[str, ...]
    """Paths below ``images/``."""

    paths: frozenset[str]
    problems: tuple[Problem, ...]
    sights: Sights
    """For whoever reads again."""

    def of(self, folder: str) -> tuple[SourceFile, ...]:
        """The text files of one folder, by path."""
        return tuple(file for file in self.files if file.folder == folder)


def read(content_dir: Path, known: Sights | None = None) -> Contents:
    """All files below ``content_dir``, and what is wrong with any of them as a file.

    An entry's file that looks as it is ``known`` to have looked is not opened, and of many others
    the texts are not held.
    """
    files: list[SourceFile] = []
    images: list[str] = []
    paths: list[str] = []
    problems: list[Problem] = []
    sights: dict[str, tuple[Look, bytes]] = {}
    opened = 0
    settled = time.time_ns() - _SETTLED
    for inside, entry in _walk(content_dir, "", problems):
        paths.append(path := f"{content_dir.name}/{inside}")
        folder, _, below = inside.partition("/")
        if folder == IMAGES:
            images.append(below)
            continue
        look = _look(entry) if folder in ENTRY_FOLDERS.values() else None
        file = _as_seen(path, folder, entry, look, known or {}) or _file(entry.path, path, folder)
        if isinstance(file, Problem):
            problems.append(file)
        elif file is not None:
            opened += look is not None and file.held is not None
            files.append(file.let_go() if look and opened > _MOST_HELD else file)
            if look and max(look[1:3]) < settled:
                sights[path] = look, file.digest
    return Contents(tuple(files), tuple(images), frozenset(paths), tuple(problems), sights)


def _as_seen(
    path: str, folder: str, entry: os.DirEntry[str], look: Look | None, known: Sights
) -> SourceFile | None:
    """The file, if it looks as it did."""
    seen = known.get(path)
    if seen is None or seen[0] != look:
        return None
    return SourceFile(path, folder, entry.path, seen[1])


def _look(entry: os.DirEntry[str]) -> Look | None:
    try:
        state = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def read_one(content_dir: Path, inside: str) -> SourceFile | Problem | None:
    """One text file, told from ``content_dir``; ``None`` where it is not there for reading."""
    file, folder = content_dir / inside, inside.partition("/")[0]
    path = f"{content_dir.name}/{inside}"
    if (
        folder not in FOLDERS
        or file.name.startswith(".")
        or file.is_symlink()
        or not file.is_file()
    ):
        return None
    return _file(os.fspath(file), path, folder)


def _file(disk: str, path: str, folder: str) -> SourceFile | Problem | None:
    raw = _raw(Path(disk), path, folder)
    return SourceFile(path, folder, disk, _digest(raw), raw) if isinstance(raw, bytes) else raw


def _digest(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=16).digest()


def _walk(
    root: Path, inside: str, problems: list[Problem]
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Regular files in order of their names, told from ``root``; hidden ones are passed over."""
    try:
        with os.scandir(root / inside) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        place = Place(f"{root.name}/{inside}".rstrip("/"))
        problems.append(problem("file-unreadable", place, reason=reason(error)))
        return
    for entry in entries:
        name = entry.name
        if name.startswith(".") or name.lower() in _IGNORED or not (inside or name in _KNOWN):
            continue
        path = f"{inside}/{name}" if inside else name
        if entry.is_symlink():
            problems.append(problem("symlink", Place(f"{root.name}/{path}"), name=name))
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(root, path, problems)
        elif not entry.is_file(follow_symlinks=False):
            problems.append(problem("not-regular-file", Place(f"{root.name}/{path}"), name=name))
        else:
            yield path, entry


def _raw(file: Path, path: str, folder: str) -> bytes | Problem | None:
    """The file's text, what is wrong with it, or nothing when it is not for reading."""
    endings = FOLDERS.get(folder, _PAGE_ENDINGS)
    if not path.endswith(endings):
        if folder == PAGES:
            return None
        expected = " hoặc ".join(endings)
        return problem("file-extension", Place(path), name=file.name, expected=expected)
    limit = _VOCABULARY_LIMIT if folder == "vocabulary" else MAX_FILE
    try:
        with file.open("rb") as opened:
            size = os.fstat(opened.fileno()).st_size
            if size > limit:
                return problem("file-too-large", Place(path), size=size, limit=limit)
            return _utf8(opened.read(), path)
    except OSError as error:
        return problem("file-unreadable", Place(path), reason=reason(error))


def _utf8(raw: bytes, path: str) -> bytes | Problem:
    try:
        raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = len(before.decode("utf-8-sig", "replace")) + 1
        return problem("not-utf8", Place(path, line, column), offset=error.start + 1)
    return raw.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")

"""The only reader of ``content/``.

Entries come from many hands: a link that leads out of the folder, a device, a file of
another encoding or of an absurd size is a problem with a place, and never read further.
"""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.adapters.storage import reason
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


@dataclass(frozen=True)
class SourceFile:
    """A text file of the content."""

    path: str
    """Relative to the folder that holds the content folder, with forward slashes."""

    folder: str
    """``models``, ``plans``, ``vocabulary``, ``figures`` or ``pages``."""

    raw: bytes = field(repr=False)
    """UTF-8, with line ends as ``\\n`` and without a byte order mark."""

    @property
    def text(self) -> str:
        """The same as text; not kept, since most files are read once."""
        return self.raw.decode()


@dataclass(frozen=True)
class Contents:
    """Everything found in the content folder."""

    files: tuple[SourceFile, ...]
    images: tuple[str, ...]
    """Paths below ``images/``."""

    paths: frozenset[str]
    problems: tuple[Problem, ...]

    def of(self, folder: str) -> tuple[SourceFile, ...]:
        """The text files of one folder, by path."""
        return tuple(file for file in self.files if file.folder == folder)


def read(content_dir: Path) -> Contents:
    """All files below ``content_dir``, and what is wrong with any of them as a file."""
    files: list[SourceFile] = []
    images: list[str] = []
    paths: set[str] = set()
    problems: list[Problem] = []
    for inside in _walk(content_dir, "", problems):
        path = f"{content_dir.name}/{inside}"
        paths.add(path)
        folder, _, below = inside.partition("/")
        if folder == IMAGES:
            images.append(below)
            continue
        raw = _raw(content_dir / inside, path, folder)
        if isinstance(raw, Problem):
            problems.append(raw)
        elif raw is not None:
            files.append(SourceFile(path, folder, raw))
    return Contents(tuple(files), tuple(images), frozenset(paths), tuple(problems))


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
    raw = _raw(file, path, folder)
    return SourceFile(path, folder, raw) if isinstance(raw, bytes) else raw


def _walk(root: Path, inside: str, problems: list[Problem]) -> Iterator[str]:
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
            yield path


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

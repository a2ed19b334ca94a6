"""The only reader of ``content/``.

Entries come from many hands: a link that leads out of the folder, a device, a file of
another encoding or of an absurd size is a problem with a place, and never read further.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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

    text: str
    """With line ends as ``\\n`` and without a byte order mark."""


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
    for found in _walk(content_dir, content_dir, problems):
        inside = found.relative_to(content_dir)
        path = (content_dir.name / inside).as_posix()
        paths.add(path)
        folder = inside.parts[0]
        if folder == IMAGES:
            images.append(Path(*inside.parts[1:]).as_posix())
            continue
        text = _text(found, path, folder)
        if isinstance(text, Problem):
            problems.append(text)
        elif text is not None:
            files.append(SourceFile(path, folder, text))
    return Contents(tuple(files), tuple(images), frozenset(paths), tuple(problems))


def _walk(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Regular files in order of their names; hidden ones are passed over."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        place = Place(_shown(folder, root))
        problems.append(problem("file-unreadable", place, reason=reason(error)))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() in _IGNORED:
            continue
        path = Path(entry.path)
        if folder == root and entry.name not in _KNOWN:
            continue
        if entry.is_symlink():
            problems.append(problem("symlink", Place(_shown(path, root)), name=entry.name))
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(path, root, problems)
        elif not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
            problems.append(problem("not-regular-file", Place(_shown(path, root)), name=entry.name))
        else:
            yield path


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root.parent).as_posix()


def _text(file: Path, path: str, folder: str) -> str | Problem | None:
    """The file's text, what is wrong with it, or nothing when it is not for reading."""
    endings = FOLDERS.get(folder, _PAGE_ENDINGS)
    if file.suffix not in endings:
        if folder == PAGES:
            return None
        expected = " hoặc ".join(endings)
        return problem("file-extension", Place(path), name=file.name, expected=expected)
    limit = _VOCABULARY_LIMIT if folder == "vocabulary" else MAX_FILE
    try:
        size = file.stat().st_size
        if size > limit:
            return problem("file-too-large", Place(path), size=size, limit=limit)
        raw = file.read_bytes()
    except OSError as error:
        return problem("file-unreadable", Place(path), reason=reason(error))
    return _decoded(raw, path)


def _decoded(raw: bytes, path: str) -> str | Problem:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        before = raw[raw.rfind(b"\n", 0, error.start) + 1 : error.start]
        column = len(before.decode("utf-8", "replace")) + 1
        return problem("not-utf8", Place(path, line, column), offset=error.start + 1)
    return text.replace("\r\n", "\n").replace("\r", "\n")

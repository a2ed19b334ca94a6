"""What a preview knows: the last good site, drafts of edited entries, and what is wrong now.

An edited entry is drawn at once; the whole site is built again behind it, in a thread of its own,
and takes the draft's place.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import build as story
from generator.adapters import report
from generator.adapters.storage import StorageError
from generator.core.problems import Problem
from generator.draft import Draft, Drafts
from generator.pages.fragments import FragmentError
from generator.pages.shell import EngineError
from generator.settings import SettingsError

Say = Callable[[str], object]
_PATIENCE = 25.0
"""Seconds that who waits for news is kept waiting; browsers give up after more."""


@dataclass(frozen=True)
class _Shown:
    """A draft that is shown, and the count of changes when it was drawn."""

    draft: Draft
    at: int


class Preview:
    """One site that is being edited."""

    def __init__(self, config_file: Path, content: Path | None, site: Path, say: Say) -> None:
        self._config_file, self._content, self._site, self._say = config_file, content, site, say
        self._news = threading.Condition()
        self._changes = 0
        self._built_at = -1
        self._drafts: Drafts | None = None
        self._shown: dict[Path, _Shown] = {}
        self._problems: tuple[Problem, ...] = ()
        self._failure = ""
        self.version = 0

    def note(self) -> str:
        """What to show above every page; empty when all is well."""
        fresh = [p for each in tuple(self._shown.values()) for p in each.draft.problems]
        names = {problem.place.path for problem in fresh}
        told = [p for p in self._problems if p.place.path not in names]
        lines = [f"{p.place}: {p.message} {p.mend}" for p in (*fresh, *told)]
        return "\n".join([self._failure, *lines] if self._failure else lines)

    def draft(self, path: str) -> bytes | None:
        """The page drawn since the last build in the place of a file of the site, if one was."""
        pages = (each.draft for each in tuple(self._shown.values()))
        return next((each.page for each in pages if each.path == path), None)

    def newer_than(self, version: int) -> int:
        """The version, once it is another than this one or waiting has been long enough."""
        with self._news:
            self._news.wait_for(lambda: self.version != version, _PATIENCE)
            return self.version

    def note_changes(self, paths: Iterable[Path]) -> None:
        """Show drafts of the entries among these files, and have the site built again."""
        with self._news:
            self._changes += 1
            at = self._changes
        for path in paths:
            before = self._shown.pop(path, None)
            if draft := self._draft(path):
                last = before.draft.page if before and not draft.path else draft.page
                where = before.draft.path if before and not draft.path else draft.path
                self._shown[path] = _Shown(Draft(draft.problems, where, last), at)
        self._tell()

    def _draft(self, path: Path) -> Draft | None:
        try:
            return self._drafts.of(path) if self._drafts else None
        except (FragmentError, OSError):
            return None  # the build that follows will say so

    def keep_up(self) -> None:
        """Build again whenever something has changed; never ends."""
        while True:
            with self._news:
                self._news.wait_for(lambda: self._changes > self._built_at)
            self.build()

    def build(self) -> None:
        """Check and build; the last good site stays where that cannot be done."""
        started, at = time.monotonic(), self._changes
        is_built = False
        try:
            # A process with threads must not be forked; with few pages to draw none need be.
            count = 0 if self._built_at < 0 else 1
            prepared = story.prepare(self._config_file, self._content, self._site, count)
            checked = prepared.checked
            self._problems, self._failure = checked.problems, ""
            if checked.problems:
                self._say(report.as_text(checked.problems, checked.line, colour=False))
            if not checked.failed:
                self._take(story.build(prepared), prepared)
                is_built = True
                seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
                self._say(f"Đã dựng lại trong {seconds} giây.")
        except (SettingsError, StorageError, EngineError) as error:
            self._failure = str(error)
            self._say(f"Lỗi: {error}")
        self._built_at = at
        if is_built:
            self._shown = {path: each for path, each in self._shown.items() if each.at > at}
        self._tell()

    def _take(self, built: story.Built, prepared: story.Prepared) -> None:
        content_dir, day = prepared.settings.content_dir, prepared.today
        self._drafts = Drafts(built.edition, content_dir, day)

    def _tell(self) -> None:
        with self._news:
            self.version += 1
            self._news.notify_all()

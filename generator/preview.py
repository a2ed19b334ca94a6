"""What a preview knows: the last good site, drafts of edited entries, and what is wrong now.

An edited entry is drawn at once by the process that has built the site last; the whole site is
built again behind it, in a process of its own, and takes the draft's place.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.adapters.companion import CompanionGone
from generator.draft import Draft
from generator.rebuilding import Builder, Outcome, sentences

Say = Callable[[str], object]
_PATIENCE = 25.0
"""Seconds that who waits for news is kept waiting; browsers give up after more."""

_LAG = 0.5
"""Seconds after which a change of the content is surely noted."""

_AT_ONCE = 20
"""Of more files than somebody edits at a time no drafts are drawn: a build is sooner done."""


@dataclass(frozen=True)
class _Shown:
    """A draft that is shown, and the count of changes when it was drawn."""

    draft: Draft
    at: int


class Preview:
    """One site that is being edited; ``close`` must be called.

    ``start`` begins to build it, and is told whether that is less urgent than drafts are.
    """

    def __init__(self, start: Callable[[bool], Builder], say: Say) -> None:
        self._start, self._say = start, say
        self._news = threading.Condition()
        self._changes = 0
        self._built_at = -1
        self._builder: Builder | None = None
        self._drafter: Builder | None = None
        self._has_ended = False
        self._shown: dict[Path, _Shown] = {}
        self._outcome = Outcome()
        self._problems: tuple[tuple[str, str], ...] = ()
        self.version = 0

    def note(self) -> str:
        """What to show above every page; empty when all is well."""
        fresh = sentences(p for each in self._drafts() for p in each.problems)
        names = {path for path, _ in fresh}
        told = [each for each in self._problems if each[0] not in names]
        lines = [line for _, line in (*fresh, *told)]
        return "\n".join([self._outcome.failure, *lines] if self._outcome.failure else lines)

    def draft(self, path: str) -> bytes | None:
        """The page drawn since the last build in the place of a file of the site, if one was."""
        return next((each.page for each in self._drafts() if each.path == path), None)

    def _drafts(self) -> tuple[Draft, ...]:
        with self._news:
            return tuple(each.draft for each in self._shown.values())

    def newer_than(self, version: int) -> int:
        """The version, once it is another than this one or waiting has been long enough."""
        with self._news:
            self._news.wait_for(lambda: self.version != version, _PATIENCE)
            return self.version

    def note_changes(self, paths: Collection[Path]) -> None:
        """Show drafts of the entries among these files, then have the site built again."""
        for path in paths:
            draft = self._drawn(path) if len(paths) <= _AT_ONCE else None
            with self._news:
                self._show(path, draft)
        with self._news:
            self._changes += 1
            self._tell()

    def _show(self, path: Path, draft: Draft | None) -> None:
        """Where a draft has no page, the one before it stays."""
        before = self._shown.pop(path, None)
        if draft and before and not draft.path:
            draft = Draft(draft.problems, before.draft.path, before.draft.page)
        if draft:
            self._shown[path] = _Shown(draft, self._changes + 1)

    def _drawn(self, path: Path) -> Draft | None:
        asked = None
        while (drafter := self._drafter) is not asked and drafter is not None:
            asked = drafter
            with suppress(CompanionGone):  # another may have taken its place
                return drafter.ask(path)
        return None  # the build that follows will tell

    def keep_up(self) -> None:
        """Build again whenever something has changed, until the end."""
        while not self._has_ended:
            with self._news:
                self._news.wait_for(lambda: self._changes > self._built_at)
            self.build()

    def build(self) -> None:
        """Check and build; the last good site stays where that cannot be done."""
        started, at = time.monotonic(), self._changes
        try:
            outcome = self._begin().told()
        except CompanionGone as gone:
            outcome = Outcome(failure=str(gone))
        if outcome.failure and self._is_overtaken(at):
            outcome = Outcome()  # the build that follows tells how things are now
        if not self._has_ended:
            self._say_of(outcome, time.monotonic() - started)
            self._take(outcome, at)

    def _begin(self) -> Builder:
        with self._news:
            if self._has_ended:
                raise CompanionGone
            self._builder = self._start(self._drafter is not None)
            return self._builder

    def _is_overtaken(self, at: int) -> bool:
        """Whether something has changed since; a build that met the change first is told late."""
        with self._news:
            return self._news.wait_for(lambda: self._changes > at, _LAG)

    def _say_of(self, outcome: Outcome, seconds: float) -> None:
        if outcome.shown:
            self._say(outcome.shown)
        if outcome.failure:
            self._say(f"Lỗi: {outcome.failure}")
        if outcome.is_built:
            told = f"{seconds:.1f}".replace(".", ",")
            self._say(f"Đã dựng lại trong {told} giây.")

    def _take(self, outcome: Outcome, at: int) -> None:
        with self._news:
            self._outcome, self._built_at, done = outcome, at, self._builder
            if outcome.problems is not None:
                self._problems = outcome.problems
            if outcome.is_built:
                done, self._drafter, self._builder = self._drafter, self._builder, None
                self._shown = {path: each for path, each in self._shown.items() if each.at > at}
            self._tell()
        if done:
            done.end()

    def close(self) -> None:
        """End whatever builds or draws."""
        with self._news:
            self._has_ended = True
            at_work = [each for each in (self._builder, self._drafter) if each]
        for each in at_work:
            each.end()

    def _tell(self) -> None:
        with self._news:
            self.version += 1
            self._news.notify_all()

"""The site built in a process of its own, which then draws drafts of edited entries.

Whoever serves pages is thus never held up by a build; and drafts are drawn where everything
that pages are made from is known already.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator import build as story
from generator.adapters import report
from generator.adapters.companion import Companion
from generator.adapters.storage import StorageError
from generator.check import Checked
from generator.core.problems import Problem
from generator.draft import Draft, Drafts
from generator.pages.fragments import FragmentError
from generator.pages.shell import EngineError
from generator.settings import SettingsError


@dataclass(frozen=True)
class Outcome:
    """What came of a build."""

    problems: tuple[tuple[str, str], ...] | None = None
    """Each problem's file and sentence; ``None`` where the content could not be looked at."""

    shown: str = ""
    """The same for the terminal."""

    failure: str = ""
    """What kept the site from being built, other than problems of the content."""

    is_built: bool = False


_NOT_DRAWN = (FragmentError, OSError)
"""Why a draft may fail: the template, or a file that is being changed or out of reach."""

Draw = Callable[[Path], Draft | None]
Builder = Companion[Outcome, Path, Draft | None]
"""Tells the outcome; then, where the site was built, draws the drafts it is asked for."""


def builder(config_file: Path, content: Path | None, site: Path, gives_way: bool) -> Builder:
    """A build of the site, begun in a process of its own; it may give way to other work.

    Raises ``CompanionGone``.
    """
    return Companion(partial(_built, config_file, content, site), gives_way)


def sentences(problems: Iterable[Problem]) -> tuple[tuple[str, str], ...]:
    """The file of each problem, and a sentence that says where it is and how to mend it."""
    return tuple((p.place.path, f"{p.place}: {p.message} {p.mend}") for p in problems)


def _built(config_file: Path, content: Path | None, site: Path) -> tuple[Outcome, Draw | None]:
    gc.disable()  # it would look again and again through millions of values that all stay
    try:
        prepared = story.prepare(config_file, content, site, to_build=True)
    except (SettingsError, StorageError, EngineError) as error:
        return Outcome(failure=str(error)), None
    found = _outcome(prepared.checked)
    if prepared.checked.failed:
        return found, None
    try:
        made = story.build(prepared)
    except (StorageError, EngineError) as error:
        return replace(found, failure=str(error)), None
    return replace(found, is_built=True), partial(_drawn, _drafts(made, prepared))


def _outcome(checked: Checked) -> Outcome:
    problems = checked.problems
    shown = report.as_text(problems, checked.line, colour=False) if problems else ""
    return Outcome(sentences(problems), shown)


def _drafts(made: story.Built, prepared: story.Prepared) -> Drafts:
    drafts = Drafts(made.edition, prepared.settings.content_dir, prepared.today)
    with suppress(*_NOT_DRAWN):
        drafts.warm()
    return drafts


def _drawn(drafts: Drafts, path: Path) -> Draft | None:
    try:
        return drafts.of(path)
    except _NOT_DRAWN:
        return None  # the build that follows will say so

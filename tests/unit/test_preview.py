"""What a preview shows while builds and edits overtake each other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import pytest

from generator.adapters.companion import CompanionGone
from generator.core.problems import Place, Problem, problem
from generator.draft import Draft
from generator.preview import Preview
from generator.rebuilding import Builder, Outcome

ONE = Path("content/models/mot.md")
PAGE = "mo-hinh/mot/index.html"
BUILT = Outcome((), is_built=True)


class Made:
    """A build that does what the test says."""

    def __init__(
        self,
        outcome: Outcome | None = BUILT,
        drafts: Callable[[Path], Draft | None] = lambda _: None,
        meanwhile: Callable[[], object] = lambda: None,
    ) -> None:
        self._outcome, self._drafts, self._meanwhile = outcome, drafts, meanwhile
        self.asked: list[Path] = []
        self.has_ended = False

    def told(self) -> Outcome:
        """After what happens meanwhile; ``None`` for a process that is killed."""
        self._meanwhile()
        if self._outcome is None:
            raise CompanionGone("bị dừng giữa chừng")
        return self._outcome

    def ask(self, path: Path) -> Draft | None:
        """The draft of that file."""
        self.asked.append(path)
        if self.has_ended:
            raise CompanionGone("đã dừng")
        return self._drafts(path)

    def end(self) -> None:
        """Nothing can be asked any more."""
        self.has_ended = True


def preview(builds: Sequence[Made], said: list[str] | None = None) -> Preview:
    """A preview whose builds are these, one after another."""
    left = iter(builds)
    return Preview(lambda _: cast(Builder, next(left)), (said if said is not None else []).append)


def draft(text: str, *problems: Problem) -> Draft:
    """A page with this text."""
    return Draft(problems, PAGE, text.encode())


def wrong() -> Problem:
    """A problem of the file."""
    return problem("not-utf8", Place("content/models/mot.md", 1, 1))


def test_a_draft_is_shown_until_a_build_knows_the_edit() -> None:
    """An edit during a build keeps its draft when that build is done, and loses it to the next."""
    shown: list[bytes | None] = []

    def edit() -> None:
        site.note_changes([ONE])
        shown.append(site.draft(PAGE))

    first = Made(drafts=lambda _: draft("nháp"))
    site = preview([first, Made(meanwhile=edit, drafts=lambda _: draft("nháp")), Made()])
    for _ in range(2):
        site.build()
        shown.append(site.draft(PAGE))
    site.build()
    assert [*shown, site.draft(PAGE)] == [None, b"nh\xc3\xa1p", b"nh\xc3\xa1p", None]


def test_the_last_good_page_stays_under_the_problems_of_a_broken_edit() -> None:
    """A draft that cannot be drawn leaves the page of the one before, and its problems are told."""
    drafts = iter([draft("tốt"), Draft((wrong(),)), None])
    site = preview([Made(drafts=lambda _: next(drafts))])
    site.build()
    site.note_changes([ONE])
    site.note_changes([ONE])
    page, note = site.draft(PAGE), site.note()
    site.note_changes([ONE])
    assert page == "tốt".encode()
    assert wrong().message in note
    assert (site.draft(PAGE), site.note()) == (None, "")


def test_a_draft_is_asked_again_of_who_has_taken_over() -> None:
    """When the process that draws is replaced while it is asked, the new one is asked."""

    def overtaken(_: Path) -> Draft | None:
        site.build()
        raise CompanionGone

    first, second = Made(drafts=overtaken), Made(drafts=lambda _: draft("mới"))
    site = preview([first, second])
    site.build()
    site.note_changes([ONE])
    assert site.draft(PAGE) == "mới".encode()
    assert (first.has_ended, second.has_ended) == (True, False)


def test_of_many_files_at_once_no_drafts_are_drawn() -> None:
    """Whoever changes a whole branch waits for the build, not for a draft of each file."""
    many, build = [Path(f"content/models/{number}.md") for number in range(50)], Made()
    site = preview([build])
    site.build()
    version = site.version
    site.note_changes(many)
    assert build.asked == []
    assert site.version > version


def test_a_build_that_fails_leaves_who_draws_and_tells_why() -> None:
    """After an error in the content or a killed process, drafts come from the last good build."""
    said: list[str] = []
    good = Made(drafts=lambda _: draft("nháp"))
    bad = Made(Outcome((("content/a.md", "content/a.md:1:1: Sai."),), "Sai.", ""))
    killed = Made(None)
    site = preview([good, bad, killed], said)
    site.build()
    site.build()
    assert site.note() == "content/a.md:1:1: Sai."
    site.build()
    site.note_changes([ONE])
    assert site.note() == "bị dừng giữa chừng\ncontent/a.md:1:1: Sai."
    assert site.draft(PAGE) == "nháp".encode()
    assert (good.has_ended, bad.has_ended, killed.has_ended) == (False, True, True)
    assert said[1:] == ["Sai.", "Lỗi: bị dừng giữa chừng"]


@pytest.mark.parametrize("late", [0.0, 0.1])
def test_a_failure_that_an_edit_has_overtaken_is_not_told(late: float) -> None:
    """A build that fails because a file changes under it is silent: another follows anyway, also
    where word of the change comes a moment later than the failure."""
    said: list[str] = []

    def edit() -> None:
        timer = threading.Timer(late, site.note_changes, [[ONE]])
        timer.start()
        if not late:
            timer.join()

    site = preview([Made(), Made(Outcome(failure="vừa bị sửa"), meanwhile=edit)], said)
    site.build()
    site.build()
    assert site.note() == ""
    assert len(said) == 1


def test_whatever_is_at_work_ends_with_the_preview() -> None:
    """Closing ends who builds and who draws, says nothing of it, and begins nothing more."""
    said: list[str] = []
    first, second = Made(), Made(None, meanwhile=lambda: site.close())
    site = preview([first, second], said)
    site.build()
    site.build()
    site.build()  # a third would have none to start
    assert (first.has_ended, second.has_ended) == (True, True)
    assert len(said) == 1

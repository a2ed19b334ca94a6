"""Git remembers when a file came and changed; where it cannot say, nothing is claimed."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.adapters import history
from generator.adapters.history import History, added_and_changed


class Repository:
    """A repository in which each commit has the day it is given."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, day: str = "2025-01-01") -> None:
        """Run Git as nobody in particular, on that day."""
        when = f"{day}T12:00:00+07:00"
        people = {
            f"GIT_{who}_{what}": "x"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        days = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        command = ["git", "-C", str(self.root), *arguments]
        subprocess.run(command, check=True, env=os.environ | people | days | quiet)

    def commit(self, day: str, **texts: str | None) -> None:
        """Write these files (``a`` is ``content/a.md``; ``None`` removes) and commit them."""
        for name, text in texts.items():
            path = self.root / "content" / f"{name}.md"
            path.parent.mkdir(exist_ok=True)
            path.unlink() if text is None else path.write_text(text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=x", day=day)

    def known(self) -> dict[str, History]:
        """What is remembered of the content."""
        return dict(added_and_changed(self.root, "content"))


def days(added: str, changed: str) -> History:
    """A history in short."""
    return History(date.fromisoformat(added), date.fromisoformat(changed))


LONG = "một đoạn đủ dài để Git nhận ra\n" * 20


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return Repository(tmp_path / "kho")


def test_first_and_last_day_of_a_file(repository: Repository) -> None:
    """Added at its first commit, changed at its last; files elsewhere are not told of."""
    repository.commit("2024-03-01", a="1", b="1")
    (repository.root / "README.md").write_text("x")
    repository.commit("2024-05-01", a="2")
    repository.commit("2024-07-01", a="3")
    assert repository.known() == {
        "content/a.md": days("2024-03-01", "2024-07-01"),
        "content/b.md": days("2024-03-01", "2024-03-01"),
    }


def test_a_new_name_alone_is_no_change(repository: Repository) -> None:
    """A renamed file keeps its first day, and its last change."""
    repository.commit("2024-01-01", cu=LONG)
    repository.commit("2024-02-01", cu=LONG + "x")
    repository.commit("2024-03-01", cu=None, moi=LONG + "x")
    assert repository.known()["content/moi.md"] == days("2024-01-01", "2024-02-01")


def test_a_new_name_with_new_text_is_followed(repository: Repository) -> None:
    """Renaming and editing in one commit, as ``ten_cu`` asks for, keeps the first day."""
    repository.commit("2024-01-01", cu=LONG)
    repository.commit("2024-03-01", cu=None, moi=LONG + "ten_cu")
    repository.commit("2024-04-01", moi=None, moi2=LONG + "ten_cu")
    assert repository.known()["content/moi2.md"] == days("2024-01-01", "2024-03-01")


def test_renames_one_after_another_are_followed_to_the_start(repository: Repository) -> None:
    """Several files renamed at once, again and again, keep their own first days."""
    other = "một bài hoàn toàn khác, viết riêng\n" * 20
    repository.commit("2024-01-01", a=LONG)
    repository.commit("2024-02-01", b=other)
    repository.commit("2024-03-01", a=None, b=None, c=LONG, d=other)
    repository.commit("2024-04-01", c=None, d=None, a=other, b=LONG)
    assert repository.known() == {
        "content/b.md": days("2024-01-01", "2024-01-01"),
        "content/a.md": days("2024-02-01", "2024-02-01"),
    }


def test_a_former_name_given_to_a_new_file_starts_afresh(repository: Repository) -> None:
    """A file that takes over a name abandoned by another does not inherit its days."""
    repository.commit("2024-01-01", a=LONG)
    repository.commit("2024-02-01", a=None, b=LONG)
    repository.commit("2024-03-01", a="khác hẳn")
    assert repository.known() == {
        "content/b.md": days("2024-01-01", "2024-01-01"),
        "content/a.md": days("2024-03-01", "2024-03-01"),
    }


def test_work_on_a_branch_counts(repository: Repository) -> None:
    """What came through a merge is known by the days of its own commits."""
    repository.commit("2024-01-01", a="1")
    repository.git("checkout", "--quiet", "-b", "nhanh")
    repository.commit("2024-02-01", b="1")
    repository.git("checkout", "--quiet", "main")
    repository.commit("2024-03-01", c="1")
    repository.git("merge", "--quiet", "--no-ff", "--message=x", "nhanh", day="2024-04-01")
    assert repository.known()["content/b.md"] == days("2024-02-01", "2024-02-01")
    assert repository.known()["content/c.md"] == days("2024-03-01", "2024-03-01")


def test_wrong_clocks_do_not_break_the_trail(repository: Repository) -> None:
    """A rename dated before what it renames, on a branch, is still followed."""
    repository.commit("2024-06-01", cu=LONG)
    repository.git("checkout", "--quiet", "-b", "nhanh")
    repository.commit("2024-01-01", cu=None, moi=LONG)
    repository.git("checkout", "--quiet", "main")
    repository.commit("2024-07-01", c="1")
    repository.git("merge", "--quiet", "--no-ff", "--message=x", "nhanh", day="2024-08-01")
    assert repository.known()["content/moi.md"] == days("2024-06-01", "2024-06-01")


@pytest.mark.parametrize(
    "name", ["a b", "xuống\ndòng", "\x01 2020-01-01", "-n", "“đẹp”", "a\tb", ":(top)x"]
)
def test_any_file_name_is_safe(repository: Repository, name: str) -> None:
    """Spaces, line ends, dashes and Vietnamese letters in a name are nothing special."""
    repository.commit("2024-01-01", **{name: LONG})
    repository.commit("2024-02-01", **{name: None, name + "2": LONG})
    assert repository.known() == {f"content/{name}2.md": days("2024-01-01", "2024-01-01")}


def test_a_name_that_is_no_text_is_safe(repository: Repository) -> None:
    """Bytes that are not UTF-8 come back as the operating system gives them."""
    (repository.root / "content").mkdir()
    raw = os.fsencode(repository.root / "content") + b"/\xff.md"
    os.close(os.open(raw, os.O_CREAT))
    repository.commit("2024-01-01")
    assert list(repository.known()) == [os.fsdecode(b"content/\xff.md")]


def test_a_folder_name_is_never_an_option_or_a_pattern(repository: Repository) -> None:
    """The folder is taken by the letter."""
    repository.commit("2024-01-01", a="1")
    for folder in ("--output=/tmp/x", "*", ":(exclude)x", "cont?nt"):
        assert added_and_changed(repository.root, folder) == {}


def test_content_below_the_top_of_a_repository(repository: Repository) -> None:
    """Paths are told from the given root, wherever the repository begins."""
    (repository.root / "site").mkdir()
    inner = Repository.__new__(Repository)
    inner.root = repository.root / "site"
    inner.commit("2024-01-01", a="1")
    assert list(added_and_changed(inner.root, "content")) == ["content/a.md"]


def test_an_editors_own_settings_change_nothing(repository: Repository) -> None:
    """What somebody set for their own ``git log`` does not disturb ours."""
    for setting in (
        "log.showSignature=true",
        "diff.renames=false",
        "log.follow=true",
        "color.ui=always",
        "log.date=relative",
        "diff.noprefix=true",
        "log.decorate=full",
    ):
        repository.git("config", *setting.split("=", 1))
    repository.commit("2024-01-01", cu=LONG)
    repository.commit("2024-02-01", cu=None, moi=LONG)
    assert repository.known() == {"content/moi.md": days("2024-01-01", "2024-01-01")}


def test_a_clone_that_is_not_whole_knows_nothing(repository: Repository, tmp_path: Path) -> None:
    """In a shallow clone every file would seem to come on the day of its first commit."""
    repository.commit("2024-01-01", a="1")
    repository.commit("2024-02-01", a="2")
    repository.git(
        "clone", "--quiet", "--depth=1", f"file://{repository.root}", str(tmp_path / "nong")
    )
    assert (tmp_path / "nong" / "content" / "a.md").exists()
    assert added_and_changed(tmp_path / "nong", "content") == {}


def test_without_a_repository_nothing_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside a repository, in an empty one, in no folder at all, and without Git."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "thuong").mkdir()
    assert added_and_changed(tmp_path / "thuong", "content") == {}
    assert added_and_changed(tmp_path / "khong-co", "content") == {}
    repository = Repository(tmp_path / "kho")
    assert repository.known() == {}
    repository.commit("2024-01-01", a="1")
    monkeypatch.setenv("PATH", "")
    assert repository.known() == {}


def test_git_is_not_waited_for_without_end(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When Git takes longer than the limit, the site is built without dates."""
    repository.commit("2024-01-01", a="1")
    monkeypatch.setattr(history, "TIME_LIMIT", 0.0)
    assert repository.known() == {}


def test_a_day_no_calendar_has_is_passed_over() -> None:
    """A commit whose clock was absurd does not stop the others from being read."""
    log = b"\x0112345-01-01\0\nA\0content/b.md\0\x012024-01-01\0\nA\0content/a.md\0"
    known = history._followed(history._steps(log))
    assert known == {"content/a.md": days("2024-01-01", "2024-01-01")}

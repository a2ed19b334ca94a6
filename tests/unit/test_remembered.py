"""Readings that were kept tell just what fresh ones do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from generator import remembered
from generator.check import Checked, check, look_through
from generator.core.problems import Place
from generator.edition import Edition
from generator.pieces import kept_in
from generator.reading import Reading
from generator.remembered import save_words, words_memory
from generator.search.own_words import OwnWords
from generator.search.words import Words
from tests.site.worlds import make_world

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 6, 1)
MORE = {
    "content/models/hong.md": "---\nten: [\n---\n",
    "content/models/thieu.md": "---\nten: Thiếu đủ thứ\nlinh_vuc: kinh-te\n---\n\nThân bài.\n",
    "content/models/canh-bao.md": """---
ten: Hội quán
tom_tat: Hội quán là mô hình hay, mô hình tốt, mô hình có nhiều ý nghĩa.
hinh_thuc: tap-the
linh_vuc: kinh-te
don_vi: Hội Nông dân xã
dia_ban:
  tinh: Lâm Đồng
nguon:
  - tieu_de: Hội quán
    co_quan: Báo
---

## Cách làm

Xem [đường hoa](tuyen-duong-hoa.yml) và [nơi không có](khong-co.md).
""",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A world with sound, doubtful and faulty entries."""
    return make_world(tmp_path, MORE)


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that were read anew, as they are."""
    found: list[str] = []
    real = remembered.read

    def noted(file: Any, *around: Any) -> Any:
        found.append(file.path.removeprefix("content/models/"))
        return real(file, *around)

    monkeypatch.setattr(remembered, "read", noted)
    return found


def told(checked: Checked) -> dict[str, Any]:
    """All that a check tells, in values that can be compared."""
    return {
        "problems": checked.problems,
        "items": [(item.kind, item.entry, item.source.data) for item in checked.items],
        "bodies": [(item.path, item.source.body, item.source.body_line) for item in checked.items],
        "places": [item.source.value_place("ten") for item in checked.items],
        "links": checked.links.answers.keys(),
        "readings": [
            (path, each.digest, each.is_valid, each.problems, each.doubts, each.links)
            for path, each in checked.readings.items()
        ],
        "among": [each.among for each in checked.readings.values()],
        "spoken": spoken(checked),
    }


def spoken(checked: Checked) -> list[Any]:
    """What search is told by each entry, in words instead of numbers."""
    edition = SimpleNamespace(
        knowledge=SimpleNamespace(catalogue=checked.catalogue), readings=checked.readings
    )
    found = kept_in(None, b"", checked.memory, checked.words).told_by(cast(Edition, edition))
    return [
        (path, replace(own, words=None), [found.forms[number] for number in _numbers(own)])
        for path, own in found.own.items()
    ]


def _numbers(own: OwnWords) -> list[int]:
    raw = own.words.short + own.words.body
    return [int.from_bytes(raw[at : at + 8], "little") for at in range(0, len(raw), 8)]


def names(problems: Iterable[Any]) -> set[tuple[str, str]]:
    """The code and the file of each problem."""
    return {(each.code, each.place.path) for each in problems}


def test_kept_readings_give_the_same_check(content: Path, tmp_path: Path) -> None:
    """Entries, problems with their places, links and derived facts: nothing tells them apart."""
    cache = tmp_path / "cache"
    fresh = check(content, TODAY)
    first, second = (check(content, TODAY, cache) for _ in range(2))
    assert told(first) == told(fresh)
    assert told(second) == told(fresh)
    assert ("broken-link", "content/models/canh-bao.md") in names(second.problems)
    assert any(each.doubts for each in second.readings.values())
    assert all(isinstance(each.place, Place) for each in second.problems)


def test_only_what_has_changed_is_read(
    content: Path, tmp_path: Path, read_files: list[str]
) -> None:
    """Sound files once, faulty ones each time; an edited, a moved and a new one again."""
    cache, faulty = tmp_path / "cache", {"hong.md", "thieu.md"}
    check(content, TODAY, cache)
    read_files.clear()
    check(content, TODAY, cache)
    assert faulty <= set(read_files) <= {*faulty, "canh-bao.md"}

    known = set(read_files)
    (content / "models/tieng-keng-an-ninh.md").rename(content / "models/tieng-keng.md")
    edited = content / "models/tuyen-duong-hoa.yml"
    edited.write_text(edited.read_text("utf-8").replace("Chị em", "Các chị"), "utf-8")
    read_files.clear()
    after = check(content, TODAY, cache)
    assert set(read_files) - known == {"tieng-keng.md", "tuyen-duong-hoa.yml"}
    assert told(after)["items"] == told(check(content, TODAY))["items"]


def test_what_is_read_may_be_left_to_the_next_build_later(
    content: Path, tmp_path: Path, read_files: list[str]
) -> None:
    """Nothing is written before somebody asks for it."""
    cache = tmp_path / "cache"
    checked = look_through(content, TODAY, cache)
    assert not (cache / "readings").exists()
    checked.save()
    read_files.clear()
    assert told(check(content, TODAY, cache)) == told(checked)
    assert "tieng-keng-an-ninh.md" not in read_files


def test_the_words_of_what_is_not_new_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who saves those of one new entry leaves those of all others where they are."""
    monkeypatch.setattr(remembered, "_MANY", 0)
    read = [Reading(bytes([number])) for number in range(10)]
    for some in (read[:9], read[9:]):
        words = words_memory(tmp_path)
        words.add((each.digest, OwnWords(Words(b"", b"", b"", 0))) for each in some)
        save_words(words, read)
    assert words_memory(tmp_path).known.keys() == {each.digest for each in read}


def test_the_repositorys_own_content_is_read_once(tmp_path: Path, read_files: list[str]) -> None:
    """Nothing that a real entry holds keeps its reading from being kept."""
    checked = check(ROOT / "content", TODAY, tmp_path / "cache")
    assert len(set(read_files)) == len(checked.items) > 50
    read_files.clear()
    assert told(check(ROOT / "content", TODAY, tmp_path / "cache")) == told(checked)
    assert read_files == []


def test_another_day_or_vocabulary_reads_everything_anew(
    content: Path, tmp_path: Path, read_files: list[str]
) -> None:
    """What a reading hangs on besides its file decides whether it still holds."""
    cache = tmp_path / "cache"
    for change in (lambda: TODAY, lambda: date(2026, 6, 2), lambda: _rename(content)):
        day = change()
        read_files.clear()
        found = check(content, day, cache)
        assert "tieng-keng-an-ninh.md" in read_files
        assert told(found) == told(check(content, day))


def _rename(content: Path) -> date:
    """Call a field otherwise; the day stays the second."""
    file = content / "vocabulary/linh-vuc.yml"
    file.write_text(file.read_text("utf-8").replace("ten: Kinh tế", "ten: Kinh tế hộ"), "utf-8")
    return date(2026, 6, 2)


def test_what_is_lost_is_found_out_again(content: Path, tmp_path: Path) -> None:
    """Whatever of the files is lost, readings, words and what explains them are as if fresh."""
    cache = tmp_path / "cache"
    check(content, TODAY, cache)
    (content / "models/moi.yml").write_bytes((content / "models/tuyen-duong-hoa.yml").read_bytes())
    check(content, TODAY, cache)
    for file in sorted(cache.iterdir()):
        whole = file.read_bytes()
        for size in (0, len(whole) // 2, len(whole) - 1):
            file.write_bytes(whole[:size])
            found = check(content, TODAY, cache)
            assert told(found) == told(check(content, TODAY))
        file.write_bytes(whole)


def test_a_folder_that_cannot_be_written_only_costs_time(content: Path, tmp_path: Path) -> None:
    """Where a file stands in the cache's place, everything is read each time."""
    (tmp_path / "cache").write_text("không phải thư mục", "utf-8")
    for _ in range(2):
        assert told(check(content, TODAY, tmp_path / "cache")) == told(check(content, TODAY))


def test_several_processes_read_what_one_reads(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of the files, not of who is done first, decides."""
    monkeypatch.setattr("generator.adapters.workers._WORTH_SHARING", 1)
    assert told(check(content, TODAY, tmp_path / "cache", 2)) == told(check(content, TODAY))

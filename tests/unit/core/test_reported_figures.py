"""What editors write in content/figures/ becomes reports, or problems in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.core.dates import PartialDate
from generator.core.front_matter import FrontMatter, read
from generator.core.problems import Problem
from generator.core.reported_figures import Report, reports
from generator.core.vocabulary_files import vocabulary
from tests.unit.pages.pages_world import VOCABULARY

ROOT = Path(__file__).parents[3] / "content"
TODAY = date(2026, 11, 20)
GOOD = """\
so_lieu:
  - dia_ban:
      tinh: Bình Thuận
      nam: 2024
    tu: 2024
    den: 2024-11-30
    con_so:
      - noi_dung: mô hình đăng ký
        gia_tri: 1152
      - noi_dung: đăng ký mới
        gia_tri: gần 720
        trong_do: true
    nguon:
      - tieu_de: Phong trào ở Bình Thuận
        co_quan: Báo Bình Thuận
"""


def file(text: str, path: str = "content/figures/a.yml") -> FrontMatter:
    found, problems = read(path, text)
    assert found is not None, problems
    return found


def held(*texts: str) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    return reports([file(text) for text in texts], VOCABULARY, TODAY)


def told(text: str) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in held(text)[1]]


def test_a_report_is_read_whole() -> None:
    """Place, time, counts and source are values, in the words of the source."""
    (report,), problems = held(GOOD)

    assert problems == ()
    assert report.place.province == "Bình Thuận"
    assert (report.first, report.last) == (PartialDate(2024), PartialDate(2024, 11, 30))
    counts = [(each.amount.text, each.is_part) for each in report.counts]
    assert counts == [("1.152", False), ("gần 720", True)]


def test_the_newest_report_comes_first() -> None:
    """Reports of all files are ordered by the time they tell of; those without one come last."""
    older = GOOD.replace("2024", "2019")
    dateless = GOOD.replace("    tu: 2024\n    den: 2024-11-30\n", "")
    found, problems = held(dateless, older, GOOD)

    assert problems == ()
    assert [r.last.year if r.last else None for r in found] == [2024, 2019, None]


def test_keys_are_read_strictly() -> None:
    """An unknown key, a missing source and an empty list are told at their places."""
    assert told(GOOD.replace("den:", "toi:")) == ["6:5 unknown-key"]
    assert told(GOOD[: GOOD.index("    nguon")]) == ["2:5 missing-key"]
    assert told("so_lieu: []\n") == ["1:1 too-few"]


def test_dates_are_of_the_calendar_and_run_forward() -> None:
    """A day no calendar has, an end before its start and a time to come are refused."""
    assert told(GOOD.replace("2024-11-30", "2024-11-31")) == ["6:10 impossible-date"]
    assert told(GOOD.replace("den: 2024-11-30", "den: 2023")) == ["6:10 period-reversed"]
    assert told(GOOD.replace("den: 2024-11-30", "den: 2027")) == ["6:10 future-date"]


def test_places_are_named_as_in_their_year() -> None:
    """A province unknown to the vocabulary, or gone by then, is refused."""
    assert told(GOOD.replace("tinh: Bình Thuận", "tinh: Bình Thuạn")) == ["3:13 unknown-province"]
    assert told(GOOD.replace("nam: 2024", "nam: 2026")) == ["3:13 province-too-old"]


def test_the_reports_of_the_repository_are_whole() -> None:
    """The real files hold no problem, and every source can be opened."""
    lists = [
        file(path.read_text("utf-8"), f"content/vocabulary/{path.name}")
        for path in sorted((ROOT / "vocabulary").glob("*.yml"))
    ]
    files = [
        file(path.read_text("utf-8"), f"content/figures/{path.name}")
        for path in sorted((ROOT / "figures").glob("*.yml"))
    ]
    found, problems = reports(files, vocabulary(lists)[0], TODAY)

    assert problems == ()
    assert len(found) >= 20
    assert [s.title for each in found for s in each.sources if not s.url] == []

"""Which pages are measured, what is read from a report, and which runs and misses are told."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from benchmarks.lighthouse.pages import heaviest_models, pages
from benchmarks.lighthouse.report import median, scores_table, shortfalls, weights_table
from benchmarks.lighthouse.tool import CATEGORIES, Audit, audit_in
from tests.browser.weighing import FIRST, NEXT, Weight


def write(site: Path, address: str, letters: int) -> None:
    """A page of so many letters that do not repeat, so that they weigh something compressed."""
    file = site / address / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(random.Random(1).choices("abcdefghij", k=letters)), "utf-8")


def audit(performance: int, blocked: float = 0.0) -> Audit:
    scores = dict.fromkeys(CATEGORIES, 100) | {"performance": performance}
    return Audit(scores, 1.25, 0.0, blocked, 65_400, "Lighthouse 1, Chromium 2")


def said(scores: dict[str, float | None]) -> dict[str, Any]:
    """A report of Lighthouse with only what is read."""
    numbers = {
        "largest-contentful-paint": 1234.5,
        "cumulative-layout-shift": 0.02,
        "total-blocking-time": 90,
        "total-byte-weight": 65_400,
    }
    return {
        "requestedUrl": "http://x.example/",
        "lighthouseVersion": "13.5.0",
        "environment": {"hostUserAgent": "Mozilla/5.0 HeadlessChrome/150.0.1.2 Safari/537.36"},
        "categories": {name: {"score": score} for name, score in scores.items()},
        "audits": {name: {"numericValue": value} for name, value in numbers.items()},
    }


def test_the_heaviest_page_of_each_kind_is_measured(tmp_path: Path) -> None:
    """Of lists, plans and models those are measured that weigh most once compressed."""
    for address, letters in (("mo-hinh/a", 900), ("mo-hinh/b", 4000), ("mo-hinh/c", 2000)):
        write(tmp_path, address, letters)
    for address, letters in (("mo-hinh", 500), ("mo-hinh/trang/2", 700), ("ke-hoach/k", 10)):
        write(tmp_path, address, letters)
    (tmp_path / "mo-hinh/a/index.html").write_text("a" * 9000, "utf-8")

    assert heaviest_models(tmp_path) == ("mo-hinh/b/", "mo-hinh/c/", "mo-hinh/a/")
    found = pages(tmp_path)
    assert found["heaviest model"] == "mo-hinh/b/"
    assert found["heaviest list of models"] == "mo-hinh/trang/2/"
    assert found["heaviest plan"] == "ke-hoach/k/"
    assert found["two models compared"] == "so-sanh/?m=b,c"
    (tmp_path / "ke-hoach/k/index.html").unlink()
    with pytest.raises(LookupError, match="ke-hoach"):
        pages(tmp_path)


def test_a_report_is_read_or_refused() -> None:
    """Scores become whole numbers and times seconds; a report without a score is no result."""
    scores: dict[str, float | None] = dict.fromkeys(CATEGORIES, 1.0)
    read = audit_in(said(scores | {"performance": 0.974}))

    assert read.scores["performance"] == 97
    assert (read.paint, read.shift, read.blocked, read.bytes) == (1.2345, 0.02, 90, 65_400)
    assert read.versions == "Lighthouse 13.5.0, Chromium 150.0.1.2"
    with pytest.raises(RuntimeError, match=r"x\.example"):
        audit_in(said(scores | {"seo": None}))


def test_the_run_in_the_middle_is_told() -> None:
    """One lucky or unlucky run does not decide; the lowest and highest are told beside it."""
    runs = [audit(100), audit(60), audit(97, 40.0)]

    assert median(runs) is runs[2]
    row = scores_table({"home": runs}).splitlines()[-1]
    assert row == "| home | 97 (60–100) | 100 | 100 | 100 | 1.2 | 0.000 | 40 | 65.4 |"


def test_every_missed_aim_is_named() -> None:
    """A score below 95 and a weight above its budget are told; met aims are not."""
    good = {"own": ("mo-hinh/a/", Weight(FIRST, NEXT))}
    heavy = {"own": ("mo-hinh/a/", Weight(FIRST, NEXT + 1))}

    assert list(shortfalls({"home": [audit(95)]}, good)) == []
    assert list(shortfalls({"home": [audit(94)]}, heavy)) == [
        "home: performance 94",
        "own: mo-hinh/a/ costs 120000 bytes first, 12001 next",
    ]
    assert "| own | `mo-hinh/a/` | 120.0 | 12.0 |" in weights_table(good)

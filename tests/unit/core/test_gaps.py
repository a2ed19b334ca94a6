"""What models leave open is told thinnest first, and found by the words an editor uses."""

from __future__ import annotations

from datetime import date

import pytest

from generator.core.completeness import completeness
from generator.core.gaps import BRIEFLY, KINDS, OLD, RESTORED, gaps, kinds_called, only
from tests.unit.core.made import catalogue_of, model

TODAY = date(2026, 11, 20)
THIN = model("a", ten="Hẻm A")
FULLER = model("b", "## Cách làm\n\nTrồng hoa.\n", ten="Hẻm B", bat_dau="2024", xac_nhan="2020")
RESTORED_TITLE = "[{tieu_de: Hẻm, co_quan: Báo, tieu_de_tam: 'true'}]"


def test_every_part_has_a_brief_name() -> None:
    """The brief names cover exactly what completeness looks for."""
    told = completeness(THIN)
    assert {*told.present, *told.missing} == set(BRIEFLY)


def test_the_thinnest_comes_first() -> None:
    """Of two the one that tells less; of equals the one with more to check, then A–Z."""
    doubtful = model("c", ten="Hẻm C", nguon=RESTORED_TITLE)
    found = gaps(catalogue_of(FULLER, THIN, doubtful), TODAY)
    assert [gap.item.slug for gap in found] == ["c", "a", "b"]
    assert [gap.percent for gap in found] == [0, 0, 30]


def test_what_is_there_but_doubtful_is_told_apart() -> None:
    """A title restored from an address and an old confirmation are there, but to be checked."""
    (gap,) = gaps(catalogue_of(model("b", xac_nhan="2020", nguon=RESTORED_TITLE)), TODAY)
    assert gap.doubtful == (RESTORED, OLD)
    assert "xác nhận" not in gap.missing
    assert "cách làm" in gap.missing


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("bài học", ("bài học",)),
        ("bai-hoc", ("bài học",)),
        ("bat_dau", ("bắt đầu",)),
        ("bài học kinh nghiệm", ("bài học",)),
        ("xã", ("xã",)),
        ("XÁC NHẬN", ("xác nhận",)),
        ("nhan de", (RESTORED,)),
        ("nguồn", ("ngày hoặc địa chỉ nguồn", RESTORED)),
        ("hai năm", (OLD,)),
        ("xa xôi", ()),
        ("", ()),
    ],
)
def test_kinds_are_found_by_words(words: str, kinds: tuple[str, ...]) -> None:
    """Marks, dashes and capitals make no difference; a whole name wins over a part of others."""
    assert kinds_called(words) == kinds
    assert set(kinds) <= set(KINDS)


def test_only_the_wanted_kinds_are_left() -> None:
    """A filter keeps whoever leaves one of the kinds open."""
    found = gaps(catalogue_of(THIN, FULLER), TODAY)
    assert [gap.item.slug for gap in only(found, ["bắt đầu"])] == ["a"]
    assert [gap.item.slug for gap in only(found, [OLD])] == ["b"]
    assert list(only(found, [])) == []

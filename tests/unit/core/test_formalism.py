"""Signs of formalism are told as warnings, and honest thin entries are let be."""

from __future__ import annotations

from datetime import date

import pytest

from generator.core.formalism import check_duplicates, confirmation_is_old, entry_formalism
from generator.core.links import links
from generator.core.near_duplicates import near_duplicates
from generator.core.problems import Severity
from tests.unit.core.made import catalogue_of, model, plan

TODAY = date(2026, 11, 20)


def codes(body: str = "", today: date = TODAY, **keys: str) -> list[str]:
    """What is told of one model."""
    found = entry_formalism(model(body=body, **keys), today)
    assert all(each.severity is Severity.WARNING for each in found)
    return [each.code for each in found]


def test_the_least_a_model_needs_is_let_be() -> None:
    """An entry that is only thin is warned of nothing."""
    assert codes() == []


@pytest.mark.parametrize(
    ("name", "summary", "told"),
    [
        ("Hẻm xanh", "Hẻm xanh.", ["summary-is-name"]),
        ("Hẻm xanh", "“HẺM XANH”", ["summary-is-name"]),
        ("Hoà giải", "Hòa – giải", ["summary-is-name"]),
        ("Hẻm xanh", "Hẻm xanh ở khu phố 2.", []),
        ("Hẻm xanh", "Hèm xanh.", []),
    ],
)
def test_a_summary_that_is_the_name_is_told(name: str, summary: str, told: list[str]) -> None:
    """Signs, capitals and the placing of tones make no summary of a name."""
    assert codes(ten=name, tom_tat=summary) == told


@pytest.mark.parametrize(
    ("summary", "results", "told"),
    [
        ("Bà con trồng hoa.", "[{noi_dung: chậu, gia_tri: 30}]", True),
        ("Bà con trồng hoa.", "[{noi_dung: chậu, gia_tri: hơn 62}]", True),
        ("Bà con trồng hoa.", "[{noi_dung: đẹp}, {noi_dung: chậu, gia_tri: 30}]", True),
        ("Bà con trồng 30 chậu.", "[{noi_dung: chậu, gia_tri: 30}]", False),
        ("Bà con trồng hơn một trăm chậu.", "[{noi_dung: chậu, gia_tri: 104}]", False),
        ("Bà con trồng hoa.", "[{noi_dung: chậu, gia_tri: nhiều}]", False),
        ("Bà con trồng hoa.", "[{noi_dung: đẹp hơn}]", False),
    ],
)
def test_figures_belong_in_the_summary(summary: str, results: str, told: bool) -> None:
    """Where results are counted the summary gives a figure, in digits or in words."""
    assert codes(tom_tat=summary, ket_qua=results) == ["summary-without-figure"] * told


@pytest.mark.parametrize(
    ("confirmed", "is_old"),
    [
        ("2024-11-19", True),
        ("2024-11-20", False),
        ("2024-10", True),
        ("2024-11", False),
        ("2024", False),
        ("2023", True),
    ],
)
def test_a_confirmation_holds_for_two_years(confirmed: str, is_old: bool) -> None:
    """The two years are counted from the last day that the confirmation may mean."""
    item = model(xac_nhan=confirmed, trang_thai="dang-thuc-hien")
    assert confirmation_is_old(item.entry, TODAY) is is_old
    assert codes(xac_nhan=confirmed, trang_thai="dang-thuc-hien") == ["confirmation-old"] * is_old


def test_a_confirmation_on_a_leap_day_grows_old_in_a_common_year() -> None:
    """29 February has no day two years later, and is old from 1 March on."""
    item = model(xac_nhan="2024-02-29")
    assert not confirmation_is_old(item.entry, date(2026, 2, 28))
    assert confirmation_is_old(item.entry, date(2026, 3, 1))


def test_only_a_claim_to_be_running_needs_a_new_confirmation() -> None:
    """Without a state it is only shown as long unconfirmed; one never confirmed is let be."""
    assert confirmation_is_old(model(xac_nhan="2020").entry, TODAY)
    assert codes(xac_nhan="2020") == []
    assert codes(trang_thai="dang-thuc-hien") == []


@pytest.mark.parametrize(
    "text",
    [
        "Xem link",
        "Xem liên kết ở trên.",
        "Chi tiết tại đây: https://bao.example/hem",
        "https://bao.example/hem",
        "<https://bao.example/hem>",
        "Xem chi tiết [tại đây](https://bao.example/hem).",
        "Mời xem [bài báo](https://bao.example/hem)",
        "*Đọc thêm ở bài viết này*",
        "Tham khảo: [Báo Lâm Đồng](https://bao.example/hem)",
    ],
)
def test_a_section_that_only_sends_away_is_told(text: str) -> None:
    """“Xem link” and its like tell nothing; the heading is named."""
    assert codes(f"## Cách làm\n\n{text}\n") == ["section-only-a-link"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Xem xét từng hộ.",
        "Bà con góp tiền, chi tiết xem [bài báo](https://bao.example/hem).",
        "- [Tuyến đường hoa](tuyen-duong-hoa.md)\n- [Hẻm sạch](hem-sach.md)",
        "![Bà con trồng hoa](../images/hoa.jpg)",
        "Địa chỉ: thôn 5.",
    ],
)
def test_a_section_that_tells_something_is_let_be(text: str) -> None:
    """A list of links, a picture, one fact: each is something to read."""
    assert codes(f"## Cách làm\n\n{text}\n") == []


def test_faulty_entries_are_passed_over() -> None:
    """Whoever has an error is told of that alone, also as the near duplicate of another."""
    text = "Bà con góp tiền lắp camera ở các ngã ba, nhờ đó trộm cắp giảm hẳn."
    one, other = (model(slug, ten="Camera", tom_tat=text) for slug in ("a", "b"))
    catalogue = catalogue_of(one, other)
    joined = links(catalogue)
    every = check_duplicates(catalogue, near_duplicates(catalogue.models.values(), joined))
    sound = [item for item in catalogue.models.values() if item.path != one.path]
    some = check_duplicates(catalogue, near_duplicates(sound, joined))

    assert [each.code for each in every] == ["near-duplicate"] * 2
    assert list(some) == []


def test_a_plan_shows_no_formalism() -> None:
    """What is asked of a model is not asked of a plan."""
    assert entry_formalism(plan(body="## Việc\n\nXem link\n"), TODAY) == ()

"""What an entry can be held to by itself."""

from __future__ import annotations

from datetime import date

import pytest

from generator.core.catalogue import ModelItem, PlanItem
from generator.core.entry_rules import World, check_entry, model_item, plan_item
from tests.unit.core.made import VOCABULARY, model, plan

TODAY = date(2026, 11, 20)


def told(item: ModelItem | PlanItem, today: date = TODAY) -> list[str]:
    found = check_entry(item, World(VOCABULARY, today))
    return [f"{each.place.line}:{each.place.column} {each.code}" for each in found]


def test_least_entries_break_no_rule() -> None:
    """The least that must be written is enough."""
    assert told(model()) == []
    assert told(plan()) == []


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("{tinh: Bình Thuận, nam: 2025}", []),
        ("{tinh: Bình Thuận, nam: 2026}", ["7:17 province-too-old"]),
        ("{tinh: Bình Thuận}", []),
        ("{tinh: Thừa Thiên Huế, nam: 2024}", []),
        ("{tinh: Thừa Thiên Huế, nam: 2025}", ["7:17 province-too-old"]),
        ("{tinh: Lâm Đồng, nam: 2026}", []),
        ("{tinh: Lâm Đồng, huyen: A, nam: 2025}", []),
        ("{tinh: Lâm Đồng, huyen: A, nam: 2026}", ["7:34 district-abolished"]),
        ("{tinh: Lâm Đồng, nam: 2030}", ["7:32 future-date"]),
    ],
)
def test_places_fit_the_year_they_are_told_of(place: str, expected: list[str]) -> None:
    """A name or a level that was gone by that year is told at the name; without a year none is."""
    assert told(model(dia_ban=place)) == expected


def test_a_person_is_named_only_with_a_basis() -> None:
    """An individual's entry says on what basis the name is published; a collective's need not."""
    assert told(model(hinh_thuc="ca-nhan")) == ["4:1 person-without-basis"]
    assert told(model(hinh_thuc="ca-nhan", co_so_dang="dong-y")) == []


@pytest.mark.parametrize(
    ("year", "expected"),
    [("2019", ["10:42 recognised-before-start"]), ("2020", []), ("2021", [])],
)
def test_recognition_does_not_come_before_the_start(year: str, expected: list[str]) -> None:
    """Recognition in the year of the start is possible, before it is not."""
    item = model(bat_dau="2020-06", cong_nhan=f"[{{cap: xa, hinh_thuc: A, nam: {year}}}]")
    assert told(item) == expected


def test_copies_do_not_come_before_the_start() -> None:
    """A place cannot have done the same before it began."""
    item = model(bat_dau="2020", nhan_rong_den="[{noi: A, nam: 2020}, {noi: B, nam: 2018}]")
    assert told(item) == ["10:52 copied-before-start"]


def test_without_a_start_nothing_is_too_early() -> None:
    """Nobody is blamed for what is not known."""
    assert told(model(cong_nhan="[{cap: xa, hinh_thuc: A, nam: 1990}]")) == []


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ({"xac_nhan": "2026-11-20"}, []),
        ({"xac_nhan": "2026-11"}, []),
        ({"xac_nhan": "2026"}, []),
        ({"xac_nhan": "2026-11-21"}, ["future-date"]),
        ({"xac_nhan": "2026-12"}, ["future-date"]),
        ({"bat_dau": "2027"}, ["future-start"]),
        ({"bat_dau": "2027", "trang_thai": "dang-thuc-hien"}, ["future-start"]),
        ({"bat_dau": "2027", "trang_thai": "dang-ky"}, []),
        ({"ket_qua": "[{noi_dung: A, thoi_diem: 2025–2027}]"}, ["future-date"]),
        ({"ket_qua": "[{noi_dung: A, thoi_diem: 2025–2026}]"}, []),
        ({"nguon": "[{tieu_de: A, co_quan: B, ngay: 2027}]"}, ["future-date"]),
        ({"nhan_rong_den": "[{noi: A, nam: 2027}]"}, ["future-date"]),
        ({"cong_nhan": "[{cap: xa, hinh_thuc: A, nam: 2027}]"}, ["future-date"]),
        ({"dang_ky": "[{nam: 2027}]"}, []),
    ],
)
def test_what_is_told_as_done_is_not_in_the_future(keys: dict[str, str], codes: list[str]) -> None:
    """A date that may already have begun passes; one that cannot have is told."""
    assert [each.split()[1] for each in told(model(**keys))] == codes


def test_the_day_is_given_from_outside() -> None:
    """The rules know no clock: the same entry is right once its day has come."""
    item = model(xac_nhan="2027-01-05")
    assert len(told(item)) == 1
    assert told(item, date(2027, 1, 5)) == []


def test_plans_look_forward_but_are_issued_already() -> None:
    """A period, a task or a deadline may lie ahead; the date of issue and of a basis may not."""
    ahead = plan(
        giai_doan="{tu: 2027, den: 2030}",
        nhiem_vu="[{noi_dung: A, tu: 2028}]",
        moc="[{viec: A, han: 2029-05-01}]",
    )
    assert told(ahead) == []
    issued = plan(ngay="2027", can_cu="[{ten: A, ngay: 2028}]")
    assert [each.split()[1] for each in told(issued)] == ["future-date", "future-date"]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"giai_doan": "{tu: 2026, den: 2021}"}, ["6:28 period-reversed"]),
        ({"giai_doan": "{tu: 2026, den: 2026}"}, []),
        ({"nhiem_vu": "[{noi_dung: A, tu: 2026-07, den: 2026-06}]"}, ["8:44 period-reversed"]),
        ({"nhiem_vu": "[{noi_dung: A, tu: 2026-07, den: 2026}]"}, []),
        ({"nhiem_vu": "[{noi_dung: A, den: 2026}]"}, []),
        (
            {"moc": "[{viec: A, han: --03-31, tu_nam: 2026, den_nam: 2025}]"},
            ["8:54 period-reversed"],
        ),
        ({"chi_tieu": "[{noi_dung: A, toi_thieu: 5, toi_da: 2}]"}, ["8:48 range-reversed"]),
        ({"chi_tieu": "[{noi_dung: A, toi_thieu: 0, toi_da: 0}]"}, []),
        ({"chi_tieu": "[{noi_dung: A, toi_da: 2}]"}, []),
    ],
)
def test_ends_come_after_beginnings(keys: dict[str, str], expected: list[str]) -> None:
    """Periods and ranges that run backwards are told at their end; equal ends are fine."""
    assert told(plan(**keys)) == expected


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        ("31-KH/TU", []),
        ("22-CT/XYZ", ["unknown-issuer"]),
        ("Kế hoạch 31", ["bad-document-number"]),
    ],
)
def test_numbers_of_papers(number: str, codes: list[str]) -> None:
    """A malformed number is an error, an unknown issuer a warning, in plan and basis alike."""
    item = plan(so_ky_hieu=number, can_cu=f"[{{ten: A, so_ky_hieu: {number}}}]")
    assert [each.split()[1] for each in told(item)] == codes * 2


def test_items_are_told_apart() -> None:
    """A model is no plan and a plan no model."""
    assert model_item(plan()) is None
    assert plan_item(model()) is None
    assert model_item(model()) is not None
    assert plan_item(plan()) is not None

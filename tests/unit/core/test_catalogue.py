"""All entries, found by what they are and by the terms they carry."""

from __future__ import annotations

import pytest

from tests.unit.core.made import catalogue_of, model, plan


def test_models_stand_in_vietnamese_order() -> None:
    """Models are read from A to Z as Vietnamese lists go: Ăn after An, Đường after Dân."""
    names = {"d": "Đường hoa", "c": "Dân hỏi", "b": "Ăn chín", "a": "An ninh"}
    made = [model(slug, ten=name) for slug, name in names.items()]
    assert list(catalogue_of(*made).models) == ["a", "b", "c", "d"]


def test_equal_names_are_ordered_by_slug() -> None:
    """Two models of one name keep one order, whatever order they came in."""
    one, two = model("b"), model("a")
    assert list(catalogue_of(one, two).models) == list(catalogue_of(two, one).models) == ["a", "b"]


def test_plans_stand_newest_first() -> None:
    """Plans go back in time by their date of issue, else by the first year of their period."""
    made = [
        plan("cu", ngay="2021-03-16"),
        plan("moi", ngay="2025-06"),
        plan("nam", giai_doan="{tu: 2025}"),
        plan("sau", giai_doan="{tu: 2030}"),
    ]
    assert list(catalogue_of(*made).plans) == ["sau", "moi", "nam", "cu"]


def test_of_two_with_one_slug_one_is_kept() -> None:
    """A clash, told elsewhere, leaves one entry and no crash."""
    assert len(catalogue_of(model("a", ten="B"), model("a", ten="A")).models) == 1


def test_models_are_found_by_each_of_their_fields() -> None:
    """A model with two fields stands under both, once."""
    found = catalogue_of(model("a", linh_vuc="[kinh-te, do-thi-van-minh]"), model("b")).by_field
    assert {term: [item.slug for item in items] for term, items in found.items()} == {
        "kinh-te": ["a"],
        "do-thi-van-minh": ["a", "b"],
    }


def test_models_are_found_by_todays_province() -> None:
    """A model told with a former province stands under the one it belongs to now."""
    found = catalogue_of(model("a", dia_ban="{tinh: Bình Thuận}"), model("b"))
    assert [item.slug for item in found.by_province["lam-dong"]] == ["a", "b"]
    assert found.place(found.models["a"].entry).name == "Bình Thuận"


def test_models_are_found_by_form_and_by_level() -> None:
    """Recognitions of one level count once, and a model without any stands under none."""
    twice = "[{cap: xa, hinh_thuc: A}, {cap: xa, hinh_thuc: B}, {cap: tinh, hinh_thuc: C}]"
    found = catalogue_of(model("a", cong_nhan=twice), model("b"))
    assert {level: len(items) for level, items in found.by_level.items()} == {"xa": 1, "tinh": 1}
    assert [item.slug for item in found.by_form["tap-the"]] == ["a", "b"]


def test_the_years_of_a_model() -> None:
    """Start, registrations and recognitions count; a year is named once, in order."""
    item = model(
        bat_dau="2020-05",
        dang_ky="[{nam: 2022}, {nam: 2020}]",
        cong_nhan="[{cap: xa, hinh_thuc: A, nam: 2021}, {cap: xa, hinh_thuc: B}]",
    )
    assert item.entry.years == (2020, 2021, 2022)
    assert set(catalogue_of(item).by_year) == {"2020", "2021", "2022"}


def test_an_item_is_named_by_its_file() -> None:
    """The file's stem is the identity of an entry, whatever folder it lies in."""
    item = model("lam-dong/hem-xanh")
    assert (item.slug, item.path) == ("hem-xanh", "content/models/lam-dong/hem-xanh.md")


def test_an_unknown_province_is_a_fault_of_the_program() -> None:
    """Content is checked before it gets here, so that nobody need ask again."""
    item = model()
    stranger = item.entry.model_copy(
        update={"place": item.entry.place.model_copy(update={"province": "Tân Lập"})}
    )
    with pytest.raises(AssertionError):
        catalogue_of(item).place(stranger)

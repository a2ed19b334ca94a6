"""Which models a form lists, where, and in which order."""

from __future__ import annotations

from generator.core.catalogue import Catalogue, Item, ModelItem, PlanItem, catalogue
from generator.core.entries import Model, Plan
from generator.core.validation import check
from generator.forms.citation import citation
from generator.forms.registration import Section, basis, blank, registered, registration
from tests.unit.core.made import model_matter, plan_matter
from tests.unit.forms.made_forms import VOCABULARY

SLUG = "ke-hoach"
UNIT = "Hội Phụ nữ xã A"


def plan(**keys: str) -> PlanItem:
    source = plan_matter(SLUG, dia_ban=keys.pop("dia_ban", "{tinh: Quảng Ngãi}"), **keys)
    entry, problems = check(Plan, source, {"vocabulary": VOCABULARY})
    assert entry, problems
    return Item("plan", entry, source)


def model(slug: str, body: str = "", **keys: str) -> ModelItem:
    known = {"dia_ban": "{tinh: Quảng Ngãi, xa: xã A}", "linh_vuc": "kinh-te", "don_vi": UNIT}
    source = model_matter(slug, body, **{**known, **keys})
    entry, problems = check(Model, source, {"vocabulary": VOCABULARY})
    assert entry, problems
    return Item("model", entry, source)


def entries(*models: ModelItem, **keys: str) -> tuple[Catalogue, PlanItem]:
    chosen = plan(**keys)
    return catalogue(models, [chosen], VOCABULARY), chosen


def names(sections: tuple[Section, ...]) -> list[str]:
    return [row.name for section in sections for row in section.rows]


REGISTERED = {"dang_ky": f"[{{nam: 2026, ke_hoach: {SLUG}}}]"}


def test_models_of_the_plan_and_year_are_listed() -> None:
    """Registered with the plan for the year, or answering it with no year told: nothing else."""
    known, _ = entries(
        model("dang-ky", **REGISTERED),
        model("nam-khac", dang_ky=f"[{{nam: 2025, ke_hoach: {SLUG}}}]", ke_hoach=SLUG),
        model("ke-hoach-khac", dang_ky="[{nam: 2026, ke_hoach: khac}]"),
        model("tra-loi", ke_hoach=SLUG, bat_dau="2024"),
        model("tra-loi-sau", ke_hoach=SLUG, bat_dau="2027"),
        model("khong-noi-ke-hoach", dang_ky="[{nam: 2026}]", ke_hoach=SLUG),
        model("khong-dinh", dang_ky="[{nam: 2026}]"),
    )
    found = {item.slug for item in registered(known, SLUG, 2026)}
    assert found == {"dang-ky", "tra-loi", "khong-noi-ke-hoach"}


def test_a_form_without_models_is_the_official_blank() -> None:
    """The four official fields stand empty, and the unit is left open."""
    form = registration(*entries(), 2026)
    assert [section.title for section in form.sections] == [
        "I. LĨNH VỰC KINH TẾ",
        "II. LĨNH VỰC VĂN HÓA - XÃ HỘI",
        "III. LĨNH VỰC QUỐC PHÒNG - AN NINH",
        "IV. LĨNH VỰC XÂY DỰNG HỆ THỐNG CHÍNH TRỊ",
    ]
    assert form.unit == ""
    assert form.sections == blank(VOCABULARY).sections


def test_the_two_later_fields_appear_with_their_models() -> None:
    """New countryside and civilised towns are numbered on when something stands in them."""
    town = model("do-thi", linh_vuc="[do-thi-van-minh, kinh-te]", **REGISTERED)
    form = registration(*entries(town), 2026)
    assert form.sections[4:] == (Section("V. LĨNH VỰC ĐÔ THỊ VĂN MINH", form.sections[4].rows),)
    assert names(form.sections) == ["Hẻm xanh"]


def test_one_unit_may_be_asked_for() -> None:
    """A form of one unit lists its models only, however the name is spelt."""
    other = model("khac", ten="Khác", don_vi="Đoàn xã", **REGISTERED)
    form = registration(*entries(model("a", **REGISTERED), other), 2026, "HỘI PHỤ NỮ XÃ A")
    assert (form.unit, names(form.sections)) == ("HỘI PHỤ NỮ XÃ A", ["Hẻm xanh"])
    assert registration(*entries(model("a", **REGISTERED), other), 2026).unit == ""
    assert registration(*entries(model("a", **REGISTERED)), 2026).unit == UNIT


def test_rows_stand_as_in_the_form_they_came_from() -> None:
    """Unit by unit; in one unit by the row that the source names, then by name."""

    def cited(slug: str, name: str, number: int, unit: str = UNIT) -> ModelItem:
        source = f"[{{tieu_de: '{citation(2026, unit, 1, number)}', co_quan: '{unit}'}}]"
        return model(slug, ten=name, don_vi=unit, nguon=source, **REGISTERED)

    items = (
        cited("a", "Ăn", 10),
        cited("b", "Bò", 2),
        model("c", ten="Cá", **REGISTERED),
        model("d", ten="Ấm", **REGISTERED),
        cited("e", "Én", 1, "Đoàn xã"),
    )
    assert names(registration(*entries(*items), 2026).sections) == ["Én", "Bò", "Ăn", "Ấm", "Cá"]


def test_address_and_content_are_what_the_form_said() -> None:
    """The body's words win; else the levels without what goes without saying, and the summary."""
    body = "## Nội dung đăng ký\n\nMột.\n\nHai.\n\n## Địa chỉ đăng ký\n\nHội xã\n"
    form = registration(
        *entries(
            model("a", ten="A", **REGISTERED),
            model("b", body, ten="B", **REGISTERED),
            model("c", ten="C", dia_ban="{tinh: Kon Tum, xa: xã C, nam: 2021}", **REGISTERED),
        ),
        2026,
    )
    assert [(row.address, row.content) for row in form.sections[0].rows] == [
        ("Xã A", "Người dân trồng hoa dọc hẻm."),
        ("Hội xã", "Một.\nHai."),
        ("Xã C, tỉnh Kon Tum", "Người dân trồng hoa dọc hẻm."),
    ]


def test_the_plan_is_named_with_what_is_known() -> None:
    """Number and day are left out where the plan has none."""
    full = plan(so_ky_hieu="31-KH/TU", ngay="2021-03-16", co_quan="Tỉnh ủy")
    assert basis(full.entry) == "Kế hoạch số 31-KH/TU, ngày 16/3/2021 của Tỉnh ủy"
    assert basis(plan().entry) == "Kế hoạch của Đảng ủy xã"

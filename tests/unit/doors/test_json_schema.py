"""The schema an editor's tool reads: valid, closed, in Vietnamese, with the vocabulary's terms."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.core.entries import EntryKind
from generator.core.entry_rules import World, check_entry
from generator.doors.json_schema import DIALECT, json_schema
from tests.unit.core import made

KINDS: tuple[EntryKind, ...] = ("model", "plan")
MODEL = {
    "ten": "Hẻm xanh",
    "tom_tat": "Người dân trồng hoa dọc hẻm.",
    "hinh_thuc": "tap-the",
    "linh_vuc": "do-thi-van-minh",
    "don_vi": "Khu phố 2",
    "dia_ban": {"tinh": "Lâm Đồng"},
    "nguon": [{"tieu_de": "Hẻm xanh", "co_quan": "Báo Lâm Đồng"}],
}


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema of a group within a schema."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for each in node.values():
            yield from objects(each)
    elif isinstance(node, list):
        for each in node:
            yield from objects(each)


def faults(**changed: Any) -> list[str]:
    """The paths at which the model with these keys breaks the schema; None takes a key away."""
    data = {name: value for name, value in (MODEL | changed).items() if value is not None}
    found = Draft202012Validator(json_schema("model", made.VOCABULARY)).iter_errors(data)
    return sorted(each.json_path for each in found)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_schema_of_its_dialect(kind: EntryKind) -> None:
    """The independent validator takes it for a schema of draft 2020-12."""
    schema = json_schema(kind, made.VOCABULARY)
    assert schema["$schema"] == DIALECT == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_every_group_is_closed_and_says_what_it_holds(kind: EntryKind) -> None:
    """No group takes a key it does not know; each key has a label and advice."""
    groups = list(objects(json_schema(kind, made.VOCABULARY)))
    assert len(groups) >= 6
    assert all(each["additionalProperties"] is False for each in groups)
    keys = [told for each in groups for told in each["properties"].values()]
    assert all(told["title"] and told["description"].endswith((".", "…")) for told in keys)


def test_a_whole_model_passes() -> None:
    """The least that the check accepts has no fault here."""
    assert faults() == []


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"ten": None}, ["$"]),
        ({"ten": ""}, ["$.ten"]),
        ({"ten": "x" * 201}, ["$.ten"]),
        ({"ten": ["A"]}, ["$.ten"]),
        ({"tieu_de": "A"}, ["$"]),
        ({"linh_vuc": "kinh-tee"}, ["$.linh_vuc"]),
        ({"linh_vuc": []}, ["$.linh_vuc"]),
        ({"hinh_thuc": "Tập thể"}, ["$.hinh_thuc"]),
        ({"dia_ban": {}}, ["$.dia_ban"]),
        ({"dia_ban": "Lâm Đồng"}, ["$.dia_ban"]),
        ({"dia_ban": {"tinh": "Lâm Đồng", "nam": 20255}}, ["$.dia_ban.nam"]),
        ({"nguon": []}, ["$.nguon"]),
        ({"nguon": [{"tieu_de": "A"}]}, ["$.nguon[0]"]),
        ({"bat_dau": "31/12/2025"}, ["$.bat_dau"]),
        ({"ke_hoach": "../ke-hoach.md"}, ["$.ke_hoach"]),
        ({"hinh_thuc": "ca-nhan"}, ["$"]),
    ],
    ids=str,
)
def test_a_fault_is_found_where_it_stands(changed: dict[str, Any], where: list[str]) -> None:
    """A wrong key or value of a whole model is refused, at its own place and nowhere else."""
    assert faults(**changed) == where


@pytest.mark.parametrize(
    "changed",
    [
        {"linh_vuc": ["kinh-te", "do-thi-van-minh"]},
        {"ten": 2025},
        {"bat_dau": 2022},
        {"bat_dau": "2022-05"},
        {"ke_hoach": []},
        {"dia_ban": {"tinh": "Binh Thuan", "thon": 3}},
        {"hinh_thuc": "ca-nhan", "co_so_dang": "dong-y"},
    ],
    ids=str,
)
def test_what_yaml_makes_of_a_value_is_no_fault(changed: dict[str, Any]) -> None:
    """A single value for a list, a number for a year or a name, an old province: all are taken."""
    assert faults(**changed) == []


def test_the_rule_for_persons_is_the_check_s_own() -> None:
    """The one rule across keys refuses exactly what the check refuses."""
    for keys in ({"hinh_thuc": "ca-nhan"}, {"hinh_thuc": "ca-nhan", "co_so_dang": "dong-y"}, {}):
        item = made.model(**keys)
        told = {each.code for each in check_entry(item, World(made.VOCABULARY, date(2026, 11, 20)))}
        assert bool(faults(**keys)) == ("person-without-basis" in told)


def test_provinces_are_offered_by_every_name_of_their_own() -> None:
    """Names of today and of before stand in the list, and no name twice."""
    place = json_schema("model", made.VOCABULARY)["properties"]["dia_ban"]
    offered = place["properties"]["tinh"]["anyOf"][0]["enum"]
    assert {"Lâm Đồng", "Bình Thuận", "Huế", "Thừa Thiên Huế"} <= set(offered)
    assert len(offered) == len(set(offered))


def test_remarks_are_the_check_s_own_words() -> None:
    """A tool that shows our remarks tells in Vietnamese how to mend a date, a year and a term."""
    properties = json_schema("model", made.VOCABULARY)["properties"]
    assert properties["bat_dau"]["errorMessage"] == "Viết như 2025, 2025-10 hoặc 2025-10-15."
    assert properties["xay_dung"]["errorMessage"] == "Dùng một trong: moi, nhan-rong."
    assert "1930" in properties["dia_ban"]["properties"]["nam"]["errorMessage"]

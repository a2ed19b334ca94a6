"""Data joined with its marks: every fault at once, each where it stands."""

from __future__ import annotations

import pytest

from generator.core.entries import Model, Plan
from generator.core.front_matter import FrontMatter
from generator.core.problems import Problem, in_order
from generator.core.validation import check
from tests.unit.core.made import VOCABULARY, matter, model_matter, plan_matter


def problems(source: FrontMatter, shape: type[Model] | type[Plan] = Model) -> list[Problem]:
    return list(in_order(check(shape, source, {"vocabulary": VOCABULARY})[1]))


def told(source: FrontMatter, shape: type[Model] | type[Plan] = Model) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in problems(source, shape)]


def test_a_good_entry_has_no_problems() -> None:
    """What is right becomes a value without a word."""
    entry, found = check(Model, model_matter(), {"vocabulary": VOCABULARY})
    assert entry is not None
    assert entry.name == "Hẻm xanh"
    assert found == ()


def test_every_fault_is_told_at_once() -> None:
    """One fault hides no other: each value is told at its own place."""
    source = model_matter(hinh_thuc="nhom", linh_vuc="[kinh-te, y-te]", bat_dau="20255", la="1")
    assert told(source) == [
        "4:12 unknown-term",
        "5:21 unknown-term",
        "9:10 not-a-date",
        "10:1 unknown-key",
    ]


def test_a_missing_key_is_told_where_it_should_stand() -> None:
    """It is told at the file's start, at its group, or at the item of a list that lacks it."""
    source = matter("ten: A\ndia_ban:\n  xa: B\nnguon:\n  - ngay: 2024")
    lines = told(source)
    assert "3:1 missing-key" in lines
    assert "6:5 missing-key" in lines
    assert lines.count("1:1 missing-key") == 4


def test_the_label_is_that_of_the_group() -> None:
    """The same key means another thing in another group, and is told by that group's label."""
    source = plan_matter(nguoi_ky="{chuc_vu: Bí thư}", nguon="[{tieu_de: A}]")
    messages = [each.message for each in problems(source, Plan)]
    assert messages == [
        "Thiếu khóa bắt buộc “co_quan” (Cơ quan).",
        "Thiếu khóa bắt buộc “ten” (Người ký).",
    ]


def test_a_misspelt_key_is_not_told_as_missing_too() -> None:
    """A required key that is there under a near name is one problem, not two."""
    source = model_matter(tomtat="A")
    without = "\n".join(f"{k}: {v}" for k, v in [("ten", "A"), ("tomtat", "B")])
    assert [each.code for each in problems(source)] == ["unknown-key"]
    codes = [(each.code, each.detail["key"]) for each in problems(matter(without))]
    assert ("unknown-key", "tomtat") in codes
    assert ("missing-key", "tom_tat") not in codes


def test_unknown_keys_suggest_the_keys_of_their_group() -> None:
    """A near key is offered; where none is near, the keys of that group are listed."""
    near, far = problems(model_matter(dia_ban="{tinh: Lâm Đồng, hamlet: A, xax: B}"))
    assert {near.detail["nearest"], far.detail["nearest"]} == {"", "xa"}
    listed = near if near.detail["known"] else far
    assert listed.detail["known"] == "tinh, huyen, xa, thon, nam"


@pytest.mark.parametrize(
    "value", ["", "''", "'  '", "~", "null"], ids=["none", "quotes", "spaces", "tilde", "null"]
)
def test_an_empty_value_is_told_at_its_key(value: str) -> None:
    """A required key left empty is told once, at the key."""
    assert told(model_matter(don_vi=value)) == ["6:1 empty-value"]


@pytest.mark.parametrize("key", ["bat_dau", "cong_nhan", "dieu_kien", "tu_khoa", "ke_hoach"])
def test_an_empty_optional_key_is_told_whatever_its_kind(key: str) -> None:
    """A key that may be left out may not be left empty: what stood there may have been lost."""
    assert told(model_matter(**{key: ""})) == ["9:1 empty-value"]


def test_an_empty_optional_key_does_no_harm() -> None:
    """The entry is read nevertheless, as if the key were not there."""
    entry, found = check(Model, model_matter(bat_dau=""), {"vocabulary": VOCABULARY})
    assert entry is not None
    assert entry.start is None
    assert len(found) == 1


@pytest.mark.parametrize(
    ("keys", "expected", "words"),
    [
        ({"ten": "[A, B]"}, "2:6", "“ten” phải là một đoạn chữ, không phải một danh sách."),
        ({"don_vi": "{a: b}"}, "6:9", "“don_vi” phải là một đoạn chữ, không phải một nhóm khóa."),
        (
            {"dia_ban": "Lâm Đồng"},
            "7:10",
            "“dia_ban” phải là một nhóm khóa, không phải một đoạn chữ.",
        ),
        ({"nguon": "Báo"}, "8:8", "“nguon” phải là một danh sách, không phải một đoạn chữ."),
        (
            {"nguon": "[Báo]"},
            "8:9",
            "Mục của “nguon” phải là một nhóm khóa, không phải một đoạn chữ.",
        ),
        ({"bat_dau": "[2024]"}, "9:10", "“bat_dau” phải là một ngày, không phải một danh sách."),
        (
            {"tu_khoa": "[[a]]"},
            "9:11",
            "Mục của “tu_khoa” phải là một đoạn chữ, không phải một danh sách.",
        ),
    ],
)
def test_the_wrong_kind_of_value(keys: dict[str, str], expected: str, words: str) -> None:
    """What stands there and what should stand there are both named, at the value."""
    (found,) = problems(model_matter(**keys))
    assert (found.code, f"{found.place.line}:{found.place.column}") == ("wrong-type", expected)
    assert found.message == words


def test_a_faulty_item_does_not_make_a_list_empty() -> None:
    """A list whose only item is wrong is not told as empty too; an empty list is."""
    assert told(model_matter(linh_vuc="[y-te]")) == ["5:12 unknown-term"]
    assert told(model_matter(linh_vuc="[]")) == ["5:1 too-few"]


def test_lists_are_bounded() -> None:
    """More items than anybody needs are refused at the key."""
    (found,) = problems(model_matter(tu_khoa=f"[{'a, ' * 201}]"))
    assert (found.code, found.detail["size"], found.place.column) == ("too-many", 201, 1)


def test_nothing_is_said_twice_of_what_was_refused_while_reading() -> None:
    """An alias in place of a required value is told by the reader alone."""
    assert told(model_matter(don_vi="*x")) == []
    assert check(Model, model_matter(don_vi="*x"), {"vocabulary": VOCABULARY})[0] is None

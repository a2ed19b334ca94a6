"""Models that share rare words, a field or a province stand near each other."""

from __future__ import annotations

import time

from generator.core.catalogue import Catalogue
from generator.core.similarity import SHOWN, similar
from tests.unit.core.made import catalogue_of, model


def near(found: Catalogue, slug: str) -> list[str]:
    return [item.slug for item in similar(found)[slug]]


def test_rare_words_bring_models_together() -> None:
    """Of models of one field the one that speaks of the same thing comes first."""
    found = catalogue_of(
        model("a", ten="Tiếng kẻng an ninh"),
        model("b", ten="Đường hoa phụ nữ"),
        model("c", ten="Mô hình tiếng kẻng khu phố"),
    )
    assert near(found, "a")[0] == "c"


def test_the_place_of_a_tone_does_not_part_words() -> None:
    """Hoà giải and hòa giải are the same words."""
    found = catalogue_of(
        model("a", ten="Tổ hoà giải", linh_vuc="kinh-te"),
        model("b", ten="Nhóm hòa giải"),
        model("c", ten="Đường hoa"),
    )
    assert near(found, "a")[0] == "b"


def test_a_field_or_a_province_in_common_helps() -> None:
    """Between equals in words, the same field and the same province of today decide."""
    found = catalogue_of(
        model("a", ten="A", dia_ban="{tinh: Bình Thuận}"),
        model("b", ten="B", dia_ban="{tinh: Huế}"),
        model("c", ten="C", dia_ban="{tinh: Lâm Đồng}"),
    )
    assert near(found, "a") == ["c", "b"]


def test_a_model_is_not_like_itself() -> None:
    """No model is shown beside itself, and a lone one has no neighbours."""
    assert near(catalogue_of(model("a")), "a") == []
    many = catalogue_of(*(model(f"m{n}") for n in range(6)))
    assert all(slug not in near(many, slug) for slug in many.models)
    assert all(len(near(many, slug)) == SHOWN for slug in many.models)


def test_the_answer_does_not_depend_on_the_order_of_files() -> None:
    """The same models give the same neighbours, in whatever order they were read."""
    made = [model(f"m{n}", ten=f"Tổ tự quản số {n}") for n in range(8)]
    one, other = catalogue_of(*made), catalogue_of(*reversed(made))
    assert {s: near(one, s) for s in one.models} == {s: near(other, s) for s in other.models}


def test_many_models_take_little_time() -> None:
    """A thousand models that all share their words are compared within seconds."""
    found = catalogue_of(*(model(f"m{n}", ten=f"Đường hoa {n}") for n in range(1000)))
    started = time.perf_counter()
    similar(found)
    assert time.perf_counter() - started < 5

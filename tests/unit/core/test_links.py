"""References between entries are followed once and kept in both directions."""

from __future__ import annotations

from collections.abc import Mapping

from generator.core.catalogue import ModelItem
from generator.core.links import links, plans_of
from tests.unit.core.made import catalogue_of, model, plan


def slugs(found: Mapping[str, tuple[ModelItem, ...]]) -> dict[str, list[str]]:
    return {slug: [item.slug for item in items] for slug, items in found.items()}


def test_a_plan_knows_the_models_that_answer_it() -> None:
    """Models that name the plan, or registered with it, answer it once, in reading order."""
    found = links(
        catalogue_of(
            model("b", ten="B", ke_hoach="ke-hoach", dang_ky="[{nam: 2022, ke_hoach: ke-hoach}]"),
            model("a", ten="A", dang_ky="[{nam: 2021, ke_hoach: ke-hoach}]"),
            model("c", ten="C"),
            plan("ke-hoach"),
        )
    )
    assert slugs(found.answers) == {"ke-hoach": ["a", "b"]}


def test_plans_of_a_model_are_named_once() -> None:
    """Plans answered come first, then those only registered with."""
    item = model(ke_hoach="[b, a]", dang_ky="[{nam: 2021, ke_hoach: c}, {nam: 2022, ke_hoach: a}]")
    assert plans_of(item) == ("b", "a", "c")


def test_copying_is_known_from_both_ends() -> None:
    """Whether the copy or the original tells of it, both know each other."""
    found = links(
        catalogue_of(
            model("goc", nhan_rong_den="[{noi: A, mo_hinh: ke}, {noi: B}]"),
            model("ke"),
            model("tu-noi", nhan_rong_tu="goc"),
        )
    )
    assert slugs(found.copies) == {"goc": ["ke", "tu-noi"]}
    assert {slug: item.slug for slug, item in found.originals.items()} == {
        "ke": "goc",
        "tu-noi": "goc",
    }


def test_the_copys_own_word_counts_more() -> None:
    """Where copy and another model disagree on the original, the copy is believed."""
    found = links(
        catalogue_of(
            model("a", nhan_rong_den="[{noi: A, mo_hinh: c}]"),
            model("b"),
            model("c", nhan_rong_tu="b"),
        )
    )
    assert found.originals["c"].slug == "b"
    assert slugs(found.copies) == {"b": ["c"]}


def test_references_that_lead_nowhere_are_left_out() -> None:
    """What a model names and nobody has makes no link between models."""
    found = links(
        catalogue_of(model("a", nhan_rong_tu="x", nhan_rong_den="[{noi: A, mo_hinh: y}]"))
    )
    assert (found.originals, found.copies) == ({}, {})


def test_a_replaced_plan_knows_its_successor() -> None:
    """The plan that replaces another is found from the one replaced."""
    found = links(catalogue_of(plan("cu"), plan("moi", thay_the="cu")))
    assert found.replaced_by["cu"].slug == "moi"

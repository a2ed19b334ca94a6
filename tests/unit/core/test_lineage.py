"""The forest: who was copied from whom, counted and found from both ends."""

from __future__ import annotations

from generator.core.catalogue import ModelItem
from generator.core.lineage import Forest, forest
from generator.core.links import links
from tests.unit.core.made import catalogue_of, model


def grown(*items: ModelItem) -> Forest:
    entries = catalogue_of(*items)
    return forest(entries, links(entries))


def fork() -> Forest:
    """A root with two copies and a place; one copy was copied again, to two places."""
    return grown(
        model("goc", nhan_rong_den="[{noi: Xã Ba, nam: 2021}, {noi: Xã Hai, mo_hinh: hai}]"),
        model("hai", bat_dau="2022", nhan_rong_den="[{noi: Xã Bốn}, {noi: Xã Năm}]"),
        model("sau", bat_dau="2020", nhan_rong_tu="goc"),
        model("rieng"),
    )


def test_copies_stand_in_the_order_of_their_years() -> None:
    """The earliest copy is first; one whose year nobody gives is last."""
    found = fork().offshoots["goc"]
    assert [(each.place, each.year, each.model and each.model.slug) for each in found] == [
        ("", 2020, "sau"),
        ("Xã Ba", 2021, None),
        ("Xã Hai", None, "hai"),
    ]


def test_a_tree_counts_the_copies_of_copies() -> None:
    """A fork's size is all places below it, at any depth."""
    found = fork()
    assert {slug: found.size(slug) for slug in ("goc", "hai", "sau", "rieng")} == {
        "goc": 5,
        "hai": 2,
        "sau": 0,
        "rieng": 0,
    }


def test_trees_are_told_by_their_roots() -> None:
    """A tree grows from what is no copy itself; the largest is first."""
    found = grown(
        model("a", nhan_rong_den="[{noi: X}]"),
        model("b", nhan_rong_den="[{noi: X}, {noi: Y}]"),
        model("c", nhan_rong_tu="b", nhan_rong_den="[{noi: Z}]"),
    )
    assert found.roots == ("b", "a")
    assert found.ranks == {"b": 0, "a": 1}


def test_the_way_leads_from_the_root() -> None:
    """A model's own way is the root, then each copy down to it."""
    found = grown(model("a"), model("b", nhan_rong_tu="a"), model("c", nhan_rong_tu="b"))
    assert found.way_to("c") == ("a", "b", "c")
    assert found.way_to("a") == ("a",)


def test_a_model_without_kin_stands_alone() -> None:
    """Neither copied nor a copy: it belongs to no tree."""
    found = fork()
    assert found.stands_alone("rieng")
    assert not any(found.stands_alone(slug) for slug in ("goc", "hai", "sau"))


def test_a_model_grows_at_one_place_only() -> None:
    """A copy named twice by its original, or claimed by a second one, is not drawn twice."""
    found = grown(
        model("a", nhan_rong_den="[{noi: X, mo_hinh: c}, {noi: Y, mo_hinh: c}]"),
        model("b", nhan_rong_den="[{noi: Z, mo_hinh: c}]"),
        model("c", nhan_rong_tu="a"),
    )
    named = [each.model for copies in found.offshoots.values() for each in copies if each.model]
    assert [each.slug for each in named] == ["c"]
    assert (found.size("a"), found.size("b")) == (2, 1)


def test_a_very_long_chain_is_counted() -> None:
    """Copies of copies may go on as long as they like."""
    length = 3000
    chain = [model(f"m{n}", nhan_rong_tu=f"m{n - 1}") for n in range(1, length)]
    found = grown(model("m0"), *chain)
    assert found.size("m0") == length - 1
    assert len(found.way_to(f"m{length - 1}")) == length

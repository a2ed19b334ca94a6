"""The tree on a page: whole when it is small, cut and counted when it is large."""

from __future__ import annotations

from collections.abc import Iterator

from generator.core.catalogue import ModelItem
from generator.pages.lineage_tree import tree_around, tree_in_short, tree_of
from generator.pages.tree_views import TreeNode, TreeView
from tests.unit.pages.pages_world import know, model


def around(slug: str, *items: ModelItem) -> TreeView:
    known = know(*items)
    found = tree_around(known.catalogue.models[slug], known)
    assert found is not None
    return found


def nodes(node: TreeNode, depth: int = 0) -> Iterator[tuple[int, str, str]]:
    yield depth, node.text, node.kind
    for each in node.nodes:
        yield from nodes(each, depth + 1)


def test_a_model_that_stands_alone_has_no_tree() -> None:
    """Nothing is drawn where nothing was copied."""
    known = know(model("a"))
    assert tree_around(known.catalogue.models["a"], known) is None


def test_the_tree_reaches_from_the_source_to_places_without_an_entry() -> None:
    """Source, copies, copies of copies and bare places, with the model at hand marked."""
    found = around(
        "con",
        model("goc", nhan_rong_den=[{"noi": "Xã B", "nam": 2023}]),
        model("con", nhan_rong_tu="goc", nhan_rong_den=[{"noi": "Xã C"}]),
    )
    assert list(nodes(found.root)) == [
        (0, "Mô hình goc", "model"),
        (1, "Xã B", "place"),
        (1, "Mô hình con", "current"),
        (2, "Xã C", "place"),
    ]
    assert found.root.nodes[0].note == "chưa có mục riêng, 2023"
    assert found.whole.url == "nhan-rong/cay/#cay-goc"
    assert "kho ghi nhận 3 nơi" in found.told


def test_many_copies_are_counted_not_drawn() -> None:
    """Of forty copies the first are shown, the rest told as a number that leads to the forest."""
    copies = [{"noi": f"Xã {n}"} for n in range(40)]
    found = around("goc", model("goc", nhan_rong_den=copies))
    *shown, rest = found.root.nodes
    assert len(shown) == 6
    assert (rest.text, rest.kind, rest.url) == ("và 34 nơi khác", "more", found.whole.url)


def test_the_current_model_is_always_shown() -> None:
    """However many brothers stand before it, the model at hand is in its tree."""
    brothers = [model(f"m{n:02}", nhan_rong_tu="goc", bat_dau=2001) for n in range(30)]
    found = around("cuoi", model("goc"), *brothers, model("cuoi", nhan_rong_tu="goc", bat_dau=2020))
    kinds = [each.kind for each in found.root.nodes]
    assert kinds.count("current") == 1
    assert found.root.nodes[-1].text == "và 25 nơi khác"


def test_nothing_is_lost_by_cutting() -> None:
    """Nodes shown and nodes counted together are the whole tree, root included."""
    items = [model("goc")]
    for n in range(12):
        items.append(model(f"a{n:02}", nhan_rong_tu="goc"))
        items += [model(f"b{n:02}-{m}", nhan_rong_tu=f"a{n:02}") for m in range(9)]
    known = know(*items)
    for view in (tree_of("goc", known), around("b03-4", *items)):
        told = list(nodes(view.root))
        shown = sum(1 for _, _, kind in told if kind != "more")
        rest = [int("".join(filter(str.isdigit, text))) for _, text, kind in told if kind == "more"]
        assert shown + sum(rest) == len(items)
        assert len(view.drawing.boxes) < 65


def test_a_whole_tree_is_drawn_in_part_and_listed_to_the_last_copy() -> None:
    """Of a hundred copies ten are drawn, all are listed, and the rest leads to the model."""
    copies = [{"noi": f"Xã {n}"} for n in range(100)]
    known = know(model("goc", nhan_rong_den=copies))
    found = tree_of("goc", known)

    assert len(found.drawing.boxes) == 1 + 10 + 1
    assert [each.kind for each in found.root.nodes] == ["place"] * 100


def test_a_tree_told_in_short_leads_to_the_whole() -> None:
    """A tree that stands beside other things shows a dozen nodes and where the rest is."""
    copies = [{"noi": f"Xã {n}"} for n in range(100)]
    found = tree_in_short("goc", know(model("goc", nhan_rong_den=copies)))

    assert len(found.drawing.boxes) == 1 + 6 + 1
    assert (found.root.nodes[-1].text, found.root.nodes[-1].url) == (
        "và 94 nơi khác",
        "nhan-rong/cay/#cay-goc",
    )


def test_a_list_has_an_end_too() -> None:
    """Beyond two hundred places they are counted, and the count leads to the model's own page."""
    copies = [model(f"m{n:03}", nhan_rong_tu="goc") for n in range(230)]
    known = know(model("goc"), *copies)
    *shown, rest = tree_of("goc", known).root.nodes

    assert len(shown) == 200
    assert (rest.text, rest.url) == ("và 30 nơi khác", "mo-hinh/goc/#nhan-rong")


def test_a_long_chain_begins_near_the_current_model() -> None:
    """Of thirty generations the last six are shown, and the link leads to the whole tree."""
    chain = [model(f"m{n}", nhan_rong_tu=f"m{n - 1}") for n in range(1, 30)]
    found = around("m29", model("m0"), *chain)
    assert [text for _, text, _ in nodes(found.root)] == [f"Mô hình m{n}" for n in range(24, 30)]
    assert found.whole.url.endswith("#cay-m0")

"""A tree as boxes and lines: nothing overlaps, nothing runs out of its box or the picture."""

from __future__ import annotations

from itertools import combinations

from generator.pages.tree_drawing import BOX, draw, wrapped
from generator.pages.tree_views import TreeBox, TreeNode


def node(text: str, *below: TreeNode, note: str = "Xã A, 2020") -> TreeNode:
    return TreeNode(text, "", note, "model", below)


FORK = node(
    "Gốc của cả cây với một cái tên dài hơn hai dòng chữ trong ô",
    node("Một", node("Một một"), node("Một hai"), node("Một ba")),
    node("Hai", note=""),
    node("Ba", node("Ba một")),
)


def meet(one: TreeBox, other: TreeBox) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def test_boxes_do_not_overlap() -> None:
    """Any two boxes are apart."""
    boxes = draw(FORK).boxes
    assert len(boxes) == 8
    assert [pair for pair in combinations(boxes, 2) if meet(*pair)] == []


def test_everything_lies_within_the_picture() -> None:
    """Boxes end before the edges, lines of text within their boxes."""
    found = draw(FORK)
    for box in found.boxes:
        assert 0 <= box.x < box.x + box.width < found.width
        assert 0 <= box.y < box.y + box.height < found.height
        for line in box.lines:
            assert box.x < line.x < box.x + BOX
            assert box.y < line.y < box.y + box.height


def test_each_copy_is_joined_to_its_original() -> None:
    """There is one line for each box but the root's, from one side to the other."""
    found = draw(FORK)
    root, first = found.boxes[:2]
    assert len(found.branches) == len(found.boxes) - 1
    assert f"M{root.x + BOX} {root.y + root.height // 2}" in found.branches[-1]
    assert any(
        line.endswith(f"V{first.y + first.height // 2}H{first.x}") for line in found.branches
    )


def test_copies_of_copies_stand_further_right() -> None:
    """A generation is a column."""
    assert len({box.x for box in draw(FORK).boxes}) == 3


def test_the_beginning_of_a_tall_tree_stands_at_its_top() -> None:
    """A box in the middle of forty others would be far below where the drawing begins."""
    few, many = (draw(node("Gốc", *(node(f"Xã {n}") for n in range(count)))) for count in (3, 40))

    assert few.boxes[0].y > few.boxes[1].y
    assert many.boxes[0].y == many.boxes[1].y


def test_text_is_wrapped_by_its_width() -> None:
    """Wide letters fill a line sooner; what does not fit ends in an ellipsis."""
    assert wrapped("Tổ tự quản", 13, 3) == ("Tổ tự quản",)
    assert len(wrapped("i" * 10 + " " + "l" * 20, 13, 3)) == 1
    assert len(wrapped("W" * 12 + " " + "M" * 12, 13, 3)) == 2
    cut = wrapped("một hai ba bốn năm sáu " * 9, 13, 3)
    assert len(cut) == 3
    assert cut[-1].endswith("…")
    assert wrapped("x" * 400, 13, 3)[0].endswith("…")
    assert wrapped("", 13, 3) == ()

"""Every target in a body is found at its place; code holds none; no text is slow."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.references import Reference, references


def found(body: str) -> list[tuple[str, bool]]:
    """Targets, and whether they are images, in order."""
    return [(each.target, each.image) for each in references(body)]


def test_a_target_is_told_with_its_line_and_column() -> None:
    """Places are counted in characters from 1, from the line where the body begins."""
    body = "Mở đầu.\n\nXem [kế hoạch](../plans/a.md) và\n![ảnh](anh.jpg)."
    assert references(body, first_line=10) == [
        Reference("../plans/a.md", 12, 16, image=False),
        Reference("anh.jpg", 13, 8, image=True),
    ]


@pytest.mark.parametrize(
    ("body", "target"),
    [
        ("[a](b.md)", "b.md"),
        ('[a](b.md "Tên")', "b.md"),
        ("[a](b.md 'Tên (cũ)')", "b.md"),
        ('[a](b.md "Tên ) lạ")', "b.md"),
        ('[a](b.md "Tên ( lạ")', "b.md"),
        ("[a](<b c.md>)", "b c.md"),
        ('[a]( <b.md> "Tên" )', "b.md"),
        ("[a](b_(c).md)", "b_(c).md"),
        (r"[a](b\_c\).md)", "b_c).md"),
        ("[a](x?a=1&amp;b=2&copy=3)", "x?a=1&b=2&copy=3"),
        ("[a]()", ""),
        ("[a [b] c](d.md)", "d.md"),
        ("[a\nb](c.md)", "c.md"),
        ("- mục\n\n    [a](b.md)", "b.md"),
        ("> trích [a](b.md)", "b.md"),
        ("| a | b |\n|---|---|\n| [x](y.md) | ` |", "y.md"),
        ("`` ` `` [a](b.md)", "b.md"),
        ("` [a](b.md)", "b.md"),
        (r"\`[a](b.md)`", "b.md"),
        ("- ` mục\n- [a](b.md) ` mục", "b.md"),
        ("[x][a](b.md)", "b.md"),
        ("[a]: b.md", "b.md"),
        ("[a]: <b.md> 'Tên'", "b.md"),
        ("> [a]: b.md", "b.md"),
    ],
)
def test_each_way_of_writing_a_link_is_found(body: str, target: str) -> None:
    """Titles, brackets, escapes and surroundings do not hide a target."""
    assert found(body) == [(target, False)]
    assert references(body)[0].column > 0


@pytest.mark.parametrize(
    "body",
    [
        "không có gì",
        "`[a](b.md)`",
        "`` ` [a](b.md) ``",
        "`[a\n](b.md)`",
        "    [a](b.md)",
        "\t[a](b.md)",
        "đoạn\n\n    [a](b.md)\n\n    [a](b.md)",
        "```\n[a](b.md)\n\n[a](b.md)\n```",
        "~~~ md\n[a](b.md)\n~~~~",
        "````\n```\n[a](b.md)\n````",
        r"\[a](b.md)",
        r"[a\](b.md)",
        r"[a]\(b.md)",
        "[a] (b.md)",
        "[a](b.md",
        "a](b.md)",
        "```\n[a](b.md)",
        "[a](anh 1.jpg)",
        "<https://a.vn>",
        "[1]: theo báo cáo của xã",
    ],
)
def test_what_is_no_link_is_not_found(body: str) -> None:
    """Code, escaped brackets, halves of links, autolinks and bare blanks make no link."""
    assert found(body) == []


def test_code_that_is_over_hides_nothing_more() -> None:
    """After a fence, an indented block or a code span, links are found again."""
    body = "```\n[a](1)\n```\n[b](2)\n\n    [c](3)\n\n[d](4) `[e](5)` [f](6)"
    assert found(body) == [("2", False), ("4", False), ("6", False)]


def test_half_a_character_moves_nothing() -> None:
    """Damaged text is told elsewhere; here it neither fails nor shifts a column."""
    assert references("\ud800 [a](b.md)") == [Reference("b.md", 1, 7, image=False)]


def test_an_image_inside_a_link_gives_both() -> None:
    """A picture that leads somewhere has two targets."""
    assert found("[![ảnh](a.jpg)](b.md)") == [("a.jpg", True), ("b.md", False)]


@pytest.mark.parametrize(
    ("use", "images"),
    [
        ("![mô tả][Hình 1]", [True]),
        ("![hình  1]", [True]),
        ("![Hình 1][]", [True]),
        ("[xem][hình 1]", [False]),
        ("[xem][hình 1] ![Hình 1]", [False, True]),
        ("không dùng", [False]),
    ],
)
def test_a_definition_is_an_image_where_images_use_it(use: str, images: list[bool]) -> None:
    """A definition does not say what it is for; its uses do, wherever they stand."""
    assert found(f"{use}\n\n[Hình 1]: a.jpg") == [("a.jpg", image) for image in images]


HOSTILE = {
    "brackets": "[" * 50_000,
    "images": "![" * 25_000,
    "pairs": "[" * 25_000 + "]" * 25_000,
    "links": "[a](" * 12_500,
    "nested": "[a](" * 10_000 + ")" * 10_000,
    "one close": "[a](" * 12_499 + ")",
    "titles": '[a](b "' * 7_000,
    "spaces": "[a](" + " " * 49_000 + "x)",
    "definitions": '[a]: b "\n' * 5_000,
    "labels": "[a][" * 12_500,
    "ticks": " ".join("`" * length for length in range(1, 310)),
    "fences": "\n".join("`" * length for length in range(3, 312)),
    "lines": "\n" * 50_000,
    "items": "- [a](b)\n" * 5_500,
    "escapes": "\\" * 50_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_time(body: str) -> None:
    """Fifty thousand characters made to be slow are scanned in a blink."""
    start = perf_counter()
    references(body)
    assert perf_counter() - start < 1


MARKDOWN = st.text(st.sampled_from("a[]()!<>`~\\ \n\t#-1.>|:\"'&;_đ"), max_size=200)


@given(MARKDOWN)
def test_a_place_always_points_into_the_body(body: str) -> None:
    """Whatever the text, a target begins where its line and column say, in order."""
    lines = body.split("\n")
    places = []
    for each in references(body):
        rest = "\n".join([lines[each.line - 1][each.column - 1 :], *lines[each.line :]])
        assert rest.startswith(("\\", "&", each.target[:1]))
        places.append((each.line, each.column))
    assert places == sorted(places)

"""No body holds the renderer up, and what is too much is shown as it was typed."""

import sys
from time import perf_counter

import pytest

from generator.pages.prose import Prose, render

SIZE = 50_000


def as_written(target: str, image: bool) -> str:
    """Publish every target as it is written."""
    return target


def filled(unit: str) -> str:
    """As much of one pattern as a body may hold, in lines as long as a line may be."""
    text = unit * (SIZE // len(unit))
    return text if "\n" in unit else "\n".join(text[at : at + 5000] for at in range(0, SIZE, 5000))


HOSTILE = {
    "one line of brackets": "[" * 5000,
    "brackets": "[" * 20_000,
    "links that never end": "[a](" * 5000,
    **{
        f"many {unit!r}": filled(unit)
        for unit in [
            *["[", "![", "[a](", "[a](b", "[a](<", "[a][", "[[a]", "[](", '[a](x"y)', "[a](b)"],
            *["*_", "*a*b", "***a** ", "\\*", "`a", "`\\", "&amp;", "<a", "|", "`a`|", "a  \n"],
            *["# a\n", "=\n", "-\n", "a\n-\n", "***\n", "[x]:\n", '[a]: b\n"t"\n', "x\n\n"],
            *["> # a\n", "- x\n    # a\n", "> ", "- ", "1. - > ", "- a\n", "> a\n\n"],
        ]
    },
    "nested brackets": "[" * 25_000 + "]" * 25_000,
    "nested links": "[" * 5000 + "a" + "](b)" * 8000,
    "runs of backticks": " ".join("`" * length for length in range(1, 310)),
    "quotes in quotes": "> " * 1000 + "a",
    "quotes on stairs": "\n".join(">" * depth + " a" for depth in range(300)),
    "lists in lists": "\n".join("    " * depth + "- a" for depth in range(150)),
    "loose lists in lists": "\n\n".join("    " * depth + "- a" for depth in range(150)),
    "lists in lists in one line": "- " * 999 + "a",
    "a wide table": "|" * 2400 + "\n" + "|-" * 2400 + "\n" + ("|" * 2400 + "\n") * 18,
    "a long table": "a|b\n-|-\n" + "a|b\n" * 10_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_bodies_are_rendered_in_time(body: str) -> None:
    """Fifty thousand characters made to be slow take no longer than as many of a long table."""
    start = perf_counter()
    render(body, as_written)
    assert perf_counter() - start < 3


def test_ordinary_bodies_are_as_markdown_makes_them() -> None:
    """The bounds are wide: deep lists, rules and a hundred links in a paragraph come through."""
    lists = "\n".join("    " * depth + f"- {depth}" for depth in range(7))
    assert render(lists, as_written).html.count("<ul>") == 7
    links = render("[a](b) *c* `d` \\* &amp; " * 100, as_written).html
    assert links.count("<a ") == links.count("<em>") == links.count("<code>") == 100
    rules = render("a\n\n- - - - - - - - - - - -\n\n---\n***\nb\n\nc\n---\nd", as_written).html
    assert rules.count("<hr>") == 3
    assert '<h2 id="c">c</h2>\n<p>d</p>' in rules


def test_a_definition_may_stand_under_a_paragraph() -> None:
    """Ending a block after a definition loses neither the definition nor what follows."""
    html = render("[a][x] [b][y]\n[x]: c.md\n[y]: d.md 't'\ne", as_written).html
    assert '<a href="c.md">a</a>' in html
    assert '<a href="d.md" title="t">b</a>' in html
    assert "<p>e</p>" in html


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("*a* " * 1001, "*a*"),
        ("[" * 3000 + "a", "[" * 3000 + "a"),
        ("> " * 50 + "còn đây", "còn đây"),
        ("1. " * 50 + "còn đây", "còn đây"),
    ],
)
def test_what_is_too_much_keeps_its_words(body: str, words: str) -> None:
    """Beyond a bound the marks lose their meaning, and the words remain."""
    assert words in render(body, as_written).text


def test_quotes_and_lists_go_eight_deep_in_a_line() -> None:
    """What a line opens beyond that is not opened."""
    assert render("> " * 50 + "a", as_written).html.count("<blockquote>") == 8
    assert render("- " * 50 + "a", as_written).html.count("<ul>") == 8


def test_links_before_too_much_searching_still_work() -> None:
    """The bound on searching is for the whole body, and begins anew with the next."""
    html = render("[a](b)\n\n" + "[" * 5000 + "\n\n[c](d)", as_written).html
    assert '<a href="b">' in html
    assert "<p>[c](d)</p>" in html
    assert '<a href="d">' in render("[c](d)", as_written).html


@pytest.mark.parametrize("spare", range(40, 70, 5))
def test_a_body_too_deep_to_read_becomes_plain_and_spoils_nothing(spare: int) -> None:
    """Wherever the stack ends, the text stands in paragraphs, and the next body is as ever."""
    body = "đầu\n\n" + "\n".join("    " * depth + "- <a>" for depth in range(60))
    next_body, next_html = "a\n\n- b\n- c", "<p>a</p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>"

    def from_the_depth(frames: int) -> Prose:
        return from_the_depth(frames - 1) if frames else render(body, as_written)

    assert render(next_body, as_written).html == next_html
    depth, frame = 0, sys._getframe().f_back
    while frame is not None:
        depth, frame = depth + 1, frame.f_back
    plain = from_the_depth(sys.getrecursionlimit() - depth - spare)
    assert plain.html.startswith("<p>đầu</p>\n<p>- &lt;a&gt;\n    - ")
    assert render(next_body, as_written).html == next_html

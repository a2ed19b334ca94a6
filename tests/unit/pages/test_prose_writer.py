"""No body holds the writer up, and what is too deep keeps its words."""

from time import perf_counter

import pytest

from generator.pages.prose import render

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
    "quotes in quotes without end": "> " * 25_000,
    "marks in marks": "*a **b " * 7000,
    "links in links": "[a " * 8000 + "](b)" * 6000,
    "images in images": "![a" * 8000 + "](b)" * 6000,
    "raw HTML that never ends": "<!--" * 12_500,
    "definitions": "".join(f"[a{number}]: b\n" for number in range(4000)) + "[a1]" * 1000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_bodies_are_rendered_in_time(body: str) -> None:
    """Fifty thousand characters made to be slow take no longer than as many of a list."""
    start = perf_counter()
    render(body, as_written)
    assert perf_counter() - start < 1


def test_ordinary_bodies_are_as_markdown_makes_them() -> None:
    """The bounds are wide: deep lists, rules and a hundred links in a paragraph come through."""
    lists = "\n".join("    " * depth + f"- {depth}" for depth in range(7))
    assert render(lists, as_written).html.count("<ul>") == 7
    links = render("[a](b) *c* `d` \\* &amp; " * 100, as_written).html
    assert links.count("<a ") == links.count("<em>") == links.count("<code>") == 100
    rules = render("a\n\n- - - - - - - - - - - -\n\n---\n***\nb\n\nc\n---\nd", as_written).html
    assert rules.count("<hr>") == 3
    assert '<h2 id="c">c</h2>\n<p>d</p>' in rules


def test_a_definition_stands_apart() -> None:
    """Definitions follow a blank line or one another; within a paragraph they are its text."""
    html = render("[a][x] [b][y]\n\n[x]: c.md\n[y]: d.md 't'\n\ne", as_written).html
    assert '<a href="c.md">a</a>' in html
    assert '<a href="d.md" title="t">b</a>' in html
    assert "<p>e</p>" in html
    assert "[x]: c.md" in render("[a][x]\n[x]: c.md", as_written).text


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("[" * 3000 + "a", "[" * 3000 + "a"),
        ("> " * 50 + "còn đây", "còn đây"),
        ("1. " * 50 + "còn đây", "còn đây"),
        ("> " * 20 + "# còn đây", "còn đây"),
        ("*a **b " * 50 + "còn đây" + "**c *d" * 50, "còn đây"),
        ("![" * 50 + "còn đây" + "](a)" * 50, "còn đây"),
    ],
)
def test_what_is_too_deep_keeps_its_words(body: str, words: str) -> None:
    """Beyond a bound the marks lose their meaning, and the words remain."""
    assert words in render(body, lambda target, image: None).text


def test_quotes_lists_and_marks_go_eight_deep() -> None:
    """What opens beyond that is not opened, in one line or in many; what ends is what opened."""
    assert render("> " * 50 + "a", as_written).html.count("<blockquote>") == 8
    assert render("- " * 50 + "a", as_written).html.count("<ul>") == 8
    stairs = "\n".join("  " * depth + "- a" for depth in range(50))
    html = render(stairs, as_written).html
    assert html.count("<ul>") == html.count("</ul>") == 8
    assert html.count("<li>") == html.count("</li>") == 8
    html = render("*a **b " * 20 + "c" + " d** e*" * 20, as_written).html
    assert html.count("<em>") + html.count("<strong>") == 8


def test_items_too_deep_to_be_items_are_lines() -> None:
    """The words of one do not run into those of another."""
    stairs = "\n".join("  " * depth + f"- {depth}" for depth in range(11))
    assert render(stairs, as_written).text.split("\n") == [str(depth) for depth in range(11)]


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("a < b", "<p>a &lt; b</p>"),
        ("a > b & c", "<p>a &gt; b &amp; c</p>"),
        ("a\u00a0b", "<p>a&nbsp;b</p>"),
        ("a&nbsp;b &lt;i&gt;", "<p>a&nbsp;b &lt;i&gt;</p>"),
        ("`a&#60;b`", "<p><code>a&amp;#60;b</code></p>"),
        ("&#60;b&#62;", "<p>&lt;b&gt;</p>"),
    ],
)
def test_each_sign_that_html_reads_is_escaped(body: str, html: str) -> None:
    """One sign alone, typed or told by an entity, is enough for the texts to be escaped."""
    assert render(body, as_written).html == html

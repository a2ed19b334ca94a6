"""A fragment shows its view, escapes what is not HTML, and fails when it asks for too much."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from markupsafe import Markup, escape

from generator.pages.fragments import FragmentError, Fragments


@dataclass(frozen=True)
class Said:
    """A view with something to say."""

    text: str | Markup
    count: int = 7556


def render(template: str, view: object) -> Markup:
    """One template rendered alone."""
    return Fragments({"a.html": template}).render("a.html", view)


def test_plain_text_is_escaped_and_html_is_not() -> None:
    """A text is escaped between tags and in attributes; only what is marked as HTML is not."""
    template = '<p title="{{ view.text }}">{{ view.text }}</p>'

    assert render(template, Said("<b>\"x\" & 'y'</b>")) == (
        '<p title="&lt;b&gt;&#34;x&#34; &amp; &#39;y&#39;&lt;/b&gt;">'
        "&lt;b&gt;&#34;x&#34; &amp; &#39;y&#39;&lt;/b&gt;</p>"
    )
    assert render("{{ view.text }}", Said(Markup("<b>x</b>"))) == "<b>x</b>"


@pytest.mark.parametrize(
    "value",
    ["<a href=\"x\">&amp; 'y'</a>", Markup("<b>&amp;</b>"), 7, None, ("<i>", Markup("<i>"))],
)
def test_every_value_is_escaped_as_elsewhere(value: object) -> None:
    """A value becomes what markupsafe makes of it, in the template and in a macro it imports."""
    texts = {
        "a.html": "{% import 'b.html' as b %}{{ view.text }}|{{ b.told(view.text) }}",
        "b.html": "{% macro told(text) %}{{ text }}{% endmacro %}",
    }
    said = Said(value)  # type: ignore[arg-type]

    assert Fragments(texts).render("a.html", said) == f"{escape(value)}|{escape(value)}"


def test_templates_know_the_base_and_how_numbers_are_written() -> None:
    """Addresses begin with the mark of the base; numbers are written the Vietnamese way."""
    html = render('<a href="{{ base }}mo-hinh/">{{ view.count | number }}</a>', Said(""))

    assert html == '<a href="@@base@@mo-hinh/">7.556</a>'


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ view.khong }}", "Mẫu trang a.html: .*khong"),
        ("{{ khong }}", "Mẫu trang a.html: 'khong' is undefined"),
        ("{% if view.khong %}x{% endif %}", "Mẫu trang a.html: .*khong"),
        ("a\n{% if %}", "Mẫu trang a.html, dòng 2: "),
        ("{% import 'b.html' as b %}", "Mẫu trang a.html: b.html"),
    ],
)
def test_a_name_that_is_not_there_is_an_error(template: str, told: str) -> None:
    """A misspelt name never renders as nothing: the template and the name are told."""
    with pytest.raises(FragmentError, match=told):
        render(template, Said(""))


def test_a_fault_in_a_shared_part_names_that_part() -> None:
    """When the fault stands in an imported template, its own name and line are told."""
    texts = {"a.html": "{% import 'b.html' as b %}", "b.html": "\n\n{% for %}"}

    with pytest.raises(FragmentError, match=r"Mẫu trang b\.html, dòng 3: "):
        Fragments(texts).render("a.html", Said(""))

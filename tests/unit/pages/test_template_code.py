"""Templates become plain Python, and show what Jinja's own way would show."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, TemplateSyntaxError
from markupsafe import Markup

from generator.pages.template_code import PlainCode, PlainTemplate, html

_MACROS = (
    "{% macro icon(name) %}<svg {{ name }}>{% endmacro %}"
    "{% macro row(it, tone) %}<b {{ tone }}>{{ icon(it.text) }}{{ it.count }}</b>{% endmacro %}"
)


def environment(texts: dict[str, str]) -> Environment:
    """Templates that are written and run in the plain way."""
    made = Environment(loader=DictLoader(texts), autoescape=True)
    made.code_generator_class = PlainCode
    made.template_class = PlainTemplate
    return made


def shown(template: str, **given: object) -> str:
    """What a template with the two macros shows."""
    return environment({"a": _MACROS + template}).get_template("a").render(**given)


def test_macros_show_as_jinja_shows_them() -> None:
    """Macros within macros and loops write the same HTML, escaped once."""
    template = _MACROS + "{% for it in all %}{{ row(it, loop.index) }}{% endfor %}"
    every = [SimpleNamespace(text="<a>&", count=7), SimpleNamespace(text=html("<i>"), count=None)]
    own = Environment(autoescape=True).from_string(template).render(all=every)

    assert environment({"a": template}).get_template("a").render(all=every) == own
    assert "&lt;a&gt;&amp;" in own
    assert "<svg <i>>" in own


def test_an_attribute_is_never_an_item() -> None:
    """A dictionary's keys are not looked into: a view either has the attribute or it is a fault."""
    with pytest.raises(AttributeError, match="text"):
        shown("{{ it.text }}", it={"text": "a"})
    assert shown('{{ it["text"] }}', it={"text": "a"}) == "a"


@pytest.mark.parametrize("call", ['icon(name="a")', "icon(*all)", "icon(**all)"])
def test_a_macro_is_called_with_values_in_order(call: str) -> None:
    """Names and stars in a call are refused when the template is read, with its line."""
    with pytest.raises(TemplateSyntaxError, match="in order") as refused:
        shown("\n{{ " + call + " }}", all=[])
    assert refused.value.lineno == 2


def test_what_a_macro_writes_is_html() -> None:
    """A text marked as HTML is a ``Markup``, and passes as it is."""
    assert type(html("<b>")) is Markup
    assert shown("{{ icon(1) }}") == "<svg 1>"

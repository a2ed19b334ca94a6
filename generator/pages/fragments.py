"""A view and a template become HTML.

The templates are handed in as texts: this module reads no disk. Everything is escaped
unless its type says that it is HTML already, and a name a view does not have is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import (
    DictLoader,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup, escape

from generator.core.vietnamese import number
from generator.pages.entry_parts import BASE


class FragmentError(ValueError):
    """A template cannot be used, or asks for what its view does not have; the text says which."""


try:
    from markupsafe._speedups import _escape_inner as _escaped
except ImportError:  # Only the quickest way to the same text: any release may hide it.
    _escaped = escape


def _shown(value: object) -> str:
    """What ``escape`` makes of a value, without wrapping it or copying what is HTML already.

    A page shows some 250 values, so that this is a quarter of the cost of filling a template.
    """
    if type(value) is str:
        return _escaped(value)
    return value if type(value) is Markup else escape(value)


class _Template(Template):
    """A template that shows its values by ``_shown``."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - so Jinja calls it
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = _shown
        return made


class Fragments:
    """The fragment templates, compiled once."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._environment = Environment(
            loader=DictLoader(templates),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        self._environment.template_class = _Template
        self._environment.globals["base"] = Markup(BASE)  # noqa: S704 - a constant
        self._environment.filters["number"] = number

    def render(self, name: str, view: object) -> Markup:
        """The fragment ``name`` showing ``view``; addresses still begin with ``BASE``.

        Raises ``FragmentError``.
        """
        try:
            html = self._environment.get_template(name).render(view=view)
        except TemplateSyntaxError as error:
            told = f"{error.name}, dòng {error.lineno}: {error.message}"
            raise FragmentError(f"Mẫu trang {told}") from error
        except TemplateError as error:
            raise FragmentError(f"Mẫu trang {name}: {error.message}") from error
        return Markup(html)  # noqa: S704 - autoescaped by the template

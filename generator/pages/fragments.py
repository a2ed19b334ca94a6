"""A view and a template become HTML.

The templates are handed in as texts: this module reads no disk. Everything is escaped
unless its type says that it is HTML already, and a name a view does not have is an error.
"""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from generator.core.vietnamese import number
from generator.pages.entry_parts import BASE


class FragmentError(ValueError):
    """A template cannot be used, or asks for what its view does not have; the text says which."""


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
        self._environment.globals["base"] = BASE
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

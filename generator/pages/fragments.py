"""A view and a template become HTML.

The templates are handed in as texts: this module reads no disk. Everything is escaped
unless its type says that it is HTML already, and a name a view does not have is an error.
"""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.runtime import new_context
from markupsafe import Markup

from generator.core.vietnamese import number
from generator.pages.entry_parts import BASE
from generator.pages.template_code import PlainCode, PlainTemplate, html


class FragmentError(ValueError):
    """A template cannot be used, or asks for what its view does not have; the text says which."""


class Fragments:
    """The fragment templates, compiled once."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        # Some sixty addresses on a page begin with it: put in before the templates are compiled,
        # it is part of the text around it.
        texts = {name: text.replace("{{ base }}", BASE) for name, text in templates.items()}
        self._environment = Environment(
            loader=DictLoader(texts),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        self._environment.code_generator_class = PlainCode
        self._environment.template_class = PlainTemplate
        self._environment.globals["base"] = Markup(BASE)  # noqa: S704 - a constant
        self._environment.filters["number"] = number
        self._names = dict(self._environment.globals)

    def render(self, name: str, view: object) -> Markup:
        """The fragment ``name`` showing ``view``; addresses still begin with ``BASE``.

        Raises ``FragmentError``.
        """
        try:
            template = self._environment.get_template(name)
            # With all names handed in Jinja need not gather and compare them for every page.
            names = {**self._names, "view": view}
            context = new_context(self._environment, name, template.blocks, names, shared=True)
            text = "".join(template.root_render_func(context))
        except TemplateSyntaxError as error:
            told = f"{error.name}, dòng {error.lineno}: {error.message}"
            raise FragmentError(f"Mẫu trang {told}") from error
        except (TemplateError, AttributeError) as error:
            raise FragmentError(f"Mẫu trang {name}: {error}") from error
        return html(text)

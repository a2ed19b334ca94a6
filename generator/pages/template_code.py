"""How the templates of fragments become Python: plain attributes, plain calls, cheap escaping.

Jinja asks at every point whether a value might be an item instead of an attribute, a macro might
want its context, a text might have a protocol of its own. Our templates know what they are given
(a test holds them to it), and a page asks some 500 times: without it a template costs half.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from functools import partial
from types import CodeType
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as _escaped
except ImportError:  # Only the quickest way to the same text: any release may hide it.
    _escaped = escape

html: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Marks a text as HTML, without asking it first whether it has another form as HTML."""


class PlainCode(CodeGenerator):
    """Writes ``view.name`` and ``icon("share")`` as Python has them."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - so Jinja calls it
        """An attribute is never an item; what a value does not have is an ``AttributeError``."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - so Jinja calls it
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Only macros are called, with nothing but values in their order."""
        if node.kwargs or node.dyn_args or node.dyn_kwargs or forward_caller:
            self.fail("a macro takes its values in order, without names", node.lineno)
        self.visit(node.node, frame)
        self.write("(")
        for each in node.args:
            self.visit(each, frame)
            self.write(", ")
        self.write(")")


class PlainTemplate(Template):
    """A template whose code shows values by ``_shown`` and has functions for macros."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - so Jinja calls it
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """As Jinja makes it, but for two names that its code uses."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__.update(escape=_shown, Macro=_macro)
        return made


def _shown(value: object) -> str:
    """What ``escape`` makes of a value, without wrapping it or copying what is HTML already."""
    if type(value) is str:
        return _escaped(value)
    if type(value) is int:
        return str(value)
    return value if type(value) is Markup else escape(value)


def _macro(
    environment: Environment,
    write: Callable[..., str],
    name: str,
    arguments: Sequence[str],
    *_: bool,
) -> Callable[..., Markup]:
    """A macro is the function that Jinja has made of its body; what it writes is HTML."""

    def macro(*values: object) -> Markup:
        return html(write(*values))

    return macro

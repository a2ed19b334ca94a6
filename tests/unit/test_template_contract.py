"""The views and the fragment templates agree: nothing asked for in vain, nothing offered in vain.

The templates' own syntax trees are walked with the types that the views declare, through
loops and macros, so that a branch which no entry reaches yet is held to the contract too.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from jinja2 import Environment, nodes

from generator.pages import (
    body_views,
    follow_views,
    list_views,
    model_views,
    numbers_views,
    plan_views,
    spread_views,
    tree_views,
    views,
)

ROOT = Path(__file__).parents[2]
FRAGMENTS = ROOT / "theme/fragments"
VIEWS: Mapping[str, type] = {
    "bodies.html": body_views.BodiesView,
    "body.html": body_views.BodyView,
    "calendar.html": follow_views.CalendarView,
    "compare.html": body_views.CompareView,
    "data.html": list_views.DataView,
    "home.html": list_views.HomeView,
    "forest.html": spread_views.ForestView,
    "list.html": list_views.ListView,
    "model.html": model_views.ModelView,
    "numbers.html": numbers_views.NumbersView,
    "plan.html": plan_views.PlanView,
    "plans.html": list_views.PlansView,
    "row.html": views.Card,
    "spread.html": spread_views.SpreadView,
    "terms.html": list_views.TermsView,
}
"""What each template is given as ``view``."""

MODULES = (
    views,
    body_views,
    follow_views,
    list_views,
    model_views,
    numbers_views,
    plan_views,
    spread_views,
    tree_views,
)

ELSEWHERE = {("PlanRow", "tasks"): "generator/search_data.py"}
"""Fields that no template shows because another part of the site does."""

Types = Mapping[str, Any]


@dataclass(frozen=True)
class Loop:
    """What a loop knows of itself."""

    last: bool


@dataclass
class Walk:
    """A walk through the templates: what was asked of which view, and what cannot be answered."""

    texts: Mapping[str, str]
    asked: set[tuple[str, str]] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def template(self, name: str, view: type) -> None:
        """Walk a template that is given a view."""
        self._body(self._tree(name).body, {"view": view, "base": str}, name)

    def _tree(self, name: str) -> nodes.Template:
        return tree(self.texts[name])

    def _body(self, body: list[Any], known: Types, where: str) -> None:
        held = dict(known)
        for node in body:
            match node:
                case nodes.Import():
                    held[node.target] = self._tree(node.template.value)
                case nodes.Macro():
                    held[node.name] = node
                case nodes.Assign():
                    held[node.target.name] = self._type(node.node, held, where)
                case _:
                    self._statement(node, held, where)

    def _statement(self, node: Any, known: Types, where: str) -> None:
        match node:
            case nodes.For():
                item = part_of(self._type(node.iter, known, where))
                if item is None:
                    self.faults.append(f"{where}:{node.lineno}: the loop runs over no tuple")
                self._body(node.body, {**known, node.target.name: item, "loop": Loop}, where)
                self._body(node.else_, known, where)
            case nodes.If():
                self._type(node.test, known, where)
                for branch in (node.body, node.elif_, node.else_):
                    self._body(branch, known, where)
            case nodes.Output():
                for each in node.nodes:
                    self._type(each, known, where)
            case _:
                told = type(node).__name__
                self.faults.append(f"{where}:{node.lineno}: {told} is not known here")

    def _type(self, node: Any, known: Types, where: str) -> Any:
        match node:
            case nodes.Name():
                if node.name not in known:
                    self.faults.append(f"{where}:{node.lineno}: nothing is called {node.name}")
                return known.get(node.name)
            case nodes.Getattr():
                return self._attribute(self._type(node.node, known, where), node.attr, node, where)
            case nodes.Getitem(arg=nodes.Const(value=str(name))):
                return self._attribute(self._type(node.node, known, where), name, node, where)
            case nodes.Call():
                return self._call(node, known, where)
            case nodes.CondExpr():
                self._type(node.test, known, where)
                other = self._type(node.expr2, known, where) if node.expr2 else None
                return self._type(node.expr1, known, where) or other
            case nodes.TemplateData() | nodes.Const():
                return str
        for child in node.iter_child_nodes():
            self._type(child, known, where)
        return str

    def _attribute(self, owner: Any, name: str, node: nodes.Node, where: str) -> Any:
        if isinstance(owner, nodes.Template):
            return next((m for m in owner.find_all(nodes.Macro) if m.name == name), None)
        known = attributes(owner) if is_dataclass(owner) else {}
        if name not in known:
            told = getattr(owner, "__name__", owner)
            self.faults.append(f"{where}:{node.lineno}: {told} has no {name}")
            return None
        self.asked.add((owner.__name__, name))
        return known[name]

    def _call(self, node: nodes.Call, known: Types, where: str) -> Any:
        macro = self._type(node.node, known, where)
        given = [self._type(each, known, where) for each in node.args]
        if not isinstance(macro, nodes.Macro):
            self.faults.append(f"{where}:{node.lineno}: what is called is no macro")
            return None
        if len(given) != len(macro.args):
            self.faults.append(f"{where}:{node.lineno}: {macro.name} takes {len(macro.args)}")
        # By template, not by the way through its macros: a macro may call itself.
        visit = (macro.name, where.partition(" in ")[0], *map(str, given))
        if visit not in self._seen:
            self._seen.add(visit)
            shared = {m.name: m for m in self._tree("parts.html").find_all(nodes.Macro)}
            names = dict(zip((each.name for each in macro.args), given, strict=False))
            inner = {**shared, **known, **names, "base": str}
            self._body(macro.body, inner, f"{where} in {macro.name}")
        return str


@cache
def tree(text: str) -> nodes.Template:
    """The syntax tree of a template."""
    return Environment(autoescape=True).parse(text)


@cache
def attributes(view: type) -> Mapping[str, Any]:
    """The fields and properties of a view, with their types."""
    found: dict[str, Any] = {name: bare(hint) for name, hint in get_type_hints(view).items()}
    for name, held in inspect.getmembers(view, lambda each: isinstance(each, property)):
        found[name] = bare(get_type_hints(held.fget)["return"])
    return found


def bare(hint: Any) -> Any:
    """A type without ``None``."""
    if get_origin(hint) in (Union, UnionType):
        (one,) = [each for each in get_args(hint) if each is not type(None)]
        return one
    return hint


def part_of(hint: Any) -> Any:
    """The type of the items of ``tuple[X, ...]``; nothing for other types."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def templates() -> dict[str, str]:
    """The fragment templates by name."""
    return {file.name: file.read_text("utf-8") for file in sorted(FRAGMENTS.glob("*.html"))}


def walked(texts: Mapping[str, str]) -> Walk:
    """The walk through all templates."""
    walk = Walk(texts)
    for name, view in VIEWS.items():
        walk.template(name, view)
    return walk


def declared() -> Iterator[tuple[str, str]]:
    """Every field of every view."""
    for module in MODULES:
        for name, view in inspect.getmembers(module, is_dataclass):
            yield from ((name, each.name) for each in fields(view))


def test_every_template_is_under_contract() -> None:
    """Each fragment template has a view of its own, but the one that holds the shared parts."""
    assert templates().keys() == {*VIEWS, "parts.html"}


def test_templates_ask_only_for_what_views_have() -> None:
    """Every name a template asks of a view exists on it, through all loops and macros."""
    assert walked(templates()).faults == []


def test_every_field_of_every_view_is_shown() -> None:
    """No view offers a field that no template shows."""
    asked = walked(templates()).asked
    unused = set(declared()) - asked

    assert len(asked) > 90
    assert unused == set(ELSEWHERE)
    for (_, name), file in ELSEWHERE.items():
        assert f".{name}" in (ROOT / file).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "wrong", "told"),
    [
        ("plans.html", "{{ view.khong_co }}", "PlansView has no khong_co"),
        ("plans.html", "{% for x in view.rows %}{{ x.khong }}{% endfor %}", "PlanRow has no khong"),
        ("plans.html", '{{ view["khong"] }}', "PlansView has no khong"),
        ("plans.html", "{% if view.rows and not view.khong %}{% endif %}", "has no khong"),
        ("plans.html", "{{ khong }}", "nothing is called khong"),
        ("model.html", "{{ part.card(view.foot) }}", "EntryFoot has no"),
        ("model.html", "{{ part.card(view.foot, 1) }}", "card takes 1"),
        ("model.html", "{{ part.khong(view.foot) }}", "what is called is no macro"),
        ("model.html", "{% for x in view.name %}{{ x }}{% endfor %}", "loop runs over no tuple"),
        ("model.html", "{{ view.name.khong }}", "has no khong"),
        ("model.html", "{% set x = view.foot %}{{ x.khong }}", "EntryFoot has no khong"),
        ("model.html", "{{ view.name if view.khong else 1 }}", "ModelView has no khong"),
        ("model.html", "{{ view.sections | join(view.khong) }}", "ModelView has no khong"),
    ],
)
def test_a_broken_contract_would_be_found(name: str, wrong: str, told: str) -> None:
    """The walk tells of a name that does not exist, wherever it is asked for."""
    texts = templates()
    texts[name] += wrong

    assert any(told in fault for fault in walked(texts).faults)

"""Parsed data and its marks become a value, or every problem in it.

pydantic says what is wrong and at which path; the marks say where that path stands
in the file. Joining the two gives a place for each fault, all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.core.front_matter import Data, FrontMatter, KeyPath
from generator.core.problems import Problem, problem
from generator.core.sentences import SENTENCES
from generator.core.vietnamese import nearest

Shape = TypeVar("Shape", bound=BaseModel)

_WRITTEN: Mapping[type, str] = {dict: "một nhóm khóa", list: "một danh sách", str: "một đoạn chữ"}
_TEXT = ("một đoạn chữ", "Chỉ viết một giá trị, ngay sau dấu hai chấm.")
_ITEM = ("một đoạn chữ", "Chỉ viết một giá trị, ngay sau dấu gạch đầu dòng.")
_GROUP = ("một nhóm khóa", "Viết các khóa con ở dưới, thụt vào hai dấu cách: {keys}.")
_EXPECTED = {
    "tuple_type": ("một danh sách", "Viết mỗi mục một dòng, bắt đầu bằng “- ”."),
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
}


def check(
    shape: type[Shape], matter: FrontMatter, context: Mapping[str, Any] | None = None
) -> tuple[Shape | None, tuple[Problem, ...]]:
    """``matter`` as a ``shape``; ``None`` with the problems when it is not one.

    ``context`` is handed to the field types: ``{"vocabulary": Vocabulary}``.
    An empty key is a problem, but does no harm where the key is optional.
    """
    blanks = [_blank(matter, path) for path in _blank_paths(matter.data, ())]
    problems = [found for found in blanks if found]
    try:
        return shape.model_validate(dict(matter.data), context=context), tuple(problems)
    except ValidationError as error:
        errors = [each for each in error.errors(include_url=False) if _is_news(matter, each)]
        meant = _keys_meant(shape, errors)
        found = [_problem(shape, matter, each, meant) for each in errors]
        return None, (*problems, *(each for each in found if each))


def _blank_paths(data: Mapping[str, Data] | list[Data], path: KeyPath) -> Iterator[KeyPath]:
    """Every place where a value was left out."""
    for step, value in data.items() if isinstance(data, Mapping) else enumerate(data):
        if value is None:
            yield (*path, step)
        elif not isinstance(value, str):
            yield from _blank_paths(value, (*path, step))


def _blank(matter: FrontMatter, path: KeyPath) -> Problem | None:
    if _is_unread(matter, path):
        return None
    return problem("empty-value", matter.key_place(*path), what=_named(path))


def _is_unread(matter: FrontMatter, path: KeyPath) -> bool:
    return any(path[:length] in matter.unread for length in range(1, len(path) + 1))


def _is_news(matter: FrontMatter, error: ErrorDetails) -> bool:
    """Whether nothing has been said of it: not while reading, nor of an empty key or item."""
    kind, given = error["type"], error["input"]
    is_told = (given is None and kind != "missing") or (kind == "too_short" and given)
    return not is_told and not _is_unread(matter, error["loc"])


def _keys_meant(shape: type[BaseModel], errors: Sequence[ErrorDetails]) -> Mapping[KeyPath, str]:
    """For each unknown key the known one that was probably meant."""
    return {
        error["loc"]: nearest(str(error["loc"][-1]), _fields_at(shape, error["loc"][:-1])) or ""
        for error in errors
        if error["type"] == "extra_forbidden"
    }


def _problem(
    shape: type[BaseModel],
    matter: FrontMatter,
    error: ErrorDetails,
    meant: Mapping[KeyPath, str],
) -> Problem | None:
    path, kind = error["loc"], error["type"]
    key, context = str(path[-1]), error.get("ctx", {})
    if kind == "missing":
        if any(near == key and at[:-1] == path[:-1] for at, near in meant.items()):
            return None  # it is there, misspelt, and told of as an unknown key
        title = _fields_at(shape, path[:-1])[key].title
        label = f" ({title})" if title else ""
        return problem("missing-key", matter.key_place(*path[:-1]), key=key, label=label)
    if kind == "extra_forbidden":
        known = "" if meant[path] else ", ".join(_fields_at(shape, path[:-1]))
        detail = {"key": key, "nearest": meant[path], "known": known}
        return problem("unknown-key", matter.key_place(*path), **detail)
    if kind in ("too_short", "empty-value"):
        code = "too-few" if kind == "too_short" else kind
        return problem(code, matter.key_place(*path), what=_named(path))
    if kind == "too_long":
        size = context.get("actual_length") or len(error["input"])
        counts = {"size": size, "limit": context["max_length"]}
        return problem("too-many", matter.key_place(*path), what=_named(path), **counts)
    if kind in SENTENCES and kind != "wrong-type":
        return problem(kind, matter.value_place(*path), **{"what": _named(path), **context})
    return _wrong_type(shape, matter, error)


def _wrong_type(shape: type[BaseModel], matter: FrontMatter, error: ErrorDetails) -> Problem:
    path = error["loc"]
    expected, advice = _EXPECTED.get(error["type"], _ITEM if isinstance(path[-1], int) else _TEXT)
    detail = {
        "what": _named(path),
        "expected": error.get("ctx", {}).get("expected", expected),
        "found": _WRITTEN.get(type(error["input"]), "kiểu khác"),
        "advice": advice.format(keys=", ".join(_fields_at(shape, path))),
    }
    return problem("wrong-type", matter.value_place(*path), **detail)


def _named(path: KeyPath) -> str:
    """The key at a path, or the key whose list the path is in."""
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    return f"“{key}”" if path and path[-1] == key else f"Mục của “{key}”"


def _fields_at(shape: type[BaseModel], path: KeyPath) -> Mapping[str, FieldInfo]:
    """The keys that may be written at this path."""
    for step in path:
        if isinstance(step, int):
            continue
        field = _fields(shape).get(step)
        inner = _models_in(field.annotation) if field else []
        if not inner:
            return {}
        shape = inner[0]
    return _fields(shape)


def _fields(shape: type[BaseModel]) -> Mapping[str, FieldInfo]:
    return {field.alias or name: field for name, field in shape.model_fields.items()}


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in getattr(annotation, "__args__", ()) for found in _models_in(part)]

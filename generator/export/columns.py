"""What one column of the open data is called, means and holds.

A column that copies a field takes its label and meaning from the field's own definition in
`core.entries`, so that the data page, the tables and the editors' guide cannot disagree.
This module knows nothing of files or formats.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.core.dates import PartialDate

Value: TypeAlias = "str | int | bool | tuple[str, ...] | None"
"""What a cell may hold; ``None`` where the entry says nothing."""


class ColumnType(StrEnum):
    """The kind of value, named as on the data page."""

    TEXT = "chữ"
    INTEGER = "số nguyên"
    TRUTH = "đúng/sai"
    DATE = "ngày, tháng hoặc năm"
    LIST = "danh sách"
    URL = "địa chỉ"


@dataclass(frozen=True)
class Column:
    """One column, as the data page and the data package describe it."""

    name: str
    """In CSV and JSON: ``province_then``."""

    title: str
    """The Vietnamese label."""

    meaning: str
    type: ColumnType
    key: str = ""
    """The key in the content (``dia_ban.tinh``); empty for what is worked out."""

    vocabulary: str = ""
    """The closed list its ids belong to, if it holds ids."""


def field_column(
    shape: type[BaseModel],
    path: str,
    *,
    name: str = "",
    meaning: str = "",
    holds: ColumnType | None = None,
    is_term: bool = False,
) -> Column:
    """The column of the field at ``path``, attribute names joined by dots.

    ``name`` is by default the attribute's own; ``meaning`` the field's description;
    ``holds`` what its annotation says. The closed list of a term is named as its key is.
    Raises KeyError when ``shape`` has no such field.
    """
    fields = _fields(shape, path)
    field = fields[-1]
    return Column(
        name=name or path.rpartition(".")[2],
        title=" – ".join(str(each.title) for each in fields),
        meaning=meaning or str(field.description),
        type=holds or _type(field.annotation),
        key=".".join(str(each.alias) for each in fields),
        vocabulary=str(field.alias) if is_term else "",
    )


def _fields(shape: type[BaseModel], path: str) -> list[FieldInfo]:
    """The definitions along a path, outermost first."""
    found = []
    for step in path.split("."):
        field = shape.model_fields[step]
        found.append(field)
        shape = group_in(field.annotation) or shape
    return found


def group_in(annotation: Any) -> type[BaseModel] | None:
    """The group of fields that a field holds, alone or in a list; ``None`` for plain values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, (group_in(part) for part in get_args(annotation))), None)


_TYPES: tuple[tuple[type, ColumnType], ...] = (
    (tuple, ColumnType.LIST),
    (bool, ColumnType.TRUTH),
    (int, ColumnType.INTEGER),
    (PartialDate, ColumnType.DATE),
)


def _type(annotation: Any) -> ColumnType:
    held = _unwrapped(annotation)
    return next((kind for python, kind in _TYPES if python in held), ColumnType.TEXT)


def _unwrapped(annotation: Any) -> set[Any]:
    """Every type named in an annotation; a tuple's items do not count."""
    origin = getattr(annotation, "__origin__", annotation)
    if origin is tuple:
        return {tuple}
    return {origin}.union(*(_unwrapped(part) for part in get_args(annotation)))

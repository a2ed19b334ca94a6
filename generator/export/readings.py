"""How a column is read from an entry and what is known around it.

A reading joins a column's description to the function that fills it, so that no column can be
documented and left empty, or filled and left undocumented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from generator.core.catalogue import Catalogue, Item, ModelItem
from generator.core.dates import PartialDate
from generator.core.entries import Entry
from generator.core.links import Links
from generator.core.routes import entry_url
from generator.core.taxonomy import Vocabulary
from generator.export import wording
from generator.export.columns import Column, ColumnType, Value, field_column

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Surroundings:
    """What a record says about an entry that the entry itself does not."""

    catalogue: Catalogue
    links: Links
    base_url: str
    """The address of the home page, ending in a slash."""

    completeness: Callable[[ModelItem], int | None]
    """How much of what a reader needs a model tells, in per cent."""


Read = Callable[[Item[E], Surroundings], Value]


@dataclass(frozen=True)
class Reading(Generic[E]):
    """A column and how to fill it."""

    column: Column
    read: Read[E]


def stated(
    shape: type[E], path: str, *, name: str = "", meaning: str = "", is_term: bool = False
) -> Reading[E]:
    """A field exactly as the entry states it; dates in ISO form."""
    get = _getter(path)
    column = field_column(shape, path, name=name, meaning=meaning, is_term=is_term)
    absent: Value = () if column.type is ColumnType.LIST else None

    def read(item: Item[E], _: Surroundings) -> Value:
        value = get(item.entry)
        if value is None:
            return absent
        return value.iso if isinstance(value, PartialDate) else value

    return Reading(column, read)


def termed(
    shape: type[E], path: str, *, meaning: str = "", names: str = ""
) -> tuple[Reading[E], Reading[E]]:
    """A field that holds terms: a column of ids and, called ``names``, one of their names."""
    ids = stated(shape, path, is_term=True, meaning=meaning)
    title = f"{ids.column.title} (tên)"
    name = names or f"{ids.column.name}_name"
    explained = f"Tên gọi của mã ở cột {ids.column.name}"

    def read(item: Item[E], around: Surroundings) -> Value:
        held = ids.read(item, around)
        if isinstance(held, tuple):
            return tuple(_term_name(ids.column, each, around) for each in held)
        return _term_name(ids.column, str(held), around) if held else None

    return ids, Reading(Column(name, title, explained, ids.column.type), read)


def told(
    shape: type[E], path: str, tell: Callable[[Any, Vocabulary], str], meaning: str
) -> Reading[E]:
    """A list of groups of fields, each told in one line of text."""
    get = _getter(path)
    column = field_column(shape, path, meaning=meaning)
    return Reading(
        column,
        lambda item, around: tuple(
            tell(each, around.catalogue.vocabulary) for each in get(item.entry)
        ),
    )


def worked_out(name: str, title: str, meaning: str, holds: ColumnType, read: Read[E]) -> Reading[E]:
    """A column that no single field holds."""
    return Reading(Column(name, title, meaning, holds), read)


def identity(shape: type[E]) -> tuple[Reading[E], ...]:
    """What an entry is called and where it stands on the site."""
    return (
        worked_out(
            "slug", "Mã", "Tên tệp, cũng là phần cuối của địa chỉ; không đổi và không trùng",
            ColumnType.TEXT, lambda item, _: item.slug,
        ),
        worked_out(
            "url", "Trang", "Địa chỉ đầy đủ của trang", ColumnType.URL,
            lambda item, around: around.base_url + entry_url(item.kind, item.slug),
        ),
        stated(shape, "name", meaning="Tên đầy đủ như nguồn viết"),
    )  # fmt: skip


def place(shape: type[E]) -> tuple[Reading[E], ...]:
    """Where it is, in the names of its time and of today."""
    return (
        stated(
            shape, "place.province", name="province_then",
            meaning="Tên tỉnh của thời ấy, có thể là tên trước 7/2025",
        ),
        worked_out(
            "province_now", "Tỉnh, thành phố hiện nay", "Tên tỉnh, thành phố hôm nay của nơi ấy",
            ColumnType.TEXT, lambda item, around: around.catalogue.place(item.entry).today.name,
        ),
        worked_out(
            "province_code", "Mã tỉnh, thành phố hiện nay",
            "Hai chữ số, theo danh mục đơn vị hành chính", ColumnType.TEXT,
            lambda item, around: around.catalogue.place(item.entry).today.code,
        ),
        stated(shape, "place.district", meaning="Tên huyện, quận; chỉ có trước 7/2025"),
        stated(shape, "place.commune", meaning="Tên xã, phường, thị trấn như nguồn viết"),
        stated(shape, "place.hamlet", meaning="Tên thôn, ấp, khu phố, tổ"),
        stated(shape, "place.year", name="place_year", meaning="Năm mà các tên trên còn dùng"),
    )  # fmt: skip


def sources(shape: type[E]) -> tuple[Reading[E], ...]:
    """What it rests on, and the addresses it once had."""
    meaning = "Mỗi nguồn: nhan đề – cơ quan, ngày, địa chỉ"
    return (
        told(shape, "sources", wording.citation, meaning),
        stated(shape, "former_slugs", meaning="Mã cũ; địa chỉ cũ vẫn chuyển về trang này"),
    )


def _term_name(column: Column, term_id: str, around: Surroundings) -> str:
    return around.catalogue.vocabulary.term(column.vocabulary, term_id).name


def _getter(path: str) -> Callable[[Entry], Any]:
    """Reads a path of attributes; ``None`` where a group on the way is absent."""
    outer, dot, inner = path.partition(".")
    get_outer = attrgetter(outer)
    if not dot:
        return get_outer
    get_inner = attrgetter(inner)

    def get(entry: Entry) -> Any:
        group = get_outer(entry)
        return None if group is None else get_inner(group)

    return get

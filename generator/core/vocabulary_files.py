"""What editors write in ``content/vocabulary/``, and how it becomes a ``Vocabulary``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from generator.core.field_types import (
    Due,
    Line,
    TermId,
    When,
    refuse,
    text,
    text_of,
)
from generator.core.front_matter import FrontMatter, KeyPath
from generator.core.model_groups import Citation
from generator.core.problems import Place, Problem, problem
from generator.core.salvage import salvage
from generator.core.taxonomy import (
    PROVINCES,
    FormerProvince,
    MovementDay,
    Province,
    Term,
    Vocabulary,
)
from generator.core.validation import check
from generator.core.vietnamese import key, nearest
from generator.core.vocabulary_bodies import BODIES, BodyRow, known_body, unknown_provinces

_KINDS = ("tinh", "thanh-pho")


def _kind(value: object) -> str:
    found = text_of(value, "một giá trị của danh mục")
    if found in _KINDS:
        return found
    detail = {"list": "loai", "choices": ", ".join(_KINDS), "nearest": nearest(found, _KINDS) or ""}
    raise refuse("unknown-term", value=found, **detail)


_Code = Annotated[str, text(40)]
_Kind = Annotated[str, PlainValidator(_kind)]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Term(_Row):
    ma: TermId
    ten: Line
    mo_ta: Annotated[str, text(600)] = ""
    ten_khac: tuple[Line, ...] = ()


class _Former(_Row):
    ten: Line
    loai: _Kind
    ten_khac: tuple[Line, ...] = ()
    den_ngay: When | None = None


class _Province(_Row):
    ma: _Code
    slug: TermId
    ten: Line
    loai: _Kind
    loai_tu_ngay: When | None = None
    loai_can_cu: _Code | None = None
    tu_ngay: When | None = None
    can_cu: _Code | None = None
    ten_khac: tuple[Line, ...] = ()
    truoc_day: tuple[_Former, ...] = ()


class _Resolution(_Row):
    ma: _Code
    ten: Line
    co_quan: Line
    ngay: When
    hieu_luc: When | None = None


class _Abbreviation(_Row):
    viet_tat: _Code
    day_du: Line
    khac: tuple[Line, ...] = ()


class _Day(_Row):
    ngay: Due
    ten: Line
    nguon: Annotated[tuple[Citation, ...], Field(min_length=1)]


class _Lists(_Row):
    """Every top-level key that a vocabulary file may hold."""

    linh_vuc: tuple[_Term, ...] = ()
    cap: tuple[_Term, ...] = ()
    loai: tuple[_Term, ...] = ()
    hinh_thuc: tuple[_Term, ...] = ()
    xay_dung: tuple[_Term, ...] = ()
    trang_thai: tuple[_Term, ...] = ()
    kinh_phi: tuple[_Term, ...] = ()
    dia_ban_phu_hop: tuple[_Term, ...] = ()
    nguoi_trong_anh: tuple[_Term, ...] = ()
    co_so_dang: tuple[_Term, ...] = ()
    ky: tuple[_Term, ...] = ()
    nghi_quyet: tuple[_Resolution, ...] = ()
    tinh: tuple[_Province, ...] = ()
    viet_tat: tuple[_Abbreviation, ...] = ()
    ngay: tuple[_Day, ...] = ()
    co_quan: tuple[BodyRow, ...] = ()


_OTHER_LISTS = ("nghi_quyet", "tinh", "viet_tat", "ngay", "co_quan")
_TERM_LISTS = tuple(name for name in _Lists.model_fields if name not in _OTHER_LISTS)


LISTS = (*_TERM_LISTS, PROVINCES)
"""The lists that entries take their terms from."""


def vocabulary(files: Iterable[FrontMatter]) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary that the files hold together, and every problem in them."""
    read: list[tuple[FrontMatter, _Lists]] = []
    problems: list[Problem] = []
    unsure: set[str] = set()
    for matter in files:
        rows, found = check(_Lists, matter)
        problems += found
        if rows is not None:
            read.append((matter, rows))
            continue
        unsure.update(matter.data)
        if remains := salvage(_Lists, matter, fill=False):
            read.append((remains[1], remains[0]))
    unsure.update(name for name in LISTS if not _rows(read, name))
    problems += _clashes(read)
    lists = {name: tuple(_term(row) for row in _rows(read, name)) for name in _TERM_LISTS}
    provinces = tuple(_province(row) for row in _rows(read, PROVINCES))
    short = {
        brief: row.day_du for row in _rows(read, "viet_tat") for brief in (row.viet_tat, *row.khac)
    }
    days = tuple(_day(row) for row in _rows(read, "ngay"))
    bodies = tuple(known_body(row) for row in _rows(read, BODIES))
    terms = Vocabulary(lists, provinces, short, frozenset(unsure), days, bodies)
    for matter, rows in read:
        problems += unknown_provinces(matter, rows.co_quan, terms)
    return terms, tuple(problems)


def _rows(read: Iterable[tuple[FrontMatter, _Lists]], name: str) -> list[Any]:
    return [row for _, rows in read for row in getattr(rows, name)]


def _term(row: _Term) -> Term:
    return Term(row.ma, row.ten, row.mo_ta, row.ten_khac)


def _day(row: _Day) -> MovementDay:
    cited = ((each.title, each.publisher, each.url or "") for each in row.nguon)
    return MovementDay(row.ngay, row.ten, tuple(cited))


def _former(row: _Former) -> FormerProvince:
    found = FormerProvince(row.ten, row.loai, row.ten_khac)
    return replace(found, until=row.den_ngay) if row.den_ngay else found


def _province(row: _Province) -> Province:
    former = tuple(_former(old) for old in row.truoc_day)
    return Province(
        row.ma,
        row.slug,
        row.ten,
        row.loai,
        row.tu_ngay,
        row.can_cu or "",
        row.ten_khac,
        former,
    )


def _clashes(read: Iterable[tuple[FrontMatter, _Lists]]) -> Iterator[Problem]:
    """Every id and every province's name that a row takes although another has it."""
    owners: dict[tuple[str, str], tuple[Place, Place]] = {}
    told: set[tuple[Place, str, str]] = set()
    for matter, rows in read:
        for name in _Lists.model_fields:
            for index, row in enumerate(getattr(rows, name)):
                own = matter.value_place(name, index)
                for path, group, word in _claims(name, row):
                    place = matter.value_place(name, index, *path)
                    first, owner = owners.setdefault((group, key(word)), (place, own))
                    if owner != own and (own, group, key(word)) not in told:
                        told.add((own, group, key(word)))
                        code = "province-name-twice" if group == _NAMES else "term-twice"
                        yield problem(code, place, value=word, first=f"{first.path}:{first.line}")


_NAMES = "tên tỉnh"


def _claims(name: str, row: Any) -> Iterator[tuple[KeyPath, str, str]]:
    """What a row wants for itself alone: where it is written, among what, and the word."""
    if name == "ngay":
        return
    if name == "viet_tat":
        yield ("viet_tat",), name, row.viet_tat
        return
    yield ("ma",), name, row.ma
    if name != PROVINCES:
        return
    yield ("slug",), "slug", row.slug
    yield ("ten",), _NAMES, row.ten
    for index, word in enumerate(row.ten_khac):
        yield ("ten_khac", index), _NAMES, word
    for index, old in enumerate(row.truoc_day):
        yield ("truoc_day", index, "ten"), _NAMES, old.ten
        for at, word in enumerate(old.ten_khac):
            yield ("truoc_day", index, "ten_khac", at), _NAMES, word

"""The kinds of value an editor can write, each with its own way to say no.

Scalars arrive as text (see ``front_matter``). A type either turns the text into a
value or raises a pydantic error whose type is a code of ``sentences``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from generator.core import slips
from generator.core import written_forms as forms
from generator.core.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    Deadline,
    Moment,
    PartialDate,
    is_date_like,
    parse_deadline,
    parse_moment,
)
from generator.core.taxonomy import PROVINCES
from generator.core.vietnamese import nearest, number, slug
from generator.core.written_forms import Form, told

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 80
_URL = re.compile(r'https?://[^\s<>"\\^`{|}]+\.[^\s<>"\\^`{|}]+')
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"[+(]?\d[\d .()-]{6,14}\d")
_IMAGE = re.compile(
    r"[\w-][\w.-]*(?:/[\w-][\w.-]*)*\.(?:[Jj][Pp][Ee]?[Gg]|[Pp][Nn][Gg]|[Ww][Ee][Bb][Pp])", re.ASCII
)
_DECIMAL = re.compile(r"-?\d+[.,]\d+")

_DATE = "2025, 2025-10 hoặc 2025-10-15"
_YEARS = {"first": FIRST_YEAR, "last": LAST_YEAR}

T = TypeVar("T")


def refuse(code: str, **detail: object) -> PydanticCustomError:
    """The error to raise for a value that breaks the rule ``code`` names."""
    return PydanticCustomError(code, code, dict(detail))


def text_of(value: object, expected: str) -> str:
    """The value as trimmed text, or the error of one that holds none."""
    if value is None:
        raise refuse("empty-value")
    if not isinstance(value, str):
        raise refuse("wrong-type", expected=expected)
    if not value.strip():
        raise refuse("empty-value")
    return value.strip()


def text(limit: int) -> PlainValidator:
    """For text of at most ``limit`` characters, trimmed and never empty."""

    def check(value: object) -> str:
        found = text_of(value, "một đoạn chữ")
        if len(found) > limit:
            raise refuse("too-long", size=len(found), limit=limit)
        return found

    return PlainValidator(check, json_schema_input_type=told(forms.line(limit), "empty-value"))


def _reads(
    parse: Callable[[str], T],
    written: Form,
    code: str,
    expected: str,
    meant: Callable[[str], str] = lambda _: "",
    **detail: object,
) -> PlainValidator:
    """For what ``parse`` accepts, which is ``written`` so; ``meant`` mends what it refuses."""

    def check(value: object) -> T:
        found = text_of(value, expected)
        try:
            return parse(found)
        except ValueError:
            offer = meant(found)
        try:
            parse(offer)
        except ValueError:
            offer = ""
        right = "impossible-date" if code == "not-a-date" and is_date_like(found) else code
        raise refuse(right, value=found, nearest=offer, **detail)

    return PlainValidator(check, json_schema_input_type=told(written, code, **detail))


def _dates(
    parse: Callable[[str], T], written: Form, meant: Callable[[str], str], form: str
) -> PlainValidator:
    return _reads(parse, written, "not-a-date", "một ngày", meant, form=form, **_YEARS)


def _matches(
    pattern: re.Pattern[str], code: str, expected: str, meant: Callable[[str], str] = lambda _: ""
) -> PlainValidator:
    def parse(value: str) -> str:
        if not pattern.fullmatch(value):
            raise ValueError(value)
        return value

    return _reads(parse, forms.matching(pattern), code, expected, meant)


def _year(value: str) -> int:
    if not re.fullmatch(r"\d{4}", value, re.ASCII):
        raise ValueError(value)
    if not FIRST_YEAR <= int(value) <= LAST_YEAR:
        raise ValueError(value)
    return int(value)


def _whole(value: str) -> int:
    if not re.fullmatch(r"\d{1,15}", value, re.ASCII):
        raise ValueError(value)
    return int(value)


def _truth(value: str) -> bool:
    return {"true": True, "false": False}[value] if value in ("true", "false") else _no(value)


def _no(value: str) -> bool:
    raise ValueError(value)


Line = Annotated[str, text(300)]
Paragraph = Annotated[str, text(1500)]
Year = Annotated[int, _reads(_year, forms.YEAR, "not-a-year", "một năm", **_YEARS)]
Whole = Annotated[int, _reads(_whole, forms.WHOLE, "not-a-number", "một số nguyên", slips.whole)]
Truth = Annotated[
    bool, _reads(_truth, forms.TRUTH, "not-true-false", "true hoặc false", slips.truth)
]
When = Annotated[PartialDate, _dates(PartialDate.parse, forms.DATE, slips.date, _DATE)]
At = Annotated[
    Moment,
    _dates(parse_moment, forms.MOMENT, slips.date, f"{_DATE}; nhiều năm thì 2011–2015"),
]
Due = Annotated[
    Deadline,
    _dates(parse_deadline, forms.DEADLINE, slips.deadline, f"{_DATE}; hằng năm thì '--03-31'"),
]
Url = Annotated[str, _matches(_URL, "bad-url", "một địa chỉ trang web", slips.address)]
Email = Annotated[str, _matches(_EMAIL, "bad-email", "một địa chỉ thư điện tử")]
Phone = Annotated[str, _matches(_PHONE, "bad-phone", "một số điện thoại")]
Slug = Annotated[str, _matches(SLUG, "bad-slug-reference", "tên của một tệp", slips.slug)]
TermId = Annotated[str, _matches(SLUG, "bad-id", "một mã", slug)]
ImagePath = Annotated[str, _matches(_IMAGE, "bad-image-path", "tên của một tệp ảnh", slips.picture)]


@dataclass(frozen=True)
class Amount:
    """A figure as the source gives it: a number, or words such as "hơn 62"."""

    text: str
    """For readers, in Vietnamese number style."""

    number: Decimal | None = None
    """The exact number, when the source gives one."""


def _amount(value: object) -> Amount:
    found = text_of(value, "một số hoặc vài chữ")
    if re.fullmatch(r"-?\d{1,15}", found, re.ASCII):
        return Amount(number(int(found)), Decimal(found))
    if _DECIMAL.fullmatch(found):
        whole, part = re.split(r"[.,]", found)
        if "." in found and len(part) == 3:
            raise refuse(
                "ambiguous-number", value=found, whole=whole + part, decimal=f"{whole},{part}"
            )
        exact = Decimal(f"{whole}.{part}")
        return Amount(number(exact), exact)
    if len(found) > 60:
        raise refuse("too-long", size=len(found), limit=60)
    return Amount(found)


AmountField = Annotated[
    Amount, PlainValidator(_amount, json_schema_input_type=told(forms.line(60), "empty-value"))
]


def term(list_name: str) -> PlainValidator:
    """For a term of the closed list ``list_name`` of the vocabulary in the context."""

    def check(value: object, info: ValidationInfo) -> str:
        found = text_of(value, "một giá trị của danh mục")
        vocabulary = info.context["vocabulary"] if info.context else None
        if vocabulary is None or vocabulary.allows(list_name, found):
            return found
        choices = vocabulary.ids(list_name)
        names = vocabulary.names(list_name)
        near = nearest(found, [*choices, *names])
        raise refuse(
            "unknown-term",
            value=found,
            list=list_name,
            choices=", ".join(choices),
            nearest=names.get(near or "", near or ""),
        )

    return PlainValidator(check, json_schema_input_type=told(forms.term(list_name)))


def _province(value: object, info: ValidationInfo) -> str:
    found = text_of(value, "tên tỉnh, thành phố")
    vocabulary = info.context["vocabulary"] if info.context else None
    if vocabulary is None:
        return found
    place = vocabulary.province(found)
    if place is None and PROVINCES in vocabulary.unsure:
        return found
    if place is None:
        known = [
            name
            for province in vocabulary.provinces
            for name in (province.name, *province.absorbed)
        ]
        raise refuse("unknown-province", value=found, nearest=nearest(found, known) or "")
    return str(place.name)


ProvinceName = Annotated[
    str, PlainValidator(_province, json_schema_input_type=told(forms.PROVINCE))
]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


ONE_OR_MANY = BeforeValidator(_as_list)
"""For a list that may be written as a single value, without the dash."""

"""Each kind of value an editor can write, and its own way to say no."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.core.field_types import (
    Amount,
    AmountField,
    Email,
    ImagePath,
    Line,
    Phone,
    ProvinceName,
    Slug,
    TermId,
    Truth,
    Url,
    When,
    Whole,
    Year,
    term,
)
from generator.core.sentences import SENTENCES
from generator.core.taxonomy import Vocabulary
from tests.unit.core.made import VOCABULARY

Term = Annotated[str, term("linh_vuc")]


def read(kind: Any, value: object, vocabulary: Vocabulary | None = VOCABULARY) -> Any:
    return TypeAdapter(kind).validate_python(value, context={"vocabulary": vocabulary})


def refusal(kind: Any, value: object) -> tuple[str, dict[str, Any]]:
    """The code a value is refused with, and the words of the case."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    (error,) = caught.value.errors()
    return error["type"], error.get("ctx", {})


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Line, "  Khu phố 2 ", "Khu phố 2"),
        (Year, "2025", 2025),
        (Whole, "0", 0),
        (Whole, "1500000", 1500000),
        (Truth, "true", True),
        (Truth, "false", False),
        (Slug, "ke-hoach-31", "ke-hoach-31"),
        (Url, "http://bao.example/a?b=c&d#e", "http://bao.example/a?b=c&d#e"),
        (Email, "van.thu@xa.tinh.gov.vn", "van.thu@xa.tinh.gov.vn"),
        (Phone, "(0254) 3852 401", "(0254) 3852 401"),
        (Phone, "+84 254 3852 401", "+84 254 3852 401"),
        (ImagePath, "2025/le-1.JPG", "2025/le-1.JPG"),
        (Term, "kinh-te", "kinh-te"),
        (ProvinceName, "lâm đồng", "Lâm Đồng"),
        (ProvinceName, "Binh Thuan", "Bình Thuận"),
        (ProvinceName, "Tỉnh Lâm Đồng", "Lâm Đồng"),
    ],
)
def test_good_values_are_read(kind: Any, text: str, value: object) -> None:
    """A well-formed value is trimmed, typed and, if a name, spelt as the vocabulary spells it."""
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (Line, "", "empty-value"),
        (Line, " \t", "empty-value"),
        (Line, "a" * 301, "too-long"),
        (Line, ["a"], "wrong-type"),
        (Line, {"a": "b"}, "wrong-type"),
        (Year, "20255", "not-a-year"),
        (Year, "1929", "not-a-year"),
        (Year, "２０２５", "not-a-year"),
        (Whole, "-3", "not-a-number"),
        (Whole, "1.000", "not-a-number"),
        (Whole, "9" * 16, "not-a-number"),
        (Truth, "True", "not-true-false"),
        (When, "2025-02-30", "impossible-date"),
        (When, "cuối 2025", "not-a-date"),
        (Slug, "Ke-Hoach", "bad-slug-reference"),
        (Slug, "ke--hoach", "bad-slug-reference"),
        (TermId, "y tế", "bad-id"),
        (Url, "bao.example", "bad-url"),
        (Url, "javascript:alert(1)", "bad-url"),
        (Url, "https://bao.example/<a>", "bad-url"),
        (Url, "https://localhost", "bad-url"),
        (Email, "vanthu", "bad-email"),
        (Phone, "113", "bad-phone"),
        (Phone, "gọi văn phòng", "bad-phone"),
        (ImagePath, "../a.jpg", "bad-image-path"),
        (ImagePath, "a/../b.jpg", "bad-image-path"),
        (ImagePath, "/etc/a.png", "bad-image-path"),
        (ImagePath, "a.svg", "bad-image-path"),
        (ImagePath, "ảnh.jpg", "bad-image-path"),
        (Term, "y-te", "unknown-term"),
        (ProvinceName, "Tân Lập", "unknown-province"),
    ],
)
def test_bad_values_are_refused_with_a_known_code(kind: Any, text: object, code: str) -> None:
    """A malformed value is refused with a code for which there is a sentence."""
    assert refusal(kind, text)[0] == code
    assert code in SENTENCES


@pytest.mark.parametrize(
    ("kind", "text", "offer"),
    [
        (When, "31/12/2025", "2025-12-31"),
        (When, "31/02/2025", ""),
        (Whole, "1.500 đồng", "1500"),
        (Truth, "có", "true"),
        (Slug, "../plans/ke-hoach.md", "ke-hoach"),
        (Slug, "31-KH/TU", ""),
        (TermId, "y tế", "y-te"),
        (Url, "www.bao.example", "https://www.bao.example"),
        (Url, "trên mạng", ""),
        (ImagePath, "../images/le.jpg", "le.jpg"),
        (Term, "kinh te", "kinh-te"),
        (Term, "Đô thị văn minh", "do-thi-van-minh"),
        (Term, "y-te", ""),
        (ProvinceName, "Lam Dong", "Lâm Đồng"),
        (ProvinceName, "Xứ Bồng Lai", ""),
    ],
)
def test_only_a_right_value_is_offered(kind: Any, text: str, offer: str) -> None:
    """What is offered instead is itself a value of the kind; without one nothing is."""
    assert refusal(kind, text)[1]["nearest"] == offer
    if offer:
        read(kind, offer)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("45", Amount("45", Decimal(45))),
        ("7556", Amount("7.556", Decimal(7556))),
        ("7,5", Amount("7,5", Decimal("7.5"))),
        ("7.5", Amount("7,5", Decimal("7.5"))),
        ("-2", Amount("-2", Decimal(-2))),
        ("hơn 62", Amount("hơn 62")),
        ("trên 4.000", Amount("trên 4.000")),
        ("2/3", Amount("2/3")),
    ],
)
def test_amounts(text: str, amount: Amount) -> None:
    """A number is exact and shown the Vietnamese way; words stay words."""
    assert read(AmountField, text) == amount


def test_a_number_with_two_readings_is_not_guessed() -> None:
    """1.500 is fifteen hundred to one reader and one and a half to another: both are offered."""
    code, detail = refusal(AmountField, "1.500")
    assert code == "ambiguous-number"
    assert (detail["whole"], detail["decimal"]) == ("1500", "1,500")


def test_amounts_are_short() -> None:
    """An amount is a figure, not a sentence."""
    assert refusal(AmountField, "hơn " + "9" * 60)[0] == "too-long"


def test_an_unsure_list_refuses_nobody() -> None:
    """Where a list could not be read whole, no entry is blamed for a term missing from it."""
    unsure = Vocabulary({}, (), {}, frozenset({"linh_vuc", "tinh"}))
    assert read(Term, "y-te", unsure) == "y-te"
    assert read(ProvinceName, "Tân Lập", unsure) == "Tân Lập"


def test_without_a_vocabulary_terms_are_taken_as_they_are() -> None:
    """Form can be checked where no vocabulary is at hand."""
    assert read(Term, "y-te", None) == "y-te"
    assert read(ProvinceName, "Tân Lập", None) == "Tân Lập"

"""What tools are told of a value agrees with what the check accepts."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError, create_model

from generator.core import field_types, written_forms
from generator.core.dates import PartialDate, parse_deadline, parse_moment
from generator.core.written_forms import Form

TYPES = {
    "Line": field_types.Line,
    "Year": field_types.Year,
    "Whole": field_types.Whole,
    "Truth": field_types.Truth,
    "When": field_types.When,
    "At": field_types.At,
    "Due": field_types.Due,
    "Url": field_types.Url,
    "Email": field_types.Email,
    "Phone": field_types.Phone,
    "Slug": field_types.Slug,
    "ImagePath": field_types.ImagePath,
    "Amount": field_types.AmountField,
    "Province": field_types.ProvinceName,
}
SHAPES: dict[str, type[BaseModel]] = {
    name: create_model(name, value=(kind, ...)) for name, kind in TYPES.items()
}
VALUES = (
    *("2022", "2022-05", "2022-05-19", "2011–2015", "2011 - 2015", "--03-31", "1929", "2101"),
    *("7556", "7,5", "hơn 62", "1500000", "true", "false", "có", "x" * 301, "x" * 300, "x" * 61),
    *("https://bao.vn/a?b=c#d", "http://a.b", "bao.vn", "javascript:alert(1)", "https://a b.vn"),
    *("vanthu@coquan.vn", "vanthu@coquan", "0254 385 2263", "(0254) 3852263", "12", "duong-hoa"),
    *("Đường hoa", "a_b", "le.jpg", "2025/le-phat-dong.JPG", "../le.jpg", "le.gif", "Lâm Đồng"),
)


def accepts(name: str, text: str) -> bool:
    """Whether the check takes the text for this kind of value."""
    try:
        SHAPES[name].model_validate({"value": text})
    except ValidationError:
        return False
    return True


def allows(name: str, text: str) -> bool:
    """Whether a tool that knows only the form does."""
    form = SHAPES[name].model_json_schema()["properties"]["value"]
    return Draft202012Validator(form).is_valid(text)


def parsed(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def matches(form: Form, text: str) -> bool:
    return re.search(form["pattern"], text) is not None


def test_every_day_of_two_centuries_is_told_alike() -> None:
    """Of dates the form and the parser agree, but for 29 February, which the form leaves open."""
    first, days = date(1925, 1, 1), (date(2105, 1, 1) - date(1925, 1, 1)).days
    written = [str(first + timedelta(days=each)) for each in range(days)]
    written += [f"{year}-{month:02d}" for year in range(1925, 2105) for month in range(14)]
    written += [f"{year}" for year in range(1925, 2105)]
    written += [f"2025-{month:02d}-{day:02d}" for month in range(14) for day in range(33)]
    told = {each for each in written if matches(written_forms.DATE, each)}
    assert told - {each for each in written if parsed(PartialDate.parse, each)} == {"2025-02-29"}
    assert {each for each in written if parsed(PartialDate.parse, each)} <= told


def test_days_of_every_year_are_told_alike() -> None:
    """Of yearly days the form and the parser agree, but for 29 February."""
    written = [f"--{month:02d}-{day:02d}" for month in range(14) for day in range(33)]
    told = {each for each in written if matches(written_forms.DEADLINE, each)}
    read = {each for each in written if parsed(parse_deadline, each)}
    assert told - read == {"--02-29"}
    assert read <= told


@pytest.mark.parametrize("text", ["2011–2015", "2011-2015", "2011 – 2015", "2015-06"])
def test_moments_may_be_years_together(text: str) -> None:
    """What can be read as a moment has its form."""
    assert parsed(parse_moment, text)
    assert matches(written_forms.MOMENT, text)


@pytest.mark.parametrize("name", TYPES)
def test_a_form_is_never_stricter_than_the_check(name: str) -> None:
    """Every value that the check accepts has the form that tools are told."""
    assert [each for each in VALUES if accepts(name, each) and not allows(name, each)] == []
    assert any(accepts(name, each) for each in VALUES)


@pytest.mark.parametrize("name", sorted(set(TYPES) - {"Line", "Amount", "Province"}))
def test_a_form_says_no_to_what_is_something_else(name: str) -> None:
    """The form refuses what the check refuses, among values of every kind."""
    assert [each for each in VALUES if allows(name, each) and not accepts(name, each)] == []


@given(text=st.text(max_size=12), name=st.sampled_from(sorted(TYPES)))
def test_no_text_is_accepted_and_yet_refused_by_the_form(text: str, name: str) -> None:
    """For any text without blanks around it, acceptance by the check means the form holds."""
    stripped = text.strip()
    assert allows(name, stripped) or not accepts(name, stripped)


@pytest.mark.parametrize("name", TYPES)
def test_a_pattern_says_the_same_to_javascript(name: str) -> None:
    """Patterns use nothing that only Python knows: no inline flag, no named group, no ``\\Z``."""
    form = SHAPES[name].model_json_schema()["properties"]["value"]
    assert re.search(r"\(\?[^:]|\\[AZz]", form.get("pattern", "")) is None
    assert re.search(r'\\["\'#@<>`~!%&=:;, ]', form.get("pattern", "")) is None

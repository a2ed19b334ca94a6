"""Dates that know how much they know."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.dates import (
    PartialDate,
    YearlyDate,
    YearRange,
    is_date_like,
    parse_deadline,
    parse_moment,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-10-15", date(2024, 10, 15), date(2024, 10, 15)),
    ],
)
def test_a_date_spans_all_it_can_mean(text: str, first: date, last: date) -> None:
    """A year or a month spans its first to its last day, leap years included."""
    found = PartialDate.parse(text)
    assert (found.first, found.last) == (first, last)
    assert found.iso == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20255",
        "2025-13",
        "2025-00",
        "2025-03-00",
        "2025-02-30",
        "2025-2-3",
        "31/12/2025",
        "1929",
        "2101",
        " 2025",
        "năm",
    ],
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    """A form or a day that does not exist, or a year out of bounds, is no date."""
    with pytest.raises(ValueError):  # noqa: PT011
        PartialDate.parse(text)


@given(st.dates(date(1930, 1, 1), date(2100, 12, 31)))
def test_every_day_survives_writing_and_reading(day: date) -> None:
    """Any day of the calendar read from its own text is that day."""
    assert PartialDate.parse(day.isoformat()).first == day


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025", "2025"),
        ("2025-02", "02/2025"),
        ("2025-03", "3/2025"),
        ("2025-10-05", "05/10/2025"),
        ("2025-01-31", "31/01/2025"),
    ],
)
def test_dates_are_shown_as_official_papers_write_them(text: str, shown: str) -> None:
    """Days below ten and the months January and February carry a zero, others do not."""
    assert str(PartialDate.parse(text)) == shown


@pytest.mark.parametrize("text", ["2011-2015", "2011–2015", "2011 – 2015"])
def test_some_years_together(text: str) -> None:
    """A hyphen or a dash between two years, spaced or not, spans them both."""
    found = parse_moment(text)
    assert found == YearRange(2011, 2015)
    assert (str(found), found.iso) == ("2011–2015", "2011/2015")
    assert (found.first, found.last) == (date(2011, 1, 1), date(2015, 12, 31))


@pytest.mark.parametrize("text", ["2015–2011", "2015-2015", "2011–20155", "1900-2000"])
def test_years_out_of_order_are_refused(text: str) -> None:
    """A span must run forward within the bounds."""
    with pytest.raises(ValueError):  # noqa: PT011
        parse_moment(text)


def test_a_yearly_deadline_comes_back_each_year() -> None:
    """``--03-31`` is the 31st of March of any year."""
    found = parse_deadline("--03-31")
    assert isinstance(found, YearlyDate)
    assert found.in_year(2027) == date(2027, 3, 31)
    assert (str(found), found.iso) == ("31/3", "--03-31")
    assert str(YearlyDate(2, 5)) == "05/02"


@pytest.mark.parametrize("text", ["--02-29", "--13-01", "--3-31", "-03-31"])
def test_a_yearly_day_must_exist_in_every_year(text: str) -> None:
    """The 29th of February and malformed days are no yearly deadline."""
    with pytest.raises(ValueError):  # noqa: PT011
        parse_deadline(text)


def test_a_deadline_may_also_be_a_single_day() -> None:
    """Without the two hyphens a deadline is an ordinary date."""
    assert parse_deadline("2021-05-01") == PartialDate(2021, 5, 1)


@pytest.mark.parametrize(
    ("text", "like"),
    [("2025-02-30", True), ("--02-30", True), ("1025", True), ("30/2/2025", False), ("x", False)],
)
def test_the_form_of_a_date_is_told_from_the_day(text: str, like: bool) -> None:
    """A date in the right form that no calendar has is told apart from a wrong form."""
    assert is_date_like(text) is like

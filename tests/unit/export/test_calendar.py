"""Calendars are read by a reader of the format that we did not write, and say what we meant."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.export.calendar import Calendar, Event
from generator.export.calendar import icalendar as written

ABOUT = Calendar("Lịch phong trào", "https://kho.example/lich/", "Dân vận khéo")
EVENT = Event("a-moc-10-15-1@kho.example", date(2026, 10, 15), "Tổng kết", changed=date(2026, 5, 2))


def read(data: bytes) -> icalendar.Calendar:
    """The calendar, as another program reads it."""
    found = icalendar.Calendar.from_ical(data)
    assert isinstance(found, icalendar.Calendar)
    assert found.errors == []
    return found


def event(given: Event) -> icalendar.Event:
    """The only event of a calendar, as another program reads it."""
    (found,) = read(written(ABOUT, [given])).walk("VEVENT")
    assert isinstance(found, icalendar.Event)
    assert found.errors == []
    return found


def test_a_calendar_says_whose_it_is() -> None:
    """Version, maker, name and page stand at its head."""
    found = read(written(ABOUT, [EVENT]))

    assert (found["VERSION"], found["PRODID"]) == ("2.0", "-//Dân vận khéo//VI")
    assert (found["X-WR-CALNAME"], found["NAME"]) == (ABOUT.name, ABOUT.name)
    assert found["URL"] == ABOUT.url


def test_an_event_takes_a_whole_day() -> None:
    """A day without an hour begins on it and ends before the next, in no zone of time."""
    found = event(EVENT)

    assert found.decoded("DTSTART") == date(2026, 10, 15)
    assert found.decoded("DTEND") == date(2026, 10, 16)
    assert found["TRANSP"] == "TRANSPARENT"
    assert "RRULE" not in found


def test_the_stamp_is_that_of_the_words() -> None:
    """The stamp is the day of the last change, whatever day the site is built."""
    assert event(EVENT).decoded("DTSTAMP") == datetime(2026, 5, 2, tzinfo=UTC)
    assert written(ABOUT, [EVENT]) == written(ABOUT, [EVENT])


@pytest.mark.parametrize(
    ("until", "rule"),
    [
        (date(2028, 10, 15), {"FREQ": ["YEARLY"], "UNTIL": [date(2028, 10, 15)]}),
        (None, {"FREQ": ["YEARLY"]}),
    ],
)
def test_a_yearly_day_comes_back(until: date | None, rule: dict[str, list[object]]) -> None:
    """A yearly day repeats until its last time, told as a day like its first; or for ever."""
    found = event(Event("a@b", date(2026, 10, 15), "A", is_yearly=True, until=until))

    assert dict(found.decoded("RRULE")) == rule


def test_lines_are_folded_between_letters() -> None:
    """No line has more than 75 octets, each ends as the format asks, and no letter is cut."""
    long = "Tổng kết phong trào thi đua “Dân vận khéo” ở các thôn, bản, tổ dân phố; " * 9
    data = written(ABOUT, [Event("a@b", date(2026, 1, 1), long, long)])
    lines = data.split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert len([line for line in lines if line.startswith(b" ")]) > 20
    assert [line.decode("utf-8") for line in lines][-1] == ""
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert event(Event("a@b", date(2026, 1, 1), long, long))["SUMMARY"] == long


def test_signs_of_the_format_are_escaped() -> None:
    """Backslash, comma, semicolon and line end come back as they were; nothing is injected."""
    text = "Một; hai, ba \\ bốn\nEND:VEVENT\nSUMMARY:khác"
    found = event(Event("a@b", date(2026, 1, 1), "A, B; C\\n", text, "https://x/\r\nX:1"))

    assert found["DESCRIPTION"] == text
    assert found["SUMMARY"] == "A, B; C\\n"
    assert found["URL"] == "https://x/X:1"


@given(some.text(some.characters(blacklist_categories=("Cs", "Cc", "Cf")), max_size=300))
def test_any_text_comes_back(text: str) -> None:
    """Whatever is written is read again by another program, composed."""
    found = event(Event("a@b", date(2026, 1, 1), f"Việc {text}"))
    again = event(Event("a@b", date(2026, 1, 1), str(found["SUMMARY"])))

    assert found["SUMMARY"].startswith("Việc")
    assert again["SUMMARY"] == found["SUMMARY"]

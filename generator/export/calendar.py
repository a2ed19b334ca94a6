"""Days for calendar programs (iCalendar, RFC 5545): whole days, some of them yearly.

The few parts of the format that days without an hour need are written here; what is written is
held against a reader of the format in the tests. Nothing depends on the hour of the build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.core.vietnamese import normalise
from generator.export.safe_text import printable

MEDIA_TYPE = "text/calendar"

_LINE = 75
"""Octets that a line may have without its end (RFC 5545, 3.1)."""

_WITHIN, _FURTHER = 0b1100_0000, 0b1000_0000
"""The bits of an octet in which UTF-8 says that it goes on with a letter, and what they say."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True)
class Event:
    """A day, or the same day of several years."""

    uid: str
    """The same for as long as the event is the same one, all over the world."""

    day: date
    """The first time."""

    title: str
    text: str = ""
    url: str = ""
    changed: date = date(1970, 1, 1)
    """When what is said here was last changed."""

    is_yearly: bool = False
    until: date | None = None
    """The last time a yearly day comes back, if there is one."""


@dataclass(frozen=True)
class Calendar:
    """What stands around the events."""

    name: str
    url: str
    """The full address of the page it belongs to."""

    maker: str
    """Who makes it: the site's name."""


def icalendar(calendar: Calendar, events: Iterable[Event]) -> bytes:
    """The file, in UTF-8 with the line ends the format asks for.

    A calendar without events is not one (RFC 5545, 3.6): the caller writes no file then.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_text(calendar.maker)}//VI"]
    lines += ["CALSCALE:GREGORIAN", f"NAME:{_text(calendar.name)}"]
    lines += [f"X-WR-CALNAME:{_text(calendar.name)}", f"URL:{_uri(calendar.url)}"]
    lines += ["REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D"]
    for event in events:
        lines += _event(event)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{event.changed:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    if event.is_yearly:
        last = f";UNTIL={event.until:%Y%m%d}" if event.until else ""
        yield f"RRULE:FREQ=YEARLY{last}"
    yield f"SUMMARY;LANGUAGE=vi:{_text(event.title)}"
    if event.text:
        yield f"DESCRIPTION;LANGUAGE=vi:{_text(event.text)}"
    if event.url:
        yield f"URL:{_uri(event.url)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    return printable(normalise(text)).replace("\t", " ").translate(_ESCAPED)


def _uri(url: str) -> str:
    """An address can hold no line end, whatever was written."""
    return "".join(sign for sign in printable(url) if sign > " ")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, never cut within a letter."""
    octets, start, blank = line.encode(), 0, ""
    while len(octets) - start > _LINE - len(blank):
        end = start + _LINE - len(blank)
        while octets[end] & _WITHIN == _FURTHER:
            end -= 1
        yield blank + octets[start:end].decode()
        start, blank = end, " "
    yield blank + octets[start:].decode()

"""The dialect of bodies: CommonMark with tables, read by one engine.

The page, the search and the check of links all read a body through this door, so that none of
them sees a link, a heading or a piece of code where another sees plain text. The engine
(pulldown-cmark) takes time in proportion to the text and never fails.

Knows what Markdown means; must not know HTML, nor where a target may lead.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from pyromark import Markdown, Options

Event: TypeAlias = str | dict[str, Any]
"""A break by its name (`SoftBreak`, `HardBreak`, `Rule`), or one pair: what it is, and of what.

`{"Start": part}` and `{"End": part}` enclose a part, which is told by its name or by one pair of
name and details; between them stand `{"Text": words}`, `{"Code": words}` and raw `Html`. Each is
made for whoever asks for it, who may take it apart.
"""

# Control characters (also forbidden in feeds) and halves of surrogate pairs.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ENGINE = Markdown(options=Options.ENABLE_TABLES)


def events(body: str) -> Iterator[Event]:
    """Yield what a body is made of, in order: openings, closings, texts, breaks.

    Openings and closings pair up; texts are plain, their entities and escapes already read, and
    hold no character that a page may not hold. Only a link's target may: it is as written.
    """
    found = cast("Iterator[Event]", _ENGINE.events(printable(body)))
    # A number in an entity is the one way by which such a character could come in again.
    return map(_printable, found) if "&#" in body else found


def _printable(event: Event) -> Event:
    if isinstance(event, str):
        return event
    ((kind, part),) = event.items()
    if kind == "Text":
        return {kind: printable(part)}
    for shown in ("Link", "Image"):
        if kind == "Start" and shown in part:
            details = part[shown]
            return {kind: {shown: {**details, "title": printable(details["title"])}}}
    return event


Span: TypeAlias = Mapping[str, int]
"""Bytes of a body's UTF-8: those from `start` up to `end`."""


def places(body: str) -> Iterator[tuple[Event, Span]]:
    """Return the same with the bytes it was read from.

    The body is read as it is; it must hold no halves of surrogate pairs.
    """
    return cast("Iterator[tuple[Event, Span]]", _ENGINE.events_with_range(body))


@dataclass(frozen=True)
class Definition:
    """A target that links of a body use by its label: `[label]: target "title"`."""

    label: str
    target: str
    start: int
    """The first byte of the definition in the body's UTF-8."""


def definitions(body: str) -> list[Definition]:
    """Return the targets that a body defines, in order; of one label only the first counts."""
    return [
        Definition(label, found["dest"], found["span"]["start"])
        for label, found in _ENGINE.reference_definitions(body).items()
    ]


def printable(text: str) -> str:
    """Return the text without characters that no page and no feed may hold."""
    return _UNPRINTABLE.sub("", text)

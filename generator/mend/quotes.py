"""Quotes where YAML stumbles without them, and none where they do nothing.

A value that YAML cannot take as it stands is quoted whole, as it was typed. Where it might
have been meant in another way (a comment behind it, a key within it) it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.core.yaml_scalars import is_plain, quoted
from generator.mend.sheet import Edit, Sheet, says_the_same, settled

_LINE = re.compile(r"(?P<lead>\s*(?:- +)*[A-Za-z_]\w*:[ \t]+)(?P<value>\S(?:.*\S)?)\s*", re.ASCII)
_KEY_WITHIN = re.compile(r"[a-z_]+:(?:\s|$)")
_CLOSED = {"[": "]", "{": "}", '"': '"'}
_QUOTED = re.compile(r"'((?:[^']|'')*)'|\"((?:[^\"\\]|\\.)*)\"")
_CANNOT_BEGIN = "@`%"
_MOST = 50
"""Values of one file; where YAML stops at more, something else is wrong."""

_REFUSED = ("yaml-syntax", "yaml-alias")


def with_missing_quotes(sheet: Sheet) -> Sheet:
    """The sheet with quotes around values that YAML refuses; unchanged if that is no help."""
    tried = sheet
    for _ in range(_MOST):
        stumbles = [each.place.line for each in tried.problems if each.code in _REFUSED]
        edits = [edit for line in stumbles if (edit := _with_quotes(tried, line))]
        if not edits:
            break
        tried = tried.with_edits(edits[:1])
    return tried if tried.matter is not None else sheet


def without_needless_quotes(sheet: Sheet) -> Sheet:
    """The sheet without quotes around values that are the same text without them."""
    if sheet.problems:
        return sheet
    return settled(sheet, list(_bare(sheet)), says_the_same)


def _with_quotes(sheet: Sheet, number: int) -> Edit | None:
    match = _LINE.fullmatch(sheet.line(number)) if number in sheet.head else None
    if match is None or not _is_one_text(match["value"], sheet):
        return None
    return Edit(number, match["lead"] + quoted(match["value"]))


def _is_one_text(value: str, sheet: Sheet) -> bool:
    """Whether what stands behind the key can only be meant as one text."""
    if " #" in value or _KEY_WITHIN.match(value):
        return False
    first = value[0]
    if first in _CLOSED:
        closing = _CLOSED[first]
        return closing in value[1:] and not value.endswith(closing)
    if first == "*":
        return not any("&" in sheet.line(number) for number in sheet.head)
    if first.isalnum() or first in "“(":
        return ": " in value or value.endswith(":")
    return first in _CANNOT_BEGIN


def _bare(sheet: Sheet) -> Iterator[Edit]:
    if sheet.matter is None:
        return
    seen: set[int] = set()
    for path, mark in sheet.matter.marks.items():
        number, column = mark.value
        if not path or number in seen or number not in sheet.head:
            continue
        line = sheet.line(number)
        match = _QUOTED.match(line, column - 1)
        value = (match[1] or "").replace("''", "'") or match[2] if match else ""
        if match and value and is_plain(value):
            seen.add(number)
            yield Edit(number, line[: match.start()] + value + line[match.end() :])

"""Damaged Unicode in any line, as ``normalise`` mends it; and blanks at the ends of lines.

Left alone: words with letters of another script or with signs made of several (joiners mean
something there), and Unicode inside web addresses, where another form is another page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from generator.core.front_matter import Data
from generator.core.vietnamese import FaultKind, faults, normalise
from generator.mend.sheet import Edit, Sheet, says_the_same, settled

NAMES: Mapping[FaultKind, str] = {
    "not-nfc": "chữ gõ Unicode tổ hợp",
    "mark-on-consonant": "dấu nằm trên phụ âm",
    "eth": "chữ ð thay cho đ",
    "invisible": "ký tự ẩn, dấu cách lạ",
}
"""What each kind of fault is called among the repairs."""

_ADDRESS = re.compile(r"(https?://\S+)", re.IGNORECASE)
_FOREIGN = re.compile("[^\u0000-\u024f\u02b0-\u036f\u1e00-\u20cf\ufeff]")


def mended_characters(sheet: Sheet) -> Sheet:
    """The sheet with its characters in order."""
    if normalise(sheet.text) == sheet.text:
        return sheet
    edits = [
        Edit(number, mended)
        for number, line in enumerate(sheet.lines, start=1)
        if (mended := _mended(line, sheet.is_body(number))) != line
    ]
    return settled(sheet, edits, _keeps)


def kinds_of_faults(before: Sheet, after: Sheet) -> Iterator[str]:
    """What was wrong with the characters of the lines that differ, by name."""
    found = {
        fault.kind
        for old, new in zip(before.lines, after.lines, strict=True)
        if old != new
        for fault in faults(old)
    }
    yield from (name for kind, name in NAMES.items() if kind in found)


def without_blank_ends(sheet: Sheet) -> Sheet:
    """The sheet without blanks at line ends; two of them in a body are a line break and stay."""
    if sheet.matter is None and not sheet.is_prose:
        return sheet
    edits = []
    for number, line in enumerate(sheet.lines, start=1):
        bare = line.rstrip(" \t")
        is_break = sheet.is_body(number) and bare and line[len(bare) :] != " "
        if bare != line and not is_break:
            edits.append(Edit(number, bare))
    in_body = [edit for edit in edits if sheet.is_body(edit.line)]
    others = [edit for edit in edits if not sheet.is_body(edit.line)]
    return settled(sheet.with_edits(in_body), others, says_the_same)


def _mended(line: str, is_body: bool) -> str:
    if not is_body:
        return mended_words(line)
    # As plain spaces they would make code of a paragraph, or break a line.
    middle = line.strip()
    start, _, end = line.partition(middle) if middle else (line, "", "")
    return _plain_blanks(start) + mended_words(middle) + _plain_blanks(end)


def mended_words(text: str) -> str:
    """The text with its words mended, addresses only freed of what is invisible."""
    parts = _ADDRESS.split(text)
    parts[::2] = [_words(part) for part in parts[::2]]
    parts[1::2] = [_visible(part) for part in parts[1::2]]
    return "".join(parts)


def _words(text: str) -> str:
    done, at = "", 0
    for fault in faults(text):
        if not _FOREIGN.search(fault.found):
            done += text[at : fault.offset] + fault.mended
            at = fault.offset + len(fault.found)
    return done + text[at:]


def _visible(address: str) -> str:
    return "".join(each for each in address if unicodedata.category(each) != "Cf")


def _plain_blanks(text: str) -> str:
    return "".join(each for each in text if each in " \t" or normalise(each) == each)


def _keeps(before: Sheet, after: Sheet, edits: Sequence[Edit]) -> bool:
    """Whether the data differ in what was mended only.

    What cannot be read yet has no data to lose; the whole is judged when all is done.
    """
    if before.matter is None:
        return True
    if after.matter is None or len(after.problems) > len(before.problems):
        return False
    if any(_is_indented_oddly(key) for path in before.matter.marks for key in path):
        return True
    return _told(dict(before.matter.data)) == _told(dict(after.matter.data))


def _is_indented_oddly(key: str | int) -> bool:
    """Whether the indent before a key was read as a part of it; what is seen is what is meant."""
    return isinstance(key, str) and key[0].isspace() and normalise(key[0]) != key[0]


def _told(data: Data) -> object:
    """The data in words alone, mended."""
    match data:
        case str():
            return " ".join(mended_words(data).split())
        case list():
            return [_told(each) for each in data]
        case dict():
            return [(_told(key), _told(value)) for key, value in data.items()]
    return None

"""What mending changes, as lines to be looked at: a unified difference in Vietnamese.

What cannot be seen is shown by name, and nothing in a line steers a terminal or a CI log.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.mend.mending import Mended

_STEERED = re.compile(r"^(\s*):(?=:)|##(?=\[)")
_BLANK_END = re.compile(r"[ ]+$")


class Part(StrEnum):
    """What a line of a difference is."""

    FILE = "file"
    HUNK = "hunk"
    GONE = "gone"
    NEW = "new"
    SAME = "same"


@dataclass(frozen=True)
class Line:
    """A line of a difference."""

    part: Part
    text: str


def difference(files: Iterable[Mended]) -> Iterator[Line]:
    """The lines that show what changes in each file, and why."""
    for mended in files:
        path = visible(mended.path)
        yield Line(Part.FILE, f"{path}: {', '.join(mended.done)}")
        before, after = (_lines(text) for text in (mended.before, mended.after))
        found = list(difflib.unified_diff(before, after, path, path, lineterm="", n=2))
        yield from (Line(Part.FILE, text) for text in found[:2])
        yield from (_line(text) for text in found[2:])


def visible(text: str) -> str:
    """The text with a name in the place of each character that cannot be seen."""
    shown = "".join(each if _is_seen(each) else _name(each) for each in text)
    return _STEERED.sub(lambda match: match[0][:-1] + "\ufffd", shown)


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _line(text: str) -> Line:
    if text.startswith("@@"):
        return Line(Part.HUNK, text)
    part = {"-": Part.GONE, "+": Part.NEW}.get(text[0], Part.SAME)
    blanks = _BLANK_END.search(text, 1)
    end = len(blanks[0]) if blanks else 0
    shown = visible(text[1 : len(text) - end]) + "·" * end
    return Line(part, text[0] + shown)


def _is_seen(character: str) -> bool:
    return character == " " or character.isprintable()


def _name(character: str) -> str:
    return "⟨tab⟩" if character == "\t" else f"⟨U+{ord(character):04X}⟩"

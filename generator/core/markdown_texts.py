"""The parts of a Markdown source in which links are alive.

Code shows its brackets and links nothing. What is code is decided by blocks first (fences, deep
indentation), then by pairs of backticks within one text. Time is proportional to the text.
"""

import re
from collections.abc import Iterator

FILLER = "\0"
"""Stands in the place of characters that mean nothing, so that offsets stay true."""

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^`]*)")
_INDENTED = re.compile(r" {0,3}\t| {4}")
_LIST_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_NEW_TEXT = re.compile(rf"{_LIST_ITEM.pattern}|\s*#")
_TABLE_RULE = re.compile(r"[\s:-]*\|[\s|:-]*")
_BACKTICKS = re.compile(r"(\\*)(`+)")


def texts(body: str) -> Iterator[tuple[int, str]]:
    """Yield each stretch that a link or a code span may fill, with its offset in the body.

    A paragraph, a list item, a heading or a row of a table; never fenced or indented code.
    """
    lines = body.split("\n")
    code = _fenced(lines)
    held: list[str] = []
    start = offset = 0
    after_blank, in_list = True, False
    for number, line in enumerate(lines):
        blank = not line.strip()
        item = _LIST_ITEM.match(line) is not None
        if item or (after_blank and not blank and not line[0].isspace()):
            in_list = item
        indented = after_blank and not in_list and _INDENTED.match(line) is not None
        skipped = blank or indented or number in code
        if held and (skipped or _NEW_TEXT.match(line)):
            yield from _rows(start, held)
            held = []
        if not skipped:
            start = start if held else offset
            held.append(line)
        after_blank = blank or indented
        offset += len(line) + 1
    yield from _rows(start, held)


def without_code(text: str) -> str:
    """Return the text with its code spans blanked out by `FILLER`, all else in its place."""
    runs = list(_BACKTICKS.finditer(text))
    following: dict[int, int] = {}
    closers: list[int] = [0] * len(runs)
    for index in reversed(range(len(runs))):
        length = len(runs[index][2])
        closers[index] = following.get(length, 0)
        following[length] = index
    parts: list[str] = []
    done = index = 0
    while index < len(runs):
        escaped = len(runs[index][1]) % 2 == 1
        closer = 0 if escaped else closers[index]
        if closer:
            start, end = runs[index].start(2), runs[closer].end()
            parts += [text[done:start], FILLER * (end - start)]
            done, index = end, closer
        index += 1
    return "".join([*parts, text[done:]])


def _rows(start: int, lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines as one text, or one by one if they are a table."""
    if len(lines) < 2 or not _TABLE_RULE.fullmatch(lines[1]):
        yield start, "\n".join(lines)
        return
    for line in lines:
        yield start, line
        start += len(line) + 1


def _fenced(lines: list[str]) -> set[int]:
    """The lines of fenced code; a fence that is never closed is none."""
    marks = {
        number: match
        for number, line in enumerate(lines)
        if line.lstrip(" ")[:3] in ("```", "~~~") and (match := _FENCE.fullmatch(line))
    }
    closable = _closable(marks)
    fenced: set[int] = set()
    opened, fence = -1, ""
    for number, match in marks.items():
        if not fence and number in closable:
            opened, fence = number, match["mark"]
        elif fence and match["mark"].startswith(fence) and not match["info"].strip():
            fenced.update(range(opened, number + 1))
            fence = ""
    return fenced


def _closable(marks: dict[int, re.Match[str]]) -> set[int]:
    """The fences after which one that closes them comes; found from the end, in one pass."""
    longest = {"`": 0, "~": 0}
    closable = set()
    for number, match in reversed(marks.items()):
        mark = match["mark"]
        if len(mark) <= longest[mark[0]]:
            closable.add(number)
        if not match["info"].strip():
            longest[mark[0]] = max(len(mark), longest[mark[0]])
    return closable

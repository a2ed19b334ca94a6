"""Problems in four tongues: for an editor's terminal, for GitHub, for GitLab, for machines.

Whatever a content file or its name holds is shown, never obeyed: characters that steer a
terminal or a CI log are replaced before anything is printed. Knows nothing of how a problem
is found, and reads no file itself.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from generator.core.problems import Problem, Severity, in_order
from generator.core.sentences import FILE
from generator.core.vietnamese import number

ReadLine = Callable[[str, int], str | None]
"""The text of a line of a file (path, 1-based number); ``None`` where there is none to show."""

WINDOW = 96
"""Terminal cells of a long line that are shown."""

_LABELS = {Severity.ERROR: "LỖI", Severity.WARNING: "CẢNH BÁO"}
_COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1"}
_BOLD, _DIM = "1", "2"
_REPLACED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_STEERING = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)


def as_text(problems: Iterable[Problem], read_line: ReadLine, colour: bool) -> str:
    """Each problem with the line it stands in, a caret, and how to mend it; then a summary."""
    found = in_order(problems)
    blocks = [_block(item, read_line, colour) for item in found]
    return "\n\n".join([*blocks, _summary(found)])


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands, one a line, that GitHub Actions turns into annotations on the files.

    GitHub shows ten errors and ten warnings of one step; the log holds them all.
    Escaping: ``packages/core/src/command.ts`` of actions/toolkit.
    """
    return "\n".join(_command(item) for item in in_order(problems))


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects: path, line, column, code, severity, message, mend."""
    rows = [
        {
            "path": item.place.path,
            "line": item.place.line,
            "column": item.place.column,
            "code": item.code,
            "severity": str(item.severity),
            "message": item.message,
            "mend": item.mend,
        }
        for item in in_order(problems)
    ]
    return _json(rows)


def as_gitlab(problems: Iterable[Problem]) -> str:
    """A Code Quality report, which GitLab shows at its lines in a merge request."""
    rows = [
        {
            "description": f"{_clean(item.message)} → {_clean(item.mend)}",
            "check_name": item.code,
            "fingerprint": _fingerprint(item),
            "severity": "major" if item.severity is Severity.ERROR else "minor",
            "location": {"path": item.place.path, "lines": {"begin": item.place.line}},
        }
        for item in in_order(problems)
    ]
    return _json(rows)


def _fingerprint(item: Problem) -> str:
    """Tells this problem from every other, and is the same for the same problem."""
    told = f"{item.place} {item.code} {item.message}"
    return hashlib.sha256(told.encode(errors="surrogatepass")).hexdigest()


def _json(rows: Sequence[object]) -> str:
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _block(item: Problem, read_line: ReadLine, colour: bool) -> str:
    place = _paint(_clean(str(item.place)), _BOLD, colour)
    label = _paint(_LABELS[item.severity], _COLOURS[item.severity], colour)
    code = _paint(f"[{item.code}]", _DIM, colour)
    lines = [f"{place}: {label} – {_clean(item.message)} {code}"]
    lines += _excerpt(item, read_line, colour)
    return "\n".join([*lines, f"  → {_clean(item.mend)}"])


def _excerpt(item: Problem, read_line: ReadLine, colour: bool) -> list[str]:
    """The line and a caret. The gutter also keeps a line from being read as a ``::`` command."""
    place = item.place
    whole_file = item.code in FILE and (place.line, place.column) == (1, 1)
    line = None if whole_file else read_line(place.path, place.line)
    if line is None or not line.strip():
        return []
    shown, caret = _window(line.rstrip("\r\n"), place.column - 1)
    gutter = f"  {place.line} │ "
    blank = " " * (len(gutter) - 2) + "│ "
    pointer = _paint("^", _COLOURS[item.severity], colour)
    return [
        _paint(gutter, _DIM, colour) + shown,
        _paint(blank, _DIM, colour) + " " * caret + pointer,
    ]


def _window(line: str, offset: int) -> tuple[str, int]:
    """The part of the line around a character that fits, and the cell the caret stands in."""
    offset = max(0, min(offset, len(line)))
    first, last = max(0, offset - 4 * WINDOW), offset + 4 * WINDOW
    cells = [_cell(character) for character in line[first:last]]
    at = offset - first
    while 0 < at < len(cells) and cells[at][1] == 0:
        at -= 1
    widths = [width for _, width in cells]
    if first == 0 and last >= len(line) and sum(widths) <= WINDOW:
        start, stop = 0, len(cells)
    else:
        start = at - _fits(widths[:at][::-1], WINDOW // 2)
        while start < at and widths[start] == 0:
            start += 1
        stop = at + _fits(widths[at:], WINDOW - sum(widths[start:at]))
    before = "…" if first + start > 0 else ""
    after = "…" if first + stop < len(line) else ""
    shown = before + _unsteered("".join(text for text, _ in cells[start:stop])) + after
    return shown, len(before) + sum(widths[start:at])


def _fits(widths: Sequence[int], room: int) -> int:
    """How many of the characters stand within so many cells."""
    for count, width in enumerate(widths):
        room -= width
        if room < 0:
            return count
    return len(widths)


def _cell(character: str) -> tuple[str, int]:
    """What stands for a character on a terminal, and how many cells it takes."""
    if character == "\t":
        return "    ", 4
    category = unicodedata.category(character)
    if category in _REPLACED:
        return "\ufffd", 1
    if category in ("Mn", "Me"):
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _clean(text: str) -> str:
    """The text on one line, with nothing in it that a terminal or a log would act on."""
    flat = " ".join(text.split("\n"))
    if flat.isprintable():
        return _unsteered(flat)
    return _unsteered("".join(" " if each == "\t" else _cell(each)[0] for each in flat))


def _unsteered(text: str) -> str:
    """GitHub's runner also looks for commands in the form ``##[…]`` anywhere in a line."""
    return text.replace("##[", "#\ufffd[")


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\033[{code}m{text}\033[0m" if colour else text


def _summary(found: Sequence[Problem]) -> str:
    if not found:
        return "Không có lỗi, không có cảnh báo."
    errors = sum(item.severity is Severity.ERROR for item in found)
    files = len({item.place.path for item in found})
    counts = f"{number(errors)} lỗi, {number(len(found) - errors)} cảnh báo"
    return f"{counts} trong {number(files)} tệp."


def _command(item: Problem) -> str:
    place = item.place
    properties = {
        "file": _clean(place.path),
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{_LABELS[item.severity]} {item.code}",
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = _data(f"{_clean(item.message)}\n→ {_clean(item.mend)}")
    return f"::{item.severity} {written}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

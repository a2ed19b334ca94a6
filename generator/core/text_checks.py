"""What must not stand in any line an editor writes, wherever it stands.

The raw lines of a file are searched, so that a fault has its exact place:
damaged Unicode, and data of private persons (Luật 91/2025/QH15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import is_normalized

from generator.core.problems import Place, Problem, problem
from generator.core.vietnamese import SUSPECTS, faults

MAX_FILE = 64 * 1024
"""Bytes of a content file."""

MAX_BODY = 50_000
"""Characters of a body."""

MAX_LINE = 5_000
"""Characters of a line; a Markdown parser is slow on hostile long ones."""

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
CONTROLS = re.compile(f"[{_CONTROLS}]")
"""Characters that no keyboard types; YAML and XML stop at them or take them for a line end."""

_ODD = re.compile(f"[{_CONTROLS}{SUSPECTS}]")

_EXEMPT = re.compile(r"\s*-?\s*(?:url|dien_thoai|thu_dien_tu|so_quyet_dinh|so_ky_hieu):\s")
_ADDRESS_ON_THE_WEB = re.compile(r"https?://\S+")

_DIGIT = re.compile(r"\d")
_ALONE = r"(?<![\d/.,-])"
_DATE = r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}"
_MORE = r"(?:[ .\-)]{0,2}\d)"
_HOUSE = r"\d+[a-z]?(?:/\d+[a-z]?)*"
_STREET = r"(?i:đường|phố|ngõ|hẻm|ngách|kiệt|quốc lộ|tỉnh lộ)"
_NAME = r"[\dA-ZĐĂÂÊÔƠƯÁÀẢẤẦẨẮẰẲÉẾÍÓỐỔỚÚỨÝỶ]"
# "tổ số 5", "trong tổng số 12", "chỉ thị số 05": a count or the number of something else.
_NOT_A_HOUSE = "".join(
    f"(?<!(?i:{word}) )"
    for word in ("tổng", "trong", "tổ", "phố", "khu", "ấp", "thôn", "hội", "bộ")
)

_PERSONAL = tuple(
    (code, re.compile(pattern))
    for code, pattern in (
        (
            "personal-id",
            r"(?i:cccd|cmnd|căn cước(?: công dân)?|chứng minh nhân dân|hộ chiếu)"
            rf"[^\d\n]{{0,20}}?([A-Z]?\d{_MORE}{{6,11}})(?!\d)",
        ),
        (
            "personal-id",
            r"(?<![\d.,/-])(0\d{2}[ .]?[0-3]\d{2}[ .]?\d{3}[ .]?\d{3})(?![\d.,]*\d)",
        ),
        (
            "personal-phone",
            rf"{_ALONE}(?!{_DATE})((?:\+84|\(?0)[ .\-]?[235789]{_MORE}{{8,9}})(?![\d/])",
        ),
        ("personal-phone", r"(?<![\d/.,-])(84[35789]\d{8})(?![\d/])"),
        ("personal-address", rf"\b((?i:số nhà|nhà số)\s*:?\s*(?i:{_HOUSE}))"),
        (
            "personal-address",
            rf"{_NOT_A_HOUSE}\b((?i:số)\s+(?i:{_HOUSE}),?\s+{_STREET})\s+{_NAME}",
        ),
        ("personal-address", rf"{_ALONE}(\d+[a-z]?/(?i:{_HOUSE}),?\s+{_STREET})\s+{_NAME}"),
        (
            "personal-birth",
            r"\b(?i:sinh ngày|ngày sinh|sn)\s*:?\s*"
            rf"({_DATE}|\d{{1,2}} tháng \d{{1,2}} năm \d{{4}})",
        ),
        ("personal-plate", r"(?<![\w/.-])(\d{2}-?[A-Z]{1,2}\d?[ \-.]\d{3}\.?\d{2})(?![\d/-]|\.\d)"),
    )
)
"""What gives a private person away, with the part to name in its first group."""


_CLUES = (
    *("cccd", "cmnd", "căn cước", "chứng minh nhân dân", "hộ chiếu"),
    *("số nhà", "nhà số", "sinh ngày", "ngày sinh", "sn"),
)
# One digit leads all of them, so that what stands between digits is passed over at once.
_CLUE = re.compile(
    r"\d(?:(?:[ .\-()]{0,3}+\d){8}"
    rf"|(?i:[a-z])?,?\s+{_STREET}"
    r"|-?[A-Z]{1,2}\d?[ \-.]\d)"
)
"""Without one of these no pattern of ``_PERSONAL`` can match; nearly every line has none."""


def check_text(path: str, text: str) -> Iterator[Problem]:
    """Every fault in the lines of a file, in order."""
    is_private = _may_be_private(text)
    is_odd = _ODD.search(text) is not None or not is_normalized("NFC", text)
    if not is_private and not is_odd and len(text) <= MAX_LINE:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            yield problem("line-too-long", Place(path, number), size=len(line), limit=MAX_LINE)
            continue
        if is_odd:
            yield from _control_problems(path, number, line)
            yield from _unicode_problems(path, number, line)
        if is_private:
            yield from _personal_problems(path, number, line)


def _may_be_private(text: str) -> bool:
    # Where capitals do not matter the patterns take ſ for s, ı and İ for i; ``lower`` does not.
    small = text.lower().replace("\u017f", "s").replace("\u0131", "i").replace("i\u0307", "i")
    return any(clue in small for clue in _CLUES) or _CLUE.search(text) is not None


def check_body(path: str, body: str, first_line: int) -> Iterator[Problem]:
    """Whether a body stays within bounds."""
    if len(body) > MAX_BODY:
        place = Place(path, first_line)
        yield problem("body-too-long", place, size=len(body), limit=MAX_BODY)


def _control_problems(path: str, number: int, line: str) -> Iterator[Problem]:
    for match in CONTROLS.finditer(line):
        place = Place(path, number, match.start() + 1)
        yield problem("control-character", place, character=f"U+{ord(match[0]):04X}")


def _unicode_problems(path: str, number: int, line: str) -> Iterator[Problem]:
    for fault in faults(line):
        place = Place(path, number, fault.offset + 1)
        if fault.found.isspace():
            yield problem("odd-space", place, character=f"U+{ord(fault.found[0]):04X}")
        else:
            yield problem(fault.kind, place, found=fault.found, mended=fault.mended)


def _personal_problems(path: str, number: int, line: str) -> Iterator[Problem]:
    if not _DIGIT.search(line) or not _may_be_private(line) or _EXEMPT.match(line):
        return
    line = _ADDRESS_ON_THE_WEB.sub(lambda match: "*" * len(match[0]), line)
    taken: list[range] = []
    for code, pattern in _PERSONAL:
        for match in pattern.finditer(line):
            start, end = match.span(1)
            if not any(start in span for span in taken):
                taken.append(range(start, end))
                yield problem(code, Place(path, number, start + 1), found=match[1].strip())

"""Tabs at the start of lines that hold keys: YAML allows none there.

How wide a tab was meant to be is written nowhere, so that it is replaced only where every
width with which the file can be read makes it say the same.
"""

from __future__ import annotations

import re
from itertools import pairwise

from generator.mend.quotes import with_missing_quotes
from generator.mend.sheet import Edit, Sheet, says_the_same

_WIDTHS = (2, 4, 8)
_INDENT = re.compile(r"[ \t]*\t[ \t]*")


def with_spaces_for_tabs(sheet: Sheet) -> Sheet:
    """The sheet with spaces for tabs before its keys; unchanged where that is not safe."""
    tabbed = [_with_spaces(sheet, width) for width in _WIDTHS]
    if tabbed[0].text == sheet.text:
        return sheet
    if sheet.matter is not None:
        return next((each for each in tabbed if says_the_same(sheet, each)), sheet)
    # Another fault may still keep it from being read: it is judged as if that were mended.
    readable = [
        (each, read)
        for each in tabbed
        if (read := with_missing_quotes(each)).matter and not read.problems
    ]
    if not readable or not all(says_the_same(a, b) for (_, a), (_, b) in pairwise(readable)):
        return sheet
    return readable[0][0]


def _with_spaces(sheet: Sheet, width: int) -> Sheet:
    edits = []
    for number in sheet.head:
        line = sheet.line(number)
        if match := _INDENT.match(line):
            edits.append(Edit(number, match[0].replace("\t", " " * width) + line[match.end() :]))
    return sheet.with_edits(edits)

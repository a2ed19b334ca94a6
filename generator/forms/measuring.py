"""How high the rows of a printed form must be.

Programs that open a sheet do not all make wrapped text fit, and merged cells fit nowhere by
themselves. So heights are measured here, from the average width of a letter; a little too high
is better than a line cut off.
"""

from __future__ import annotations

from generator.forms.paper import PRINTED_HEIGHT, Paper, placed

LINE = 16.5
"""Points of a line in 13 point letters."""

_PADDING = 2.0

LOWEST = LINE + _PADDING
"""Points of a row that holds a line."""

_POINTS = 72 / 25.4
"""In a millimetre."""

FULL = 95
"""Percent at which the table is safely as wide as the page, whatever a program makes of widths."""

_SMALLEST = 80
_SMALL, _CAPITAL = 2.1, 3.1
"""Millimetres that a letter takes."""

_MARGIN = 3
"""Millimetres that a cell keeps free."""


def heights(paper: Paper) -> tuple[float, ...]:
    """The height in points of every row of the table, those of the header first."""
    found = [LOWEST] * (len(paper.header) + len(paper.body))
    boxes = placed((*paper.header, *paper.body))
    for row, column, box in sorted(boxes, key=lambda each: each[2].down):
        width = sum(paper.widths[column : column + box.across])
        lines = sum(lines_in(part, width) for part in (box.text, box.aside) if part)
        lack = lines * LINE + _PADDING - sum(found[row : row + box.down])
        found[row + box.down - 1] += max(0, lack)
    return tuple(found)


def scale(paper: Paper) -> int:
    """How large the form is printed, in percent: so that it stands on one page, if it nearly does.

    Said as a number, because a form told to fit its pages shrinks with every row filled in.
    """
    beside = (*paper.above, *paper.notes, *paper.closing)
    needed = sum(heights(paper)) + sum(line.size * 1.4 for line in beside) + 2 * LINE
    fitting = int(100 * PRINTED_HEIGHT * _POINTS / needed)
    return min(fitting, FULL) if fitting >= _SMALLEST else FULL


def lines_in(text: str, millimetres: float) -> int:
    """How many lines a text takes, words kept whole."""
    room, lines = millimetres - _MARGIN, 0
    for line in text.split("\n"):
        lines, used = lines + 1, 0.0
        for word in line.split():
            size = sum(_CAPITAL if letter.isupper() else _SMALL for letter in word)
            if used and used + size > room:
                lines, used = lines + 1, 0.0
            used += size + _SMALL
    return lines

"""Whole numbers in as few bytes as they need (LEB128), as the browser reads them."""

from __future__ import annotations

from collections.abc import Iterable


def put(out: bytearray, number: int) -> None:
    """Append one number, not negative."""
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def put_rising(out: bytearray, numbers: Iterable[int]) -> None:
    """Append rising numbers as the steps between them."""
    before = 0
    for number in numbers:
        step = number - before
        before = number
        if step < 0x80:
            out.append(step)
        else:
            put(out, step)


def put_text(out: bytearray, text: str) -> None:
    """Append a text with its length in bytes before it."""
    data = text.encode()
    put(out, len(data))
    out += data

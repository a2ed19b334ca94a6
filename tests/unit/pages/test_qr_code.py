"""The drawn code: every dark module and no other, within its light border."""

from __future__ import annotations

import re

from generator.pages.qr_code import qr_code
from generator.pages.qr_modules import modules

ADDRESS = "https://kho.example/dvk/mo-hinh/to-tu-quan/"


def drawn(size: int, path: str) -> list[str]:
    """The rows that a path of strokes leaves dark, border and all."""
    grid = [["0"] * size for _ in range(size)]
    start = re.match(r"M(\d+) (\d+)\.5", path)
    assert start
    x, y = int(start[1]), int(start[2])
    for across, down, length in re.findall(r"(?:m(-?\d+) (\d+))?h(\d+)", path[start.end() :]):
        x, y = x + int(across or 0), y + int(down or 0)
        grid[y][x : x + int(length)] = "1" * int(length)
        x += int(length)
    return ["".join(row) for row in grid]


def test_the_strokes_are_the_dark_modules() -> None:
    """What is drawn, without its border of four light modules, are the modules of the code."""
    found = qr_code(ADDRESS)
    size, dark = modules(ADDRESS.encode())
    rows = drawn(found.size, found.path)
    assert found.size == size + 8
    assert "".join(row[4:-4] for row in rows[4:-4]) == dark
    assert {*rows[:4], *rows[-4:], *(row[:4] for row in rows), *(row[-4:] for row in rows)} == {
        "0" * found.size,
        "0" * 4,
    }


def test_another_address_is_another_code() -> None:
    """The code carries the address, the same one always the same way."""
    codes = [qr_code(f"https://kho.example/{each}/") for each in ("a", "b", "a")]
    assert codes[0] == codes[2] != codes[1]

"""Whole numbers in as few bytes as they need (LEB128), as the browser reads them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def put(out: bytearray, number: int) -> None:
    """Append one number, not negative."""
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def put_text(out: bytearray, text: str) -> None:
    """Append a text with its length in bytes before it."""
    data = text.encode()
    put(out, len(data))
    out += data


def packed(numbers: NDArray[np.uint32]) -> tuple[bytes, NDArray[np.int64]]:
    """Many numbers at once: their bytes, and where the bytes of each begin.

    A last place, behind all bytes, makes the second array longer by one.
    """
    sizes = np.ones(len(numbers), np.uint8)
    for step in range(7, 32, 7):
        sizes += numbers >= np.uint32(1 << step)
    places = np.zeros(len(numbers) + 1, np.int64)
    np.cumsum(sizes, out=places[1:])
    out = np.empty(int(places[-1]), np.uint8)
    left, at = numbers, places[:-1]
    while len(left):
        is_longer = left > np.uint32(0x7F)
        out[at] = (left & np.uint32(0x7F)).astype(np.uint8) | (is_longer * np.uint8(0x80))
        left, at = left[is_longer] >> np.uint32(7), at[is_longer] + 1
    return out.tobytes(), places

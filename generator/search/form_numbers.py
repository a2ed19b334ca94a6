"""From the numbers that words go by to their places in a list, millions at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]

_SPARE_BITS = 8
"""Numbers are drawn at random: with 256 slots for each, nearly all have one of their own."""


class FormNumbers:
    """A list of numbers, each of which is found at once."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = np.append(numbers, np.uint64(0))
        self._order = np.append(np.argsort(numbers), len(numbers)).astype(np.uint32)
        self._sorted = np.sort(numbers)
        self._bits = len(numbers).bit_length() + _SPARE_BITS
        self._slots = np.full(1 << self._bits, len(numbers), np.uint32)
        self._slots[self._slot(numbers)] = np.arange(len(numbers), dtype=np.uint32)

    def __len__(self) -> int:
        return len(self._sorted)

    def of(self, numbers: Numbers) -> NDArray[np.uint32]:
        """The place of each in the list; ``KeyError`` for one that is not there."""
        found = self._slots[self._slot(numbers)]
        shared = np.flatnonzero(self._numbers[found] != numbers)
        found[shared] = self._order[np.searchsorted(self._sorted, numbers[shared])]
        if (found == len(self)).any() or (self._numbers[found[shared]] != numbers[shared]).any():
            raise KeyError("a word whose form is not told")
        return found

    def _slot(self, numbers: Numbers) -> Numbers:
        return numbers >> np.uint64(64 - self._bits)

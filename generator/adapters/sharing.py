"""Many values at once: how work on them is cut into pieces, and how they are made in haste."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")


def pieces(items: Sequence[Item], count: int, most: int | None = None) -> list[Sequence[Item]]:
    """``items`` in about ``count`` consecutive pieces, none of more than ``most``."""
    size = max(1, -(-len(items) // count))
    size = size if most is None else min(most, size)
    return [items[start : start + size] for start in range(0, len(items), size)]


@contextmanager
def no_collector() -> Iterator[None]:
    """Hundreds of thousands of new objects, none of them garbage, need no search for any."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

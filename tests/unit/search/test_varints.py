"""Whole numbers take as few bytes as they need."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.varints import packed, put, put_text
from tests.unit.search.search_world import Bytes

EDGES = [0, 1, 127, 128, 16_383, 16_384, 2**21, 2**28, 2**31, 2**32 - 1]


@pytest.mark.parametrize("number", EDGES)
def test_numbers_read_back(number: int) -> None:
    """A number reads back the same."""
    out = bytearray()
    put(out, number)
    assert number == Bytes(bytes(out)).number()


def test_texts_read_back() -> None:
    """A text is UTF-8 with its length."""
    out = bytearray()
    put_text(out, "đương1")
    assert Bytes(bytes(out)).text() == "đương1"


@given(st.lists(st.sampled_from(EDGES) | st.integers(0, 2**32 - 1)))
def test_many_numbers_are_packed_as_one_by_one(numbers: list[int]) -> None:
    """Packing a whole array gives the bytes that ``put`` gives, and where each begins."""
    out, places = bytearray(), []
    for number in numbers:
        places.append(len(out))
        put(out, number)
    data, found = packed(np.array(numbers, np.uint32))
    assert data == out
    assert found.tolist() == [*places, len(out)]

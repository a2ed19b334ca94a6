"""Words are found by the numbers they go by."""

from __future__ import annotations

import numpy as np
import pytest

from generator.search.form_numbers import FormNumbers

NUMBERS = np.array([5, 3, 1 << 63, (1 << 63) + 1, 2**64 - 1], np.uint64)


def test_numbers_are_found_even_if_alike() -> None:
    """Numbers whose first bits are the same are still told apart."""
    known = FormNumbers(NUMBERS)
    asked = [3, 2, 0, 4, 1, 1]
    assert known.of(NUMBERS[asked]).tolist() == asked


@pytest.mark.parametrize("number", [0, 4, 1 << 40, 1 << 62, (1 << 63) + 2])
def test_an_unknown_number_is_refused(number: int) -> None:
    """A word that nobody has explained is never taken for another."""
    with pytest.raises(KeyError):
        FormNumbers(NUMBERS).of(np.array([number], np.uint64))


def test_an_empty_list_finds_nothing() -> None:
    """Nothing asked of nothing is nothing."""
    assert len(FormNumbers(NUMBERS[:0]).of(NUMBERS[:0])) == 0

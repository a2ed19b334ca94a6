"""The table of pairs tells of each model its words, and of each word its models."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.core.pair_table import before, distinct, pair_table, run_starts
from generator.core.pairs import HASH

HASHES = st.sampled_from([0, 1, 7, 2**40, 2**63, 2**64 - 1])


@given(st.lists(st.lists(HASHES, max_size=6), max_size=6))
def test_each_word_stands_once_with_each_of_its_models(texts: list[list[int]]) -> None:
    """Rows are the distinct words of each model in the order of the hashes; counts agree."""
    table = pair_table([np.array(text, HASH).tobytes() for text in texts])
    numbers = {word: n for n, word in enumerate(sorted({w for text in texts for w in text}))}
    rows = [(n, numbers[word]) for n, text in enumerate(texts) for word in sorted({*text})]

    assert list(zip(table.owner.tolist(), table.word.tolist(), strict=True)) == rows
    assert table.sizes.tolist() == [len({*text}) for text in texts]
    assert table.frequency.tolist()[: len(numbers)] == [
        sum(word in text for text in texts) for word in numbers
    ]
    words, owners = table.by_word()
    turned = sorted((word, owner) for owner, word in rows)
    assert list(zip(words.tolist(), owners.tolist(), strict=True)) == turned


def test_some_rows_keep_their_numbers() -> None:
    """What is left out changes the counts and no number."""
    table = pair_table([np.array(text, HASH).tobytes() for text in ([1, 2], [], [2, 3])])
    shared = table.where(table.frequency[table.word] > 1)
    assert (shared.owner.tolist(), shared.word.tolist()) == ([0, 2], [1, 1])
    assert shared.sizes.tolist() == [1, 0, 1]


def test_runs_of_a_sorted_column() -> None:
    """Where runs begin, what each holds, and where runs of given lengths would begin."""
    column = np.array([2, 2, 5, 7, 7, 7])
    assert run_starts(column).tolist() == [0, 2, 3]
    assert distinct(column).tolist() == [2, 5, 7]
    assert run_starts(column[:0]).tolist() == []
    assert before(np.array([2, 0, 3])).tolist() == [0, 2, 2]

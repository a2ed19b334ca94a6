"""The pairs of a model are small hashes, the same wherever they are made."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from generator.core.pairs import HASH, pairs_of
from tests.unit.core.made import model


def count(text: bytes) -> int:
    """How many pairs there are, once it is sure that they are in order and distinct."""
    hashes = np.frombuffer(text, HASH)
    assert (hashes[1:] > hashes[:-1]).all()
    return len(hashes)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Tổ hòa giải", "TỔ HOÀ – GIẢI", True),
        ("Tổ hòa giải", "Tổ hóa giải", False),
        ("Tổ hòa giải", "Giải hòa tổ", False),
        ("Bò sinh sản bò sinh sản bò sinh", "Bò sinh sản bò sinh", True),
    ],
)
def test_pairs_are_those_of_neighbouring_syllables(one: str, other: str, is_same: bool) -> None:
    """Order and tone count; capitals, dashes, the place of a tone and repetition do not."""
    pairs = [pairs_of(model(ten=name).entry) for name in (one, other)]
    assert (pairs[0].name == pairs[1].name) is is_same


def test_each_text_has_its_distinct_pairs_in_order() -> None:
    """Pairs do not reach from one keyword into the next; one syllable is a pair by itself."""
    pairs = pairs_of(
        model(ten="Hẻm", tom_tat="Bà con quét hẻm, bà con vui.", tu_khoa="[rác, cây xanh]").entry
    )
    assert [count(each) for each in (pairs.name, pairs.summary, pairs.keywords)] == [1, 5, 2]


def test_a_unit_is_known_by_its_place() -> None:
    """One name in two communes is two units; the spelling makes no difference."""
    places = [
        "{tinh: Lâm Đồng, xa: xã Hòa An}",
        "{tinh: Lâm Đồng, xa: Xã Hoà An}",
        "{tinh: Lâm Đồng}",
    ]
    one, same, other = (pairs_of(model(dia_ban=place).entry).carrier for place in places)
    assert one == same != other


def test_hashes_are_the_same_in_every_process() -> None:
    """Pairs may be kept on disk: no process salts them."""
    code = (
        "from generator.core.pairs import pairs_of; from tests.unit.core.made import model;"
        "print(pairs_of(model().entry))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert told == {f"{pairs_of(model().entry)}\n"}

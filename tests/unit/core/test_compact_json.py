"""One line of JSON, the same whichever library has written it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.compact_json import compact_json, compact_json_bytes

_PLAIN = st.none() | st.booleans() | st.integers() | st.text()
_VALUES = st.recursive(
    _PLAIN, lambda held: st.lists(held) | st.tuples(held) | st.dictionaries(st.text(), held)
)


def by_python(value: object) -> str:
    """What Python's own writer makes of a value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@given(_VALUES)
def test_both_libraries_write_the_same(value: Any) -> None:
    """Texts, whole numbers of any size, truths, lists and objects stand as Python writes them."""
    assert compact_json(value) == by_python(value)
    assert compact_json_bytes(value) == by_python(value).encode("utf-8", "replace")


@pytest.mark.parametrize("number", [0.5, -2.25, 1419.3, 3.0, 98.7, 1e15])
def test_fractions_keep_every_digit(number: float) -> None:
    """A number with a fraction is written as short as it can be read back."""
    assert compact_json(number) == by_python(number)


@pytest.mark.parametrize(
    ("value", "written"),
    [("lẻ\ud800", b'"l\xe1\xba\xbb?"'), ({"so": 2**70}, b'{"so":1180591620717411303424}')],
)
def test_what_the_quick_library_refuses_is_written_all_the_same(
    value: object, written: bytes
) -> None:
    """Half a surrogate pair becomes a question mark, a huge number keeps its digits."""
    assert compact_json_bytes(value) == written
    assert compact_json(value).encode("utf-8", "replace") == written


def test_what_json_has_no_form_for_is_refused() -> None:
    """A value of another kind is a fault of the program, and said to be one."""
    with pytest.raises(TypeError):
        compact_json_bytes({1, 2})
    with pytest.raises(TypeError):
        compact_json({1, 2})

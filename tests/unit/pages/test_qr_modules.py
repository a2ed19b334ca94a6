"""The modules of a code, held against those of an encoder that draws each code whole."""

from __future__ import annotations

import pytest
import segno

from generator.pages.qr_modules import modules

LETTERS = "https://kho.example/mo-hinh/tổ-tự-quản-0123456789/~%C4%91/".encode()


@pytest.mark.parametrize("length", [1, 14, 15, 42, 62, 63, 84, 122, 180, 181, 213, 400, 2331])
def test_every_version_agrees_with_a_whole_encoder(length: int) -> None:
    """Short and long texts, one block and many, even and uneven: module for module the same."""
    text = (LETTERS * (length // len(LETTERS) + 1))[:length]
    whole = segno.make_qr(text, error="m", mode="byte", boost_error=False, mask=3)
    rows = ["".join(map(str, row)) for row in whole.matrix]
    assert modules(text) == (len(rows), "".join(rows))


def test_a_text_too_long_for_any_code_is_refused() -> None:
    """No code is made that could not be read."""
    with pytest.raises(segno.DataOverflowError):
        modules(bytes(2332))

"""An address as a QR code, for the paper sheet that leads back to the page.

The only import of segno. Every mask of the standard can be read; trying all eight for the
prettiest would cost five times the rest, for each of thousands of pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import segno

from generator.pages.model_views import QrCode

_MASK = 3
_QUIET = 4
"""Light modules around the code, as ISO/IEC 18004 wants them."""


def qr_code(address: str) -> QrCode:
    """The code of an address, with medium error correction."""
    made = segno.make_qr(address, error="m", boost_error=False, mask=_MASK)
    rows = tuple(made.matrix)
    path = "".join(run for y, row in enumerate(rows) for run in _runs(row, y + _QUIET))
    return QrCode(len(rows) + 2 * _QUIET, path)


def _runs(row: Sequence[int], y: int) -> Iterator[str]:
    """The dark modules of a row as strokes along its middle."""
    x = _QUIET
    for dark, modules in groupby(row):
        length = len(list(modules))
        if dark:
            yield f"M{x} {y}.5h{length}"
        x += length

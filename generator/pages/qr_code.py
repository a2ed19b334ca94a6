"""An address as a QR code, for the paper sheet that leads back to the page.

Drawn as strokes, so that it prints sharp at any size; which modules are dark is not decided here.
"""

from __future__ import annotations

from functools import cache
from itertools import repeat

from generator.pages.model_views import QrCode
from generator.pages.qr_modules import modules

_QUIET = 4
"""Light modules around the code, as ISO/IEC 18004 wants them."""


def qr_code(address: str) -> QrCode:
    """The code of an address, with medium error correction.

    The path holds every run of dark modules as a stroke along its middle, each told from the end of
    the one before: the few different steps are soon known, and squeeze well.
    """
    size, dark = modules(address.encode())
    rows = "|".join([dark[start : start + size] for start in range(0, size * size, size)])
    # Cutting behind each dark run is half as dear as finding the runs by a pattern.
    runs = rows.rstrip("0|").replace("10", "1 0").replace("1|", "1 |").split(" ")
    strokes = "".join(map(_step, runs, repeat(size)))
    return QrCode(size + 2 * _QUIET, f"M{_QUIET} {_QUIET}.5{strokes}")


@cache
def _step(modules: str, size: int) -> str:
    """Over light modules, and ends of rows, and along the dark ones behind them."""
    length, down = modules.count("1"), modules.count("|")
    across = modules.count("0") - size * down
    move = f"m{across} {down}" if across or down else ""
    return f"{move}h{length}"

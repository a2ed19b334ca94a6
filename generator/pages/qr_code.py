"""An address as a QR code, for the paper sheet that leads back to the page.

Drawn as strokes, so that it prints sharp at any size; which modules are dark is not decided here.
"""

from __future__ import annotations

from functools import cache

from generator.pages.model_views import QrCode
from generator.pages.qr_modules import modules

_QUIET = 4
"""Light modules around the code, as ISO/IEC 18004 wants them."""

_FINDER = "h7"
"""The first stroke of every code: the upper edge of its finder (6.3.3)."""


def qr_code(address: str) -> QrCode:
    """The code of an address, with medium error correction.

    The path holds every run of dark modules as a stroke along its middle, each told from the end of
    the one before: the few different steps are soon known, and squeeze well.
    """
    size, dark = modules(address.encode())
    # With a light module behind each row a run ends at "10" wherever it stands; cutting there, and
    # knowing the pieces by heart, is a third as dear as looking at each run.
    rows = "0|".join([dark[start : start + size] for start in range(0, size * size, size)])
    between = rows.rstrip("0|").removesuffix("1").split("10")[1:]
    strokes = "".join(map(_steps(size).__getitem__, between))
    return QrCode(size + 2 * _QUIET, f"M{_QUIET} {_QUIET}.5{_FINDER}{strokes}")


class _Steps(dict[str, str]):
    """From the end of a run to the end of the next, by what stands between two cuts."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __missing__(self, piece: str) -> str:
        """Over light modules, and ends of rows, and along the dark ones behind them."""
        light, dark, down = map(piece.count, "01|")
        # The cuts took a light module before and a dark one behind.
        across = light + 1 - (self._size + 1) * down
        move = f"m{across} {down}" if across or down else ""
        step = self[piece] = f"{move}h{dark + 1}"
        return step


_steps = cache(_Steps)

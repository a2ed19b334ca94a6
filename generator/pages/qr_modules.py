"""The modules of a QR code, for thousands of addresses of much the same length.

A code is linear: under one mask, the code of an address is the code of as many zero bytes with the
address and its check words laid over it (exclusive or). So segno, of which this is the only import,
draws the code of zeros once per length, and an address costs its check words and their places: a
tenth of drawing it whole. Section numbers are those of ISO/IEC 18004:2015.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, reduce
from itertools import chain, product
from operator import getitem, xor
from typing import cast

import numpy as np
import segno
from numpy.typing import NDArray
from segno import consts

_LEVEL = consts.ERROR_LEVEL_M
_MASK = 3
"""Every mask can be read; the prettiest of the eight is worth no time on thousands of pages."""

_TIMING = 6
"""The column that holds no data, so that the pairs of columns left of it move by one (7.7.3)."""

_CORNER = 9
"""Modules from a corner that its finder, the light border and the format take up (6.3)."""


@dataclass(frozen=True)
class _Block:
    """A run of data bytes that has its own check words."""

    start: int
    end: int
    checks: int
    """How many check words follow."""


@dataclass(frozen=True)
class _Plan:
    """Where everything goes in the codes of one version."""

    size: int
    blocks: tuple[_Block, ...]
    count: int
    """How many bits all data bytes and check words have."""

    places: tuple[int, ...]
    """Of each module, row by row, the bit it shows; ``count`` where it shows none."""


@dataclass(frozen=True)
class _Blank:
    """The code of zeros."""

    plan: _Plan
    words: int
    """What the modules show of the data bytes and check words, in the order of those."""

    places: NDArray[np.intp]
    """Of each module, row by row, its bit among those and, behind them, a light and a dark one."""

    after: int
    """Bits that stand behind the text in the data bytes."""


def modules(text: bytes) -> tuple[int, str]:
    """The side of the code and its modules, row by row, ``1`` for dark; medium error correction.

    Raises ``segno.DataOverflowError`` for more than 2331 bytes.
    """
    blank = _blank(len(text))
    plan = blank.plan
    data = (int.from_bytes(text) << blank.after).to_bytes(plan.blocks[-1].end)
    checks = (_check_words(data[each.start : each.end], each.checks) for each in plan.blocks)
    words = int.from_bytes(b"".join((data, *checks))) ^ blank.words
    bits = np.unpackbits(np.frombuffer(words.to_bytes(plan.count // 8) + _BOTH, np.uint8))
    return plan.size, (bits[blank.places] | _ZERO).tobytes().decode()


_BOTH = b"\x40"
"""Begins with a light and a dark module."""

_ZERO = np.uint8(ord("0"))


@cache
def _blank(length: int) -> _Blank:
    zeros = bytes(length)
    drawn = segno.make_qr(zeros, error="m", mode="byte", boost_error=False, mask=_MASK)
    version = int(drawn.version)
    plan = _plan(version)
    # The mode takes 4 bits; the count takes 8, in large codes 16 (7.4.1).
    before = 4 + (8 if version < 10 else 16)
    after = 8 * (plan.blocks[-1].end - length) - before
    words, places = 0, []
    for place, dark in zip(plan.places, chain(*drawn.matrix), strict=True):
        if place < plan.count:
            words |= dark << plan.count - 1 - place
        # What shows no bit is the same in every code of this length.
        places.append(place if place < plan.count else plan.count + dark)
    return _Blank(plan, words, np.array(places, np.intp), after)


@cache
def _plan(version: int) -> _Plan:
    size, blocks = 17 + 4 * version, _blocks(version)
    order = _order(blocks)
    nowhere = len(order)
    places = [nowhere] * size**2
    for (x, y), bit in zip(_way(version, size), order, strict=False):
        places[y * size + x] = bit
    return _Plan(size, blocks, nowhere, tuple(places))


def _blocks(version: int) -> tuple[_Block, ...]:
    """How the data bytes are divided (table 9)."""
    found, start = [], 0
    levels = cast("dict[int, tuple[consts.EC, ...]]", consts.ECC[version])
    for group in levels[_LEVEL]:
        for _ in range(group.num_blocks):
            end = start + group.num_data
            found.append(_Block(start, end, group.num_total - group.num_data))
            start = end
    return tuple(found)


def _order(blocks: tuple[_Block, ...]) -> list[int]:
    """The bits of data and check words in the order in which they are placed (7.6)."""
    data = [range(each.start, each.end) for each in blocks]
    starts = (blocks[-1].end + each.checks * turn for turn, each in enumerate(blocks))
    checks = [range(start, start + each.checks) for start, each in zip(starts, blocks, strict=True)]
    words = [*_in_turn(data), *_in_turn(checks)]
    return [8 * word + bit for word in words for bit in range(8)]


def _in_turn(runs: list[range]) -> Iterator[int]:
    """The first of each, then the second of each, while there are any."""
    for place in range(max(map(len, runs))):
        yield from (run[place] for run in runs if place < len(run))


def _way(version: int, size: int) -> Iterator[tuple[int, int]]:
    """The modules for data in the order in which they are filled: up and down pairs of columns."""
    taken = _taken(version, size)
    rights = [*range(size - 1, _TIMING, -2), *range(_TIMING - 1, 0, -2)]
    for turn, right in enumerate(rights):
        for y in range(size) if turn % 2 else reversed(range(size)):
            yield from ((x, y) for x in (right, right - 1) if (x, y) not in taken)


def _taken(version: int, size: int) -> frozenset[tuple[int, int]]:
    """The modules that are the same in every code of a version, and the format's (6.3)."""
    near, far = range(_CORNER), range(size - _CORNER + 1, size)
    steps: tuple[int, ...] = consts.ALIGNMENT_POS[version - 2] if version > 1 else ()
    last = size - 7
    marks = [at for at in product(steps, steps) if at not in {(6, 6), (6, last), (last, 6)}]
    areas = [product(near, near), product(far, near), product(near, far)]
    areas += [product(range(size), (_TIMING,)), product((_TIMING,), range(size))]
    areas += [product(range(x - 2, x + 3), range(y - 2, y + 3)) for x, y in marks]
    if version > 6:
        number = range(size - 11, size - 8)
        areas += [product(number, range(6)), product(range(6), number)]
    return frozenset(chain(*areas))


def _check_words(data: bytes, count: int) -> bytes:
    """The Reed–Solomon words of a block: what is left of it after division (7.5.2)."""
    return reduce(xor, map(getitem, _rests(len(data), count), data)).to_bytes(count)


@cache
def _rests(length: int, count: int) -> tuple[tuple[int, ...], ...]:
    """What is left of each byte by itself, by its place in a block: together they are the rest."""
    taken, top = _division(count), 8 * (count - 1)
    low = (1 << top) - 1
    places = [taken]
    for _ in range(length - 1):
        places.append(tuple((rest & low) << 8 ^ taken[rest >> top] for rest in places[-1]))
    return tuple(reversed(places))


@cache
def _division(count: int) -> tuple[int, ...]:
    """What each leading byte takes away from the bytes behind it."""
    power, log, divisor = consts.GALIOS_EXP, consts.GALIOS_LOG, consts.GEN_POLY[count]
    taken = (bytes(power[log[byte] + each] for each in divisor) for byte in range(1, 256))
    return (0, *map(int.from_bytes, taken))

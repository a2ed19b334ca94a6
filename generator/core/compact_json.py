"""JSON on one line, for what programs read: open data, structured data in pages, search.

A site holds tens of thousands of such lines, so that they are written by the quickest library
there is. It refuses what Python's own writes (halves of surrogate pairs, integers of more than 64
bits); then that one writes.
"""

from __future__ import annotations

import json

import orjson

_THOROUGH = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def compact_json(value: object) -> str:
    """The value without a blank more than its texts hold; letters stay letters.

    Raises TypeError for what JSON has no form for, ValueError for what holds itself.
    """
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        return _THOROUGH.encode(value)


def compact_json_bytes(value: object) -> bytes:
    """The same in UTF-8; halves of surrogate pairs become question marks."""
    try:
        return orjson.dumps(value)
    except TypeError:
        return _THOROUGH.encode(value).encode("utf-8", "replace")

"""The summary of an entry out of column 5, which may be as long as its writer pleased."""

from __future__ import annotations

import re

LONGEST = 300
"""Characters of ``tom_tat``."""

_SHORTEST = 60
_ENDS = re.compile(r"[.!?…;](?=\s)")


def summary(content: str) -> str:
    """The content on one line; of a longer one the first whole sentences, or words, that fit."""
    flat = " ".join(content.split())
    if len(flat) <= LONGEST:
        return flat
    ends = [match.end() for match in _ENDS.finditer(flat, 0, LONGEST + 1)]
    if ends and ends[-1] >= _SHORTEST:
        return flat[: ends[-1]].rstrip(";")
    return flat[: LONGEST - 1].rpartition(" ")[0].rstrip(",;:–-") + "…"

"""The word that was probably meant.

An unknown key or term is most often a slip: two letters swapped, a mark forgotten. A suggestion
spares the editor a search; a far-fetched one costs more than none.
"""

import re
from collections import Counter
from collections.abc import Iterable

from generator.core.vietnamese_compare import fold
from generator.core.vietnamese_repair import normalise

_LONGEST = 200
_MOST_SLIPS = 6
_GAPS = re.compile(r"[\W_]+")


def nearest(word: str, choices: Iterable[str], limit: int | None = None) -> str | None:
    """Return the choice most like `word`, or None when nothing is near.

    Marks, capitals and the signs between words are ignored at first and then decide between
    equals; after that the earlier choice wins. `limit` is the greatest number of slips; by
    default 1 in a short word, a third of the length of a longer one, never more than 6.
    """
    wanted, exact = _plain(word), normalise(word).casefold()
    if len(wanted) > _LONGEST:
        return None
    most = _tolerance(wanted) if limit is None else limit
    letters = Counter(wanted)
    best: tuple[int, int, str] | None = None
    for choice in choices:
        plain, allowed = _plain(choice), best[0] if best else most
        if _surely_far(letters, plain, allowed):
            continue
        slips = distance(wanted, plain, allowed)
        if slips is None:
            continue
        marks = distance(exact, normalise(choice).casefold(), _LONGEST) or 0
        if best is None or (slips, marks) < best[:2]:
            best = slips, marks, choice
    return best[2] if best else None


def distance(one: str, other: str, limit: int) -> int | None:
    """Return the Damerau–Levenshtein distance (optimal string alignment), or None over `limit`.

    Counts letters added, left out, replaced, and neighbours swapped.
    """
    if abs(len(one) - len(other)) > limit:
        return None
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, target in enumerate(other, start=1):
            cost = min(
                above[column] + 1,
                current[column - 1] + 1,
                above[column - 1] + (letter != target),
            )
            if row > 1 and column > 1 and letter == other[column - 2] and target == one[row - 2]:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return None
        before, above = above, current
    return above[-1] if above[-1] <= limit else None


def _tolerance(wanted: str) -> int:
    if len(wanted) <= 5:
        return min(1, len(wanted) - 1)
    return min(len(wanted) // 3, _MOST_SLIPS)


def _surely_far(letters: Counter[str], other: str, limit: int) -> bool:
    """Whether the letters alone, whatever their order, need more than `limit` changes.

    Spares the slow comparison for most of tens of thousands of addresses.
    """
    missing = sum(max(0, count - other.count(letter)) for letter, count in letters.items())
    surplus = len(other) - (letters.total() - missing)
    return max(missing, surplus) > limit


def _plain(text: str) -> str:
    return _GAPS.sub(" ", fold(text)).strip()

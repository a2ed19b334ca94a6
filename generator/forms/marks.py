"""The sign in a column of the form: an x, and whatever people write instead of one."""

from __future__ import annotations

from generator.core.vietnamese import fold

_YES = frozenset(
    (
        *("x", "xx", "×", "✕", "✖", "✗", "✘", "☒", "✓", "✔", "√", "☑", "v", "+", "*", "●", "•"),
        # In the Wingdings font these letters are ticks and crosses.
        *("ü", "û", "þ", "ý"),
        *("1", "01", "co", "dung", "true"),
    )
)
_NO = frozenset(["", "-", "–", "—", "0", "khong", "false", "☐", "□"])
_AROUND = " .…()[]\n"


def is_marked(text: str) -> bool | None:
    """Whether a cell is marked; ``None`` when it holds something else than a sign."""
    bare = text.strip(_AROUND).lower()
    for sign in (bare, fold(bare)):
        if sign in _YES:
            return True
        if sign in _NO:
            return False
    return None

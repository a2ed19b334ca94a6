"""Text made harmless for the format it goes into: XML, HTML, a script, a spreadsheet.

What editors write is data; in none of these formats may it become markup or a formula.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

FORMULA_SIGNS = "= + - @"
"""The visible signs that make a spreadsheet take a cell for a formula, for the data page."""

_UNSAFE_IN_SCRIPT = re.compile(f"[<>&\u2028\u2029]|{_FORBIDDEN.pattern}")


def printable(text: str) -> str:
    """The text without the characters that XML 1.0 (2.2) forbids, even when escaped."""
    return _FORBIDDEN.sub("", text)


def attribute(text: str) -> str:
    """The text as it may stand between quotes in HTML or XML, or between tags."""
    return escape(printable(text), quote=True)


def script_json(value: Any) -> str:
    """JSON that cannot end the ``<script>`` it stands in; a reader of it gets every sign back."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE_IN_SCRIPT.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that could be gets a leading apostrophe.

    After OWASP, "CSV Injection", with the full-width signs that spreadsheets also obey.
    """
    clean = printable(text)
    return "'" + clean if clean.startswith(_FORMULA) else clean

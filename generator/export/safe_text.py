"""Text made harmless for the format it goes into: XML, HTML, a script, a spreadsheet.

What editors write is data; in none of these formats may it become markup or a formula.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from generator.core.compact_json import compact_json

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""All that is not allowed: named so, texts are scanned three times as fast as by what is."""

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")

FORMULA_SIGNS = "= + - @"
"""The visible signs that make a spreadsheet take a cell for a formula, for the data page."""

_UNSAFE_IN_SCRIPT = re.compile(f"[<>&\u2028\u2029{_FORBIDDEN.pattern[1:]}")


def printable(text: str) -> str:
    """The text without the characters that XML 1.0 (2.2) forbids, even when escaped."""
    # Nearly every text is printable in Python's narrower sense, which is quick to tell.
    return text if text.isprintable() else _FORBIDDEN.sub("", text)


def attribute(text: str) -> str:
    """The text as it may stand between quotes in HTML or XML, or between tags."""
    return escape(printable(text), quote=True)


def script_json(value: Any) -> str:
    """JSON that cannot end the ``<script>`` it stands in; a reader of it gets every sign back."""
    written = compact_json(value)
    return _UNSAFE_IN_SCRIPT.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that could be gets a leading apostrophe.

    After OWASP, "CSV Injection", with the full-width signs that spreadsheets also obey.
    """
    clean = printable(text)
    return "'" + clean if clean[:1] in _FORMULA else clean

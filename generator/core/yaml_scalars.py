"""How text is written as one YAML value that every reader of YAML takes for that very text."""

from __future__ import annotations

from functools import cache

import yaml

_TEXT = "tag:yaml.org,2002:str"
_YES_AND_NO = frozenset({"y", "n"})
"""A truth value to some readers, though not to ours."""


def scalar(text: str) -> str:
    """The text, in single quotes where it must."""
    return text if is_plain(text) else quoted(text)


def quoted(text: str) -> str:
    """The text in single quotes; it holds no line break."""
    return "'" + text.replace("'", "''") + "'"


def is_plain(text: str) -> bool:
    """Whether the text may stand without quotes, outside of brackets."""
    begins = text[:1].isalnum() or text[:1] in ("“", "(")
    breaks = ": " in text or " #" in text or text.endswith((":", " "))
    return begins and not breaks and text.isprintable() and _is_text(text)


def _is_text(text: str) -> bool:
    """Whether no reader of YAML takes it for a number, a date, a truth value or nothing."""
    found = _resolver().resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return found == _TEXT and text.lower() not in _YES_AND_NO


@cache
def _resolver() -> yaml.SafeLoader:
    return yaml.SafeLoader("")

"""How text is written as one YAML value that every reader of YAML takes for that very text."""

from __future__ import annotations

from functools import cache

import yaml

_TEXT = "tag:yaml.org,2002:str"
_FIGURES = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("int", "float", "timestamp"))
_YES_AND_NO = frozenset({"y", "n"})
"""A truth value to some readers, though not to ours."""


def scalar(text: str) -> str:
    """The text, in single quotes where it must."""
    return text if is_plain(text) else quoted(text)


def entered(text: str) -> str:
    """The text as editors type it: numbers and dates stand bare, for ours is a reader of text."""
    is_bare = _can_stand(text) and (_tag(text) in _FIGURES or _is_text(text))
    return text if is_bare else quoted(text)


def quoted(text: str) -> str:
    """The text in single quotes; it holds no line break."""
    return "'" + text.replace("'", "''") + "'"


def is_plain(text: str) -> bool:
    """Whether the text may stand without quotes, outside of brackets."""
    return _can_stand(text) and _is_text(text)


def _can_stand(text: str) -> bool:
    """Whether nothing in the text is a sign of YAML's."""
    begins = text[:1].isalnum() or text[:1] in ("“", "(")
    breaks = ": " in text or " #" in text or text.endswith((":", " "))
    return begins and not breaks and text.isprintable()


def _is_text(text: str) -> bool:
    """Whether no reader of YAML takes it for a number, a date, a truth value or nothing."""
    return _tag(text) == _TEXT and text.lower() not in _YES_AND_NO


def _tag(text: str) -> str:
    """What a plain value is to YAML 1.1."""
    found = _resolver().resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return str(found)


@cache
def _resolver() -> yaml.SafeLoader:
    return yaml.SafeLoader("")

"""The tables of keys in the editors' guide, between marks that only a machine sees."""

from __future__ import annotations

from typing import Final

from generator.core.entries import EntryKind
from generator.core.taxonomy import Vocabulary
from generator.doors.keys import Key, keys_of

GUIDE: Final = "CONTRIBUTING.md"
_TABLES: Final[dict[str, EntryKind]] = {"mo-hinh": "model", "ke-hoach": "plan"}
_HEAD: Final = ("| Khóa | Viết gì |", "| --- | --- |")
_MANY: Final = "Nhiều giá trị thì mỗi giá trị một dòng."


class NoMarksError(ValueError):
    """The guide does not say where a table stands; the text is the mark that was looked for."""


def with_tables(guide: str, vocabulary: Vocabulary) -> str:
    """The guide with its tables drawn anew. Raises ``NoMarksError``."""
    for name, kind in _TABLES.items():
        start, end = f"<!-- bảng khóa {name} -->\n", f"<!-- hết bảng khóa {name} -->"
        before, found, rest = guide.partition(start)
        _, closed, after = rest.partition(end)
        if not (found and closed):
            raise NoMarksError(end if found else start.strip())
        guide = f"{before}{start}\n{table(kind, vocabulary)}\n\n{end}{after}"
    return guide


def table(kind: EntryKind, vocabulary: Vocabulary) -> str:
    """Every key of an entry, one a row, with what to write."""
    rows = (f"| {_name(key)} | {_told(key, vocabulary)} |" for key in keys_of(kind))
    return "\n".join([*_HEAD, *rows])


def _name(key: Key) -> str:
    return f"`{key.name}`" + (r"\*" if key.required else "")


def _told(key: Key, vocabulary: Vocabulary) -> str:
    parts = [f"**{key.label}.** {key.advice}", *_more(key, vocabulary)]
    if key.inner:
        parts.append("Gồm:")
    lines = [" ".join(parts), *(_inside(inner, vocabulary) for inner in key.inner)]
    return "<br>".join(lines).replace("|", r"\|")


def _inside(key: Key, vocabulary: Vocabulary) -> str:
    label = f"{key.label[0].lower()}{key.label[1:]}"
    says_it = key.advice.lower().startswith(label)
    name = _name(key) if says_it else f"{_name(key)} ({label})"
    return " ".join([f"– {name}: {key.advice}", *_more(key, vocabulary)])


def _more(key: Key, vocabulary: Vocabulary) -> list[str]:
    choices = ", ".join(f"`{term.id}` ({term.name})" for term in key.terms(vocabulary))
    more = [f"Một trong: {choices}."] if choices else []
    if isinstance(key.default, str):
        more.append(f"Không ghi thì hiểu là `{key.default}`.")
    if key.is_list and not key.inner:
        more.append(_MANY)
    return more

"""The questions, read from `queries.yml` and checked against the content they ask about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

QUERIES = Path(__file__).with_name("queries.yml")
SYNONYM = "synonym"
"""The kind whose words stand nowhere in the entry; counted apart from all others."""

_KINDS = frozenset(
    {"topic", "natural", "unit", "place", "former-place", "alias", "field-place", "title"}
    | {"person", "document", "abbreviation", "phrase", "figure", "page", SYNONYM}
)
_KEYS = frozenset({"q", "kind", "answers", "guard", "swap"})


@dataclass(frozen=True)
class Question:
    """What one reader wants to know."""

    text: str
    """As a careful reader types it, with every mark."""
    kind: str
    """What sort of question it is; see the head of `queries.yml`."""
    answers: frozenset[str]
    """The slug of every entry that answers it."""
    swap: str = ""
    """The same with its abbreviation written out, or the other way round; empty without one."""
    is_guard: bool = False
    """Whether the tests ask it too."""


def read_questions(path: Path = QUERIES) -> tuple[Question, ...]:
    """Return the questions in the file's order. Raises ValueError, naming the question at fault."""
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    questions = tuple(_question(row) for row in rows)
    texts = [question.text for question in questions]
    if twice := {text for text in texts if texts.count(text) > 1}:
        raise ValueError(f"asked twice: {sorted(twice)}")
    return questions


def unknown_answers(questions: tuple[Question, ...], content: Path) -> dict[str, set[str]]:
    """Return the answers that are no file of the content folder, by question."""
    slugs = {path.stem for path in content.rglob("*.md")}
    gaps = {question.text: set(question.answers - slugs) for question in questions}
    return {text: missing for text, missing in gaps.items() if missing}


def _question(row: Mapping[str, Any]) -> Question:
    text = str(row.get("q", ""))
    if not text or row.keys() - _KEYS or row.get("kind") not in _KINDS or not row.get("answers"):
        raise ValueError(f"not a question: {row}")
    answers, swap = frozenset(row["answers"]), str(row.get("swap", ""))
    return Question(text, row["kind"], answers, swap, is_guard=bool(row.get("guard")))

"""The answers of a form become the text of an entry, and its problems are told by question.

The file is the skeleton of a new entry without its advice: what was not answered, and need
not be, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.core.front_matter import FENCE, read
from generator.core.problems import Problem
from generator.core.skeleton import HEADINGS, skeleton
from generator.core.taxonomy import Vocabulary
from generator.doors.issue_answers import Answers
from generator.doors.issue_questions import questions

_FENCED = re.compile(r"`{3,}")


def entry_text(answers: Answers, vocabulary: Vocabulary) -> str:
    """The whole ``.md`` file; required keys without an answer stand open for the check to name."""
    lines = skeleton("model", answers.values, vocabulary).split("\n")
    # Advice stands in the first column; a value never does.
    head = lines[1 : lines.index(FENCE, 1)]
    kept = [line for line in head if line and not line.startswith("#")]
    parts = [FENCE, *kept, FENCE]
    for title in HEADINGS["model"]:
        if section := answers.sections.get(title):
            parts += ["", f"## {title}", "", section]
    return "\n".join([*parts, ""])


def told(problems: Iterable[Problem], text: str, vocabulary: Vocabulary) -> str:
    """What must be mended, for a comment below the issue: each fault under its question.

    Plain text in a fence, so that nothing in it is a link, a picture or a person called upon.
    """
    labels = _labels_by_line(text, vocabulary)
    lines = [
        f"{labels.get(each.place.line, 'Cả mục')}: {_flat(each.message)}\n  → {_flat(each.mend)}"
        for each in problems
    ]
    return fenced("\n\n".join(lines))


def fenced(text: str) -> str:
    """The text as a block that shows every character and does nothing."""
    longest = max((len(run) for run in _FENCED.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def _flat(text: str) -> str:
    return "".join(each if each.isprintable() else " " for each in text)


def _labels_by_line(text: str, vocabulary: Vocabulary) -> Mapping[int, str]:
    """The question that each line of the entry answers."""
    by_path = {each.path: each.label for each in questions(vocabulary) if each.path}
    by_section = {each.section: each.label for each in questions(vocabulary) if each.section}
    found: dict[int, str] = {}
    matter, _ = read("a.md", text)
    for path, mark in (matter.marks if matter else {}).items():
        keys = ".".join(step for step in path if isinstance(step, str))
        if keys in by_path:
            found[mark.key[0]] = by_path[keys]
    label = ""
    first = matter.body_line if matter else 1
    for number, line in enumerate(text.split("\n")[first - 1 :], start=first):
        label = by_section.get(line.removeprefix("## "), label) if line.startswith("## ") else label
        if label:
            found[number] = label
    return found

"""The text of an issue, made by the form, becomes answers. Whoever wrote it may be hostile.

Anybody may edit the text after the form has made it, so nothing is believed: a heading of the
form counts only once, everything else is text, and no answer chooses a key or a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.core.taxonomy import Vocabulary
from generator.core.vietnamese import key, normalise
from generator.doors.issue_form import closing_label
from generator.doors.issue_questions import Question, questions

MAX_ISSUE: Final = 64 * 1024
"""Characters of an issue; GitHub itself allows 65,536."""

_HEADING: Final = re.compile(r"###[ \t]+(.+)")
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BLANKS: Final = frozenset({"", "_no response_", "none", "n/a"})
"""What GitHub writes where nothing was answered; “None” for a choice that was not made."""

_TITLE: Final = re.compile(r"(?m)^( {0,3})#{1,2}(?=[ \t]|$)")
_UNDERLINE: Final = re.compile(r"(?m)^( {0,3})(?=(?:=+|-+)[ \t]*$)")


class UnreadableIssueError(ValueError):
    """No entry can be made of the issue; the text says why, in Vietnamese."""


@dataclass(frozen=True)
class Answers:
    """What the form was told."""

    values: Mapping[str, str]
    """By key path, one line each; a term by its id where its name is known."""

    sections: Mapping[str, str]
    """By heading of the body: Markdown in which no heading of ours can stand."""


def read_answers(text: str, vocabulary: Vocabulary) -> Answers:
    """The answers in an issue's text. Raises ``UnreadableIssueError``."""
    if len(text) > MAX_ISSUE:
        raise UnreadableIssueError(f"Góp ý dài quá {MAX_ISSUE} ký tự. Hãy rút gọn.")
    asked = questions(vocabulary)
    found = _parted(normalise(_lines(text)), {each.label for each in asked})
    if not found:
        raise UnreadableIssueError(
            "Không thấy các tiêu đề của mẫu “Góp một mô hình”. Hãy gửi góp ý mới theo mẫu ấy."
        )
    told = [(each, said) for each in asked if (said := _said(found.get(each.label, "")))]
    return Answers(
        {each.path: _value(each, said) for each, said in told if each.path},
        {each.section: _tamed(said) for each, said in told if each.section},
    )


def _lines(text: str) -> str:
    shown = _COMMENT.sub("", text)
    return shown.replace("\r\n", "\n").replace("\r", "\n")


def _parted(text: str, labels: Iterable[str]) -> dict[str, str]:
    """The text below each heading of the form; any other heading is part of an answer."""
    known = {*labels, closing_label()}
    parts: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.split("\n"):
        heading = _HEADING.fullmatch(line)
        label = heading[1].strip() if heading else ""
        if label in parts:
            raise UnreadableIssueError(
                f"Tiêu đề “{label}” có hai lần, không rõ câu trả lời nào đúng. Hãy bỏ một chỗ."
            )
        if label in known:
            current = parts[label] = []
        else:
            current.append(line)
    return {label: "\n".join(lines) for label, lines in parts.items()}


def _said(part: str) -> str:
    answer = part.strip()
    return "" if answer.lower() in _BLANKS else answer


def _value(question: Question, answer: str) -> str:
    line = " ".join(answer.split())
    return next(_ids(question, line), line)


def _ids(question: Question, answer: str) -> Iterator[str]:
    """The term that was chosen by its name; an unknown one is left for the check to name."""
    for term in question.terms:
        if key(term.name) == key(answer):
            yield term.id


def _tamed(answer: str) -> str:
    """Markdown whose own headings stand below those of the site."""
    return _UNDERLINE.sub(r"\1\\", _TITLE.sub(r"\1###", answer))

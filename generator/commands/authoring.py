"""``dvk new``: a new entry with everything that can be said already in it as comments."""

from __future__ import annotations

from pathlib import Path

import click

from generator import build as story
from generator.commands.options import CONFIG, CONTENT
from generator.commands.words import VietnameseGroup
from generator.core.entries import EntryKind
from generator.core.skeleton import Question, questions
from generator.core.vietnamese import nearest


@click.group(cls=VietnameseGroup)
def new() -> None:
    """Tạo một mục mới có sẵn chú thích."""


def _new_command(kind: EntryKind, help_text: str) -> None:
    @new.command(name=kind, help=help_text)
    @CONFIG
    @CONTENT
    def command(config_file: Path, content: Path | None) -> None:
        prepared = story.prepare(config_file, content)
        asked = questions(kind, prepared.checked.catalogue.vocabulary)
        answers = {question.key: _ask(question) for question in asked}
        file = story.new_entry(prepared, kind, answers)
        click.echo(f"Đã tạo {file}. Mở tệp, điền tiếp, rồi chạy: dvk check")


def _ask(question: Question) -> str:
    hint = f" – {question.write}" if question.write else ""
    if question.choices:
        click.echo(f"{question.label}: " + ", ".join(question.choices))
    while True:
        answer = str(click.prompt(f"{question.label}{hint}")).strip()
        if not question.choices or answer in question.choices:
            return answer
        near = nearest(answer, question.choices)
        click.echo(
            f"Chọn một trong: {', '.join(question.choices)}."
            + (f" Gần nhất: {near}." if near else "")
        )


_new_command("model", "Một mô hình, điển hình.")
_new_command("plan", "Một kế hoạch.")

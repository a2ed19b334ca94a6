"""``dvk new``: a new entry with everything that can be said already in it as comments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator import build as story
from generator.commands.options import CONFIG, CONTENT
from generator.commands.words import VietnameseGroup
from generator.core.catalogue import ModelItem
from generator.core.entries import EntryKind
from generator.core.replication import PLACE, questions_of_copy
from generator.core.skeleton import Question, questions
from generator.core.vietnamese import nearest, slug
from generator.newcomers import new_copy, new_entry


class _NewGroup(VietnameseGroup):
    """Takes ``dvk new --from SLUG`` for ``dvk new model --from SLUG``: only models are copied."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Name the command that the option can only belong to."""
        is_copy = bool(args) and args[0].partition("=")[0] == "--from"
        return super().parse_args(ctx, ["model", *args] if is_copy else args)


@click.group(cls=_NewGroup)
def new() -> None:
    """Tạo một mục mới có sẵn chú thích."""


@new.command()
@CONFIG
@CONTENT
@click.option(
    "--from",
    "original",
    metavar="TÊN_TỆP",
    help="Nhân rộng từ mô hình này: điền sẵn những gì giống nhau.",
)
def model(config_file: Path, content: Path | None, original: str | None) -> None:
    """Một mô hình, điển hình."""
    prepared = story.look_at(config_file, content)
    if original is None:
        _begin("model", prepared)
        return
    item = _model(prepared, original)
    click.echo(f"Nhân rộng từ: {item.entry.name} ({item.path})")
    asked = questions_of_copy(item, prepared.checked.catalogue.vocabulary)
    answers = {each.key: _ask(each, *_proposed(each, item)) for each in asked}
    _told(new_copy(prepared.settings.content_dir, prepared.checked, item, answers))


@new.command()
@CONFIG
@CONTENT
def plan(config_file: Path, content: Path | None) -> None:
    """Một kế hoạch."""
    _begin("plan", story.look_at(config_file, content))


def _begin(kind: EntryKind, prepared: story.Prepared) -> None:
    answers = _answers(kind, prepared)
    _told(new_entry(prepared.settings.content_dir, prepared.checked, kind, answers))


def _told(file: Path) -> None:
    click.echo(f"Đã tạo {file}. Mở tệp, điền tiếp, rồi chạy: dvk check")


def _answers(kind: EntryKind, prepared: story.Prepared) -> dict[str, str]:
    asked = questions(kind, prepared.checked.catalogue.vocabulary)
    return {question.key: _ask(question) for question in asked}


def _model(prepared: story.Prepared, written: str) -> ModelItem:
    """The model of that name, however the name is written."""
    models = prepared.checked.catalogue.models
    name = Path(written).stem if written.endswith((".md", ".yml")) else written
    if name in models:
        return models[name]
    near = nearest(name, models)
    hint = f" Có phải bạn muốn viết “{near}”?" if near else ""
    told = "Không có mô hình nào tên tệp như vậy, hoặc mục ấy đang có lỗi."
    raise click.ClickException(told + hint)


def _proposed(question: Question, original: ModelItem) -> Sequence[str]:
    """What Enter alone answers, where it may."""
    return {"ten": (original.entry.name,), PLACE: ("",)}.get(question.key, ())


def _ask(question: Question, proposed: str | None = None) -> str:
    hint = f" – {question.write}" if question.write else ""
    if question.choices:
        click.echo(f"{question.label}: " + ", ".join(question.choices))
    while True:
        prompt = f"{question.label}{hint}"
        answer = click.prompt(prompt, default=proposed, show_default=bool(proposed), type=str)
        answer = answer.strip()
        if slug(answer) in question.choices:
            return slug(answer)
        if not question.choices:
            return answer
        near = nearest(answer, question.choices)
        click.echo(
            f"Chọn một trong: {', '.join(question.choices)}."
            + (f" Gần nhất: {near}." if near else "")
        )

"""A new entry to fill in: every key with its label, what to write, and the choices there are.

Derived from the field definitions in ``entries``, so that it can never lag behind them.
What is required stands open; the rest waits as comments, and advice is given only there,
because a comment is published nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.core.entries import Entry, EntryKind, Model, Plan
from generator.core.field_types import ONE_OR_MANY
from generator.core.taxonomy import Vocabulary
from generator.core.vietnamese import normalise
from generator.core.yaml_scalars import entered

_SHAPES: Final[Mapping[EntryKind, type[Entry]]] = {"model": Model, "plan": Plan}

_GUIDE: Final = (
    "# Viết giá trị ngay sau dấu hai chấm. Dòng mở đầu bằng dấu # chỉ để nhắc, không lên trang.",
    "# Cần khóa nào thì bỏ “# ” ở đầu dòng ấy, và ở dòng nhóm đứng trên nếu khóa thụt vào.",
    "# Nhiều giá trị: mỗi giá trị một dòng ở dưới, thụt vào hai dấu cách, bắt đầu bằng “- ”.",
)
_OPTIONAL: Final = "# Không bắt buộc:"
_BODY: Final = (
    "# Thân bài ở dưới dòng ---, chia theo các tiêu đề sau, viết như “## Cách làm”. "
    "Mục nào không có gì để viết thì bỏ cả tiêu đề:"
)
HEADINGS: Final[Mapping[EntryKind, Mapping[str, str]]] = {
    "model": {
        "Hoàn cảnh": "trước đó có việc gì khó, với ai",
        "Cách làm": "ai làm gì, theo thứ tự nào, vận động ra sao",
        "Kết quả": "điều đã khác đi; con số thì kèm ngày",
        "Bài học": "nhờ đâu mà được, điều gì nên tránh",
        "Nhân rộng": "nơi nào đã làm theo",
    },
    "plan": {
        "Mục đích, yêu cầu": "vì sao có kế hoạch, phải đạt điều gì",
        "Nội dung chính": "những việc lớn, kể cho người chưa đọc văn bản",
        "Tổ chức thực hiện": "cơ quan nào lo việc nào, kiểm tra và báo cáo ra sao",
    },
}


@dataclass(frozen=True)
class Question:
    """A required value, for whoever asks an editor for it."""

    key: str
    """Its path in ``answers``: ``ten``, ``dia_ban.tinh``, ``nguon.tieu_de``."""

    label: str
    write: str
    choices: tuple[str, ...] = ()
    """The ids it may be; empty when any text will do."""


@dataclass(frozen=True)
class _Key:
    """One key of an entry, as it can be written down."""

    path: str
    label: str
    write: str
    choices: tuple[str, ...]
    required: bool
    listed: bool
    """Whether each value needs a line of its own with a dash."""

    inner: tuple[_Key, ...] = ()

    @property
    def name(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def hint(self) -> str:
        """The label, and what to write unless the choices say it already."""
        if self.inner:
            return self.label
        said = [part for part in re.split(r"[,;…]\s*", self.write) if part not in self.choices]
        advice = [", ".join(filter(None, said)) if self.choices else self.write]
        if self.choices:
            advice.append("một trong " + ", ".join(self.choices))
        return ": ".join(filter(None, [self.label, "; ".join(filter(None, advice))]))


def questions(kind: EntryKind, vocabulary: Vocabulary) -> tuple[Question, ...]:
    """What has to be answered for an entry of this kind to be whole, in the order of its file."""
    return tuple(
        Question(key.path, key.label, key.write, key.choices)
        for key in _needed_values(_keys(_SHAPES[kind], vocabulary))
    )


def skeleton(kind: EntryKind, answers: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """The text of a new ``.md`` file.

    ``answers`` gives values by path (see ``Question.key``; optional keys may be answered
    too). Required keys without an answer are left empty for the editor, and the check names
    each. Raises ``ValueError`` for an answer to a key that does not exist.
    """
    keys = _keys(_SHAPES[kind], vocabulary)
    unknown = set(answers) - {key.path for key in _all(keys) if not key.inner}
    if unknown:
        raise ValueError(f"no such key: {', '.join(sorted(unknown))}")
    values = {path: entered(text) for path, given in answers.items() if (text := _line(given))}
    lines = ["---", *_GUIDE]
    lines += [line for key in keys if _is_open(key, values) for line in _open(key, values)]
    lines += ["", _OPTIONAL]
    lines += [line for key in keys if not _is_open(key, values) for line in _asleep(key)]
    lines += ["", _BODY]
    lines += [f"#   {title}: {advice}" for title, advice in HEADINGS[kind].items()]
    lines += ["---", *(f"\n## {title}" for title in HEADINGS[kind]), ""]
    return "\n".join(lines)


def _keys(shape: type[BaseModel], vocabulary: Vocabulary, before: str = "") -> tuple[_Key, ...]:
    """The keys of a shape: those that must be there first, single values before groups."""
    found = (_key(shape, field, vocabulary, before) for field in shape.model_fields.values())
    return tuple(sorted(found, key=lambda key: (not key.required, bool(key.inner))))


def _key(shape: type[BaseModel], field: FieldInfo, vocabulary: Vocabulary, before: str) -> _Key:
    name = str(field.alias)
    group = _group(field.annotation)
    absent = f"không ghi là {field.default}" if isinstance(field.default, str) else ""
    return _Key(
        path=before + name,
        label=str(field.title),
        write="; ".join(filter(None, [field.description, absent])),
        choices=vocabulary.ids(_closed_lists(shape).get(name, "")),
        required=field.is_required(),
        listed=get_origin(field.annotation) is tuple and ONE_OR_MANY not in field.metadata,
        inner=_keys(group, vocabulary, f"{before}{name}.") if group else (),
    )


def _group(annotation: Any) -> type[BaseModel] | None:
    """The shape inside ``Shape``, ``Shape | None`` or ``tuple[Shape, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _group(part))), None)


@cache
def _closed_lists(shape: type[BaseModel]) -> Mapping[str, str]:
    """Which keys take a term of which list.

    The types alone know; offered something that no list holds, each names its own.
    """
    probe = {str(field.alias): "?" for field in shape.model_fields.values()}
    try:
        shape.model_validate(probe, context={"vocabulary": Vocabulary({})})
    except ValidationError as error:
        refused = [each for each in error.errors() if each["type"] == "unknown-term"]
        return MappingProxyType({str(each["loc"][0]): each["ctx"]["list"] for each in refused})
    return MappingProxyType({})


def _all(keys: tuple[_Key, ...]) -> Iterator[_Key]:
    for key in keys:
        yield key
        yield from _all(key.inner)


def _needed_values(keys: tuple[_Key, ...]) -> Iterator[_Key]:
    for key in keys:
        if key.required:
            yield from _needed_values(key.inner) if key.inner else (key,)


def _is_open(key: _Key, values: Mapping[str, str]) -> bool:
    """Whether the key stands open: because it must, or because it or one inside is answered."""
    return key.required or any(each.path in values for each in _all((key,)))


def _open(
    key: _Key, values: Mapping[str, str], indent: str = "", lead: str | None = None
) -> Iterator[str]:
    """The lines of a key to be filled; ``lead`` stands for the indent before the key itself."""
    head = f"{indent if lead is None else lead}{key.name}:"
    value = values.get(key.path)
    if key.inner:
        yield head
        deeper = indent + ("    " if key.listed else "  ")
        dash = f"{indent}  - " if key.listed else None
        for inner in key.inner:
            if _is_open(inner, values):
                yield from _open(inner, values, deeper, dash)
            else:
                yield from _asleep(inner, deeper, dash)
            dash = None
    elif key.listed and value is not None:
        yield from (head, f"{indent}  - {value}")
    else:
        yield f"{head} {value}" if value is not None else f"{head}  # {key.hint}"


def _asleep(key: _Key, indent: str = "", lead: str | None = None) -> Iterator[str]:
    """The lines of a key that waits: take away “# ” and they stand where they belong."""
    yield f"# {indent if lead is None else lead}{key.name}:  # {key.hint}"
    if key.inner:
        dash = f"{indent}  - " if key.listed else None
        for inner in key.inner:
            yield from _asleep(inner, indent + ("    " if key.listed else "  "), dash)
            dash = None
    elif key.listed:
        yield f"# {indent}  -"


def _line(text: str) -> str:
    """The text as one line of characters that can be seen."""
    seen = (each if each.isprintable() else " " for each in normalise(text))
    return " ".join("".join(seen).split())

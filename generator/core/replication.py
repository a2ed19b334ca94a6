"""A new entry for a model that is done again elsewhere, with what carries over already in it.

Its field, form and keywords are the original's. What it takes to do it waits as comments:
another place must find out for itself. Name, story, place, unit and source are never copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.core.catalogue import ModelItem
from generator.core.fact import Facts
from generator.core.front_matter import Data
from generator.core.model_groups import Location
from generator.core.skeleton import Question, questions, skeleton
from generator.core.taxonomy import Vocabulary
from generator.core.yaml_scalars import scalar

PLACE = "dia_ban.xa"
"""Asked for though it is not required: a copy is known by its place."""

_CARRIED = ("hinh_thuc", "linh_vuc")
_TO_CONFIRM = "của mô hình gốc; nơi mình cũng đúng như vậy thì mới bỏ “# ”"
_SLEEPING = re.compile(r"# {3}(?P<key>\w+):")


def questions_of_copy(original: ModelItem, vocabulary: Vocabulary) -> tuple[Question, ...]:
    """What has to be asked for a copy: all that is not carried over."""
    asked = [each for each in questions("model", vocabulary) if each.key not in _CARRIED]
    after = next(at for at, each in enumerate(asked) if each.key == "dia_ban.tinh") + 1
    asked.insert(after, _question(PLACE, Location, "commune"))
    if original.entry.form == "ca-nhan":
        choices = vocabulary.ids("co_so_dang")
        asked.append(_question("co_so_dang", type(original.entry), "consent", choices))
    return tuple(asked)


def copy_of(original: ModelItem, answers: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """The text of the copy's new ``.md`` file; ``answers`` as for ``skeleton``."""
    entry = original.entry
    carried = {
        "hinh_thuc": entry.form,
        "linh_vuc": entry.fields[0],
        "xay_dung": "nhan-rong",
        "nhan_rong_tu": original.slug,
    }
    lines = skeleton("model", {**carried, **answers}, vocabulary).split("\n")
    if len(entry.fields) > 1:
        lines = list(_with_list(lines, "linh_vuc", entry.fields))
    if entry.keywords:
        lines = list(_with_list(lines, "tu_khoa", entry.keywords))
    told = original.source.data.get("dieu_kien")
    if isinstance(told, dict):
        lines = list(_with_conditions(lines, told))
    return "\n".join(lines)


def _question(key: str, shape: type[Facts], name: str, choices: tuple[str, ...] = ()) -> Question:
    field = shape.model_fields[name]
    return Question(key, str(field.title), str(field.description or ""), choices)


def _with_list(lines: Sequence[str], key: str, values: Sequence[str]) -> Iterator[str]:
    """The lines with a list under ``key``, whether it stood open or waited as a comment."""
    is_done = False
    for line in lines:
        if line.startswith((f"{key}:", f"# {key}:")):
            is_done = True
            yield f"{key}:"
            yield from (f"  - {scalar(_flat(value))}" for value in values)
        elif not (is_done and line == "#   -"):
            is_done = False
            yield line


def _with_conditions(lines: Sequence[str], told: Mapping[str, Data]) -> Iterator[str]:
    """The lines with the original's conditions in the comments where conditions wait."""
    is_inside = is_filled = False
    for line in lines:
        if line.startswith("# dieu_kien:"):
            is_inside = True
            yield f"# dieu_kien:  # {_TO_CONFIRM}"
            continue
        is_inside = is_inside and line.startswith("#   ")
        match = _SLEEPING.match(line) if is_inside else None
        if match:
            values = _texts(told.get(match["key"]))
            is_filled = bool(values)
            yield from _condition(match["key"], values) if values else (line,)
        elif not (is_inside and is_filled):
            yield line


def _condition(key: str, values: Sequence[str]) -> Iterator[str]:
    if len(values) == 1 and key not in ("can_co", "luu_y"):
        yield f"#   {key}: {scalar(values[0])}"
        return
    yield f"#   {key}:"
    yield from (f"#     - {scalar(value)}" for value in values)


def _texts(data: Data) -> list[str]:
    given = data if isinstance(data, list) else [data]
    return [_flat(each) for each in given if isinstance(each, str)]


def _flat(text: str) -> str:
    """The text on one line, of characters that can be seen: it may stand in a comment."""
    seen = (each if each.isprintable() else " " for each in text)
    return " ".join("".join(seen).split())

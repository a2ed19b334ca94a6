"""The keys of an entry as a tree of plain values, read off the field definitions.

What a schema, a web form and a table of keys are all made from, so that none can lag behind.
Knows the fields; must not know what is drawn from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from generator.core.entries import Entry, EntryKind, Model, Plan
from generator.core.field_types import ONE_OR_MANY
from generator.core.taxonomy import Term, Vocabulary

_SHAPES: Final[Mapping[EntryKind, type[Entry]]] = {"model": Model, "plan": Plan}


@dataclass(frozen=True)
class Key:
    """One key of an entry, with all that an editor may be told about it."""

    path: str
    """``ten``; inside a group ``dia_ban.tinh``."""

    label: str
    write: str
    required: bool
    form: Mapping[str, Any]
    """How the value, or each value of a list, is written (see ``written_forms``); of a group {}."""

    default: str | bool | None
    """What is understood where the key is left out, if that is something."""

    is_list: bool = False
    may_stand_alone: bool = False
    """Whether a list of one may be written as the value itself."""

    fewest: int = 0
    most: int | None = None
    inner: tuple[Key, ...] = ()

    @property
    def name(self) -> str:
        """The key as it is typed."""
        return self.path.rpartition(".")[2]

    @property
    def advice(self) -> str:
        """What to write, as a sentence."""
        return self.write if self.write.endswith(("…", ".")) else f"{self.write}."

    def terms(self, vocabulary: Vocabulary) -> tuple[Term, ...]:
        """The terms it may be; none when any value of its form will do."""
        return vocabulary.lists.get(self.form.get("list", ""), ())


def keys_of(kind: EntryKind) -> tuple[Key, ...]:
    """The keys of an entry: those that must be there first, single values before groups."""
    return _keys(_SHAPES[kind], "")


def everywhere(keys: tuple[Key, ...]) -> Iterator[Key]:
    """The keys and all that stand inside them, from the top."""
    for key in keys:
        yield key
        yield from everywhere(key.inner)


def _keys(shape: type[BaseModel], before: str) -> tuple[Key, ...]:
    found = (_key(field, before) for field in shape.model_fields.values())
    return tuple(sorted(found, key=lambda key: (not key.required, bool(key.inner))))


def _key(field: FieldInfo, before: str) -> Key:
    path = f"{before}{field.alias}"
    is_list = get_origin(field.annotation) is tuple
    held = get_args(field.annotation)[0] if is_list else field.annotation
    group = _group(held)
    bounds = {type(each): each for each in field.metadata}
    most, fewest = bounds.get(MaxLen), bounds.get(MinLen)
    return Key(
        path=path,
        label=str(field.title),
        write=str(field.description),
        required=field.is_required(),
        form={} if group else _form(held, () if is_list else field.metadata),
        default=field.default if isinstance(field.default, str | bool) else None,
        is_list=is_list,
        may_stand_alone=ONE_OR_MANY in field.metadata,
        fewest=fewest.min_length if fewest else 0,
        most=most.max_length if most else None,
        inner=_keys(group, f"{path}.") if group else (),
    )


def _group(annotation: Any) -> type[BaseModel] | None:
    """The group of fields in ``Group`` or ``Group | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _group(part))), None)


def _form(annotation: Any, metadata: Any) -> Mapping[str, Any]:
    """How a plain value is written; that an optional one may be absent is told elsewhere."""
    whole: Any = Annotated[(annotation, *metadata)] if metadata else annotation
    drawn = TypeAdapter(whole).json_schema()
    forms = [each for each in drawn.get("anyOf", [drawn]) if each != {"type": "null"}]
    return dict(forms[0])

"""The fields of models and plans are stated once, and completely."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.core.entries import Entry, Model, Plan
from tests.unit.core.made import model, plan


def shapes(shape: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A shape and every group of fields inside it."""
    yield shape
    for field in shape.model_fields.values():
        for inner in inner_shapes(field.annotation):
            yield from shapes(inner)


def inner_shapes(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from inner_shapes(part)


def fields() -> Iterator[tuple[str, FieldInfo]]:
    for top in (Model, Plan):
        for shape in shapes(top):
            for name, field in shape.model_fields.items():
                yield f"{shape.__name__}.{name}", field


@pytest.mark.parametrize(("name", "field"), dict(fields()).items())
def test_a_field_says_all_about_itself(name: str, field: FieldInfo) -> None:
    """Every field has a key of plain letters, a label in Vietnamese and a word on what to write."""
    assert field.alias
    assert field.alias.replace("_", "a").isalpha()
    assert field.alias.isascii()
    assert field.title
    assert field.title[0].isupper()
    assert field.description


@pytest.mark.parametrize("shape", sorted({*shapes(Model), *shapes(Plan)}, key=str))
def test_no_key_is_used_twice_in_a_group(shape: type[BaseModel]) -> None:
    """Within one group each key and each label stands for one field."""
    keys = [field.alias for field in shape.model_fields.values()]
    titles = [field.title for field in shape.model_fields.values()]
    assert len(set(keys)) == len(keys)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("shape", "required"),
    [
        (Model, {"ten", "tom_tat", "hinh_thuc", "linh_vuc", "don_vi", "dia_ban", "nguon"}),
        (Plan, {"ten", "co_quan", "cap", "dia_ban", "giai_doan", "nguon"}),
    ],
)
def test_what_must_be_written(shape: type[Entry], required: set[str]) -> None:
    """The required keys are those of the content format, and no more."""
    assert {f.alias for f in shape.model_fields.values() if f.is_required()} == required


def test_one_value_may_stand_for_a_list() -> None:
    """A single field, plan or body needs no dash."""
    entry = model(linh_vuc="kinh-te", ke_hoach="a", dieu_kien="{dia_ban_phu_hop: do-thi}").entry
    assert (entry.fields, entry.plans) == (("kinh-te",), ("a",))
    assert entry.conditions is not None
    assert entry.conditions.terrain == ("do-thi",)
    task = plan(nhiem_vu="[{noi_dung: A, chu_tri: Ban Dân vận}]").entry.tasks[0]
    assert task.leads == ("Ban Dân vận",)


def test_an_entry_never_changes() -> None:
    """Entries are values: nothing can be assigned to them later."""
    entry = model().entry
    with pytest.raises(ValidationError):
        entry.name = "Khác"  # type: ignore[misc]


def test_what_is_left_out_has_a_quiet_default() -> None:
    """A model is a way of doing unless it says otherwise, and has no results it does not name."""
    entry = model().entry
    assert entry.type == "mo-hinh"
    assert (entry.results, entry.recognitions, entry.start, entry.contact) == ((), (), None, None)

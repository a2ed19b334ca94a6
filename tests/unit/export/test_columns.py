"""Columns take their words from the fields, and no field is forgotten."""

import pytest

from generator.core.entries import Entry, Model, Plan
from generator.export.columns import ColumnType, field_column, group_in
from generator.export.records import COLUMNS


def test_a_column_takes_its_words_from_the_field() -> None:
    """Name, label, meaning and key all come from the definition in the entry."""
    column = field_column(Model, "unit")

    field = Model.model_fields["unit"]
    assert (column.name, column.title, column.meaning, column.key) == (
        "unit",
        field.title,
        field.description,
        "don_vi",
    )


def test_a_nested_field_is_labelled_with_its_group() -> None:
    """The label and the key of a field inside a group name the group first."""
    column = field_column(Model, "conditions.money")

    assert column.title == "Điều kiện – Số tiền"
    assert column.key == "dieu_kien.so_tien"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("name", ColumnType.TEXT),
        ("start", ColumnType.DATE),
        ("keywords", ColumnType.LIST),
        ("fields", ColumnType.LIST),
        ("place.year", ColumnType.INTEGER),
        ("sources.title_is_restored", ColumnType.TRUTH),
    ],
)
def test_the_kind_of_value_follows_the_annotation(path: str, expected: ColumnType) -> None:
    """What a column holds is read from the type of its field."""
    assert field_column(Model, path).type is expected


def test_an_unknown_field_is_refused() -> None:
    """A column cannot be made of a field that does not exist."""
    with pytest.raises(KeyError):
        field_column(Model, "place.galaxy")


@pytest.mark.parametrize(("kind", "shape"), [("model", Model), ("plan", Plan)])
def test_every_field_of_an_entry_is_published(kind: str, shape: type[Entry]) -> None:
    """Each field has a column, or is a group that the details hold in full."""
    told = {column.key.partition(".")[0] for column in COLUMNS[kind]}
    told |= {"ke_hoach", "nhan_rong_tu"}  # plans and copied_from, read through the links
    missing = {
        name
        for name, field in shape.model_fields.items()
        if field.alias not in told and not group_in(field.annotation)
    }

    assert missing == set()


@pytest.mark.parametrize("kind", ["model", "plan"])
def test_every_column_explains_itself_once(kind: str) -> None:
    """Names are unique, and label and meaning are never empty."""
    names = [column.name for column in COLUMNS[kind]]

    assert len(names) == len(set(names))
    assert all(column.title and column.meaning for column in COLUMNS[kind])

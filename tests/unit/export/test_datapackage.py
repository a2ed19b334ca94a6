"""The description tells programs what stands in the files, column by column."""

import csv
import json
import re
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import StringIO
from typing import Any

from generator.core.links import links
from generator.export.datapackage import PARTIAL_DATE, DataFile, datapackage
from generator.export.records import model_records
from generator.export.tables import NOTES, csv_table
from tests.unit.export.export_world import PUBLICATION, VOCABULARY, model, thin_model, world

DAY = date(2026, 11, 20)
CATALOGUE = world(model("a"), thin_model("b"))
RECORDS = model_records(CATALOGUE, links(CATALOGUE), PUBLICATION.base_url, {"a": 70})
TABLE = csv_table("model", RECORDS)
HASH = sha256(TABLE).hexdigest()
FILES = (
    DataFile("model", "mo-hinh.csv", len(TABLE), HASH),
    DataFile("model", "mo-hinh.json", 2, sha256(b"{}").hexdigest()),
)


def package(**changes: Any) -> Any:
    """The package as a program reads it."""
    return json.loads(datapackage(replace(PUBLICATION, **changes), DAY, FILES, VOCABULARY))


def fields() -> dict[str, Any]:
    """The described columns of the table, by name."""
    return {field["name"]: field for field in package()["resources"][0]["schema"]["fields"]}


def test_the_files_are_described_with_size_and_hash() -> None:
    """Whoever fetched a file can see that it is whole."""
    table, full = package()["resources"]

    assert table["path"] == "mo-hinh.csv"
    assert (table["bytes"], table["hash"]) == (len(TABLE), f"sha256:{HASH}")
    assert (table["profile"], full["profile"]) == ("tabular-data-resource", "data-resource")
    assert "schema" not in full
    assert table["name"] != full["name"]


def test_the_schema_names_the_columns_of_the_table_in_order() -> None:
    """The header row and the description cannot differ."""
    header = next(csv.reader(StringIO(TABLE.decode("utf-8-sig"))))

    assert list(fields()) == header


def test_every_column_has_a_vietnamese_title_and_meaning() -> None:
    """Nobody has to guess what a column holds."""
    assert all(field["title"] and field["description"] for field in fields().values())


def test_the_cells_of_the_table_fit_the_schema() -> None:
    """Types, patterns and closed lists hold for every row that was written."""
    described = fields()
    for row in csv.DictReader(StringIO(TABLE.decode("utf-8-sig"), newline="")):
        for name, text in row.items():
            if text:
                _check(described[name], text)


def _check(field: Any, text: str) -> None:
    constraints = field.get("constraints", {})
    assert text in constraints.get("enum", [text])
    assert re.fullmatch(constraints.get("pattern", ".*"), text, re.DOTALL)
    forms = {"integer": r"\d+", "boolean": "true|false", "string": ".*"}
    assert re.fullmatch(forms[field["type"]], text, re.DOTALL)


def test_closed_lists_are_enumerated_and_dates_have_a_pattern() -> None:
    """A program can tell a wrong id or date from a right one."""
    found = fields()

    assert found["form"]["constraints"] == {"enum": ["tap-the", "ca-nhan"]}
    assert found["start"]["constraints"] == {"pattern": PARTIAL_DATE}
    assert found["slug"]["constraints"] == {"required": True, "unique": True}


def test_the_package_names_its_publisher_and_licence() -> None:
    """Owner, address, terms and the notes on the formats stand at the top."""
    found = package()

    assert found["contributors"] == [{"title": "Ban Tuyên giáo và Dân vận", "role": "publisher"}]
    assert found["homepage"] == PUBLICATION.base_url
    assert found["licenses"][0]["path"] == "https://licence.example/by/4.0/"
    assert all(note in found["description"] for note in NOTES)
    assert found["created"] == "2026-11-20T00:00:00+07:00"


def test_no_licence_is_claimed_when_none_was_chosen() -> None:
    """An unset licence leaves no key behind."""
    assert "licenses" not in package(licence=None)

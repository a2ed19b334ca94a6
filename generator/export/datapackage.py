"""The description of the data files that programs read: a Frictionless data package.

Follows the Data Package and Table Schema specifications, version 1, which the common tools read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.core.entries import EntryKind
from generator.core.taxonomy import Vocabulary
from generator.export.columns import Column, ColumnType
from generator.export.publication import Publication
from generator.export.records import COLUMNS, Json
from generator.export.tables import NOTES, TITLES

PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
"""A year, a month or a day."""

_TYPES = {ColumnType.INTEGER: "integer", ColumnType.TRUTH: "boolean"}
"""The types of Table Schema; all other columns hold strings."""

_MEDIA = {"csv": "text/csv", "json": "application/json"}
_NAMES: dict[EntryKind, str] = {"model": "mo-hinh", "plan": "ke-hoach"}


@dataclass(frozen=True)
class DataFile:
    """A file that the package describes."""

    kind: EntryKind
    path: str
    """Relative to ``datapackage.json``; ends in ``.csv`` or ``.json``."""

    size: int
    """In bytes."""

    sha256: str
    """In hexadecimal digits."""

    @property
    def format(self) -> str:
        """``csv`` or ``json``."""
        return self.path.rpartition(".")[2]


def datapackage(
    publication: Publication, updated: date, files: Sequence[DataFile], vocabulary: Vocabulary
) -> bytes:
    """``datapackage.json``: what the files are, whose, since when, and every column's meaning."""
    package = _without_gaps(
        {
            "name": "dan-van-kheo",
            "title": publication.name,
            "description": "\n\n".join([publication.description, *NOTES]).strip(),
            "homepage": publication.base_url,
            "created": f"{updated.isoformat()}T00:00:00+07:00",
            "licenses": _licences(publication),
            "contributors": [{"title": publication.owner, "role": "publisher"}],
            "resources": [_resource(file, vocabulary) for file in files],
        }
    )
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _licences(publication: Publication) -> list[Json]:
    licence = publication.licence
    if licence is None:
        return []
    return [_without_gaps({"name": licence.name, "title": licence.title, "path": licence.url})]


def _resource(file: DataFile, vocabulary: Vocabulary) -> dict[str, Json]:
    is_table = file.format == "csv"
    about: dict[str, Json] = {
        "name": _NAMES[file.kind] + ("" if is_table else "-json"),
        "path": file.path,
        "title": TITLES[file.kind],
        "profile": "tabular-data-resource" if is_table else "data-resource",
        "format": file.format,
        "mediatype": _MEDIA[file.format],
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    if is_table:
        about["schema"] = _schema(file.kind, vocabulary)
    return about


def _schema(kind: EntryKind, vocabulary: Vocabulary) -> dict[str, Json]:
    return {
        "fields": [_field(column, vocabulary) for column in COLUMNS[kind]],
        "primaryKey": "slug",
        "missingValues": [""],
    }


def _field(column: Column, vocabulary: Vocabulary) -> dict[str, Json]:
    meaning = column.meaning
    if column.key:
        meaning += f" (khóa trong tệp nội dung: {column.key})"
    return _without_gaps(
        {
            "name": column.name,
            "title": column.title,
            "description": meaning,
            "type": _TYPES.get(column.type, "string"),
            "format": "uri" if column.type is ColumnType.URL else None,
            "constraints": _constraints(column, vocabulary),
        }
    )


def _constraints(column: Column, vocabulary: Vocabulary) -> dict[str, Json]:
    if column.name == "slug":
        return {"required": True, "unique": True}
    if column.type is ColumnType.DATE:
        return {"pattern": PARTIAL_DATE}
    ids: list[Json] = [*vocabulary.ids(column.vocabulary)]
    return {"enum": ids} if ids and column.type is ColumnType.TEXT else {}


def _without_gaps(facts: dict[str, Json]) -> dict[str, Json]:
    """Only what is there: a specification's key without a value says something untrue."""
    return {name: value for name, value in facts.items() if value not in (None, "", [], {})}

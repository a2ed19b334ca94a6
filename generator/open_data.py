"""The files of open data, and the page that tells about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.core.completeness import completeness
from generator.core.entries import EntryKind
from generator.core.routes import (
    DATA,
    DATAPACKAGE,
    HOME,
    MODELS_CSV,
    MODELS_JSON,
    PLANS_CSV,
    PLANS_JSON,
)
from generator.edition import Edition, Output
from generator.export.datapackage import DataFile, datapackage
from generator.export.linked_data import Download
from generator.export.publication import Publication
from generator.export.records import COLUMNS, Record, model_records, plan_records
from generator.export.tables import csv_table, json_document
from generator.pages.list_views import ColumnView, DataView
from generator.pages.views import Link

_FILE_NAMES = {
    MODELS_JSON: "Mô hình, JSON",
    MODELS_CSV: "Mô hình, CSV",
    PLANS_JSON: "Kế hoạch, JSON",
    PLANS_CSV: "Kế hoạch, CSV",
    DATAPACKAGE: "Mô tả dữ liệu",
}


_TABLES: tuple[tuple[EntryKind, str, str], ...] = (
    ("model", MODELS_JSON, MODELS_CSV),
    ("plan", PLANS_JSON, PLANS_CSV),
)


def data_files(edition: Edition) -> Iterator[Output]:
    """Every table as JSON and CSV, and the description of them all."""
    know, publication = edition.knowledge, edition.publication
    terms = know.catalogue.vocabulary
    files = []
    for kind, json_path, csv_path in _TABLES:
        records = _records(kind, edition)
        document = json_document(kind, records, publication, know.today, terms)
        files += [
            DataFile(kind, json_path.removeprefix(DATA), document),
            DataFile(kind, csv_path.removeprefix(DATA), csv_table(kind, records)),
        ]
    yield from (Output(DATA + file.path, file.data) for file in files)
    yield Output(DATAPACKAGE, datapackage(publication, know.today, files, terms))


def _records(kind: EntryKind, edition: Edition) -> tuple[Record, ...]:
    know, base = edition.knowledge, edition.publication.base_url
    if kind == "plan":
        return plan_records(know.catalogue, know.links, base)
    told = {slug: completeness(item).percent for slug, item in know.catalogue.models.items()}
    return model_records(know.catalogue, know.links, base, told)


def download(file: Output, publication: Publication) -> Download:
    """A file of open data, as the data page's head names it."""
    media = "text/csv" if file.path.endswith(".csv") else "application/json"
    name = _FILE_NAMES[file.path]
    return Download(name, publication.address(file.path), media, len(file.data))


def data_view(data: Iterable[Output]) -> DataView:
    """All that the page of open data shows."""
    files = tuple(Link(_FILE_NAMES[f.path], f.path, _size(len(f.data))) for f in data)
    return DataView(
        (Link("Trang chủ", HOME),),
        files,
        _columns("model"),
        _columns("plan"),
    )


def _columns(kind: EntryKind) -> tuple[ColumnView, ...]:
    return tuple(ColumnView(each.name, each.title, each.meaning) for each in COLUMNS[kind])


def _size(count: int) -> str:
    return f"{max(1, round(count / 1000))} kB"

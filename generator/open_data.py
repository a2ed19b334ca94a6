"""The files of open data, and the page that tells about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import Any

from generator.core.catalogue import Item
from generator.core.completeness import completeness
from generator.core.entries import EntryKind
from generator.core.links import Links
from generator.core.routes import (
    DATA,
    DATAPACKAGE,
    HOME,
    MODELS_CSV,
    MODELS_JSON,
    PLANS_CSV,
    PLANS_JSON,
)
from generator.edition import Edition, Output, output
from generator.export.datapackage import DataFile, datapackage
from generator.export.linked_data import Download
from generator.export.publication import Publication
from generator.export.readings import Surroundings
from generator.export.records import COLUMNS, model_record, plan_record, surroundings
from generator.export.tables import csv_line, csv_pieces, json_line, json_pieces
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


@dataclass(frozen=True)
class Lines:
    """An entry in the files of open data."""

    json: bytes
    csv: bytes


Told = Callable[[Item[Any]], Lines]
"""The lines of an entry, made now or kept from before."""


def lines(item: Item[Any], around: Surroundings) -> Lines:
    """A pure function of the entry, the vocabulary, the site's address and ``told_of_others``."""
    record = (model_record if item.kind == "model" else plan_record)(item, around)
    return Lines(json_line(record), csv_line(record))


def told_of_others(item: Item[Any], links: Links) -> tuple[str, ...]:
    """What an entry's lines say of other entries, for whoever keeps them."""
    if item.kind == "plan":
        newer, answers = links.replaced_by.get(item.slug), links.answers.get(item.slug, ())
        return (newer.slug if newer else "", *(each.slug for each in answers))
    original, copies = links.originals.get(item.slug), links.copies.get(item.slug, ())
    return (original.slug if original else "", *(each.slug for each in copies))


def around_entries(edition: Edition) -> Surroundings:
    """What the lines of entries are made from besides the entries."""
    know, base = edition.knowledge, edition.publication.base_url
    return surroundings(know.catalogue, know.links, base, lambda item: completeness(item).percent)


def data_files(edition: Edition, told: Told | None = None) -> Iterator[Output]:
    """Every table as JSON and CSV, and the description of them all.

    One table is held in memory at a time, and that only while its output is.
    """
    know, around = edition.knowledge, around_entries(edition)
    files: list[DataFile] = []
    for kind, json_path, csv_path in _TABLES:
        tables = _tables(kind, edition, told or (lambda item: lines(item, around)))
        for path, data in zip((json_path, csv_path), tables, strict=True):
            hashed = sha256(data)
            files.append(DataFile(kind, path.removeprefix(DATA), len(data), hashed.hexdigest()))
            yield Output(path, hashed.digest()[:16], partial(bytes, data))
            del data
    described = datapackage(edition.publication, know.today, files, know.catalogue.vocabulary)
    yield output(DATAPACKAGE, described)


def _tables(kind: EntryKind, edition: Edition, told: Told) -> Iterator[bytes]:
    """The table of a kind as JSON, and then as CSV, while each entry is asked only once."""
    know = edition.knowledge
    catalogue = know.catalogue
    items: Mapping[str, Item[Any]] = catalogue.models if kind == "model" else catalogue.plans
    rows: list[bytes] = []

    def documents() -> Iterator[bytes]:
        for item in items.values():
            found = told(item)
            rows.append(found.csv)
            yield found.json

    publication, vocabulary = edition.publication, catalogue.vocabulary
    yield _joined(json_pieces(kind, documents(), len(items), publication, know.today, vocabulary))
    yield _joined(csv_pieces(kind, rows))


def _joined(pieces: Iterable[bytes]) -> bytes:
    """The pieces as one, without ever holding them twice, as ``bytes.join`` would."""
    whole = BytesIO()
    whole.writelines(pieces)
    return whole.getvalue()


def download(path: str, size: int, publication: Publication) -> Download:
    """A file of open data, as the data page's head names it."""
    media = "text/csv" if path.endswith(".csv") else "application/json"
    return Download(_FILE_NAMES[path], publication.address(path), media, size)


def data_view(sizes: Mapping[str, int]) -> DataView:
    """All that the page of open data shows; ``sizes`` are those of its files, by path."""
    files = tuple(Link(_FILE_NAMES[path], path, _size(size)) for path, size in sizes.items())
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

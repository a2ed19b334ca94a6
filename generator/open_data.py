"""What the files of open data hold, and the page that tells about them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from generator.core.catalogue import Item
from generator.core.completeness import completeness
from generator.core.entries import EntryKind
from generator.core.links import Links
from generator.core.routes import (
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
from generator.export.tables import Frame, csv_frame, csv_line, json_frame, json_line
from generator.pages.list_views import ColumnView, DataView
from generator.pages.views import Link

_FILE_NAMES = {
    MODELS_JSON: "Mô hình, JSON",
    MODELS_CSV: "Mô hình, CSV",
    PLANS_JSON: "Kế hoạch, JSON",
    PLANS_CSV: "Kế hoạch, CSV",
    DATAPACKAGE: "Mô tả dữ liệu",
}


TABLES: tuple[tuple[EntryKind, tuple[str, str]], ...] = (
    ("model", (MODELS_JSON, MODELS_CSV)),
    ("plan", (PLANS_JSON, PLANS_CSV)),
)
"""The kinds of entry, each with its files."""


class Lines(NamedTuple):
    """An entry in the files of open data."""

    json: bytes
    csv: bytes


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


def frames(kind: EntryKind, edition: Edition) -> tuple[Frame, Frame]:
    """What stands around the lines of a kind in its JSON and its CSV."""
    know, count = edition.knowledge, len(entries(kind, edition))
    vocabulary = know.catalogue.vocabulary
    return json_frame(kind, count, edition.publication, know.today, vocabulary), csv_frame(kind)


def entries(kind: EntryKind, edition: Edition) -> Collection[Item[Any]]:
    """Those of a table, in its order."""
    catalogue = edition.knowledge.catalogue
    return catalogue.models.values() if kind == "model" else catalogue.plans.values()


def description(edition: Edition, files: Sequence[DataFile]) -> Output:
    """The file that tells programs of all the others."""
    know = edition.knowledge
    found = datapackage(edition.publication, know.today, files, know.catalogue.vocabulary)
    return output(DATAPACKAGE, found)


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

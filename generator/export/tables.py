"""The records as files that people and programs open: CSV for tables, JSON with everything.

CSV: RFC 4180, UTF-8 with a mark at the start so that Excel reads the letters. A list is one cell,
its parts joined by ``LIST_MARK``. JSON: lists are lists, and ``details`` holds what a table cannot.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import StringIO

from generator.core.entries import EntryKind
from generator.core.routes import DATA, DATAPACKAGE
from generator.core.taxonomy import Vocabulary
from generator.export.columns import Value
from generator.export.publication import Publication
from generator.export.records import COLUMNS, Json, Record
from generator.export.safe_text import FORMULA_SIGNS, cell

LIST_MARK = " | "
"""Between the parts of a list in one cell."""

TITLES: Mapping[EntryKind, str] = {
    "model": "Mô hình, điển hình “Dân vận khéo”",
    "plan": "Kế hoạch phong trào thi đua “Dân vận khéo”",
}
"""What each table is called."""

NOTES = (
    f"Tệp CSV dùng dấu phẩy, mã UTF-8. Ô là danh sách thì các mục cách nhau bằng “{LIST_MARK}”.",
    f"Trong tệp CSV, ô bắt đầu bằng một trong các dấu {FORMULA_SIGNS} được thêm dấu nháy đơn (') "
    "ở đầu để phần mềm bảng tính không hiểu nhầm là công thức.",
    "Tệp JSON giữ danh sách thành danh sách; phần details ghi đủ nguồn, kết quả, công nhận, "
    "nhiệm vụ, mốc thời gian và thân bài (Markdown).",
    "Ngày viết theo ISO 8601 và chỉ chi tiết đến mức nguồn cho biết: 2024, 2024-10 hoặc "
    "2024-10-15. Trong details còn có khoảng năm (2011/2015) và ngày lặp lại hằng năm (--03-31).",
    "Ô trống (trong JSON là null hoặc danh sách rỗng) nghĩa là chưa biết, không phải là không có.",
)
"""What a person who uses the files must know, for the data page and the data package."""


def csv_table(kind: EntryKind, records: Iterable[Record]) -> bytes:
    """The records as a table: the first row names the columns."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in COLUMNS[kind])
    for record in records:
        writer.writerow([_cell(value) for value in record.values.values()])
    return out.getvalue().encode("utf-8-sig", "replace")


def json_document(
    kind: EntryKind,
    records: Sequence[Record],
    publication: Publication,
    updated: date,
    vocabulary: Vocabulary,
) -> bytes:
    """The records with everything they hold, under a head that says what they are.

    ``{"title", "publisher", "url", "licence", "updated", "documentation", "terms", "count",
    "items"}``: ``terms`` maps the name of a column of ids to the name of each id, an item holds
    every column and ``details``. Each item stands on a line of its own.
    """
    head = _head(kind, records, publication, updated, vocabulary)
    lines = [_compact({**record.values, "details": record.details}) for record in records]
    items = "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"
    fields = [f'"{name}": {_compact(value)}' for name, value in head.items()]
    document = "{\n" + ",\n".join([*fields, f'"items": {items}']) + "\n}\n"
    return document.encode("utf-8", "replace")


def _head(
    kind: EntryKind,
    records: Sequence[Record],
    publication: Publication,
    updated: date,
    vocabulary: Vocabulary,
) -> dict[str, Json]:
    return {
        "title": TITLES[kind],
        "publisher": publication.owner,
        "url": publication.address(DATA),
        "licence": _licence(publication),
        "updated": updated.isoformat(),
        "documentation": publication.address(DATAPACKAGE),
        "terms": _terms(kind, vocabulary),
        "count": len(records),
    }


def _licence(publication: Publication) -> Json:
    licence = publication.licence
    if licence is None:
        return None
    return {"name": licence.name, "title": licence.title, "url": licence.url}


def _terms(kind: EntryKind, vocabulary: Vocabulary) -> dict[str, Json]:
    """The names of all ids, by the column that holds them."""
    return {
        column.name: {term.id: term.name for term in vocabulary.lists.get(column.vocabulary, ())}
        for column in COLUMNS[kind]
        if column.vocabulary
    }


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return cell(LIST_MARK.join(value))
        case _:
            return cell(str(value))

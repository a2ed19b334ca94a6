"""The records as files that people and programs open: CSV for tables, JSON with everything.

CSV: RFC 4180, UTF-8 with a mark at the start so that Excel reads the letters. A list is one cell,
its parts joined by ``LIST_MARK``. JSON: lists are lists, and ``details`` holds what a table cannot.
"""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.core.compact_json import compact_json, compact_json_bytes
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


def csv_line(record: Record) -> bytes:
    """The record as a row of its table, with the row's end."""
    return _row([_cell(value) for value in record.values.values()])


@dataclass(frozen=True)
class Frame:
    """What stands around the lines of a file."""

    head: bytes
    between: bytes
    tail: bytes

    def around(self, lines: Iterable[bytes]) -> bytes:
        """The whole file."""
        return self.head + self.between.join(lines) + self.tail


def csv_frame(kind: EntryKind) -> Frame:
    """Of a table of rows, as of ``csv_line``: the first row names the columns."""
    return Frame(BOM_UTF8 + _row([column.name for column in COLUMNS[kind]]), b"", b"")


def csv_table(kind: EntryKind, records: Iterable[Record]) -> bytes:
    """The whole table of some records."""
    return csv_frame(kind).around(map(csv_line, records))


def json_line(record: Record) -> bytes:
    """The record with everything it holds, on one line without an end."""
    return compact_json_bytes({**record.values, "details": record.details})


def json_frame(
    kind: EntryKind, count: int, publication: Publication, updated: date, vocabulary: Vocabulary
) -> Frame:
    """Of a document of so many records, as of ``json_line``, under what says what they are.

    ``{"title", "publisher", "url", "licence", "updated", "documentation", "terms", "count",
    "items"}``: ``terms`` maps the name of a column of ids to the name of each id, an item holds
    every column and ``details``, and stands on a line of its own.
    """
    head = _head(kind, count, publication, updated, vocabulary)
    fields = "".join(f'"{name}": {compact_json(value)},\n' for name, value in head.items())
    end = "\n" if count else ""
    opening = f'{{\n{fields}"items": [{end}'.encode("utf-8", "replace")
    return Frame(opening, b",\n", f"{end}]\n}}\n".encode())


def json_document(
    kind: EntryKind,
    records: Sequence[Record],
    publication: Publication,
    updated: date,
    vocabulary: Vocabulary,
) -> bytes:
    """The whole document of some records."""
    frame = json_frame(kind, len(records), publication, updated, vocabulary)
    return frame.around(map(json_line, records))


def _head(
    kind: EntryKind,
    count: int,
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
        "count": count,
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


class _Handed:
    """Hands a row back instead of keeping it."""

    @staticmethod
    def write(row: str) -> str:
        return row


_WRITER = csv.writer(_Handed(), lineterminator="\r\n")


def _row(cells: Sequence[str]) -> bytes:
    # A writer of rows gives back what its file gave back: here the row itself.
    row: str = _WRITER.writerow(cells)
    return row.encode("utf-8", "replace")


def _cell(value: Value) -> str:
    match value:
        case str():
            return cell(value)
        case None | ():
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return cell(LIST_MARK.join(value))
        case _:
            return cell(str(value))

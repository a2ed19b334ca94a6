"""The official form with marks where one model's values go, for the page that fills it in.

Two finished files for each of ten thousand models would outweigh the site. So the form is drawn
once, with a mark such as ``@@kinh-te.ten@@`` in the first row of every field, and the browser
puts the values of the model at hand in their place (``sheet.js``). Must not know any model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from generator.core.taxonomy import Vocabulary
from generator.forms.columns import MARKS, TITLES, Column
from generator.forms.fields import FIELDS, title
from generator.forms.paper import Align, Box, Paper
from generator.forms.registration import RegistrationForm, Section
from generator.forms.registration_table import registration_paper

_MARK = "@@"
_FOUND = _MARK.encode()
_MERGED_CELL = re.compile(rb"<mergeCell [^>]*?(?:/>|></mergeCell>)")
_MERGED = re.compile(rb"(?:%s)+" % _MERGED_CELL.pattern)


def prefilled_paper(vocabulary: Vocabulary) -> Paper:
    """The form with every field, and marks in the first row of each."""
    fields = vocabulary.ids(FIELDS)
    titles = [title(number, field, vocabulary) for number, field in enumerate(fields, start=1)]
    form = RegistrationForm("", None, "", tuple(Section(each) for each in titles))
    paper = registration_paper(form)
    return replace(paper, body=tuple(_marked(paper, dict(zip(titles, fields, strict=True)))))


def _marked(paper: Paper, fields: dict[str, str]) -> Iterator[tuple[Box, ...]]:
    """The rows, the one below a field's title with marks; the page puts its dotted line back."""
    field = ""
    for row in paper.body:
        yield _marks(field) if field else row
        field = fields.get(row[0].text, "")


def _marks(field: str) -> tuple[Box, ...]:
    texts = {column: f"{_MARK}{field}.{column.value}{_MARK}" for column in TITLES}
    return tuple(
        Box(f"1{text}" if column is Column.NAME else text, align=_align(column))
        for column, text in texts.items()
    )


def _align(column: Column) -> Align:
    return "center" if column in MARKS else "left"


def _sorted(merged: re.Match[bytes]) -> bytes:
    """The merged cells of a sheet in one order: openpyxl keeps them as a set."""
    return b"".join(sorted(_MERGED_CELL.findall(merged[0])))


def with_open_marks(packed: bytes) -> bytes:
    """The same file with the parts that hold marks uncompressed, so that a page can change them."""
    held = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(held, "w") as new:
        for part in old.infolist():
            data = _MERGED.sub(_sorted, old.read(part))
            packing = ZIP_STORED if _FOUND in data else ZIP_DEFLATED
            new.writestr(part, data, packing)
    return held.getvalue()

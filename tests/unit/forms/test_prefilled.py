"""The form with marks: every field is there, and a page can change what it must and no more."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from generator.adapters import spreadsheet, word_document
from generator.core.taxonomy import Term, Vocabulary
from generator.forms.measuring import LINE
from generator.forms.prefilled import prefilled_paper, with_open_marks

FIELDS = ("kinh-te", "van-hoa-xa-hoi", "quoc-phong-an-ninh", "do-thi-van-minh")
VOCABULARY = Vocabulary(lists={"linh_vuc": tuple(Term(each, each) for each in FIELDS)})
WRITERS = {"xlsx": spreadsheet.write, "docx": word_document.write}


def test_every_field_has_a_row_of_marks() -> None:
    """The first row of a field holds a mark for each of the seven columns."""
    texts = [box.text for row in prefilled_paper(VOCABULARY).body for box in row]
    marks = [text for text in texts if "@@" in text]
    assert len(marks) == 7 * len(FIELDS)
    assert marks[:2] == ["1@@kinh-te.ten@@", "@@kinh-te.tap-the@@"]
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("kind", WRITERS)
def test_only_parts_with_marks_lie_open(kind: str) -> None:
    """What the page must change is stored as it is; all else stays packed and unchanged."""
    packed = WRITERS[kind](prefilled_paper(VOCABULARY))
    opened = with_open_marks(packed)
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(io.BytesIO(opened)) as new:
        assert new.testzip() is None
        assert old.namelist() == new.namelist()
        assert all(old.read(name) == new.read(name) for name in old.namelist())
        stored = [part for part in new.infolist() if part.compress_type == zipfile.ZIP_STORED]
        assert [b"@@kinh-te.ten@@" in new.read(part) for part in stored] == [True]
    assert with_open_marks(packed) == opened


def test_titles_that_wrap_have_room() -> None:
    """The name of a field that takes two lines stands in a row of two; an empty line grows."""
    terms = (Term("kinh-te", "Kinh tế"), Term("he-thong", "Xây dựng hệ thống chính trị"))
    data = spreadsheet.write(prefilled_paper(Vocabulary(lists={"linh_vuc": terms})))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    heights = {
        str(row[0].value)[:3]: sheet.row_dimensions[row[0].row].height
        for row in sheet.iter_rows()
        if str(row[0].value).startswith(("I. ", "II.", "2.."))
    }
    assert heights == {"I. ": None, "II.": 2 * LINE + 2, "2..": None}

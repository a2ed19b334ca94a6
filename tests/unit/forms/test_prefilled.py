"""The form with marks: every field is there, and a page can change what it must and no more."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.adapters import spreadsheet, word_document
from generator.core.taxonomy import Term, Vocabulary
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

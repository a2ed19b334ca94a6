"""Files are judged by their bytes before anything reads them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

import pytest

from generator.core.problems import Problem
from generator.forms.package import MAX_BYTES, MAX_PARTS, inspect, settled

TYPES = "[Content_Types].xml"
SHEET = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def told(data: bytes, name: str = "b.xlsx") -> str:
    found = inspect(name, data)
    assert isinstance(found, Problem)
    assert found.message
    assert found.mend
    return found.code


@pytest.mark.parametrize(("sign", "kind"), [(SHEET, "xlsx"), (WORD, "docx")])
def test_the_kind_is_what_the_file_holds(sign: bytes, kind: str) -> None:
    """The content decides, whatever the ending says."""
    assert inspect("b.bin", packed({TYPES: b"<Types>" + sign + b"</Types>"})) == kind


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "b.docx", "form-old-format"),
        (OLE + "Workbook".encode("utf-16-le"), "b.xlsx", "form-old-format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "b.xlsx", "form-locked"),
        (b"{\\rtf1 abc}", "b.doc", "form-old-format"),
        (b"<html><table>", "b.xls", "form-old-format"),
        (b"%PDF-1.7", "b.pdf", "form-not-office"),
        (b"", "b.xlsx", "form-not-office"),
        (packed({"mimetype": b"application/vnd.oasis"}), "b.ods", "form-not-office"),
        (packed({TYPES: b"<Types>presentation</Types>"}), "b.pptx", "form-not-office"),
        (b"PK\x03\x04" + b"\0" * 100, "b.xlsx", "form-damaged"),
        (packed({TYPES: SHEET})[:-30], "b.xlsx", "form-damaged"),
        (b"x" * (MAX_BYTES + 1), "b.xlsx", "form-too-large"),
    ],
)
def test_other_files_are_refused_with_what_to_do(data: bytes, name: str, code: str) -> None:
    """Old formats, locked files, other kinds and broken ones each have their own sentence."""
    assert told(data, name) == code


def test_old_formats_name_the_program_that_opens_them() -> None:
    """A .xls is opened with Excel, a .doc with Word."""
    found = inspect("b.xls", OLE)
    assert isinstance(found, Problem)
    assert (found.detail["program"], found.detail["ending"]) == ("Excel", ".xlsx")


def test_a_bomb_is_stopped_while_it_unpacks() -> None:
    """Thousandfold compression is refused by what it unpacks to, never by what it claims."""
    bomb = packed({TYPES: SHEET, "xl/a.xml": b" " * (60 << 20)})
    assert len(bomb) < 100_000
    assert told(bomb) == "form-too-large"


def test_a_size_that_lies_does_not_help_a_bomb() -> None:
    """A directory that says a part is small is not believed."""
    bomb = bytearray(packed({TYPES: SHEET, "xl/a.xml": b" " * (60 << 20)}))
    size = struct.pack("<L", 60 << 20)
    while (at := bomb.find(size)) >= 0:
        bomb[at : at + 4] = struct.pack("<L", 10)
    assert told(bytes(bomb)) in ("form-too-large", "form-damaged")


def test_too_many_parts_are_refused() -> None:
    """A package of thousands of parts is no form."""
    parts = {f"xl/{number}.xml": b"" for number in range(MAX_PARTS + 1)}
    assert told(packed({TYPES: SHEET, **parts})) == "form-too-large"


@pytest.mark.parametrize(
    "part",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        b'\xef\xbb\xbf <?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><x/>'.encode("utf-16"),
        '<?xml version="1.0"?><!DOCTYPE x><x/>'.encode("utf-16-be"),
        b'<?xml version="1.0" encoding="cp037"?>' + "<!DOCTYPE x><x/>".encode("cp037"),
    ],
)
def test_entities_are_refused_in_any_disguise(part: bytes) -> None:
    """No part may declare a document type, in whatever encoding it hides."""
    assert told(packed({TYPES: SHEET, "xl/a.xml": part})) == "form-declares-entities"


def test_pictures_are_no_xml() -> None:
    """A picture that happens to hold such letters is left alone."""
    picture = b"\x89PNG <!DOCTYPE"
    assert inspect("b.xlsx", packed({TYPES: SHEET, "xl/media/a.png": picture})) == "xlsx"


def test_parts_of_one_name_are_refused() -> None:
    """Two readers might take two different parts for the same."""
    other = "[Content_Typez].xml"
    twice = packed({TYPES: SHEET, other: SHEET}).replace(other.encode(), TYPES.encode())
    assert told(twice) == "form-damaged"


def test_other_packings_are_refused() -> None:
    """Office packs with deflate only; slower packings are no accident."""
    assert told(packed({TYPES: SHEET}, zipfile.ZIP_LZMA)) == "form-damaged"


def test_settled_packages_forget_their_moment() -> None:
    """Equal content made at different moments, its merged cells in any order, is equal bytes."""
    core = b"<dcterms:created>A</dcterms:created><dcterms:modified>%s</dcterms:modified>"
    merged = [b'<mergeCell ref="A1:B1"/>', b'<mergeCell ref="A2:B2"/>']
    one = packed({"docProps/core.xml": core % b"B", "s.xml": b"".join(merged)})
    two = packed({"docProps/core.xml": core % b"C", "s.xml": b"".join(merged[::-1])})
    assert one != two
    assert settled(one) == settled(two)
    assert settled(settled(one)) == settled(one)

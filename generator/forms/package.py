"""What a file is, judged from its bytes, before any program is let loose on it.

A .xlsx or .docx is a zip of XML. Whoever sends one may send a bomb instead: a small file that
unpacks without end, XML that declares entities, a file of another kind with a false ending.
Also the way back: the same content must give the same bytes.
"""

from __future__ import annotations

import re
import zlib
from datetime import datetime
from io import BytesIO
from typing import Final, Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from generator.core.problems import Problem, problem
from generator.core.vietnamese import number
from generator.forms.grid import CellPlace

Kind = Literal["xlsx", "docx"]

MAX_BYTES: Final = 10 * 1024 * 1024
MAX_UNPACKED: Final = 48 * 1024 * 1024
MAX_PARTS: Final = 2_000

MAKER: Final = "Dân vận khéo"
"""Who made a file, as its properties say."""

MADE: Final = datetime(2021, 3, 16)
"""The day of the form itself: the moment of making would change the bytes each time."""

_CHUNK = 1 << 20
_TYPES = "[Content_Types].xml"
_KINDS: tuple[tuple[bytes, Kind], ...] = (
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
    (b"ms-excel.sheet.macroEnabled.main+xml", "xlsx"),
    (b"wordprocessingml.document.main+xml", "docx"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = {"found": ".doc", "program": "Word", "ending": ".docx"}
_EXCEL = {"found": ".xls", "program": "Excel", "ending": ".xlsx"}
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"^\W{0,4}<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
_KNOWN_ENCODINGS = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_MERGED_CELL = re.compile(rb"<mergeCell [^>]*?(?:/>|></mergeCell>)")
_MERGED = re.compile(rb"(?:%s)+" % _MERGED_CELL.pattern)
_CREATED = re.compile(rb"<dcterms:created[^>]*>([^<]*)</dcterms:created>")


class DamagedError(ValueError):
    """A workbook or document that cannot be read."""


def inspect(file: str, data: bytes) -> Kind | Problem:
    """What ``data`` is, or why it is not read; ``file`` is its name."""
    place = CellPlace(file)
    if len(data) > MAX_BYTES:
        return problem("form-too-large", place, what=f"dài quá {_megabytes(MAX_BYTES)}")
    if old := _old_format(file, data):
        return problem(old[0], place, **old[1])
    if not data.startswith(b"PK"):
        return problem("form-not-office", place)
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _inspect_parts(place, archive)
    except (BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError):
        return problem("form-damaged", place)


def _old_format(file: str, data: bytes) -> tuple[str, dict[str, str]] | None:
    """What an OLE, RTF or HTML file was made with; such files keep the endings .doc and .xls."""
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "form-locked", {}
        is_excel = "Workbook".encode("utf-16-le") in data or file.lower().endswith(".xls")
        return "form-old-format", _EXCEL if is_excel else _WORD
    if data.startswith(b"{\\rtf"):
        return "form-old-format", {**_WORD, "found": "RTF"}
    if not data.startswith(b"PK") and file.lower().endswith((".xls", ".doc")):
        return "form-old-format", _EXCEL if file.lower().endswith(".xls") else _WORD
    return None


def _inspect_parts(place: CellPlace, archive: ZipFile) -> Kind | Problem:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MAX_PARTS:
        return problem("form-too-large", place, what=f"có quá {number(MAX_PARTS)} thành phần")
    if any(part.flag_bits & 1 for part in parts):
        return problem("form-locked", place)
    strange = any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts)
    if strange or len(set(names)) < len(names):
        return problem("form-damaged", place)
    if _TYPES not in names:
        return problem("form-not-office", place)
    types, size = b"", 0
    for part in parts:
        content = _unpacked(archive, part, MAX_UNPACKED - size)
        size += len(content)
        if size > MAX_UNPACKED:
            what = f"giải nén ra quá {_megabytes(MAX_UNPACKED)}"
            return problem("form-too-large", place, what=what)
        if _declares(content):
            return problem("form-declares-entities", place)
        types = content if part.filename == _TYPES else types
    kind = next((kind for sign, kind in _KINDS if sign in types), None)
    return kind or problem("form-not-office", place)


def _unpacked(archive: ZipFile, part: ZipInfo, room: int) -> bytes:
    """A part, but never more than a little over ``room``: sizes in the directory may lie."""
    chunks, size = [], 0
    with archive.open(part) as stream:
        while size <= room and (chunk := stream.read(_CHUNK)):
            chunks.append(chunk)
            size += len(chunk)
    return b"".join(chunks)


def _declares(content: bytes) -> bool:
    """Whether XML declares entities, or hides in an encoding where that cannot be seen."""
    if not content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<"):
        return False
    bare = content.replace(b"\0", b"")
    found = _ENCODING.match(bare[:300])
    if found and found[1].lower() not in _KNOWN_ENCODINGS:
        return True
    return _DECLARED.search(bare) is not None


def settled(data: bytes) -> bytes:
    """The same package without the moment it was made: equal content, equal bytes.

    openpyxl keeps merged cells as a set, whose order changes with every run.
    """
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml" and (made := _CREATED.search(content)):
                content = _MODIFIED.sub(rb"\g<1>" + made[1] + rb"\g<2>", content)
            content = _MERGED.sub(
                lambda found: b"".join(sorted(_MERGED_CELL.findall(found[0]))), content
            )
            fresh = ZipInfo(part.filename, _EPOCH)
            fresh.compress_type = ZIP_DEFLATED
            new.writestr(fresh, content)
    return out.getvalue()


def _megabytes(size: int) -> str:
    return f"{number(size // 1024 // 1024)} MB"

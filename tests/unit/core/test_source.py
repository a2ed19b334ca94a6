"""The file behind an entry tells what it told when it was first read, asked or not."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

import pytest

from generator.core import front_matter
from generator.core.problems import Place
from generator.core.source import Source

TEXT = """---
ten: Đường hoa
dia_ban:
  tinh: Lâm Đồng
nguon:
  - tieu_de: Một
---

## Cách làm

Trồng\u0007 hoa.
"""
FILES = {
    "content/models/a.md": TEXT,
    "content/models/khong-than.md": "---\nten: A\n---\n",
    "content/models/dong-cuoi.md": "---\nten: A\n---",
    "content/models/a.yml": "ten: A\ndia_ban:\n  tinh: Huế\n",
}


@dataclass(frozen=True)
class File:
    """A file of the content."""

    path: str
    raw: bytes


def both(path: str) -> tuple[Source, front_matter.FrontMatter]:
    """The file kept, and as it was read."""
    matter, _ = front_matter.read(path, FILES[path])
    assert matter is not None
    return Source(File(path, FILES[path].encode()), matter.body_line), matter


@pytest.mark.parametrize("path", FILES)
def test_a_kept_file_tells_what_reading_it_did(path: str) -> None:
    """Keys, values, body, the body's line and every place are the same."""
    source, matter = both(path)
    assert (source.path, source.data) == (matter.path, matter.data)
    assert (source.body, source.body_line) == (matter.body, matter.body_line)
    for where in ([], ["ten"], ["dia_ban", "tinh"], ["nguon", 0, "tieu_de"], ["khong_co"]):
        assert source.value_place(*where) == matter.value_place(*where)
        assert source.key_place(*where) == matter.key_place(*where)


def test_a_place_is_that_of_the_file() -> None:
    """Lines and columns count from one, in the file, not in the front matter."""
    source, _ = both("content/models/a.md")
    assert source.value_place("dia_ban", "tinh") == Place("content/models/a.md", 4, 9)


def test_it_travels_as_bytes_alone() -> None:
    """What was worked out when somebody asked does not change what it is equal to."""
    source, _ = both("content/models/a.md")
    assert source.data["ten"] == "Đường hoa"
    again = pickle.loads(pickle.dumps(source))
    assert again == source
    assert again.body == source.body

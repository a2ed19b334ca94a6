"""The index holds what was put in, and reads back as the browser reads it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pytest

from generator.search.bundle import CARDS_TOGETHER, CONTENTS, bundle
from generator.search.columns import Filter, filter_columns, sort_columns
from generator.search.documents import Document
from generator.search.postings import ABOUT, BODY, SMALL, TITLE, postings
from generator.search.varints import put, put_rising, put_text

FIELD = Filter(
    "linh_vuc", "Lĩnh vực", (("kinh-te", "Kinh tế"), ("van-hoa", "Văn hóa")), several=True
)
PLACE = Filter("tinh", "Tỉnh", (("ca-mau", "Cà Mau"), ("hue", "Huế")), several=False)


def document(title: str = "", body: str = "", **more: object) -> Document:
    """A document of which only what matters here is told."""
    blank: dict[str, object] = {"summary": "", "keywords": (), "about": (), "results": ()}
    return Document(title=title, body=body, card=(title,), **{**blank, **more})  # type: ignore[arg-type]


class Bytes:
    """Reads a block as theme/assets/js/search/store.js does."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def text(self) -> str:
        length = self.number()
        self.at += length
        return self.data[self.at - length : self.at].decode()

    def rising(self) -> Iterator[int]:
        value = 0
        for _ in range(self.number()):
            value += self.number()
            yield value


def held(documents: list[Document], word: str) -> dict[str, tuple[dict[int, list[int]], list[int]]]:
    """Exact form → positions by document, and documents that hold it only in their body."""
    index = postings(documents)
    wanted = index.words.index(word)
    for shard in index.shards:
        reader, number = Bytes(shard.data), shard.first
        while reader.at < len(shard.data):
            length = reader.number()
            end = reader.at + length
            if number == wanted:
                return _forms(reader)
            reader.at, number = end, number + 1
    raise AssertionError(word)


def _forms(reader: Bytes) -> dict[str, tuple[dict[int, list[int]], list[int]]]:
    found = {}
    for _ in range(reader.number()):
        exact, placed, document_number = reader.text(), {}, 0
        for _ in range(reader.number()):
            document_number += reader.number()
            placed[document_number] = list(reader.rising())
        found[exact] = (placed, list(reader.rising()))
    return found


@pytest.mark.parametrize("number", [0, 1, 127, 128, 16_384, 2**31])
def test_numbers_read_back(number: int) -> None:
    """A number takes as few bytes as it needs and reads back the same."""
    out = bytearray()
    put(out, number)
    assert number == Bytes(bytes(out)).number()


def test_rising_numbers_and_texts_read_back() -> None:
    """Steps between numbers, and a text in UTF-8 with its length."""
    out = bytearray()
    put(out, 4)
    put_rising(out, [3, 3, 200, 70_000])
    put_text(out, "đương1")
    reader = Bytes(bytes(out))
    assert list(reader.rising()) == [3, 3, 200, 70_000]
    assert reader.text() == "đương1"


def test_words_keep_their_places_by_exact_form() -> None:
    """A folded word lists each exact form with its documents and positions."""
    found = held([document("Đường hoa"), document("Hoa dương, đường"), document()], "duong")
    assert found == {"đương1": ({0: [TITLE], 1: [TITLE + 2]}, []), "dương": ({1: [TITLE + 1]}, [])}


def test_fields_do_not_touch() -> None:
    """The last word of one phrase is no neighbour of the next phrase's first."""
    found = held([document(about=("xã An", "Lạc"))], "lac")
    assert found == {"lac5": ({0: [ABOUT + 3]}, [])}


def test_a_small_collection_keeps_the_places_of_bodies() -> None:
    """Up to ``SMALL`` documents a body's words have positions; beyond, only documents."""
    assert held([document(body="phân rác")], "rac") == {"rac4": ({0: [BODY + 1]}, [])}
    many = [document(body="phân rác"), *(document("x") for _ in range(SMALL))]
    assert held(many, "rac") == {"rac4": ({}, [0])}


def test_words_of_every_body_are_left_out_of_large_collections() -> None:
    """A word in over a fifth of all bodies is looked up in the short fields alone."""
    many = [document("Rác" if n == 7 else "x", body="rác thải") for n in range(SMALL + 1)]
    assert held(many, "rac") == {"rac4": ({7: [TITLE]}, [])}
    index = postings(many)
    assert len(many) == index.counts[index.words.index("rac")]


def test_counts_are_of_documents() -> None:
    """A document counts once, whatever forms of the word it holds."""
    index = postings([document("dân dẫn", body="dần"), document("khác")])
    assert index.counts[index.words.index("dan")] == 1


def test_filters_are_bits_or_places() -> None:
    """Several values are bits, a single one its place counted from 1, and nothing is 0."""
    documents = [
        document(terms={"linh_vuc": ("kinh-te", "van-hoa"), "tinh": ("hue",)}),
        document(terms={"linh_vuc": ("van-hoa",)}),
    ]
    assert filter_columns([FIELD, PLACE], documents) == bytes([3, 2, 2, 0])
    assert len(sort_columns(documents)) == 3 * 4 * 2


def test_the_bundle_tells_what_it_holds() -> None:
    """The table of contents names counts and filters; every other file is gzip, and repeatable."""
    documents = [document(f"Mục {n}") for n in range(CARDS_TOGETHER + 1)]
    files = {file.name: file.data for file in bundle(documents, [FIELD], {"short": []})}
    contents = json.loads(files.pop(CONTENTS))
    assert (len(documents), CARDS_TOGETHER) == (contents["count"], contents["together"])
    assert [each["name"] for each in contents["filters"]] == ["linh_vuc"]
    assert [f"Mục {CARDS_TOGETHER}"] == json.loads(gzip.decompress(files["the-1.gz"]))[0]
    assert b"muc 13" in gzip.decompress(files["tu.gz"])
    assert files == {
        f.name: f.data for f in bundle(documents, [FIELD], {"short": []}) if f.name != CONTENTS
    }


def test_an_empty_collection_has_an_index() -> None:
    """Nothing to find is no reason to fail."""
    files = {file.name: file.data for file in bundle([], [FIELD], {})}
    assert json.loads(files[CONTENTS])["count"] == 0

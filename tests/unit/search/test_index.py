"""The files of the index hold what was put in, and are the same each time."""

from __future__ import annotations

import gzip
import json

from generator.search.bundle import CARDS_TOGETHER, CONTENTS, bundle
from generator.search.columns import Filter, filter_columns, sort_columns
from tests.unit.search.search_world import Text, collection

FIELD = Filter(
    "linh_vuc", "Lĩnh vực", (("kinh-te", "Kinh tế"), ("van-hoa", "Văn hóa")), several=True
)
PLACE = Filter("tinh", "Tỉnh", (("ca-mau", "Cà Mau"), ("hue", "Huế")), several=False)


def files(*texts: Text) -> dict[str, bytes]:
    """The files of an index by name, as they are written."""
    documents, forms = collection(texts)
    return {each.name: each.make() for each in bundle(documents, forms, [FIELD], {"short": []})}


def test_filters_are_bits_or_places() -> None:
    """Several values are bits, a single one its place counted from 1, and nothing is 0."""
    documents, _ = collection(
        [
            Text(terms={"linh_vuc": ("kinh-te", "van-hoa"), "tinh": ("hue",)}),
            Text(terms={"linh_vuc": ("van-hoa",)}),
            Text(terms={"tinh": ("khong-co",)}),
        ]
    )
    assert filter_columns([FIELD, PLACE], documents) == bytes([3, 2, 0, 2, 0, 0])
    assert filter_columns([FIELD, PLACE], []) == b""


def test_the_last_column_is_the_place_from_a_to_z() -> None:
    """Equal titles keep the order of importance."""
    documents, _ = collection([Text(order=2), Text(order=1), Text(order=2), Text(order=0)])
    columns = sort_columns(documents)
    assert [int.from_bytes(columns[at : at + 4], "little") for at in range(32, 48, 4)] == [
        2,
        1,
        3,
        0,
    ]


def test_the_bundle_tells_what_it_holds() -> None:
    """The table of contents names counts and filters; every other file is gzip, and repeatable."""
    texts = [Text(f"Mục {n}") for n in range(CARDS_TOGETHER + 1)]
    found = files(*texts)
    assert list(found)[-1] == CONTENTS
    contents = json.loads(found[CONTENTS])
    assert (len(texts), CARDS_TOGETHER) == (contents["count"], contents["together"])
    assert [each["name"] for each in contents["filters"]] == ["linh_vuc"]
    assert [[f"Mục {CARDS_TOGETHER}"]] == json.loads(gzip.decompress(found["the-1.gz"]))
    assert b"muc 13" in gzip.decompress(found["tu.gz"])
    assert found == files(*texts)


def test_a_key_differs_where_the_file_would() -> None:
    """What has the key it had before need not be compressed again."""
    documents, forms = collection([Text(f"Mục {n}") for n in range(CARDS_TOGETHER + 1)])
    before = list(bundle(documents, forms, [FIELD], {}))
    documents, forms = collection([Text(f"Mục {n}") for n in range(CARDS_TOGETHER + 2)])
    after = list(bundle(documents, forms, [FIELD], {}))
    same = {old.name for old, new in zip(before, after, strict=True) if old.key == new.key}
    assert same == {
        old.name for old, new in zip(before, after, strict=True) if old.make() == new.make()
    }
    assert "the-0.gz" in same
    assert {"the-1.gz", "tu.gz", CONTENTS}.isdisjoint(same)


def test_an_empty_collection_has_an_index() -> None:
    """Nothing to find is no reason to fail."""
    assert json.loads(files()[CONTENTS])["count"] == 0

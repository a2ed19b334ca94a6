"""What a reader takes along: true to the model, silent on what only the new place knows."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from generator.pages.copy_sheet import copy_sheet
from generator.pages.qr_code import qr_code
from tests.unit.pages.pages_world import PUBLISHER, know, model

ITEM = model("goc", ten="Tổ <tự quản> & 5 nhà", dia_ban={"tinh": "Lâm Đồng", "xa": "xã A"})


def test_the_form_says_whose_way_is_followed() -> None:
    """The content is the model's own summary and the unit and place it comes from."""
    found = copy_sheet(ITEM, know(ITEM))
    assert (found.name, found.field, found.is_person) == ("Tổ <tự quản> & 5 nhà", "kinh-te", False)
    assert found.content == ("Tóm tắt goc. Làm theo mô hình của Hội Nông dân (Xã A, Lâm Đồng).")


def test_a_new_entry_is_begun_where_the_collection_lives() -> None:
    """With a repository on GitHub its form opens prefilled; else the page that tells how."""
    assert copy_sheet(ITEM, know(ITEM)).begin.url == "dong-gop/"
    kept = replace(PUBLISHER, repo_url="https://github.com/tinh/dan-van-kheo/")
    url = urlsplit(copy_sheet(ITEM, know(ITEM, publisher=kept)).begin.url)
    answers = parse_qs(url.query)
    assert url.path == "/tinh/dan-van-kheo/issues/new"
    assert answers["template"] == ["gop-mo-hinh.yml"]
    assert (answers["ten"], answers["linh_vuc"]) == (["Tổ <tự quản> & 5 nhà"], ["Kinh tế"])
    assert "don_vi" not in answers


def modules(size: int, path: str) -> list[list[bool]]:
    grid = [[False] * size for _ in range(size)]
    for x, y, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", path):
        for column in range(int(x), int(x) + int(length)):
            grid[int(y)][column] = True
    return grid


def test_the_code_has_the_shape_of_a_qr_code() -> None:
    """Three finder patterns stand in the corners, within a light border of four modules."""
    found = qr_code("https://kho.example/dvk/mo-hinh/to-tu-quan/")
    grid = modules(found.size, found.path)
    assert (found.size - 8 - 17) % 4 == 0
    assert not any(any(row) for row in (*grid[:4], *grid[-4:]))
    ring = [True, False, True, True, True, False, True]
    for top, left in ((4, 4), (4, found.size - 11), (found.size - 11, 4)):
        assert [grid[top + 3][left + n] for n in range(7)] == ring
        assert [grid[top + n][left + 3] for n in range(7)] == ring


def test_another_address_is_another_code() -> None:
    """The code carries the address, the same one always the same way."""
    codes = [qr_code(f"https://kho.example/{each}/") for each in ("a", "b", "a")]
    assert codes[0] == codes[2] != codes[1]

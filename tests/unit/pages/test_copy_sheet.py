"""What a reader takes along: true to the model, silent on what only the new place knows."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from generator.pages.copy_sheet import copy_sheet
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

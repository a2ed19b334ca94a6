"""What the whole collection tells the search is the same however much of it was kept."""

from __future__ import annotations

import gzip
import json
from collections import ChainMap
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from generator.core.routes import SEARCH
from generator.pages.hand_page import HandPage
from generator.search.bundle import CONTENTS, File
from generator.search.own_words import own_words
from generator.search_data import Told, card_json, search_outputs
from tests.unit.pages.pages_world import VOCABULARY, know, model, plan

PAGE = HandPage("gioi-thieu/", "Giới thiệu", "Về kho", "Kho này có gì.")
ITEMS = (
    model("hoa", "Trồng hoa.", ke_hoach=["ke-hoach-31"], bat_dau=2021),
    model("rac", "Phân loại rác.", nhan_rong_tu="hoa"),
    plan("ke-hoach-31", "Toàn văn.", so_ky_hieu="31-KH/TU"),
)


def edition(*items: Any) -> Any:
    """As much of an edition as the search is told."""
    return SimpleNamespace(knowledge=know(*items), hand_pages=(PAGE,))


def told(*items: Any) -> Told:
    """What entries tell the search."""
    spoken = [own_words(item, VOCABULARY) for item in items]
    own = {item.path: words for item, (words, _) in zip(items, spoken, strict=True)}
    return Told(own, ChainMap(*(dict(forms) for _, forms in spoken)))


def outputs(*items: Any) -> Iterator[File]:
    """The index of a site of some entries."""
    return search_outputs(edition(*items), told(*items), card_json)


def content(file: File) -> Any:
    """What a file of JSON says."""
    data = file.make()
    return json.loads(gzip.decompress(data) if file.name.endswith(".gz") else data)


def by_name(files: list[File]) -> dict[str, File]:
    """The files by their names in the index."""
    return {file.name.removeprefix(SEARCH): file for file in files}


def test_every_entry_and_page_has_a_card_in_order_of_importance() -> None:
    """The copied model first, since copying proves it; pages last; contents at the end."""
    files = list(outputs(*ITEMS))
    assert files[-1].name == SEARCH + CONTENTS
    cards = content(by_name(files)["the-0.gz"])
    assert [card[0] for card in cards] == ["ke-hoach", "mo-hinh", "mo-hinh", "trang"]
    assert [card[2] for card in cards[1:]] == ["Mô hình hoa", "Mô hình rac", "Giới thiệu"]


def test_a_model_is_found_by_the_number_of_its_plan() -> None:
    """The number stands in the plan alone, and yet the model has it among its facts."""
    words = by_name(list(outputs(*ITEMS)))["tu.gz"].raw.decode().split("\n")
    assert "31 2" in words
    alone = by_name(list(outputs(*ITEMS[:2])))["tu.gz"].raw.decode().split("\n")
    assert not [word for word in alone if word.startswith("31 ")]


def test_what_was_kept_gives_the_same_index() -> None:
    """Words, forms and cards from an earlier build, even with more among them, change nothing."""
    site = edition(*ITEMS)
    kept = told(*ITEMS, model("cu", "Lời cũ đã bỏ."))
    cards = {item.path: card_json(item, site.knowledge) for item in ITEMS}
    again = search_outputs(site, kept, lambda item, _: cards[item.path])
    assert list(again) == list(outputs(*ITEMS))

"""The files give back, through other people's parsers, exactly what the records hold."""

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any

import pytest

from generator.core.links import links
from generator.export.records import COLUMNS, Record, model_records, plan_records
from generator.export.safe_text import FORMULA_SIGNS
from generator.export.tables import NOTES, csv_line, csv_table, json_document, json_line
from tests.unit.export.export_world import (
    HOSTILE,
    PUBLICATION,
    VOCABULARY,
    model,
    plan,
    shown,
    thin_model,
    world,
)

DAY = date(2026, 11, 20)


def records(*items: Any) -> tuple[Record, ...]:
    """The records of some models."""
    catalogue = world(*items)
    return model_records(catalogue, links(catalogue), PUBLICATION.base_url, {})


def rows(data: bytes) -> list[dict[str, str]]:
    """The table as Python's reader of CSV sees it."""
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def document(*items: Any) -> Any:
    """The JSON as Python's reader sees it."""
    data = json_document("model", records(*items), PUBLICATION, DAY, VOCABULARY)
    return json.loads(data)


def test_a_table_opens_in_excel_and_follows_the_standard() -> None:
    """The file starts with the UTF-8 mark, and its rows end in CR LF."""
    data = csv_table("model", records(model("a")))

    assert data.startswith(b"\xef\xbb\xbfslug,url,")
    assert data.count(b"\r\n") == data.count(b"\n") == 2


def test_a_table_holds_every_column_of_every_record() -> None:
    """Numbers, truths, dates, lists and gaps come back as written."""
    first, second = rows(csv_table("model", records(model("a"), thin_model("b"))))

    assert list(first) == [column.name for column in COLUMNS["model"]]
    assert (first["results_count"], first["replicated"], first["start"]) == ("3", "true", "2022-03")
    assert first["fields"] == "van-hoa-xa-hoi | kinh-te"
    assert (second["start"], second["results"], second["replicated"]) == ("", "", "false")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_table_is_a_formula(text: str) -> None:
    """Whatever an editor writes, no cell begins with a sign that starts a formula."""
    (row,) = rows(csv_table("model", records(thin_model("a", text))))

    signs = ("=", "+", "-", "@", "\t", "\r", "＝")
    assert not any(value.startswith(signs) for value in row.values())
    assert row["name"].removeprefix("'") == shown(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_json_gives_every_text_back_unchanged(text: str) -> None:
    """JSON needs no guard: the name is the name that was written."""
    (item,) = document(thin_model("a", text))["items"]

    assert item["name"] == text


def test_json_says_what_it_is() -> None:
    """Title, publisher, licence, day, description and count stand before the items."""
    found = document(model("a"), thin_model("b"))

    assert list(found)[-1] == "items"
    assert found["publisher"] == "Ban Tuyên giáo và Dân vận"
    assert found["licence"]["name"] == "CC-BY-4.0"
    assert found["updated"] == "2026-11-20"
    assert found["documentation"] == "https://dvk.example/kho/du-lieu/datapackage.json"
    assert found["terms"]["fields"]["kinh-te"] == "Kinh tế"
    assert found["count"] == len(found["items"]) == 2


def test_json_claims_no_licence_that_was_not_given() -> None:
    """Without a licence the key says null."""
    silent = replace(PUBLICATION, licence=None)

    assert json.loads(json_document("model", (), silent, DAY, VOCABULARY))["licence"] is None


def test_json_keeps_lists_and_details() -> None:
    """Lists are lists, and the full groups stand beside the columns."""
    (item,) = document(model("a", body="\nThân bài.\n"))["items"]

    assert item["fields"] == ["van-hoa-xa-hoi", "kinh-te"]
    assert item["details"]["sources"][0]["url"] == "https://a.example/1?x=1&y=2"
    assert item["details"]["body"] == "Thân bài."


def test_each_item_of_json_stands_on_its_own_line() -> None:
    """A change of one entry changes one line of the file; letters are not escaped."""
    data = json_document("model", records(model("a"), model("b")), PUBLICATION, DAY, VOCABULARY)
    text = data.decode()

    assert sum(line.startswith('{"slug":') for line in text.split("\n")) == 2
    assert "Người dân góp tiền" in text


def test_the_files_are_made_of_lines_that_stand_for_themselves() -> None:
    """A record's line is the same whatever stands beside it, so that it can be kept."""
    both = records(model("a"), thin_model("b"))
    alone = [*records(model("a")), *records(thin_model("b"))]
    first, second = sorted(alone, key=lambda each: each.slug != both[0].slug)

    assert csv_table("model", both).endswith(b"\r\n" + csv_line(first) + csv_line(second))
    data = json_document("model", both, PUBLICATION, DAY, VOCABULARY)
    assert data.endswith(b"[\n" + json_line(first) + b",\n" + json_line(second) + b"\n]\n}\n")


def test_an_empty_collection_is_still_a_file() -> None:
    """No entries give a header row and an empty list."""
    assert len(csv_table("plan", ()).splitlines()) == 1
    assert json.loads(json_document("plan", (), PUBLICATION, DAY, VOCABULARY))["items"] == []


def test_plans_have_their_own_table() -> None:
    """The table of plans holds the columns of plans."""
    catalogue = world(plan("p"))
    found = plan_records(catalogue, links(catalogue), PUBLICATION.base_url)
    (row,) = rows(csv_table("plan", found))

    assert (row["number"], row["tasks_count"]) == ("31-KH/TU", "2")


def test_the_same_records_give_the_same_bytes() -> None:
    """Nothing of the moment slips into a file."""
    once, twice = records(model("a")), records(model("a"))

    assert csv_table("model", once) == csv_table("model", twice)
    assert json_document("model", once, PUBLICATION, DAY, VOCABULARY) == json_document(
        "model", twice, PUBLICATION, DAY, VOCABULARY
    )


def test_the_guard_is_told_to_those_who_use_the_files() -> None:
    """The notes for the data page name the signs and the apostrophe."""
    assert any(FORMULA_SIGNS in note and "(')" in note for note in NOTES)

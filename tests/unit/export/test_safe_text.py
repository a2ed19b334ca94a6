"""Text stays text in XML, in HTML, in a script and in a spreadsheet."""

import json
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.export.safe_text import attribute, cell, printable, script_json
from tests.unit.export.export_world import HOSTILE

ANY_TEXT = st.text(st.characters(exclude_categories=()))


class Scripts(HTMLParser):
    """Collects the tags of a page and the text inside them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(ANY_TEXT)
def test_any_text_makes_well_formed_xml(text: str) -> None:
    """An XML parser reads back the printable text, from an attribute and from between tags."""
    escaped = attribute(text)
    root = ElementTree.fromstring(f'<a b="{escaped}">{escaped}</a>'.encode())

    assert root.text == (printable(text).replace("\r\n", "\n").replace("\r", "\n") or None)


@pytest.mark.parametrize("text", ["chuông\x07", "rỗng\x00", "lẻ\ud800", "biên\ufffe", "\x0b\x1f"])
def test_characters_that_xml_forbids_are_left_out(text: str) -> None:
    """Control characters, lone surrogates and non-characters do not reach the output."""
    assert set(printable(text)).isdisjoint("\x00\x07\x0b\x1f\ud800\ufffe")


def test_vietnamese_and_wide_characters_are_printable() -> None:
    """Accented letters, tabs, line ends, emoji and rare ideographs stay."""
    text = "Đường làng\tẵ\nộ 😀 𠀀 \U0010fffd"

    assert printable(text) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_script_of_data_holds_only_data(text: str) -> None:
    """A browser's parser sees one script whose JSON gives the text back."""
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{script_json({"a": text})}</script>')
    page.close()

    assert page.tags == ["script"]
    assert json.loads(page.text) == {"a": text}


@given(ANY_TEXT)
def test_no_text_can_leave_its_script(text: str) -> None:
    """No character that opens a tag, an entity or a new line of script stands in the JSON."""
    assert set(script_json(text)).isdisjoint("<>&\u2028\u2029")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_that_could_be_a_formula_is_guarded(sign: str) -> None:
    """An apostrophe stands before each sign that starts a formula."""
    assert cell(f"{sign}1+1") == f"'{sign}1+1"


def test_a_formula_hidden_behind_a_control_character_is_guarded() -> None:
    """What is left out cannot uncover a formula."""
    assert cell("\x00=1+1") == "'=1+1"


@pytest.mark.parametrize("text", ["1+1", "a=b", "", " | ", "Đồng Tháp"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    """Signs inside a text are no danger."""
    assert cell(text) == text

"""Mending keeps what a file says, does everything at once, and has nothing left to do."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core.entries import Model
from generator.core.front_matter import read
from generator.core.skeleton import skeleton
from generator.mend.characters import mended_words
from generator.mend.mending import Mended, mended
from generator.mend.values import Kind
from tests.unit.core.made import VOCABULARY

PATH = "content/models/a.md"
KIND = Kind(Model, VOCABULARY)
ROOT = Path(__file__).parents[3]


def mend(text: str) -> Mended:
    return mended(PATH, text, KIND)


def test_everything_is_mended_at_once() -> None:
    """Marks, line ends, letters, quotes, dates, ids and order, in one go and told by name."""
    text = (
        "\ufeff---\r\nloai: Mô hình\r\nten: " + unicodedata.normalize("NFD", "Hẻm") + ": môṭ \r\n"
        "dia_ban: \r\n\ttinh: 'Huế'\r\nbat_dau: 31/12/2024\r\n---\r\n\r\nBà\u00a0con.\r\n"
    )
    found = mend(text)
    assert found.after == (
        "---\nten: 'Hẻm: một'\nloai: mo-hinh\ndia_ban:\n  tinh: Huế\nbat_dau: 2024-12-31\n"
        "---\n\nBà con.\n"
    )
    assert found.before == text
    assert found.done == (
        "dấu BOM ở đầu tệp",
        "cách xuống dòng của Windows",
        "chữ gõ Unicode tổ hợp",
        "dấu nằm trên phụ âm",
        "ký tự ẩn, dấu cách lạ",
        "tab ở đầu dòng",
        "thiếu dấu nháy",
        "dấu cách thừa ở cuối dòng",
        "cách viết ngày",
        "tên thay cho mã",
        "dấu nháy thừa",
        "thứ tự khóa",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "không có khai báo \u200b",
        "---\nten: [mở\nloai: Mô hình\n---\nmôṭ",
        "---\nten: A\nkhông đóng môṭ",
        "---\n- một \n- danh sách\n---\n",
        "---\nten: 'mở \n---\n",
    ],
)
def test_a_file_that_cannot_be_read_afterwards_is_not_touched(text: str) -> None:
    """Where repairs do not make a file readable none of them is made."""
    assert mend(text) == Mended(PATH, text, text)


def test_a_new_entry_has_nothing_to_mend() -> None:
    """What ``dvk new`` writes is as it should be."""
    answers = {"ten": "Hẻm: xanh", "tom_tat": "*Tổ 5*", "hinh_thuc": "tap-the"}
    text = skeleton("model", answers, VOCABULARY)
    assert mend(text).after == text


def test_vocabulary_and_pages_are_mended_in_their_characters_alone() -> None:
    """Their keys are not an entry's: order, quotes and values stay."""
    listed = mended("content/vocabulary/cap.yml", "cap:\n- ten: 'Môṭ'\n  ma: '01'\n")
    assert listed.after == "cap:\n- ten: 'Một'\n  ma: '01'\n"
    page = mended("content/pages/a.md", "---\ntitle: 'a'\n---\nMôṭ \n", is_prose=True)
    assert page.after == "---\ntitle: 'a'\n---\nMột\n"


VALUES = st.sampled_from(
    [
        *("Hẻm xanh", "môṭ nhà", "A: b", "'a: b'", '"x"', "'x'", "31/12/2025", "2024", "Kinh tế"),
        *("[Kinh tế, 'b']", "@x", "*x", "&x y", "!y", "|", ">", "", "a #b", "# c", "\t", "{a: b}"),
        *(
            "đ\u00f0",
            "a\u200b",
            "\u00a0a",
            "a \u00a0",
            "e\u0323\u0302",
            "null",
            "a:",
            "- a",
            "'",
            '"',
        ),
    ]
)
KEYS = st.sampled_from(
    ["ten", "tom_tat", "loai", "linh_vuc", "bat_dau", "dia_ban", "nguon", "tu_khoa", "la"]
)
INDENTS = st.sampled_from(["", "", "", "  ", "    ", "\t", "  - ", "- ", "\u00a0\u00a0", "# "])
LINES = st.one_of(
    st.builds("{}{}: {}{}".format, INDENTS, KEYS, VALUES, st.sampled_from(["", " ", "  ", "\t"])),
    st.builds("{}{}".format, INDENTS, VALUES),
    st.sampled_from(["", " ", "---", "--- ", "...", "\u00a0", "    code", "```"]),
)
FILES = st.builds(
    lambda head, body, end: "---\n" + "\n".join([*head, "---", *body]).replace("\n", end),
    st.lists(LINES, max_size=7),
    st.lists(LINES, max_size=3),
    st.sampled_from(["\n", "\n", "\r\n"]),
)


@settings(max_examples=6000, deadline=None)
@given(FILES)
def test_mending_twice_is_mending_once(text: str) -> None:
    """Whatever was mended has nothing left to mend, and can be read if it was touched."""
    once = mend(text)
    assert mend(once.after) == Mended(PATH, once.after, once.after)
    assert once.after == text or read(PATH, once.after)[0] is not None
    assert bool(once.done) is (once.after != text)


@settings(max_examples=6000, deadline=None)
@given(FILES)
def test_mending_keeps_what_a_file_says(text: str) -> None:
    """As far as a file could be read, it says the same words at the same keys, and its body too."""
    plain = text.replace("\r\n", "\n")
    before, faults = read(PATH, plain)
    after, _ = read(PATH, mended(PATH, text).after)
    if (
        before is None
        or faults
        or any(str(key)[:1].isspace() for path in before.marks for key in path)
    ):
        return
    assert after is not None
    assert words(after.data) == words(before.data)
    assert words(after.body) == words(before.body)


def words(data: object) -> object:
    """The words of some data, mended, whatever the spaces between them."""
    if isinstance(data, dict):
        return {mended_words(key): words(value) for key, value in data.items()}
    if isinstance(data, list):
        return [words(each) for each in data]
    return mended_words(data).split() if isinstance(data, str) else None


@settings(max_examples=6000, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    """No text stops the mending."""
    assert mend(text).after is not None
    assert mended("content/pages/a.md", text, is_prose=True).after is not None

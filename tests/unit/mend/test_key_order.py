"""Keys move into the order of the guide with all that is theirs, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.core.entries import Entry, Model, Plan
from generator.mend.key_order import in_order, order
from generator.mend.sheet import Sheet

ROOT = Path(__file__).parents[3]


def ordered(text: str, path: str = "content/models/a.yml", shape: type[Entry] = Model) -> str:
    return in_order(Sheet(path, text), shape).text


@pytest.mark.parametrize("shape", [Model, Plan])
def test_every_key_has_its_place(shape: type[Entry]) -> None:
    """The order holds each key of the definitions exactly once, the name first."""
    keys = [str(field.alias) for field in shape.model_fields.values()]
    assert sorted(order(shape)) == sorted(keys)
    assert order(shape)[0] == "ten"


def test_the_repositorys_own_entries_are_in_order() -> None:
    """No entry of the repository would be moved."""
    for folder, shape in (("models", Model), ("plans", Plan)):
        for file in (ROOT / "content" / folder).rglob("*.md"):
            text = file.read_text("utf-8")
            assert ordered(text, f"content/{folder}/a.md", shape) == text, file


def test_keys_move_with_their_lines() -> None:
    """Groups, lists and blocks of text go along, in whatever style."""
    name, place = "ten: Hẻm\n", "dia_ban: {tinh: A}\n"
    summary, sources = "tom_tat: >\n  một\n  hai\n", "nguon:\n- tieu_de: A\n  co_quan: B\n"
    assert ordered(summary + sources + name + place) == name + summary + place + sources


def test_a_comment_moves_with_the_key_below_it() -> None:
    """What stands right above a key speaks of it; what stands behind a value stays there."""
    text = "ten: Hẻm\n# theo báo\n# tháng 5\nbat_dau: 2024  # hay 2023\nloai: mo-hinh\n"
    assert ordered(text) == (
        "ten: Hẻm\nloai: mo-hinh\n# theo báo\n# tháng 5\nbat_dau: 2024  # hay 2023\n"
    )


def test_a_markdown_file_keeps_fences_and_body() -> None:
    """Only the lines between the fences move."""
    text = "---\nloai: mo-hinh\nten: Hẻm\n---\n\nloai: x\nten: y\n"
    assert (
        ordered(text, "content/models/a.md")
        == "---\nten: Hẻm\nloai: mo-hinh\n---\n\nloai: x\nten: y\n"
    )


def test_a_line_for_the_editors_program_stays_on_top() -> None:
    """The line that names the schema belongs to the file, not to its first key."""
    text = "# yaml-language-server: $schema=../a.json\nloai: mo-hinh\nten: Hẻm\n"
    assert ordered(text) == "# yaml-language-server: $schema=../a.json\nten: Hẻm\nloai: mo-hinh\n"


@pytest.mark.parametrize(
    "text",
    [
        "# của cả tệp\nloai: mo-hinh\nten: Hẻm\n",
        "loai: mo-hinh\n\nten: Hẻm\n",
        "loai: mo-hinh\n# bat_dau: 2024\nten: Hẻm\n",
        "loai: mo-hinh\nten: Hẻm\n# hết\n",
        "loai: mo-hinh\nten: Hẻm\nla: x\n",
        "loai: mo-hinh\nten: Hẻm\nten: Hẻm 2\n",
        "{loai: mo-hinh, ten: Hẻm}\n",
        "  loai: mo-hinh\n  ten: Hẻm\n",
        "loai: &a mo-hinh\nten: Hẻm\n",
        "loai: [\nten: Hẻm\n",
        "",
        "# chỉ có chú thích\n",
    ],
)
def test_where_it_is_not_safe_nothing_moves(text: str) -> None:
    """Comments and blank lines of unknown owners, unknown or repeated keys, other faults."""
    assert ordered(text) == text


def test_what_is_in_order_keeps_its_blank_lines_and_comments() -> None:
    """A file in order is not looked at twice."""
    text = "# của cả tệp\nten: Hẻm\n\n# loai: mo-hinh\nbat_dau: 2024\n"
    assert ordered(text) == text

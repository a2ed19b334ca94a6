"""A parser's complaint becomes a place and a reason that an editor can act on."""

from __future__ import annotations

import pytest
import yaml

from generator.core.yaml_advice import Advice, advice_for


def advice(text: str) -> Advice:
    with pytest.raises(yaml.YAMLError) as caught:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    return advice_for(caught.value, text)


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("ten: TP. Bà Rịa: dân\n", (0, 15), "dấu hai chấm nằm giữa giá trị"),
        ("a: b\n\tten: x\n", (1, 0), "có dấu tab"),
        ("a:\n  \tten: x\n", (1, 2), "có dấu tab"),
        ("a: b\nten: 'x\nc: d\n", (1, 5), "dấu nháy mở ở đây mà không đóng"),
        ("a: b\nten x\nc: d\n", (1, 0), "không có dạng"),
        ("ten x\nc: d\n", (0, 0), "không có dạng"),
        ("  ten x\n  c: d\n", (0, 2), "không có dạng"),
        ("a: b\nten:x\nc: d\n", (1, 4), "thiếu dấu cách sau dấu hai chấm"),
        ("a: b\n  c: d\n", (1, 2), "thụt lề"),
        ("a:\n  b: c\n d: e\n", (2, 1), "thụt lề"),
        ("a:\n  - b\n  c: d\n", (2, 2), "danh sách bị ngắt"),
        ("a: [b, c\nd: e\n", (0, 3), "ngoặc [ mở ở đây"),
        ("a: {b: c\nd: e\n", (0, 3), "ngoặc { mở ở đây"),
        ("a: [b] c\n", (0, 7), "chữ thừa sau ngoặc đóng"),
        ("a: 'b' c\n", (0, 7), "chữ thừa sau dấu nháy đóng"),
        ('a: "b\\d"\n', (0, 5), "dấu gạch chéo ngược"),
        ("a: @b\n", (0, 3), "bắt đầu bằng “@”"),
        ("a: * b\n", (0, 3), "bắt đầu bằng “*”"),
        ("a: & b\n", (0, 3), "bắt đầu bằng “&”"),
        ("a: |b\n", (0, 3), "bắt đầu bằng “|”"),
        ("a: b\n...\nc: d\n", (2, 0), "đã đóng phần khai báo"),
    ],
)
def test_the_slip_is_found_where_it_was_made(
    text: str, place: tuple[int, int], reason: str
) -> None:
    """The place is that of the slip, not of where the parser gave up, and the reason names it."""
    found = advice(text)
    assert (found.line, found.column) == place
    assert reason in found.reason


def test_the_editors_own_value_is_quoted_back() -> None:
    """The mend shows the very line as it should be, and that line is good YAML."""
    mend = advice("  - tieu_de: TP. Bà Rịa: dân đồng thuận\n").mend
    shown = mend.partition(": ")[2].removesuffix(".")
    assert yaml.safe_load(shown) == {"tieu_de": "TP. Bà Rịa: dân đồng thuận"}


def test_a_value_with_an_apostrophe_is_not_quoted_back_wrongly() -> None:
    """Where single quotes around the value would be wrong, a general example stands instead."""
    mend = advice("ten: Ea H'leo: hẻm\n").mend
    assert "H'leo" not in mend
    assert yaml.safe_load(mend.partition("ví dụ ")[2].removesuffix("."))


def test_an_unknown_complaint_still_has_a_place() -> None:
    """What is not in the catalogue of slips is told with the parser's place and plain advice."""
    found = advice_for(yaml.YAMLError("something new"), "ten: A\n")
    assert found == Advice(
        0, 0, "máy không hiểu dòng này", "So dòng này với mẫu (dvk new) rồi viết lại."
    )

"""What must not stand in any line is found at its exact place, and nothing else is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.core.text_checks import MAX_BODY, MAX_LINE, check_body, check_text

PATH = "content/models/a.md"


def found(text: str) -> list[tuple[int, int, str, object]]:
    return [
        (each.place.line, each.place.column, each.code, each.detail.get("found"))
        for each in check_text(PATH, text)
    ]


def personal(text: str) -> list[str]:
    return [f"{code} {what}" for _, _, code, what in found(text) if code.startswith("personal")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gọi 0912345678 nhé", "personal-phone 0912345678"),
        ("Gọi 0912 345 678.", "personal-phone 0912 345 678"),
        ("Gọi 0912.345.678", "personal-phone 0912.345.678"),
        ("Gọi 0912-345-678", "personal-phone 0912-345-678"),
        ("Gọi 09 12 34 56 78", "personal-phone 09 12 34 56 78"),
        ("Gọi +84912345678", "personal-phone +84912345678"),
        ("Gọi +84 912 345 678", "personal-phone +84 912 345 678"),
        ("Gọi 84912345678", "personal-phone 84912345678"),
        ("Gọi (0254) 3852 401", "personal-phone (0254) 3852 401"),
        ("Gọi 024 3936 1234", "personal-phone 024 3936 1234"),
        ("CCCD 077085001234", "personal-id 077085001234"),
        ("CCCD số: 077 085 001 234", "personal-id 077 085 001 234"),
        ("căn cước công dân 077085001234", "personal-id 077085001234"),
        ("Mã 077085001234 của ông", "personal-id 077085001234"),
        ("CMND 273123456", "personal-id 273123456"),
        ("hộ chiếu B1234567", "personal-id B1234567"),
        ("số nhà 12", "personal-address số nhà 12"),
        ("\u017fố nhà 12", "personal-address \u017fố nhà 12"),
        ("Nhà số 15A/2/3 nay", "personal-address Nhà số 15A/2/3"),
        ("ở số 780 đường Bình Giã", "personal-address số 780 đường"),
        ("ở số 5B, hẻm 12", "personal-address số 5B, hẻm"),
        ("ở 12/5 đường Âu Cơ", "personal-address 12/5 đường"),
        ("ông A, sinh ngày 12/3/1985", "personal-birth 12/3/1985"),
        ("ông A, s\u0131nh ngày 12/3/1985", "personal-birth 12/3/1985"),
        ("ông A, S\u0130NH NGÀY 12/3/1985", "personal-birth 12/3/1985"),
        ("SN: 12.03.1985", "personal-birth 12.03.1985"),
        ("Ngày sinh 5 tháng 3 năm 1960", "personal-birth 5 tháng 3 năm 1960"),
        ("xe 72A-123.45.", "personal-plate 72A-123.45"),
        ("xe 72A 12345", "personal-plate 72A 12345"),
        ("xe máy 72-C1 234.56", "personal-plate 72-C1 234.56"),
    ],
)
def test_personal_data_is_found(text: str, expected: str) -> None:
    """Telephone, papers, house, birthday and plate are found in each way people write them."""
    assert personal(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "dài 1.234,5 m, rộng 0,5 ha, 0.5 km",
        "Kế hoạch 31-KH/TU ngày 16/3/2021",
        "hẻm 780 Bình Giã và ngõ 12 Lê Lợi",
        "giai đoạn 2011–2015, 2021-2025",
        "1.234.567.890 đồng; 84.523.000.000 đồng; 912.345.678 đồng",
        "nâng cấp 10/12 hẻm, đạt 25/30 đường",
        "tổng số 45 hẻm, trong số 12 đường Hoa Ban",
        "Tổ dân phố số 5, đường Lê Lợi",
        "Chi hội số 2 đường Trần Phú",
        "ngày 05.07.2025 15 hộ, 05-07-2025 20 hộ",
        "Quyết định 0912/QĐ-UBND, 01-CTr/TU, 08/2022/QĐ-UBND",
        "https://bao.example/0912345678?id=077085001234",
        "[bài](http://bao.example/so-nha-12-0912345678)",
        "    dien_thoai: 0254 3852 401",
        "  - url: https://bao.example/0912345678.html",
        "so_quyet_dinh: 0912345678/QĐ",
        "quốc lộ 51, tỉnh lộ 44A, đường 30/4 Thành phố",
        "đường dây nóng 1900 1234, 113, 114",
        "sinh năm 1985, kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890)",
        "Mỗi tháng 02 buổi, 09 hộ, 100.000.000 đồng",
    ],
)
def test_near_misses_stay_silent(text: str) -> None:
    """Measures, money, dates, numbers of papers and web addresses are nobody's data."""
    assert found(text) == []


def test_places_are_told_in_characters() -> None:
    """The column is that of the first character of what is found, on its own line."""
    assert found("một\nHẻm ở số nhà 12") == [(2, 7, "personal-address", "số nhà 12")]


def test_one_number_is_one_fault() -> None:
    """Papers that look like a telephone are told once."""
    assert len(personal("CCCD 077085001234")) == 1


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("a Mo\u0323\u0302t", "not-nfc", 3),
        ("a môt\u0323", "mark-on-consonant", 3),
        ("a \u00f0ất", "eth", 3),
        ("a b\u200bc", "invisible", 3),
        ("a\u00a0b", "odd-space", 2),
        ("a\x07b", "control-character", 2),
        ("a\u2028b", "control-character", 2),
        ("a\x0cb", "control-character", 2),
    ],
)
def test_damaged_text_is_found(text: str, code: str, column: int) -> None:
    """Each way text can be damaged has its code, at the word or the character."""
    assert [(each[1], each[2]) for each in found(text)] == [(column, code)]


@pytest.mark.parametrize(
    "text", ["hoà bình, hòa bình", "Đắk Lắk, Ea H'leo", "“Dân vận khéo” – 5 T"]
)
def test_whole_text_is_left_alone(text: str) -> None:
    """Both ways of placing a tone, names of peoples and good typography are no faults."""
    assert found(text) == []


def test_lines_are_bounded() -> None:
    """A line over the limit is told, and not searched any further."""
    text = "a" * MAX_LINE + "\n" + "0912345678 " + "a" * MAX_LINE
    assert [each[:3] for each in found(text)] == [(2, 1, "line-too-long")]


def test_bodies_are_bounded() -> None:
    """A body at the limit passes, one character more does not."""
    assert list(check_body(PATH, "a" * MAX_BODY, 9)) == []
    (wrong,) = check_body(PATH, "a" * (MAX_BODY + 1), 9)
    assert (wrong.code, wrong.place.line) == ("body-too-long", 9)


@pytest.mark.parametrize(
    "piece",
    ["0 ", "số nhà ", "số nhà" + " " * 400, "1/", "09", "CCCD ", "sinh ngày ", "số 1, ", "Ộ"],
)
def test_hostile_lines_take_no_time(piece: str) -> None:
    """The longest line of any repeated pattern is searched in well under a second."""
    line = (piece * MAX_LINE)[: MAX_LINE - 1]
    started = time.perf_counter()
    list(check_text(PATH, line))
    assert time.perf_counter() - started < 1


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    """Every place told lies inside the text."""
    lines = text.split("\n")
    for line, column, _, _ in found(text):
        assert 1 <= line <= len(lines)
        assert 1 <= column <= max(1, len(lines[line - 1]))


SUSPECTS = st.sampled_from(
    [
        *("Căn cước công dân", "số nhà 12", "sn 1/2/1990", "ở 12/3 đường Lê Lợi", "xe 72A-123.45"),
        *("077085001234", "0912 345 678", "dien_thoai: 0254 385 240", "https://a.vn/0912345678"),
        *("được 151 tấn", "giai đoạn 2011-2015", "", "Hẻm hoa"),
    ]
)


@given(st.lists(st.lists(SUSPECTS, max_size=3).map(" ".join), max_size=5))
def test_what_is_told_of_a_line_hangs_on_that_line_alone(lines: list[str]) -> None:
    """A word that makes one line suspect neither adds to nor takes from what others tell."""
    alone = [(number, *told) for number, line in enumerate(lines, 1) for _, *told in found(line)]
    assert found("\n".join(lines)) == alone

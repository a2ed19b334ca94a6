"""What stands above the table is read however it is written."""

import pytest

from generator.forms.heading import Heading, is_signature, opens_a_form, read_heading


def test_the_heading_of_our_own_form_is_read() -> None:
    """Unit, year and plan are found in the lines that the form prints."""
    lines = [
        ("ĐƠN VỊ: Hội Phụ nữ xã A",),
        ("SỐ MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” ĐĂNG KÝ XÂY DỰNG, NHÂN RỘNG",),
        ("Năm 2026",),
        ("(Kèm theo Kế hoạch số 31-KH/TU, ngày 16/3/2021 của Ban Thường vụ Tỉnh ủy)",),
    ]
    assert read_heading(lines) == Heading("Hội Phụ nữ xã A", 2026, "31-KH/TU")


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        (("DON VI : UBND xã B",), "UBND xã B"),
        (("Đơn vị đăng ký:", "", "Đảng ủy phường C"), "Đảng ủy phường C"),
        (("Tên cơ quan, đơn vị: Trường THCS D",), "Trường THCS D"),
        (("HỘI LIÊN HIỆP PHỤ NỮ\nĐƠN VỊ: Chi hội 2", "CỘNG HÒA"), "Chi hội 2"),
        (("ĐƠN VỊ:.....",), ""),
        (("ĐƠN VỊ.........Hội Nông dân xã…",), "Hội Nông dân xã"),
        (("Hội Nông dân xã E",), ""),
    ],
)
def test_units_are_named_in_several_ways(line: tuple[str, ...], unit: str) -> None:
    """The unit stands behind the colon or the dots, or in the next cell; dots alone are nothing."""
    assert read_heading([line]).unit == unit


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("ĐĂNG KÝ MÔ HÌNH NĂM 2025", 2025),
        ("giai đoạn 2021 - 2025, năm 2024", None),
        ("(Kèm theo Kế hoạch năm 2021)", None),
        ("Quảng Ngãi, ngày 3 tháng 2 năm 2026", None),
        ("Năm: 2026", 2026),
    ],
)
def test_only_the_year_of_the_form_counts(line: str, year: int | None) -> None:
    """The year of a date, of a period or of the plan is not the year of the form."""
    assert read_heading([(line,)]).year == year


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("kèm theo kế hoạch 08 - KH / ĐU ngày 3/2/2025", "08-KH/ĐU"),
        ("Kế hoạch số: 12–KH/BDVTU.", "12-KH/BDVTU"),
        ("Kế hoạch của Đảng ủy", ""),
    ],
)
def test_plans_are_known_by_their_number(line: str, number: str) -> None:
    """The number is read without its spaces, whatever dash it has."""
    assert read_heading([(line,)]).plan == number


@pytest.mark.parametrize(
    "text",
    [
        "THỦ TRƯỞNG ĐƠN VỊ",
        "(Ký tên, đóng dấu)",
        "Quảng Ngãi, ngày 3 tháng 4 năm 2026",
        "....., ngày ... tháng ... năm 2026",
        "T/M BAN THƯỜNG VỤ",
        "Nơi nhận:",
        "Người lập biểu",
    ],
)
def test_signatures_close_the_form(text: str) -> None:
    """Those who sign, and where and when, are no models."""
    assert is_signature(("", text))


@pytest.mark.parametrize(
    "line",
    [("Ngày thứ bảy lắng nghe dân",), ("Kỹ thuật nuôi bò",), ("1", "x", "xã A", "Nơi nhận"), ()],
)
def test_models_are_no_signatures(line: tuple[str, ...]) -> None:
    """Names that begin alike, and rows with more in them, are not taken for the end."""
    assert not is_signature(line)


def test_the_next_form_is_seen_coming() -> None:
    """The line of the unit or the title opens a form."""
    assert opens_a_form(("ĐƠN VỊ:.....",))
    assert opens_a_form(("SỐ MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” ĐĂNG KÝ",))
    assert not opens_a_form(("1. Đơn vị kết nghĩa", "x"))

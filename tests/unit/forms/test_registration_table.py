"""The printed form looks as the annex of plan 31-KH/TU does."""

from __future__ import annotations

from generator.forms.paper import PRINTED_WIDTH, placed, right_half
from generator.forms.registration import Registered, RegistrationForm, Section, blank
from generator.forms.registration_table import registration_paper
from tests.unit.forms.made_forms import VOCABULARY

ROW = Registered("Đường hoa", "tap-the", "Xã A", "Trồng hoa.", "nhan-rong")


def test_the_header_is_the_official_one() -> None:
    """Two rows with their spans, and the row of numbers in italics."""
    header = registration_paper(blank(VOCABULARY)).header
    assert [(row, column, box.text, box.across, box.down) for row, column, box in placed(header)][
        :9
    ] == [
        (0, 0, "LĨNH VỰC/TÊN MÔ HÌNH, ĐIỂN HÌNH", 1, 2),
        (0, 1, "HÌNH THỨC", 2, 1),
        (0, 3, "ĐỊA CHỈ", 1, 2),
        (0, 4, "NỘI DUNG CỤ THỂ MÔ HÌNH, ĐIỂN HÌNH", 1, 2),
        (0, 5, "TRONG ĐÓ", 2, 1),
        (1, 1, "Mô hình tập thể", 1, 1),
        (1, 2, "Mô hình cá nhân", 1, 1),
        (1, 5, "Xây dựng mới", 1, 1),
        (1, 6, "Nhân rộng", 1, 1),
    ]
    assert [box.text for box in header[2]] == ["1", "2", "3", "4", "5", "6", "7"]
    assert all(box.italic for box in header[2])


def test_rows_are_numbered_and_marked() -> None:
    """Each field numbers its own rows; an x stands in the column it belongs to."""
    person = Registered("Chị Lan", "ca-nhan", "", "Dạy chữ.")
    form = RegistrationForm(
        "A", 2026, "Kế hoạch", (Section("I. X", (ROW, person)), Section("II. Y"))
    )
    assert registration_paper(form).texts == (
        ("I. X", "", "", "", "", "", ""),
        ("1. Đường hoa", "x", "", "Xã A", "Trồng hoa.", "", "x"),
        ("2. Chị Lan", "", "x", "", "Dạy chữ.", "", ""),
        ("II. Y", "", "", "", "", "", ""),
        ("1.....", "", "", "", "", "", ""),
        ("2.....", "", "", "", "", "", ""),
    )


def test_what_stands_around_the_table_is_official() -> None:
    """Unit, title, year and plan above; below, who signs."""
    paper = registration_paper(RegistrationForm("Đoàn xã", 2026, "Kế hoạch của Đảng ủy", ()))
    assert [line.text for line in paper.above if line.text] == [
        "ĐƠN VỊ: Đoàn xã",
        "SỐ MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” ĐĂNG KÝ XÂY DỰNG, NHÂN RỘNG",
        "Năm 2026",
        "(Kèm theo Kế hoạch của Đảng ủy)",
    ]
    assert [line.text for line in paper.closing] == ["THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên, đóng dấu)"]


def test_a_blank_form_leaves_dots_to_write_on() -> None:
    """Without a plan and a year the lines wait for them, and no year is printed."""
    lines = [line.text for line in registration_paper(blank(VOCABULARY)).above if line.text]
    assert lines[0] == "ĐƠN VỊ: ....."
    assert lines[2:] == ["(Kèm theo Kế hoạch số ....., ngày ..... của .....)"]


def test_the_table_is_as_wide_as_the_page() -> None:
    """The columns fill the page between its margins; who signs stands on the right."""
    widths = registration_paper(blank(VOCABULARY)).widths
    assert sum(widths) == PRINTED_WIDTH
    assert sum(widths[right_half(widths) :]) > PRINTED_WIDTH / 3


def test_a_sign_typed_into_an_empty_line_stands_in_the_middle() -> None:
    """The cells for marks are centred before anybody marks them, those for words are not."""
    paper = registration_paper(RegistrationForm("", None, "", (Section("I. LĨNH VỰC KINH TẾ"),)))
    empty = [box.align for box in paper.body[1]]
    assert empty == ["left", "center", "center", "left", "left", "center", "center"]

"""Right forms are offered for common slips, and nothing where it would be a guess."""

from __future__ import annotations

import pytest

from generator.core import slips


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31/12/2025", "2025-12-31"),
        ("1-2-2025", "2025-02-01"),
        ("1.2.2025", "2025-02-01"),
        ("12/2025", "2025-12"),
        ("2025/12/31", "2025-12-31"),
        ("2025-1-5", "2025-01-05"),
        ("ngày 15 tháng 10 năm 2024", "2024-10-15"),
        ("tháng 10 năm 2024", "2024-10"),
        ("năm 2024", "2024"),
        ("đầu năm 2024", ""),
        ("khoảng 2024", ""),
        ("15/10", ""),
        ("20255", ""),
        ("2025-2026-2027", ""),
        ("", ""),
    ],
)
def test_dates(written: str, meant: str) -> None:
    """Dates as Vietnamese readers write them are turned round; vague ones are left alone."""
    assert slips.date(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31/3", "--03-31"),
        ("ngày 5/9", "--09-05"),
        ("--3-5", "--03-05"),
        ("-03-31", "--03-31"),
        ("31/3/2026", "2026-03-31"),
        ("trước 15/11", ""),
    ],
)
def test_deadlines(written: str, meant: str) -> None:
    """A day and a month without a year are meant for every year."""
    assert slips.deadline(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.500.000", "1500000"),
        ("1 500 000 đồng", "1500000"),
        ("1,500,000 VND", "1500000"),
        ("500 đ", "500"),
        ("1.50", ""),
        ("2,5", ""),
        ("một", ""),
        ("-3", ""),
    ],
)
def test_whole_numbers(written: str, meant: str) -> None:
    """Dots between thousands and the name of the money are dropped; a fraction is not guessed."""
    assert slips.whole(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("www.bao.example/bai", "https://www.bao.example/bai"),
        ("https//bao.example", "https://bao.example"),
        ("//bao.example", "https://bao.example"),
    ],
)
def test_web_addresses(written: str, meant: str) -> None:
    """An address without its beginning gets one."""
    assert slips.address(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("../plans/ke-hoach.md", "ke-hoach"),
        ("ke-hoach.yml", "ke-hoach"),
        ("ke-hoach.md", "ke-hoach"),
        ("Tiếng kẻng an ninh", "tieng-keng-an-ninh"),
        ("31-KH/TU", "TU"),
    ],
)
def test_names_of_entries(written: str, meant: str) -> None:
    """A path or a title is offered as the name of a file; the caller drops what is none."""
    assert slips.slug(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("../images/2025/le.jpg", "2025/le.jpg"),
        ("content/images/le.jpg", "le.jpg"),
        ("le.jpg", "le.jpg"),
        ("../pages/a.md", "../pages/a.md"),
    ],
)
def test_pictures(written: str, meant: str) -> None:
    """The way to the folder of images is dropped."""
    assert slips.picture(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("Có", "true"), ("không", "false"), ("1", "true"), ("chưa rõ", "")]
)
def test_yes_and_no(written: str, meant: str) -> None:
    """Yes and no in other words are understood; doubt is not."""
    assert slips.truth(written) == meant

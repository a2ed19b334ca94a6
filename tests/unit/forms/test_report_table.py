"""The yearly summary counts every model once, in its place."""

from __future__ import annotations

from generator.core.catalogue import ModelItem
from generator.forms.paper import Paper
from generator.forms.report_table import of_year, report_paper
from tests.unit.core.made import VOCABULARY, model


def report(*items: ModelItem) -> Paper:
    return report_paper(items, VOCABULARY, 2026, "Ban Dân vận", "đăng ký năm 2026")


def counts(paper: Paper) -> dict[str, list[str]]:
    return {row[0]: list(row[1:]) for row in paper.texts}


def test_every_column_counts_what_it_says() -> None:
    """Form, origin and recognition of the year, by field and in all."""
    found = counts(
        report(
            model("a", xay_dung="moi", cong_nhan="[{cap: xa, hinh_thuc: Khen, nam: 2026}]"),
            model("b", xay_dung="nhan-rong", linh_vuc="[kinh-te, do-thi-van-minh]"),
            model(
                "c",
                hinh_thuc="ca-nhan",
                co_so_dang="dong-y",
                cong_nhan="[{cap: xa, hinh_thuc: Khen, nam: 2025}, {cap: tinh, hinh_thuc: Khen}]",
            ),
        )
    )
    # In all, collective, individual, new, replicated, untold, then central, province, commune.
    assert found == {
        "1. Kinh tế": ["1", "1", "0", "0", "1", "0", "0", "0", "0"],
        "2. Đô thị văn minh": ["2", "1", "1", "1", "0", "1", "0", "0", "1"],
        "Tổng cộng": ["3", "2", "1", "1", "1", "1", "0", "0", "1"],
    }


def test_two_recognitions_at_one_level_count_once() -> None:
    """What is counted are models, not decisions; each level counts by itself."""
    both = "[{cap: xa, hinh_thuc: A, nam: 2026}, {cap: xa, hinh_thuc: B, nam: 2026}, "
    both += "{cap: tinh, hinh_thuc: C, nam: 2026}]"
    assert counts(report(model(cong_nhan=both)))["Tổng cộng"][-3:] == ["0", "1", "1"]


def test_figures_are_numbers() -> None:
    """A spreadsheet can reckon with every figure of the table."""
    paper = report(model())
    assert all(str(box.amount) == box.text for row in paper.body for box in row[1:])


def test_a_year_of_everything_holds_what_happened_in_it() -> None:
    """A model belongs to the years in which it began, was registered or was recognised."""
    items = [
        model("a", bat_dau="2026"),
        model("b", dang_ky="[{nam: 2026}]"),
        model("c", cong_nhan="[{cap: xa, hinh_thuc: Khen, nam: 2026}]"),
        model("d", bat_dau="2025"),
    ]
    assert [item.slug for item in of_year(items, 2026)] == ["a", "b", "c"]


def test_the_paper_says_what_it_counts() -> None:
    """The notes below say which models are meant."""
    assert "Tính các mô hình, điển hình đăng ký năm 2026." in [
        line.text for line in report(model()).notes
    ]

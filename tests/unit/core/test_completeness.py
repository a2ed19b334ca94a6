"""What an entry tells and what it leaves open is counted, never set by hand."""

from __future__ import annotations

import pytest

from generator.core.completeness import completeness
from generator.core.source import headings
from tests.unit.core.made import model

BODY = "## Hoàn cảnh\n\nA\n\n## Cách làm ##\n\nB\n\n## Bài học\n\nC\n"
FULL = {
    "ket_qua": "[{noi_dung: A, gia_tri: 45}]",
    "dieu_kien": "{nhan_luc: A}",
    "bat_dau": "2020",
    "dia_ban": "{tinh: Lâm Đồng, xa: phường 1}",
    "trang_thai": "dang-thuc-hien",
    "xac_nhan": "2026",
    "nguon": "[{tieu_de: A, co_quan: B, ngay: 2024, url: https://bao.example/a}]",
}


def test_a_thin_entry_says_so() -> None:
    """The least entry has nothing of what a reader needs beyond its name."""
    found = completeness(model())
    assert found.present == ()
    assert found.percent == 0


def test_a_full_entry_is_full() -> None:
    """An entry with everything a reader needs lacks nothing."""
    found = completeness(model(body=BODY, **FULL))
    assert found.missing == ()
    assert found.percent == 100


@pytest.mark.parametrize("key", sorted(FULL))
def test_each_part_counts_by_itself(key: str) -> None:
    """Without one part a tenth is missing, whichever part it is."""
    found = completeness(model(body=BODY, **{k: v for k, v in FULL.items() if k != key}))
    assert len(found.missing) == 1
    assert found.percent == 90


@pytest.mark.parametrize(
    "results", ["[{noi_dung: A}]", "[{noi_dung: A, don_vi: hộ}, {noi_dung: B}]"]
)
def test_results_count_only_with_a_figure(results: str) -> None:
    """Words alone are no measure."""
    assert "kết quả có số liệu" in completeness(model(ket_qua=results)).missing


def test_a_source_must_have_both_day_and_address() -> None:
    """Day in one source and address in another make no source that can be looked up."""
    split = (
        "[{tieu_de: A, co_quan: B, ngay: 2024}, {tieu_de: C, co_quan: D, url: https://a.example}]"
    )
    assert "nguồn có ngày và địa chỉ" in completeness(model(nguon=split)).missing


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## Cách làm\n", {"Cách làm"}),
        ("##  Cách làm  ##\n", {"Cách làm"}),
        ("# Cách làm\n### Bài học\n##Kết quả\n", set()),
        ("", set()),
    ],
)
def test_headings_of_the_second_level(body: str, found: set[str]) -> None:
    """Only second-level headings count, without the signs around them."""
    assert headings(body) == found

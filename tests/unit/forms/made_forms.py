"""Small filled forms for the tests, drawn as grids: a row is its cells, joined by bars."""

from __future__ import annotations

from datetime import date

from generator.core.taxonomy import FormerProvince, Province, Term, Vocabulary
from generator.forms.address import Address
from generator.forms.drafting import Surroundings
from generator.forms.grid import Cell, Grid, tidy
from tests.unit.core.made import LISTS

TODAY = date(2026, 11, 20)

FIELDS = (
    Term("kinh-te", "Kinh tế", aliases=("Phát triển kinh tế",)),
    Term("van-hoa-xa-hoi", "Văn hóa – xã hội", aliases=("VH-XH",)),
    Term("quoc-phong-an-ninh", "Quốc phòng – an ninh"),
    Term("xay-dung-he-thong-chinh-tri", "Xây dựng hệ thống chính trị"),
    Term("nong-thon-moi", "Xây dựng nông thôn mới"),
    Term("do-thi-van-minh", "Đô thị văn minh"),
)
VOCABULARY = Vocabulary(
    lists={
        name: tuple(Term(term, label) for term, label in terms.items())
        for name, terms in LISTS.items()
    }
    | {"linh_vuc": FIELDS},
    provinces=(
        Province(
            "51",
            "quang-ngai",
            "Quảng Ngãi",
            "tinh",
            former=(FormerProvince("Quảng Ngãi", "tinh"), FormerProvince("Kon Tum", "tinh")),
        ),
        Province(
            "48",
            "da-nang",
            "Đà Nẵng",
            "thanh-pho",
            former=(FormerProvince("Đà Nẵng", "thanh-pho"), FormerProvince("Quảng Nam", "tinh")),
        ),
    ),
)

HEADER = (
    "LĨNH VỰC/TÊN MÔ HÌNH, ĐIỂN HÌNH|HÌNH THỨC||ĐỊA CHỈ|NỘI DUNG CỤ THỂ|TRONG ĐÓ|",
    "|Mô hình tập thể|Mô hình cá nhân|||Xây dựng mới|Nhân rộng",
    "1|2|3|4|5|6|7",
)
ROW = "1. Đường hoa|x||Thôn 3, xã Sơn Dung|Trồng hoa dọc đường.|x|"
SECTION = "I. LĨNH VỰC KINH TẾ||||||"


def grid(*lines: str, lettered: bool = True, heading: tuple[str, ...] = ()) -> Grid:
    """A grid of lines like ``ROW``; “^” stands for a cell merged with the one above."""
    rows = [
        tuple(
            Cell(from_above=True) if text == "^" else Cell(tidy(text)) for text in line.split("|")
        )
        for line in lines
    ]
    return Grid("bảng", 1, tuple(rows), tuple((line,) for line in heading), lettered)


def around(**facts: object) -> Surroundings:
    """What holds for a form of a unit in Quảng Ngãi for 2026."""
    known = {
        "unit": "Hội Phụ nữ xã Sơn Dung",
        "year": 2026,
        "plan": "ke-hoach",
        "base": Address(province="Quảng Ngãi"),
        "base_suffices": False,
        "has_consent": False,
        "vocabulary": VOCABULARY,
        "today": TODAY,
    }
    return Surroundings(**{**known, **facts})  # type: ignore[arg-type]

"""What readers can filter by: the names, labels and values, in the order they are shown.

Values that no entry carries are left to the counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.core.catalogue import Catalogue, ModelItem
from generator.core.figures import (
    NO_YEAR,
    awarded_years,
    own_years,
    recognised_years,
    registered_years,
    years_told,
)
from generator.core.readiness import SPREAD_TERMS
from generator.core.taxonomy import Term
from generator.core.vietnamese import sort_key
from generator.search.columns import Filter

_MOST_YEARS = 31
"""A document's years share one number of 31 bits, one of them for no year at all."""

_KINDS = (
    ("mo-hinh", "Mô hình, điển hình"),
    ("ke-hoach", "Kế hoạch"),
    ("trang", "Trang giới thiệu"),
)
_STAGE_YEARS = {
    "dang_ky": "đăng ký",
    "ghi_nhan": "được ghi nhận",
    "khen_thuong": "được khen thưởng",
}
"""Chosen by addresses alone, not offered in the panel: the page of numbers links to them."""


def filters(catalogue: Catalogue) -> tuple[Filter, ...]:
    """All that documents can be filtered by."""
    terms = catalogue.vocabulary.lists
    recent = sorted(catalogue.by_year, reverse=True)[: _MOST_YEARS - 1]
    provinces = sorted(catalogue.vocabulary.provinces, key=lambda each: sort_key(each.name))
    return (
        Filter("loai", "Loại", _KINDS, several=False),
        Filter("linh_vuc", "Lĩnh vực", _values(terms["linh_vuc"]), several=True),
        Filter("tinh", "Tỉnh, thành phố", tuple((p.id, p.name) for p in provinces), several=False),
        Filter("nam", "Năm", _dated(recent), several=True),
        Filter("hinh_thuc", "Hình thức", _values(terms["hinh_thuc"]), several=False),
        Filter("cong_nhan", "Ghi nhận, khen thưởng", _values(terms["cap"]), several=True),
        Filter("nhan_rong", "Nhân rộng", SPREAD_TERMS, several=True),
        Filter("kinh_phi", "Kinh phí", _values(terms["kinh_phi"]), several=False),
        Filter("dia_ban", "Kiểu địa bàn", _values(terms["dia_ban_phu_hop"]), several=True),
        Filter("trang_thai", "Tình trạng", _values(terms["trang_thai"]), several=False),
        *(
            Filter(name, f"Năm {told}", _dated(recent, f"{told} "), several=True, quiet=True)
            for name, told in _STAGE_YEARS.items()
        ),
    )


def dated_terms(item: ModelItem) -> Mapping[str, tuple[str, ...]]:
    """What a model carries for the filters by year and by state."""
    model = item.entry
    return {
        "nam": years_told(own_years(model)),
        "trang_thai": (model.state,) if model.state else (),
        "dang_ky": years_told(registered_years(model)),
        "ghi_nhan": years_told(recognised_years(model)),
        "khen_thuong": years_told(awarded_years(model)),
    }


def _dated(years_found: Iterable[str], told: str = "") -> tuple[tuple[str, str], ...]:
    """Years as values of a filter, and one for what tells no year."""
    return (*((year, f"{told}{year}") for year in years_found), (NO_YEAR, f"{told}không ghi năm"))


def _values(terms: tuple[Term, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((term.id, term.name) for term in terms)

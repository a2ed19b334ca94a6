"""What is ready to be copied is said once, for every page that asks."""

from __future__ import annotations

import pytest

from generator.core.lineage import forest
from generator.core.links import links
from generator.core.readiness import is_ready, ready, spread_terms
from tests.unit.core.made import catalogue_of, model

WAY = "\n## Cách làm\n\nTổ tự quản trồng hoa.\n"
FIGURE = "[{noi_dung: hộ tham gia, gia_tri: 62}]"


def grown(*items):
    entries = catalogue_of(*items)
    return entries, forest(entries, links(entries))


@pytest.mark.parametrize(
    ("body", "keys", "is_it"),
    [
        (WAY, {"ket_qua": FIGURE, "nhan_rong_den": "[{noi: Xã B}]"}, True),
        (WAY, {"ket_qua": FIGURE, "dieu_kien": "{can_co: [đất trống]}"}, True),
        (WAY, {"ket_qua": FIGURE, "dieu_kien": "{so_tien: 0}"}, True),
        (WAY, {"ket_qua": FIGURE}, False),
        (WAY, {"ket_qua": FIGURE, "dieu_kien": "{luu_y: [hỏi dân trước]}"}, False),
        (WAY, {"ket_qua": "[{noi_dung: sạch hơn}]", "nhan_rong_den": "[{noi: Xã B}]"}, False),
        ("", {"ket_qua": FIGURE, "nhan_rong_den": "[{noi: Xã B}]"}, False),
    ],
)
def test_ready_is_way_result_and_conditions_or_copies(
    body: str, keys: dict[str, str], is_it: bool
) -> None:
    """All three must be told; what a source only cautions against is no condition."""
    item = model("a", body, **keys)
    _, trees = grown(item)
    assert is_ready(item, trees) is is_it


def test_the_most_copied_come_first() -> None:
    """Copies decide, then how much is told of what it takes."""
    takes = "{kinh_phi: thap, thoi_gian: 3 tháng}"
    entries, trees = grown(
        model("a", WAY, ket_qua=FIGURE, dieu_kien="{thoi_gian: 3 tháng}"),
        model("b", WAY, ket_qua=FIGURE, dieu_kien=takes),
        model("c", WAY, ket_qua=FIGURE, nhan_rong_den="[{noi: X}]"),
        model("d", WAY, ket_qua=FIGURE),
    )
    assert [item.slug for item in ready(entries, trees)] == ["c", "b", "a"]


def test_the_search_can_narrow_by_spreading() -> None:
    """A model carries that it was copied, that it is ready, both or neither."""
    copied = model("a", nhan_rong_den="[{noi: X}]")
    both = model("b", WAY, ket_qua=FIGURE, nhan_rong_den="[{noi: X}]")
    _, trees = grown(copied, both, model("c"))
    assert spread_terms(copied, trees) == ("da-nhan-rong",)
    assert spread_terms(both, trees) == ("da-nhan-rong", "san-sang")
    assert spread_terms(model("c"), trees) == ()

"""Knowledge of a few entries, built the way the program builds it: text, then checked values."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml

from generator.core.catalogue import Item, ModelItem, PlanItem, catalogue
from generator.core.entries import Model, Plan
from generator.core.front_matter import read
from generator.core.links import links
from generator.core.similarity import similar
from generator.core.taxonomy import FormerProvince, Province, Term, Vocabulary
from generator.core.validation import check
from generator.pages.knowledge import Knowledge, Publisher

VOCABULARY = Vocabulary(
    lists={
        "loai": (Term("mo-hinh", "Mô hình"), Term("dien-hinh", "Điển hình")),
        "hinh_thuc": (Term("tap-the", "Tập thể"), Term("ca-nhan", "Cá nhân")),
        "linh_vuc": (
            Term("kinh-te", "Kinh tế", "giúp nhau làm ăn"),
            Term("do-thi-van-minh", "Đô thị văn minh"),
        ),
        "cap": (Term("trung-uong", "Cấp Trung ương"), Term("tinh", "Cấp tỉnh")),
        "xay_dung": (Term("moi", "Xây dựng mới"),),
        "trang_thai": (Term("dang-thuc-hien", "Đang thực hiện"), Term("ket-thuc", "Đã kết thúc")),
        "kinh_phi": (Term("thap", "Thấp"),),
        "dia_ban_phu_hop": (Term("do-thi", "Đô thị"), Term("mien-nui", "Miền núi")),
        "nguoi_trong_anh": (Term("khong-co", "Không có người"),),
        "co_so_dang": (Term("da-cong-bo", "Đã công bố trước đó"),),
        "ky": (Term("nam", "Hằng năm"),),
    },
    provinces=(
        Province(
            "68", "lam-dong", "Lâm Đồng", "tinh", former=(FormerProvince("Bình Thuận", "tinh"),)
        ),
        Province("01", "ha-noi", "Hà Nội", "thanh-pho"),
        Province(
            "79",
            "ho-chi-minh",
            "Thành phố Hồ Chí Minh",
            "thanh-pho",
            former=(FormerProvince("Bình Dương", "tinh"),),
        ),
    ),
)
PUBLISHER = Publisher("Dân vận khéo", "Ban Tuyên giáo và Dân vận", "https://kho.example/dvk/")
TODAY = date(2026, 11, 20)


def model(slug: str, body: str = "", **keys: Any) -> ModelItem:
    """A checked model with the required keys, and those given."""
    known = {
        "ten": f"Mô hình {slug}",
        "tom_tat": f"Tóm tắt {slug}.",
        "hinh_thuc": "tap-the",
        "linh_vuc": "kinh-te",
        "don_vi": "Hội Nông dân",
        "dia_ban": {"tinh": "Lâm Đồng"},
        "nguon": [{"tieu_de": "Bài báo", "co_quan": "Báo A"}],
    }
    matter, problems = read(f"content/models/{slug}.md", _text({**known, **keys}, body))
    assert not problems, [each.message for each in problems]
    assert matter is not None
    entry, problems = check(Model, matter, {"vocabulary": VOCABULARY})
    assert entry is not None, [each.message for each in problems]
    return Item("model", entry, matter)


def plan(slug: str, body: str = "", **keys: Any) -> PlanItem:
    """A checked plan with the required keys, and those given."""
    known = {
        "ten": f"Kế hoạch {slug}",
        "co_quan": "Tỉnh ủy Lâm Đồng",
        "cap": "tinh",
        "dia_ban": {"tinh": "Lâm Đồng"},
        "giai_doan": {"tu": 2025, "den": 2027},
        "nguon": [{"tieu_de": "Toàn văn", "co_quan": "Tỉnh ủy"}],
    }
    matter, problems = read(f"content/plans/{slug}.md", _text({**known, **keys}, body))
    assert not problems, [each.message for each in problems]
    assert matter is not None
    entry, problems = check(Plan, matter, {"vocabulary": VOCABULARY})
    assert entry is not None, [each.message for each in problems]
    return Item("plan", entry, matter)


class _Plain(yaml.SafeDumper):
    """Writes as editors write: equal values are written out each time."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(keys: dict[str, Any], body: str) -> str:
    return f"---\n{yaml.dump(keys, Dumper=_Plain, allow_unicode=True, width=10_000)}---\n{body}"


def know(*items: ModelItem | PlanItem, **more: Any) -> Knowledge:
    """What is known once these entries, and no others, have been read."""
    models = [item for item in items if item.kind == "model"]
    plans = [item for item in items if item.kind == "plan"]
    entries = catalogue(models, plans, VOCABULARY)  # type: ignore[arg-type]
    given = {"publisher": PUBLISHER, "today": TODAY, **more}
    return Knowledge(entries, links(entries), similar(entries), **given)

"""Small values for the tests of the core, made the way the program makes them: from text."""

from __future__ import annotations

from generator.core.catalogue import Catalogue, Item, ModelItem, PlanItem, catalogue
from generator.core.dates import PartialDate
from generator.core.entries import Model, Plan
from generator.core.front_matter import FrontMatter, read
from generator.core.taxonomy import FormerProvince, Province, Term, Vocabulary
from generator.core.validation import check

LISTS = {
    "linh_vuc": {"kinh-te": "Kinh tế", "do-thi-van-minh": "Đô thị văn minh"},
    "loai": {"mo-hinh": "Mô hình", "dien-hinh": "Điển hình"},
    "hinh_thuc": {"tap-the": "Tập thể", "ca-nhan": "Cá nhân"},
    "cap": {"trung-uong": "Cấp Trung ương", "tinh": "Cấp tỉnh", "xa": "Cấp xã"},
    "xay_dung": {"moi": "Xây dựng mới", "nhan-rong": "Nhân rộng"},
    "trang_thai": {"dang-ky": "Đã đăng ký", "dang-thuc-hien": "Đang thực hiện"},
    "kinh_phi": {"thap": "Thấp"},
    "dia_ban_phu_hop": {"do-thi": "Đô thị"},
    "nguoi_trong_anh": {"khong-co": "Không có người"},
    "co_so_dang": {"dong-y": "Đã đồng ý", "da-cong-bo": "Đã công bố"},
    "ky": {"nam": "Hằng năm"},
}

VOCABULARY = Vocabulary(
    lists={
        name: tuple(Term(term, label) for term, label in terms.items())
        for name, terms in LISTS.items()
    },
    provinces=(
        Province(
            "68",
            "lam-dong",
            "Lâm Đồng",
            "tinh",
            former=(
                FormerProvince("Lâm Đồng", "tinh"),
                FormerProvince("Bình Thuận", "tinh", ("Binh Thuan",)),
            ),
        ),
        Province(
            "46",
            "hue",
            "Huế",
            "thanh-pho",
            former=(FormerProvince("Thừa Thiên Huế", "tinh", (), PartialDate(2024, 12, 31)),),
        ),
        Province(
            "79",
            "ho-chi-minh",
            "Thành phố Hồ Chí Minh",
            "thanh-pho",
            aliases=("TP.HCM",),
            former=(FormerProvince("Bà Rịa – Vũng Tàu", "tinh"),),
        ),
    ),
)

_MODEL = {
    "ten": "Hẻm xanh",
    "tom_tat": "Người dân trồng hoa dọc hẻm.",
    "hinh_thuc": "tap-the",
    "linh_vuc": "do-thi-van-minh",
    "don_vi": "Khu phố 2",
    "dia_ban": "{tinh: Lâm Đồng}",
    "nguon": "[{tieu_de: Hẻm xanh, co_quan: Báo Lâm Đồng}]",
}
_PLAN = {
    "ten": "Kế hoạch năm 2026",
    "co_quan": "Đảng ủy xã",
    "cap": "xa",
    "dia_ban": "{tinh: Lâm Đồng}",
    "giai_doan": "{tu: 2026}",
    "nguon": "[{tieu_de: Kế hoạch, co_quan: Đảng ủy xã}]",
}


def matter(head: str, body: str = "", path: str = "content/models/hem-xanh.md") -> FrontMatter:
    """The front matter of a Markdown file with this head; its first line is the file's second."""
    found, problems = read(path, f"---\n{head.strip()}\n---\n{body}")
    assert found is not None, problems
    return found


def model_matter(slug: str = "hem-xanh", body: str = "", **keys: str) -> FrontMatter:
    """The least a model needs, one key a line in the order of the guide; ``keys`` as YAML."""
    return _written(_MODEL | keys, body, f"content/models/{slug}.md")


def plan_matter(slug: str = "ke-hoach", body: str = "", **keys: str) -> FrontMatter:
    """The least a plan needs; ``keys`` as YAML."""
    return _written(_PLAN | keys, body, f"content/plans/{slug}.md")


def model(slug: str = "hem-xanh", body: str = "", **keys: str) -> ModelItem:
    """A valid model."""
    source = model_matter(slug, body, **keys)
    entry, problems = check(Model, source, {"vocabulary": VOCABULARY})
    assert entry is not None, problems
    return Item("model", entry, source)


def plan(slug: str = "ke-hoach", body: str = "", **keys: str) -> PlanItem:
    """A valid plan."""
    source = plan_matter(slug, body, **keys)
    entry, problems = check(Plan, source, {"vocabulary": VOCABULARY})
    assert entry is not None, problems
    return Item("plan", entry, source)


def catalogue_of(*items: ModelItem | PlanItem) -> Catalogue:
    """A catalogue of models and plans in whatever order."""
    models = [item for item in items if item.kind == "model"]
    plans = [item for item in items if item.kind == "plan"]
    return catalogue(models, plans, VOCABULARY)  # type: ignore[arg-type]


def _written(keys: dict[str, str], body: str, path: str) -> FrontMatter:
    return matter("\n".join(f"{key}: {value}" for key, value in keys.items()), body, path)

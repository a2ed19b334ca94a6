"""A small world of entries, built the way the program builds them: text, then a checked value."""

from __future__ import annotations

from generator.core.catalogue import Catalogue, Item, ModelItem, PlanItem, catalogue
from generator.core.entries import Model, Plan
from generator.core.front_matter import read
from generator.core.taxonomy import FormerProvince, Province, Term, Vocabulary
from generator.core.validation import check
from generator.export.publication import Licence, Publication

VOCABULARY = Vocabulary(
    lists={
        "loai": (Term("mo-hinh", "Mô hình"), Term("dien-hinh", "Điển hình")),
        "hinh_thuc": (Term("tap-the", "Tập thể"), Term("ca-nhan", "Cá nhân")),
        "linh_vuc": (Term("kinh-te", "Kinh tế"), Term("van-hoa-xa-hoi", "Văn hóa – xã hội")),
        "cap": (Term("tinh", "Cấp tỉnh"), Term("xa", "Cấp xã")),
        "xay_dung": (Term("moi", "Xây dựng mới"),),
        "trang_thai": (Term("dang-thuc-hien", "Đang thực hiện"),),
        "kinh_phi": (Term("thap", "Thấp"),),
        "dia_ban_phu_hop": (Term("do-thi", "Đô thị"), Term("mien-nui", "Miền núi")),
        "nguoi_trong_anh": (Term("khong-co", "Không có người"),),
        "co_so_dang": (Term("da-cong-bo", "Đã công bố trước đó"),),
        "ky": (Term("nam", "Hằng năm"),),
    },
    provinces=(
        Province(
            "24", "bac-ninh", "Bắc Ninh", "tinh", former=(FormerProvince("Bắc Giang", "tinh"),)
        ),
    ),
)

PUBLICATION = Publication(
    name="Dân vận khéo",
    owner="Ban Tuyên giáo và Dân vận",
    base_url="https://dvk.example/kho/",
    description="Kho mô hình “Dân vận khéo”.",
    licence=Licence("CC-BY-4.0", "Ghi công 4.0", "https://licence.example/by/4.0/"),
)

FULL_MODEL = """
ten: Camera an ninh nối mạng khu phố
tom_tat: Người dân góp tiền lắp 104 camera cho khu phố.
hinh_thuc: tap-the
linh_vuc: [van-hoa-xa-hoi, kinh-te]
don_vi: Công an xã An Lạc
dia_ban: {tinh: Bắc Giang, huyen: huyện Sơn Động, xa: xã An Lạc, nam: 2024}
xay_dung: moi
bat_dau: 2022-03
trang_thai: dang-thuc-hien
xac_nhan: 2024-04-12
ke_hoach: ke-hoach-tinh
dang_ky: [{nam: 2022, ke_hoach: ke-hoach-xa}]
cong_nhan:
  - cap: tinh
    hinh_thuc: Bằng khen
    co_quan: Ủy ban nhân dân tỉnh
    nam: 2024
    so_quyet_dinh: 12/QĐ-UBND
  - {cap: tinh, hinh_thuc: Biểu dương}
ket_qua:
  - {noi_dung: camera được lắp, gia_tri: 7556, don_vi: camera, thoi_diem: 2024-04}
  - {noi_dung: giảm số vụ trộm, gia_tri: hơn 62, don_vi: phần trăm}
  - {noi_dung: diện tích, gia_tri: '7,5', don_vi: ha, thoi_diem: 2011–2015}
dieu_kien:
  {kinh_phi: thap, so_tien: 5000000, dia_ban_phu_hop: do-thi, can_co: [đường truyền, tổ trực]}
nhan_rong_den: [{noi: Xã Bình Minh, nam: 2023}]
anh: [{tep: camera.jpg, mo_ta: Cột camera, nguoi_trong_anh: khong-co}]
lien_he: {co_quan: Công an xã An Lạc, dien_thoai: 0204 388 8888}
nguon:
  - {tieu_de: Camera phủ khắp xã, co_quan: Báo A, ngay: 2024-10, url: 'https://a.example/1?x=1&y=2'}
  - {tieu_de: Xã an toàn, tieu_de_tam: true, co_quan: Báo B}
tu_khoa: [camera, an ninh]
ten_cu: [camera-cu]
"""

FULL_PLAN = """
ten: Kế hoạch thực hiện phong trào
so_ky_hieu: 31-KH/TU
ngay: 2021-03-16
co_quan: Ban Thường vụ Tỉnh ủy Bắc Giang
cap: tinh
dia_ban: {tinh: Bắc Giang, nam: 2021}
giai_doan: {tu: 2021, den: 2025}
nguoi_ky: {ten: Nguyễn Văn A, chuc_vu: Phó Bí thư}
can_cu: [{ten: Chỉ thị về dân vận, so_ky_hieu: 05-CT/TW, ngay: 2016-05-15, co_quan: Bộ Chính trị}]
linh_vuc: kinh-te
chi_tieu: [{noi_dung: Mô hình mới, toi_thieu: 1, toi_da: 2, ky: nam, ap_dung: Mỗi xã}]
nhiem_vu: [{noi_dung: Tuyên truyền, chu_tri: Ban Dân vận}, {noi_dung: Sơ kết, tu: 2023-06}]
moc:
  - {viec: Gửi danh sách, han: '--03-31', tu_nam: 2022, den_nam: 2025, gui: Ban Dân vận}
  - {viec: Phát động, han: 2021-05-01}
thay_the: ke-hoach-cu
nguon: [{tieu_de: Toàn văn kế hoạch, co_quan: Tỉnh ủy, ngay: 2021, url: 'https://b.example/'}]
"""

HOSTILE = (
    "</script><script>alert(1)</script>",
    "=cmd|'/c calc'!A1",
    "+84 là đầu số",
    "-5 độ",
    "@nhóm",
    "＝1+1",
    'ngoặc "kép", phẩy; và\nxuống dòng',
    "chuông \x07, rỗng \x00, biên \ufffe",
    "dòng \u2028 và đoạn \u2029 hết",
    "mặt cười 😀 và chữ hiếm 𠀀",
    "]]> &amp; <b> 'nháy'",
)
"""What an editor may paste, by mistake or on purpose."""


def shown(text: str) -> str:
    """One of the hostile texts without what XML and HTML cannot hold."""
    return text.translate(dict.fromkeys(map(ord, "\x00\x07\ufffe")))


def quoted(text: str) -> str:
    """Any text as a YAML scalar."""
    return '"' + "".join(f"\\U{ord(sign):08x}" for sign in text) + '"'


def model(slug: str, text: str = FULL_MODEL, body: str = "") -> ModelItem:
    """A checked model."""
    matter, problems = read(f"content/models/x/{slug}.md", f"---{text}---\n{body}")
    assert matter is not None, problems
    entry, problems = check(Model, matter, {"vocabulary": VOCABULARY})
    assert entry is not None, [problem.message for problem in problems]
    return Item("model", entry, matter)


def plan(slug: str, text: str = FULL_PLAN) -> PlanItem:
    """A checked plan."""
    matter, problems = read(f"content/plans/{slug}.md", f"---{text}---\n")
    assert matter is not None, problems
    entry, problems = check(Plan, matter, {"vocabulary": VOCABULARY})
    assert entry is not None, [problem.message for problem in problems]
    return Item("plan", entry, matter)


def thin_model(slug: str, name: str = "Tên", more: str = "") -> ModelItem:
    """A model with no more than it must have."""
    return model(
        slug,
        f"""
ten: {quoted(name)}
tom_tat: {quoted(name)}
hinh_thuc: ca-nhan
linh_vuc: kinh-te
don_vi: {quoted(name)}
dia_ban: {{tinh: Bắc Ninh}}
nguon: [{{tieu_de: {quoted(name)}, co_quan: Báo A}}]
{more}
""",
    )


def thin_plan(slug: str, name: str = "Tên") -> PlanItem:
    """A plan with no more than it must have."""
    return plan(
        slug,
        f"""
ten: {quoted(name)}
co_quan: {quoted(name)}
cap: xa
dia_ban: {{tinh: Bắc Ninh}}
giai_doan: {{tu: 2025}}
nguon: [{{tieu_de: {quoted(name)}, co_quan: Báo A}}]
""",
    )


def world(*items: ModelItem | PlanItem) -> Catalogue:
    """The catalogue of these entries."""
    models = [item for item in items if isinstance(item.entry, Model)]
    plans = [item for item in items if isinstance(item.entry, Plan)]
    return catalogue(models, plans, VOCABULARY)  # type: ignore[arg-type]

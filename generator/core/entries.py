"""What a model and a plan are: the two kinds of entry, field by field (see ``fact``)."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.core.fact import Facts, fact
from generator.core.field_types import ONE_OR_MANY, Line, Slug, When, term, text
from generator.core.model_groups import (
    Citation,
    Conditions,
    Contact,
    Copy,
    Location,
    Outcome,
    Picture,
    Recognition,
    Registration,
)
from generator.core.plan_groups import Basis, Milestone, Period, Signer, Target, Task

__all__ = [
    "Basis",
    "Citation",
    "Conditions",
    "Contact",
    "Copy",
    "Entry",
    "EntryKind",
    "Location",
    "Milestone",
    "Model",
    "Outcome",
    "Period",
    "Picture",
    "Plan",
    "Recognition",
    "Registration",
    "Signer",
    "Target",
    "Task",
]

EntryKind = Literal["model", "plan"]


class Entry(Facts):
    """What a model and a plan share."""

    name: Annotated[str, text(200)] = fact("ten", "Tên", "Tối đa 200 ký tự")
    place: Location = fact("dia_ban", "Địa bàn", "tinh, huyen, xa, thon, nam")
    sources: tuple[Citation, ...] = fact("nguon", "Nguồn", "Ít nhất một nguồn", at_least=1)
    former_slugs: tuple[Slug, ...] = fact("ten_cu", "Tên tệp cũ", "Vẫn chuyển hướng", default=())


class Model(Entry):
    """A model, or an exemplary collective or person."""

    summary: Annotated[str, text(300)] = fact("tom_tat", "Tóm tắt", "Tối đa 300 ký tự")
    type: Annotated[str, term("loai")] = fact(
        "loai", "Loại", "mo-hinh, dien-hinh", default="mo-hinh"
    )
    form: Annotated[str, term("hinh_thuc")] = fact(
        "hinh_thuc", "Hình thức", "tap-the, ca-nhan", filters=True
    )
    fields: Annotated[tuple[Annotated[str, term("linh_vuc")], ...], ONE_OR_MANY] = fact(
        "linh_vuc", "Lĩnh vực", "Mục đầu là chính", filters=True, at_least=1
    )
    unit: Line = fact("don_vi", "Đơn vị thực hiện", "Đơn vị, hoặc người được tôn vinh")
    origin: Annotated[str, term("xay_dung")] | None = fact(
        "xay_dung", "Xây dựng", "moi, nhan-rong", default=None
    )
    start: When | None = fact("bat_dau", "Bắt đầu", "Năm hoặc ngày", default=None)
    state: Annotated[str, term("trang_thai")] | None = fact(
        "trang_thai", "Tình trạng", "dang-ky, dang-thuc-hien…", default=None
    )
    confirmed: When | None = fact("xac_nhan", "Xác nhận", "Ngày xác nhận còn chạy", default=None)
    plans: Annotated[tuple[Slug, ...], ONE_OR_MANY] = fact(
        "ke_hoach", "Kế hoạch", "Tên tệp các kế hoạch", default=()
    )
    registrations: tuple[Registration, ...] = fact(
        "dang_ky", "Đăng ký", "nam, ke_hoach", default=()
    )
    recognitions: tuple[Recognition, ...] = fact(
        "cong_nhan", "Công nhận", "cap, hinh_thuc…", default=()
    )
    results: tuple[Outcome, ...] = fact("ket_qua", "Kết quả", "noi_dung, gia_tri…", default=())
    conditions: Conditions | None = fact(
        "dieu_kien", "Điều kiện", "kinh_phi, nhan_luc…", default=None
    )
    copied_from: Slug | None = fact(
        "nhan_rong_tu", "Nhân rộng từ", "Tên tệp mô hình gốc", default=None
    )
    copied_to: tuple[Copy, ...] = fact("nhan_rong_den", "Đã nhân rộng đến", "noi, nam…", default=())
    pictures: tuple[Picture, ...] = fact("anh", "Ảnh", "tep, mo_ta…", default=())
    contact: Contact | None = fact("lien_he", "Liên hệ", "Cơ quan", default=None)
    consent: Annotated[str, term("co_so_dang")] | None = fact(
        "co_so_dang", "Cơ sở đăng", "dong-y, da-cong-bo; bắt buộc với ca-nhan", default=None
    )
    keywords: tuple[Annotated[str, text(60)], ...] = fact(
        "tu_khoa", "Từ khóa", "Từ người ta hay tìm", default=()
    )


class Plan(Entry):
    """A plan that launches or steers the movement somewhere for some years."""

    number: Annotated[str, text(60)] | None = fact(
        "so_ky_hieu", "Số, ký hiệu", "31-KH/TU", default=None
    )
    issued: When | None = fact("ngay", "Ngày ban hành", "2021-03-16", default=None)
    issuer: Line = fact("co_quan", "Cơ quan ban hành", "Viết đầy đủ")
    level: Annotated[str, term("cap")] = fact("cap", "Cấp", "Cấp của cơ quan", filters=True)
    period: Period = fact("giai_doan", "Giai đoạn", "tu, den")
    signer: Signer | None = fact("nguoi_ky", "Người ký", "ten, chuc_vu", default=None)
    bases: tuple[Basis, ...] = fact("can_cu", "Căn cứ", "ten, so_ky_hieu, ngay…", default=())
    fields: Annotated[tuple[Annotated[str, term("linh_vuc")], ...], ONE_OR_MANY] = fact(
        "linh_vuc", "Lĩnh vực", "Các lĩnh vực kế hoạch nêu", default=(), filters=True
    )
    targets: tuple[Target, ...] = fact("chi_tieu", "Chỉ tiêu", "noi_dung, toi_thieu…", default=())
    tasks: tuple[Task, ...] = fact("nhiem_vu", "Nhiệm vụ", "noi_dung, chu_tri…", default=())
    milestones: tuple[Milestone, ...] = fact("moc", "Mốc thời gian", "viec, han…", default=())
    replaces: Slug | None = fact("thay_the", "Thay thế", "Tên tệp kế hoạch cũ", default=None)

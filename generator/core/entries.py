"""What a model and a plan are: the two kinds of entry, field by field (see ``fact``)."""

from __future__ import annotations

from functools import cached_property
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

    name: Annotated[str, text(200)] = fact("ten", "Tên", "Đúng như nguồn gọi; tối đa 200 ký tự")
    place: Location = fact("dia_ban", "Địa bàn", "Viết theo tên gọi vào năm của nguồn")
    sources: tuple[Citation, ...] = fact(
        "nguon", "Nguồn", "Mỗi nguồn một mục; điều gì trong bài cũng phải có nguồn", at_least=1
    )
    former_slugs: tuple[Slug, ...] = fact(
        "ten_cu", "Tên tệp cũ", "Để địa chỉ cũ vẫn dẫn tới mục này", default=()
    )


class Model(Entry):
    """A model, or an exemplary collective or person."""

    summary: Annotated[str, text(300)] = fact(
        "tom_tat", "Tóm tắt", "Một, hai câu: ai làm gì, cho ai, được gì; tối đa 300 ký tự"
    )
    type: Annotated[str, term("loai")] = fact(
        "loai", "Loại", "Một cách làm, hay tập thể, cá nhân tiêu biểu", default="mo-hinh"
    )
    form: Annotated[str, term("hinh_thuc")] = fact(
        "hinh_thuc", "Hình thức", "Của một tập thể hay một người", filters=True
    )
    fields: Annotated[tuple[Annotated[str, term("linh_vuc")], ...], ONE_OR_MANY] = fact(
        "linh_vuc",
        "Lĩnh vực",
        "Nhiều lĩnh vực thì ghi lĩnh vực chính trước",
        filters=True,
        at_least=1,
    )
    unit: Line = fact("don_vi", "Đơn vị thực hiện", "Đơn vị, hoặc người được tôn vinh")
    origin: Annotated[str, term("xay_dung")] | None = fact(
        "xay_dung", "Xây dựng", "Cột 6, cột 7 của biểu mẫu đăng ký", default=None
    )
    start: When | None = fact(
        "bat_dau", "Bắt đầu", "Năm hoặc ngày: 2022, 2022-05, 2022-05-19", default=None
    )
    state: Annotated[str, term("trang_thai")] | None = fact(
        "trang_thai", "Tình trạng", "Mô hình còn chạy hay không", default=None
    )
    confirmed: When | None = fact(
        "xac_nhan", "Xác nhận", "Ngày gần nhất biết chắc mô hình còn chạy", default=None
    )
    plans: Annotated[tuple[Slug, ...], ONE_OR_MANY] = fact(
        "ke_hoach", "Kế hoạch", "Tên tệp (không đuôi) của kế hoạch, khi nguồn nói rõ", default=()
    )
    registrations: tuple[Registration, ...] = fact(
        "dang_ky", "Đăng ký", "Mỗi lần đăng ký một mục", default=()
    )
    recognitions: tuple[Recognition, ...] = fact(
        "cong_nhan", "Công nhận", "Mỗi lần được ghi nhận, khen thưởng một mục", default=()
    )
    results: tuple[Outcome, ...] = fact(
        "ket_qua", "Kết quả", "Mỗi kết quả một mục, số đáng chú ý nhất để trước", default=()
    )
    conditions: Conditions | None = fact(
        "dieu_kien", "Điều kiện", "Cần gì để làm theo ở nơi khác", default=None
    )
    copied_from: Slug | None = fact(
        "nhan_rong_tu", "Nhân rộng từ", "Tên tệp (không đuôi) của mô hình gốc", default=None
    )
    copied_to: tuple[Copy, ...] = fact(
        "nhan_rong_den", "Đã nhân rộng đến", "Mỗi nơi đã làm theo một mục", default=()
    )
    pictures: tuple[Picture, ...] = fact("anh", "Ảnh", "Mỗi ảnh một mục", default=())
    contact: Contact | None = fact(
        "lien_he", "Liên hệ", "Một cơ quan, không bao giờ là cá nhân", default=None
    )
    consent: Annotated[str, term("co_so_dang")] | None = fact(
        "co_so_dang", "Cơ sở đăng", "Bắt buộc với gương cá nhân", default=None
    )
    keywords: tuple[Annotated[str, text(60)], ...] = fact(
        "tu_khoa", "Từ khóa", "Vài từ người ta hay tìm mà tên chưa có", default=()
    )

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in which the sources say something began or was granted, in order."""
        found = {each.year for each in self.registrations}
        found |= {each.year for each in self.recognitions if each.year}
        if self.start:
            found.add(self.start.year)
        return tuple(sorted(found))


class Plan(Entry):
    """A plan that launches or steers the movement somewhere for some years."""

    number: Annotated[str, text(60)] | None = fact(
        "so_ky_hieu", "Số, ký hiệu", "Như 31-KH/TU, 08/2022/QĐ-UBND", default=None
    )
    issued: When | None = fact("ngay", "Ngày ban hành", "2021-03-16", default=None)
    issuer: Line = fact("co_quan", "Cơ quan ban hành", "Viết đầy đủ")
    level: Annotated[str, term("cap")] = fact(
        "cap", "Cấp", "Cấp của cơ quan ban hành", filters=True
    )
    period: Period = fact("giai_doan", "Giai đoạn", "Những năm kế hoạch nêu")
    signer: Signer | None = fact("nguoi_ky", "Người ký", "Người ký văn bản", default=None)
    bases: tuple[Basis, ...] = fact("can_cu", "Căn cứ", "Mỗi văn bản một mục", default=())
    fields: Annotated[tuple[Annotated[str, term("linh_vuc")], ...], ONE_OR_MANY] = fact(
        "linh_vuc", "Lĩnh vực", "Các lĩnh vực kế hoạch nêu", default=(), filters=True
    )
    targets: tuple[Target, ...] = fact("chi_tieu", "Chỉ tiêu", "Mỗi chỉ tiêu một mục", default=())
    tasks: tuple[Task, ...] = fact(
        "nhiem_vu", "Nhiệm vụ", "Mỗi việc một mục; văn bản giao ai thì ghi người ấy", default=()
    )
    milestones: tuple[Milestone, ...] = fact("moc", "Mốc thời gian", "Mỗi mốc một mục", default=())
    replaces: Slug | None = fact(
        "thay_the", "Thay thế", "Tên tệp (không đuôi) của kế hoạch bị thay", default=None
    )

"""The groups of fields that a model is made of."""

from __future__ import annotations

from typing import Annotated

from generator.core.fact import Facts, fact
from generator.core.field_types import (
    ONE_OR_MANY,
    AmountField,
    At,
    Email,
    ImagePath,
    Line,
    Phone,
    ProvinceName,
    Slug,
    Truth,
    Url,
    When,
    Whole,
    Year,
    term,
    text,
)


class Location(Facts):
    """A place, named as in the year ``year``."""

    province: ProvinceName = fact(
        "tinh", "Tỉnh, thành phố", "Tên tỉnh vào năm của nguồn, cũ hay mới đều được"
    )
    district: Line | None = fact("huyen", "Huyện, quận", "Chỉ với việc trước 7/2025", default=None)
    commune: Line | None = fact("xa", "Xã, phường", "Xã, phường, thị trấn", default=None)
    hamlet: Line | None = fact("thon", "Thôn, tổ", "Thôn, ấp, khu phố, tổ", default=None)
    year: Year | None = fact(
        "nam", "Theo tên gọi năm", "Năm mà các tên trên còn dùng", default=None
    )


class Citation(Facts):
    """A public source of what the entry says."""

    title: Line = fact("tieu_de", "Nhan đề", "Nhan đề bài, văn bản")
    publisher: Line = fact("co_quan", "Cơ quan", "Báo, trang hoặc cơ quan ban hành")
    published: When | None = fact("ngay", "Ngày", "2024-10 hoặc 2024-10-15", default=None)
    url: Url | None = fact(
        "url", "Địa chỉ", "Địa chỉ đầy đủ của trang, kể cả https://", default=None
    )
    title_is_restored: Truth = fact(
        "tieu_de_tam", "Nhan đề dựng lại", "true khi nhan đề suy từ địa chỉ trang", default=False
    )


class Registration(Facts):
    """A year in which the model was registered with a plan."""

    year: Year = fact("nam", "Năm", "Năm đăng ký")
    plan: Slug | None = fact(
        "ke_hoach", "Kế hoạch", "Tên tệp (không đuôi) của kế hoạch", default=None
    )


class Recognition(Facts):
    """A recognition, in the words of the decision."""

    level: Annotated[str, term("cap")] = fact("cap", "Cấp", "Cấp của nơi ghi nhận")
    form: Line = fact("hinh_thuc", "Hình thức", "Đúng lời quyết định: biểu dương, bằng khen…")
    by: Line | None = fact("co_quan", "Cơ quan", "Cơ quan công nhận", default=None)
    year: Year | None = fact("nam", "Năm", "Năm công nhận", default=None)
    decision: Annotated[str, text(60)] | None = fact(
        "so_quyet_dinh", "Số quyết định", "Như 123-QĐ/TU", default=None
    )


class Outcome(Facts):
    """One result; with a figure where the source gives one."""

    what: Line = fact("noi_dung", "Kết quả", "Điều đã đạt được")
    amount: AmountField | None = fact("gia_tri", "Giá trị", "Số, hoặc chữ như hơn 62", default=None)
    unit: Annotated[str, text(60)] | None = fact(
        "don_vi", "Đơn vị tính", "Như hộ, m, đồng", default=None
    )
    as_of: At | None = fact("thoi_diem", "Thời điểm", "Ngày của con số", default=None)


class Conditions(Facts):
    """What it takes to do the same elsewhere."""

    cost: Annotated[str, term("kinh_phi")] | None = fact(
        "kinh_phi", "Kinh phí", "Tốn ít hay nhiều", default=None, filters=True
    )
    money: Whole | None = fact("so_tien", "Số tiền", "Đồng, chữ số liền nhau", default=None)
    people: Line | None = fact("nhan_luc", "Nhân lực", "Ai làm, bao nhiêu người", default=None)
    time: Line | None = fact("thoi_gian", "Thời gian", "Bao lâu thì chạy được", default=None)
    terrain: Annotated[tuple[Annotated[str, term("dia_ban_phu_hop")], ...], ONE_OR_MANY] = fact(
        "dia_ban_phu_hop", "Địa bàn phù hợp", "Hợp với nơi như thế nào", default=(), filters=True
    )
    needs: tuple[Line, ...] = fact("can_co", "Cần có", "Những thứ phải có trước", default=())
    cautions: tuple[Line, ...] = fact("luu_y", "Lưu ý", "Điều cần tránh, cần nhớ", default=())


class Copy(Facts):
    """A place that did the same."""

    place: Line = fact("noi", "Nơi", "Nơi đã làm theo")
    year: Year | None = fact("nam", "Năm", "Năm làm theo", default=None)
    model: Slug | None = fact(
        "mo_hinh", "Mô hình", "Tên tệp (không đuôi), nếu nơi ấy có mục riêng", default=None
    )


class Picture(Facts):
    """A photograph, and why it may be shown."""

    file: ImagePath = fact("tep", "Tệp", "Tên tệp trong content/images/")
    description: Line = fact("mo_ta", "Mô tả", "Ảnh cho thấy gì")
    credit: Line | None = fact("nguon", "Nguồn ảnh", "Người chụp, cơ quan", default=None)
    people: Annotated[str, term("nguoi_trong_anh")] = fact(
        "nguoi_trong_anh", "Người trong ảnh", "Vì sao được đăng ảnh có người"
    )


class Contact(Facts):
    """An office that answers questions; never a private person."""

    office: Line = fact("co_quan", "Cơ quan", "Cơ quan trả lời")
    phone: Phone | None = fact("dien_thoai", "Điện thoại", "Số của cơ quan", default=None)
    email: Email | None = fact("thu_dien_tu", "Thư điện tử", "Hộp thư của cơ quan", default=None)

"""The groups of fields that a plan is made of."""

from __future__ import annotations

from typing import Annotated

from generator.core.fact import Facts, fact
from generator.core.field_types import (
    ONE_OR_MANY,
    Due,
    Line,
    Paragraph,
    When,
    Whole,
    Year,
    term,
    text,
)


class Period(Facts):
    """First and last year, both counted; some plans name no last one."""

    first: Year = fact("tu", "Từ năm", "Năm đầu")
    last: Year | None = fact("den", "Đến năm", "Năm cuối, nếu văn bản nêu", default=None)


class Signer(Facts):
    """Who signed the plan, in office."""

    name: Line = fact("ten", "Người ký", "Họ tên")
    office: Line | None = fact("chuc_vu", "Chức vụ", "Chức vụ khi ký", default=None)


class Basis(Facts):
    """A document the plan rests on."""

    title: Paragraph = fact("ten", "Văn bản", "Tên, trích yếu")
    number: Annotated[str, text(60)] | None = fact(
        "so_ky_hieu", "Số, ký hiệu", "Như 31-KH/TU", default=None
    )
    issued: When | None = fact("ngay", "Ngày", "Ngày ban hành", default=None)
    issuer: Line | None = fact("co_quan", "Cơ quan", "Cơ quan ban hành", default=None)


class Target(Facts):
    """A number the plan sets."""

    what: Paragraph = fact(
        "noi_dung",
        "Chỉ tiêu",
        "Phải đạt điều gì. Mở đầu bằng “mô hình” hoặc “điển hình” và có tối thiểu thì trang kế"
        " hoạch đối chiếu với số mô hình các đơn vị đăng ký; chỉ tiêu khác chỉ hiện như đã viết",
    )
    least: Whole | None = fact("toi_thieu", "Tối thiểu", "Số nguyên", default=None)
    most: Whole | None = fact("toi_da", "Tối đa", "Số nguyên", default=None)
    per: Annotated[str, term("ky")] | None = fact(
        "ky", "Kỳ", "Tính theo năm hay cả giai đoạn", default=None
    )
    applies_to: Line | None = fact("ap_dung", "Áp dụng", "Cho đơn vị nào", default=None)


_Bodies = Annotated[tuple[Line, ...], ONE_OR_MANY]


class Task(Facts):
    """Something the plan says must be done, by whom and when."""

    what: Paragraph = fact("noi_dung", "Nhiệm vụ", "Việc phải làm")
    directs: _Bodies = fact("chi_dao", "Chỉ đạo", "Cơ quan chỉ đạo", default=())
    leads: _Bodies = fact("chu_tri", "Chủ trì", "Cơ quan chủ trì", default=())
    coordinates: _Bodies = fact("phoi_hop", "Phối hợp", "Cơ quan phối hợp", default=())
    carries_out: _Bodies = fact("thuc_hien", "Thực hiện", "Cơ quan thực hiện", default=())
    advises: _Bodies = fact("tham_muu", "Tham mưu", "Cơ quan tham mưu", default=())
    time: Line | None = fact("thoi_gian", "Thời gian", "Như văn bản viết", default=None)
    start: When | None = fact("tu", "Từ", "2021 hoặc 2021-07", default=None)
    end: When | None = fact("den", "Đến", "2025", default=None)


class Milestone(Facts):
    """A deadline, once or every year."""

    what: Paragraph = fact("viec", "Việc", "Việc phải xong")
    due: Due = fact("han", "Hạn", "2021-05-01, 2022-07, hằng năm '--03-31'")
    first_year: Year | None = fact("tu_nam", "Từ năm", "Với mốc hằng năm", default=None)
    last_year: Year | None = fact("den_nam", "Đến năm", "Với mốc hằng năm", default=None)
    to: Line | None = fact("gui", "Gửi", "Gửi cho ai", default=None)

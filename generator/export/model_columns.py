"""The columns of the table of models, in order."""

from __future__ import annotations

from generator.core.catalogue import ModelItem
from generator.core.entries import Model
from generator.core.links import plans_of
from generator.export import wording
from generator.export.columns import ColumnType, Value, field_column
from generator.export.readings import (
    Reading,
    Surroundings,
    identity,
    place,
    sources,
    stated,
    termed,
    told,
    worked_out,
)


def _copied_from(item: ModelItem, around: Surroundings) -> Value:
    original = around.links.originals.get(item.slug)
    return original.slug if original else item.entry.copied_from


def _copies(item: ModelItem, around: Surroundings) -> Value:
    return tuple(each.slug for each in around.links.copies.get(item.slug, ()))


def _replicated(item: ModelItem, around: Surroundings) -> Value:
    return bool(item.entry.copied_to or around.links.copies.get(item.slug))


def _levels(item: ModelItem, _: Surroundings) -> Value:
    return tuple(dict.fromkeys(each.level for each in item.entry.recognitions))


_LEVELS = field_column(
    Model,
    "recognitions.level",
    name="recognition_levels",
    meaning="Mã các cấp, mỗi cấp một lần",
    holds=ColumnType.LIST,
    is_term=True,
)

MODEL_READINGS: tuple[Reading[Model], ...] = (
    *identity(Model),
    stated(Model, "summary", meaning="Một, hai câu: ai làm gì, cho ai, kết quả ra sao"),
    *termed(Model, "type", meaning="Mã: cách làm (mo-hinh) hay gương tiêu biểu (dien-hinh)"),
    *termed(Model, "form", meaning="Mã: tập thể (tap-the) hay cá nhân (ca-nhan)"),
    *termed(
        Model, "fields", names="field_names", meaning="Mã các lĩnh vực; mục đầu là lĩnh vực chính",
    ),
    stated(Model, "unit"),
    *place(Model),
    *termed(Model, "origin", meaning="Mã: xây dựng mới (moi) hay nhân rộng (nhan-rong)"),
    stated(Model, "start", meaning="Khi bắt đầu làm, đúng đến mức nguồn cho biết"),
    *termed(Model, "state", meaning="Mã tình trạng vào ngày ở cột confirmed"),
    stated(Model, "confirmed", meaning="Ngày gần nhất biết chắc tình trạng"),
    worked_out(
        "plans", "Kế hoạch", "Mã các kế hoạch mà mô hình thực hiện hoặc đăng ký theo",
        ColumnType.LIST, lambda item, _: plans_of(item),
    ),
    told(Model, "registrations", wording.registration, "Mỗi lần đăng ký: năm, mã kế hoạch"),
    told(
        Model, "recognitions", wording.recognition,
        "Mỗi lần: cấp, hình thức đúng lời quyết định, cơ quan, năm, số quyết định",
    ),
    Reading(_LEVELS, _levels),
    told(Model, "results", wording.result, "Mỗi kết quả: nội dung, con số, đơn vị tính, thời điểm"),
    worked_out(
        "results_count", "Số kết quả", "Số kết quả đã ghi",
        ColumnType.INTEGER, lambda item, _: len(item.entry.results),
    ),
    *termed(Model, "conditions.cost", meaning="Mã mức kinh phí"),
    stated(Model, "conditions.money", meaning="Số tiền cần có, tính bằng đồng"),
    stated(Model, "conditions.people"),
    stated(Model, "conditions.time"),
    *termed(
        Model, "conditions.terrain", names="terrain_names", meaning="Mã các kiểu địa bàn phù hợp",
    ),
    stated(Model, "conditions.needs"),
    stated(Model, "conditions.cautions"),
    worked_out(
        "replicated", "Đã được nhân rộng",
        "Đúng khi nguồn hoặc mục khác trong kho cho biết có nơi làm theo; sai là chưa biết",
        ColumnType.TRUTH, _replicated,
    ),
    worked_out(
        "copied_from", "Nhân rộng từ", "Mã của mô hình gốc", ColumnType.TEXT, _copied_from,
    ),
    told(
        Model, "copied_to", wording.copy,
        "Mỗi nơi đã làm theo: tên nơi, năm, mã nếu có mục riêng",
    ),
    worked_out(
        "copies", "Các mục nhân rộng", "Mã của các mục trong kho làm theo mô hình này",
        ColumnType.LIST, _copies,
    ),
    stated(Model, "contact.office", name="contact_office"),
    stated(Model, "contact.phone", name="contact_phone"),
    stated(Model, "contact.email", name="contact_email"),
    stated(Model, "consent", is_term=True, meaning="Mã căn cứ để nêu tên cá nhân"),
    *sources(Model),
    stated(Model, "keywords"),
    worked_out(
        "completeness_percent", "Mức đầy đủ",
        "Phần trăm những điều người đọc cần mà mục đã có, máy tự tính",
        ColumnType.INTEGER, lambda item, around: around.completeness(item),
    ),
)  # fmt: skip
"""Every column of a model and how to fill it."""

"""The columns of the table of plans, in order."""

from __future__ import annotations

from generator.core.catalogue import PlanItem
from generator.core.entries import Plan
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


def _replaced_by(item: PlanItem, around: Surroundings) -> Value:
    newer = around.links.replaced_by.get(item.slug)
    return newer.slug if newer else None


def _models(item: PlanItem, around: Surroundings) -> tuple[str, ...]:
    return tuple(each.slug for each in around.links.answers.get(item.slug, ()))


def _signer(item: PlanItem, _: Surroundings) -> Value:
    return wording.signer(item.entry.signer) if item.entry.signer else None


PLAN_READINGS: tuple[Reading[Plan], ...] = (
    *identity(Plan),
    stated(Plan, "number", meaning="Số, ký hiệu như trên văn bản"),
    stated(Plan, "issued", meaning="Ngày ban hành"),
    stated(Plan, "issuer", meaning="Tên đầy đủ của cơ quan ban hành"),
    *termed(Plan, "level", meaning="Mã cấp của cơ quan ban hành"),
    *place(Plan),
    stated(Plan, "period.first", name="period_first"),
    stated(Plan, "period.last", name="period_last"),
    Reading(field_column(Plan, "signer", meaning="Họ tên, chức vụ khi ký"), _signer),
    *termed(Plan, "fields", meaning="Mã các lĩnh vực kế hoạch nêu", names="field_names"),
    told(Plan, "bases", wording.basis, "Mỗi văn bản căn cứ: tên, số, ngày, cơ quan"),
    told(Plan, "targets", wording.target, "Mỗi chỉ tiêu: nội dung, mức, kỳ, nơi áp dụng"),
    worked_out(
        "tasks_count", "Số nhiệm vụ", "Số nhiệm vụ đã ghi; nội dung ở tệp JSON",
        ColumnType.INTEGER, lambda item, _: len(item.entry.tasks),
    ),
    told(Plan, "milestones", wording.milestone, "Mỗi mốc: hạn, việc, các năm, nơi nhận"),
    stated(Plan, "replaces", meaning="Mã của kế hoạch cũ"),
    worked_out(
        "replaced_by", "Được thay bằng", "Mã của kế hoạch mới", ColumnType.TEXT, _replaced_by,
    ),
    worked_out(
        "models", "Mô hình thực hiện",
        "Mã các mô hình trong kho thực hiện hoặc đăng ký theo kế hoạch", ColumnType.LIST, _models,
    ),
    worked_out(
        "models_count", "Số mô hình", "Số mô hình trong kho thực hiện hoặc đăng ký theo kế hoạch",
        ColumnType.INTEGER, lambda item, around: len(_models(item, around)),
    ),
    *sources(Plan),
)  # fmt: skip
"""Every column of a plan and how to fill it."""

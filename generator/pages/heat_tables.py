"""Where the collection is full and where it is empty: fields crossed with years and provinces."""

from __future__ import annotations

from generator.core.axes import FIELD, PROVINCE
from generator.core.catalogue import Catalogue
from generator.core.figures import Periods, by_period, field_by_province
from generator.core.routes import term_url
from generator.core.taxonomy import Term
from generator.pages.charts import browse, cell, heat
from generator.pages.numbers_views import HeatSection, NumberRow, NumberTable
from generator.pages.periods import period_link, period_values
from generator.pages.views import Link

_PROVINCES = 12
"""Provinces shown before a reader asks for all of them."""


def field_by_year_heat(catalogue: Catalogue, rows: Periods) -> HeatSection:
    """Fields across, years down, those without entries included."""
    fields = FIELD.terms(catalogue)
    columns = [by_period(catalogue.by_field.get(each.id, ()), rows.all) for each in fields]
    dated = [count for column in columns for count in column[: len(rows.dated)]]
    most = max(dated, default=0)
    table_rows = []
    for index, period in enumerate(rows.all):
        told = period_values(period)
        counts = {field.id: column[index] for field, column in zip(fields, columns, strict=True)}
        cells = tuple(
            cell(count, browse(linh_vuc=field, nam=told), f"f-{field} {heat(count, most)}")
            for field, count in counts.items()
        )
        table_rows.append(NumberRow(period_link(period, catalogue), cells))
    empty = sum(1 for count in dated if not count)
    return HeatSection(
        "linh-vuc-theo-nam",
        "Lĩnh vực theo năm",
        "Ô càng đậm càng nhiều mục. Số 0 trong ô viền đứt là chưa có mục nào trong kho.",
        NumberTable("Lĩnh vực theo năm", "Năm", _heads(fields), tuple(table_rows), (), ""),
        f"{empty} trong {len(dated)} ô có năm còn trống." if empty else "",
    )


def field_by_province_heat(catalogue: Catalogue) -> HeatSection:
    """Fields across, provinces down: the fullest first, the empty ones named."""
    fields, found = FIELD.terms(catalogue), field_by_province(catalogue)
    counted = sorted(PROVINCE.counted(catalogue), key=lambda pair: -pair[1])
    most = max(found.values(), default=0)
    table_rows = []
    for province, _ in counted:
        counts = {field.id: found.get((field.id, province.id), 0) for field in fields}
        cells = tuple(
            cell(count, browse(linh_vuc=field, tinh=province.id), f"f-{field} {heat(count, most)}")
            for field, count in counts.items()
        )
        head = Link(province.name, term_url(PROVINCE, province.id))
        table_rows.append(NumberRow(head, cells))
    bare = [province.name for province, count in counted if not count]
    return HeatSection(
        "linh-vuc-theo-tinh",
        "Lĩnh vực theo tỉnh, thành phố",
        "Nơi nhiều mục đứng trước. Ô trống là chỗ kho còn thiếu, không phải nơi không làm.",
        NumberTable(
            "Lĩnh vực theo tỉnh, thành phố",
            "Tỉnh, thành phố",
            _heads(fields),
            tuple(table_rows[:_PROVINCES]),
            tuple(table_rows[_PROVINCES:]),
            f"Xem tất cả {len(counted)} tỉnh, thành phố",
        ),
        f"{len(bare)} nơi kho chưa có mục nào: {', '.join(bare)}." if bare else "",
    )


def _heads(fields: tuple[Term, ...]) -> tuple[Link, ...]:
    return tuple(Link(each.name, term_url(FIELD, each.id)) for each in fields)

"""The page of numbers: what this collection holds, and what places say of the movement."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from generator.core.axes import FIELD, FORM, LEVEL, PROVINCE, YEAR, Axis
from generator.core.catalogue import Catalogue, ModelItem
from generator.core.figures import STAGES, Period, Periods, by_period, periods, total
from generator.core.routes import HOME, MODELS, axis_url, model_url, term_url
from generator.core.vietnamese import number
from generator.pages.charts import Counted, bars, browse, cell
from generator.pages.heat_tables import field_by_province_heat, field_by_year_heat
from generator.pages.knowledge import Knowledge
from generator.pages.numbers_views import (
    ChartSection,
    CopiedRow,
    NumberRow,
    NumbersView,
    NumberTable,
    StageView,
    Total,
)
from generator.pages.periods import period_link, period_values
from generator.pages.places import place_short
from generator.pages.reported_figures import report_groups
from generator.pages.views import Link

_PROVINCES = 12
_MOST_COPIED = 10


def numbers_view(knowledge: Knowledge) -> NumbersView:
    """All that the page of numbers shows."""
    catalogue = knowledge.catalogue
    rows = periods(catalogue)
    charts = (
        (
            _axis_chart(FIELD, "Theo lĩnh vực", catalogue),
            _axis_chart(FORM, "Theo hình thức", catalogue),
            _axis_chart(LEVEL, "Theo cấp ghi nhận", catalogue),
        ),
        (_province_chart(catalogue), _year_chart(catalogue, rows)),
    )
    funnel = _funnel(catalogue, rows)
    heats = (field_by_year_heat(catalogue, rows), field_by_province_heat(catalogue))
    copied = _copied_rows(knowledge)
    named = [Link(each.title, f"#{each.id}") for each in (*chain(*charts), funnel)]
    named += [Link(each.title, f"#{each.id}") for each in heats]
    named += [Link("Nhân rộng nhiều nhất", "#nhan-rong-nhieu")] if copied else []
    return NumbersView(
        crumbs=(Link("Trang chủ", HOME),),
        today=f"{knowledge.today:%d/%m/%Y}",
        totals=_totals(knowledge),
        contents=(*named, Link("Phong trào qua các con số", "#phong-trao")),
        charts=charts,
        funnel=funnel,
        stages=tuple(StageView(each.name, each.meaning) for each in STAGES),
        heats=heats,
        copied=copied,
        copied_all=Link("Mọi mô hình đã nhân rộng", browse(nhan_rong="da-nhan-rong")),
        groups=report_groups(knowledge),
        report_count=number(len(knowledge.reports)),
    )


def _totals(knowledge: Knowledge) -> tuple[Total, ...]:
    catalogue = knowledge.catalogue
    models = catalogue.models.values()
    recognised = sum(1 for item in models if item.entry.recognitions)
    levels = ",".join(catalogue.vocabulary.ids("cap"))
    return (
        Total(number(len(models)), "mô hình, điển hình trong kho", MODELS),
        Total(number(len(catalogue.by_province)), "tỉnh, thành phố đã có mục", axis_url(PROVINCE)),
        Total(number(recognised), "mục được ghi nhận, khen thưởng", browse(cong_nhan=levels)),
        Total(
            number(len(knowledge.copied)),
            "mô hình đã có nơi làm theo",
            browse(nhan_rong="da-nhan-rong"),
        ),
    )


_INTROS = {
    FIELD: "Mục thuộc nhiều lĩnh vực được đếm ở từng lĩnh vực.",
    FORM: "Của một tập thể hay một người.",
    LEVEL: "Cấp đã ghi nhận, khen thưởng; mục được nhiều cấp ghi nhận được đếm ở từng cấp.",
}


def _counted(axis: Axis, catalogue: Catalogue) -> list[Counted]:
    is_field = axis is FIELD
    rows = []
    for term, count in axis.counted(catalogue):
        page = term_url(axis, term.id)
        rows.append(Counted(term.name, count, page, page, term.id if is_field else ""))
    return rows


def _axis_chart(axis: Axis, title: str, catalogue: Catalogue) -> ChartSection:
    rows = _counted(axis, catalogue)
    return _section(f"theo-{axis.id}", title, _INTROS[axis], rows, axis)


def _province_chart(catalogue: Catalogue) -> ChartSection:
    rows = sorted(_counted(PROVINCE, catalogue), key=lambda row: -row.count)
    filled = [row for row in rows if row.count]
    intro = "Tỉnh, thành phố hôm nay; mục từ tỉnh cũ được xếp vào nơi hiện nay."
    if len(filled) > _PROVINCES:
        intro += f" Biểu đồ vẽ {_PROVINCES} nơi nhiều mục nhất, bảng số có đủ."
    return _section("theo-tinh", "Theo tỉnh, thành phố", intro, rows, PROVINCE, filled[:_PROVINCES])


def _year_chart(catalogue: Catalogue, rows: Periods) -> ChartSection:
    counts = by_period(catalogue.models.values(), rows.all)
    counted = [
        _of_period(period, count, catalogue) for period, count in zip(rows.all, counts, strict=True)
    ]
    intro = "Năm mô hình bắt đầu, đăng ký hoặc được ghi nhận; một mục có thể ở nhiều năm."
    if rows.has_undated:
        intro += f" Biểu đồ không vẽ {number(counts[-1])} mục không ghi năm nào."
    drawn = counted[: len(rows.dated)]
    return _section("theo-nam", "Theo năm", intro, counted, YEAR, drawn, compact=True)


def _of_period(period: Period, count: int, catalogue: Catalogue) -> Counted:
    link, url = period_link(period, catalogue), browse(nam=period_values(period))
    return Counted(link.text, count, link.url or url, link.url)


def _section(
    id_: str,
    title: str,
    intro: str,
    rows: Sequence[Counted],
    axis: Axis,
    drawn: Sequence[Counted] | None = None,
    compact: bool = False,
) -> ChartSection:
    table = NumberTable(
        f"{title}: số mục trong kho",
        axis.name,
        (Link("Số mục", ""),),
        tuple(NumberRow(Link(r.label, r.page), (cell(r.count, r.url),)) for r in rows),
        (),
        "",
    )
    chart = bars(id_, title, rows if drawn is None else drawn, compact=compact)
    return ChartSection(id_, title, intro, chart, table, Link("Xem tất cả", axis_url(axis)))


def _funnel(catalogue: Catalogue, rows: Periods) -> ChartSection:
    """How many models reached each stage, in all and year by year."""
    models = tuple(catalogue.models.values())
    counts = [by_period(models, rows.all, stage.years) for stage in STAGES]
    every = tuple(year for period in rows.all for year in period)
    whole = [
        Counted(stage.name, total(models, stage.years), stage_url(stage.id, every))
        for stage in STAGES
    ]
    table_rows = [NumberRow(Link("Tất cả", ""), tuple(cell(r.count, r.url) for r in whole))]
    for period, row in zip(rows.all, zip(*counts, strict=True), strict=True):
        urls = (stage_url(stage.id, period) for stage in STAGES)
        cells = tuple(cell(count, url) for count, url in zip(row, urls, strict=True))
        table_rows.append(NumberRow(period_link(period, catalogue), cells))
    table = NumberTable(
        "Từ đăng ký đến khen thưởng, theo năm",
        "Năm",
        tuple(Link(stage.name, "") for stage in STAGES),
        tuple(table_rows),
        (),
        "",
    )
    title = "Từ đăng ký đến khen thưởng"
    intro = (
        "Mỗi chặng đếm riêng, chỉ theo điều mục ghi; nguồn báo chí thường kể mô hình đã thành,"
        " ít khi nói năm đăng ký, nên chặng đầu có thể ít hơn chặng sau."
    )
    return ChartSection(
        "chang-duong", title, intro, bars("chang-duong", title, whole), table, Link("", "")
    )


def stage_url(stage: str, period: Period) -> str:
    """The list of the models that reached a stage in a period."""
    told = period_values(period)
    if stage == "trang_thai":
        running = {"trang_thai": "dang-thuc-hien"}
        return browse(**running, nam=told) if told else browse(**running)
    return browse(**{stage: told})


def most_copied(knowledge: Knowledge) -> list[tuple[int, ModelItem]]:
    """The models copied in the most places, each with their number."""
    most = sorted(knowledge.copied.items(), key=lambda pair: -pair[1])[:_MOST_COPIED]
    return [(copies, knowledge.catalogue.models[slug]) for slug, copies in most]


def _copied_rows(knowledge: Knowledge) -> tuple[CopiedRow, ...]:
    return tuple(
        CopiedRow(
            Link(item.entry.name, model_url(item.slug)),
            place_short(item.entry.place),
            number(count),
            f"{model_url(item.slug)}#nhan-rong",
        )
        for count, item in most_copied(knowledge)
    )

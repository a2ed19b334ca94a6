"""The pages of bodies: the list of all, and what each has to do, has issued and carries out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from generator.core.bodies import Body, Dossier, Duty, Receipt
from generator.core.catalogue import PlanItem
from generator.core.routes import (
    BODIES,
    BODIES_ON_PAGE,
    HOME,
    Route,
    body_url,
    numbered,
    pages_for,
    plan_url,
)
from generator.core.vietnamese import number
from generator.pages.body_views import (
    BodiesView,
    BodyGroup,
    BodyRow,
    BodyView,
    DutyView,
    PlanDuties,
    ReceiptView,
)
from generator.pages.knowledge import Knowledge
from generator.pages.list_pages import pager
from generator.pages.plan_page import period, plan_row
from generator.pages.views import Figure, Link

_PLANS_SHOWN = 6
_TITLE = "Cơ quan, đơn vị trong phong trào"
_NATIONWIDE = "Cơ quan của cả nước"


def body_parts(
    route: Route, knowledge: Knowledge, rows: Mapping[str, Markup], size: int
) -> tuple[object, str, str, str]:
    """View, template, title and description of a page of bodies."""
    dossiers = knowledge.catalogue.bodies.dossiers
    if route.kind == "bodies":
        about = f"{_TITLE}: {len(dossiers)} nơi, mỗi nơi kèm kế hoạch, việc được giao và mô hình."
        return bodies_view(route, knowledge), "bodies.html", _TITLE, about
    dossier = dossiers[route.subject]
    view = body_view(route, dossier, rows, size)
    title = f"{_told_apart(dossier.body)}: kế hoạch, nhiệm vụ, mô hình"
    told = ", ".join(f"{each.amount} {each.label}" for each in view.figures)
    return view, "body.html", title, f"{_told_apart(dossier.body)} trong kho: {told}."


def bodies_view(route: Route, knowledge: Knowledge) -> BodiesView:
    """A page of the list of bodies, by province of today."""
    every = tuple(knowledge.catalogue.bodies.dossiers.values())
    first = (route.page - 1) * BODIES_ON_PAGE
    here = every[first : first + BODIES_ON_PAGE]
    last = pages_for(len(every), BODIES_ON_PAGE)
    return BodiesView(
        (Link("Trang chủ", HOME),),
        len(every),
        _shown(first, len(here), len(every)),
        _provinces(every),
        tuple(
            BodyGroup(*place, tuple(_row(each) for each in rows))
            for place, rows in groupby(here, _province)
        ),
        pager(BODIES, route.page, last),
    )


def _province(dossier: Dossier) -> tuple[str, str]:
    """The id and the heading of the part in which a body is listed."""
    province = dossier.body.province
    return (province.id, province.name) if province else ("ca-nuoc", _NATIONWIDE)


def _provinces(every: Sequence[Dossier]) -> tuple[Link, ...]:
    found, at = [], 0
    for (place, name), rows in groupby(every, _province):
        count = len(tuple(rows))
        page = numbered(BODIES, at // BODIES_ON_PAGE + 1)
        found.append(Link(name, f"{page}#{place}", number(count)))
        at += count
    return tuple(found)


def _row(dossier: Dossier) -> BodyRow:
    figures = _figures(dossier)
    parts = (dossier.issued, dossier.duties, dossier.receipts, dossier.models)
    told = ", ".join(f"{each.amount} {each.label}" for each in figures)
    place = _place(dossier.body)
    note = f"{place} · {told}" if place else told
    url = body_url(dossier.body.slug)
    return BodyRow(dossier.body.name, url, sum(len(part) for part in parts), note)


def _figures(dossier: Dossier) -> tuple[Figure, ...]:
    counted = (
        (dossier.issued, "kế hoạch đã ban hành"),
        (dossier.duties, "việc được giao trong kế hoạch"),
        (dossier.receipts, "hạn nhận báo cáo, đăng ký"),
        (dossier.models, "mô hình, điển hình"),
    )
    return tuple(Figure(number(len(held)), "", label) for held, label in counted if held)


def _place(body: Body) -> str:
    """What the name leaves out: the place then, and the province of today where it is another."""
    today = body.province.name if body.province else ""
    if not body.near or not today or today in (*body.near.split(", "), body.name):
        return body.near
    return f"{body.near}, nay thuộc {today}"


def _told_apart(body: Body) -> str:
    return f"{body.name} ({body.near})" if body.near else body.name


def body_view(route: Route, dossier: Dossier, rows: Mapping[str, Markup], size: int) -> BodyView:
    """The page of a body; further pages hold nothing but further models."""
    first = (route.page - 1) * size
    here = dossier.models[first : first + size]
    duties = _by_plan(dossier.duties) if route.page == 1 else ()
    last = pages_for(len(dossier.models), size)
    return BodyView(
        name=dossier.body.name,
        place=_place(dossier.body) or _today(dossier.body),
        crumbs=(Link("Trang chủ", HOME), Link("Cơ quan, đơn vị", BODIES)),
        called=dossier.called if route.page == 1 else (),
        figures=_figures(dossier),
        issued=tuple(map(plan_row, dossier.issued)) if route.page == 1 else (),
        plans=duties[:_PLANS_SHOWN],
        later_plans=duties[_PLANS_SHOWN:],
        receipts=tuple(map(_receipt, dossier.receipts)) if route.page == 1 else (),
        model_count=len(dossier.models),
        shown=_shown(first, len(here), len(dossier.models)),
        models=tuple(rows[item.slug] for item in here),
        pager=pager(body_url(dossier.body.slug), route.page, last),
    )


def _today(body: Body) -> str:
    return f"Xếp vào {body.province.name} hiện nay" if body.province else ""


def _shown(first: int, here: int, every: int) -> str:
    return f"{number(first + 1)}–{number(first + here)}" if every > here else ""


def _by_plan(duties: Iterable[Duty]) -> tuple[PlanDuties, ...]:
    grouped = groupby(duties, lambda duty: duty.plan.slug)
    held = (tuple(group) for _, group in grouped)
    return tuple(PlanDuties(_plan(each[0].plan), tuple(map(_duty, each))) for each in held)


def _plan(item: PlanItem) -> Link:
    plan = item.entry
    number_of = f"Số {plan.number}, " if plan.number else ""
    return Link(plan.name, plan_url(item.slug), f"{number_of}{plan.issuer}, {period(plan)}")


def _duty(duty: Duty) -> DutyView:
    task = duty.task
    ends = " – ".join(str(each) for each in (task.start, task.end) if each)
    url = f"{plan_url(duty.plan.slug)}#nhiem-vu-{duty.number}"
    return DutyView(task.what, url, duty.roles, task.time or ends)


def _receipt(each: Receipt) -> ReceiptView:
    held, plan = each.milestone, each.plan.entry
    first, last = held.first_year or plan.period.first, held.last_year or plan.period.last
    years = f"hằng năm, {first}–{last}" if last else f"hằng năm, từ {first}"
    yearly = held.due.iso.startswith("--")
    return ReceiptView(str(held.due), held.what, years if yearly else "", _plan(each.plan))

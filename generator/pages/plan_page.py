"""The page of a plan: what must be done, by whom, by when, and which models answer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.core.axes import PROVINCE
from generator.core.bodies import ROLES
from generator.core.catalogue import ModelItem, PlanItem
from generator.core.entries import Basis, Plan, Target, Task
from generator.core.routes import HOME, PLANS, plan_url, term_url
from generator.core.vietnamese import number
from generator.pages.body_parts import named_in
from generator.pages.cards import card
from generator.pages.entry_parts import fact, foot, intro, prose, sections
from generator.pages.follow_views import FollowView
from generator.pages.knowledge import Knowledge
from generator.pages.places import place_note, place_then
from generator.pages.plan_duties import tasks_by_body
from generator.pages.plan_follow import follow_view
from generator.pages.plan_views import (
    PlanRow,
    PlanView,
    TargetView,
    TaskView,
)
from generator.pages.prose import Prose
from generator.pages.views import Badge, Fact, Figure, Link

_MODELS_SHOWN = 12
_TASKS_SHOWN = 20


def plan_view(item: PlanItem, knowledge: Knowledge) -> PlanView:
    """All that the page of a plan shows."""
    plan = item.entry
    body = prose(item, knowledge)
    models, follow = knowledge.links.answers.get(item.slug, ()), follow_view(item, knowledge)
    tasks = tuple(_task(n, each, item, knowledge) for n, each in enumerate(plan.tasks, start=1))
    return PlanView(
        name=plan.name,
        lead=_lead(plan),
        crumbs=(Link("Trang chủ", HOME), Link("Kế hoạch", PLANS)),
        contents=tuple(_contents(plan, follow, body, models)),
        badges=_badges(plan, knowledge),
        figures=_figures(plan, len(models)),
        facts=_facts(item, knowledge),
        targets=tuple(_target(each, knowledge) for each in plan.targets),
        tasks=tasks[:_TASKS_SHOWN],
        later_tasks=tasks[_TASKS_SHOWN:],
        tasks_by_body=tasks_by_body(tasks),
        follow=follow,
        bases=tuple(_basis(each) for each in plan.bases),
        intro=intro(body),
        sections=sections(body),
        models=tuple(card(each, knowledge) for each in models[:_MODELS_SHOWN]),
        more_models=max(0, len(models) - _MODELS_SHOWN),
        foot=foot(item, knowledge),
    )


def _contents(
    plan: Plan, follow: FollowView, body: Prose, models: Sequence[ModelItem]
) -> Iterator[Link]:
    """The parts of the page that it has, in their order."""
    parts = (
        (plan.targets, "Chỉ tiêu", "#chi-tieu"),
        (follow.file, "Mốc thời gian", "#moc"),
        (plan.tasks, "Nhiệm vụ và cơ quan", "#nhiem-vu"),
        (body.text.strip(), "Tóm tắt văn bản", "#van-ban"),
        (plan.bases, "Căn cứ", "#can-cu"),
        (models, "Mô hình thực hiện", "#mo-hinh"),
    )
    found = [Link(name, place) for held, name, place in parts if held]
    yield from found if len(found) > 1 else ()


def plan_row(item: PlanItem) -> PlanRow:
    """A plan in a list."""
    plan = item.entry
    place = place_then(plan.place)
    return PlanRow(
        plan.number or "",
        plan.name,
        plan.issuer,
        plan_url(item.slug),
        period(plan),
        place,
        len(plan.tasks),
    )


def period(plan: Plan) -> str:
    """The years a plan covers: "2021–2025", "2025", or "từ 2025" when it names no last one."""
    first, last = plan.period.first, plan.period.last
    if last is None:
        return f"từ {first}"
    return str(first) if first == last else f"{first}–{last}"


def _is_over(plan: Plan, knowledge: Knowledge) -> bool:
    return plan.period.last is not None and plan.period.last < knowledge.today.year


def _lead(plan: Plan) -> str:
    parts = [plan.issuer]
    if plan.number:
        parts.append(f"Số {plan.number}")
    lead = " · ".join(parts)
    return f"{lead} ngày {plan.issued}" if plan.issued else lead


def _badges(plan: Plan, knowledge: Knowledge) -> tuple[Badge, ...]:
    several = plan.period.last not in (plan.period.first, None)
    years = (
        f"Giai đoạn {period(plan)}"
        if several
        else f"Năm {period(plan)}".replace("Năm từ", "Từ năm")
    )
    badges = [Badge(knowledge.term_name("cap", plan.level)), Badge(years, "gold")]
    if _is_over(plan, knowledge):
        badges.append(Badge("Đã hết thời hạn"))
    return tuple(badges)


def _figures(plan: Plan, models: int) -> tuple[Figure, ...]:
    found = []
    if plan.tasks:
        found.append(Figure(str(len(plan.tasks)), "", "việc giao cho các cơ quan"))
    amounts = ((_range(target), target.what) for target in plan.targets[:1])
    found += [Figure(amount, "", what) for amount, what in amounts if amount]
    if plan.milestones:
        found.append(Figure(str(len(plan.milestones)), "", "mốc thời gian"))
    if models:
        found.append(Figure(str(models), "", "mô hình thực hiện kế hoạch này có trong kho"))
    return tuple(found)


def _facts(item: PlanItem, knowledge: Knowledge) -> tuple[Fact, ...]:
    plan, name = item.entry, knowledge.catalogue.place(item.entry)
    place = Link(
        place_then(plan.place), term_url(PROVINCE, name.today.id), place_note(plan.place, name)
    )
    signer = Link(plan.signer.name, "", plan.signer.office or "") if plan.signer else None
    ended = "đã hết thời hạn" if _is_over(plan, knowledge) else ""
    replaced = knowledge.links.replaced_by.get(item.slug)
    older = knowledge.catalogue.plans.get(plan.replaces or "")
    names = [knowledge.term_name("linh_vuc", each) for each in plan.fields]
    return (
        *fact("Cơ quan ban hành", *named_in(item, (plan.issuer,), knowledge)),
        *fact("Số, ký hiệu", plan.number or Link("Bản công bố không ghi số", "")),
        *fact("Ngày ban hành", str(plan.issued or "") or "Bản công bố không ghi ngày"),
        *fact("Người ký", signer),
        *fact("Địa bàn", place),
        *fact("Thời hạn", Link(period(plan), "", ended)),
        *fact("Lĩnh vực", *names),
        *fact("Thay thế", _plan_link(older)),
        *fact("Được thay bằng", _plan_link(replaced)),
    )


def _plan_link(plan: PlanItem | None) -> Link | None:
    return Link(plan.entry.name, plan_url(plan.slug)) if plan else None


def _target(target: Target, knowledge: Knowledge) -> TargetView:
    per = knowledge.term_name("ky", target.per).lower() if target.per else ""
    notes = [per, f"áp dụng cho {target.applies_to}" if target.applies_to else ""]
    return TargetView(_range(target), target.what, "; ".join(note for note in notes if note))


def _range(target: Target) -> str:
    low, high = target.least, target.most
    if low is not None and high is not None and low != high:
        return f"{number(low)}–{number(high)}"
    if low is None and high is not None:
        return f"tối đa {number(high)}"
    return number(low) if low is not None else ""


def _task(index: int, task: Task, item: PlanItem, knowledge: Knowledge) -> TaskView:
    bodies = tuple(
        row
        for role, label in ROLES
        for row in fact(label, *named_in(item, getattr(task, role), knowledge))
    )
    ends = " – ".join(str(each) for each in (task.start, task.end) if each)
    return TaskView(index, task.what, bodies, task.time or ends)


def _basis(basis: Basis) -> Link:
    about = [
        basis.number and f"số {basis.number}",
        basis.issued and f"ngày {basis.issued}",
        basis.issuer,
    ]
    return Link(basis.title, "", ", ".join(str(part) for part in about if part))

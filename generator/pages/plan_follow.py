"""Where a plan stands: its days, its targets against the collection, its models by field.

Everything is told as of the day of the build, and only as far as the entries show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import urlencode

from generator.core.catalogue import ModelItem, PlanItem
from generator.core.deadlines import Step, coming
from generator.core.entries import Plan, Target
from generator.core.routes import MODELS, model_url, plan_calendar
from generator.core.targets import Progress, UnitCount, counts_models, progress
from generator.core.taxonomy import Term
from generator.core.vietnamese import key, number
from generator.pages.body_parts import sent_to, unit_links
from generator.pages.days import (
    TONES,
    distance,
    in_full,
    said,
    state_in_words,
    years_in_words,
)
from generator.pages.follow_views import (
    FieldModels,
    FollowView,
    StepView,
    TargetProgress,
    UnitRow,
    YearRow,
)
from generator.pages.knowledge import Knowledge
from generator.pages.places import capital
from generator.pages.views import Link

_PAST_SHOWN = 4
_UNITS_LISTED = 200
_YEARS_NAMED = 3
_MODELS_LISTED = 100


def follow_view(item: PlanItem, knowledge: Knowledge) -> FollowView:
    """All that the page of a plan says of how it is followed."""
    plan, today = item.entry, knowledge.today
    models = knowledge.links.answers.get(item.slug, ())
    steps = knowledge.steps[item.slug]
    found = progress(item, models, steps, today)
    gone = [step for step in steps if step.state == "past"]
    early = set(gone[:-_PAST_SHOWN]) if len(steps) > 2 * _PAST_SHOWN else set()
    shown = [(_step(item, step, knowledge), step in early) for step in steps]
    asked = [target for target in plan.targets if counts_models(target)]
    known = bool(found.units) or any(each.recognised for each in found.years)
    return FollowView(
        now=_now(item, steps, knowledge),
        tone="warn" if any(step.state == "overdue" for step in steps) else "",
        earlier=tuple(view for view, is_early in shown if is_early),
        steps=tuple(view for view, is_early in shown if not is_early),
        file=plan_calendar(item.slug) if steps else "",
        years=tuple(YearRow(str(y.year), y.registered, y.recognised) for y in found.years)
        if known
        else (),
        targets=tuple(_target(each, found, knowledge) for each in asked),
        is_registered=bool(found.units),
        fields=_fields(item, models, knowledge),
    )


def _now(item: PlanItem, steps: Sequence[Step], knowledge: Knowledge) -> str:
    today, last = knowledge.today, item.entry.period.last
    start = f"Tính đến ngày {in_full(today)}"
    overdue = sum(1 for step in steps if step.state == "overdue")
    late = f" {overdue} mốc đã quá hạn theo số liệu trong kho." if overdue else ""
    ahead = coming(steps)
    if ahead:
        due = ahead[0].due
        when = said(due) if due.day else f"{said(due)}, hết ngày {in_full(due.last)}"
        soon = f"hạn kế tiếp là {when} ({distance(due, today)}): {ahead[0].rule.what.rstrip('.')}"
        return f"{start}: {soon}.{late}"
    if item.slug in knowledge.links.replaced_by:
        return f"{start}: kế hoạch đã được thay bằng kế hoạch khác, không còn hạn nào.{late}"
    if last is not None and last < today.year:
        passed = f"; cả {len(steps)} mốc đều đã qua" if len(steps) > 1 else ""
        return f"{start}: kế hoạch đã hết thời hạn từ cuối năm {last}{passed}.{late}"
    until = f"đến hết năm {last}" if last else "văn bản không nêu năm cuối"
    none = "không còn mốc nào phía trước" if steps else "văn bản không nêu mốc thời gian nào"
    return f"{start}: kế hoạch còn thời hạn ({until}), {none}.{late}"


def _step(item: PlanItem, step: Step, knowledge: Knowledge) -> StepView:
    numbers = step.rule.tasks
    links = [Link(f"nhiệm vụ {each}", f"#nhiem-vu-{each}") for each in numbers]
    return StepView(
        step.due.iso,
        capital(said(step.due)),
        step.rule.what,
        sent_to(item, step.rule.to, knowledge),
        years_in_words(step.rule),
        state_in_words(step, knowledge.today),
        TONES[step.state],
        tuple(links),
    )


def _target(target: Target, found: Progress, knowledge: Knowledge) -> TargetProgress:
    below = [(unit, found.short(unit, target)) for unit in found.units]
    first = sorted(below, key=lambda pair: not pair[1])
    rows = tuple(
        UnitRow(_unit(unit, knowledge), unit.counts, _short(years, target))
        for unit, years in first[:_UNITS_LISTED]
    )
    done, known = sum(1 for _, years in below if not years), len(below)
    told = f"{number(done)} trong {number(known)} đơn vị đã đăng ký có đủ số tối thiểu đến nay"
    per = knowledge.term_name("ky", target.per).lower() if target.per else "cả giai đoạn"
    asked = f"ít nhất {number(target.least or 0)}, {per}"
    return TargetProgress(target.what, asked, done, known, told, rows, known - len(rows))


def _unit(unit: UnitCount, knowledge: Knowledge) -> Link:
    found = unit_links(unit.model, knowledge)[0]
    is_told = key(unit.place) in key(found.text)
    return Link(found.text, found.url, "" if is_told else capital(unit.place))


def _short(years: Sequence[int], target: Target) -> str:
    if not years:
        return "Đủ"
    if target.per == "nam" and len(years) > _YEARS_NAMED:
        return f"Thiếu {len(years)} năm"
    return f"Thiếu: {', '.join(map(str, years))}" if target.per == "nam" else "Thiếu"


def _fields(
    item: PlanItem, models: Sequence[ModelItem], knowledge: Knowledge
) -> tuple[FieldModels, ...]:
    """The plan's models by their main field, the fullest first."""
    found: defaultdict[str, list[ModelItem]] = defaultdict(list)
    for model in models:
        found[model.entry.fields[0]].append(model)
    most = max(map(len, found.values()), default=0)
    order = knowledge.catalogue.vocabulary.ids("linh_vuc")
    fields = sorted(found, key=lambda field: (-len(found[field]), order.index(field)))
    return tuple(
        _field(Term(field, knowledge.term_name("linh_vuc", field)), found[field], most, item.entry)
        for field in fields
    )


def _field(field: Term, models: Sequence[ModelItem], most: int, plan: Plan) -> FieldModels:
    links = tuple(Link(m.entry.name, model_url(m.slug)) for m in models[:_MODELS_LISTED])
    rest = Link(f"{number(len(models) - len(links))} mô hình khác", _found_by(plan, field))
    return FieldModels(
        field.id,
        field.name,
        len(models),
        most,
        links,
        rest if len(models) > len(links) else None,
    )


def _found_by(plan: Plan, field: Term) -> str:
    """The search for the plan's models in a field: models are found by the number of their plan."""
    asked = {"q": f'"{plan.number}"', "loai": "mo-hinh", "linh_vuc": field.id}
    return f"{MODELS}?{urlencode(asked)}" if plan.number else ""

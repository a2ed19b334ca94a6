"""The page of a model: what was done, what came of it, how to do the same."""

from __future__ import annotations

from markupsafe import Markup

from generator.core.axes import FORM, LEVEL, PROVINCE
from generator.core.catalogue import ModelItem
from generator.core.completeness import completeness
from generator.core.entries import Model, Outcome, Plan, Recognition
from generator.core.links import plans_of
from generator.core.routes import HOME, MODELS, model_url, plan_url, term_url
from generator.core.vietnamese import number
from generator.pages.cards import card, copies_count, field_tag, figure, numbered_results
from generator.pages.entry_parts import fact, foot, intro, prose, sections
from generator.pages.knowledge import Knowledge, place_note, place_then
from generator.pages.model_views import CompletenessView, Condition, ModelView, Picture, Replication
from generator.pages.prose import Prose
from generator.pages.views import Badge, Fact, Link

_FIRST_FIGURES = 4
_STORY = "Nhân rộng"
"""The section that belongs to the box on copying, not to the body."""


def model_view(item: ModelItem, knowledge: Knowledge) -> ModelView:
    """All that the page of a model shows."""
    model = item.entry
    body = prose(item, knowledge)
    first = numbered_results(model)[:_FIRST_FIGURES]
    told = completeness(item)
    field = field_tag(model.fields[0], knowledge)
    return ModelView(
        name=model.name,
        summary=model.summary,
        crumbs=(Link("Trang chủ", HOME), Link("Mô hình", MODELS), Link(field.name, field.url)),
        fields=tuple(field_tag(each, knowledge) for each in model.fields),
        badges=_badges(item, knowledge),
        figures=tuple(figure(each) for each in first),
        facts=_facts(item, knowledge),
        pictures=_pictures(model, knowledge),
        intro=intro(body),
        sections=sections(body, apart=_STORY),
        results=tuple(figure(each) for each in _others(model, first)),
        replication=_replication(item, knowledge, body),
        completeness=CompletenessView(told.percent, told.missing),
        confirmed=str(model.confirmed or ""),
        similar=tuple(card(each, knowledge) for each in knowledge.similar.get(item.slug, ())),
        foot=foot(item, knowledge),
    )


def _badges(item: ModelItem, knowledge: Knowledge) -> tuple[Badge, ...]:
    model = item.entry
    badges = [Badge(knowledge.term_name("hinh_thuc", model.form))]
    if model.type == "dien-hinh":
        badges.append(Badge(knowledge.term_name("loai", model.type)))
    if model.state:
        tone = "ok" if model.state == "dang-thuc-hien" else "plain"
        badges.append(Badge(knowledge.term_name("trang_thai", model.state), tone))
    for level in dict.fromkeys(each.level for each in model.recognitions):
        name = knowledge.term_name("cap", level)
        badges.append(
            Badge(
                f"Ghi nhận, khen thưởng {name.lower().replace('trung ương', 'Trung ương')}", "gold"
            )
        )
    if copies_count(item, knowledge):
        badges.append(Badge("Đã nhân rộng", "ok"))
    return tuple(badges)


def _facts(item: ModelItem, knowledge: Knowledge) -> tuple[Fact, ...]:
    model, name = item.entry, knowledge.catalogue.place(item.entry)
    place = Link(
        place_then(model.place), term_url(PROVINCE, name.today.id), place_note(model.place, name)
    )
    plans = [
        knowledge.catalogue.plans[slug]
        for slug in plans_of(item)
        if slug in knowledge.catalogue.plans
    ]
    kind, form = (
        knowledge.term_name("loai", model.type),
        knowledge.term_name("hinh_thuc", model.form),
    )
    origin = knowledge.term_name("xay_dung", model.origin) if model.origin else None
    state = knowledge.term_name("trang_thai", model.state) if model.state else "Nguồn chưa nêu"
    return (
        *fact("Đơn vị thực hiện", model.unit),
        *fact("Địa bàn", place),
        *fact("Bắt đầu", str(model.start or "")),
        *fact("Hình thức", Link(f"{kind} {form.lower()}", term_url(FORM, model.form))),
        *fact("Xây dựng mới hay nhân rộng", origin),
        *fact("Tình trạng", Link(state, "", _confirmed_note(model))),
        *fact("Đăng ký", ", ".join(f"năm {each.year}" for each in model.registrations)),
        *fact("Ghi nhận, khen thưởng", *(_recognition(each) for each in model.recognitions)),
        *fact("Kế hoạch", *(Link(_plan_name(p.entry), plan_url(p.slug)) for p in plans)),
        *fact("Liên hệ", *_contact(model)),
    )


def _plan_name(plan: Plan) -> str:
    return f"{plan.number} – {plan.issuer}" if plan.number else plan.issuer


def _confirmed_note(model: Model) -> str:
    return f"xác nhận ngày {model.confirmed}" if model.confirmed else "chưa có lần xác nhận nào"


def _recognition(each: Recognition) -> Link:
    by = [each.by, f"năm {each.year}" if each.year else None, each.decision]
    note = ", ".join(part for part in by if part)
    return Link(each.form, term_url(LEVEL, each.level), note)


def _contact(model: Model) -> tuple[Link, ...]:
    if model.contact is None:
        return ()
    ways = [model.contact.phone, model.contact.email]
    return (Link(model.contact.office, "", " · ".join(way for way in ways if way)),)


def _others(model: Model, first: tuple[Outcome, ...]) -> list[Outcome]:
    """The results that are not among the first figures; two may read alike."""
    return [each for each in model.results if not any(each is shown for shown in first)]


def _pictures(model: Model, knowledge: Knowledge) -> tuple[Picture, ...]:
    found = []
    for each in model.pictures:
        if file := knowledge.pictures.get(each.file):
            sizes = (file.url, file.small_url, file.width, file.height, file.small_width)
            found.append(Picture(*sizes, each.description, each.credit or ""))
    return tuple(found)


def _replication(item: ModelItem, knowledge: Knowledge, body: Prose) -> Replication:
    held = item.entry.conditions
    story = "".join(each.html for each in body.sections if each.title == _STORY)
    original = knowledge.links.originals.get(item.slug)
    return Replication(
        conditions=_conditions(item.entry, knowledge),
        needs=held.needs if held else (),
        cautions=held.cautions if held else (),
        story=Markup(story),  # noqa: S704 - prose is cleaned by nh3
        copied_from=Link(original.entry.name, model_url(original.slug)) if original else None,
        copied_to=_copies(item, knowledge),
    )


def _conditions(model: Model, knowledge: Knowledge) -> tuple[Condition, ...]:
    held = model.conditions
    cost = terrain = ""
    if held and held.cost:
        cost = knowledge.term_name("kinh_phi", held.cost)
    if held and held.money is not None:
        cost = f"{cost} – {number(held.money)} đồng" if cost else f"{number(held.money)} đồng"
    if held:
        terrain = ", ".join(knowledge.term_name("dia_ban_phu_hop", each) for each in held.terrain)
    found = (
        Condition(cost, "kinh phí"),
        Condition((held and held.people) or "", "nhân lực"),
        Condition((held and held.time) or "", "thời gian"),
        Condition(terrain, "địa bàn phù hợp"),
    )
    return found if any(each.value for each in found) else ()


def _copies(item: ModelItem, knowledge: Knowledge) -> tuple[Link, ...]:
    """The places that did the same, with their own page where they have one."""
    found = []
    for copy in item.entry.copied_to:
        there = copy.model if copy.model in knowledge.catalogue.models else None
        note = f"năm {copy.year}" if copy.year else ""
        found.append(Link(copy.place, model_url(there) if there else "", note))
    named = {copy.model for copy in item.entry.copied_to}
    for other in knowledge.links.copies.get(item.slug, ()):
        if other.slug not in named:
            place = place_then(other.entry.place)
            found.append(Link(f"{other.entry.name} – {place}", model_url(other.slug)))
    return tuple(found)

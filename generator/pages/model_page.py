"""The page of a model: what was done, what came of it, how to do the same."""

from __future__ import annotations

from markupsafe import Markup

from generator.core.axes import FORM, LEVEL, PROVINCE
from generator.core.catalogue import ModelItem
from generator.core.completeness import completeness
from generator.core.entries import Model, Outcome, Plan, Recognition
from generator.core.formalism import confirmation_is_old
from generator.core.links import plans_of
from generator.core.routes import HOME, MODELS, model_url, plan_url, term_url
from generator.core.vietnamese import number
from generator.pages.body_parts import unit_links
from generator.pages.cards import card, field_tag, figure, numbered_results
from generator.pages.copy_sheet import copy_sheet
from generator.pages.entry_parts import fact, foot, intro, prose, sections
from generator.pages.knowledge import Knowledge
from generator.pages.lineage_tree import tree_around
from generator.pages.model_views import CompletenessView, Condition, ModelView, Picture, Replication
from generator.pages.places import place_note, place_then
from generator.pages.prose import Prose
from generator.pages.views import Badge, Fact, Link

_FIRST_FIGURES = 4
_LONG_BODY = 1000
"""Characters of a body that may not fit a sheet of two pages; then way and results go first."""

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
        is_long=len(body.text) > _LONG_BODY,
        intro=intro(body),
        sections=sections(body, apart=_STORY),
        results=tuple(figure(each) for each in _others(model, first)),
        replication=_replication(item, knowledge, body),
        sheet=copy_sheet(item, knowledge),
        completeness=CompletenessView(told.percent, told.missing),
        confirmed=_confirmed(model, knowledge),
        similar=tuple(card(each, knowledge) for each in knowledge.similar.get(item.slug, ())),
        foot=foot(item, knowledge),
    )


def _badges(item: ModelItem, knowledge: Knowledge) -> tuple[Badge, ...]:
    model = item.entry
    badges = [Badge(knowledge.term_name("hinh_thuc", model.form))]
    if model.type == "dien-hinh":
        badges.append(Badge(knowledge.term_name("loai", model.type)))
    if model.state:
        is_old = confirmation_is_old(model, knowledge.today)
        tone = "ok" if model.state == "dang-thuc-hien" and not is_old else "plain"
        badges.append(Badge(knowledge.term_name("trang_thai", model.state), tone))
    for level in dict.fromkeys(each.level for each in model.recognitions):
        name = knowledge.term_name("cap", level)
        badges.append(
            Badge(
                f"Ghi nhận, khen thưởng {name.lower().replace('trung ương', 'Trung ương')}", "gold"
            )
        )
    if knowledge.copies_of(item):
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
    return (
        *fact("Đơn vị thực hiện", *unit_links(item, knowledge)),
        *fact("Địa bàn", place),
        *fact("Bắt đầu", str(model.start or "")),
        *fact("Hình thức", Link(f"{kind} {form.lower()}", term_url(FORM, model.form))),
        *fact("Xây dựng mới hay nhân rộng", origin),
        *fact("Tình trạng", _state(model, knowledge)),
        *fact("Đăng ký", ", ".join(f"năm {each.year}" for each in model.registrations)),
        *fact("Ghi nhận, khen thưởng", *(_recognition(each) for each in model.recognitions)),
        *fact("Kế hoạch", *(Link(_plan_name(p.entry), plan_url(p.slug)) for p in plans)),
        *fact("Liên hệ", *_contact(model)),
    )


def _plan_name(plan: Plan) -> str:
    return f"{plan.number} – {plan.issuer}" if plan.number else plan.issuer


def _state(model: Model, knowledge: Knowledge) -> Link:
    told = _confirmed(model, knowledge)
    if model.state:
        state = knowledge.term_name("trang_thai", model.state)
    else:
        state = "Chưa rõ hiện nay" if told else "Nguồn chưa nêu"
    return Link(state, "", f"xác nhận {told}" if told else "chưa có lần xác nhận nào")


def _confirmed(model: Model, knowledge: Knowledge) -> str:
    """When it was last confirmed, and whether that is too long ago; empty if it never was."""
    when = model.confirmed
    if when is None:
        return ""
    told = f"{'ngày' if when.day else 'tháng' if when.month else 'năm'} {when}"
    is_old = confirmation_is_old(model, knowledge.today)
    return f"{told}; chưa được xác nhận trong hai năm qua" if is_old else told


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
        tree=tree_around(item, knowledge),
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

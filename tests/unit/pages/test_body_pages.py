"""The pages of bodies, and the links that lead to them."""

from __future__ import annotations

from markupsafe import Markup

from generator.core.routes import BODIES_ON_PAGE, Route
from generator.pages.body_pages import bodies_view, body_parts, body_view
from generator.pages.body_parts import named_in, unit_links
from generator.pages.body_views import BodyView
from generator.pages.views import Link
from tests.unit.pages.pages_world import know, model, plan

TASKS = [
    {"noi_dung": "Việc một", "chu_tri": ["Công an tỉnh", "Các sở, ban, ngành"], "den": "2026"},
    {"noi_dung": "Việc hai", "phoi_hop": ["Công an tỉnh"], "thoi_gian": "Hằng năm"},
]
MILESTONES = [{"viec": "Báo cáo", "han": "--12-01", "gui": "Công an tỉnh"}]
POLICE = "cong-an-tinh-lam-dong"


def view_of(slug: str, *items: object, page: int = 1, size: int = 2) -> BodyView:
    knowledge = know(*items)  # type: ignore[arg-type]
    rows = {each: Markup("<i>%s</i>") % each for each in knowledge.catalogue.models}
    route = Route(f"co-quan/{slug}/", "body", slug, page)
    return body_view(route, knowledge.catalogue.bodies.dossiers[slug], rows, size)


def test_a_bodys_page_shows_its_part_in_every_plan() -> None:
    """Tasks stand under their plan with the body's roles, time and place in the plan."""
    view = view_of(POLICE, plan("k", nhiem_vu=TASKS, moc=MILESTONES), plan("l", nhiem_vu=TASKS[:1]))
    first = next(each for each in view.plans if each.plan.url == "ke-hoach/k/")

    assert len(view.plans) == 2
    assert [(each.roles, each.time, each.url) for each in first.duties] == [
        (("Chủ trì",), "2026", "ke-hoach/k/#nhiem-vu-1"),
        (("Phối hợp",), "Hằng năm", "ke-hoach/k/#nhiem-vu-2"),
    ]
    assert [(each.due, each.years) for each in view.receipts] == [("01/12", "hằng năm, 2025–2027")]
    assert [(each.amount, each.label.split(",")[0]) for each in view.figures] == [
        ("3", "việc được giao trong kế hoạch"),
        ("1", "hạn nhận báo cáo"),
    ]
    assert view.called == ("Công an tỉnh",)


def test_many_models_are_parted_and_further_pages_hold_only_them() -> None:
    """Three models, two on a page: the second page has the third and nothing of the plans."""
    entries = [model(f"m{n}", don_vi="Công an tỉnh") for n in range(3)]
    entries.append(plan("k", nhiem_vu=TASKS))  # type: ignore[arg-type]
    second = view_of(POLICE, *entries, page=2)

    assert second.models == (Markup("<i>m2</i>"),)
    assert (second.shown, second.plans, second.called) == ("3–3", (), ())
    assert second.pager is not None
    assert second.pager.previous == f"co-quan/{POLICE}/"


def test_plans_beyond_the_first_are_folded() -> None:
    """A body with a part in many plans shows the newest and folds the rest away."""
    view = view_of(POLICE, *(plan(f"k{n}", nhiem_vu=TASKS[:1]) for n in range(8)))
    assert (len(view.plans), len(view.later_plans)) == (6, 2)


def test_the_place_of_then_is_told_with_that_of_today() -> None:
    """A body of a former province says where that lies now; its title tells it from namesakes."""
    entries = (model("m", don_vi="Công an xã Phú Lạc", dia_ban={"tinh": "Bình Thuận"}),)
    slug = "cong-an-xa-phu-lac-binh-thuan"
    _, template, title, description = body_parts(
        Route(f"co-quan/{slug}/", "body", slug), know(*entries), {"m": Markup()}, 24
    )

    assert view_of(slug, *entries).place == "Bình Thuận, nay thuộc Lâm Đồng"
    assert template == "body.html"
    assert title == "Công an xã Phú Lạc (Bình Thuận): kế hoạch, nhiệm vụ, mô hình"
    assert description == "Công an xã Phú Lạc (Bình Thuận) trong kho: 1 mô hình, điển hình."


def test_the_list_goes_by_province_and_is_parted() -> None:
    """Bodies stand under the province of today, and each province knows its page and count."""
    places = [("Hà Nội", n) for n in range(3)] + [("Bình Thuận", n) for n in range(BODIES_ON_PAGE)]
    known = know(
        *(
            model(
                f"{n}-{tinh[0].lower()}", don_vi=f"Hội Nông dân xã Mỹ {n}", dia_ban={"tinh": tinh}
            )
            for tinh, n in places
        )
    )
    first = bodies_view(Route("co-quan/", "bodies"), known)
    second = bodies_view(Route("co-quan/trang/2/", "bodies", "", 2), known)

    assert first.count == BODIES_ON_PAGE + 3
    assert [(each.text, each.url, each.note) for each in first.provinces] == [
        ("Hà Nội", "co-quan/#ha-noi", "3"),
        ("Lâm Đồng", "co-quan/#lam-dong", "200"),
    ]
    assert [(group.name, len(group.rows)) for group in first.groups] == [
        ("Hà Nội", 3),
        ("Lâm Đồng", BODIES_ON_PAGE - 3),
    ]
    assert [(group.id, len(group.rows)) for group in second.groups] == [("lam-dong", 3)]
    assert second.shown == "201–203"


def test_names_in_a_plan_lead_to_bodies_and_groups_to_nobody() -> None:
    """A plan's words stay as they are; only a name that means one body is a link."""
    item = plan("k", nhiem_vu=TASKS)
    assert named_in(item, TASKS[0]["chu_tri"], know(item)) == (
        Link("Công an tỉnh", f"co-quan/{POLICE}/"),
        Link("Các sở, ban, ngành", ""),
    )


def test_a_models_unit_leads_to_its_body_or_bodies() -> None:
    """One body is the link itself, several stand below the name, a person is only named."""
    one, two = model("a", don_vi="Công an tỉnh"), model("b", don_vi="Xã Hòa, xã Bình")
    person = model("c", don_vi="Bà A, xã B", hinh_thuc="ca-nhan", co_so_dang="da-cong-bo")
    known = know(one, two, person)

    assert unit_links(one, known) == (Link("Công an tỉnh", f"co-quan/{POLICE}/"),)
    assert [each.text for each in unit_links(two, known)] == [
        "Xã Hòa, xã Bình", "Xã Hòa", "Xã Bình",
    ]  # fmt: skip
    assert unit_links(person, known) == (Link("Bà A, xã B", ""),)

"""The page of a plan says what must be done, by whom and by when, and which models answer it."""

from __future__ import annotations

import pytest

from generator.core.routes import PLANS, PLANS_ON_PAGE, Route, numbered
from generator.pages.plan_page import period, plan_row, plan_view
from generator.pages.plan_views import PlanRow, PlanView, TargetView, TaskView
from generator.pages.plans_page import plans_view
from generator.pages.views import Badge, Fact, Figure, Link
from tests.unit.pages.pages_world import know, model, plan


def view(**keys: object) -> PlanView:
    """The view of a plan that stands alone."""
    item = plan("a", **keys)
    return plan_view(item, know(item))


def fact(found: PlanView, label: str) -> tuple[Link, ...]:
    """The values of a row of the facts panel; empty without such a row."""
    return next((row.values for row in found.facts if row.label == label), ())


def test_a_thin_plan_says_what_the_document_does_not() -> None:
    """Without number and date the page says that the published text has none."""
    found = view()

    assert found.lead == "Tỉnh ủy Lâm Đồng"
    assert fact(found, "Số, ký hiệu") == (Link("Bản công bố không ghi số", ""),)
    assert fact(found, "Ngày ban hành") == (Link("Bản công bố không ghi ngày", ""),)
    assert (found.targets, found.tasks, found.bases) == ((), (), ())
    assert (found.figures, found.models, found.more_models) == ((), (), 0)


def test_the_lead_names_issuer_number_and_day() -> None:
    """A full plan is introduced as officials cite it."""
    found = view(
        so_ky_hieu="31-KH/TU", ngay="2025-03-16", nguoi_ky={"ten": "A", "chuc_vu": "Bí thư"}
    )

    assert found.lead == "Tỉnh ủy Lâm Đồng · Số 31-KH/TU ngày 16/3/2025"
    assert fact(found, "Người ký") == (Link("A", "", "Bí thư"),)
    assert fact(found, "Địa bàn") == (Link("Lâm Đồng", "dia-ban/lam-dong/", ""),)


@pytest.mark.parametrize(
    ("years", "text", "badge", "over"),
    [
        ({"tu": 2021, "den": 2025}, "2021–2025", "Giai đoạn 2021–2025", True),
        ({"tu": 2025, "den": 2026}, "2025–2026", "Giai đoạn 2025–2026", False),
        ({"tu": 2025, "den": 2025}, "2025", "Năm 2025", True),
        ({"tu": 2025}, "từ 2025", "Từ năm 2025", False),
    ],
)
def test_the_period_is_told_and_whether_it_is_over(
    years: dict[str, int], text: str, badge: str, over: bool
) -> None:
    """Years are written as in documents; a plan is over once its last year has passed."""
    item = plan("a", giai_doan=years)
    found = plan_view(item, know(item))

    assert period(item.entry) == text
    assert found.badges[:2] == (Badge("Cấp tỉnh"), Badge(badge, "gold"))
    assert (Badge("Đã hết thời hạn") in found.badges) is over
    assert fact(found, "Thời hạn") == (Link(text, "", "đã hết thời hạn" if over else ""),)


@pytest.mark.parametrize(
    ("bounds", "amount"),
    [
        ({"toi_thieu": 1, "toi_da": 2}, "1–2"),
        ({"toi_thieu": 2, "toi_da": 2}, "2"),
        ({"toi_thieu": 1500}, "1.500"),
        ({"toi_da": 3}, "tối đa 3"),
        ({}, ""),
    ],
)
def test_targets_are_read_as_written(bounds: dict[str, int], amount: str) -> None:
    """A target shows its bounds, how often, and for whom."""
    target = {"noi_dung": "Mô hình mới", "ky": "nam", "ap_dung": "Mỗi xã", **bounds}
    found = view(chi_tieu=[target])

    assert found.targets == (TargetView(amount, "Mô hình mới", "hằng năm; áp dụng cho Mỗi xã"),)
    assert found.figures == ((Figure(amount, "", "Mô hình mới"),) if amount else ())


def body(name: str) -> Link:
    """A body of the province, named in a task."""
    return Link(name, f"co-quan/{name.lower()}-lam-dong/")


def test_tasks_name_bodies_by_role_and_time() -> None:
    """Each task keeps its number, its bodies by role in order of responsibility, and its time."""
    tasks = [
        {
            "noi_dung": "Việc một",
            "phoi_hop": ["C", "D"],
            "chu_tri": "B",
            "chi_dao": "A",
            "thuc_hien": "E",
            "tham_muu": "F",
            "thoi_gian": "Thường xuyên",
        },
        {"noi_dung": "Việc hai", "tu": "2025", "den": "2026-06"},
        {"noi_dung": "Việc ba"},
    ]
    found = view(nhiem_vu=tasks)

    assert found.tasks[0].bodies == (
        Fact("Chỉ đạo", (body("A"),)),
        Fact("Chủ trì", (body("B"),)),
        Fact("Tham mưu", (body("F"),)),
        Fact("Phối hợp", (body("C"), body("D"))),
        Fact("Thực hiện", (body("E"),)),
    )
    assert found.tasks[1:] == (
        TaskView(2, "Việc hai", (), "2025 – 6/2026"),
        TaskView(3, "Việc ba", (), ""),
    )
    assert found.tasks[0].time == "Thường xuyên"
    assert Figure("3", "", "việc giao cho các cơ quan") in found.figures


def test_each_body_finds_its_tasks_by_their_numbers() -> None:
    """The bodies stand with their roles and the numbers of their tasks, the busiest first."""
    tasks = [
        {"noi_dung": "Một", "chu_tri": "A", "phoi_hop": "B"},
        {"noi_dung": "Hai", "chu_tri": "B"},
        {"noi_dung": "Ba", "phoi_hop": ["B", "Các xã"]},
    ]
    first, second, group = view(nhiem_vu=tasks).tasks_by_body

    assert first.body == body("B")
    assert [(each.role, [task.text for task in each.tasks]) for each in first.roles] == [
        ("Phối hợp", ["1", "3"]),
        ("Chủ trì", ["2"]),
    ]
    assert first.roles[1].tasks == (Link("2", "#nhiem-vu-2"),)
    assert (second.body, group.body) == (body("A"), Link("Các xã", ""))


def test_many_tasks_are_folded() -> None:
    """Twenty tasks stand open, the others open on demand, none is lost."""
    found = view(nhiem_vu=[{"noi_dung": f"Việc {n}"} for n in range(25)])

    assert [task.number for task in found.tasks] == [*range(1, 21)]
    assert [task.number for task in found.later_tasks] == [*range(21, 26)]


def test_bases_are_cited() -> None:
    """A document the plan rests on shows its number, day and issuer."""
    basis = {
        "ten": "Chỉ thị",
        "so_ky_hieu": "05-CT/TW",
        "ngay": "2016-05-15",
        "co_quan": "Bộ Chính trị",
    }

    assert view(can_cu=[basis, {"ten": "Luật"}]).bases == (
        Link("Chỉ thị", "", "số 05-CT/TW, ngày 15/5/2016, Bộ Chính trị"),
        Link("Luật", "", ""),
    )


def test_a_plan_shows_the_models_that_answer_it() -> None:
    """The first twelve models stand on the page; how many more there are is told."""
    item = plan("a")
    models = [model(f"m{number:02}", ke_hoach=["a"]) for number in range(14)]
    found = plan_view(item, know(item, *models))

    assert [each.slug for each in found.models] == [f"m{number:02}" for number in range(12)]
    assert found.more_models == 2
    assert Figure("14", "", "mô hình thực hiện kế hoạch này có trong kho") in found.figures


def test_a_plan_and_its_successor_know_each_other() -> None:
    """The new plan links the one it replaces, and the old one its successor."""
    old, new = plan("cu"), plan("moi", thay_the="cu", linh_vuc=["kinh-te"])
    known = know(old, new)

    assert fact(plan_view(new, known), "Thay thế") == (Link("Kế hoạch cu", "ke-hoach/cu/"),)
    assert fact(plan_view(old, known), "Được thay bằng") == (Link("Kế hoạch moi", "ke-hoach/moi/"),)
    assert fact(plan_view(new, known), "Lĩnh vực") == (Link("Kinh tế", ""),)


def test_the_list_of_plans_is_newest_first() -> None:
    """Plans are listed by the day of issue, the newest first."""
    plans = [plan("a", ngay="2019-01-04"), plan("b", ngay="2025-02-01"), plan("c", ngay="2021")]
    found = plans_view(Route(PLANS, "plans"), know(*plans).catalogue)

    assert (found.count, found.shown, found.search, found.pager) == (3, "", None, None)
    assert [row.url for row in found.rows] == ["ke-hoach/b/", "ke-hoach/c/", "ke-hoach/a/"]
    assert plan_row(plan("a", so_ky_hieu="31-KH/TU", nhiem_vu=[{"noi_dung": "Việc"}])) == PlanRow(
        "31-KH/TU", "Kế hoạch a", "Tỉnh ủy Lâm Đồng", "ke-hoach/a/", "2025–2027", "Lâm Đồng", 1
    )


def test_many_plans_are_read_page_by_page() -> None:
    """A page holds fifty plans, tells which, and leads to the others and to the search."""
    known = know(*(plan(f"p{number:03}") for number in range(PLANS_ON_PAGE + 3)))
    found = plans_view(Route(numbered(PLANS, 2), "plans", page=2), known.catalogue)

    assert [row.url for row in found.rows] == [f"ke-hoach/p{n:03}/" for n in (50, 51, 52)]
    assert (found.count, found.shown) == (53, "51–53")
    assert found.pager is not None
    assert found.pager.previous == "ke-hoach/"
    assert found.search == Link("Tìm trong các kế hoạch", "mo-hinh/?loai=ke-hoach")


def test_the_parts_of_a_plan_are_reached_from_its_head() -> None:
    """What must be done comes before the text of the plan; a part that is missing is not named."""
    item = plan(
        "a",
        "## Mục đích\n\nx\n",
        chi_tieu=[{"noi_dung": "Mô hình mới"}],
        nhiem_vu=[{"noi_dung": "Việc"}],
    )
    found = plan_view(item, know(item, model("m", ke_hoach=["a"])))

    assert [(each.text, each.url) for each in found.contents] == [
        ("Chỉ tiêu", "#chi-tieu"),
        ("Nhiệm vụ và cơ quan", "#nhiem-vu"),
        ("Tóm tắt văn bản", "#van-ban"),
        ("Mô hình thực hiện", "#mo-hinh"),
    ]
    assert view().contents == ()


def test_no_heading_of_a_body_takes_the_place_of_a_part_of_the_page() -> None:
    """A heading that is called like a part of the page has an address of its own."""
    item = plan("a", "## Căn cứ\n\n### Nhiệm vụ\n\nx\n\n## Khác\n\ny\n")
    first, other = plan_view(item, know(item)).sections

    assert (first.id, other.id) == ("can-cu-trong-van-ban", "khac")
    assert '<h3 id="nhiem-vu-trong-van-ban">' in first.html


def test_the_body_of_a_plan_is_cut_at_its_headings() -> None:
    """All sections of a plan's body stay in the body."""
    item = plan("a", "Mở đầu.\n\n## Nhân rộng\n\nx\n")
    found = plan_view(item, know(item))

    assert "<p>Mở đầu.</p>" in found.intro
    assert [section.title for section in found.sections] == ["Nhân rộng"]

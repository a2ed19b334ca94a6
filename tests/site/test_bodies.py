"""The pages of bodies, built from the repository's own content."""

from __future__ import annotations

import re

from tests.site.site_reading import Document, Site

BODY = re.compile(r"co-quan/(?!trang/)([^/]+)/index\.html")


def pages(site: Site) -> dict[str, Document]:
    """The first page of each body, by slug."""
    return {m[1]: page for path, page in site.articles.items() if (m := BODY.fullmatch(path))}


def leads(page: Document) -> set[str]:
    """Slugs of the bodies that a page links to."""
    found = (re.search(r"co-quan/([^/]+)/$", address) for _, address in page.addresses())
    return {match[1] for match in found if match}


def test_every_body_is_listed_and_named_somewhere(real: Site) -> None:
    """The list leads to every body's page, and some plan or model leads there too."""
    bodies = pages(real)
    listed = leads(real.page("co-quan/"))
    named = set()
    for path, page in real.articles.items():
        if path.startswith(("ke-hoach/", "mo-hinh/")):
            named |= leads(page)

    assert len(bodies) > 80
    assert listed == bodies.keys()
    receivers = {slug for slug, page in bodies.items() if "Hạn gửi về đây" in page.text}
    assert bodies.keys() - named <= receivers


def test_a_task_and_its_body_lead_to_each_other(real: Site) -> None:
    """What a plan gives a body to do stands on the body's page, with a link back to the task."""
    plan = "ke-hoach/quang-ngai-31-kh-tu/"
    for slug in sorted(leads(real.page(plan))):
        back = {address for _, address in pages(real)[slug].addresses() if plan in address}
        assert back, slug
        assert any("#nhiem-vu-" in address for address in back) or "ban-thuong-vu" in slug


def test_offices_of_two_provinces_with_one_name_are_two(real: Site) -> None:
    """ "Ban Dân vận Tỉnh ủy" of Quảng Ngãi and of Bình Thuận each have their own page and plan."""
    one = pages(real)["ban-dan-van-tinh-uy-quang-ngai"]
    other = pages(real)["ban-dan-van-tinh-uy-binh-thuan"]

    assert "31-KH/TU" in one.text
    assert "54-KH/BDVTU" not in one.text
    assert "54-KH/BDVTU" in other.text
    assert "Lâm Đồng" in other.text
    assert "31-KH/TU" not in other.text


def test_groups_and_unnamed_places_have_no_page(real: Site) -> None:
    """Phrases for many bodies, and bodies of a commune the source does not name, are no links."""
    slugs = pages(real).keys()

    assert [slug for slug in slugs if slug.startswith(("cac-", "tung-", "toan-the-"))] == []
    assert leads(real.page("ke-hoach/gia-lai-dang-uy-xa-2025/")) == set()


def test_people_are_no_bodies(real: Site) -> None:
    """The person whom a model honours is named on its page and nowhere among the bodies."""
    page = real.page("mo-hinh/xia-noi-sung-van-cau/")
    assert "Sung Văn Cấu" in page.text
    assert leads(page) == set()
    assert "Sung Văn Cấu" not in real.page("co-quan/").text

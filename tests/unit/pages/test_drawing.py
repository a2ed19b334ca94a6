"""Every route becomes one whole page: its own title, address and depth, poured into its shell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from generator.core.routes import Kind, Route, routes
from generator.pages.drawing import Drawing
from generator.pages.fragments import Fragments
from generator.pages.list_views import ColumnView, DataView
from generator.pages.shell import NAV_KEYS, Shell, token
from generator.pages.views import Link
from tests.unit.pages.pages_world import PUBLISHER, know, model, plan

FRAGMENTS = Path(__file__).parents[3] / "theme/fragments"
SHELL = (
    "<title>" + token("title") + "</title><meta name=description content='" + token("description")
    + "'><link rel=canonical href='" + token("canonical") + "'>" + token("head")
    + "".join(f"<a{token(f'nav:{key}')}>{key}</a>" for key in NAV_KEYS)
    + "<main>" + token("content") + "</main>"
)  # fmt: skip
DATA = DataView((), (Link("CSV", "du-lieu/a.csv"),), (ColumnView("name", "Tên", "Tên gọi"),), ())


@pytest.fixture
def drawing() -> Drawing:
    """All that is needed to draw a site of three models and a plan, two on a page."""
    texts = {file.name: file.read_text("utf-8") for file in FRAGMENTS.glob("*.html")}
    knowledge = know(
        model("a", ten="Mô hình <A>", ten_cu=["a-cu"]),
        model("b"),
        model("c"),
        plan("k", ngay="2025-02-03"),
    )
    shells = {depth: Shell.from_html(f"{depth}{SHELL}") for depth in range(6)}
    return Drawing(knowledge, Fragments(texts), shells, 2, DATA)


def html(drawing: Drawing, route: Route) -> str:
    """The finished page at a route."""
    return drawing.finish(drawing.page(route), "<meta name=head>")


def test_every_route_can_be_drawn(drawing: Drawing) -> None:
    """Each page of the site is drawn in the shell of its depth, with nothing left to fill in."""
    drawn = [r for r in routes(drawing.knowledge.catalogue, 2) if r.kind != "redirect"]
    kinds = {route.kind for route in drawn}

    assert kinds == {*get_args(Kind)} - {"redirect"}
    for route in drawn:
        page = html(drawing, route)
        assert page.startswith(str(route.url.count("/")))
        assert "@@" not in page
        assert f"href='https://kho.example/dvk/{route.url}'" in page
        assert "<meta name=head>" in page
        assert "<h1>" in page
        assert ' href="/' not in page


def test_addresses_climb_as_far_as_the_page_is_deep(drawing: Drawing) -> None:
    """Links on a page begin with one step up for each folder it lies in."""
    assert 'href="mo-hinh/a/"' in html(drawing, Route("", "home"))
    assert 'href="../mo-hinh/a/"' in html(drawing, Route("mo-hinh/", "browse"))
    assert 'href="../../mo-hinh/"' in html(drawing, Route("mo-hinh/a/", "model", "a"))
    deep = html(drawing, Route("mo-hinh/trang/2/", "browse", "", 2))
    assert 'href="../../../mo-hinh/c/"' in deep


@pytest.mark.parametrize(
    ("route", "title"),
    [
        (Route("", "home"), "Dân vận khéo – kho mô hình, điển hình"),
        (Route("mo-hinh/a/", "model", "a"), "Mô hình &lt;A&gt; – Dân vận khéo"),
        (Route("ke-hoach/k/", "plan", "k"), "Kế hoạch k – Dân vận khéo"),
        (
            Route("mo-hinh/trang/2/", "browse", "", 2),
            "Tra cứu mô hình, điển hình (trang 2) – Dân vận khéo",
        ),
        (Route("du-lieu/", "data"), "Dữ liệu mở – Dân vận khéo"),
    ],
)
def test_a_page_is_named_in_the_window(drawing: Drawing, route: Route, title: str) -> None:
    """The window's title is the page's own, escaped, with the page's number and the site's name."""
    assert f"<title>{title}</title>" in html(drawing, route)


@pytest.mark.parametrize(
    ("route", "key"),
    [
        (Route("mo-hinh/a/", "model", "a"), "mo-hinh"),
        (Route("nam/", "terms", "nam"), "mo-hinh"),
        (Route("linh-vuc/kinh-te/", "term", "linh-vuc/kinh-te"), "linh-vuc"),
        (Route("dia-ban/", "terms", "dia-ban"), "dia-ban"),
        (Route("ke-hoach/k/", "plan", "k"), "ke-hoach"),
        (Route("", "home"), ""),
        (Route("du-lieu/", "data"), ""),
    ],
)
def test_the_menu_shows_where_the_page_lies(drawing: Drawing, route: Route, key: str) -> None:
    """At most one entry of the menu is marked as current: the one the page lies under."""
    page = html(drawing, route).partition("<main>")[0]
    current = [each for each in NAV_KEYS if f'<a aria-current="page">{each}</a>' in page]

    assert current == ([key] if key else [])


def test_descriptions_come_from_the_entry(drawing: Drawing) -> None:
    """A model is described by its summary, a plan by its name and issuer, a list by its count."""
    described = {
        route.kind: drawing.page(route).description
        for route in (
            Route("mo-hinh/a/", "model", "a"),
            Route("ke-hoach/k/", "plan", "k"),
            Route("linh-vuc/kinh-te/", "term", "linh-vuc/kinh-te"),
        )
    }

    assert described["model"] == "Tóm tắt a."
    assert described["plan"] == "Kế hoạch k. Tỉnh ủy Lâm Đồng ngày 03/02/2025."
    assert described["term"].startswith("Kinh tế: 3 mô hình")


def test_a_former_address_leads_to_the_new_one(drawing: Drawing) -> None:
    """The page at a former address sends readers on, tells machines, and loads nothing."""
    (route,) = [r for r in routes(drawing.knowledge.catalogue, 2) if r.kind == "redirect"]
    page = drawing.redirect(route)

    assert route.url == "mo-hinh/a-cu/"
    assert 'content="0; url=../../mo-hinh/a/"' in page
    assert '<a href="../../mo-hinh/a/">' in page
    assert '<link rel="canonical" href="https://kho.example/dvk/mo-hinh/a/">' in page
    assert 'content="noindex"' in page
    assert "default-src 'none'" in page
    assert "<script" not in page


def test_a_row_is_drawn_once_for_all_lists(drawing: Drawing) -> None:
    """Rows are kept, so that a model on ten lists is drawn once, and one on no list never."""
    assert "Mô hình &lt;A&gt;" in drawing.rows["a"]
    assert drawing.rows["a"] is drawing.rows["a"]
    assert drawing.rows.keys() == {"a"}


def test_the_sites_name_comes_from_the_settings(drawing: Drawing) -> None:
    """Another province's site carries its own name and address."""
    own = replace(PUBLISHER, name="Dân vận khéo Lâm Đồng", site_url="https://lamdong.example/")
    other = replace(drawing, knowledge=replace(drawing.knowledge, publisher=own))
    page = html(other, Route("mo-hinh/b/", "model", "b"))

    assert "<title>Mô hình b – Dân vận khéo Lâm Đồng</title>" in page
    assert "https://lamdong.example/mo-hinh/b/" in page


def test_a_title_tells_namesakes_apart_and_only_them(drawing: Drawing) -> None:
    """A shared name is followed by the place of a model, or the issuer of a plan."""
    far = {"dia_ban": {"tinh": "Hà Nội", "xa": "xã Đá Bạc"}}
    known = know(
        model("a", ten="Camera an ninh"),
        model("b", ten="Camera an ninh", **far),
        model("c", ten="Hẻm sạch"),
        plan("k", ten="Kế hoạch năm 2025"),
        plan("l", ten="Kế hoạch năm 2025", co_quan="Thành ủy Hà Nội"),
    )
    made = replace(drawing, knowledge=known)
    titles = {
        route.url: made.page(route).title
        for route in routes(known.catalogue, 2)
        if route.kind in ("model", "plan")
    }

    assert titles == {
        "mo-hinh/a/": "Camera an ninh (Lâm Đồng)",
        "mo-hinh/b/": "Camera an ninh (Xã Đá Bạc, Hà Nội)",
        "mo-hinh/c/": "Hẻm sạch",
        "ke-hoach/k/": "Kế hoạch năm 2025 (Tỉnh ủy Lâm Đồng)",
        "ke-hoach/l/": "Kế hoạch năm 2025 (Thành ủy Hà Nội)",
    }


def test_namesakes_of_one_place_are_told_apart_by_their_unit(drawing: Drawing) -> None:
    """Where the place does not tell them apart the unit does; where neither does, both are told."""
    units = {"a": "Hội Nông dân", "b": "Công an xã"}
    known = know(*(model(slug, ten="Camera", don_vi=unit) for slug, unit in units.items()))
    made = replace(drawing, knowledge=known)

    assert [made.page(Route(f"mo-hinh/{slug}/", "model", slug)).title for slug in units] == [
        "Camera (Hội Nông dân)",
        "Camera (Công an xã)",
    ]

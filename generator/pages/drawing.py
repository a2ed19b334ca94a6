"""Every page as finished HTML: a route, its view, its fragment, poured into a shell.

Pure: the shells and templates are handed in, the pages are handed out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from generator.core.axes import AXES
from generator.core.routes import Route
from generator.pages.body_pages import body_parts
from generator.pages.calendar_page import calendar_view
from generator.pages.cards import card
from generator.pages.compare_page import COMPARE_PARTS
from generator.pages.entry_parts import BASE
from generator.pages.fragments import Fragments
from generator.pages.knowledge import Knowledge
from generator.pages.list_pages import browse_view, home_view, term_view, terms_view
from generator.pages.list_views import DataView, ListView, PlansView, TermsView
from generator.pages.model_page import model_view
from generator.pages.model_views import ModelView
from generator.pages.numbers_page import numbers_view
from generator.pages.plan_page import plan_view
from generator.pages.plan_views import PlanView
from generator.pages.plans_page import plans_view
from generator.pages.shell import CURRENT, NAV_KEYS, Shell
from generator.pages.spread_pages import forest_view, spread_view

View = ModelView | PlanView | ListView | TermsView | PlansView | DataView | object

_REDIRECT = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Trang đã chuyển</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex"></head>
<body><p>Trang này đã chuyển sang <a href="{target}">địa chỉ mới</a>.</p></body></html>
"""


@dataclass(frozen=True)
class Page:
    """A page before its head is known: what the window and search engines call it, and its body."""

    route: Route
    title: str
    description: str
    content: Markup


@dataclass(frozen=True)
class Drawing:
    """What it takes to draw any page of the site."""

    knowledge: Knowledge
    fragments: Fragments
    shells: Mapping[int, Shell]
    page_size: int
    data: DataView

    @cached_property
    def rows(self) -> Mapping[str, Markup]:
        """Each model as a row of a list, drawn when the first list asks for it."""
        return _Rows(self)

    def page(self, route: Route) -> Page:
        """The page at ``route``; redirects are not pages."""
        view, template, title, description = self._parts(route)
        return Page(route, title, description, self.fragments.render(template, view))

    def finish(self, page: Page, head: str) -> str:
        """The whole HTML of a page; ``head`` is what search engines and readers of links want."""
        shell, root = self.shells[page.route.depth], "../" * page.route.depth
        values = {
            "title": str(escape(self._window_title(page))),
            "description": str(escape(page.description)),
            "canonical": str(escape(self.knowledge.canonical(page.route.url))),
            "head": head.replace(BASE, root),
            "content": str(page.content).replace(BASE, root),
            **_current(page.route),
        }
        return shell.fill(values)

    def redirect(self, route: Route) -> str:
        """The page that leads from a former address to the present one."""
        target = "../" * route.depth + route.subject
        canonical = self.knowledge.canonical(route.subject)
        return _REDIRECT.format(target=escape(target), canonical=escape(canonical))

    def _window_title(self, page: Page) -> str:
        name = self.knowledge.publisher.name
        number = f" (trang {page.route.page})" if page.route.page > 1 else ""
        return (
            f"{page.title}{number} – {name}" if page.title else f"{name} – kho mô hình, điển hình"
        )

    def _parts(self, route: Route) -> tuple[object, str, str, str]:
        """View, template, title and description of a route."""
        know, size = self.knowledge, self.page_size
        match route.kind:
            case "model":
                model = model_view(know.catalogue.models[route.subject], know)
                title = know.model_titles.get(route.subject, model.name)
                return model, "model.html", title, model.summary
            case "plan":
                plan = plan_view(know.catalogue.plans[route.subject], know)
                title = know.plan_titles.get(route.subject, plan.name)
                return plan, "plan.html", title, f"{plan.name}. {plan.lead}."
            case "browse" | "term":
                view = (browse_view if route.kind == "browse" else term_view)(
                    route, know, self.rows, size
                )
                counted = f"{view.title}: {view.count} mô hình, điển hình “Dân vận khéo” có nguồn."
                return view, "list.html", view.title, counted
            case "terms":
                terms = terms_view(route, know.catalogue)
                return terms, "terms.html", terms.title, f"{terms.title}, mỗi mục kèm số lượng."
            case "spread" | "forest" | "calendar" | "bodies" | "body" | "compare" | "numbers":
                return self._movement_parts(route)
            case "plans":
                title = "Kế hoạch phong trào “Dân vận khéo”"
                about = f"{title}: nhiệm vụ, cơ quan, thời hạn, chỉ tiêu và mô hình thực hiện."
                return plans_view(route, know.catalogue), "plans.html", title, about
            case "data":
                about = "Tải toàn bộ mô hình, kế hoạch “Dân vận khéo” dưới dạng JSON, CSV."
                return self.data, "data.html", "Dữ liệu mở", about
            case _:
                return home_view(know), "home.html", "", know.publisher.description

    def _movement_parts(self, route: Route) -> tuple[object, str, str, str]:
        """The same for the pages that follow the movement rather than list its entries."""
        know, size = self.knowledge, self.page_size
        match route.kind:
            case "spread":
                spread = spread_view(route, know, size)
                ready = f"{spread.count} mô hình “Dân vận khéo” sẵn sàng nhân rộng"
                about = f"{ready}: cách làm, kết quả, điều kiện, và các cây nhân rộng."
                return spread, "spread.html", spread.title, about
            case "forest":
                trees = forest_view(route, know)
                about = "Mô hình nào đã được làm theo ở đâu: các cây nhân rộng, vẽ và liệt kê."
                return trees, "forest.html", trees.title, about
            case "calendar":
                about = "Hạn sắp tới của mọi kế hoạch “Dân vận khéo” và ngày của phong trào."
                return calendar_view(know), "calendar.html", "Lịch phong trào", about
            case "bodies" | "body":
                return body_parts(route, know, self.rows, size)
            case "compare":
                return COMPARE_PARTS
            case _:
                about = "Mô hình “Dân vận khéo” theo lĩnh vực, tỉnh, năm; số liệu các nơi công bố."
                return numbers_view(know), "numbers.html", "Số liệu", about


def _current(route: Route) -> dict[str, str]:
    """Which entry of the menu the page lies under."""
    section = route.url.partition("/")[0]
    key = "mo-hinh" if section in {axis.id for axis in AXES}.difference(NAV_KEYS) else section
    return {f"nav:{key}": CURRENT} if key in NAV_KEYS else {}


class _Rows(dict[str, Markup]):
    """Rows by slug, each drawn once."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self._drawing = drawing

    def __missing__(self, slug: str) -> Markup:
        know = self._drawing.knowledge
        row = self._drawing.fragments.render("row.html", card(know.catalogue.models[slug], know))
        self[slug] = row
        return row

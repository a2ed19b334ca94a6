"""The list of plans, newest first, in pages short enough to be read through."""

from __future__ import annotations

from generator.core.catalogue import Catalogue
from generator.core.routes import HOME, MODELS, PLANS, PLANS_ON_PAGE, Route, pages_for
from generator.core.vietnamese import number
from generator.pages.list_pages import pager
from generator.pages.list_views import PlansView
from generator.pages.plan_page import plan_row
from generator.pages.views import Link

_SEARCH = f"{MODELS}?loai=ke-hoach"


def plans_view(route: Route, catalogue: Catalogue) -> PlansView:
    """A page of the list; where there are several, the search is offered beside it."""
    every = tuple(catalogue.plans.values())
    first = (route.page - 1) * PLANS_ON_PAGE
    here = every[first : first + PLANS_ON_PAGE]
    shown = f"{number(first + 1)}–{number(first + len(here))}" if len(every) > len(here) else ""
    return PlansView(
        crumbs=(Link("Trang chủ", HOME),),
        count=len(every),
        shown=shown,
        search=Link("Tìm trong các kế hoạch", _SEARCH) if shown else None,
        rows=tuple(map(plan_row, here)),
        pager=pager(PLANS, route.page, pages_for(len(every), PLANS_ON_PAGE)),
    )

"""Every address of the site: that a page exists, and where.

Addresses are relative to the site's root and end in a slash, so that the site works
in any folder of a server. Nothing else in the program writes an address by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.core.axes import AXES, Axis
from generator.core.catalogue import Catalogue, ModelItem
from generator.core.lineage import Forest, forest
from generator.core.links import links
from generator.core.readiness import ready, terms_of

Kind = Literal[
    "home",
    "browse",
    "model",
    "plans",
    "plan",
    "terms",
    "term",
    "data",
    "numbers",
    "redirect",
    "calendar",
    "spread",
    "forest",
    "bodies",
    "body",
    "compare",
]

HOME = ""
MODELS = "mo-hinh/"
PLANS = "ke-hoach/"
DATA = "du-lieu/"
NUMBERS = "so-lieu/"
FEED = "ban-tin.xml"
CALENDAR = "lich/"
CALENDAR_FILE = "lich.ics"
ABOUT = "gioi-thieu/"
CONTRIBUTE = "dong-gop/"
MODELS_JSON = DATA + "mo-hinh.json"
MODELS_CSV = DATA + "mo-hinh.csv"
PLANS_JSON = DATA + "ke-hoach.json"
PLANS_CSV = DATA + "ke-hoach.csv"
DATAPACKAGE = DATA + "datapackage.json"
PICTURES = "anh/"
SPREAD = "nhan-rong/"
FOREST = SPREAD + "cay/"
TREES_ON_PAGE = 8
SHEET_XLSX = SPREAD + "phieu.xlsx"
SHEET_DOCX = SPREAD + "phieu.docx"
SEARCH = "tim/"
BODIES = "co-quan/"
BODIES_ON_PAGE = 200
PLANS_ON_PAGE = 50
COMPARE = "so-sanh/"


@dataclass(frozen=True)
class Route:
    """One page of the site."""

    url: str
    """Relative to the site's root, ending in a slash; empty for the home page."""

    kind: Kind
    subject: str = ""
    """The slug of an entry, ``axis/term`` of a list, or the target of a redirect."""

    page: int = 1
    """Which page of a long list, from 1."""

    @property
    def depth(self) -> int:
        """How many folders below the root the page stands."""
        return self.url.count("/")


def model_url(slug: str) -> str:
    """The page of a model."""
    return f"{MODELS}{slug}/"


def plan_url(slug: str) -> str:
    """The page of a plan."""
    return f"{PLANS}{slug}/"


def plan_calendar(slug: str) -> str:
    """The file of a plan's days for calendar programs."""
    return f"{PLANS}{slug}/{CALENDAR_FILE}"


def body_url(slug: str) -> str:
    """The page of a body."""
    return f"{BODIES}{slug}/"


def entry_url(kind: str, slug: str) -> str:
    """The page of an entry of either kind."""
    return model_url(slug) if kind == "model" else plan_url(slug)


def axis_url(axis: Axis) -> str:
    """The page that lists the terms of an axis."""
    return f"{axis.id}/"


def term_url(axis: Axis, term_id: str) -> str:
    """The page that lists the models of a term."""
    return f"{axis.id}/{term_id}/"


def numbered(url: str, page: int) -> str:
    """The address of a further page of a list; the first has none of its own."""
    return url if page == 1 else f"{url}trang/{page}/"


def pages_for(count: int, size: int) -> int:
    """How many pages a list of ``count`` needs; an empty list still has one."""
    return max(1, -(-count // size))


def routes(
    catalogue: Catalogue,
    page_size: int,
    trees: Forest | None = None,
    found: Sequence[ModelItem] | None = None,
) -> tuple[Route, ...]:
    """Every page of the generated site, each address once.

    Its ``trees`` of copies and what it ``found`` ready to be copied are worked out if not given.
    """
    trees = trees or forest(catalogue, links(catalogue))
    found = ready(catalogue, trees) if found is None else found
    return tuple(_routes(catalogue, page_size, trees, found))


def overviews() -> tuple[Route, ...]:
    """The pages made from more than is worth telling, but for that of open data."""
    terms = (Route(axis_url(axis), "terms", axis.id) for axis in AXES)
    return (Route(HOME, "home"), *terms, Route(CALENDAR, "calendar"))


def _routes(
    catalogue: Catalogue, size: int, trees: Forest, found: Sequence[ModelItem]
) -> Iterator[Route]:
    yield Route(HOME, "home")
    yield from _numbered_routes(MODELS, "browse", "", len(catalogue.models), size)
    for slug in catalogue.models:
        yield Route(model_url(slug), "model", slug)
    yield from _numbered_routes(PLANS, "plans", "", len(catalogue.plans), PLANS_ON_PAGE)
    for slug in catalogue.plans:
        yield Route(plan_url(slug), "plan", slug)
    for axis in AXES:
        yield Route(axis_url(axis), "terms", axis.id)
        for term, count in axis.counted(catalogue):
            subject = f"{axis.id}/{term.id}"
            yield from _numbered_routes(term_url(axis, term.id), "term", subject, count, size)
    yield Route(DATA, "data")
    yield Route(CALENDAR, "calendar")
    yield Route(NUMBERS, "numbers")
    yield from _spread_routes(size, trees, found)
    yield Route(COMPARE, "compare")
    yield from _body_routes(catalogue, size)
    yield from _redirects(catalogue)


def _numbered_routes(url: str, kind: Kind, subject: str, count: int, size: int) -> Iterator[Route]:
    for page in range(1, pages_for(count, size) + 1):
        yield Route(numbered(url, page), kind, subject, page)


def tree_url(root: str, trees: Forest) -> str:
    """Where a whole tree of copies is shown; ``root`` is the model it grows from."""
    page = trees.ranks[root] // TREES_ON_PAGE + 1
    return f"{numbered(FOREST, page)}#cay-{root}"


def spread_url(span: str) -> str:
    """The list of what is ready to be copied within a span of time."""
    return f"{SPREAD}thoi-gian/{span}/" if span else SPREAD


def _spread_routes(size: int, trees: Forest, found: Sequence[ModelItem]) -> Iterator[Route]:
    yield from _numbered_routes(SPREAD, "spread", "", len(found), size)
    for span, count in terms_of(found)["thoi_gian"].items():
        yield from _numbered_routes(spread_url(span), "spread", span, count, size)
    yield from _numbered_routes(FOREST, "forest", "", len(trees.roots), TREES_ON_PAGE)


def _body_routes(catalogue: Catalogue, size: int) -> Iterator[Route]:
    dossiers = catalogue.bodies.dossiers
    yield from _numbered_routes(BODIES, "bodies", "", len(dossiers), BODIES_ON_PAGE)
    for slug, dossier in dossiers.items():
        yield from _numbered_routes(body_url(slug), "body", slug, len(dossier.models), size)


def _redirects(catalogue: Catalogue) -> Iterator[Route]:
    for items in (catalogue.models, catalogue.plans):
        for item in items.values():
            for former in item.entry.former_slugs:
                target = entry_url(item.kind, item.slug)
                yield Route(entry_url(item.kind, former), "redirect", target)

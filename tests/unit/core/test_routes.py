"""Every address of the site, once, and the redirects of renamed entries."""

from __future__ import annotations

import re

import pytest

from generator.core.axes import FIELD
from generator.core.routes import (
    Route,
    axis_url,
    entry_url,
    numbered,
    pages_for,
    routes,
    term_url,
)
from tests.unit.core.made import catalogue_of, model, plan

FOUND = catalogue_of(
    *(model(f"m{number}", ten=f"Mô hình {number}") for number in range(5)),
    model("moi", ten_cu="[cu, cu-hon]"),
    plan("ke-hoach", ten_cu="[ke-hoach-cu]"),
)


def test_no_address_is_given_twice() -> None:
    """Each page of the site has an address of its own."""
    urls = [route.url for route in routes(FOUND, 2)]
    assert len(urls) == len(set(urls))


def test_addresses_work_in_any_folder() -> None:
    """Addresses are relative, plain, and end in a slash; the home page's is empty."""
    urls = [route.url for route in routes(FOUND, 2)]
    assert urls[0] == ""
    assert all(re.fullmatch(r"(?:[a-z0-9-]+/)+", url) for url in urls[1:])


def test_every_entry_has_its_page() -> None:
    """Models and plans stand below their own folders, named by their slugs."""
    found = routes(FOUND, 10)
    assert Route("mo-hinh/m0/", "model", "m0") in found
    assert Route("ke-hoach/ke-hoach/", "plan", "ke-hoach") in found
    assert entry_url("plan", "a") == "ke-hoach/a/"
    assert entry_url("model", "a") == "mo-hinh/a/"


def test_every_term_has_its_page_even_without_models() -> None:
    """A list that is empty today exists, so that links to it hold tomorrow."""
    found = routes(FOUND, 10)
    assert Route("linh-vuc/", "terms", "linh-vuc") in found
    assert Route("linh-vuc/kinh-te/", "term", "linh-vuc/kinh-te") in found
    assert (axis_url(FIELD), term_url(FIELD, "a")) == ("linh-vuc/", "linh-vuc/a/")


def test_long_lists_are_parted() -> None:
    """Six models, two a page, are three pages, of which the first has no number."""
    pages = [route for route in routes(FOUND, 2) if route.kind == "browse"]
    assert [(route.url, route.page) for route in pages] == [
        ("mo-hinh/", 1),
        ("mo-hinh/trang/2/", 2),
        ("mo-hinh/trang/3/", 3),
    ]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (24, 1), (25, 2), (48, 2), (49, 3)])
def test_pages_are_counted(count: int, pages: int) -> None:
    """A full page is not followed by an empty one, and an empty list has one page."""
    assert pages_for(count, 24) == pages
    assert numbered("a/", 1) == "a/"


def test_former_addresses_lead_to_the_present_ones() -> None:
    """Each former name redirects to the entry of its kind."""
    found = {route.url: route.subject for route in routes(FOUND, 10) if route.kind == "redirect"}
    assert found == {
        "mo-hinh/cu/": "mo-hinh/moi/",
        "mo-hinh/cu-hon/": "mo-hinh/moi/",
        "ke-hoach/ke-hoach-cu/": "ke-hoach/ke-hoach/",
    }


@pytest.mark.parametrize(("url", "depth"), [("", 0), ("mo-hinh/", 1), ("mo-hinh/trang/2/", 3)])
def test_depth_counts_folders(url: str, depth: int) -> None:
    """How many folders lie between a page and the root decides how its links climb."""
    assert Route(url, "home").depth == depth

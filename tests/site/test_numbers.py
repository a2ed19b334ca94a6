"""The page of numbers of the repository's own content: its counts are those of the lists."""

from __future__ import annotations

import re

from tests.site.site_reading import Site

PAGE = "so-lieu/index.html"
NUMBER = re.compile(r'<a href="\.\./([a-z0-9/-]+/)">([\d.]+)</a>')
LISTED = re.compile(r'<p class="count"><b>([\d.]+)</b>')


def test_every_number_is_the_length_of_its_list(real: Site) -> None:
    """A number that leads to a page of the site is the count that this page tells itself."""
    html = (real.folder / PAGE).read_text("utf-8")
    told = set(NUMBER.findall(html))
    lists = {
        (url, count): LISTED.search((real.folder / url / "index.html").read_text("utf-8"))
        for url, count in told
        if url not in ("dia-ban/", f"nam/{count}/")
    }

    assert len(lists) > 30
    assert [key for key, found in lists.items() if not found or found[1] != key[1]] == []


def test_charts_are_drawings_that_can_be_heard(real: Site) -> None:
    """Each drawing is one image with a name and a description, and a table stands by it."""
    page = real.page("so-lieu/")
    drawings = [each for each in page.all("svg", role="img") if "bars" in each.attributes["class"]]
    named = [each.attributes["aria-labelledby"].split() for each in drawings]

    assert len(drawings) == 6
    assert [ids for ids in named if len(ids) != 2 or not {*ids} <= {*page.ids}] == []
    assert len(page.all("caption")) >= len(drawings) + 3
    assert {each.attributes.get("scope") for each in page.all("th")} == {"row", "col"}


def test_reported_counts_carry_their_sources(real: Site) -> None:
    """Every report of the movement stands there with a link to who published it."""
    page = real.page("so-lieu/")
    reports = page.all("article", **{"class": "told"})
    links = page.all("a", rel="noopener nofollow")

    assert len(reports) >= 20
    assert len(links) >= len(reports)
    assert "2.071" in page.text
    assert "nay thuộc tỉnh Lâm Đồng" in page.text
    assert "không phải toàn bộ phong trào" in page.text

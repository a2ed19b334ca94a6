"""Search engines find every page, in files of a size they accept."""

from datetime import date
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

from generator.export.sitemap import MOST_PAGES, Page, robots, sitemaps

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
BASE = "https://dvk.example/kho/"


def pages(count: int) -> list[Page]:
    """So many pages."""
    return [Page(f"{BASE}{number}/") for number in range(count)]


def locations(data: bytes) -> list[str]:
    """Every address in a sitemap or an index."""
    return [found.text or "" for found in ElementTree.fromstring(data).findall("*/s:loc", NAMES)]


def test_a_small_site_has_one_sitemap() -> None:
    """Addresses keep their order and appear once; a known change is dated."""
    found = sitemaps(BASE, [Page(BASE, date(2026, 3, 5)), *pages(2), Page(f"{BASE}0/")])
    root = ElementTree.fromstring(found["sitemap.xml"])

    assert list(found) == ["sitemap.xml"]
    assert root.tag == f"{{{NAMES['s']}}}urlset"
    assert locations(found["sitemap.xml"]) == [BASE, f"{BASE}0/", f"{BASE}1/"]
    assert [each.text for each in root.findall("*/s:lastmod", NAMES)] == ["2026-03-05"]


def test_the_protocol_s_limit_fits_in_one_file() -> None:
    """Fifty thousand pages need no index."""
    assert list(sitemaps(BASE, pages(MOST_PAGES))) == ["sitemap.xml"]


def test_a_large_site_has_an_index_of_sitemaps() -> None:
    """One page more than fits gives two files, and an index that leads to both."""
    found = sitemaps(BASE, pages(MOST_PAGES + 1))
    parts = [found["sitemap-1.xml"], found["sitemap-2.xml"]]

    assert ElementTree.fromstring(found["sitemap.xml"]).tag == f"{{{NAMES['s']}}}sitemapindex"
    assert locations(found["sitemap.xml"]) == [f"{BASE}sitemap-1.xml", f"{BASE}sitemap-2.xml"]
    assert [len(locations(part)) for part in parts] == [MOST_PAGES, 1]


def test_the_index_dates_each_sitemap_by_its_newest_page() -> None:
    """A robot need not fetch a part in which nothing changed."""
    dated = [Page("https://a/1", date(2026, 1, 1)), Page("https://a/2", date(2026, 2, 2))]
    root = ElementTree.fromstring(
        sitemaps(BASE, [*dated, Page("https://a/3")], most=2)["sitemap.xml"]
    )

    assert [each.text for each in root.findall("*/s:lastmod", NAMES)] == ["2026-02-02"]


def test_addresses_are_escaped() -> None:
    """An ampersand or a bracket in an address does not break the file."""
    url = f"{BASE}?a=1&b=<2>'\""

    assert locations(sitemaps(BASE, [Page(url)])["sitemap.xml"]) == [url]


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    """A robot that keeps the rules may fetch any page."""
    rules = RobotFileParser()
    rules.parse(robots(f"{BASE}sitemap.xml").decode().splitlines())

    assert rules.can_fetch("any", f"{BASE}mo-hinh/")
    assert rules.site_maps() == [f"{BASE}sitemap.xml"]


def test_robots_keep_out_of_closed_paths() -> None:
    """A closed path is refused, every other is not."""
    rules = RobotFileParser()
    rules.parse(robots("https://a/s.xml", ["/kho/trong/"]).decode().splitlines())

    assert not rules.can_fetch("any", "https://a/kho/trong/1")
    assert rules.can_fetch("any", "https://a/mo-hinh/")


def test_a_line_end_in_a_path_opens_no_rule_of_its_own() -> None:
    """Every value stays on the line it was given."""
    written = robots("https://a/s.xml\nDisallow: /", ["/x\nAllow: /"]).decode()

    assert [line.partition(":")[0] for line in written.split("\n") if line] == [
        "User-agent",
        "Disallow",
        "Sitemap",
    ]

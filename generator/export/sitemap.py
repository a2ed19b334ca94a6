"""The list of pages for search engines (sitemaps.org), and where robots find it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.export.safe_text import attribute

MOST_PAGES = 50_000
"""A sitemap may list no more (sitemaps.org protocol 0.9)."""

SITEMAP = "sitemap.xml"
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n<{name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


@dataclass(frozen=True)
class Page:
    """A page that search engines may list."""

    url: str
    """The full address."""

    changed: date | None = None
    """When its content last changed, where that is known."""


def sitemaps(base_url: str, pages: Iterable[Page], most: int = MOST_PAGES) -> Mapping[str, bytes]:
    """File name → content: one sitemap, or an index and as many as the pages need.

    The files belong beside the home page, whose address is ``base_url``. Pages keep their order;
    an address given twice is listed once.
    """
    unique = list({page.url: page for page in pages}.values())
    if len(unique) <= most:
        return {SITEMAP: _document("urlset", "url", unique)}
    found: dict[str, bytes] = {}
    parts = []
    for number, start in enumerate(range(0, len(unique), most), start=1):
        part = unique[start : start + most]
        name = f"sitemap-{number}.xml"
        found[name] = _document("urlset", "url", part)
        changes = [page.changed for page in part if page.changed]
        parts.append(Page(base_url.rstrip("/") + "/" + name, max(changes, default=None)))
    return {SITEMAP: _document("sitemapindex", "sitemap", parts), **found}


def robots(sitemap_url: str, closed: Sequence[str] = ()) -> bytes:
    """``robots.txt``: everything may be read except the ``closed`` paths."""
    rules = [f"Disallow: {_one_line(path)}" for path in closed] or ["Allow: /"]
    lines = ["User-agent: *", *rules, "", f"Sitemap: {_one_line(sitemap_url)}"]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def _document(name: str, item: str, pages: Iterable[Page]) -> bytes:
    rows = "".join(
        f"<{item}><loc>{attribute(page.url)}</loc>{_lastmod(page.changed)}</{item}>\n"
        for page in pages
    )
    return f"{_OPENING.format(name=name)}{rows}</{name}>\n".encode("utf-8", "replace")


def _lastmod(changed: date | None) -> str:
    return f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""


def _one_line(text: str) -> str:
    return "".join(text.split())

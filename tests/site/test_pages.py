"""The pages built from the repository's own content: each of them, and each address in them."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.site.provinces import ROOT, URL
from tests.site.site_reading import (
    Document,
    Site,
    broken_links,
    parse,
    runs,
    unhashed_scripts,
    unsafe_parts,
)

MODELS, PLANS, FEED_LENGTH = 94, 5, 50
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ENGLISH = re.compile(
    r"Skip to content|\bSearch\b|Table of contents|Back to top|Made with|Powered by|\bNext\b"
    r"|\bPrevious\b|\bHome\b|\bMenu\b|\bClose\b|\bFooter\b|\bHeader\b|Navigation|\bToggle\b"
    r"|Dark mode|Light mode|Switch to|Edit this|Copy to|Last update|Page not found|\bNot found\b"
    r"|\bLoading\b|\bPrint\b|\bLanguage\b|Copyright"
)
LEFTOVERS = re.compile(
    r"@@|\{\{|\{%|Markup\(|\bundefined\b|\bNone\b|\bNaN\b|<built-in|object at 0x"
)


def entries(folder: str) -> dict[str, dict[str, Any]]:
    """The front matter of the repository's entries, by slug, read by an ordinary YAML reader."""
    found = {}
    for file in sorted((ROOT / "content" / folder).rglob("*.*")):
        text = file.read_text("utf-8")
        head = text.split("---\n")[1] if file.suffix == ".md" else text
        found[file.stem] = yaml.safe_load(head)
    return found


def entry_pages(site: Site, folder: str) -> dict[str, Document]:
    """The pages of one kind of entry, by slug."""
    address = re.compile(rf"{folder}/(?!trang/)([^/]+)/index\.html")
    return {
        match[1]: page for path, page in site.articles.items() if (match := address.fullmatch(path))
    }


def test_every_entry_has_its_page(real: Site) -> None:
    """The site has a page for each model and plan in the content, at least 94 and 5."""
    models, plans = entry_pages(real, "mo-hinh"), entry_pages(real, "ke-hoach")

    assert models.keys() == entries("models").keys()
    assert plans.keys() == entries("plans").keys()
    assert (len(models) >= MODELS, len(plans) >= PLANS) == (True, True)


def test_every_address_leads_somewhere(real: Site) -> None:
    """Every link, asset, icon, font and place on a page that the site names of its own is there."""
    named = [address for page in real.pages.values() for _, address in page.addresses()]

    assert len(named) > 40 * len(real.pages)
    assert broken_links(real) == []


@pytest.mark.parametrize(
    "wrong",
    [
        '<a href="khong-co/">x</a>',
        '<a href="#khong-co">x</a>',
        '<a href="gioi-thieu/#khong-co">x</a>',
        '<img src="a.png" srcset="assets/favicon.svg 1x, a.png 2x" alt="">',
        '<img src="assets/favicon.svg" srcset="b.png 2x" alt="">',
        '<svg><use href="assets/icons.svg#khong-co"></use></svg>',
        '<link rel="alternate" href="tin.xml">',
        '<script src="/ngoai/x.js"></script>',
        '<a href="gioi-thieu">x</a>',
        '<p aria-labelledby="khong-co"></p>',
    ],
)
def test_a_broken_address_would_be_found(wrong: str, real: Site, tmp_path: Path) -> None:
    """The reader of these tests tells of an address that leads nowhere."""
    files = {"gioi-thieu/index.html": b"<p id=a></p>"}
    for name in ("assets/favicon.svg", "assets/icons.svg"):
        files[name] = (real.folder / name).read_bytes()
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "index.html").write_text(f"<a href=gioi-thieu/#a>x</a>{wrong}", "utf-8")

    assert len(broken_links(Site(tmp_path, URL))) >= 1
    (tmp_path / "index.html").write_text("<a href=gioi-thieu/#a>x</a>", "utf-8")
    assert broken_links(Site(tmp_path, URL)) == []


def test_pages_stand_in_any_folder(real: Site) -> None:
    """No page but that of missing addresses names the site's root, so the folder can be moved."""
    rooted = {
        path
        for path, page in real.pages.items()
        if any(address.startswith("/") for _, address in page.addresses())
    }
    assert rooted == {"404.html"}


def test_the_page_of_missing_addresses_works_at_any_depth(real: Site) -> None:
    """It may be shown at any address, so each address in it is counted from the root."""
    page = real.pages["404.html"]
    own = [address for _, address in page.addresses() if "://" not in address]

    assert len(own) > 10
    assert [a for a in own if not a.startswith(("/", "#"))] == []
    assert page.meta("robots") == "noindex"


def test_every_model_shows_its_sources(real: Site) -> None:
    """Each source of a model stands on its page with its title, its publisher and its link."""
    missing = []
    for slug, page in entry_pages(real, "mo-hinh").items():
        links = {each.attributes.get("href") for each in page.all("a")}
        cited = page.inside["cite"]
        for source in entries_once()[slug]["nguon"]:
            if plain(source["tieu_de"]) not in cited or source["co_quan"] not in page.text:
                missing.append((slug, source["tieu_de"]))
            if "url" in source and source["url"] not in links:
                missing.append((slug, source["url"]))
    assert missing == []


_ENTRIES: dict[str, dict[str, Any]] = {}


def entries_once() -> dict[str, dict[str, Any]]:
    """The models of the repository, read once."""
    return _ENTRIES or _ENTRIES.update(entries("models")) or _ENTRIES


def plain(text: str) -> str:
    """A text with its spaces as HTML shows them."""
    return " ".join(text.split())


def test_every_page_is_whole(real: Site) -> None:
    """Each element of each page is closed, and no id stands twice on one page."""
    wrong = {path: page.unclosed for path, page in real.pages.items() if page.unclosed}
    twice = {
        path: id_
        for path, page in real.pages.items()
        for id_, count in Counter(page.ids).items()
        if count > 1
    }
    assert (wrong, twice) == ({}, {})
    assert parse("<div><p>x</div><b>").unclosed == ["<b> never closed"]


def test_every_page_says_what_it_is(real: Site) -> None:
    """Each page has one heading, a title of its own, a description, and says it is Vietnamese."""
    titles = Counter(page.inside["title"][0] for page in real.pages.values())

    assert [title for title, count in titles.items() if count > 1 or not title] == []
    for path, page in real.pages.items():
        assert len(page.inside["h1"]) == 1, path
        assert page.heading, path
        assert page.all("html", lang="vi"), path
    assert [
        path for path, page in real.articles.items() if len(page.meta("description")) < 20
    ] == []


def test_every_page_names_its_own_address(real: Site) -> None:
    """The canonical address of a page, and the one it tells to those who share it, are its own."""
    for path, page in real.articles.items():
        assert page.link("canonical") == real.address(path)
        shared = page.all("meta", property="og:url")
        assert [each.attributes["content"] for each in shared] in ([], [real.address(path)])


def test_scripts_run_only_as_announced(real: Site) -> None:
    """Each page has a strict policy that lets its own inline scripts run and no others."""
    for path, page in real.pages.items():
        policy = page.meta("Content-Security-Policy")
        assert policy.startswith("default-src 'none'; script-src 'self' "), path
        assert "unsafe-inline" not in policy, path
        inline = [text for given, text in page.scripts if "src" not in given and runs(given)]
        assert inline, path
        assert policy.count("'sha256-") == len(set(inline)), path
        assert unhashed_scripts(page) == [], path


def test_pages_hold_nothing_a_strict_policy_forbids(real: Site) -> None:
    """No inline style, event attribute or frame, and nothing asked of another host."""
    assert [fault for page in real.pages.values() for fault in unsafe_parts(page)] == []


@pytest.mark.parametrize(
    "wrong",
    [
        '<p style="color:red">',
        "<style>p{}</style>",
        '<p onclick="x()">',
        '<script src="https://cdn.example/x.js"></script>',
        '<img src="//cdn.example/x.png">',
        '<link rel="stylesheet" href="http://fonts.example/a.css">',
        '<iframe src="x.html"></iframe>',
        '<a href="javascript:x()">',
    ],
)
def test_an_unsafe_part_would_be_found(wrong: str) -> None:
    """The reader of these tests tells of what a strict policy forbids."""
    assert len(unsafe_parts(parse(wrong))) == 1
    assert unhashed_scripts(parse("<script>x</script>")) == ["x"]


def test_the_sitemap_lists_every_page_and_nothing_else(real: Site) -> None:
    """The addresses in the sitemap are the canonical addresses of the pages."""
    root = ElementTree.parse(real.folder / "sitemap.xml").getroot()
    listed = [each.text for each in root.iter(f"{SITEMAP}loc")]

    assert sorted(map(str, listed)) == sorted(p.link("canonical") for p in real.articles.values())
    assert f"Sitemap: {URL}sitemap.xml" in (real.folder / "robots.txt").read_text("utf-8")


def test_the_feed_holds_the_newest_models(real: Site) -> None:
    """The Atom feed parses and holds at most fifty models, each with its page and its date."""
    root = ElementTree.parse(real.folder / "ban-tin.xml").getroot()
    items = root.findall(f"{ATOM}entry")
    links = [each.find(f"{ATOM}link").attrib["href"] for each in items]  # type: ignore[union-attr]
    dates = [each.findtext(f"{ATOM}updated", "") for each in items]

    assert 40 <= len(items) <= FEED_LENGTH
    assert {real.target("ban-tin.xml", link)[0].is_file() for link in links} == {True}  # type: ignore[index]
    assert len(set(links)) == len(links)
    assert [date for date in dates if date < "2000"] == []
    assert dates == sorted(dates, reverse=True)


@pytest.mark.parametrize(("name", "count"), [("mo-hinh", MODELS), ("ke-hoach", PLANS)])
def test_open_data_holds_every_entry(real: Site, name: str, count: int) -> None:
    """JSON, CSV and their description parse, agree, and hold every entry with its address."""
    folder = real.folder / "du-lieu"
    items = json.loads((folder / f"{name}.json").read_text("utf-8"))["items"]
    text = (folder / f"{name}.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    described = {resource["path"]: resource for resource in package["resources"]}
    columns = [each["name"] for each in described[f"{name}.csv"]["schema"]["fields"]]

    assert len(items) == len(rows) == len(entry_pages(real, name)) >= count
    assert [item["slug"] for item in items] == [row["slug"] for row in rows]
    assert {row["url"] for row in rows} == {
        page.link("canonical") for page in entry_pages(real, name).values()
    }
    assert list(rows[0]) == columns
    assert f"{name}.json" in described
    for path, resource in described.items():
        assert (
            resource.get("bytes", (folder / path).stat().st_size) == (folder / path).stat().st_size
        )


@pytest.mark.parametrize("kind", ["mo-hinh", "ke-hoach"])
def test_machines_are_told_what_an_entry_is(real: Site, kind: str) -> None:
    """Each entry's page has JSON-LD that parses and names the entry, its page and its sources."""
    for slug, page in entry_pages(real, kind).items():
        (text,) = [t for given, t in page.scripts if given.get("type") == "application/ld+json"]
        graph = json.loads(text)["@graph"]
        canonical = page.link("canonical")
        entry = next(each for each in graph if each["@id"].startswith(f"{canonical}#"))

        assert entry["name"] == page.heading, slug
        assert entry["citation"], slug
        assert any(each.get("url") == canonical for each in graph), slug


def test_a_former_province_is_found_under_the_new_one(real: Site) -> None:
    """A model from Bình Thuận stands in the list of Lâm Đồng, under both names."""
    slugs = [
        slug for slug, entry in entries_once().items() if entry["dia_ban"]["tinh"] == "Bình Thuận"
    ]
    listed = {}
    for path, page in real.articles.items():
        if path.startswith("dia-ban/lam-dong/"):
            listed.update(rows(page, (real.folder / path).read_text("utf-8")))

    assert slugs
    for slug in slugs:
        assert "Bình Thuận (nay là Lâm Đồng)" in listed[slug]
        page = real.page(f"mo-hinh/{slug}/")
        assert "Bình Thuận" in page.text
        assert "nay thuộc tỉnh Lâm Đồng" in page.text


def rows(page: Document, html: str) -> dict[str, str]:
    """The text of each model listed on a page, by slug."""
    parts = html.split("<article ")[1:]
    return {
        part.split('data-entry="')[1].split('"')[0]: parse("<article " + part).text
        for part in parts
        if 'data-entry="' in part
    }


def test_every_page_is_composed_vietnamese(real: Site) -> None:
    """Every text of the site is in NFC, without a mark that stands alone or a control character."""
    texts = [f for f in real.folder.rglob("*") if f.suffix in (".html", ".xml", ".json", ".csv")]
    wrong = [
        f.name
        for f in texts
        if not unicodedata.is_normalized("NFC", text := f.read_text("utf-8"))
        or re.search(
            r"[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff\ufffd]",
            text.removeprefix("\ufeff").replace("\r\n", ""),
        )
    ]
    assert len(texts) > MODELS
    assert wrong == []


def test_the_theme_speaks_vietnamese(real: Site) -> None:
    """No English word of the theme, and nothing a template left behind, reaches a reader."""
    leaks = [
        (path, match[0])
        for path, page in real.pages.items()
        for pattern in (ENGLISH, LEFTOVERS)
        if (match := pattern.search(page.spoken))
    ]
    assert leaks == []
    assert ENGLISH.search(parse('<button aria-label="Back to top">').spoken)
    assert LEFTOVERS.search(parse("<p>@@dvk:content@@").spoken)


def test_fonts_and_licence_stand_on_the_site(real: Site) -> None:
    """Both weights of the font are there with their licence, and a page loads both early."""
    names = {file.name for file in (real.folder / "assets/fonts").iterdir()}
    preloaded = [each.attributes["href"] for each in real.page("").all("link", rel="preload")]

    assert names == {"be-vietnam-pro-400.woff2", "be-vietnam-pro-700.woff2", "OFL.txt"}
    assert preloaded == [f"assets/fonts/be-vietnam-pro-{weight}.woff2" for weight in (400, 700)]

"""Reads a built site as readers' programs do: every page parsed, every address followed on disk.

Knows nothing of the generator, so that it cannot share a mistake with it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "cite", "xlink:href")
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget")
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"))
VOID |= {"source", "track", "wbr"}
OPTIONAL_END = frozenset(("li", "dt", "dd", "p", "tr", "td", "th", "thead", "tbody", "option"))
UNSEEN = frozenset({"script", "style", "template"})
SPOKEN = ("alt", "title", "aria-label", "placeholder")
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
SVG_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True)
class Element:
    """An opening tag."""

    tag: str
    attributes: Mapping[str, str]
    line: int


@dataclass
class Document:
    """One HTML file, taken apart."""

    path: str
    elements: list[Element] = field(default_factory=list)
    inside: dict[str, list[str]] = field(default_factory=dict)
    """Tag → the text within each such element."""

    scripts: list[tuple[Mapping[str, str], str]] = field(default_factory=list)
    text: str = ""
    """Everything a reader sees, in one line."""

    unclosed: list[str] = field(default_factory=list)

    def all(self, tag: str, **wanted: str) -> list[Element]:
        """The elements of a tag that carry the wanted attributes."""
        return [
            each
            for each in self.elements
            if each.tag == tag and all(each.attributes.get(k) == v for k, v in wanted.items())
        ]

    def meta(self, name: str) -> str:
        """The content of a named ``<meta>``, empty without one."""
        found = self.all("meta", name=name) or self.all("meta", **{"http-equiv": name})
        return found[0].attributes.get("content", "") if found else ""

    def link(self, rel: str) -> str:
        """The address of the first ``<link>`` of a relation."""
        found = self.all("link", rel=rel)
        return found[0].attributes.get("href", "") if found else ""

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in the order they stand."""
        return [each.attributes["id"] for each in self.elements if "id" in each.attributes]

    @property
    def is_redirect(self) -> bool:
        """Whether the page only leads to another."""
        return bool(self.all("meta", **{"http-equiv": "refresh"}))

    @property
    def heading(self) -> str:
        """The text of the first ``<h1>``."""
        return next(iter(self.inside.get("h1", ())), "")

    @property
    def spoken(self) -> str:
        """What is seen, and what is told to those who do not see."""
        told = [e.attributes[k] for e in self.elements for k in SPOKEN if k in e.attributes]
        return " · ".join([self.text, *self.inside.get("title", ()), *told])

    def addresses(self) -> Iterator[tuple[Element, str]]:
        """Every address the page names for a browser, with the element that names it."""
        for each in self.elements:
            for name in ADDRESSES:
                if name in each.attributes and not (each.tag == "object" and name != "data"):
                    yield each, each.attributes[name]
            for part in filter(None, each.attributes.get("srcset", "").split(",")):
                yield each, part.split()[0]
            if each.attributes.get("http-equiv") == "refresh":
                yield each, each.attributes["content"].partition("url=")[2]


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.document = Document(path)
        self._open: list[tuple[str, list[str]]] = []
        self._seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.document.elements.append(Element(tag, given, self.getpos()[0]))
        if tag == "br":
            self.handle_data(" ")
        if tag not in VOID:
            self._open.append((tag, []))
            if tag == "script":
                self.document.scripts.append((given, ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.document.elements.append(Element(tag, given, self.getpos()[0]))

    def handle_data(self, data: str) -> None:
        for _, texts in self._open:
            texts.append(data)
        if self._open and self._open[-1][0] == "script":
            attributes, text = self.document.scripts[-1]
            self.document.scripts[-1] = attributes, text + data
        inside = {tag for tag, _ in self._open}
        if not inside & (UNSEEN | {"title"}):
            self._seen.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, texts = self._open.pop()
            self.document.inside.setdefault(name, []).append(" ".join("".join(texts).split()))
            if name == tag:
                return
            if name not in OPTIONAL_END:
                self.document.unclosed.append(f"<{name}> closed by </{tag}>, {self.getpos()}")

    def finish(self) -> Document:
        self.close()
        self.document.unclosed += [f"<{name}> never closed" for name, _ in self._open]
        self.document.text = " ".join(" ".join(self._seen).split())
        return self.document


def parse(html: str, path: str = "index.html") -> Document:
    """The parts of one page."""
    reader = _Reader(path)
    reader.feed(html)
    return reader.finish()


@dataclass(frozen=True)
class Site:
    """A built site on the disk, published at ``url``."""

    folder: Path
    url: str

    @property
    def base(self) -> str:
        """The path under which the site stands on its server."""
        return urlsplit(self.url).path

    @cached_property
    def pages(self) -> dict[str, Document]:
        """Every HTML file by its path."""
        return {path: _parsed(self.folder / path, path) for path in sorted(self._html())}

    @cached_property
    def articles(self) -> dict[str, Document]:
        """The pages that readers and search engines are meant to find."""
        aside = {"404.html"} | {path for path, page in self.pages.items() if page.is_redirect}
        return {path: page for path, page in self.pages.items() if path not in aside}

    def _html(self) -> Iterator[str]:
        for file in self.folder.rglob("*.html"):
            yield file.relative_to(self.folder).as_posix()

    def page(self, address: str) -> Document:
        """The page at an address told from the root: ``mo-hinh/``."""
        return self.pages[f"{address}index.html"]

    def address(self, path: str) -> str:
        """The full address of a file."""
        return self.url + path.removesuffix("index.html")

    def target(self, path: str, address: str) -> tuple[Path, str] | None:
        """The file, and the place in it, an address on a page leads to; ``None`` if outside."""
        full = urlsplit(urljoin(self.address(path), address))
        here = urlsplit(self.url)
        if full.scheme != here.scheme or full.netloc != here.netloc:
            return None
        inside = unquote(full.path)
        if not inside.startswith(self.base):
            return self.folder / "outside-the-base" / inside.lstrip("/"), full.fragment
        file = self.folder / inside[len(self.base) :]
        if inside.endswith("/"):
            file /= "index.html"
        return file, full.fragment

    def has(self, file: Path, fragment: str) -> bool:
        """Whether the file stands there, and holds the place."""
        if not file.is_file():
            return False
        return not fragment or fragment in _ids(file, file.stat().st_mtime_ns)


def broken_links(site: Site) -> list[str]:
    """Every address of the site's own, in pages and style sheets, that leads nowhere."""
    broken = []
    for path, page in site.pages.items():
        for element, address in page.addresses():
            found = site.target(path, address)
            if found and not site.has(*found):
                broken.append(f"{path}:{element.line}: <{element.tag}> {address}")
        broken += [
            f"{path}:{element.line}: {name}={id_}"
            for element in page.elements
            for name in REFERENCES
            for id_ in element.attributes.get(name, "").split()
            if id_ not in page.ids
        ]
    for sheet in site.folder.rglob("*.css"):
        for address in CSS_URL.findall(sheet.read_text("utf-8")):
            found = site.target(sheet.relative_to(site.folder).as_posix(), address)
            if address.startswith("data:") or (found and site.has(*found)):
                continue
            broken.append(f"{sheet.name}: {address}")
    return broken


def unsafe_parts(page: Document) -> list[str]:
    """What a strict content policy forbids or would have to allow by name."""
    found = []
    for each in page.elements:
        at = f"{page.path}:{each.line}: <{each.tag}>"
        found += [f"{at} {name}" for name in each.attributes if name.startswith("on")]
        if "style" in each.attributes or each.tag == "style":
            found.append(f"{at} style")
        if each.tag in ("base", "iframe", "object", "embed"):
            found.append(at)
        if each.tag in ("script", "img", "link", "source", "use", "video", "audio"):
            for name in ("src", "href", "srcset"):
                address = each.attributes.get(name, "")
                canonical = each.attributes.get("rel") == "canonical"
                if not canonical and (urlsplit(address).netloc or address.startswith("data:")):
                    found.append(f"{at} asks another host: {address}")
        if (
            each.attributes.get("href", "")
            .lower()
            .startswith(("javascript:", "data:", "vbscript:"))
        ):
            found.append(f"{at} {each.attributes['href']}")
    return found


def unhashed_scripts(page: Document) -> list[str]:
    """The inline scripts that the page's own policy would stop."""
    policy = page.meta("Content-Security-Policy")
    sources = next((p for p in policy.split("; ") if p.startswith("script-src ")), "").split()
    inline = [text for given, text in page.scripts if "src" not in given and runs(given)]
    return [text for text in inline if f"'sha256-{_digest(text)}'" not in sources]


def runs(script: Mapping[str, str]) -> bool:
    """Whether a browser would run a script with these attributes."""
    return script.get("type", "") in ("", "module", "text/javascript")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _parsed(file: Path, path: str) -> Document:
    return parse(file.read_text("utf-8"), path)


@cache
def _ids(file: Path, _changed: int) -> frozenset[str]:
    text = file.read_text("utf-8")
    return frozenset(SVG_ID.findall(text) if file.suffix == ".svg" else parse(text).ids)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and what it holds."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }

"""Markdown becomes HTML that is safe to publish.

Bodies come from anybody who may propose a change, so nothing in them is trusted. Raw HTML is not
a feature here: it is shown as the text it is, so that an editor sees it and takes it out. What
Markdown makes is cleaned once more by an HTML parser with a short list of what may stay; and of
addresses only those that the caller gave survive. Markdown's `attr_list` and the like stay off.

Must not know what a link may lead to: the caller says so.
"""

import html
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeAlias
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from generator.core.references import decoded
from generator.pages.prose_bounds import Bounds

Address: TypeAlias = Callable[[str, bool], str | None]
"""Target as written, whether it is an image → the address to publish, or None."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_PLAIN_TAGS = "p br hr ul li blockquote pre code em strong table thead tbody tr h2 h3 h4 h5 h6"
_ALLOWED: Mapping[str, set[str]] = {
    **{tag: set() for tag in _PLAIN_TAGS.split()},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title", "loading", "decoding"},
}
_SCHEMES = {"http", "https", "mailto"}
_RAW_HTML = ("html", "automail")

# Control characters (also forbidden in feeds) and halves of surrogate pairs.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_LEAVES_THE_SITE = re.compile("https?:", re.IGNORECASE)


def safe_html(body: str, address: Address) -> str:
    """Return the HTML of a Markdown body, well formed, with its top headings at level 2.

    Headings stand only at the top level, without attributes; tags are as nh3 writes them.
    A body too deeply nested to be read becomes plain paragraphs.
    """
    body = _UNPRINTABLE.sub("", body)
    markdown, finish = _renderer()
    finish.begin(address)
    try:
        rough = markdown.reset().convert(body)
    except RecursionError:
        _renderer.cache_clear()  # its parser was left in the midst of a list
        rough = _plain_paragraphs(body)
    return _UNPRINTABLE.sub("", cleaned(rough, finish.given))


@cache
def _renderer() -> tuple[Markdown, "_Finish"]:
    """The one renderer of this process; making it costs as much as rendering a page."""
    tables = TableExtension(use_align_attribute=True)
    markdown = Markdown(extensions=[tables, SaneListExtension(), Bounds()], output_format="html")
    markdown.preprocessors.deregister("html_block")
    for name in _RAW_HTML:
        markdown.inlinePatterns.deregister(name)
    finish = _Finish(markdown)
    # After Markdown's own steps, when attributes hold what the editor wrote.
    markdown.treeprocessors.register(finish, "finish", -10)
    return markdown, finish


class _Finish(Treeprocessor):
    """Gives links their addresses and headings their level."""

    def begin(self, address: Address) -> None:
        """Get ready for a body."""
        self._address = address
        self.given: set[str] = set()

    def run(self, root: Element) -> None:
        top = set(root)
        for element in list(root.iter()):
            if element.tag == "a":
                self._finish_link(element)
            elif element.tag == "img":
                self._finish_image(element)
            elif element.tag in HEADINGS:
                _finish_heading(element, element in top)

    def _finish_link(self, element: Element) -> None:
        url = self._url(element.get("href", ""), image=False)
        has_content = "".join(element.itertext()).strip() or element.find(".//img") is not None
        if url is None or not has_content:
            _unwrap(element)
            return
        # Markdown leaves what looks like an entity as it is; a plain & must not become one.
        element.set("href", url.replace("&", "&amp;"))
        if _LEAVES_THE_SITE.match(url):
            element.set("rel", "noopener nofollow ugc")

    def _finish_image(self, element: Element) -> None:
        url = self._url(element.get("src", ""), image=True)
        if url is None:
            element.text = element.get("alt")
            _unwrap(element)
            return
        element.set("src", url.replace("&", "&amp;"))
        element.set("loading", "lazy")
        element.set("decoding", "async")

    def _url(self, target: str, image: bool) -> str | None:
        url = _publishable(self._address(decoded(target), image))
        if url is not None:
            self.given.add(url)
        return url


def _publishable(url: str | None) -> str | None:
    """The address if a browser cannot read it as anything but a page, a file or a mailbox.

    The caller has decided already; this holds even if it just hands back what it was given.
    """
    if url is None or re.search(r"[\x00-\x1f]", url) or _UNPRINTABLE.search(url):
        return None
    url = url.strip().replace(" ", "%20")
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() not in _SCHEMES:
        return None
    return None if re.match(r"[/\\]{2}", url) else url


def _finish_heading(element: Element, at_top: bool) -> None:
    """Make the page's own title the only h1; in a quote or a list, a heading is just strong."""
    if at_top:
        element.tag = "h2" if element.tag == "h1" else element.tag
        return
    strong = Element("strong")
    strong.text, element.text = element.text, None
    strong.extend(element)
    element[:] = [strong]
    element.tag = "p"


def _unwrap(element: Element) -> None:
    """Leave only what is inside; a span is not among the tags that may stay."""
    element.tag = "span"
    element.attrib.clear()


def cleaned(rough: str, given: set[str]) -> str:
    """Return HTML with nothing but the tags and attributes that prose needs.

    The second barrier, which trusts the first in nothing: an address that is not in `given` goes.
    """

    def keep(tag: str, attribute: str, value: str) -> str | None:
        if attribute in ("href", "src"):
            return value if value in given else None
        if attribute == "align":
            return value if value in ("left", "center", "right") else None
        return value

    return nh3.clean(
        rough,
        tags=set(_ALLOWED),
        attributes=dict(_ALLOWED),
        attribute_filter=keep,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _plain_paragraphs(body: str) -> str:
    parts = re.split(r"\n\s*\n", body.strip())
    return "\n".join(f"<p>{html.escape(part)}</p>" for part in parts)

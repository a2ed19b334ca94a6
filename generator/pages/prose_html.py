"""What a body may say in HTML, and the barrier that nothing else passes.

Bodies come from anybody who may propose a change, so nothing in them is trusted. The writer of a
body escapes every text and writes every tag itself; this module holds the result against a short
list of what may stay, whatever the writer did. Of addresses only those survive that the caller
gave and that a browser cannot read as anything but a page, a file or a mailbox.

Must not know Markdown, nor what a link may lead to.
"""

import re
from collections.abc import Callable, Mapping, Set
from typing import TypeAlias

import nh3

from generator.core.commonmark import printable

Address: TypeAlias = Callable[[str, bool], str | None]
"""Target as written, whether it is an image → the address to publish, or None."""

_PLAIN_TAGS = "p br hr ul li blockquote pre code em strong table thead tbody tr h2 h3 h4 h5 h6"
_ALLOWED: Mapping[str, set[str]] = {
    **{tag: set() for tag in _PLAIN_TAGS.split()},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title", "loading", "decoding"},
}
_SCHEMES = {"http", "https", "mailto"}

# The tags as the writer writes them. No value holds a quote or a bracket, so a browser reads them
# just so too; whatever else begins with a bracket is foreign.
_FOREIGN = re.compile(
    rf"<(?!/?(?:{_PLAIN_TAGS.replace(' ', '|')}|ol|th|td)>"
    r'|h[2-6] id="[a-z0-9-]+">|ol start="\d+">|t[hd] align="(?:left|center|right)">'
    r'|a href="[^"<>]*"(?: title="[^"<>]*")?(?: rel="noopener nofollow ugc")?>|/a>'
    r'|img alt="[^"<>]*" src="[^"<>]*"(?: title="[^"<>]*")? loading="lazy" decoding="async">)'
)
_ADDRESS = re.compile(r'<(?:a href|img alt="[^"]*" src)="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")
_VALUES = {
    "align": re.compile("left|center|right"),
    "id": re.compile("[a-z0-9-]+"),
}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_BREAKS = re.compile(r"[\t\n\r]")
_OTHER_SITE = re.compile(r"[/\\]{2}")
_LEAVES_THE_SITE = re.compile("https?:", re.IGNORECASE)


def escaped(text: str) -> str:
    """Return a text as it stands between tags, as the barrier's parser would write it."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\u00a0", "&nbsp;")


def must_escape(text: str) -> bool:
    """Whether `escaped` changes a text, or any text that is read out of it as Markdown.

    Entities begin with a sign that is escaped themselves, so that none comes in unseen.
    """
    return any(sign in text for sign in "&<>\u00a0")


def link_tag(url: str, title: str) -> str:
    """Return the tag that opens a link; one that leaves the site tells crawlers so."""
    named = f' title="{_quoted(title)}"' if title else ""
    away = ' rel="noopener nofollow ugc"' if _LEAVES_THE_SITE.match(url) else ""
    return f'<a href="{_quoted(url)}"{named}{away}>'


def image_tag(url: str, description: str, title: str) -> str:
    """Return an image that is fetched only when a reader comes near it."""
    named = f' title="{_quoted(title)}"' if title else ""
    shown = f'<img alt="{_quoted(description)}" src="{_quoted(url)}"{named}'
    return f'{shown} loading="lazy" decoding="async">'


def _quoted(value: str) -> str:
    return escaped(value).replace('"', "&quot;")


def publishable(url: str | None) -> str | None:
    """Return the address if a browser reads it as a page, a file or a mailbox, else None.

    The caller has decided already; this holds even if it just hands back what it was given.
    """
    if url is None or _BREAKS.search(url) or printable(url) != url:
        return None
    url = url.strip().replace(" ", "%20")
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() not in _SCHEMES:
        return None
    return None if _OTHER_SITE.match(url) else url


def shows_something(written: str) -> bool:
    """Whether a piece of what the writer wrote is more than blank space."""
    return "<img " in written or bool(_TAG.sub("", written).replace("&nbsp;", " ").strip())


def is_safe(written: str, given: Set[str]) -> bool:
    """Whether HTML may stay as it is: every tag as the writer writes it, every address `given`.

    Finds out at a tenth of the cost of `cleaned`, for which all else is.
    """
    if _FOREIGN.search(written):
        return False
    addresses = set(_ADDRESS.findall(written))
    return not addresses or addresses <= {_quoted(url) for url in given}


def cleaned(rough: str, given: Set[str]) -> str:
    """Return HTML with nothing but the tags and attributes that prose needs.

    Trusts the writer in nothing: an address that is not in `given` goes.
    """

    def keep(tag: str, attribute: str, value: str) -> str | None:
        if attribute in ("href", "src"):
            return value if value in given else None
        known = _VALUES.get(attribute)
        return value if known is None or known.fullmatch(value) else None

    return nh3.clean(
        rough,
        tags=set(_ALLOWED),
        attributes=dict(_ALLOWED),
        attribute_filter=keep,
        url_schemes=_SCHEMES,
        link_rel=None,
    )

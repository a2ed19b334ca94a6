"""A page with named holes, so that a theme is drawn once and entries are poured in thousands.

Drawing a theme's whole page costs milliseconds; its header and footer are the same for every entry
at one depth of the address. This module must not know which engine drew the page (it only gets its
HTML), nor what an entry is (it only gets ready HTML for each hole).
"""

import html as html_text
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser

NAV_KEYS = ("mo-hinh", "ke-hoach", "nhan-rong", "so-lieu", "linh-vuc", "dia-ban", "gioi-thieu")
"""Menu entries; the slot `nav:KEY` takes `CURRENT` when the page lies under that entry."""

CURRENT = ' aria-current="page"'
"""What fills `nav:KEY` on a page of that part of the site; elsewhere it stays empty."""

REQUIRED = ("title", "description", "canonical", "head", "content")
"""Slots every theme must offer, or a filled page would silently lose something a reader needs."""

SLOTS = (*REQUIRED, "body_class", *(f"nav:{key}" for key in NAV_KEYS))
"""Every slot a theme may offer and a caller may fill."""

_TOKEN = re.compile(r"@@dvk:([a-z_:-]+)@@")
_CHARSET = re.compile(r"""<meta charset=["']?utf-8["']?\s*/?>""", re.IGNORECASE)
_POLICY_META = re.compile(r'\s*<meta http-equiv="Content-Security-Policy"[^>]*>')
_SCRIPT_TYPES = frozenset(
    {"", "module", "text/javascript", "application/javascript", "text/ecmascript"}
)


class EngineError(RuntimeError):
    """The engine could not draw the theme or a page; the text repeats what it said."""


class ShellError(ValueError):
    """The theme and the generator disagree about the slots; the text says which, in plain words."""


@dataclass(frozen=True)
class Shell:
    """One page of the theme, cut at its slots: `parts` always has one more item than `slots`."""

    parts: tuple[str, ...]
    """The theme's own HTML, before, between and after the slots."""

    slots: tuple[str, ...]
    """Slot names in the order they stand; a name may stand more than once."""

    @classmethod
    def from_html(cls, html: str) -> "Shell":
        """Cut a theme's page at its tokens (see `token`).

        Raises ShellError when a required slot is missing or a slot is not one of `SLOTS`.
        """
        pieces = _TOKEN.split(html)
        shell = cls(parts=tuple(pieces[::2]), slots=tuple(pieces[1::2]))
        _refuse(set(REQUIRED).difference(shell.slots), "Khung trang thiếu chỗ điền")
        _refuse(set(shell.slots).difference(SLOTS), "Khung trang có chỗ điền lạ")
        return shell

    def fill(self, values: Mapping[str, str]) -> str:
        """The whole page, with each slot replaced by its value; a slot without one stays empty.

        Values are ready HTML: `title` is the whole title of the window, `canonical` a whole
        address, `head` ready elements, `nav:KEY` is `CURRENT` or nothing. Escaping is the
        caller's job (`escape`). Raises ShellError when a value's name is not one of `SLOTS`,
        since its content would vanish without a trace.
        """
        if not values.keys() <= _SLOT_SET:
            _refuse(set(values).difference(SLOTS), "Không có chỗ điền nào tên là")
        filled = [self.parts[0]]
        for slot, part in zip(self.slots, self.parts[1:], strict=True):
            filled.append(values.get(slot, ""))
            filled.append(part)
        return "".join(filled)


_SLOT_SET = frozenset(SLOTS)


def token(name: str) -> str:
    """The mark that a theme's page carries where slot `name` is to be filled."""
    return f"@@dvk:{name}@@"


def escape(text: str) -> str:
    """Plain text made safe both between tags and inside a quoted attribute."""
    return html_text.escape(text, quote=True)


def with_csp(html: str) -> str:
    """The page with its Content-Security-Policy as the first thing after the charset.

    The policy lets in only what the site itself serves, plus the inline scripts that stand in the
    page now, by their hash: a script that slips in later is refused by the browser. It stands in a
    `<meta>` because a static host's headers cannot be counted on. Raises ShellError when the page
    has no `<meta charset="utf-8">` to follow.
    """
    bare = _POLICY_META.sub("", html)
    charset = _CHARSET.search(bare)
    if charset is None:
        raise ShellError('Trang không có <meta charset="utf-8"> để đặt chính sách bảo mật theo sau')
    policy = content_policy(inline_scripts(bare))
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return bare[: charset.end()] + meta + bare[charset.end() :]


def content_policy(scripts: tuple[str, ...]) -> str:
    """The policy's text, allowing exactly these inline scripts."""
    hashes = [f"'sha256-{_digest(script)}'" for script in dict.fromkeys(scripts)]
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'none'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def inline_scripts(html: str) -> tuple[str, ...]:
    """The text of every inline script a browser would run, in order; data blocks are left out."""
    finder = _InlineScripts()
    finder.feed(html)
    finder.close()
    return tuple(finder.found)


class _InlineScripts(HTMLParser):
    """Collects script text as a browser hashes it: everything between the tags, untouched."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._open: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        kind = (given.get("type") or "").strip().lower()
        if tag == "script" and "src" not in given and kind in _SCRIPT_TYPES:
            self._open = []

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._open is not None:
            self.found.append("".join(self._open))
            self._open = None


def _digest(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


def _refuse(names: set[str], complaint: str) -> None:
    if names:
        raise ShellError(f"{complaint}: {', '.join(sorted(names))}.")

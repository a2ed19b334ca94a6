"""Every entry as one plain page: what Material and plain Pagefind are given to index.

Both get all that our own pages show, and the keywords besides, so that no question is lost to
them for want of text. Only titles, summaries and paragraphs: nothing is tuned for either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import markdown
import yaml

_FENCE = "---\n"
_UNREAD = frozenset({"url", "tieu_de_tam", "xac_nhan", "tu", "den", "tu_nam", "den_nam", "han"})
_TITLES = ("ten", "title")
_SUMMARIES = ("tom_tat", "description")


@dataclass(frozen=True)
class PlainPage:
    """An entry without any of our design."""

    slug: str
    title: str
    text: str
    """Markdown: the summary, a paragraph for each fact, the body."""


def plain_pages(content: Path) -> tuple[PlainPage, ...]:
    """Return a page for every model, plan and hand-written page of a content folder."""
    names = _names(content / "vocabulary")
    files = sorted(path for room in ("models", "plans", "pages") for path in _files(content / room))
    return tuple(_page(path, names) for path in files)


def write_markdown(pages: tuple[PlainPage, ...], folder: Path) -> None:
    """Write each page as `slug.md`, and an index, for MkDocs."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text("# Trang chủ\n", encoding="utf-8")
    for page in pages:
        whole = f"# {page.title}\n\n{page.text}"
        (folder / f"{page.slug}.md").write_text(whole, encoding="utf-8")


def write_html(pages: tuple[PlainPage, ...], folder: Path) -> None:
    """Write each page as `slug.html`, for Pagefind."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        title = escape(page.title)
        body = f"<main><h1>{title}</h1>{markdown.markdown(page.text)}</main>"
        head = f'<meta charset="utf-8"><title>{title}</title>'
        whole = f'<!doctype html><html lang="vi"><head>{head}</head><body>{body}</body></html>'
        (folder / f"{page.slug}.html").write_text(whole, encoding="utf-8")


def _files(folder: Path) -> Iterator[Path]:
    return folder.rglob("*.md")


def _page(path: Path, names: Mapping[str, str]) -> PlainPage:
    _, head, body = path.read_text(encoding="utf-8").split(_FENCE, 2)
    facts = yaml.safe_load(head)
    title = next(facts.pop(key) for key in _TITLES if key in facts)
    summary = next((facts.pop(key) for key in _SUMMARIES if key in facts), "")
    lines = ["; ".join(_words(value, names)) for key, value in facts.items() if key not in _UNREAD]
    today = names.get(path.parent.name, "")
    text = "\n\n".join(part for part in (summary, today, *lines, body) if part)
    return PlainPage(path.stem, title, text)


def _words(value: Any, names: Mapping[str, str]) -> Iterator[str]:
    """Every piece of text in a value of the front matter, codes as the names readers know."""
    if isinstance(value, list):
        for each in value:
            yield from _words(each, names)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _UNREAD:
                yield from _words(each, names)
    else:
        yield names.get(str(value), str(value))


def _names(folder: Path) -> dict[str, str]:
    """The name of each field, short term and province of today, by its code in the files."""
    names: dict[str, str] = {}
    for name in ("linh-vuc.yml", "danh-muc.yml", "tinh.yml"):
        lists = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
        rows = [row for rows in lists.values() for row in rows if "ma" in row]
        names.update((row.get("slug", row["ma"]), row["ten"]) for row in rows)
    return names

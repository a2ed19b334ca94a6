"""A Markdown body becomes HTML and plain text, both in one reading.

Every tag is written here and every text is escaped here: raw HTML is not a feature, it shows as
the text it is, so that an editor sees it and takes it out. Headings count at the top level of a
body, where its outline is made; in a quote or a list a heading is only strong.

Must not know what a link may lead to: the caller says so.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, ClassVar, TypeAlias

from generator.core.commonmark import events
from generator.pages.prose_html import (
    Address,
    escaped,
    image_tag,
    link_tag,
    must_escape,
    publishable,
    shows_something,
)
from generator.pages.prose_sheet import Sheet

_DEEPEST = 8
"""So many quotes and lists stand in one another, and so many marks; the rest keep their words."""

_SIDES = {
    "None": "",
    **{side: f' align="{side.lower()}"' for side in ("Left", "Center", "Right")},
}

_End: TypeAlias = Callable[[], None] | str
"""What is due when a part ends: something to do, or a tag to write."""


class Writer:
    """Writes one body on a sheet."""

    def __init__(self, address: Address) -> None:
        self.sheet = Sheet()
        self.given: set[str] = set()
        """The addresses that the caller gave."""
        self._address = address
        self._events: Iterator[Any] = iter(())
        self._ends: list[_End] = []
        self._depth = self._marks = 0
        self._in_link = False
        self._columns: list[str] = []
        self._cells: Iterator[tuple[str, str]] = iter(())
        # They stay the same lists, and are used for every word.
        self._words = self.sheet.words
        self._put, self._say = self.sheet.html.append, self._words.append

    def write(self, body: str) -> None:
        """Write a whole body."""
        self._events = events(body)
        put, say, ends, openers = self._put, self._say, self._ends, self._OPENERS
        # Where the body has no sign that is escaped, none of its texts has one.
        shown = escaped if must_escape(body) else str
        for event in self._events:
            if isinstance(event, str):
                self._break(event)
                continue
            kind, value = event.popitem()
            if kind == "Text":
                say(value)
                put(shown(value))
            elif kind == "Start":
                name, detail = (value, None) if isinstance(value, str) else value.popitem()
                openers[name](self, detail)
            elif kind == "End":
                end = ends.pop()
                if isinstance(end, str):
                    self._close(end)
                else:
                    end()
            else:
                say(value)
                put(f"<code>{shown(value)}</code>" if kind == "Code" else shown(value))
        self._end_line()
        self.sheet.end_part()

    def _break(self, kind: str) -> None:
        if kind == "SoftBreak":
            self._say(" ")
            self._put("\n")
        else:
            self._end_line()
            self._put("<br>\n" if kind == "HardBreak" else "<hr>\n")

    def _end_line(self) -> None:
        if self._words:
            self.sheet.end_line()

    def _open(self, opening: str, closing: _End) -> None:
        """Open a block: it stands on a line of its own. At its end `closing` is due."""
        if self._words:
            self.sheet.end_line()
        self._put(opening)
        self._ends.append(closing)

    def _close(self, closing: str) -> None:
        """Close a part; the line ends with a block."""
        if self._words and closing.endswith("\n"):
            self.sheet.end_line()
        self._put(closing)

    def _as_typed(self, text: str) -> None:
        self._say(text)
        self._put(escaped(text))

    # Quotes, lists and headings

    def _open_quote(self, detail: None) -> None:
        self._open_container("<blockquote>\n", "</blockquote>\n")

    def _open_list(self, first: int | None) -> None:
        if first is None:
            self._open_container("<ul>\n", "</ul>\n")
        else:
            start = "" if first == 1 else f' start="{first}"'
            self._open_container(f"<ol{start}>\n", "</ol>\n")

    def _open_container(self, opening: str, closing: str) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            opening, closing = "", "\n"
        self._open(opening, partial(self._end_container, closing))

    def _end_container(self, closing: str) -> None:
        self._depth -= 1
        self._close(closing)

    def _open_item(self, detail: None) -> None:
        """An item of a list that lies too deep is a line."""
        self._open(*(("<li>", "</li>\n") if self._depth <= _DEEPEST else ("", "\n")))

    def _open_heading(self, detail: Mapping[str, Any]) -> None:
        if self._depth:
            self._open("<p><strong>", "</strong></p>\n")
            return
        level = max(int(detail["level"][1]), 2)
        start = len(self.sheet.html)
        self._open("", partial(self.sheet.make_heading, level, start))

    # Tables

    def _open_table(self, columns: tuple[str, ...]) -> None:
        self._columns = [_SIDES[side] for side in columns]
        self._open("<table>\n", "</tbody>\n</table>\n")

    def _open_head(self, detail: None) -> None:
        self._cells = iter([(f"<th{align}>", "</th>") for align in self._columns])
        self._open("<thead>\n<tr>\n", "</tr>\n</thead>\n<tbody>\n")

    def _open_row(self, detail: None) -> None:
        self._cells = iter([(f"<td{align}>", "</td>") for align in self._columns])
        self._open("<tr>\n", "</tr>\n")

    def _open_cell(self, detail: None) -> None:
        opening, closing = next(self._cells)
        self._say(" ")
        self._put(opening)
        self._ends.append(closing)

    # Within a line

    def _open_mark(self, tag: str) -> None:
        self._marks += 1
        is_written = self._marks <= _DEEPEST
        self._put(f"<{tag}>" if is_written else "")
        self._ends.append(partial(self._end_mark, f"</{tag}>" if is_written else ""))

    def _end_mark(self, closing: str) -> None:
        self._marks -= 1
        self._put(closing)

    def _open_link(self, detail: Mapping[str, Any]) -> None:
        if self._in_link:
            self._ends.append("")
        elif detail["link_type"] == "Email":
            self._as_typed("<")
            self._ends.append(partial(self._as_typed, ">"))
        else:
            self._in_link = True
            url = self._url(detail["dest_url"], image=False)
            self._ends.append(partial(self._end_link, len(self.sheet.html)))
            self._put(link_tag(url, detail["title"]) if url else "")

    def _end_link(self, opening: int) -> None:
        """Nobody can follow a link that shows nothing."""
        self._in_link = False
        html = self.sheet.html
        if not shows_something("".join(html[opening + 1 :])):
            html[opening] = ""
        elif html[opening]:
            self._put("</a>")

    def _write_image(self, detail: Mapping[str, Any]) -> None:
        description = self._plain_rest()
        if url := self._url(detail["dest_url"], image=True):
            self._put(image_tag(url, description, detail["title"]))
        else:
            self._as_typed(description)

    def _plain_rest(self) -> str:
        """The words up to the end of the part that is open, which is thereby read."""
        words: list[str] = []
        depth = 1
        for event in self._events:
            if isinstance(event, str):
                words.append(" ")
            elif "Start" in event:
                depth += 1
            elif "End" not in event:
                words.extend(event.values())
            elif depth := depth - 1:
                continue
            else:
                break
        return "".join(words)

    def _url(self, target: str, image: bool) -> str | None:
        url = publishable(self._address(target, image))
        if url is not None:
            self.given.add(url)
        return url

    _OPENERS: ClassVar[Mapping[str, Callable[["Writer", Any], None]]] = {
        "Paragraph": lambda self, _: self._open("<p>", "</p>\n"),
        "HtmlBlock": lambda self, _: self._open("<p>", "</p>\n"),
        "CodeBlock": lambda self, _: self._open("<pre><code>", "</code></pre>\n"),
        "BlockQuote": _open_quote,
        "List": _open_list,
        "Item": _open_item,
        "Heading": _open_heading,
        "Table": _open_table,
        "TableHead": _open_head,
        "TableRow": _open_row,
        "TableCell": _open_cell,
        "Emphasis": lambda self, _: self._open_mark("em"),
        "Strong": lambda self, _: self._open_mark("strong"),
        "Link": _open_link,
        "Image": _write_image,
    }

"""Where the links and images of a Markdown body point, before anything renders it.

A broken link must be told with its line and column; once Markdown has run, both are gone. So the
source is scanned for the shapes of links only, forgivingly: it is better to name a target that
will not become a link than to miss one that will. Every step takes time in proportion to the
text, whatever the text.

Knows Markdown's shapes; must not know where a target may lead.
"""

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field

from generator.core.markdown_texts import FILLER, texts, without_code

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_DEFINITION = re.compile(
    r"^[ \t>*+\-\d.]*\[(?P<label>[^\[\]\n]*)\]:[ \t]*(?P<target>\S+)"
    r"[ \t]*(?:(?P<quote>[\"']).*(?P=quote)[ \t]*|\(.*\)[ \t]*)?$",
    re.MULTILINE,
)
_BRACKET = re.compile(r"!?\[|\]")
_LABEL_FOLLOWS = re.compile(r"\s?\[")
_TITLE = re.compile(r"\s[\"']")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z0-9]{1,32});")
_LONGEST_LABEL = 200
_FARTHEST_CLOSE = 2000


@dataclass(frozen=True)
class Reference:
    """One target in a body, as its editor wrote it."""

    target: str
    """Without angle brackets, title, backslashes and entities; empty for `[text]()`."""

    line: int
    """In the file, from 1."""

    column: int
    """Of the target's first character, from 1."""

    image: bool
    """Whether it is shown, not linked."""


def references(body: str, first_line: int = 1) -> list[Reference]:
    """Return every link and image target of a body, in order; `first_line` is the body's own.

    Inline links and images, and reference definitions (as an image where images use them).
    Code and autolinks (`<https://…>`) hold none.
    """
    scan = _Scan()
    for offset, text in texts(body):
        if "[" in text:
            _Text(text, offset, scan).read()
    line_starts = [0, *(match.end() for match in re.finditer("\n", body))]
    found = []
    for offset, target, image in sorted(scan.all_targets()):
        line = bisect_right(line_starts, offset) - 1
        column = offset - line_starts[line] + 1
        found.append(Reference(target, first_line + line, column, image))
    return found


def decoded(target: str) -> str:
    """Return a target with its HTML entities replaced, as a browser would read it."""
    return _ENTITY.sub(lambda match: html.unescape(match.group()), target)


@dataclass
class _Scan:
    """What one pass over a body gathers; positions are offsets into the body."""

    targets: list[tuple[int, str, bool]] = field(default_factory=list)
    definitions: list[tuple[int, str, str]] = field(default_factory=list)
    uses: dict[str, set[bool]] = field(default_factory=dict)

    def all_targets(self) -> list[tuple[int, str, bool]]:
        return self.targets + [
            (offset, target, image)
            for offset, label, target in self.definitions
            for image in self.uses.get(label, {False})
        ]


class _Text:
    """One text under the scan: as written, and bare of code, escapes and definitions."""

    def __init__(self, text: str, offset: int, scan: _Scan) -> None:
        self.text, self.offset, self.scan = text, offset, scan
        self.bare = _ESCAPED.sub(FILLER * 2, without_code(text))

    def read(self) -> None:
        self._take_definitions()
        closing = _closing_parentheses(self.bare)
        opened: list[re.Match[str]] = []
        done = 0
        for match in _BRACKET.finditer(self.bare):
            if match.start() < done:
                continue
            if match[0] != "]":
                opened.append(match)
            elif opened:
                start, after = opened.pop(), match.end()
                image = start[0] == "!["
                if close := self._close_of_link(after, closing):
                    self._take_link(after + 1, close, image)
                    done = close + 1
                else:
                    done = self._take_use(start.end(), after, image)

    def _take_definitions(self) -> None:
        for match in _DEFINITION.finditer(self.bare):
            start, end = match.span("target")
            written = self.text[start:end]
            target = written.lstrip("<")
            position = self.offset + start + len(written) - len(target)
            found = position, _label(match["label"]), decoded(target.rstrip(">"))
            self.scan.definitions.append(found)
        self.bare = _DEFINITION.sub(lambda match: FILLER * len(match[0]), self.bare)

    def _close_of_link(self, after: int, closing: dict[int, int]) -> int:
        """Where the parentheses that make brackets a link end; 0 if there are none.

        A title may hold a parenthesis of its own, hence the second, near-sighted look.
        """
        if not self.bare.startswith("(", after):
            return 0
        nearest = self.bare.find(")", after, after + _FARTHEST_CLOSE)
        return closing.get(after, max(nearest, 0))

    def _take_link(self, start: int, end: int, image: bool) -> None:
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        inner = inner.strip()
        if inner.startswith("<") and ">" in inner:
            start, inner = start + 1, inner[1 : inner.index(">")]
        elif title := _TITLE.search(inner):
            inner = inner[: title.start()].rstrip()
        target = decoded(_ESCAPED.sub(r"\1", inner))
        self.scan.targets.append((self.offset + start, target, image))

    def _take_use(self, start: int, after: int, image: bool) -> int:
        """Note the label of `[text][label]`, `[label][]` or `[label]`; return where to go on."""
        end = after - 1
        if follows := _LABEL_FOLLOWS.match(self.bare, after):
            close = self.bare.find("]", follows.end(), follows.end() + _LONGEST_LABEL)
            if close > 0 and not self.bare.startswith("(", close + 1):
                after = close + 1
                if close > follows.end():
                    start, end = follows.end(), close
        if end - start <= _LONGEST_LABEL:
            self.scan.uses.setdefault(_label(self.text[start:end]), set()).add(image)
        return after


def _label(text: str) -> str:
    return " ".join(text.lower().split())


def _closing_parentheses(bare: str) -> dict[int, int]:
    """For each opening parenthesis that is closed, where."""
    opened: list[int] = []
    closing = {}
    for match in re.finditer(r"[()]", bare):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            closing[opened.pop()] = match.start()
    return closing

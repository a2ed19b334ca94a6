"""Bounds that keep Python-Markdown quick on any body.

Some of its steps take time in proportion to the square of a text: 20,000 opening brackets hold
it for minutes, deep quotes exhaust the stack. Sizes are checked before; these four bounds see to
the rest. No ordinary text comes near them, and what does is shown as it was typed, never refused.

1. `_Depth`: a line opens only so many quotes and lists.
2. `_Breaks`: a block ends after a heading, a rule or a definition, so that these are not taken
   from the front of a long block again and again.
3. `_Plain`: a text with a thousand marks is not searched for emphasis.
4. `Bounds` itself: looking for the end of links may take only so many steps in one body.
"""

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_DEEPEST = 8
_MOST_MARKS = 1000
_MOST_STEPS = 1_000_000
_LINK_PROCESSORS = (
    "reference",
    "link",
    "image_link",
    "image_reference",
    "short_reference",
    "short_image_ref",
)

_RULE = r"([-*_=])(?: {0,2}\1)* *$"
_OPENERS = re.compile(rf"(?: *(?:>|[-*+](?= )|\d{{1,9}}\.(?= ))){{{_DEEPEST}}}")
_SURPLUS = " >*+-.0123456789"
_BREAK = re.compile(rf"^(?:#.*| {{0,3}}(?:{_RULE}|\[[^\[\]\n]*\]:.*))$", re.MULTILINE)
_MARK = re.compile(r"[*_`\\&<]")


class Bounds(Extension):
    """Adds all four bounds to a Markdown instance."""

    def __init__(self) -> None:
        super().__init__()
        self._steps = 0

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Put each bound where its step of the work begins."""
        md.registerExtension(self)
        md.preprocessors.register(_Depth(md), "bound-depth", 10)
        md.parser.blockprocessors.register(_Breaks(md.parser), "bound-breaks", 200)
        md.treeprocessors.register(_Plain(md), "bound-plain", 25)
        for name in _LINK_PROCESSORS:
            processor: Any = md.inlinePatterns[name]
            processor.getText = self._limited(processor.getText, ("", 0, False))
            processor.getLink = self._limited(processor.getLink, ("", None, 0, False))

    def reset(self) -> None:
        """Begin a new body."""
        self._steps = 0

    def _limited(self, find: Callable[[str, int], Any], nothing: Any) -> Callable[[str, int], Any]:
        def find_within_bounds(data: str, index: int) -> Any:
            if self._steps > _MOST_STEPS:
                return nothing
            found = find(data, index)
            self._steps += _steps(data, index, found)
            return found

        return find_within_bounds


def _steps(data: str, index: int, found: Any) -> int:
    """How many characters a search looked at; an unfinished title sends it to the very end."""
    first, *_, end, done = found
    stray_quote = len(found) == 4 and found[1] is None and ("'" in first or '"' in first)
    return int(end) - index if done and not stray_quote else len(data) - index


class _Depth(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [self._shallow(line) for line in lines]

    def _shallow(self, line: str) -> str:
        openers = _OPENERS.match(line)
        return f"{openers[0]} {line[openers.end() :].lstrip(_SURPLUS)}" if openers else line


class _Breaks(BlockProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return _BREAK.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool:
        block, start = blocks[0], 0
        pieces = []
        for match in _BREAK.finditer(block):
            pieces.append(block[start : match.end()])
            start = match.end() + 1
        if rest := block[start:]:
            pieces.append(rest)
        blocks[:1] = pieces
        return False


class _Plain(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            element.text = self._plain(element.text)
            element.tail = self._plain(element.tail)

    def _plain(self, text: str | None) -> str | None:
        if text and len(text) > _MOST_MARKS and len(_MARK.findall(text)) > _MOST_MARKS:
            return AtomicString(text)
        return text

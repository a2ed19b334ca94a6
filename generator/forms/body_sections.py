"""Text from a form in the body of an entry, and back, word for word and line for line.

The summary of an entry holds 300 characters on one line, an address is parted into levels. What
a form says beyond that stands in the body under a heading of its own, as plain paragraphs: every
sign that Markdown would act on is escaped, so that hostile text stays text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

CONTENT = "Nội dung đăng ký"
"""Heading over the content (column 5) where the summary does not say it all."""

ADDRESS = "Địa chỉ đăng ký"
"""Heading over the address (column 4) where the levels do not say it exactly."""

_ACTIVE = re.compile(r"[\\`*_{}\[\]#!]|^[+\->~]")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]#!+\->~.)])")
_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


def written(sections: Mapping[str, str]) -> str:
    """A body of these sections, title → text; each line of a text is a paragraph."""
    return "".join(
        f"\n## {title}\n\n" + "\n\n".join(map(_escaped, text.split("\n"))) + "\n"
        for title, text in sections.items()
    )


def section(body: str, title: str) -> str | None:
    """The text of a section, a line for each paragraph; ``None`` when there is none."""
    for match in _HEADING.finditer(body):
        if match[1] == title:
            following = _HEADING.search(body, match.end())
            text = body[match.end() : following.start() if following else len(body)]
            return "\n".join(_plain(part) for part in re.split(r"\n[ \t]*\n", text) if part.strip())
    return None


def _escaped(line: str) -> str:
    line = line.replace("&", "&amp;").replace("<", "&lt;")
    return _NUMBERED.sub(r"\1\\\2", _ACTIVE.sub(r"\\\g<0>", line))


def _plain(paragraph: str) -> str:
    flat = _ESCAPED.sub(r"\1", " ".join(paragraph.split()))
    return flat.replace("&lt;", "<").replace("&amp;", "&")

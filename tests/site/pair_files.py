"""Pair files: what an editor wrote, and what must come of it, side by side in one text.

After a line that tells what the case is about come blocks:

    === content/models/ten-tep.md
    the text of the file
    === problems
    what is promised

Words in brackets after a path say how the block becomes bytes: ``(crlf)`` ends lines as Windows
does, ``(escapes)`` reads ``\\u0301``, ``\\t`` and ``⟪text × 12⟫`` (the text twelve times),
``(latin-1)`` writes that encoding and ``(hex)`` reads bytes.
"""

from __future__ import annotations

import re

_HEADER = re.compile(r"=== (?P<path>.+?)(?: \((?P<forms>[a-z1, -]+)\))?")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\(t)|⟪(.*?) × (\d+)⟫", re.DOTALL)


def read_case(text: str, *promises: str) -> tuple[dict[str, bytes], list[list[str]]]:
    """The files of a pair file, and the lines of the promises that stand at its end."""
    blocks: list[tuple[str, list[str], list[str]]] = []
    for line in text.splitlines():
        if header := _HEADER.fullmatch(line):
            forms = [form for form in (header["forms"] or "").split(", ") if form]
            blocks.append((header["path"], forms, []))
        elif blocks:
            blocks[-1][2].append(line)
    files, promised = blocks[: -len(promises)], blocks[-len(promises) :]
    assert tuple(name for name, _, _ in promised) == promises, "a pair file ends with its promises"
    written = {path: _as_bytes(lines, forms) for path, forms, lines in files}
    return written, [lines for _, _, lines in promised]


def _as_bytes(lines: list[str], forms: list[str]) -> bytes:
    """What the block of a pair file stands for."""
    assert {*forms} <= {"crlf", "escapes", "hex", "latin-1"}
    block = "".join(f"{line}\n" for line in lines)
    if "hex" in forms:
        return bytes.fromhex(block)
    if "escapes" in forms:
        block = _ESCAPE.sub(_unescaped, block)
    if "crlf" in forms:
        block = block.replace("\n", "\r\n")
    return block.encode("latin-1" if "latin-1" in forms else "utf-8")


def _unescaped(match: re.Match[str]) -> str:
    code, tab, text, times = match.groups()
    return chr(int(code, 16)) if code else "\t" if tab else text * int(times)

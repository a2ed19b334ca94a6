"""A content file's text becomes its mended text, and what was done to it by name.

Every repair leaves the data as they were, but for what it is there to repair; a file that
cannot be read afterwards is not touched at all. Mending twice is mending once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.mend.characters import kinds_of_faults, mended_characters, without_blank_ends
from generator.mend.indents import with_spaces_for_tabs
from generator.mend.key_order import in_order
from generator.mend.quotes import with_missing_quotes, without_needless_quotes
from generator.mend.sheet import Sheet
from generator.mend.values import Kind, with_dates, with_ids, with_slugs

_ROUNDS = 20
"""More than any file has repairs that wait for one another."""

_MARK = "\ufeff"


@dataclass(frozen=True)
class Mended:
    """A file as it was and as it should be."""

    path: str
    before: str
    after: str
    done: tuple[str, ...] = ()
    """What was repaired, in Vietnamese; nothing if the texts are the same."""


def mended(path: str, text: str, kind: Kind | None = None, is_prose: bool = False) -> Mended:
    """The file at ``path`` with everything mended that is safe to mend.

    ``kind`` for entries, whose keys are known; ``is_prose`` for pages without keys of ours.
    """
    ends = text.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")
    sheet, done = Sheet(path, ends, is_prose), dict.fromkeys(_about_the_file(text))
    for _ in range(_ROUNDS):
        after, names = _once(sheet, kind)
        done |= dict.fromkeys(names)
        if after.text == sheet.text:
            break
        sheet = after
    else:
        return Mended(path, text, text)
    if sheet.matter is None and not is_prose:
        return Mended(path, text, text)
    return Mended(path, text, sheet.text, tuple(done))


def _about_the_file(text: str) -> Iterator[str]:
    if text.startswith(_MARK):
        yield "dấu BOM ở đầu tệp"
    if "\r" in text:
        yield "cách xuống dòng của Windows"


def _once(sheet: Sheet, kind: Kind | None) -> tuple[Sheet, list[str]]:
    """The sheet after each repair was tried once, and the names of those that changed it."""
    names: list[str] = []
    after = mended_characters(sheet)
    names += kinds_of_faults(sheet, after)
    for name, step in _steps(kind):
        before, after = after, step(after)
        if after.text != before.text:
            names.append(name)
    return after, names


def _steps(kind: Kind | None) -> Iterator[tuple[str, Callable[[Sheet], Sheet]]]:
    yield "tab ở đầu dòng", with_spaces_for_tabs
    if kind is not None:
        yield "thiếu dấu nháy", with_missing_quotes
    yield "dấu cách thừa ở cuối dòng", without_blank_ends
    if kind is None:
        return
    yield "cách viết ngày", lambda sheet: with_dates(sheet, kind)
    yield "tên thay cho mã", lambda sheet: with_ids(sheet, kind)
    yield "đường dẫn thay cho tên tệp", lambda sheet: with_slugs(sheet, kind)
    yield "dấu nháy thừa", without_needless_quotes
    yield "thứ tự khóa", lambda sheet: in_order(sheet, kind.shape)

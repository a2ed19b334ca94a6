"""What a build leaves for the next one: values in files of their own, safe to lose.

Each file opens with the *edition*, a digest of everything that its values hang on besides what
they were made from (the program, the settings, the vocabulary, the day). A file of another
edition, a torn or damaged one, holds nothing: at worst, work is done again.
The files are pickles and stand beside the site; since they may also have come with content from
strangers, nothing is made of them but plain values.
"""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from generator.adapters.storage import telling, write_if_changed

_MAGIC: Final = b"dvk-cache-2\n"
_CHECK: Final = 4
_LENGTH: Final = 8
_PLAIN: Final = frozenset({("datetime", "date"), ("decimal", "Decimal")})
"""Values of others' making that may be kept, by module and name."""


@dataclass(frozen=True)
class Recalled:
    """What a file of the cache holds."""

    values: tuple[Any, ...] = ()
    """The oldest first."""

    can_grow: bool = False
    """Whether the file is of this edition and sound, so that more may be added to it."""


def recall(file: Path, edition: bytes) -> Recalled:
    """The values kept in ``file``; none when there are none of this edition."""
    with suppress(OSError, pickle.UnpicklingError), _no_collector():
        raw, head = file.read_bytes(), _head(edition)
        if raw.startswith(head):
            frames = list(_frames(memoryview(raw), len(head)))
            end = frames[-1].stop if frames else len(head)
            opened = io.BytesIO(raw)
            return Recalled(tuple(_value(opened, each.start) for each in frames), end == len(raw))
    return Recalled()


def keep(file: Path, edition: bytes, value: object) -> None:
    """Make ``file`` hold exactly this value. Raises ``StorageError``."""
    write_if_changed(file, _head(edition) + _frame(value))


def add(file: Path, edition: bytes, value: object) -> None:
    """Append a value to those in ``file``, of which ``recall`` has said that it can grow.

    A file that has become one of another edition since then stays as it is. A process that is
    killed here leaves a torn end, which ``recall`` passes over. Raises ``StorageError``.
    """
    head = _head(edition)
    with telling(f"Không ghi được {file}"), file.open("a+b") as opened:
        opened.seek(0)
        if opened.read(len(head)) == head:
            opened.write(_frame(value))


def _head(edition: bytes) -> bytes:
    return _MAGIC + len(edition).to_bytes(_LENGTH) + edition


def _frame(value: object) -> bytes:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return len(data).to_bytes(_LENGTH) + _check(data) + data


def _frames(raw: memoryview, at: int) -> Iterator[range]:
    """Where the data of the whole and sound ones stands; nothing after the first that is not."""
    while at + _LENGTH + _CHECK <= len(raw):
        start = at + _LENGTH + _CHECK
        at = start + int.from_bytes(raw[at : at + _LENGTH])
        if at > len(raw) or _check(raw[start:at]) != raw[start - _CHECK : start]:
            return
        yield range(start, at)


def _value(opened: io.BytesIO, start: int) -> Any:
    opened.seek(start)
    return _Values(opened).load()


class _Values(pickle.Unpickler):
    """Makes values of the program, and runs nothing else that a pickle may name."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of a value. Raises ``UnpicklingError`` for anything else."""
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith("generator.") else None
        if isinstance(found, type) and found.__module__ == module and _is_value(found):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _is_value(found: type) -> bool:
    return is_dataclass(found) or issubclass(found, Enum) or hasattr(found, "__pydantic_fields__")


def _check(data: bytes | memoryview) -> bytes:
    """Enough to tell a torn or damaged value; nobody is kept from making one on purpose."""
    return crc32(data).to_bytes(_CHECK)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Hundreds of thousands of new objects, none of them garbage, need no search for any."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

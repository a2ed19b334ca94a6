"""What a build leaves for the next one: values in files of their own, safe to lose.

Each file opens with the *edition*, a digest of everything that its values hang on besides what
they were made from (the program, the settings, the vocabulary, the day). A file of another
edition, a torn or damaged one, holds nothing: at worst, work is done again.
The files are pickles and stand beside the site; since they may also have come with content from
strangers, nothing is made of them but plain values.
"""

from __future__ import annotations

import io
import os
import pickle
from contextlib import suppress
from dataclasses import dataclass, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO, Final
from zlib import crc32

from generator.adapters.sharing import no_collector
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
    head = _head(edition)
    with suppress(OSError, pickle.UnpicklingError), no_collector(), file.open("rb") as opened:
        if opened.read(len(head)) == head:
            size, end = os.fstat(opened.fileno()).st_size, len(head)
            values: list[Any] = []
            while (data := _framed(opened, size - end)) is not None:
                values.append(_Values(io.BytesIO(data)).load())
                end = opened.tell()
            return Recalled(tuple(values), end == size)
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


def _framed(opened: BinaryIO, left: int) -> bytes | None:
    """The data that comes next, of so many bytes ``left``, if it is whole and sound."""
    length = int.from_bytes(opened.read(_LENGTH))
    check = opened.read(_CHECK)
    if not 0 < length <= left - _LENGTH - _CHECK:  # a disk that failed may leave zeros
        return None
    data = opened.read(length)
    return data if check == _check(data) else None


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

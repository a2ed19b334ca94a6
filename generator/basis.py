"""Digests of what everything hangs on: the program, its libraries, the theme, the settings.

What is remembered from one build to the next is worth nothing once one of these has changed.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Final

_PROGRAM: Final = Path(__file__).resolve().parent
_LIBRARIES: Final = (
    "jinja2",
    "markupsafe",
    "nh3",
    "numpy",
    "orjson",
    "pydantic",
    "pyromark",
    "pyyaml",
    "segno",
)
"""Those whose answers stand in what is remembered."""

SIZE: Final = 16

_PLAIN: Final = 0
"""The first format of ``marshal``: equal parts give equal bytes, however they came to be."""


def digest(*parts: bytes | str) -> bytes:
    """One digest of several parts, each told from the next."""
    return blake2b(marshal.dumps(parts, _PLAIN), digest_size=SIZE).digest()


@cache
def installed() -> bytes:
    """Every library there is, by name and version: any may take part in what the engine draws."""
    folders = {Path(each) for each in sys.path if each}
    return digest(*sorted({info.name for each in folders for info in each.glob("*.dist-info")}))


@cache
def program() -> bytes:
    """The generator's own code and the libraries it thinks with."""
    versions = (f"{name} {version(name)}" for name in _LIBRARIES)
    return digest(sys.version, *versions, of_folder(_PROGRAM, (".py",)))


def of_folder(folder: Path, endings: tuple[str, ...] = ("",)) -> bytes:
    """All files below a folder, names and bytes; hidden ones are passed over."""
    files = sorted(
        each
        for each in folder.rglob("*")
        if each.name.endswith(endings) and not each.name.startswith(".") and each.is_file()
    )
    return digest(*_told(folder, files))


def _told(folder: Path, files: Iterable[Path]) -> Iterable[bytes | str]:
    for file in files:
        yield file.relative_to(folder).as_posix()
        yield file.read_bytes()

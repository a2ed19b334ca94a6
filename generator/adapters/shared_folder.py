"""A folder that several machines see: a path, or the address of a store of objects.

What is put there is named by its own digest, so whoever takes it knows that it is whole. No
name is used twice: a machine that was believed lost cannot write over what another reads.
Must not know what is put there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final
from uuid import uuid4
from zlib import compress, decompress

import fsspec

from generator.adapters.storage import StorageError

_UNSEEN: Final = "Máy nào dựng trang cũng phải đọc và ghi được thư mục ấy, ở cùng một đường dẫn."


@dataclass(frozen=True)
class Shelf:
    """One build's own part of the folder; it travels to other machines by its address."""

    url: str

    def put(self, data: bytes) -> str:
        """Keep ``data``; the name to take it by. Raises ``StorageError``."""
        packed = compress(data, 1)
        name = f"{_digest(packed)}-{uuid4().hex}"
        try:
            self._files.pipe_file(f"{self._root}/{name}", packed)
        except OSError as error:
            raise StorageError(f"Không ghi được vào thư mục chung {self.url}. {_UNSEEN}") from error
        return name

    def take(self, name: str) -> bytes:
        """What was put under ``name``. Raises ``StorageError``, also when it is not whole."""
        try:
            packed = bytes(self._files.cat_file(f"{self._root}/{name}"))
        except OSError as error:
            raise StorageError(f"Không đọc được thư mục chung {self.url}. {_UNSEEN}") from error
        if _digest(packed) != name.partition("-")[0]:
            raise StorageError(f"Một tệp trong thư mục chung {self.url} bị hỏng. Hãy dựng lại.")
        return decompress(packed)

    def __getstate__(self) -> dict[str, Any]:
        """Connections do not travel."""
        return {"url": self.url}

    @property
    def _files(self) -> Any:
        return self._opened[0]

    @property
    def _root(self) -> str:
        return str(self._opened[1])

    @cached_property
    def _opened(self) -> tuple[Any, str]:
        return fsspec.core.url_to_fs(self.url)  # type: ignore[no-any-return]


@contextmanager
def shelf(url: str) -> Iterator[Shelf]:
    """A new part of the folder at ``url``, gone in the end. Raises ``StorageError``."""
    whole = url if "://" in url else str(Path(url).absolute())
    made = Shelf(f"{whole.rstrip('/')}/dvk-{uuid4().hex}")
    try:
        made._files.makedirs(made._root, exist_ok=True)
    except OSError as error:
        raise StorageError(f"Không dùng được thư mục chung {url}. {_UNSEEN}") from error
    except (ValueError, ImportError) as error:
        raise StorageError(
            f"Không dùng được thư mục chung {url}: không có loại địa chỉ này, hoặc chưa cài gói "
            "để mở (s3fs cho s3://, gcsfs cho gs://)."
        ) from error
    try:
        yield made
    finally:
        with suppress(OSError):
            made._files.rm(made._root, recursive=True)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()

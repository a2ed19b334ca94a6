"""Photographs from many hands become two small WebP files that carry nothing but pixels.

The only use of Pillow. A file is judged by what it holds, never by its name, and within
bounds that keep a hostile one from filling memory. Where a photograph was taken, by whose
telephone, and every other note inside it is left behind.
"""

from __future__ import annotations

import io
import math
import stat
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, UnidentifiedImageError
from PIL.Image import Transpose

from generator.adapters.storage import write_if_changed
from generator.core.vietnamese import number

MAX_BYTES: Final = 5 * 1024 * 1024
MAX_PIXELS: Final = 40_000_000
LARGE: Final = 1600
"""Longest side in pixels of the picture as published."""

SMALL: Final = 640
"""Longest side of the variant for telephones."""

_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_SCAN: Final = b"\xff\xda"
_MAX_SCANS: Final = 100
"""A progressive JPEG needs about ten; thousands fit in few bytes and take minutes to decode."""

_ORIENTATION: Final = 0x0112
_TURNS: Final = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
"""What undoes each EXIF orientation (EXIF 2.32, tag 274)."""

_NOT_A_PICTURE: Final = "bên trong không phải ảnh JPEG, PNG hay WebP"
_DAMAGED: Final = "tệp hỏng hoặc thiếu phần cuối"


class _UnusableError(Exception):
    """Carries the reason, in Vietnamese, out of the steps of decoding."""


@dataclass(frozen=True)
class ImageFacts:
    """A usable picture, as a reader would see it: upright."""

    width: int
    height: int
    format: str
    """JPEG, PNG or WEBP, as its content says."""


@dataclass(frozen=True)
class Variant:
    """One published file; its size belongs on the ``<img>`` tag."""

    path: Path
    width: int
    height: int


@dataclass(frozen=True)
class Published:
    """The files of one picture; both sizes are equal when it is small itself."""

    large: Variant
    small: Variant


def inspect(path: Path) -> ImageFacts | str:
    """What the picture is, or the reason in Vietnamese why it cannot be used.

    Decodes all of it, for a file cut short shows only at its end.
    """
    try:
        with _opened(path) as image:
            kind = "JPEG" if image.format == "MPO" else str(image.format)
            width, height = image.size
            if _orientation(image) in (5, 6, 7, 8):
                width, height = height, width
            image.draft("RGB", (SMALL, SMALL))
            image.load()
    except _UnusableError as error:
        return str(error)
    return ImageFacts(width, height, kind)


def publish(path: Path, target: Path) -> Published | str:
    """Write ``target`` + ``.webp`` and ``.640.webp``; or the reason why it cannot be done.

    Give a ``target`` that keeps the source's ending (``anh/hoi-thi.jpg``): then no two
    sources share a file. The same picture gives the same bytes; a file that already holds
    them is not touched. Raises ``StorageError`` where the disk refuses.
    """
    try:
        with _opened(path) as image:
            large = _upright(image)
    except _UnusableError as error:
        return str(error)
    small = large.copy()
    small.thumbnail((SMALL, SMALL), Image.Resampling.LANCZOS)
    return Published(
        _written(large, target.with_name(f"{target.name}.webp")),
        _written(small, target.with_name(f"{target.name}.{SMALL}.webp")),
    )


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """The picture, checked but not decoded; whatever fails in the block becomes a reason."""
    data = _bytes(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                _check(image)
                yield image
    except _UnusableError:
        raise
    except UnidentifiedImageError:
        raise _UnusableError(_NOT_A_PICTURE) from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _UnusableError(_too_many_pixels()) from None
    except Exception:  # Pillow's decoders fail on damaged data with almost any error there is.
        raise _UnusableError(_DAMAGED) from None


def _bytes(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _UnusableError("không phải tệp thường")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        raise _UnusableError("không mở được tệp") from None
    if len(data) > MAX_BYTES:
        size = number(math.ceil(path.stat().st_size / 1024**2 * 10) / 10)
        raise _UnusableError(f"tệp nặng {size} MB, quá mức {MAX_BYTES // 1024**2} MB")
    if not data:
        raise _UnusableError("tệp rỗng")
    if data.startswith(b"\xff\xd8") and data.count(_SCAN) > _MAX_SCANS:
        raise _UnusableError("ảnh JPEG chia thành quá nhiều lượt quét")
    return data


def _check(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise _UnusableError(_too_many_pixels(image.size))
    if image.format in ("PNG", "WEBP") and getattr(image, "n_frames", 1) > 1:
        raise _UnusableError("đây là ảnh động")


def _too_many_pixels(size: tuple[int, int] | None = None) -> str:
    shown = f" {number(size[0])} × {number(size[1])} điểm ảnh" if size else " quá lớn"
    return f"ảnh{shown}, vượt mức {MAX_PIXELS // 10**6} triệu điểm ảnh"


def _upright(image: Image.Image) -> Image.Image:
    """The picture in sRGB, turned as it was taken, within ``LARGE``."""
    turn = _TURNS.get(_orientation(image))
    profile = image.info.get("icc_profile")
    image = _with_whole_colours(image)
    image.thumbnail((LARGE, LARGE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    image = _in_srgb(image, profile)
    return image if turn is None else image.transpose(turn)


def _orientation(image: Image.Image) -> int:
    """How the camera was held; a note that cannot be read says nothing."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # The picture is good even where what is noted beside it is not.
        return 1


def _with_whole_colours(image: Image.Image) -> Image.Image:
    """Palettes and 16-bit greys cannot be made smaller as they are."""
    if image.mode.startswith("I"):
        grey = image.convert("I").point(lambda value: value * (1 / 257))
        return grey.convert("L")
    if image.mode == "P" or "transparency" in image.info:
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image.convert("L") if image.mode == "1" else image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    alpha = image.getchannel("A") if image.mode in ("RGBA", "LA", "PA") else None
    colours = image.convert({"RGBA": "RGB", "LA": "L"}.get(image.mode, image.mode))
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            colours = ImageCms.profileToProfile(colours, source, srgb, outputMode="RGB") or colours
        except (ImageCms.PyCMSError, OSError):
            pass  # A profile that does not fit the pixels says nothing about them.
    colours = colours.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        colours.putalpha(alpha)
    return colours


def _written(image: Image.Image, path: Path) -> Variant:
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=80, method=4)
    write_if_changed(path, buffer.getvalue())
    return Variant(path, image.width, image.height)

"""Only real, still, bounded photographs are published, and nothing but their pixels."""

import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from generator.adapters import images
from generator.adapters.images import ImageFacts, Published, inspect, publish

RED, BLUE, GREY = (200, 30, 30), (30, 30, 200), (128, 128, 128)
NOT_A_PICTURE = "bên trong không phải ảnh JPEG, PNG hay WebP"
DAMAGED = "tệp hỏng hoặc thiếu phần cuối"
ANIMATED = "đây là ảnh động"


def photo(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Left half red, right half blue."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture.convert(mode, dither=Image.Dither.NONE)


def encoded(picture: Image.Image, form: str, **options: object) -> bytes:
    """The picture as a file of this format."""
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()


def camera_notes(orientation: int = 1) -> Image.Exif:
    """What a telephone writes beside a photograph: its make, and where it was."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "DIENTHOAI"
    exif.get_ifd(0x8825)[2] = (10.0, 30.0, 7.0)
    return exif


def bomb(side: int) -> bytes:
    """A PNG of so many pixels on each side, in few bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * ((side + 7) // 8 + 1) * side, 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def many_scans(count: int) -> bytes:
    """A progressive JPEG whose last pass over the picture is written again and again."""
    data = encoded(photo(), "JPEG", progressive=True)
    last, end = data.rfind(b"\xff\xda"), data.rfind(b"\xff\xd9")
    return data[:end] + data[last:end] * count + data[end:]


def noise(form: str, **options: object) -> bytes:
    """A picture whose data fills most of its file, so that a cut goes through the data."""
    return encoded(Image.effect_noise((80, 80), 90).convert("RGB"), form, **options)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("name", ["anh.jpg", "anh.png", "khong-duoi"])
def test_a_picture_is_known_by_its_content(tmp_path: Path, form: str, name: str) -> None:
    """Whatever its name says, a file is what it holds."""
    (tmp_path / name).write_bytes(encoded(photo(), form))
    assert inspect(tmp_path / name) == ImageFacts(60, 40, form)


def test_a_telephones_photograph_with_extras_is_accepted(tmp_path: Path) -> None:
    """A JPEG that carries further pictures behind the first (MPO) shows the first."""
    data = encoded(photo(), "MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))])
    (tmp_path / "anh.jpg").write_bytes(data)
    with Image.open(tmp_path / "anh.jpg") as picture:
        assert picture.format == "MPO"
    assert inspect(tmp_path / "anh.jpg") == ImageFacts(60, 40, "JPEG")
    done = publish(tmp_path / "anh.jpg", tmp_path / "anh")
    assert isinstance(done, Published)
    assert (done.large.width, done.large.height) == (60, 40)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tệp rỗng"),
        (b"<html><script>alert(1)</script></html>", NOT_A_PICTURE),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', NOT_A_PICTURE),
        (encoded(photo(), "GIF"), NOT_A_PICTURE),
        (encoded(photo(), "BMP"), NOT_A_PICTURE),
        (encoded(photo(), "TIFF"), NOT_A_PICTURE),
        (encoded(photo(), "PDF"), NOT_A_PICTURE),
        (b"\xff\xd8\xff" + b"\0" * 99, NOT_A_PICTURE),
        (noise("JPEG")[:-900], DAMAGED),
        (noise("PNG")[:-900], DAMAGED),
        (noise("WEBP", lossless=True)[:-900], DAMAGED),
        (encoded(photo(), "WEBP", save_all=True, append_images=[photo(mode="L")]), ANIMATED),
        (encoded(photo(), "PNG", save_all=True, append_images=[photo(mode="L")]), ANIMATED),
        (bomb(6500), "ảnh 6.500 × 6.500 điểm ảnh, vượt mức 40 triệu điểm ảnh"),
        (bomb(10_000), "ảnh quá lớn, vượt mức 40 triệu điểm ảnh"),
        (bomb(30_000), "ảnh quá lớn, vượt mức 40 triệu điểm ảnh"),
        (b"\xff\xd8" + b"\0" * images.MAX_BYTES, "tệp nặng 5,1 MB, quá mức 5 MB"),
        (many_scans(2000), "ảnh JPEG chia thành quá nhiều lượt quét"),
    ],
)
def test_what_is_no_good_photograph_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """Each is refused with its reason, on reading and on publishing, and nothing is written."""
    (tmp_path / "anh.jpg").write_bytes(data)
    assert inspect(tmp_path / "anh.jpg") == reason
    assert publish(tmp_path / "anh.jpg", tmp_path / "site" / "anh.jpg") == reason
    assert not (tmp_path / "site").exists()


def test_a_picture_at_the_bound_is_accepted(tmp_path: Path) -> None:
    """Forty million points are still allowed."""
    (tmp_path / "anh.png").write_bytes(bomb(6324))
    assert inspect(tmp_path / "anh.png") == ImageFacts(6324, 6324, "PNG")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A link, a folder, a pipe and a missing file are told, and no pipe keeps us waiting."""
    (tmp_path / "that.jpg").write_bytes(encoded(photo(), "JPEG"))
    (tmp_path / "link.jpg").symlink_to(tmp_path / "that.jpg")
    (tmp_path / "dir.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    reasons = {inspect(tmp_path / name) for name in ("link.jpg", "dir.jpg", "pipe.jpg")}
    assert reasons == {"không phải tệp thường"}
    assert inspect(tmp_path / "khong-co.jpg") == "không mở được tệp"


def test_two_sizes_are_published(tmp_path: Path) -> None:
    """A large and a small WebP, named after the source, with the sizes a page has to state."""
    (tmp_path / "anh.jpg").write_bytes(encoded(photo(2400, 1800), "JPEG"))
    done = publish(tmp_path / "anh.jpg", tmp_path / "site" / "2025" / "anh.jpg")
    assert isinstance(done, Published)
    assert done.large.path == tmp_path / "site" / "2025" / "anh.jpg.webp"
    assert done.small.path == tmp_path / "site" / "2025" / "anh.jpg.640.webp"
    assert (done.large.width, done.large.height) == (1600, 1200)
    assert (done.small.width, done.small.height) == (640, 480)
    for variant in (done.large, done.small):
        with Image.open(variant.path) as picture:
            assert picture.format == "WEBP"
            assert picture.size == (variant.width, variant.height)


@pytest.mark.parametrize("size", [(100, 50), (640, 640), (1, 3000), (3000, 1)])
def test_no_picture_is_made_larger(tmp_path: Path, size: tuple[int, int]) -> None:
    """A small picture keeps its size, and the thinnest one keeps a pixel."""
    (tmp_path / "anh.png").write_bytes(encoded(photo(*size), "PNG"))
    done = publish(tmp_path / "anh.png", tmp_path / "out")
    assert isinstance(done, Published)
    width, height = done.large.width, done.large.height
    assert 1 <= width <= size[0]
    assert 1 <= height <= size[1]
    assert max(width, height) == min(max(size), 1600)


def test_nothing_but_pixels_is_published(tmp_path: Path) -> None:
    """Camera, place, profile and comments stay behind."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"exif": camera_notes(), "icc_profile": profile, "comment": b"DIENTHOAI"}
    (tmp_path / "anh.jpg").write_bytes(encoded(photo(), "JPEG", xmp=b"DIENTHOAI", **options))
    assert (tmp_path / "anh.jpg").read_bytes().count(b"DIENTHOAI") == 3
    done = publish(tmp_path / "anh.jpg", tmp_path / "anh")
    assert isinstance(done, Published)
    for variant in (done.large, done.small):
        data = variant.path.read_bytes()
        assert all(name not in data for name in (b"EXIF", b"XMP ", b"ICCP", b"DIENTHOAI"))


@pytest.mark.parametrize(
    ("orientation", "size", "red_corner"),
    [
        (1, (60, 40), "left"),
        (2, (60, 40), "right"),
        (3, (60, 40), "right"),
        (4, (60, 40), "left"),
        (5, (40, 60), "top"),
        (6, (40, 60), "top"),
        (7, (40, 60), "bottom"),
        (8, (40, 60), "bottom"),
        (99, (60, 40), "left"),
    ],
)
def test_a_picture_is_turned_as_it_was_taken(
    tmp_path: Path, orientation: int, size: tuple[int, int], red_corner: str
) -> None:
    """Facts and files both speak of the upright picture (EXIF orientation 1 to 8)."""
    source = tmp_path / "anh.jpg"
    source.write_bytes(encoded(photo(), "JPEG", exif=camera_notes(orientation)))
    assert inspect(source) == ImageFacts(*size, "JPEG")
    done = publish(source, tmp_path / "anh")
    assert isinstance(done, Published)
    width, height = size
    corners = {"left": (3, height // 2), "right": (width - 4, height // 2)}
    corners |= {"top": (width // 2, 3), "bottom": (width // 2, height - 4)}
    with Image.open(done.large.path) as picture:
        assert picture.size == size
        red, _, blue = picture.convert("RGB").getpixel(corners[red_corner])
    assert red > blue + 100


@pytest.mark.parametrize(
    "notes",
    [
        b"\x07" * 60,
        b"II*\0\xff\xff\xff\xff",
        b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\x04ab\0\0",
        b"MM\0*\0\0\0\x08\xff\xff\x01\x12\0\x05",
    ],
)
def test_unreadable_camera_notes_do_not_spoil_a_picture(tmp_path: Path, notes: bytes) -> None:
    """A photograph whose EXIF is rubbish, or cut short, is shown as it lies."""
    (tmp_path / "anh.jpg").write_bytes(encoded(photo(), "JPEG", exif=b"Exif\0\0" + notes))
    assert inspect(tmp_path / "anh.jpg") == ImageFacts(60, 40, "JPEG")
    assert isinstance(publish(tmp_path / "anh.jpg", tmp_path / "anh"), Published)


def test_colours_are_brought_to_srgb(tmp_path: Path) -> None:
    """A profile under which red means blue is followed, then dropped."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"TEMP").replace(b"bXYZ", b"rXYZ").replace(b"TEMP", b"bXYZ")
    picture = Image.new("RGB", (8, 8), RED)
    for name, icc in (("thuong", profile), ("doi", swapped), ("hong", b"rubbish")):
        (tmp_path / name).write_bytes(encoded(picture, "PNG", icc_profile=icc))
    pixels = {}
    for name in ("thuong", "doi", "hong"):
        done = publish(tmp_path / name, tmp_path / "out" / name)
        assert isinstance(done, Published)
        with Image.open(done.large.path) as published:
            pixels[name] = published.convert("RGB").getpixel((4, 4))
        assert b"ICCP" not in done.large.path.read_bytes()
    assert _near(pixels["thuong"], RED)
    assert _near(pixels["hong"], RED)
    assert _near(pixels["doi"], BLUE)


@pytest.mark.parametrize(
    ("mode", "form"),
    [("L", "PNG"), ("1", "PNG"), ("P", "PNG"), ("CMYK", "JPEG"), ("LA", "PNG"), ("RGBA", "WEBP")],
)
def test_every_way_to_store_colours_is_understood(tmp_path: Path, mode: str, form: str) -> None:
    """Greys, palettes, print colours and transparency all come out as they look."""
    (tmp_path / "anh").write_bytes(encoded(photo(mode=mode), form))
    done = publish(tmp_path / "anh", tmp_path / "out")
    assert isinstance(done, Published)
    looks = photo(mode=mode).convert("RGB")
    with Image.open(done.large.path) as picture:
        for point in ((10, 20), (50, 20)):
            expected = looks.getpixel(point)
            assert isinstance(expected, tuple)
            assert _near(picture.convert("RGB").getpixel(point), expected)


def test_sixteen_bit_greys_keep_their_tone(tmp_path: Path) -> None:
    """A scan of 16 bits a point is neither washed out nor burnt."""
    picture = Image.new("I;16", (8, 8), 128 * 257)
    (tmp_path / "anh.png").write_bytes(encoded(picture, "PNG"))
    done = publish(tmp_path / "anh.png", tmp_path / "out")
    assert isinstance(done, Published)
    with Image.open(done.large.path) as published:
        assert _near(published.convert("RGB").getpixel((4, 4)), GREY)


def test_transparency_is_kept(tmp_path: Path) -> None:
    """What one could see through stays so."""
    picture = photo(mode="RGBA")
    picture.putalpha(0)
    (tmp_path / "anh.png").write_bytes(encoded(picture, "PNG"))
    done = publish(tmp_path / "anh.png", tmp_path / "out")
    assert isinstance(done, Published)
    with Image.open(done.large.path) as published:
        assert published.mode == "RGBA"
        assert published.getpixel((4, 4))[3] == 0


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    """Publishing again changes no byte and touches no file."""
    (tmp_path / "anh.jpg").write_bytes(noise("JPEG", exif=camera_notes(6)))
    first = publish(tmp_path / "anh.jpg", tmp_path / "a")
    other = publish(tmp_path / "anh.jpg", tmp_path / "b")
    assert isinstance(first, Published)
    assert isinstance(other, Published)
    assert first.large.path.read_bytes() == other.large.path.read_bytes()
    os.utime(first.large.path, (1, 1))
    assert publish(tmp_path / "anh.jpg", tmp_path / "a") == first
    assert first.large.path.stat().st_mtime == 1


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_damage_anywhere_is_a_value_never_a_crash(tmp_path: Path, form: str) -> None:
    """Whichever byte is changed, the answer is facts or a reason."""
    data = bytearray(noise(form))
    path = tmp_path / "anh"
    for place in [*range(120), *range(120, len(data), 97)]:
        damaged = data.copy()
        damaged[place] ^= 0xFF
        path.write_bytes(damaged)
        assert isinstance(inspect(path), ImageFacts | str)


def _near(found: object, expected: tuple[int, ...]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) < 14 for one, other in zip(found, expected, strict=True))

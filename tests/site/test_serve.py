"""The preview: what is edited is seen at once, and what is broken is told in the page."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.site.provinces import Province
from tests.site.site_reading import parse

SOON = 5
VOCABULARY = "content/vocabulary/linh-vuc.yml"
BUILDING = 3
"""Processes of a preview at rest: the server, who draws drafts, and Python's own that tidies."""

SCRIPT = '<script src="/@dvk/reload.js" defer></script>'
MODEL = "mo-hinh/duong-hoa/"
FILE = "content/models/duong-hoa.md"


@pytest.fixture
def address(province: Province) -> Iterator[str]:
    """The address of a preview of the small province, on a free port."""
    server = province.start("dvk", "serve", "--port", "0")
    assert server.stdout is not None
    try:
        line = ""
        while not (found := re.search(r"Mở (http://127\.0\.0\.1:\d+/)", line)):
            line = server.stdout.readline()
            assert line, "the preview ended before it began"
        yield found[1]
    finally:
        stop(server)


def stop(server: subprocess.Popen[str]) -> None:
    """End the preview as Ctrl+C does; it says goodbye and nothing else."""
    server.send_signal(signal.SIGINT)
    said, _ = server.communicate(timeout=10)
    assert "Đã dừng." in said
    assert "Traceback" not in said


def get(address: str) -> tuple[int, str, str]:
    """Status, type and text of what stands at an address."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read().decode()


def within(seconds: float, true: Callable[[], bool]) -> bool:
    """Whether something comes true soon enough."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False


def test_pages_come_with_a_script_that_reloads_them(address: str) -> None:
    """Every page served has the script that asks for news, which its content policy lets run."""
    status, kind, text = get(address + MODEL)
    page = parse(text)
    scripts = [
        urljoin(address + MODEL, each.attributes.get("src", "")) for each in page.all("script")
    ]
    script = next(each for each in scripts if "reload" in each)

    assert (status, kind, page.heading) == (200, "text/html; charset=utf-8", "Đường hoa")
    assert script.startswith(address)
    assert get(script)[:2] == (200, "text/javascript; charset=utf-8")
    assert "'self'" in page.meta("Content-Security-Policy")
    state = re.search(r'fetch\("([^"]+)"', get(script)[2])
    assert state is not None
    assert '"version"' in get(urljoin(address, state[1]))[2]
    assert page.unclosed == []


def test_every_kind_of_file_is_served(address: str) -> None:
    """Assets come with their own types, folders with a slash, and what is missing with our page."""
    assert get(address + "assets/css/dvk.css")[1].startswith("text/css")
    assert get(address + "assets/icons.svg")[1].startswith("image/svg+xml")
    assert get(address + "ban-tin.xml")[1].startswith("application/xml")
    assert parse(get(address + "mo-hinh")[2]).heading == "Tra cứu mô hình, điển hình"
    status, _, text = get(address + "khong-co/")
    assert (status, parse(text).heading) == (404, "Không tìm thấy trang này")
    for outside in (
        "../mkdocs.yml",
        "..%2fmkdocs.yml",
        "%2e%2e/mkdocs.yml",
        "assets/../../mkdocs.yml",
    ):
        assert get(address + outside)[0] == 404


def test_an_edit_is_seen_and_a_mistake_is_told(address: str, province: Province) -> None:
    """An edit shows within five seconds; a broken one keeps the last good page and shows the
    problem above it; once mended the problem is gone."""
    version = get(address + "@dvk/state.json")[2]
    province.edit(FILE, "ten: Đường hoa", "ten: Đường hoa mười giờ")
    assert within(SOON, lambda: parse(get(address + MODEL)[2]).heading == "Đường hoa mười giờ")
    assert within(SOON, lambda: get(address + "@dvk/state.json")[2] != version)

    province.edit(FILE, "hinh_thuc: tap-the", "hinh_thuc: tap-thee")
    assert within(SOON, lambda: f"{FILE}:4:12" in get(address + MODEL)[2])
    broken = parse(get(address + MODEL)[2])
    assert broken.heading == "Đường hoa mười giờ"
    assert f"{FILE}:4:12" in broken.text
    assert "tap-thee" in broken.text
    assert f"{FILE}:4:12" in parse(get(address)[2]).text

    province.edit(FILE, "tap-thee", "tap-the")
    assert within(SOON, lambda: FILE not in get(address + MODEL)[2])
    assert parse(get(address + MODEL)[2]).heading == "Đường hoa mười giờ"


def test_after_edits_the_preview_shows_what_a_full_build_would(
    address: str, province: Province
) -> None:
    """However edits, new files, removals and a changed vocabulary fall into each other's builds,
    every page ends up as a clean build makes it."""
    province.edit(FILE, "ten: Đường hoa", "ten: Đường hoa mười giờ")
    province.write("content/models/duong-sach.md", (province.root / FILE).read_text("utf-8"))
    assert within(SOON, lambda: "Đường hoa mười giờ" in get(address + MODEL)[2])
    province.edit("content/models/duong-sach.md", "ten: Đường hoa", "ten: Đường sách")
    province.edit(VOCABULARY, "ten: Kinh tế", "ten: Kinh tế xanh")
    province.edit(FILE, "mười giờ", "hướng dương")
    assert within(SOON, lambda: "hướng dương" in get(address + MODEL)[2])
    assert province.run("dvk", "build", "--clean").returncode == 0

    pages = sorted(province.built.pages)
    assert "mo-hinh/duong-sach/index.html" in pages
    assert within(4 * SOON, lambda: differing(address, province, pages) == [])


def differing(address: str, province: Province, pages: list[str]) -> list[str]:
    """The pages of the site that the preview shows otherwise, but for its script and notes."""
    differ = []
    for path in pages:
        shown = get(address + path.removesuffix("index.html"))[2].replace(SCRIPT, "")
        shown = re.sub('<pre class="preview-problems">.*?</pre>', "", shown, flags=re.DOTALL)
        if shown != (province.site / path).read_text("utf-8"):
            differ.append(path)
    return differ


@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells of every process")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_behind(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: signal.Signals
) -> None:
    """Stopped in the middle of a build, the preview leaves no process and no temporary file."""
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setenv("TMPDIR", str(own))
    server = province.start("dvk", "serve", "--port", "0")
    assert server.stdout is not None
    while "Mở " not in (line := server.stdout.readline()):
        assert line
    province.edit(FILE, "ten: Đường hoa", "ten: Đường hoa mười giờ")
    assert within(SOON, lambda: len(at_work(own)) > BUILDING)
    server.send_signal(end)
    said, _ = server.communicate(timeout=10)

    assert "Đã dừng." in said
    assert "Traceback" not in said
    assert within(SOON, lambda: not at_work(own))
    assert list(own.iterdir()) == []


def at_work(folder: Path) -> list[str]:
    """The processes whose temporary files belong into this folder."""
    mark = f"TMPDIR={folder}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (process / "environ").read_bytes().split(b"\0"):
                found.append(process.name)
    return found


def test_a_broken_theme_does_not_end_the_preview(address: str, province: Province) -> None:
    """A mistake in a template is told above the last good page, and is gone when it is mended."""
    good = (province.root / "theme/fragments/model.html").read_text("utf-8")
    province.write("theme/fragments/model.html", "{{ view.khong_co }}")
    assert within(SOON, lambda: "Mẫu trang model.html" in get(address + MODEL)[2])
    assert parse(get(address + MODEL)[2]).heading == "Đường hoa"

    province.write("theme/fragments/model.html", good)
    assert within(SOON, lambda: "Mẫu trang" not in get(address + MODEL)[2])


def test_a_preview_begins_even_with_broken_content(province: Province) -> None:
    """With an error from the start there is no page yet; the address shows the problem."""
    province.edit(FILE, "kinh-te", "khong-co")
    server = province.start("dvk", "serve", "--port", "0")
    assert server.stdout is not None
    line = ""
    while not (found := re.search(r"Mở (http://\S+)", line)):
        line = server.stdout.readline()
        assert line
    status, _, text = get(found[1])
    province.edit(FILE, "khong-co", "kinh-te")
    mended = within(SOON, lambda: get(found[1])[0] == 200)
    stop(server)

    assert status == 404
    assert f"{FILE}:5:11" in text
    assert mended


def test_a_taken_port_is_told_in_one_sentence(address: str, province: Province) -> None:
    """A second preview on the same port ends with a sentence in Vietnamese."""
    port = address.rstrip("/").rpartition(":")[2]
    ended = province.run("dvk", "serve", "--port", port)

    assert ended.returncode == 1
    assert re.search(rf"^Lỗi: Không mở được cổng {port} [^\n]*\n$", ended.stderr)
    assert "Traceback" not in ended.stderr

"""Finds the Chromium that the browser tests drive, and installs one where there is none.

The order is from the least to the most change to the machine: the browser named in CHROMIUM, one
already installed, the system's package, and last the one that Playwright keeps in the home folder.
A browser counts only if it starts: some systems ship a `chromium-browser` that merely points to a
shop.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_browser() -> Path | None:
    """The first browser that starts, or None."""
    return next((path for path in _candidates() if _starts(path)), None)


def install_browser() -> Path | None:
    """Try each way of installing in turn; the browser found after one of them, or None."""
    for steps in _ways():
        print("Chưa có Chromium; đang chạy:", " && ".join(" ".join(step) for step in steps))
        if all(_run(step) for step in steps) and (browser := find_browser()):
            return browser
    return None


def _candidates() -> Iterator[Path]:
    named = os.environ.get("CHROMIUM")
    if named:
        yield Path(shutil.which(named) or named)
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    yield from map(Path, MAC_PATHS)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    yield own


def _starts(path: Path) -> bool:
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def _ways() -> Iterator[list[list[str]]]:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if shutil.which("apt-get") and (is_root or shutil.which("sudo")):
        apt = [*([] if is_root else ["sudo", "-n"]), "apt-get"]
        install = ["install", "--yes", "--no-install-recommends", "chromium"]
        yield [[*apt, "update"], [*apt, *install]]
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    yield [[*playwright, "--with-deps"] if is_root else playwright]


def _run(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, env=environment, check=False).returncode == 0
    except OSError:
        return False


def main() -> int:
    """Say which browser the tests will use; 1 and what to do where there is none."""
    browser = find_browser() or install_browser()
    if browser is None:
        print(
            "Không tìm thấy và không tự cài được Chromium.\n"
            "Hãy cài Chromium hoặc Google Chrome rồi chạy lại,\n"
            "hoặc chỉ rõ chỗ của nó: make test CHROMIUM=/đường/dẫn/tới/chromium",
            file=sys.stderr,
        )
        return 1
    print(f"Trình duyệt cho các bài kiểm thử: {browser}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

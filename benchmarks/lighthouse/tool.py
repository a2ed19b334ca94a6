"""Lighthouse itself: installed by its own lock, run with its mobile profile, its report read.

The only module that knows Lighthouse. It stays out of the site's packages, which need no browser.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOCKED = Path(__file__).parent
BIN = Path(sys.executable).parent
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FLAGS = "--headless=new --no-sandbox"
_LISTS = ("package.json", "package-lock.json", ".npmrc")


@dataclass(frozen=True)
class Audit:
    """What Lighthouse found on one page."""

    scores: Mapping[str, int]
    """Category → 0 to 100."""

    paint: float
    """Seconds until the largest thing of the first screen stood there (LCP)."""

    shift: float
    """How much of the screen moved, and how far, while it loaded (CLS)."""

    blocked: float
    """Milliseconds during which the page would not have answered (TBT)."""

    bytes: int
    """What travelled, all included and compressed."""

    versions: str
    """Lighthouse and browser."""


@dataclass(frozen=True)
class Lighthouse:
    """An installed Lighthouse and the browser it drives."""

    program: Path
    browser: Path

    @staticmethod
    def installed(folder: Path, browser: Path) -> Lighthouse:
        """Install what the lock says into a folder, unless it stands there already."""
        wanted = (LOCKED / "package-lock.json").read_bytes()
        stamp = folder / "installed"
        if not (stamp.is_file() and stamp.read_bytes() == wanted):
            folder.mkdir(parents=True, exist_ok=True)
            for name in _LISTS:
                shutil.copyfile(LOCKED / name, folder / name)
            subprocess.run([BIN / "npm", "ci"], cwd=folder, check=True, stdout=sys.stderr)
            stamp.write_bytes(wanted)
        return Lighthouse(folder / "node_modules/lighthouse/cli/index.js", browser)

    def audit(self, address: str) -> Audit:
        """Open a page as a middling phone on a slow network would, and judge it.

        Raises ``RuntimeError`` when Lighthouse could not load the page.
        """
        command: list[str | Path] = [
            BIN / "node",
            self.program,
            address,
            "--output=json",
            "--output-path=stdout",
        ]
        command += [f"--chrome-flags={_FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
        settings = {**os.environ, "CHROME_PATH": str(self.browser)}
        ended = subprocess.run(
            [*command, "--quiet"], env=settings, check=False, capture_output=True, text=True
        )
        if ended.returncode:
            raise RuntimeError(f"{address}: {ended.stderr}")
        return audit_in(json.loads(ended.stdout))


def audit_in(report: Mapping[str, Any]) -> Audit:
    """What a report says. ``RuntimeError`` when Lighthouse gives no score, and why."""
    scores = {name: report["categories"][name]["score"] for name in CATEGORIES}
    if None in scores.values():
        raise RuntimeError(f"{report['requestedUrl']}: {report.get('runtimeError', scores)}")
    browser = report["environment"]["hostUserAgent"].partition("Chrome/")[2].partition(" ")[0]
    return Audit(
        {name: round(100 * score) for name, score in scores.items()},
        _value(report, "largest-contentful-paint") / 1000,
        _value(report, "cumulative-layout-shift"),
        _value(report, "total-blocking-time"),
        round(_value(report, "total-byte-weight")),
        f"Lighthouse {report['lighthouseVersion']}, Chromium {browser}",
    )


def _value(report: Mapping[str, Any], audit: str) -> float:
    return float(report["audits"][audit]["numericValue"])

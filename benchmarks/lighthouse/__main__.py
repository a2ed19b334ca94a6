"""`python -m benchmarks.lighthouse`: build the site, serve it as a host does, and measure it."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from benchmarks.lighthouse.pages import heaviest_models, pages
from benchmarks.lighthouse.report import scores_table, shortfalls, weights_table
from benchmarks.lighthouse.tool import BIN, Audit, Lighthouse
from benchmarks.peers.machine import load, machine, today
from tests.browser.site_server import served
from tests.browser.weighing import Weight, weigh
from tools.ensure_browser import find_browser

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "benchmarks/lighthouse.md"
HEAD = """# On a phone

Written by `python -m benchmarks.lighthouse`: the built site, served compressed as a static host
does. Lighthouse opens each page with its mobile profile (a middling phone, 1.6 Mbit/s, 150 ms to an
answer); the run in the middle is told, and the aim is 95 in every category. A busy machine lowers
the performance, never the other scores.
"""


def main() -> int:
    """Measure and write the report; 1 when an aim is missed, which is then named."""
    wanted = _parser().parse_args()
    browser = find_browser()
    if browser is None:
        sys.exit("no Chromium: run `make test`, or set CHROMIUM to its path")
    with _built(wanted.site) as site:
        tool = Lighthouse.installed(wanted.tools.resolve(), browser)
        audits = audited(tool, site, wanted.times)
        sites = {"the repository's own": site, **dict(wanted.corpus)}
        weights = {name: weighed(browser, folder) for name, folder in sites.items()}
    versions = next(iter(audits.values()))[0].versions
    found = list(shortfalls(audits, weights))
    missed = "\n".join(f"- {each}" for each in found) or "Every aim is met."
    told = f"{today()}; {versions}; {wanted.times} runs; {machine()}; load {load()}."
    parts = (HEAD, told, "", scores_table(audits), "", weights_table(weights), "", missed, "")
    wanted.report.write_text("\n".join(parts), "utf-8")
    print(wanted.report.read_text("utf-8"))
    return 1 if found else 0


def audited(tool: Lighthouse, site: Path, times: int) -> Mapping[str, Sequence[Audit]]:
    """What each page is → all its runs; the pages take turns, so that a busy minute hits all."""
    found: dict[str, list[Audit]] = {name: [] for name in pages(site)}
    with served(site) as address:
        for _ in range(times):
            for name, path in pages(site).items():
                found[name].append(tool.audit(address + path))
                print(name, dict(found[name][-1].scores), file=sys.stderr, flush=True)
    return found


def weighed(browser: Path, site: Path) -> tuple[str, Weight]:
    """The heaviest model of a site, and what it costs."""
    heaviest, *_, lightest = heaviest_models(site)
    with sync_playwright() as playwright, served(site) as address:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        return heaviest, weigh(chromium, address, lightest, heaviest)


@contextmanager
def _built(given: Path | None) -> Iterator[Path]:
    """The site that was built before, or the repository's own, built for this."""
    if given is not None:
        yield given
        return
    with TemporaryDirectory(prefix="lighthouse-") as folder:
        site = Path(folder) / "site"
        build: list[str | Path] = [BIN / "dvk", "build", "--site-dir", site]
        subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
        yield site


def _named_site(text: str) -> tuple[str, Path]:
    name, _, folder = text.partition("=")
    return name, Path(folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lighthouse", description=__doc__)
    parser.add_argument("--site", type=Path, help="a site built before; it is not built anew")
    parser.add_argument("--times", type=int, default=3, help="how often each page is opened")
    parser.add_argument("--tools", type=Path, default=ROOT / "build/lighthouse")
    parser.add_argument("--report", type=Path, default=REPORT)
    parser.add_argument(
        "--corpus",
        type=_named_site,
        action="append",
        default=[],
        metavar="NAME=SITE",
        help="another built site whose heaviest model is weighed, as “10,000 invented=DIR”",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""`python -m benchmarks.search`: how often is what readers look for among the first results?"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from benchmarks.search import engines
from benchmarks.search.asking import ask_all, spread
from benchmarks.search.baselines import build_dvk, build_material, build_pagefind
from benchmarks.search.engines import Engine
from benchmarks.search.plain_pages import plain_pages
from benchmarks.search.questions import QUERIES, Question, read_questions, unknown_answers
from benchmarks.search.report import failures, report
from benchmarks.search.scores import Outcome
from benchmarks.search.serving import served
from tools.ensure_browser import find_browser

_OPENED: Mapping[str, Callable[[Browser, str], AbstractContextManager[Engine]]] = {
    "dvk": engines.dvk,
    "material": engines.material,
    "pagefind": engines.pagefind,
}
_ENGINES = ",".join(_OPENED)
_CONTENT = Path("content")


def main() -> int:
    """Build what is to be searched, ask, print the tables; 1 when a question has no such entry."""
    options = _parser().parse_args()
    questions = spread(read_questions(options.queries), options.limit)
    if gaps := unknown_answers(questions, _CONTENT):
        print(f"answers that are no entry: {gaps}", file=sys.stderr)
        return 1
    outcomes: list[Outcome] = []
    with TemporaryDirectory() as work, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for name in options.engines.split(","):
            outcomes.extend(_outcomes(name, questions, browser, Path(work), options.site))
        chromium = browser.version
        browser.close()
    tables = report(outcomes)
    print(tables)
    if options.failures:
        print(f"\n{failures(outcomes)}")
    if options.write:
        heading = _heading(options.queries, len(questions), chromium)
        _results(options.queries).write_text(f"{heading}\n{tables}\n", encoding="utf-8")
    return 0


def _outcomes(
    name: str, questions: tuple[Question, ...], browser: Browser, work: Path, site: Path | None
) -> Iterator[Outcome]:
    with ExitStack() as stack:
        folder = _built(name, work / name, site)
        address = stack.enter_context(served(folder))
        engine = stack.enter_context(_OPENED[name](browser, address))
        yield from ask_all(name, engine, questions)


def _built(name: str, folder: Path, site: Path | None) -> Path:
    if name == "dvk":
        return site or build_dvk(folder)
    build = {"material": build_material, "pagefind": build_pagefind}[name]
    return build(plain_pages(_CONTENT), folder)


def _results(queries: Path) -> Path:
    own = "results.md" if queries == QUERIES else f"results-{queries.stem}.md"
    return QUERIES.with_name(own)


def _heading(queries: Path, count: int, chromium: str) -> str:
    packages = ("mkdocs", "mkdocs-material", "pagefind")
    versions = ", ".join(f"{each} {version(each)}" for each in packages)
    return (
        "# Search quality\n\n"
        f"{date.today():%Y-%m-%d}; {count} questions of `{queries.name}`, each in every "
        f"style that changes it; {versions}, Chromium {chromium}. Made with "
        "`python -m benchmarks.search`.\n"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--site", type=Path, help="our site, built already; built anew without")
    parser.add_argument("--engines", default=_ENGINES, help=f"of {_ENGINES}; default: all")
    parser.add_argument("--queries", type=Path, default=QUERIES, help="other questions")
    parser.add_argument("--limit", type=int, default=0, help="ask at most so many questions")
    parser.add_argument("--failures", action="store_true", help="list what was not in the first 3")
    parser.add_argument("--write", action="store_true", help="also write the tables to a file")
    return parser


if __name__ == "__main__":
    sys.exit(main())

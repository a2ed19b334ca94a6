"""How far Pagefind can be brought on Vietnamese entries, and what a reader then pays.

Pagefind is driven in the best way known: lean documents (title and summary whole; of unit, place,
keywords and body each word once, none that stands in over a fifth of all bodies), ``đ`` written as
``d`` and a combining stroke, one small HTML file each, the binary pointed at the folder. Then a
headless browser asks its questions, every one with an empty cache, and each byte sent is counted.
It knows the content format and Pagefind; it measures a tool, so it must not use our own search.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

import yaml
from pagefind_bin import get_executable  # type: ignore[import-untyped]
from playwright.sync_api import Browser, sync_playwright

QUESTIONS = (
    *("dan van kheo", "dân vận khéo", "mô hình", "hien dat lam duong", "hiến đất làm đường"),
    *("camera an ninh", "hũ gạo nghĩa tình", "rác", "hoi phu nu", "Bình Thuận", "tho cam"),
    "phụ nữ giúp nhau thoát nghèo",
)
"""Common words and rare ones, marked and not, one word to six; a rare name is added."""

MODES: Mapping[str, tuple[bool, Mapping[str, str]]] = {
    "asked": (False, {}),
    "one filter": (False, {"linh_vuc": "kinh-te"}),
    "all filters": (True, {"linh_vuc": "kinh-te"}),
}
"""Whether every filter is loaded first, as a page does that shows counts; and what is chosen."""

COMMONEST = {("loai", "mo-hinh"), ("hinh_thuc", "tap-the"), ("nhan_rong", "khong")}
"""Values that most entries have; left out they cost nothing, and "not the others" finds them."""

_WORD = re.compile(r"\w+")
_LINK = re.compile(r"\]\([^)]*\)")
_PAGE = "<!doctype html><html lang=vi><meta charset=utf-8><title>Tìm</title>"
_MEASURE = """
import resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(code)
"""
_ASK = """async ({bundles, question, filters, loadFilters}) => {
    const start = performance.now();
    const pagefind = await import(bundles[0] + 'pagefind.js');
    for (const other of bundles.slice(1)) await pagefind.mergeIndex(other);
    if (loadFilters) await pagefind.filters();
    const found = await pagefind.search(question, {filters});
    await Promise.all(found.results.slice(0, 10).map(result => result.data()));
    return [performance.now() - start, found.results.length];
}"""


@dataclass(frozen=True)
class Document:
    """What the search knows of one entry."""

    url: str
    title: str
    summary: str
    words: frozenset[str]
    """Those of unit, place, keywords and body."""

    filters: Mapping[str, Sequence[str]]
    sorts: Mapping[str, str]


@dataclass(frozen=True)
class Spent:
    """What a command took."""

    wall: float
    cpu: float
    peak: float
    """MiB of its largest process."""


@dataclass(frozen=True)
class Answer:
    """What one question took a reader whose cache was empty."""

    seconds: float
    cpu: float
    """Seconds of all the browser's processes together; steadier on a busy machine."""

    results: int
    sent: Mapping[str, int]
    """Bytes by what they were: script, wasm, meta, filter, index, fragment."""


def documents(content: Path) -> Iterator[Document]:
    """The models and plans of a content folder."""
    terms = yaml.load((content / "vocabulary/tinh.yml").read_text("utf-8"), yaml.CSafeLoader)
    today = {old["ten"]: new["ten"] for new in terms["tinh"] for old in new["truoc_day"]}
    today |= {new["ten"]: new["ten"] for new in terms["tinh"]}
    for folder, kind in (("models", "mo-hinh"), ("plans", "ke-hoach")):
        for path in sorted((content / folder).rglob("*.md")):
            head, _, body = path.read_text("utf-8")[4:].partition("\n---\n")
            facts = yaml.load(head, yaml.CSafeLoader)
            yield _document(f"/{kind}/{path.stem}/", kind, facts, body, today)


def _document(
    url: str, kind: str, facts: Mapping[str, Any], body: str, today: Mapping[str, str]
) -> Document:
    place = facts["dia_ban"]
    tags = facts.get("linh_vuc", [])
    year = str(facts.get("bat_dau") or facts.get("ngay") or place.get("nam", ""))[:4]
    copies = len(facts.get("nhan_rong_den", []))
    loose = [facts.get("don_vi", ""), facts.get("so_ky_hieu", ""), *map(str, place.values())]
    loose += [today[place["tinh"]], *facts.get("tu_khoa", []), _LINK.sub("]", body)]
    filters = {
        "loai": [kind],
        "hinh_thuc": [facts.get("hinh_thuc", "")],
        "linh_vuc": [tags] if isinstance(tags, str) else tags,
        "tinh": [today[place["tinh"]]],
        "nam": [year],
        "cap": sorted({each["cap"] for each in facts.get("cong_nhan", [])}),
        "nhan_rong": ["co" if copies else "khong"],
        "kinh_phi": [facts.get("dieu_kien", {}).get("kinh_phi", "")],
        "dia_ban": facts.get("dieu_kien", {}).get("dia_ban_phu_hop", []),
    }
    words = frozenset(_WORD.findall(" ".join(loose).lower()))
    sorts = {"moi": year, "nhan_rong": str(copies), "ten": facts["ten"]}
    return Document(url, facts["ten"], facts.get("tom_tat", ""), words, filters, sorts)


def lean_pages(
    found: Sequence[Document], everything: bool, share: float
) -> Iterator[tuple[str, str]]:
    """Path and text of one small page per document, for Pagefind alone.

    Words that stand in over that share of all bodies are left out. Sort keys, and the values that
    most entries have, are written only if ``everything`` is wanted.
    """
    stands_in = Counter(word for each in found for word in each.words)
    common = {word for word, count in stands_in.items() if count > share * len(found)}
    for each in found:
        said = set(_WORD.findall(f"{each.title} {each.summary}".lower()))
        rest = " ".join(sorted(each.words - common - said))
        marks = [
            f'<i data-pagefind-filter="{name}:{escape(value)}"></i>'
            for name, values in each.filters.items()
            for value in values
            if value and (everything or (name, value) not in COMMONEST)
        ]
        for name, value in each.sorts.items() if everything else ():
            marks.append(f'<i data-pagefind-sort="{name}:{escape(value)}"></i>')
        text = (
            f"<!doctype html><html lang=vi><meta charset=utf-8><body data-pagefind-body>"
            f"<h1>{escape(each.title)}</h1><p data-pagefind-weight=4>{escape(each.summary)}</p>"
            f"<p data-pagefind-weight=0.5>{escape(rest)}</p>{''.join(marks)}"
        )
        yield f"{each.url[1:]}index.html", _without_d_stroke(text)


def _without_d_stroke(text: str) -> str:
    """Pagefind folds every mark but đ; a combining stroke it folds as well."""
    return text.replace("đ", "d\u0335").replace("Đ", "D\u0335")


def run(*command: str | Path) -> Spent:
    """Run a command to its end. Raises ``CalledProcessError`` when it fails.

    A small process stands between: what one starts itself inherits the peak one has reached.
    """
    started = [sys.executable, "-c", _MEASURE, *map(str, command)]
    said = subprocess.run(started, check=True, stdout=subprocess.PIPE).stdout
    return Spent(*map(float, said.split()))


def index(
    pages: Sequence[tuple[str, str]], folder: Path, parts: int, pagefind: Path
) -> list[Spent]:
    """Write the pages in so many shares below ``folder`` and index each; what each took."""
    spent = []
    for part in range(parts):
        site = folder / f"p{part}"
        for path, text in pages[part::parts]:
            (site / path).parent.mkdir(parents=True)
            (site / path).write_text(text, "utf-8")
        spent.append(run(pagefind, "--site", site, "--output-path", folder / f"i{part}"))
    return spent


def size(folder: Path) -> tuple[float, int]:
    """MB and number of the files in a folder."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return sum(sizes) / 1e6, len(sizes)


class _Served(BaseHTTPRequestHandler):
    """A folder as a web server sends it, text compressed; every body's size is noted."""

    protocol_version = "HTTP/1.1"
    # Head and body in one packet: two would wait 40 ms for each other's acknowledgement.
    disable_nagle_algorithm = True
    wbufsize = -1

    def __init__(self, folder: Path, sent: list[tuple[str, int]], *rest: Any) -> None:
        self.folder, self.sent = folder, sent
        super().__init__(*rest)

    def do_GET(self) -> None:
        """Send a file."""
        path = self.path.partition("?")[0]
        file = self.folder / path[1:]
        body = _PAGE.encode() if path == "/" else file.read_bytes() if file.is_file() else b""
        self.send_response(200 if body else 404)
        if file.suffix in (".js", ".json"):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        types = {".js": "text/javascript", ".json": "application/json"}
        self.send_header("Content-Type", types.get(file.suffix, "text/html"))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.sent.append((path, len(body)))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address of a server of ``folder``, and the list in which it notes what it has sent."""
    sent: list[tuple[str, int]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Served, folder, sent))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", sent
    finally:
        server.shutdown()


def ask(browser: Browser, folder: Path, question: str, mode: str) -> Answer:
    """Ask the indexes in ``folder`` with an empty cache, up to the data of ten results."""
    load, filters = MODES[mode]
    bundles = [f"/{path.name}/" for path in sorted(folder.glob("i*"))]
    plain = question.replace("đ", "d").replace("Đ", "D")
    wanted = {"bundles": bundles, "question": plain, "loadFilters": load, "filters": filters}
    with served(folder) as (address, sent):
        page = browser.new_context().new_page()
        page.goto(address)
        sent.clear()
        before = _cpu(browser)
        took, results = page.evaluate(_ASK, wanted)
        used = _cpu(browser) - before
        page.context.close()
    kinds: Counter[str] = Counter()
    for path, size_sent in sent:
        kinds[_kind(path)] += size_sent
    return Answer(took / 1000, used, results, kinds)


def _cpu(browser: Browser) -> float:
    session = browser.new_browser_cdp_session()
    found = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return float(sum(each["cpuTime"] for each in found))


def _kind(path: str) -> str:
    if ".pf_" in path:
        return path.rpartition(".pf_")[2]
    return "wasm" if path.endswith(".pagefind") else "script"


def rare_name(found: Sequence[Document]) -> str:
    """The word of a title that stands in the fewest titles."""
    stands_in = Counter(word for each in found for word in set(_WORD.findall(each.title.lower())))
    some: list[str] = _WORD.findall(found[len(found) // 2].title.lower())
    return min(some, key=lambda word: (stands_in[word], word))


def report(folder: Path, questions: Sequence[str], modes: Sequence[str], times: int) -> None:
    """Print what each question took, the median of so many times, as rows of Markdown."""
    print("| question | mode | kB | s | CPU s | results | of which kB |")
    print("| --- | --- | ---: | ---: | ---: | ---: | --- |")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or None, args=["--no-sandbox"]
        )
        for question, mode in product(questions, modes):
            all_times = [ask(browser, folder, question, mode) for _ in range(times)]
            seconds = median(each.seconds for each in all_times)
            cpu = median(each.cpu for each in all_times)
            sent = all_times[0].sent
            parts = ", ".join(f"{kind} {count / 1e3:.0f}" for kind, count in sent.items())
            total, results = sum(sent.values()) / 1e3, all_times[0].results
            row = f"{total:.0f} | {seconds:.2f} | {cpu:.2f} | {results} | {parts}"
            print(f"| {question} | {mode} | {row} |", flush=True)
        browser.close()


def main() -> None:
    """The command ``python -m benchmarks.pagefind_lean``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pagefind_lean")
    parser.add_argument("content", type=Path, help="a content folder")
    parser.add_argument("work", type=Path, help="a folder for the index; emptied")
    parser.add_argument("--site", type=Path, help="index its finished pages instead")
    parser.add_argument("--pagefind", type=Path, default=Path(get_executable()))
    parser.add_argument("--parts", type=int, default=1, help="so many indexes, merged when asked")
    parser.add_argument("--everything", action="store_true", help="every filter and sort key")
    parser.add_argument("--share", type=float, default=0.2, help="of bodies; 1 keeps every word")
    parser.add_argument("--times", type=int, default=3, help="how often each question is asked")
    wanted = parser.parse_args()
    shutil.rmtree(wanted.work, ignore_errors=True)
    found = list(documents(wanted.content))
    if wanted.site:
        spent = [run(wanted.pagefind, "--site", wanted.site, "--output-path", wanted.work / "i0")]
    else:
        pages = list(lean_pages(found, wanted.everything, wanted.share))
        spent = index(pages, wanted.work, wanted.parts, wanted.pagefind)
    sizes = [size(path) for path in wanted.work.glob("i*")]
    print(
        f"{len(found)} entries, {len(spent)} index(es): {sum(each.wall for each in spent):.1f} s, "
        f"{sum(each.cpu for each in spent):.1f} s CPU, peak {max(each.peak for each in spent):.0f} "
        f"MiB, {sum(mb for mb, _ in sizes):.1f} MB in {sum(count for _, count in sizes)} files\n"
    )
    modes = ["asked"] if wanted.site else [*MODES]
    report(wanted.work, [*QUESTIONS, rare_name(found)], modes, wanted.times)


if __name__ == "__main__":
    main()

"""Preview: builds, serves the finished site on this machine, and builds again on a change.

The pages served are the published ones with one script more, which asks every moment
whether the site is newer; problems are shown in the page and in the terminal.
"""

from __future__ import annotations

import html
import json
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from generator import build
from generator.adapters import report
from generator.adapters.mkdocs_shell import EngineError
from generator.adapters.storage import StorageError
from generator.core.problems import Problem
from generator.settings import SettingsError, load

Say = Callable[[str], object]
_Stamp = dict[Path, tuple[int, int]]
_EVERY = 0.3
"""Seconds between two looks at the content."""

_SCRIPT = "/@dvk/reload.js"
_STATE = "/@dvk/state.json"
_RELOAD = """const ask = async (seen) => {
  try {
    const state = await (await fetch("/@dvk/state.json", {cache: "no-store"})).json();
    if (seen !== null && state.version !== seen) location.reload();
    seen = state.version;
  } catch { /* the server is away; ask again */ }
  setTimeout(ask, 500, seen);
};
ask(null);
"""


class Preview:
    """What the server knows: where the last good site is, and what is wrong now."""

    def __init__(self) -> None:
        self.version = 0
        self.problems: tuple[Problem, ...] = ()
        self.failure = ""

    def note(self) -> str:
        """What to show above every page; empty when all is well."""
        lines = [f"{p.place}: {p.message} {p.mend}" for p in self.problems]
        return "\n".join([self.failure, *lines] if self.failure else lines)


def serve(config_file: Path, content: Path | None, host: str, port: int, say: Say) -> None:
    """Serve until interrupted. Raises ``SettingsError``, also when the port is taken."""
    settings = load(config_file, content)
    with tempfile.TemporaryDirectory(prefix="dvk-") as folder:
        site = Path(folder) / "site"
        base = urlsplit(settings.site_url).path
        preview = Preview()
        watched = (settings.content_dir, settings.theme_dir, settings.config_file)
        before = _stamp(watched)
        _rebuild(config_file, content, site, preview, say)
        handler = partial(_Handler, directory=str(site), preview=preview, base=base)
        with _listening(host, port, handler) as server:
            say(f"Mở http://{host}:{server.server_port}{base} – dừng bằng Ctrl+C.")
            threading.Thread(target=server.serve_forever, daemon=True).start()
            for _ in _changes(watched, before):
                _rebuild(config_file, content, site, preview, say)


def _listening(
    host: str, port: int, handler: Callable[..., SimpleHTTPRequestHandler]
) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer((host, port), handler)
    except OSError:
        raise SettingsError(
            f"Không mở được cổng {port} ở {host}: cổng đang được dùng, hoặc không có quyền. "
            "Chọn cổng khác bằng --port."
        ) from None


def _rebuild(
    config_file: Path, content: Path | None, site: Path, preview: Preview, say: Say
) -> None:
    started = time.monotonic()
    try:
        prepared = build.prepare(config_file, content, site)
        checked = prepared.checked
        preview.problems, preview.failure = checked.problems, ""
        if checked.problems:
            say(report.as_text(checked.problems, checked.line, colour=False))
        if not checked.failed:
            build.build(prepared)
            say(f"Đã dựng lại trong {time.monotonic() - started:.1f} giây.".replace(".", ",", 1))
    except (SettingsError, StorageError, EngineError) as error:
        preview.failure = str(error)
        say(f"Lỗi: {error}")
    preview.version += 1


def _changes(watched: tuple[Path, ...], before: _Stamp) -> Iterator[None]:
    """Yields each time something that shapes the site has changed since ``before``."""
    while True:
        time.sleep(_EVERY)
        now = _stamp(watched)
        if now != before:
            before = now
            yield


def _stamp(paths: tuple[Path, ...]) -> _Stamp:
    found: _Stamp = {}
    for path in paths:
        for file in path.rglob("*") if path.is_dir() else (path,):
            with suppress(OSError):  # it may go while we look
                state = file.stat()
                found[file] = (state.st_mtime_ns, state.st_size)
    return found


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site's files below its base path, pages with the reload script."""

    extensions_map = {  # noqa: RUF012 - declared so by the base class
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".xml": "application/xml",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        "": "application/octet-stream",
    }

    def __init__(self, *args: object, preview: Preview, base: str, directory: str) -> None:
        self.preview, self.base = preview, base
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with the script, the state, a page, or a file."""
        path = urlsplit(self.path).path
        if path == _SCRIPT:
            self._answer(_RELOAD.encode(), "text/javascript")
        elif path == _STATE:
            self._answer(json.dumps({"version": self.preview.version}).encode(), "application/json")
        elif path == "/" and self.base != "/":
            self._go_to(self.base)
        else:
            self._file(path)

    def _file(self, path: str) -> None:
        if not path.startswith(self.base):
            return self._not_found()
        self.path = "/" + path[len(self.base) :]
        local = Path(self.translate_path(self.path))
        if local.is_dir() and not path.endswith("/"):
            return self._go_to(path + "/")
        page = local / "index.html" if local.is_dir() else local
        if not page.is_file():
            return self._not_found()
        if page.suffix == ".html":
            return self._answer(self._with_script(page.read_text(encoding="utf-8")), "text/html")
        return super().do_GET()

    def _not_found(self) -> None:
        page = Path(self.directory) / "404.html"
        text = page.read_text(encoding="utf-8") if page.is_file() else self.preview.note()
        self._answer(self._with_script(text), "text/html", 404)

    def _with_script(self, page: str) -> bytes:
        note = self.preview.note()
        shown = f'<pre class="preview-problems">{html.escape(note)}</pre>' if note else ""
        head, mark, rest = page.partition("<body")
        opening, close, body = rest.partition(">")
        script = f'<script src="{_SCRIPT}" defer></script>'
        whole = head + script + mark + opening + close + shown + body
        return (whole if mark else page + shown + script).encode()

    def _answer(self, data: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _go_to(self, path: str) -> None:
        self.send_response(302)
        self.send_header("Location", path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing of each request; the terminal is for problems."""

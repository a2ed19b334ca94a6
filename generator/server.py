"""The preview's server: the last good site, drafts of what has just been edited, and problems.

Its process does nothing but watch, answer and pass on, so that it can answer at once.
The pages served are the published ones with one script more, which waits for word that the
site is newer; problems are shown in the page and in the terminal.
"""

from __future__ import annotations

import html
import json
import signal
import tempfile
import threading
from collections.abc import Callable
from contextlib import closing
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import FrameType
from urllib.parse import parse_qs, unquote, urlsplit

from generator.adapters.watching import changes
from generator.preview import Preview, Say
from generator.rebuilding import builder
from generator.settings import SettingsError, load

_SCRIPT = "/@dvk/reload.js"
_STATE = "/@dvk/state.json"
_RELOAD = """const ask = async (seen) => {
  try {
    const query = seen === null ? "" : `?seen=${seen}`;
    const state = await (await fetch("/@dvk/state.json" + query, {cache: "no-store"})).json();
    if (seen !== null && state.version !== seen) return location.reload();
    ask(state.version);
  } catch { setTimeout(ask, 500, seen); /* the server is away; ask again */ }
};
ask(null);
"""


def serve(config_file: Path, content: Path | None, host: str, port: int, say: Say) -> None:
    """Serve until interrupted. Raises ``SettingsError``, also when the port is taken."""
    settings = load(config_file, content)
    watched = (settings.content_dir, settings.theme_dir, settings.config_file)
    _stop_on(signal.default_int_handler)
    with (
        tempfile.TemporaryDirectory(prefix="dvk-", ignore_cleanup_errors=True) as folder,
        closing(
            Preview(partial(builder, config_file, content, Path(folder) / "site"), say)
        ) as preview,
    ):
        base = urlsplit(settings.site_url).path
        handler = partial(_Handler, directory=f"{folder}/site", preview=preview, base=base)
        try:
            told = changes(watched)
            preview.build()
            with _listening(host, port, handler) as server:
                say(f"Mở http://{host}:{server.server_port}{base} – dừng bằng Ctrl+C.")
                threading.Thread(target=server.serve_forever, daemon=True).start()
                threading.Thread(target=preview.keep_up, daemon=True).start()
                for paths in told:
                    preview.note_changes(paths)
        finally:
            _stop_on(signal.SIG_IGN)  # who asks twice must not break off the tidying


def _stop_on(answer: Callable[[int, FrameType | None], object] | signal.Handlers) -> None:
    """How to answer Ctrl+C, a closed terminal and a system that ends; unless they are ignored."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, answer)


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
            self._tell_version()
        elif path == "/" and self.base != "/":
            self._go_to(self.base)
        else:
            self._file(path)

    def _tell_version(self) -> None:
        """At once; or, to who has seen one, when there is another, or after a while."""
        seen = parse_qs(urlsplit(self.path).query).get("seen", [""])[0]
        version = self.preview.newer_than(int(seen)) if seen.isdigit() else self.preview.version
        self._answer(json.dumps({"version": version}).encode(), "application/json")

    def _file(self, path: str) -> None:
        if not path.startswith(self.base):
            return self._not_found()
        self.path = "/" + path[len(self.base) :]
        draft = self.preview.draft(f"{unquote(self.path[1:])}index.html")
        if draft and path.endswith("/"):
            return self._answer(self._with_script(draft.decode()), "text/html")
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

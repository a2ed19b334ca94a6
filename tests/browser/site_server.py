"""Serves built sites as a good host does: compressed, kept open, with the page for the lost."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
}
COMPRESSED = (".html", ".css", ".js", ".json", ".xml", ".csv", ".svg")
KEPT = (".css", ".js", ".svg", ".woff2", ".webp")
"""What a reader's browser need not ask for again on the next page."""


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[str]:
    """The address at which a site's folder is served, below a path, until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder, base))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, base: str, *rest: object) -> None:
        self.folder, self.base = folder, base
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, the index of a folder, or the page for lost readers."""
        path = unquote(urlsplit(self.path).path)
        file = self.folder / path.removeprefix(self.base).lstrip("/")
        if path.endswith("/"):
            file /= "index.html"
        inside = path.startswith(self.base) and file.is_file()
        self._answer(file if inside else self.folder / "404.html", 200 if inside else 404)

    def _answer(self, file: Path, status: int) -> None:
        body, small = file.read_bytes(), file.suffix in COMPRESSED
        if small:
            body = _compressed(body)
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        if small:
            self.send_header("Content-Encoding", "gzip")
        if file.suffix in KEPT:
            self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@cache
def _compressed(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)

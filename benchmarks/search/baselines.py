"""Material's search and plain Pagefind over the plain pages, as their guides say to set them up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.search.plain_pages import PlainPage, write_html, write_markdown

_MKDOCS = """\
site_name: Dân vận khéo
docs_dir: docs
site_dir: site
theme:
  name: material
  language: vi
  font: false
plugins:
  - search:
      lang: vi
"""


def build_material(pages: tuple[PlainPage, ...], folder: Path) -> Path:
    """Build the pages with MkDocs and Material's search for Vietnamese; return the site."""
    write_markdown(pages, folder / "docs")
    (folder / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    _run("-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml"))
    return folder / "site"


def build_pagefind(pages: tuple[PlainPage, ...], folder: Path) -> Path:
    """Write the pages as HTML and let Pagefind index them; return the site."""
    write_html(pages, folder)
    _run("-m", "pagefind", "--site", str(folder))
    return folder


def build_dvk(folder: Path) -> Path:
    """Build the repository's own site into `folder`."""
    _run("-c", "from generator.cli import main; main()", "build", "--site-dir", str(folder))
    return folder


def _run(*arguments: str) -> None:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)}:\n{done.stdout}{done.stderr}")

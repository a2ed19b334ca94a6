"""Reads the fragment templates and puts the fonts where pages look for them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.adapters.storage import write_if_changed


def templates(theme_dir: Path) -> Mapping[str, str]:
    """Every fragment template by its file name."""
    folder = theme_dir / "fragments"
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.html"))}


def copy_fonts(fonts_dir: Path, folder: Path) -> int:
    """Copy every font, with its licence, into ``folder``; how many files that was.

    Without fonts prepared the site falls back on the reader's own.
    """
    files = sorted(fonts_dir.iterdir()) if fonts_dir.is_dir() else []
    for file in files:
        write_if_changed(folder / file.name, file.read_bytes())
    return len(files)

"""A page that editors wrote as a page, not as an entry: about, privacy, how to help."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HandPage:
    """What the rest of the program needs to know of such a page, which the engine draws."""

    url: str
    """Relative to the site's root: ``gioi-thieu/``."""

    title: str
    description: str
    text: str
    """Its Markdown, to be searched."""

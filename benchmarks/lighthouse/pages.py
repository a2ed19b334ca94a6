"""Which pages of a built site are measured: one of each kind, always the heaviest of its kind.

Knows the addresses of a site, and nothing of browsers.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from pathlib import Path

QUESTION = "phan loai rac"
"""What is looked for on the page of search: words without marks, as most people type them."""


def pages(site: Path) -> Mapping[str, str]:
    """What each page is → its address below the site."""
    models = heaviest_models(site)
    return {
        "home": "",
        "heaviest model": models[0],
        "heaviest list of models": _heaviest(site, "mo-hinh", "mo-hinh/trang/*"),
        "heaviest plan": _heaviest(site, "ke-hoach/*"),
        "search": f"mo-hinh/?q={QUESTION.replace(' ', '+')}",
        "numbers": "so-lieu/",
        "ready to be copied": "nhan-rong/",
        "two models compared": f"so-sanh/?m={_slug(models[0])},{_slug(models[1])}",
    }


def heaviest_models(site: Path) -> tuple[str, ...]:
    """The addresses of all models, the page with the most compressed bytes first."""
    return _by_weight(site, ("mo-hinh/*",))


def _heaviest(site: Path, *patterns: str) -> str:
    return _by_weight(site, patterns)[0]


def _by_weight(site: Path, patterns: Iterable[str]) -> tuple[str, ...]:
    """Addresses of pages, heaviest first; ``LookupError`` when the site has none of the kind."""
    files = [file for pattern in patterns for file in site.glob(f"{pattern}/index.html")]
    if not files:
        raise LookupError(f"{site} has no page {' or '.join(patterns)}")
    weights = {file: len(gzip.compress(file.read_bytes(), 6)) for file in files}
    heavy = sorted(files, key=lambda file: (-weights[file], file))
    return tuple(f"{file.parent.relative_to(site).as_posix()}/" for file in heavy)


def _slug(address: str) -> str:
    return address.split("/")[1]

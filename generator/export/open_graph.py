"""What a page shows when somebody shares its address: Open Graph tags.

Twitter reads them too and needs one tag of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.export.publication import Image, Publication
from generator.export.safe_text import attribute

Tags = Iterable[tuple[str, object]]
"""Names and values; a tag without a value is left out."""


def open_graph(
    publication: Publication,
    kind: str,
    url: str,
    title: str,
    description: str,
    image: Image | None = None,
    more: Tags = (),
) -> str:
    """The tags, with the picture of the page or else of the site.

    ``kind`` is ``website`` or ``article``; ``more`` are tags that belong to the kind.
    """
    shown = image or publication.image
    tags: list[tuple[str, object]] = [
        ("og:type", kind),
        ("og:site_name", publication.name),
        ("og:locale", "vi_VN"),
        ("og:url", url),
        ("og:title", title),
        ("og:description", description),
    ]
    if shown:
        tags += [("og:image", shown.url), ("og:image:alt", shown.description)]
        tags += [("og:image:width", shown.width), ("og:image:height", shown.height)]
    written = [
        f'<meta property="{name}" content="{attribute(str(value))}">'
        for name, value in (*tags, *more)
        if value
    ]
    card = "summary_large_image" if shown else "summary"
    return "\n".join([*written, f'<meta name="twitter:card" content="{card}">'])

"""Who publishes the collection, where, and on what terms: what every export says of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Licence:
    """The terms on which the data may be used again."""

    name: str
    """The identifier of a well-known licence, such as ``CC-BY-4.0``, or any short name."""

    title: str
    """For readers, in Vietnamese."""

    url: str = ""


@dataclass(frozen=True)
class Image:
    """A picture that stands for a page when the page is shared."""

    url: str
    """A full address."""

    description: str
    """What it shows, for those who cannot see it."""

    width: int
    height: int


@dataclass(frozen=True)
class Publication:
    """The site, as it signs what it gives away."""

    name: str
    owner: str
    """The office that answers for the content."""

    base_url: str
    """The address of the home page, ending in a slash."""

    description: str = ""
    licence: Licence | None = None
    """``None`` while the owner has not chosen one: no terms are claimed then."""

    image: Image | None = None
    """Shown for pages that have no picture of their own."""

    def address(self, url: str) -> str:
        """The full address of ``url``, which is relative to the site's root."""
        return self.base_url.rstrip("/") + "/" + url

"""The site and its pages in the words of schema.org, as plain dictionaries.

What is unknown has no key. This module must not know what an entry is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from generator.export.publication import Image, Publication

Thing: TypeAlias = dict[str, Any]

LANGUAGE = "vi"


@dataclass(frozen=True)
class Crumb:
    """A step on the way from the home page to this one."""

    name: str
    url: str
    """The full address."""


def thing(kind: str, **facts: Any) -> Thing:
    """A thing of a schema.org type with the facts that are known; ``id`` becomes ``@id``."""
    known = {name: value for name, value in facts.items() if value or value == 0}
    identity = {"@id": known.pop("id")} if "id" in known else {}
    return {"@type": kind, **identity, **known}


def organisation(publication: Publication) -> Thing:
    """The office that answers for the site."""
    return thing(
        "Organization",
        id=publication.address("#co-quan"),
        name=publication.owner,
        url=publication.base_url,
    )


def website(publication: Publication) -> Thing:
    """The site."""
    return thing(
        "WebSite",
        id=publication.address("#trang"),
        name=publication.name,
        url=publication.base_url,
        description=publication.description,
        inLanguage=LANGUAGE,
        publisher=organisation(publication),
    )


def web_page(
    publication: Publication, url: str, name: str, *, kind: str = "WebPage", **facts: Any
) -> Thing:
    """A page of the site; ``facts`` are further schema.org properties."""
    return thing(
        kind,
        id=url,
        url=url,
        name=name,
        inLanguage=LANGUAGE,
        isPartOf=thing(
            "WebSite",
            id=publication.address("#trang"),
            name=publication.name,
            url=publication.base_url,
        ),
        publisher=organisation(publication),
        **facts,
    )


def breadcrumbs(trail: Sequence[Crumb]) -> Thing:
    """The way to the page, from the home page to itself."""
    steps = [
        thing("ListItem", position=number, name=crumb.name, item=crumb.url)
        for number, crumb in enumerate(trail, start=1)
    ]
    return thing("BreadcrumbList", itemListElement=steps)


def image_object(image: Image) -> Thing:
    """A picture of the page."""
    return thing(
        "ImageObject",
        url=image.url,
        caption=image.description,
        width=image.width,
        height=image.height,
    )


def iso(day: date | None) -> str | None:
    """A day in ISO form, where there is one."""
    return day.isoformat() if day else None

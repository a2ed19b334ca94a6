"""What a link in a body points at: another content file, an image, or the outside."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from generator.core.references import Reference, references

_OUTSIDE = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True)
class Target:
    """Where a link leads; just one of the three is set."""

    outside: str = ""
    """A full address, or a place on the same page (``#ket-qua``)."""

    path: str = ""
    """A file of the content, told from the same folder as the file that links to it."""

    image: str = ""
    """A file below the content's ``images/``, told from there."""

    fragment: str = ""
    """The place on the page, with ``#``, for a link to a file."""


@dataclass(frozen=True)
class BodyLink(Reference):
    """A target in a body, and where it leads."""

    leads: Target | None = None
    """``None`` where it may not lead."""


def body_links(body: str, first_line: int, from_path: str) -> tuple[BodyLink, ...]:
    """Every link and image of the body of the file ``from_path``, in order (see ``references``)."""
    return tuple(
        BodyLink(**vars(each), leads=resolve(each.target, from_path, each.image))
        for each in references(body, first_line)
    )


def resolve(link: str, from_path: str, image: bool) -> Target | None:
    """The target of ``link`` written in the file ``from_path``; ``None`` if it is not allowed.

    Editors link to files, relative to their own: ``../plans/quang-ngai-31-kh-tu.md``.
    Images must be the site's own.
    """
    if image:
        return _image(link, from_path)
    if _OUTSIDE.fullmatch(link) or re.fullmatch(r"#[\w-]+", link):
        return Target(outside=link)
    if _SCHEME.match(link) or link.startswith("/") or "\\" in link:
        return None
    path, mark, fragment = link.partition("#")
    full = posixpath.normpath(posixpath.join(posixpath.dirname(from_path), path))
    if not full.startswith(content_folder(from_path)):
        return None
    return Target(path=full, fragment=mark + fragment)


def _image(link: str, from_path: str) -> Target | None:
    if _SCHEME.match(link) or link.startswith("/") or "\\" in link:
        return None
    full = posixpath.normpath(posixpath.join(posixpath.dirname(from_path), link))
    images = content_folder(from_path) + "images/"
    return Target(image=full.removeprefix(images)) if full.startswith(images) else None


def content_folder(path: str) -> str:
    """The first folder of a content path, with its slash: ``content/``."""
    return path.partition("/")[0] + "/"

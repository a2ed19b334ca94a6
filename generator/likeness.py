"""Which models are like each other, worked out again only when what is compared has changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from generator.basis import digest, program
from generator.core.catalogue import Catalogue, ModelItem
from generator.core.links import Links
from generator.core.near_duplicates import near_duplicates
from generator.core.pairs import Pairs
from generator.core.similarity import similar
from generator.kept import Kept
from generator.reading import Reading

Likest = dict[str, tuple[str, ...]]
"""By a model's slug those of the models most like it."""

Memory = Kept[bytes, Likest]
"""What was found before, by a digest of all that was compared."""

PairsOf = Mapping[str, Pairs]
"""By a model's slug what of it is compared."""


def memory(folder: Path | None, name: str) -> Memory:
    """What earlier builds have left in a folder under a name; nothing without a folder."""
    return Kept(folder and folder / name, program())


def compared(catalogue: Catalogue, read: Mapping[str, Reading]) -> bytes:
    """A digest of all that decides of each model, and of their order, which decides too.

    ``read`` are the readings by path.
    """
    found = (read[item.path].among for item in catalogue.models.values())
    return digest(*(each.compared for each in found if each))


def likest(
    catalogue: Catalogue, pairs: PairsOf, state: bytes, kept: Memory
) -> Mapping[str, tuple[ModelItem, ...]]:
    """For each model slug the few models most like it, best first; ``state`` as ``compared``."""

    def found() -> Likest:
        alike = similar(catalogue, pairs)
        return {slug: tuple(item.slug for item in items) for slug, items in alike.items()}

    models = catalogue.models
    slugs = kept.or_made(state, found)
    kept.save()
    return {slug: tuple(models[other] for other in others) for slug, others in slugs.items()}


def doubles(
    catalogue: Catalogue,
    links: Links,
    faulty: Collection[str],
    pairs: PairsOf,
    state: bytes,
    kept: Memory,
) -> Mapping[str, ModelItem]:
    """For each model that is told nearly in the words of another, that one.

    ``faulty`` are the paths of files with errors, which are left out; ``state`` as ``compared``.
    """

    def found() -> Likest:
        sound = [item for item in catalogue.models.values() if item.path not in faulty]
        return {s: (other.slug,) for s, other in near_duplicates(sound, links, pairs).items()}

    originals = [f"{copy} {original.slug}" for copy, original in sorted(links.originals.items())]
    parts = "\n".join(originals), "\n".join(sorted(faulty))
    slugs = kept.or_made(digest(*parts, state), found)
    kept.save()
    return {slug: catalogue.models[others[0]] for slug, others in slugs.items()}

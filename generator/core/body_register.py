"""Who is meant by a body's name: somebody of the vocabulary, or whoever has that full name.

Each body gets an address that depends on its own name and place alone, so that it stays when
other bodies come. Must not know what bodies do, only what they are called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.core.body_names import FullName, Setting, full_name, parts_of
from generator.core.taxonomy import KnownBody, Vocabulary
from generator.core.vietnamese import key, slug

Key = tuple[str, ...]


@dataclass(frozen=True)
class Holder:
    """Who holds a name."""

    key: Key
    """Equal for all names of one body."""

    name: str
    near: str
    """The place, in the words of its time, that the name does not tell; often empty."""

    province: str
    """The id of the province of today; empty for a body of the whole country."""

    wish: str
    """The address it would have if no other had it."""


class Register:
    """Reads names with the help of the vocabulary; each name in each setting once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._known: defaultdict[tuple[str, str, str], list[KnownBody]] = defaultdict(list)
        self._read: dict[tuple[object, ...], tuple[Holder, ...]] = {}
        for body in vocabulary.bodies:
            for scope, name in _sayings(body):
                self._known[(*scope, key(name))].append(body)
        self._words = frozenset(word for _, _, word in self._known)

    def read(self, name: str, said: Setting, *, listed: bool = False) -> tuple[Holder, ...]:
        """Who is meant by a name; nobody for groups, people and unknown places."""
        asked = _asked(name, said, listed)
        if asked not in self._read:
            found = tuple(self._holders(name, said, listed))
            self._read[asked] = tuple(dict.fromkeys(found)) if len(found) > 1 else found
        return self._read[asked]

    def learn(self, name: str, said: Setting, found: tuple[Holder, ...]) -> None:
        """Take over what a register with the same vocabulary has read."""
        self._read[_asked(name, said, False)] = found

    def _holders(self, name: str, said: Setting, listed: bool) -> Iterator[Holder]:
        if known := self._listed(name, said):
            yield from known
            return
        for part in parts_of(name, listed=listed):
            if known := self._listed(part, said):
                yield from known
            elif full := full_name(part, said):
                yield from self._listed(full.name, said) or (self._unlisted(full),)

    def _listed(self, name: str, said: Setting) -> tuple[Holder, ...]:
        """The bodies of the vocabulary called so there; the closest setting decides."""
        word = key(name)
        if word not in self._words:
            return ()
        province = key(said.place.province)
        for scope in (("", said.plan), (province, ""), ("", "")):
            if found := self._known.get((*scope, word)):
                return tuple(self._holder_of(each) for each in found)
        return ()

    def _holder_of(self, body: KnownBody) -> Holder:
        place = self._vocabulary.province(body.province) if body.province else None
        return Holder((body.id,), body.name, "", place.today.id if place else "", body.id)

    def _unlisted(self, full: FullName) -> Holder:
        place = self._vocabulary.province(full.scope[-1])
        told = slug(full.name)
        untold = [each for each in full.scope if f"-{_slug_of_place(each)}-" not in f"-{told}-"]
        wish = "-".join((told, *map(_slug_of_place, untold)))
        return Holder(full.key, full.name, ", ".join(untold), place.today.id if place else "", wish)


def _asked(name: str, said: Setting, listed: bool) -> tuple[object, ...]:
    """All that decides who is meant."""
    place = said.place
    return (name, place.province, place.district, place.commune, said.level, said.plan, listed)


@lru_cache(maxsize=8192)
def _slug_of_place(name: str) -> str:
    """Thousands of bodies share a place."""
    return slug(name)


def _sayings(body: KnownBody) -> Iterator[tuple[tuple[str, str], str]]:
    """In which province or plan a known body goes by which name."""
    province = key(body.province) if body.province else ""
    yield (province, ""), body.name
    for other in body.aliases:
        if not body.plans:
            yield (province, ""), other
        for plan in body.plans:
            yield ("", plan), other


def addresses(holders: Iterable[Holder]) -> dict[Key, str]:
    """An address for each: the one it wishes for, with a number where two wish for the same.

    Bodies of the vocabulary choose first.
    """
    slugs: dict[Key, str] = {}
    taken: set[str] = set()
    for each in sorted(holders, key=lambda each: (len(each.key) > 1, each.key)):
        number, free = 1, each.wish
        while free in taken or not free:
            number += 1
            free = f"{each.wish or 'co-quan'}-{number}"
        taken.add(free)
        slugs[each.key] = free
    return slugs

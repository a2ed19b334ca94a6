"""The controlled vocabulary: fields, provinces then and now, closed lists, abbreviations.

The terms are data that editors keep in ``content/vocabulary/``; this module gives
them shape and finds a term by any of the names people use for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.core.dates import Deadline, PartialDate
from generator.core.vietnamese import key

PROVINCES = "tinh"
"""The name of the list of provinces, among the closed lists."""

LAST_DAY_OF_63 = PartialDate(2025, 6, 30)
"""On the next day 34 provinces took the place of 63 (Nghị quyết 202/2025/QH15)."""


@dataclass(frozen=True)
class Term:
    """One entry of a closed list."""

    id: str
    """Written in the content and in addresses: ``kinh-te``."""

    name: str
    """Shown to readers: "Kinh tế"."""

    description: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class FormerProvince:
    """A province as it was before the units were rearranged."""

    name: str
    kind: str
    """``tinh`` or ``thanh-pho``."""

    aliases: tuple[str, ...] = ()
    until: PartialDate = LAST_DAY_OF_63
    """The last day of its name."""


@dataclass(frozen=True)
class Province:
    """A province or centrally-run city of today."""

    code: str
    """Two digits, kept as text (Quyết định 19/2025/QĐ-TTg)."""

    id: str
    """Its place in addresses: ``lam-dong``."""

    name: str
    kind: str
    """``tinh`` or ``thanh-pho``."""

    since: PartialDate | None = None
    """When it took its present shape, if that is recent."""

    basis: str = ""
    """Number of the resolution that made it so."""

    aliases: tuple[str, ...] = ()
    former: tuple[FormerProvince, ...] = ()

    @property
    def full_name(self) -> str:
        """With its kind in front: "Tỉnh Lâm Đồng", "Thành phố Hồ Chí Minh"."""
        if self.name.startswith("Thành phố"):
            return self.name
        return ("Thành phố " if self.kind == "thanh-pho" else "Tỉnh ") + self.name

    @property
    def absorbed(self) -> tuple[str, ...]:
        """Names of the former provinces that are now part of it and no longer exist."""
        return tuple(old.name for old in self.former if key(old.name) != key(self.name))


@dataclass(frozen=True)
class PlaceName:
    """What a province's name, of any time, means today."""

    today: Province
    name: str
    """The canonical spelling of the name that was used."""

    until: PartialDate | None = None
    """The last day of the name that was used, if it is a former one."""

    @property
    def is_former(self) -> bool:
        """Whether the name that was used is no longer a province's."""
        return key(self.name) != key(self.today.name)


@dataclass(frozen=True)
class MovementDay:
    """A day of the movement itself, such as its traditional day on 15 October."""

    due: Deadline
    name: str
    sources: tuple[tuple[str, str, str], ...]
    """Title, publisher and address, the last empty where there is none."""


@dataclass(frozen=True)
class KnownBody:
    """A body whose names the editors have written down."""

    id: str
    """Its place in addresses: ``ban-dan-van-tinh-uy-binh-thuan``."""

    name: str
    """In full, as its page is headed."""

    aliases: tuple[str, ...] = ()
    province: str = ""
    """The province, as then named, in which these names mean this body; empty for all."""

    plans: tuple[str, ...] = ()
    """Plans outside which the aliases mean nothing; empty when they hold everywhere."""


@dataclass(frozen=True)
class Vocabulary:
    """Every list of terms, and the ways to find one."""

    lists: Mapping[str, tuple[Term, ...]]
    """Closed lists by name: ``linh_vuc``, ``cap``, ``hinh_thuc`` …"""

    provinces: tuple[Province, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """Short form to full form: MTTQ → Mặt trận Tổ quốc."""

    unsure: frozenset[str] = frozenset()
    """Lists that could not be read whole; no entry is blamed for a term missing there."""

    days: tuple[MovementDay, ...] = ()
    """The movement's own days, in the order they are kept."""

    bodies: tuple[KnownBody, ...] = ()
    """Bodies that go by several names."""

    def term(self, list_name: str, term_id: str) -> Term:
        """The term; ``KeyError`` if there is none (content is checked before it gets here)."""
        return self._terms[list_name, term_id]

    def has(self, list_name: str, term_id: str) -> bool:
        """Whether the list holds this term."""
        return (list_name, term_id) in self._terms

    def allows(self, list_name: str, term_id: str) -> bool:
        """Whether an entry may carry the term, as far as the list is known."""
        return list_name in self.unsure or self.has(list_name, term_id)

    def names(self, list_name: str) -> Mapping[str, str]:
        """What people call the terms of a list, each with the id."""
        terms = self.lists.get(list_name, ())
        return {name: term.id for term in terms for name in (term.name, *term.aliases)}

    def ids(self, list_name: str) -> tuple[str, ...]:
        """The ids of a list, in its order."""
        return tuple(term.id for term in self.lists.get(list_name, ()))

    def province(self, name: str) -> PlaceName | None:
        """The province that a name or alias of any time stands for, if it is known."""
        return self._places.get(key(name))

    @cached_property
    def _terms(self) -> dict[tuple[str, str], Term]:
        return {(name, term.id): term for name, terms in self.lists.items() for term in terms}

    @cached_property
    def _places(self) -> dict[str, PlaceName]:
        found: dict[str, PlaceName] = {}
        for province in self.provinces:
            for old in province.former:
                gone = PlaceName(province, old.name, old.until)
                kept = PlaceName(province, old.name)
                same = key(old.name) == key(province.name)
                _add(found, kept if same else gone, (old.name, *old.aliases))
        for province in self.provinces:
            _add(found, PlaceName(province, province.name), (*province.aliases, province.name))
        return found


def _add(found: dict[str, PlaceName], place: PlaceName, names: Iterable[str]) -> None:
    """Today's names are added last, so that they win over a former one spelt alike."""
    for name in names:
        found[key(name)] = place
        for prefix in ("tỉnh ", "thành phố "):
            found.setdefault(key(prefix + name), place)

"""What a body's name means where it is said: a plan's "Tỉnh ủy" is that of its own province.

A name that leaves out its place is completed from the place it is said in; one whose place
cannot be told, and a phrase for many bodies at once or for people, is nobody in particular.
Must not know the entries, only names and places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.core.model_groups import Location
from generator.core.vietnamese import fold, key, normalise

_GROUP = re.compile(
    r"^(?:các|từng|mỗi|mọi|những|toàn thể|toàn dân|tất cả|một số|cán bộ|đảng viên|nhân dân"
    r"|nông dân|hội viên|người dân|bà con|địa bàn|hệ thống chính trị|cấp ủy các|ông|đồng chí)\b"
    r"|^(?:chính quyền|mặt trận tổ quốc(?: việt nam)?)$"
    r"|\b(?:các cấp|và nhân dân|cùng các|và tổ)\b|\bmột (?:xã|phường|huyện|quận|tỉnh)\b"
    r"|\b(?:tỉnh|huyện|quận|xã), (?:huyện|quận|xã|phường)$"
)
"""Many at once, people, or an organisation as a whole: not one body."""

_UNIT = r"(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)"
_LEADING_UNIT = re.compile(rf"{_UNIT}\s+(?=\D)", re.IGNORECASE)
_TAILS = (
    ("province", re.compile(r"(?<!\w)(?:tỉnh ủy|tỉnh đoàn|tỉnh)$")),
    ("city", re.compile(r"(?<!\w)(?:thành ủy|thành đoàn|thành phố)$")),
    ("district", re.compile(r"(?<!\w)(?:quận ủy|huyện ủy|thị ủy|quận|huyện|thị xã)$")),
    ("commune", re.compile(r"(?<!\w)(?<!hợp tác )(?:xã|phường|thị trấn|đặc khu)$")),
)
"""How a name ends that leaves its place to be understood, and which place that is."""

_LAST_WORDS = (
    *("tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu"),
    *(" ủy", " đoàn"),
)
"""One of these stands at the end of every such name; most names end otherwise."""

_PLACED = re.compile(
    rf"(?<!hợp tác )(?<!\w)(?:{_UNIT}|tỉnh ủy|thành ủy|quận ủy|huyện ủy|thị ủy)\s+[^\W\d]"
    r"|(?<!\w)quận\s+\d"
)
"""A name that says itself which unit, from the commune up, it belongs to."""

_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_SEVERAL_UNITS = re.compile(rf"(?:,| và) (?={_UNIT} \S)")
_SEVERAL = re.compile(
    r"\s*;\s*|\s*\(qua |\)$"
    r"|\s+và\s+(?=(?:Ban|Ủy ban|Hội|Đảng ủy|Chi ủy|Chi bộ|Sở|Công an|Mặt trận|Liên đoàn|Đoàn) )"
)


@dataclass(frozen=True)
class Setting:
    """Where a name is said."""

    place: Location
    level: str = ""
    """The level of the body that speaks (a term of ``cap``); empty for a model."""

    plan: str = ""
    """The slug of the plan in which it is said."""


@dataclass(frozen=True)
class FullName:
    """A body's name with the place that tells it from its namesakes."""

    name: str
    scope: tuple[str, ...]
    """Places that the name alone does not tell, smallest first; the province is always last."""

    @property
    def key(self) -> tuple[str, ...]:
        """Equal for two writings of one body."""
        return tuple(key(part) for part in (self.name, *self.scope))


def parts_of(name: str, *, listed: bool = False) -> tuple[str, ...]:
    """The names of the single bodies in a name; ``listed`` when "và" may join two of them.

    "Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy)" names two, as does "Xã An, xã Bình".
    """
    found = [each.strip() for each in (_SEVERAL.split(name) if listed else name.split(";"))]
    if len(found) == 1 and _LEADING_UNIT.match(name):
        found = _SEVERAL_UNITS.split(name)
    return tuple(each[:1].upper() + each[1:] for each in found if each)


def full_name(name: str, said: Setting) -> FullName | None:
    """The body that ``name`` means there; ``None`` for a group and where the place is unknown."""
    bare = _ASIDE.sub("", normalise(name)).strip()
    plain = bare.casefold()
    if not plain or _GROUP.search(plain):
        return None
    place = said.place
    for level, pattern in _TAILS if plain.endswith(_LAST_WORDS) else ():
        if tail := pattern.search(plain):
            there = _there(level, place)
            if not there:
                return None
            return FullName(_completed(bare, tail.group(), there), (place.province,))
    if _PLACED.search(plain) or _names_place(plain, place):
        return FullName(bare, (place.province,))
    around = _around(said)
    return FullName(bare, (*around, place.province)) if around is not None else None


def _there(level: str, place: Location) -> str:
    """The name of the unit that a tail leaves out; empty where it is not known."""
    if level == "province":
        return place.province
    if level == "city":
        is_town = (place.district or "").casefold().startswith("thành phố")
        return place.district if is_town and place.district else place.province
    return _one(place.district if level == "district" else place.commune)


def _completed(name: str, tail: str, there: str) -> str:
    """The name with its place: "Công an tỉnh" becomes "Công an tỉnh Lâm Đồng"."""
    if re.fullmatch(_UNIT, tail):
        head = name[: -len(tail)]
        if re.match(rf"{_UNIT}\s", there, re.IGNORECASE):
            return head + there
        return f"{head}{tail} {there}"
    proper = there if there.startswith("Thành phố ") else _LEADING_UNIT.sub("", there)
    return f"{name} {proper}"


def _names_place(plain: str, place: Location) -> bool:
    """Whether a part of the place stands in the name by itself: "Đồn Biên phòng Ia Púch"."""
    known = filter(None, (_one(place.commune), _one(place.district), place.province))
    names = (_LEADING_UNIT.sub("", each).casefold() for each in known)
    return any(name in plain for name in names if not fold(name)[-1:].isdigit())


def _around(said: Setting) -> tuple[str, ...] | None:
    """What tells a name without a place from its namesakes; ``None`` if that is not known."""
    place, level = said.place, said.level
    if level in ("tinh", "trung-uong"):
        return ()
    if level == "huyen":
        nearest = _one(place.district)
    elif level:
        nearest = _one(place.commune)
    else:
        nearest = _one(place.commune) or _one(place.district)
    return (nearest,) if nearest else None


def _one(unit: str | None) -> str:
    """The name of a unit; nothing when several are named."""
    return unit if unit and ";" not in unit else ""

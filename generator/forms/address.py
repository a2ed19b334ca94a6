"""Column 4 of the form: an address in words ↔ the levels of a place.

“Thôn 3, xã Sơn Dung” stands in a form of Quảng Ngãi; the province goes without saying, because
the plan is the province's. So an address is read and written against a base: the place of the
plan. Only what carries the word of its level is taken for one; nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.core.entries import Location
from generator.core.entry_rules import DISTRICTS_ENDED
from generator.core.taxonomy import PlaceName, Vocabulary
from generator.core.vietnamese import key

LEVELS = ("hamlet", "commune", "district", "province")
"""Attributes of an address and of a ``Location``, the smallest place first."""

_WORDS = (
    (
        "hamlet",
        "thôn|ấp|bản|buôn|bon|plei|plây|làng|xóm|khóm|phum|sóc|khối phố|khu phố|phố"
        "|khu dân cư|tổ dân phố|(?:tổ|khu|đội)(?= (?:số )?[0-9])",
        "kp|tdp|kdc",
    ),
    ("commune", "xã|phường|thị trấn|đặc khu", "x|p|tt"),
    ("district", "huyện|quận|thị xã", "h|q|tx"),
    ("city", "thành phố", "tp"),
    ("province", "tỉnh", "t"),
)
"""For each level the words that name it, and their abbreviations."""

_OTHER = "lộ|ủy|uỷ|đoàn|đội|hội"
"""After the word of a level these make it something else: a road, a committee."""

_LEVEL = tuple(
    (level, re.compile(rf"(?:{full}|(?:{short})(?:\.|\s|(?=[0-9])))\s*", re.IGNORECASE))
    for level, words, short in _WORDS
    for full in [rf"(?P<word>{words})\s(?!(?:{_OTHER})\b)"]
)
_CITY = re.compile(r"^(?:thành phố\s|tp(?:\.|\s))\s*", re.IGNORECASE)
_PARTS = re.compile(
    r"\s*[,;\n]\s*"
    r"|\s+[-–]\s+(?=(?i:xã|phường|thị|huyện|quận|tỉnh|thành|tp)\b)"
    r"|(?<![Tt]hị)\s+(?=(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s+[A-ZĐÀ-Ỵ\d])"
)


@dataclass(frozen=True)
class Address:
    """A place by levels; empty where a level is not told."""

    hamlet: str = ""
    commune: str = ""
    district: str = ""
    province: str = ""
    """As in the vocabulary, without “tỉnh”."""

    @staticmethod
    def of(place: Location) -> Address:
        """The levels of an entry's place."""
        levels = {level: getattr(place, level) or "" for level in LEVELS}
        return Address(**levels)


def base_of(place: Location, vocabulary: Vocabulary, year: int) -> Address:
    """Where a plan's place lies in the names of a year: provinces are renamed, districts gone."""
    said = Address.of(place)
    found = vocabulary.province(said.province)
    if found and found.until and found.until.year < year:
        said = replace(said, province=found.today.name)
    return replace(said, district="") if year > DISTRICTS_ENDED else said


def read_address(text: str, vocabulary: Vocabulary, year: int) -> tuple[Address, str]:
    """The levels that an address tells, and a province in it that does not exist.

    A part without the word of its level is passed over, unless it is last and a province;
    of two districts or provinces none is chosen.
    """
    parts = [part.strip(" .") for part in _PARTS.split(text) if part.strip(" .")]
    found: dict[str, list[str]] = {level: [] for level in LEVELS}
    unknown = ""
    for part in parts:
        level, name = _level_of(part, vocabulary, year)
        if level == "" and part == parts[-1] and vocabulary.province(part):
            level, name = "province", part
        if level == "province":
            place = vocabulary.province(name)
            unknown = unknown or ("" if place else name)
            name = place.name if place else ""
        if level and name:
            found[level].append(name)
    said = {level: names[0] for level, names in found.items() if len(names) == 1}
    for level, mark in (("hamlet", ", "), ("commune", "; ")):
        said[level] = mark.join(found[level])
    return Address(**said), unknown


def within(address: Address, base: Address) -> Address:
    """The address with the levels above it filled from the base."""
    for level in reversed(LEVELS):
        said, given = getattr(address, level), getattr(base, level)
        if said and given and key(said) != key(given):
            break
        if not said and given:
            lower = LEVELS[: LEVELS.index(level)]
            if any(getattr(address, each) for each in lower) or level == "province":
                address = replace(address, **{level: given})
    return address


def written(address: Address, base: Address, vocabulary: Vocabulary, year: int) -> str:
    """The address in words of that year, without what goes without saying where the base is."""
    levels = list(LEVELS)
    while len(levels) > 1:
        level = levels[-1]
        said, given = getattr(address, level), getattr(base, level)
        has_lower = any(getattr(address, each) for each in levels[:-1])
        if said and not (has_lower and key(said) == key(given)):
            break
        levels.pop()
    words = [getattr(address, level) for level in levels]
    if levels[-1] == "province" and (place := vocabulary.province(address.province)):
        words[-1] = full_name(place, year)
    text = ", ".join(filter(None, words))
    return text[:1].upper() + text[1:]


def full_name(place: PlaceName, year: int) -> str:
    """A province with what it was in that year in front: “tỉnh Kon Tum”, “thành phố Đà Nẵng”."""
    kind = place.today.kind
    for old in place.today.former:
        if key(old.name) == key(place.name) and old.until.year >= year:
            kind = old.kind
    if place.name.startswith("Thành phố"):
        return place.name
    return ("thành phố " if kind == "thanh-pho" else "tỉnh ") + place.name


def _level_of(part: str, vocabulary: Vocabulary, year: int) -> tuple[str, str]:
    """The level of a part and the part as entries write it: the level's word in small letters."""
    if city := _city(part, vocabulary, year):
        return "province", city
    for level, pattern in _LEVEL:
        match = pattern.match(part)
        if not match or match.end() == len(part):
            continue
        rest = part[match.end() :]
        if level == "province":
            return level, rest
        name = match[0].lower() + rest if match["word"] else part
        return ("district" if level == "city" else level), name
    return "", part


def _city(name: str, vocabulary: Vocabulary, year: int) -> str:
    """A city's name if it is, or in that year was, a province by itself; else nothing.

    “Thành phố Quảng Ngãi” lies in a province of its name; “thành phố Cần Thơ” is one.
    """
    if not _CITY.match(name):
        return ""
    place = vocabulary.province(name) or vocabulary.province(_CITY.sub("", name))
    if place is None or place.is_former or place.today.kind != "thanh-pho":
        return ""
    former = place.today.former
    was_city = any(old.kind == "thanh-pho" and key(old.name) == key(place.name) for old in former)
    return place.name if was_city or all(old.until.year < year for old in former) else ""

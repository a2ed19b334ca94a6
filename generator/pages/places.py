"""How a place is called, in the words of its time and in those of today."""

from __future__ import annotations

from generator.core.entries import Location
from generator.core.taxonomy import PlaceName, Province


def capital(text: str) -> str:
    """With a capital first letter: "phường Long Toàn" → "Phường Long Toàn"."""
    return text[:1].upper() + text[1:]


def place_then(place: Location) -> str:
    """The place in the words of its time, smallest unit first."""
    parts = (place.hamlet, place.commune, place.district, place.province)
    return capital(", ".join(part for part in parts if part))


def place_short(place: Location) -> str:
    """Enough of the place for a card: the commune, or the district, and the province."""
    near = place.commune or place.district
    return capital(f"{near}, {place.province}" if near else place.province)


def _within_a_sentence(province: Province) -> str:
    """ "tỉnh Lâm Đồng"; but "Thành phố Hồ Chí Minh", whose name begins so."""
    full = province.full_name
    return full if full == province.name else full[:1].lower() + full[1:]


def place_note(place: Location, name: PlaceName) -> str:
    """When the names were in use, and what the province is called today."""
    notes = [f"theo tên gọi năm {place.year}"] if place.year else []
    if name.is_former:
        notes.append(f"nay thuộc {_within_a_sentence(name.today)}")
    return "; ".join(notes)

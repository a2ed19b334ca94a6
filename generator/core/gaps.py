"""What each model leaves open, for an editor who has an hour to close some of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from generator.core.catalogue import Catalogue, ModelItem
from generator.core.completeness import completeness
from generator.core.formalism import confirmation_is_old
from generator.core.vietnamese import slug

BRIEFLY: Mapping[str, str] = MappingProxyType(
    {
        "hoàn cảnh ra đời": "hoàn cảnh",
        "cách làm": "cách làm",
        "kết quả có số liệu": "số liệu",
        "bài học kinh nghiệm": "bài học",
        "điều kiện để làm theo": "điều kiện",
        "thời điểm bắt đầu": "bắt đầu",
        "địa bàn đến cấp xã": "xã",
        "tình trạng hiện nay": "tình trạng",
        "ngày xác nhận gần nhất": "xác nhận",
        "nguồn có ngày và địa chỉ": "ngày hoặc địa chỉ nguồn",
    }
)
"""The parts that ``completeness`` looks for, as a narrow table names them."""

RESTORED = "nhan đề nguồn"
"""A source has a title that was restored from its address (``tieu_de_tam``)."""

OLD = "xác nhận đã quá hai năm"
KINDS = (*BRIEFLY.values(), RESTORED, OLD)
"""Everything that a model can leave open."""


@dataclass(frozen=True)
class Gap:
    """A model and what it leaves open."""

    item: ModelItem
    percent: int
    """Of what a reader needs, as the model's page tells it."""

    missing: tuple[str, ...]
    doubtful: tuple[str, ...]
    """What is there and has to be checked again."""


def gaps(catalogue: Catalogue, today: date) -> tuple[Gap, ...]:
    """The models that leave something open, those that tell least first."""
    found = (_gap(item, today) for item in catalogue.models.values())
    return tuple(sorted((gap for gap in found if gap.missing or gap.doubtful), key=_order))


def _gap(item: ModelItem, today: date) -> Gap:
    told = completeness(item)
    restored = any(source.title_is_restored for source in item.entry.sources)
    checks = [(RESTORED, restored), (OLD, confirmation_is_old(item.entry, today))]
    missing = tuple(BRIEFLY.get(name, name) for name in told.missing)
    return Gap(item, told.percent, missing, tuple(name for name, is_so in checks if is_so))


def _order(gap: Gap) -> tuple[int, int, tuple[object, ...]]:
    return gap.percent, -len(gap.doubtful), gap.item.order


def kinds_called(words: str) -> tuple[str, ...]:
    """The kinds of gap that these words name, briefly or in full, with or without marks."""
    wanted = slug(words)
    full = {brief: name for name, brief in BRIEFLY.items()}
    names = {kind: f"-{slug(kind)}-{slug(full.get(kind, ''))}-" for kind in KINDS}
    exact = tuple(kind for kind in KINDS if slug(kind) == wanted)
    return exact or tuple(kind for kind in KINDS if wanted and f"-{wanted}-" in names[kind])


def only(gaps: Iterable[Gap], kinds: Iterable[str]) -> Iterator[Gap]:
    """The gaps of one of these kinds."""
    wanted = set(kinds)
    yield from (gap for gap in gaps if wanted.intersection((*gap.missing, *gap.doubtful)))

"""Entries of a content folder as the peers are given them, and one edit of an entry.

Knows the content format alone, neither our generator nor any peer. What a peer cannot work out by
itself (which province a place belongs to today, which folder an entry is in) is said here once, so
that preparing it is no part of any measured time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from benchmarks.corpus import PLACES, slug

_FIGURE = re.compile(r"^(\s+gia_tri: )\d+$", re.MULTILINE)
_WAY = "## Cách làm\n\n"
_OF_SOMEONE = "Một hội viên của "

PROVINCES = {slug(today): today for today, *_ in PLACES}
TODAY = {name: today for today, former, _ in PLACES for name in (former, today)}
"""Any province, of any time, and that of today which it belongs to."""

LABELS: Mapping[str, Mapping[str, str]] = {
    "hinh-thuc": {"tap-the": "Tập thể", "ca-nhan": "Cá nhân"},
    "cong-nhan": {"tinh": "Cấp tỉnh", "huyen": "Cấp huyện", "xa": "Cấp xã", "don-vi": "Cấp đơn vị"},
    "linh-vuc": {
        "kinh-te": "Kinh tế",
        "van-hoa-xa-hoi": "Văn hóa – xã hội",
        "quoc-phong-an-ninh": "Quốc phòng – an ninh",
        "xay-dung-he-thong-chinh-tri": "Xây dựng hệ thống chính trị",
        "nong-thon-moi": "Xây dựng nông thôn mới",
        "do-thi-van-minh": "Đô thị văn minh",
    },
    "dia-ban": PROVINCES,
}


@dataclass(frozen=True)
class Source:
    """One file of the content folder."""

    path: Path
    """Below the content folder, such as ``models/hue/duong-hoa-7.md``."""

    head: str
    """The front matter as it stands, without its marks."""

    body: str

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @property
    def is_plan(self) -> bool:
        """Whether it is a plan, not a model."""
        return self.path.parts[0] == "plans"

    @cached_property
    def facts(self) -> Mapping[str, Any]:
        """The front matter as values."""
        return dict(yaml.load(self.head, Loader=yaml.CSafeLoader))

    def place(self) -> str:
        """Where a model stands, in words, from the hamlet up to the province of its time."""
        place = self.facts["dia_ban"]
        return ", ".join(place[each] for each in ("thon", "xa", "huyen", "tinh") if each in place)

    def terms(self) -> dict[str, list[str]]:
        """The lists a model stands in, by the first part of the list's address."""
        facts = self.facts
        unit = str(facts["don_vi"]).removeprefix(_OF_SOMEONE)
        return {
            "linh-vuc": list(facts["linh_vuc"]),
            "dia-ban": [slug(TODAY[facts["dia_ban"]["tinh"]])],
            "nam": [str(facts["bat_dau"])],
            "hinh-thuc": [facts["hinh_thuc"]],
            "cong-nhan": sorted({each["cap"] for each in facts.get("cong_nhan", [])}),
            "co-quan": [f"{unit}, {facts['dia_ban']['tinh']}"],
        }


def read(content: Path, path: Path) -> Source:
    """The entry at ``content / path``."""
    _, head, body = (content / path).read_text("utf-8").split("---\n", 2)
    return Source(path, head, body.lstrip())


def read_all(content: Path) -> Iterator[Source]:
    """Every model and plan, by path."""
    for kind in ("models", "plans"):
        for path in sorted((content / kind).rglob("*.md")):
            yield read(content, path.relative_to(content))


def one_to_edit(content: Path) -> Path:
    """A model from the middle of the collection that has a figure and tells how it was done."""
    paths = sorted((content / "models").rglob("*.md"))
    for path in paths[len(paths) // 2 :] + paths:
        text = path.read_text("utf-8")
        if _WAY in text and _FIGURE.search(text):
            return path.relative_to(content)
    raise LookupError(f"no model with a figure in {content}")


def edited(text: str, number: int) -> tuple[str, str]:
    """The text with one sentence more and another figure, and that sentence."""
    sentence = f"Lần sửa thứ {number}, cả xóm họp bàn rồi cùng làm {number + 1000} mét đường."
    text = text.replace(_WAY, f"{_WAY}{sentence} ", 1)
    return _FIGURE.sub(rf"\g<1>{number + 1000}", text, count=1), sentence

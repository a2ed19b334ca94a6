"""The ways a reader can list the models: by field, place, year, form and recognition.

Each axis says once what it is called, where its pages stand, which terms it has and
which models carry a term. Routes, lists, facets and counts are all derived from here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.core.catalogue import Catalogue, ModelItem
from generator.core.taxonomy import Province, Term
from generator.core.vietnamese import sort_key


@dataclass(frozen=True)
class Axis:
    """One way to list the models."""

    id: str
    """The first part of its addresses: ``linh-vuc``."""

    filter: str
    """Its name as a filter in the search's addresses: ``linh_vuc``."""

    name: str
    """Shown to readers: "Lĩnh vực"."""

    question: str
    """The heading of its page of terms."""

    terms: Callable[[Catalogue], tuple[Term, ...]]
    """Its terms in reading order, those without models included."""

    items: Callable[[Catalogue], Mapping[str, tuple[ModelItem, ...]]]
    """The models of each term."""

    heading: Callable[[Term], str]
    """The heading of a term's page."""

    def counted(self, catalogue: Catalogue) -> tuple[tuple[Term, int], ...]:
        """Its terms with the number of their models."""
        items = self.items(catalogue)
        return tuple((term, len(items.get(term.id, ()))) for term in self.terms(catalogue))


def _list(name: str) -> Callable[[Catalogue], tuple[Term, ...]]:
    return lambda catalogue: catalogue.vocabulary.lists.get(name, ())


def _provinces(catalogue: Catalogue) -> tuple[Term, ...]:
    ordered = sorted(catalogue.vocabulary.provinces, key=lambda each: sort_key(each.name))
    return tuple(Term(each.id, each.name, _absorbed(each)) for each in ordered)


def _absorbed(province: Province) -> str:
    return f"gồm cả {', '.join(province.absorbed)} trước đây" if province.absorbed else ""


def _years(catalogue: Catalogue) -> tuple[Term, ...]:
    return tuple(Term(year, f"Năm {year}") for year in sorted(catalogue.by_year, reverse=True))


FIELD = Axis(
    "linh-vuc",
    "linh_vuc",
    "Lĩnh vực",
    "Mô hình theo lĩnh vực",
    _list("linh_vuc"),
    lambda catalogue: catalogue.by_field,
    lambda term: term.name,
)
PROVINCE = Axis(
    "dia-ban",
    "tinh",
    "Địa bàn",
    "Mô hình theo tỉnh, thành phố hôm nay",
    _provinces,
    lambda catalogue: catalogue.by_province,
    lambda term: f"Mô hình, điển hình ở {term.name}",
)
YEAR = Axis(
    "nam",
    "nam",
    "Năm",
    "Mô hình theo năm bắt đầu, đăng ký hoặc được ghi nhận",
    _years,
    lambda catalogue: catalogue.by_year,
    lambda term: f"Mô hình, điển hình năm {term.id}",
)
FORM = Axis(
    "hinh-thuc",
    "hinh_thuc",
    "Hình thức",
    "Mô hình tập thể và gương cá nhân",
    _list("hinh_thuc"),
    lambda catalogue: catalogue.by_form,
    lambda term: f"Mô hình, điển hình {term.name.lower()}",
)
LEVEL = Axis(
    "cong-nhan",
    "cong_nhan",
    "Ghi nhận, khen thưởng",
    "Mô hình được ghi nhận, khen thưởng theo cấp",
    _list("cap"),
    lambda catalogue: catalogue.by_level,
    lambda term: (
        f"Được ghi nhận, khen thưởng {term.name.lower().replace('trung ương', 'Trung ương')}"
    ),
)

AXES = (FIELD, PROVINCE, YEAR, FORM, LEVEL)


def axis_named(axis_id: str) -> Axis:
    """The axis with this id; ``KeyError`` if there is none."""
    return _BY_ID[axis_id]


_BY_ID = {axis.id: axis for axis in AXES}

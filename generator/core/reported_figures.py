"""What editors write in ``content/figures/``: how many models places say they have.

These are counts of the movement as a newspaper or a body told them, each with its source;
they have nothing to do with how many entries this collection holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.core.dates import PartialDate
from generator.core.entries import Citation, Location
from generator.core.entry_rules import place_problems
from generator.core.fact import Facts, fact
from generator.core.field_types import AmountField, Line, Truth, When
from generator.core.front_matter import FrontMatter, KeyPath
from generator.core.problems import Problem, problem
from generator.core.salvage import salvage
from generator.core.taxonomy import Vocabulary
from generator.core.validation import check

FOLDER = "figures"
LIST = "so_lieu"


class Count(Facts):
    """One count."""

    what: Line = fact("noi_dung", "Nội dung", "Đếm gì, bằng lời của mình")
    amount: AmountField = fact("gia_tri", "Giá trị", "Số, hoặc chữ như gần 1.000")
    is_part: Truth = fact(
        "trong_do", "Trong đó", "true khi con số này nằm trong con số ở trên", default=False
    )


class Report(Facts):
    """What one source says of one place and time."""

    place: Location = fact("dia_ban", "Địa bàn", "Viết theo tên gọi vào năm của nguồn")
    body: Line | None = fact(
        "don_vi", "Đơn vị", "Khi con số chỉ là của một cơ quan, đơn vị", default=None
    )
    first: When | None = fact("tu", "Từ", "Năm hoặc ngày bắt đầu tính", default=None)
    last: When | None = fact("den", "Đến", "Năm hoặc ngày tính đến", default=None)
    counts: tuple[Count, ...] = fact("con_so", "Con số", "Mỗi con số một mục", at_least=1)
    sources: tuple[Citation, ...] = fact("nguon", "Nguồn", "Nơi công bố con số", at_least=1)


class _File(Facts):
    reports: tuple[Report, ...] = fact(LIST, "Số liệu", "Mỗi nguồn một mục", at_least=1)


def reports(
    files: Iterable[FrontMatter], vocabulary: Vocabulary, today: date
) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """The reports that the files hold together, newest first, and every problem in them."""
    found: list[Report] = []
    problems: list[Problem] = []
    context = {"vocabulary": vocabulary}
    for matter in files:
        held, wrong = check(_File, matter, context)
        problems += wrong
        found += held.reports if held else ()
        # The rules look at what is left of a faulty file, so that all is told at once.
        left = (held, matter) if held else salvage(_File, matter, context)
        if left is None:
            continue
        for index, report in enumerate(left[0].reports):
            problems += _faults(report, left[1], (LIST, index), vocabulary, today)
    return tuple(sorted(found, key=_told, reverse=True)), tuple(problems)


def _told(report: Report) -> str:
    """When the count was made, as far as known."""
    when = report.last or report.first
    return when.iso if when else ""


def _faults(
    report: Report, matter: FrontMatter, path: KeyPath, vocabulary: Vocabulary, today: date
) -> Iterator[Problem]:
    yield from place_problems(report.place, matter, vocabulary, path)
    first, last = report.first, report.last
    if first and last and first.first > last.last:
        place = matter.value_place(*path, "den")
        yield problem("period-reversed", place, start=first, end=last)
    dates: list[tuple[KeyPath, PartialDate | None]] = [(("tu",), first), (("den",), last)]
    dates += [(("nguon", i, "ngay"), each.published) for i, each in enumerate(report.sources)]
    for where, when in dates:
        if when is not None and when.first > today:
            yield problem("future-date", matter.value_place(*path, *where), value=str(when))

"""The yearly summary: how many models of each field, form and origin, and how recognised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.core.catalogue import ModelItem
from generator.core.entries import Model
from generator.core.taxonomy import Vocabulary
from generator.forms.fields import FIELDS
from generator.forms.paper import PRINTED_WIDTH, Box, Line, Paper

LEVELS = "cap"
_NAME_WIDTH = 59

Test = Callable[[Model], bool]


def of_year(items: Iterable[ModelItem], year: int) -> tuple[ModelItem, ...]:
    """The models that began, were registered or were recognised in a year."""
    return tuple(item for item in items if year in item.entry.years)


def report_paper(
    items: Sequence[ModelItem], vocabulary: Vocabulary, year: int, owner: str, about: str
) -> Paper:
    """The summary of ``items``; ``about`` says which they are, for the note below the table."""
    groups = _groups(vocabulary, year)
    columns = [(text, test) for _, columns in groups for text, test in columns]
    width = (PRINTED_WIDTH - _NAME_WIDTH) // (len(columns) + 1)
    fields = vocabulary.lists.get(FIELDS, ())
    rows = [
        _row(f"{number}. {field.name}", _of(items, field.id), columns)
        for number, field in enumerate(fields, start=1)
    ]
    total = _row("Tổng cộng", items, columns, bold=True)
    return Paper(
        title=f"Tổng hợp mô hình, điển hình “Dân vận khéo” năm {year}",
        sheet=f"Năm {year}",
        above=(
            Line(owner.upper(), bold=True, align="left"),
            Line("", size=8),
            Line("TỔNG HỢP MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO”", bold=True),
            Line(f"Năm {year}", bold=True),
        ),
        widths=(_NAME_WIDTH, *(width,) * (len(columns) + 1)),
        header=_header(groups),
        body=(*rows, total),
        notes=tuple(_notes(about, year)),
        closing=(Line("NGƯỜI LẬP BIỂU", bold=True), Line("(Ký, ghi rõ họ tên)", italic=True)),
    )


def _groups(
    vocabulary: Vocabulary, year: int
) -> tuple[tuple[str, tuple[tuple[str, Test], ...]], ...]:
    """The groups of columns, each column with what it counts."""
    recognised = tuple(
        (term.name, _recognised(term.id, year)) for term in vocabulary.lists.get(LEVELS, ())
    )
    return (
        (
            "HÌNH THỨC",
            (
                ("Mô hình tập thể", lambda model: model.form == "tap-the"),
                ("Mô hình cá nhân", lambda model: model.form == "ca-nhan"),
            ),
        ),
        (
            "TRONG ĐÓ",
            (
                ("Xây dựng mới", lambda model: model.origin == "moi"),
                ("Nhân rộng", lambda model: model.origin == "nhan-rong"),
                ("Chưa ghi", lambda model: model.origin is None),
            ),
        ),
        ("ĐƯỢC CÔNG NHẬN TRONG NĂM", recognised),
    )


def _recognised(level: str, year: int) -> Test:
    return lambda model: any(
        each.level == level and each.year == year for each in model.recognitions
    )


def _of(items: Iterable[ModelItem], field: str) -> tuple[ModelItem, ...]:
    """Each model counts once, in its main field."""
    return tuple(item for item in items if item.entry.fields[0] == field)


def _row(
    name: str, items: Sequence[ModelItem], columns: Sequence[tuple[str, Test]], bold: bool = False
) -> tuple[Box, ...]:
    counts = [len(items)]
    counts += [sum(test(item.entry) for item in items) for _, test in columns]
    cells = (Box(str(count), bold=bold, align="center", amount=count) for count in counts)
    return (Box(name, bold=bold), *cells)


def _header(
    groups: Sequence[tuple[str, tuple[tuple[str, Test], ...]]],
) -> tuple[tuple[Box, ...], ...]:
    upper = [_heading("LĨNH VỰC", down=2), _heading("TỔNG SỐ", down=2)]
    upper += [_heading(title, across=len(columns)) for title, columns in groups]
    lower = [_heading(text) for _, columns in groups for text, _ in columns]
    return tuple(upper), tuple(lower)


def _heading(text: str, across: int = 1, down: int = 1) -> Box:
    return Box(text, bold=True, align="center", across=across, down=down)


def _notes(about: str, year: int) -> Iterator[Line]:
    notes = (
        f"Tính các mô hình, điển hình {about}.",
        "Mỗi mô hình tính một lần, ở lĩnh vực chính.",
        f"Công nhận: tính quyết định ghi năm {year}; mô hình được nhiều cấp công nhận "
        "tính ở từng cấp.",
    )
    for note in notes:
        yield Line(note, italic=True, size=12, align="left")

"""The form as values becomes the printed table, as the annex of plan 31-KH/TU draws it.

Rows in a field begin with a number, marks are an x, an empty field keeps two dotted lines to
write on. One line is ours: the year under the title, because registration is yearly.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.forms.columns import MARKS, TITLES, Column
from generator.forms.paper import Align, Box, Line, Paper
from generator.forms.registration import Registered, RegistrationForm, Section

TITLE = "SỐ MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” ĐĂNG KÝ XÂY DỰNG, NHÂN RỘNG"
_DOTS = "....."
_EMPTY_LINES = 2
_WIDTHS = (66, 22, 22, 36, 67, 22, 22)
_ASIDE = (
    "(Nêu tóm tắt mô hình giải quyết vấn đề gì; tổ chức, cá nhân thực hiện; "
    "dự kiến kết quả mô hình đem lại)"
)


def registration_paper(form: RegistrationForm) -> Paper:
    """The form, ready to be drawn."""
    columns = range(1, len(TITLES) + 1)
    numbers = tuple(Box(str(number), italic=True, align="center") for number in columns)
    return Paper(
        title="Đăng ký mô hình, điển hình “Dân vận khéo”" + (f" năm {form.year}" * bool(form.year)),
        sheet="Đăng ký",
        above=tuple(_above(form)),
        widths=_WIDTHS,
        header=(*_header(), numbers),
        body=tuple(row for section in form.sections for row in _section(section)),
        closing=(Line("THỦ TRƯỞNG ĐƠN VỊ", bold=True), Line("(Ký tên, đóng dấu)", italic=True)),
    )


def _above(form: RegistrationForm) -> Iterator[Line]:
    yield Line(f"ĐƠN VỊ: {form.unit or _DOTS}", bold=True, align="left")
    yield Line("", size=8)
    yield Line(TITLE, bold=True)
    if form.year:
        yield Line(f"Năm {form.year}", bold=True)
    basis = form.basis or f"Kế hoạch số {_DOTS}, ngày {_DOTS} của {_DOTS}"
    yield Line(f"(Kèm theo {basis})", italic=True)


def _header() -> tuple[tuple[Box, ...], ...]:
    upper = (
        _heading(TITLES[Column.NAME].upper(), down=2),
        _heading("HÌNH THỨC", across=2),
        _heading(TITLES[Column.ADDRESS].upper(), down=2),
        _heading(TITLES[Column.CONTENT].upper(), down=2, aside=_ASIDE),
        _heading("TRONG ĐÓ", across=2),
    )
    return upper, tuple(_heading(TITLES[column]) for column in MARKS)


def _heading(text: str, across: int = 1, down: int = 1, aside: str = "") -> Box:
    return Box(text, bold=True, align="center", across=across, down=down, aside=aside)


def _section(section: Section) -> Iterator[tuple[Box, ...]]:
    yield (Box(section.title, bold=True), *_blanks(len(TITLES) - 1))
    for number, row in enumerate(section.rows, start=1):
        yield _row(number, row)
    if not section.rows:
        for number in range(1, _EMPTY_LINES + 1):
            yield (Box(f"{number}{_DOTS}"), *(Box(align=_align(each)) for each in [*TITLES][1:]))


def _row(number: int, row: Registered) -> tuple[Box, ...]:
    marks = {row.form, row.origin}
    texts = {
        Column.NAME: f"{number}. {row.name}",
        Column.ADDRESS: row.address,
        Column.CONTENT: row.content,
    }
    return tuple(
        Box("x" if column.value in marks else "", align="center")
        if column in MARKS
        else Box(texts[column])
        for column in TITLES
    )


def _align(column: Column) -> Align:
    return "center" if column in MARKS else "left"


def _blanks(count: int) -> tuple[Box, ...]:
    return (Box(),) * count

"""The only door to python-docx: a document's tables as grids, a printed form as a document.

Text is read as on paper: tracked insertions count, deletions do not; Wingdings ticks and content
controls are the signs they show. The bytes must have passed ``forms.package.inspect``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from generator.forms.grid import BLANK, MAX_COLUMNS, MAX_ROWS, Cell, Grid, tidy
from generator.forms.measuring import heights
from generator.forms.package import MADE, MAKER, DamagedError, settled
from generator.forms.paper import (
    FONT,
    MARGINS,
    PAGE,
    PRINTED_WIDTH,
    Box,
    Line,
    Paper,
    placed,
    right_half,
)

_WRAPPERS = frozenset(
    map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"))
)
_DROPPED = frozenset(
    (
        *map(qn, ("w:del", "w:moveFrom", "w:tbl", "w:footnoteReference", "w:instrText")),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)
_SIGNS = {"F0FC": "✓", "F0FB": "x", "F0FD": "x", "F0FE": "☑", "F054": "x", "F052": "☑"}
"""Characters of the Wingdings fonts that people put as a mark."""

_ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER}
_BODY_SIZE, _HEADER_SIZE = 13, 12
_GAP = Line("", size=8)


def read(data: bytes) -> tuple[Grid, ...]:
    """Every table, with the lines before it. Raises ``DamagedError``."""
    try:
        return tuple(_grids(Document(BytesIO(data)).element.body))
    except Exception as error:  # a damaged document makes python-docx raise whatever it meets
        raise DamagedError(str(error)) from error


def _grids(body: Any) -> Iterator[Grid]:
    heading: list[tuple[str, ...]] = []
    order = 0
    for block in _children(body, "w:p", "w:tbl"):
        if block.tag == qn("w:p"):
            heading += [(line,) for line in _text(block).split("\n") if line]
        else:
            order += 1
            yield _grid(block, order, tuple(heading))
            heading = []


def _grid(table: Any, order: int, heading: tuple[tuple[str, ...], ...]) -> Grid:
    rows: list[list[Cell]] = []
    surplus = 0
    for number, row in enumerate(_children(table, "w:tr"), start=1):
        if number > MAX_ROWS:
            surplus = number
            break
        rows.append(list(islice(_row(row), MAX_COLUMNS)))
    width = max(map(len, rows), default=0)
    filled = tuple((*row, *(BLANK,) * (width - len(row))) for row in rows)
    return Grid(f"bảng {order}", order, filled, heading, lettered=False, surplus=surplus)


def _row(row: Any) -> Iterator[Cell]:
    """A cell for every column, also for those that a wide cell reaches over."""
    yield from (BLANK,) * min(row.grid_before, MAX_COLUMNS)
    for cell in _children(row, "w:tc"):
        if cell.vMerge == "continue":
            yield Cell(from_above=True)
        else:
            lines = (_text(line) for line in _children(cell, "w:p"))
            yield Cell(tidy("\n".join(lines)))
        yield from (BLANK,) * min(cell.grid_span - 1, MAX_COLUMNS)


def _children(parent: Any, *tags: str) -> Iterator[Any]:
    """The children of these kinds, also those inside content controls and tracked changes."""
    wanted = {qn(tag) for tag in tags}
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, *tags)


def _text(element: Any) -> str:
    return tidy("".join(_pieces(element)))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _DROPPED:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif child.tag == qn("w:tab"):
            yield " "
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag == qn("w:sym"):
            yield _SIGNS.get(child.get(qn("w:char"), "").upper(), "")
        elif child.tag == qn("w:p"):
            yield f"\n{''.join(_pieces(child))}\n"
        else:
            yield from _pieces(child)


def write(paper: Paper) -> bytes:
    """The form as a document, ready to print."""
    document = Document()
    _set_page(document)
    document.core_properties.title, document.core_properties.author = paper.title, MAKER
    document.core_properties.comments = ""
    document.core_properties.created = document.core_properties.modified = MADE
    for line in paper.above:
        _line(document.add_paragraph(), line)
    _line(document.add_paragraph(), _GAP)
    _table(document, paper)
    for lines in filter(None, (paper.notes, paper.closing)):
        _below(document, paper, lines)
    out = BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _below(document: WordDocument, paper: Paper, lines: Sequence[Line]) -> None:
    """Lines below the table, never alone on a page; those who sign stand on the right."""
    gap = document.add_paragraph()
    _line(gap, _GAP)
    gap.paragraph_format.keep_with_next = True
    for line in lines:
        paragraph = document.add_paragraph()
        _line(paragraph, line)
        paragraph.paragraph_format.keep_with_next = line is not lines[-1] or lines is paper.notes
        if lines is paper.closing:
            before = sum(paper.widths[: right_half(paper.widths)])
            paragraph.paragraph_format.left_indent = Mm(before)


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(PAGE["width"]), Mm(PAGE["height"])
    for side, millimetres in MARGINS.items():
        setattr(section, f"{side}_margin", Mm(millimetres))
    section.header_distance = section.footer_distance = Mm(8)
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(_BODY_SIZE)
    fonts = normal.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(script), FONT)
    _add(normal.element.rPr, "w:lang", val="vi-VN")
    normal.paragraph_format.space_after = Pt(0)
    _page_number(section.footer.paragraphs[0])


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _table(document: WordDocument, paper: Paper) -> None:
    table = document.add_table(len(paper.header), len(paper.widths), "Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _set_padding(table)
    for column, width in zip(table.columns, paper.widths, strict=True):
        column.width = Mm(width * PRINTED_WIDTH / sum(paper.widths))
    for row, column, box in placed(paper.header):
        cell = table.cell(row, column)
        end = table.cell(row + box.down - 1, column + box.across - 1)
        _box(cell.merge(end) if end is not cell else cell, box, _HEADER_SIZE)
    for row, height in zip(table.rows, heights(paper), strict=False):
        row.height = Pt(height)
        _add(row._tr.get_or_add_trPr(), "w:cantSplit")
        _add(row._tr.get_or_add_trPr(), "w:tblHeader")
    for boxes in paper.body:
        is_title = boxes[0].bold and not any(box.text for box in boxes[1:])
        _body_row(table, boxes, stays=is_title or boxes is paper.body[-1])


def _set_padding(table: Table) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        _add(margins, side, w=str(Mm(1.2).twips), type="dxa")
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.addprevious(margins)


def _body_row(table: Table, boxes: Sequence[Box], stays: bool) -> None:
    """A row; one that ``stays`` goes to the next page with what follows it."""
    row: Any = table.add_row()  # type: ignore[no-untyped-call]
    _add(row._tr.get_or_add_trPr(), "w:cantSplit")
    for cell, box in zip(row.cells, boxes, strict=True):
        _box(cell, box, _BODY_SIZE)
        cell.paragraphs[0].paragraph_format.keep_with_next = stays


def _box(cell: _Cell, box: Box, size: int) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    _line(cell.paragraphs[0], Line(box.text, box.bold, box.italic, size, box.align))
    if box.aside:
        _line(cell.add_paragraph(), Line(box.aside, italic=True, size=size, align=box.align))
    cell.paragraphs[0].paragraph_format.space_before = Pt(1)
    cell.paragraphs[-1].paragraph_format.space_after = Pt(1)


def _line(paragraph: Paragraph, line: Line) -> None:
    paragraph.alignment = _ALIGN[line.align]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0 if line.text else Pt(line.size)
    run = paragraph.add_run(tidy(line.text))
    run.bold, run.italic, run.font.size = line.bold, line.italic, Pt(line.size)


def _add(parent: Any, tag: str, **values: str) -> None:
    """Add an element that python-docx has no property for."""
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)

"""What a YAML error means to somebody who has never heard of YAML, and where it really is.

The parser stops where it can no longer go on; the slip is often a line or a quote before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

_INDENT = "dòng này thụt lề không khớp các dòng trên"
_ALIGN = "Đặt dòng này thẳng hàng với các khóa cùng bậc; chỉ khóa con mới thụt thêm hai dấu cách."
_KEY = "Viết tên khóa, dấu hai chấm, dấu cách rồi giá trị; mục của danh sách thì mở bằng “- ”."
_BRACKET = "Đóng ngoặc lại; nếu ngoặc thuộc về giá trị thì đặt cả giá trị trong dấu nháy đơn."
_DOUBLE = (
    "Kiểm tra dấu nháy mở và đóng; giá trị có sẵn dấu nháy đơn thì đặt trong dấu nháy kép, "
    'ví dụ "Ea H\'leo".'
)


class Advice(NamedTuple):
    """Where the slip is (0-based), what it is and what to do."""

    line: int
    column: int
    reason: str
    mend: str


class _Slip(NamedTuple):
    """Where the parser stopped, and where what it was reading began."""

    lines: list[str]
    line: int
    column: int
    first_line: int
    first_column: int

    def begun(self) -> _Slip:
        """The same, as if the parser had stopped where it began."""
        return self._replace(line=self.first_line, column=self.first_column)

    @property
    def text(self) -> str:
        return self.lines[self.line]

    @property
    def character(self) -> str:
        return self.text[self.column : self.column + 1]

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


def advice_for(error: yaml.YAMLError, text: str) -> Advice:
    """What to tell an editor about a parser's complaint over ``text``."""
    lines = [*text.split("\n"), ""]
    stopped = _position(getattr(error, "problem_mark", None), lines)
    began = _position(getattr(error, "context_mark", None), lines)
    slip = _Slip(lines, *stopped, *began)
    if "\t" in slip.text[: slip.column + 1]:
        mend = "Thay dấu tab bằng dấu cách, hai dấu cách cho mỗi bậc thụt lề."
        return Advice(slip.line, slip.text.index("\t"), "có dấu tab ở đầu dòng", mend)
    for clue, explain in _EXPLANATIONS:
        if re.search(clue, str(error)):
            return explain(slip)
    mend = "So dòng này với mẫu (dvk new) rồi viết lại."
    return Advice(slip.line, slip.column, "máy không hiểu dòng này", mend)


def _position(mark: yaml.Mark | None, lines: list[str]) -> tuple[int, int]:
    return (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)


def _stray_colon(slip: _Slip) -> Advice:
    """A colon inside a value; or a key that the lines above make part of their value."""
    if ":" in slip.text[: slip.column]:
        reason = "dấu hai chấm nằm giữa giá trị"
        return Advice(slip.line, slip.column, reason, _quoted(slip.text))
    above = next((at for at in range(slip.line - 1, -1, -1) if slip.lines[at].strip()), slip.line)
    if not re.search(r":(\s|$)", slip.lines[above]):
        wrong = slip._replace(line=above)
        return _missing_colon(wrong._replace(first_line=above, first_column=wrong.indent))
    return Advice(slip.line, slip.indent, _INDENT, _ALIGN)


def _missing_colon(slip: _Slip) -> Advice:
    slip = slip.begun()
    if squeezed := re.match(r"[\s-]*\w+:(?=\S)", slip.text):
        mend = "Thêm một dấu cách sau dấu hai chấm."
        return Advice(slip.line, squeezed.end(), "thiếu dấu cách sau dấu hai chấm", mend)
    return Advice(slip.line, slip.column, "dòng này không có dạng “khóa: giá trị”", _KEY)


def _open_quote(slip: _Slip) -> Advice:
    slip, mend = slip.begun(), "Thêm dấu nháy cùng loại ở cuối giá trị."
    return Advice(slip.line, slip.column, "dấu nháy mở ở đây mà không đóng", mend)


def _open_bracket(slip: _Slip) -> Advice:
    slip = slip.begun()
    reason = f"ngoặc {slip.character} mở ở đây mà không đóng"
    return Advice(slip.line, slip.column, reason, _BRACKET)


def _missing_dash(slip: _Slip) -> Advice:
    reason = "danh sách bị ngắt, dòng này không bắt đầu bằng dấu gạch"
    mend = "Thêm “- ” ở đầu mục; còn nếu là một khóa thì đặt thẳng hàng với các khóa cùng bậc."
    return Advice(slip.line, slip.column, reason, mend)


def _after_the_end(slip: _Slip) -> Advice:
    reason = "dòng “...” ở trên đã đóng phần khai báo"
    return Advice(slip.line, slip.column, reason, "Xóa dòng “...” ấy.")


def _misplaced_key(slip: _Slip) -> Advice:
    before = slip.text[: slip.column].rstrip()
    if before.endswith(("'", '"')):
        return Advice(slip.line, slip.column, "có chữ thừa sau dấu nháy đóng", _DOUBLE)
    if before.endswith(("]", "}")):
        return Advice(slip.line, slip.column, "có chữ thừa sau ngoặc đóng", _quoted(slip.text))
    return Advice(slip.line, slip.column, _INDENT, _ALIGN)


def _escape(slip: _Slip) -> Advice:
    reason = "trong dấu nháy kép, dấu gạch chéo ngược là ký hiệu riêng"
    return Advice(slip.line, slip.column, reason, "Dùng dấu nháy đơn thay cho dấu nháy kép.")


def _bad_start(slip: _Slip) -> Advice:
    reason = f"giá trị không được bắt đầu bằng “{slip.character}”"
    return Advice(slip.line, slip.column, reason, _quoted(slip.text))


def _quoted(line: str) -> str:
    """The advice to quote, with the editor's own value as the example."""
    key, colon, value = line.strip().removeprefix("- ").partition(":")
    value = value.strip()
    if not (colon and value and key.isidentifier() and len(line) < 100) or "'" in value:
        key, value = "ten", "TP. Bà Rịa: dân đồng thuận"
        return f"Đặt cả giá trị trong dấu nháy đơn, ví dụ {key}: '{value}'."
    return f"Đặt cả giá trị trong dấu nháy đơn: {key}: '{value}'."


_EXPLANATIONS: tuple[tuple[str, Callable[[_Slip], Advice]], ...] = (
    ("mapping values are not allowed", _stray_colon),
    ("could not find expected ':'", _missing_colon),
    ("unexpected end of stream", _open_quote),
    ("did not find expected ',' or", _open_bracket),
    ("did not find expected '-' indicator", _missing_dash),
    ("did not find expected key", _misplaced_key),
    ("did not find expected <document start>", _after_the_end),
    ("unknown escape character", _escape),
    ("cannot start any token", _bad_start),
    ("alias|anchor|block scalar|tag|directive", lambda slip: _bad_start(slip.begun())),
)

"""Official forms and the collection: the form and the summary written from it, filled forms read.

Tells the story in order; what a form is and means stands in ``forms``, the files in ``adapters``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.adapters import new_files, spreadsheet, word_document
from generator.adapters.content_folder import ENTRY_FOLDERS
from generator.build import Prepared
from generator.core.problems import Problem, has_errors, problem
from generator.forms import package
from generator.forms.circumstances import FormError, Given, plan_of, surroundings
from generator.forms.drafting import Draft, draft
from generator.forms.fields import FIELDS
from generator.forms.filled import FilledForm
from generator.forms.grid import CellPlace, Grid
from generator.forms.naming import Names, name_for, names
from generator.forms.paper import Paper
from generator.forms.reading import read_forms
from generator.forms.registration import registered, registration
from generator.forms.registration_table import registration_paper
from generator.forms.report_table import of_year, report_paper

__all__ = ["FormError", "Given", "Intake", "keep", "registration_form", "save", "take_in"]

_WRITERS: Mapping[str, Callable[[Paper], bytes]] = {
    ".xlsx": spreadsheet.write,
    ".docx": word_document.write,
}
_READERS: Mapping[package.Kind, Callable[[bytes], tuple[Grid, ...]]] = {
    "xlsx": spreadsheet.read,
    "docx": word_document.read,
}


@dataclass(frozen=True)
class Intake:
    """What a filled form would bring into the collection."""

    entries: Mapping[Path, str]
    """New files with their texts, in the order of the rows."""

    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether a row, or the form as a whole, could not be read."""
        return has_errors(self.problems)


def registration_form(prepared: Prepared, plan: str, year: int, unit: str) -> Paper:
    """The official form of a plan for a year. Raises ``FormError``."""
    _require_sound(prepared)
    catalogue = prepared.checked.catalogue
    return registration_paper(registration(catalogue, plan_of(catalogue, plan), year, unit))


def yearly_report(prepared: Prepared, plan: str, year: int) -> Paper:
    """The summary of a year, of one plan or, without one, of everything. Raises ``FormError``."""
    _require_sound(prepared)
    catalogue = prepared.checked.catalogue
    if plan:
        found = plan_of(catalogue, plan).entry
        items = registered(catalogue, plan, year)
        name = f"Kế hoạch số {found.number}" if found.number else f"“{found.name}”"
        about = f"đăng ký năm {year} theo {name} của {found.issuer}"
    else:
        items = of_year(catalogue.models.values(), year)
        about = f"bắt đầu, đăng ký hoặc được công nhận trong năm {year}"
    return report_paper(items, catalogue.vocabulary, year, prepared.settings.owner, about)


def save(paper: Paper, file: Path, replace: bool) -> None:
    """Write a form as its ending says. Raises ``FormError`` and ``StorageError``."""
    writer = _WRITERS.get(file.suffix.lower())
    if writer is None:
        raise FormError(f"Tên tệp “{file.name}” phải có đuôi .xlsx hoặc .docx.")
    if file.exists() and not replace:
        raise FormError(f"Đã có tệp {file}. Đặt tên khác, hoặc thêm --force để ghi đè.")
    new_files.create(file, writer(paper), replace)


def take_in(prepared: Prepared, file: Path, given: Given) -> Intake:
    """What a filled form brings, and every problem in it. Raises ``FormError``, ``OSError``."""
    vocabulary = prepared.checked.catalogue.vocabulary
    if not vocabulary.lists.get(FIELDS):
        raise FormError("Chưa đọc được danh mục lĩnh vực: chạy dvk check rồi sửa trước.")
    grids, problems = _grids(file)
    forms, found = read_forms(file.name, grids, vocabulary) if grids else ((), [])
    problems += found
    known = _names(prepared)
    entries: dict[Path, str] = {}
    for form in forms:
        if form.rows:
            fresh, found = _entries(prepared, form, given, known)
            entries |= fresh
            problems += found
    return Intake(entries, tuple(problems))


def keep(entries: Mapping[Path, str]) -> None:
    """Write the entries, all or none. Raises ``StorageError``."""
    new_files.create_all({path: text.encode() for path, text in entries.items()})


def _require_sound(prepared: Prepared) -> None:
    """A faulty entry is in no catalogue: a form written now would leave it out in silence."""
    if prepared.checked.failed:
        raise FormError("Nội dung đang có lỗi nên bảng có thể thiếu mục: chạy dvk check rồi sửa.")


def _grids(file: Path) -> tuple[tuple[Grid, ...], list[Problem]]:
    with file.open("rb") as stream:
        data = stream.read(package.MAX_BYTES + 1)
    kind = package.inspect(file.name, data)
    if isinstance(kind, Problem):
        return (), [kind]
    try:
        return _READERS[kind](data) or (Grid("", 0, ()),), []
    except package.DamagedError:
        return (), [problem("form-damaged", CellPlace(file.name))]


def _names(prepared: Prepared) -> Names:
    paths = {
        PurePosixPath(path).stem: path
        for path in prepared.checked.files
        if path.split("/")[1] == ENTRY_FOLDERS["model"]
    }
    return names(prepared.checked.catalogue.models.values(), paths)


def _entries(
    prepared: Prepared, form: FilledForm, given: Given, known: Names
) -> tuple[dict[Path, str], list[Problem]]:
    """The files that the rows of one form become."""
    around, problems = surroundings(form, given, prepared.checked.catalogue, prepared.today)
    is_whole = not has_errors(problems)
    entries: dict[Path, str] = {}
    for row in form.rows:
        drafted, found = draft(row, around)
        problems += found
        if drafted and is_whole:
            name, taken = name_for(drafted, around.year, known)
            problems += [taken] if taken else []
            entries |= {_path(prepared, drafted, name): drafted.text} if name else {}
    return entries, problems


def _path(prepared: Prepared, drafted: Draft, name: str) -> Path:
    """In the folder of the province, as the other entries stand."""
    place = prepared.checked.catalogue.place(drafted.model)
    folder = prepared.settings.content_dir / ENTRY_FOLDERS["model"]
    return folder / place.today.id / f"{name}.md"

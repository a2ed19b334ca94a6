"""A row of a filled form becomes the text of an entry, held to every rule of entries at once.

What the form does not say is not said: no start, no result, no level of recognition. What an
entry needs and no form holds (the province, a person's consent) must come with the command.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.core import front_matter, text_checks, validation
from generator.core.catalogue import Item
from generator.core.entries import Model
from generator.core.entry_rules import World, check_entry
from generator.core.problems import Problem, has_errors, problem
from generator.core.skeleton import skeleton
from generator.core.taxonomy import Vocabulary
from generator.core.vietnamese import nearest
from generator.forms import body_sections
from generator.forms.address import Address, read_address, within, written
from generator.forms.citation import citation
from generator.forms.columns import TITLES, Column
from generator.forms.fields import FIELDS
from generator.forms.filled import FilledRow
from generator.forms.summary import summary

MAX_CONTENT = 12_000
"""Characters of column 5: with the rest they stay within what an entry may hold."""

_CELLS = {
    "ten": (Column.NAME, "Tên mô hình"),
    "dia_ban": (Column.ADDRESS, "Địa chỉ"),
    "tom_tat": (Column.CONTENT, "Nội dung"),
    "hinh_thuc": (Column.INDIVIDUAL, "Hình thức"),
    "don_vi": (Column.UNIT, "Tên đơn vị"),
    "nguon": (Column.UNIT, "Tên đơn vị"),
}
"""The column that a key of an entry is read from, and what it is called there."""

_IN_FORM = {
    "personal-phone": "form-phone",
    "unknown-province": "form-province-unknown",
    "person-without-basis": "form-person-without-basis",
    "province-too-old": "form-old-province",
    "district-abolished": "form-old-district",
}
"""What is said of an entry in the words of its keys, and how it is said of a form."""


@dataclass(frozen=True)
class Surroundings:
    """What holds for every row of a form."""

    unit: str
    """Whose form it is; empty when each row names its own."""

    year: int
    plan: str
    """Slug; empty when the form belongs to none that is known."""

    base: Address
    """Where the unit is, at least its province."""

    base_suffices: bool
    """Whether a row may do without an address of its own."""

    has_consent: bool
    vocabulary: Vocabulary
    today: date


@dataclass(frozen=True)
class Draft:
    """An entry that may be written."""

    row: FilledRow
    model: Model
    text: str


def draft(row: FilledRow, around: Surroundings) -> tuple[Draft | None, list[Problem]]:
    """The entry of a row, or every reason why it would not pass the check."""
    address, problems = _address(row, around)
    problems += _text_problems(row)
    if (size := len(row.content)) > MAX_CONTENT:
        detail = {"what": "Nội dung", "size": size, "limit": MAX_CONTENT}
        return None, [*problems, problem("too-long", row.place(Column.CONTENT), **detail)]
    is_known = address.province and (row.unit or around.unit)
    if not row.is_sound or not is_known:
        return None, problems
    text = _text(row, address, around)
    model, found = _checked(text, around)
    told = {each.code for each in problems}
    problems += [each for each in (_at_cell(each, row) for each in found) if each.code not in told]
    if model is None or has_errors(problems):
        return None, problems
    return Draft(row, model, text), problems


def _text(row: FilledRow, address: Address, around: Surroundings) -> str:
    unit = row.unit or around.unit
    answers = {
        "ten": row.name,
        "tom_tat": summary(row.content),
        "hinh_thuc": row.form,
        "linh_vuc": row.field_id,
        "don_vi": unit,
        **_place_answers(address, around),
        "xay_dung": row.origin,
        "trang_thai": "dang-ky",
        "dang_ky.nam": str(around.year),
        "dang_ky.ke_hoach": around.plan,
        "nguon.tieu_de": _title(row, around.unit or unit, around),
        "nguon.co_quan": around.unit or unit,
        "co_so_dang": "dong-y" if row.form == "ca-nhan" and around.has_consent else "",
    }
    known = {key: value for key, value in answers.items() if value}
    return entry_text(known, _sections(row, address, around), around.vocabulary)


def entry_text(
    answers: Mapping[str, str], sections: Mapping[str, str], vocabulary: Vocabulary
) -> str:
    """The text of an ``.md`` file: a skeleton with these answers, and a body of these sections."""
    head, _, _ = skeleton("model", answers, vocabulary).rpartition("\n---\n")
    return f"{head}\n---\n{body_sections.written(sections)}"


def _title(row: FilledRow, unit: str, around: Surroundings) -> str:
    fields = around.vocabulary.ids(FIELDS)
    return citation(around.year, unit, fields.index(row.field_id) + 1, row.number)


def _address(row: FilledRow, around: Surroundings) -> tuple[Address, list[Problem]]:
    place = row.place(Column.ADDRESS)
    if not row.address:
        if around.base_suffices:
            return around.base, []
        column = TITLES[Column.ADDRESS]
        return around.base, [problem("form-address-missing", place, name=row.name, column=column)]
    said, unknown = read_address(row.address, around.vocabulary, around.year)
    if unknown:
        names = [each.name for each in around.vocabulary.provinces]
        names += [name for each in around.vocabulary.provinces for name in each.absorbed]
        near = nearest(unknown, names) or ""
        return around.base, [problem("form-province-unknown", place, value=unknown, nearest=near)]
    return within(said, around.base), []


def _place_answers(address: Address, around: Surroundings) -> dict[str, str]:
    """The place in the names of the form's year, which for a year to come are today's."""
    return {
        "dia_ban.tinh": address.province,
        "dia_ban.huyen": address.district,
        "dia_ban.xa": address.commune,
        "dia_ban.thon": address.hamlet,
        "dia_ban.nam": str(min(around.year, around.today.year)),
    }


def _sections(row: FilledRow, address: Address, around: Surroundings) -> dict[str, str]:
    """What the keys do not say word for word."""
    found = {}
    if row.content != summary(row.content):
        found[body_sections.CONTENT] = row.content
    year = min(around.year, around.today.year)
    if row.address and row.address != written(address, around.base, around.vocabulary, year):
        found[body_sections.ADDRESS] = row.address
    return found


def _text_problems(row: FilledRow) -> list[Problem]:
    """Data of private persons, and whatever else must stand in no text, cell by cell."""
    texts = {
        Column.NAME: row.name,
        Column.ADDRESS: row.address,
        Column.CONTENT: row.content,
        Column.UNIT: row.unit,
    }
    return [
        replace(found, place=row.place(column), code=_IN_FORM.get(found.code, found.code))
        for column, text in texts.items()
        for found in text_checks.check_text("", text)
    ]


def _checked(text: str, around: Surroundings) -> tuple[Model | None, list[Problem]]:
    """The entry as the check will read it, with what the check would say."""
    matter, found = front_matter.read("content/models/muc.md", text)
    if matter is None:
        return None, list(found)
    problems = [*found, *text_checks.check_body(matter.path, matter.body, matter.body_line)]
    model, wrong = validation.check(Model, matter, {"vocabulary": around.vocabulary})
    problems += wrong
    if model is not None:
        world = World(around.vocabulary, around.today)
        problems += check_entry(Item("model", model, matter), world)
    keys = dict(_keys_by_line(text))
    return model, [_with_key(each, keys.get(each.place.line, "")) for each in problems]


def _with_key(found: Problem, key: str) -> Problem:
    return replace(found, detail={**found.detail, "key": key})


def _keys_by_line(text: str) -> Iterator[tuple[int, str]]:
    """The outermost key that each line belongs to."""
    key = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if line[:1].isalpha():
            key = line.partition(":")[0]
        yield number, key


def _at_cell(found: Problem, row: FilledRow) -> Problem:
    """The same fault, told at the cell that its key was read from."""
    column, what = _CELLS.get(str(found.detail["key"]), (Column.NAME, "Dòng này"))
    code = _IN_FORM.get(found.code, found.code)
    return Problem(code, row.place(column), {**found.detail, "name": row.name, "what": what})

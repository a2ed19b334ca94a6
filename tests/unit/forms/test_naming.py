"""New entries get names of their own; what is there already is never written again."""

from __future__ import annotations

from dataclasses import replace

from generator.core.field_types import MAX_SLUG
from generator.forms.drafting import draft
from generator.forms.naming import Names, name_for, names
from tests.unit.core.made import model
from tests.unit.forms.made_forms import around
from tests.unit.forms.test_drafting import ROW


def named(known: Names, name: str = "Đường hoa", **changes: str) -> tuple[str, str]:
    """The slug that a row gets, and the code of the problem if it gets none."""
    made, problems = draft(replace(ROW, name=name, **changes), around())
    assert made, problems
    found, wrong = name_for(made, 2026, known)
    return found, wrong.code if wrong else ""


def test_a_name_is_made_of_year_and_name() -> None:
    """The slug begins with the year and is never longer than a slug may be."""
    assert named(names([], {})) == ("2026-duong-hoa", "")
    long, _ = named(names([], {}), name="Mô hình " * 20)
    assert len(long) <= MAX_SLUG


def test_of_two_alike_the_second_gets_its_place_or_its_unit() -> None:
    """Models of one name in other places, or of other units, stand side by side."""
    known = names([], {})
    assert named(known)[0] == "2026-duong-hoa"
    assert named(known, address="Thôn 4, xã Sơn Dung")[0] == "2026-duong-hoa-thon-4-xa-son-dung"
    assert named(known, unit="Đoàn xã")[0] == "2026-duong-hoa-thon-3-xa-son-dung"
    assert named(known, unit="Hội Nông dân")[0] == "2026-duong-hoa-hoi-nong-dan"


def test_a_name_that_is_taken_is_never_used() -> None:
    """Neither a file's name nor a former name is given again; without a free one it is told."""
    taken = {"2026-duong-hoa": "content/models/a/2026-duong-hoa.md"}
    assert named(names([], taken))[0] == "2026-duong-hoa-thon-3-xa-son-dung"
    former = names([model(ten_cu="[2026-duong-hoa]")], {})
    assert named(former)[0] == "2026-duong-hoa-thon-3-xa-son-dung"
    more = ("2026-duong-hoa-thon-3-xa-son-dung", "2026-duong-hoa-hoi-phu-nu-xa-son-dung")
    full = names([], {**taken, **dict.fromkeys(more, "content/models/b.md")})
    assert named(full) == ("", "form-name-taken")


def test_the_same_row_twice_is_told() -> None:
    """Name, unit and place alike, however they are spelt, are one model."""
    known = names([], {})
    named(known)
    assert named(known, name="ĐƯỜNG HOA") == ("", "form-row-twice")


def test_what_is_in_the_collection_is_told() -> None:
    """An entry of that model is named, registered for the year or not."""
    made, _ = draft(ROW, around())
    assert made
    there = replace(model(), entry=made.model)
    assert named(names([there], {})) == ("", "form-entry-registered")
    earlier = made.model.model_copy(update={"registrations": ()})
    assert named(names([replace(there, entry=earlier)], {})) == ("", "form-entry-exists")

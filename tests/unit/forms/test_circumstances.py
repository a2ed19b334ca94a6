"""Whose form it is, of which year, with which plan, where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.core.catalogue import Catalogue, PlanItem, catalogue
from generator.forms.address import Address
from generator.forms.circumstances import FormError, Given, plan_of, surroundings
from generator.forms.columns import Column
from generator.forms.drafting import Surroundings
from generator.forms.filled import FilledForm
from generator.forms.heading import Heading
from tests.unit.forms.made_forms import TODAY, VOCABULARY
from tests.unit.forms.test_drafting import PLACES, ROW
from tests.unit.forms.test_registration import plan

HEADING = Heading("Hội Phụ nữ xã A", 2026, "31-KH/TU")
NUMBERED = {"so_ky_hieu": "31-KH/TU"}


def known(*plans: PlanItem) -> Catalogue:
    return catalogue([], plans or [plan(**NUMBERED)], VOCABULARY)


def form(heading: Heading = HEADING, *rows: object) -> FilledForm:
    return FilledForm(heading, rows or (ROW,), PLACES[Column.NAME], False)  # type: ignore[arg-type]


def found(
    heading: Heading = HEADING, given: Given | None = None, where: Catalogue | None = None
) -> Surroundings:
    facts, problems = surroundings(form(heading), given or Given(), where or known(), TODAY)
    assert problems == []
    return facts


def told(
    heading: Heading = HEADING, given: Given | None = None, where: Catalogue | None = None
) -> list[str]:
    _, problems = surroundings(form(heading), given or Given(), where or known(), TODAY)
    return [each.code for each in problems]


def test_a_form_of_ours_needs_nothing_beside_it() -> None:
    """Unit, year and plan stand above the table, and the plan says where."""
    facts = found()
    assert (facts.unit, facts.year, facts.plan) == ("Hội Phụ nữ xã A", 2026, "ke-hoach")
    assert facts.base == Address(province="Quảng Ngãi")
    assert not facts.base_suffices
    assert not facts.has_consent


def test_the_command_goes_before_the_form() -> None:
    """Unit and place of the command are taken; a place makes addresses dispensable."""
    facts = found(given=Given(unit="Đoàn xã", place="Kon Tum; xã B", year=2026, consent=True))
    assert (facts.unit, facts.base) == ("Đoàn xã", Address(commune="xã B", province="Kon Tum"))
    assert facts.base_suffices
    assert facts.has_consent


@pytest.mark.parametrize(
    ("heading", "given", "codes"),
    [
        (Heading("", 2026, "31-KH/TU"), Given(), ["form-unit-missing"]),
        (Heading("A", None, "31-KH/TU"), Given(), ["form-year-missing"]),
        (HEADING, Given(year=2025), ["form-year-differs"]),
        (Heading("A", 2026, "9-KH/TU"), Given(place="Kon Tum"), ["form-plan-unknown"]),
        (Heading("A", 2026, "9-KH/TU"), Given(plan="ke-hoach"), ["form-plan-differs"]),
        (Heading("A", 2026, ""), Given(), ["form-place-missing"]),
        (Heading("A, 0912 345 678", 2026, "31-KH/TU"), Given(), ["personal-phone"]),
        (
            Heading("", None, ""),
            Given(),
            ["form-year-missing", "form-unit-missing", "form-place-missing"],
        ),
    ],
)
def test_what_is_missing_or_at_odds_is_told(
    heading: Heading, given: Given, codes: list[str]
) -> None:
    """Nothing is guessed: each gap and each contradiction is one problem of the form."""
    assert told(heading, given) == codes


def test_a_plan_may_do_without_a_number() -> None:
    """Named by the command, a plan without a number is not held against the form's."""
    facts = found(given=Given(plan="ke-hoach"), where=known(plan()))
    assert facts.plan == "ke-hoach"


def test_numbers_are_compared_without_spaces_and_dashes() -> None:
    """However the number is typed, it is the plan's."""
    assert found(where=known(plan(so_ky_hieu="31 – KH/TU"))).plan == "ke-hoach"


def test_a_number_used_twice_is_decided_by_the_year() -> None:
    """Numbers begin anew with each term; the plan whose years cover the form's is meant."""
    old = plan(**NUMBERED, giai_doan="{tu: 2016, den: 2020}")
    new = plan(**NUMBERED, giai_doan="{tu: 2021}")
    other = replace(old, source=replace(old.source, path="content/plans/cu.md"))
    assert found(where=known(new, other)).plan == "ke-hoach"
    twin = replace(new, source=replace(new.source, path="content/plans/hai.md"))
    assert told(where=known(new, twin)) == ["form-plan-unclear"]


def test_a_row_with_its_own_province_needs_no_base() -> None:
    """Where every address names its province, neither plan nor place is asked for."""
    row = replace(ROW, address="xã A, tỉnh Quảng Ngãi")
    facts, problems = surroundings(form(Heading("A", 2026, ""), row), Given(), known(), TODAY)
    assert facts
    assert problems == []
    assert facts.plan == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Given(plan="ke-hoac"), "Gần nhất: ke-hoach."),
        (Given(place="Quảng Ngải"), "Gần nhất: Quảng Ngãi."),
        (Given(place="Quảng Ngãi; Sơn Dung"), "Sau --place viết như"),
        (Given(place="Quảng Ngãi; tỉnh Kon Tum"), "Sau --place viết như"),
    ],
)
def test_what_the_command_says_wrongly_is_told_at_once(given: Given, said: str) -> None:
    """A plan or a place that does not exist is no matter of the rows."""
    with pytest.raises(FormError, match=said):
        surroundings(form(), given, known(), TODAY)


def test_a_plan_is_found_by_its_file_name() -> None:
    """The plan of that name is given."""
    assert plan_of(known(), "ke-hoach").slug == "ke-hoach"

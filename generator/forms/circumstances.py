"""Whose form it is, of which year, with which plan, where: what each row does not say itself.

The command may say it; else what stands above the table; else, for the place, the plan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator.core.catalogue import Catalogue, PlanItem
from generator.core.problems import Problem, problem
from generator.core.taxonomy import Vocabulary
from generator.core.text_checks import check_text
from generator.core.vietnamese import nearest
from generator.forms.address import Address, base_of, read_address
from generator.forms.drafting import Surroundings
from generator.forms.filled import FilledForm


class FormError(ValueError):
    """What was asked for cannot be done; the text says why, in Vietnamese."""


@dataclass(frozen=True)
class Given:
    """What the command says beside the file; empty where it says nothing."""

    plan: str = ""
    year: int | None = None
    unit: str = ""
    place: str = ""
    """“Quảng Ngãi; huyện Sơn Tây; xã Sơn Dung”."""

    consent: bool = False


def plan_of(catalogue: Catalogue, slug: str) -> PlanItem:
    """The plan of that file name. Raises ``FormError``."""
    if slug not in catalogue.plans:
        near = nearest(slug, catalogue.plans)
        hint = f" Gần nhất: {near}." if near else ""
        raise FormError(f"Không có kế hoạch nào có tên tệp “{slug}”.{hint}")
    return catalogue.plans[slug]


def place_given(given: Given, vocabulary: Vocabulary, today: date) -> Address | None:
    """The place that the command names, if it does. Raises ``FormError``."""
    parts = [part.strip() for part in given.place.split(";") if part.strip()]
    if not parts:
        return None
    province = vocabulary.province(parts[0])
    if province is None:
        near = nearest(parts[0], [each.name for each in vocabulary.provinces])
        hint = f" Gần nhất: {near}." if near else ""
        raise FormError(f"Không có tỉnh, thành phố nào tên “{parts[0]}”.{hint}")
    rest, _ = read_address(", ".join(parts[1:]), vocabulary, given.year or today.year)
    told = (rest.hamlet, rest.commune, rest.district)
    if rest.province or sum(map(bool, told)) != len(parts) - 1:
        raise FormError('Sau --place viết như: "Quảng Ngãi; huyện Sơn Tây; xã Sơn Dung".')
    return Address(rest.hamlet, rest.commune, rest.district, province.name)


def surroundings(
    form: FilledForm, given: Given, catalogue: Catalogue, today: date
) -> tuple[Surroundings, list[Problem]]:
    """What holds for the rows of a form, and what is missing. Raises ``FormError``.

    Where something is missing no entry may be written, but the rows can still be looked through.
    """
    plan, problems = _plan(form, given, catalogue)
    is_plan_open = bool(problems)
    year, found = _year(form, given, today)
    problems += found
    unit = given.unit.strip() or form.heading.unit
    if not unit and not all(row.unit for row in form.rows):
        problems.append(problem("form-unit-missing", form.place))
    problems += [problem(each.code, form.place, **each.detail) for each in check_text("", unit)]
    place = place_given(given, catalogue.vocabulary, today)
    base = place or (base_of(plan.entry.place, catalogue.vocabulary, year) if plan else Address())
    if not base.province and not is_plan_open and _lacks_province(form, catalogue.vocabulary, year):
        problems.append(problem("form-place-missing", form.place))
    facts = (unit, year, plan.slug if plan else "", base, place is not None, given.consent)
    return Surroundings(*facts, catalogue.vocabulary, today), problems


def _plan(
    form: FilledForm, given: Given, catalogue: Catalogue
) -> tuple[PlanItem | None, list[Problem]]:
    said = form.heading.plan
    if given.plan:
        plan = plan_of(catalogue, given.plan)
        number = plan.entry.number or ""
        if said and number and _bare(number) != _bare(said):
            return plan, [problem("form-plan-differs", form.place, found=said, given=number)]
        return plan, []
    if not said:
        return None, []
    year = given.year or form.heading.year
    alike = [each for each in catalogue.plans.values() if _bare(each.entry.number) == _bare(said)]
    current = [each for each in alike if _covers(each, year)]
    found = current if len(alike) > 1 else alike
    if len(found) == 1:
        return found[0], []
    if not alike:
        return None, [problem("form-plan-unknown", form.place, found=said)]
    plans = ", ".join(each.slug for each in alike)
    detail = {"found": said, "count": len(alike), "plans": plans}
    return None, [problem("form-plan-unclear", form.place, **detail)]


def _bare(number: str | None) -> str:
    """The number of a document, however its dashes and spaces stand."""
    return re.sub(r"[\s–-]+", "-", re.sub(r"\s", "", number or "")).casefold()


def _covers(plan: PlanItem, year: int | None) -> bool:
    period = plan.entry.period
    return year is not None and period.first <= year <= (period.last or year)


def _year(form: FilledForm, given: Given, today: date) -> tuple[int, list[Problem]]:
    year, said = given.year or form.heading.year, form.heading.year
    if year is None:
        return today.year, [problem("form-year-missing", form.place, example=today.year)]
    if said is not None and said != year:
        return year, [problem("form-year-differs", form.place, found=said, given=year)]
    return year, []


def _lacks_province(form: FilledForm, vocabulary: Vocabulary, year: int) -> bool:
    """Whether a row leaves open where it is; a misspelt province is told of at its cell."""
    read = (read_address(row.address, vocabulary, year) for row in form.rows)
    return not all(address.province or unknown for address, unknown in read)

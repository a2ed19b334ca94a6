"""Bodies that editors name in the vocabulary."""

from __future__ import annotations

from generator.core.taxonomy import KnownBody
from generator.core.vocabulary_files import vocabulary
from tests.unit.core.test_vocabulary_files import PROVINCE, file

ROW = "co_quan:\n  - {ma: a, ten: Cơ quan A, ten_khac: [A, AA], tinh: Huế, ke_hoach: [k]}\n"


def test_a_row_becomes_a_body() -> None:
    """A body keeps its names, the province and the plans in which they mean it."""
    found, problems = vocabulary([file(PROVINCE), file(ROW, "b")])

    assert problems == ()
    assert found.bodies == (KnownBody("a", "Cơ quan A", ("A", "AA"), "Huế", ("k",)),)


def test_no_list_of_bodies_is_no_fault() -> None:
    """A collection need not name any body in its vocabulary."""
    found, problems = vocabulary([file(PROVINCE)])
    assert (found.bodies, problems, "co_quan" in found.unsure) == ((), (), False)


def test_a_province_that_no_list_knows_is_told() -> None:
    """The message stands at the name of the province and offers the nearest."""
    files = [file(PROVINCE), file(ROW.replace("Huế", "Huệ"), "b")]
    (problem,) = vocabulary(files)[1]

    assert (problem.code, problem.detail["nearest"]) == ("unknown-province", "Huế")
    assert str(problem.place).startswith("content/vocabulary/b.yml:2:")


def test_an_address_belongs_to_one_body() -> None:
    """The same key twice is told at the second."""
    twice = ROW + "  - {ma: a, ten: Cơ quan B}\n"
    assert [each.code for each in vocabulary([file(PROVINCE), file(twice, "b")])[1]] == [
        "term-twice"
    ]

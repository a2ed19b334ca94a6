"""Problems carry their place and their words."""

from __future__ import annotations

import string

import pytest

from generator.core.problems import Place, Problem, Severity, has_errors, in_order, problem
from generator.core.sentences import SENTENCES

HERE = Place("content/models/a.md", 3, 7)


def test_a_place_reads_as_compilers_write_it() -> None:
    """A place is shown as path:line:column, which editors and terminals turn into a link."""
    assert str(HERE) == "content/models/a.md:3:7"


def test_a_problem_speaks_with_the_details_of_its_case() -> None:
    """The sentence of the code is filled with the words of the case."""
    found = problem("slug-clash", HERE, slug="hem-xanh", other="content/models/b.md")
    assert found.message == "Tên tệp “hem-xanh” đã dùng ở content/models/b.md."
    assert found.severity is Severity.ERROR


def test_a_near_word_is_offered_before_the_advice() -> None:
    """Where a nearest word is known, mending begins with it; an empty one is not mentioned."""
    near = problem("unknown-key", HERE, key="tentt", nearest="ten")
    assert near.mend.startswith("Có phải bạn muốn viết “ten”? ")
    assert problem("unknown-key", HERE, key="tentt", nearest="").mend.startswith("Sửa tên khóa")


def test_known_keys_are_told_after_the_advice() -> None:
    """Where no word is near, the keys that may be written are listed."""
    found = problem("unknown-key", HERE, key="phuong", nearest="", known="tinh, xa")
    assert found.mend.endswith(" Ở đây có: tinh, xa.")


def test_problems_come_in_the_order_of_their_places() -> None:
    """Problems are sorted by file, line and column as numbers, not as text."""
    places = [Place("b.md"), Place("a.md", 10), Place("a.md", 9, 12), Place("a.md", 9, 2)]
    found = in_order(problem("self-reference", place) for place in places)
    assert [str(each.place) for each in found] == ["a.md:9:2", "a.md:9:12", "a.md:10:1", "b.md:1:1"]


def test_a_fault_found_twice_is_named_once() -> None:
    """The same code with the same words at the same place is one problem."""
    twice = [problem("personal-id", HERE, found="1"), problem("personal-id", HERE, found="1")]
    other = problem("personal-id", HERE, found="2")
    assert len(in_order([*twice, other])) == 2


def test_a_warning_alone_stops_nothing() -> None:
    """Only errors make a build fail."""
    warning = problem("odd-space", HERE, character="U+00A0")
    assert warning.severity is Severity.WARNING
    assert not has_errors([warning])
    assert has_errors([warning, problem("self-reference", HERE)])


def test_a_problem_is_a_value() -> None:
    """Details given once cannot be changed afterwards."""
    found = problem("self-reference", HERE, value="a")
    with pytest.raises(TypeError):
        found.detail["value"] = "b"  # type: ignore[index]
    assert found == Problem("self-reference", HERE, {"value": "a"})


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_sentence_can_be_read_aloud(code: str) -> None:
    """Each code has two sentences in accented Vietnamese that begin with a capital and end."""
    sentence = SENTENCES[code]
    for text in (sentence.wrong, sentence.mend):
        assert text.endswith((".", "{advice}")), text
        assert not text[0].islower(), text
    assert not sentence.wrong.isascii()
    named = [name for _, name, _, _ in string.Formatter().parse(sentence.wrong) if name is not None]
    assert all(name.isidentifier() for name in named)

"""A few dozen real questions, in every way of typing: is an answer among the first three?

The whole set, beside other engines, is `python -m benchmarks.search`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.search import engines
from benchmarks.search.asking import ask_all
from benchmarks.search.baselines import build_dvk
from benchmarks.search.questions import read_questions, unknown_answers
from benchmarks.search.report import failures
from benchmarks.search.scores import Outcome, score
from benchmarks.search.serving import served
from benchmarks.search.slips import with_slip
from benchmarks.search.styles import SLIP, STYLES, half_marked, respelt, unmarked

GUARDS = tuple(question for question in read_questions() if question.is_guard)
AIM = 0.97
AIM_OF_SLIPS = 0.85


@pytest.fixture(scope="module")
def outcomes(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Sequence[Outcome]]:
    """What our site answers to every guard, by style."""
    site = build_dvk(tmp_path_factory.mktemp("quality") / "site")
    by_style = defaultdict(list)
    with served(site) as address, engines.dvk(browser, address) as engine:
        for outcome in ask_all("dvk", engine, GUARDS):
            by_style[outcome.style].append(outcome)
    return by_style


@pytest.mark.parametrize("style", STYLES)
def test_an_answer_is_among_the_first_three(
    outcomes: Mapping[str, Sequence[Outcome]], style: str
) -> None:
    """However a question is typed, nearly always one of its answers is in the first three."""
    aim = AIM_OF_SLIPS if style == SLIP else AIM
    assert score(outcomes[style]).success_3 >= aim, failures(outcomes[style])


def test_the_questions_ask_about_entries_that_exist() -> None:
    """Every answer of every question is an entry of the repository's content."""
    questions = read_questions()
    assert len(questions) >= 150
    assert unknown_answers(questions, Path("content")) == {}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (unmarked("Hiến đất làm đường"), "hien dat lam duong"),
        (half_marked("hiến đất làm đường"), "hiến dat làm duong"),
        (respelt("Hòa Cường, thủy, quý, mỹ, Bình Thuận"), "Hoà Cường, thuỷ, quí, mĩ, Bình Thuận"),
        (respelt("hoà thuỷ ngoài"), "hòa thủy ngoài"),
        (with_slip("31-kh/tu"), ""),
        (with_slip("ubnd", protected=frozenset({"ubnd"})), ""),
    ],
)
def test_questions_are_typed_as_people_type(typed: str, expected: str) -> None:
    """Each way of typing changes what it should and nothing else."""
    assert typed == expected


def test_a_slip_changes_one_word_and_always_the_same() -> None:
    """A slip spoils exactly one word of a question, in the same way each time."""
    right = "hien dat lam duong"
    slipped = with_slip(right)
    changed = [a for a, b in zip(slipped.split(), right.split(), strict=True) if a != b]
    assert len(changed) == 1
    assert slipped == with_slip(right)

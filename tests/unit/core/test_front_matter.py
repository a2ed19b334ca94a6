"""A file's text becomes data with a mark for every key, strictly."""

from __future__ import annotations

import pickle
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core.front_matter import FrontMatter, read
from tests.unit.core.made import matter

PATH = "content/models/a.md"


def codes(text: str, path: str = PATH) -> list[str]:
    return [f"{each.place.line}:{each.place.column} {each.code}" for each in read(path, text)[1]]


@pytest.mark.parametrize(
    "word", ["00123", "no", "on", "12:30", "1e3", "0x1F", "2025-01-01", "TRUE"]
)
def test_scalars_stay_text(word: str) -> None:
    """Nothing is turned into a number, a date or a truth value behind the editor's back."""
    assert matter(f"ten: {word}").data == {"ten": word}


@pytest.mark.parametrize("word", ["", "~", "null", "NULL", "# ghi chú"])
def test_a_key_without_a_value_holds_nothing(word: str) -> None:
    """Emptiness and its names in YAML are told apart from text."""
    assert matter(f"ten: {word}").data == {"ten": None}


@pytest.mark.parametrize("written", ["'null'", '"null"', "'~'"])
def test_quoted_words_are_text(written: str) -> None:
    """What stands in quotes is text, whatever it says."""
    assert matter(f"ten: {written}").data == {"ten": written[1:-1]}


def test_every_key_and_value_has_its_place() -> None:
    """Lines count from the file's first line, columns in characters, not bytes."""
    found = matter("ten: 'Hẻm xanh'\nnguon:\n  - tieu_de: Báo\n    co_quan: X\nđô: [a, b]")
    assert str(found.key_place("ten")) == "content/models/hem-xanh.md:2:1"
    assert str(found.value_place("ten")).endswith(":2:6")
    assert str(found.value_place("nguon", 0)).endswith(":4:5")
    assert str(found.key_place("nguon", 0, "co_quan")).endswith(":5:5")
    assert str(found.value_place("nguon", 0, "co_quan")).endswith(":5:14")
    assert str(found.value_place("đô", 1)).endswith(":6:9")


def test_what_is_not_there_is_near_what_is() -> None:
    """The place of a missing key is that of the group around it, at last the file's start."""
    found = matter("dia_ban:\n  xa: phường 1")
    assert str(found.key_place("dia_ban", "tinh")).endswith(":2:1")
    assert str(found.value_place("nguon", 3, "url")).endswith(":1:1")


def test_the_body_knows_its_first_line() -> None:
    """The body is what stands after the second fence, and its line counts from the file's first."""
    found, problems = read(PATH, "---\nten: A\n---\n\nMột.\n---\nHai.\n")
    assert found is not None
    assert problems == ()
    assert (found.body, found.body_line) == ("\nMột.\n---\nHai.\n", 4)


def test_a_yml_file_is_data_from_its_first_line() -> None:
    """In a .yml file there is no fence to count, and no body."""
    found, _ = read("content/models/a.yml", "ten: A\nxa: B\n")
    assert found is not None
    assert str(found.value_place("xa")) == "content/models/a.yml:2:5"
    assert found.body == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hẻm xanh\n", ["1:1 front-matter-missing"]),
        ("", ["1:1 front-matter-missing"]),
        ("---\nten: A\n", ["1:1 front-matter-open"]),
        ("---\n- a\n---\n", ["2:1 yaml-not-mapping"]),
        ("---\na\n---\n", ["2:1 yaml-not-mapping"]),
        ("---\nten: a: b\n---\n", ["2:7 yaml-syntax"]),
    ],
)
def test_a_text_nothing_can_be_made_of(text: str, expected: list[str]) -> None:
    """A file without usable front matter gives a problem at its place, and no data."""
    assert read(PATH, text)[0] is None
    assert codes(text) == expected


def test_fences_may_have_spaces_behind_them() -> None:
    """Spaces after the hyphens of a fence, which nobody sees, do no harm."""
    assert codes("---  \nten: A\n--- \n") == []


def test_duplicate_keys_are_told_and_the_first_counts() -> None:
    """The second of two equal keys is a problem where it stands; the first keeps its value."""
    text = "---\nten: A\ndia_ban:\n  xa: B\n  xa: [C, D]\nten: E\n---\n"
    assert codes(text) == ["5:3 duplicate-key", "6:1 duplicate-key"]
    assert matter("ten: A\nxa: B").data == {"ten": "A", "xa": "B"}
    found, _ = read(PATH, text)
    assert found is not None
    assert found.data == {"ten": "A", "dia_ban": {"xa": "B"}}


@pytest.mark.parametrize(
    ("value", "code"),
    [("&a b", "yaml-alias"), ("*a", "yaml-alias"), ("!a b", "yaml-tag"), ("!!str b", "yaml-tag")],
)
def test_the_powers_of_yaml_are_refused(value: str, code: str) -> None:
    """Anchors, aliases and tags are problems at the value that carries them."""
    assert codes(f"---\nten: {value}\n---\n") == [f"2:6 {code}"]


def test_a_refused_value_is_marked_as_told() -> None:
    """What was refused while reading is known, so that nobody says a second thing about it."""
    found, _ = read(PATH, "---\nten: *a\n[x, y]: z\nxa: B\n---\n")
    assert found is not None
    assert ("ten",) in found.unread
    assert len(found.unread) == 2


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_a_depth_bomb_is_told_once_and_quickly(opening: str) -> None:
    """Nesting is bounded, told once, and costs no more time than its length."""
    closing = "]" if opening == "[" else "}"
    started = time.perf_counter()
    found = codes(f"---\nten: {opening * 15_000}{closing * 15_000}\n---\n")
    assert [each.split()[1] for each in found] == ["yaml-too-deep"]
    assert time.perf_counter() - started < 5


def test_eight_levels_are_enough_for_everybody() -> None:
    """Nesting within the bound is read as it is."""
    found = matter("a: " + "[" * 7 + "x" + "]" * 7)
    assert str(found.data) == "{'a': " + "[" * 7 + "'x'" + "]" * 7 + "}"


@pytest.mark.parametrize("character", ["\x07", "\x7f", "\x85", "\u2028", "\u2029", "\uffff"])
def test_characters_yaml_stops_at_move_no_line(character: str) -> None:
    """A control character or an odd line end leaves the place of what follows true."""
    found = matter(f"ten: a{character}b\nxa: B")
    assert found.data["ten"] == "a b"
    assert str(found.value_place("xa")).endswith(":3:5")


def test_several_documents_are_refused_at_the_second() -> None:
    """A second document in one file is told where it begins."""
    assert codes("a: b\n---\nc: d\n", "content/models/a.yml") == ["2:1 yaml-several"]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab:-[]{}'\"#&*!|>%@` \n\tạ", max_size=60))
def test_no_text_breaks_the_reader(head: str) -> None:
    """Whatever is written, the answer is data or a problem, never an exception."""
    found, problems = read(PATH, f"---\n{head}\n---\nbody\n")
    assert isinstance(found, FrontMatter) or problems


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,8}", fullmatch=True),
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"))),
        min_size=1,
    )
)
def test_what_yaml_writes_is_read_back(data: dict[str, str]) -> None:
    """Text that a YAML writer quoted comes back unchanged."""
    text = yaml.safe_dump(data, allow_unicode=True, default_style="'", width=10**6)
    found, problems = read("content/models/a.yml", text)
    assert found is not None
    assert problems == ()
    assert dict(found.data) == data


def test_marks_travel_between_processes() -> None:
    """What was read in one process tells the same places in another."""
    made = matter("ten: A\nnguon:\n  - url: b\n    ngay: 2020")
    found = pickle.loads(pickle.dumps(made))
    assert dict(found.marks) == dict(made.marks)
    assert found.value_place("nguon", 0, "ngay") == made.value_place("nguon", 0, "ngay")

"""Whatever an issue holds, only answers come out of it, and they are text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.doors.issue_answers import MAX_ISSUE, UnreadableIssueError, read_answers
from generator.doors.issue_form import closing_label, gitlab_template
from generator.doors.issue_questions import ASKED, questions
from tests.unit.core.made import VOCABULARY

LABELS = {each.path or each.section: each.label for each in questions(VOCABULARY)}


def issue(**answers: str) -> str:
    """The text GitHub makes of the form; every question not answered gets its words for that."""
    given_ = {name.replace("__", "."): text for name, text in answers.items()}
    parts = [
        f"### {label}\n\n{given_.get(name, '_No response_')}" for name, label in LABELS.items()
    ]
    return "\n\n".join([*parts, f"### {closing_label()}\n\n- [X] Tôi hiểu"])


def test_answers_are_found_under_their_headings() -> None:
    """Values go by key, sections by heading; what was not answered is not there."""
    found = read_answers(issue(ten="Hẻm xanh", dia_ban__xa="phường 2"), VOCABULARY)
    assert found.values == {"ten": "Hẻm xanh", "dia_ban.xa": "phường 2"}
    assert found.sections == {}


def test_a_section_keeps_its_lines() -> None:
    """The text of a section stays Markdown of several lines."""
    text = issue().replace(
        f"### {LABELS['Cách làm']}\n\n_No response_", f"### {LABELS['Cách làm']}\n\n- một\n- hai"
    )
    assert read_answers(text, VOCABULARY).sections == {"Cách làm": "- một\n- hai"}


@pytest.mark.parametrize("blank", ["_No response_", "", "  ", "None", "N/A", "_no response_"])
def test_no_answer_is_no_value(blank: str) -> None:
    """What GitHub writes for an empty field never becomes a value."""
    assert read_answers(issue(ten=blank, don_vi=blank), VOCABULARY).values == {}


def test_choices_become_ids() -> None:
    """A chosen name becomes the term's id, hoà or hòa alike; an unknown one stays as it is."""
    found = read_answers(
        issue(linh_vuc="Đô thị văn minh", hinh_thuc="tập thể", xay_dung="Mới toanh"), VOCABULARY
    )
    assert found.values == {
        "linh_vuc": "do-thi-van-minh",
        "hinh_thuc": "tap-the",
        "xay_dung": "Mới toanh",
    }


def test_decomposed_text_is_composed() -> None:
    """Text typed in parts, a mark on a consonant and invisible spaces are mended on the way in."""
    found = read_answers(issue(ten="Đươ\u0300ng hoa\u200b Môt\u0323 giúp môt\u0323"), VOCABULARY)
    assert found.values["ten"] == "Đường hoa Một giúp một"


def test_headings_typed_in_parts_are_known() -> None:
    """A heading whose letters came in parts is still the form's own."""
    text = issue(ten="Hẻm xanh").replace("### Tên\n", "### Te\u0302n\n")
    assert read_answers(text, VOCABULARY).values == {"ten": "Hẻm xanh"}


def test_line_ends_of_windows_are_read() -> None:
    """An issue that was edited on the web ends its lines as Windows does."""
    text = issue(ten="Hẻm xanh").replace("\n", "\r\n")
    assert read_answers(text, VOCABULARY).values == {"ten": "Hẻm xanh"}


@pytest.mark.parametrize("name", ["nguon.url", "ten", "Cách làm"])
def test_a_heading_put_into_an_answer_is_refused(name: str) -> None:
    """An answer that holds a heading of the form could stand for another answer: nobody guesses."""
    hostile = f"Một câu\n\n### {LABELS[name]}\n\nhttps://evil.example"
    with pytest.raises(UnreadableIssueError, match="hai lần"):
        read_answers(issue(tom_tat=hostile), VOCABULARY)


@pytest.mark.parametrize(
    "heading", ["### Khác", "#### Tên", "## Tên", "###Tên", " ### Tên", "# Tên"]
)
def test_any_other_heading_is_text(heading: str) -> None:
    """What is not exactly a heading of the form belongs to the answer it stands in."""
    found = read_answers(issue(tom_tat=f"A\n{heading}\nB"), VOCABULARY)
    assert found.values == {"tom_tat": f"A {heading.strip()} B"}


def test_comments_are_nobody_s_answer() -> None:
    """What the author could not see when sending is not published: GitLab's hints are comments."""
    with pytest.raises(UnreadableIssueError):
        read_answers("<!-- ### Tên\n\nA -->", VOCABULARY)
    assert read_answers(gitlab_template(VOCABULARY), VOCABULARY).values == {}


def test_headings_of_the_page_cannot_be_made() -> None:
    """Headings in a section sink below the site's own, underlined ones lose their line."""
    section = "# To\n## Kết quả\n##\nGiả\n===\nGiả\n---\n#không phải\n### nhỏ"
    found = read_answers(
        issue().replace(
            f"### {LABELS['Cách làm']}\n\n_No response_", f"### {LABELS['Cách làm']}\n\n{section}"
        ),
        VOCABULARY,
    )
    assert found.sections["Cách làm"] == (
        "### To\n### Kết quả\n###\nGiả\n\\===\nGiả\n\\---\n#không phải\n### nhỏ"
    )


def test_an_endless_issue_is_refused() -> None:
    """A text beyond GitHub's own bound is not looked at."""
    assert read_answers(issue(ten="x" * (MAX_ISSUE - 2000)), VOCABULARY).values["ten"][:3] == "xxx"
    with pytest.raises(UnreadableIssueError, match="dài quá"):
        read_answers("x" * (MAX_ISSUE + 1), VOCABULARY)


@pytest.mark.parametrize("text", ["", "Xin chào", "### Khác\n\nA", "#" * 60_000, "<!--" * 16_000])
def test_an_issue_of_another_kind_is_told_apart(text: str) -> None:
    """Without a heading of the form there is nothing to read, however long the text is."""
    with pytest.raises(UnreadableIssueError, match="mẫu"):
        read_answers(text, VOCABULARY)


@given(st.text(max_size=300), st.sampled_from(sorted(LABELS.values())))
def test_only_known_keys_ever_come_out(text: str, label: str) -> None:
    """Whatever stands below a heading, the values are texts of one line under keys we asked for."""
    try:
        found = read_answers(f"### {label}\n\n{text}", VOCABULARY)
    except UnreadableIssueError:
        return
    assert set(found.values) <= set(ASKED)
    assert all(value == " ".join(value.split()) for value in found.values.values())

"""The summary of a long content."""

import pytest

from generator.forms.summary import LONGEST, summary


def test_a_short_content_is_its_own_summary() -> None:
    """Lines are joined; nothing is added or left out."""
    assert summary("Trồng hoa.\n- Hội làm.") == "Trồng hoa. - Hội làm."
    assert summary("x" * LONGEST) == "x" * LONGEST


def test_of_a_long_content_whole_sentences_are_kept() -> None:
    """The summary ends where a sentence ends."""
    first = "Giúp hội viên nghèo có vốn làm ăn, mỗi tháng mỗi người góp năm nghìn đồng."
    assert summary(f"{first} {'Nuôi bò, trồng rau, ' * 20}") == first


@pytest.mark.parametrize("content", ["từ " * 200, "x" * 400, "Câu. " + "từ " * 200])
def test_without_sentences_whole_words_are_kept(content: str) -> None:
    """A cut is shown by a sign and never exceeds what an entry may hold."""
    found = summary(content)
    assert len(found) <= LONGEST
    assert found.endswith("…")
    assert content.startswith(found[:-1].rstrip())

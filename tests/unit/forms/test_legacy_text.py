"""Text in the encodings from before Unicode is recognised, and nothing else is."""

from pathlib import Path

import pytest

from generator.forms.legacy_text import legacy_text

ROOT = Path(__file__).parents[3]
TCVN3 = ("§¬n vÞ: Héi Phô n÷ x· S¬n Dung", "LÜnh vùc kinh tÕ", "D©n vËn khÐo")
VNI = ("Ñôn vò: Hoäi Phuï nöõ xaõ Sôn Dung", "Lónh vöïc kinh teá", "Daân vaän kheùo")


@pytest.mark.parametrize(("texts", "encoding"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_old_encodings_are_named(texts: tuple[str, ...], encoding: str) -> None:
    """A form in the old letters is told by name, with words from it."""
    found = legacy_text(["Tên", *texts])
    assert found
    assert found.encoding == encoding
    assert found.index == 1
    assert found.found == texts[0]


def test_one_old_phrase_in_a_short_text_is_enough() -> None:
    """Two of three words in the old letters are no accident."""
    assert legacy_text(["D©n vËn khÐo"])


@pytest.mark.parametrize(
    "text",
    [
        "hoà giải, hòa giải, thuỷ lợi, khoẻ, quý, Ủy ban",
        "Ea H’leo, Čư Mgar, Êđê, Ñ, Đăk Nhoong, Mò O Ồ Ồ",
        "café naïve Québec Ångström “«trích»” ½ ha 5 m² 60 m³ 30 °C · 2 ± 1 §3 Microsoft® ©2024",
        "",
    ],
)
def test_other_letters_are_not_blamed(text: str) -> None:
    """Unicode Vietnamese, names of other peoples and signs stay silent."""
    assert legacy_text([text]) is None


def test_no_entry_of_the_collection_is_blamed() -> None:
    """Every text of the repository's own content, word by word, is Unicode."""
    files = sorted((ROOT / "content").rglob("*.md")) + sorted((ROOT / "content").rglob("*.yml"))
    assert len(files) > 90
    assert [file.name for file in files if legacy_text([file.read_text("utf-8")])] == []

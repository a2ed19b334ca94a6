"""The two web fonts: complete for Vietnamese, small, kerned, and the same at every build."""

from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from generator.adapters.fonts import WEIGHTS, covered, make_fonts, vietnamese_letters, wanted

NODE_MODULES = Path(__file__).parents[3] / "node_modules"
LARGEST = 20_000  # bytes; both weights share a page of 120 kB with everything else


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return make_fonts(NODE_MODULES, tmp_path_factory.mktemp("fonts"))


def lookups(font: TTFont, table: str, tag: str) -> list[Any]:
    """The subtables that one layout feature switches on."""
    layout = font[table].table
    indices = {
        index
        for record in layout.FeatureList.FeatureRecord
        if record.FeatureTag == tag
        for index in record.Feature.LookupListIndex
    }
    found = [sub for index in sorted(indices) for sub in layout.LookupList.Lookup[index].SubTable]
    return [getattr(subtable, "ExtSubTable", subtable) for subtable in found]


def kerning(font: TTFont, first: str, second: str) -> int:
    """How far the second letter moves towards (below 0) or away from the first."""
    names = font.getBestCmap()
    left, right = names[ord(first)], names[ord(second)]
    for pairs in lookups(font, "GPOS", "kern"):
        if pairs.Format == 2 and left in pairs.Coverage.glyphs:
            row = pairs.Class1Record[pairs.ClassDef1.classDefs.get(left, 0)]
            cell = row.Class2Record[pairs.ClassDef2.classDefs.get(right, 0)]
            return cell.Value1.XAdvance if cell.Value1 else 0
    return 0


def test_one_file_per_weight(fonts: tuple[Path, ...]) -> None:
    """Two weights are made, each named after its weight."""
    assert [path.name for path in fonts] == [f"be-vietnam-pro-{weight}.woff2" for weight in WEIGHTS]


def test_vietnamese_has_146_letters() -> None:
    """Twelve vowels with six tones each, and đ, in both cases, are 146 letters."""
    letters = vietnamese_letters()
    assert len(letters) == 146
    assert set("ẵỡữợỘỖĐđ") <= letters


def test_every_vietnamese_letter_is_drawn(fonts: tuple[Path, ...]) -> None:
    """Neither weight leaves a Vietnamese letter to the reader's own fonts."""
    letters = {ord(letter) for letter in vietnamese_letters()}
    assert [letters - covered(path) for path in fonts] == [set(), set()]


def test_fonts_hold_what_pages_use_and_no_more(fonts: tuple[Path, ...]) -> None:
    """The characters drawn are those wanted, arrows and non-breaking marks included."""
    assert [covered(path) ^ wanted() for path in fonts] == [set(), set()]
    assert {ord(mark) for mark in "–…₫≥←↑→↓\u00a0\u202f\u2011\u0309"} <= wanted()


def test_each_font_fits_the_page_budget(fonts: tuple[Path, ...]) -> None:
    """A weight costs a reader 20 kB at most."""
    assert [path.name for path in fonts if path.stat().st_size > LARGEST] == []


def test_same_bytes_at_every_build(fonts: tuple[Path, ...], tmp_path: Path) -> None:
    """Making the fonts again gives the same bytes, so that readers' caches stay good."""
    again = make_fonts(NODE_MODULES, tmp_path)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in fonts]


def test_licence_stands_beside_the_fonts(fonts: tuple[Path, ...]) -> None:
    """The Open Font License goes wherever the fonts go."""
    assert "SIL Open Font License" in fonts[0].with_name("OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("pair", ["vậ", "yệ", "Tổ", "Về"])
def test_kerning_reaches_accented_letters(fonts: tuple[Path, ...], pair: str) -> None:
    """A plain letter and an accented one still move together, as the designer drew them."""
    for path in fonts:
        with TTFont(path) as font:
            assert kerning(font, *pair) < 0


def test_tabular_figures_share_one_width(fonts: tuple[Path, ...]) -> None:
    """With `tnum` on, all ten figures are as wide as the zero, so that columns line up."""
    for path in fonts:
        with TTFont(path) as font:
            names = font.getBestCmap()
            (swap,) = lookups(font, "GSUB", "tnum")
            widths = {font["hmtx"][swap.mapping[names[ord(digit)]]][0] for digit in "0123456789"}
            assert widths == {font["hmtx"][names[ord("0")]][0]}


def test_missing_typeface_is_reported(tmp_path: Path) -> None:
    """Without the installed typeface nothing is made up: the file is named as missing."""
    with pytest.raises(FileNotFoundError, match="be-vietnam-pro"):
        make_fonts(tmp_path / "node_modules", tmp_path)

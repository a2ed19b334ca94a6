"""Makes the two web fonts of the site out of the whole Be Vietnam Pro.

Web packages usually ship this face cut into latin and vietnamese files. Kerning does not reach
across such a cut: in Vietnamese prose a quarter of the kerned pairs are lost, "vậ" among them.
So each weight starts from the whole typeface and becomes one small file with exactly the
characters our pages use. The face has no tabular figures, which tables of results need; they are
added here as figures of one width behind the usual `tnum` feature. It has no arrows either; they
are drawn here with the thickness of its hyphen, so that no page depends on a reader's own fonts.

Run as `python -m generator.adapters.fonts NODE_MODULES OUT_DIR`. The same input gives the same
bytes.
"""

import shutil
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

FACE: Final = Path("@expo-google-fonts", "be-vietnam-pro")
WEIGHTS: Final[Mapping[int, Path]] = {
    400: Path("400Regular", "BeVietnamPro_400Regular.ttf"),
    700: Path("700Bold", "BeVietnamPro_700Bold.ttf"),
}

_TONES: Final = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS: Final = "aăâeêioôơuưy"
# Êđê, Gia Rai and Ba Na names also need č; a shaper builds their ĕ, ŏ and ŭ from the breve mark.
_HIGHLAND: Final = "Čč"
_MARKS: Final = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
_TYPOGRAPHY: Final = "–—‘’“”„…•‹›€₫−≤≥←↑→↓\u2010\u2011\u202f"
_FEATURES: Final = ("ccmp", "kern", "locl", "mark", "mkmk", "tnum")
_FIGURES: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def vietnamese_letters() -> frozenset[str]:
    """All 146 accented and plain letters that Vietnamese adds up from vowel, tone, đ and case."""
    lower = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
    return frozenset(case for letter in (*lower, "đ") for case in (letter, letter.upper()))


def wanted() -> frozenset[int]:
    """The code points our pages may use: Latin-1, Vietnamese, highland names, typography."""
    latin = frozenset(range(0x20, 0x7F)) | frozenset(range(0xA0, 0x100))
    letters = {*vietnamese_letters(), *_HIGHLAND, *_MARKS, *_TYPOGRAPHY}
    return latin | {ord(letter) for letter in letters}


def covered(path: Path) -> frozenset[int]:
    """The code points a font file can draw."""
    with TTFont(path) as font:
        return frozenset(font.getBestCmap())


def make_fonts(node_modules: Path, out_dir: Path) -> tuple[Path, ...]:
    """Write `be-vietnam-pro-400.woff2`, `-700.woff2` and their licence, `OFL.txt`.

    Raises FileNotFoundError where the typeface is not installed in `node_modules`.
    """
    face = node_modules / FACE
    out_dir.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(face / "LICENSE_FONT", out_dir / "OFL.txt")
    return tuple(
        _web_font(face / source, out_dir / f"be-vietnam-pro-{weight}.woff2")
        for weight, source in WEIGHTS.items()
    )


def _web_font(source: Path, target: Path) -> Path:
    # The clock would enter head.modified and make every build differ.
    with TTFont(source, recalcTimestamp=False) as font:
        _add_quiet_characters(font)
        _add_arrows(font)
        _add_tabular_figures(font)
        _subset(font)
        font.flavor = "woff2"
        font.save(target)
    return target


def _add_quiet_characters(font: TTFont) -> None:
    """Non-breaking hyphen and narrow space, which the face leaves to another font."""
    space_width, _ = font["hmtx"]["space"]
    _add_glyph(font, "space.narrow", TTGlyphPen(None), space_width * 2 // 3)
    _add_characters(font, {0x2010: "hyphen", 0x2011: "hyphen", 0x202F: "space.narrow"})


def _add_arrows(font: TTFont) -> None:
    """← ↑ → ↓, each a quarter turn of the same outline about the height of the hyphen."""
    hyphen = font["glyf"]["hyphen"]
    width, _ = font["hmtx"]["zero"]
    middle = (hyphen.yMin + hyphen.yMax) / 2
    outline = _right_arrow(hyphen.yMax - hyphen.yMin)
    turns: Mapping[str, complex] = {"→": 1, "↑": 1j, "←": -1, "↓": -1j}
    for arrow, turn in turns.items():
        points = [point * turn + complex(width / 2, middle) for point in outline]
        pen = TTGlyphPen(None)
        pen.moveTo((round(points[0].real), round(points[0].imag)))
        for point in points[1:]:
            pen.lineTo((round(point.real), round(point.imag)))
        pen.closePath()
        _add_glyph(font, f"arrow{ord(arrow):X}", pen, width)
    _add_characters(font, {ord(arrow): f"arrow{ord(arrow):X}" for arrow in turns})


def _right_arrow(stroke: float) -> list[complex]:
    """A shaft with two barbs at 45°, its middle at 0, clockwise from the tail."""
    reach, barb, slant = 290.0, 215.0, stroke * 2**0.5
    above = [
        complex(-reach, stroke / 2),
        complex(reach - slant - stroke / 2, stroke / 2),
        complex(reach - barb - slant / 2, barb - slant / 2),
        complex(reach - barb, barb),
    ]
    below = [point.conjugate() for point in reversed(above)]
    return [*above, complex(reach, 0), *below]


def _add_tabular_figures(font: TTFont) -> None:
    """Figures as wide as the zero, each centred, that `tnum` puts in place of the usual ones."""
    width, _ = font["hmtx"]["zero"]
    for figure in _FIGURES:
        own_width, _ = font["hmtx"][figure]
        pen = TTGlyphPen(font.getGlyphSet())
        pen.addComponent(figure, (1, 0, 0, 1, round((width - own_width) / 2), 0))
        _add_glyph(font, f"{figure}.tnum", pen, width)
    _add_substitution(font, "tnum", {figure: f"{figure}.tnum" for figure in _FIGURES})


def _add_characters(font: TTFont, glyphs: Mapping[int, str]) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap |= glyphs


def _add_glyph(font: TTFont, name: str, pen: TTGlyphPen, width: int) -> None:
    glyph = pen.glyph()
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))


def _add_substitution(font: TTFont, tag: str, swaps: Mapping[str, str]) -> None:
    """Append a one-to-one substitution to GSUB, switched on by `tag` in every language."""
    gsub = font["GSUB"].table
    lookups, features = gsub.LookupList, gsub.FeatureList
    record = otTables.FeatureRecord()
    record.FeatureTag = tag
    record.Feature = otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [len(lookups.Lookup)]
    for script in (record.Script for record in gsub.ScriptList.ScriptRecord):
        languages = (record.LangSys for record in script.LangSysRecord)
        for language in (script.DefaultLangSys, *languages):
            language.FeatureIndex.append(len(features.FeatureRecord))
    lookups.Lookup.append(buildLookup([buildSingleSubstSubtable(dict(swaps))]))
    lookups.LookupCount = len(lookups.Lookup)
    features.FeatureRecord.append(record)
    features.FeatureCount = len(features.FeatureRecord)


def _subset(font: TTFont) -> None:
    options = Options()
    options.hinting = False
    options.glyph_names = False
    options.layout_features = list(_FEATURES)
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted())
    subsetter.subset(font)


def main() -> None:
    """Make the fonts and say how large each became."""
    node_modules, out_dir = map(Path, sys.argv[1:])
    for path in make_fonts(node_modules, out_dir):
        sys.stdout.write(f"{path}: {path.stat().st_size} byte\n")


if __name__ == "__main__":
    main()

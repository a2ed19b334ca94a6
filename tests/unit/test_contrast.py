"""Every pair of colours that text is set in can be read, in the light and in the dark.

The pairs follow WCAG 2.1: 4.5 to 1 for text, 3 to 1 for the edges of controls, focus rings and
icons that carry meaning.
"""

import re
from pathlib import Path

import pytest

from tests.site.provinces import FIELDS

STYLES = Path(__file__).parents[2] / "theme" / "assets" / "css" / "dvk.css"
GROUNDS = ("paper", "card", "sunk", "hero", "gold-wash")
TEXT = (
    *((ink, ground) for ink in ("ink", "ink-2", "red-text") for ground in GROUNDS),
    *((field, ground) for field in FIELDS for ground in ("paper", "card", "gold-wash")),
    ("on-red", "red"),
    ("on-red", "red-2"),
    ("gold-ink", "gold-soft"),
    ("ok-ink", "ok-soft"),
    ("warn-ink", "warn-soft"),
    ("ink", "mark"),
    ("paper", "ink"),
    ("foot-ink", "foot"),
    ("foot-link", "foot"),
    ("foot", "foot-ink"),
)
EDGES = (
    *(("focus", ground) for ground in GROUNDS),
    *(("line-2", ground) for ground in ("paper", "card")),
    *((field, "sunk") for field in FIELDS),
    ("foot-focus", "foot"),
)
DRUM = 0.2
"""How much of the gold the drum behind the home page's first words lets through."""

Colour = tuple[int, int, int]


def schemes() -> dict[str, dict[str, Colour]]:
    """The colour tokens by scheme, as the browser would resolve them."""
    text = STYLES.read_text(encoding="utf-8")
    light = block(text, ":root{\n")
    return {
        "light": light,
        "dark": light | block(text, ":root[data-theme=dark]{\n"),
        "dark by the device": light | block(text, ":root:not([data-theme=light]){\n"),
    }


def block(text: str, opening: str) -> dict[str, Colour]:
    """The plain colours declared between an opening and its closing brace."""
    body = text.split(opening, 1)[1].split("}", 1)[0]
    found = re.findall(r"--([a-z0-9-]+):#([0-9a-f]{6});", body)
    return {name: (int(c[:2], 16), int(c[2:4], 16), int(c[4:], 16)) for name, c in found}


def luminance(colour: Colour) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [c / 255 for c in colour]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(top: Colour, ground: Colour, share: float) -> Colour:
    """What is seen when `top` covers `ground` with this opacity."""
    r, g, b = (round(t * share + u * (1 - share)) for t, u in zip(top, ground, strict=True))
    return r, g, b


def too_faint(scheme: str, pairs: tuple[tuple[str, str], ...], least: float) -> list[str]:
    """The pairs that miss the ratio, with what they reach."""
    colours = schemes()[scheme]
    reached = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    return [f"{ink} on {g}: {r:.2f}" for (ink, g), r in reached.items() if r < least]


@pytest.mark.parametrize("scheme", schemes())
def test_text_can_be_read(scheme: str) -> None:
    """Every text colour reaches 4.5 to 1 on every ground it is set on."""
    assert too_faint(scheme, TEXT, 4.5) == []


@pytest.mark.parametrize("scheme", schemes())
def test_controls_can_be_seen(scheme: str) -> None:
    """Focus rings, edges of controls and bars of charts reach 3 to 1."""
    assert too_faint(scheme, EDGES, 3) == []


@pytest.mark.parametrize("scheme", schemes())
def test_icons_can_be_seen_on_their_own_tint(scheme: str) -> None:
    """A field's icon reaches 3 to 1 on a ground tinted with 12% of its own colour."""
    colours = schemes()[scheme]
    ratios = {f: contrast(colours[f], mixed(colours[f], colours["card"], 0.12)) for f in FIELDS}

    assert {field for field, ratio in ratios.items() if ratio < 3} == set()


@pytest.mark.parametrize("scheme", schemes())
def test_words_over_the_drum_can_be_read(scheme: str) -> None:
    """The ornament of the home page never takes text below 4.5 to 1."""
    colours = schemes()[scheme]
    drum = mixed(colours["gold"], colours["hero"], DRUM)

    assert min(contrast(colours[ink], drum) for ink in ("ink", "ink-2", "red-text")) >= 4.5


def test_the_drum_is_as_faint_as_tested() -> None:
    """The style sheet draws the ornament with the opacity these tests assume."""
    assert f"opacity:{str(DRUM)[1:]};" in STYLES.read_text(encoding="utf-8")


def test_dark_is_the_same_by_choice_and_by_device() -> None:
    """A reader who chooses dark sees what a device set to dark shows."""
    found = schemes()

    assert found["dark"] == found["dark by the device"]


def test_colours_stand_only_in_the_tokens() -> None:
    """Outside the token blocks no rule names a colour for text, so the pairs above are all."""
    text = STYLES.read_text(encoding="utf-8")
    named = re.findall(r"[;{ ](?:color|background(?:-color)?):(#[0-9a-f]{3,6})\b", text)

    # The selection: dark ink on gold in both schemes.
    assert named == ["#211a14"]

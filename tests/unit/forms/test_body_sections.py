"""Text of a form in a Markdown body, and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.core.references import references
from generator.forms.body_sections import ADDRESS, CONTENT, section, written
from generator.forms.grid import tidy
from generator.pages.prose import render

HOSTILE = "\n".join(
    [
        "- a_b *c* **d** `e` ~~f~~",
        "1. Một",
        "2026. Năm",
        "12) Hai",
        "+ cộng",
        "= bằng",
        "=====",
        "---",
        "***",
        "# Đầu",
        "## Cách làm",
        "> trích",
        "| a | b |",
        "| - | - |",
        "[x](javascript:alert(1)) ![y](z.png) <script>alert(1)</script>",
        "[a]: https://x.example",
        "&lt; &amp; & &#106;",
        "\\ \\* \\\\",
        "!!! note",
        "~~~",
        "<https://x.example>",
        "1.",
        "*[HTML]: x",
    ]
)


def shown(body: str) -> str:
    """What a reader of the page sees."""
    return "\n".join(part.text for part in render(body, lambda target, image: None).sections)


def test_hostile_text_stays_text() -> None:
    """The page shows every sign as it was typed, and no link, image or heading comes of it."""
    body = written({CONTENT: HOSTILE})
    assert shown(body) == HOSTILE
    assert references(body) == []
    assert [each.text for each in render(body, lambda target, image: None).headings] == [CONTENT]


def test_sections_come_back_word_for_word() -> None:
    """Each section gives its text, line for line; one that is not there gives nothing."""
    body = written({CONTENT: HOSTILE, ADDRESS: "Hội Phụ nữ xã"})
    assert section(body, CONTENT) == HOSTILE
    assert section(body, ADDRESS) == "Hội Phụ nữ xã"
    assert section("## Cách làm\n\nTrồng.\n", CONTENT) is None


def test_an_editor_may_go_on_writing() -> None:
    """Wrapped paragraphs are one line; what stands under other headings is left out."""
    body = "## Nội dung đăng ký\n\nMột\nhai.\n\nBa.\n\n## Cách làm\n\nBốn.\n"
    assert section(body, CONTENT) == "Một hai.\nBa."


@given(st.text(alphabet=st.sampled_from(list("ab1. \n#*_[]()<>&;!|~=+->`\\:\"'")), max_size=60))
def test_any_text_comes_back(text: str) -> None:
    """Whatever is typed, the section gives it back and the page shows it."""
    clean = tidy(text)
    if clean:
        body = written({CONTENT: clean})
        assert section(body, CONTENT) == clean
        assert shown(body) == clean

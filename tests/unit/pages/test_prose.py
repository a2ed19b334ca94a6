"""A body becomes HTML with headings, sections and text that agree with one another."""

import pytest

from generator.pages.prose import Heading, Section, render

BODY = """\
Mở đầu **ngắn** gọn.

# Cách làm

Họp dân, [kế hoạch](../plans/a.md) &amp; góp ý.

### Bước *một*

1. một
2. hai

## Kết quả

| Việc | Số |
|------|---:|
| đường hoa | 7.556 |

## Cách làm
"""


def same(target: str, image: bool) -> str | None:
    """Publish every target as it is written."""
    return target


def nowhere(target: str, image: bool) -> None:
    """Publish no target."""


def test_headings_begin_at_level_two_with_ids_of_their_own() -> None:
    """The page's title is the only h1; ids are slugs, numbered when they repeat."""
    assert render(BODY, same).headings == (
        Heading(2, "cach-lam", "Cách làm"),
        Heading(3, "buoc-mot", "Bước một"),
        Heading(2, "ket-qua", "Kết quả"),
        Heading(2, "cach-lam-2", "Cách làm"),
    )


def test_an_id_never_meets_a_numbered_one() -> None:
    """A heading that looks like a numbered id does not take another's place."""
    ids = [each.id for each in render("# A 2\n# A\n# A\n# A\n# !\n# ?", same).headings]
    assert ids == ["a-2", "a", "a-3", "a-4", "muc", "muc-2"]


def test_headings_stand_in_the_html_under_their_ids() -> None:
    """Every heading can be linked to."""
    prose = render(BODY, same)
    for heading in prose.headings:
        assert f'<h{heading.level} id="{heading.id}">' in prose.html
    assert "<h1" not in prose.html


def test_sections_are_the_body_in_parts() -> None:
    """A section is what stands between headings of level 2; the beginning has no title."""
    first, way, results, last = render(BODY, same).sections
    assert first == Section(
        None, "", "<p>Mở đầu <strong>ngắn</strong> gọn.</p>", "Mở đầu ngắn gọn."
    )
    assert (way.title, way.id) == ("Cách làm", "cach-lam")
    assert way.html.startswith("<p>Họp dân")
    assert way.html.endswith("</ol>")
    assert '<h3 id="buoc-mot">' in way.html
    assert way.text == "Họp dân, kế hoạch & góp ý.\nBước một\nmột\nhai"
    assert results.text == "Việc Số\nđường hoa 7.556"
    assert last == Section("Cách làm", "cach-lam-2", "", "")


def test_a_body_that_opens_with_a_heading_has_no_empty_beginning() -> None:
    """Nothing precedes the first heading, so no section says so; an empty body has none."""
    assert [each.title for each in render("## A\n\nb", same).sections] == ["A"]
    assert render("", same).sections == render(" \n\n", same).sections == ()
    assert [each.title for each in render("chỉ có chữ", same).sections] == [None]


def test_plain_text_has_a_line_for_each_block() -> None:
    """Search and feeds get the words, unescaped, without tags."""
    prose = render("## Tiền & công\n\n- 5 < 7  \n  mới\n- `a  <b>`\n\n> trích", same)
    assert prose.text == "Tiền & công\n5 < 7\nmới\na <b>\ntrích"


def test_a_heading_in_a_quote_or_a_list_is_only_strong() -> None:
    """The outline of a page is made at its top level, and cutting there breaks no tag."""
    prose = render("> ## Trích *lời*\n> ai đó\n\n- # mục", same)
    assert prose.headings == ()
    assert "<p><strong>Trích <em>lời</em></strong></p>" in prose.html
    assert "<strong>mục</strong>" in prose.html


def test_the_caller_decides_where_links_lead() -> None:
    """A target is handed over as written, and what comes back is published, escaped."""
    asked = []

    def address(target: str, image: bool) -> str:
        asked.append((target, image))
        return f"/x/?a=1&copy=2&lt;{len(asked)}"

    html = render(
        r'[a](b\_c.md "T") ![d](<e f.jpg>) [g][h] [i](?j=1&amp;k)' "\n\n[h]: l.md", address
    ).html
    assert sorted(asked) == [
        ("?j=1&k", False),
        ("b_c.md", False),
        ("e f.jpg", True),
        ("l.md", False),
    ]
    assert html.count('="/x/?a=1&amp;copy=2&amp;lt;') == 4
    assert 'title="T"' in html


def test_a_refused_link_leaves_its_text_and_an_image_its_description() -> None:
    """Nothing the editor said is lost with the address."""
    prose = render("[kế **hoạch**](a.md) và ![ảnh lễ](b.jpg)", nowhere)
    assert prose.html == "<p>kế <strong>hoạch</strong> và ảnh lễ</p>"


def test_a_link_without_content_is_no_link() -> None:
    """Nobody can follow a link that shows nothing; a picture shows something."""
    html = render("[](a.md) [ ](a.md) [![x](b.jpg)](a.md)", same).html
    assert html.count("<a ") == 1
    assert '<a href="a.md"><img ' in html


def test_links_that_leave_the_site_say_so_to_crawlers() -> None:
    """Only addresses of other sites get `rel`; our own pages and mailboxes do not."""
    html = render("[a](https://a.vn) [b](../b/) [c](mailto:c@d.vn) <http://e.vn>", same).html
    assert '<a href="https://a.vn" rel="noopener nofollow ugc">' in html
    assert '<a href="http://e.vn" rel="noopener nofollow ugc">' in html
    assert '<a href="../b/">' in html
    assert '<a href="mailto:c@d.vn">' in html


def test_images_wait_until_they_are_seen() -> None:
    """Pictures load lazily and keep their description."""
    html = render('![Lễ "phát động"](a.jpg)', same).html
    assert 'alt="Lễ &quot;phát động&quot;"' in html
    assert 'loading="lazy"' in html
    assert 'decoding="async"' in html
    assert 'src="a.jpg"' in html


def test_tables_scroll_and_align_without_style() -> None:
    """A wide table scrolls by itself, also by keyboard; numbers stand to the right."""
    html = render(BODY, same).html
    assert '<div class="scroll" tabindex="0" role="group" aria-label="Bảng"><table>' in html
    assert html.count("</table></div>") == 1
    assert '<td align="right">7.556</td>' in html
    assert "style" not in html


@pytest.mark.parametrize(
    "typed", ["<b>đậm</b>", "<!-- ghi chú -->", "<br>", "<a@b.vn>", "<?php ?>"]
)
def test_raw_html_shows_as_it_was_typed(typed: str) -> None:
    """An editor sees what does not belong there, inline and as a block."""
    assert render(f"đoạn {typed} văn", same).text == f"đoạn {typed} văn"
    assert render(typed, same).text == typed


def test_a_list_keeps_its_kind_and_its_first_number() -> None:
    """A numbered list is not swallowed by a bulleted one, and may go on from 3."""
    html = render("3. ba\n4. bốn\n\n- gạch\n", same).html
    assert '<ol start="3">' in html
    assert "<ul>" in html


def test_one_body_leaves_no_trace_in_the_next() -> None:
    """The renderer is used again: definitions, ids and addresses do not carry over."""
    first = render("## A\n\n[a][x]\n\n[x]: https://a.vn", same)
    assert "https://a.vn" in first.html
    again = render("## A\n\n[a][x]", same)
    assert again.html == '<h2 id="a">A</h2>\n<p>[a][x]</p>'
    assert render("## A\n\n[a][x]\n\n[x]: https://a.vn", same) == first


def test_an_error_of_the_caller_is_not_hidden() -> None:
    """A fault in deciding addresses is a fault of the program; the next body is unharmed."""

    def broken(target: str, image: bool) -> str:
        raise KeyError(target)

    with pytest.raises(KeyError):
        render("- [a](b)", broken)
    assert render("a", same).html == "<p>a</p>"


def test_text_that_no_page_may_hold_is_dropped() -> None:
    """Control characters, in themselves or as entities, and half characters do not come through."""
    prose = render("a\x00b\x0bc\ud800d &#1;e \x02klzzwxh:0001\x03 \ufffe", same)
    assert prose.text == "abcd e klzzwxh:0001"

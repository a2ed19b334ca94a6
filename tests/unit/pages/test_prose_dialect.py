"""Every construct that editors write, and the HTML it becomes."""

import re

import pytest
from markdown import markdown

from generator.pages.prose import render

SHARED = {
    "paragraphs": ("Một\nhai.\n\nBa.", "<p>Một\nhai.</p>\n<p>Ba.</p>"),
    "emphasis": (
        "*nghiêng* **đậm** **_cả hai_** a_b_c",
        "<p><em>nghiêng</em> <strong>đậm</strong> <strong><em>cả hai</em></strong> a_b_c</p>",
    ),
    "bold with quotes": (
        "phong trào **“Dân vận khéo”**, **5 không**: a",
        "<p>phong trào <strong>“Dân vận khéo”</strong>, <strong>5 không</strong>: a</p>",
    ),
    "line break": ("Một  \nhai", "<p>Một<br>\nhai</p>"),
    "bullets": ("- một\n- hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>"),
    "bullets with stars": ("* một\n* hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>"),
    "numbers": ("1. một\n2. hai", "<ol>\n<li>một</li>\n<li>hai</li>\n</ol>"),
    "numbers from three": ("3. ba\n4. bốn", '<ol start="3">\n<li>ba</li>\n<li>bốn</li>\n</ol>'),
    "bullets apart": (
        "- một\n\n- hai",
        "<ul>\n<li><p>một</p>\n</li>\n<li><p>hai</p>\n</li>\n</ul>",
    ),
    "list in a list": (
        "- một\n    - hai\n- ba",
        "<ul>\n<li>một<ul>\n<li>hai</li>\n</ul>\n</li>\n<li>ba</li>\n</ul>",
    ),
    "paragraph in a list": (
        "1. một\n\n    tiếp\n\n2. hai",
        "<ol>\n<li><p>một</p>\n<p>tiếp</p>\n</li>\n<li><p>hai</p>\n</li>\n</ol>",
    ),
    "quote": ("> trích\n> tiếp", "<blockquote>\n<p>trích\ntiếp</p>\n</blockquote>"),
    "rule": ("Một\n\n---\n\nHai", "<p>Một</p>\n<hr>\n<p>Hai</p>"),
    "code": ("`dvk check`", "<p><code>dvk check</code></p>"),
    "fenced code": ("```\na < b\n\n*c*\n```", "<pre><code>a &lt; b\n\n*c*\n</code></pre>"),
    "indented code": ("Một\n\n    a < b", "<p>Một</p>\n<pre><code>a &lt; b</code></pre>"),
    "table": (
        "| Việc | Số |\n|---|--:|\n| hoa | 7 |\n| đèn |",
        '<table>\n<thead>\n<tr>\n<th>Việc</th><th align="right">Số</th></tr>\n</thead>\n<tbody>\n'
        '<tr>\n<td>hoa</td><td align="right">7</td></tr>\n'
        '<tr>\n<td>đèn</td><td align="right"></td></tr>\n</tbody>\n</table>',
    ),
    "table without outer bars": (
        "a | b\n:-: | :--\n**c** | `d`",
        '<table>\n<thead>\n<tr>\n<th align="center">a</th><th align="left">b</th></tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td align="center"><strong>c</strong></td>'
        '<td align="left"><code>d</code></td></tr>\n</tbody>\n</table>',
    ),
    "link": ("[kế hoạch](a.md)", '<p><a href="a.md">kế hoạch</a></p>'),
    "link with a title": ('[a](b.md "Tên")', '<p><a href="b.md" title="Tên">a</a></p>'),
    "link by reference": ("[a][b] [c]\n\n[b]: d\n[c]: e", None),
    "image": ("![Lễ](a.jpg)", None),
    "escapes": (r"\*a\* 1\. \# \[b\]", "<p>*a* 1. # [b]</p>"),
    "entities": ("a &amp; b &lt; c & d < e", "<p>a &amp; b &lt; c &amp; d &lt; e</p>"),
    "year and full stop in a line": ("Đến 2023. Rồi", "<p>Đến 2023. Rồi</p>"),
}
"""Bodies with their HTML (None where it is proved elsewhere), written the same on hand pages."""

OWN = {
    "bullets right under a line": ("Gồm:\n- một", "<p>Gồm:</p>\n<ul>\n<li>một</li>\n</ul>"),
    "list in a list by two blanks": (
        "- một\n  - hai",
        "<ul>\n<li>một<ul>\n<li>hai</li>\n</ul>\n</li>\n</ul>",
    ),
    "numbers with a parenthesis": ("1) một", "<ol>\n<li>một</li>\n</ol>"),
    "code in a list": (
        "1. một\n\n   ```\n   a\n   ```",
        "<ol>\n<li><p>một</p>\n<pre><code>a\n</code></pre>\n</li>\n</ol>",
    ),
    "table right under a line": (
        "Số liệu:\n|a|\n|-|\n|b|",
        "<p>Số liệu:</p>\n<table>\n<thead>\n<tr>\n<th>a</th></tr>\n</thead>\n<tbody>\n"
        "<tr>\n<td>b</td></tr>\n</tbody>\n</table>",
    ),
    "blank that does not break": ("a\u00a0b", "<p>a&nbsp;b</p>"),
    "heading without a blank": ("##Cách làm", "<p>##Cách làm</p>"),
    "struck, footnote, task": ("~~a~~ b[^1]\n\n- [ ] c", None),
    "raw block": ("<div>\n*a*\n</div>", "<p>&lt;div&gt;\n*a*\n&lt;/div&gt;</p>"),
}


def same(target: str, image: bool) -> str | None:
    """Publish every target as it is written."""
    return target


def bare(html: str) -> str:
    """HTML without what both kinds of page may say in their own way."""
    html = re.sub(r' (?:id|rel|loading|decoding|class|title)="[^"]*"|</?div[^>]*>', "", html)
    html = re.sub(r'style="text-align: (\w+);"', r'align="\1"', html)
    html = re.sub(
        r"<(/?(?:p|ul|ol|li|table|thead|tbody|tr|t[hd]|blockquote|pre|br|hr|h\d))\b"
        r"([^>]*?) ?/?>",
        r"\n<\1\2>\n",
        html,
    )
    html = re.sub(r" ?/>", ">", html)
    return re.sub(r"\s+(?=</)", "", re.sub(r"\s+", " ", html)).strip()


@pytest.mark.parametrize(
    ("body", "html"),
    [pair for pair in [*SHARED.values(), *OWN.values()] if pair[1] is not None],
    ids=[name for name, pair in (SHARED | OWN).items() if pair[1] is not None],
)
def test_each_construct_has_its_html(body: str, html: str) -> None:
    """What editors write is published just so."""
    made = render(body, same).html
    assert re.sub(r"</?div[^>]*>", "", made) == html


@pytest.mark.parametrize("body", [pair[0] for pair in SHARED.values()], ids=SHARED)
def test_pages_written_by_hand_read_alike(body: str) -> None:
    """An editor's habits hold on both kinds of page, though MkDocs draws one of them."""
    by_hand = markdown(body, extensions=["tables", "sane_lists", "fenced_code"])
    assert bare(by_hand) == bare(render(body, same).html)


def test_a_file_of_windows_reads_like_any_other() -> None:
    """Line ends make no difference."""
    body = "## A\n\n- b\n- c\n\n|d|\n|-|\n|e|\n"
    assert render(body.replace("\n", "\r\n"), same) == render(body, same)

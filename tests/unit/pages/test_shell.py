"""A shell gives back the theme's page with every slot filled, and a policy that fits it."""

from base64 import b64encode
from hashlib import sha256

import pytest

from generator.pages.shell import (
    CURRENT,
    REQUIRED,
    Shell,
    ShellError,
    escape,
    inline_scripts,
    token,
    with_csp,
)

PAGE = (
    '<head><meta charset="utf-8"><title>@@dvk:title@@</title>'
    '<meta name="description" content="@@dvk:description@@">'
    '<link rel="canonical" href="@@dvk:canonical@@">@@dvk:head@@</head>'
    '<a href="../mo-hinh/"@@dvk:nav:mo-hinh@@>Mô hình</a><main>@@dvk:content@@</main>'
)


def digest(script: str) -> str:
    """The hash a browser would compute for this script."""
    return "'sha256-" + b64encode(sha256(script.encode()).digest()).decode() + "'"


def policy(html: str) -> str:
    """The policy written into a page."""
    return html.split('Content-Security-Policy" content="')[1].split('">')[0]


def test_every_slot_is_replaced_by_its_value() -> None:
    """Each value stands where its token stood, and nothing else changes."""
    values = {name: f"<{name}>" for name in REQUIRED} | {"nav:mo-hinh": CURRENT}
    expected = PAGE.replace(token("nav:mo-hinh"), ' aria-current="page"')
    for name in REQUIRED:
        expected = expected.replace(token(name), f"<{name}>")

    assert expected == Shell.from_html(PAGE).fill(values)


def test_a_slot_without_a_value_stays_empty() -> None:
    """A page that gives only its content still has no token left in it."""
    filled = Shell.from_html(PAGE).fill({"content": "Nội dung"})

    assert "@@" not in filled
    assert "<main>Nội dung</main>" in filled


def test_a_slot_may_stand_twice() -> None:
    """The same value fills both places of a repeated slot."""
    shell = Shell.from_html(PAGE + token("title"))

    assert shell.fill({"title": "Hội quán"}).count("Hội quán") == 2


def test_a_value_that_looks_like_a_token_is_left_alone() -> None:
    """Text written by an editor is never taken for a slot."""
    filled = Shell.from_html(PAGE).fill({"content": token("title"), "title": "bí mật"})

    assert f"<main>{token('title')}</main>" in filled


@pytest.mark.parametrize("name", REQUIRED)
def test_a_missing_required_slot_is_named(name: str) -> None:
    """A theme that lost a required slot is refused, and the slot is named."""
    with pytest.raises(ShellError, match=f"thiếu chỗ điền: {name}"):
        Shell.from_html(PAGE.replace(token(name), ""))


def test_a_slot_nobody_can_fill_is_named() -> None:
    """A theme's misspelt slot is refused, and named."""
    with pytest.raises(ShellError, match="chỗ điền lạ: nav:mo-hin"):
        Shell.from_html(PAGE + token("nav:mo-hin"))


def test_a_value_for_no_slot_is_named() -> None:
    """A caller's misspelt value is refused instead of vanishing."""
    with pytest.raises(ShellError, match="tên là: contents"):
        Shell.from_html(PAGE).fill({"contents": "mất"})


def test_escaped_text_cannot_leave_its_place() -> None:
    """Escaped text closes neither a tag nor a quoted attribute."""
    assert escape("</title>\"'&") == "&lt;/title&gt;&quot;&#x27;&amp;"


def test_the_policy_comes_first_after_the_charset() -> None:
    """Nothing that the policy should govern stands before it."""
    head = with_csp(PAGE).split("<title>")[0]

    assert head.startswith('<head><meta charset="utf-8">\n<meta http-equiv="Content-Security')


def test_the_policy_allows_only_what_the_site_serves() -> None:
    """A page without inline scripts gets the strict policy, word for word."""
    expected = (
        "default-src 'none'; script-src 'self'; style-src 'self'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'none'; "
        "manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )

    assert expected == policy(with_csp(PAGE))


def test_inline_scripts_are_allowed_by_hash() -> None:
    """Classic and module scripts get a hash; data blocks and outside files do not."""
    page = PAGE + (
        "<script>let a = 1 < 2 && '&amp;';</script>"
        '<script type="module">\nimport "./a.js"\n</script>'
        '<script type="application/ld+json">{"@type": "Thing"}</script>'
        '<script src="a.js"></script>'
    )
    allowed = " ".join((digest("let a = 1 < 2 && '&amp;';"), digest('\nimport "./a.js"\n')))

    assert f"script-src 'self' {allowed};" in policy(with_csp(page))


def test_a_script_written_twice_is_hashed_once() -> None:
    """Repeating a script does not make the policy longer."""
    page = PAGE + "<script>a()</script><script>a()</script>"

    assert policy(with_csp(page)).count("sha256-") == 1
    assert inline_scripts(page) == ("a()", "a()")


def test_a_new_policy_replaces_the_old() -> None:
    """Applying the policy twice gives the same page as once."""
    once = with_csp(PAGE + "<script>a()</script>")

    assert once == with_csp(once)


def test_a_page_without_a_charset_is_refused() -> None:
    """Without a charset there is no safe place for the policy, and that is said."""
    with pytest.raises(ShellError, match="charset"):
        with_csp("<head></head>")

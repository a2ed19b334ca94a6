"""A body is read the same by all who ask, and hands out nothing that no page may hold."""

from hypothesis import given
from hypothesis import strategies as st

from generator.core.commonmark import Definition, definitions, events, places, printable


def texts(body: str) -> str:
    """All the words of a body."""
    return "".join(each["Text"] for each in events(body) if "Text" in each)


def test_only_tables_are_added_to_commonmark() -> None:
    """Signs of other dialects are text: `~~`, `$`, `[^1]`, `- [ ]`, `: `, straight quotes."""
    kinds = {str(event) for event in events('a ~~b~~ $c$ [^1] "d" -- e\n\n[[f]] ^g^\n\nh\n: i')}
    assert {kind for kind in kinds if "Text" not in kind} == {
        "SoftBreak",
        "{'Start': 'Paragraph'}",
        "{'End': 'Paragraph'}",
    }
    assert any("Table" in str(event) for event in events("|a|\n|-|"))


def test_openings_and_closings_pair_up() -> None:
    """Whoever keeps a stack of what is open finds it empty at the end."""
    open_parts = 0
    for event in events("> - [a *b*](c)\n\n|d|\n|-|\n|![e](f)|"):
        open_parts += ("Start" in event) - ("End" in event)
        assert open_parts >= 0
    assert open_parts == 0


@given(st.text(st.sampled_from("a\x00\x08\x0b\x1f\x7f\x85\ud800\ufffe&#;1x[]()'\n")))
def test_no_text_holds_what_no_page_may_hold(body: str) -> None:
    """Neither as it stands nor as an entity comes a control character or a half one through."""
    found = texts(body)
    assert printable(found) == found


def test_an_entity_brings_no_control_character() -> None:
    """What a number stands for is looked at again, in texts, in titles and in descriptions."""
    found = str(list(events("a&#1;b [c](d 'e&#2;') ![f&#3;](g 'h&#x4;')")))
    assert "ab" in found
    assert not [each for each in range(1, 5) if f"\\x0{each}" in found]


def test_places_are_bytes_of_the_body() -> None:
    """A stretch of the body's UTF-8 is what an event was read from."""
    body = "đầu [ảnh](b)\x01"
    (span,) = [place for event, place in places(body) if str(event).startswith("{'End': 'Link")]
    assert body.encode()[span["start"] : span["end"]].decode() == "[ảnh](b)"


def test_definitions_are_told_with_where_they_stand() -> None:
    """The first of a label counts, as it does for readers."""
    assert definitions("x\n\n[a]: b 'c'\n[A]: d\n") == [Definition("a", "b", 3)]

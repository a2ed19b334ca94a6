"""The tree of keys holds all that the field definitions say."""

import pytest

from generator.core.entries import EntryKind
from generator.core.skeleton import questions
from generator.doors.keys import Key, everywhere, keys_of
from tests.unit.core.made import VOCABULARY

KINDS: tuple[EntryKind, ...] = ("model", "plan")


def key(kind: EntryKind, path: str) -> Key:
    return next(each for each in everywhere(keys_of(kind)) if each.path == path)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_named_once_and_told(kind: EntryKind) -> None:
    """No path stands twice; each key has a label and a sentence, each value a form."""
    keys = list(everywhere(keys_of(kind)))
    assert len({each.path for each in keys}) == len(keys) > 40
    assert [each.path for each in keys if not each.label or not each.advice] == []
    assert [each.path for each in keys if bool(each.form) == bool(each.inner)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_must_be_there_is_what_a_new_entry_asks_for(kind: EntryKind) -> None:
    """The required values are those that ``dvk new`` asks an editor for."""
    needed = [
        inner.path
        for each in keys_of(kind)
        if each.required
        for inner in (each, *each.inner)
        if inner.required and not inner.inner
    ]
    assert needed == [each.key for each in questions(kind, VOCABULARY)]


def test_lists_groups_and_bounds_are_read_off() -> None:
    """A list knows its bounds and whether one value may stand alone; a group its keys."""
    fields, sources, place = (key("model", each) for each in ("linh_vuc", "nguon", "dia_ban"))
    assert (fields.is_list, fields.may_stand_alone, fields.fewest) == (True, True, 1)
    assert (sources.is_list, sources.may_stand_alone, sources.most) == (True, False, 200)
    assert [each.name for each in place.inner if each.required] == ["tinh"]
    assert not place.is_list
    assert key("model", "loai").default == "mo-hinh"
    assert key("model", "nguon.tieu_de_tam").default is False
    assert key("model", "bat_dau").default is None


def test_a_key_knows_the_terms_of_its_own_list_only() -> None:
    """Of two keys of one name the one that takes a term has choices, the free one has none."""
    chosen = key("model", "hinh_thuc").terms(VOCABULARY)
    assert [each.id for each in chosen] == ["tap-the", "ca-nhan"]
    assert key("model", "cong_nhan.hinh_thuc").terms(VOCABULARY) == ()

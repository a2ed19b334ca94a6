"""What is left of a faulty entry can still be held against the rules."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core.entries import Model, Plan
from generator.core.front_matter import FrontMatter
from generator.core.salvage import salvage
from generator.core.validation import check
from tests.unit.core.made import VOCABULARY, matter, model_matter, plan_matter

CONTEXT = {"vocabulary": VOCABULARY}
FAULTY = {"linh_vuc": "[kinh-te, y-te]", "bat_dau": "20255", "la": "1"}


def left(source: FrontMatter) -> tuple[Model, FrontMatter]:
    found = salvage(Model, source, CONTEXT)
    assert found is not None
    return found


def test_faulty_parts_are_cut_out_and_the_rest_stays() -> None:
    """Bad items, bad values and unknown keys go; what is right is kept as it is."""
    entry, _ = left(model_matter(**FAULTY, xac_nhan="2024-05"))
    assert (entry.fields, entry.start) == (("kinh-te",), None)
    assert str(entry.confirmed) == "5/2024"
    assert entry.name == "Hẻm xanh"


def test_the_marks_follow_the_items_that_move_up() -> None:
    """When an item in the middle is cut out, those behind it keep their true places."""
    source = matter(
        "moc:\n  - viec: A\n    han: '--01-02'\n  - viec: B\n  - [x]\n  - viec: D\n    han: 2021\n"
        "chi_tieu:\n  - noi_dung: X\n    toi_thieu: ít\n    toi_da: 2",
        path="content/plans/a.md",
    )
    found = salvage(Plan, source, CONTEXT)
    assert found is not None
    plan, marks = found
    assert [each.what for each in plan.milestones] == ["A", "B", "D"]
    assert marks.value_place("moc", 2, "viec").line == 7
    assert marks.value_place("chi_tieu", 0, "toi_da").line == 12


def test_something_stands_in_for_what_is_required() -> None:
    """An almost empty file still becomes an entry for the rules to look at."""
    entry, _ = left(matter("bat_dau: 2020"))
    assert entry.start is not None
    assert (entry.name, entry.form) == ("…", "…")


def test_without_stand_ins_what_lacks_a_key_is_cut_out() -> None:
    """For lists of terms nothing may be invented."""
    source = matter("nguon: [{tieu_de: A}, {tieu_de: B, co_quan: C}]\n" + "x: y")
    assert salvage(Model, source, CONTEXT, fill=False) is None


def test_a_stand_in_that_does_not_fit_gives_way() -> None:
    """Where no stand-in is a value of the kind, the item that lacks it is cut out."""
    entry, _ = left(model_matter(anh="[{mo_ta: A, nguoi_trong_anh: khong-co}]"))
    assert entry.pictures == ()


def test_a_single_value_for_a_list_is_cut_out_whole() -> None:
    """One wrong word in the place of a list leaves no half of it behind."""
    entry, _ = left(model_matter(ke_hoach="Kế hoạch 31", linh_vuc="y-te"))
    assert (entry.plans, entry.fields) == ((), ("…",))


def test_the_source_is_left_as_it_was() -> None:
    """Salvaging works on a copy."""
    source = model_matter(**FAULTY)
    before = repr(source.data), dict(source.marks)
    left(source)
    assert (repr(source.data), dict(source.marks)) == before


_KEYS = sorted({str(f.alias) for s in (Model, Plan) for f in s.model_fields.values()})
_WORDS = st.sampled_from(["", "2025", "xa", "tap-the", "kinh-te", "Lâm Đồng", "x y", "1.500"])
_DATA: st.SearchStrategy[Any] = st.recursive(
    st.none() | _WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["tinh", "nam", "noi_dung", "tu", "den", "han", "cap", "la"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from([*_KEYS, "la"]), _DATA))
def test_no_data_breaks_it(data: dict[str, Any]) -> None:
    """Whatever stands under whatever key: problems or a value, and remains for the rules."""
    source = FrontMatter("content/models/a.md", data, {})
    for shape in (Model, Plan):
        entry, problems = check(shape, source, CONTEXT)
        assert entry is not None or problems
        assert all(each.message and each.mend for each in problems)
        assert salvage(shape, source, CONTEXT) is not None


def test_a_good_entry_is_left_whole() -> None:
    """Where nothing is wrong nothing is cut."""
    source = plan_matter()
    found = salvage(Plan, source, CONTEXT)
    assert found is not None
    assert found[0] == check(Plan, source, CONTEXT)[0]
    assert found[1] == source

"""What more than one entry takes part in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.core.catalogue import Item, ModelItem, PlanItem, catalogue
from generator.core.entries import Entry
from generator.core.entry_rules import model_item, plan_item
from generator.core.links import links
from generator.core.problems import Problem, in_order
from generator.core.rules import Content, check_all
from tests.unit.core.made import VOCABULARY, model, plan


def problems(
    *items: ModelItem | PlanItem, images: Sequence[str] = (), more_paths: Sequence[str] = ()
) -> tuple[Problem, ...]:
    every: list[Item[Entry]] = [*items]
    models = [found for item in every if (found := model_item(item))]
    plans = [each for item in every if (each := plan_item(item))]
    entries = catalogue(models, plans, VOCABULARY)
    paths = [*(item.path for item in every), *more_paths]
    return in_order(check_all(Content(every, entries, links(entries), images, paths)))


def told(*items: ModelItem | PlanItem, **more: Sequence[str]) -> list[str]:
    return [f"{p.place} {p.code}" for p in problems(*items, **more)]


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("Hem-Xanh", "hem-xanh"),
        ("hem_xanh", "hem-xanh"),
        ("hẻm xanh", "hem-xanh"),
        ("-hem", "hem"),
        ("trang", "hem-xanh-2"),
        ("index", "hem-xanh-2"),
        ("!", "hem-xanh-2"),
        ("a" * 81, "a" * 80),
    ],
)
def test_a_name_that_makes_no_address_gets_a_better_one(slug: str, expected: str) -> None:
    """A file name that is no address is told with one that is, if need be from the title."""
    (found,) = problems(model(slug, ten="Hẻm xanh 2"))
    assert (found.code, found.detail["expected"]) == ("slug-form", expected)


def test_eighty_characters_are_allowed() -> None:
    """The longest allowed name passes."""
    assert told(model("a" * 80)) == []


def test_names_are_checked_even_in_files_nobody_could_read() -> None:
    """A bad or clashing name is told although the file's content is unusable."""
    assert told(
        model("a"),
        more_paths=["content/models/B.md", "content/models/x/a.md", "content/plans/!.md"],
    ) == [
        "content/models/B.md:1:1 slug-form",
        "content/models/x/a.md:1:1 slug-clash",
        "content/plans/!.md:1:1 slug-form",
    ]


def test_a_model_and_a_plan_may_share_a_name() -> None:
    """The two kinds have addresses of their own."""
    assert told(model("a"), plan("a")) == []


def test_former_names_must_be_free() -> None:
    """A former name may be nobody's name, nobody else's former name and not one's own."""
    one = model("a", ten_cu="[a, b, c, d]")
    two = model("b", ten_cu="[d, d]")
    assert told(one, two, plan("c")) == [
        "content/models/a.md:9:10 former-slug-is-own",
        "content/models/a.md:9:13 former-slug-taken",
        "content/models/b.md:9:10 former-slug-twice",
        "content/models/b.md:9:13 former-slug-twice",
    ]


def test_references_must_lead_to_an_entry_of_their_kind() -> None:
    """A plan is no model: each reference is looked for among its own kind."""
    item = model("a", ke_hoach="[p, a]", nhan_rong_tu="p", nhan_rong_den="[{noi: X, mo_hinh: p}]")
    assert told(item, plan("p")) == [
        "content/models/a.md:9:15 dangling-reference",
        "content/models/a.md:10:15 dangling-reference",
        "content/models/a.md:11:35 dangling-reference",
    ]


def test_a_near_name_is_offered() -> None:
    """A slip in a reference is told with the name that was probably meant."""
    (found,) = problems(model("a", ke_hoach="ke-hoach-tin"), plan("ke-hoach-tinh"))
    assert found.detail["nearest"] == "ke-hoach-tinh"


def test_a_reference_to_a_faulty_file_is_not_a_second_fault() -> None:
    """The file is there; that it cannot be read is told where it is."""
    assert told(model("a", ke_hoach="p"), more_paths=["content/plans/p.yml"]) == []


def test_an_entry_does_not_refer_to_itself() -> None:
    """A model is not its own copy and a plan not its own successor."""
    assert told(model("a", nhan_rong_tu="a"), plan("p", thay_the="p")) == [
        "content/models/a.md:9:15 self-reference",
        "content/plans/p.md:8:11 self-reference",
    ]


def test_copies_do_not_go_in_a_circle() -> None:
    """A circle is told once, with the whole way round, at the key that closes it."""
    chain = [model(a, nhan_rong_tu=b) for a, b in ("ab", "bc", "ca")]
    (found,) = problems(*chain, model("d", nhan_rong_tu="a"))
    assert str(found.place) == "content/models/a.md:9:1"
    assert found.detail["cycle"] == "a → b → c → a"


def test_a_circle_told_by_the_originals_is_found_too() -> None:
    """Two models that each claim the other as their copy are a circle, told at that claim."""
    two = [model(a, nhan_rong_den=f"[{{noi: X, mo_hinh: {b}}}]") for a, b in ("ab", "ba")]
    assert told(*two) == ["content/models/a.md:9:1 reference-cycle"]


def test_a_long_chain_is_no_circle() -> None:
    """Copies of copies are welcome."""
    assert told(*(model(a, nhan_rong_tu=b) for a, b in ("ab", "bc", "cd")), model("d")) == []


PICTURE = "[{tep: le.jpg, mo_ta: A, nguoi_trong_anh: khong-co}]"


def test_pictures_must_be_there() -> None:
    """A picture that no file holds is told at its name, with a near one."""
    assert told(model(anh=PICTURE), images=["le.jpg"]) == []
    (found,) = problems(model(anh=PICTURE), images=["le.png"])
    assert (str(found.place), found.code) == ("content/models/hem-xanh.md:9:13", "broken-image")
    assert found.detail["nearest"] == "le.png"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[a](../plans/p.md)", None),
        ("[a](../plans/p.md#muc)", None),
        ("[a](../pages/gioi-thieu.md)", None),
        ("[a](https://bao.example)", None),
        ("[a](mailto:a@b.example)", None),
        ("[a](#ket-qua)", None),
        ("![a](../images/le.jpg)", None),
        ("`[a](../plans/x.md)`", None),
        ("[a](../plans/x.md)", "broken-link"),
        ("[a](p.md)", "broken-link"),
        ("[a](../vocabulary/tinh.yml)", "broken-link"),
        ("[a](../images/le.jpg)", "broken-link"),
        ("[a][1]\n\n[1]: ../plans/x.md", "broken-link"),
        ("[a](javascript:alert(1))", "unsafe-link"),
        ("[a](//evil.example)", "unsafe-link"),
        ("[a](/etc/passwd)", "unsafe-link"),
        ("[a](../../../etc/passwd)", "unsafe-link"),
        ("![a](../images/x.jpg)", "broken-image"),
        ("![a](le.jpg)", "image-elsewhere"),
        ("![a](https://bao.example/a.jpg)", "image-elsewhere"),
    ],
)
def test_links_in_bodies(body: str, code: str | None) -> None:
    """Links lead to pages of the content or to the web, images stand in content/images/."""
    more = ["content/pages/gioi-thieu.md", "content/vocabulary/tinh.yml", "content/images/le.jpg"]
    found = problems(model("a", body), plan("p"), images=["le.jpg"], more_paths=more)
    assert [each.code for each in found] == ([code] if code else [])


def test_a_broken_link_is_told_with_the_way_to_the_nearest_file() -> None:
    """What is offered can be copied as it is: it is told from the file that links."""
    (found,) = problems(model("x/a", "\nXem [kế hoạch](../plans/ke-hoac.md)."), plan("ke-hoach"))
    assert found.detail["nearest"] == "../../plans/ke-hoach.md"
    assert (found.place.line, found.place.column) == (11, 16)

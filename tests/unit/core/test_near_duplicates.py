"""Two tellings of one model are found, whatever was put in for the place; copies are let be."""

from __future__ import annotations

import random
import time
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.core.catalogue import ModelItem
from generator.core.links import Links, links
from generator.core.near_duplicates import ALIKE, near_duplicates
from tests.unit.core.made import catalogue_of, model

CAMERA = (
    "Công an phường vận động bà con góp tiền lắp camera ở các {}, nhờ đó trộm cắp giảm hẳn so "
    "với năm trước và người đi lạc được tìm thấy sớm."
)
NONE = Links({}, {}, {}, {})


def found(*items: ModelItem) -> dict[str, str]:
    """Slug → the slug of its near duplicate."""
    linked = links(catalogue_of(*items))
    return {slug: other.slug for slug, other in near_duplicates(items, linked).items()}


def test_a_text_with_another_place_put_in_is_found_both_ways() -> None:
    """Each of the two names the other, though name, unit and place differ."""
    one = model("a", ten="Camera khu phố 2", tom_tat=CAMERA.format("ngã ba"))
    other = model(
        "b",
        ten="Camera khu phố 9",
        tom_tat=CAMERA.format("đầu hẻm"),
        don_vi="Khu phố 9",
        dia_ban="{tinh: Huế}",
    )
    assert found(one, other) == {"a": "b", "b": "a"}


def test_different_models_are_not_found() -> None:
    """Two models about one subject, told in words of their own, are no duplicates."""
    one = model("a", ten="Camera khu phố 2", tom_tat=CAMERA.format("ngã ba"))
    other = model("b", ten="Mắt thần giữ xóm", tom_tat="Tám hộ nối camera nhà mình với loa xóm.")
    assert found(one, other) == {}
    assert found() == {}


def test_one_units_models_of_nearly_one_name_are_found() -> None:
    """With unit and place the same, nearly the same name is enough; with another unit it is not."""
    told = {"a": "Mười hộ góp vốn mua bò.", "b": "Hội viên học ủ rơm trước mùa mưa."}
    names = {"a": "Tổ nuôi bò sinh sản", "b": "Mô hình tổ nuôi bò sinh sản"}
    same = [model(slug, ten=names[slug], tom_tat=told[slug]) for slug in told]
    elsewhere = [
        model("a", ten=names["a"], tom_tat=told["a"]),
        model("b", ten=names["b"], tom_tat=told["b"], dia_ban="{tinh: Lâm Đồng, xa: xã Hòa An}"),
    ]
    assert found(*same) == {"a": "b", "b": "a"}
    assert found(*elsewhere) == {}


def test_a_series_by_one_unit_is_let_be() -> None:
    """One unit's models that differ by number are different, unless the text is one."""
    names = {"a": "Camera an ninh khu phố 2", "b": "Camera an ninh khu phố 7"}
    told = {"a": "Bà con góp tiền, 12 camera.", "b": "Tám hộ nối camera với loa xóm."}
    assert found(*[model(slug, ten=names[slug], tom_tat=told[slug]) for slug in told]) == {}
    same = CAMERA.format("ngã ba")
    assert len(found(*[model(slug, ten=names[slug], tom_tat=same) for slug in told])) == 2


def test_short_texts_must_be_the_same() -> None:
    """A few words that many would use are no sign of copying, unless all are the same."""
    one = model("a", ten="Hẻm xanh", tom_tat="Bà con trồng hoa.", don_vi="Tổ 1")
    other = model("b", ten="Hẻm sạch", tom_tat="Bà con trồng hoa.", don_vi="Tổ 2")
    assert found(one, other) == {}
    assert found(one, model("c", ten="Hẻm xanh", tom_tat="Bà con trồng hoa.")) == {
        "a": "c",
        "c": "a",
    }


def test_tone_placement_and_capitals_make_no_difference() -> None:
    """hoà and hòa, capitals and dashes are the same words."""
    one = model("a", ten="Hòa giải khéo", tom_tat="Tổ hòa giải gỡ chín vụ tranh chấp đất ở thôn.")
    other = model(
        "b", ten="HOÀ GIẢI KHÉO", tom_tat="Tổ hoà giải gỡ chín vụ tranh chấp – đất ở thôn"
    )
    assert found(one, other) == {"a": "b", "b": "a"}


def test_a_copy_its_original_and_its_siblings_are_let_be() -> None:
    """Who was copied from one model may be told alike, also where only the original says so."""
    text = CAMERA.format("ngã ba")
    items = [
        model("a", tom_tat=text, nhan_rong_den="[{noi: Khu phố 5, mo_hinh: d}]"),
        model("b", tom_tat=text, nhan_rong_tu="a"),
        model("c", tom_tat=text, nhan_rong_tu="b"),
        model("d", tom_tat=text),
    ]
    assert found(*items) == {}
    assert found(*items, model("e", tom_tat=text))["e"] in {"a", "b", "c", "d"}


def test_copies_in_a_circle_are_one_family() -> None:
    """References that go round, which is an error of their own, do not hang the search."""
    text = CAMERA.format("ngã ba")
    assert (
        found(
            model("a", tom_tat=text, nhan_rong_tu="b"), model("b", tom_tat=text, nhan_rong_tu="a")
        )
        == {}
    )


def test_the_likest_is_named() -> None:
    """Of several near duplicates each names the one that is most like it."""
    items = [
        model("a", ten="Camera", tom_tat=CAMERA.format("ngã ba")),
        model("b", ten="Camera", tom_tat=CAMERA.format("ngã tư")),
        model("c", ten="Camera", tom_tat=CAMERA.format("ngã tư")),
    ]
    assert found(*items)["b"] == "c"
    assert found(*items)["c"] == "b"


def test_many_copies_are_all_found() -> None:
    """Two hundred copies of one text are told of, each with another one named."""
    items = [
        model(f"m{n}", ten=f"Camera khu phố {n}", tom_tat=CAMERA.format(f"ngã {n}"))
        for n in range(200)
    ]
    assert len(found(*items)) == 200


WORDS = [f"{a}{b}" for a in "bcdghklmnt" for b in ("a", "e", "o")]


@given(st.lists(st.lists(st.sampled_from(WORDS[:6]), min_size=1, max_size=16), max_size=7))
def test_nothing_alike_is_missed(texts: list[list[str]]) -> None:
    """In a small collection exactly those are found that share enough pairs of syllables."""
    items = [
        model(f"m{n}", ten="Hẻm", tom_tat=" ".join(words), don_vi=f"Tổ {n}")
        for n, words in enumerate(texts)
    ]
    alike = {item.slug for pair in combinations(items, 2) if _is_alike(*pair) for item in pair}
    assert set(near_duplicates(items, NONE)) == alike


def _is_alike(one: ModelItem, other: ModelItem) -> bool:
    a, b = (_pairs(item) for item in (one, other))
    return a == b or (len(a & b) >= 8 and len(a & b) / len(a | b) >= ALIKE)


def _pairs(item: ModelItem) -> set[str]:
    words = item.entry.summary.split()
    told = {f"{a} {b}" for a, b in pairwise(words)} or {*words}
    return {"hẻm", *told}


def test_the_cost_grows_with_the_content() -> None:
    """Four times as many models do not take more than some six times as long."""
    rng = random.Random(3)

    def seconds(count: int) -> float:
        items = [
            model(
                f"m{n}",
                ten=" ".join(rng.choices(WORDS, k=6)),
                tom_tat=" ".join(rng.choices(WORDS, k=40)),
            )
            for n in range(count)
        ]
        best = []
        for _ in range(3):
            started = time.process_time()
            near_duplicates(items, NONE)
            best.append(time.process_time() - started)
        return min(best)

    seconds(50)
    assert seconds(1200) < 7 * seconds(300)

"""Models that share rare words, a field or a province stand near each other."""

from __future__ import annotations

import math
import random
import time
from collections import Counter

import pytest

from generator.core import similarity
from generator.core.catalogue import Catalogue
from generator.core.pairs import HASH, pairs_of
from generator.core.similarity import SHOWN, similar
from tests.unit.core.made import catalogue_of, model


def near(found: Catalogue, slug: str) -> list[str]:
    return [item.slug for item in similar(found)[slug]]


def test_rare_words_bring_models_together() -> None:
    """Of models of one field the one that speaks of the same thing comes first."""
    found = catalogue_of(
        model("a", ten="Tiếng kẻng an ninh"),
        model("b", ten="Đường hoa phụ nữ"),
        model("c", ten="Mô hình tiếng kẻng khu phố"),
    )
    assert near(found, "a")[0] == "c"


def test_the_place_of_a_tone_does_not_part_words() -> None:
    """Hoà giải and hòa giải are the same words."""
    found = catalogue_of(
        model("a", ten="Tổ hoà giải", linh_vuc="kinh-te"),
        model("b", ten="Nhóm hòa giải"),
        model("c", ten="Đường hoa"),
    )
    assert near(found, "a")[0] == "b"


def test_a_field_or_a_province_in_common_helps() -> None:
    """Between equals in words, the same field and the same province of today decide."""
    found = catalogue_of(
        model("a", ten="A", dia_ban="{tinh: Bình Thuận}"),
        model("b", ten="B", dia_ban="{tinh: Huế}"),
        model("c", ten="C", dia_ban="{tinh: Lâm Đồng}"),
    )
    assert near(found, "a") == ["c", "b"]


def test_a_model_is_not_like_itself() -> None:
    """No model is shown beside itself; a lone one has no neighbours, and none has none."""
    assert similar(catalogue_of()) == {}
    assert near(catalogue_of(model("a")), "a") == []
    many = catalogue_of(*(model(f"m{n}") for n in range(6)))
    assert all(slug not in near(many, slug) for slug in many.models)
    assert all(len(near(many, slug)) == SHOWN for slug in many.models)


def test_the_answer_does_not_depend_on_the_order_of_files() -> None:
    """The same models give the same neighbours, in whatever order they were read."""
    made = [model(f"m{n}", ten=f"Tổ tự quản số {n}") for n in range(8)]
    one, other = catalogue_of(*made), catalogue_of(*reversed(made))
    assert {s: near(one, s) for s in one.models} == {s: near(other, s) for s in other.models}


WORDS = [f"{a}{b}" for a in "bcdghk" for b in ("a", "e", "o")]


def made(count: int) -> Catalogue:
    """Models of few words, fields and provinces, so that many are alike."""
    rng = random.Random(7)
    return catalogue_of(
        *(
            model(
                f"m{n}",
                ten=" ".join(rng.choices(WORDS, k=4)),
                tom_tat=" ".join(rng.choices(WORDS, k=12)),
                tu_khoa=f"[{rng.choice(WORDS)}]",
                linh_vuc=rng.choice(["kinh-te", "do-thi-van-minh", "[kinh-te, do-thi-van-minh]"]),
                dia_ban=rng.choice(["{tinh: Lâm Đồng}", "{tinh: Bình Thuận}", "{tinh: Huế}"]),
            )
            for n in range(count)
        )
    )


def by_definition(found: Catalogue) -> dict[str, list[str]]:
    """Each model compared with each other, one by one."""
    words = {slug: words_of(found, slug) for slug in found.models}
    carriers = Counter(word for own in words.values() for word in own)
    weight = {w: math.log(1 + len(words) / n) for w, n in carriers.items() if 1 < n <= 120}
    peers = {name: [each.slug for each in items[:4]] for name, items in found.by_field.items()}
    told = {}
    for slug, item in found.models.items():
        scores = {}
        for other, entry in ((each.slug, each.entry) for each in found.models.values()):
            shared = [weight[word] for word in words[slug] & words[other] if word in weight]
            if other != slug and (shared or other in peers[item.entry.fields[0]]):
                close = 1.5 * bool({*item.entry.fields} & {*entry.fields})
                close += found.place(item.entry).today == found.place(entry).today
                scores[other] = round(math.fsum(shared) + close, 6)
        told[slug] = sorted(scores, key=lambda other: (-scores[other], other))[:SHOWN]
    return told


def words_of(found: Catalogue, slug: str) -> set[bytes]:
    pairs = pairs_of(found.models[slug].entry)
    text, size = pairs.name + pairs.summary + pairs.keywords, int(HASH[-1])
    return {text[at : at + size] for at in range(0, len(text), size)}


@pytest.mark.parametrize("at_once", [1, 700, 10**6])
def test_sums_at_once_are_the_sums_one_by_one(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many meetings are summed at a time, each model gets the few of highest score."""
    monkeypatch.setattr(similarity, "_AT_ONCE", at_once)
    found = made(150)
    told = {slug: [each.slug for each in items] for slug, items in similar(found).items()}
    assert told == by_definition(found)


def test_many_models_take_little_time() -> None:
    """A thousand models that all share their words are compared within seconds."""
    found = catalogue_of(*(model(f"m{n}", ten=f"Đường hoa {n}") for n in range(1000)))
    started = time.perf_counter()
    similar(found)
    assert time.perf_counter() - started < 5

"""A copy begins with what carries over, asks for what is its own, and is sound at once."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.core.catalogue import ModelItem
from generator.core.entries import Model
from generator.core.front_matter import read
from generator.core.replication import PLACE, copy_of, questions_of_copy
from generator.core.validation import check
from tests.unit.core.made import VOCABULARY, model

ORIGINAL = model(
    "hem-xanh",
    linh_vuc="[do-thi-van-minh, kinh-te]",
    tu_khoa="[trồng hoa, 'sạch: đẹp', '2024']",
    dieu_kien="{kinh_phi: thap, nhan_luc: 'Mỗi hộ: một người', dia_ban_phu_hop: do-thi, "
    "can_co: [đất trống, '# giống hoa']}",
    bat_dau="2020",
    ke_hoach="ke-hoach",
)
ANSWERS = {
    "ten": "Hẻm xanh",
    "tom_tat": "Tổ 5 làm theo, 30 hộ.",
    "don_vi": "Tổ 5",
    "dia_ban.tinh": "Lâm Đồng",
    PLACE: "xã Hòa Ninh",
    "nguon.tieu_de": "Tổ 5",
    "nguon.co_quan": "Báo Lâm Đồng",
}


def data_of(text: str) -> Mapping[str, object]:
    """What the text of a new file says; it must be sound."""
    matter, problems = read("content/models/a.md", text)
    assert (matter is not None, problems) == (True, ())
    assert matter is not None
    _, problems = check(Model, matter, {"vocabulary": VOCABULARY})
    assert problems == ()
    return matter.data


def asked(original: ModelItem) -> list[str]:
    return [each.key for each in questions_of_copy(original, VOCABULARY)]


def test_a_copy_carries_over_what_is_the_same() -> None:
    """Field, form and keywords are there; it names its original and says that it is a copy."""
    data = data_of(copy_of(ORIGINAL, ANSWERS, VOCABULARY))
    assert data["hinh_thuc"] == "tap-the"
    assert data["linh_vuc"] == ["do-thi-van-minh", "kinh-te"]
    assert data["tu_khoa"] == ["trồng hoa", "sạch: đẹp", "2024"]
    assert data["xay_dung"] == "nhan-rong"
    assert data["nhan_rong_tu"] == "hem-xanh"


def test_what_is_its_own_is_never_copied() -> None:
    """Summary, place, unit and source are the answers; start and plan stay with the original."""
    data = data_of(copy_of(ORIGINAL, ANSWERS, VOCABULARY))
    assert data["tom_tat"] == "Tổ 5 làm theo, 30 hộ."
    assert data["dia_ban"] == {"tinh": "Lâm Đồng", "xa": "xã Hòa Ninh"}
    assert data["nguon"] == [{"tieu_de": "Tổ 5", "co_quan": "Báo Lâm Đồng"}]
    assert not {"bat_dau", "ke_hoach", "dieu_kien"} & set(data)


def test_conditions_wait_as_comments_and_wake_unchanged() -> None:
    """Taking away “# ” before the original's conditions gives exactly those conditions."""
    text = copy_of(ORIGINAL, ANSWERS, VOCABULARY)
    block = re.search(r"^# dieu_kien:.*\n(?:#   .*\n)+", text, re.M)
    assert block is not None
    filled = re.sub(r"^#   +\w+:  # .*\n", "", block[0], flags=re.M)
    woken = text.replace(block[0], re.sub(r"^# ", "", filled, flags=re.M))
    assert data_of(woken.replace("    -\n", ""))["dieu_kien"] == {
        "kinh_phi": "thap",
        "nhan_luc": "Mỗi hộ: một người",
        "dia_ban_phu_hop": "do-thi",
        "can_co": ["đất trống", "# giống hoa"],
    }


def test_a_person_needs_a_basis_of_their_own() -> None:
    """For a person it is asked why they may be named; never carried over."""
    person = model(hinh_thuc="ca-nhan", co_so_dang="da-cong-bo")
    assert "co_so_dang" in asked(person)
    assert "co_so_dang" not in asked(ORIGINAL)
    text = copy_of(person, {**ANSWERS, "co_so_dang": "dong-y"}, VOCABULARY)
    assert data_of(text)["co_so_dang"] == "dong-y"


def test_place_is_asked_for_and_form_is_not() -> None:
    """The commune is asked for right after the province; what carries over is not asked."""
    keys = asked(ORIGINAL)
    assert keys[keys.index("dia_ban.tinh") + 1] == PLACE
    assert not {"hinh_thuc", "linh_vuc"} & set(keys)


def test_hostile_words_of_the_original_stay_words() -> None:
    """Line breaks and YAML signs in the original's values make no keys in the copy."""
    hostile = model(
        tu_khoa='["a\\nten: b", "---"]',
        dieu_kien='{nhan_luc: "x\\nloai: dien-hinh", luu_y: ["- y\\n---\\n"]}',
    )
    data = data_of(copy_of(hostile, ANSWERS, VOCABULARY))
    assert data["tu_khoa"] == ["a ten: b", "---"]
    assert "loai" not in data
    assert data["ten"] == "Hẻm xanh"

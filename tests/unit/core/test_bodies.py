"""Each body with all that concerns it, under an address of its own."""

from __future__ import annotations

from dataclasses import replace

from generator.core.bodies import Bodies, gather, plan_setting
from generator.core.body_names import FullName, Setting
from generator.core.body_register import Register, addresses
from generator.core.catalogue import Catalogue
from generator.core.taxonomy import KnownBody
from tests.unit.core.made import VOCABULARY, catalogue_of, model, plan

PLAN = {
    "cap": "tinh",
    "co_quan": "Tỉnh ủy",
    "nhiem_vu": (
        "[{noi_dung: Việc một, chi_dao: Tỉnh ủy, chu_tri: [Ban Dân vận Tỉnh ủy],"
        " thuc_hien: [Ban Dân vận Tỉnh ủy, 'Các sở, ban, ngành']}, {noi_dung: Việc hai}]"
    ),
    "moc": "[{viec: Báo cáo, han: '--12-01', gui: Tỉnh ủy (qua Ban Dân vận Tỉnh ủy)}]",
}
HERE, THERE = "{tinh: Lâm Đồng}", "{tinh: Bình Thuận}"


def found_in(*known: KnownBody, entries: Catalogue) -> Bodies:
    return gather(replace(entries, vocabulary=replace(VOCABULARY, bodies=known)))


def test_a_body_gathers_what_concerns_it() -> None:
    """Its plans, its tasks with every role, what is sent to it, and its models stand together."""
    entries = catalogue_of(
        plan("k", dia_ban=HERE, **PLAN), model("m", don_vi="Ban Dân vận Tỉnh ủy Lâm Đồng")
    )
    found = gather(entries).dossiers
    leader, office = found["tinh-uy-lam-dong"], found["ban-dan-van-tinh-uy-lam-dong"]

    assert found.keys() == {"tinh-uy-lam-dong", "ban-dan-van-tinh-uy-lam-dong"}
    assert [item.slug for item in leader.issued] == ["k"]
    assert [(duty.number, duty.roles) for duty in office.duties] == [(1, ("Chủ trì", "Thực hiện"))]
    assert (len(leader.receipts), len(office.receipts)) == (1, 1)
    assert [item.slug for item in office.models] == ["m"]
    assert office.called == ("Ban Dân vận Tỉnh ủy", "Tỉnh ủy (qua Ban Dân vận Tỉnh ủy)")
    assert [item.slug for item in office.plans] == ["k"]


def test_the_same_words_of_two_provinces_are_two_bodies() -> None:
    """A province's own office is not mixed with that of a province it now belongs to."""
    entries = catalogue_of(plan("a", dia_ban=HERE, **PLAN), plan("b", dia_ban=THERE, **PLAN))
    found = gather(entries)
    offices = [slug for slug in found.dossiers if slug.startswith("ban-dan-van")]

    assert offices == ["ban-dan-van-tinh-uy-binh-thuan", "ban-dan-van-tinh-uy-lam-dong"]
    assert {each.body.province.id for each in found.dossiers.values() if each.body.province} == {
        "lam-dong"
    }
    said = plan_setting(entries.plans["b"])
    assert [body.slug for body in found.meant("Ban Dân vận Tỉnh ủy", said)] == offices[:1]
    assert found.meant("Các sở, ban, ngành", said) == ()


def test_a_person_is_no_body() -> None:
    """The name of a person who is honoured gets no page among the bodies."""
    person = model("p", hinh_thuc="ca-nhan", co_so_dang="da-cong-bo", don_vi="Nguyễn Văn A, xã B")
    assert gather(catalogue_of(person)).dossiers == {}


def test_the_vocabulary_joins_names() -> None:
    """Other names mean the known body in its province, or in the named plans alone."""
    office = KnownBody(
        "van-phong", "Văn phòng Tỉnh ủy Lâm Đồng", ("VPTU", "Văn phòng"), "Lâm Đồng", ("k",)
    )
    whole = KnownBody("hoi", "Hội Nông dân tỉnh", ("HND tỉnh",), "Lâm Đồng")
    entries = catalogue_of(
        plan("k", dia_ban=HERE, cap="tinh", co_quan="VPTU"),
        plan("khac", dia_ban=HERE, cap="tinh", co_quan="VPTU"),
        model("m", don_vi="HND tỉnh"),
        model("n", don_vi="HND tỉnh", dia_ban="{tinh: Thừa Thiên Huế}"),
    )
    found = found_in(office, whole, entries=entries).dossiers

    assert [item.slug for item in found["van-phong"].issued] == ["k"]
    assert [item.slug for item in found["vptu-lam-dong"].issued] == ["khac"]
    assert [item.slug for item in found["hoi"].models] == ["m"]
    assert [item.slug for item in found["hnd-tinh-thua-thien-hue"].models] == ["n"]


def test_a_joint_name_may_mean_several() -> None:
    """A name that two known bodies share leads to both."""
    pair = [KnownBody(f"b{n}", f"Nơi {n}", ("Hai nơi",), "Lâm Đồng") for n in (1, 2)]
    found = found_in(*pair, entries=catalogue_of(model("m", don_vi="Hai nơi")))

    assert {slug for slug, each in found.dossiers.items() if each.models} == {"b1", "b2"}


def test_addresses_never_clash() -> None:
    """Names that share an address are numbered in any order; the vocabulary's own keeps its."""
    register = Register(replace(VOCABULARY, bodies=(KnownBody("xa-hoa-lam-dong", "Nơi khác"),)))
    place = catalogue_of(model("m")).models["m"].entry.place
    read = [
        register.read(name, Setting(place))[0]
        for name in ("Xã Hòa", "Xã Hoa", "Nơi khác", "Xã Hóa")
    ]
    given = addresses(read)

    assert given == addresses(reversed(read))
    assert given[("xa-hoa-lam-dong",)] == "xa-hoa-lam-dong"
    assert sorted(given.values()) == [
        "xa-hoa-lam-dong", "xa-hoa-lam-dong-2", "xa-hoa-lam-dong-3", "xa-hoa-lam-dong-4",
    ]  # fmt: skip


def test_an_address_does_not_depend_on_other_bodies() -> None:
    """The province stands in the address even while no namesake asks for it."""
    alone = gather(catalogue_of(model("m", don_vi="Công an xã Phú Lạc"))).dossiers
    assert list(alone) == ["cong-an-xa-phu-lac-lam-dong"]
    assert FullName("Công an", ("Lâm Đồng",)).key != FullName("Công an", ("Huế",)).key

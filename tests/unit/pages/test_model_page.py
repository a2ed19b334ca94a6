"""The page of a model says all that the entry says, each thing once, and what is not known."""

from __future__ import annotations

from markupsafe import Markup

from generator.pages.knowledge import PictureFile
from generator.pages.model_page import model_view
from generator.pages.model_views import Condition, ModelView, Picture
from generator.pages.views import Badge, Fact, Figure, Link, Section, SourceView
from tests.unit.pages.pages_world import know, model, plan


def view(slug: str = "a", body: str = "", **keys: object) -> ModelView:
    """The view of a model that stands alone."""
    item = model(slug, body, **keys)
    return model_view(item, know(item))


def fact(found: ModelView, label: str) -> tuple[Link, ...]:
    """The values of a row of the facts panel; empty without such a row."""
    return next((row.values for row in found.facts if row.label == label), ())


def test_a_thin_model_says_what_is_missing() -> None:
    """Where the entry says nothing the page says so, and shows neither figures nor empty rows."""
    found = view()

    assert [row.label for row in found.facts] == [
        "Đơn vị thực hiện",
        "Địa bàn",
        "Hình thức",
        "Tình trạng",
    ]
    assert fact(found, "Tình trạng") == (Link("Nguồn chưa nêu", "", "chưa có lần xác nhận nào"),)
    assert (found.figures, found.results, found.pictures, found.similar) == ((), (), (), ())
    assert (found.intro, found.sections, found.confirmed) == ("", (), "")
    assert found.replication.conditions == ()
    assert found.replication.copied_from is None
    assert found.completeness.percent == 0
    assert len(found.completeness.missing) == 10
    assert found.badges == (Badge("Tập thể"),)


def test_crumbs_lead_home_through_the_main_field() -> None:
    """The way back goes over the list of the main field."""
    found = view(linh_vuc=["do-thi-van-minh", "kinh-te"])

    assert [each.url for each in found.crumbs] == ["", "mo-hinh/", "linh-vuc/do-thi-van-minh/"]
    assert [each.id for each in found.fields] == ["do-thi-van-minh", "kinh-te"]


def test_every_result_is_shown_once() -> None:
    """Four figures come first; all other results follow, even one that reads like a figure."""
    results = [{"noi_dung": "hộ hiến đất", "gia_tri": n} for n in (1, 2, 3, 4, 5)]
    results += [
        {"noi_dung": "đường sạch"},
        {"noi_dung": "dài", "gia_tri": "một câu dài hơn mười sáu"},
    ]
    found = view(ket_qua=results)

    assert [each.amount for each in found.figures] == ["1", "2", "3", "4"]
    assert found.results == (
        Figure("5", "", "hộ hiến đất"),
        Figure("", "", "đường sạch"),
        Figure("một câu dài hơn mười sáu", "", "dài"),
    )


def test_facts_tell_place_form_and_state() -> None:
    """The panel links place, form and recognition to their lists, in the entry's own words."""
    found = view(
        dia_ban={"tinh": "Bình Thuận", "huyen": "huyện Tuy Phong", "nam": 2020},
        loai="dien-hinh",
        hinh_thuc="ca-nhan",
        co_so_dang="da-cong-bo",
        bat_dau="2019-05",
        xay_dung="moi",
        trang_thai="dang-thuc-hien",
        xac_nhan="2025-04-12",
        dang_ky=[{"nam": 2020}, {"nam": 2021}],
        cong_nhan=[
            {
                "cap": "tinh",
                "hinh_thuc": "Bằng khen",
                "co_quan": "Tỉnh ủy",
                "nam": 2021,
                "so_quyet_dinh": "12-QĐ/TU",
            },
            {"cap": "trung-uong", "hinh_thuc": "Biểu dương"},
        ],
        lien_he={"co_quan": "Ban Dân vận", "dien_thoai": "0252 3821 000", "thu_dien_tu": "a@b.vn"},
    )

    note = "theo tên gọi năm 2020; nay thuộc tỉnh Lâm Đồng"
    assert fact(found, "Địa bàn") == (
        Link("Huyện Tuy Phong, Bình Thuận", "dia-ban/lam-dong/", note),
    )
    assert fact(found, "Hình thức") == (Link("Điển hình cá nhân", "hinh-thuc/ca-nhan/"),)
    assert fact(found, "Bắt đầu") == (Link("5/2019", ""),)
    assert fact(found, "Xây dựng mới hay nhân rộng") == (Link("Xây dựng mới", ""),)
    assert fact(found, "Tình trạng") == (Link("Đang thực hiện", "", "xác nhận ngày 12/4/2025"),)
    assert fact(found, "Đăng ký") == (Link("năm 2020, năm 2021", ""),)
    assert fact(found, "Ghi nhận, khen thưởng") == (
        Link("Bằng khen", "cong-nhan/tinh/", "Tỉnh ủy, năm 2021, 12-QĐ/TU"),
        Link("Biểu dương", "cong-nhan/trung-uong/", ""),
    )
    assert fact(found, "Liên hệ")[0].text == "Ban Dân vận"
    assert fact(found, "Liên hệ")[0].note.endswith(" · a@b.vn")
    assert [badge.text for badge in found.badges] == [
        "Cá nhân",
        "Điển hình",
        "Đang thực hiện",
        "Ghi nhận, khen thưởng cấp tỉnh",
        "Ghi nhận, khen thưởng cấp Trung ương",
    ]
    assert found.confirmed == "ngày 12/4/2025"


def test_an_old_confirmation_is_told_as_old() -> None:
    """Two years after the last confirmation the page says so, and no longer shows it as running."""
    recent = view(trang_thai="dang-thuc-hien", xac_nhan="2024-11")
    old = view(trang_thai="dang-thuc-hien", xac_nhan="2024-10")
    ended = view(trang_thai="ket-thuc", xac_nhan="2020")
    unknown = view(xac_nhan="2022-03-29")

    assert recent.confirmed == "tháng 11/2024"
    assert Badge("Đang thực hiện", "ok") in recent.badges
    assert old.confirmed == "tháng 10/2024; chưa được xác nhận trong hai năm qua"
    assert fact(old, "Tình trạng") == (
        Link(
            "Đang thực hiện",
            "",
            "xác nhận tháng 10/2024; chưa được xác nhận trong hai năm qua",
        ),
    )
    assert Badge("Đang thực hiện", "plain") in old.badges
    assert ended.confirmed == "năm 2020"
    assert fact(unknown, "Tình trạng")[0].text == "Chưa rõ hiện nay"


def test_a_model_leads_to_its_plans() -> None:
    """Plans it answers and plans it was registered with are linked, each once."""
    item = model(
        "a",
        ke_hoach=["k1"],
        dang_ky=[{"nam": 2025, "ke_hoach": "k1"}, {"nam": 2026, "ke_hoach": "k2"}],
    )
    plans = [plan("k1", so_ky_hieu="31-KH/TU"), plan("k2")]
    found = model_view(item, know(item, *plans))

    assert fact(found, "Kế hoạch") == (
        Link("31-KH/TU – Tỉnh ủy Lâm Đồng", "ke-hoach/k1/"),
        Link("Tỉnh ủy Lâm Đồng", "ke-hoach/k2/"),
    )


def test_the_body_is_cut_at_its_headings() -> None:
    """What precedes the first heading is the introduction; the story of copying goes to its box."""
    body = "Mở đầu.\n\n## Cách làm\n\nLàm.\n\n## Nhân rộng\n\nNơi khác.\n\n## Bài học\n\nHọc.\n"
    found = view(body=body)

    assert found.intro == Markup("<p>Mở đầu.</p>\n") or found.intro.strip() == "<p>Mở đầu.</p>"
    assert [section.title for section in found.sections] == ["Cách làm", "Bài học"]
    assert isinstance(found.sections[0], Section)
    assert "<p>Làm.</p>" in found.sections[0].html
    assert "<p>Nơi khác.</p>" in found.replication.story


def test_the_box_tells_what_it_takes() -> None:
    """Cost, people, time, terrain, needs and cautions are shown in readers' words."""
    found = view(
        dieu_kien={
            "kinh_phi": "thap",
            "so_tien": 5_000_000,
            "nhan_luc": "5 người",
            "thoi_gian": "3 tháng",
            "dia_ban_phu_hop": ["do-thi", "mien-nui"],
            "can_co": ["đất trống"],
            "luu_y": ["hỏi dân trước"],
        }
    ).replication

    assert [each.value for each in found.conditions] == [
        "Thấp – 5.000.000 đồng",
        "5 người",
        "3 tháng",
        "Đô thị, Miền núi",
    ]
    assert (found.needs, found.cautions) == (("đất trống",), ("hỏi dân trước",))
    assert view(dieu_kien={"so_tien": 70000}).replication.conditions == (
        Condition("70.000 đồng", "kinh phí"),
        Condition("", "nhân lực"),
        Condition("", "thời gian"),
        Condition("", "địa bàn phù hợp"),
    )


def test_copies_are_linked_both_ways() -> None:
    """The original's tree has every place that did the same, once; a copy names its original."""
    original = model(
        "goc",
        nhan_rong_den=[{"noi": "Xã B", "nam": 2023}, {"noi": "Xã C", "mo_hinh": "c"}],
    )
    copies = [model("c", nhan_rong_tu="goc"), model("d", nhan_rong_tu="goc")]
    known = know(original, *copies)
    found = model_view(original, known)

    assert found.replication.tree is not None
    assert [(each.text, each.url) for each in found.replication.tree.root.nodes] == [
        ("Xã B", ""),
        ("Mô hình c", "mo-hinh/c/"),
        ("Mô hình d", "mo-hinh/d/"),
    ]
    assert Badge("Đã nhân rộng", "ok") in found.badges
    assert Badge("Đã nhân rộng", "ok") not in model_view(copies[0], known).badges
    assert model_view(copies[0], known).replication.copied_from == Link(
        "Mô hình goc", "mo-hinh/goc/"
    )


def test_sources_stand_at_the_foot() -> None:
    """Each source keeps title, publisher, date and address, and says if its title is restored."""
    sources = [
        {"tieu_de": "Bài", "co_quan": "Báo A", "ngay": "2024-10", "url": "https://a.example/1"},
        {"tieu_de": "Dựng lại", "tieu_de_tam": True, "co_quan": "Báo B"},
    ]
    foot = view(nguon=sources).foot

    assert foot.sources == (
        SourceView("Bài", "Báo A", "10/2024", "https://a.example/1", False),
        SourceView("Dựng lại", "Báo B", "", "", True),
    )
    assert foot.report == Link("Báo sai sót", "dong-gop/#bao-sai-sot")


def test_links_in_the_body_lead_to_pages() -> None:
    """A link to a content file becomes the address of its page; one that leads nowhere is text."""
    item = model(
        "a",
        "[b](../models/b.md#cach-lam) [k](../plans/k.md) [g](../pages/dong-gop.md) "
        "[x](../models/x.md)\n",
    )
    found = model_view(item, know(item, model("b"), plan("k")))

    for address in ("mo-hinh/b/#cach-lam", "ke-hoach/k/", "dong-gop/"):
        assert f'href="@@base@@{address}"' in found.intro
    assert found.intro.count("<a ") == 3
    assert "x</p>" in found.intro


def test_pictures_that_were_published_are_shown() -> None:
    """A picture comes with both sizes and its description; an unpublished one is left out."""
    picture = {
        "tep": "a.jpg",
        "mo_ta": "Đường hoa",
        "nguon": "Báo A",
        "nguoi_trong_anh": "khong-co",
    }
    item = model("a", anh=[picture, {**picture, "tep": "b.jpg"}])
    file = PictureFile("anh/a.jpg.webp", 1600, 900, "anh/a.jpg.640.webp", 640)
    found = model_view(item, know(item, pictures={"a.jpg": file}))

    assert found.pictures == (
        Picture("anh/a.jpg.webp", "anh/a.jpg.640.webp", 1600, 900, 640, "Đường hoa", "Báo A"),
    )


def test_similar_models_are_offered() -> None:
    """Models that share words or a field are offered, never the model itself."""
    items = [model(slug, ten=f"Camera an ninh {slug}") for slug in ("a", "b", "c", "d", "e")]
    found = model_view(items[0], know(*items))

    assert len(found.similar) == 3
    assert "a" not in [each.slug for each in found.similar]


def test_completeness_is_computed() -> None:
    """The share of what a reader needs is counted from the entry itself."""
    body = "## Hoàn cảnh\n\nx\n\n## Cách làm\n\ny\n"
    found = view(body=body, bat_dau=2024, trang_thai="ket-thuc").completeness

    assert found.percent == 40
    assert "cách làm" not in found.missing
    assert "bài học kinh nghiệm" in found.missing


def test_rows_without_values_are_left_out() -> None:
    """A row of the facts panel always has a value."""
    for row in view().facts:
        assert isinstance(row, Fact)
        assert row.values
        assert all(value.text for value in row.values)


def test_a_body_too_long_for_two_pages_of_paper_is_known() -> None:
    """The sheet to print leaves parts of a long body out, never of a short one."""
    assert not view(body="## Cách làm\n\nNgắn.\n").is_long
    assert view(body="## Cách làm\n\n" + "Mỗi hộ góp một ngày công. " * 100).is_long

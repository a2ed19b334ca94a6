"""Replication on a built site: a forest with a fork, from the original to places without a page."""

from __future__ import annotations

import io
import zipfile

from tests.site.provinces import Province
from tests.site.site_reading import Site, broken_links

COPY = """\
ten: {name}
tom_tat: {name} làm theo.
hinh_thuc: tap-the
linh_vuc: kinh-te
don_vi: Hội Nông dân
dia_ban:
  tinh: Lâm Đồng
bat_dau: {start}
{more}nguon:
  - tieu_de: {name}
    co_quan: Báo Lâm Đồng
"""
READY = """\
---
{head}ket_qua:
  - noi_dung: hộ tham gia
    gia_tri: 62
dieu_kien:
  kinh_phi: thap
  thoi_gian: 3 tháng
---

## Cách làm

Góp ngày công.
"""


def forked(province: Province) -> Site:
    """The small province with a tree of three generations that forks."""
    copies = "nhan_rong_den:\n  - noi: Thôn Xa\n    nam: 2022\n  - noi: Bản Cao\n"
    files = {
        "goc.md": READY.format(head=COPY.format(name="Gốc", start=2019, more="")),
        "nhanh-mot.yml": COPY.format(
            name="Nhánh một", start=2020, more=f"nhan_rong_tu: goc\n{copies}"
        ),
        "nhanh-hai.yml": COPY.format(name="Nhánh hai", start=2021, more="nhan_rong_tu: goc\n"),
    }
    for name, text in files.items():
        province.write(f"content/models/{name}", text)
    ended = province.run("dvk", "build")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return province.built


def test_a_fork_is_drawn_and_listed(province: Province) -> None:
    """On the page of a copy stand its source, its brother, its own copies and where they are."""
    site = forked(province)
    page = site.articles["mo-hinh/nhanh-mot/index.html"]
    drawing = page.all("svg", role="img", **{"aria-labelledby": "cay-goc-ten cay-goc-loi"})
    assert len(drawing) == 1
    for name in ("Gốc", "Nhánh một", "Nhánh hai", "Thôn Xa", "Bản Cao"):
        assert page.text.count(name) >= 2, name
    assert "mục đang xem" in page.text
    assert [each.attributes["href"] for each in page.all("a", **{"aria-current": "page"})][-1:] == [
        "../../mo-hinh/nhanh-mot/"
    ]
    assert broken_links(site) == []


def test_a_model_without_kin_has_no_tree(province: Province) -> None:
    """Where nothing was copied the page draws nothing and asks for news."""
    province.write("content/models/rieng.yml", COPY.format(name="Riêng", start=2020, more=""))
    page = forked(province).articles["mo-hinh/rieng/index.html"]
    assert "Cây nhân rộng" not in page.text
    assert "Kho chưa ghi nhận nơi nào làm theo" in page.text


def test_ready_models_are_listed_with_what_they_take(province: Province) -> None:
    """The list shows the one that tells way, result and conditions; the forest shows its tree."""
    site = forked(province)
    page = site.articles["nhan-rong/index.html"]
    assert [each.attributes["data-entry"] for each in page.all("article")] == ["goc"]
    assert "3 tháng" in page.text
    assert "Bản Cao" in site.articles["nhan-rong/cay/index.html"].text
    home = site.articles["index.html"]
    assert "Sẵn sàng nhân rộng" in home.text


def test_the_form_to_fill_is_there(province: Province) -> None:
    """Both files of the form can be opened and hold the marks that a page replaces."""
    site = forked(province)
    for name, part in (("phieu.xlsx", "xl/"), ("phieu.docx", "word/document.xml")):
        data = (site.folder / "nhan-rong" / name).read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            texts = b"".join(packed.read(each) for each in packed.namelist() if part in each)
        assert b"@@kinh-te.noi-dung@@" in texts

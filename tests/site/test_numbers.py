"""The page of numbers of the repository's own content: its counts are those of the lists."""

from __future__ import annotations

import re

from tests.site.provinces import Province, model
from tests.site.site_reading import Site, broken_links

PAGE = "so-lieu/index.html"
NUMBER = re.compile(r'<a href="\.\./([a-z0-9/-]+/)">([\d.]+)</a>')
LISTED = re.compile(r'<p class="count"><b>([\d.]+)</b>')


def test_every_number_is_the_length_of_its_list(real: Site) -> None:
    """A number that leads to a page of the site is the count that this page tells itself."""
    html = (real.folder / PAGE).read_text("utf-8")
    told = set(NUMBER.findall(html))
    lists = {
        (url, count): LISTED.search((real.folder / url / "index.html").read_text("utf-8"))
        for url, count in told
        if url not in ("dia-ban/", f"nam/{count}/")
    }

    assert len(lists) > 30
    assert [key for key, found in lists.items() if not found or found[1] != key[1]] == []


def test_charts_are_drawings_that_can_be_heard(real: Site) -> None:
    """Each drawing is one image with a name and a description, and a table stands by it."""
    page = real.page("so-lieu/")
    drawings = [each for each in page.all("svg", role="img") if "bars" in each.attributes["class"]]
    named = [each.attributes["aria-labelledby"].split() for each in drawings]

    assert len(drawings) == 6
    assert [ids for ids in named if len(ids) != 2 or not {*ids} <= {*page.ids}] == []
    assert len(page.all("caption")) >= len(drawings) + 3
    assert {each.attributes.get("scope") for each in page.all("th")} == {"row", "col"}


def test_reported_counts_carry_their_sources(real: Site) -> None:
    """Every report of the movement stands there with a link to who published it."""
    page = real.page("so-lieu/")
    reports = page.all("article", **{"class": "told"})
    links = page.all("a", rel="noopener nofollow")

    assert len(reports) >= 20
    assert len(links) >= len(reports)
    assert "2.071" in page.text
    assert "nay thuộc tỉnh Lâm Đồng" in page.text
    assert "không phải toàn bộ phong trào" in page.text


FIGURES = """\
so_lieu:
  - dia_ban: {tinh: Bình Thuận, nam: 2023}
    tu: 2023
    den: 2023
    con_so:
      - {noi_dung: mô hình đăng ký, gia_tri: 746}
    nguon:
      - {tieu_de: Sức lan tỏa, co_quan: Tạp chí Dân vận}
"""


def test_no_number_leads_nowhere_in_a_collection_full_of_gaps(province: Province) -> None:
    """Years between, provinces without entries, entries without a year: every link has its page."""
    awarded = [{"cap": "tinh", "hinh_thuc": "Bằng khen", "nam": 2019}]
    wide = {"linh_vuc": "do-thi-van-minh", "cong_nhan": awarded, "dang_ky": [{"nam": 2012}]}
    province.write("content/models/xua.md", model("Xưa", bat_dau=1998, **wide))
    province.write("content/models/khong-nam.md", model("Không năm", cong_nhan=[awarded[0]]))
    province.write("content/figures/binh-thuan.yml", FIGURES)
    ended = province.run("dvk", "build")
    assert ended.returncode == 0, ended.stdout + ended.stderr

    page = province.built.page("so-lieu/")
    assert len(page.all("a")) > 100
    assert "746" in page.text
    assert broken_links(province.built) == []

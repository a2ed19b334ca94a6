"""A build of a whole province: its lists, former addresses, any folder, the same bytes twice."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.site import provinces
from tests.site.conftest import Dvk
from tests.site.provinces import ROOT, URL, Province, model, model_of, plan, slug_of
from tests.site.site_reading import Document, Site, broken_links, files, parse

COUNT, PAGE_SIZE = 60, 24
SUB_PATH = "https://x.example/dvk/"
ATOM_ENTRY = "{http://www.w3.org/2005/Atom}entry"
SYLLABLE = re.compile(
    r"(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x)?"
    r"[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?"
)
"""How a Vietnamese syllable without marks is spelt."""

BORROWED = {"atom", "camera", "excel", "internet", "javascript", "qr", "video", "word"}
"""Words readers know that are not spelt as syllables."""


def _without_code(text: str) -> str:
    """What is read, less addresses and the command that editors copy."""
    return re.sub(r"https?://\S+|dvk new model --from \S+", "", text)


def listed(site: Site, address: str) -> list[str]:
    """The models on all pages of a list, in order; the pages are found by their "next" links."""
    found: list[str] = []
    while True:
        page = site.page(address)
        found += slugs(page)
        following = page.all("a", rel="next")
        if not following:
            return found
        file, _ = site.target(f"{address}index.html", following[0].attributes["href"]) or (None, "")
        assert file is not None
        address = file.relative_to(site.folder).as_posix().removesuffix("index.html")


def slugs(page: Document) -> list[str]:
    """The models on one page, in order."""
    return [
        each.attributes["data-entry"] for each in page.elements if "data-entry" in each.attributes
    ]


def expected_lists() -> dict[str, set[str]]:
    """For each list of the province of sixty, the models that belong there."""
    lists: dict[str, set[str]] = defaultdict(set)
    for index in range(COUNT):
        _, keys = model_of(index)
        slug = slug_of(index)
        lists["mo-hinh/"].add(slug)
        lists["dia-ban/lam-dong/"].add(slug)
        lists[f"nam/{keys['bat_dau']}/"].add(slug)
        lists[f"hinh-thuc/{keys.get('hinh_thuc', 'tap-the')}/"].add(slug)
        for field in keys["linh_vuc"]:
            lists[f"linh-vuc/{field}/"].add(slug)
        for each in keys.get("cong_nhan", ()):
            lists[f"cong-nhan/{each['cap']}/"].add(slug)
            lists[f"nam/{each['nam']}/"].add(slug)
    return lists


def test_each_model_stands_once_on_each_of_its_lists(sixty: Site) -> None:
    """Over all pages of a list every model that belongs there stands once, and no other; no script
    is needed to see them."""
    lists = expected_lists()
    found = {address: listed(sixty, address) for address in lists}

    assert len(lists) > 12
    for address, wanted in lists.items():
        assert Counter(found[address]) == Counter(wanted), address


def test_lists_without_models_are_there_too(sixty: Site) -> None:
    """The lists that no model belongs to exist, are empty and say kindly what to do."""
    lists = expected_lists()
    empty = [
        path.removesuffix("index.html")
        for path in sixty.articles
        if re.fullmatch(r"(dia-ban|linh-vuc|hinh-thuc|cong-nhan|nam)/[^/]+/index\.html", path)
        and path.removesuffix("index.html") not in lists
    ]

    assert "dia-ban/ha-noi/" in empty
    assert len(empty) >= 33
    for address in empty:
        page = sixty.page(address)
        assert slugs(page) == []
        assert "Kho chưa có mô hình nào ở mục này." in page.text
        targets = {each.attributes["href"] for each in page.all("a")}
        assert {"../../dong-gop/", "../../mo-hinh/"} <= targets


def test_long_lists_are_cut_into_pages(sixty: Site) -> None:
    """Sixty models make three pages of 24, 24 and 12, each with its count and its neighbours."""
    addresses = ["mo-hinh/", "mo-hinh/trang/2/", "mo-hinh/trang/3/"]
    pages = [sixty.page(address) for address in addresses]

    assert [len(slugs(page)) for page in pages] == [24, 24, 12]
    for page, shown in zip(pages, ("1–24", "25–48", "49–60"), strict=True):
        assert f"60 mô hình, điển hình, đang xem {shown}" in page.text
    assert [len(page.all("a", rel="prev")) for page in pages] == [0, 1, 1]
    assert [len(page.all("a", rel="next")) for page in pages] == [1, 1, 0]
    assert f"mo-hinh/trang/{len(pages) + 1}/index.html" not in sixty.pages
    for page, pager in zip(
        pages, ("123Trang sau", "Trang trước123Trang sau", "Trang trước123"), strict=True
    ):
        assert pager in page.inside["nav"]


def test_counts_are_those_of_the_lists(sixty: Site) -> None:
    """The number beside each term, wherever it stands, is the number of models on its list."""
    counted = 0
    for path, page in sixty.articles.items():
        html = (sixty.folder / path).read_text("utf-8")
        for href, number in re.findall(r'<li><a href="([^"]+)">[^<]*</a> <span>(\d+)</span>', html):
            file, _ = sixty.target(path, href) or (Path(), "")
            address = file.parent.relative_to(sixty.folder).as_posix() + "/"
            assert len(listed(sixty, address)) == int(number), (page.path, href)
            counted += 1
    assert counted > 100


def test_the_whole_province_is_sound(sixty: Site) -> None:
    """Every address on the site of sixty models leads somewhere, and no title stands twice."""
    titles = Counter(page.inside["title"][0] for page in sixty.pages.values())

    assert len(sixty.pages) > COUNT
    assert broken_links(sixty) == []
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_program_itself_speaks_only_vietnamese(sixty: Site) -> None:
    """Every word that the theme and the fragments put on a page is spelt as Vietnamese is."""
    ours = {
        path: page
        for path, page in sixty.pages.items()
        if "/" not in path or path.split("/")[0] in {"mo-hinh", "linh-vuc", "dia-ban", "nam"}
    }
    words = {
        word.lower(): path
        for path, page in ours.items()
        for word in re.findall(r"\b[A-Za-z]{2,}\b", _without_code(page.spoken))
    }
    odd = {word: path for word, path in words.items() if not SYLLABLE.fullmatch(word)}

    assert len(words) > 50
    assert {word: path for word, path in odd.items() if word not in BORROWED} == {}
    assert SYLLABLE.fullmatch("trang")
    assert not SYLLABLE.fullmatch("search")


def test_an_empty_province_has_a_whole_site(tmp_path: Path) -> None:
    """A province that has settings and no entry yet gets a site in which every address leads on."""
    made = provinces.found(tmp_path / "tinh")
    ended = made.run("dvk", "build")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Đã dựng 0 mô hình, 0 kế hoạch" in ended.stdout
    assert broken_links(made.built) == []
    assert "Kho chưa có mô hình nào ở mục này." in made.built.page("mo-hinh/").text
    assert "Kho chưa có kế hoạch nào." in made.built.page("ke-hoach/").text
    assert json.loads((made.site / "du-lieu/mo-hinh.json").read_text("utf-8"))["items"] == []
    assert ElementTree.parse(made.site / "ban-tin.xml").findall(ATOM_ENTRY) == []


def test_former_addresses_lead_to_the_present_one(province: Province, dvk: Dvk) -> None:
    """A former file name keeps its address: the page there leads on, and is left out of search."""
    province.write("content/models/moi.md", model("Tên mới", ten_cu=["ten-cu", "ten-cu-nua"]))
    province.write("content/plans/moi.md", plan("Kế hoạch mới", ten_cu=["ke-hoach-cu"]))
    assert dvk("build").code == 0
    site = province.built

    for former, present in [
        ("mo-hinh/ten-cu/", "mo-hinh/moi/"),
        ("mo-hinh/ten-cu-nua/", "mo-hinh/moi/"),
        ("ke-hoach/ke-hoach-cu/", "ke-hoach/moi/"),
    ]:
        page = site.page(former)
        leads = page.meta("refresh").partition("url=")[2]
        assert page.is_redirect
        assert site.target(page.path, leads) == (site.folder / present / "index.html", "")
        assert [a.attributes["href"] for a in page.all("a")] == [leads]
        assert page.link("canonical") == URL + present
        assert page.meta("robots") == "noindex"
        assert former not in (site.folder / "sitemap.xml").read_text("utf-8")
    assert broken_links(site) == []


def test_a_site_works_below_a_path(
    tmp_path: Path, dvk: Dvk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Published below a path, every address leads somewhere; those from the root begin there."""
    monkeypatch.setenv("SITE_URL", SUB_PATH)
    monkeypatch.chdir(ROOT)
    assert dvk("build", "--site-dir", str(tmp_path / "site")).code == 0
    site = Site(tmp_path / "site", SUB_PATH)
    rooted = [
        (path, address)
        for path, page in site.pages.items()
        for _, address in page.addresses()
        if address.startswith("/")
    ]

    assert broken_links(site) == []
    assert {path for path, _ in rooted} == {"404.html"}
    assert [address for _, address in rooted if not address.startswith("/dvk/")] == []
    assert len(rooted) > 10
    assert {page.link("canonical") for page in site.articles.values()} == {
        site.address(path) for path in site.articles
    }
    assert f"{SUB_PATH}mo-hinh/" in (site.folder / "sitemap.xml").read_text("utf-8")


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two builds for the same day are alike in every byte, whatever the machine's settings."""
    places = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C", "COLUMNS": "40"},
    ]
    built = []
    for number, settings in enumerate(places):
        folder = tmp_path / str(number) / "site"
        ended = Province(ROOT).run(
            "dvk", "build", "--site-dir", str(folder), **settings, SOURCE_DATE_EPOCH="1790000000"
        )
        assert ended.returncode == 0, ended.stderr
        built.append(files(folder))

    assert built[0].keys() == built[1].keys()
    assert len(built[0]) > 100
    assert [name for name, data in built[0].items() if built[1][name] != data] == []
    assert b"2026-09-21" in built[0]["du-lieu/mo-hinh.json"]


def test_a_model_of_no_known_date_is_not_called_new(province: Province, dvk: Dvk) -> None:
    """The feed never invents a day: a model whose day is unknown is left out of it."""
    undated = {"tieu_de": "Không rõ ngày", "co_quan": "Báo Tỉnh"}
    province.write("content/models/cu.md", model("Không rõ ngày", nguon=[undated]))
    assert dvk("build").code == 0
    feed = (province.site / "ban-tin.xml").read_text("utf-8")

    assert "duong-hoa" in feed
    assert "/cu/" not in feed
    assert "1970" not in feed


def test_pictures_are_published_without_what_they_tell_of_their_maker(
    province: Province, dvk: Dvk
) -> None:
    """A model's photograph is shown in two sizes with its description, without hidden data."""
    from PIL import Image

    folder = province.root / "content/images"
    folder.mkdir()
    exif = Image.Exif()
    exif[0x010E] = "GPS bi mat"
    Image.new("RGB", (900, 600), "green").save(folder / "hoa.jpg", exif=exif)
    picture = {"tep": "hoa.jpg", "mo_ta": "Đường hoa sau khi trồng", "nguoi_trong_anh": "khong-co"}
    province.write("content/models/co-anh.md", model("Có ảnh", anh=[picture]))
    ended = dvk("build")
    assert ended.code == 0, ended.said
    page = province.built.page("mo-hinh/co-anh/")
    (image,) = page.all("img")

    assert broken_links(province.built) == []
    assert image.attributes["alt"] == "Đường hoa sau khi trồng"
    assert (image.attributes["width"], image.attributes["height"]) == ("900", "600")
    assert len(image.attributes["srcset"].split(",")) == 2
    published = list((province.site / "anh").iterdir())
    assert len(published) == 2
    assert [file.name for file in published if b"GPS bi mat" in file.read_bytes()] == []
    assert b"GPS bi mat" in (folder / "hoa.jpg").read_bytes()


def test_hostile_texts_stay_texts(province: Province, dvk: Dvk) -> None:
    """Markup in an entry's values and body is shown as it was typed, and nothing of it works."""
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    source = {"tieu_de": f"{attack} nguồn", "co_quan": 'Báo " onclick="x', "ngay": "2024-05-02"}
    body = f"## Cách làm\n\n{attack}\n\n<a href=javascript:alert(1)>x</a> <b onclick=x>y</b>\n"
    province.write(
        "content/models/xau.md",
        model(f"Tên {attack}", tom_tat=f"{attack} tóm tắt", nguon=[source], body=body),
    )
    ended = dvk("build")
    assert ended.code == 0, ended.said
    page = province.built.page("mo-hinh/xau/")

    assert page.heading == f"Tên {attack}"
    assert [given for given, text in page.scripts if "alert" in text and "type" not in given] == []
    assert page.all("img") == []
    assert [a for a in page.all("a") if a.attributes["href"].startswith("javascript")] == []
    assert [
        e.attributes for e in page.elements if any(n.startswith("on") for n in e.attributes)
    ] == []
    assert page.unclosed == []
    assert parse('<b onclick="x">').elements[0].attributes == {"onclick": "x"}

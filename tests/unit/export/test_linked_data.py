"""The head tells machines what the entry says: nothing invented, nothing that runs."""

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from generator.export.linked_data import (
    Download,
    head_for_data,
    head_for_home,
    head_for_list,
    head_for_model,
    head_for_plan,
)
from generator.export.publication import Image
from generator.export.schema_org import Crumb
from generator.pages.shell import inline_scripts
from tests.unit.export.export_world import (
    HOSTILE,
    PUBLICATION,
    model,
    plan,
    quoted,
    shown,
    thin_model,
    thin_plan,
    world,
)

URL = "https://dvk.example/kho/mo-hinh/a/"
PICTURE = Image("https://dvk.example/kho/anh/a.webp", "Cột camera", 1600, 900)
TRAIL = (Crumb("Trang chủ", "https://dvk.example/kho/"), Crumb("Mô hình", URL))


class Head(HTMLParser):
    """A head as a browser reads it: its tags, its named values and its data."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.meta: dict[str, str] = {}
        self.script = ""
        self.feed(html)
        self.close()
        self.things = {each["@type"]: each for each in json.loads(self.script)["@graph"]}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        if tag == "meta":
            name = given.get("property") or given.get("name") or ""
            self.meta[name] = given.get("content") or ""

    def handle_data(self, data: str) -> None:
        self.script += data.strip()


def model_head(item: Any = None, **facts: Any) -> Head:
    """The head of a model's page."""
    item = item or model("a")
    return Head(head_for_model(item, world(item), PUBLICATION, URL, **facts))


def plan_head(item: Any, **facts: Any) -> Head:
    """The head of a plan's page."""
    return Head(head_for_plan(item, world(item), PUBLICATION, URL, **facts))


def test_a_model_is_a_work_with_sources_field_place_and_start() -> None:
    """Each property comes from the field that states it."""
    work = model_head().things["CreativeWork"]

    assert work["name"] == "Camera an ninh nối mạng khu phố"
    assert work["dateCreated"] == "2022-03"
    assert [each["name"] for each in work["about"]] == ["Văn hóa – xã hội", "Kinh tế"]
    assert work["spatialCoverage"]["name"] == "xã An Lạc, huyện Sơn Động, Bắc Giang"
    assert work["spatialCoverage"]["containedInPlace"]["name"] == "Tỉnh Bắc Ninh"
    assert work["citation"][0]["url"] == "https://a.example/1?x=1&y=2"
    assert work["citation"][0]["datePublished"] == "2024-10"
    assert work["inLanguage"] == "vi"


def test_a_recognition_is_an_award_in_its_own_words() -> None:
    """The words of the decision, its office and its year; no level, nothing added."""
    awards = model_head().things["CreativeWork"]["award"]

    assert awards == ["Bằng khen, Ủy ban nhân dân tỉnh, 2024", "Biểu dương"]


def test_a_restored_title_is_not_passed_off_as_a_title() -> None:
    """A source whose title was worked out is cited without one."""
    citation = model_head().things["CreativeWork"]["citation"][1]

    assert "name" not in citation
    assert citation["publisher"]["name"] == "Báo B"


def test_nothing_is_invented_for_a_thin_entry() -> None:
    """No date, award, author, picture or keyword stands in a head whose entry has none."""
    head = model_head(thin_model("a"))
    written = json.dumps(head.things)

    for word in ("date", "award", "author", "creator", "image", "keywords", "isBasedOn"):
        assert word not in written.lower() if word == "date" else word not in written
    assert not any(name.startswith(("og:image", "article:p", "article:m")) for name in head.meta)


def test_the_page_is_published_by_the_owner_on_the_days_given() -> None:
    """The dates of the page are those of the entry in the collection."""
    head = model_head(added=date(2026, 1, 2), changed=date(2026, 3, 4))
    page = head.things["WebPage"]

    assert page["publisher"]["name"] == "Ban Tuyên giáo và Dân vận"
    assert (page["datePublished"], page["dateModified"]) == ("2026-01-02", "2026-03-04")
    assert head.meta["article:modified_time"] == "2026-03-04"
    assert page["mainEntity"]["@id"] == head.things["CreativeWork"]["@id"]


def test_a_copy_names_its_original() -> None:
    """A model that was copied leads to the one it was copied from."""
    origin, copied = thin_model("goc", "Gốc"), thin_model("ban", more="nhan_rong_tu: goc")
    head = Head(head_for_model(copied, world(origin, copied), PUBLICATION, URL))

    based_on = head.things["CreativeWork"]["isBasedOn"]
    assert (based_on["name"], based_on["url"]) == ("Gốc", "https://dvk.example/kho/mo-hinh/goc/")


def test_sharing_shows_the_entry_and_its_picture() -> None:
    """Open Graph carries title, summary, address and picture with its description."""
    meta = model_head(image=PICTURE).meta

    assert meta["og:title"] == "Camera an ninh nối mạng khu phố"
    assert meta["og:description"] == "Người dân góp tiền lắp 104 camera cho khu phố."
    assert (meta["og:url"], meta["og:type"], meta["og:locale"]) == (URL, "article", "vi_VN")
    assert (meta["og:image"], meta["og:image:alt"]) == (PICTURE.url, "Cột camera")
    assert meta["twitter:card"] == "summary_large_image"


def test_a_page_without_a_picture_shows_the_site_s() -> None:
    """The picture of the site stands in, if there is one, but not as the work's own."""
    item = thin_model("a")
    site = replace(PUBLICATION, image=PICTURE)
    head = Head(head_for_model(item, world(item), site, URL))

    assert head.meta["og:image"] == PICTURE.url
    assert "image" not in head.things["CreativeWork"]
    assert model_head(item).meta["twitter:card"] == "summary"


def test_a_plan_is_a_document_of_its_issuer() -> None:
    """Number, day, issuer, years and bases come from the plan; the site publishes the page."""
    head = plan_head(plan("p"))
    document = head.things["DigitalDocument"]

    assert (document["identifier"], document["datePublished"]) == ("31-KH/TU", "2021-03-16")
    assert document["publisher"]["name"] == "Ban Thường vụ Tỉnh ủy Bắc Giang"
    assert document["temporalCoverage"] == "2021/2025"
    assert document["citation"][0]["identifier"] == "05-CT/TW"
    assert head.things["WebPage"]["citation"][0]["name"] == "Toàn văn kế hoạch"
    assert head.meta["og:description"] == (
        "Kế hoạch của Ban Thường vụ Tỉnh ủy Bắc Giang: "
        "số 31-KH/TU, ban hành 16/3/2021, giai đoạn 2021–2025."
    )


def test_a_plan_without_number_day_or_end_claims_none() -> None:
    """An unnumbered, undated plan with only a first year says just that."""
    head = plan_head(thin_plan("p"))
    document = head.things["DigitalDocument"]

    assert not {"identifier", "datePublished", "citation"} & set(document)
    assert document["temporalCoverage"] == "2025"
    assert head.meta["og:description"] == "Kế hoạch của Tên: từ năm 2025."


def test_the_way_to_the_page_is_numbered_from_the_home_page() -> None:
    """Breadcrumbs keep their order; without a trail there are none."""
    steps = model_head(trail=TRAIL).things["BreadcrumbList"]["itemListElement"]

    assert [(step["position"], step["name"]) for step in steps] == [
        (1, "Trang chủ"),
        (2, "Mô hình"),
    ]
    assert "BreadcrumbList" not in model_head().things


def test_the_home_page_is_the_site() -> None:
    """Its head describes the site and who answers for it."""
    head = Head(head_for_home(PUBLICATION))

    assert head.things["WebSite"]["url"] == PUBLICATION.base_url
    assert head.things["WebSite"]["publisher"]["name"] == PUBLICATION.owner
    assert head.meta["og:type"] == "website"


@pytest.mark.parametrize("count", [0, 24])
def test_a_list_tells_how_many_it_lists(count: int) -> None:
    """An empty list says none, a full one its number."""
    head = Head(head_for_list(PUBLICATION, URL, "Kinh tế", "Mô hình", trail=TRAIL, count=count))

    assert head.things["CollectionPage"]["mainEntity"]["numberOfItems"] == count
    assert head.meta["og:title"] == "Kinh tế"


def test_the_data_page_offers_its_files() -> None:
    """The data set names its licence, its day and each file with type and size."""
    file = Download("Mô hình (CSV)", "https://dvk.example/kho/du-lieu/mo-hinh.csv", "text/csv", 9)
    day = date(2026, 11, 20)
    dataset = Head(head_for_data(PUBLICATION, URL, "Dữ liệu", "Mô tả", [file], day)).things[
        "Dataset"
    ]
    silent = replace(PUBLICATION, licence=None)
    unlicensed = Head(head_for_data(silent, URL, "Dữ liệu", "Mô tả", [file], day)).things["Dataset"]

    assert dataset["license"] == "https://licence.example/by/4.0/"
    assert dataset["dateModified"] == "2026-11-20"
    assert dataset["distribution"][0]["contentUrl"] == file.url
    assert dataset["distribution"][0]["encodingFormat"] == "text/csv"
    assert "license" not in unlicensed


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_neither_runs_nor_breaks_the_head(text: str) -> None:
    """A browser sees only our meta tags and one script of data that holds the text."""
    item = thin_model("a", text, more=f"cong_nhan: [{{cap: xa, hinh_thuc: {quoted(text)}}}]")
    crumbs = (Crumb(text, URL),)
    written = head_for_model(item, world(item), PUBLICATION, URL, trail=crumbs)
    head = Head(written)

    assert set(head.tags) == {"meta", "script"}
    assert head.tags.count("script") == 1
    assert inline_scripts(written) == ()
    assert head.things["CreativeWork"]["name"] == text
    assert head.things["CreativeWork"]["award"] == [text]
    assert head.meta["og:title"] == shown(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_plans_lists_and_sites_stay_text(text: str) -> None:
    """The heads of plans, lists, the home page and the data page escape as models do."""
    site = replace(PUBLICATION, name=text, owner=text, description=text)
    item, day = thin_plan("p", text), date(2026, 1, 1)
    file = Download(text, URL, text, 1)
    heads = (
        head_for_plan(item, world(item), site, URL),
        head_for_list(site, URL, text, text, trail=(Crumb(text, URL),)),
        head_for_home(site),
        head_for_data(site, URL, text, text, (file,), day),
    )

    for written in heads:
        head = Head(written)
        assert set(head.tags) == {"meta", "script"}
        assert head.tags.count("script") == 1
        assert inline_scripts(written) == ()

"""A province follows its plan: what is overdue, who is below target, what calendars hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
import pytest

from tests.site import provinces
from tests.site.provinces import Province, model, plan
from tests.site.site_reading import Site, broken_links

NOON = "1795147200"
"""20/11/2026, 11:00 in Viet Nam."""

REGISTER = {"viec": "Đăng ký mô hình, điển hình", "han": "--03-31", "gui": "Ban Dân vận; Tỉnh ủy"}
DAY = """
ngay:
  - ngay: '--10-15'
    ten: Ngày truyền thống công tác dân vận của Đảng
    nguon:
      - {tieu_de: Công văn số 293-CV/TW, co_quan: Bộ Chính trị}
"""


def followed(root: Path) -> Province:
    """A plan of 2025 to 2027: one unit registered each year, another only in the first."""
    made = provinces.small(root)
    made.write("content/vocabulary/ngay.yml", DAY.lstrip())
    made.write(
        "content/plans/theo-doi.md",
        plan(
            "Kế hoạch theo dõi",
            giai_doan={"tu": 2025, "den": 2027},
            chi_tieu=[{"noi_dung": "Mô hình mới", "toi_thieu": 1, "ky": "nam"}],
            nhiem_vu=[{"noi_dung": "Tổng kết phong trào", "den": "2027"}],
            moc=[REGISTER, {"viec": "Báo cáo kết quả", "han": "2026-12"}],
            body="## Mục đích\n\nLàm cho dân tin.\n",
        ),
    )
    for unit, years in {"Xã Thuận": (2025, 2026), "Xã Hòa": (2025,)}.items():
        rows = [{"nam": year, "ke_hoach": "theo-doi"} for year in years]
        about = f"Cách làm của {unit}, khác hẳn nơi khác."
        file = model(f"Mô hình ở {unit}", don_vi=unit, dang_ky=rows, tom_tat=about)
        made.write(f"content/models/{'thuan' if len(years) == 2 else 'hoa'}.md", file)
    return made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The followed province, built once for 20/11/2026."""
    made = followed(tmp_path_factory.mktemp("theo-doi") / "tinh")
    ended = made.run("dvk", "build", SOURCE_DATE_EPOCH=NOON)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return made.built


def events(site: Site, path: str) -> list[icalendar.Event]:
    """The events of a file, as a calendar program reads them."""
    found = icalendar.Calendar.from_ical((site.folder / path).read_bytes())
    assert isinstance(found, icalendar.Calendar)
    assert found.errors == []
    return [each for each in found.walk("VEVENT") if isinstance(each, icalendar.Event)]


def test_the_page_tells_what_is_overdue_and_why(site: Site) -> None:
    """The year in which a unit has too few is overdue; the others are past, next or to come."""
    text = site.page("ke-hoach/theo-doi/").text

    assert "Quá hạn: 1 đơn vị trong kho chưa đủ chỉ tiêu" in text
    assert text.count("Quá hạn:") == 1
    assert "Đã qua" in text
    assert "Tính đến ngày 20/11/2026: hạn kế tiếp là trong tháng 12/2026" in text


def test_what_must_be_done_comes_before_the_words_of_the_plan(site: Site) -> None:
    """Targets, days and tasks stand above the text of the plan, and the head leads to each."""
    page = site.page("ke-hoach/theo-doi/")
    places = [each for each in page.ids if each in {"chi-tieu", "moc", "nhiem-vu", "van-ban"}]
    chips = [each.attributes["href"] for each in page.all("a", **{"class": "chip"})]

    assert places == ["chi-tieu", "moc", "nhiem-vu", "van-ban"]
    assert chips[:4] == [f"#{each}" for each in places]


def test_a_deadline_leads_to_whom_it_names(site: Site) -> None:
    """Both bodies that want the registration are links, on the plan and in the calendar."""
    wanted = [f"co-quan/{each}-lam-dong/" for each in ("ban-dan-van", "tinh-uy")]
    for address, up in (("ke-hoach/theo-doi/", "../../"), ("lich/", "../")):
        targets = [each.attributes.get("href") for each in site.page(address).all("a")]
        assert {up + each for each in wanted} <= set(targets), address
    assert broken_links(site) == []


def test_the_page_names_the_unit_below_its_target(site: Site) -> None:
    """Units stand with their numbers by year, and the one that lacks some is named."""
    page = site.page("ke-hoach/theo-doi/")
    (bar,) = [each for each in page.all("progress") if each.attributes["max"] == "2"][:1]

    assert "1 trong 2 đơn vị đã đăng ký có đủ số tối thiểu đến nay" in page.text
    assert bar.attributes["aria-label"].startswith("1 trong 2 đơn vị")
    assert "Thiếu: 2026" in page.text


def test_a_plan_without_registrations_claims_nothing(real: Site) -> None:
    """The real plans have no registrations: their targets are said to be unknown."""
    page = real.page("ke-hoach/quang-ngai-31-kh-tu/")

    assert "Chưa có đăng ký nào trong kho" in page.text
    assert "Quá hạn" not in page.text


def test_the_calendar_holds_every_plans_deadlines(site: Site) -> None:
    """The page lists the months in which something falls due, and links the plan."""
    page = site.page("lich/")
    targets = [each.attributes.get("href") for each in page.all("a")]

    for month in ("Tháng 12 năm 2026", "Tháng 3 năm 2027", "Tháng 10 năm 2027"):
        assert month in page.text
    assert "Đã qua trong năm 2026" in page.text
    assert "../ke-hoach/theo-doi/" in targets
    assert "../lich.ics" in targets


def test_the_calendar_is_reached_from_everywhere(site: Site) -> None:
    """The footer of each page leads there, the front page shows the next days."""
    assert "Lịch phong trào" in site.page("").text
    assert "Báo cáo kết quả" in site.page("").text
    for path, page in site.articles.items():
        hrefs = {each.attributes.get("href") for each in page.all("a")}
        assert "../" * path.count("/") + "lich/" in hrefs, path


def test_the_real_calendar_shows_what_goes_on(real: Site) -> None:
    """Of the real plans one goes on: its report of 30/11 and the movement's day are there."""
    page = real.page("lich/")

    assert "báo cáo kết quả thực hiện phong trào thi đua" in page.text
    assert "Ngày truyền thống công tác dân vận của Đảng" in page.text
    found = {str(each["UID"]).split("@")[0] for each in events(real, "lich.ics")}
    assert {"gia-lai-dang-uy-xa-2025-moc-11-30-1", "phong-trao-ngay-10-15-1"} <= found


def test_calendar_programs_read_a_plan(site: Site) -> None:
    """Whole days, yearly ones until the plan's last, and the words as they were written."""
    yearly, month, task = events(site, "ke-hoach/theo-doi/lich.ics")

    assert yearly.decoded("DTSTART") == date(2025, 3, 31)
    assert yearly.decoded("RRULE")["UNTIL"] == [date(2027, 3, 31)]
    assert yearly["SUMMARY"] == REGISTER["viec"]
    assert "Gửi: Ban Dân vận; Tỉnh ủy\n" in yearly["DESCRIPTION"]
    assert yearly["URL"] == "https://kho.example/ke-hoach/theo-doi/"
    assert (month.decoded("DTSTART"), "RRULE" in month) == (date(2026, 12, 31), False)
    assert "Văn bản chỉ nêu tháng 12/2026." in month["DESCRIPTION"]
    assert task.decoded("DTSTART") == date(2027, 12, 31)


def test_one_calendar_holds_them_all(site: Site) -> None:
    """The file for all has each event of each plan, and the movement's day without an end."""
    every = events(site, "lich.ics")
    uids = [str(each["UID"]) for each in every]

    assert set(uids) >= {str(e["UID"]) for e in events(site, "ke-hoach/theo-doi/lich.ics")}
    assert len(set(uids)) == len(uids)
    (own,) = [each for each in every if "phong-trao" in str(each["UID"])]
    assert dict(own.decoded("RRULE")) == {"FREQ": ["YEARLY"]}


def test_pages_tell_programs_of_their_calendar(site: Site) -> None:
    """The heads of a plan with deadlines and of the calendar name their file; others name none."""

    def named(address: str) -> list[str]:
        links = site.page(address).all("link", type="text/calendar")
        return [each.attributes["href"] for each in links]

    assert named("ke-hoach/theo-doi/") == ["lich.ics"]
    assert named("lich/") == ["../lich.ics"]
    assert named("ke-hoach/") == []


def test_an_event_stays_the_same_when_its_words_are_mended(tmp_path: Path) -> None:
    """Mended words keep the event's name, another day gives other words; no hour is told."""
    made = followed(tmp_path / "tinh")
    made.run("dvk", "build", SOURCE_DATE_EPOCH=NOON)
    before = (made.site / "lich.ics").read_bytes()
    made.run("dvk", "build", SOURCE_DATE_EPOCH=str(int(NOON) + 5 * 86400))
    later = (made.site / "lich.ics").read_bytes()
    made.edit("content/plans/theo-doi.md", "Báo cáo kết quả", "Báo cáo bằng văn bản")
    made.run("dvk", "build", SOURCE_DATE_EPOCH=NOON)
    mended = events(made.built, "lich.ics")

    assert before == later
    assert "Báo cáo bằng văn bản" in [str(each["SUMMARY"]) for each in mended]
    uids = [line for line in before.split(b"\r\n") if line.startswith(b"UID:")]
    assert uids == [f"UID:{each['UID']}".encode() for each in mended]

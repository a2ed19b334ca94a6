"""An issue made by the form becomes an entry, or the reasons why it cannot."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.site.conftest import Dvk
from tests.site.provinces import Province
from tests.site.test_commands import ENGLISH
from tests.unit.doors.test_issue_answers import issue

WHOLE = {
    "ten": "Hẻm xanh phường 5",
    "tom_tat": "Bà con trồng hoa dọc hẻm: 3 hẻm đã sạch.",
    "hinh_thuc": "Tập thể",
    "linh_vuc": "Đô thị văn minh",
    "don_vi": "Khu phố 2",
    "dia_ban__tinh": "Lâm Đồng",
    "dia_ban__nam": "2025",
    "nguon__tieu_de": "Hẻm xanh",
    "nguon__co_quan": "Báo Lâm Đồng",
    "nguon__url": "https://bao.example/hem-xanh",
    "Cách làm": "- Vận động từng nhà.\n- Chia nhau tưới hoa.",
}
ENTRY = "content/models/hem-xanh-phuong-5.md"


@pytest.fixture(name="given_")
def _given(province: Province) -> Path:
    """The file that holds an issue, beside the content."""
    return province.root / "gop-y.md"


def files(province: Province) -> set[str]:
    return {
        path.relative_to(province.root).as_posix()
        for path in province.root.rglob("*")
        if path.is_file()
    }


def test_a_filled_form_becomes_an_entry_without_fault(
    province: Province, dvk: Dvk, given_: Path
) -> None:
    """One new file, as an editor would have written it, and the check stays silent."""
    given_.write_text(issue(**WHOLE), "utf-8")
    before = files(province)
    ended = dvk("import-issue", str(given_))
    assert ended.code == 0, ended.err
    assert ended.out.endswith(f"{ENTRY}.\n")
    assert files(province) - before == {ENTRY}
    assert (province.root / ENTRY).read_text("utf-8") == (
        "---\n"
        "ten: Hẻm xanh phường 5\n"
        "tom_tat: 'Bà con trồng hoa dọc hẻm: 3 hẻm đã sạch.'\n"
        "hinh_thuc: tap-the\n"
        "linh_vuc: do-thi-van-minh\n"
        "don_vi: Khu phố 2\n"
        "dia_ban:\n"
        "  tinh: Lâm Đồng\n"
        "  nam: 2025\n"
        "nguon:\n"
        "  - tieu_de: Hẻm xanh\n"
        "    co_quan: Báo Lâm Đồng\n"
        "    url: https://bao.example/hem-xanh\n"
        "---\n"
        "\n"
        "## Cách làm\n"
        "\n"
        "- Vận động từng nhà.\n"
        "- Chia nhau tưới hoa.\n"
    )
    assert dvk("check").code == 0


def test_what_can_only_mean_one_thing_is_mended(province: Province, dvk: Dvk, given_: Path) -> None:
    """Dates as people write them and broken letters come in mended; --fix has nothing to add."""
    loose = {"bat_dau": "5/2025", "nguon__ngay": "12/6/2025", "don_vi": "Khu phố 2\u00a0"}
    loose["ten"] = "He\u0309m xanh phường 5"
    given_.write_text(issue(**WHOLE | loose), "utf-8")
    ended = dvk("import-issue", str(given_))
    assert ended.code == 0, ended.err
    text = (province.root / ENTRY).read_text("utf-8")
    assert "\nbat_dau: 2025-05\n" in text
    assert "\n    ngay: 2025-06-12\n" in text
    assert ENTRY not in dvk("check", "--fix", "--dry-run").out


def test_the_event_of_github_is_read(province: Province, dvk: Dvk) -> None:
    """A file that ends in .json is taken for GitHub's event and its issue's body is read."""
    event = province.root / "event.json"
    event.write_text(json.dumps({"issue": {"body": issue(**WHOLE)}}), "utf-8")
    assert dvk("import-issue", str(event)).code == 0
    assert (province.root / ENTRY).is_file()


def test_faults_are_told_to_editor_and_giver(province: Province, dvk: Dvk, given_: Path) -> None:
    """The editor gets file and line; the report for the giver names the questions instead."""
    wrong = {
        "dia_ban__tinh": "Lâm Đồngg",
        "nguon__url": "bao.example/hem",
        "linh_vuc": "_No response_",
        "Cách làm": "Gọi ông A, số 0912 345 678.",
    }
    given_.write_text(issue(**WHOLE | wrong), "utf-8")
    ended = dvk("import-issue", str(given_), "--report", "loi.md")
    report = (province.root / "loi.md").read_text("utf-8")
    assert ended.code == 1
    assert ended.err.count(f"{ENTRY}:") >= 4
    assert re.findall(r"(?m)^(\S.*?): ", report.split("```")[1]) == [
        "Lĩnh vực",
        "Địa bàn – tỉnh, thành phố",
        "Nguồn – địa chỉ",
        "Bài viết – Cách làm",
    ]
    assert "nhãn `duyet`" in report
    assert not ENGLISH.search(re.sub(r"`duyet`|```text", "", report))


def test_an_issue_of_another_kind_makes_nothing(province: Province, dvk: Dvk, given_: Path) -> None:
    """A plain text is told apart in one sentence, for the terminal and for the giver."""
    given_.write_text("Cho tôi hỏi giờ làm việc.\n", "utf-8")
    before = files(province)
    ended = dvk("import-issue", str(given_), "--report", "loi.md")
    assert ended.code == 1
    assert ended.err.startswith("Lỗi: Không thấy các tiêu đề của mẫu")
    assert files(province) - before == {"loi.md"}


@pytest.mark.parametrize(
    "body",
    [
        '{"issue": {"body": null}}',
        '{"issue": {"body": ["### Tên"]}}',
        '{"issue": []}',
        "{",
        "[" * 50_000,
        "[1]",
        '"x"',
    ],
)
def test_a_strange_event_makes_nothing(province: Province, dvk: Dvk, body: str) -> None:
    """An event of any other form ends with one Vietnamese sentence."""
    event = province.root / "event.json"
    event.write_text(body, "utf-8")
    before = files(province)
    ended = dvk("import-issue", str(event))
    assert ended.code == 1
    assert re.fullmatch(r"Lỗi: [^\n]+\n", ended.err)
    assert files(province) == before


@pytest.mark.parametrize("name", ["_No response_", "!!!", "../..", "你好"])
def test_a_name_that_makes_no_address_makes_nothing(
    province: Province, dvk: Dvk, given_: Path, name: str
) -> None:
    """Without a name in Latin letters there is no file."""
    given_.write_text(issue(**WHOLE | {"ten": name}), "utf-8")
    before = files(province)
    ended = dvk("import-issue", str(given_))
    assert (ended.code, files(province)) == (1, before)
    assert "Chưa có tên mô hình" in ended.err


@pytest.mark.parametrize(
    "name", ["../../hem", "/etc/passwd", "content\\..\\x", "a/b/../c.md", ".git"]
)
def test_a_name_made_as_a_path_stays_a_name(
    province: Province, dvk: Dvk, given_: Path, name: str
) -> None:
    """Whatever the name, the one new file stands directly in content/models."""
    given_.write_text(issue(**WHOLE | {"ten": name}), "utf-8")
    before = files(province)
    dvk("import-issue", str(given_))
    (new,) = files(province) - before
    assert re.fullmatch(r"content/models/[a-z0-9-]+\.md", new)


def test_nothing_is_written_over(province: Province, dvk: Dvk, given_: Path) -> None:
    """A name that is taken, in whatever folder, is told and the file stays as it was."""
    (province.root / "content/models/lam-dong").mkdir()
    taken = province.root / "content/models/lam-dong/hem-xanh-phuong-5.md"
    given_.write_text(issue(**WHOLE), "utf-8")
    assert dvk("import-issue", str(given_)).code == 0
    (province.root / ENTRY).rename(taken)
    before = taken.read_bytes()
    ended = dvk("import-issue", str(given_))
    assert ended.code == 1
    assert "Kho đã có mục “hem-xanh-phuong-5”" in ended.err
    assert taken.read_bytes() == before
    assert not (province.root / ENTRY).exists()


def test_the_largest_issue_is_read_in_time_and_its_size_told(
    province: Province, dvk: Dvk, given_: Path
) -> None:
    """64 kB of one answer end in a fault with a place, not in a hang or a traceback."""
    given_.write_text(issue(**WHOLE | {"Cách làm": "[" * 55_000}), "utf-8")
    ended = dvk("import-issue", str(given_), "--report", "loi.md")
    assert ended.code == 1
    assert "Bài viết – Cách làm: " in (province.root / "loi.md").read_text("utf-8")
    assert "Traceback" not in ended.said

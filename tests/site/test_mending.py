"""What ``dvk check --fix`` does to whole files, line for line; and ``dvk status``, ``new --from``.

``mended/`` holds pair files (see ``pair_files``): after the files that an editor wrote come the
difference that is shown, and the problems that are left.
"""

from __future__ import annotations

import csv
import io
import re
import stat
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from generator import mender
from generator.check import check
from generator.core.completeness import completeness
from generator.mend.difference import difference
from tests.site.conftest import Dvk
from tests.site.pair_files import read_case
from tests.site.provinces import ROOT, Province, model
from tests.site.site_reading import Site
from tests.site.worlds import make_world

TODAY = date(2026, 11, 20)
CASES = sorted((Path(__file__).parent / "mended").glob("*.txt"))
MODEL = "content/models/duong-hoa.md"


def escaped(line: str) -> str:
    return "".join(f"\\u{ord(each):04x}" if unicodedata.combining(each) else each for each in line)


def mend(content: Path) -> list[str]:
    """Mend the content and tell the difference."""
    vocabulary = check(content, TODAY).catalogue.vocabulary
    files = list(mender.to_mend(content, vocabulary))
    mender.write(content, files)
    return [escaped(line.text) for line in difference(files)]


def problems_of(content: Path) -> list[str]:
    return [f"{each.place} [{each.code}]" for each in check(content, TODAY).problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_safe_is_mended(case: Path, tmp_path: Path) -> None:
    """The difference is the one promised, and so is what is left; a second time there is none."""
    files, (golden, left) = read_case(case.read_text("utf-8"), "difference", "left")
    content = make_world(tmp_path, files)
    world = [path for path in check(content, TODAY).files if path not in files]
    before = {path: (tmp_path / path).read_bytes() for path in world}

    shown = mend(content)
    assert shown == golden
    assert problems_of(content) == left
    assert mend(content) == []
    assert {path: (tmp_path / path).read_bytes() for path in world} == before


def test_the_repositorys_own_content_has_nothing_to_mend() -> None:
    """Every file of the repository's content is as mending would leave it."""
    content = ROOT / "content"
    vocabulary = check(content, TODAY).catalogue.vocabulary
    assert [found.path for found in mender.to_mend(content, vocabulary)] == []


def test_the_repositorys_own_content_is_warned_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """No entry of the repository is a near duplicate, says nothing, or claims what grew old."""
    assert check(ROOT / "content", TODAY).problems == ()


@pytest.fixture
def torn(province: Province) -> Province:
    """The small province with a model that mending makes sound, and one it cannot."""
    body = "## Cách làm\n\nTrồng hoa. \n"
    text = model("Hẻm xanh", body=body, bat_dau="2024").replace("ten: Hẻm xanh", "ten: Hẻm: xanh")
    (province.root / "content/models/hem-xanh.md").write_bytes(text.replace("\n", "\r\n").encode())
    province.write("content/models/hong.md", "---\nten: 'mở \n---\n")
    assert province.run("dvk", "check", "--fix").returncode == 1
    province.write("content/models/hem-xanh.md", "")
    (province.root / "content/models/hem-xanh.md").write_bytes(text.replace("\n", "\r\n").encode())
    return province


def test_a_dry_run_shows_and_writes_nothing(torn: Province, dvk: Dvk) -> None:
    """The difference is shown, every file stays, and the command ends with 1 if there is one."""
    before = {file: file.read_bytes() for file in (torn.root / "content").rglob("*.md")}
    ended = dvk("check", "--fix", "--dry-run")

    assert (ended.code, ended.err) == (1, "")
    assert "-ten: Hẻm: xanh\n+ten: 'Hẻm: xanh'\n" in ended.out
    assert ended.out.endswith("1 tệp sẽ được sửa; chưa ghi gì.\n")
    assert {file: file.read_bytes() for file in before} == before
    assert dvk("check", "--dry-run").said == ended.said


def test_mending_tells_what_it_did_and_what_is_left(torn: Province, dvk: Dvk) -> None:
    """The difference, how many files, then the problems that only a person can mend."""
    ended = dvk("check", "--fix")

    assert ended.code == 1
    assert "content/models/hem-xanh.md: cách xuống dòng của Windows, thiếu dấu nháy" in ended.out
    difference, left = ended.out.split("Đã sửa 1 tệp. Kiểm tra lại:\n\n")
    assert "+ten: 'Hẻm: xanh'" in difference
    assert "content/models/hong.md:2:6: LỖI" in left
    assert "hem-xanh" not in left
    assert b"\r" not in (torn.root / "content/models/hem-xanh.md").read_bytes()


def test_mending_twice_is_mending_once(torn: Province, dvk: Dvk) -> None:
    """The second time nothing is shown or written, and a dry run ends with 0."""
    dvk("check", "--fix")
    files = {file: file.stat().st_mtime_ns for file in (torn.root / "content").rglob("*.md")}
    again = dvk("check", "--fix")

    assert again.out.startswith("Không có gì để sửa.\n")
    assert {file: file.stat().st_mtime_ns for file in files} == files
    dry = dvk("check", "--fix", "--dry-run")
    assert (dry.code, dry.said) == (0, "Không có gì để sửa.\n")


def test_machines_still_get_only_their_format(torn: Province, dvk: Dvk) -> None:
    """With another format the difference goes to the other stream, and the rest is what is left."""
    ended = dvk("check", "--fix", "--format", "json")
    assert ended.out.startswith("[\n")
    assert "hong.md" in ended.out
    assert "+ten: 'Hẻm: xanh'" in ended.err


def test_a_file_keeps_its_mode(torn: Province, dvk: Dvk) -> None:
    """Who may read and write a file is not for mending to change."""
    file = torn.root / "content/models/hem-xanh.md"
    file.chmod(0o640)
    dvk("check", "--fix")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_link_elsewhere_is_never_written_through(province: Province, dvk: Dvk) -> None:
    """A symlink is refused, and what it leads to stays as it is."""
    outside = province.root / "rieng.md"
    outside.write_text("---\nten: A: b \n---\n", "utf-8")
    (province.root / "content/models/loi-tat.md").symlink_to(outside)
    assert dvk("check", "--fix").code == 1
    assert outside.read_text("utf-8") == "---\nten: A: b \n---\n"


def test_a_full_disk_leaves_the_old_file(
    torn: Province, dvk: Dvk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a mended file cannot be written the old one is whole, and a sentence says so."""
    file = torn.root / "content/models/hem-xanh.md"
    before = file.read_bytes()

    def full(path: Path, data: bytes) -> None:
        path.write_bytes(data[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.adapters.storage._write_new", full)
    ended = dvk("check", "--fix")
    assert ended.code == 1
    assert "hết chỗ trên đĩa" in ended.err
    assert file.read_bytes() == before
    assert list(file.parent.glob(".dvk-*")) == []


def test_status_tells_the_thinnest_first_within_80_columns(dvk: Dvk) -> None:
    """Every model of the repository that leaves something open, with its file, worst first."""
    content = ["--content", str(ROOT / "content")]
    ended = dvk("status", "-f", str(ROOT / "mkdocs.yml"), *content)
    lines = ended.out.splitlines()
    percents = [int(match[1]) for line in lines if (match := re.match(r" *(\d+)%  \S", line))]
    models = check(ROOT / "content", TODAY).catalogue.models

    assert ended.code == 0
    assert percents == sorted(completeness(item).percent for item in models.values())
    assert all(any(item.path in line for line in lines) for item in models.values())
    assert max(map(len, lines)) <= 80
    assert re.fullmatch(r"\d+ trong \d+ mô hình còn thiếu; đầy đủ trung bình \d+%\.", lines[-1])


def test_status_can_be_narrowed(province: Province, dvk: Dvk) -> None:
    """By what is missing and by province, old or new name; the last line counts what is there."""
    assert dvk("status").out.count("content/models/") == 2
    begun = dvk("status", "--missing", "bắt đầu").out
    assert "hem-sach.md" in begun
    assert "duong-hoa.md" not in begun
    assert begun.endswith("1 trong 2 mô hình còn thiếu; đầy đủ trung bình 10%.\n")
    assert dvk("status", "--province", "Bình Thuận").out == dvk("status").out
    assert dvk("status", "--province", "Huế").out == "0 trong 0 mô hình còn thiếu.\n"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["--missing", "ảnh đẹp"], "không có điều nào gọi là “ảnh đẹp”. Dùng: hoàn cảnh; "),
        (["--province", "Sài\x1bGòn"], "không có tỉnh, thành phố nào tên “Sài⟨U+001B⟩Gòn”."),
        (["--format", "xml"], "Dùng một trong: text, csv."),
    ],
)
def test_a_slip_in_status_is_told(
    province: Province, dvk: Dvk, typed: list[str], told: str
) -> None:
    """What does not exist is told in one sentence, with what may be used."""
    ended = dvk("status", *typed)
    assert ended.code in (1, 2)
    assert told in ended.err
    assert ended.err.count("\n") == 1


def test_status_as_a_table_obeys_no_formula(province: Province, dvk: Dvk) -> None:
    """The CSV opens in a spreadsheet as it is, and a name that begins like a formula stays text."""
    province.write("content/models/cong-thuc.md", model("=1+1", tom_tat="Một phép thử."))
    ended = dvk("status", "--format", "csv")
    rows = list(csv.reader(io.StringIO(ended.out.removeprefix("\ufeff"))))

    assert ended.out.startswith("\ufeff")
    assert rows[0] == ["Đầy đủ (%)", "Tên", "Tệp", "Còn thiếu", "Cần kiểm tra"]
    assert ["'=1+1", "content/models/cong-thuc.md"] in [row[1:3] for row in rows]
    assert len(rows) == 4


COPY = ["", "Tổ 5 trồng hoa dọc hẻm, 30 hộ.", "Tổ 5", "Lâm Đồng", "xã Hòa Ninh", "Tổ 5", "Báo"]


def copied(dvk: Dvk, original: str, answers: list[str]) -> str:
    ended = dvk("new", "model", "--from", original, typed="".join(f"{each}\n" for each in answers))
    assert ended.code == 0, ended.said
    match = re.search(r"Đã tạo (\S+)\.", ended.out)
    assert match is not None
    return Path(match[1]).name


def test_a_replication_begins_sound(province: Province, dvk: Dvk) -> None:
    """The copy of a model carries its field and names it, and the check has nothing to say."""
    name = copied(dvk, "duong-hoa", COPY)
    text = (province.root / "content/models" / name).read_text("utf-8")
    checked = dvk("check", "--strict")

    assert name == "hoa-ninh-duong-hoa.md"
    assert "\nnhan_rong_tu: duong-hoa\n" in text
    assert "\nxay_dung: nhan-rong\n" in text
    assert (checked.code, checked.said) == (0, "Không có lỗi: 3 mô hình, 1 kế hoạch.\n")
    assert dvk("check", "--fix", "--dry-run").out.find(name) == -1
    assert dvk("build").code == 0
    page = (province.site / "mo-hinh/duong-hoa/index.html").read_text("utf-8")
    assert "hoa-ninh-duong-hoa" in page


def test_each_replication_has_an_address_of_its_own(province: Province, dvk: Dvk) -> None:
    """A second copy in the same commune is set apart by its province, a third is refused."""
    names = [copied(dvk, f"{MODEL}", COPY), copied(dvk, "duong-hoa", COPY)]
    assert names == ["hoa-ninh-duong-hoa.md", "lam-dong-duong-hoa.md"]
    copied(dvk, "duong-hoa", COPY)
    before = sorted((province.root / "content/models").rglob("*"))
    ended = dvk("new", "model", "--from", "duong-hoa", typed="\n".join([*COPY, ""]))
    assert (ended.code, ended.err) == (1, "Lỗi: Đã có mục tên “Đường hoa” ở nơi này.\n")
    assert sorted((province.root / "content/models").rglob("*")) == before


@pytest.mark.parametrize("typed", [["--from", "duong-hoa"], ["--from=duong-hoa"]])
def test_only_models_are_copied(province: Province, dvk: Dvk, typed: list[str]) -> None:
    """What is copied need not be said; a plan cannot be."""
    ended = dvk("new", *typed, typed="".join(f"{each}\n" for each in COPY))
    assert ended.code == 0, ended.said
    assert (province.root / "content/models/hoa-ninh-duong-hoa.md").is_file()
    assert dvk("new", "plan", *typed).code == 2


def test_an_original_that_does_not_exist_is_told(province: Province, dvk: Dvk) -> None:
    """One sentence, with the name that was probably meant."""
    ended = dvk("new", "model", "--from", "duong-hao")
    assert ended.code == 1
    assert "Có phải bạn muốn viết “duong-hoa”?" in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("typed", [["status", "--help"], ["new", "model", "--help"]])
def test_help_is_vietnamese(dvk: Dvk, typed: list[str]) -> None:
    """The new options are told in Vietnamese."""
    ended = dvk(*typed)
    assert ended.code == 0
    assert not re.search(r"\b(default|show|options?|usage|text file)\b", ended.out, re.I)


def test_an_old_confirmation_is_told_on_its_page(real: Site) -> None:
    """The page of a model that nobody has confirmed for two years says so."""
    page = (real.folder / "mo-hinh/binh-thuan-moi-ngay-1000-dong/index.html").read_text("utf-8")
    assert page.count("xác nhận ngày 29/3/2022; chưa được xác nhận trong hai năm qua") == 1
    assert "xác nhận gần nhất ngày 29/3/2022; chưa được xác nhận trong hai năm qua" in page

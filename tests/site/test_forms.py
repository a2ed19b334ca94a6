"""The official form, out of the collection and into it, as an editor meets it on the terminal."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from generator.adapters import new_files, spreadsheet, word_document
from generator.core.sentences_of_forms import FORMS
from generator.forms.registration_table import registration_paper
from tests.site.conftest import Dvk, Ended
from tests.site.forms.damaged import CASES, FORM, PLAN, UNIT, filled, filled_document
from tests.site.provinces import Province, model, plan

GOLDEN = Path(__file__).parent / "forms"
ENGLISH = re.compile(r"\b(error|file|row|column|sheet|invalid|missing|usage|text)\b", re.IGNORECASE)
READERS = {".xlsx": spreadsheet.read, ".docx": word_document.read}


@pytest.fixture
def office(province: Province, monkeypatch: pytest.MonkeyPatch) -> Province:
    """A small province on a known day, with the plan that forms are annexed to."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")  # 20/11/2026
    keys = {"so_ky_hieu": "31-KH/TU", "ngay": "2021-03-16", "giai_doan": {"tu": 2021, "den": 2026}}
    keys |= {"dia_ban": {"tinh": "Quảng Ngãi", "nam": 2021}, "co_quan": "Ban Thường vụ Tỉnh ủy"}
    province.write(f"content/plans/{PLAN}.md", plan("Kế hoạch của tỉnh Quảng Ngãi", **keys))
    return province


def models(province: Province) -> dict[str, bytes]:
    """Every file below the folder of models."""
    folder = province.root / "content/models"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def rows(file: Path) -> tuple[tuple[str, ...], ...]:
    """The rows below the header of the form in a file: the seven cells of each."""
    [grid] = READERS[file.suffix](file.read_bytes())
    texts = [tuple(cell.text for cell in row[:7]) for row in grid.rows]
    first = texts.index(("1", "2", "3", "4", "5", "6", "7")) + 1
    return tuple(row for row in texts[first:] if row[0])


def shown(typed: tuple[str, ...], ended: Ended) -> str:
    """What a golden file holds below its first line."""
    command = " ".join(f'"{each}"' if " " in each else each for each in typed)
    return f"$ dvk {command}\n{ended.err}{ended.out}= {ended.code}\n"


@pytest.mark.parametrize("name", CASES)
def test_every_damaged_form_is_told_word_for_word(office: Province, dvk: Dvk, name: str) -> None:
    """Each damaged form gives exactly its golden report, and writes nothing unless asked."""
    case = CASES[name]
    case.prepare(office)
    (office.root / case.file).write_bytes(case.make())
    before = models(office)
    typed = ("import", case.file, *case.options)
    ended = dvk(*typed)
    golden = (GOLDEN / f"{name.replace('_', '-')}.txt").read_text("utf-8")
    about, _, told = golden.partition("\n")
    assert about.startswith("# ")
    assert shown(typed, ended) == told
    assert ended.code in (1, 2)
    if "--partial" not in case.options:
        assert models(office) == before
    assert models(office).items() >= before.items()


def test_every_case_has_its_golden_file_and_back() -> None:
    """No golden file stands alone, and there are many more than thirty."""
    goldens = {path.stem for path in GOLDEN.glob("*.txt")}
    assert goldens == {name.replace("_", "-") for name in CASES}
    assert len(goldens) >= 50


def test_every_sentence_about_forms_is_proved() -> None:
    """Every code that an import can tell stands in some golden report."""
    told = {
        code
        for path in GOLDEN.glob("*.txt")
        for code in re.findall(r" \[([a-z-]+)\]$", path.read_text("utf-8"), re.MULTILINE)
    }
    assert set(FORMS) - told == set()


@pytest.mark.parametrize("source", ["bang.xlsx", "bang.docx"])
@pytest.mark.parametrize("target", ["lai.xlsx", "lai.docx"])
def test_import_then_export_gives_the_same_table(
    office: Province, dvk: Dvk, source: str, target: str
) -> None:
    """Read from a workbook or a document and written as either, every cell says the same."""
    make = filled if source.endswith("xlsx") else filled_document
    (office.root / source).write_bytes(make())
    taken = dvk("import", source)
    assert taken.code == 0, taken.said
    checked = dvk("check", "--strict")
    assert checked.code == 0, checked.out
    given = dvk("export", "form", "--plan", PLAN, "--year", "2026", "-o", target)
    assert given.code == 0, given.said
    again = rows(office.root / target)
    assert again == rows(office.root / source) == registration_paper(FORM).texts


@pytest.mark.parametrize("name", ["libreoffice.xlsx", "libreoffice.docx"])
def test_forms_made_with_libreoffice_are_read(office: Province, dvk: Dvk, name: str) -> None:
    """Shifted, without marks, with columns of their own, merged: they say what the form says."""
    shutil.copy(GOLDEN / name, office.root)
    taken = dvk("import", name)
    assert taken.code == 0, taken.said
    assert dvk("check", "--strict").code == 0
    given = dvk("export", "form", "--plan", PLAN, "--year", "2026", "-o", "lai.xlsx")
    assert given.code == 0, given.said
    assert rows(office.root / "lai.xlsx") == registration_paper(FORM).texts


def test_what_is_written_is_what_was_registered(office: Province, dvk: Dvk) -> None:
    """An entry holds the row, its unit, year and plan, and the form itself as its source."""
    (office.root / "bang.xlsx").write_bytes(filled())
    ended = dvk("import", "bang.xlsx")
    assert ended.out == (
        "Đã ghi 3 mục. Kiểm tra lại bằng: dvk check\n"
        "  content/models/quang-ngai/2026-to-tiet-kiem-5-000-dong.md\n"
        "  content/models/quang-ngai/2026-vuon-rau-sach.md\n"
        "  content/models/quang-ngai/2026-cau-lac-bo-gia-dinh.md\n"
    )
    text = models(office)["quang-ngai/2026-vuon-rau-sach.md"].decode()
    for line in (
        "ten: Vườn rau sạch",
        "tom_tat: Nông sản khó bán. - Hội bao tiêu.",
        f"don_vi: {UNIT}",
        "trang_thai: dang-ky",
        "xay_dung: nhan-rong",
        "  - nam: 2026",
        f"    ke_hoach: {PLAN}",
        f"  - tieu_de: Bản đăng ký mô hình, điển hình “Dân vận khéo” năm 2026 của {UNIT}, mục I.2",
        f"    co_quan: {UNIT}",
    ):
        assert f"\n{line}\n" in text
    assert text.endswith("\n## Nội dung đăng ký\n\nNông sản khó bán.\n\n\\- Hội bao tiêu.\n")


def test_the_command_says_what_the_form_does_not(office: Province, dvk: Dvk) -> None:
    """Plan, year, unit, place and consent may all come with the command."""
    book = load_workbook(io.BytesIO(filled()), rich_text=True)
    sheet = book.active
    assert sheet is not None
    for line in range(1, 6):
        sheet[f"A{line}"] = None
    sheet["B14"], sheet["C14"], sheet["D14"] = None, "x", None
    book.save(office.root / "bang.xlsx")
    given = ["--plan", PLAN, "--year", "2026", "--unit", "Đoàn xã", "--consent"]
    ended = dvk("import", "bang.xlsx", *given, "--place", "Quảng Ngãi; xã Ba Tơ")
    assert ended.code == 0, ended.said
    person = models(office)["quang-ngai/2026-cau-lac-bo-gia-dinh.md"].decode()
    assert "\nhinh_thuc: ca-nhan\n" in person
    assert "\nco_so_dang: dong-y\n" in person
    assert "\n  xa: xã Ba Tơ\n" in person
    assert "\ndon_vi: Đoàn xã\n" in person
    assert dvk("check", "--strict").code == 0


def test_a_disk_that_refuses_leaves_nothing(
    office: Province, dvk: Dvk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If one entry cannot be written none is, and the reason is one sentence."""
    real, puts = new_files._put, []

    def put(draft: Path, file: Path) -> None:
        puts.append(file)
        if len(puts) == 3:
            raise OSError(28, "No space left on device")
        real(draft, file)

    monkeypatch.setattr(new_files, "_put", put)
    (office.root / "bang.xlsx").write_bytes(filled())
    before = sorted((office.root / "content").rglob("*"))
    ended = dvk("import", "bang.xlsx")
    assert (ended.code, ended.out) == (1, "")
    assert re.fullmatch(r"Lỗi: Không ghi được vào [^\n]+: hết chỗ trên đĩa\.\n", ended.err)
    assert sorted((office.root / "content").rglob("*")) == before


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_an_empty_form_is_the_blank_to_fill_in(office: Province, dvk: Dvk, ending: str) -> None:
    """Without models the form has the four official fields with two dotted lines each."""
    ended = dvk("export", "form", "--plan", PLAN, "--year", "2027", "-o", f"trong.{ending}")
    assert ended.out == f"Đã ghi biểu mẫu đăng ký năm 2027 vào trong.{ending}.\n"
    found = rows(office.root / f"trong.{ending}")
    assert [row[0] for row in found if "LĨNH VỰC" in row[0]] == [
        "I. LĨNH VỰC KINH TẾ",
        "II. LĨNH VỰC VĂN HÓA - XÃ HỘI",
        "III. LĨNH VỰC QUỐC PHÒNG - AN NINH",
        "IV. LĨNH VỰC XÂY DỰNG HỆ THỐNG CHÍNH TRỊ",
    ]
    assert len(found) == 12


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_the_summary_counts_the_year(office: Province, dvk: Dvk, ending: str) -> None:
    """The summary of a plan counts its registrations, that of everything the whole year."""
    (office.root / "bang.xlsx").write_bytes(filled())
    assert dvk("import", "bang.xlsx").code == 0
    office.write("content/models/khac.md", model("Khác", bat_dau="2026", xay_dung="moi"))
    found = {}
    for name, which in {"rieng": ["--plan", PLAN], "chung": ["--all"]}.items():
        file = f"{name}.{ending}"
        ended = dvk("export", "report", *which, "--year", "2026", "-o", file)
        assert ended.out == f"Đã ghi bảng tổng hợp năm 2026 vào {file}.\n"
        [grid] = READERS[f".{ending}"]((office.root / file).read_bytes())
        found[name] = {row[0].text: [cell.text for cell in row[1:7]] for row in grid.rows}
    # In all, collective, individual, new, replicated, untold.
    assert found["rieng"]["1. Kinh tế"] == ["2", "2", "0", "1", "1", "0"]
    assert found["rieng"]["Tổng cộng"] == ["3", "3", "0", "2", "1", "0"]
    assert found["chung"]["Tổng cộng"] == ["4", "4", "0", "3", "1", "0"]


def test_a_file_that_is_there_is_not_overwritten(office: Province, dvk: Dvk) -> None:
    """A form that somebody may have filled in is replaced only when that is said."""
    typed = ["export", "form", "--plan", PLAN, "--year", "2026", "-o", "bang.xlsx"]
    (office.root / "bang.xlsx").write_bytes(b"da dien")
    refused = dvk(*typed)
    assert refused.code == 1
    assert refused.err == ("Lỗi: Đã có tệp bang.xlsx. Đặt tên khác, hoặc thêm --force để ghi đè.\n")
    assert (office.root / "bang.xlsx").read_bytes() == b"da dien"
    assert dvk(*typed, "--force").code == 0
    assert rows(office.root / "bang.xlsx")


def test_a_form_is_not_written_from_faulty_content(office: Province, dvk: Dvk) -> None:
    """A faulty entry would be missing from the form without a word, so there is no form."""
    office.write("content/models/loi.md", "---\nten: Lỗi\n---\n")
    for what in (["form", "--plan", PLAN], ["report", "--all"]):
        ended = dvk("export", *what, "--year", "2026", "-o", "bang.xlsx")
        assert ended.code == 1
        assert "dvk check" in ended.err
    assert not (office.root / "bang.xlsx").exists()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["export", "form", "--year", "2026", "-o", "a.xlsx"], "thiếu --plan"),
        (["export", "form", "--plan", PLAN, "-o", "a.xlsx"], "thiếu --year"),
        (["export", "form", "--plan", PLAN, "--year", "2026"], "thiếu --output"),
        (["export", "form", "--plan", PLAN, "--year", "26", "-o", "a.xlsx"], "--year không dùng"),
        (["export", "form", "--plan", PLAN, "--year", "2026", "-o", "a.pdf"], ".xlsx hoặc .docx"),
        (["export", "form", "--plan", "31-kh-tw", "--year", "2026", "-o", "a.xlsx"], "31-kh-tu"),
        (["export", "report", "--year", "2026", "-o", "a.xlsx"], "--plan TÊN_TỆP, hoặc --all"),
        (["export", "report", "--all", "--plan", PLAN, "--year", "2026", "-o", "a.docx"], "--all"),
        (["import"], "thiếu TỆP"),
        (["import", "khong-co.xlsx"], "không có tệp hay thư mục ấy: khong-co.xlsx"),
        (["import", "content"], "giá trị của TỆP không dùng được"),
    ],
)
def test_a_slip_of_the_keyboard_is_one_sentence(
    office: Province, dvk: Dvk, typed: list[str], told: str
) -> None:
    """What cannot be done is told in one Vietnamese sentence, and no file is made."""
    ended = dvk(*typed)
    assert ended.code in (1, 2)
    assert ended.out == ""
    assert told in ended.err
    assert ended.err.startswith("Lỗi: ")
    assert ended.err.count("\n") == 1
    assert not list(office.root.glob("a.*"))


@pytest.mark.parametrize(
    "typed", [["export"], ["export", "form"], ["export", "report"], ["import"]]
)
def test_help_is_vietnamese(dvk: Dvk, typed: list[str]) -> None:
    """Every command explains itself in Vietnamese only."""
    ended = dvk(*typed, "--help")
    assert ended.code == 0
    assert ended.out.startswith("Cách dùng: dvk ")
    assert not ENGLISH.search(re.sub(r"--[\w-]+", "", ended.out))


def test_no_message_speaks_english(province: Province) -> None:
    """Golden reports hold no word of the program's own language outside codes and options."""
    for path in GOLDEN.glob("*.txt"):
        if path.stem.startswith("text-that-steers"):
            continue
        told = re.sub(r"\[[a-z-]+\]|--[\w-]+|\$.*|\(.*?\)", "", path.read_text("utf-8"))
        assert not ENGLISH.search(told), path.name


def test_our_own_forms_are_filled_in_with_another_hand(office: Province, dvk: Dvk) -> None:
    """A blank document, filled in with python-docx, comes in like any other."""
    assert dvk("export", "form", "--plan", PLAN, "--year", "2026", "-o", "a.docx").code == 0
    made = Document(str(office.root / "a.docx"))
    made.paragraphs[0].text = f"ĐƠN VỊ: {UNIT}"
    cells = made.tables[0].rows[4].cells
    values = ("1. Đường hoa", "x", "", "Xã Ba Tơ", "Trồng hoa.", "x", "")
    for cell, value in zip(cells, values, strict=True):
        cell.text = value
    made.save(str(office.root / "a.docx"))
    ended = dvk("import", "a.docx")
    assert ended.code == 0, ended.said
    assert "quang-ngai/2026-duong-hoa.md" in models(office)

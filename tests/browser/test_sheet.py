"""The form that a model's page fills in: files that office programs open, with nothing invented."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

MODEL = "mo-hinh/tran-hoi-bi-do-duoi-ruong/"
NAME = "1. Mô hình trồng bí đỏ dưới ruộng"
HOSTILE = '<b>&"\u0007 _x0041_ =1+1 🌾 “Đường” $1 $& @@kinh-te.ten@@'


def rows(file: Path) -> list[list[str]]:
    """The cells of the table, read by the libraries that office forms are read with."""
    if file.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(file).active
        return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    (table,) = docx.Document(str(file)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def taken(page: Page, kind: str, folder: Path) -> Path:
    """The file that the page hands over."""
    with page.expect_download() as waiting:
        page.locator(f"[data-sheet={kind}]").click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_the_form_is_filled_for_this_model(
    page: Page, site: str, tmp_path: Path, kind: str
) -> None:
    """Name, mark and content stand in the model's field; unit and address are left to write."""
    page.goto(site + MODEL)
    file = taken(page, kind, tmp_path)
    assert file.name == f"phieu-nhan-rong-tran-hoi-bi-do-duoi-ruong.{kind}"
    found = rows(file)
    (filled,) = [row for row in found if row[0] == NAME]
    assert (filled[1], filled[2], filled[3], filled[5], filled[6]) == ("x", "", "", "", "x")
    assert filled[4].startswith("Nông dân ấp 5, xã Trần Hợi")
    assert found[found.index(filled) - 1][0].startswith("I. LĨNH VỰC KINH TẾ")
    assert not any("@@" in cell for row in found for cell in row)
    expect(page.locator("[data-sheets] [role=status]")).to_contain_text("Đã điền xong")


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_hostile_text_stays_text(page: Page, site: str, tmp_path: Path, kind: str) -> None:
    """Whatever a name holds, the file opens and shows it, less what no document may hold."""
    page.goto(site + MODEL)
    page.locator("[data-sheets]").evaluate("(box, name) => { box.dataset.name = name; }", HOSTILE)
    # openpyxl shows the sign that spreadsheets take away again.
    found = [row[0].replace("_x005F_", "_") for row in rows(taken(page, kind, tmp_path))]
    assert f"1. {HOSTILE}".replace("\u0007", "") in found


def test_without_scripts_the_way_to_contribute_is_told(browser: Browser, site: str) -> None:
    """No button that does nothing is shown; the link to contributing is."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + MODEL)
    expect(page.locator("[data-sheet]").first).to_be_hidden()
    expect(page.locator("[data-sheets] noscript a, [data-sheets] .notice a").first).to_be_visible()
    context.close()


def test_the_drawing_gives_way_to_the_list_on_phones(page: Page, site: str) -> None:
    """On a phone the tree is a list that can be read; on a wide screen it is drawn as well."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(site + MODEL)
    expect(page.locator(".lineage")).to_be_hidden()
    expect(page.locator(".lineage-list")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".lineage svg")).to_be_visible()


def sheets(page: Page) -> int:
    """How many sheets of paper the page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_a_long_model_still_fits_a_sheet_of_two_pages(page: Page, site: str) -> None:
    """The button for the sheet prints two pages of what the whole page needs more for."""
    page.add_init_script(
        "window.print = () => { window.printed = document.documentElement.className; }"
    )
    page.goto(site + MODEL)
    page.evaluate("""() => {
      const told = document.querySelector(".page-body > .prose");
      for (let times = 0; times < 6; times++) told.append(...told.cloneNode(true).children);
      document.querySelector(".page").classList.add("long");
    }""")
    assert sheets(page) > 2
    page.locator(".sheets [data-print]").click()
    assert "sheet" in page.evaluate("window.printed").split()
    page.emulate_media(media="print")
    expect(page.locator(".on-sheet")).to_be_visible()
    page.emulate_media()
    assert sheets(page) == 2


def test_the_other_button_prints_the_whole_page(page: Page, site: str) -> None:
    """Printing a page from its facts leaves nothing out, also after a sheet was printed."""
    page.add_init_script("window.print = () => { dispatchEvent(new Event('afterprint')); }")
    page.goto(site + MODEL)
    page.locator(".sheets [data-print]").click()
    page.locator(".facts [data-print]").click()
    assert not page.evaluate("document.documentElement.classList.contains('sheet')")

"""The header is found wherever it stands and however it is cut."""

from generator.forms.columns import TITLES, Column
from generator.forms.header import find_header
from tests.unit.forms.made_forms import HEADER, ROW, SECTION, grid


def columns(*lines: str) -> dict[Column, int]:
    found = find_header(grid(*lines).rows, 0)
    assert found
    return dict(found.columns)


def test_the_official_header_has_two_rows() -> None:
    """The seven columns are found in the two rows, and the row of numbers is none of it."""
    found = find_header(grid("ĐƠN VỊ: A", "", *HEADER, SECTION, ROW).rows, 0)
    assert found
    assert (found.first, found.last) == (2, 3)
    assert [found.columns[column] for column in TITLES] == [0, 1, 2, 3, 4, 5, 6]
    assert found.missing == ()


def test_a_title_right_above_is_no_part_of_it() -> None:
    """The title speaks of models and replication, yet the header begins below it."""
    title = "SỐ MÔ HÌNH, ĐIỂN HÌNH “DÂN VẬN KHÉO” ĐĂNG KÝ XÂY DỰNG, NHÂN RỘNG||||||"
    found = find_header(grid(title, *HEADER, SECTION).rows, 0)
    assert found
    assert found.first == 1


def test_one_row_is_enough() -> None:
    """All headings may stand in one row, in any order, with other columns between."""
    found = columns("TT|Tên mô hình|Ghi chú|Nhân rộng|Mới|Nội dung|Địa chỉ|Cá nhân|Tập thể")
    assert found[Column.NAME] == 1
    assert found[Column.REPLICATED] == 3
    assert found[Column.COLLECTIVE] == 8
    assert found[Column.ORDINAL] == 0


def test_columns_may_stand_further_right() -> None:
    """Blank columns before the table move all its columns."""
    assert columns(*("||" + line for line in HEADER))[Column.NAME] == 2


def test_of_two_alike_the_official_one_counts() -> None:
    """A column with nearly the form's heading gives way to one with the form's own."""
    line = "Tên mô hình|Địa chỉ liên hệ|Địa chỉ|Tập thể|Cá nhân|Nội dung|Mới|Nhân rộng"
    assert columns(line)[Column.ADDRESS] == 2


def test_two_columns_of_one_official_heading_are_told() -> None:
    """The same official heading twice cannot be decided."""
    line = "Tên mô hình|Địa chỉ|Địa chỉ|Tập thể|Cá nhân|Nội dung|Mới|Nhân rộng"
    found = find_header(grid(line).rows, 0)
    assert found
    assert found.twice == ((Column.ADDRESS, 2),)


def test_missing_columns_are_named_in_the_order_of_the_form() -> None:
    """A header of four columns is the form still, with three columns lacking."""
    found = find_header(grid("Tên mô hình|Địa chỉ|Nội dung|Nhân rộng").rows, 0)
    assert found
    assert found.missing == (Column.COLLECTIVE, Column.INDIVIDUAL, Column.NEW)


def test_other_tables_have_no_header() -> None:
    """A list of people, a table of figures and the rows of the form itself are not the form."""
    assert find_header(grid("Họ tên|Địa chỉ|Ghi chú", "A|B|C").rows, 0) is None
    assert find_header(grid(SECTION, ROW).rows, 0) is None
    assert find_header((), 0) is None


def test_every_column_of_the_form_has_a_title() -> None:
    """The seven columns are those of the annex, in its order."""
    assert [column.value for column in TITLES] == [
        "ten",
        "tap-the",
        "ca-nhan",
        "dia-chi",
        "noi-dung",
        "moi",
        "nhan-rong",
    ]

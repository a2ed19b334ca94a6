"""What editors keep in content/vocabulary/ becomes a vocabulary, or problems in it."""

from __future__ import annotations

from pathlib import Path

from generator.core.dates import PartialDate, YearlyDate
from generator.core.front_matter import FrontMatter, read
from generator.core.taxonomy import Vocabulary
from generator.core.vocabulary_files import LISTS, vocabulary

REAL = Path(__file__).parents[3] / "content" / "vocabulary"


def file(text: str, name: str = "a") -> FrontMatter:
    found, problems = read(f"content/vocabulary/{name}.yml", text)
    assert found is not None, problems
    return found


def told(*texts: str) -> list[str]:
    files = [file(text, name) for text, name in zip(texts, "abcdef", strict=False)]
    return [f"{p.place} {p.code}" for p in vocabulary(files)[1]]


PROVINCE = """\
tinh:
  - ma: '46'
    slug: hue
    ten: Huế
    loai: thanh-pho
    ten_khac: [TP. Huế]
    truoc_day:
      - ten: Thừa Thiên Huế
        loai: tinh
        den_ngay: 2024-12-31
      - ten: Bình Trị Thiên
        loai: tinh
"""


def test_the_lists_of_all_files_are_one_vocabulary() -> None:
    """Each list may stand in any file; terms keep their order, names and other names."""
    first = file("cap:\n  - {ma: tinh, ten: Cấp tỉnh, mo_ta: A, ten_khac: [B]}\n")
    second = file("viet_tat:\n  - {viet_tat: MTTQ, day_du: Mặt trận Tổ quốc}\n" + PROVINCE, "b")
    found, problems = vocabulary([first, second])
    assert problems == ()
    term = found.term("cap", "tinh")
    assert (term.name, term.description, term.aliases) == ("Cấp tỉnh", "A", ("B",))
    assert found.abbreviations == {"MTTQ": "Mặt trận Tổ quốc"}
    (hue,) = found.provinces
    assert (hue.code, hue.id, hue.full_name) == ("46", "hue", "Thành phố Huế")


def test_the_last_day_of_a_former_name_is_read() -> None:
    """A former province says when its name ended, or ended with most others."""
    found, _ = vocabulary([file(PROVINCE)])
    old, older = found.provinces[0].former
    assert (old.until, older.until) == (PartialDate(2024, 12, 31), PartialDate(2025, 6, 30))


def test_the_days_of_the_movement_are_read() -> None:
    """A day comes back every year or stands once, and has at least one source."""
    rows = """\
ngay:
  - ngay: '--10-15'
    ten: Ngày truyền thống
    nguon:
      - {tieu_de: Công văn, co_quan: Bộ Chính trị, url: https://a.example/}
  - ngay: 2030-10-15
    ten: 100 năm
    nguon: [{tieu_de: Bài, co_quan: Báo}]
"""
    found, problems = vocabulary([file(rows)])
    assert problems == ()
    assert [(day.due, day.name) for day in found.days] == [
        (YearlyDate(10, 15), "Ngày truyền thống"),
        (PartialDate(2030, 10, 15), "100 năm"),
    ]
    assert found.days[0].sources == (("Công văn", "Bộ Chính trị", "https://a.example/"),)
    assert told("ngay:\n  - {ngay: '--02-30', ten: A, nguon: []}\n") == [
        "content/vocabulary/a.yml:2:12 impossible-date",
        "content/vocabulary/a.yml:2:31 too-few",
    ]
    assert told("ngay:\n  - {ngay: '--02-20', ten: A}\n")[0].endswith("missing-key")


def test_the_real_days_are_read() -> None:
    """The traditional day of 15 October is among the real lists."""
    texts = [f.read_text("utf-8") for f in sorted(REAL.glob("*.yml"))]
    files = [file(text, str(number)) for number, text in enumerate(texts)]
    days = vocabulary(files)[0].days
    assert YearlyDate(10, 15) in [day.due for day in days]


def test_an_id_belongs_to_one_row() -> None:
    """An id used twice is told at the second, in whatever file, with the place of the first."""
    rows = "cap:\n  - {ma: tinh, ten: A}\n  - {ma: tinh, ten: B}\n"
    assert told(rows) == ["content/vocabulary/a.yml:3:10 term-twice"]
    apart = "cap:\n  - {ma: tinh, ten: A}\n"
    assert told(apart, apart) == ["content/vocabulary/b.yml:2:10 term-twice"]
    assert told(apart, apart.replace("cap", "loai")) == []


def test_a_name_belongs_to_one_province() -> None:
    """A name of any time that two provinces claim is told once, whatever its spelling."""
    other = """\
tinh:
  - ma: '99'
    slug: khac
    ten: Khác
    loai: tinh
    ten_khac: [TP. HUẾ, Thừa Thiên  Huế]
"""
    assert told(PROVINCE, other) == [
        "content/vocabulary/b.yml:6:16 province-name-twice",
        "content/vocabulary/b.yml:6:25 province-name-twice",
    ]


def test_two_provinces_of_the_same_name_are_told() -> None:
    """Even the very same name twice is a clash, and so are code and slug."""
    row = "\n  - {ma: '01', slug: ha-noi, ten: Hà Nội, loai: thanh-pho}"
    codes = [each.split()[1] for each in told(f"tinh:{row}{row}")]
    assert codes == ["term-twice", "term-twice", "province-name-twice"]


def test_an_abbreviation_has_one_meaning() -> None:
    """A short form that stands twice is told at the second."""
    row = "  - {viet_tat: MTTQ, day_du: A}\n"
    assert told(f"viet_tat:\n{row}{row}") == ["content/vocabulary/a.yml:3:16 term-twice"]


def test_a_kind_of_unit_is_one_of_two() -> None:
    """A province is a tinh or a thanh-pho; a near word is offered."""
    text = PROVINCE.replace("loai: thanh-pho", "loai: Thành phố")
    (found,) = vocabulary([file(text)])[1]
    assert (found.code, found.detail["nearest"], found.place.line) == (
        "unknown-term",
        "thanh-pho",
        5,
    )


def test_a_faulty_row_takes_only_itself_away() -> None:
    """The other rows stay, and the list is unsure so that no entry is blamed."""
    found, problems = vocabulary([file("cap:\n  - {ma: tinh, ten: A}\n  - {ma: xa}\n" + PROVINCE)])
    assert [each.code for each in problems] == ["missing-key"]
    assert found.ids("cap") == ("tinh",)
    assert "cap" in found.unsure
    assert found.allows("cap", "xa")


def test_a_list_without_rows_is_unsure() -> None:
    """Lists that no file holds refuse nothing; that they are missing is told elsewhere."""
    found, problems = vocabulary([])
    assert problems == ()
    assert found.unsure == set(LISTS)


def test_the_vocabulary_of_the_repository_is_whole() -> None:
    """The real files have no problem, 34 provinces, all 63 former ones and no empty list."""
    files = [file(path.read_text("utf-8"), path.stem) for path in sorted(REAL.glob("*.yml"))]
    found, problems = vocabulary(files)
    assert problems == ()
    assert isinstance(found, Vocabulary)
    assert found.unsure == frozenset()
    assert len(found.provinces) == 34
    assert sum(len(each.former) for each in found.provinces) == 63

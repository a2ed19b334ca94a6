"""A fresh skeleton is an entry: every field is there, and the check has nothing to mend."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.core import front_matter
from generator.core.catalogue import Item
from generator.core.entries import Entry, EntryKind, Model, Plan
from generator.core.entry_rules import World, check_entry
from generator.core.fact import Facts
from generator.core.front_matter import FrontMatter
from generator.core.problems import Problem
from generator.core.skeleton import questions, skeleton
from generator.core.taxonomy import Province, Term, Vocabulary
from generator.core.text_checks import check_body, check_text
from generator.core.validation import check
from generator.core.vietnamese import normalise

NOT_FILLED = {"empty-value", "too-few"}
"""All that may be said of an entry in which nothing is wrong but what is still to be written."""

KINDS: Mapping[EntryKind, type[Entry]] = {"model": Model, "plan": Plan}
LISTS = {
    "linh_vuc": ("kinh-te", "nong-thon-moi"),
    "cap": ("trung-uong", "tinh", "huyen", "xa", "don-vi"),
    "loai": ("mo-hinh", "dien-hinh"),
    "hinh_thuc": ("tap-the", "ca-nhan"),
    "xay_dung": ("moi", "nhan-rong"),
    "trang_thai": ("dang-ky", "dang-thuc-hien"),
    "kinh_phi": ("thap", "vua", "cao"),
    "dia_ban_phu_hop": ("nong-thon", "do-thi"),
    "nguoi_trong_anh": ("khong-co", "dong-y"),
    "co_so_dang": ("dong-y", "da-cong-bo"),
    "ky": ("nam", "giai-doan"),
}
VOCABULARY = Vocabulary(
    {name: tuple(Term(each, each) for each in ids) for name, ids in LISTS.items()},
    (Province("46", "hue", "Huế", "thanh-pho"),),
)
REQUIRED: Mapping[EntryKind, Mapping[str, str]] = {
    "model": {
        "ten": "Ngự Hà trong xanh",
        "tom_tat": "Người dân góp công vớt bèo: sông lại trong.",
        "hinh_thuc": "tap-the",
        "linh_vuc": "kinh-te",
        "don_vi": "Hội Phụ nữ phường",
        "dia_ban.tinh": "Huế",
        "nguon.tieu_de": "Sông # 1: “xanh” trở lại",
        "nguon.co_quan": "Báo Huế",
    },
    "plan": {
        "ten": "Kế hoạch thực hiện phong trào",
        "co_quan": "Thành ủy Huế",
        "cap": "tinh",
        "dia_ban.tinh": "Huế",
        "nguon.tieu_de": "Kế hoạch",
        "nguon.co_quan": "Thành ủy Huế",
        "giai_doan.tu": "2021",
        "giai_doan.den": "2025",
    },
}
HOSTILE = (
    "Tiếng kẻng: an ninh",
    "'trong nháy'",
    '"nháy kép" và \\n',
    "* sao",
    "& neo",
    "# thăng",
    "cuối # thăng",
    "C# và F#",
    "@ a còng",
    "!!python/object:os.system x",
    "- gạch",
    "? hỏi",
    ": hai chấm",
    "cuối hai chấm:",
    "[ngoặc]",
    "{a: b}",
    "| ống",
    "> lớn",
    "% phần trăm",
    "` huyền",
    "null",
    "~",
    "No",
    "true",
    "00123",
    "12:30",
    "2025-10-15",
    "1_000",
    "---",
    "--- a",
    "...",
    "=",
    "<<",
    "a: b: c",
    "xuống\ndòng\n---\nhinh_thuc: ca-nhan",
    "\tthụt\tlề ",
    "“Một giúp một”",
    "(trong ngoặc): sau",
    "http://a.vn/#x",
    "{{ mẫu }} {% x %} ${y}",
    "<script>alert(1)</script>",
    "Môṭ giúp môṭ",
    "dấu cách\u00a0lạ\u200b",
    "biểu tượng 🙂",
    "it's 'fine'",
)


def read(kind: EntryKind, text: str) -> tuple[FrontMatter, list[Problem]]:
    """What the file says, and what is wrong with it as a text."""
    path = f"content/{kind}s/moi.md"
    matter, found = front_matter.read(path, text)
    assert matter is not None
    problems = [*check_text(path, text), *found, *check_body(path, matter.body, matter.body_line)]
    return matter, problems


def checked(kind: EntryKind, text: str) -> tuple[Entry | None, list[Problem]]:
    """The entry the text holds, and every problem the check finds in it."""
    matter, problems = read(kind, text)
    entry, found = check(KINDS[kind], matter, {"vocabulary": VOCABULARY})
    problems += found
    if entry is not None:
        item: Item[Entry] = Item(kind, entry, matter)
        problems += check_entry(item, World(VOCABULARY, date(2026, 11, 20)))
    return entry, problems


def awake(text: str) -> str:
    """The skeleton with every waiting key called up, as an editor would: “# ” taken away."""
    return re.sub(r"(?m)^# ( *(?:- )?[a-z_]+:  #.*| *-)$", r"\1", text)


def key_paths(shape: type[BaseModel]) -> Iterator[str]:
    """Every key of a shape and of the groups inside it, by its path."""
    groups = {each.__name__: each for each in Facts.__subclasses__()}
    for field in shape.model_fields.values():
        yield str(field.alias)
        for name in re.findall(r"generator\.core\.\w+\.(\w+)", repr(field.annotation)):
            if name in groups:
                yield from (f"{field.alias}.{path}" for path in key_paths(groups[name]))


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_with_its_answers_passes_the_check(kind: EntryKind) -> None:
    """Once the required keys are filled there is nothing to complain of, not even a warning."""
    entry, problems = checked(kind, skeleton(kind, REQUIRED[kind], VOCABULARY))
    assert problems == []
    assert entry is not None
    assert entry.name == REQUIRED[kind]["ten"]
    assert entry.sources[0].title == REQUIRED[kind]["nguon.tieu_de"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("title", HOSTILE)
def test_any_title_comes_back_as_it_was_given(kind: EntryKind, title: str) -> None:
    """Nothing in a title is taken for YAML; only white space and faulty Unicode are mended."""
    entry, problems = checked(kind, skeleton(kind, {**REQUIRED[kind], "ten": title}, VOCABULARY))
    assert problems == []
    assert entry is not None
    assert entry.name == " ".join(normalise(title).split())
    assert entry.sources[0].title == REQUIRED[kind]["nguon.tieu_de"]


@pytest.mark.parametrize("word", ["No", "yes", "true", "null", "Off"])
def test_words_of_yaml_stay_words_for_other_readers_too(word: str) -> None:
    """A tool that reads YAML by its full rules sees the text, not a truth value."""
    text = skeleton("model", {"ten": word}, VOCABULARY)
    assert yaml.safe_load(text.split("---\n")[1])["ten"] == word


def test_a_single_value_needs_no_list() -> None:
    """Where one or many values may stand, one stands on the line of its key."""
    assert "\nlinh_vuc: kinh-te\n" in skeleton("model", REQUIRED["model"], VOCABULARY)


@given(st.text(max_size=60))
def test_no_text_breaks_the_file(title: str) -> None:
    """Whatever is typed, the file can be read and holds one line of it, or an empty key."""
    matter, problems = read("model", skeleton("model", {"ten": title}, VOCABULARY))
    assert problems == []
    name = str(matter.data["ten"] or "")
    assert name == " ".join(name.split())
    assert _visible(name) == _visible(normalise(title))
    assert matter.data["don_vi"] in (None, "")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_stands_in_the_skeleton(kind: EntryKind) -> None:
    """Called up from its comment, each key of the model and its groups is where it belongs."""
    matter, problems = read(kind, awake(skeleton(kind, {}, VOCABULARY)))
    assert problems == []
    written = {".".join(part for part in path if isinstance(part, str)) for path in matter.marks}
    assert written - {""} == set(key_paths(KINDS[kind]))
    assert len(written) > 25


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_known_to_the_check(kind: EntryKind) -> None:
    """With all keys called up and none filled, the check only asks for values."""
    _, problems = checked(kind, awake(skeleton(kind, {}, VOCABULARY)))
    assert "empty-value" in {problem.code for problem in problems} <= NOT_FILLED


@pytest.mark.parametrize("kind", KINDS)
def test_waiting_keys_are_comments(kind: EntryKind) -> None:
    """Of an unanswered skeleton only the required keys stand open, each with its hint."""
    text = skeleton(kind, {}, VOCABULARY)
    _, problems = checked(kind, text)
    empty = sorted({each.place.line for each in problems if each.code == "empty-value"})
    open_keys = [re.sub(r"[ -]*(\w+):  # .*", r"\1", text.split("\n")[line - 1]) for line in empty]
    assert {problem.code for problem in problems} <= NOT_FILLED
    assert open_keys == [each.key.rpartition(".")[2] for each in questions(kind, VOCABULARY)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_questions_are_all_that_must_be_answered(kind: EntryKind) -> None:
    """Answering each question, and nothing else, makes an entry without a problem."""
    asked = [question.key for question in questions(kind, VOCABULARY)]
    answers = {path: REQUIRED[kind][path] for path in asked}
    assert checked(kind, skeleton(kind, answers, VOCABULARY))[1] == []


def test_closed_lists_show_their_choices() -> None:
    """A key of a closed list names the list's own terms, a free one of the same name does not."""
    text = skeleton("model", {}, VOCABULARY)
    assert re.search(r"^hinh_thuc:  # Hình thức: .+; một trong tap-the, ca-nhan$", text, re.M)
    assert re.search(r"^# trang_thai:  # .+; một trong dang-ky, dang-thuc-hien$", text, re.M)
    assert "#     hinh_thuc:  # Hình thức: Đúng lời quyết định: biểu dương, bằng khen…\n" in text
    lists = {question.key: question.choices for question in questions("model", VOCABULARY)}
    assert lists["linh_vuc"] == LISTS["linh_vuc"]
    assert lists["ten"] == ()


def test_choices_follow_the_vocabulary() -> None:
    """A term that editors add to a list is offered."""
    more = Vocabulary({**VOCABULARY.lists, "linh_vuc": (Term("chuyen-doi-so", "Chuyển đổi số"),)})
    assert "một trong chuyen-doi-so\n" in skeleton("model", {}, more)


def test_optional_answers_call_up_their_keys() -> None:
    """An answer to an optional key, in a group or a list, opens that key and what is above it."""
    answers = {
        **REQUIRED["model"],
        "dia_ban.nam": "2025",
        "nguon.url": "https://bao.vn/a",
        "tu_khoa": "sông",
        "dieu_kien.can_co": "thuyền",
        "lien_he.co_quan": "Ủy ban phường",
        "cong_nhan.hinh_thuc": "biểu dương",
        "cong_nhan.cap": "xa",
    }
    entry, problems = checked("model", skeleton("model", answers, VOCABULARY))
    assert problems == []
    assert isinstance(entry, Model)
    assert entry.place.year == 2025
    assert entry.sources[0].url == "https://bao.vn/a"
    assert entry.keywords == ("sông",)
    assert entry.conditions is not None
    assert entry.conditions.needs == ("thuyền",)
    assert entry.contact is not None
    assert entry.recognitions[0].form == "biểu dương"


def test_an_answer_to_no_key_is_refused() -> None:
    """A slip in the caller is not lost in silence."""
    with pytest.raises(ValueError, match="linhvuc"):
        skeleton("model", {"linhvuc": "kinh-te"}, VOCABULARY)


@pytest.mark.parametrize("kind", KINDS)
def test_the_body_offers_headings_and_nothing_to_publish_by_mistake(kind: EntryKind) -> None:
    """Below the front matter stand headings alone; the advice for each is a comment above."""
    text = skeleton(kind, {}, VOCABULARY)
    matter, _ = read(kind, text)
    lines = [line for line in matter.body.split("\n") if line]
    assert len(lines) >= 3
    assert all(line.startswith("## ") for line in lines)
    assert all(f"\n#   {line[3:]}: " in text for line in lines)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def _visible(text: str) -> str:
    return "".join(each for each in text if each.isprintable() and not each.isspace())

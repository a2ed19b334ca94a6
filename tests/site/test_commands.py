"""What an editor types, and what comes back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.site.conftest import Dvk
from tests.site.provinces import Province

MODEL, PLAN = "content/models/duong-hoa.md", "content/plans/ke-hoach-tinh.md"
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|show this|message and exit|default|required|error|"
    r"invalid|missing|no such|got unexpected|try|for help|aborted|file|directory|text|integer|"
    r"range|unknown|not found|does not exist|is not)\b(?!\|)",
    re.IGNORECASE,
)


@pytest.fixture
def broken(province: Province) -> Province:
    """The small province with two errors in a model and a warning in a plan."""
    province.edit(MODEL, "linh_vuc: kinh-te", "linh_vuc: kinh-tee")
    province.edit(MODEL, "bat_dau: 2024", "bat_dau: 2099")
    province.edit(PLAN, "cap: tinh", "cap: tinh\nso_ky_hieu: 1-KH/XYZQ")
    return province


@pytest.fixture
def warned(province: Province) -> Province:
    """The small province with one warning and no error."""
    province.edit(PLAN, "cap: tinh", "cap: tinh\nso_ky_hieu: 1-KH/XYZQ")
    return province


def test_sound_content_is_told_in_one_line(province: Province, dvk: Dvk) -> None:
    """Without problems ``dvk check`` says how much there is, and ends with 0."""
    ended = dvk("check")

    assert ended.code == 0
    assert ended.said == "Không có lỗi: 2 mô hình, 1 kế hoạch.\n"


def test_problems_are_told_with_place_excerpt_and_mend(broken: Province, dvk: Dvk) -> None:
    """Each problem stands with its place, the line itself, a caret and the way to mend it."""
    ended = dvk("check")
    lines = ended.out.splitlines()

    assert ended.code == 1
    assert ended.err == ""
    first = next(n for n, line in enumerate(lines) if line.startswith(f"{MODEL}:5:11: LỖI – "))
    assert "kinh-tee" in lines[first]
    assert lines[first + 1].endswith("│ linh_vuc: kinh-tee")
    assert lines[first + 2].index("^") == lines[first + 1].index("kinh-tee")
    assert lines[first + 3].startswith("  → ")
    assert any(line.startswith(f"{MODEL}:16:10: LỖI – ") for line in lines)
    assert any(line.startswith(f"{PLAN}:5:13: CẢNH BÁO – ") for line in lines)
    assert lines[-1] == "2 lỗi, 1 cảnh báo trong 2 tệp."


def test_machines_get_a_list_of_objects(broken: Province, dvk: Dvk) -> None:
    """The JSON holds every problem, with exactly what describes it, and nothing else is printed."""
    ended = dvk("check", "--format", "json")
    found = json.loads(ended.out)

    assert (ended.code, ended.err) == (1, "")
    assert {tuple(each) for each in found} == {
        ("path", "line", "column", "code", "severity", "message", "mend")
    }
    assert [(each["path"], each["line"], each["column"], each["severity"]) for each in found] == [
        (MODEL, 5, 11, "error"),
        (MODEL, 16, 10, "error"),
        (PLAN, 5, 13, "warning"),
    ]


def test_sound_content_is_an_empty_list(province: Province, dvk: Dvk) -> None:
    """Without problems the JSON is an empty list, and nothing is said to GitHub."""
    assert json.loads(dvk("check", "--format", "json").out) == []
    assert dvk("check", "--format", "github").said == ""


def test_github_gets_annotations(broken: Province, dvk: Dvk) -> None:
    """Each problem is one workflow command that names file, line and column."""
    ended = dvk("check", "--format", "github")
    lines = ended.out.splitlines()

    assert ended.code == 1
    assert len(lines) == 3
    assert re.match(rf"::error file={MODEL},line=5,col=11,title=[^:]+::.*kinh-tee", lines[0])
    assert re.match(rf"::error file={MODEL},line=16,col=10,title=[^:]+::", lines[1])
    assert re.match(rf"::warning file={PLAN},line=5,col=13,title=[^:]+::", lines[2])


def test_gitlab_gets_a_code_quality_report(broken: Province, dvk: Dvk) -> None:
    """Each problem stands at its line in the form that GitLab reads."""
    ended = dvk("check", "--format", "gitlab")
    found = json.loads(ended.out)

    assert (ended.code, ended.err) == (1, "")
    assert [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in found] == [
        (MODEL, 5),
        (MODEL, 16),
        (PLAN, 5),
    ]


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "json"])
def test_warnings_fail_only_when_asked(warned: Province, dvk: Dvk, form: str) -> None:
    """A warning alone ends with 0, and with 1 under --strict; it is told either way."""
    lenient = dvk("check", "--format", form)
    strict = dvk("check", "--format", form, "--strict")

    assert (lenient.code, strict.code) == (0, 1)
    assert "XYZQ" in lenient.out
    assert lenient.out == strict.out


def test_other_settings_and_content_may_be_named(
    province: Province, dvk: Dvk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings and content may stand elsewhere; without settings here, one sentence says so."""
    monkeypatch.chdir(tmp_path)
    settings = str(province.root / "mkdocs.yml")

    assert dvk("check", "-f", settings).code == 0
    assert dvk("check", "-f", settings, "--content", str(province.root / "content")).code == 0
    lost = dvk("check")
    assert lost.code == 1
    assert re.fullmatch(r"Lỗi: Không đọc được [^\n]*mkdocs\.yml: [^\n]+\.\n", lost.err)
    assert not ENGLISH.search(lost.err)
    assert dvk("build", "-f", settings).code == 0
    assert (province.site / "index.html").is_file()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["dung"], "không có lệnh “dung”."),
        (["imprt"], "không có lệnh “imprt”. Có phải bạn muốn viết “import”?"),
        (["chekc"], "Có phải bạn muốn viết “check”?"),
        (["export", "from"], "Có phải bạn muốn viết “form”?"),
        (["check", "--fxi"], "không có tùy chọn --fxi. Có phải bạn muốn viết “--fix”?"),
        (["build", "--nhanh"], "không có tùy chọn --nhanh"),
        (["--nhanh"], "không có tùy chọn --nhanh"),
        (["check", "--format", "xml"], "Dùng một trong: text, github, gitlab, json."),
        (["check", "thua"], "thừa chữ sau lệnh"),
        (["serve", "--port", "x"], "giá trị của --port không dùng được"),
        (["serve", "--port", "99999"], "giá trị của --port không dùng được"),
        (["build", "--site-dir"], "tùy chọn --site-dir cần có giá trị"),
        (["check", "-f", "content"], "giá trị của -f không dùng được"),
        (["new", "bai-viet"], "không có lệnh “bai-viet”"),
        (["export", "form", "--year", "26"], "giá trị của --year không dùng được"),
    ],
)
def test_a_slip_of_the_keyboard_is_told_in_vietnamese(
    province: Province, dvk: Dvk, typed: list[str], told: str
) -> None:
    """A command, option or value that does not exist is told in one Vietnamese sentence, exit 2."""
    ended = dvk(*typed)

    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.startswith("Lỗi: ")
    assert told in ended.err
    assert ended.err.count("\n") == 1
    assert not ENGLISH.search(re.sub(r"--\S+|text, github, gitlab, json", "", ended.err))


@pytest.mark.parametrize(
    "typed",
    [
        ["--help"],
        ["check", "--help"],
        ["build", "--help"],
        ["serve", "--help"],
        ["new", "--help"],
        ["new", "model", "--help"],
        ["new", "plan", "--help"],
        ["import", "--help"],
        ["import-issue", "--help"],
        ["export", "--help"],
        ["export", "form", "--help"],
        ["export", "report", "--help"],
        ["status", "--help"],
        ["schema", "--help"],
    ],
)
def test_help_is_vietnamese(dvk: Dvk, typed: list[str]) -> None:
    """The help of every command says how to call it, in Vietnamese only."""
    ended = dvk(*typed)
    words = re.sub(r"--[\w-]+|\[text\|github\|json\]|text cho", "", ended.out)

    assert ended.code == 0
    assert ended.out.startswith("Cách dùng: dvk ")
    assert "Tùy chọn:" in ended.out
    assert "Xem hướng dẫn này." in ended.out
    assert ENGLISH.search(words) is None
    assert "..." not in words
    assert "<=" not in words


@pytest.mark.parametrize("typed", [["import", "--help"], ["import-issue", "--help"]])
def test_help_lists_options_alone_as_options(dvk: Dvk, typed: list[str]) -> None:
    """What must be named after the command stands in its first line, and not among the options."""
    first, *rest = dvk(*typed).out.splitlines()
    assert first.endswith(" TỆP")
    assert not any(line.split() == ["TỆP"] for line in rest)


def test_help_tells_bounds_and_needs(dvk: Dvk) -> None:
    """A number's bounds, and that an option must be there, are told in words."""
    words = " ".join(dvk("export", "form", "--help").out.split())
    assert "Năm đăng ký. (bắt buộc; từ 1930 đến 2100)" in words


@pytest.mark.parametrize("typed", [[], ["new"]])
def test_an_unfinished_command_shows_its_help(dvk: Dvk, typed: list[str]) -> None:
    """``dvk`` alone, or a group of commands alone, shows what may follow."""
    ended = dvk(*typed)

    assert ended.code == 2
    assert ended.err.startswith("Cách dùng: dvk ")
    assert "Lệnh:" in ended.err


MODEL_ANSWERS = {
    "Tên": "Hẻm xanh: mỗi nhà một chậu hoa",
    "Tóm tắt": "Bà con trồng hoa # trước nhà.",
    "Hình thức": "tap-the",
    "Lĩnh vực": "do-thi-van-minh",
    "Đơn vị thực hiện": "*Tổ dân phố 5",
    "Tỉnh, thành phố": "Đồng Tháp",
    "Nhan đề": "“Hẻm xanh” ở phường",
    "Cơ quan": "Báo Đồng Tháp",
}
PLAN_ANSWERS = {
    "Tên": "Kế hoạch “Dân vận khéo” năm 2026",
    "Cơ quan ban hành": "Ban Thường vụ Tỉnh ủy Đồng Tháp",
    "Cấp": "tinh",
    "Tỉnh, thành phố": "Đồng Tháp",
    "Nhan đề": "Kế hoạch",
    "Cơ quan": "Tỉnh ủy Đồng Tháp",
    "Từ năm": "2026",
}


@pytest.mark.parametrize(
    ("kind", "answers", "file", "count"),
    [
        ("model", MODEL_ANSWERS, "models/hem-xanh-moi-nha-mot-chau-hoa.md", "3 mô hình, 1 kế"),
        ("plan", PLAN_ANSWERS, "plans/ke-hoach-dan-van-kheo-nam-2026.md", "2 mô hình, 2 kế"),
    ],
)
def test_a_new_entry_is_asked_for_and_sound(
    province: Province, dvk: Dvk, kind: str, answers: dict[str, str], file: str, count: str
) -> None:
    """The questions are asked in Vietnamese, one for each answer, and the file they make passes."""
    ended = dvk("new", kind, typed="".join(f"{answer}\n" for answer in answers.values()))

    assert ended.code == 0, ended.said
    asked = [ended.out.find(question) for question in answers]
    assert -1 not in asked
    assert not ENGLISH.search(ended.said.replace(str(province.root), ""))
    made = province.root / "content" / file
    assert str(made) in ended.out
    text = made.read_text("utf-8")
    assert all(answer in text for answer in answers.values())
    checked = dvk("check")
    assert checked.code == 0, checked.out
    assert f"Không có lỗi: {count}" in checked.out
    assert dvk("build").code == 0


def test_a_wrong_choice_is_asked_again(province: Province, dvk: Dvk) -> None:
    """An answer that is not among the choices is asked for again, with the nearest one named."""
    answers = [*MODEL_ANSWERS.values()]
    answers.insert(2, "tập thể nhé")
    ended = dvk("new", "model", typed="".join(f"{answer}\n" for answer in answers))

    assert ended.code == 0, ended.said
    assert "Chọn một trong: tap-the, ca-nhan." in ended.out
    assert dvk("check").code == 0


@pytest.mark.parametrize("answer", ["Tập thể", "tap the", "TAP-THE"])
def test_a_choice_may_be_written_as_it_is_said(province: Province, dvk: Dvk, answer: str) -> None:
    """Marks, capitals and blanks make no difference to a choice."""
    answers = [*MODEL_ANSWERS.values()]
    answers[2] = answer
    ended = dvk("new", "model", typed="".join(f"{answer}\n" for answer in answers))

    assert ended.code == 0, ended.said
    assert "Chọn một trong" not in ended.out
    made = province.root / "content/models/hem-xanh-moi-nha-mot-chau-hoa.md"
    assert "\nhinh_thuc: tap-the\n" in made.read_text("utf-8")


@pytest.mark.parametrize("name", ["Đường hoa", "Hẻm sạch", "!!!"])
def test_a_taken_name_is_refused(province: Province, dvk: Dvk, name: str) -> None:
    """A new entry never takes the address of another, wherever it stands, nor an empty one."""
    before = sorted((province.root / "content/models").rglob("*"))
    answers = [name, *list(MODEL_ANSWERS.values())[1:]]
    ended = dvk("new", "model", typed="".join(f"{answer}\n" for answer in answers))

    assert ended.code == 1
    assert re.search(r"Lỗi: Đã có mục tên [^\n]+\n$", ended.err)
    assert sorted((province.root / "content/models").rglob("*")) == before


def test_answers_that_end_early_make_nothing(province: Province, dvk: Dvk) -> None:
    """When the answers stop (Ctrl+C, Ctrl+D) no file is made, and the command says it stopped."""
    before = sorted((province.root / "content").rglob("*"))
    ended = dvk("new", "model", typed="Tên\nTóm tắt\n")

    assert ended.code == 130
    assert "Đã dừng." in ended.err
    assert "Traceback" not in ended.said
    assert sorted((province.root / "content").rglob("*")) == before


def test_a_fault_of_the_program_is_confessed(
    province: Province, dvk: Dvk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the program is told as such, without a traceback unless one is asked for."""

    def fail(*_: object) -> None:
        raise RuntimeError("hỏng trong ruột")

    monkeypatch.setattr("generator.build.look_through", fail)
    ended = dvk("check")
    assert ended.code == 1
    assert "Lỗi của chương trình" in ended.err
    assert "hỏng trong ruột" in ended.err
    assert "Traceback" not in ended.err
    monkeypatch.setenv("DVK_DEBUG", "1")
    assert "Traceback" in dvk("check").err


def test_a_build_says_what_it_built(province: Province, dvk: Dvk) -> None:
    """The last line of a build counts models, plans and files as they are on the disk."""
    ended = dvk("build")
    match = re.fullmatch(
        r"Đã dựng 2 mô hình, 1 kế hoạch, (\d+) tệp vào site/ trong \d+,\d giây\.\n", ended.said
    )
    assert match
    ours = [f for f in province.site.rglob("*") if f.is_file() and f.name != ".dvk-site"]
    assert 0 < int(match[1]) <= len(ours)

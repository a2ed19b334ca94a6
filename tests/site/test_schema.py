"""What tools know of the keys agrees with the check, and with the files that are committed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.adapters.content_folder import ENTRY_FOLDERS, FOLDERS
from generator.check import check
from generator.core.entries import EntryKind
from generator.doors.editor_settings import SCHEMAS
from generator.doors.json_schema import json_schema
from tests.site.conftest import Dvk
from tests.site.provinces import ROOT, Province
from tests.site.test_broken_entries import CASES, told_by
from tests.site.worlds import make_world

SEEN_BY_A_SCHEMA = {
    *("unknown-key", "missing-key", "wrong-type", "too-long", "too-few", "too-many"),
    *("unknown-term", "not-a-year", "not-a-date", "not-a-number", "not-true-false"),
    *("bad-slug-reference", "bad-url", "bad-email", "bad-phone", "bad-image-path"),
    *("empty-value", "person-without-basis"),
}
"""Faults of form: an entry that has one breaks the schema."""


class Yaml12(yaml.SafeLoader):
    """YAML as editors' tools read it: by the core schema of YAML 1.2, with numbers and truths."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML declares it


for _tag, _form in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?",
}.items():
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_form})$"), None)
Yaml12.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(str(node.value)))


def read(path: str, text: str) -> Any:
    """The data of an entry as an editor's tool sees it. Raises ``yaml.YAMLError``."""
    head = text.split("\n---", 1)[0].removeprefix("---") if path.endswith(".md") else text
    return yaml.load(head, Loader=Yaml12)  # noqa: S506 - a SafeLoader


def validators(schema_folder: Path) -> dict[str, Draft202012Validator]:
    """By folder of entries, the validator with the schema drawn for it."""
    return {
        ENTRY_FOLDERS[kind]: Draft202012Validator(json.loads((schema_folder / path).read_text()))
        for kind, path in SCHEMAS.items()
    }


def entries(content: Path) -> Iterator[tuple[str, str, Path]]:
    for folder in ENTRY_FOLDERS.values():
        for path in sorted((content / folder).rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield folder, f"content/{path.relative_to(content).as_posix()}", path


@pytest.fixture(scope="module")
def small_schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Draft202012Validator]:
    """The schemas with the vocabulary of the tiny worlds."""
    content = make_world(tmp_path_factory.mktemp("world"))
    terms = check(content, date(2026, 11, 20)).catalogue.vocabulary
    return {
        folder: Draft202012Validator(json_schema(kind, terms))
        for kind, folder in ENTRY_FOLDERS.items()
    }


def test_every_entry_of_the_collection_has_the_form() -> None:
    """An independent validator finds no fault in the declaration of any real entry."""
    schemas = validators(ROOT)
    found = {
        name: [error.message for error in schemas[folder].iter_errors(read(name, text))]
        for folder, name, path in entries(ROOT / "content")
        for text in [path.read_text("utf-8")]
    }
    assert len(found) >= 99
    assert {name: errors for name, errors in found.items() if errors} == {}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_fault_of_form_breaks_the_schema_and_nothing_else_does(
    case: Path, tmp_path: Path, small_schemas: dict[str, Draft202012Validator]
) -> None:
    """Of broken entries the schema refuses those of wrong form, and passes every sound one."""
    files, _ = told_by(case)
    content = make_world(tmp_path, files)
    codes: dict[str, set[str]] = {}
    for each in check(content, date(2026, 11, 20)).problems:
        codes.setdefault(each.place.path, set()).add(each.code)
    for folder, name, path in entries(content):
        try:
            data = read(name, path.read_text("utf-8-sig"))
        except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
            continue
        is_valid = small_schemas[folder].is_valid(data)
        told = codes.get(name, set())
        assert is_valid or told, f"{name} is refused without a fault"
        assert not (is_valid and told & SEEN_BY_A_SCHEMA), f"{name} passes with {told}"


def test_enough_broken_entries_break_the_schema(
    tmp_path: Path, small_schemas: dict[str, Draft202012Validator]
) -> None:
    """The comparison above is not empty: many broken files can be read and are refused."""
    refused = 0
    for number, case in enumerate(CASES):
        files, _ = told_by(case)
        for folder, name, path in entries(make_world(tmp_path / str(number), files)):
            try:
                data = read(name, path.read_text("utf-8-sig"))
            except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
                continue
            refused += not small_schemas[folder].is_valid(data)
    assert refused >= 25


def test_what_is_committed_is_what_the_fields_say(dvk: Dvk) -> None:
    """No drawn file of the repository has drifted from the field definitions."""
    ended = dvk("schema", "--check", "-f", str(ROOT / "mkdocs.yml"))
    assert (ended.code, ended.said) == (0, "Mọi tệp đã khớp với định nghĩa các khóa.\n")


def with_guide(province: Province) -> Province:
    """A province that has the editors' guide, as every copy of the repository has."""
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (province.root / "CONTRIBUTING.md").write_text(guide, "utf-8")
    return province


def test_one_command_draws_every_file(province: Province, dvk: Dvk) -> None:
    """What is missing is written and named; a second run has nothing to do."""
    with_guide(province)
    first = dvk("schema")
    drawn = [
        *SCHEMAS.values(),
        ".vscode/settings.json",
        ".vscode/extensions.json",
        ".github/ISSUE_TEMPLATE/gop-mo-hinh.yml",
        ".gitlab/issue_templates/gop-mo-hinh.md",
        "templates/bieu-mau-dang-ky.xlsx",
        "templates/bieu-mau-dang-ky.docx",
    ]
    assert first.code == 0
    assert all(f"Đã ghi {path}.\n" in first.out for path in drawn)
    assert all((province.root / path).is_file() for path in drawn)
    assert dvk("schema").said == "Mọi tệp đã khớp với định nghĩa các khóa.\n"


@pytest.mark.parametrize(
    "path",
    [
        "schema/mo-hinh.schema.json",
        ".vscode/settings.json",
        ".github/ISSUE_TEMPLATE/gop-mo-hinh.yml",
        ".gitlab/issue_templates/gop-mo-hinh.md",
        "CONTRIBUTING.md",
    ],
)
def test_a_file_that_drifts_is_named(province: Province, dvk: Dvk, path: str) -> None:
    """A drawn file changed by hand fails the check by name, and is not touched by it."""
    with_guide(province)
    dvk("schema")
    file = province.root / path
    text = file.read_text("utf-8")
    file.write_text(text.replace("200 ký tự", "400 ký tự").replace('"utf8"', '"utf16"'), "utf-8")
    assert file.read_text("utf-8") != text
    changed = file.read_bytes()
    ended = dvk("schema", "--check")
    assert (ended.code, ended.err) == (1, "")
    assert ended.out == f"{path}: không khớp với định nghĩa các khóa. Hãy chạy: dvk schema\n"
    assert file.read_bytes() == changed
    dvk("schema")
    assert file.read_text("utf-8") == text


def test_a_new_term_reaches_every_file_that_lists_terms(province: Province, dvk: Dvk) -> None:
    """A term that editors add drifts the schemas, the forms and the guide, and no other file."""
    with_guide(province)
    dvk("schema")
    terms = province.root / "content/vocabulary/linh-vuc.yml"
    row = "  - ma: chuyen-doi-so\n    ten: Chuyển đổi số\n"
    terms.write_text(terms.read_text("utf-8") + row, "utf-8")
    told = dvk("schema", "--check").out
    assert re.findall(r"(?m)^(\S+): ", told) == [
        *SCHEMAS.values(),
        ".github/ISSUE_TEMPLATE/gop-mo-hinh.yml",
        ".gitlab/issue_templates/gop-mo-hinh.md",
        "CONTRIBUTING.md",
    ]


def test_a_blank_form_that_drifts_is_named(province: Province, dvk: Dvk) -> None:
    """A blank form with another content is named; one that is only packed otherwise is the same."""
    with_guide(province)
    dvk("schema")
    form = province.root / "templates/bieu-mau-dang-ky.xlsx"
    drawn = form.read_bytes()
    with ZipFile(form) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with ZipFile(form, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert form.read_bytes() != drawn
    assert dvk("schema", "--check").code == 0
    form.write_bytes(b"PK")
    ended = dvk("schema", "--check")
    assert ended.code == 1
    assert ended.out.startswith("templates/bieu-mau-dang-ky.xlsx: ")


def test_line_ends_of_windows_are_no_drift(province: Province, dvk: Dvk) -> None:
    """A copy whose lines end as Windows ends them says the same."""
    with_guide(province)
    dvk("schema")
    for path in ("CONTRIBUTING.md", "schema/mo-hinh.schema.json"):
        file = province.root / path
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert dvk("schema", "--check").code == 0


def test_a_guide_without_its_marks_is_told(province: Province, dvk: Dvk) -> None:
    """Where a table has no place in the guide, that is said, and nothing is written."""
    (province.root / "CONTRIBUTING.md").write_text("# Góp\n", "utf-8")
    ended = dvk("schema")
    assert ended.code == 1
    assert ended.err == (
        "Lỗi: CONTRIBUTING.md thiếu dòng “<!-- bảng khóa mo-hinh -->” để đặt bảng khóa.\n"
    )
    assert not (province.root / "schema").exists()


def test_a_faulty_vocabulary_is_mended_first(province: Province, dvk: Dvk) -> None:
    """Lists with an error are told as the check tells them, and draw nothing."""
    with_guide(province)
    province.edit("content/vocabulary/linh-vuc.yml", "ma: kinh-te", "ma: Kinh Tế")
    ended = dvk("schema")
    assert ended.code == 1
    assert "content/vocabulary/linh-vuc.yml:" in ended.err
    assert not (province.root / "schema").exists()


def test_the_editor_s_settings_point_at_what_is_there() -> None:
    """VS Code is led to the schemas that exist, for the folders and endings that are read."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    kinds: dict[str, EntryKind] = {f"./{path}": kind for kind, path in SCHEMAS.items()}
    assert set(settings["yaml.schemas"]) == set(kinds)
    for path, globs in settings["yaml.schemas"].items():
        folder = ENTRY_FOLDERS[kinds[path]]
        assert globs == [f"content/{folder}/**/*.yml"]
        assert ".yml" in FOLDERS[folder]
        assert (ROOT / path).is_file()
    assert settings["files.encoding"] == "utf8"
    assert settings["files.eol"] == "\n"
    assert settings["yaml.schemaStore.enable"] is False

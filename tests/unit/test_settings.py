"""The settings of a province: read from MkDocs' own file, checked, and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from generator.settings import Settings, SettingsError, load

ROOT = Path(__file__).parents[2]
LEAST = "site_name: Kho\nsite_url: https://kho.example/\n"


def settings(folder: Path, text: str) -> Settings:
    """The settings in a file that holds this text."""
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return load(folder / "mkdocs.yml")


def test_the_repositorys_own_settings_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file in the repository gives folders, name, owner and page size."""
    monkeypatch.delenv("SITE_URL", raising=False)
    found = load(ROOT / "mkdocs.yml")

    assert (found.site_name, found.page_size) == ("Dân vận khéo", 24)
    assert found.owner == "Ban Tuyên giáo và Dân vận"
    assert found.site_url.startswith("https://")
    assert found.content_dir == ROOT / "content"
    assert found.site_dir == ROOT / "site"
    assert found.theme_dir == ROOT / "theme"
    assert found.fonts_dir == ROOT / "build/fonts"
    assert found.root == ROOT


def test_what_is_not_set_has_a_sensible_value(tmp_path: Path) -> None:
    """A file with name and address only is enough."""
    found = settings(tmp_path, LEAST)

    assert found.content_dir == tmp_path / "content"
    assert (found.page_size, found.repo_url, found.report_url) == (24, "", "")
    assert found.owner
    assert settings(tmp_path, LEAST + "extra:\n  dvk:\n    owner: ''\n").owner == found.owner
    assert settings(tmp_path, LEAST + "extra:\n").page_size == 24


def test_folders_may_be_given_by_hand(tmp_path: Path) -> None:
    """Content and site named on the command line win over the file."""
    (tmp_path / "mkdocs.yml").write_text(LEAST + "docs_dir: bai/trang\nsite_dir: ra\n", "utf-8")
    by_file = load(tmp_path / "mkdocs.yml")
    by_hand = load(tmp_path / "mkdocs.yml", tmp_path / "khac", tmp_path / "noi-khac")

    assert (by_file.content_dir, by_file.site_dir) == (tmp_path / "bai", tmp_path / "ra")
    assert (by_hand.content_dir, by_hand.site_dir) == (tmp_path / "khac", tmp_path / "noi-khac")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://kho.example", "https://kho.example/"),
        ("https://kho.example/dvk", "https://kho.example/dvk/"),
        ("http://kho.example/dvk/", "http://kho.example/dvk/"),
        ("!ENV [DVK_A, 'https://a.example/']", "https://a.example/"),
        ("!ENV [DVK_A, DVK_B, 'https://a.example/']", "https://b.example/"),
        ("!ENV DVK_B", "https://b.example/"),
        ("!ENV [DVK_B]", "https://b.example/"),
    ],
)
def test_the_address_is_whole_and_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, address: str
) -> None:
    """The address always ends in a slash; ``!ENV`` is read as MkDocs reads it."""
    monkeypatch.delenv("DVK_A", raising=False)
    monkeypatch.setenv("DVK_B", "https://b.example")

    assert settings(tmp_path, f"site_name: Kho\nsite_url: {written}\n").site_url == address


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("site_name: Kho\n", "mkdocs.yml: site_url: còn thiếu."),
        ("site_url: https://kho.example/\n", "mkdocs.yml: site_name: còn thiếu."),
        (
            LEAST.replace("https://", ""),
            "mkdocs.yml: site_url: phải bắt đầu bằng https:// hoặc http://.",
        ),
        (
            LEAST.replace("https", "ftp"),
            "mkdocs.yml: site_url: phải bắt đầu bằng https:// hoặc http://",
        ),
        (LEAST + "extra: {dvk: {page_sise: 3}}\n", "mkdocs.yml: page_sise: không có khóa này."),
        (LEAST + "extra: {dvk: {page_size: 0}}\n", "mkdocs.yml: page_size: phải từ 1 đến 500."),
        (LEAST + "extra: {dvk: {page_size: nhiều}}\n", "page_size: phải là số nguyên."),
        (LEAST + "extra: {dvk: {site_name: x}}\n", "mkdocs.yml: site_name: không có khóa này."),
        (LEAST + "extra: {dvk: [x]}\n", "extra.dvk phải gồm các dòng “khóa: giá trị”."),
        ("site_name: [\n", "mkdocs.yml sai cú pháp ở dòng 2, cột 1."),
        ("- x\n", "mkdocs.yml phải gồm các dòng “khóa: giá trị”."),
        ("", "mkdocs.yml phải gồm các dòng “khóa: giá trị”."),
    ],
)
def test_settings_that_cannot_be_used_say_why(tmp_path: Path, text: str, told: str) -> None:
    """A missing, unknown or unusable setting is told by its key, in Vietnamese."""
    with pytest.raises(SettingsError) as error:
        settings(tmp_path, text)

    assert told in str(error.value)
    for english in ("Input", "error", "unexpected", "should", "valid", "expected", "line"):
        assert english not in str(error.value)


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    """A file that is not there, or not text, is told in Vietnamese."""
    with pytest.raises(SettingsError, match=r"Không đọc được .*mkdocs\.yml: không có tệp"):
        load(tmp_path / "mkdocs.yml")
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff\n")
    with pytest.raises(SettingsError, match=r"mkdocs\.yml không phải tệp chữ UTF-8"):
        load(tmp_path / "mkdocs.yml")


def test_tags_meant_for_mkdocs_alone_are_passed_over(tmp_path: Path) -> None:
    """Python tags that MkDocs allows are neither run nor refused."""
    text = LEAST + "markdown_extensions:\n  - x: !!python/object/apply:os.system ['false']\n"

    assert settings(tmp_path, text).site_name == "Kho"


def test_settings_never_change(tmp_path: Path) -> None:
    """Nothing in the program can set a setting."""
    with pytest.raises(ValidationError):
        settings(tmp_path, LEAST).page_size = 3  # type: ignore[misc]

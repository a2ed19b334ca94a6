"""The guides lead where they say, and tell the duties that the check enforces."""

import re
from pathlib import Path

import pytest

from generator.commands.issues import import_issue
from generator.core.sentences import SENTENCES
from tests.site.test_broken_entries import CASES, told_by

ROOT = Path(__file__).parents[1]
GUIDES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("theme/*.md"))
    if path.is_file()
)
TAKEDOWN = ROOT / "docs" / "go-bo-thong-tin.md"
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def anchors(text: str) -> set[str]:
    """The anchors that GitHub gives the headings of a text."""
    plain = re.sub(r"(?s)```.*?```", "", text)
    titles = (re.sub(r"[`*]", "", each) for each in re.findall(r"(?m)^#{1,6} (.+)$", plain))
    return {re.sub(r"[^\w\- ]", "", each.strip().lower()).replace(" ", "-") for each in titles}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_links_between_guides_lead_somewhere(guide: Path) -> None:
    """Every relative link of a guide names a file that is there and a heading that it has."""
    text = re.sub(r"(?s)```.*?```|`[^`\n]*`", "", guide.read_text("utf-8"))
    lost = []
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (guide.parent / name) if name else guide
        if not file.exists() or (anchor and anchor not in anchors(file.read_text("utf-8"))):
            lost.append(target)
    assert lost == []


def test_the_takedown_guide_is_found_by_editors_and_readers() -> None:
    """The editors' guide links to it, the page on privacy and the open issue form name it."""
    assert "(docs/go-bo-thong-tin.md)" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for path in ("content/pages/rieng-tu.md", ".github/ISSUE_TEMPLATE/config.yml"):
        assert "docs/go-bo-thong-tin.md" in (ROOT / path).read_text("utf-8")


@pytest.mark.parametrize(
    "word",
    [
        *("02 ngày làm việc", "356/2025/NĐ-CP", "91/2025/QH15"),
        *("ten_cu", "nguoi_trong_anh", "git filter-repo", "--force --mirror", "fork"),
        *("Google", "artifact", "content/images/", "bộ nhớ đệm"),
    ],
)
def test_the_takedown_guide_leaves_nothing_out(word: str) -> None:
    """The guide tells the term of the law, every place to look, and how history is rewritten."""
    assert word in TAKEDOWN.read_text("utf-8")


def test_the_page_promises_the_term_of_the_law() -> None:
    """Readers are told the same term that the guide gives to whoever must keep it."""
    assert "02 ngày làm việc" in (ROOT / "content/pages/rieng-tu.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("person-without-basis", "hinh_thuc"),
        ("missing-key", "nguoi_trong_anh"),
        ("unknown-term", "nguoi_trong_anh"),
        ("unknown-term", "co_so_dang"),
        ("personal-phone", "số điện thoại"),
        ("personal-id", "giấy tờ"),
        ("personal-address", "số nhà"),
        ("personal-birth", "ngày sinh"),
        ("personal-plate", "biển số"),
    ],
)
def test_what_the_guide_says_is_blocked_is_blocked(code: str, word: str) -> None:
    """Each thing the guide calls an error is one, and a broken entry proves it."""
    golden = [line for case in CASES for line in told_by(case)[1]]
    told = [line for line in golden if f" error [{code}] " in line]
    assert SENTENCES[code].severity == "error"
    assert any(word in line or code == "person-without-basis" for line in told)


def test_both_services_ask_proposers_the_same() -> None:
    """The templates for proposals on GitHub and GitLab are one text."""
    github = (ROOT / ".github/pull_request_template.md").read_text("utf-8")
    gitlab = (ROOT / ".gitlab/merge_request_templates/Default.md").read_text("utf-8")
    assert github == gitlab
    assert "`content/`" in github


def test_the_labels_that_start_something_are_told() -> None:
    """Whoever keeps a repository reads which labels the workflows wait for."""
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    workflows = "".join(path.read_text("utf-8") for path in ROOT.glob(".github/workflows/*.yml"))
    labels = set(re.findall(r"(?:label\.name == |labels\.\*\.name, )'([\w-]+)'", workflows))
    assert labels == {"duyet", "ma-nguon"}
    assert [each for each in labels if f"`{each}`" not in guide] == []
    assert f"dvk {import_issue.name}" in guide

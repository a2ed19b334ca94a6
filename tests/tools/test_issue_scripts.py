"""An issue becomes a pull request without anything in it ever being obeyed."""

import base64
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.worlds import make_world
from tests.tools.test_change_scope import git
from tests.unit.doors.test_issue_answers import issue

TOOLS = Path(__file__).parents[2] / "tools"
DVK = Path(sys.executable).with_name("dvk")
SETTINGS = "site_name: Dân vận khéo\nsite_url: https://dvk.example/\ndocs_dir: content/pages\n"
WHOLE = {
    "ten": "Hẻm xanh",
    "tom_tat": "Người dân trồng hoa dọc hẻm.",
    "hinh_thuc": "Tập thể",
    "linh_vuc": "Đô thị văn minh",
    "don_vi": "Khu phố 2",
    "dia_ban__tinh": "Lâm Đồng",
    "nguon__tieu_de": "Hẻm xanh",
    "nguon__co_quan": "Báo Lâm Đồng",
}
HOSTILE = "$(touch hong) `touch hong` '; touch hong #\n::set-output name=slug::x\nslug=khac"
GH = """#!/bin/sh
printf '%s\\n' "$*" >>"$GH_LOG/calls"
for each in "$@"; do
    case "$each" in
    content=@*) cat "${each#content=@}" >"$GH_LOG/content" ;;
    /*.md) cat "$each" >"$GH_LOG/body" ;;
    esac
done
case "$*" in
*/permission*) echo "$GH_PERMISSION" ;;
*git/ref/heads/main*) echo 0123456789abcdef ;;
*git/ref/heads/gop-y/*) [ "$GH_BRANCH" = there ] ;;
esac
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A small collection under git, sound; Git passes over what it passes over here."""
    root = tmp_path / "kho"
    root.mkdir()
    make_world(root)
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    shutil.copy(TOOLS.parent / ".gitignore", root)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=start")
    return root


def read(root: Path, body: str) -> tuple[int, dict[str, str]]:
    """The exit status of the reading script for an issue, and the outputs of its step."""
    event = root.parent / "event.json"
    event.write_text(json.dumps({"issue": {"number": 7, "body": body}}), "utf-8")
    output = root.parent / "output"
    output.write_text("")
    environment = {"PATH": "/usr/bin:/bin", "DVK": str(DVK), "HOME": str(root.parent)}
    command = ["sh", str(TOOLS / "read_issue.sh"), str(event), str(output)]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
    lines = output.read_text("utf-8").splitlines()
    return done.returncode, dict(line.split("=", 1) for line in lines)


def opened(text: str) -> str:
    return base64.b64decode(text, validate=True).decode("utf-8")


def propose(
    folder: Path, permission: str = "write", branch: str = "", **told: str
) -> tuple[int, list[str]]:
    """The exit status of the proposing script, and what it asked of a stand-in for gh."""
    log = folder / "log"
    log.mkdir()
    (log / "gh").write_text(GH, "utf-8")
    (log / "gh").chmod(0o755)
    environment = {
        "PATH": f"{log}:/usr/bin:/bin",
        "GH_LOG": str(log),
        "GH_PERMISSION": permission,
        "GH_BRANCH": branch,
        "REPOSITORY": "kho/dan-van-kheo",
        "BASE": "main",
        "ISSUE": "7",
        "ACTOR": "bien-tap",
        **told,
    }
    command = ["sh", str(TOOLS / "propose_entry.sh")]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    calls = log / "calls"
    return done.returncode, calls.read_text("utf-8").splitlines() if calls.exists() else []


def packed(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def test_a_whole_issue_is_handed_on_as_an_entry(repository: Path) -> None:
    """The outputs are the slug and the entry's text; nothing is reported."""
    status, outputs = read(repository, issue(**WHOLE))
    assert (status, set(outputs)) == (0, {"slug", "entry"})
    assert outputs["slug"] == "hem-xanh"
    assert opened(outputs["entry"]).startswith("---\nten: Hẻm xanh\n")


def test_a_faulty_issue_is_handed_on_as_a_report(repository: Path) -> None:
    """What is wrong is handed on in Vietnamese under the questions; no entry is."""
    status, outputs = read(repository, issue(**WHOLE | {"dia_ban__tinh": "Lâm Đồngg"}))
    assert (status, set(outputs)) == (0, {"report"})
    assert "Địa bàn – tỉnh, thành phố: " in opened(outputs["report"])


def test_nothing_in_an_issue_is_run_or_becomes_an_output(repository: Path) -> None:
    """Shell, workflow commands and output lines in every answer stay text."""
    names = ("ten", "tom_tat", "don_vi", "nguon__tieu_de", "nguon__co_quan")
    status, outputs = read(repository, issue(**WHOLE | dict.fromkeys(names, HOSTILE)))
    assert status == 0
    assert outputs["slug"].startswith("touch-hong-touch-hong")
    assert set(outputs) <= {"slug", "entry", "report"}
    assert "$(touch hong) `touch hong`" in opened(outputs["entry"])
    assert list(repository.parent.rglob("hong")) == []


def test_a_title_that_climbs_stays_in_its_folder(repository: Path) -> None:
    """A title made as a path becomes a plain name in content/models."""
    status, outputs = read(
        repository, issue(**WHOLE | {"ten": "../../.github/workflows/check.yml"})
    )
    assert (status, outputs["slug"]) == (0, "github-workflows-check-yml")
    written = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=repository, capture_output=True, check=True
    )
    assert written.stdout == b"?? content/models/github-workflows-check-yml.md\n"


def test_an_existing_entry_is_not_touched(repository: Path) -> None:
    """An issue that bears the name of an entry is answered, and the entry stays as it was."""
    before = (repository / "content/models/tieng-keng-an-ninh.md").read_bytes()
    status, outputs = read(repository, issue(**WHOLE | {"ten": "Tiếng kẻng an ninh"}))
    assert (status, set(outputs)) == (0, {"report"})
    assert "đã có mục" in opened(outputs["report"])
    assert (repository / "content/models/tieng-keng-an-ninh.md").read_bytes() == before


def test_an_entry_is_proposed_in_one_new_file_on_its_own_branch(tmp_path: Path) -> None:
    """One branch, one file below content/models, one pull request that closes the issue."""
    entry = packed("---\nten: Hẻm xanh\n---\n")
    status, calls = propose(tmp_path, SLUG="hem-xanh", ENTRY=entry, REPORT="")
    writing = [call for call in calls if "POST" in call or "PUT" in call or " create " in call]
    assert status == 0
    assert len(writing) == 3
    assert "ref=refs/heads/gop-y/7 -f sha=0123456789abcdef" in writing[0]
    assert "repos/kho/dan-van-kheo/contents/content/models/hem-xanh.md" in writing[1]
    assert "-f branch=gop-y/7" in writing[1]
    assert writing[2].startswith("pr create --repo kho/dan-van-kheo --base main --head gop-y/7")
    assert (tmp_path / "log/content").read_text() == entry
    assert "Closes #7" in (tmp_path / "log/body").read_text("utf-8")


def test_doubts_stand_in_the_proposal(tmp_path: Path) -> None:
    """What the check only warns of is told to the reviewer."""
    told = {"SLUG": "a", "ENTRY": packed("x"), "REPORT": packed("nên xem lại $(id)")}
    assert propose(tmp_path, **told)[0] == 0
    assert (tmp_path / "log/body").read_text("utf-8").endswith("\nnên xem lại $(id)")


def test_a_faulty_issue_is_answered_there(tmp_path: Path) -> None:
    """Without an entry the report becomes a comment, and nothing else is written."""
    status, calls = propose(tmp_path, SLUG="", ENTRY="", REPORT=packed("Chưa nhận được."))
    assert status == 0
    assert len(calls) == 2
    assert calls[1].startswith("issue comment 7 --repo kho/dan-van-kheo --body-file ")
    assert (tmp_path / "log/body").read_text("utf-8") == "Chưa nhận được."


def test_an_issue_that_was_proposed_already_is_left_alone(tmp_path: Path) -> None:
    """Where the branch is there, perhaps mended by hand, it is not written over."""
    status, calls = propose(tmp_path, branch="there", SLUG="a", ENTRY=packed("x"), REPORT="")
    assert status == 0
    assert [call for call in calls if "POST" in call or "PUT" in call or " create " in call] == []
    assert calls[-1].startswith("issue comment 7 ")


@pytest.mark.parametrize(
    ("permission", "told"),
    [
        ("read", {}),
        ("none", {}),
        ("", {}),
        ("write", {"ISSUE": "7; id"}),
        ("write", {"ISSUE": ""}),
        ("write", {"SLUG": "../a"}),
        ("write", {"SLUG": "a b"}),
        ("write", {"SLUG": ""}),
        ("write", {"SLUG": "a\n"}),
    ],
)
def test_what_is_not_as_expected_is_refused(
    tmp_path: Path, permission: str, told: dict[str, str]
) -> None:
    """Without the right to write, or with a strange number or name, nothing is written at all."""
    whole = {"SLUG": "a", "ENTRY": packed("x"), "REPORT": ""}
    status, calls = propose(tmp_path, permission, **whole | told)
    assert status == 1
    assert [call for call in calls if "/permission" not in call] == []

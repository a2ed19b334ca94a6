"""What becomes of a proposal that changes content, code or both."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "change_scope.sh"
ONLY_CONTENT = "Chỉ sửa nội dung"
NO_CONTENT = "Không sửa nội dung"
REFUSED = "Hãy gửi phần ngoài content/ thành một đề nghị khác"
ALLOWED = "người quản lý kho đã cho phép"


def git(folder: Path, *arguments: str) -> None:
    """Run git as nobody in particular, whatever the machine's own settings."""
    names = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def scope(folder: Path, files: list[str], allowed: bool, **environment: str) -> tuple[int, str]:
    """The script's exit status and words for a proposal that adds these files.

    ``old -> new`` moves a file that was there before.
    """
    git(folder, "init", "--quiet", "--initial-branch=main")
    for name in (each.partition(" -> ") for each in files):
        if name[2]:
            (folder / name[0]).parent.mkdir(parents=True, exist_ok=True)
            (folder / name[0]).write_text("x\n" * 50, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=start")
    git(folder, "checkout", "--quiet", "-b", "proposal")
    for old, _, new in (each.partition(" -> ") for each in files):
        (folder / (new or old)).parent.mkdir(parents=True, exist_ok=True)
        if new:
            (folder / old).rename(folder / new)
        else:
            (folder / old).write_text("y\n", "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=proposal")
    told = {"PATH": "/usr/bin:/bin", "ALLOW_BOTH": str(allowed).lower(), **environment}
    command = ["sh", str(SCRIPT), "main", "proposal"]
    answer = subprocess.run(command, cwd=folder, env=told, capture_output=True, check=False)
    return answer.returncode, answer.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("files", "allowed", "status", "words"),
    [
        (["content/models/đường-hoa.md"], False, 0, ONLY_CONTENT),
        (["content/a.md", "generator/b.py"], False, 1, REFUSED),
        (["content/a.md", "generator/b.py"], True, 0, ALLOWED),
        (["content/a.md", ".github/workflows/b.yml"], False, 1, REFUSED),
        (["generator/b.py"], False, 0, NO_CONTENT),
        (["contents/a.md"], False, 0, NO_CONTENT),
        (["content/a.md", "contents/a.md"], False, 1, REFUSED),
        (["generator/b.py -> content/models/b.md"], False, 1, REFUSED),
    ],
)
def test_scope_of_a_proposal(
    tmp_path: Path, files: list[str], allowed: bool, status: int, words: str
) -> None:
    """Content and anything else together are refused, unless a maintainer allowed it."""
    found, said = scope(tmp_path, files, allowed)
    assert (found, words in said) == (status, True)


def test_the_log_of_github_gets_one_annotation_and_no_command(tmp_path: Path) -> None:
    """The refusal is an annotation; a file's name cannot pass for a command of the log."""
    files = ["content/a.md", "::error title=x::y"]
    status, said = scope(tmp_path, files, False, GITHUB_ACTIONS="true")
    lines = said.splitlines()
    assert status == 1
    assert lines[0].startswith("::error title=Phạm vi thay đổi::")
    assert [line for line in lines[1:] if line.lstrip().startswith("::")] == []
    assert any("title=x" in line for line in lines[1:])

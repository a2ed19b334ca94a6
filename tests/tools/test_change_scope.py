"""What a reviewer is told about a proposal that changes content, code or both."""

import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "change_scope.sh"
ONLY_CONTENT = "Chỉ sửa nội dung"
MIXED = "sửa cả nội dung lẫn mã nguồn"
REFUSED = "mang nhãn nội dung nhưng sửa cả tệp ngoài"


def git(folder: Path, *arguments: str) -> None:
    """Run git as nobody in particular, whatever the machine's own settings."""
    names = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def scope(folder: Path, files: list[str], content_only: bool) -> tuple[int, str]:
    """The script's exit status and words for a proposal that adds these files."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=start")
    git(folder, "checkout", "--quiet", "-b", "proposal")
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x\n", "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=proposal")
    environment = {"PATH": "/usr/bin:/bin", "CONTENT_ONLY": str(content_only).lower()}
    command = ["sh", str(SCRIPT), "main", "proposal"]
    answer = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    return answer.returncode, answer.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("files", "content_only", "status", "words"),
    [
        (["content/models/đường-hoa.md"], True, 0, ONLY_CONTENT),
        (["content/a.md", "generator/b.py"], False, 0, MIXED),
        (["content/a.md", "generator/b.py"], True, 1, REFUSED),
        (["generator/b.py"], False, 0, "Không sửa nội dung"),
        (["contents/a.md"], True, 1, REFUSED),
    ],
)
def test_scope_of_a_proposal(
    tmp_path: Path, files: list[str], content_only: bool, status: int, words: str
) -> None:
    """Mixing is a remark; it is refused only where the proposal calls itself content."""
    found, said = scope(tmp_path, files, content_only)
    assert (found, words in said) == (status, True)

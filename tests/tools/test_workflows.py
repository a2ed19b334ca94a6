"""What runs on a stranger's proposal or issue may do no more than it must."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"
WRITING = {
    "publish.yml": {"deploy"},
    "issue-to-pull-request.yml": {"propose"},
}
"""The jobs that may write, by workflow."""

PLAIN = re.compile(
    r"github\.(?:token|repository|actor|event\.(?:issue|pull_request)\.number"
    r"|event\.pull_request\.(?:base|head)\.sha|event\.repository\.default_branch"
    r"|event\.sender\.login)"
    r"|(?:steps|needs)\.[\w.]+\.outputs\.\w+"
    r"|contains\(github\.event\.pull_request\.labels\.\*\.name, 'ma-nguon'\)"
)
"""Values that no stranger can shape; outputs of ours are slugs and base64."""


def workflow(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((WORKFLOWS / name).read_text("utf-8"))
    return read


def names() -> list[str]:
    return sorted(path.name for path in WORKFLOWS.glob("*.yml"))


def triggers(name: str) -> dict[str, Any]:
    """YAML 1.1 takes the key ``on`` for a truth."""
    found: dict[str, Any] = workflow(name)[True]  # type: ignore[index]
    return found


def test_the_three_workflows_are_there() -> None:
    """Proposals are checked, issues turned into proposals, the main branch published."""
    assert names() == ["check.yml", "issue-to-pull-request.yml", "publish.yml"]


@pytest.mark.parametrize("name", names())
def test_only_named_jobs_may_write(name: str) -> None:
    """Every token reads only or may do nothing, but for the jobs that publish or propose."""
    told = workflow(name)
    assert told["permissions"] in ({}, {"contents": "read"})
    writing = {
        job for job, said in told["jobs"].items() if "write" in said.get("permissions", {}).values()
    }
    assert writing == WRITING.get(name, set())


@pytest.mark.parametrize("name", names())
def test_no_secret_is_used(name: str) -> None:
    """No workflow names a secret, and none runs a proposal's code with more than reading."""
    assert "secrets." not in (WORKFLOWS / name).read_text("utf-8")
    assert "pull_request_target" not in triggers(name)


@pytest.mark.parametrize("name", names())
def test_no_event_text_reaches_a_shell(name: str) -> None:
    """A script holds no expression at all; what goes into the environment has a plain form."""
    for job in workflow(name)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            for value in {**job.get("env", {}), **step.get("env", {})}.values():
                found = re.findall(r"\$\{\{\s*(.+?)\s*\}\}", str(value))
                assert [each for each in found if not PLAIN.fullmatch(each)] == []


@pytest.mark.parametrize("name", names())
def test_checkouts_leave_no_token_behind(name: str) -> None:
    """No checkout keeps the token in the folder that later steps run in."""
    steps = [step for job in workflow(name)["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if "actions/checkout" in step.get("uses", "")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_a_proposal_is_checked_with_annotations_and_a_preview() -> None:
    """A proposal is held against the check in GitHub's form, built, and kept as an artifact."""
    assert "pull_request" in triggers("check.yml")
    steps = workflow("check.yml")["jobs"]["site"]["steps"]
    said = [step.get("run", step.get("uses", "")) for step in steps]
    assert "make check FORMAT=github" in said
    assert said.index("make check FORMAT=github") < said.index("make site")
    assert any(each.startswith("actions/upload-artifact@") for each in said)


def test_a_proposal_is_held_to_the_scope_of_the_main_branch() -> None:
    """On both services the scope is judged by the script as it stands before the proposal."""
    github = workflow("check.yml")["jobs"]["scope"]["steps"][-1]
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["scope"]["script"]
    for script in (github["run"], "\n".join(gitlab)):
        assert re.search(r"git show \"\$\w+:tools/change_scope\.sh\"", script)
        assert "sh tools/" not in script
    assert "'ma-nguon'" in github["env"]["ALLOW_BOTH"]
    assert "ma-nguon" in "\n".join(gitlab)


def scope_of_code(root: Path) -> str:
    """What the step that looks for code writes of the last change in a repository."""
    (step,) = (each for each in workflow("check.yml")["jobs"]["scope"]["steps"] if "id" in each)
    output = root.parent / "output"
    told = {"BASE": "HEAD~1", "HEAD": "HEAD", "GITHUB_OUTPUT": str(output)}
    command = ["sh", "-e", "-c", step["run"]]
    subprocess.run(command, cwd=root, env={**os.environ, **told}, check=True)
    return output.read_text("utf-8")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (["content/models/a.md"], "code=false\n"),
        (["content/models/a.md", "README.md"], "code=true\n"),
        (["theme/content/a.html"], "code=true\n"),
    ],
)
def test_content_alone_waits_for_no_test_of_the_code(
    tmp_path: Path, changed: list[str], told: str
) -> None:
    """The tests of the program run on a proposal only if it touches more than the content."""
    root = tmp_path / "kho"
    for number, names in enumerate((["content/goc.md"], changed)):
        for name in names:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(f"{number}", "utf-8")
        who = ("-c", "user.name=a", "-c", "user.email=a@b.vn", "-c", "init.defaultBranch=main")
        for typed in (["init", "-q"], ["add", "-A"], [*who, "commit", "-qm", "a"]):
            subprocess.run(["git", *typed], cwd=root, check=True)
    assert scope_of_code(root) == told
    tests = workflow("check.yml")["jobs"]["tests"]
    assert (tests["needs"], tests["if"]) == ("scope", "needs.scope.outputs.code == 'true'")
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["tests"]
    assert "':(exclude)content/'" in gitlab["script"][0]
    assert gitlab["script"][-1] == ".ci/run"


def test_an_issue_is_read_only_when_a_maintainer_says_so() -> None:
    """Nothing but the label starts the reading, and the writing job waits for it."""
    told = workflow("issue-to-pull-request.yml")
    assert triggers("issue-to-pull-request.yml") == {"issues": {"types": ["labeled"]}}
    assert told["jobs"]["read"]["if"] == "github.event.label.name == 'duyet'"
    assert told["jobs"]["propose"]["needs"] == "read"
    assert {
        step["uses"].split("@")[0] for step in told["jobs"]["propose"]["steps"] if "uses" in step
    } == {"actions/checkout"}


def test_gitlab_shows_problems_at_their_lines() -> None:
    """The check's report is handed to GitLab even when it fails, and a failure stays one."""
    site = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["site"]
    report = site["artifacts"]["reports"]["codequality"]
    assert site["artifacts"]["when"] == "always"
    assert any(f"--format gitlab >{report}" in line for line in site["script"])
    assert 'exit "$failed"' in "\n".join(site["script"])
    assert site["script"][-1] == "make site"

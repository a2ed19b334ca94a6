"""The habits of the whole repository, held by machine: layers, sizes, docstrings, clean texts."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
MODULE_LINES = 250
FUNCTION_LINES = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef

MACHINE_PATH = re.compile(r"(?<![\w./:-])/(?:work|root|home/\w+|Users/\w+)(?![\w-])")
REGISTRY_HOST = re.compile(
    r"\b(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|yarnpkg\.com|jsr\.io)\b"
)


def modules(folder: str) -> Iterator[tuple[str, str, ast.Module]]:
    """Name, text and syntax tree of every Python file under a folder of the repository."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        text = path.read_text("utf-8")
        yield path.relative_to(ROOT).as_posix(), text, ast.parse(text)


def functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def repository_files() -> Iterator[tuple[str, str]]:
    """Name and text of every text file that is, or is about to be, in the repository."""
    # The folder may belong to another user, as it does in some CI containers.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    command += ["--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in sorted(set(filter(None, listing.split("\0")))):
        data = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b""
        if b"\0" not in data:
            yield name, data.decode("utf-8", "replace")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in repository_files()
        if pattern.search(text)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_layers_import_only_downwards() -> None:
    """Every import contract in pyproject.toml is kept."""
    # A process of its own: the linter reconfigures logging for everything in its process.
    code = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_says_why_it_exists() -> None:
    """Every module of the generator opens with a docstring."""
    found = [name for name, _, tree in modules("generator") if not ast.get_docstring(tree)]
    assert found == []


def test_modules_stay_readable_in_one_sitting() -> None:
    """No module of the generator is longer than 250 lines."""
    lengths = {name: len(text.splitlines()) for name, text, _ in modules("generator")}
    assert {name: length for name, length in lengths.items() if length > MODULE_LINES} == {}


def test_functions_stay_on_one_screen() -> None:
    """No function of the generator is longer than 40 lines."""
    lengths = {
        f"{name}:{function.lineno} {function.name}": (function.end_lineno or 0)
        - function.lineno
        + 1
        for name, _, tree in modules("generator")
        for function in functions(tree)
    }
    assert {place: length for place, length in lengths.items() if length > FUNCTION_LINES} == {}


def test_every_test_states_its_claim() -> None:
    """Every test has a docstring."""
    found = [
        f"{name}:{function.lineno} {function.name}"
        for name, _, tree in modules("tests")
        for function in functions(tree)
        if function.name.startswith("test_") and not ast.get_docstring(function)
    ]
    assert found == []


def test_no_file_names_a_place_on_one_machine() -> None:
    """A path that exists only on its writer's machine stands in no file."""
    assert lines_with(MACHINE_PATH) == []


def test_no_file_names_a_package_registry() -> None:
    """Locks and scripts leave it to each machine from where its packages come."""
    assert lines_with(REGISTRY_HOST) == []


def test_actions_are_pinned_to_a_commit() -> None:
    """Every action that a workflow uses is named by its full commit, which nobody can move."""
    used = [
        step["uses"]
        for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    ]
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)] == []


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("/".join(["see ", "work", "notes.md"]), MACHINE_PATH),
        ("/".join(["cd ", "root"]), MACHINE_PATH),
        ("/".join(['"', "home", "an", "site"]), MACHINE_PATH),
        (".".join(["https://registry", "npmjs", "org/x"]), REGISTRY_HOST),
        (".".join(["files", "pythonhosted", "org"]), REGISTRY_HOST),
    ],
)
def test_forbidden_texts_are_recognised(text: str, pattern: re.Pattern[str]) -> None:
    """The two patterns above do find what they are there for."""
    assert pattern.search(text)

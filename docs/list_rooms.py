"""Writes the list of modules in `architecture.md` anew from their own docstrings.

Run as `python docs/list_rooms.py` after a module was added, moved or given another purpose.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

PAGE = Path(__file__).with_name("architecture.md")
ROOT = PAGE.parents[1] / "generator"
START, END = "<!-- rooms -->\n", "<!-- /rooms -->"


def purpose(module: Path) -> str:
    """The first sentence or so of a module: its docstring up to the first empty line."""
    told = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return " ".join(told.split("\n\n")[0].split()).replace("``", "`")


def rooms() -> Iterator[str]:
    """One heading per folder, one line per module."""
    for folder in (ROOT, *sorted(each.parent for each in ROOT.glob("*/__init__.py"))):
        name = folder.relative_to(ROOT.parent).as_posix()
        yield f"\n### `{name}/`\n\n{purpose(folder / '__init__.py')}\n"
        modules = sorted(each for each in folder.glob("*.py") if each.name != "__init__.py")
        yield from (f"- `{module.name}` – {purpose(module)}" for module in modules)


def main() -> None:
    """Replace what stands between the two marks."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
    _, _, after = rest.partition(END)
    text = "\n".join(rooms())
    PAGE.write_text(f"{before}{START}{text}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()

"""This generator, in a folder of its own that holds the repository's settings and theme."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.peers.peer import Command

REPOSITORY = Path(__file__).resolve().parents[2]
_GIVEN = {"mkdocs.yml", "theme", "content", "generator", "build"}
"""What stands in the folder before the first build; all else was made by one."""


class Ours:
    """``dvk build``."""

    name = "dvk"
    does_less_when_unchanged = True

    def __init__(self, root: Path) -> None:
        self.root, self.site = root, root / "site"

    def prepare(self, content: Path) -> None:
        """Copy settings, theme, fonts, hand-written pages and the entries."""
        shutil.rmtree(self.root, ignore_errors=True)
        for name in ("theme", "build/fonts", "content/pages"):
            shutil.copytree(REPOSITORY / name, self.root / name)
        for name in ("mkdocs.yml", "generator/mkdocs_hook.py"):
            (self.root / name).parent.mkdir(exist_ok=True)
            shutil.copy(REPOSITORY / name, self.root / name)
        shutil.copytree(content, self.root / "content", dirs_exist_ok=True)

    def take_over(self, content: Path, path: Path) -> None:
        """Copy the entry."""
        shutil.copyfile(content / path, self.root / "content" / path)

    def forget(self) -> None:
        """Remove the site and whatever a build keeps for the next one."""
        made = [path for path in self.root.iterdir() if path.name not in _GIVEN]
        made += [path for path in (self.root / "build").iterdir() if path.name != "fonts"]
        for path in made:
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def commands(self) -> Sequence[Command]:
        """One command does all."""
        return [Command("dvk", [_program(), "build"], self.settings())]

    def serving(self, port: int) -> Command:
        """The preview on this machine; what it builds for itself is built in this folder, too."""
        own = self.root / ".preview"
        own.mkdir(exist_ok=True)
        words = [str(_program()), "serve", "--port", str(port)]
        return Command("dvk serve", words, self.settings() | {"TMPDIR": str(own)})

    def settings(self) -> dict[str, str]:
        """Whatever is kept outside a project is kept inside this one, to be forgotten with it.

        Python keeps the program compiled, as it does wherever nobody forbids it.
        """
        return {
            "SITE_URL": "https://danvankheo.example/",
            "XDG_CACHE_HOME": str(self.root / ".cache"),
            "PYTHONDONTWRITEBYTECODE": "",
        }

    def page(self, path: Path) -> Path:
        """Every model has an address without its province."""
        kind = "ke-hoach" if path.parts[0] == "plans" else "mo-hinh"
        return Path(kind, path.stem, "index.html")

    def versions(self) -> str:
        """This project's version, and the Python it runs on."""
        return f"dan-van-kheo {version('dan-van-kheo')}, Python {sys.version.split()[0]}"


def _program() -> Path:
    return Path(sys.executable).with_name("dvk")

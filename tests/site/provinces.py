"""Whole provinces in a folder of their own: settings, theme and content as a province copies them.

The content is tiny and made of plain values, so that a test can say beforehand what must be built.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.site.site_reading import Site

ROOT = Path(__file__).parents[2]
URL = "https://kho.example/"
FIELDS = (
    "kinh-te",
    "van-hoa-xa-hoi",
    "quoc-phong-an-ninh",
    "xay-dung-he-thong-chinh-tri",
    "nong-thon-moi",
    "do-thi-van-minh",
)
SOURCE = {"tieu_de": "Một cách làm hay", "co_quan": "Báo Tỉnh", "ngay": "2024-05-02"}


def model(name: str, **keys: Any) -> str:
    """The file of a model with the required keys, and those given."""
    known = {
        "ten": name,
        "tom_tat": f"Tóm tắt của {name}.",
        "hinh_thuc": "tap-the",
        "linh_vuc": "kinh-te",
        "don_vi": "Hội Nông dân xã",
        "dia_ban": {"tinh": "Lâm Đồng", "xa": "xã Hòa Bình", "nam": 2025},
        "nguon": [SOURCE],
    }
    return _entry(known, keys)


def plan(name: str, **keys: Any) -> str:
    """The file of a plan with the required keys, and those given."""
    known = {
        "ten": name,
        "co_quan": "Ban Thường vụ Tỉnh ủy Lâm Đồng",
        "cap": "tinh",
        "dia_ban": {"tinh": "Lâm Đồng", "nam": 2025},
        "giai_doan": {"tu": 2025, "den": 2026},
        "nguon": [SOURCE],
    }
    return _entry(known, keys)


def _entry(known: Mapping[str, Any], keys: Mapping[str, Any]) -> str:
    body = keys.get("body", "")
    held = {**known, **{key: value for key, value in keys.items() if key != "body"}}
    head = yaml.dump(held, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{head}---\n{body}"


class _Plain(yaml.SafeDumper):
    """Writes as editors write: equal values are written out each time."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@dataclass(frozen=True)
class Province:
    """A province's folder."""

    root: Path

    @property
    def site(self) -> Path:
        """Where its site is built."""
        return self.root / "site"

    @property
    def built(self) -> Site:
        """Its site, as built."""
        return Site(self.site, URL)

    def write(self, path: str, text: str) -> Path:
        """Write a file, told from the province's folder."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text that must be in a file."""
        text = (self.root / path).read_text("utf-8")
        assert old in text, f"{old} is not in {path}"
        self.write(path, text.replace(old, new))

    def run(self, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run ``dvk`` or ``mkdocs`` in the folder, to its end."""
        return subprocess.run(
            program(*command),
            cwd=self.root,
            env=environment(**settings),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Run ``dvk`` or ``mkdocs`` in the folder, and go on."""
        return subprocess.Popen(
            program(*command),
            cwd=self.root,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            preexec_fn=heeding_signals,
        )


def heeding_signals() -> None:
    """As in a terminal; what is started in the background may ignore Ctrl+C and its end."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def program(name: str, *arguments: str) -> list[str]:
    """A command that was installed beside the Python that runs the tests."""
    return [str(Path(sys.executable).with_name(name)), *arguments]


def environment(**settings: str) -> dict[str, str]:
    """The tests' environment with the site's address, and what is given."""
    return {**os.environ, "SITE_URL": URL, "NO_MKDOCS_2_WARNING": "1", **settings}


def found(root: Path) -> Province:
    """An empty province: the repository's settings, theme and vocabulary, and no entry."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "theme", root / "theme")
    for folder in ("vocabulary", "pages"):
        shutil.copytree(ROOT / "content" / folder, root / "content" / folder)
    (root / "content/models").mkdir()
    (root / "generator").mkdir()
    shutil.copy(ROOT / "generator/mkdocs_hook.py", root / "generator")
    (root / "build").symlink_to(ROOT / "build")
    return Province(root)


def small(root: Path) -> Province:
    """A province with two models that know each other and a plan they answer."""
    province = found(root)
    keys = {"ke_hoach": "ke-hoach-tinh", "bat_dau": 2024, "body": "## Cách làm\n\nTrồng hoa.\n"}
    province.write("content/models/duong-hoa.md", model("Đường hoa", **keys))
    province.write("content/models/xa/hem-sach.md", model("Hẻm sạch", nhan_rong_tu="duong-hoa"))
    province.write("content/plans/ke-hoach-tinh.md", plan("Kế hoạch của tỉnh"))
    return province


def many(root: Path, count: int) -> Province:
    """A province with so many models; ``model_of`` says what each of them carries."""
    province = found(root)
    for index in range(count):
        name, keys = model_of(index)
        province.write(f"content/models/{index % 7}/{slug_of(index)}.md", model(name, **keys))
    return province


def slug_of(index: int) -> str:
    """The file's name of a model of ``many``."""
    return f"mo-hinh-{index:04}"


def model_of(index: int) -> tuple[str, dict[str, Any]]:
    """Name and keys of a model of ``many``."""
    former, today_too = "Bình Thuận", "Lâm Đồng"
    person = {"hinh_thuc": "ca-nhan", "co_so_dang": "da-cong-bo"} if index % 4 == 0 else {}
    recognised = {"cong_nhan": [{"cap": "xa", "hinh_thuc": "Giấy khen", "nam": 2023}]}
    return f"Mô hình số {index}", {
        "linh_vuc": list(dict.fromkeys([FIELDS[index % 6], FIELDS[index % 5]])),
        "dia_ban": {"tinh": former if index % 2 else today_too, "xa": "xã Hòa", "nam": 2024},
        "bat_dau": 2020 + index % 3,
        **person,
        **(recognised if index % 10 == 0 else {}),
        "body": f"## Cách làm\n\nViệc thứ {index}.\n",
    }

"""MkDocs with Material, set up as its guides say: search, tags, a menu that does not grow.

MkDocs knows no front matter but title, description and tags, so the facts of an entry are written
into its Markdown beforehand. Its tags stand for our lists.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.peers.entries import LABELS, Source, read, read_all
from benchmarks.peers.peer import Command

_SETTINGS = """\
site_name: Dân vận khéo
site_url: https://danvankheo.example/
theme:
  name: material
  language: vi
  font: false
  features: [navigation.prune]
plugins:
  - search: {lang: vi}
  - tags
markdown_extensions: [tables, attr_list, sane_lists]
nav:
  - index.md
  - the.md
not_in_nav: |
  /models/
  /plans/
"""
_HOME = "# Dân vận khéo\n\nKho mô hình, điển hình. [Mọi thẻ](the.md)\n"
_TAGS = "# Lĩnh vực, địa bàn, năm, hình thức, ghi nhận\n\n<!-- material/tags -->\n"
_LISTS = ("linh-vuc", "dia-ban", "nam", "hinh-thuc", "cong-nhan")


class MkDocs:
    """``mkdocs build``."""

    name = "mkdocs"
    does_less_when_unchanged = False

    def __init__(self, root: Path) -> None:
        self.root, self.site = root, root / "site"

    def prepare(self, content: Path) -> None:
        """Write settings and one Markdown file for each entry."""
        shutil.rmtree(self.root, ignore_errors=True)
        (self.root / "docs").mkdir(parents=True)
        (self.root / "mkdocs.yml").write_text(_SETTINGS, "utf-8")
        (self.root / "docs/index.md").write_text(_HOME, "utf-8")
        (self.root / "docs/the.md").write_text(_TAGS, "utf-8")
        for source in read_all(content):
            self._write(source)

    def take_over(self, content: Path, path: Path) -> None:
        """Write the entry anew."""
        self._write(read(content, path))

    def _write(self, source: Source) -> None:
        target = self.root / "docs" / source.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(_page(source)), "utf-8")

    def forget(self) -> None:
        """Remove the site; nothing else is kept."""
        shutil.rmtree(self.site, ignore_errors=True)

    def commands(self) -> Sequence[Command]:
        """A build over an older site is the same full build: ``--dirty`` would lose the search."""
        words = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        return [Command("MkDocs", words, {"NO_MKDOCS_2_WARNING": "1"})]

    def serving(self, port: int) -> None:
        """Its preview builds the whole site again: no other number than that of an edit."""

    def page(self, path: Path) -> Path:
        """The address follows the file."""
        return path.with_suffix("") / "index.html"

    def versions(self) -> str:
        """MkDocs and its theme."""
        return f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"


def _page(source: Source) -> Iterator[str]:
    facts = source.facts
    yield "---"
    yield f"title: {json.dumps(facts['ten'], ensure_ascii=False)}"
    yield f"description: {json.dumps(_summary(source), ensure_ascii=False)}"
    yield f"tags: {json.dumps(_tags(source), ensure_ascii=False)}"
    yield "---"
    yield f"\n# {facts['ten']}\n\n{_summary(source)}\n\n| Thông tin | |\n| --- | --- |"
    for label, value in _plan_facts(facts) if source.is_plan else _model_facts(source):
        yield f"| {label} | {value} |"
    yield f"\n{source.body}"
    if source.is_plan:
        yield "\n## Nhiệm vụ\n"
        yield from (f"1. {_duty(each)}" for each in facts["nhiem_vu"])
    yield "\n## Nguồn\n"
    for each in facts["nguon"]:
        title = f"[{each['tieu_de']}]({each['url']})" if "url" in each else each["tieu_de"]
        yield f"1. {title}, {each['co_quan']}"


def _summary(source: Source) -> str:
    facts = source.facts
    return f"{facts['so_ky_hieu']}, {facts['co_quan']}" if source.is_plan else facts["tom_tat"]


def _tags(source: Source) -> list[str]:
    if source.is_plan:
        return [LABELS["linh-vuc"][each] for each in source.facts["linh_vuc"]]
    terms = source.terms()
    return [LABELS.get(kind, {}).get(term, term) for kind in _LISTS for term in terms[kind]]


def _duty(duty: dict[str, Any]) -> str:
    return f"{duty['noi_dung']} *{'; '.join(duty['thuc_hien'])}*"


def _model_facts(source: Source) -> Iterator[tuple[str, object]]:
    facts = source.facts
    yield "Đơn vị thực hiện", facts["don_vi"]
    yield "Địa bàn", source.place()
    yield "Bắt đầu", facts["bat_dau"]
    yield "Hình thức", LABELS["hinh-thuc"][facts["hinh_thuc"]]
    for each in facts.get("cong_nhan", []):
        yield "Ghi nhận, khen thưởng", f"{each['hinh_thuc']}, {each['nam']}"
    for each in facts.get("ket_qua", []):
        yield each["noi_dung"], f"**{each['gia_tri']}** {each.get('don_vi', '')}"
    for each in facts.get("ke_hoach", []):
        yield "Kế hoạch", f"[{each}](../../plans/{each}.md)"
    needs = facts["dieu_kien"]
    yield "Kinh phí", needs["kinh_phi"]
    yield "Nhân lực", needs["nhan_luc"]
    yield "Cần có", "; ".join(needs["can_co"])


def _plan_facts(facts: Any) -> Iterator[tuple[str, object]]:
    yield "Ngày ban hành", facts["ngay"]
    yield "Giai đoạn", f"{facts['giai_doan']['tu']}–{facts['giai_doan']['den']}"
    for each in facts["chi_tieu"]:
        yield "Chỉ tiêu", f"{each['noi_dung']} Tối thiểu {each['toi_thieu']}."
    for each in facts["moc"]:
        yield "Mốc", f"{each['han']}: {each['viec']}"

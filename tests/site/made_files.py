"""Writes a made world as a content folder; see ``made_worlds``."""

from __future__ import annotations

import io
import posixpath
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from tests.site.made_worlds import AROUND, MODELS, PICTURES, PLANS, World
from tests.site.provinces import ROOT, SOURCE, model, plan
from tests.site.worlds import VOCABULARY


def settings_file(folder: Path) -> Path:
    """The repository's settings and theme for content in ``folder``, with short pages of lists."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8").replace("page_size: 24", "page_size: 2")
    shutil.copytree(ROOT / "theme", folder / "theme")
    file = folder / "mkdocs.yml"
    file.write_text(text, "utf-8")
    return file


def write(world: World, content: Path) -> None:
    """Make ``content`` hold exactly this world; files that stay the same are not touched."""
    wanted = files(world)
    for file in sorted(content.rglob("*"), reverse=True):
        path = file.relative_to(content).as_posix()
        if file.is_dir() and not any(file.iterdir()):
            file.rmdir()
        elif not file.is_dir() and path not in wanted:
            file.unlink()
    for path, data in wanted.items():
        file = content / path
        if not file.exists() or file.read_bytes() != data:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def path_of(slug: str, world: World) -> str:
    """Where an entry stands in the content folder."""
    kind = "models" if slug in MODELS else "plans"
    return f"{kind}/{world[slug]['folder']}{_name(slug, world)}.md"


def files(world: World) -> dict[str, bytes]:
    """Every file of the content by its path."""
    around = world[AROUND]
    texts = {path_of(s, world): _model(s, world) for s in MODELS if world[s]["there"]}
    texts |= {path_of(s, world): _plan(s, world) for s in PLANS if world[s]["there"]}
    texts |= _vocabulary(around)
    texts["pages/gioi-thieu.md"] = f"# Giới thiệu\n\n{around['page']}\n"
    if around["figures"]:
        texts["figures/lam-dong.yml"] = figures(*around["figures"])
    pictures = {f"images/{p}": _picture(p, around[p]) for p in PICTURES if around[p]}
    return {path: text.encode() for path, text in texts.items()} | pictures


def figures(*counts: int) -> str:
    """A file of what a place says of itself, in so many reports."""
    return _yaml({"so_lieu": [_told(n) for n in counts]})


def _name(slug: str, world: World) -> str:
    """The slug by which an entry goes now."""
    return f"{slug}-moi" if world[slug]["renamed"] else slug


def _model(slug: str, world: World) -> str:
    chosen = world[slug]
    keys = _common(slug, world) | {key: chosen[key] for key in ("tom_tat", "don_vi", "bat_dau")}
    keys |= {key: chosen[key] for key in ("tu_khoa", "linh_vuc", "hinh_thuc", "trang_thai")}
    keys["linh_vuc"] = chosen["linh_vuc"] or ["kinh-te"]
    keys["co_so_dang"] = "da-cong-bo" if chosen["hinh_thuc"] == "ca-nhan" else None
    keys["nhan_rong_tu"] = _earlier(slug, chosen["from"], MODELS, world)
    keys["nhan_rong_den"] = [_copy(slug, each, world) for each in chosen["to"]]
    keys["ke_hoach"] = [_name(each, world) for each in chosen["plans"] if world[each]["there"]]
    keys["dang_ky"] = [
        {"nam": year} | ({"ke_hoach": _name(each, world)} if each else {})
        for each, year in chosen["registered"]
        if not each or world[each]["there"]
    ]
    if chosen["recognised"]:
        keys["cong_nhan"] = [
            {"cap": chosen["recognised"], "hinh_thuc": chosen["praised"], "nam": 2025}
        ]
    needed = (("kinh_phi", "cost"), ("thoi_gian", "time"), ("dia_ban_phu_hop", "terrain"))
    keys["dieu_kien"] = {key: chosen[name] for key, name in needed if chosen[name]}
    keys["ket_qua"] = [{"noi_dung": "Hộ tham gia", "gia_tri": each} for each in chosen["results"]]
    keys["anh"] = [
        {"tep": each, "mo_ta": "Đường hoa", "nguoi_trong_anh": "khong-co"}
        for each in chosen["pictures"]
        if world[AROUND][each]
    ]
    heading = "Cách làm" if chosen["way"] else "Diễn biến"
    text = f"## {heading}\n\n{_text(slug, world)}\n\n## Bài học\n\nKiên trì.\n"
    return model(chosen["ten"], **_kept(keys), body=text)


def _plan(slug: str, world: World) -> str:
    chosen = world[slug]
    keys = _common(slug, world) | {"so_ky_hieu": chosen["so"], "ngay": chosen["ngay"]}
    keys["co_quan"] = chosen["co_quan"]
    keys["thay_the"] = _earlier(slug, chosen["older"], PLANS, world)
    keys["nhiem_vu"] = [
        {"noi_dung": f"Vận động nhân dân, việc {number}", **_kept(task)}
        for number, task in enumerate(chosen["tasks"])
    ]
    keys["moc"] = [
        {"viec": chosen["work"], "han": each, "gui": chosen["to"]} for each in chosen["due"]
    ]
    if chosen["target"]:
        keys["chi_tieu"] = [{"noi_dung": "Mô hình mới", "toi_thieu": chosen["target"], "ky": "nam"}]
    return plan(f"Kế hoạch {chosen['ten']}", **_kept(keys), body=_text(slug, world))


def _common(slug: str, world: World) -> dict[str, Any]:
    chosen = world[slug]
    sources = [SOURCE | {"ngay": each} for each in chosen["sources"] if each]
    return {
        "dia_ban": {"tinh": chosen["tinh"], "xa": chosen["xa"], "nam": 2025},
        "nguon": sources or [{key: SOURCE[key] for key in ("tieu_de", "co_quan")}],
        "ten_cu": [slug] if chosen["renamed"] else None,
    }


def _text(slug: str, world: World) -> str:
    """A body, with a link and a picture where those are."""
    chosen, text = world[slug], world[slug]["body"]
    here = posixpath.dirname(path_of(slug, world))
    if chosen["linked"] and world[chosen["linked"]]["there"]:
        text += f" Xem [nơi khác]({posixpath.relpath(path_of(chosen['linked'], world), here)})."
    if chosen["shown"] and world[AROUND][chosen["shown"]]:
        text += f"\n\n![Đường hoa]({posixpath.relpath('images/' + chosen['shown'], here)})"
    return text


def _copy(slug: str, to: str, world: World) -> dict[str, Any]:
    """A place that did the same; a later model may be the entry that tells of it."""
    if to not in MODELS:
        return {"noi": to, "nam": 2025}
    other = to if _earlier(to, slug, MODELS, world) and world[to]["there"] else None
    return {"noi": f"Nơi của {to}"} | ({"mo_hinh": _name(other, world)} if other else {})


def _earlier(slug: str, other: str | None, order: tuple[str, ...], world: World) -> str | None:
    """Who comes before in the order, so that nothing can go round in a circle."""
    if other is None or not world[other]["there"] or order.index(other) >= order.index(slug):
        return None
    return _name(other, world)


def _vocabulary(around: dict[str, Any]) -> dict[str, str]:
    texts = {f"vocabulary/{f.name}": f.read_text("utf-8") for f in VOCABULARY.iterdir()}
    fields = yaml.safe_load(texts["vocabulary/linh-vuc.yml"])
    fields["linh_vuc"][0]["ten"] = around["field"]
    fields["linh_vuc"][0]["ten_khac"] = [around["alias"]] if around["alias"] else []
    texts["vocabulary/linh-vuc.yml"] = _yaml(fields)
    if around["known"]:
        name = "Ban Dân vận Tỉnh ủy Lâm Đồng"
        known = {"ma": "dan-van", "ten": name, "ten_khac": [around["known"]], "tinh": "Lâm Đồng"}
        texts["vocabulary/co-quan.yml"] = _yaml({"co_quan": [known]})
    return texts


def _told(count: int) -> dict[str, Any]:
    """What a place says of itself."""
    counted = [{"noi_dung": "mô hình đăng ký", "gia_tri": count}]
    place = {"tinh": "Lâm Đồng", "nam": 2025}
    return {"dia_ban": place, "tu": 2025, "den": 2025, "con_so": counted, "nguon": [dict(SOURCE)]}


@cache
def _picture(path: str, size: tuple[int, int]) -> bytes:
    opened = io.BytesIO()
    Image.new("RGB", size, (40, 120, 60)).save(opened, path.rpartition(".")[2].upper())
    return opened.getvalue()


def _yaml(data: object) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _kept(keys: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in keys.items() if value}

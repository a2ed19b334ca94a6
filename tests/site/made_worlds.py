"""Random small worlds, where entries refer to one another in every way there is, and edits of them.

A world is plain values, which ``made_files`` writes out; what is written is always without errors,
so that a test may edit at random and still have something to build.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

MODELS = tuple(f"mo-hinh-{number}" for number in range(7))
PLANS = ("ke-hoach-a", "ke-hoach-b", "ke-hoach-c")
PICTURES = ("hoi-thi.png", "thon/duong-hoa.webp")
AROUND = "around"
"""Stands among the slugs for all that is no entry: pictures, vocabulary, pages, figures."""

World = dict[str, dict[str, Any]]
"""For each slug, and for what is around, what is chosen; ``there`` says if an entry exists."""

Edit = tuple[str, str, Any]
"""Of whom, what, and what it becomes."""

Choice = Callable[[Random], Any]

_NAMES = (*["Ngày thứ Bảy vì dân"] * 2, "Tuyến đường hoa", "Tiếng kẻng an ninh", "Ngôi nhà xanh")
_UNITS = (
    *["Hội Nông dân xã"] * 3,
    *("UBND xã Hòa Bình", "UBND xã Hoà Bình", "Chi bộ thôn 2; Hội Phụ nữ xã"),
)
_BODIES = (
    "Ban Dân vận Tỉnh ủy",
    "UBND tỉnh",
    "Hội Liên hiệp Phụ nữ tỉnh",
    "Hội Nông dân xã Hòa Bình",
    "Ban Dân vận Tỉnh ủy và Sở Nội vụ",
)
_SUMMARIES = (
    "Bà con trong thôn góp công trồng hoa dọc con đường đất vừa mở, 12 hộ nhận chăm sóc.",
    "Mỗi tối một hồi kẻng nhắc từng nhà khóa cửa, coi xe; tổ tự quản thay phiên đi tuần.",
)
"""So long that models are alike by them, not by their names."""

_BODY_TEXTS = (
    "Họp dân, bàn bạc, giao việc.",
    "Tổ tự quản vận động từng nhà; ai cũng góp công.",
    "**Đi từng ngõ** gõ từng nhà, hỏi từng người.",
)


def _one(*choices: Any) -> Choice:
    return lambda random: random.choice(choices)


def _some(*choices: Any, most: int = 2) -> Choice:
    return lambda random: random.sample(choices, random.randint(0, most))


def _tasks(random: Random) -> list[dict[str, Any]]:
    bodies = _some(*_BODIES)
    return [
        {"chu_tri": bodies(random), "phoi_hop": bodies(random)} for _ in range(random.randint(0, 3))
    ]


_COMMON: Mapping[str, Choice] = {
    "there": _one(True, True, True, False),
    "ten": _one(*_NAMES),
    "folder": _one("", "", "xa-phuong/"),
    "renamed": _one(False, False, True),
    "tinh": _one("Lâm Đồng", "Quảng Ngãi"),
    "xa": _one("xã Hòa Bình", "xã Hoa Bình"),
    "sources": _some("2024-05-02", "2025-06", "2023", None, most=3),
    "added": _one(None, "2026-01-05", "2026-03-09"),
    "linked": _one(None, *MODELS, *PLANS),
    "shown": _one(None, *PICTURES),
    "body": _one("", *_BODY_TEXTS),
}
_OF_MODELS: Mapping[str, Choice] = {
    **_COMMON,
    "tom_tat": _one(*_SUMMARIES),
    "tu_khoa": _some("trồng hoa", "an ninh", "hiến đất", "chuyển đổi số"),
    "don_vi": _one(*_UNITS),
    "linh_vuc": _some("kinh-te", "nong-thon-moi", "van-hoa-xa-hoi"),
    "hinh_thuc": _one("tap-the", "tap-the", "ca-nhan"),
    "bat_dau": _one(None, "2024", "2024-03"),
    "from": _one(None, *MODELS),
    "to": _some("Xã Tân Hà", "Xã Đức Trọng", "Phường 4", *MODELS, most=3),
    "plans": _some(*PLANS),
    "registered": _some(
        *((plan, year) for plan in (*PLANS, None) for year in (2024, 2025)), most=3
    ),
    "recognised": _one(None, "tinh", "xa"),
    "praised": _one("Bằng khen", "Biểu dương"),
    "trang_thai": _one(None, "dang-thuc-hien", "ket-thuc"),
    "cost": _one(None, "vua", "thap"),
    "time": _one(None, "3 tháng", "khoảng 2 năm"),
    "terrain": _some("nong-thon", "mien-nui"),
    "results": _some("12", "340", "85%"),
    "way": _one(True, True, False),
    "pictures": _some(*PICTURES),
}
_OF_PLANS: Mapping[str, Choice] = {
    **_COMMON,
    "so": _one(None, "31-KH/TU", "12-KH/BDV"),
    "ngay": _one(None, "2025-02-03", "2025-04"),
    "co_quan": _one("Ban Thường vụ Tỉnh ủy", "UBND tỉnh", "Hội Nông dân xã Hòa Bình"),
    "tasks": _tasks,
    "due": _some("--03-31", "2026-12", "2025-06-30"),
    "work": _one("Báo cáo kết quả", "Đăng ký mô hình"),
    "to": _one(*_BODIES),
    "target": _one(None, 1, 2),
    "older": _one(None, *PLANS),
}
_AROUND: Mapping[str, Choice] = {
    **dict.fromkeys(PICTURES, _one(None, (6, 4), (900, 300))),
    "field": _one("Kinh tế", "Kinh tế hộ"),
    "alias": _one(None, "Làm ăn"),
    "known": _one(None, "Dân vận Tỉnh ủy", "Ban Dân vận"),
    "page": _one("Trang này nói về kho.", "Kho do tỉnh lập ra."),
    "figures": _some(120, 340),
}
_CHOICES: Mapping[str, Mapping[str, Choice]] = {
    **dict.fromkeys(MODELS, _OF_MODELS),
    **dict.fromkeys(PLANS, _OF_PLANS),
    AROUND: _AROUND,
}
_TELLING = (
    *("there", "ten", "renamed", "xa", "added", "don_vi", "from", "to", "registered", "results"),
    *("co_quan", "older"),
)
"""What other pages show of an entry, or what changes their order and number."""

_WEIGHTED = [
    (name, key)
    for name, held in _CHOICES.items()
    if name != AROUND
    for key in held
    for _ in range(4 if key in _TELLING else 1)
]


def made_world(random: Random) -> World:
    """A whole world."""
    return {
        name: {key: choose(random) for key, choose in held.items()}
        for name, held in _CHOICES.items()
    }


def made_edit(world: World, random: Random, *, around: bool = True) -> Edit:
    """One choice made anew in one entry or, now and then, in what is ``around`` them."""
    name, key = random.choice(_WEIGHTED)
    if random.random() < 0.1:
        name, key = AROUND, random.choice([*_AROUND] if around else PICTURES)
    found = world[name][key]
    while found == world[name][key]:
        found = _CHOICES[name][key](random)
    return name, key, found


def edited(world: World, edit: Edit) -> World:
    """The world after an edit."""
    name, key, value = edit
    return {**world, name: {**world[name], key: value}}

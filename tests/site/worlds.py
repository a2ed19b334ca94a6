"""Tiny worlds of content: the least that is valid, and what a test adds to it or breaks in it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

VOCABULARY = Path(__file__).parent / "vocabulary"
"""A small copy of the real lists, so that an editor who adds a term breaks no test."""

MODEL = """\
---
ten: Tiếng kẻng an ninh
tom_tat: Mỗi tối một hồi kẻng nhắc bà con khóa cửa, trông nhau.
hinh_thuc: tap-the
linh_vuc: quoc-phong-an-ninh
don_vi: Khu phố 2, phường Phước Nguyên
dia_ban:
  tinh: Bà Rịa – Vũng Tàu
  xa: phường Phước Nguyên
  nam: 2020
bat_dau: 2015
ke_hoach: ke-hoach-dan-van-kheo
nguon:
  - tieu_de: Tiếng kẻng an ninh
    co_quan: Báo Bà Rịa – Vũng Tàu
    ngay: 2020-12
    url: https://bao.example/tieng-keng
---

## Cách làm

Tổ tự quản đánh kẻng lúc 21 giờ.
"""

COPY = """\
ten: Tuyến đường hoa
tom_tat: Chị em trồng hoa thay cỏ dại dọc đường thôn.
hinh_thuc: tap-the
linh_vuc: nong-thon-moi
don_vi: Chi hội Phụ nữ thôn 3
dia_ban:
  tinh: Lâm Đồng
nguon:
  - tieu_de: Tuyến đường hoa
    co_quan: Báo Lâm Đồng
"""

PLAN = """\
---
ten: Kế hoạch thực hiện phong trào thi đua “Dân vận khéo”
so_ky_hieu: 31-KH/TU
ngay: 2021-03-16
co_quan: Ban Thường vụ Tỉnh ủy
cap: tinh
dia_ban:
  tinh: Quảng Ngãi
giai_doan:
  tu: 2021
  den: 2025
nguon:
  - tieu_de: Kế hoạch số 31-KH/TU
    co_quan: Ban Thường vụ Tỉnh ủy
---

Mỗi cơ quan xây dựng ít nhất một mô hình.
"""

FILES: Mapping[str, str] = {
    "content/models/tieng-keng-an-ninh.md": MODEL,
    "content/models/tuyen-duong-hoa.yml": COPY,
    "content/plans/ke-hoach-dan-van-kheo.md": PLAN,
}
"""Path and text of the entries of every world: two models and the plan that one of them answers."""


def make_world(folder: Path, more: Mapping[str, bytes | str] | None = None) -> Path:
    """Write a valid content folder below ``folder``, then the files of ``more`` over it.

    ``more`` names files by their path from ``folder``. Returns the content folder.
    """
    shutil.copytree(VOCABULARY, folder / "content" / "vocabulary")
    for path, written in {**FILES, **(more or {})}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(written.encode() if isinstance(written, str) else written)
    return folder / "content"

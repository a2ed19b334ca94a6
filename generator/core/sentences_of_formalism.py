"""What is said of entries that tell little or tell it twice; see ``formalism``."""

from __future__ import annotations

from generator.core.sentence import warning

FORMALISM = {
    "near-duplicate": warning(
        "Tên và tóm tắt gần trùng với “{name}” ({other}).",
        "Cùng một mô hình thì gộp làm một mục; làm theo mô hình kia thì ghi nhan_rong_tu; "
        "khác nhau thì viết rõ chỗ khác trong tom_tat.",
    ),
    "summary-is-name": warning(
        "Tóm tắt chỉ nhắc lại tên.", "Viết một hai câu: ai làm gì, cho ai, được gì."
    ),
    "summary-without-figure": warning(
        "Có số liệu ở ket_qua, nhưng tóm tắt không nêu con số nào.",
        "Đưa con số đáng chú ý nhất vào tom_tat, ví dụ {example}.",
    ),
    "confirmation-old": warning(
        "Ghi là đang thực hiện, nhưng lần xác nhận gần nhất ({value}) đã quá hai năm.",
        "Hỏi lại đơn vị: còn chạy thì ghi ngày mới vào xac_nhan, đã thôi thì ghi "
        "“trang_thai: ket-thuc”, không hỏi được thì bỏ dòng trang_thai.",
    ),
    "section-only-a-link": warning(
        "Mục “{title}” chỉ bảo người đọc xem ở nơi khác.",
        "Kể ngay ở đây điều người đọc cần, đặt liên kết vào nguon; "
        "chưa có gì để kể thì bỏ mục này.",
    ),
}

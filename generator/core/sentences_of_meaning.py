"""What can be wrong with values that have the right form; see ``sentences``."""

from __future__ import annotations

from generator.core.sentence import error, warning

MEANING = {
    "not-nfc": error(
        "“{found}” gõ bằng Unicode tổ hợp, dấu tách rời khỏi chữ.",
        "Thay bằng “{mended}” (Unicode dựng sẵn).",
    ),
    "mark-on-consonant": error("“{found}” có dấu nằm trên phụ âm.", "Thay bằng “{mended}”."),
    "eth": error("“{found}” dùng chữ ð của tiếng Băng Đảo thay cho đ.", "Thay bằng “{mended}”."),
    "invisible": warning("“{found}” có ký tự ẩn hoặc dấu cách lạ.", "Gõ lại thành “{mended}”."),
    "odd-space": warning(
        "Dấu cách ở đây không phải dấu cách thường ({character}).",
        "Xóa đi, rồi gõ lại một dấu cách.",
    ),
    "control-character": error(
        "Có ký tự điều khiển không nhìn thấy ({character}).",
        "Xóa ký tự này; nó thường lẫn vào khi chép từ Word hay PDF.",
    ),
    "dangling-reference": error(
        "Không có {what} nào có tên tệp “{value}”.",
        "Viết đúng tên tệp (không có đuôi), hoặc bỏ dòng này.",
    ),
    "self-reference": error(
        "Mục này dẫn tới chính nó.", "Ghi tên tệp của mục khác, hoặc bỏ dòng này."
    ),
    "reference-cycle": error(
        "Các mục nhân rộng từ nhau thành vòng: {cycle}.",
        "Bỏ nhan_rong_tu (hoặc nhan_rong_den) ở mục là gốc.",
    ),
    "broken-link": error(
        "Liên kết “{target}” không dẫn tới trang nào.",
        "Dẫn tới tệp của một mục (ví dụ ../plans/ten-ke-hoach.md) hoặc một địa chỉ https://.",
    ),
    "broken-image": error(
        "Không có ảnh “{target}” trong content/images/.",
        "Đặt ảnh vào content/images/, rồi viết đúng đường dẫn tới ảnh.",
    ),
    "image-elsewhere": error(
        "Ảnh “{target}” không nằm trong content/images/.",
        "Chép ảnh vào content/images/, rồi viết {folder}/ten-anh.jpg.",
    ),
    "unsafe-link": error(
        "Không dùng được liên kết “{target}”.",
        "Dẫn tới địa chỉ https://, hoặc tới tệp trong content/ (../plans/ten-ke-hoach.md).",
    ),
    "period-reversed": error("Kết thúc ({end}) trước khi bắt đầu ({start}).", "Sửa một trong hai."),
    "range-reversed": error(
        "Mức tối thiểu ({low}) lớn hơn mức tối đa ({high}).", "Sửa một trong hai số."
    ),
    "recognised-before-start": error(
        "Được công nhận năm {recognised}, trước khi bắt đầu ({start}).",
        "Sửa năm công nhận hoặc bat_dau.",
    ),
    "copied-before-start": error(
        "Nhân rộng năm {copied}, trước khi mô hình gốc bắt đầu ({start}).",
        "Sửa năm nhân rộng hoặc bat_dau.",
    ),
    "copied-before-original": error(
        "Bắt đầu ({start}) trước khi mô hình gốc “{original}” bắt đầu ({first}).",
        "Sửa một trong hai bat_dau, hoặc bỏ dòng nhân rộng nếu không phải làm theo mô hình ấy.",
    ),
    "future-date": error(
        "{value} chưa tới, mà ở đây chỉ ghi việc đã có.", "Sửa lại ngày, tháng, năm."
    ),
    "future-start": error(
        "Ngày bắt đầu ({value}) chưa tới.",
        "Sửa lại ngày; mô hình mới đăng ký thì ghi thêm “trang_thai: dang-ky”.",
    ),
    "person-without-basis": error(
        "Gương cá nhân nhưng chưa ghi cơ sở đăng (co_so_dang).",
        "Thêm “co_so_dang: dong-y” nếu đã có văn bản đồng ý, “da-cong-bo” nếu nguồn đã công bố.",
    ),
    "personal-phone": error(
        "Có số điện thoại: {found}.", "Xóa số này; liên hệ của cơ quan ghi ở lien_he."
    ),
    "personal-id": error("Có số giấy tờ tùy thân: {found}.", "Xóa số này."),
    "personal-address": error(
        "Có số nhà: {found}.", "Chỉ ghi đến thôn, tổ, khu phố hoặc tên đường."
    ),
    "personal-birth": error("Có ngày sinh: {found}.", "Xóa ngày sinh."),
    "personal-plate": error("Có biển số xe: {found}.", "Xóa biển số."),
    "province-too-old": error(
        "Năm {year} không còn {old}: tên này dùng đến hết {until}, nay thuộc {today}.",
        "Viết “tinh: {today}”, hoặc sửa nam thành năm mà tên cũ còn dùng.",
    ),
    "district-abolished": error(
        "Năm {year} không còn cấp huyện (bỏ từ 01/7/2025), nhưng ở đây ghi “{value}”.",
        "Bỏ dòng huyen, hoặc sửa nam thành năm còn cấp huyện.",
    ),
    "unknown-issuer": warning(
        "Chưa biết cơ quan “{issuer}” trong số, ký hiệu “{value}”.",
        "Kiểm tra lại chữ viết tắt của cơ quan ban hành.",
    ),
    "province-name-twice": error(
        "Tên “{value}” đã dùng cho một tỉnh khác, ở {first}.", "Giữ tên này ở một tỉnh."
    ),
    "term-twice": error("“{value}” đã có ở {first}.", "Bỏ một chỗ, hoặc đặt mã khác."),
    "missing-lists": error(
        "Trong {folder} thiếu danh mục: {lists}.", "Khôi phục các tệp danh mục trong thư mục ấy."
    ),
    "nothing-here": warning(
        "Chưa có mục nào trong {folder}.", "Thêm tệp .md hoặc .yml theo mẫu (dvk new)."
    ),
}

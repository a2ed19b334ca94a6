"""The catalogue of everything that can be wrong, in the words an editor reads.

One row per code: its weight, what is wrong, and how to mend it.
``{names}`` are filled from the details of the case.
"""

from __future__ import annotations

from generator.core.sentence import Sentence, error
from generator.core.sentences_of_formalism import FORMALISM
from generator.core.sentences_of_forms import FORMS
from generator.core.sentences_of_meaning import MEANING

FILE = {
    "symlink": error(
        "“{name}” chỉ là lối tắt (symlink) tới một tệp khác.",
        "Chép tệp thật vào chỗ này.",
    ),
    "not-regular-file": error(
        "“{name}” không phải tệp thường.", "Chỉ đặt tệp .md, .yml và ảnh trong content/."
    ),
    "file-unreadable": error(
        "Không đọc được tệp: {reason}.", "Kiểm tra quyền đọc của tệp rồi chạy lại."
    ),
    "file-extension": error(
        "Tệp “{name}” có đuôi không dùng ở đây.",
        "Dùng đuôi {expected}, hoặc chuyển tệp đi nơi khác.",
    ),
    "file-too-large": error(
        "Tệp dài {size} byte, quá mức {limit} byte.",
        "Rút gọn nội dung, hoặc tách thành hai mục.",
    ),
    "line-too-long": error(
        "Dòng dài {size} ký tự, quá mức {limit}.", "Tách dòng này thành nhiều đoạn."
    ),
    "body-too-long": error("Phần thân bài dài {size} ký tự, quá mức {limit}.", "Rút gọn nội dung."),
    "not-utf8": error(
        "Tệp không lưu bằng mã UTF-8: từ chỗ này không đọc được chữ.",
        "Mở tệp, chọn “Lưu với mã UTF-8”; chữ gõ bằng TCVN3, VNI thì đổi sang Unicode trước.",
    ),
    "image-unusable": error(
        "Không dùng được ảnh “{name}”: {reason}.",
        "Dùng ảnh JPEG, PNG hoặc WebP, dưới 5 MB, không quá 40 triệu điểm ảnh.",
    ),
    "slug-form": error(
        "Tên tệp “{slug}” không làm địa chỉ trang được.",
        "Đổi tên tệp thành “{expected}” (chữ thường không dấu, số, gạch nối, tối đa 80 ký tự).",
    ),
    "slug-clash": error(
        "Tên tệp “{slug}” đã dùng ở {other}.", "Đổi tên một trong hai tệp; mỗi mục một tên riêng."
    ),
    "former-slug-taken": error(
        "Tên cũ “{slug}” đang là tên của {other}.",
        "Bỏ tên cũ này, hoặc đổi tên tệp kia.",
    ),
    "former-slug-twice": error("Tên cũ “{slug}” đã ghi ở {other}.", "Chỉ ghi tên cũ này một lần."),
    "former-slug-is-own": error(
        "Tên cũ “{slug}” trùng tên hiện nay của chính mục này.", "Xóa dòng này."
    ),
}

YAML = {
    "front-matter-missing": error(
        "Tệp .md chưa có phần khai báo ở đầu.",
        "Mở đầu tệp bằng dòng ---, rồi các khóa (ten, tom_tat…), rồi thêm một dòng ---.",
    ),
    "front-matter-open": error(
        "Phần khai báo mở bằng --- nhưng không có dòng --- để đóng.",
        "Thêm một dòng chỉ có --- trước phần thân bài.",
    ),
    "yaml-syntax": error("Viết chưa đúng: {reason}.", "{advice}"),
    "yaml-not-mapping": error(
        "Phần khai báo phải gồm các dòng “khóa: giá trị”.",
        "Viết mỗi khóa một dòng, có dấu cách sau dấu hai chấm: “ten: Tiếng kẻng an ninh”.",
    ),
    "yaml-several": error(
        "Dòng --- này mở thêm một phần khai báo thứ hai.", "Bỏ dòng ---; mỗi tệp một mục."
    ),
    "yaml-tag": error(
        "Giá trị không được bắt đầu bằng “!” (ở đây là “{tag}”).",
        "Đặt cả giá trị trong dấu nháy đơn, hoặc bỏ “{tag}”.",
    ),
    "yaml-alias": error(
        "Giá trị không được bắt đầu bằng “{mark}” (ở đây là “{mark}{name}”).",
        "Đặt cả giá trị trong dấu nháy đơn, hoặc viết giá trị đầy đủ thay cho “{mark}{name}”.",
    ),
    "yaml-too-deep": error(
        "Khai báo lồng quá {limit} tầng.", "Viết lại theo mẫu (dvk new), bớt tầng."
    ),
    "duplicate-key": error(
        "Khóa “{key}” đã viết ở dòng {first}.", "Gộp hai chỗ làm một, rồi xóa dòng này."
    ),
    "key-not-text": error(
        "Trước dấu hai chấm phải là tên một khóa.", "Viết tên khóa như trong mẫu."
    ),
}

SHAPE = {
    "unknown-key": error(
        "Khóa “{key}” không có trong mẫu.", "Sửa tên khóa theo mẫu, hoặc bỏ dòng này."
    ),
    "missing-key": error("Thiếu khóa bắt buộc “{key}”{label}.", "Thêm dòng “{key}: …”."),
    "empty-value": error(
        "{what} chưa có giá trị.",
        "Điền giá trị (có # ở đầu thì đặt trong dấu nháy), hoặc bỏ dòng này nếu không bắt buộc.",
    ),
    "wrong-type": error("{what} phải là {expected}, không phải {found}.", "{advice}"),
    "too-long": error(
        "{what} dài {size} ký tự, quá mức {limit}.", "Rút gọn còn tối đa {limit} ký tự."
    ),
    "too-many": error("{what} có {size} mục, quá mức {limit}.", "Chỉ giữ những mục cần thiết."),
    "too-few": error("{what} cần ít nhất một mục.", "Thêm một dòng bắt đầu bằng “- ” ở dưới."),
    "not-a-year": error(
        "“{value}” không phải năm.", "Viết bốn chữ số, từ {first} đến {last}, ví dụ 2025."
    ),
    "not-a-date": error("“{value}” không phải một ngày viết đúng cách.", "Viết như {form}."),
    "impossible-date": error(
        "“{value}” không có trên lịch, hoặc ngoài các năm {first}–{last}.",
        "Kiểm tra lại ngày, tháng, năm.",
    ),
    "not-a-number": error(
        "“{value}” không phải số nguyên.", "Viết chữ số liền nhau, ví dụ 1500000."
    ),
    "ambiguous-number": error(
        "“{value}” có thể hiểu là hai số khác nhau.",
        "Viết {whole} nếu là số nguyên (trang tự thêm dấu chấm), hoặc {decimal} nếu có phần lẻ.",
    ),
    "not-true-false": error(
        "“{value}” không phải true hay false.", "Viết true (có) hoặc false (không)."
    ),
    "unknown-term": error(
        "“{value}” không có trong danh mục {list}.", "Dùng một trong: {choices}."
    ),
    "unknown-province": error(
        "Không có tỉnh, thành phố nào tên “{value}”.",
        "Viết tên như trong content/vocabulary/tinh.yml, cũ hay mới đều được.",
    ),
    "bad-slug-reference": error(
        "“{value}” không thể là tên tệp của một mục.",
        "Viết tên tệp, không có đuôi: chữ thường không dấu, số, gạch nối.",
    ),
    "bad-id": error("“{value}” không thể là mã.", "Chỉ dùng chữ thường không dấu, số và gạch nối."),
    "bad-url": error(
        "“{value}” không phải địa chỉ đầy đủ của một trang web.",
        "Chép cả địa chỉ từ trình duyệt, kể cả https:// ở đầu.",
    ),
    "bad-email": error("“{value}” không phải địa chỉ thư điện tử.", "Viết như vanthu@coquan.vn."),
    "bad-phone": error(
        "“{value}” không phải số điện thoại cơ quan.", "Viết 8–11 chữ số, có thể có dấu cách."
    ),
    "bad-image-path": error(
        "“{value}” không thể là tên một tệp ảnh.",
        "Viết tên tệp trong content/images/, không dấu, ví dụ 2025/le-phat-dong.jpg.",
    ),
    "bad-document-number": error(
        "“{value}” không đúng cách viết số, ký hiệu văn bản.",
        "Viết như 31-KH/TU (Đảng) hoặc 08/2022/QĐ-UBND (Nhà nước).",
    ),
}

SENTENCES: dict[str, Sentence] = {**FILE, **YAML, **SHAPE, **MEANING, **FORMALISM, **FORMS}

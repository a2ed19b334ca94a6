"""What can be wrong with a registration form that is being read; see ``sentences``."""

from __future__ import annotations

from generator.core.sentence import error, warning

FORMS = {
    "form-old-format": error(
        "Tệp thuộc loại cũ ({found}) nên không nhập được.",
        "Mở bằng {program}, chọn “Lưu thành” (Save As) kiểu {ending}, rồi nhập tệp mới.",
    ),
    "form-locked": error("Tệp đang đặt mật khẩu.", "Mở tệp, bỏ mật khẩu mở tệp, lưu lại rồi nhập."),
    "form-not-office": error(
        "Tệp không phải bảng tính .xlsx hay văn bản .docx.",
        "Mở tệp, chọn “Lưu thành” (Save As) kiểu .xlsx hoặc .docx, rồi nhập tệp mới.",
    ),
    "form-damaged": error(
        "Tệp bị hỏng, không mở được.", "Mở bằng Excel hoặc Word, lưu thành tệp mới rồi nhập."
    ),
    "form-too-large": error(
        "Tệp quá lớn: {what}.",
        "Bỏ ảnh và các trang tính không cần, hoặc tách thành nhiều tệp.",
    ),
    "form-declares-entities": error(
        "Trong tệp có phần khai báo (DOCTYPE) mà Word, Excel không bao giờ ghi.",
        "Đừng dùng tệp này; xin người gửi bản khác.",
    ),
    "form-old-letters": error(
        "Chữ gõ bằng bảng mã cũ {encoding}, không phải Unicode: “{found}”.",
        "Đổi cả tệp sang Unicode (công cụ của UniKey: Ctrl+Shift+F6), lưu lại rồi nhập.",
    ),
    "form-table-missing": error(
        "Không tìm thấy bảng đăng ký.",
        "Bảng phải có các cột: {columns}. Mẫu trống lấy bằng lệnh dvk export form.",
    ),
    "form-column-missing": error(
        "Bảng không có cột “{column}”.",
        "Thêm cột này, hoặc chép nội dung sang mẫu trống (dvk export form).",
    ),
    "form-column-twice": error(
        "Cột “{column}” có hai lần: ở cột {first} và ở đây.",
        "Giữ một cột, đổi tiêu đề cột kia.",
    ),
    "form-too-many-rows": error(
        "Bảng dài quá {limit} dòng.", "Tách thành nhiều tệp, mỗi tệp không quá {limit} dòng."
    ),
    "form-empty": error(
        "Bảng chưa có dòng nào được điền.", "Điền ít nhất một mô hình, điển hình rồi nhập."
    ),
    "form-unit-missing": error(
        "Bảng không ghi tên đơn vị.",
        'Điền vào dòng “ĐƠN VỊ:” ở trên bảng, hoặc thêm --unit "Tên đơn vị" vào lệnh.',
    ),
    "form-year-missing": error(
        "Bảng không ghi năm đăng ký.", "Thêm năm vào lệnh, ví dụ --year {example}."
    ),
    "form-year-differs": error(
        "Bảng ghi năm {found}, lệnh lại ghi năm {given}.",
        "Xem có nhầm tệp không, rồi sửa một trong hai.",
    ),
    "form-plan-unknown": error(
        "Bảng kèm theo kế hoạch số {found}, nhưng trong kho chưa có kế hoạch ấy.",
        "Tạo kế hoạch trước (dvk new plan), hoặc chỉ rõ bằng --plan TÊN_TỆP.",
    ),
    "form-plan-unclear": error(
        "Bảng kèm theo kế hoạch số {found}; trong kho có {count} kế hoạch mang số ấy.",
        "Chỉ rõ bằng --plan TÊN_TỆP: {plans}.",
    ),
    "form-plan-differs": error(
        "Bảng kèm theo kế hoạch số {found}, lệnh lại ghi kế hoạch số {given}.",
        "Xem có nhầm tệp không, rồi sửa --plan hoặc dòng “Kèm theo Kế hoạch” trong bảng.",
    ),
    "form-place-missing": error(
        "Chưa biết các mô hình này ở tỉnh, thành phố nào.",
        'Thêm --place "Tên tỉnh", hoặc --plan để lấy địa bàn của kế hoạch.',
    ),
    "form-field-unknown": error(
        "Không có lĩnh vực nào tên “{found}”; các dòng bên dưới chưa nhập được.",
        "Ghi tên một trong các lĩnh vực: {choices}.",
    ),
    "form-field-missing": error(
        "Dòng này chưa thuộc lĩnh vực nào.",
        "Thêm ở trên một dòng lĩnh vực, như “I. LĨNH VỰC KINH TẾ”.",
    ),
    "form-name-missing": error(
        "Dòng đã có nội dung nhưng chưa có tên mô hình.",
        "Điền tên mô hình, điển hình, hoặc xóa cả dòng.",
    ),
    "form-row-merged": error(
        "Ô tên gộp với dòng trên nhưng dòng này có nội dung riêng.",
        "Bỏ gộp ô: mỗi dòng một mô hình, có tên riêng.",
    ),
    "form-address-missing": error(
        "“{name}” chưa có địa chỉ.",
        'Điền cột “{column}”, hoặc thêm --place "tỉnh; xã" nếu cả bảng ở một nơi.',
    ),
    "form-content-missing": error(
        "“{name}” chưa có nội dung.",
        "Nêu tóm tắt: giải quyết vấn đề gì, ai thực hiện, dự kiến kết quả.",
    ),
    "form-kind-missing": error(
        "“{name}” chưa rõ là mô hình tập thể hay cá nhân.", "Ghi x vào một trong hai cột."
    ),
    "form-kind-twice": error("“{name}” đánh dấu cả tập thể lẫn cá nhân.", "Chỉ để lại một dấu x."),
    "form-origin-twice": error(
        "“{name}” đánh dấu cả xây dựng mới lẫn nhân rộng.", "Chỉ để lại một dấu x."
    ),
    "form-mark-unclear": error(
        "Không hiểu “{found}” ở cột “{column}”.", "Ghi x nếu đúng, để trống nếu không."
    ),
    "form-formula": error(
        "Ô này là công thức: {found}.",
        "Thay công thức bằng chữ: chép ô, rồi dán theo kiểu “Chỉ giá trị” (Values).",
    ),
    "form-cell-error": error("Ô này báo lỗi {found}.", "Gõ lại nội dung của ô."),
    "form-cell-date": error(
        "Ô này là ngày tháng ({found}), có thể bảng tính đã tự đổi.",
        "Định dạng ô là Văn bản (Text), rồi gõ lại nội dung.",
    ),
    "form-person-without-basis": error(
        "“{name}” nêu một cá nhân, mà bảng không nói người ấy đã đồng ý.",
        "Khi đã có văn bản đồng ý của từng người, thêm --consent vào lệnh.",
    ),
    "form-phone": error("Có số điện thoại: {found}.", "Xóa số này khỏi bảng."),
    "form-province-unknown": error(
        "Không có tỉnh, thành phố nào tên “{value}”.", "Sửa tên tỉnh, thành phố trong địa chỉ."
    ),
    "form-old-province": error(
        "Năm {year} không còn {old}, nay thuộc {today}.", "Sửa địa chỉ theo tên hiện nay."
    ),
    "form-old-district": error(
        "Năm {year} không còn cấp huyện (bỏ từ 01/7/2025), nhưng địa chỉ ghi “{value}”.",
        "Bỏ cấp huyện khỏi địa chỉ.",
    ),
    "form-row-twice": error(
        "“{name}” đã có ở {other}.",
        "Xóa một trong hai dòng; hai mô hình khác nhau thì ghi tên hoặc địa chỉ khác nhau.",
    ),
    "form-entry-registered": error(
        "“{name}” đã có trong kho, đăng ký năm {year}: {path}.",
        "Bỏ dòng này; cần sửa gì thì sửa trong tệp ấy.",
    ),
    "form-entry-exists": error(
        "“{name}” của đơn vị này đã có trong kho: {path}.",
        "Vẫn là mô hình ấy thì ghi thêm năm {year} vào dang_ky của tệp đó và bỏ dòng này; "
        "là mô hình khác thì đặt tên khác.",
    ),
    "form-name-taken": error(
        "Không đặt được tên tệp cho “{name}”: các tên hợp lẽ đều đã dùng.",
        "Đặt tên mô hình rõ hơn, có tên địa phương hoặc đơn vị.",
    ),
    "form-sheet-hidden": warning(
        "Trang tính này đang ẩn nên không được nhập.", "Muốn nhập thì cho hiện trang tính."
    ),
}

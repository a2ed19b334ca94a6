"""A made-up content folder of any size: for measuring, never for reading.

The same seed gives the same files, entry by entry: the corpus of 1,000 is the beginning of the
corpus of 10,000, so that growth can be told per entry. Words and places are real and spread as
in prose (few stand everywhere, a long tail almost nowhere); hamlets, deeds and figures are
invented, and no person is named. Knows the content format, not the generator it helps measure.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, product
from pathlib import Path
from random import Random

VOCABULARY = Path(__file__).resolve().parents[1] / "content/vocabulary"
SEED = "dvk-1"
LAST_YEAR = 2026
NO_DISTRICTS_FROM = 2025
"""Entries of this year and later carry today's province and no district."""

# today's province = former province: districts (q quận, h huyện, t thị xã, p thành phố)
_PLACES = """
Hà Nội = Hà Nội: q Ba Đình, h Gia Lâm; Cao Bằng = Cao Bằng: h Trùng Khánh, h Bảo Lạc;
Tuyên Quang = Tuyên Quang: h Sơn Dương | Hà Giang: h Đồng Văn; Điện Biên = Điện Biên: h Mường Nhé,
h Tuần Giáo; Lai Châu = Lai Châu: h Tam Đường, h Sìn Hồ; Sơn La = Sơn La: h Mộc Châu, h Mai Sơn;
Lào Cai = Lào Cai: h Bát Xát | Yên Bái: h Văn Chấn; Thái Nguyên = Thái Nguyên: h Đại Từ |
Bắc Kạn: h Chợ Đồn; Lạng Sơn = Lạng Sơn: h Cao Lộc, h Bắc Sơn; Quảng Ninh = Quảng Ninh: h Vân Đồn,
h Bình Liêu; Bắc Ninh = Bắc Ninh: h Gia Bình | Bắc Giang: h Lục Ngạn; Phú Thọ =
Phú Thọ: h Thanh Sơn | Vĩnh Phúc: h Tam Đảo | Hòa Bình: h Mai Châu; Hải Phòng =
Hải Phòng: h Tiên Lãng | Hải Dương: h Thanh Miện; Hưng Yên = Hưng Yên: h Khoái Châu |
Thái Bình: h Tiền Hải; Ninh Bình = Ninh Bình: h Kim Sơn | Hà Nam: h Lý Nhân | Nam Định: h Hải Hậu;
Thanh Hóa = Thanh Hóa: h Quan Hóa, h Yên Định; Nghệ An = Nghệ An: h Kỳ Sơn, h Nam Đàn; Hà Tĩnh =
Hà Tĩnh: h Can Lộc, h Hương Khê; Quảng Trị = Quảng Trị: h Hướng Hóa | Quảng Bình: h Lệ Thủy; Huế =
Thừa Thiên Huế: h A Lưới, h Phú Vang; Đà Nẵng = Đà Nẵng: q Hải Châu | Quảng Nam: h Đại Lộc;
Quảng Ngãi = Quảng Ngãi: h Lý Sơn | Kon Tum: h Đăk Hà; Gia Lai = Gia Lai: h Chư Sê |
Bình Định: h Tuy Phước; Khánh Hòa = Khánh Hòa: h Vạn Ninh | Ninh Thuận: h Ninh Hải; Đắk Lắk =
Đắk Lắk: h Cư M’gar | Phú Yên: h Đồng Xuân; Lâm Đồng = Lâm Đồng: h Đức Trọng |
Đắk Nông: h Đắk Mil | Bình Thuận: h Bắc Bình; Đồng Nai = Đồng Nai: h Trảng Bom |
Bình Phước: h Lộc Ninh; Thành phố Hồ Chí Minh = Thành phố Hồ Chí Minh: h Củ Chi |
Bà Rịa – Vũng Tàu: h Đất Đỏ | Bình Dương: h Dầu Tiếng; Tây Ninh = Tây Ninh: h Tân Biên |
Long An: h Cần Đước; Đồng Tháp = Đồng Tháp: h Tháp Mười | Tiền Giang: h Cái Bè; Vĩnh Long =
Vĩnh Long: h Vũng Liêm | Bến Tre: h Ba Tri | Trà Vinh: h Cầu Kè; An Giang = An Giang: h Tri Tôn |
Kiên Giang: h Giồng Riềng; Cần Thơ = Cần Thơ: h Phong Điền | Sóc Trăng: h Kế Sách |
Hậu Giang: h Phụng Hiệp; Cà Mau = Cà Mau: h Năm Căn | Bạc Liêu: h Hồng Dân
"""

_COMMUNES = """
Tân Thành, Hòa Bình, Long Bình, Phú Mỹ, An Thạnh, Bình Hòa, Tân Phú, Hưng Long, Vĩnh Hòa,
Đông Sơn, Yên Phú, Nam Tiến, Quang Trung, Minh Khai, Thanh Lâm, Xuân Trường, Hải Thanh, Đại Đồng,
Liên Sơn, Tam Hợp, Cẩm Sơn, Ngọc Sơn, Thạch Bình, Bình Minh, Phước Hội, Long Thành, Mỹ Thạnh,
Tân Lập, Phong Phú, Hòa Hưng, Thới Thuận, Vĩnh Phước, An Khánh, Sơn Hà, Trung Nghĩa, Đồng Tâm,
Tiên Phong, Kim Long, Thượng Lâm, Hạ Long, Mường Khoa, Chiềng Sơn, Nậm Mười, Bản Lầu, Tà Xùa,
Ea Kao, Ia Pa, Đăk Pét, Lộc An, Bàu Lâm, Thuận Hòa, Trường Khánh, Lương Nghĩa, Phú Tân, Hồng Thái,
Cộng Hòa, Tân Trào, Bắc Lý, Nghĩa Hưng, Trà Giang
"""

# field: names of deeds: words of the topic
_TOPICS = """
nong-thon-moi: Hiến đất làm đường, Mở rộng đường liên thôn, Bê tông hóa ngõ xóm: hiến đất,
tháo dỡ tường rào, đường liên thôn, mặt đường rộng, cống thoát nước, giải phóng mặt bằng;
nong-thon-moi: Tuyến đường hoa phụ nữ tự quản, Hàng rào xanh ngõ sạch, Thắp sáng đường quê:
đường hoa, hàng rào cây xanh, đèn năng lượng mặt trời, ngõ sạch nhà đẹp, dọn cỏ,
trồng hoa mười giờ; nong-thon-moi: Ủ rác hữu cơ tại nhà, Phân loại rác tại nguồn,
Gom rác xây nghĩa tình: ủ phân hữu cơ, thùng rác hai ngăn, chế phẩm vi sinh, bán phế liệu gây quỹ,
bãi rác tự phát, rác nhựa; kinh-te: Tổ hợp tác nuôi bò sinh sản, Bò giống xoay vòng, Ngân hàng bò:
bò giống, chuồng trại, cỏ voi, xoay vòng con giống, phối giống, tiêm phòng lở mồm long móng;
kinh-te: Trồng rau sạch trong nhà lưới, Cánh đồng không vỏ thuốc, Liên kết bao tiêu lúa:
rau an toàn, nhà lưới, bao tiêu sản phẩm, giống lúa chất lượng cao, bể thu gom vỏ thuốc,
tưới tiết kiệm; kinh-te: Giúp nhau thoát nghèo có địa chỉ, Một chi bộ giúp một hộ nghèo,
Tổ góp vốn xoay vòng: hộ cận nghèo, góp vốn xoay vòng, cho mượn đất, con giống ban đầu,
vay vốn ưu đãi, thoát nghèo bền vững; kinh-te: Du lịch cộng đồng bản làng, Giữ nghề dệt thổ cẩm,
Làng nghề đan lát: khách lưu trú, nhà sàn, khung cửi, hoa văn thổ cẩm, hướng dẫn viên tại chỗ,
mây tre đan; van-hoa-xa-hoi: Hũ gạo nghĩa tình, Bếp ăn từ thiện, Suất cơm không đồng:
hũ gạo tiết kiệm, suất cơm miễn phí, bệnh nhân nghèo, mạnh thường quân, góp gạo mỗi ngày,
nấu cháo; van-hoa-xa-hoi: Tiếp sức đến trường, Con nuôi đồn biên phòng, Tủ sách làng quê:
học bổng, xe đạp cũ, đỡ đầu trẻ mồ côi, nguy cơ bỏ học, góc học tập, áo ấm mùa đông;
van-hoa-xa-hoi: Nói không với tảo hôn, Tang lễ văn minh, Cưới hỏi tiết kiệm: tảo hôn,
hôn nhân cận huyết, tang lễ, hủ tục, cỗ bàn linh đình, hương ước dòng họ; van-hoa-xa-hoi:
Mái ấm cho hộ nghèo, Đổi ngày công xóa nhà tạm, Chăm sóc người cao tuổi neo đơn: xóa nhà tạm,
đổi công, mái tôn, nền gạch, người già neo đơn, khám bệnh phát thuốc; quoc-phong-an-ninh:
Tiếng kẻng an ninh, Camera an ninh khu dân cư, Dòng họ tự quản về an ninh: tiếng kẻng,
camera giám sát, trộm cắp vặt, tổ tuần tra đêm, dòng họ tự quản, tin báo tố giác;
quoc-phong-an-ninh: Tổ tự quản đường biên cột mốc, Bến bãi bình yên, Tổ tàu thuyền đoàn kết:
đường biên, cột mốc, khai thác bất hợp pháp, giám sát hành trình, ngư trường,
xuất nhập cảnh trái phép; quoc-phong-an-ninh: Tổ liên gia phòng cháy chữa cháy, Nhà trọ tự quản,
Phòng chống lừa đảo trên mạng: bình chữa cháy, lối thoát nạn thứ hai, chuông báo cháy,
chủ nhà trọ, tài khoản lừa đảo, khai báo tạm trú; xay-dung-he-thong-chinh-tri:
Thủ tục hành chính tại nhà, Tổ công nghệ số cộng đồng, Ngày thứ bảy vì dân: một cửa lưu động,
nộp hồ sơ trực tuyến, chữ ký số, trả kết quả tại nhà, người già yếu, định danh điện tử;
xay-dung-he-thong-chinh-tri: Cà phê sáng với dân, Lắng nghe dân nói, Đối thoại đầu tháng:
cà phê sáng, đối thoại trực tiếp, sổ ghi ý kiến, hẹn ngày trả lời, bí thư chi bộ, hộp thư góp ý;
do-thi-van-minh: Hẻm xanh sạch đẹp, Phủ xanh tường hẻm, Biến bãi rác thành vườn hoa: hẻm nhỏ,
tranh bích họa, chậu hoa tái chế, điểm đen về rác, dây cáp rối, bồn hoa; do-thi-van-minh:
Tuyến phố không lấn chiếm vỉa hè, Chợ văn minh cân đúng, Chung cư năm không: vỉa hè thông thoáng,
vạch sơn để xe, cân đối chứng, niêm yết giá, ban quản trị chung cư, tiểu thương
"""

# The commonest first.
_WORDS = """
và, của, các, được, trong, cho, với, đã, để, là, có, ở, đến, từ, người, khi, không, này, những,
một, về, ra, theo, tại, cùng, nhiều, làm, vào, còn, sau, trên, mỗi, bằng, nên, như, lại, phải, hộ,
năm, xã, ấp, thôn, việc, nhà, tổ, hội, vận động, nhân dân, thực hiện, mô hình, xây dựng, dân vận,
cán bộ, đảng viên, tuyên truyền, hội viên, gia đình, đồng bào, tham gia, phong trào, kết quả,
chi bộ, địa phương, đời sống, tổ chức, hỗ trợ, kinh tế, nông thôn, đóng góp, ý thức, trách nhiệm,
chính quyền, đoàn thể, mặt trận, phụ nữ, nông dân, thanh niên, cựu chiến binh, đồng thuận, bà con,
phát triển, môi trường, an ninh, trật tự, văn hóa, xã hội, đoàn kết, khu dân cư, hằng tháng,
hằng năm, kinh phí, vật liệu, ngày công, triệu đồng, thu nhập, giảm nghèo, hộ nghèo, khó khăn,
hoàn cảnh, hiệu quả, phối hợp, thành lập, duy trì, nhân rộng, công khai, dân chủ, bàn bạc,
thống nhất, quy chế, quy ước, hương ước, tự nguyện, tự giác, tự quản, kiểm tra, giám sát, báo cáo,
kế hoạch, chỉ đạo, hướng dẫn, triển khai, đăng ký, tổng kết, sơ kết, khen thưởng, biểu dương,
điển hình, gương mẫu, nêu gương, đi đầu, gần gũi, lắng nghe, đối thoại, tiếp xúc, kiến nghị,
phản ánh, giải quyết, kịp thời, thường xuyên, lâu dài, bền vững, thiết thực, cụ thể, phù hợp,
đặc điểm, thế mạnh, truyền thống, bản sắc, lễ hội, ma chay, cưới hỏi, hủ tục, nếp sống, văn minh,
vệ sinh, rác thải, phân loại, thu gom, xử lý, ô nhiễm, kênh mương, cống rãnh, thoát nước,
nước sạch, nguồn nước, cây xanh, hàng rào, cổng ngõ, đường hoa, chiếu sáng, bóng đèn, cột điện,
bê tông, xi măng, cát đá, mặt đường, lề đường, cầu dân sinh, giao thông, an toàn, tai nạn,
mũ bảo hiểm, học sinh, nhà trường, giáo viên, khuyến học, học bổng, sách vở, thư viện, tủ sách,
xe đạp, trẻ em, người già, người cao tuổi, khuyết tật, neo đơn, mồ côi, chính sách, thương binh,
liệt sĩ, tri ân, nghĩa tình, nhà tình thương, sửa chữa, tặng quà, quỹ hội, tiết kiệm, góp vốn,
vay vốn, tín dụng, ngân hàng, lãi suất, tổ hợp tác, hợp tác xã, doanh nghiệp, liên kết, sản xuất,
tiêu thụ, thị trường, thương lái, giá cả, hợp đồng, nông sản, đặc sản, thương hiệu, truy xuất,
nguồn gốc, giống mới, cây trồng, vật nuôi, chăn nuôi, trồng trọt, phân bón, hữu cơ, thuốc trừ sâu,
sâu bệnh, kỹ thuật, tập huấn, chuyển giao, tham quan, học hỏi, kinh nghiệm, năng suất, chất lượng,
sản lượng, lợi nhuận, chi phí, đầu tư, máy móc, cơ giới, nhà lưới, tưới nước, nhỏ giọt, ao cá,
lồng bè, tôm sú, cua biển, bò sinh sản, dê núi, lợn nái, gà thả vườn, vịt đẻ, ong mật, lúa nước,
nương rẫy, ruộng bậc thang, ngô lai, khoai lang, sắn dây, chè xanh, cà phê, hồ tiêu, cao su,
điều ghép, sầu riêng, bưởi da xanh, cam sành, vải thiều, thanh long, xoài cát, chuối già, rau màu,
nấm rơm, hoa kiểng, dược liệu, quế hồi, keo lai, rừng phòng hộ, phá rừng, cháy rừng, tuần tra,
biên giới, cột mốc, hải đảo, ngư dân, tàu thuyền, khai thác, vi phạm, vùng biển, bộ đội,
biên phòng, dân quân, công an, khu vực, tội phạm, ma túy, trộm cắp, cờ bạc, tín dụng đen, lừa đảo,
không gian mạng, mạng xã hội, nhóm zalo, điện thoại, thông minh, dịch vụ công, trực tuyến,
thủ tục, hành chính, một cửa, hồ sơ, chứng thực, căn cước, khai sinh, tạm trú, lưu động, tại nhà,
chữ ký số, tài khoản, thanh toán, không tiền mặt, chuyển đổi số, nền tảng, phần mềm, mã vạch,
camera, loa phát thanh, tiếng kẻng, tiếng mõ, tổ hòa giải, mâu thuẫn, tranh chấp, khiếu nại,
tố cáo, đất đai, ranh giới, bồi thường, mặt bằng, tái định cư, dự án, cao tốc, vành đai,
đường sắt, khu công nghiệp, công nhân, nhà trọ, chủ trọ, công đoàn, người lao động, việc làm,
học nghề, đào tạo, xuất khẩu, thủ công, đan lát, thổ cẩm, may mặc, gốm sứ, mây tre, làng nghề,
du lịch, cộng đồng, nhà sàn, khách sạn, ẩm thực, món ăn, biểu diễn, đờn ca, hát then, hát xoan,
cồng chiêng, nhà rông, nhà văn hóa, sân bóng, thể dục, thể thao, dưỡng sinh, câu lạc bộ,
sinh hoạt, chuyên đề, hội nghị, hội thi, tờ rơi, pa nô, khẩu hiệu, phát động, ra quân, thứ bảy,
chủ nhật, ngày hội, đại đoàn kết, tôn giáo, chùa chiền, nhà thờ, giáo xứ, linh mục, chức sắc,
tín đồ, phật tử, sư trụ trì, già làng, trưởng bản, người có uy tín, dân tộc, thiểu số,
tiếng mẹ đẻ, phiên dịch, xóa mù chữ, lớp học, tảo hôn, hôn nhân, cận huyết, bạo lực,
bình đẳng giới, dân số, sức khỏe, trạm y tế, khám bệnh, bảo hiểm y tế, tiêm chủng, dịch bệnh,
sốt xuất huyết, muỗi vằn, lăng quăng, dinh dưỡng, thai sản, hiến máu, cấp cứu, thiên tai, bão lũ,
sạt lở, hạn hán, xâm nhập mặn, cứu hộ, cứu nạn, phòng cháy, chữa cháy, bình chữa cháy, áo phao,
phòng chống, đuối nước, hồ bơi, bếp ăn, suất cơm, hũ gạo, con heo đất, ve chai, phế liệu,
túi ni lông, rác hữu cơ, ủ phân, men vi sinh, hố rác, xe đẩy, bãi rác, đốt đồng, rơm rạ, khói bụi,
tiếng ồn, vỉa hè, lòng đường, hàng rong, biển hiệu, mái che, lấn chiếm, quảng cáo, ngầm hóa,
dây cáp, chung cư, ban quản trị, tổ dân phố, khu phố, hẻm nhỏ, tranh tường, bích họa, ghế đá,
công viên, sân chơi, vườn rau, ban công, tái chế, chợ truyền thống, tiểu thương, cân đối chứng,
niêm yết, hàng giả, thực phẩm, an toàn thực phẩm, giết mổ, bán trú, nhà vệ sinh, cảnh quan,
cờ Tổ quốc, ảnh Bác, tư tưởng, đạo đức, phong cách, học tập, làm theo, nghị quyết, chỉ thị,
quy định, đảng ủy, cấp ủy, bí thư, chủ tịch, ủy ban, hội đồng, đại biểu, cử tri, phản biện,
minh bạch, tiết giảm, thời gian, nhanh gọn, hài lòng, khảo sát, phiếu hỏi, hộp thư, góp ý,
tiếp dân, xin lỗi, thư cảm ơn, chúc mừng, chia buồn, trồng cây, nhớ ơn, thắp sáng, nối vòng tay,
sẻ chia, tiếp sức, đến trường, mùa thi, hè tình nguyện, áo trắng, lá lành, chắp cánh, ước mơ,
mái ấm, ấm lòng, mùa đông, áo ấm, bánh chưng, xuân yêu thương, trung thu, đèn lồng, khởi nghiệp,
sáng tạo, cải tiến, sáng kiến, giải pháp, mục tiêu, chỉ tiêu, tiêu chí, thẩm định, công nhận,
đạt chuẩn, nâng cao, kiểu mẫu, vượt khó, thoát nghèo, cận nghèo, khá giả, ổn định, cải thiện,
tăng thêm, bình quân, đầu người, tỷ lệ, phần trăm, so với, trước đây, hiện nay, ban đầu, bước đầu,
từng bước, dần dần, lan tỏa, sâu rộng, rộng khắp, mạnh mẽ, quyết tâm, kiên trì, khéo léo, mềm dẻo,
thuyết phục, phân tích, giải thích, hiểu rõ, tin tưởng, ủng hộ, hưởng ứng, chung tay, góp sức,
đồng lòng, hiến kế, cam kết, ký kết, giao ước, thi đua, bình xét, chấm điểm, xếp loại, nhắc nhở,
uốn nắn, rút kinh nghiệm, bổ sung, điều chỉnh, hoàn thiện
"""

_DISTRICT = {"q": "quận", "h": "huyện", "t": "thị xã", "p": "thành phố"}
_UNITS = ("hộ", "người", "m²", "triệu đồng", "ngày công", "cuộc họp", "lượt", "tấn", "phần quà")
_BODIES = (
    *("Hội Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh", "Đoàn Thanh niên"),
    *("Chi bộ", "Công an", "Mặt trận Tổ quốc", "Ủy ban nhân dân", "Ban Chỉ huy Quân sự"),
)


def _parts(text: str, mark: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(mark)]


def _zipf(size: int, shift: int) -> list[float]:
    """Weights added up: the n-th is wanted in proportion to 1 / (n + shift)."""
    return list(accumulate(1 / (rank + shift) for rank in range(size)))


def _syllables() -> list[str]:
    """Some 3,000 syllables such as stand in the names of hamlets, in a fixed random order."""
    onsets = _parts("b,c,ch,d,đ,g,h,kh,l,m,n,ng,nh,p,ph,r,s,t,th,tr,v,x", ",")
    open_rhymes = (
        "a,a.m,a.n,a.ng,a.o,ă.m,ă.n,ă.ng,â.u,o.n,o.ng,ô,ô.ng,ơ.i,ơ.n,u.a,u.n,u.ng,ư,ư.a,ươ.n"
    )
    closed_rhymes = "a.c,a.t,a.p,ă.t,â.t,o.c,ô.p,ơ.t,u.c,ư.c,ươ.c"
    tones = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
    spelt = [*product(onsets, _parts(open_rhymes, ","), tones)]
    spelt += product(onsets, _parts(closed_rhymes, ","), tones[2::3])
    found = {onset + tone.join([*rhyme.split("."), ""][:2]) for onset, rhyme, tone in spelt}
    return sorted((unicodedata.normalize("NFC", each) for each in found), key=_shuffled)


def _shuffled(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


COMMUNES, WORDS, SYLLABLES = _parts(_COMMUNES, ","), _parts(_WORDS, ","), _syllables()
WORD_ODDS, SYLLABLE_ODDS = _zipf(len(WORDS), 6), _zipf(len(SYLLABLES), 20)
TOPICS = [tuple(_parts(topic, ":")) for topic in _parts(_TOPICS, ";")]
PLACES = [
    (_parts(group, "=")[0], *_parts(former, ":"))
    for group in _parts(_PLACES, ";")
    for former in _parts(group.partition("=")[2], "|")
]


@dataclass(frozen=True)
class Identity:
    """What other entries need to know of a model; told from its number alone."""

    name: str
    slug: str
    topic: int
    today: str
    """The province of today."""

    place: dict[str, str]
    year: int
    parent: int | None
    """The model it was copied from, always an earlier one."""


def slug(text: str) -> str:
    """The text as a part of a file name."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("đ", "d")).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", plain.decode()).strip("-")


def identity(index: int) -> Identity:
    """Who model ``index`` is; one in nine copies a near one (chains) or one of a few (forks)."""
    rng = Random(f"{SEED}/identity/{index}")
    parent = None
    if index and rng.random() < 0.11:
        parent = index - rng.randint(1, min(index, 30)) if rng.random() < 0.6 else index // 100
    topic = rng.randrange(len(TOPICS)) if parent is None else identity(parent).topic
    year = min(LAST_YEAR, 2015 + int(12 * rng.random() ** 0.6))
    year = year if parent is None else max(year, identity(parent).year)
    today, place = _place(rng, year)
    first, rest = index % len(SYLLABLES), index // len(SYLLABLES)
    hamlet = f"{SYLLABLES[first]} {SYLLABLES[(first * 7 + rest) % len(SYLLABLES)]}".title()
    place["thon"] = f"{rng.choice(('thôn', 'ấp', 'bản', 'khu phố'))} {hamlet}"
    deed = rng.choice(_parts(TOPICS[topic][1], ","))
    head = rng.choice((deed, deed, f"Mô hình “{deed}”", f"Dân vận khéo với “{deed}”"))
    name = f"{head} ở {place['thon']}, {place['xa']}"
    return Identity(name, f"{slug(slug(name)[:60])}-{index}", topic, today, place, year, parent)


def _place(rng: Random, year: int) -> tuple[str, dict[str, str]]:
    """Today's province, and the place as named in that year."""
    today, former, districts = rng.choice(PLACES)
    commune = f"{rng.choice(('xã', 'xã', 'phường'))} {rng.choice(COMMUNES)}"
    if year >= NO_DISTRICTS_FROM:
        return today, {"tinh": today, "xa": commune}
    kind, _, name = rng.choice(_parts(districts, ",")).partition(" ")
    return today, {"tinh": former, "huyen": f"{_DISTRICT[kind]} {name}", "xa": commune}


def figure(rng: Random) -> str:
    """A figure as prose writes it; the small ones are the common ones."""
    return f"{int(10 ** (rng.random() * 3.7)):,}".replace(",", ".")


def sentence(rng: Random, topic_words: list[str]) -> str:
    """Words of everyone, of the topic, and now and then of hardly anyone else."""
    words = rng.choices(WORDS, cum_weights=WORD_ODDS, k=rng.randint(5, 10))
    words.insert(rng.randint(1, 4), rng.choice(topic_words))
    if (chance := rng.random()) < 0.35:
        words.append(f"được {figure(rng)} {rng.choice(_UNITS)}")
    elif chance < 0.75:
        words.insert(3, rng.choices(SYLLABLES, cum_weights=SYLLABLE_ODDS)[0].title())
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def model(index: int, plans: int) -> tuple[str, str]:
    """Path below the content folder and text of model ``index``; its plan is one of the first."""
    me, rng = identity(index), Random(f"{SEED}/model/{index}")
    words = _parts(TOPICS[me.topic][2], ",")
    facts = _facts(me, words, rng)
    if plans:
        wanted = plan(rng.randrange(min(plans, index // 20 + 1)))[0].rpartition("/")[2][:-3]
        facts |= {"ke_hoach": [wanted], "dang_ky": [{"nam": me.year, "ke_hoach": wanted}]}
    if me.parent is not None:
        facts["nhan_rong_tu"] = identity(me.parent).slug
    seen = [identity(rng.randrange(index)) for _ in range(2)] if index else []
    return f"models/{slug(me.today)}/{me.slug}.md", _entry(facts, _body(rng, words, seen))


def _facts(me: Identity, words: list[str], rng: Random) -> dict[str, object]:
    pick, unit = rng.choice, f"{rng.choice(_BODIES)} {me.place['xa']}"
    person, before = rng.random() < 0.12, rng.randrange(4)
    start = me.year - before if me.parent is None else me.year
    lasted = f"sau {me.year - start + 1} năm có {figure(rng)} {pick(_UNITS)}"
    fields = {TOPICS[me.topic][0], pick(TOPICS)[0] if rng.random() < 0.2 else TOPICS[me.topic][0]}
    month = f"{me.year}-0{rng.randint(1, 6)}"
    said: list[Mapping[str, object]] = [
        {"noi_dung": pick(words), "gia_tri": f"hơn {figure(rng)}", "thoi_diem": month},
        {"noi_dung": pick(words), "gia_tri": rng.randint(2, 950), "don_vi": pick(_UNITS)},
    ]
    praise = {
        "cap": pick(("tinh", "huyen", "xa", "don-vi")),
        "hinh_thuc": pick(("Giấy khen", "Bằng khen", "Biểu dương điển hình")),
        "nam": rng.randint(me.year, LAST_YEAR),
        "so_quyet_dinh": f"{rng.randint(10, 3999)}-QĐ/HU",
    }
    return {
        "ten": me.name,
        "tom_tat": f"{unit} vận động người dân {pick(words)}, {pick(words)}; {lasted}, "
        f"{pick(WORDS[50:])}, {pick(WORDS[50:])}. "
        + pick(("Cách “dân vận khéo” này được nhiều nơi học theo.", "Nhiều hộ làm theo.")),
        "loai": "dien-hinh" if person else "mo-hinh",
        "hinh_thuc": "ca-nhan" if person else "tap-the",
        "linh_vuc": sorted(fields),
        "don_vi": f"Một hội viên của {unit}" if person else unit,
        "dia_ban": {**me.place, "nam": me.year},
        "xay_dung": "moi" if me.parent is None else "nhan-rong",
        "bat_dau": start,
        "trang_thai": pick(("dang-thuc-hien", "dang-thuc-hien", "ket-thuc", "tam-dung")),
        "cong_nhan": [praise][: rng.randrange(2)],
        "ket_qua": said[: rng.randrange(3)],
        "dieu_kien": {
            "kinh_phi": pick(("thap", "vua", "cao")),
            "nhan_luc": f"{rng.randint(3, 20)} người nòng cốt",
            "dia_ban_phu_hop": [pick(("nong-thon", "do-thi", "mien-nui", "bien-gioi", "hai-dao"))],
            "can_co": [pick(words)],
        },
        "nhan_rong_den": [
            {"noi": f"xã {pick(COMMUNES)}", "nam": rng.randint(me.year, LAST_YEAR)}
            for _ in range(pick((0, 0, 0, 1, 3)))
        ],
        "co_so_dang": "da-cong-bo" if person else None,
        "nguon": [
            {
                "tieu_de": f"{pick(words).capitalize()} ở {me.place['xa']}",
                "co_quan": f"Báo {me.place['tinh']}",
                "ngay": month,
                "url": f"https://bao.example/{me.slug}",
            }
        ],
        "tu_khoa": rng.sample(words, 3),
    }


def _body(rng: Random, words: list[str], seen: list[Identity]) -> str:
    """Five known headings, paragraphs, two lists, a table and links; few or many sentences."""
    length = rng.choice((2, 3, 4, 4, 5, 6))

    def said(mark: str = "", end: str = " ") -> str:
        count = rng.randint(length - 1, length + 1)
        return end.join(mark + sentence(rng, words) for _ in range(count))

    rows = "".join(f"\n| {rng.choice(words)} | {figure(rng)} | {figure(rng)} |" for _ in range(3))
    links = " và ".join(f"[{each.name}](../{slug(each.today)}/{each.slug}.md)" for each in seen)
    parts = (
        f"## Hoàn cảnh\n\n{said()}",
        f"## Cách làm\n\n{said()}\n\n{said('1. ', chr(10))}",
        f"## Kết quả\n\n{said()}\n\n| Chỉ số | Trước | Sau |\n| --- | --- | --- |{rows}",
        f"## Bài học\n\n{said('- ', chr(10))}",
        f"## Nhân rộng\n\n{said()}" + (f" Xem thêm {links}." if links else ""),
    )
    return "\n\n".join(parts)


def plan(index: int) -> tuple[str, str]:
    """Path below the content folder and text of plan ``index``."""
    rng = Random(f"{SEED}/plan/{index}")
    year, number = rng.randint(2015, LAST_YEAR - 1), f"{rng.randint(1, 999)}-KH/TU"
    today, place = _place(rng, year)
    offices = [f"{body} các xã, phường" for body in _BODIES]

    def duty() -> str:
        return sentence(rng, COMMUNES)

    facts = {
        "ten": f"Kế hoạch thực hiện phong trào thi đua “Dân vận khéo” giai đoạn {year}–{year + 4}",
        "so_ky_hieu": number,
        "ngay": f"{year}-0{rng.randint(1, 5)}-{rng.randint(10, 28)}",
        "co_quan": f"Ban Thường vụ Tỉnh ủy {place['tinh']}",
        "cap": "tinh",
        "dia_ban": {"tinh": place["tinh"], "nam": year},
        "giai_doan": {"tu": year, "den": year + 4},
        "linh_vuc": sorted({rng.choice(TOPICS)[0], rng.choice(TOPICS)[0]}),
        "chi_tieu": [{"noi_dung": duty(), "toi_thieu": rng.randint(1, 3), "ky": "nam"}],
        "nhiem_vu": [
            {"noi_dung": duty(), "thuc_hien": rng.sample(offices, 2)}
            for _ in range(rng.randint(5, 12))
        ],
        "moc": [{"viec": duty(), "han": f"--11-{rng.randint(10, 30)}", "tu_nam": year}],
        "nguon": [{"tieu_de": f"Kế hoạch {number}", "co_quan": f"Tỉnh ủy {place['tinh']}"}],
    }
    body = f"## Mục đích\n\n{duty()} {duty()}\n\n## Nội dung chính\n\n- {duty()}\n- {duty()}"
    return f"plans/{slug(today)}-{slug(number)}-{index}.md", _entry(facts, body)


def _entry(facts: Mapping[str, object], body: str) -> str:
    return f"---\n{''.join(_yaml(facts, ''))}---\n\n{body}\n"


def _yaml(facts: Mapping[str, object], indent: str) -> Iterator[str]:
    """Lines of YAML; what is empty is left out. No value here needs quotes but yearly dates."""
    for key, value in facts.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:\n"
            yield from _yaml(value, indent + "  ")
        elif isinstance(value, list) and value:
            yield f"{indent}{key}:\n"
            for each in value:
                lines = (
                    "".join(_yaml(each, indent + "    ")) if isinstance(each, dict) else f"{each}\n"
                )
                yield f"{indent}  - {lines.lstrip()}"
        elif value not in (None, []):
            yield (
                f"{indent}{key}: '{value}'\n"
                if str(value).startswith("--")
                else f"{indent}{key}: {value}\n"
            )


def write(count: int, folder: Path, plans: int) -> None:
    """Write ``folder/content`` with so many models and plans, in place of what was there."""
    content = folder / "content"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(VOCABULARY, content / "vocabulary")
    for part in ("plans", *(f"models/{slug(today)}" for today, *_ in PLACES)):
        (content / part).mkdir(parents=True, exist_ok=True)
    _write_some(content, plan, range(plans))
    shares = [range(start, min(start + 500, count)) for start in range(0, count, 500)]
    with ProcessPoolExecutor(2) as workers:
        list(workers.map(partial(_write_some, content, partial(model, plans=plans)), shares))


def _write_some(
    content: Path, make: Callable[[int], tuple[str, str]], numbers: Iterable[int]
) -> None:
    for number in numbers:
        path, text = make(number)
        (content / path).write_text(text, encoding="utf-8")


def main() -> None:
    """The command ``python -m benchmarks.corpus``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("count", type=int, metavar="N", help="how many models")
    parser.add_argument("folder", type=Path, metavar="OUT_DIR", help="gets a folder content/")
    parser.add_argument("--plans", type=int, help="how many plans (default: a twentieth of N)")
    wanted = parser.parse_args()
    plans = wanted.count // 20 if wanted.plans is None else wanted.plans
    write(wanted.count, wanted.folder, plans)
    print(f"{wanted.count} models, {plans} plans in {wanted.folder / 'content'}")


if __name__ == "__main__":
    main()

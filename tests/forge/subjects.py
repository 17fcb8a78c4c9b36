"""What is measured: indicators with the unit and the span of values in which they make sense."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.forge.wordlist import listed


@dataclass(frozen=True)
class Indicator:
    """``text`` names what is measured, in ``unit``; a value lies between ``low`` and ``high``.
    ``falls`` says that less is better."""

    text: str
    unit: str
    low: float
    high: float
    decimals: int = 0
    falls: bool = False


#: Subjects, and what may be true of a share of them.
SHARES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        listed(
            """hồ sơ thủ tục hành chính | hồ sơ đất đai | hồ sơ đăng ký kinh doanh
            | hồ sơ cấp phép xây dựng | hồ sơ người có công | hồ sơ hộ tịch
            | hồ sơ bảo trợ xã hội | hồ sơ thuộc thẩm quyền của Chủ tịch UBND cấp xã"""
        ),
        listed(
            """được giải quyết đúng hạn | được tiếp nhận trực tuyến | được số hóa
            | được trả kết quả qua bưu chính công ích | được thanh toán trực tuyến
            | được cập nhật trên phần mềm một cửa | được giải quyết trước hạn"""
        ),
    ),
    (
        listed(
            """văn bản đi | văn bản đến | nhiệm vụ do cấp trên giao | báo cáo định kỳ
            | phản ánh, kiến nghị của người dân | đơn thư khiếu nại, tố cáo
            | kiến nghị của cử tri | kết luận thanh tra"""
        ),
        listed(
            """được xử lý đúng thời hạn | được xử lý trên môi trường mạng | được ký số
            | được trả lời bằng văn bản | được theo dõi trên hệ thống"""
        ),
    ),
    (
        listed(
            """cán bộ, công chức | cán bộ, công chức cấp xã | viên chức y tế
            | giáo viên mầm non | giáo viên tiểu học | cán bộ không chuyên trách ở thôn
            | công chức tiếp công dân"""
        ),
        listed(
            """được bồi dưỡng kỹ năng số | đạt chuẩn trình độ chuyên môn
            | được tập huấn nghiệp vụ | được cấp tài khoản thư điện tử | sử dụng chữ ký số"""
        ),
    ),
    (
        listed(
            """hộ gia đình nông thôn | hộ dân | hộ dân khu vực đô thị | hộ gia đình ven biển
            | hộ đồng bào dân tộc thiểu số | hộ sản xuất nông nghiệp"""
        ),
        listed(
            """sử dụng nước sạch đạt quy chuẩn | có nhà tiêu hợp vệ sinh
            | được dùng điện an toàn | phân loại rác tại nguồn
            | đạt danh hiệu gia đình văn hóa | có kết nối internet băng rộng
            | được tiếp cận vốn tín dụng chính sách"""
        ),
    ),
    (
        listed(
            """trẻ em | trẻ em dưới 6 tuổi | trẻ em dưới 01 tuổi | phụ nữ mang thai
            | người cao tuổi | người khuyết tật | người từ 60 tuổi trở lên
            | học sinh tiểu học"""
        ),
        listed(
            """được quản lý sức khỏe | được khám sức khỏe định kỳ | có thẻ bảo hiểm y tế
            | được tư vấn dinh dưỡng | được lập hồ sơ sức khỏe điện tử"""
        ),
    ),
    (
        listed(
            """trường mầm non | trường tiểu học | trường trung học cơ sở | cơ sở giáo dục
            | trạm y tế | nhà văn hóa thôn | trụ sở làm việc cấp xã | thư viện trường học"""
        ),
        listed(
            """đạt chuẩn quốc gia | được kiên cố hóa | có công trình vệ sinh đạt yêu cầu
            | được kết nối internet | bảo đảm điều kiện phòng cháy, chữa cháy"""
        ),
    ),
    (
        listed(
            """lao động | lao động nông thôn | lao động nữ | thanh niên | người khuyết tật
            | quân nhân xuất ngũ | lao động trong các khu công nghiệp"""
        ),
        listed(
            """qua đào tạo nghề | có việc làm sau đào tạo | tham gia bảo hiểm xã hội
            | được tư vấn giới thiệu việc làm | có bằng cấp, chứng chỉ"""
        ),
    ),
    (
        listed(
            """chất thải rắn sinh hoạt | nước thải đô thị | chất thải rắn công nghiệp
            | bao bì thuốc bảo vệ thực vật | chất thải y tế | chất thải xây dựng"""
        ),
        ("được thu gom, xử lý", "được thu gom theo quy định", "được xử lý đạt quy chuẩn"),
    ),
    (
        listed(
            """doanh nghiệp | doanh nghiệp nhỏ và vừa | hợp tác xã nông nghiệp | hộ kinh doanh
            | cơ sở chế biến thủy sản | sản phẩm OCOP"""
        ),
        listed(
            """tham gia sàn thương mại điện tử | sử dụng hóa đơn điện tử | nộp thuế điện tử
            | được truy xuất nguồn gốc | ứng dụng nền tảng số"""
        ),
    ),
    (
        listed(
            """thôn, bản | xã, phường, thị trấn | khu dân cư | tuyến đường trục xã
            | tuyến đường liên thôn | điểm trường lẻ"""
        ),
        listed(
            """có hệ thống chiếu sáng công cộng | có tổ tự quản bảo vệ môi trường
            | được lắp đặt camera an ninh | được trồng cây xanh, trồng hoa"""
        ),
    ),
)

#: Shares with a wording of their own.
OWN_SHARES = listed(
    """Mức độ hài lòng của người dân, tổ chức đối với sự phục vụ hành chính
    | Mức độ hài lòng của người bệnh nội trú | Tỷ lệ che phủ rừng | Độ che phủ rừng
    | Tỷ lệ dân số tham gia bảo hiểm y tế | Tỷ lệ đô thị hóa
    | Tỷ lệ cơ giới hóa khâu gieo trồng | Tỷ lệ giải ngân vốn đầu tư công
    | Tỷ lệ công việc được xử lý trên môi trường điện tử
    | Kinh tế số trong tổng sản phẩm trên địa bàn | Tỷ lệ lấp đầy cụm công nghiệp"""
)

#: Shares of which less is better: (text, low, high).
FALLING = (
    ("Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", 0.5, 9),
    ("Tỷ lệ hộ cận nghèo", 1, 9),
    ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân", 3, 14),
    ("Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi", 6, 20),
    ("Tỷ lệ học sinh bỏ học", 0.1, 1.5),
    ("Tỷ lệ thất nghiệp khu vực thành thị", 1, 4),
    ("Tỷ lệ thất thoát nước sạch", 8, 25),
    ("Tỷ lệ hồ sơ trễ hạn", 0.5, 5),
    ("Tỷ lệ sinh con thứ ba trở lên", 3, 12),
    ("Tỷ lệ lao động nông nghiệp trong tổng số lao động xã hội", 15, 40),
    ("Tỷ suất sinh thô", 10, 18),
    ("Tỷ suất tử vong trẻ em dưới 5 tuổi", 8, 22),
)

#: Counts: (text, unit, low, high).
COUNTS = (
    ("Số lớp tập huấn nghiệp vụ", "lớp", 2, 40),
    ("Mô hình chuyển đổi số trong trường học", "mô hình", 1, 15),
    ("Sáng kiến cải cách hành chính được công nhận", "sáng kiến", 1, 12),
    ("Số cuộc kiểm tra công vụ", "cuộc", 2, 30),
    ("Hội nghị đối thoại với người dân", "hội nghị", 1, 12),
    ("Tin, bài tuyên truyền trên hệ thống truyền thanh cơ sở", "tin, bài", 4, 240),
    ("Lao động được tạo việc làm mới", "lao động", 120, 9500),
    ("Số người đi làm việc ở nước ngoài theo hợp đồng", "người", 20, 1200),
    ("Diện tích rừng trồng mới", "ha", 15, 2400),
    ("Diện tích gieo trồng lúa chất lượng cao", "ha", 150, 18000),
    ("Sản lượng lương thực có hạt", "tấn", 1200, 98000),
    ("Sản lượng thủy sản", "tấn", 300, 45000),
    ("Thu ngân sách nhà nước trên địa bàn", "tỷ đồng", 40, 9500),
    ("Tổng vốn đầu tư toàn xã hội", "tỷ đồng", 300, 25000),
    ("Thu nhập bình quân đầu người", "triệu đồng", 32, 96),
    ("Kim ngạch xuất khẩu", "triệu USD", 12, 900),
    ("Tổng lượt khách du lịch", "lượt khách", 5000, 800000),
    ("Số giường bệnh trên một vạn dân", "giường", 15, 42),
    ("Số bác sĩ trên một vạn dân", "bác sĩ", 5, 14),
    ("Số xã đạt chuẩn nông thôn mới", "xã", 1, 24),
    ("Doanh nghiệp thành lập mới", "doanh nghiệp", 10, 900),
    ("Hợp tác xã thành lập mới", "hợp tác xã", 1, 14),
    ("Sản phẩm đạt chứng nhận OCOP từ 3 sao trở lên", "sản phẩm", 2, 35),
    ("Chiều dài đường giao thông nông thôn được bê tông hóa", "km", 3, 140),
    ("Nhà ở cho hộ nghèo được xây mới, sửa chữa", "căn", 10, 480),
    ("Đảng viên mới được kết nạp", "đảng viên", 5, 120),
    ("Buổi tuyên truyền pháp luật lưu động", "buổi", 4, 60),
    ("Câu lạc bộ thể dục, thể thao cơ sở", "câu lạc bộ", 2, 30),
    ("Vườn mẫu được xây dựng", "vườn", 3, 60),
    ("Chỉ số cải cách hành chính", "điểm", 70, 98),
    ("Tuổi thọ trung bình", "tuổi", 72, 78),
)

FALLING_COUNTS = (
    ("Thời gian giải quyết một hồ sơ cấp giấy chứng nhận lần đầu", "ngày làm việc", 5, 25),
    ("Số vụ tai nạn giao thông", "vụ", 3, 60),
    ("Số vụ vi phạm lâm luật", "vụ", 2, 40),
    ("Thời gian chờ khám bệnh", "phút", 15, 90),
    ("Ca mắc sốt xuất huyết trên 100.000 dân", "ca", 20, 150),
)

RANKS = (
    "Chỉ số cải cách hành chính (PAR INDEX)",
    "Chỉ số chuyển đổi số",
    "Chỉ số hài lòng của người dân (SIPAS)",
    "Chỉ số năng lực cạnh tranh cấp sở, ngành và địa phương",
    "Chỉ số hiệu quả quản trị và hành chính công",
)

_QUALIFIERS = listed(
    """trên địa bàn | trong năm | ở vùng sâu, vùng xa | tại các xã khu vực III
    | thuộc thẩm quyền giải quyết | theo quy định của pháp luật | ở khu vực nông thôn"""
)


def share(random: Random) -> Indicator:
    """A percentage to be raised."""
    if random.random() < 0.15:
        return Indicator(random.choice(OWN_SHARES), "%", 20, 100, 1)
    subject, state = parts(random)
    lead = random.choice(("Tỷ lệ ", "Tỷ lệ ", "Tỷ lệ ", "Tỉ lệ ", "Số ", ""))
    if lead == "":
        subject = subject[0].upper() + subject[1:]
    tail = " " + random.choice(_QUALIFIERS) if random.random() < 0.2 else ""
    return Indicator(f"{lead}{subject} {state}{tail}", "%", 20, 100, 1)


def parts(random: Random) -> tuple[str, str]:
    """Whose share, and what is true of it."""
    subjects, states = random.choice(SHARES)
    return random.choice(subjects), random.choice(states)


def falling_share(random: Random, percent: bool = False) -> Indicator:
    """A share to be lowered, with ``percent`` none in ‰."""
    text, low, high = random.choice(FALLING[:-2] if percent else FALLING)
    unit = "‰" if text.startswith("Tỷ suất") else "%"
    return Indicator(text, unit, low, high, 2 if high < 3 else 1, falls=True)


def count(random: Random) -> Indicator:
    text, unit, low, high = random.choice(COUNTS)
    return Indicator(text, unit, low, high)


def falling_count(random: Random) -> Indicator:
    text, unit, low, high = random.choice(FALLING_COUNTS)
    return Indicator(text, unit, low, high, falls=True)


def indicator(random: Random) -> Indicator:
    """Any of them; shares most often, as in plans."""
    kinds = (share, share, share, count, count, falling_share, falling_count)
    return random.choice(kinds)(random)

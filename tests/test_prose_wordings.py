"""More wordings of targets in running text, by what they turn on."""
# ruff: noqa: E501 - a printed paragraph is one line

from __future__ import annotations

import pytest

from tests.test_prose import agrees, check_agree, check_reads, said, shown, targets, until

NUMBER_WORDS = [
    ("Phấn đấu mỗi năm có từ ba đến năm mô hình được nhân rộng.", ["range 3..5 mô hình per P1Y"]),
    ("Thành lập hai đến ba hợp tác xã.", ["range 2..3 hợp tác xã ~ Thành lập hợp tác xã"]),
    ("Mở ít nhất ba lớp tập huấn.", ["ge 3 lớp"]),
    ("Tỷ lệ cấp giấy không thấp hơn bảy mươi phần trăm.", ["ge 70 % ~ Tỷ lệ cấp giấy"]),
    ("Hỗ trợ ít nhất hai mươi lăm hộ.", ["ge 25 hộ"]),
    ("Mở tối thiểu mười ba lớp tập huấn.", ["ge 13 lớp"]),
    ("Hỗ trợ từ ba mươi đến bốn mươi mốt hộ.", ["range 30..41 hộ"]),
    ("Hỗ trợ tối thiểu ba trăm hộ.", ["ge 300 hộ"]),
    ("Nâng cao chất lượng một cửa, một số xã làm điểm.", []),
]
GROWTH = [
    ("Doanh thu vận tải tăng trưởng hằng năm từ 15 đến 20%.", ["increase 15..20 % per P1Y"]),
    ("Doanh thu vận tải hàng năm tăng trưởng 12%.", ["increase 12 % per P1Y ~ Doanh thu vận tải"]),
    ("Lượng khách tăng bình quân 8 - 9%/năm.", ["increase 8..9 % per P1Y ~ Lượng khách"]),
    ("Ngành dịch vụ tăng trưởng trên 10%/năm.", ["increase gt 10 % per P1Y ~ Ngành dịch vụ"]),
    ("Tốc độ tăng trưởng kinh tế bình quân 8 - 9%/năm.", ["range 8..9 % per P1Y"]),
    ("Đóng góp của khoa học vào tăng trưởng trên 45%.", ["gt 45 %"]),
    (
        "Phấn đấu chỉ số hài lòng đạt trên 90%, tăng 2,5% so với năm 2024 (87,5%).",
        ["gt 90 %", "increase 2.5 % b2024 v87.5 ~ chỉ số hài lòng"],
    ),
]
NEW_IN_A_NAME = [
    ("Số xã đạt chuẩn nông thôn mới đạt 12 xã.", ["eq 12 xã ~ Số xã đạt chuẩn nông thôn mới"]),
    (
        "Số trường đạt chuẩn quốc gia được công nhận mới đạt 07 trường.",
        ["eq 7 trường ~ Số trường đạt chuẩn quốc gia được công nhận mới"],
    ),
    ("Tỷ lệ hộ dùng nước sạch mới đạt 32%.", []),
    ("Đến nay toàn huyện mới có 5 xã đạt chuẩn.", []),
]
FREQUENCIES = [
    ("Diễn tập ứng cứu sự cố ít nhất 1 năm/1 lần.", ["ge 1 lần per P1Y"]),
    ("Kiểm tra định kỳ 02 lần/năm.", ["eq 2 lần per P1Y"]),
    ("Tổ chức đối thoại tối thiểu mỗi quý một lần.", ["ge 1 lần per P3M ~ Tổ chức đối thoại"]),
    ("Họp giao ban mỗi tháng một lần.", []),
]
VALUES_OF_A_NAME = [
    ("UBND các xã tổ chức 05 lớp tập huấn.", ["eq 5 lớp ~ tổ chức lớp tập huấn"]),
    ("Hội Nông dân huyện trồng mới 12 ha rừng.", ["eq 12 ha ~ trồng mới rừng"]),
    ("- Số bác sĩ trên 10.000 dân là 11,5.", ["eq 11.5 ~ Số bác sĩ trên 10.000 dân"]),
    ("- Hệ số sử dụng đất là 1,9.", ["eq 1.9 ~ Hệ số sử dụng đất"]),
    ("- PAPI tăng ít nhất 03 bậc.", ["increase ge 3 bậc ~ PAPI"]),
    ("Hiện trạng: nước thải được xử lý đạt 12,5%; tỷ lệ thất thoát nước 21%.", []),
]

DUES = [
    ("Đến 2029, 40% số xã có mô hình điểm.", ["eq 40 % ! ..2029-12-31"]),
    ("Phấn đấu đến 2029 có ít nhất 12 hợp tác xã.", ["ge 12 hợp tác xã ! ..2029-12-31"]),
    ("Hỗ trợ từ 1500 đến 2030 hộ.", ["range 1500..2030 hộ"]),
    (
        "Nâng tỷ lệ nội địa hóa từ 33% hiện nay lên 44% vào năm 2028.",
        ["eq 44 % v33 ~ tỷ lệ nội địa hóa ! ..2028-12-31"],
    ),
    (
        "Phấn đấu đến năm 2030 đón 250.000 lượt khách.",
        ["eq 250000 lượt khách ~ đón lượt khách ! ..2030-12-31"],
    ),
    ("Tỷ lệ đô thị hóa đạt 50% vào năm 2030.", ["eq 50 % ~ Tỷ lệ đô thị hóa ! ..2030-12-31"]),
    ("Vào năm 2030, tỷ lệ đô thị hóa đạt 50%.", ["eq 50 % ! ..2030-12-31"]),
    (
        "100% xã có nhà văn hóa chậm nhất vào năm 2027.",
        ["eq 100 % ~ xã có nhà văn hóa ! ..2027-12-31"],
    ),
    ("Đến hết năm 2028, tỷ lệ hộ nghèo dưới 1%.", ["lt 1 % ! ..2028-12-31"]),
    ("Từ năm 2026 trở đi, 100% hồ sơ được trả kết quả điện tử.", ["eq 100 % ! 2026-01-01.."]),
    ("100% hồ sơ được ký số từ năm 2026 trở đi.", ["eq 100 % ! 2026-01-01.."]),
    (
        "Tỷ lệ hộ nghèo giảm 1%/năm, phấn đấu đến năm 2030 cơ bản không còn hộ nghèo.",
        ["decrease 1 % per P1Y"],
    ),
    (
        "Trong 3 tháng đầu năm 2025, tỷ lệ giải ngân đạt tối thiểu 20%.",
        ["ge 20 % ! 2025-01-01..2025-03-31"],
    ),
    (
        "Phấn đấu trong 6 tháng đầu năm giải ngân tối thiểu 50% kế hoạch.",
        ["ge 50 % ~ giải ngân ! 2025-01-01..2025-06-30"],
    ),
    ("Bảo đảm tỷ lệ giải ngân đến 30/6 đạt trên 40%.", ["gt 40 % ! ..2025-06-30"]),
]
ONE_VERB = [
    ("Mỗi xã thành lập 01 đội xung kích.", ["eq 1 đội each ~ thành lập đội xung kích"]),
    (
        "Xây mới hoặc sửa chữa 02 nhà tạm/năm.",
        ["eq 2 nhà tạm per P1Y ~ Xây mới hoặc sửa chữa nhà tạm"],
    ),
    ("Xóa bỏ dứt điểm 14 điểm tập kết rác.", ["eq 14 điểm tập kết"]),
    (
        "Đấu nối mới 3.200 hộ; cử từ 2 đến 3 viên chức hỗ trợ.",
        ["eq 3200 hộ", "range 2..3 viên chức"],
    ),
    (
        "Tổ chức 02 hội nghị và 01 hội thi về an toàn lao động.",
        ["eq 2 hội nghị ~ Tổ chức hội nghị", "eq 1 hội thi ~ Tổ chức hội thi về an toàn lao động"],
    ),
    ("Trồng 500 ha rừng tại 12 xã và 03 thị trấn.", ["eq 500 ha"]),
    ("Xã đã tổ chức 02 hội nghị và 01 hội thi.", []),
]
GROUPS = [
    (
        "Tối thiểu 80% cơ quan cấp tỉnh, 70% cơ quan cấp huyện có trang thông tin điện tử đạt chuẩn.",
        [
            "ge 80 % ~ cơ quan có trang thông tin điện tử đạt chuẩn @ cấp tỉnh",
            "ge 70 % ~ cơ quan có trang thông tin điện tử đạt chuẩn @ cấp huyện",
        ],
    ),
    (
        "Có từ 88% trở lên hộ gia đình, ít nhất 82% thôn, khu phố và ít nhất 94% cơ quan đạt chuẩn văn hóa.",
        [
            "ge 88 % ~ đạt chuẩn văn hóa @ hộ gia đình",
            "ge 82 % ~ đạt chuẩn văn hóa @ thôn, khu phố",
            "ge 94 % ~ đạt chuẩn văn hóa @ cơ quan",
        ],
    ),
    (
        "Có ít nhất 55% hộ gia đình ở đô thị và 30% hộ gia đình ở nông thôn thực hiện phân loại rác tại nguồn.",
        [
            "ge 55 % ~ hộ gia đình thực hiện phân loại rác tại nguồn @ đô thị",
            "ge 30 % ~ hộ gia đình thực hiện phân loại rác tại nguồn @ nông thôn",
        ],
    ),
    (
        "90% hồ sơ công việc tại cấp tỉnh; 80% hồ sơ công việc tại cấp huyện và 60% hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng.",
        [
            "eq 90 % ~ hồ sơ công việc được xử lý trên môi trường mạng @ cấp tỉnh",
            "eq 80 % ~ hồ sơ công việc được xử lý trên môi trường mạng @ cấp huyện",
            "eq 60 % ~ hồ sơ công việc được xử lý trên môi trường mạng @ cấp xã",
        ],
    ),
    (
        "Tỷ lệ hộ nghèo giảm 1 - 1,5%/năm; vùng đồng bào dân tộc thiểu số giảm trên 3%/năm.",
        [
            "decrease 1..1.5 % per P1Y ~ Tỷ lệ hộ nghèo",
            "decrease gt 3 % per P1Y ~ Tỷ lệ hộ nghèo @ vùng đồng bào dân tộc thiểu số",
        ],
    ),
    (
        "Tỷ lệ hộ dùng nước sạch ở đô thị đạt 97%, ở nông thôn đạt 71%.",
        [
            "eq 97 % ~ Tỷ lệ hộ dùng nước sạch @ đô thị",
            "eq 71 % ~ Tỷ lệ hộ dùng nước sạch @ nông thôn",
        ],
    ),
]
RANKS = [
    ("Phấn đấu chỉ số LPI trong nhóm 10 cả nước.", ["rank le 10 in cả nước ~ chỉ số LPI"]),
    (
        "Chi phí logistics giảm xuống tương đương 12 - 15% GRDP.",
        ["range 12..15 % ~ Chi phí logistics"],
    ),
    (
        "Số vụ cháy thiệt hại ≥ 1 tỷ đồng giảm 10%.",
        ["decrease 10 % ~ Số vụ cháy thiệt hại ≥ 1 tỷ đồng"],
    ),
    ("Bồi dưỡng 02 lượt/người/nhiệm kỳ.", ["eq 2 lượt/người/nhiệm kỳ"]),
    ("Chỉ số PAPI nằm trong nhóm 10/34 tỉnh đứng đầu.", ["rank le 10 tỉnh ~ Chỉ số PAPI"]),
    (
        "Huyện thuộc nhóm 05 địa phương dẫn đầu tỉnh về chuyển đổi số.",
        ["rank le 5 địa phương in tỉnh ~ chuyển đổi số"],
    ),
    ("Chỉ số PCI nằm trong top 10 cả nước.", ["rank le 10 in cả nước ~ Chỉ số PCI"]),
    ("Chỉ số PCI xếp hạng từ 15 trở lên.", ["rank le 15 ~ Chỉ số PCI"]),
]
IN_A_LIST = [
    (
        "- Số bác sĩ/10.000 dân: 12; số giường bệnh/10.000 dân: 32.",
        ["eq 12 ~ Số bác sĩ/10.000 dân", "eq 32 ~ số giường bệnh/10.000 dân"],
    ),
    (
        "Đến năm 2030 phấn đấu:\na) 100% xã có nhà văn hóa;\nb) Ít nhất 80% thôn đạt chuẩn văn hóa;\nc) Có 03 thư viện đạt chuẩn.",
        ["eq 100 % ! ..2030-12-31", "ge 80 % ! ..2030-12-31", "eq 3 thư viện ! ..2030-12-31"],
    ),
]

BRACKETS = [
    (
        "Nâng số doanh nghiệp lên 25 doanh nghiệp (tăng 12 doanh nghiệp so với năm 2024).",
        [
            "eq 25 doanh nghiệp ~ số doanh nghiệp",
            "increase 12 doanh nghiệp b2024 ~ số doanh nghiệp",
        ],
    ),
    (
        "Nâng tỷ lệ thu gom rác lên 91% (đô thị 96%, nông thôn 84%).",
        [
            "eq 91 % ~ tỷ lệ thu gom rác",
            "eq 96 % ~ tỷ lệ thu gom rác @ đô thị",
            "eq 84 % ~ tỷ lệ thu gom rác @ nông thôn",
        ],
    ),
    (
        "Phấn đấu tỷ lệ cấp phép (trên 27%) và tỷ lệ hộ nghèo (dưới 5%).",
        ["gt 27 % ~ tỷ lệ cấp phép", "lt 5 % ~ tỷ lệ hộ nghèo"],
    ),
    (
        "Tỷ lệ cấp giấy đạt 84% (riêng các phường: 93%).",
        ["eq 84 % ~ Tỷ lệ cấp giấy", "eq 93 % ~ Tỷ lệ cấp giấy @ các phường"],
    ),
    ("Xóa 100% nhà tạm, nhà dột nát (còn 107 căn).", ["eq 100 % ~ Xóa nhà tạm, nhà dột nát"]),
    (
        "Phấn đấu đạt các mục tiêu về tỷ lệ nhà văn hóa đạt chuẩn (trên 27%); tỷ lệ hộ nghèo (dưới 5%).",
        ["gt 27 % ~ tỷ lệ nhà văn hóa đạt chuẩn", "lt 5 % ~ tỷ lệ hộ nghèo"],
    ),
    (
        "Tỷ lệ hồ sơ được số hóa khu vực đô thị đạt 82%, khu vực nông thôn đạt 36%.",
        [
            "eq 82 % ~ Tỷ lệ hồ sơ được số hóa @ khu vực đô thị",
            "eq 36 % ~ Tỷ lệ hồ sơ được số hóa @ khu vực nông thôn",
        ],
    ),
]
#: A date at the head of a sentence holds for all that semicolons part in it.
OVER_SEMICOLONS = [
    (
        "Đến năm 2027, tỷ lệ nhà văn hóa đạt chuẩn đạt 80%; tỷ lệ sinh con thứ ba giảm còn dưới 5%.",
        ["eq 80 % ! ..2027-12-31", "lt 5 % ! ..2027-12-31"],
    ),
    (
        "Đến năm 2027, tỷ lệ nhà văn hóa đạt chuẩn đạt 80%; đến năm 2030 đạt 95%.",
        ["eq 80 % ! ..2027-12-31", "eq 95 % ! ..2030-12-31"],
    ),
]
#: Words that are cues elsewhere stand inside names here.
NAMES = [
    (
        "Tỷ lệ tuyến đường có chiếu sáng công cộng đạt 65% (năm 2024 đạt 31%).",
        ["eq 65 % b2024 v31"],
    ),
    (
        "Bảo đảm các chỉ tiêu về tỷ lệ đơn thư khiếu nại được xử lý (ít nhất 96%).",
        ["ge 96 % ~ tỷ lệ đơn thư khiếu nại được xử lý"],
    ),
    (
        "Tối thiểu 90% văn bản đến được theo dõi trên hệ thống.",
        ["ge 90 % ~ văn bản đến được theo dõi trên hệ thống"],
    ),
    (
        "Lập bảng theo dõi từng việc, xử lý dứt điểm 100% số việc quá hạn.",
        ["eq 100 % ~ xử lý dứt điểm số việc quá hạn"],
    ),
    ("Rà soát, đơn giản hóa 20% thủ tục.", ["eq 20 % ~ Rà soát, đơn giản hóa thủ tục"]),
    ("Năm 2024, tỷ lệ cơ sở bảo đảm điều kiện an toàn đạt 51%, tăng 14% so với năm 2023.", []),
    ("Khen thưởng các xã có tỷ lệ công trình đạt yêu cầu đạt từ 61% trở lên.", []),
    ("Thực hiện tốt 21 chỉ tiêu liên quan đến cải cách hành chính.", []),
    ("Hội đồng thẩm định gồm 19 thành viên.", []),
]
#: A list gives its comparator to its own members only.
NEXT_SENTENCE = [
    (
        "Tỷ lệ A đạt tối thiểu 72% đối với cấp huyện, 43% đối với cấp xã. Tỷ lệ hộ dùng nước sạch (73% khu vực đô thị, 56% khu vực nông thôn).",
        [
            "ge 72 % @ cấp huyện",
            "ge 43 % @ cấp xã",
            "eq 73 % @ khu vực đô thị",
            "eq 56 % @ khu vực nông thôn",
        ],
    ),
]
#: How lines and paragraphs go together.
LINES = [
    (
        "2. Mục tiêu đến năm 2027\n2.1. 85% hồ sơ được số hóa;\n2.2. Kết nạp 100 đảng viên.",
        ["eq 85 % ~ hồ sơ được số hóa ! ..2027-12-31", "eq 100 đảng viên ! ..2027-12-31"],
    ),
    (
        "2. Mục tiêu đến năm 2029\n- 78% hồ sơ được số hóa;\n- 35% văn bản được ký số.",
        ["eq 78 % ~ hồ sơ được số hóa ! ..2029-12-31", "eq 35 % ! ..2029-12-31"],
    ),
    ("2. Mục tiêu cụ thể\n100% xã có nhà văn hóa.", ["eq 100 % ~ xã có nhà văn hóa"]),
    (
        "Phấn đấu tỷ lệ hộ nghèo giảm 1,9 - 2,1%/năm;\nriêng các huyện nghèo giảm trên 4%/năm.",
        ["decrease 1.9..2.1 % per P1Y", "decrease gt 4 % per P1Y @ các huyện nghèo"],
    ),
]

#: "trở lên" behind a grade is part of what is counted.
GRADES = [
    (
        "Có ít nhất 02 sản phẩm OCOP đạt từ 4 sao trở lên.",
        ["ge 2 sản phẩm OCOP ~ sản phẩm OCOP đạt từ 4 sao trở lên"],
    ),
    (
        "Tỷ lệ dịch vụ công mức độ 3 trở lên đạt 75%.",
        ["eq 75 % ~ Tỷ lệ dịch vụ công mức độ 3 trở lên"],
    ),
    (
        "Tối thiểu 85% hệ thống từ cấp độ 2 trở lên được bảo vệ.",
        ["ge 85 % ~ hệ thống từ cấp độ 2 trở lên được bảo vệ"],
    ),
    (
        "Tỷ lệ học sinh xếp loại từ khá trở lên đạt trên 65%.",
        ["gt 65 % ~ Tỷ lệ học sinh xếp loại từ khá trở lên"],
    ),
    (
        "Từ 90% công chức có trình độ đại học trở lên.",
        ["ge 90 % ~ công chức có trình độ đại học trở lên"],
    ),
    ("Từ 60% số hộ trở lên phân loại rác.", ["ge 60 % ~ số hộ phân loại rác"]),
    (
        "Ít nhất 85% chi bộ hoàn thành tốt nhiệm vụ trở lên, không có chi bộ yếu kém.",
        ["ge 85 % ~ chi bộ hoàn thành tốt nhiệm vụ trở lên"],
    ),
]

#: A unit that begins another noun is not cut out of it.
COMPOUNDS = [
    (
        "Tỷ lệ lao động nữ có việc làm đạt tối thiểu 47%/tổng số lao động.",
        ["ge 47 % ~ Tỷ lệ lao động nữ có việc làm"],
    ),
    ("Xây dựng 03 khách sạn.", ["eq 3 khách sạn ~ Xây dựng khách sạn"]),
    ("Xóa 04 điểm tập kết rác tự phát.", ["eq 4 điểm tập kết ~ Xóa điểm tập kết rác tự phát"]),
    ("Mật độ đường giao thông đạt 1,4 km/km2.", ["eq 1.4 km/km2 ~ Mật độ đường giao thông"]),
    ("Thanh niên tuổi từ 18 đến 22 chiếm 80%.", ["eq 80 % ~ Thanh niên tuổi từ 18 đến 22"]),
    ("Tuyên truyền phòng, chống ma túy 02 lần/năm học.", ["eq 2 lần per P1Y"]),
    ("Thư viện đạt 0,6 bản sách/người.", ["eq 0.6 bản sách/người"]),
    (
        "Tỷ số giới tính khi sinh giảm xuống dưới 110 bé trai/100 bé gái.",
        ["lt 110 bé trai/100 bé gái ~ Tỷ số giới tính khi sinh"],
    ),
    ("Từng bước bảo đảm chi cho văn hóa tối thiểu 2% tổng chi.", ["ge 2 %"]),
    ("Số lượng bài viết: tối thiểu 06 bài/quý/đơn vị.", ["ge 6 bài/đơn vị per P3M"]),
    (
        "Tỷ số giới tính khi sinh không vượt quá 108 bé trai/100 bé gái.",
        ["le 108 bé trai/100 bé gái ~ Tỷ số giới tính khi sinh"],
    ),
    ("Cấp nước tối thiểu 70 lít/người/ngày đêm.", ["ge 70 lít/người per P1D ~ Cấp nước"]),
]

#: A verb of change whose object stands before the value.
AMOUNTS_OF_CHANGE = [
    (
        "Giá trị sản xuất đạt 130 triệu đồng/ha, cao hơn 15 triệu đồng so với năm 2024.",
        ["eq 130 triệu đồng/ha", "increase 15 triệu đồng b2024"],
    ),
    ("Tỷ lệ hài lòng đạt cao hơn 85%.", ["gt 85 % ~ Tỷ lệ hài lòng"]),
    ("Tỷ lệ hài lòng không thấp hơn 80% so với năm 2024.", ["ge 80 %"]),
    (
        "Giải quyết việc làm cho 3.200 người/năm, tỷ lệ thất nghiệp dưới 3%.",
        [
            "eq 3200 người per P1Y ~ Giải quyết việc làm cho người",
            "lt 3 % ~ tỷ lệ thất nghiệp",
        ],
    ),
    (
        "Tỷ lệ thất nghiệp ở thành thị duy trì dưới 3%.",
        ["lt 3 % ~ Tỷ lệ thất nghiệp ở thành thị"],
    ),
    ("Tiết kiệm chi thường xuyên tối thiểu 10%.", ["decrease ge 10 % ~ chi thường xuyên"]),
    (
        "Kéo giảm tai nạn giao thông ít nhất 5% so với năm 2024.",
        ["decrease ge 5 % b2024 ~ tai nạn giao thông"],
    ),
    ("Giảm tỷ lệ hộ nghèo tối thiểu 1%.", ["decrease ge 1 % ~ tỷ lệ hộ nghèo"]),
    ("Cải thiện vị trí xếp hạng ít nhất 03 bậc.", ["increase ge 3 bậc"]),
    ("Giảm ùn tắc tại ít nhất 04 nút giao thông.", ["ge 4 nút giao thông"]),
    ("Tổng diện tích gieo trồng cây hàng năm đạt 6.300 ha.", ["eq 6300 ha"]),
    ("Tiết kiệm điện 5% so với năm 2024.", ["decrease 5 % b2024 ~ điện"]),
    ("Năm 2025 giảm số vụ tai nạn trên 10%.", ["decrease gt 10 % ~ số vụ tai nạn"]),
    ("Tăng cường kiểm tra ít nhất 12 cơ sở.", ["ge 12 cơ sở ~ Tăng cường kiểm tra cơ sở"]),
]

#: A value that tells who is meant is part of what is measured.
QUALITIES = [
    (
        "Tối thiểu 75% doanh nghiệp có từ 10 lao động trở lên thành lập công đoàn.",
        ["ge 75 % ~ doanh nghiệp có từ 10 lao động trở lên thành lập công đoàn"],
    ),
    (
        "100% dự án có tổng mức đầu tư từ 03 tỷ đồng trở lên được giám sát.",
        ["eq 100 % ~ dự án có tổng mức đầu tư từ 03 tỷ đồng trở lên được giám sát"],
    ),
    (
        "Số hộ có thu nhập từ 90 triệu đồng trở lên đạt 400 hộ.",
        ["eq 400 hộ ~ Số hộ có thu nhập từ 90 triệu đồng trở lên"],
    ),
    (
        "Kiểm tra đột xuất ít nhất 25% số cơ sở lưu trú có từ 10 phòng trở lên.",
        ["ge 25 % ~ Kiểm tra đột xuất số cơ sở lưu trú có từ 10 phòng trở lên"],
    ),
    ("Tiết kiệm thêm 10% chi thường xuyên 7 tháng cuối năm.", ["decrease 10 %"]),
    ("Số xã đạt chuẩn nâng cao từ 5 xã trở lên.", ["ge 5 xã ~ Số xã đạt chuẩn nâng cao"]),
    (
        "Phấn đấu đến cuối năm 2025, toàn huyện có 11/15 xã đạt chuẩn.",
        ["eq 11 xã ~ xã đạt chuẩn ! ..2025-12-31"],
    ),
]

#: What follows a value up to the comma is of that value.
SEVERAL_IN_A_SENTENCE = [
    (
        "Giao quân đạt 100% chỉ tiêu, đảng viên nhập ngũ từ 4% trở lên.",
        ["eq 100 % ~ Giao quân", "ge 4 % ~ đảng viên nhập ngũ"],
    ),
    (
        "Kim ngạch xuất khẩu đạt 25 triệu USD, gấp 1,5 lần năm 2024.",
        ["eq 25 triệu USD ~ Kim ngạch xuất khẩu", "eq 1.5 lần ~ Kim ngạch xuất khẩu"],
    ),
    (
        "Đón 250.000 lượt khách, trong đó khách quốc tế 15.000 lượt.",
        ["eq 250000 lượt khách", "eq 15000 lượt ~ khách quốc tế"],
    ),
    (
        "Tổng vốn đầu tư đạt khoảng 900 tỷ đồng, chiếm 33 - 35% GRDP.",
        ["eq 900 tỷ đồng ~ Tổng vốn đầu tư", "range 33..35 % ~ Tổng vốn đầu tư"],
    ),
    (
        "100% số thôn, tổ dân phố và 90% cơ quan đạt chuẩn an toàn.",
        ["eq 100 % ~ số thôn, tổ dân phố đạt chuẩn an toàn", "eq 90 % ~ cơ quan đạt chuẩn an toàn"],
    ),
    (
        "Tỷ lệ hộ nghèo giảm 3%/năm; đối với xã còn lại giảm 2%/năm.",
        [
            "decrease 3 % per P1Y ~ Tỷ lệ hộ nghèo",
            "decrease 2 % per P1Y ~ Tỷ lệ hộ nghèo @ xã còn lại",
        ],
    ),
]

#: One sentence gives a value for each of several periods.
PERIODS = [
    (
        "Năm 2031, tỷ lệ cơ giới hóa đạt 43%; năm 2033 đạt 45%.",
        [
            "eq 43 % ~ tỷ lệ cơ giới hóa ! 2031-01-01..2031-12-31",
            "eq 45 % ~ tỷ lệ cơ giới hóa ! 2033-01-01..2033-12-31",
        ],
    ),
    (
        "Tỷ lệ cơ giới hóa năm 2031 đạt 43%.",
        ["eq 43 % ~ Tỷ lệ cơ giới hóa ! 2031-01-01..2031-12-31"],
    ),
    (
        "Tỷ lệ bê tông hóa đạt 70%, đến năm 2030 đạt 90%.",
        ["eq 70 % ~ Tỷ lệ bê tông hóa", "eq 90 % ! ..2030-12-31"],
    ),
    (
        "Tỷ lệ bê tông hóa đến năm 2030 đạt 70%, định hướng đến năm 2035 đạt 90%.",
        [
            "eq 70 % ~ Tỷ lệ bê tông hóa ! ..2030-12-31",
            "eq 90 % ~ Tỷ lệ bê tông hóa ! ..2035-12-31",
        ],
    ),
    (
        "Tỷ lệ số hóa năm 2025 đạt 55%, năm 2026 đạt 60%.",
        [
            "eq 55 % ~ Tỷ lệ số hóa ! 2025-01-01..2025-12-31",
            "eq 60 % ~ Tỷ lệ số hóa ! 2026-01-01..2026-12-31",
        ],
    ),
    (
        "Tỷ lệ số hóa: 55% (năm 2025), 80% (năm 2030).",
        [
            "eq 55 % ~ Tỷ lệ số hóa ! 2025-01-01..2025-12-31",
            "eq 80 % ~ Tỷ lệ số hóa ! 2030-01-01..2030-12-31",
        ],
    ),
    (
        "Giải ngân quý I đạt tối thiểu 20%, 9 tháng đạt tối thiểu 75%, cả năm đạt 100%.",
        [
            "ge 20 % ~ Giải ngân ! 2025-01-01..2025-03-31",
            "ge 75 % ~ Giải ngân ! 2025-01-01..2025-09-30",
            "eq 100 % ~ Giải ngân ! 2025-01-01..2025-12-31",
        ],
    ),
]

#: What a value is counted by, and what only says by how much is counted.
COUNTED_BY = [
    (
        "Công nghiệp và xây dựng tăng khoảng 11,5%.",
        ["increase 11.5 % ~ Công nghiệp và xây dựng"],
    ),
    (
        "Giá trị sản xuất trên 01 ha đất canh tác đạt 110 triệu đồng/năm.",
        ["eq 110 triệu đồng per P1Y ~ Giá trị sản xuất trên 01 ha đất canh tác"],
    ),
    ("Bình quân 01 cán bộ phụ trách không quá 25 hộ.", ["le 25 hộ"]),
    ("Kiểm tra tối thiểu 15% số đơn vị trực thuộc/năm.", ["ge 15 % per P1Y"]),
    ("100% (12/12) xã có nhà văn hóa.", ["eq 100 % ~ xã có nhà văn hóa"]),
    (
        "Thời hạn trả kết quả tối đa 04 ngày làm việc kể từ ngày nhận hồ sơ.",
        ["le 4 ngày làm việc ~ Thời hạn trả kết quả"],
    ),
]


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        *COUNTED_BY,
        *PERIODS,
        *SEVERAL_IN_A_SENTENCE,
        *QUALITIES,
        *AMOUNTS_OF_CHANGE,
        *COMPOUNDS,
        *GRADES,
        *NUMBER_WORDS,
        *GROWTH,
        *NEW_IN_A_NAME,
        *FREQUENCIES,
        *DUES,
        *VALUES_OF_A_NAME,
        *ONE_VERB,
        *GROUPS,
        *RANKS,
        *IN_A_LIST,
        *BRACKETS,
        *OVER_SEMICOLONS,
        *NAMES,
        *NEXT_SENTENCE,
        *LINES,
    ],
)
@pytest.mark.parametrize("heading", ["I. MỤC TIÊU", "II. NHIỆM VỤ"])
def test_reads(heading: str, passage: str, expected: list[str]) -> None:
    check_reads(heading, passage, expected)


def test_a_heading_in_capitals_ends_before_a_number() -> None:
    (target,) = targets("100% xã có nhà văn hóa.", "III. NHIỆM VỤ")
    assert (target.indicator, target.section) == ("xã có nhà văn hóa", ("III. NHIỆM VỤ",))


WRAPPED = """Thực hiện Quyết định của Ủy ban nhân dân huyện, các cơ quan, đơn vị
tập trung triển khai đồng bộ các giải pháp, bảo đảm hoàn thành các chỉ
tiêu. Phấn đấu tỷ lệ hồ sơ thuộc thẩm quyền giải quyết của Chủ tịch
UBND cấp xã được trả kết quả đúng hạn (không dưới 93%). Các cơ quan
chuyên môn theo dõi, đôn đốc các đơn vị trực thuộc thực hiện nghiêm
việc tiếp nhận, giải quyết hồ sơ của người dân, tổ chức trên địa bàn;
kịp thời báo cáo khó khăn, vướng mắc để được hướng dẫn giải quyết theo
đúng quy định của pháp luật về cải cách thủ tục hành chính hiện hành."""


def test_a_full_line_goes_on_though_the_next_begins_with_a_name() -> None:
    named = (
        "tỷ lệ hồ sơ thuộc thẩm quyền giải quyết của Chủ tịch UBND cấp xã được trả kết quả đúng hạn"
    )
    (target,) = targets(WRAPPED)
    assert target.indicator == named


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("Tăng trưởng bình quân từ 20 - 25%/năm.", "increase 20..25 % per P1Y"),
        ("Phấn đấu tăng trưởng trên 8%.", "increase gt 8 %"),
        ("Tăng tỷ lệ hồ sơ trực tuyến tối thiểu 80%.", "increase ge 80 %"),
        ("Giảm tỷ lệ hộ nghèo không quá 2%.", "le 2 %"),
    ],
)
def test_what_may_be_a_change_or_a_level_is_doubted(passage: str, expected: str) -> None:
    (target,) = targets(passage)
    assert agrees(expected, target), shown([target])
    assert "unclear_threshold" in target.doubts


@pytest.mark.parametrize(
    "passage",
    [
        "Đến cuối năm 2026 có 60% ấp, đến giữa nhiệm kỳ có 80% ấp đạt chuẩn.",
        "Tỷ lệ giải ngân trong 6 tháng đầu năm đạt 50% và cả năm đạt 98%.",
    ],
)
def test_a_time_that_is_not_understood_leaves_the_one_before_it_behind(passage: str) -> None:
    first, second = targets(passage)
    assert first.due is not None
    assert second.due is None
    assert "unclear_due" in second.doubts


def test_a_value_of_which_nothing_says_what_it_measures_is_doubted() -> None:
    (target,) = targets("Đến 15/12 đạt tối thiểu 80%.")
    assert agrees("ge 80 % ! ..2025-12-15", target)
    assert target.indicator is None
    assert target.doubts == ("perhaps_no_target",)


def test_a_share_tied_to_a_change_from_to_has_a_comparator_of_its_own() -> None:
    found = targets(
        "Giảm từ 5 - 10% số vụ cháy và 15% thiệt hại về tài sản so với năm 2024.", "I. MỤC TIÊU"
    )
    assert [said(target.threshold) for target in found] == [
        "decrease 5..10 % b2024",
        "decrease 15 % b2024",
    ], shown(found)
    assert found[1].threshold.comparator == "eq"
    assert "unclear_threshold" in found[1].doubts


def test_a_line_that_cannot_end_a_sentence_goes_on_before_a_capital() -> None:
    found = targets(
        "1. Tỷ lệ giải ngân đến hết Quý II/2025 đạt tối thiểu 45%, đến hết\n"
        "Quý III/2025 đạt trên 70%.\n"
        "2. Tối thiểu 90% hồ sơ của các cơ quan thuộc\n"
        "Ủy ban nhân dân huyện được số hóa."
    )
    assert [(said(target.threshold), until(target.due)) for target in found] == [
        ("ge 45 %", "..2025-06-30"),
        ("gt 70 %", "..2025-09-30"),
        ("ge 90 %", ""),
    ], shown(found)
    assert found[2].section == ("I. MỤC TIÊU",)


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        (
            "Trên 80% dân số nông thôn được dùng nước sạch, trên 70% số công trình cấp nước tập trung "
            "hoạt động tốt.",
            [
                "gt 80 % ~ dân số nông thôn được dùng nước sạch",
                "gt 70 % ~ số công trình cấp nước tập trung hoạt động tốt",
            ],
        ),
        ("Phun hóa chất tại khu vực có chỉ số muỗi từ 20 trở lên.", []),
        (
            "Số hóa tối thiểu 70% đối với thành phố An Lạc và thị xã Đông Giang, 60% đối với các "
            "huyện còn lại.",
            ["ge 70 % @ thành phố An Lạc và thị xã Đông Giang", "ge 60 % @ các huyện còn lại"],
        ),
        (
            "Năm 2025, nâng cấp, mở rộng 19 công trình.",
            ["eq 19 công trình ~ nâng cấp, mở rộng công trình"],
        ),
    ],
)
def test_a_word_that_looks_like_another_tells_nothing(passage: str, expected: list[str]) -> None:
    check_agree(targets(passage, "I. MỤC TIÊU"), expected)

"""Measured targets in running text: what is read, what is refused, how documents are cut."""
# ruff: noqa: E501 - a printed paragraph is one line

from __future__ import annotations

import pytest

from extract.extraction import extraction
from extract.model import Document, Due, SourceFile, Target, Threshold
from extract.readers.text_export import read

PLAN = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH SƠN ĐÔNG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 45/KH-UBND

Bình Sơn Đông, ngày 10 tháng 01 năm 2025

KẾ HOẠCH
Cải cách hành chính năm 2025

"""
END = """

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn An
"""


def documents(text: str) -> tuple[Document, ...]:
    file = SourceFile("a.txt", "0" * 64, "txt", None, False)
    return extraction(read(text.encode()), file).documents


def targets(passage: str, heading: str = "I. MỤC TIÊU") -> list[Target]:
    found = documents(f"{PLAN}{heading}\n\n{passage}{END}")
    return [target for document in found for target in document.targets]


def said(threshold: Threshold) -> str:
    """ "ge 95 %", "range 8..9 %", "decrease ge 0.5 % per P1Y b2024" (b: baseline's year, v: its
    value)."""
    words = {"level": [], "change": [str(threshold.direction)]}.get(
        threshold.kind, [threshold.kind]
    )
    if threshold.max is not None:
        words.append(f"{threshold.value:g}..{threshold.max:.9g}")
    else:
        if threshold.kind != "change" or threshold.comparator != "eq":
            words.append(str(threshold.comparator))
        words.append(f"{threshold.value:.9g}")
    words += [threshold.unit] if threshold.unit else []
    words += [f"in {threshold.within}"] if threshold.within else []
    words += [f"per {threshold.per}"] if threshold.per else []
    words += ["each"] if threshold.each else []
    if threshold.baseline and threshold.baseline.year:
        words.append(f"b{threshold.baseline.year}")
    if threshold.baseline and threshold.baseline.value is not None:
        words.append(f"v{threshold.baseline.value:g}")
    return " ".join(words)


def until(due: Due | None) -> str:
    if due is None:
        return ""
    if due.kind == "fixed":
        return f"{due.start or ''}..{due.end or ''}"
    return ",".join(due.every) if due.kind == "recurring" else due.kind


def agrees(expected: str, target: Target) -> bool:
    """``expected`` is "threshold [~ indicator] [@ applies_to] [! due]"; the indicator is compared
    only where it is given."""
    rest, _, by = expected.partition(" ! ")
    rest, _, who = rest.partition(" @ ")
    threshold, _, indicator = rest.partition(" ~ ")
    return (
        said(target.threshold) == threshold
        and indicator in ("", target.indicator)
        and who == (target.applies_to or "")
        and by == until(target.due)
    )


def shown(found: list[Target]) -> list[str]:
    return [f"{said(t.threshold)} ~ {t.indicator} @ {t.applies_to} ! {until(t.due)}" for t in found]


def check_agree(found: list[Target], expected: list[str]) -> None:
    assert len(found) == len(expected), shown(found)
    assert all(agrees(one, t) for one, t in zip(expected, found, strict=True)), shown(found)


def check_reads(heading: str, passage: str, expected: list[str]) -> None:
    """What is expected, all of it, and without a doubt."""
    found = targets(passage, heading)
    check_agree(found, expected)
    assert not any(target.doubts for target in found), [target.doubts for target in found]


READ: list[tuple[str, list[str]]] = [
    (
        "Căn cứ kết quả chấm điểm đối với các tiêu chí đạt dưới 80% (phục vụ đạt 73,2%; giải "
        "quyết công việc đạt 69,5%), các phòng rà soát lại, nhằm bảo đảm kết quả của huyện đối "
        "với tỉnh đạt trên 80%.",
        ["gt 80 %"],
    ),
    ("Bảo đảm 100% công chức được đánh giá, xếp loại từ hoàn thành tốt nhiệm vụ.", ["eq 100 %"]),
    ("Bảo đảm 100% hồ sơ được xét duyệt đúng hạn.", ["eq 100 %"]),
    ("Tỷ lệ giải ngân kinh phí đạt trên 95%.", ["gt 95 %"]),
    ("Phát hiện và xử lý kịp thời 100% vụ việc vi phạm.", ["eq 100 %"]),
    ("Tỷ lệ hồ sơ đã giải quyết được số hóa đạt 90%.", ["eq 90 %"]),
    (
        "Phấn đấu đạt các mục tiêu về tỷ lệ hồ sơ giải quyết đúng hạn (tối thiểu 98%); tỷ lệ hồ sơ trực tuyến (tối thiểu 75%).",
        ["ge 98 % ~ tỷ lệ hồ sơ giải quyết đúng hạn", "ge 75 % ~ tỷ lệ hồ sơ trực tuyến"],
    ),
    (
        "Tỷ lệ hồ sơ trực tuyến (tối thiểu 85% cấp sở, 60% cấp huyện, 45 cấp xã).",
        [
            "ge 85 % ~ Tỷ lệ hồ sơ trực tuyến @ cấp sở",
            "ge 60 % ~ Tỷ lệ hồ sơ trực tuyến @ cấp huyện",
            "ge 45 % ~ Tỷ lệ hồ sơ trực tuyến @ cấp xã",
        ],
    ),
    ("Tỷ lệ người dân hài lòng (không dưới 92%).", ["ge 92 % ~ Tỷ lệ người dân hài lòng"]),
    ("Tỷ lệ hồ sơ trễ hạn không quá 2%.", ["le 2 % ~ Tỷ lệ hồ sơ trễ hạn"]),
    ("Tỷ lệ hộ nghèo dưới 1,5%.", ["lt 1.5 % ~ Tỷ lệ hộ nghèo"]),
    ("Tỷ lệ bao phủ bảo hiểm y tế đạt trên 95% dân số.", ["gt 95 %"]),
    ("Mức độ hài lòng của người dân đạt từ 90% đến 95%.", ["range 90..95 %"]),
    (
        "Tỷ lệ thất nghiệp ở khu vực thành thị không vượt quá 3,5%.",
        ["le 3.5 % ~ Tỷ lệ thất nghiệp ở khu vực thành thị"],
    ),
    ("Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi không cao hơn 17%.", ["le 17 %"]),
    ("Tỷ lệ che phủ rừng duy trì ổn định ở mức 54,3%.", ["eq 54.3 %"]),
    (
        "Tổng sản phẩm trên địa bàn (GRDP) bình quân đầu người đạt khoảng 95 triệu đồng.",
        ["eq 95 triệu đồng"],
    ),
    ("Tỷ lệ dân số sử dụng nước sạch ≥ 98%.", ["ge 98 %"]),
    ("Tỷ lệ hồ sơ trả lại bổ sung quá một lần ≤ 1%.", ["le 1 %"]),
    ("Chỉ số cải cách hành chính đạt 88 điểm trở lên.", ["ge 88 điểm"]),
    ("Có ít nhất 02 sáng kiến cải cách hành chính được công nhận.", ["ge 2 sáng kiến"]),
    ("Tỷ lệ tử vong trẻ em dưới 5 tuổi giảm xuống dưới 15‰.", ["lt 15 ‰"]),
    ("Giảm tỷ lệ hộ nghèo xuống còn 1,2%.", ["eq 1.2 %"]),
    ("Không dưới 30% số cơ quan, đơn vị được kiểm tra công vụ.", ["ge 30 %"]),
    ("Trên 80% người dân trưởng thành có tài khoản định danh điện tử.", ["gt 80 %"]),
    ("Hơn 60% doanh nghiệp nhỏ và vừa sử dụng nền tảng số.", ["gt 60 %"]),
    ("Tỷ lệ giải ngân vốn đầu tư công đạt tối thiểu 95% kế hoạch.", ["ge 95 %"]),
    (
        "Ít nhất 95% hồ sơ được giải quyết đúng hạn và không quá 1% hồ sơ phải bổ sung nhiều lần.",
        ["ge 95 %", "le 1 %"],
    ),
    ("Từ 50% số thôn trở lên đạt chuẩn thôn thông minh.", ["ge 50 %"]),
    ("Từ 40% hồ sơ trở lên được tiếp nhận qua dịch vụ bưu chính.", ["ge 40 %"]),
    ("Văn bản điện tử phải đạt từ 92% trở lên.", ["ge 92 % ~ Văn bản điện tử"]),
    ("Tỷ lệ đô thị hóa đạt tối thiểu là 45%.", ["ge 45 %"]),
    ("Thu ngân sách nhà nước trên địa bàn đạt và vượt 1.250 tỷ đồng.", ["ge 1250 tỷ đồng"]),
    ("Phấn đấu 100% cán bộ, công chức hoàn thành nhiệm vụ.", ["eq 100 %"]),
    ("Tối thiểu 100% hồ sơ được số hóa.", ["ge 100 %"]),
    ("Bảo đảm thời gian giải quyết hồ sơ không kéo dài quá 15 ngày.", ["le 15 ngày"]),
    ("Sản lượng lương thực có hạt đạt hơn 12,5 nghìn tấn.", ["gt 12.5 nghìn tấn"]),
    ("Tăng ít nhất 5% số hồ sơ trực tuyến so với năm 2024.", ["increase ge 5 % b2024"]),
    ("Tỷ lệ hộ nghèo giảm 0,5 - 0,7%/năm.", ["decrease 0.5..0.7 % per P1Y"]),
    ("Giá trị sản xuất nông nghiệp tăng 3,5% so với cùng kỳ.", ["increase 3.5 %"]),
    ("Chỉ số PAR INDEX tăng tối thiểu 2 bậc so với năm 2024.", ["increase ge 2 bậc b2024"]),
    ("Tốc độ tăng trưởng kinh tế đạt từ 8,5% đến 9%.", ["range 8.5..9 %"]),
    (
        "Giảm tối thiểu 10% thời gian giải quyết thủ tục hành chính so với năm 2023.",
        ["decrease ge 10 % b2023"],
    ),
    ("Tăng tỷ lệ hồ sơ thanh toán trực tuyến lên 65%.", ["eq 65 %"]),
    ("Giảm số hộ nghèo từ 230 hộ xuống còn 180 hộ.", ["eq 180 hộ v230"]),
    ("Tỷ lệ hộ nghèo giảm bình quân 1%/năm.", ["decrease 1 % per P1Y"]),
    ("Kim ngạch xuất khẩu tăng bình quân từ 10 - 12%/năm.", ["increase 10..12 % per P1Y"]),
    ("Tỷ lệ hộ nghèo đa chiều giảm từ 1% đến 1,5%.", ["decrease 1..1.5 %"]),
    ("Nâng tỷ lệ lao động có bằng cấp, chứng chỉ từ 26% lên 28%.", ["eq 28 % v26"]),
    ("Giảm ít nhất 20% số cuộc họp trực tiếp.", ["decrease ge 20 %"]),
    ("Tai nạn giao thông giảm từ 5% trở lên trên cả 3 tiêu chí.", ["decrease ge 5 %"]),
    (
        "Phấn đấu chỉ số cải cách hành chính thuộc nhóm 05 địa phương dẫn đầu tỉnh.",
        ["rank le 5 địa phương in tỉnh"],
    ),
    (
        "Chỉ số chuyển đổi số cấp huyện xếp trong nhóm 3 huyện đứng đầu toàn tỉnh.",
        ["rank le 3 huyện in toàn tỉnh"],
    ),
    ("Xếp hạng chỉ số DTI từ thứ 15 trở lên.", ["rank le 15"]),
    (
        "100% văn bản được ký số; 95% hồ sơ công việc được xử lý trên môi trường mạng.",
        ["eq 100 %", "eq 95 %"],
    ),
    (
        "90% hồ sơ công việc tại cấp huyện và 80% hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng.",
        ["eq 90 % @ cấp huyện", "eq 80 % @ cấp xã"],
    ),
    (
        "Tỷ lệ bao phủ bảo hiểm xã hội đạt 45% lực lượng lao động, bảo hiểm thất nghiệp đạt 35% lực lượng lao động.",
        ["eq 45 %", "eq 35 %"],
    ),
    (
        "Tối thiểu 50% (cấp huyện) và 30% (cấp xã) hồ sơ được thanh toán trực tuyến.",
        ["ge 50 % @ cấp huyện", "ge 30 % @ cấp xã"],
    ),
    ("Tỷ lệ huy động trẻ nhà trẻ đạt 35% và mẫu giáo đạt 96%.", ["eq 35 %", "eq 96 %"]),
    ("Mỗi cơ quan, đơn vị có ít nhất 01 sáng kiến cải cách hành chính.", ["ge 1 sáng kiến each"]),
    (
        "Mỗi xã đăng tải tối thiểu 02 tin, bài/tháng về cải cách hành chính.",
        ["ge 2 tin, bài per P1M each"],
    ),
    ("Mỗi năm giải quyết việc làm cho 2.500 lao động.", ["eq 2500 lao động per P1Y"]),
    ("Phấn đấu trồng 01 triệu cây xanh.", ["eq 1 triệu cây"]),
    (
        "Đến hết năm 2025, 100% thủ tục hành chính được cung cấp trực tuyến toàn trình.",
        ["eq 100 % ! ..2025-12-31"],
    ),
    (
        "Trước ngày 15/12/2025, 100% đơn vị hoàn thành báo cáo tự chấm điểm.",
        ["eq 100 % ! ..2025-12-14"],
    ),
    ("Hoàn thành 100% việc số hóa hồ sơ trước tháng 11/2025.", ["eq 100 % ! ..2025-10-31"]),
    (
        "Trong quý II/2025, 80% cán bộ được tập huấn kỹ năng số.",
        ["eq 80 % ! 2025-04-01..2025-06-30"],
    ),
    ("Đến năm 2030, tỷ lệ đô thị hóa đạt 50%.", ["eq 50 % ~ tỷ lệ đô thị hóa ! ..2030-12-31"]),
    ("Đến ngày 30/9/2025, giải ngân đạt tối thiểu 70% kế hoạch vốn.", ["ge 70 % ! ..2025-09-30"]),
    (
        "Phấn đấu tỷ lệ hộ gia đình có cáp quang đạt 85% vào cuối năm 2025.",
        ["eq 85 % ! ..2025-12-31"],
    ),
    ("Đến cuối quý III năm 2025, tỷ lệ giải ngân đạt 60%.", ["eq 60 % ! ..2025-09-30"]),
    ("Hằng quý, kiểm tra ít nhất 02 đơn vị.", ["ge 2 đơn vị per P3M ! P3M"]),
    ("- **Tối thiểu 90%** hồ sơ được tiếp nhận trực tuyến.", ["ge 90 %"]),
    (
        "Đảm bảo 100% hồ sơ được giải quyết đúng hạn theo quy định của Chính phủ.",
        ["eq 100 % ~ hồ sơ được giải quyết đúng hạn"],
    ),
    (
        "Phấn đấu tỷ lệ hài lòng của người dân đạt 95% nhằm nâng cao chất lượng phục vụ.",
        ["eq 95 % ~ tỷ lệ hài lòng của người dân"],
    ),
    ("100% văn bản (trừ văn bản mật) được gửi, nhận điện tử.", ["eq 100 %"]),
    (
        "Rà soát, đơn giản hóa tối thiểu 20% thủ tục hành chính nội bộ để giảm chi phí tuân thủ.",
        ["ge 20 %"],
    ),
    (
        "Tỷ lệ hồ sơ cấp kết quả điện tử phấn đấu đạt 90%.",
        ["eq 90 % ~ Tỷ lệ hồ sơ cấp kết quả điện tử"],
    ),
    ("Tỷ lệ hồ sơ trực tuyến đạt 80% (năm 2024 đạt 62,5%).", ["eq 80 % b2024 v62.5"]),
    (
        "Tỷ lệ hộ nghèo giảm còn 1,5% (giảm 0,8% so với năm 2024).",
        ["eq 1.5 %", "decrease 0.8 % b2024"],
    ),
    (
        "Yêu cầu các đơn vị bảo đảm tỷ lệ hồ sơ trễ hạn dưới 1%; không để xảy ra trường hợp chậm trễ kéo dài.",
        ["lt 1 %"],
    ),
    ("Sở Y tế: Phấn đấu tỷ lệ tiêm chủng đầy đủ cho trẻ em dưới 1 tuổi đạt trên 95%.", ["gt 95 %"]),
    (
        "Giao Ủy ban nhân dân các xã vận động tối thiểu 60% hộ dân tham gia thu gom rác thải.",
        ["ge 60 %"],
    ),
    ("Các cơ quan hành chính phải hoàn thành số hóa ít nhất 50% hồ sơ lưu trữ.", ["ge 50 %"]),
    ("Duy trì tỷ lệ 100% trẻ em dưới 6 tuổi được cấp thẻ bảo hiểm y tế.", ["eq 100 %"]),
    ("Tỷ lệ cán bộ cấp xã đạt chuẩn phải đạt 100%.", ["eq 100 % ~ Tỷ lệ cán bộ cấp xã đạt chuẩn"]),
    ("Xây dựng 15 km đường giao thông nông thôn.", ["eq 15 km"]),
    ("Tổ chức ít nhất 04 lớp tập huấn cho cán bộ xã.", ["ge 4 lớp"]),
    ("Phấn đấu có 90% trở lên gia đình đạt danh hiệu gia đình văn hóa.", ["ge 90 %"]),
    (
        "Phấn đấu tỷ lệ thu gom, xử lý chất thải rắn sinh hoạt đô thị đạt 98 - 99%.",
        ["range 98..99 %"],
    ),
    (
        "Tổng vốn đầu tư toàn xã hội đạt 25.300 tỷ đồng, chiếm 35% GRDP.",
        ["eq 25300 tỷ đồng", "eq 35 %"],
    ),
    ("Tổng kim ngạch xuất khẩu đạt 1,2 tỷ USD.", ["eq 1.2 tỷ USD"]),
    (
        "Tuổi thọ trung bình đạt 75,5 tuổi, trong đó số năm sống khỏe đạt tối thiểu 67 năm.",
        ["eq 75.5 tuổi", "ge 67 năm"],
    ),
    ("Giữ vững 100% xã, thị trấn đạt chuẩn phổ cập giáo dục.", ["eq 100 %"]),
    (
        "Tỷ lệ thôn, bản có điện lưới quốc gia: 100%; tỷ lệ hộ dùng điện: 99,8%.",
        ["eq 100 %", "eq 99.8 %"],
    ),
    ("Tỷ lệ hồ sơ trễ hạn không quá 2%; tỷ lệ hồ sơ trả lại không trên 3%.", ["le 2 %", "le 3 %"]),
    ("Không để tỷ lệ hồ sơ trễ hạn vượt quá 5%.", ["le 5 %"]),
    ("Tỷ lệ giải ngân không thấp hơn 90%.", ["ge 90 %"]),
    ("Tỷ lệ hồ sơ trễ hạn phải thấp hơn 1%.", ["lt 1 %"]),
    ("Tỷ lệ người dân tham gia bảo hiểm y tế cao hơn 95%.", ["gt 95 %"]),
    (
        "Chậm nhất đến ngày 30/6/2025, 100% đơn vị hoàn thành việc rà soát.",
        ["eq 100 % ! ..2025-06-30"],
    ),
    ("Giảm tỷ lệ hộ nghèo dưới 1% vào cuối năm 2025.", ["lt 1 % ! ..2025-12-31"]),
    ("Phấn đấu tăng trưởng GRDP đạt 8% trở lên.", ["ge 8 %"]),
    ("Thu ngân sách tăng từ 10% đến 12% so với năm 2024.", ["increase 10..12 % b2024"]),
    ("Số hợp tác xã tăng từ 25 lên 30 hợp tác xã.", ["eq 30 hợp tác xã v25"]),
    (
        "Thu ngân sách đạt 1.250,5 tỷ đồng, tăng 8% so với dự toán.",
        ["eq 1250.5 tỷ đồng", "increase 8 %"],
    ),
    ("Tỷ lệ nữ tham gia cấp ủy đạt 15 % trở lên.", ["ge 15 %"]),
    ("100 % hồ sơ được giải quyết đúng hạn.", ["eq 100 %"]),
    ("Tỷ lệ hồ sơ đúng hạn đạt từ 95 đến 98%.", ["range 95..98 %"]),
    ("Tỷ lệ hồ sơ đúng hạn đạt 95-98%.", ["range 95..98 %"]),
    (
        "Năm 2025 đạt 75%; năm 2026 đạt 80%; năm 2027 đạt 85% số trường học đạt chuẩn.",
        [
            "eq 75 % ! 2025-01-01..2025-12-31",
            "eq 80 % ! 2026-01-01..2026-12-31",
            "eq 85 % ! 2027-01-01..2027-12-31",
        ],
    ),
    (
        "Tỷ lệ hồ sơ trực tuyến: năm 2025 đạt 75%, năm 2026 đạt 80%.",
        ["eq 75 % ! 2025-01-01..2025-12-31", "eq 80 % ! 2026-01-01..2026-12-31"],
    ),
    ("Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân dưới 9%.", ["lt 9 %"]),
    (
        "Tỷ lệ người từ 15 tuổi trở lên biết chữ đạt 99%.",
        ["eq 99 % ~ Tỷ lệ người từ 15 tuổi trở lên biết chữ"],
    ),
    ("Tỷ lệ phụ nữ 15-49 tuổi được khám sàng lọc đạt 70%.", ["eq 70 %"]),
    ("Tối thiểu 90% hồ sơ (trong đó 50% hồ sơ đất đai) được số hóa.", ["ge 90 %", "eq 50 %"]),
    (
        "Tỷ lệ giải quyết tố giác, tin báo về tội phạm đạt trên 90%; tỷ lệ điều tra, khám phá các loại tội phạm đạt trên 75%, án rất nghiêm trọng đạt trên 95%.",
        ["gt 90 %", "gt 75 %", "gt 95 %"],
    ),
    ("Kiềm chế tốc độ tăng giá tiêu dùng dưới 4%.", ["lt 4 %"]),
    ("Phấn đấu đạt và vượt 100% chỉ tiêu được giao.", ["ge 100 %"]),
    (
        "Mỗi huyện chọn ít nhất 02 xã, mỗi xã chọn ít nhất 01 thôn làm điểm.",
        ["ge 2 xã each", "ge 1 thôn each"],
    ),
    ("Tỷ lệ lấp đầy các khu công nghiệp đạt khoảng trên 60%.", ["gt 60 %"]),
    ("Giai đoạn 2026 - 2030, tốc độ tăng GRDP bình quân 9 - 10%/năm.", ["range 9..10 % per P1Y"]),
    (
        "Tỷ lệ thủ tục được rà soát đạt ít nhất 30% trong quý III/2025.",
        ["ge 30 % ! 2025-07-01..2025-09-30"],
    ),
    (
        "Tỷ lệ văn bản ký số đạt 100% đối với văn bản thông thường, 90% đối với hồ sơ nhân sự.",
        ["eq 100 % @ văn bản thông thường", "eq 90 % @ hồ sơ nhân sự"],
    ),
    ("Trên 90% người dân và 100% doanh nghiệp hài lòng.", ["gt 90 %", "eq 100 %"]),
    ("Đăng tải ít nhất 01 tin, bài/tuần trên Trang thông tin điện tử.", ["ge 1 tin, bài per P1W"]),
    (
        "Phấn đấu giảm 5% đến 10% số vụ tai nạn giao thông so với năm 2024.",
        ["decrease 5..10 % b2024"],
    ),
    ("Không quá 10% số hồ sơ, dưới 5% số văn bản bị trễ hạn.", ["le 10 %", "lt 5 %"]),
    ("Có trên 95%, phấn đấu đạt 98% hồ sơ đúng hạn.", ["gt 95 %", "eq 98 %"]),
    ("Tỷ lệ xã đạt tiêu chí quốc gia về y tế: 100% (15/15 xã).", ["eq 100 %"]),
    ("100% hồ sơ phát sinh từ ngày 01/7/2025 được số hóa.", ["eq 100 %"]),
    ("Rút ngắn thời gian giải quyết hồ sơ từ 15 ngày xuống còn 10 ngày.", ["eq 10 ngày v15"]),
    (
        "Duy trì tỷ lệ che phủ rừng trên 40%, trồng mới ít nhất 200ha rừng.",
        ["gt 40 %", "ge 200 ha"],
    ),
    ("Nâng tổng số thuê bao internet lên 120.000 thuê bao.", ["eq 120000 thuê bao"]),
    (
        "Tỷ lệ hồ sơ giải quyết thủ tục hành chính được\nluân chuyển trong nội bộ bằng bản điện tử đạt\n100%.",
        ["eq 100 %"],
    ),
    (
        "- Về giáo dục:\n+ Tỷ lệ học sinh tốt nghiệp trung học phổ thông đạt 99%;\n+ Tỷ lệ trường chuẩn quốc gia đạt trên 70%.",
        ["eq 99 %", "gt 70 %"],
    ),
    (
        "1.1. 100% cơ quan nhà nước sử dụng chữ ký số.\n1.2. Tối thiểu 60% người dân sử dụng dịch vụ công trực tuyến.",
        ["eq 100 %", "ge 60 %"],
    ),
    (
        "Phấn đấu ít nhất 75% hồ sơ thủ\ntục hành chính được nộp trực tuyến, không quá 5% hồ sơ\nbị trả lại.",
        ["ge 75 %", "le 5 %"],
    ),
    (
        "Tỷ lệ số hóa hồ sơ đạt tối thiểu 70% đối với cấp tỉnh, 60% đối với cấp huyện và 50% đối với cấp xã.",
        ["ge 70 % @ cấp tỉnh", "ge 60 % @ cấp huyện", "ge 50 % @ cấp xã"],
    ),
    ("Tỷ lệ lao động qua đào tạo đạt từ 70% trở lên.", ["ge 70 % ~ Tỷ lệ lao động qua đào tạo"]),
    (
        "Tỷ lệ xử lý văn bản trên môi trường mạng: cấp tỉnh đạt 100%, cấp huyện đạt 95%, cấp xã đạt 85%.",
        ["eq 100 % @ cấp tỉnh", "eq 95 % @ cấp huyện", "eq 85 % @ cấp xã"],
    ),
    (
        "Tỷ lệ trường đạt chuẩn quốc gia: mầm non 65%, tiểu học 80%, trung học cơ sở 75%.",
        ["eq 65 % @ mầm non", "eq 80 % @ tiểu học", "eq 75 % @ trung học cơ sở"],
    ),
    ("Thành lập mới 1.200 doanh nghiệp.", ["eq 1200 doanh nghiệp"]),
    ("Trồng mới 350 ha rừng tập trung.", ["eq 350 ha"]),
    ("Trong 6 tháng đầu năm 2025, tỷ lệ giải ngân đạt 50%.", ["eq 50 % ! 2025-01-01..2025-06-30"]),
    (
        "Phấn đấu đạt các chỉ tiêu sau:\n- Tỷ lệ hộ nghèo: dưới 1%.\n- Thu ngân sách: 850 tỷ đồng.\n- Số xã đạt chuẩn nông thôn mới: 12 xã.",
        ["lt 1 % ~ Tỷ lệ hộ nghèo", "eq 850 tỷ đồng ~ Thu ngân sách", "eq 12 xã"],
    ),
    (
        "Nâng tỷ lệ người tham gia bảo hiểm y tế lên 96% vào năm 2025 (năm 2023 là 93,2%).",
        ["eq 96 % b2023 v93.2 ! ..2025-12-31"],
    ),
    ("Đào tạo nghề cho 3.000 lao động nông thôn.", ["eq 3000 lao động"]),
    ("Tỷ lệ hộ nghèo giảm dưới 1%.", ["lt 1 %"]),
    ("Giảm tỷ lệ hộ nghèo bình quân từ 0,5% trở lên mỗi năm.", ["decrease ge 0.5 % per P1Y"]),
    ("Trong 5 năm đầu, hỗ trợ ít nhất 20 doanh nghiệp.", ["ge 20 doanh nghiệp"]),
    (
        "Rà soát số lượng máy tính tại các cơ quan để mua sắm, đảm bảo 100% công chức có máy tính làm việc.",
        ["eq 100 % ~ công chức có máy tính làm việc"],
    ),
    (
        "Nâng cao chất lượng phục vụ nhằm đảm bảo kết quả đánh giá của người dân đối với xã đạt trên 85%.",
        ["gt 85 % ~ kết quả đánh giá của người dân đối với xã"],
    ),
    (
        "Tuyên truyền để người dân thanh toán trực tuyến đạt 45%.",
        ["eq 45 % ~ người dân thanh toán trực tuyến"],
    ),
    (
        "Từ 20% hồ sơ đất đai trở lên được nộp qua mạng.",
        ["ge 20 % ~ hồ sơ đất đai được nộp qua mạng"],
    ),
    (
        "Đón và phục vụ 1,2 - 1,5 triệu lượt khách quốc tế.",
        ["range 1.2..1.5 triệu lượt khách ~ Đón và phục vụ lượt khách quốc tế"],
    ),
    ("Tạo việc làm cho 2.400 lao động.", ["eq 2400 lao động ~ Tạo việc làm cho lao động"]),
    (
        "Phát triển ít nhất 08 doanh nghiệp công nghệ số.",
        ["ge 8 doanh nghiệp ~ Phát triển doanh nghiệp công nghệ số"],
    ),
    (
        "Cung cấp nước sạch cho 62% dân số nông thôn.",
        ["eq 62 % ~ Cung cấp nước sạch cho dân số nông thôn"],
    ),
    (
        "Tổng thu ngân sách đạt 1.250 tỷ đồng, tăng 11% so với năm 2024.",
        ["eq 1250 tỷ đồng ~ Tổng thu ngân sách", "increase 11 % b2024 ~ Tổng thu ngân sách"],
    ),
    (
        "Thành lập mới 120 doanh nghiệp và tối thiểu 12 hợp tác xã.",
        ["eq 120 doanh nghiệp ~ Thành lập mới doanh nghiệp", "ge 12 hợp tác xã"],
    ),
    (
        "Tỷ lệ hồ sơ trực tuyến cấp huyện đạt 85%, cấp xã đạt 60%.",
        [
            "eq 85 % ~ Tỷ lệ hồ sơ trực tuyến @ cấp huyện",
            "eq 60 % ~ Tỷ lệ hồ sơ trực tuyến @ cấp xã",
        ],
    ),
    (
        "Tỷ lệ trẻ sơ sinh được sàng lọc ít nhất 05 bệnh bẩm sinh đạt 65%.",
        ["eq 65 % ~ Tỷ lệ trẻ sơ sinh được sàng lọc ít nhất 05 bệnh bẩm sinh"],
    ),
    ("Số bác sĩ trên 10.000 dân đạt 12 bác sĩ.", ["eq 12 bác sĩ ~ Số bác sĩ trên 10.000 dân"]),
    ("Giảm tỷ suất sinh 0,1 - 0,2‰ so với năm 2024.", ["decrease 0.1..0.2 ‰ b2024 ~ tỷ suất sinh"]),
    ("Kéo giảm tai nạn giao thông từ 5 - 10% mỗi năm.", ["decrease 5..10 % per P1Y"]),
    (
        "Giảm tối thiểu 10% số vụ cháy và ít nhất 15% thiệt hại về tài sản.",
        ["decrease ge 10 % ~ số vụ cháy", "decrease ge 15 % ~ thiệt hại về tài sản"],
    ),
    ("Giảm số vụ tảo hôn từ 12 cặp năm 2024 xuống còn tối đa 05 cặp.", ["le 5 cặp b2024 v12"]),
    (
        "Tỷ lệ hộ dân dùng nước sạch đạt trên 95% (hiện nay 91,3%).",
        ["gt 95 % v91.3 ~ Tỷ lệ hộ dân dùng nước sạch"],
    ),
    ("Mỗi năm, huyện có thêm ít nhất 05 sản phẩm OCOP.", ["ge 5 sản phẩm OCOP per P1Y"]),
    ("Mỗi thôn có ít nhất 01 tổ hòa giải cơ sở.", ["ge 1 tổ each ~ tổ hòa giải cơ sở"]),
    ("Phấn đấu có 8 - 10 giải cấp tỉnh.", ["range 8..10 giải"]),
    (
        "Kết nạp 60 đảng viên mới, trong đó nữ chiếm ít nhất 40%.",
        ["eq 60 đảng viên", "ge 40 % ~ nữ"],
    ),
    ("Công nghiệp - xây dựng tăng trên 9,5%.", ["increase gt 9.5 % ~ Công nghiệp - xây dựng"]),
    (
        "Từ quý III/2025 tỷ lệ hồ sơ trễ hạn không quá 2% và đến hết năm 2026 giảm còn dưới 1%.",
        ["le 2 % ! 2025-07-01..", "lt 1 % ! ..2026-12-31"],
    ),
    ("Đến 2026 đạt trên 70% hộ dân dùng nước máy.", ["gt 70 % ! ..2026-12-31"]),
    (
        "Giảm tỷ lệ hộ nghèo 1 - 1,5%/năm; riêng các xã khó khăn giảm 3 - 4%/năm.",
        [
            "decrease 1..1.5 % per P1Y ~ tỷ lệ hộ nghèo",
            "decrease 3..4 % per P1Y ~ tỷ lệ hộ nghèo @ các xã khó khăn",
        ],
    ),
    ("Bệnh dại: Giảm 50% số ca tử vong so với năm 2024.", ["decrease 50 % b2024 ~ số ca tử vong"]),
    (
        "Hộ chăn nuôi có chuồng trại bảo đảm vệ sinh đạt 80%.",
        ["eq 80 % ~ Hộ chăn nuôi có chuồng trại bảo đảm vệ sinh"],
    ),
    ("Khống chế tỷ lệ mắc ở mức ≤ 60/100.000 dân.", ["le 60 /100.000 dân"]),
    (
        "80% người dân từ 15 tuổi trở lên có tài khoản thanh toán.",
        ["eq 80 % ~ người dân từ 15 tuổi trở lên có tài khoản thanh toán"],
    ),
    ("Kiểm tra đột xuất ít nhất 03 chi nhánh.", ["ge 3 chi nhánh ~ Kiểm tra đột xuất chi nhánh"]),
    ("Giai đoạn 2: hoàn thành 1.800 căn.", ["eq 1800 căn"]),
    (
        "Trồng mới 350 ha rừng, trong đó 120 ha rừng gỗ lớn.",
        ["eq 350 ha ~ Trồng mới rừng", "eq 120 ha ~ rừng gỗ lớn"],
    ),
    (
        "Thu nhập bình quân đầu người đạt 60 triệu đồng/người/năm; mức chi tiêu bình quân tối thiểu 900.000 đồng/khách.",
        ["eq 60 triệu đồng/người per P1Y", "ge 900000 đồng/khách ~ mức chi tiêu bình quân"],
    ),
    ("Chỉ số PCI cải thiện ít nhất 5 bậc so với năm 2024.", ["increase ge 5 bậc b2024"]),
    ("Phát động trồng 12 500 cây xanh.", ["eq 12500 cây"]),
    (
        "Đóng góp của năng suất tổng hợp vào tăng trưởng đạt trên 50%.",
        ["gt 50 % ~ Đóng góp của năng suất tổng hợp vào tăng trưởng"],
    ),
    ("Phấn đấu tăng trưởng GRDP đạt 8%.", ["eq 8 % ~ tăng trưởng GRDP"]),
    ("Năm 2025, phấn đấu tăng trưởng đạt 8% trở lên.", ["ge 8 % ~ tăng trưởng"]),
    (
        "Diện tích gieo trồng lúa 5.200 ha, năng suất 62 tạ/ha, sản lượng 32.240 tấn.",
        [
            "eq 5200 ha ~ Diện tích gieo trồng lúa",
            "eq 62 tạ/ha ~ năng suất",
            "eq 32240 tấn ~ sản lượng",
        ],
    ),
    (
        "Phấn đấu tổng đàn trâu 1.200 con, đàn bò 8.500 con, đàn lợn 45.000 con.",
        ["eq 1200 con ~ tổng đàn trâu", "eq 8500 con ~ đàn bò", "eq 45000 con ~ đàn lợn"],
    ),
    (
        "Số sản phẩm OCOP đạt 3 sao trở lên là 03 sản phẩm.",
        ["eq 3 sản phẩm ~ Số sản phẩm OCOP đạt 3 sao trở lên"],
    ),
    (
        "Sản phẩm OCOP đạt từ 4 sao trở lên: 02 sản phẩm.",
        ["eq 2 sản phẩm ~ Sản phẩm OCOP đạt từ 4 sao trở lên"],
    ),
    (
        "Có 12 bác sĩ và 32 giường bệnh trên 10.000 dân.",
        ["eq 12 bác sĩ/10.000 dân", "eq 32 giường bệnh/10.000 dân"],
    ),
]

NOT_YET_READ: list[tuple[str, list[str], str]] = [
    (
        "Đàn bò 6.500 con (tỷ lệ bò lai đạt 55%), đàn lợn 22.000 con.",
        ["eq 6500 con", "eq 55 %", "eq 22000 con"],
        "a bracket behind a value tells of another time or share",
    ),
]

NO_TARGETS = [
    "Ghi chú: Số người đi làm việc ở nước ngoài tính theo hợp đồng từ 12 tháng trở lên.",
    "So với năm 2024, số hồ sơ tiếp nhận tăng 1.350 hồ sơ (tăng 12%).",
    "Đánh giá chung: Quý I năm 2025, tỷ lệ thu gom rác đạt 87,2%; tỷ lệ hộ nghèo còn 4,2%.",
    "Về kết quả đạt được: tỷ lệ giải ngân đạt 45%.",
    "Đối với dự án giải ngân dưới 30% tại thời điểm 30/6/2025, Phòng Tài chính sẽ tham mưu điều "
    "chuyển vốn.",
    "Cá nhân đạt dưới 55 điểm bị xếp loại không hoàn thành nhiệm vụ.",
    "Ngân sách tỉnh hỗ trợ 60%, ngân sách huyện đối ứng 40% tổng mức đầu tư.",
    "Giá vé tham quan: 30.000 đồng/người/lượt, giảm 50% cho học sinh.",
    "Mỗi tác phẩm dự thi không quá 500 từ.",
    "Phạt tiền từ 3.000.000 đồng đến 5.000.000 đồng đối với hành vi đổ rác sai quy định.",
    "Đơn vị có tỷ lệ giải ngân dưới 50% sẽ bị cắt giảm vốn năm sau.",
    "Doanh nghiệp nhỏ là doanh nghiệp có không quá 100 lao động.",
    "Bài dự thi không quá 15 trang, cỡ chữ 14.",
    "Điều động, luân chuyển cán bộ có tỷ lệ hài lòng dưới 50%.",
    "Miễn 100% lệ phí đối với hồ sơ nộp trực tuyến.",
    "Tập thể được tặng Bằng khen phải đạt tối thiểu 95 điểm.",
    "Năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn đạt 97,5%, xếp thứ 3/11 huyện.",
    "Kết quả năm 2024, toàn huyện có 85% hồ sơ nộp trực tuyến, tăng 12% so với năm 2023.",
    "Trong năm qua, tỷ lệ hộ nghèo đã giảm còn 2,1%.",
    "Đơn vị có tỷ lệ hồ sơ đúng hạn dưới 80% thì không xét khen thưởng.",
    "Không xét thi đua đối với đơn vị có trên 5% hồ sơ trễ hạn.",
    "Trường hợp tỷ lệ hồ sơ trễ hạn trên 3%, người đứng đầu phải kiểm điểm.",
    "Nếu để trên 02 hồ sơ trễ hạn trong tháng, người đứng đầu phải giải trình.",
    "Kinh phí thực hiện: 350 triệu đồng từ nguồn ngân sách huyện.",
    "Tổng kinh phí thực hiện Kế hoạch là 12,5 tỷ đồng, trong đó ngân sách tỉnh 8 tỷ đồng, ngân sách huyện 4,5 tỷ đồng.",
    "Toàn huyện hiện có 15 xã, thị trấn với 120 thôn.",
    "Cung cấp dịch vụ công trực tuyến mức độ 4 trên Cổng dịch vụ công.",
    "Thực hiện tốt 09 chỉ tiêu liên quan đến cải cách hành chính.",
    "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ về thực hiện cơ chế một cửa;",
    "Số điện thoại liên hệ: 0263.3812.345, gặp đồng chí chuyên viên phụ trách.",
    "Cuộc họp diễn ra vào lúc 8 giờ 00 phút, ngày 15 tháng 4 năm 2025 tại hội trường tầng 3.",
    "Hoàn thành vượt tiến độ được cộng 05 điểm vào kết quả đánh giá.",
    "Mỗi hồ sơ trễ hạn bị trừ 0,5 điểm.",
    "Báo cáo gửi về Phòng Nội vụ trước ngày 15 tháng cuối quý.",
    "Thực hiện theo điểm b khoản 2 Điều 15 Thông tư số 03/2021/TT-BNV.",
    "Bố trí 02 công chức chuyên trách tại Bộ phận một cửa hiện đang hoạt động.",
    "Kế hoạch gồm 05 phần và 03 phụ lục kèm theo.",
    "Tổng số thủ tục hành chính đang thực hiện là 1.842 thủ tục.",
    "Theo số liệu thống kê, dân số toàn tỉnh là 1.250.000 người, mật độ 215 người/km2.",
    "Chi thường xuyên ngân sách huyện là 450 tỷ đồng.",
    "Mức phạt tiền từ 3.000.000 đồng đến 5.000.000 đồng.",
    "Mức chi: 50.000 đồng/người/ngày.",
    "Thưởng 02 triệu đồng cho tập thể đạt giải nhất.",
    "Cơ cấu giải thưởng: 01 giải nhất, 02 giải nhì, 03 giải ba.",
    "Điện thoại: 02513.822.501; Fax: 02513.823.854.",
    "Hội đồng thẩm định gồm 09 thành viên.",
    "Chỉ số cải cách hành chính năm 2023 đạt 79,46%, xếp vị trí thứ 05/12.",
    "Ước thực hiện cả năm 2024 đạt 95% kế hoạch.",
    "Thành phần hồ sơ gồm 02 bộ bản chính và 01 bản điện tử.",
    "Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.",
    "Lệ phí cấp giấy phép là 150.000 đồng/giấy.",
    "Công dân từ đủ 14 tuổi trở lên được cấp thẻ căn cước.",
    "Đường truyền có tốc độ hiện tại 100 Mbps.",
    "Các xã thuộc vùng III theo Quyết định 861/QĐ-TTg gồm 04 xã.",
    "Quy định này áp dụng đối với trường học có quy mô từ 20 lớp trở lên.",
    "Hướng dẫn chi tiết tại Công văn số 1234/SNV-CCHC ngày 02/3/2025, trang 12.",
    "Website: http://anlac.gov.vn/2025/04/ke-hoach-100.html.",
    "Đối với các đơn vị có tỷ lệ giải ngân dưới 60%, đề nghị kiểm điểm trách nhiệm người đứng đầu.",
    "Thời gian thực hiện: 03 năm (2025 - 2027).",
    "Chỉ tiêu này năm 2024 giao 75%, kết quả đạt 68%.",
    "Huyện có 12 trường mầm non, 15 trường tiểu học và 11 trường trung học cơ sở.",
    "Điểm thưởng tối đa không quá 10 điểm.",
    "Đạt từ 90 điểm trở lên: xếp loại xuất sắc.",
    "Ví dụ: đơn vị A có 100 hồ sơ, trong đó 95 hồ sơ đúng hạn thì tỷ lệ là 95%.",
    "Cao hơn mức bình quân chung của tỉnh 3,2%.",
    "Một số xã có tỷ lệ hồ sơ trực tuyến còn thấp, dưới 30%.",
    "Tuy nhiên, vẫn còn 12 đơn vị chưa đạt chỉ tiêu 80% hồ sơ trực tuyến.",
    "Lũy kế đến ngày 31/12/2024, giải ngân được 78% kế hoạch vốn.",
    "Tập thể lao động xuất sắc được xét khi có từ 70% cá nhân đạt danh hiệu lao động tiên tiến trở lên.",
    "Diện tích tự nhiên của huyện là 45.230 ha, độ che phủ rừng hiện nay là 52%.",
    "Qua kiểm tra 20 đơn vị, phát hiện 35 hồ sơ có sai sót, chiếm 4,2%.",
    "Trong giai đoạn 2021 - 2024, tốc độ tăng trưởng bình quân đạt 7,2%/năm.",
    "Kết quả khảo sát cho thấy 82% người dân hài lòng.",
    "Đến cuối năm 2024, tỷ lệ hộ nghèo của huyện là 3,2%.",
    "Tỷ lệ hồ sơ trực tuyến mới đạt 45%, thấp hơn chỉ tiêu được giao.",
    "Hiện nay, tỷ lệ che phủ rừng là 52%.",
    "Theo báo cáo của Sở Y tế, 65% trạm y tế xã có bác sĩ.",
    "Nguồn vốn: ngân sách tỉnh 50%, ngân sách huyện 30%, xã hội hóa 20%.",
    "Đề nghị xem xét trách nhiệm người đứng đầu đơn vị có trên 5% hồ sơ trễ hạn.",
    "Tính đến 31/3/2025, tỷ lệ giải ngân của huyện đạt 12,5%.",
    "Qua 3 năm thực hiện, tỷ lệ hồ sơ trực tuyến tăng từ 20% lên 65%.",
    "Phiếu bầu hợp lệ khi có trên 50% số đại biểu tán thành.",
    "Nhiệm vụ này đã được hoàn thành 100% trong quý I/2025.",
    "Nguyên nhân là do trên 60% cán bộ chưa được đào tạo.",
    "Dự án có tỷ lệ giải ngân dưới 40% thì điều chuyển vốn.",
    "Trường có trên 3% học sinh bỏ học phải có báo cáo giải trình.",
    "Đơn vị có tỷ lệ tốt nghiệp dưới 85% chỉ được thanh toán theo thực tế.",
    "Chỉ hỗ trợ trồng rừng khi tỷ lệ cây sống trên 85%.",
    "Nhà thầu chậm tiến độ trên 15% khối lượng thì bị cắt hợp đồng.",
    "Đơn vị đạt từ 90 điểm trở lên được xếp loại tốt.",
    "Hỗ trợ 30% giá giống cho hộ nghèo.",
    "Tiền đi lại tối đa 200.000 đồng/người/khóa học.",
    "Đến nay, toàn huyện có 9/14 xã đạt chuẩn (64,3%).",
    "Tuy nhiên, còn 08 chủ đầu tư giải ngân dưới 30%.",
    "Tỷ lệ hồ sơ trực tuyến mới đạt 21%, thấp hơn mục tiêu tỉnh giao (tối thiểu 35%).",
    "Trong năm 2023, số vụ cháy tăng 12 vụ (16%) so với năm 2022.",
    "Xử lý người đứng đầu đơn vị có tỷ lệ trễ hạn từ 5% trở lên.",
    "Năm học 2022 - 2023, huyện có 24 trường; tỷ lệ học sinh hoàn thành chương trình đạt 98,9%.",
    "Thời gian tổ chức: 02 ngày, từ ngày 05/6/2025 đến ngày 06/6/2025.",
    "Nghị quyết được thông qua với 46/46 đại biểu tán thành (đạt 100%).",
    "Hồ sơ nộp trực tuyến thấp hơn 12,5 điểm phần trăm so với chỉ tiêu được giao.",
    "Ưu tiên hộ có thu nhập bình quân dưới 1,5 triệu đồng/tháng.",
    "Tỷ lệ hồ sơ trực tuyến (%) = Số hồ sơ trực tuyến / Tổng số hồ sơ x 100%.",
    "So với năm 2023, số hồ sơ tiếp nhận tăng 1.250 hồ sơ (tăng 15%).",
    "Công thức: A = (B/C) x 100%.",
]

NOT_YET_REFUSED: list[tuple[str, str]] = []


@pytest.mark.parametrize(("passage", "expected"), READ)
def test_is_read(passage: str, expected: list[str]) -> None:
    found = targets(passage)
    assert len(found) == len(expected), shown(found)
    for one, target in zip(expected, found, strict=True):
        assert agrees(one, target), (one, shown([target]))


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        pytest.param(p, e, marks=pytest.mark.xfail(strict=True, reason=r))
        for p, e, r in NOT_YET_READ
    ],
)
def test_is_not_yet_read(passage: str, expected: list[str]) -> None:
    found = targets(passage)
    assert len(found) == len(expected)
    assert all(agrees(one, target) for one, target in zip(expected, found, strict=True))


@pytest.mark.parametrize("heading", ["I. MỤC TIÊU", "II. NHIỆM VỤ"])
@pytest.mark.parametrize("passage", NO_TARGETS)
def test_is_no_target(passage: str, heading: str) -> None:
    assert shown(targets(passage, heading)) == []


@pytest.mark.parametrize(
    "passage",
    [pytest.param(p, marks=pytest.mark.xfail(strict=True, reason=r)) for p, r in NOT_YET_REFUSED],
)
def test_is_not_yet_refused(passage: str) -> None:
    """No target, or one that says itself that it may be none."""
    assert all("perhaps_no_target" in t.doubts for t in targets(passage, "II. NHIỆM VỤ"))


# --------------------------------------------------------------------------- whole documents

HEALTH = """ỦY BAN NHÂN DÂN
TỈNH AN LẠC

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 88/KH-UBND

An Lạc, ngày 05 tháng 02 năm 2025

KẾ HOẠCH
Phát triển chăm sóc sức khỏe nhân dân đến năm 2030

Căn cứ Luật Bảo hiểm y tế ngày 14/11/2008;
Căn cứ Quyết định số 20/QĐ-TTg giao chỉ tiêu 95% dân số tham gia bảo hiểm y tế;

I. TÌNH HÌNH CHUNG
Năm 2024, tỷ lệ bao phủ bảo hiểm y tế đạt 93,5%, tăng 1,2% so với năm 2023. Toàn tỉnh có 125 trạm y tế, trên 80% trạm có bác sĩ.
1. Kết quả đạt được
- Tỷ lệ tiêm chủng đầy đủ đạt 96%.
- Số giường bệnh đạt 28 giường/vạn dân.
2. Tồn tại, hạn chế
- Tỷ lệ suy dinh dưỡng còn cao, trên 18%.

II. MỤC TIÊU
1. Mục tiêu chung
Nâng cao chất lượng chăm sóc sức khỏe nhân dân.
2. Mục tiêu cụ thể
2.1. Đến năm 2025
- Tỷ lệ bao phủ bảo hiểm y tế đạt 95% dân số;
- Ít nhất 90% trạm y tế xã có bác sĩ làm việc;
- Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi giảm còn dưới 16%.
2.2. Đến năm 2030
- Tỷ lệ bao phủ bảo hiểm y tế đạt trên 98% dân số;
- Đạt 35 giường bệnh/vạn dân, 15 bác sĩ/vạn dân.

III. NHIỆM VỤ, GIẢI PHÁP
1. Sở Y tế chủ trì triển khai khám sức khỏe định kỳ cho ít nhất 70% người cao tuổi mỗi năm.
2. Bảo hiểm xã hội tỉnh bảo đảm 100% học sinh, sinh viên tham gia bảo hiểm y tế.

IV. KINH PHÍ
Tổng kinh phí dự kiến 120 tỷ đồng, trong đó ngân sách tỉnh chiếm 60%, nguồn xã hội hóa đạt tối thiểu 40%.

V. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Định kỳ trước ngày 15/12 hằng năm báo cáo kết quả.
- Đơn vị không đạt 90% chỉ tiêu thì không xét thi đua.
2. Ủy ban nhân dân các huyện, thành phố
- Vận động tối thiểu 95% người dân tham gia bảo hiểm y tế, hoàn thành trước ngày 30/11/2025.

Nơi nhận:
- Bộ Y tế;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn An
"""


def test_a_plan_gives_its_goals_and_tasks_only() -> None:
    (document,) = documents(HEALTH)
    assert [f"{said(t.threshold)} ! {until(t.due)}" for t in document.targets] == [
        "eq 95 % ! ..2025-12-31",
        "ge 90 % ! ..2025-12-31",
        "lt 16 % ! ..2025-12-31",
        "gt 98 % ! ..2030-12-31",
        "eq 35 giường bệnh/vạn dân ! ..2030-12-31",
        "eq 15 bác sĩ/vạn dân ! ..2030-12-31",
        "ge 70 % per P1Y ! ",
        "eq 100 % ! ",
        "ge 95 % ! ..2025-11-29",
    ]


def test_a_legal_base_may_have_a_mark() -> None:
    base = "- Căn cứ Nghị quyết Đại hội (chỉ tiêu kết nạp hội viên đạt từ 3% trở lên);\n\n"
    (document,) = documents(HEALTH.replace("I. TÌNH HÌNH CHUNG", f"{base}I. TÌNH HÌNH CHUNG", 1))
    assert len(document.targets) == 9


def test_a_heading_of_disbursement_is_none_of_amounts() -> None:
    passage = "Đến 30/6/2025 giải ngân trên 50%, đến 31/12/2025 giải ngân 100% kế hoạch vốn."
    found = targets(passage, "2. Giải ngân vốn đầu tư công")
    assert [said(target.threshold) for target in found] == ["gt 50 %", "eq 100 %"]
    assert targets(passage, "2. Vốn đầu tư") == []


def test_a_report_assigns_nothing() -> None:
    report = HEALTH.replace("KẾ HOẠCH\nPhát triển", "BÁO CÁO\nKết quả").replace("/KH-", "/BC-")
    assert [target for document in documents(report) for target in document.targets] == []


RESOLUTION = """HỘI ĐỒNG NHÂN DÂN
HUYỆN BÌNH SƠN ĐÔNG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/NQ-HĐND

Bình Sơn Đông, ngày 18 tháng 12 năm 2024

NGHỊ QUYẾT
Về nhiệm vụ phát triển kinh tế - xã hội năm 2025

HỘI ĐỒNG NHÂN DÂN HUYỆN BÌNH SƠN ĐÔNG
KHÓA XII, KỲ HỌP THỨ 15

Xét Tờ trình số 300/TTr-UBND ngày 01 tháng 12 năm 2024 của Ủy ban nhân dân huyện;

QUYẾT NGHỊ:

Điều 1. Thông qua nhiệm vụ phát triển kinh tế - xã hội năm 2025 với các chỉ tiêu chủ yếu sau:
1. Chỉ tiêu kinh tế
a) Tổng giá trị sản xuất tăng 9,5% so với năm 2024.
b) Thu nhập bình quân đầu người 68 triệu đồng.
c) Thu ngân sách trên địa bàn 420 tỷ đồng, tăng 10% so với dự toán năm 2024.
2. Chỉ tiêu xã hội
a) Tỷ lệ hộ nghèo giảm từ 0,8 - 1%.
b) Tỷ lệ lao động qua đào tạo 72%, trong đó có bằng cấp, chứng chỉ 28%.
c) Giải quyết việc làm cho 1.800 lao động.
3. Chỉ tiêu môi trường
a) Tỷ lệ che phủ rừng 51,5%.
b) Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh trên 97%.
Điều 2. Giao Ủy ban nhân dân huyện tổ chức thực hiện Nghị quyết.
Điều 3. Nghị quyết có hiệu lực sau 07 ngày kể từ ngày thông qua.
Nghị quyết này được Hội đồng nhân dân huyện khóa XII, kỳ họp thứ 15 thông qua với 100% đại biểu tán thành.

CHỦ TỊCH

Lê Văn Bình
"""


def test_an_article_closes_the_list_above() -> None:
    (document,) = documents(RESOLUTION)
    assert all("đại biểu tán thành" not in target.statement for target in document.targets)


@pytest.mark.parametrize(
    ("subject", "end"),
    [
        ("Về nhiệm vụ phát triển kinh tế - xã hội năm 2025", "2025-06-30"),
        ("Kết quả năm 2024 và nhiệm vụ năm 2025", "2025-06-30"),
        ("Về kế hoạch năm 2024 và định hướng năm 2025", "2024-06-30"),
    ],
)
def test_a_date_without_a_year_is_in_the_year_of_the_document(subject: str, end: str) -> None:
    resolution = RESOLUTION.replace("Về nhiệm vụ phát triển kinh tế - xã hội năm 2025", subject, 1)
    resolution = resolution.replace(
        "Tỷ lệ che phủ rừng 51,5%.", "Trước ngày 01/7, trồng 50 ha rừng."
    )
    (document,) = documents(resolution)
    assert end in [target.due.end for target in document.targets if target.due]


def test_a_resolution_gives_all_its_chi_tieu() -> None:
    (document,) = documents(RESOLUTION)
    found = [said(target.threshold) for target in document.targets]
    assert {"eq 68 triệu đồng", "eq 420 tỷ đồng", "eq 28 %"} <= set(found)


LETTER = """UBND TỈNH AN LẠC
SỞ NỘI VỤ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 215/SNV-CCHC
V/v đôn đốc thực hiện chỉ tiêu cải cách hành chính

An Lạc, ngày 03 tháng 6 năm 2025

Kính gửi: Các sở, ban, ngành.

Qua theo dõi, đến ngày 31/5/2025, toàn tỉnh có 78,5% hồ sơ nộp trực tuyến; còn 07 đơn vị đạt dưới 60%. Sở Nội vụ đề nghị các đơn vị:

1. Bảo đảm tỷ lệ hồ sơ trực tuyến đạt tối thiểu 85% trong tháng 12/2025.
2. Không để phát sinh quá 1% hồ sơ trễ hạn; trường hợp vượt quá 1% phải giải trình với Chủ tịch UBND tỉnh.
3. Gửi báo cáo trước ngày 20/6/2025 về Sở Nội vụ (qua đồng chí Lan, số điện thoại 0901.234.567).
4. Đơn vị đạt từ 95% trở lên được đề nghị khen thưởng; đơn vị đạt dưới 70% phải kiểm điểm.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Phạm Thị Hoa
"""


def test_a_letter_demands_of_its_readers() -> None:
    (document,) = documents(LETTER)
    assert [said(target.threshold) for target in document.targets][:2] == ["ge 85 %", "le 1 %"]


def test_the_date_of_a_result_is_no_due() -> None:
    (document,) = documents(LETTER)
    assert "..2025-05-31" not in [until(target.due) for target in document.targets]


def test_what_earns_an_award_is_no_target() -> None:
    (document,) = documents(LETTER)
    assert "ge 95 %" not in [said(target.threshold) for target in document.targets]


SECTIONS = """5. Hiện đại hóa hành chính:

- Tỷ lệ số hóa hồ sơ đạt tối thiểu 80%.

6. Tăng cường đào tạo, phấn đấu tỷ lệ công chức đạt chuẩn bằng 100%.

7. Hoàn thành đúng tiến độ 90% nhiệm vụ được giao."""


def test_a_numbered_paragraph_stands_in_no_section_of_its_own_level() -> None:
    found = targets(SECTIONS)
    assert [len(target.section) for target in found] == [2, 1, 1]


def test_two_letters_in_one_file_keep_their_targets() -> None:
    found = documents(LETTER + "\n" + HEALTH)
    assert [document.number for document in found] == ["215/SNV-CCHC", "88/KH-UBND"]
    assert len(found[1].targets) == 9

"""Outputs and databases for the tests of ``chitieu load`` and ``chitieu export``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from extract import extract_file, pipeline, store

DECREE = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH SƠN ĐÔNG
Số: {number}/KH-UBND
Bình Sơn Đông, ngày 14 tháng 01 năm 2025

KẾ HOẠCH
Chuyển đổi số huyện Bình Sơn Đông năm 2025

Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh An Lạc.

Stt\tNội dung\tChỉ tiêu\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian
1\tTỷ lệ hồ sơ trực tuyến\tTối thiểu {value}%\tPhòng Nội vụ\tUBND các xã\tQuý II/2025
2\tTập huấn kỹ năng số\t03 lớp\tPhòng Lao động\t\tHàng quý
3\tĐo đạc đất đai toàn huyện\tTrên 12,5%\tPhòng Nông nghiệp\t\tTrước ngày 15/12
4\tRà soát thủ tục nội bộ\tThường xuyên\tVăn phòng Sở\t\tThường xuyên
"""

Edit = Callable[[dict[str, Any]], None]


def write(out: Path, name: str, number: int = 1, value: int = 70, edit: Edit | None = None) -> Path:
    """The result of a decree, as ``chitieu extract`` writes it; ``edit`` changes it, as another
    version of the program would."""
    source = out.parent / "corpus" / name
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(DECREE.format(number=number, value=value), "utf-8")
    result = extract_file(source)
    result["source"]["file"] = name
    if edit:
        edit(result)
    path = store.output_path(out, name)
    store.write(path, store.canonical(result))
    return path


def written_targets(out: Path) -> int:
    paths = sorted(out.rglob("*.json"))
    return sum(len(pipeline.targets(store.loaded_result(path))) for path in paths)

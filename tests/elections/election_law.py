"""The shipped election law; the acts of 2025 may still stand in parts, which are then joined here as they will stand in one file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import electrules

AMENDING = "83/2025/QH15"
PARTS = Path(__file__).parents[2] / "rules" / "vn" / "law" / "83-2025-qh15"
HEAD = """ngôn ngữ: tiếng Việt

văn bản 83/2025/QH15 "Luật sửa đổi, bổ sung một số điều của Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân": do Quốc hội ban hành ngày 24/06/2025; có hiệu lực từ ngày 01/07/2025.

điều 1
"""


@cache
def law() -> electrules.Rulebook:
    """The law of both elections."""
    shipped = electrules.load()
    if any(each.number == AMENDING for each in shipped.instruments):
        return shipped
    return electrules.load(text=HEAD + "".join(each.read_text(encoding="utf-8") for each in sorted(PARTS.glob("[0-9]*.part"))))

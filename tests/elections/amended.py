"""The shipped law with the acts of 83/2025/QH15: from its file, or joined from the parts that it is written in."""

from __future__ import annotations

from functools import cache

from electrules import Rulebook, load
from electrules.resources import resource

HEADER = """ngôn ngữ: tiếng Việt

văn bản 83/2025/QH15 "Luật sửa đổi, bổ sung một số điều của Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân": do Quốc hội ban hành ngày 24/06/2025; có hiệu lực từ ngày 01/07/2025.

điều 1
"""


@cache
def law() -> Rulebook:
    """The rulebook."""
    shipped = load(lang="en")
    if any(each.number == "83/2025/QH15" for each in shipped.instruments):
        return shipped
    parts = sorted(resource("rules/vn/law/83-2025-qh15").glob("*.part"))
    return load(text=HEADER + "".join(each.read_text(encoding="utf-8") for each in parts), lang="en")

"""A small law on constituencies, whose numbers a test may change."""

from __future__ import annotations

import electrules

TEXT = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Đơn vị bầu cử đại biểu Quốc hội | National Assembly constituency: tổ chức.
  Đơn vị bầu cử đại biểu Hội đồng nhân dân | council constituency: tổ chức.
  Số đại biểu được ấn định | deputies to be elected: số nguyên từ 0 đến 1.000; đơn vị đại biểu | deputy, deputies.
  Số người ứng cử | candidates: số nguyên từ 0 đến 1.000; đơn vị người ứng cử | candidate, candidates.
  Hải đảo | island: có hoặc không; nói "thuộc hải đảo" | "is an island".

văn bản 1/2020/QH "Luật": do Quốc hội ban hành ngày 01/01/2020; có hiệu lực từ ngày 01/02/2020.
  Đã đọc văn bản chính thức.

điều 10
  Đơn vị bầu cử đại biểu Quốc hội: số đại biểu được ấn định phải NATIONAL.
  Đơn vị bầu cử đại biểu Hội đồng nhân dân: số đại biểu được ấn định phải COUNCIL.

  Không mã hoá được: tính theo số dân; lý do: luật không cho công thức.
  KNOWN

điều 57
  Không mã hoá được: danh sách; lý do: không có gì để tính.
  Đơn vị bầu cử đại biểu Quốc hội: số người ứng cử phải từ 4 người ứng cử trở lên.
"""


def law(national="từ 3 đại biểu trở xuống", council="từ 5 đại biểu trở xuống", more="", unsure=False):
    """The law, with what it asks of a constituency."""
    text = TEXT.replace("NATIONAL", national).replace("COUNCIL", council).replace("  KNOWN\n", "  Chưa xác nhận: bịa ra.\n" if unsure else "")
    return electrules.load(text=text + more, base=None)

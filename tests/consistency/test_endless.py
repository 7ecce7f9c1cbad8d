"""Values that hang on money and on something else: what takes too many results is seen to at once, not tried one by one."""

from __future__ import annotations

import time

import electrules
from electrules.consistency import check_all

TEXT = """ngôn ngữ: tiếng Việt

từ vựng
  Chính phủ | Government: cơ quan; bậc 1.
  Phụ cấp | allowance: số nguyên từ 0 đến 50 triệu, đơn vị đồng | dong.
  Tháng công tác | months served: số nguyên từ 0 đến 600, đơn vị tháng công tác | month of service, months of service.
  Năm công tác | years served: số nguyên từ 0 đến 50, đơn vị năm công tác | year of service, years of service.
  Tiền thôi việc | severance: kết luận, số nguyên từ 0 đến 100 tỷ, đơn vị đồng | dong.

văn bản 154/2025/NĐ-CP "Nghị định": do Chính phủ ban hành ngày 15/06/2025; có hiệu lực từ ngày 16/06/2025.

điều 9
  Tiền thôi việc bằng 0,8 lần phụ cấp cho mỗi tháng công tác cộng 1,5 lần phụ cấp cho mỗi năm công tác cộng 3 lần phụ cấp làm tròn xuống.
"""


def test_a_sum_for_each_month_and_year_is_proved_and_asked_in_no_time() -> None:
    law = electrules.load(text=TEXT, base=None)
    began = time.process_time()
    assert [(each.kind, each.verdict) for each in check_all(law)] == [("gap", "proved")]
    open_ = law.ask("severance", {"years served": 3}, on="2025-08-01")
    assert open_.outcome == "unknown"
    assert {each.id for each in open_.missing} == {"allowance", "months served"}
    assert law.ask("severance", {"allowance": 2_000_000, "months served": 36, "years served": 3}, on="2025-08-01").value == 72_600_000
    assert time.process_time() - began < 20

"""A body of which a day is required to be a Monday, while that day is not given: the finding is open, all others are made."""

from __future__ import annotations

import electrules

TEXT = """ngôn ngữ: tiếng Việt

từ vựng
  Bộ | Ministry: cơ quan; bậc 1.
  Ban | board: tổ chức.
  Thành viên | members: số nguyên từ 0 đến 99, đơn vị thành viên | member, members.
  Trưởng ban | head: số nguyên từ 0 đến 9, đơn vị Trưởng ban | head, heads, trong số thành viên.
  Ngày họp | meeting day: ngày.

văn bản 1/2020/QĐ-B "Quy định": do Bộ ban hành ngày 01/01/2020; có hiệu lực từ ngày 01/02/2020.

điều 1
  Ban có từ 3 đến 5 thành viên gồm: 1 Trưởng ban.

điều 2
  Ban: ngày họp phải là thứ hai.
"""


def test_a_day_of_the_week_that_nobody_knows_is_open_and_hides_no_other_finding() -> None:
    law = electrules.load(text=TEXT, base=None)
    found = law.assess("board", {"members": 4, "head": 2}, on="2021-01-01")
    assert [(each.outcome, each.ok) for each in found] == [("answered", True), ("answered", False), ("unknown", None)]
    found = law.assess("board", {"members": 4, "head": 1, "meeting day": "2021-01-04"}, on="2021-01-01")
    assert [each.ok for each in found] == [True, True, True]


def test_one_head_is_said_once() -> None:
    law = electrules.load(text=TEXT, base=None)
    found = law.assess("board", {"members": 4, "head": 2}, on="2021-01-01")
    assert "bằng 1 Trưởng ban" not in found[1].text("vi") and "equal to 1 head" not in found[1].text("en")

"""Deadlines that cannot be kept in their order, and bodies that nobody can compose, are found by themselves."""

from __future__ import annotations

import electrules

HEAD = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Ngày bầu cử | election day: ngày được hỏi.
  Tổ chức bầu cử lại | re-run: sự kiện.
  Công bố kết quả | publication of the results: sự kiện.
  Ủy ban | committee: tổ chức.
  Thành viên | members: số nguyên từ 0 đến 100, đơn vị thành viên | member, members.
  Chủ tịch | chair: số nguyên từ 0 đến 100, đơn vị chủ tịch | chair, chairs.
  Phó chủ tịch | vice chairs: số nguyên từ 0 đến 100, đơn vị phó chủ tịch | vice chair, vice chairs.

văn bản 1/2015/QH13 "Luật": do Quốc hội ban hành ngày 01/02/2015; có hiệu lực từ ngày 01/03/2015.

điều 1
  Tổ chức bầu cử lại chậm nhất là {rerun} ngày sau ngày bầu cử.

điều 2
  Công bố kết quả chậm nhất là 10 ngày sau ngày bầu cử.
  Công bố kết quả chỉ sau ngày tổ chức bầu cử lại.
  {note}

điều 3
  Ủy ban có từ 2 đến {most} thành viên gồm: 1 chủ tịch; từ 2 phó chủ tịch trở lên.
"""


def refuted(**numbers: object) -> list[tuple[str, str, list[str], str]]:
    law = electrules.load(text=HEAD.format(**{"rerun": 7, "note": "Đã đọc văn bản chính thức.", "most": 3, **numbers}), base=None)
    return [(each.term, each.kind, [str(one) for one in each.citations], each.reason) for each in law.check() if each.verdict == "refuted"]


def test_what_can_be_kept_in_order_is_proved() -> None:
    assert refuted() == []
    assert refuted(rerun=10) == []


def test_results_due_before_the_re_run_that_they_wait_for_are_a_contradiction() -> None:
    assert refuted(rerun=11) == [("publication of the results", "contradiction", ["Điều 2 của 1/2015/QH13", "Điều 1 của 1/2015/QH13"], "")]


def test_a_contradiction_that_a_provision_declares_is_shown_with_its_reason() -> None:
    (found,) = refuted(rerun=15, note="Luật tự mâu thuẫn về công bố kết quả; lý do: luật không nói về trường hợp bầu cử lại.")
    assert found[1] == "contradiction" and found[3] == "luật không nói về trường hợp bầu cử lại"


def test_posts_that_need_more_people_than_the_body_may_have_are_a_contradiction() -> None:
    assert refuted(most=2) == [("committee", "contradiction", ["Điều 3 của 1/2015/QH13"], "")]

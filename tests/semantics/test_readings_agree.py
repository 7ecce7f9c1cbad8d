"""Where a condition has no value, what its readings come to may agree for some facts only: then the question hangs on those."""

from __future__ import annotations

import electrules

TEXT = """language: English

vocabulary
  Quốc hội | Assembly: authority; rank 1.
  Ngày bầu cử | vote: day asked.
  Ngày đăng ký | registration: day.
  Số ban | boards: conclusion; whole number from 0 to 9; unit ban | board, boards.
  Lập danh sách | list: event.

instrument 1/2020/QH14 "A": issued by Assembly on 2020-01-01; in force from 2020-01-01.

article 1
  List no later than 60 days before vote.

article 2
  Exception to article 1: when there is a value of boards then list no later than 3 days before registration.
"""


def test_a_value_that_varies_may_be_that_of_the_other_reading() -> None:
    law = electrules.load(text=TEXT, base=None, lang="en")  # nothing is said of boards: whether article 2 speaks is unread
    answer = law.ask("list", on="2021-06-30")
    assert (answer.outcome, [term.id for term in answer.missing]) == ("unknown", ["registration"])
    known = {day: law.ask("list", {"registration": day}, on="2021-06-30") for day in ("2021-05-03", "2021-05-04", "2021-05-05")}
    assert [(each.outcome, str(each.value)) for each in known.values()] == [("unread", "None"), ("answered", "2021-05-01"), ("unread", "None")]

"""The days between two days are counted in days, whichever way a provision comes to them."""

from __future__ import annotations

import electrules

TEXT = """language: English

vocabulary
  Hội đồng | Board: authority; rank 1.
  Bắt đầu | beginning: day.
  Kết thúc | end: day.
  Thời gian | length: conclusion; whole number from -100,000 to 100,000; unit ngày | day, days.

instrument 1/2000/QH1 "A": issued by Board on 2000-01-01; in force from 2000-01-02.

article 1
  Length is end minus beginning.

article 2
  When beginning is before 2010-01-01 then length is 365 days.

case "a year"
  Given: beginning is 2019-01-01, end is 2020-01-01; asked for length on 2020-01-01; then 365 days.
"""


def test_they_have_the_unit_of_days_and_agree_with_a_number_of_days() -> None:
    law = electrules.load(text=TEXT, base=None, lang="en")
    (case,) = law.test()
    assert case.ok
    answer = law.ask("length", {"beginning": "2009-01-01", "end": "2010-01-01"}, on="2020-01-01")
    assert (answer.outcome, answer.value, answer.unit) == ("answered", 365, "day")

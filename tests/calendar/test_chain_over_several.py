"""A deadline counted from an event that several provisions date is of the calendar where any of them is."""

from __future__ import annotations

from datetime import date

import electrules

TEXT = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  miền núi | mountainous: yes or no; says "thuộc miền núi" | "is mountainous".
  ngày bầu cử | election day: day asked.
  lập danh sách | making of the list: event.
  lúc lập xong | list made on: actual day of making of the list.
  niêm yết danh sách | posting of the list: event.
  kỳ họp thứ nhất | first session: event.

instrument 1/2021/QH14 "Law": issued by the National Assembly on 2021-04-05; in force from 2021-05-05.

article 3
  When is mountainous then no later than 1 year before making of the list, the National Assembly must see to posting of the list.

article 4
  Posting of the list no later than 3 days before election day.

article 5
  First session within 1 day from posting of the list.
"""


def test_a_chain_over_an_event_that_several_provisions_date_keeps_its_row() -> None:
    law = electrules.load(text=TEXT, base=None, lang="en")
    rows = {row.event: row.date for row in law.calendar("2022-01-10", facts={"mountainous": False})}
    assert rows == {"posting of the list": date(2022, 1, 7), "first session": date(2022, 1, 8)}

"""A deadline counted from a day that is not known is unknown, however it is counted: also where both ends of all days have none."""

from __future__ import annotations

import pytest

import electrules

TEXT = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Ngày bầu cử | vote: day asked.
  Ngày đăng ký | registration: day.
  Lập danh sách | list: event.
  Niêm yết | posting: event.

instrument 1/2020/QH14 "A": issued by the National Assembly on 2020-01-01; in force from 2020-01-01.

article 1
  List {}.

article 2
  Posting no later than 1 month after list.

article 7
  Periods in this instrument count the day they are counted from.
"""


@pytest.mark.parametrize(
    ("counted", "day"),
    [
        ("within 1 month from registration", "2021-05-29"),
        ("within 2 years from registration", "2023-04-29"),
        ("no later than 1 month after registration", "2021-05-30"),
        ("within 1 year before registration", "2021-04-29"),
    ],
)
def test_it_is_unknown_until_that_day_is_known(counted: str, day: str) -> None:
    law = electrules.load(text=TEXT.format(counted), base=None, lang="en")
    for event in ("list", "posting"):
        answer = law.ask(event, on="2021-06-30")
        assert (answer.outcome, [term.id for term in answer.missing]) == ("unknown", ["registration"])
    assert law.ask("posting", {"registration": "2021-04-30"}, on="2021-06-30").outcome == "answered"
    if "before" not in counted:
        assert str(law.ask("list", {"registration": "2021-04-30"}, on="2021-06-30").value) == day


OUTRANKED = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Chính phủ | Government: authority; rank 2.
  Ngày bầu cử | vote: day asked.
  Ngày đăng ký | registration: day.
  Niêm yết | posting: event.

instrument 1/2000/QH14 "Law": issued by the National Assembly on 2000-02-01; in force from 2000-03-01.

article 1
  Posting no later than {}.

instrument 2/2001/NĐ-CP "Decree": issued by the Government on 2001-02-01; in force from 2001-03-01.

article 1
  Posting no later than 10 days before vote.
"""


@pytest.mark.parametrize("better", ["5 working days before vote", "5 days before registration"])
def test_what_is_outranked_by_a_deadline_that_has_no_day_is_not_listed_in_its_place(better: str) -> None:
    law = electrules.load(text=OUTRANKED.format(better), base=None, lang="en")
    assert law.ask("posting", on="2021-05-23").outcome == "unknown"
    calendar = law.calendar("2021-05-23")
    assert not calendar.deadlines
    assert [(each.why, str(each.by)) for each in calendar.set_aside] == [("rank", "article 1 of 1/2000/QH14")]

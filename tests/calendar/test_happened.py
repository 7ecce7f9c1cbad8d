"""The real day of an event, told as `done` or as the fact that it is, stands for the event at every door, however it is counted from."""

from __future__ import annotations

from datetime import date

import pytest

import electrules
from electrules import FactErrors

TEXT = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Ngày bầu cử | election day: day asked.
  Giao | delivery: event.
  Được giao hôm | delivered on: actual day of delivery.
  Kiểm tra | inspection: event.
  Trả lời | answer: event.
  Kết thúc | closing: event.

instrument 1/2020/QH14 "Law": issued by the National Assembly on 2020-02-01; in force from 2020-03-01.

article 1
  {dated}
  Inspection no later than 9 days after delivery.
  Answer no later than 9 days after the day of delivery.
  Closing within 2 days from inspection.
"""

DATED = "Delivery no later than 10 days after election day."
DAY = "2021-05-23"


def law(dated: bool) -> electrules.Rulebook:
    return electrules.load(text=TEXT.format(dated=DATED if dated else "Weekly rest on Sunday."), base=None, lang="en")


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("told", [{"facts": {"delivered on": "2021-05-25"}}, {"done": {"delivery": "2021-05-25"}}])
def test_however_it_is_told_it_stands_for_the_event(dated: bool, told: dict[str, dict[str, str]]) -> None:
    calendar = law(dated).calendar(DAY, **told)
    found = {each.event: each.date for each in calendar}
    assert found.pop("delivery", None) == (date(2021, 6, 2) if dated else None)
    assert found == {"inspection": date(2021, 6, 3), "answer": date(2021, 6, 3), "closing": date(2021, 6, 5)}


@pytest.mark.parametrize("dated", [True, False])
def test_a_question_gives_what_the_calendar_gives(dated: bool) -> None:
    rules, facts = law(dated), {"delivered on": "2021-05-25"}
    for each in rules.calendar(DAY, facts=facts):
        assert rules.ask(each.event, facts, on=DAY).value == each.date


def test_until_it_is_told_a_chain_is_dated_from_the_last_day() -> None:
    rules = law(dated=True)
    assert rules.ask("inspection", on=DAY).value == date(2021, 6, 11)
    answer = rules.ask("answer", on=DAY)
    assert answer.outcome == "unknown" and [each.id for each in answer.missing] == ["delivered on"]


def test_two_real_days_of_one_event_are_refused() -> None:
    with pytest.raises(FactErrors) as raised:
        law(dated=True).calendar(DAY, facts={"delivered on": "2021-05-25"}, done={"delivery": "2021-05-26"})
    assert [each.code for each in raised.value.diagnostics] == ["ER0607"]


def test_a_day_beyond_all_days_is_no_conflict() -> None:
    rules = electrules.load(text=TEXT.format(dated="Delivery within 180 years from election day."), base=None, lang="en")
    for event in ("delivery", "inspection"):
        with pytest.raises(FactErrors) as raised:
            rules.ask(event, on=DAY)
        assert [each.code for each in raised.value.diagnostics] == ["ER0630"]

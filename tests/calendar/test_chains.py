"""Deadlines that hang on other deadlines: on what may be done, on what no provision dates, on the day on which something really happened."""

from __future__ import annotations

from datetime import date

import pytest

import electrules

TEXT = """language: English

vocabulary
  Hội đồng | council: authority; rank 1.
  Thư ký | clerk: actor.
  Ngày bầu | vote day: day asked.
  Niêm yết | posting: event.
  Khiếu nại | complaint: event.
  Trả lời | answer: event.
  Sự cố | accident: event.
  Ngày xảy ra | happened on: actual day of accident.
  Báo cáo | report: event.
  Kiểm phiếu | count: event.
  Được biết ngày | counted on: actual day of count.
  Khởi kiện | suit: event.

instrument 1/2020/HD "Luật làng": issued by council on 2020-01-01; in force from 2020-02-01.

article 1
  Vote day must be a sunday.
  No later than 20 days before vote day, the clerk must see to posting.

article 2
  Within 3 days from the day of posting, the clerk may see to complaint.
  Within 2 days from complaint, the clerk must see to answer.

article 3
  Within 1 day from accident, the clerk must see to report.

article 4
  Count no later than 5 days after vote day.
  Within 2 days from the day of count, the clerk may see to suit.
"""


@pytest.fixture(scope="module")
def law() -> electrules.Rulebook:
    return electrules.load(text=TEXT, base=None, lang="en")


def dates(law: electrules.Rulebook, **done: str) -> dict[str, date | None]:
    return {each.event: each.date for each in law.calendar("2021-05-02", done=done)}


def test_a_step_that_may_be_taken_is_counted_as_if_taken_on_its_last_day(law: electrules.Rulebook) -> None:
    found = dates(law)
    assert (found["complaint"], found["answer"]) == (date(2021, 4, 15), date(2021, 4, 17))


@pytest.mark.parametrize(
    ("done", "answer"),
    [({"complaint": "2021-04-13"}, 15), ({"posting": "2021-04-10"}, 15), ({"posting": "2021-04-11", "complaint": "2021-04-11"}, 13)],
)
def test_real_days_take_the_place_of_last_days(law: electrules.Rulebook, done: dict[str, str], answer: int) -> None:
    assert dates(law, **done)["answer"] == date(2021, 4, answer)


def test_what_no_provision_dates_has_no_row_until_it_happens(law: electrules.Rulebook) -> None:
    assert "report" not in dates(law)
    assert dates(law, accident="2021-04-30")["report"] == date(2021, 5, 1)


def test_what_is_counted_from_an_actual_day_waits_for_it(law: electrules.Rulebook) -> None:
    assert dates(law)["count"] == date(2021, 5, 7) and "suit" not in dates(law)
    assert dates(law, count="2021-05-04")["suit"] == date(2021, 5, 6)


@pytest.mark.parametrize(("verb", "contradictions"), [("may", 0), ("must", 1)])
def test_what_only_may_be_done_contradicts_no_earlier_step(verb: str, contradictions: int) -> None:
    order = f"""
article 5
  No later than 3 days before vote day, the clerk {verb} see to accident.
  No later than 9 days before vote day, the clerk must see to suit.
  Only after accident, the clerk must see to suit.
"""
    text = TEXT.partition("article 3")[0] + order
    law = electrules.load(text=text, base=None)
    assert len([each for each in law.check("suit") if each.kind == "contradiction"]) == contradictions


def test_a_wrong_day_of_the_week_is_missed_by_no_number(law: electrules.Rulebook) -> None:
    (finding,) = law.calendar("2021-05-01").findings
    assert (finding.ok, finding.shortfall, finding.excess) == (False, 0, 0)
    assert "vote day is a Sunday" in finding.text("en") and "ngày bầu là chủ nhật" in finding.text("vi").lower()


@pytest.mark.parametrize("from_", ["accident", "the day of accident"])
def test_a_deadline_counted_from_what_nothing_dates_is_refused_at_its_anchor(from_: str) -> None:
    text = TEXT.replace("  Ngày xảy ra | happened on: actual day of accident.\n", "").replace("from accident,", f"from {from_},")
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(text=text, base=None)
    (said,) = raised.value.diagnostics
    assert said.code == "ER0523" and said.span is not None
    assert text[said.span.start : said.span.end] == from_.removeprefix("the ")

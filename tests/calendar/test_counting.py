"""How a period is counted: the day that it is counted from, the last day that is a day off, stretches that hold no time."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

import electrules
from electrules import FactErrors, RuleErrors
from electrules.calendar import Calendar

HEAD = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Ngày bầu cử | election day: day asked.
  Việc | deed: event.
  Mở cửa | opening: timed event.
  Rút đơn | withdrawal: timed event.

instrument 1/2020/QH14 "Law": issued by the National Assembly on 2020-02-01; in force from 2020-03-01.

article 1
  Opening at 07:00 on election day.
  Weekly rest on Saturday and Sunday.
  Days off from 2020-01-01 to the end of 2023-12-31: 2021-01-01.
"""

COUNTED = "Periods in this instrument count the day they are counted from."
LEFT_OUT = "Periods in this instrument leave out the day they are counted from."
MOVES = "A last day that is a day off moves to the next working day."


def law(*sentences: str) -> electrules.Rulebook:
    return electrules.load(text=HEAD + "".join(f"\narticle {number}\n  {each}\n" for number, each in enumerate(sentences, 2)), base=None, lang="en")


def row(calendar: Calendar, event: str) -> tuple[date, date]:
    """The first and last day of the row of *event*."""
    (found,) = [each for each in calendar if each.event == event]
    return found.window or (found.first, found.first)


def last(period: str, convention: str, day: str = "2021-05-23") -> date:
    return row(law(f"Deed within {period} election day.", convention).calendar(day), "deed")[1]


@pytest.mark.parametrize(
    ("period", "day", "left_out", "counted"),
    [
        ("5 days from", "2021-05-23", date(2021, 5, 28), date(2021, 5, 27)),
        ("1 month from", "2021-05-23", date(2021, 6, 23), date(2021, 6, 22)),
        ("2 months from", "2021-05-23", date(2021, 7, 23), date(2021, 7, 22)),
        ("1 year from", "2021-05-23", date(2022, 5, 23), date(2022, 5, 22)),
        ("1 month from", "2021-03-01", date(2021, 4, 1), date(2021, 3, 31)),
        ("1 month from", "2021-01-31", date(2021, 2, 28), date(2021, 2, 28)),
        ("1 month from", "2021-01-29", date(2021, 2, 28), date(2021, 2, 28)),
        ("3 working days from", "2021-05-23", date(2021, 5, 26), date(2021, 5, 26)),  # a Sunday: the day is no working day
        ("3 working days from", "2021-05-24", date(2021, 5, 27), date(2021, 5, 26)),
    ],
)
def test_a_period_that_counts_its_first_day_ends_one_day_earlier(period: str, day: str, left_out: date, counted: date) -> None:
    assert (last(period, LEFT_OUT, day), last(period, COUNTED, day)) == (left_out, counted)


@pytest.mark.parametrize(
    ("period", "left_out", "counted"),
    [
        ("2 months", (date(2021, 3, 23), date(2021, 5, 22)), (date(2021, 3, 24), date(2021, 5, 23))),
        ("10 days", (date(2021, 5, 13), date(2021, 5, 22)), (date(2021, 5, 14), date(2021, 5, 23))),
        ("3 working days", (date(2021, 5, 19), date(2021, 5, 22)), (date(2021, 5, 19), date(2021, 5, 23))),
    ],
)
def test_so_does_one_that_is_counted_back(period: str, left_out: tuple[date, date], counted: tuple[date, date]) -> None:
    for convention, found in ((LEFT_OUT, left_out), (COUNTED, counted)):
        assert row(law(f"Deed within {period} before election day.", convention).calendar("2021-05-23"), "deed") == found


DAY_BY_DAY = {number: law(f"Deed within {number} days from election day.", COUNTED) for number in (1, 2, 30)}


@given(st.dates(date(2020, 6, 1), date(2100, 1, 1)), st.sampled_from(sorted(DAY_BY_DAY)))
def test_the_first_of_so_many_days_is_the_day_itself(day: date, number: int) -> None:
    assert row(DAY_BY_DAY[number].calendar(day), "deed")[1] == day + timedelta(days=number - 1)


@pytest.mark.parametrize("convention", [LEFT_OUT, COUNTED])
def test_hours_are_counted_from_the_moment(convention: str) -> None:
    (found,) = [each for each in law("Withdrawal within 24 hours from opening.", convention).calendar("2021-05-23") if each.event == "withdrawal"]
    assert (found.date, str(found.time)) == (date(2021, 5, 24), "07:00:00")


def test_hours_counted_back_end_at_the_moment() -> None:
    calendar = law("Withdrawal within 48 hours before opening.").calendar("2021-05-23")
    assert row(calendar, "withdrawal") == (date(2021, 5, 21), date(2021, 5, 23))


@pytest.mark.parametrize(
    ("time", "found"),
    [
        ("no later than 20 days after election day", date(2021, 6, 14)),
        ("within 20 days from election day", date(2021, 6, 14)),
        ("no earlier than 20 days after election day", date(2021, 6, 12)),
        ("exactly 20 days after election day", date(2021, 6, 12)),
        ("no later than 2021-06-12", date(2021, 6, 12)),
        ("no later than 1 day before election day", date(2021, 5, 22)),
    ],
)
def test_only_the_last_day_of_a_period_moves(time: str, found: date) -> None:
    assert row(law(f"Deed {time}.", MOVES).calendar("2021-05-23"), "deed") == (found, found)


@pytest.mark.parametrize(
    ("sentences", "code"),
    [
        ((COUNTED, LEFT_OUT), "ER0521"),
        ((MOVES, "A last day that is a day off stays."), "ER0521"),
        (("Days off from 2024-01-01 to the end of 2024-12-31: 2024-01-01; working instead on 2024-01-01.",), "ER0521"),
        (("Days off from 2024-01-01 to the end of 2024-12-31: from 2024-02-10 to the end of 2024-02-01.",), "ER0405"),
        (("Deed from 2021-03-14 to the end of 2021-02-22.",), "ER0522"),
        (("Deed from 19:00 to 07:00 on election day.",), "ER0522"),
        (("Deed within 0 days before election day.",), "ER0522"),
        (("Deed within 0 days from election day.",), "ER0522"),
    ],
)
def test_what_contradicts_itself_is_refused_at_its_place(sentences: tuple[str, ...], code: str) -> None:
    with pytest.raises(RuleErrors) as raised:
        law(*sentences)
    (said,) = raised.value.diagnostics
    assert said.code == code and said.span is not None


def test_conventions_that_follow_each_other_do_not_disagree() -> None:
    text = f"""{HEAD}
article 2
  Deed within 5 days from election day.

article 3
  {COUNTED}

instrument 2/2021/QH14 "Amendment": issued by the National Assembly on 2021-02-01; in force from 2021-03-01.

article 1
  Amend article 3 of 1/2020/QH14 as follows: "{LEFT_OUT}"
"""
    amended = electrules.load(text=text, base=None, lang="en")
    assert [row(amended.calendar(day), "deed")[1] for day in ("2020-05-01", "2021-05-01")] == [date(2020, 5, 5), date(2021, 5, 6)]


def test_a_day_on_which_two_instruments_disagree_dates_nothing() -> None:
    """One instrument names 24 May a day off, another one a day that is worked."""
    text = HEAD + "\narticle 2\n  Deed within 1 working day from election day.\n"
    for number, day in ((2, "2021-05-24"), (3, "working instead on 2021-05-24")):
        text += f'\ninstrument {number}/2020/QH14 "L{number}": issued by the National Assembly on 2020-02-01; in force from 2020-03-01.\n'
        text += f"\narticle 1\n  Days off from 2021-05-01 to the end of 2021-05-31: {day}.\n"
    assert electrules.load(text=text, base=None, lang="en").ask("deed", on="2021-05-23").outcome == "conflict"


@pytest.mark.parametrize(
    "moment",
    [datetime(2021, 5, 23, 7, tzinfo=timezone(timedelta(hours=9))), datetime(2021, 5, 23, 7, 0, 30), "2021-05-23T07:00:30", "2021-05-23T07:00Z"],
)
def test_a_moment_that_is_not_exact_here_is_refused(moment: object) -> None:
    with pytest.raises(FactErrors) as raised:
        law("Withdrawal within 24 hours from opening.").calendar("2021-05-23", done={"opening": moment})
    assert [each.code for each in raised.value.diagnostics] == ["ER0612"]


def test_older_people_and_older_statutes_can_be_spoken_of() -> None:
    old = electrules.load(text=HEAD.replace("2020-02-01", "1868-02-01").replace("2020-03-01", "1868-03-01"), base=None, lang="en")
    assert old.ask("opening", on="1868-04-01").value == datetime(1868, 4, 1, 7)

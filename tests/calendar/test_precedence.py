"""A calendar knows precedence: every door gives what `ask` rests on; the rest is named with its reason, and what contradicts is marked."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import electrules
from electrules.calendar import Calendar

HEAD = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Chính phủ | Government: authority; rank 2.
  Bộ Nội vụ | Ministry: authority; rank 2.
  Ngày bầu cử | election day: day asked.
  Niêm yết | posting: event.
  Khiếu nại | complaint: event.
  Đô thị | urban: yes or no.
"""


def act(number: int, kind: str, issuer: str, *articles: str) -> str:
    day = f"issued by the {issuer} on {2020 + number}-02-01; in force from {2020 + number}-03-01"
    body = "".join(f"\narticle {place}\n  {each}\n" for place, each in enumerate(articles, 1))
    return f'\ninstrument {number}/{2020 + number}/{kind} "T": {day}.\n{body}'


LAW, DECREE = ("QH14", "National Assembly"), ("NĐ-CP", "Government")
DAY = "2026-05-24"


def rules(*acts: str) -> electrules.Rulebook:
    return electrules.load(text=HEAD + "".join(acts), base=None, lang="en")


def days(calendar: Calendar) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for each in calendar:
        found.setdefault(each.event, []).append(each.first)
    return found


def before(number: int) -> str:
    return f"Posting no later than {number} days before election day."


CHAIN = "Complaint within 5 days from posting."


@pytest.mark.parametrize(
    ("acts", "why"),
    [
        ((act(1, *LAW, before(10), CHAIN), act(2, *DECREE, before(20))), "rank"),
        ((act(1, *LAW, before(20)), act(2, *LAW, before(10), CHAIN)), "later"),
        ((act(1, *LAW, before(10), CHAIN, "Apply article 1 in preference to article 1 of 2/2022/QH14."), act(2, *LAW, before(20))), "precedence"),
    ],
)
def test_a_calendar_gives_what_ask_rests_on_and_names_the_rest(acts: tuple[str, ...], why: str) -> None:
    law = rules(*acts)
    calendar = law.calendar(DAY)
    assert calendar.ok and days(calendar) == {"posting": [date(2026, 5, 14)], "complaint": [date(2026, 5, 19)]}
    assert {each: law.ask(each, on=DAY).value for each in days(calendar)} == {each: found for each, (found,) in days(calendar).items()}
    (aside,) = calendar.set_aside
    assert (aside.event, aside.date, aside.why) == ("posting", date(2026, 5, 4), why)
    assert aside.by == next(each.citation for each in calendar if each.event == "posting")
    assert any("2026-05-04" in line for line in calendar.text().splitlines()) and "04/05/2026" in calendar.text("vi")


def test_those_that_contradict_are_marked_and_what_follows_is_not_dated() -> None:
    law = rules(act(1, *DECREE, before(10), CHAIN), act(2, "TT-BNV", "Ministry", before(20)))
    calendar = law.calendar(DAY)
    assert days(calendar) == {"posting": [date(2026, 5, 4), date(2026, 5, 14)]} and not calendar.ok
    assert [[each.instrument for each in row.against] for row in calendar] == [["1/2021/NĐ-CP"], ["2/2022/TT-BNV"]]
    assert [(each.event, each.reason) for each in calendar.undated] == [("complaint", "conflict")]
    assert {law.ask(each, on=DAY).outcome for each in ("posting", "complaint")} == {"conflict"}
    assert calendar.text().count("contradicted by") == 2 and "mâu thuẫn với" in calendar.text("vi")


def test_those_that_agree_contradict_nothing() -> None:
    calendar = rules(act(1, *DECREE, before(10)), act(2, "TT-BNV", "Ministry", before(10))).calendar(DAY)
    assert calendar.ok and days(calendar) == {"posting": [date(2026, 5, 14), date(2026, 5, 14)]} and not any(each.against for each in calendar)


@pytest.mark.parametrize(("urban", "found", "aside"), [(True, 20, 1), (False, 10, 0), (None, 0, 0)])
def test_what_speaks_only_sometimes_prevails_only_then(urban: bool | None, found: int, aside: int) -> None:
    law = rules(
        act(1, *LAW, "When urban then no later than 20 days before election day, the Government must see to posting."), act(2, *DECREE, before(10))
    )
    calendar = law.calendar(DAY, facts={} if urban is None else {"urban": urban})
    rows = {(each.offset, tuple(term.id for term in each.open)) for each in calendar}
    assert rows == ({(-20, ("urban",)), (-10, ("urban",))} if urban is None else {(-found, ())})
    assert len(calendar.set_aside) == aside


def test_a_day_beyond_all_days_is_said_and_never_lost() -> None:
    law = rules(act(1, *LAW, "Posting within 180 years from election day.", CHAIN))
    calendar = law.calendar(DAY)
    assert not calendar.ok and not calendar.deadlines
    assert [(each.event, each.reason) for each in calendar.undated] == [("posting", "beyond"), ("complaint", "beyond")]
    assert "2199-12-31" in calendar.text() and "31/12/2199" in calendar.text("vi")


def test_a_window_whose_first_day_hangs_on_unknown_days_off_is_not_dated() -> None:
    calendar = rules(act(1, *LAW, "Posting within 3 working days before election day.")).calendar(DAY)
    assert not calendar.deadlines and [(each.event, each.reason) for each in calendar.undated] == [("posting", "missing")]
    assert [term.id for term in calendar.undated[0].missing] == ["days off of the year"]


def test_a_day_that_was_moved_is_marked_in_every_form() -> None:
    law = rules(act(1, *LAW, before(10), "The Government may move the periods in article 1."))
    calendar = law.calendar(DAY, moved={"posting": "2026-05-10"})
    assert days(calendar) == {"posting": [date(2026, 5, 10)]}
    assert "^" in calendar.text() and datetime.fromisoformat(calendar.to_dict()["deadlines"][0]["date"]) == datetime(2026, 5, 10)  # type: ignore[index]

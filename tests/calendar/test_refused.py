"""What a calendar is asked with and cannot be: each is said, in both languages, and nothing is passed over."""

from __future__ import annotations

import pytest

import electrules

POSTING, BY_OTHER_NAME = "Niêm yết danh sách cử tri", "posting of the voter list"
OPENING = "opening of voting"


@pytest.mark.parametrize(
    ("asked", "code", "words"),
    [
        ({"done": {"posting of the list": "2021-04-01"}}, "ER0601", "no event called"),
        ({"done": {"election day": "2021-05-20"}}, "ER0601", "no event called"),
        ({"done": {POSTING: "2021-04-01", BY_OTHER_NAME: "2021-04-02"}}, "ER0607", POSTING),
        ({"done": {OPENING: "2021-05-23"}}, "ER0612", "2021-05-23T07:00"),
        ({"done": {OPENING: "9999-12-31T05:00"}}, "ER0612", "2199-12-31"),
        ({"done": [(POSTING, "2021-04-01")]}, "ER0602", '"done" must be a mapping'),
        ({"moved": "x"}, "ER0602", '"moved" must be a mapping'),
        ({"facts": [1]}, "ER0602", '"facts" must be a mapping'),
        ({"moved": {POSTING: "2021-04-01"}}, "ER0624", BY_OTHER_NAME),
        ({"kind": "extra election"}, "ER0601", "no calendar counted from"),
    ],
)
def test_it_is_said_in_both_languages(law: electrules.Rulebook, asked: dict[str, object], code: str, words: str) -> None:
    with pytest.raises(electrules.FactErrors) as raised:
        law.calendar("2021-05-23", **asked)  # type: ignore[arg-type]
    (said,) = raised.value.diagnostics
    assert said.code == code
    assert words in said.message("en") and said.message("vi") != said.message("en")


def test_the_days_that_calendars_are_counted_from_are_named(law: electrules.Rulebook) -> None:
    with pytest.raises(electrules.FactErrors) as raised:
        law.calendar("2021-05-23", kind="re-run")
    assert set(raised.value.diagnostics[0].expected) == {"ngày bầu cử", "ngày bầu cử bổ sung"}


def test_the_fixed_days_of_a_general_election_are_not_those_of_a_by_election_held_that_day(law: electrules.Rulebook) -> None:
    assert any(each.anchor is None for each in law.calendar("2021-05-23"))
    assert not any(each.anchor is None for each in law.calendar("2021-05-23", kind="by-election"))


def test_an_anchor_is_called_as_the_interface_calls_it(law: electrules.Rulebook) -> None:
    general, extra = law.calendar("2021-05-23")[0], law.calendar("2022-06-12", kind="by-election")[0]
    assert (general.anchor, general.anchor_in("en")) == ("ngày bầu cử", "election day")
    assert (extra.anchor, extra.anchor_in("en")) == ("ngày bầu cử bổ sung", "by-election day")


def test_facts_that_break_a_constraint_are_refused_as_ask_refuses_them() -> None:
    text = """language: English

vocabulary
  Chính phủ | Government: authority; rank 2.
  Miền núi | mountainous: yes or no; says "thuộc miền núi" | "is mountainous".
  Ngày bầu cử | election day: day asked.
  Niêm yết | posting: event.

instrument 2/2020/QH14 "A": issued by the Government on 2020-06-09; in force from 2020-09-17.

article 1
  When is mountainous then within 1 month before election day, the Government must see to posting.

article 2
  Always is mountainous.
"""
    made = electrules.load(text=text, base=None)
    for refused in (
        lambda: made.calendar("2020-10-17", facts={"mountainous": False}),
        lambda: made.ask("posting", {"mountainous": False}, on="2020-10-17"),
    ):
        with pytest.raises(electrules.FactErrors) as raised:
            refused()
        assert [each.code for each in raised.value.diagnostics] == ["ER0609"]
    assert len(made.calendar("2020-10-17", facts={"mountainous": True})) == 1

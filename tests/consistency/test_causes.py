"""What lives is never called dead, what is answered somewhere is no gap in every case, and one cause is said once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

import electrules
from electrules.consistency import Verdict, check_all

HEAD = """language: English

vocabulary
  Parliament: authority; rank 1.
  day of the flight: day asked.
  born: day.
  kind: one of commune; ward; town.
  mountainous: yes or no; says "thuộc miền núi" | "is mountainous".
  distance: whole number from 0 to 20,000; unit kilometre, kilometres.
  interest: number from 0 to 1.
  area: number from 0 to 10,000.
  price: number from 0 to 1,000,000.
  day of age: conclusion; day.
  growth: conclusion; number from 0 to 4.
  quotient: conclusion; number from 0 to 10.
  pension age: conclusion; whole number from 0 to 100.
  tax: conclusion; number from -10,000,000 to 100,000,000,000.
  fee: conclusion; number from -1,000,000 to 10,000,000,000.
  fine: conclusion; number from -1,000,000 to 20,000,000,000.

instrument 1/2020/QH14 "Law": issued by the Parliament on 2020-02-01; in force from 2020-03-01.

article 1
"""


def checked(*rules: str, more: str = "") -> tuple[Verdict, ...]:
    """The verdicts on some provisions."""
    return check_all(electrules.load(text=HEAD + "".join(f"  {each}.\n" for each in rules) + more, base=None, lang="en"))


def failed(verdicts: Sequence[Verdict]) -> list[tuple[str, str, str]]:
    """What is not proved."""
    return [(each.term, each.kind, each.verdict) for each in verdicts if each.verdict != "proved"]


def test_a_rule_on_the_first_days_or_the_last_lives() -> None:
    old = "When born is before 1954-01-01 then pension age is 65"
    late = "When born is 2195-01-01 or later then pension age is 67"
    assert not failed(checked(old, "When born is from 1954-01-01 to before 2195-01-01 then pension age is 66", late))
    flown = (
        "When day of the flight is before 2195-01-01 then pension age is 66",
        "When day of the flight is 2195-01-01 or later then pension age is 67",
    )
    assert not failed(checked(*flown))


def test_days_counted_beyond_all_days_are_no_fault_of_a_rule() -> None:
    assert not failed(checked("Day of age is born plus 18 years"))


def test_a_gap_beside_an_answer_in_one_box_is_in_some_cases() -> None:
    (gap,) = checked("When aged 18 by day of the flight counting from born and distance is from 1 to 500 kilometres then tax is 5")
    assert gap.kind == "gap" and gap.partly == (True,)
    assert gap.text("en").startswith("Tax, from 2020-03-01: GAP: the law is silent in some cases.")


def test_a_division_by_nothing_is_told_as_what_it_is() -> None:
    (found,) = [each for each in checked("Growth is interest plus interest", "Quotient is 3 divided by growth") if each.verdict != "proved"]
    assert (found.term, found.kind, found.undefined, found.witness) == ("quotient", "conflict", True, {"interest": 0})
    assert found.text("en").startswith("Quotient, from 2020-03-01: NO RESULT: it divides by zero, or lies beyond all limits where interest is 0.")


@pytest.mark.parametrize(
    "fee",
    [
        "Fee is 10 times area",
        "Fee is 10 times area minus 3 times area",
        "Fee is area divided by 4",
        "Fee is 10 times area plus 1",
    ],
)
def test_a_computed_amount_that_meets_a_number_is_decided(fee: str) -> None:
    assert not failed(checked(fee, "When fee is less than 200 then tax is 1", "When fee is at least 200 then tax is 2"))


def test_amounts_upon_amounts_are_decided_and_a_gap_among_them_is_shown_where_it_is() -> None:
    chain = "Fee is 10 times area", "Fine is fee plus 7"
    assert not failed(checked(*chain, "When fine is at most 207 then tax is 1", "When fine is more than 207 then tax is 2"))
    (gap,) = [
        each
        for each in checked(*chain, "When fine is at most 207 then tax is 1", "When fine is more than 217 then tax is 2")
        if each.verdict != "proved"
    ]
    assert (gap.kind, gap.verdict) == ("gap", "refuted")
    (region,) = gap.regions
    assert (region["area"].least, region["area"].open_least, region["area"].most, region["area"].open_most) == (20, True, 21, False)


def test_two_open_facts_that_meet_are_not_decided_unless_both_ways_agree() -> None:
    above = "When price is more than area then tax is 1"
    assert not failed(checked(above, "When price is at most area then tax is 2"))
    assert not failed(checked(above, "When area is more than price then tax is 2", "When area is price then tax is 3"))
    product = "When fee is less than 200 then tax is 1", "When fee is at least 200 then tax is 2"
    (open_,) = [each for each in checked("Fee is price times area", *product) if each.verdict != "proved"]
    assert (open_.term, open_.kind, open_.verdict, open_.wide) == ("tax", "gap", "not decided", ("area", "price"))
    assert (
        open_.text("en").splitlines()[1].startswith("  It depends on area and price, which meet in one computation or comparison: bound one of them")
    )
    assert open_.to_dict()["wide"] == ["area", "price"]


def test_a_member_that_has_ended_is_no_gap_after_its_day_and_one_that_has_begun_is() -> None:
    head = HEAD.replace("commune; ward; town.", "commune; town, until before 2025-07-01; zone, since 2025-06-16.")
    assert head != HEAD

    def gaps(*rules: str) -> list[tuple[date | None, date | None, object]]:
        law = electrules.load(text=head + "".join(f"  {each}.\n" for each in rules), base=None, lang="en")
        return [(each.first_day, each.last_day, each.regions) for each in law.check("tax") if each.verdict != "proved"]

    every = "When kind is commune then tax is 1", "When kind is town then tax is 2", "When kind is zone then tax is 3"
    assert not gaps(*every)
    assert gaps(*every[:2]) == [(date(2025, 6, 16), None, ({"kind": frozenset({"zone"})},))]
    assert gaps(every[0], every[2]) == [(date(2020, 3, 1), date(2025, 6, 30), ({"kind": frozenset({"town"})},))]


def test_each_case_of_an_answer_that_holds_either_way_names_its_comparison() -> None:
    rules = "  When price is more than area then tax is 1.\n  When area is more than price then tax is 1.\n  When area is price then tax is 1.\n"
    proof = electrules.load(text=HEAD + rules, base=None, lang="en").ask("tax", on="2021-01-01").proof
    assert [[(each.left.term, each.op, each.right.term) for each in case.supposed] for case in proof.children] == [
        [("price", ">", "area")],
        [("area", ">", "price")],
        [("area", "=", "price")],
    ]
    lines = [each.strip() for each in proof.text("en").splitlines() if "In the" in each]
    assert lines == [f"In the case “{each}”: 1" for each in ("price above area", "area above price", "area equal to price")]


def test_one_cause_is_said_once_with_what_rests_on_it() -> None:
    broken = "When kind is commune then fee is 1", "Fine is fee plus 1", "Tax is fine plus fee"
    (gap,) = [each for each in checked(*broken) if each.verdict != "proved"]
    assert (gap.term, gap.kind, gap.rests) == ("fee", "gap", ("tax", "fine"))
    assert "So there is no result either for: tax, fine." in gap.text("en")


def test_a_term_checked_alone_tells_by_what_it_fails() -> None:
    law = electrules.load(text=HEAD + "  When kind is commune then fee is 1.\n  Fine is fee plus 1.\n", base=None, lang="en")
    (gap,) = law.check("fine")
    assert (gap.term, gap.brought) == ("fine", ("fee",))
    assert law.ask("fine", {"kind": "ward"}, on="2021-01-01").text("en").splitlines()[0].endswith("the law is silent on fee, on which this rests")


def test_what_fails_alike_under_each_new_text_is_one_verdict_with_its_days() -> None:
    acts = "".join(
        f'\ninstrument 2/{year}/QH14 "Law": issued by the Parliament on {year}-02-01; in force from {year}-03-01.\narticle 1\n'
        f"  Amend article 1 of 1/2020/QH14 as follows: When kind is commune then fee is {year}.\n"
        for year in (2022, 2023, 2024)
    )
    (gap,) = checked("When kind is commune then fee is 1", more=acts)
    assert gap.first_day == date(2020, 3, 1)
    assert gap.last_day is None or gap.further

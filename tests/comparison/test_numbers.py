"""Comparisons over numbers that need not be whole, amounts that grow in proportion, and facts that one law refuses."""

from __future__ import annotations

from decimal import Decimal

import pytest

import electrules
from electrules import FactErrors, Rulebook
from electrules.comparison.comparison import Ends

HEAD = """language: English

vocabulary
  Parliament: authority; rank 1.
  rate: number from 0 to 10.
  flagged: yes or no; says "có dấu" | "is flagged".
  fee: conclusion; number from 0 to 1,000.
  seats: conclusion; whole number from 0 to 500.

instrument 1/2000/QH14 "Law": issued by the Parliament on 2000-02-01; in force from 2000-03-01.

article 1
"""
DAYS = ("2000-06-01", "2001-06-01")


def amended(before: str, after: str) -> Rulebook:
    """A law whose only article was amended a year later."""
    amends = '\ninstrument 2/2001/QH14 "Law": issued by the Parliament on 2001-02-01; in force from 2001-03-01.\n\narticle 1\n'
    text = HEAD + f"  {before}\n" + amends + f'  Amend article 1 of 1/2000/QH14 as follows: "{after}"\n'
    return electrules.load(text=text, base=None, lang="en")


OPEN = amended(
    "When rate is more than 5 then seats is 3.\n  When rate is at most 5 then seats is 1.",
    "When rate is at least 5 then seats is 4.\n  When rate is less than 5 then seats is 1.",
)


def test_an_end_that_is_not_included_is_not_said_to_be() -> None:
    found = OPEN.compare("seats", {}, on=DAYS, all=True)
    assert [(row.when["rate"], row.before.value, row.after.value) for row in found.rows] == [
        (Ends(0, 5, over=False, under=True), 1, 1),
        ((5, 5), 1, 4),
        (Ends(5, 10, over=True, under=False), 3, 4),
    ]
    told = [each["when"]["rate"] for each in found.to_dict()["rows"]]  # type: ignore[attr-defined]
    assert told == [{"least": 0, "most": 5, "over": False, "under": True}, [5, 5], {"least": 5, "most": 10, "over": True, "under": False}]
    assert [line.split("  ")[1].strip() for line in found.text("en").splitlines()[4:7]] == ["0 – below 5", "5", "over 5 – 10"]
    assert [line.split("  ")[1].strip() for line in found.text("vi").splitlines()[4:7]] == ["0 – dưới 5", "5", "trên 5 – 10"]


@pytest.mark.parametrize("rate", ["4.999", "5", "5.001"])
def test_a_row_says_what_is_answered_in_it(rate: str) -> None:
    number = Decimal(rate)
    (row,) = [row for row in OPEN.compare("seats", {}, on=DAYS, all=True).rows if holds(row.when["rate"], number)]
    assert [row.before.value, row.after.value] == [OPEN.ask("seats", {"rate": number}, on=day).value for day in DAYS]


def holds(when: object, number: Decimal) -> bool:
    """Whether a number lies in what a row supposes."""
    assert isinstance(when, tuple)
    over, under = (when.over, when.under) if isinstance(when, Ends) else (False, False)
    return (when[0] < number or (when[0] == number and not over)) and (number < when[1] or (number == when[1] and not under))


def test_an_amount_in_proportion_is_told_by_its_ends() -> None:
    (row,) = amended("Fee is 10 times rate.", "Fee is 12 times rate.").compare("fee", {}, on=DAYS).rows
    assert (row.ends(0), row.ends(1)) == ((0, 100), (0, 120))
    assert row.to_dict()["after"]["ends"] == [0, 120]  # type: ignore[index]
    same = amended("Fee is 10 times rate.", "Fee is 10 times rate; the rest stays.".replace("; the rest stays", "")).compare("fee", {}, on=DAYS)
    assert not same.rows


REFUSED = amended(
    "When flagged then seats is 1.\n  When not flagged then seats is 2.",
    "When not flagged then seats is 2.\n  When rate is at least 0 then always not flagged.",
)


def test_facts_that_one_law_refuses_are_a_difference() -> None:
    found = REFUSED.compare("seats", {"flagged": True}, on=DAYS)
    (row,) = found.rows
    assert [side.kind for side in row.sides] == ["answered", "refused"]
    assert "no such facts" in found.text("en").splitlines()[3]
    assert row.to_dict()["after"]["outcome"] == "refused"  # type: ignore[index]


def test_facts_that_both_laws_refuse_are_refused() -> None:
    with pytest.raises(FactErrors):
        REFUSED.compare("seats", {"flagged": True}, on=("2001-06-01", "2001-07-01"))

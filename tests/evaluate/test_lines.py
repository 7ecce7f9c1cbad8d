"""What is worked out of facts that are open: sums that cancel, divisors that may be nothing, comparisons that hold both ways."""

from __future__ import annotations

import pytest

import electrules

HEAD = """language: English

vocabulary
  Parliament: authority; rank 1.
  alpha: whole number from 0 to 1,000,000.
  beta: whole number from 0 to 1,000,000.
  length: number from 0 to 100.
  width: number from 0 to 100.
  difference: conclusion; number from -1,000,000 to 1,000,000.
  fee: conclusion; number from -10,000,000 to 10,000,000.
  tax: conclusion; whole number from 0 to 10.

instrument 1/2020/QH14 "Law": issued by the Parliament on 2020-02-01; in force from 2020-03-01.

article 1
"""


def asked(rules: list[str], term: str, **facts: object) -> tuple[object, ...]:
    """What some provisions come to: outcome, value, and what is missing."""
    answer = electrules.load(text=HEAD + "".join(f"  {each}.\n" for each in rules), base=None, lang="en").ask(term, facts, on="2021-01-01")
    return answer.outcome, answer.value, tuple(each.id for each in answer.missing)


VALUED = ["Fee is 100 divided by alpha", "When there is a value of fee then tax is 1", "When not (there is a value of fee) then tax is 2"]

APART = ["Difference is alpha minus beta", "Fee is 1 divided by difference", *VALUED[1:]]
LONGER = ["Difference is length plus 1", "Fee is 1 divided by difference", *VALUED[1:]]


@pytest.mark.parametrize(
    ("facts", "found"), [({}, ("unknown", None, ("alpha",))), ({"alpha": 0}, ("answered", 2, ())), ({"alpha": 3}, ("answered", 1, ()))]
)
def test_whether_there_is_a_quotient_hangs_on_its_divisor(facts: dict[str, object], found: tuple[object, ...]) -> None:
    assert asked(VALUED, "tax", **facts) == found


def test_whether_there_is_a_quotient_of_fractions_and_of_differences_hangs_on_it_too() -> None:
    assert asked(["Fee is alpha divided by length", *VALUED[1:]], "tax") == ("unknown", None, ("length",))
    assert asked(APART, "tax")[0] == "unknown"
    assert asked(APART, "tax", alpha=3, beta=3) == ("answered", 2, ())
    assert asked(LONGER, "tax") == ("answered", 1, ())


@pytest.mark.parametrize(
    "fee", ["alpha minus alpha", "alpha plus beta minus alpha minus beta", "length minus length", "2 times alpha minus alpha minus alpha"]
)
def test_what_cancels_is_nothing_whatever_it_is(fee: str) -> None:
    assert asked([f"Fee is {fee}"], "fee") == ("answered", 0, ())


def test_of_what_is_left_only_what_moves_it_is_missing() -> None:
    assert asked(["Fee is alpha plus beta minus alpha"], "fee") == ("unknown", None, ("beta",))
    assert asked(["Fee is alpha plus beta minus alpha"], "fee", beta=4) == ("answered", 4, ())


ABOVE, LEVEL, BELOW = (
    "When alpha is more than beta then tax is {}",
    "When alpha is beta then tax is {}",
    "When beta is more than alpha then tax is {}",
)


def test_a_comparison_that_holds_either_way_needs_neither_fact() -> None:
    assert asked([ABOVE.format(3), "When alpha is at most beta then tax is 3"], "tax") == ("answered", 3, ())
    assert asked([ABOVE.format(3), LEVEL.format(3), BELOW.format(3)], "tax") == ("answered", 3, ())
    assert asked([ABOVE.format(3), LEVEL.format(3), BELOW.format(4)], "tax") == ("unknown", None, ("alpha", "beta"))
    assert asked([ABOVE.format(3), BELOW.format(3)], "tax") == ("unknown", None, ("alpha", "beta"))


FEE = ["Fee is 7 times length", "When fee is less than 21 then tax is 1", "When fee is at least 21 then tax is 2"]


@pytest.mark.parametrize(("length", "tax"), [("2", 1), ("3", 2), ("2.9999", 1)])
def test_an_amount_is_compared_at_its_boundary(length: str, tax: int) -> None:
    from decimal import Decimal

    assert asked(FEE, "tax") == ("unknown", None, ("length",))
    assert asked(FEE, "tax", length=Decimal(length)) == ("answered", tax, ())

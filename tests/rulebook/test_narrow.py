"""What a rule may give is held against the range of its term under the rule's own condition, not under all that facts may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import electrules

TEXT = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Số tiền | amount: whole number from 0 to 100,000; unit đồng | dong.
  Khấu trừ | relief: number from 0 to 100,000; unit đồng | dong.
  Thuế | tax: conclusion; whole number from 0 to 100,000; unit đồng | dong.
  Số lẻ | rest: conclusion; number from 0 to 100,000; unit đồng | dong.

instrument 1/2000/QH14 "Law": issued by the National Assembly on 2000-02-01; in force from 2000-03-01.

article 1
  {}
"""


def witness(rule: str) -> str | None:
    """The value outside the range of its term that a rule may give; None where it is taken."""
    try:
        electrules.load(text=TEXT.format(rule), base=None, lang="en")
    except electrules.RuleErrors as errors:
        (found,) = errors.diagnostics
        assert found.code == "ER0504"
        return found.message("en").split("may be ")[1].split(",")[0]
    return None


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("When amount is more than 20 dong then tax is amount minus 20 dong.", None),
        ("When amount is more than 20 dong then tax is amount minus 21 dong.", None),
        ("When amount is more than 20 dong then tax is amount minus 22 dong.", "-1"),
        ("When amount is at least 20 dong then tax is amount minus 21 dong.", "-1"),
        ("When amount is fewer than 20 dong then tax is 19 dong minus amount.", None),
        ("When amount is at most 20 dong then tax is 19 dong minus amount.", "-1"),
        ("When amount is more than 20 dong or amount is 3 dong then tax is amount minus 20 dong.", "-20"),
        ("When amount is more than 20 dong and relief is at most 20 dong then rest is amount minus relief.", None),
        ("When relief is more than 20 dong then rest is relief minus 20 dong.", None),
    ],
)
def test_the_condition_of_the_rule_counts(rule: str, found: str | None) -> None:
    assert witness(rule) == found


@given(st.sampled_from(["more than", "at least", "fewer than", "at most"]), st.integers(0, 60), st.integers(0, 60))
def test_it_is_refused_where_and_only_where_some_amount_leaves_the_range(op: str, bound: int, less: int) -> None:
    holds = {"more than": int.__gt__, "at least": int.__ge__, "fewer than": int.__lt__, "at most": int.__le__}[op]
    amounts = [amount for amount in range(200) if holds(amount, bound)]
    if amounts:
        refused = any(amount - less < 0 for amount in amounts)
        assert (witness(f"When amount is {op} {bound} dong then tax is amount minus {less} dong.") is not None) is refused


TIER = TEXT.replace("  Khấu trừ | relief: number from 0 to 100,000; unit đồng | dong.\n", "")


@pytest.mark.parametrize(("less", "refused"), [(20, False), (21, True)])
def test_the_bracket_of_a_tier_counts(less: int, refused: bool) -> None:
    text = TIER.format(f"With fewer than 20 dong tax is 0 dong; with at least 20 dong tax is amount minus {less} dong.")
    if refused:
        with pytest.raises(electrules.RuleErrors):
            electrules.load(text=text, base=None)
    else:
        assert electrules.load(text=text, base=None).ask("tax", {"amount": 20}, on="2001-01-01").value == 0

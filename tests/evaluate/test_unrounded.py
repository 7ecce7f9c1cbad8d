"""A rounded amount that meets a number is decided by where what is rounded lies, whole or not."""

from __future__ import annotations

import operator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import electrules
from electrules.evaluate.unrounded import unrounded
from electrules.values.number import rounded

OPS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "!=": operator.ne}
MODES = ("down", "up", "half up", "half even")
numbers = st.fractions(-9, 9, max_denominator=6)


@given(st.sampled_from(list(OPS)), numbers, st.sampled_from(MODES), st.sampled_from([Fraction(1), Fraction(5), Fraction(1, 2)]), numbers, numbers)
def test_values_that_compare_alike_with_its_bounds_compare_alike_once_rounded(
    op: str, number: Fraction, mode: str, to: Fraction, one: Fraction, other: Fraction
) -> None:
    bounds = list(unrounded(op, number, mode, to))
    if all(OPS[how](one, bound) == OPS[how](other, bound) for bound, how in bounds):
        assert OPS[op](rounded(one, mode, to), number) == OPS[op](rounded(other, mode, to), number)


TEXT = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Ngày bầu cử | vote: day asked.
  Diện tích | area: number from 0 to 1,000,000; unit mẫu | acre, acres.
  Phần | third: conclusion; whole number from 0 to 500,000; unit mẫu | acre, acres.
  Ban | boards: conclusion; whole number from 0 to 9.

instrument 1/2000/QH14 "Law": issued by the National Assembly on 2000-02-01; in force from 2000-03-01.

article 1
  Third is 1/3 of area rounded {}.

article 2
  When third is fewer than 200 acres then boards is 1.
  When third is {} 200 acres then boards is 2.
"""
EDGE = {
    "down": Fraction(600),
    "up": Fraction(597),
    "to the nearest, halves up": Fraction(1197, 2),
    "to the nearest, halves to even": Fraction(1197, 2),
}


@pytest.mark.parametrize("mode", EDGE)
def test_check_decides_it_and_finds_the_gap_that_there_is(mode: str) -> None:
    law = electrules.load(text=TEXT.format(mode, "at least"), base=None, lang="en")
    assert [(each.kind, each.verdict) for each in law.check("boards")] == [("gap", "proved")]
    gapped = electrules.load(text=TEXT.format(mode, "more than"), base=None, lang="en")
    (verdict,) = (each for each in gapped.check("boards") if each.verdict == "refuted")
    assert verdict.witness is not None
    witness = verdict.witness["area"]
    assert isinstance(witness, int | Fraction)
    name = {"to the nearest, halves up": "half up", "to the nearest, halves to even": "half even"}.get(mode, mode)
    assert rounded(Fraction(witness) / 3, name) == 200


@pytest.mark.parametrize("mode", EDGE)
def test_it_changes_at_its_edge(mode: str) -> None:
    law = electrules.load(text=TEXT.format(mode, "at least"), base=None, lang="en")
    edge = EDGE[mode]
    found = [law.ask("boards", {"area": edge + step}, on="2001-01-01").value for step in (Fraction(-1, 7), Fraction(1, 7))]
    assert found == [1, 2]

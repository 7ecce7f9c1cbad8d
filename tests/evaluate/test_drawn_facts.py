"""Facts are drawn within the declared range of their numbers, however fine its ends are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import electrules
from electrules.testing import facts

TEXT = """language: English

vocabulary
  Hội đồng | Board: authority; rank 1.
  Tỷ lệ | rate: number from {} to {}.
  Số ghế | seats: conclusion; whole number from 0 to 100.

instrument 1/2000/QH1 "A": issued by Board on 2000-01-01; in force from 2000-01-02.

article 1
  When rate is more than 0.5 then seats is 1.
"""


@pytest.mark.parametrize(("least", "most"), [("0.001", "0.002"), ("0.001", "1,000"), ("0.0007", "0.75")])
def test_what_is_drawn_lies_in_the_range(least: str, most: str) -> None:
    law = electrules.load(text=TEXT.format(least, most), base=None, lang="en")
    low, high = Fraction(least), Fraction(most.replace(",", ""))

    @settings(deadline=None, max_examples=30, database=None)
    @given(st.data())
    def drawn(data: st.DataObject) -> None:
        rate = data.draw(facts(law, "seats", on="2001-01-01")).get("rate")
        assert rate is None or low <= Fraction(rate) <= high

    drawn()

"""A share of something is said as a percentage or, where that is not exact, as a fraction."""

from __future__ import annotations

from fractions import Fraction

import invented
import pytest

from electrules.explain.phrase import phrase
from electrules.tree.nodes import Arithmetic, Fact, Literal


@pytest.mark.parametrize(
    ("share", "vi", "en"),
    [
        (Fraction(2, 5), "40 % của số người", "40 % of the people"),
        (Fraction(3517, 10_000), "35,17 % của số người", "35.17 % of the people"),
        (Fraction(2, 3), "2/3 của số người", "2/3 of the people"),
        (Fraction(3, 2), "1,5 × số người", "1.5 × people"),
    ],
)
def test_a_share_is_said_as_a_share(share: Fraction, vi: str, en: str) -> None:
    claim = Arithmetic("*", (Literal(share), Fact("people")))
    terms = invented.computed(claim).named
    assert (phrase(claim, terms, "vi"), phrase(claim, terms, "en")) == (vi, en)


def test_a_share_is_worked_out_in_the_same_words() -> None:
    value = Arithmetic("*", (Literal(Fraction(2, 5)), Fact("people")))
    answer = invented.computed(value).ask(invented.FACTS)
    assert "40 % của 217 = 86,8" in answer.proof.text("vi")
    assert "40 % of 217 = 86.8" in answer.proof.text("en")

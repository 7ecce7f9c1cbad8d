"""A day worked out from another is said with the length of time between them."""

from __future__ import annotations

import pytest

from electrules.explain.phrase import phrase
from electrules.tree.nodes import Fact, Shift
from electrules.tree.terms import terms_of
from electrules.tree.types import Day, Term

POSTING = Term("day of posting", (("Ngày niêm yết",), ("day of posting",)), "fact", Day())


@pytest.mark.parametrize(
    ("count", "unit", "vi", "en"),
    [
        (1, "month", "ngày niêm yết cộng 1 tháng", "day of posting plus 1 month"),
        (2, "year", "ngày niêm yết cộng 2 năm", "day of posting plus 2 years"),
        (-30, "day", "ngày niêm yết trừ 30 ngày", "day of posting minus 30 days"),
    ],
)
def test_a_day_after_or_before_another(count: int, unit: str, vi: str, en: str) -> None:
    expr, terms = Shift(Fact("day of posting"), count, unit), terms_of((POSTING,), ())
    assert (phrase(expr, terms, "vi"), phrase(expr, terms, "en")) == (vi, en)

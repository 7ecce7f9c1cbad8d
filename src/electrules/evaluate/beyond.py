"""Whether a day has no value because it lies beyond all days that can be written: that is no contradiction of provisions."""

from __future__ import annotations

from datetime import date

from ..tree.nodes import At, Conclusion, Expr, Extreme, Shift, WorkingShift
from ..values.time import add_days
from .outcome import LACKING
from .plainly import plainly
from .view import Case


def is_beyond(expr: Expr, here: Case) -> bool:
    """Whether *expr*, which has no value, is a day counted from one that has, past the first or last of all days."""
    match expr:
        case Shift(of):
            return is_beyond(of, here) or (isinstance(plainly(of, here), date) and isinstance(plainly(expr, here), LACKING))
        case WorkingShift(of, count):
            day = plainly(of, here)
            return is_beyond(of, here) or (isinstance(day, date) and add_days(day, count) is None)
        case At(of):
            return is_beyond(of, here)
        case Extreme(_, parts):
            return any(is_beyond(each, here) for each in parts)
        case Conclusion(term) if isinstance(plainly(expr, here), LACKING):
            outcome = here.concluded[term]
            rules = [each for each in here.ready.definition(term).rules if each.rule.name in outcome.remains]
            return outcome.kind == "conflict" and any(is_beyond(each.rule.value, here) for each in rules)
        case _:
            return False

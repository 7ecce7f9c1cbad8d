"""Deadlines: the last, first or only day of an event, counted from an anchor."""

from __future__ import annotations

from ...syntax.written import Deadline
from ...tree.nodes import All, Expr, Shift
from ...tree.types import Day
from .names import _DURATIONS, term_name, type_name
from .pieces import Made
from .scope import Scope
from .values import SHIFTS, Typed, wrong_type


def dated(deadline: Deadline, scope: Scope) -> Made | None:
    """The rule that concludes the day of a deadline; clock hours and working days are not counted yet, which is said."""
    event, anchor = scope.term(deadline.event, "conclusion"), scope.term(deadline.anchor)
    if event is None or anchor is None:
        return None
    for term, word in ((event, deadline.event), (anchor, deadline.anchor)):
        if not isinstance(term.type, Day):
            wrong_type(Typed(scope.read(term), term.type, term_name(term), word.span), type_name(Day()), scope)
            return None
    day: Expr = scope.read(anchor)
    if deadline.count is not None:
        count, unit = deadline.count.number, deadline.count.unit
        if unit not in SHIFTS or count.denominator != 1:
            scope.say("ER0511", deadline.count.span, number=str(count), unit=_DURATIONS.get(unit, (unit, unit)))
            return None
        day = Shift(day, -int(count) if deadline.direction == "before" else int(count), unit, citation=scope.citation)
    return Made(event.id, All((), citation=scope.citation), day, scope.here)

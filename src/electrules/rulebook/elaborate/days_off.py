"""Days off: those of a stretch of days, all of them named."""

from __future__ import annotations

from ...syntax import written
from ...tree.nodes import DaysOff, Interpretation
from ...tree.status import Status
from ...values.time import write_day
from .scope import Scope


def resting(said: written.DaysOff, status: Status, relied: tuple[Interpretation, ...], scope: Scope) -> DaysOff:
    """The days off that a statement names; a day outside its stretch is said."""
    first, last = said.first.day, said.last.day
    if last < first:
        scope.say("ER0405", said.last.span, case="reversed", first=first.isoformat(), last=last.isoformat())
    off, worked = [], []
    for each in said.days:
        end = each.last.day if each.last is not None else each.first.day
        if end < each.first.day:
            scope.say("ER0405", each.span, case="reversed", first=each.first.day.isoformat(), last=end.isoformat())
        elif not first <= each.first.day <= end <= last:
            scope.say("ER0405", each.span, text=each.first.day.isoformat(), first=first.isoformat(), last=last.isoformat())
        elif each.worked:
            worked.append(each.first.day)
        else:
            off.append((each.first.day, end))
    for each in said.days:
        if each.worked and any(start <= each.first.day <= end for start, end in off):
            scope.say("ER0521", each.span, case="worked", day=write_day(each.first.day, scope.lang))
    return DaysOff(first, last, tuple(off), tuple(worked), scope.citation, status, relied)

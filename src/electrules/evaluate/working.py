"""Working days: which days are off, as far as the provisions in force name them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..limits import WORKING_DAYS
from ..tree.nodes import DaysOff, WeeklyRest
from ..values.time import add_days
from .outcome import TooWide

ANNOUNCED = "days off of the year"
"""The term that is missing where no provision names the days off of a year that is needed."""


def is_off(day: date, rest: Iterable[WeeklyRest | DaysOff]) -> bool | None:
    """Whether *day* is a day off; None where no provision names the days off around it and it is no day of weekly rest."""
    weekly = any(day.isoweekday() in each.days for each in rest if isinstance(each, WeeklyRest))
    named = [each for each in rest if isinstance(each, DaysOff) and each.first <= day <= each.last]
    if is_disputed(day, rest):
        return None
    if any(day in each.worked for each in named):
        return False
    if weekly or any(first <= day <= last for each in named for first, last in each.off):
        return True
    return False if named else None


def is_disputed(day: date, rest: Iterable[WeeklyRest | DaysOff]) -> bool:
    """Whether one provision names *day* a day off, and another a day that is worked: neither is chosen."""
    named = [each for each in rest if isinstance(each, DaysOff)]
    off = any(first <= day <= last for each in named for first, last in each.off)
    return off and any(day in each.worked for each in named)


def working_shift(day: date, count: int, rest: tuple[WeeklyRest | DaysOff, ...]) -> date | None:
    """The *count*th working day after *day* (before it where negative); 0: *day*, or the next working day where it is off.

    Raises `TooWide` where a year that is needed has no days off that a provision names; None out of range, or where provisions
    contradict each other on a day that is needed.
    """
    if abs(count) > WORKING_DAYS:
        return None
    step = -1 if count < 0 else 1
    here = _working(day, step, rest) if count == 0 else day
    for _ in range(abs(count)):
        here = _working(add_days(here, step), step, rest) if here is not None else None
    return here


def _working(day: date | None, step: int, rest: tuple[WeeklyRest | DaysOff, ...]) -> date | None:
    """*day* or, where it is a day off, the nearest working day in the direction of *step*; None where there is none."""
    while day is not None:
        off = is_off(day, rest)
        if off is None and is_disputed(day, rest):
            return None
        if off is None:
            raise TooWide(frozenset((ANNOUNCED,)))
        if not off:
            return day
        day = add_days(day, step)
    return None

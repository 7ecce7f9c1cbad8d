"""Counting days: what a deadline comes to, from the day of its anchor."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from attrs import frozen

from . import description as d

DAY = timedelta(days=1)


class Unsaid(Exception):
    """Days off of a year of which nothing is said."""


@frozen
class Rests:
    """The days off that provisions name."""

    weekly: frozenset[int]
    years: tuple[d.DaysOff, ...]

    @classmethod
    def of(cls, said: Iterable[object]) -> Rests:
        every = list(said)
        return cls(
            frozenset(day for each in every if isinstance(each, d.Rest) for day in each.days),
            tuple(each for each in every if isinstance(each, d.DaysOff)),
        )

    def works(self, day: date) -> bool:
        """Whether a day is a working day; `Unsaid` where nothing is said of its year."""
        years = [each for each in self.years if each.first <= day <= each.last]
        if not years:
            raise Unsaid
        if any(day in each.worked for each in years):
            return True
        return day.isoweekday() not in self.weekly and not any(day in each.off for each in years)


def counted(of: d.Deadline, anchor: date, conventions: frozenset[str], rests: Rests) -> date:
    """The day to which a deadline comes, its anchor being on *anchor*: the last, of an earliest the first."""
    if of.bound == "within" and of.back:
        return anchor if "in" in conventions else anchor - DAY
    day = far_end(of, anchor, conventions, rests)
    if "next" in conventions and of.bound in ("latest", "within") and not of.back and of.count and of.unit != "working day":
        while not rests.works(day):
            day += DAY
    return day


def far_end(of: d.Deadline, anchor: date, conventions: frozenset[str], rests: Rests) -> date:
    """The day so many units away; where a period counts the day of its anchor it is one day nearer."""
    nearer = (DAY if of.back else -DAY) if "in" in conventions and of.bound == "within" else None
    if of.unit == "day":
        return anchor + (-of.count if of.back else of.count) * DAY + (nearer or 0 * DAY)
    if of.unit == "working day":
        day = anchor + (nearer or 0 * DAY)
        for _ in range(of.count):
            day += -DAY if of.back else DAY
            while not rests.works(day):
                day += -DAY if of.back else DAY
        return day
    step = (-of.count if of.back else of.count) * (1 if of.unit == "month" else 12)
    if nearer is None:
        return months(anchor, step)
    if of.back:
        return months(anchor, step) + DAY
    return max(months(anchor, step) - DAY, months(anchor - DAY, step))  # a month without that day ends with its last


def months(day: date, step: int) -> date:
    """The day of the same number so many months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + step, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

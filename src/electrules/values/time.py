"""Days and times of day: read and written as each language does, counted as the law counts.

Days are of the Gregorian calendar within `limits`; a sum that leaves them is None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Final

from ..limits import FIRST_DAY, LAST_DAY
from ..resources import read_table
from .unread import Unread

DAY_FORM: Final = r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
"""What a lexer takes as one day, in the form of either language; `read_day` judges it."""

CLOCK_FORM: Final = r"[0-9]{1,2}:[0-9]{2}"
"""What a lexer takes as a time of day."""

_VI = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CLOCK = re.compile(CLOCK_FORM)


# ------------------------------------------------------------------ reading


def read_day(text: str, lang: str) -> date | Unread:
    """The day that *text* writes in *lang*, as `23/05/2021` | `2021-05-23`; the other's form is refused with the right one."""
    vi, iso = _VI.fullmatch(text), _ISO.fullmatch(text)
    if vi:
        numbers = int(vi[3]), int(vi[2]), int(vi[1])
    elif iso:
        numbers = int(iso[1]), int(iso[2]), int(iso[3])
    else:
        return Unread("ER0206")
    try:
        day = date(*numbers)
    except ValueError:
        return Unread("ER0206")
    if not in_range(day):
        return Unread("ER0405")
    if (lang == "vi") != (vi is not None):
        return Unread("ER0204", "", (write_day(day, lang),))
    return day


def read_iso(text: str) -> date | None:
    """The day that *text* writes as year-month-day; None for everything else. Any year is read: see `in_range`."""
    found = _ISO.fullmatch(text)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def read_clock(text: str) -> time | None:
    """The time of day that *text* writes as `07:00`; None for everything else."""
    if not _CLOCK.fullmatch(text):
        return None
    hours, minutes = map(int, text.split(":"))
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def read_moment(text: str) -> datetime | None:
    """The moment that *text* writes as `2021-05-23T07:00`; None for everything else."""
    day, between, clock = text.partition("T")
    on, at = read_iso(day), read_clock(clock)
    return datetime.combine(on, at) if between and on is not None and at is not None else None


# ------------------------------------------------------------------ writing


def write_day(day: date, lang: str) -> str:
    """*day* as *lang* writes it: `23/05/2021` | `2021-05-23`."""
    return _WRITE[lang].format(y=day.year, m=day.month, d=day.day)


_WRITE: Final = {"vi": "{d:02d}/{m:02d}/{y:04d}", "en": "{y:04d}-{m:02d}-{d:02d}"}


def write_clock(at: time) -> str:
    """*at* as both languages write it: `07:00`."""
    return f"{at.hour:02d}:{at.minute:02d}"


def write_moment(moment: datetime, lang: str) -> str:
    """*moment* as *lang* writes it: `07:00 23/05/2021` | `07:00 2021-05-23`."""
    return f"{write_clock(moment.time())} {write_day(moment, lang)}"


def weekday_name(number: int, lang: str) -> str:
    """The name of a day of the week, 1 (Monday) to 7 (Sunday)."""
    return read_table("grammars/days.toml")[f"day{number}"][lang]


# ----------------------------------------------------------------- counting


def in_range(day: date) -> bool:
    """Whether *day* is one that rules and facts may speak of."""
    return FIRST_DAY <= day <= LAST_DAY


def add_days(day: date, count: int) -> date | None:
    """The day *count* days after *day*, before it where *count* is negative; None out of range."""
    if abs(count) > (LAST_DAY - FIRST_DAY).days:
        return None
    try:
        found = day + timedelta(days=count)
    except OverflowError:
        return None
    return found if in_range(found) else None


def add_months(day: date, count: int, mode: str | None = None) -> date | None:
    """The day with the same number *count* months on; None out of range.

    Where that month has no such day (31/01 + 1 month): with *mode* "last" its last day, with "next" the first of the
    month after, and None without a mode, for the law must say.
    """
    if abs(count) > 12 * (LAST_DAY.year - FIRST_DAY.year + 1):
        return None
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        return None
    length = monthrange(year, month + 1)[1]
    if day.day <= length:
        found: date | None = date(year, month + 1, day.day)
    elif mode == "last":
        found = date(year, month + 1, length)
    elif mode == "next":
        found = add_days(date(year, month + 1, length), 1)
    else:
        found = None
    return found if found is not None and in_range(found) else None


def add_years(day: date, count: int, mode: str | None = None) -> date | None:
    """The day *count* years on; 29 February needs a *mode*, as in `add_months`."""
    return add_months(day, 12 * count, mode) if abs(count) <= LAST_DAY.year else None


def shifted(day: date, count: int, unit: str, mode: str | None = None) -> date | None:
    """The day *count* of *unit* ("day", "month", "year") after *day*; None out of range, or where the law must say.

    Of a moment it is the moment, which may also be so many hours on.
    """
    if isinstance(day, datetime):
        return _moment_shifted(day, count, unit, mode)
    match unit:
        case "day":
            return add_days(day, count)
        case "month":
            return add_months(day, count, mode)
        case "year":
            return add_years(day, count, mode)
        case _:
            raise ValueError(f"{unit!r} is no unit of days")


def _moment_shifted(moment: datetime, count: int, unit: str, mode: str | None) -> datetime | None:
    """The same time of day so many days on, or so many hours on."""
    if unit != "hour":
        day = shifted(moment.date(), count, unit, mode)
        return datetime.combine(day, moment.time()) if day is not None else None
    days, hours = divmod(moment.hour + count, 24)
    day = add_days(moment.date(), days)
    return datetime.combine(day, time(hours, moment.minute)) if day is not None else None

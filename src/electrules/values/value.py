"""The closed set of values, as a reader sees them and as machines exchange them."""

from __future__ import annotations

from datetime import date, datetime, time
from fractions import Fraction
from typing import Any, TypeAlias

from .number import write_number
from .time import write_clock, write_day, write_moment

Value: TypeAlias = int | Fraction | bool | str | date | time | datetime | tuple[Any, ...]
"""A tuple is of values again: what a record or a list holds."""


def written(value: Value, lang: str) -> str:
    """*value* as *lang* writes it; a yes/no value has no words of its own and comes as `true` or `false`."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | Fraction():
            return write_number(value, lang)
        case datetime():  # before the days, of which Python counts it as one
            return write_moment(value, lang)
        case date():
            return write_day(value, lang)
        case time():
            return write_clock(value)
        case tuple():
            return ", ".join(written(each, lang) for each in value)
        case _:
            return value


def plain(value: Value | None) -> object:
    """*value* for JSON: whole numbers, "1/3", ISO days, "07:00", lists."""
    match value:
        case None | bool() | str():
            return value
        case int():
            return value
        case Fraction():
            return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case time():
            return write_clock(value)
        case tuple():
            return [plain(each) for each in value]

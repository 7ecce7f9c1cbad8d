"""A calendar as a table of plain values, and that table as CSV."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TypeAlias

from ..calendar import Calendar
from ..explain.row import Row, rows_of
from ..explain.words import word

Value: TypeAlias = date | int | str | None

COLUMNS = ("date", "until", "weekday", "time", "event", "actor", "count", "offset", "unit", "anchor", "place", "status", "remarks")
"""The columns, as their words are named."""

FORMULA = "=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
"""What a spreadsheet takes for the beginning of a formula."""


def header(lang: str) -> tuple[str, ...]:
    """The names of the columns."""
    return tuple(word(f"calendar.column.{each}", lang) for each in COLUMNS)


def record(row: Row, lang: str) -> tuple[Value, ...]:
    """The values of a row: days and numbers as such, the rest as text."""
    deadline = row.deadline
    return (
        row.first,
        row.last if row.is_span else None,
        row.weekday,
        row.clock,
        row.event,
        row.actor,
        row.count,
        deadline.offset,
        word(f"unit.{deadline.limit.unit}", lang) if deadline.offset is not None else None,
        deadline.anchor_in(lang),
        row.place,
        word(f"known.{deadline.status}", lang),
        "; ".join(each.text for each in row.remarks if each.mark != deadline.status),
    )


def calendar_csv(calendar: Calendar, lang: str) -> bytes:
    """*calendar* as CSV in UTF-8 with a mark at its beginning, without which Excel takes it for another encoding."""
    text = io.StringIO()
    write = csv.writer(text)
    write.writerow([inert(each) for each in header(lang)])
    write.writerows([inert(each) for each in record(row, lang)] for row in rows_of(calendar, lang))
    return text.getvalue().encode("utf-8-sig")


def inert(value: Value) -> str:
    """*value* as the text of a cell; what a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, int):
        return "" if value is None else str(value)
    return f"'{value}" if begins_formula(value) else value


def begins_formula(text: str) -> bool:
    """Whether a spreadsheet could take *text* for a formula."""
    return text.lstrip(" ").startswith(tuple(FORMULA))

"""A calendar as iCalendar: an all-day event for each deadline, on its last day."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, time, timedelta

from ..calendar import Calendar
from ..explain.calendar import title
from ..explain.deadline import time_text
from ..explain.row import Row, rows_of
from .extra import library


def calendar_ics(calendar: Calendar, lang: str) -> bytes:
    """*calendar* as an .ics file; its stamps are the election day, so that the same calendar is the same file."""
    icalendar = library("icalendar")
    made = icalendar.Calendar()
    made.add("prodid", "-//electrules//calendar//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", title(calendar, lang))
    stamp = datetime.combine(calendar.election_day, time(), tzinfo=UTC)
    for row in rows_of(calendar, lang):
        event = icalendar.Event()
        event.add("uid", identity(row, calendar))
        event.add("dtstamp", stamp)
        event.add("dtstart", row.last)
        event.add("dtend", row.last + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", row.event)
        event.add("description", description(row, lang))
        made.add_component(event)
    return bytes(made.to_ical())


def identity(row: Row, calendar: Calendar) -> str:
    """A name that the event keeps when the calendar is made again: which deadline of which election, not on which day."""
    name = f"{calendar.election_day.isoformat()} {row.deadline.limit.name}"
    return f"{hashlib.sha256(name.encode()).hexdigest()[:32]}@electrules"


def description(row: Row, lang: str) -> str:
    """What a reader of the event wants to know, a line each: when, who, how it is counted, under which provision, what weakens it."""
    return "\n".join((time_text(row.deadline, lang), row.actor, row.count, row.place, *(each.text for each in row.remarks)))

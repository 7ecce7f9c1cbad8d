"""A calendar as iCalendar: an all-day event for each deadline, on its last day; one made again says what has changed (RFC 5546)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any, TypeAlias

from ..calendar import Calendar
from ..explain.calendar import title
from ..explain.deadline import time_text
from ..explain.row import Row, rows_of
from .extra import library

Event: TypeAlias = Any
"""Something of the library icalendar, which says no types of its own."""

SAID = ("dtstart", "dtend", "summary", "description")
"""What makes an event another one where it changes."""


def calendar_ics(calendar: Calendar, lang: str, before: bytes | None = None) -> bytes:
    """*calendar* as an .ics file; *before* is the file that was made of it earlier.

    An event that is not as it was there has the next SEQUENCE and a later stamp, and one that is no more is cancelled, so that a program
    that has read the earlier file moves and removes its own. Stamps count from the election day: the same calendar is the same file.
    """
    icalendar = library("icalendar")
    made = icalendar.Calendar()
    made.add("prodid", "-//electrules//calendar//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", title(calendar, lang))
    earlier = events_of(before, icalendar)
    for uid, row in identified(calendar, lang):
        event = icalendar.Event()
        event.add("uid", uid)
        event.add("dtstart", row.last)
        event.add("dtend", row.last + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", row.event)
        event.add("description", description(row, lang))
        old = earlier.pop(uid, None)
        number = 0 if old is None else sequence(old) + (not is_same(event, old))
        made.add_component(numbered(event, number, calendar))
    for old in earlier.values():
        number = sequence(old)
        if str(old.get("status", "")) != "CANCELLED":
            old["status"] = "CANCELLED"
            number += 1
        made.add_component(numbered(old, number, calendar))
    return bytes(made.to_ical())


def events_of(before: bytes | None, icalendar: Event) -> dict[str, Event]:
    """The events of a file that was made earlier, by their UID; none of what is no such file."""
    if before is None:
        return {}
    try:
        found = icalendar.Calendar.from_ical(before)
    except (ValueError, KeyError):
        return {}
    return {str(each["uid"]): each for each in found.walk("VEVENT") if str(each.get("uid", "")).endswith("@electrules")}


def is_same(event: Event, old: Event) -> bool:
    """Whether two events say the same, and the old one stands."""
    return str(old.get("status", "")) != "CANCELLED" and all(event[name].to_ical() == old[name].to_ical() for name in SAID if name in old)


def sequence(event: Event) -> int:
    """How often an event was changed."""
    return int(event.get("sequence", 0))


def numbered(event: Event, number: int, calendar: Calendar) -> Event:
    """*event* with its SEQUENCE, and a stamp that grows with it."""
    for name in ("sequence", "dtstamp"):
        event.pop(name, None)
    event.add("sequence", number)
    event.add("dtstamp", datetime.combine(calendar.election_day, time(), tzinfo=UTC) + timedelta(minutes=number))
    return event


def identified(calendar: Calendar, lang: str) -> Iterator[tuple[str, Row]]:
    """Each row with a name that its event keeps when the calendar is made again: what is due under which place for which election.

    Neither its day nor the wording of the provision is part of the name: both may change.
    """
    met: dict[str, int] = {}
    for row in rows_of(calendar, lang):
        limit = row.deadline.limit
        name = f"{calendar.election_day.isoformat()} {limit.event} {limit.bound} {limit.citation.address}"
        met[name] = met.get(name, 0) + 1
        yield f"{hashlib.sha256(f'{name} {met[name]}'.encode()).hexdigest()[:32]}@electrules", row


def description(row: Row, lang: str) -> str:
    """What a reader of the event wants to know, a line each: when, who, how it is counted, under which provision, what weakens it."""
    return "\n".join((time_text(row.deadline, lang), row.actor, row.count, row.place, *(each.text for each in row.remarks)))

"""Which format a calendar is written in, by the suffix of its file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from ..calendar import Calendar
from .ics import calendar_ics
from .page import calendar_page
from .sheet import calendar_sheet
from .table import calendar_csv

Writer = Callable[[Calendar, str], bytes]


def calendar_json(calendar: Calendar, _: str) -> bytes:
    """*calendar* for a machine; its words are in the language of its rulebook."""
    return (json.dumps(calendar.to_dict(), ensure_ascii=False, indent=2) + "\n").encode()


WRITERS: Mapping[str, Writer] = {".ics": calendar_ics, ".xlsx": calendar_sheet, ".html": calendar_page, ".csv": calendar_csv, ".json": calendar_json}
SUFFIXES = tuple(WRITERS)


def calendar_document(calendar: Calendar, suffix: str, lang: str | None = None, before: bytes | None = None) -> bytes:
    """*calendar* in the format that *suffix* (one of `SUFFIXES`) names, in *lang* (None: that of its rulebook).

    *before* is the .ics file that was made of it earlier: what has changed since has the next SEQUENCE, what is no more is cancelled.
    Raises `MissingExtra` where a library is not installed.
    """
    if suffix.lower() == ".ics":
        return calendar_ics(calendar, lang or calendar.lang, before)
    return WRITERS[suffix.lower()](calendar, lang or calendar.lang)

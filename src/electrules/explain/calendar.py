"""A calendar as a table to read: by months, then what is open, what weakens a row, and the readings relied on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

from ..limits import FIRST_DAY, LAST_DAY
from ..values.time import weekday_name, write_day
from .row import MARKS, Row, one_line, readings_of, rows_of
from .words import listed, word

if TYPE_CHECKING:
    from ..calendar import Calendar

WIDTH = 120
"""Columns of the table where no terminal says how wide it is."""

NARROWEST = 90
SHARES = {"event": 33, "actor": 21, "count": 23, "place": 23}
"""How the columns of free text share what the others leave."""


def calendar_text(calendar: Calendar, lang: str, width: int = WIDTH) -> str:
    """The whole of *calendar*, no wider than *width* columns where its words allow that."""
    rows = rows_of(calendar, lang)
    parts = [*heading(calendar, lang), *months(rows, lang, max(width, NARROWEST)), *notes(calendar, rows, lang)]
    return "\n".join(parts)


def title(calendar: Calendar, lang: str) -> str:
    """What a calendar is called."""
    on = calendar.election_day
    return word("calendar.title", lang, day=write_day(on, lang), weekday=weekday_name(on.isoweekday(), lang))


def heading(calendar: Calendar, lang: str) -> Iterator[str]:
    """What a calendar is of, what the law says against its day, and why it is empty."""
    yield title(calendar, lang)
    for each in objections(calendar, lang):
        yield f"! {each}"


def objections(calendar: Calendar, lang: str) -> Iterator[str]:
    """Why *calendar* should not be kept as it is: its day is not one that the law allows, or is before the law."""
    for each in calendar.findings:
        if each.ok is False:
            yield word("calendar.objection", lang, finding=each.text(lang).split("\n", 1)[0], place=each.citation.text(lang))
    if not calendar.deadlines and not calendar.undated:
        day = write_day(calendar.election_day, lang)
        if not calendar.unread:
            yield word("calendar.empty", lang, day=day)
        elif calendar.begins is None:
            yield word("calendar.none", lang)
        else:
            place, since = calendar.begins
            yield word("calendar.early", lang, place=place.text(lang), since=write_day(since, lang))
    if calendar.kept_to is not None:
        yield word("kept-to", lang, day=write_day(calendar.kept_to, lang))


def months(rows: Sequence[Row], lang: str, width: int) -> Iterator[str]:
    """The rows as a table, a heading before each month."""
    sizes = columns(rows, lang, width)
    for (year, month), each in groupby(rows, lambda row: (row.first.year, row.first.month)):
        yield ""
        yield month_name(year, month, lang)
        for row in each:
            yield from laid_out(cells(row, lang), sizes)


def month_name(year: int, month: int, lang: str) -> str:
    """A month as a heading."""
    text = word("calendar.month", lang, month=word(f"month.{month}", lang), year=year)
    return text[:1].upper() + text[1:]


def cells(row: Row, lang: str) -> tuple[str, ...]:
    """The columns of a row; a line end begins a new line of its cell."""
    day = write_day(row.first, lang)
    weekday = row.weekday
    if row.is_span:
        day, weekday = f"{day}\n→ {write_day(row.last, lang)}", f"{weekday}\n{weekday_name(row.last.isoweekday(), lang)}"
    clock = f"\n{row.clock}" if row.is_span and row.clock else row.clock  # beside the last day, to which it belongs
    numbers = "".join(f"[{each}]" for each in row.readings)
    return (row.marks, day, weekday, clock, capital(row.event) + (f" {numbers}" if numbers else ""), capital(row.actor), row.count, row.place)


def capital(text: str) -> str:
    """*text* as a cell begins."""
    return text[:1].upper() + text[1:]


def columns(rows: Sequence[Row], lang: str, width: int) -> tuple[int, ...]:
    """How wide each column is."""
    fixed = [max((len(line) for row in rows for line in cells(row, lang)[place].split("\n")), default=0) for place in range(4)]
    rest = max(width - sum(fixed) - 2 * (len(fixed) + len(SHARES) - 1) - 2, 40)
    return (*fixed, *(rest * share // sum(SHARES.values()) for share in SHARES.values()))


def laid_out(texts: Sequence[str], sizes: Sequence[int]) -> Iterator[str]:
    """One row over as many lines as its longest cell takes."""
    parts = [[piece for line in text.split("\n") for piece in wrap(line, max(size, 1)) or [""]] for text, size in zip(texts, sizes, strict=True)]
    for number in range(max(map(len, parts))):
        line = "  ".join((each[number] if number < len(each) else "").ljust(size) for each, size in zip(parts, sizes, strict=True))
        yield f"  {line}".rstrip()


def notes(calendar: Calendar, rows: Sequence[Row], lang: str) -> Iterator[str]:
    """What cannot be dated, what the signs say, the readings relied on."""
    for lines in (list(undated(calendar, lang)), list(aside(calendar, lang)), list(legend(rows)), list(readings(calendar, lang))):
        if lines:
            yield ""
            yield from lines


def undated(calendar: Calendar, lang: str) -> Iterator[str]:
    """The deadlines that have no day yet, and what is missing."""
    for each in calendar.undated:
        missing = listed([term.name(lang) for term in each.missing], "and", lang)
        event, place = one_line(each.event_in(lang)), each.citation.text(lang)
        if each.reason == "missing":
            yield word("calendar.undated", lang, event=event, missing=missing, place=place)
        else:
            ends = {"first": write_day(FIRST_DAY, lang), "last": write_day(LAST_DAY, lang)} if each.reason == "beyond" else {}
            yield word(f"calendar.undated.{each.reason}", lang, event=event, place=place, **ends)


def aside(calendar: Calendar, lang: str) -> Iterator[str]:
    """The deadlines over which others of the same event prevail, and why."""
    for each in calendar.set_aside:
        why = word(f"aside.{each.why}", lang, place=each.by.text(lang))
        yield word(
            "calendar.aside", lang, event=one_line(each.event_in(lang)), day=write_day(each.date, lang), place=each.citation.text(lang), why=why
        )


def legend(rows: Sequence[Row]) -> Iterator[str]:
    """What each sign says; where it says more than its kind, of which row."""
    for mark, sign in MARKS.items():
        marked = [(row, remark) for row in rows for remark in row.remarks if remark.mark == mark]
        said = dict.fromkeys(remark.text for _, remark in marked)
        for text in said:
            events = [row.event for row, remark in marked if remark.text == text]
            yield f"{sign} {text}" if len(said) == 1 else f"{sign} {text}: {'; '.join(events)}"


def readings(calendar: Calendar, lang: str) -> Iterator[str]:
    """The readings relied on, numbered as in the rows."""
    for number, each in enumerate(readings_of(calendar), 1):
        yield word("calendar.reading", lang, number=number, statement=one_line(each.statement), source=one_line(each.source))

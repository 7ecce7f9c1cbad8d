"""A row of a calendar in words: what the table of the command line and every written calendar have in common."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from ..languages import place_of
from ..tree.nodes import Interpretation
from ..values.time import weekday_name, write_day
from .deadline import clock_text, count_text, deed_text
from .words import listed, word

if TYPE_CHECKING:
    from ..calendar import Calendar, Deadline

MARKS = {"unmarked": "#", "unconfirmed": "?", "secondary": "~", "open": "*", "off": "°", "before": "<", "moved": "^", "against": "!"}
"""The sign of each thing that weakens a row, in the order in which they are shown."""


@frozen
class Remark:
    """Something that weakens a row: its *mark* and what it says of this row."""

    mark: str
    text: str


@frozen
class Row:
    """One deadline in the words of a language; *first* and *last* are one day where it is no span, *readings* count from 1."""

    deadline: Deadline
    first: date
    last: date
    weekday: str
    clock: str
    event: str
    actor: str
    count: str
    place: str
    remarks: tuple[Remark, ...]
    readings: tuple[int, ...]

    @property
    def is_span(self) -> bool:
        """Whether the law counts both its ends."""
        return self.deadline.window is not None

    @property
    def marks(self) -> str:
        """The signs of its remarks."""
        return "".join(MARKS[each.mark] for each in self.remarks)


def rows_of(calendar: Calendar, lang: str) -> tuple[Row, ...]:
    """The rows of *calendar* in *lang*, in its order."""
    numbers = {each: number for number, each in enumerate(readings_of(calendar), 1)}
    return tuple(row_of(each, tuple(sorted({numbers[reading] for reading in each.interpretations})), lang) for each in calendar)


def row_of(deadline: Deadline, readings: tuple[int, ...], lang: str) -> Row:
    """*deadline* in *lang*."""
    first, last = deadline.window or (deadline.first, deadline.first)
    return Row(
        deadline,
        first,
        last,
        weekday_name(first.isoweekday(), lang),
        clock_text(deadline),
        one_line(deed_text(deadline, lang)),
        one_line(deadline.actor_in(lang)),
        one_line(count_text(deadline, lang)),
        deadline.citation.text(lang),
        tuple(remarks(deadline, lang)),
        readings,
    )


def remarks(deadline: Deadline, lang: str) -> Iterable[Remark]:
    """What weakens *deadline*: how its provision is known, what it depends on, the day on which it falls."""
    if deadline.status in MARKS:
        yield Remark(deadline.status, word(f"calendar.{deadline.status}", lang))
    if deadline.open:
        yield Remark("open", word("calendar.open", lang, terms=listed([each.name(lang) for each in deadline.open], "and", lang)))
    if deadline.non_working:
        yield Remark("off", word("deadline.non-working", lang))
    if deadline.moved_by is not None:
        authority, place = deadline.moved_by.authority[place_of(lang)], deadline.moved_by.citation.text(lang)
        yield Remark("moved", word("deadline.moved", lang, authority=authority, place=place))
    if deadline.against:
        places = listed([each.text(lang) for each in deadline.against], "and", lang)
        yield Remark("against", word("deadline.against", lang, places=places))
    if deadline.before_the_law and deadline.since is not None:
        yield Remark("before", word("calendar.before", lang, since=write_day(deadline.since, lang)))


def readings_of(calendar: Calendar) -> tuple[Interpretation, ...]:
    """The readings that the deadlines of *calendar* rely on, each once, in the order in which they come up."""
    return tuple(dict.fromkeys(reading for each in calendar for reading in each.interpretations))


def one_line(text: str) -> str:
    """*text* without line ends: a row stays a row wherever it is written."""
    return " ".join(text.split())

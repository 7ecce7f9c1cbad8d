"""A deadline as whoever has to keep it reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..languages import place_of
from ..tree.nodes import TimeLimit
from ..tree.types import Moment
from ..values.number import write_number
from ..values.time import weekday_name, write_clock, write_day
from .say import unit_word
from .words import listed, word

if TYPE_CHECKING:
    from ..calendar import Deadline
    from ..tree.types import Term


def deadline_text(deadline: Deadline, lang: str) -> str:
    """When, what, who, how it is counted, under which provision; whether that came into force only later."""
    text = word(
        "deadline.row",
        lang,
        time=time_text(deadline, lang),
        weekday=weekday_name(deadline.first.isoweekday(), lang),
        event=deed_text(deadline, lang),
        actor=deadline.actor_in(lang),
        count=count_text(deadline, lang),
        place=deadline.citation.text(lang),
    )
    if deadline.moved_by is not None:
        authority, place = deadline.moved_by.authority[place_of(lang)], deadline.moved_by.citation.text(lang)
        text = f"{text} ({word('deadline.moved', lang, authority=authority, place=place)})"
    if not deadline.before_the_law or deadline.since is None:
        return text
    return word("deadline.before-law", lang, text=text, since=write_day(deadline.since, lang))


def time_text(deadline: Deadline, lang: str) -> str:
    """The day or span, with the time of day where there is one."""
    if deadline.window is not None:
        first, last = (write_day(each, lang) for each in deadline.window)
        return word("deadline.window-until" if clock_text(deadline) else "deadline.window", lang, first=first, last=last, clock=clock_text(deadline))
    clock = clock_text(deadline)
    text = write_day(deadline.first, lang)
    return f"{clock} {text}" if clock else text


def clock_text(deadline: Deadline) -> str:
    """The times of day: one, or from one to another."""
    limit = deadline.limit
    if limit.start is not None and limit.finish is not None:
        return f"{write_clock(limit.start)}–{write_clock(limit.finish)}"
    return write_clock(deadline.time) if deadline.time is not None else ""


def deed_text(deadline: Deadline, lang: str) -> str:
    """What must be done; said so where it must not, or only may."""
    event, force = deadline.event_in(lang), deadline.limit.force
    return event if force == "must" else word(f"deadline.{force}", lang, event=inside(event, lang))


def actors_text(limit: TimeLimit, lang: str) -> str:
    """Who has to act; a remark where the law names nobody."""
    names = [each[place_of(lang)] for each in limit.actors]
    return listed(names, "and", lang) if names else word("deadline.actor", lang)


def count_text(deadline: Deadline, lang: str) -> str:
    """How the day is counted."""
    limit, term, clock = deadline.limit, deadline.counts_from, clock_text(deadline)
    if term is None:
        return word("deadline.fixed", lang)
    hour_of_its_day = isinstance(term.type, Moment) and bool(limit.start or limit.finish)
    anchor = word("anchor.day", lang, event=inside(term.name(lang), lang)) if hour_of_its_day else anchor_text(term, lang, bool(limit.offset))
    if not limit.offset and clock and (hour_of_its_day or not isinstance(term.type, Moment)):
        if limit.start is not None and limit.finish is not None:
            return word("at.span", lang, start=write_clock(limit.start), finish=write_clock(limit.finish), anchor=anchor)
        return word(f"at.{limit.bound}", lang, clock=clock, anchor=anchor)
    if not limit.offset:
        return word(f"on.{limit.bound}", lang, anchor=anchor)
    size = abs(limit.offset)
    length = f"{write_number(size, lang)} {unit_word(limit.unit, deadline.answer.tree.named, lang, size)}"
    count = word("deadline.before" if limit.offset < 0 else "deadline.after", lang, length=length, anchor=anchor)
    return word(f"bound.{limit.bound}", lang, count=count, anchor=anchor)


def inside(name: str, lang: str) -> str:
    """*name* within a phrase: Vietnamese names are declared with a capital, English ones keep theirs."""
    return name[:1].lower() + name[1:] if lang == "vi" else name


def anchor_text(term: Term, lang: str, counted: bool) -> str:
    """What a deadline is counted from (*counted*), or itself falls on: a day by its name, an event by its day or moment."""
    name = inside(term.name(lang), lang)
    if isinstance(term.type, Moment):
        return word("anchor.moment", lang, event=name)
    return name if term.role == "fact" else word("anchor.after-day" if counted else "anchor.day", lang, event=name)

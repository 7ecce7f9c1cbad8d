"""Build: the tree of one question from the definitions of one text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve, frozen

from ..evaluate.order import asking_order
from ..evaluate.working import ANNOUNCED
from ..tree.nodes import Constraint, DaysOff, Definition, Precedence, Principle, Requirement, TimeLimit, WeeklyRest, WorkingShift
from ..tree.types import Day, ListOf, Number, OneOf, Term, Text, Type, Unit
from .link import Index, constraints, copied, definition, limits, precedences, principles, requirements, rest
from .mention import conclusions_in, facts_in, nodes_in, units_in


@frozen(eq=False)
class Parts:
    """Everything of a tree but the days that it is asked on."""

    term: str
    terms: tuple[Term, ...]
    definitions: tuple[Definition, ...]
    constraints: tuple[Constraint, ...]
    requirements: tuple[Requirement, ...]
    principles: tuple[Principle, ...]
    order: tuple[str, ...]
    event: str | None
    units: tuple[Unit, ...] = ()
    limits: tuple[TimeLimit, ...] = ()
    rest: tuple[WeeklyRest | DaysOff, ...] = ()
    held: date | None = date.min
    precedences: tuple[Precedence, ...] = ()


CALENDAR = Term("calendar", (("lịch",), ("calendar",)), "conclusion", Text())
"""What a tree of deadlines is asked for."""

DAYS_OFF = Term(
    ANNOUNCED,
    (("ngày nghỉ của năm",), (ANNOUNCED,)),
    "fact",
    Text(),
    ("Năm phải tính có những ngày nghỉ nào? (chưa có văn bản)", "Which days off has the year that is needed? (no instrument says so yet)"),
)
"""What is missing where working days are counted in a year whose days off no provision names."""


def limited(_: str, number: int, found: Index, terms: Mapping[str, Term], units: Mapping[str, Unit]) -> Parts:
    """The tree of all deadlines in the text *number*, with the events that they hang on."""
    wanted = limits(number, found)
    used = tuple(dict.fromkeys((*(each.event for each in wanted), *(term for each in wanted for term in conclusions_in(each)))))
    parts = _parts(CALENDAR.id, closed(used, number, found), (), number, found, terms, units, wanted)
    return evolve(parts, terms=(*parts.terms, CALENDAR), held=found.deadlines_held)


def concluded(term: str, number: int, found: Index, terms: Mapping[str, Term], units: Mapping[str, Unit]) -> Parts:
    """The tree of a concluded *term* in the text *number*."""
    definitions = closed((term,), number, found)
    return _parts(term, definitions, (), number, found, terms, units)


def required(subject: str, number: int, found: Index, terms: Mapping[str, Term], units: Mapping[str, Unit]) -> Parts:
    """The tree of all that the text *number* requires of *subject*."""
    wanted = requirements(subject, number, found)
    used = tuple(dict.fromkeys(term for each in wanted for term in conclusions_in(each)))
    parts = _parts(subject, closed(used, number, found), wanted, number, found, terms, units)
    return evolve(parts, held=found.held.get(subject))


def closed(roots: Iterable[str], number: int, found: Index) -> tuple[Definition, ...]:
    """The definitions of *roots* and of all terms that they use, the roots first."""
    made: dict[str, Definition] = {}
    pending = list(roots)
    for term in pending:
        if term not in made:
            made[term] = definition(term, number, found)
            pending.extend(conclusions_in(made[term]))
    return tuple(made.values())


def _parts(
    term: str,
    definitions: tuple[Definition, ...],
    wanted: tuple[Requirement, ...],
    number: int,
    found: Index,
    terms: Mapping[str, Term],
    units: Mapping[str, Unit],
    limited: tuple[TimeLimit, ...] = (),
) -> Parts:
    facts = facts_in(*definitions, *wanted, *limited)
    tied = _tied(facts, constraints(number, found, (term, *dict.fromkeys(each.event for each in limited))))
    uses = tuple(dict.fromkeys(used for each in tied for used in conclusions_in(each)))
    if uses:
        definitions = (*definitions, *(each for each in closed(uses, number, found) if each.term not in {known.term for known in definitions}))
    event = next((each.id for each in terms.values() if isinstance(each.type, Day) and each.type.asked), None)
    mentioned = _mentioned(term, definitions, (*wanted, *limited), tied, event, terms)
    working = found.counts_working_days and any(isinstance(each, WorkingShift) for each in nodes_in(*definitions, *wanted, *limited, *tied))
    days = rest(number, found) if working or limited else ()
    mentioned = (*mentioned, DAYS_OFF) if working else mentioned
    order = asking_order(mentioned, (*definitions, *wanted, *limited, *tied))
    preferred = (
        *precedences(wanted, copied(number, found, found.requiring.get(term, ())), number, found),
        *precedences(limited, copied(number, found, found.limiting), number, found),
    )
    named = {*units_in(*definitions, *wanted, *limited, *tied), *(unit for each in mentioned for unit in _counted_in(each.type))}
    counted = tuple(unit for name, unit in units.items() if name in named)
    return Parts(term, mentioned, definitions, tied, wanted, principles(number, found), order, event, counted, limited, days, precedences=preferred)


def _counted_in(type_: Type) -> tuple[str, ...]:
    """The units of a type."""
    if isinstance(type_, ListOf):
        return tuple(unit for _, of in type_.of.fields for unit in _counted_in(of))
    return (type_.unit,) if isinstance(type_, Number) else ()


def _tied(facts: Iterable[str], every: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
    """The constraints that share a fact with *facts*, directly or through others, in order."""
    mentions = [set(facts_in(each)) for each in every]
    reached, chosen, grown = set(facts), set(), True
    while grown:
        grown = False
        for place, each in enumerate(mentions):
            if place not in chosen and each & reached:
                chosen.add(place)
                reached |= each
                grown = True
    return tuple(each for place, each in enumerate(every) if place in chosen)


def _mentioned(
    term: str,
    definitions: tuple[Definition, ...],
    wanted: tuple[Requirement | TimeLimit, ...],
    tied: tuple[Constraint, ...],
    event: str | None,
    terms: Mapping[str, Term],
) -> tuple[Term, ...]:
    """Every term that the tree mentions, in the order of declaration.

    A list that binds while another is so-and-so brings that one along, an event that is used the fact that tells its real day.
    """
    names = {term, *(each.term for each in definitions), *facts_in(*definitions, *wanted, *tied)}
    names |= {each.id for each in terms.values() if each.done is not None and each.done != term and each.done in names}
    names |= {event} if event is not None else set()
    names |= {each.type.binding[0] for name in names if (each := terms.get(name)) is not None and isinstance(each.type, OneOf) and each.type.binding}
    return tuple(sorted((terms[name] for name in names if name in terms), key=lambda each: (each.rank, each.id)))


def said_in(lang: str, terms: Iterable[Term]) -> dict[str, Term]:
    """*terms* by their ids, speaking *lang*."""
    return {each.id: evolve(each, lang=lang) for each in terms}

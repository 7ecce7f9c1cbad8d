"""What a load refuses though each sentence is well formed: drawn rulebooks go without the provision that has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from . import description as d
from .oracle import CONCLUDES, REQUIRED, Oracle, Reading
from .text import Standing, text, transitions

UNHEEDED = (d.Prefers, d.Convention, d.Rest, d.DaysOff, d.Principle)
"""What cannot be under the condition of a transition (ER0524)."""
Placed = tuple[d.Place, d.Statement]


def refused(of: d.Description, days: Sequence[date]) -> d.Place | None:
    """A provision for which a load refuses a rulebook that may change on *days*, if there is one."""
    said = said_in(of)
    standing = [each for day in days for each in text(of, day).standing]
    return (
        next(beside(said, standing), None)
        or next(uncounted(of, said, standing), None)
        or next(unheeded(said, standing), None)
        or next(unbarred(said, standing), None)
        or next(idle(of, said, days), None)
        or next(circular(of, days), None)
    )


def said_in(of: d.Description) -> list[Placed]:
    """Every statement, those that acts write too, with its provision."""
    every = [(p.place, s) for i in of.instruments for p in i.provisions for s in p.statements]
    return [(place, each) for place, s in every for each in (s, *getattr(s, "text", ()))]


def beside(said: Iterable[Placed], standing: Sequence[Standing]) -> Iterable[d.Place]:
    """Exceptions to a place that never says anything on their term (ER0414)."""
    for place, each in said:
        if isinstance(each, d.Exempts):
            there = [
                s.table if isinstance(s, d.Exempts) else s for one in standing if any(t.holds(one.place) for t in each.of) for s in one.statements
            ]
            if there and all(getattr(s, "term", "") != each.table.term for s in there):
                yield place


def uncounted(of: d.Description, said: Iterable[Placed], standing: Iterable[Standing]) -> Iterable[d.Place]:
    """Deadlines that are counted from an event that no text ever dates and no fact tells (ER0523)."""
    dated = {each.event for one in standing for each in one.statements if isinstance(each, d.Deadline) and each.bound != "earliest"}
    dated |= {each.of for each in of.terms if each.kind == "actual day"}
    for place, each in said:
        if isinstance(each, d.Deadline) and of.term(each.anchor).kind == "event" and each.anchor not in dated:
            yield place


def unheeded(said: Sequence[Placed], standing: Iterable[Standing]) -> Iterable[d.Place]:
    """Transitions on what can be under no condition, or on an act that takes it away (ER0524)."""
    places = {at for one in standing if any(isinstance(each, UNHEEDED) for each in one.statements) for at in (one.place, *one.by)}
    places |= {place for place, each in said for target in targets(each) if any(target.holds(at) for at in places)}
    for place, each in said:
        if isinstance(each, d.OnlyWhen) and any(target.holds(at) for target in each.places for at in places):
            yield place


def unbarred(said: Iterable[Placed], standing: Sequence[Standing]) -> Iterable[d.Place]:
    """Blockers of what cannot be barred, and exceptions to what binds facts and concludes nothing (ER0418)."""
    steadfast = {one.place for one in standing if any(isinstance(each, UNHEEDED) for each in one.statements)}
    binding = {one.place for one in standing if any(isinstance(each, d.Always) for each in one.statements)}
    concluding = {one.place for one in standing if any(isinstance(each, (*CONCLUDES, *REQUIRED, d.Exempts)) for each in one.statements)}
    for place, each in said:
        if isinstance(each, d.Blocks) and any(target.holds(at) for target in each.places for at in steadfast):
            yield place
        if isinstance(each, d.Exempts) and any(target.holds(at) for target in each.of for at in binding):
            if not any(target.holds(at) for target in each.of for at in concluding):
                yield place


def targets(act: d.Statement) -> tuple[d.Place, ...]:
    """The places that an act takes away or writes anew."""
    return act.places if isinstance(act, (d.Repeal, d.Reword)) else (act.place,) if isinstance(act, d.Replace) else ()


def idle(of: d.Description, said: Iterable[Placed], days: Iterable[date]) -> Iterable[d.Place]:
    """Transitions under which nothing continues (ER0525)."""
    for day in days:
        for number, transition in transitions(of, day, None):
            keeps, there = transition.keeps, text(of, day, None, frozenset({number})).standing
            concerned = [each for each in there if any(concerns(keeps, one) for one in each.statements)]
            if keeps and not any(keeps in (each.only, *each.but) for each in concerned):
                yield next(place for place, each in said if each is transition)


def concerns(term: str, said: d.Said) -> bool:
    """Whether what is said may be on a term."""
    said = said.table if isinstance(said, d.Exempts) else said
    return isinstance(said, (d.Blocks, d.Always)) or term in (getattr(said, "term", ""), getattr(said, "event", ""), getattr(said, "body", ""))


def circular(of: d.Description, days: Iterable[date]) -> Iterable[d.Place]:
    """Rules that hang on their own term, through the cases of other provisions (ER0505)."""
    oracle = Oracle(of)
    for day in days:
        reading = oracle.reading(day, None)
        for rule in reading.rules:
            if rule.term in hangs_on(oracle, rule.when, reading):
                yield (*rule.standing.by, rule.place)[0]


def hangs_on(oracle: Oracle, condition: d.Condition | None, reading: Reading) -> set[str]:
    """The terms on which a condition hangs, through whatever others."""
    found: set[str] = set()
    todo = list(oracle.names_in(condition, reading))
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += [used for rule in reading.rules if rule.term == name for used in oracle.names_in(rule.when, reading)]
    return found

"""What decided between provisions beside those that speak: preferences, rank and age, exceptions, blockers, days off.

An outcome is known no better than any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..tree.nodes import Blocker, DaysOff, WeeklyRest, WorkingShift
from ..tree.walk import below
from .evaluate import evaluate
from .outcome import Ground, Need, Standing, TooWide, Wants
from .ready import ReadyBlocker, ReadyDefinition
from .view import Case


def grounds(definition: ReadyDefinition, standings: Iterable[Standing], places: Iterable[int], here: Case) -> tuple[Ground, ...]:
    """What decided how the rules of *definition* stand, of which those at *places* are cited."""
    found: dict[int, Ground] = {}
    for standing in standings:
        found.update((id(each), each) for each in deciding(definition, standing, here))
    if here.ready.tree.rest:
        found.update((id(each), each) for each in days_off(definition, places, here))
    return tuple(found.values())


def deciding(definition: ReadyDefinition, standing: Standing, here: Case) -> Iterator[Ground]:
    """What decided one standing."""
    for by in standing.defeated.values():
        yield from (definition.rule(place) for place in by if place not in standing.remains)
    for under, (why, over) in standing.outranked.items():
        if definition.rule(under).status == "derived":
            continue  # it stands on no provision, and yields to every one
        if why == "precedence":
            pair = definition.rule(over).name, definition.rule(under).name
            yield from (each for each in definition.precedences if (each.over, each.under) == pair)
        elif why in here.ready.principles:
            yield here.ready.principles[why]
    for place in definition.barred:
        ready = definition.rules[place]
        asleep = ready.is_exception and standing.speaks.isdisjoint(ready.hosts)
        truth = here.truths.get(id(ready.condition))
        if not asleep and truth is not None and truth[0] is not False:
            for blocker in ready.blockers:
                yield from holding(blocker, here)


def holding(blocker: ReadyBlocker, here: Case) -> Iterator[Blocker]:
    """*blocker* where it holds; where its condition does but another bars it, that one."""
    truth = here.truths.get(id(blocker.condition))
    if truth is None or truth[0] is False:
        return
    inner = [each for its in blocker.blockers for each in holding(its, here)]
    yield from inner or [blocker.node]


def days_off(definition: ReadyDefinition, places: Iterable[int], here: Case) -> Iterator[WeeklyRest | DaysOff]:
    """The provisions on days off that were looked at to count working days."""
    for place in places:
        rule = definition.rules[place]
        for node in (each for expr in (rule.condition, rule.value) for each in below(expr)):
            if isinstance(node, WorkingShift):
                yield from looked_at(node, here)


def looked_at(shift: WorkingShift, here: Case) -> Iterator[WeeklyRest | DaysOff]:
    """The provisions on days off of the days that *shift* goes over."""
    seen = here if here.box is None else here.inner
    try:
        ends = [evaluate(each, seen) for each in (shift.of, shift)]
    except (Need, TooWide, Wants):
        return
    days = [each for each in ends if isinstance(each, date)]
    if len(days) == len(ends):
        first, last = min(days), max(days)
        for each in here.ready.tree.rest:
            if isinstance(each, WeeklyRest) or (each.first <= last and first <= each.last):
                yield each

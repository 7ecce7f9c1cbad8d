"""Deadlines that cannot be kept in their order: what may only follow something else has to be done before that has to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from ..diagnostics.errors import FactErrors
from ..evaluate.ask import ask
from ..source.citation import Citation
from ..tree.nodes import All, Definition, TimeLimit
from ..tree.tree import Tree
from ..tree.types import Day, Moment, Term
from .replay import Found
from .walk import Period

DayOf = Callable[[str], Tree]
"""The tree of the last day of an event."""

ORDERS = ("before", "after")


def is_event(term: Term) -> bool:
    """Whether *term* is a day or moment that deadlines conclude: that it does not arise is no gap."""
    return term.role == "conclusion" and isinstance(term.type, Day | Moment)


def is_one_day(tree: Tree) -> bool:
    """Whether one rule alone dates the event, whatever the facts: there is nothing for it to differ from, and it always speaks."""
    return all(_is_plain(each) for each in tree.definitions) and not any(each.silences for each in tree.definitions)


def _is_plain(definition: Definition) -> bool:
    rules = definition.rules
    if len(rules) != 1 or rules[0].blockers or rules[0].is_exception:
        return False
    condition = rules[0].condition
    return isinstance(condition, All) and not condition.parts


def out_of_order(limits: Tree, event: str, period: Period, tree_of: DayOf) -> Iterator[Found]:
    """Each order between *event* and another whose deadlines contradict it, on the days of *period*."""
    for each in limits.limits:
        if each.event != event or each.bound not in ORDERS or each.anchor is None:
            continue
        anchor = _event_of(each.anchor, limits)
        first, then = (each.event, anchor) if each.bound == "before" else (anchor, each.event)
        if not all(any(_dates(limit) and limit.event == event for limit in limits.limits) for event in (first, then)):
            continue  # what only may be done can be done earlier
        first_day, then_day = last_day(tree_of(first)), last_day(tree_of(then))
        if first_day is None or then_day is None or then_day >= first_day:
            continue
        citations = tuple(dict.fromkeys((each.citation, *_cited(first, limits), *_cited(then, limits))))
        yield Found("contradiction", "refuted", (each.name,), period, citations, period.on, {}, reason=declared(event, limits.definitions))


def last_day(tree: Tree) -> date | None:
    """The last day of an event where it is counted from the day asked about alone; None where it hangs on more."""
    try:
        answer = ask(tree, {})
    except FactErrors:
        return None
    value = answer.value if answer.outcome == "answered" else None
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def declared(term: str, definitions: tuple[Definition, ...]) -> str:
    """Why a contradiction is known, where a provision says so."""
    silences = (silence for each in definitions if each.term == term for silence in each.silences)
    return next((each.reason for each in silences if each.kind == "contradiction"), "")


def _event_of(anchor: str, limits: Tree) -> str:
    """The event of which *anchor* is the actual day, or *anchor* itself."""
    return next((each.done for each in limits.terms if each.id == anchor and each.done is not None), anchor)


def _cited(event: str, limits: Tree) -> Iterator[Citation]:
    """The provisions that set the last day of *event*."""
    return (each.citation for each in limits.limits if _dates(each) and each.event == event and each.counted_from is None)


def _dates(limit: TimeLimit) -> bool:
    return limit.last is not None and limit.bound != "earliest" and limit.force == "must"

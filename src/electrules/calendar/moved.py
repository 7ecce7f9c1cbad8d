"""What an authority decided in the place of the law's day: only by a power that the law gives, within its bounds, and cited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import evolve

from ..diagnostics.diagnostic import Diagnostic, Said, diagnose
from ..diagnostics.errors import FactErrors
from ..evaluate.happened import with_real_days
from ..evaluate.plainly import plainly
from ..evaluate.ready import ready
from ..evaluate.view import Case
from ..languages import in_both
from ..tree.nodes import At, Conclusion, Licence, Literal, TimeLimit, Value
from ..tree.tree import Tree
from ..tree.types import Term
from ..values.time import write_clock
from .deadline import day_of

if TYPE_CHECKING:
    from ..rulebook import Rulebook


def with_moved(tree: Tree, moved: Mapping[str, Value], law: Rulebook, known: Mapping[str, Value]) -> Tree:
    """*tree* in which each event of *moved* has the day or hour that an authority decided on; raises `FactErrors` where no power covers it.

    What is counted from such an event follows it. *known* are the facts of the calendar.
    """
    if not moved:
        return tree
    powers: dict[str, Licence] = {}
    refused: list[Diagnostic] = []
    for event, value in moved.items():
        limits = [each for each in tree.limits if each.event == event and each.licences and each.last is not None]
        if not limits:
            refused.append(problem(law.terms[event]))
        others = with_real_days(tree, {other: day for other, day in moved.items() if other != event})
        for limit in limits:
            found = power(limit, value, law.terms[event], Case(ready(others), known))
            if isinstance(found, Diagnostic):
                refused.append(found)
            else:
                powers[limit.name] = found
    if refused:
        raise FactErrors(refused)

    def decided(each: TimeLimit) -> TimeLimit:
        licence = powers.get(each.name)
        if licence is None:
            return each
        last = Literal(moved[each.event], citation=licence.citation)
        return evolve(each, first=None, last=last, also=(*each.also, licence.citation), licences=(licence,))

    return with_real_days(evolve(tree, limits=tuple(map(decided, tree.limits))), moved)


def power(limit: TimeLimit, value: Value, event: Term, here: Case) -> Licence | Diagnostic:
    """The power by which *limit* comes to *value*: over the hour where its day is the law's, else over the day; or why there is none."""
    assert limit.last is not None
    hours = [each for each in limit.licences if each.start is not None and each.finish is not None]
    for each in hours:
        if isinstance(value, datetime) and each.start is not None and each.finish is not None and not each.start <= value.time() <= each.finish:
            place, clocks = in_both(each.citation.text), (write_clock(each.start), write_clock(each.finish))
            return problem(event, case="hours", least=clocks[0], most=clocks[1], place=place)
    own = plainly(limit.last, here)
    is_own_day = isinstance(own, date) and isinstance(value, date) and day_of(own) == day_of(value)
    if hours and is_own_day:
        return hours[0]
    if isinstance(limit.last, At) and isinstance(limit.last.of, Conclusion) and not is_own_day:
        leads = here.ready.terms[limit.last.of.term]
        return problem(event, case="same-day", other=(leads.name("vi"), leads.name("en")), place=in_both(limit.citation.text))
    days = [each for each in limit.licences if each not in hours]
    return days[0] if days else problem(event, case="hour-only", place=in_both(hours[0].citation.text))


def problem(event: Term, case: str = "", **data: Said) -> Diagnostic:
    """Why *event* cannot be moved so."""
    every: dict[str, Any] = {**data, **({"case": case} if case else {})}
    return diagnose("ER0624", fact=event.id, name=(event.name("vi"), event.name("en")), **every)

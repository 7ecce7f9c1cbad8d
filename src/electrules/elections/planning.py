"""`plan`: a unit divided into constituencies from the people of its parts, under what the law asks of a constituency."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.errors import FactErrors
from ..values.number import number_in_both
from .days import days_of
from .plan_given import Asked, read
from .plan_law import allowed
from .plan_problem import Problem, in_order
from .plan_result import Plan, answered
from .plan_words import written_sizes

if TYPE_CHECKING:
    from ..rulebook import Rulebook


def plan(
    law: Rulebook,
    parts: Mapping[str, int],
    seats: int,
    *,
    body: str,
    on: date | str,
    adjacent: Collection[tuple[str, str]] | Mapping[str, Collection[str]] | None = None,
    constituencies: int | None = None,
    law_on: date | str | None = None,
    known: date | str | None = None,
    lang: str | None = None,
) -> Plan:
    """*parts* (names and people) put together into constituencies that elect *seats* deputies of *body*, people per deputy as even as can be.

    What a constituency may elect is asked of *law*, on the day *on*. Parts stay whole. With *adjacent*, pairs of neighbours or
    {name: neighbours}, each constituency hangs together. *constituencies* fixes their number. Raises `FactErrors`.
    """
    speaks = law.lang if lang is None else lang
    try:
        days = days_of(on, law_on, known)
        asked = read(parts, seats, body, adjacent, constituencies)
        if asked.problems:
            raise FactErrors(asked.problems)
        says = allowed(law, asked.body, asked.seats, days)
        if says.outcome != "answered":
            return Plan(asked, says, days.on, speaks)
        problem = stated(asked, says.sizes)
        if not problem.numbers:
            raise FactErrors([impossible(problem)])
        return answered(law, asked, says, problem, days, speaks)
    except FactErrors as errors:
        raise errors.said_in(speaks) from None


def stated(asked: Asked, sizes: tuple[int, ...]) -> Problem:
    """The question in whole numbers."""
    order = in_order(asked.names, asked.people)
    now = {before: place for place, before in enumerate(order)}
    near: list[int] | None = None
    if asked.near is not None:
        near = [0] * len(order)
        for a, b in asked.near:
            near[now[a]] |= 1 << now[b]
            near[now[b]] |= 1 << now[a]
    names, people = tuple(asked.names[place] for place in order), tuple(asked.people[place] for place in order)
    return Problem(names, people, asked.seats, sizes, asked.constituencies, None if near is None else tuple(near))


def impossible(problem: Problem) -> Diagnostic:
    """Why *problem* has no plan."""
    seats, parts, sizes = number_in_both(problem.seats), number_in_both(len(problem.names)), written_sizes(problem.sizes)
    if problem.constituencies is not None and evolve(problem, constituencies=None).numbers:
        number = number_in_both(problem.constituencies)
        return diagnose("ER0623", fact="constituencies", seats=seats, parts=parts, sizes=sizes, number=number, case="number")
    if problem.near is not None and evolve(problem, near=None).numbers:
        number = number_in_both(len(problem.pieces(problem.whole)))
        return diagnose("ER0623", fact="adjacent", seats=seats, parts=parts, sizes=sizes, number=number, case="pieces")
    return diagnose("ER0623", fact="seats", seats=seats, parts=parts, sizes=sizes)

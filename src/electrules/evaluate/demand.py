"""A demand of the law, a requirement or a time limit, as what a question can be asked of: a rule, and what it claims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, TypeVar

from ..tree.nodes import Expr, Not, NotApplicable, Requirement, Rule, TimeLimit

Demand: TypeAlias = Requirement | TimeLimit
D = TypeVar("D", bound=Demand)


def claim_of(demand: Demand) -> Expr:
    """What must hold, or the day that a limit comes to."""
    if isinstance(demand, TimeLimit):
        return demand.last if demand.last is not None else NotApplicable()
    return Not(demand.claim) if demand.force == "must not" else demand.claim


def as_rule(demand: Demand, term: str, value: Expr) -> Rule:
    """*demand* as a rule that concludes *term*."""
    return Rule(
        demand.name,
        term,
        demand.condition,
        value,
        demand.citation,
        demand.also,
        demand.excepts,
        demand.is_exception,
        demand.blockers,
        status=demand.status,
        interpretations=demand.interpretations,
        defeats=demand.defeats,
    )


def related(every: Mapping[str, D], demand: D) -> list[D]:
    """*demand* with those of *every* that it excepts and those that except any of them."""
    found = {demand.name: demand}
    size = 0
    while size < len(found):
        size = len(found)
        for each in every.values():
            if any(name in found for name in (*each.excepts, *each.defeats)):
                found.setdefault(each.name, each)
        for each in list(found.values()):
            found.update((name, every[name]) for name in (*each.excepts, *each.defeats) if name in every)
    return list(found.values())

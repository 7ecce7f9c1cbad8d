"""The rules that came nearest in a gap: those with the fewest conditions that fail on the known facts."""

from __future__ import annotations

from ..tree.nodes import All, Expr, Rule
from .evaluate import evaluate
from .outcome import LACKING, Need, Refused, TooWide, Wants
from .ready import ReadyBlocker, ReadyDefinition, ReadyRule
from .select import conclude, sources
from .settle import Settled, box_of
from .split import TooManyCases
from .view import Case, partial


def nearest(settled: Settled, term: str) -> tuple[Rule, ...]:
    """The rules of *term* with the fewest failed conditions; no fact is asked for it."""
    definition = settled.ready.definition(term)
    here = partial(settled.ready, box_of(settled.ready, settled.known))
    failures = counted(definition, here)
    least = min(failures, default=0)
    return sources(definition, [place for place, count in enumerate(failures) if count == least], settled.ready.turns)


def counted(definition: ReadyDefinition, here: Case) -> list[int]:
    """How many conditions of each rule fail; those of the rule that it excepts are an exception's too."""
    failures: list[int] = []
    for ready in definition.rules:
        hosts = min((failures[host] for host in ready.hosts), default=1 if ready.is_exception else 0)
        failures.append(own(ready, here) + hosts)
    return failures


def own(ready: ReadyRule, here: Case) -> int:
    """How many of a rule's own conditions fail, a blocker that holds among them."""
    return sum(not passes(part, here) for part in conjuncts(ready.condition)) + sum(blocks(each, here) for each in ready.blockers)


def conjuncts(condition: Expr) -> list[Expr]:
    """The parts that must all hold."""
    found: list[Expr] = []
    stack = [condition]
    while stack:
        here = stack.pop()
        if isinstance(here, All):
            stack.extend(reversed(here.parts))
        else:
            found.append(here)
    return found


def passes(condition: Expr, here: Case) -> bool:
    """Whether *condition* does not fail: it holds, or the known facts leave it open."""
    value = known(condition, here)
    return value is None or value is True


def blocks(blocker: ReadyBlocker, here: Case) -> bool:
    """Whether *blocker* holds on the known facts."""
    return known(blocker.condition, here) is True and not any(blocks(each, here) for each in blocker.blockers)


def known(condition: Expr, here: Case) -> bool | None:
    """What *condition* reads on the known facts; None where they leave it open; no where it has no value."""
    while True:
        try:
            value = evaluate(condition, here)
            return False if isinstance(value, LACKING) else bool(value)
        except Wants as wants:
            try:
                conclude(wants.term, here)
            except (Need, TooWide, TooManyCases, Refused):
                return None
        except (Need, TooWide, TooManyCases, Refused):
            return None

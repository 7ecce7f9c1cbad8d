"""Rules that do not speak because they are for other days than the one asked about: one line for all that are for the same days."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve

from ..source.citation import Citation
from ..tree.nodes import All, Compare, Expr, Fact, Literal, Not, Rule
from ..tree.operators import CONTRARY
from ..tree.types import Day
from .phrase import joined, phrase
from .step import FAILS, Step
from .words import listed, word

if TYPE_CHECKING:
    from ..evaluate.proof import Proof

_TESTS: Mapping[str, Callable[[date, date], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


def asked_days(proof: Proof) -> dict[str, date]:
    """The fact that is the day asked about, with that day, where *proof* looks at it."""
    found: dict[str, date] = {}
    for step in proof.walk():
        if isinstance(step.node, Fact) and isinstance(step.value, date) and step.term in step.terms:
            type_ = step.terms[step.term].type
            if isinstance(type_, Day) and type_.asked:
                found[step.term] = step.value
    return found


def missed_days(rule: Proof, days: Mapping[str, date]) -> tuple[Compare, ...]:
    """The conditions of *rule* on the day asked about that do not hold."""
    if not days or not isinstance(rule.node, Rule):
        return ()
    return tuple(each for each, day, set_ in _on_days(rule.node.condition, days) if not _TESTS[each.op](day, set_))


def _on_days(condition: Expr, days: Mapping[str, date]) -> Iterator[tuple[Compare, date, date]]:
    stack = [condition]
    while stack:
        here = stack.pop()
        match here:
            case All(parts):
                stack.extend(reversed(parts))
            case Not(Compare() as of):
                stack.append(evolve(of, op=CONTRARY[of.op]))
            case Compare(_, Fact(term), Literal(value)) if term in days and isinstance(value, date):
                yield here, days[term], value


def for_other_days(rules: Iterable[tuple[Proof, tuple[Compare, ...]]], every: Iterable[Proof], lang: str) -> tuple[Step, ...]:
    """A line for the *rules* of each stretch of days; those that another of *every* rule is the amended text of are called older."""
    amended = {each.citation.address: each.citation.amended_by for each in every if each.citation is not None and each.citation.amended_by}
    groups: dict[tuple[str, str], list[Citation]] = {}
    for rule, missed in rules:
        if rule.citation is None:
            continue
        older = len(amended.get(rule.citation.address, ())) > len(rule.citation.amended_by)
        said = joined([phrase(each, rule.terms, lang) for each in missed], "and", lang)
        groups.setdefault(("days.older" if older else "days", said), []).append(rule.citation)
    return tuple(
        Step(word(wording, lang, days=said, places=gathered(citations, lang)), "failed", FAILS) for (wording, said), citations in groups.items()
    )


def gathered(citations: Iterable[Citation], lang: str) -> str:
    """Provisions, those that are points of one clause said together."""
    groups: dict[Citation, dict[str | None, Citation]] = {}
    for each in citations:
        whole = evolve(each, point=None) if each.sentence is None and each.paragraph is None else each
        groups.setdefault(whole, {})[each.point] = each
    parts = []
    for whole, points in groups.items():
        if len(points) > 1 and None not in points:
            letters = sorted(points, key=lambda point: points[point].place_key)
            parts.append(word("points", lang, points=listed([str(each) for each in letters], "and", lang), place=whole.text(lang)))
        else:
            parts += [each.text(lang) for each in points.values()]
    return "; ".join(parts)

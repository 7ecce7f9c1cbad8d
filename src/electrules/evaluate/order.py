"""Fixed orders: of provisions in citations, of facts in asking, of the parts of `and` and `or` in evaluation.

None of them depends on the order of files, provisions or conditions as written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from ..tree.nodes import EXPR_CLASSES, Constraint, Definition, Expr, Node, Requirement, Rule, Silence, TimeLimit
from ..tree.types import OneOf, Term, YesNo
from ..tree.walk import below, children, facts_in

Place: TypeAlias = tuple[object, ...]


def source_key(source: Rule | Silence) -> Place:
    """By issue, number and place, then by name."""
    issued = source.issued.toordinal() if isinstance(source, Rule) else 0
    return (issued, source.citation.sort_key, source.name if isinstance(source, Rule) else source.reason)


def asking_order(terms: Iterable[Term], nodes: Iterable[Definition | Requirement | TimeLimit | Constraint]) -> tuple[str, ...]:
    """Ids of the facts that can matter, in the order of asking.

    Lists and yes/no come before numbers and days, decisions last; then what most conditions mention; then declaration.
    """
    known = {term.id: term for term in terms}
    mentioned: dict[str, int] = {}
    asked: dict[str, None] = {}
    for node in nodes:
        asked.update(dict.fromkeys(fact for expr in expressions(node) for fact in facts_in(expr, known)))
        for condition in conditions(node):
            for fact in facts_in(condition, known):
                mentioned[fact] = mentioned.get(fact, 0) + 1
    bound = [term.type.binding[0] for term in known.values() if term.id in asked and isinstance(term.type, OneOf) and term.type.binding]
    asked.update(dict.fromkeys(bound))
    facts = [term for term in known.values() if term.role != "conclusion" and term.id in asked]

    def key(term: Term) -> tuple[int, int, int, str]:
        kind = 2 if term.role == "decision" else 0 if isinstance(term.type, (YesNo, OneOf)) else 1
        return (kind, -mentioned.get(term.id, 0), term.rank, term.id)

    return tuple(term.id for term in sorted(facts, key=key))


def conditions(node: Definition | Requirement | TimeLimit | Constraint) -> list[Expr]:
    """The conditions of provisions below *node*, one for each provision."""
    return [each.condition for each in below(node) if isinstance(each, (Rule, Requirement, TimeLimit))]


def expressions(node: Definition | Requirement | TimeLimit | Constraint) -> list[Expr]:
    """The outermost expressions below *node*."""
    found: list[Expr] = []
    stack: list[Node] = [node]
    while stack:
        here = stack.pop()
        if isinstance(here, EXPR_CLASSES):
            found.append(here)
        else:
            stack.extend(reversed(children(here)))
    return found

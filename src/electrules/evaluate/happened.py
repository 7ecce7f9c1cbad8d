"""What has really happened: the real day of an event stands for the event wherever something is counted from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from ..tree.nodes import All, Definition, Literal, Requirement, Rule, TimeLimit, Value
from ..tree.tree import Tree
from ..tree.types import Term
from ..tree.walk import conclusions_in


def happened(tree: Tree, terms: Iterable[Term], known: Mapping[str, Value]) -> Tree:
    """*tree* in which each event whose actual day is *known* as a fact has that day; when the asked event falls by law is not changed."""
    told = {term.done: known[term.id] for term in terms if term.done is not None and term.done != tree.term and term.id in known}
    if not told:
        return tree
    there = {each.term for each in tree.definitions}
    return with_real_days(tree, {event: day for event, day in told.items() if event in there})


def with_real_days(tree: Tree, told: Mapping[str, Value]) -> Tree:
    """*tree* in which each event of *told* has its real day, under the provision that dates it or else the first that speaks of it."""
    if not told:
        return tree
    by: dict[str, Rule | TimeLimit | Requirement] = {each.anchor: each for each in reversed(tree.limits) if each.anchor is not None}
    for wanted in reversed(tree.requirements):
        by |= dict.fromkeys(conclusions_in(wanted), wanted)
    for each in reversed(tree.definitions):
        for rule in reversed(each.rules):
            by |= dict.fromkeys(conclusions_in(rule), rule)

    def real(each: Definition) -> Definition:
        source = each.rules[0] if each.rules else by.get(each.term)
        if each.term not in told or source is None:
            return each
        name = source.name if each.rules else f"{source.name}, {each.term}"
        return Definition(each.term, (Rule(name, each.term, All(()), Literal(told[each.term]), source.citation, status=source.status),))

    return evolve(tree, definitions=tuple(real(each) for each in tree.definitions))

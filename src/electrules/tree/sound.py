"""What a tree must keep that the classes of its nodes do not say by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..diagnostics.errors import ElectrulesError
from ..languages import LANGS
from ..limits import TREE_DEPTH
from . import nodes
from .shape import WORDS
from .typed import DAY, EVERY, MOMENT, YES_NO, IllTyped, Typing, bad_types, kind_of_type
from .types import Day, Term
from .walk import below, depth, tops

if TYPE_CHECKING:
    from .tree import Tree

ROLES = ("fact", "decision", "conclusion", "body")


class MalformedTree(ElectrulesError):
    """A text that is no evaluation tree: *where* in it, and what is wrong there."""

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        self.what = what
        super().__init__(f"{where or 'tree'}: {what}")


def check(tree: Tree) -> None:
    """Refuse a tree that cannot be asked: that mentions what it does not declare, has words that mean nothing, or parts that do not fit together."""
    declared(tree)
    terms = {term.id: term for term in tree.terms}
    for top in tops(tree):
        if depth(top) > TREE_DEPTH:
            raise MalformedTree(type(top).__name__, "is nested too deep")
        for node in below(top):
            if isinstance(node, (nodes.Fact, nodes.Decision)) and (node.term not in terms or terms[node.term].role == "conclusion"):
                raise MalformedTree(node.term, "is no fact of this tree")
            if isinstance(node, (nodes.Conclusion, nodes.HasValue)) and (node.term not in terms or terms[node.term].role != "conclusion"):
                raise MalformedTree(node.term, "is no conclusion of this tree")
            for name, allowed in WORDS.get(type(node), {}).items():
                if getattr(node, name) not in allowed:
                    raise MalformedTree(type(node).__name__, f"{name} must be one of {', '.join(allowed)}")
            if isinstance(node, nodes.Scale) and node.step <= 0:
                raise MalformedTree("Scale", "step must be positive")
            if isinstance(node, nodes.Round) and node.to <= 0:
                raise MalformedTree("Round", "to must be positive")
            if isinstance(node, (nodes.Arithmetic, nodes.Extreme)) and not node.parts:
                raise MalformedTree(type(node).__name__, "needs parts")
            if isinstance(node, (nodes.Bracket, nodes.Decision)) and node.least is not None and node.most is not None and node.least > node.most:
                raise MalformedTree(type(node).__name__, "its range ends before it begins")
            if isinstance(node, nodes.Distribute):
                check_distribution(node)
            if isinstance(node, nodes.Rank) and (not node.by or not node.named or any(order not in ("high", "low") for _, order in node.by)):
                raise MalformedTree("Rank", "needs the field that names a record, and fields in order, each high or low")
    try:
        typed(tree, terms)
    except IllTyped as wrong:
        raise MalformedTree(wrong.node, wrong.what) from None


def declared(tree: Tree) -> None:
    """Refuse terms, and names of terms, that do not belong together."""
    terms = {term.id: term for term in tree.terms}
    if any(not names for term in tree.terms for names in term.names):
        raise MalformedTree("terms", "every term needs a name in both languages")
    if len(terms) < len(tree.terms):
        raise MalformedTree("terms", "a term is declared twice")
    if any(term.role not in ROLES for term in tree.terms):
        raise MalformedTree("terms", f"role must be one of {', '.join(ROLES)}")
    for term, what in bad_types(tree.terms):
        raise MalformedTree(term, what)
    if tree.lang not in LANGS:
        raise MalformedTree("lang", f"must be one of {', '.join(LANGS)}")
    if tree.event is not None and (tree.event not in terms or not isinstance(terms[tree.event].type, Day) or terms[tree.event].role == "conclusion"):
        raise MalformedTree("event", "is no day that is a fact of this tree")
    if any(fact not in terms for fact in tree.order):
        raise MalformedTree("order", "names what is no term of this tree")
    defined = [each.term for each in tree.definitions]
    if len(set(defined)) < len(defined):
        raise MalformedTree("definitions", "a term is defined twice")
    for each in tree.definitions:
        if each.term != tree.term and (each.term not in terms or terms[each.term].role != "conclusion"):
            raise MalformedTree(each.term, "is no conclusion of this tree")
        if any(rule.term != each.term for rule in each.rules) or any(silence.term != each.term for silence in each.silences):
            raise MalformedTree(each.term, "is defined by a rule on another term")


def typed(tree: Tree, terms: Mapping[str, Term]) -> None:
    """Refuse conditions that are no conditions, and values of another kind than their term's."""
    kinds = Typing(terms)
    for top in tops(tree):
        for node in below(top):
            if isinstance(node, (nodes.Rule, nodes.Blocker, nodes.Silence, nodes.Constraint, nodes.Requirement, nodes.TimeLimit)):
                kinds.must_be(node.condition, YES_NO)
            if isinstance(node, nodes.Rule):
                kinds.must_be(node.value, *((kind_of_type(terms[node.term].type),) if node.term in terms else EVERY))
            elif isinstance(node, nodes.Requirement):
                kinds.must_be(node.claim, YES_NO)
            elif isinstance(node, nodes.TimeLimit):
                for day in (node.first, node.last):
                    if day is not None:
                        kinds.must_be(day, DAY, MOMENT)


def check_distribution(node: nodes.Distribute) -> None:
    """Refuse a distribution that leaves open what its floor is, or how its units are named."""
    if (node.floor is None) != (not node.reading):
        raise MalformedTree("Distribute", "a floor needs its reading, and a reading its floor")
    if node.reading == "raise" and (node.method != "largest remainder" or node.cap is not None):
        raise MalformedTree("Distribute", 'reading "raise" is of largest remainder without caps')
    if bool(node.named) != bool(node.weighed):
        raise MalformedTree("Distribute", "records need both named and weighed")
    if bool(node.drawn) != (node.tie == "drawn"):
        raise MalformedTree("Distribute", 'drawn names go with the tie rule "drawn"')

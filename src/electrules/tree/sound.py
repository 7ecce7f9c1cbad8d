"""What a tree must keep that the classes of its nodes do not say by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics.errors import ElectrulesError
from ..limits import TREE_DEPTH
from . import nodes
from .shape import WORDS
from .walk import below, depth, tops

if TYPE_CHECKING:
    from .tree import Tree


class MalformedTree(ElectrulesError):
    """A text that is no evaluation tree: *where* in it, and what is wrong there."""

    def __init__(self, where: str, what: str) -> None:
        self.where = where
        self.what = what
        super().__init__(f"{where or 'tree'}: {what}")


def check(tree: Tree) -> None:
    """Refuse a tree that mentions terms it does not declare, or fields with words that mean nothing."""
    terms = {term.id: term for term in tree.terms}
    if any(not names for term in tree.terms for names in term.names):
        raise MalformedTree("terms", "every term needs a name in both languages")
    for top in tops(tree):
        if depth(top) > TREE_DEPTH:
            raise MalformedTree(type(top).__name__, "is nested too deep")
        for node in below(top):
            if isinstance(node, (nodes.Fact, nodes.Decision)) and (node.term not in terms or terms[node.term].role == "conclusion"):
                raise MalformedTree(node.term, "is no fact of this tree")
            for name, allowed in WORDS.get(type(node), {}).items():
                if getattr(node, name) not in allowed:
                    raise MalformedTree(type(node).__name__, f"{name} must be one of {', '.join(allowed)}")
            if isinstance(node, nodes.Scale) and node.step <= 0:
                raise MalformedTree("Scale", "step must be positive")
            if isinstance(node, nodes.Round) and node.to <= 0:
                raise MalformedTree("Round", "to must be positive")
            if isinstance(node, (nodes.Arithmetic, nodes.Extreme)) and not node.parts:
                raise MalformedTree(type(node).__name__, "needs parts")
            if isinstance(node, nodes.Distribute):
                check_distribution(node)
            if isinstance(node, nodes.Rank) and (not node.by or not node.named or any(order not in ("high", "low") for _, order in node.by)):
                raise MalformedTree("Rank", "needs the field that names a record, and fields in order, each high or low")
    if tree.event is not None and tree.event not in terms:
        raise MalformedTree("event", "is no fact of this tree")


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

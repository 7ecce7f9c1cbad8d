"""Values that vary with the facts, put in the place of the terms that have them: what then is compared is made of facts alone."""

from __future__ import annotations

from itertools import islice

from ..limits import TREE_DEPTH
from ..tree.nodes import Compare, Conclusion, Distribute, Expr, Literal, Node
from ..tree.walk import below, depth, fingerprint, rewritten
from .evaluate import evaluate
from .outcome import NO_VALUE, Result, TooWide, Unsplit, Varies, Varying, Worth
from .split import TooManyCases, divisors
from .view import Case

NODES = 1_000
"""Nodes of an expression with all that is put into it."""

ZERO = Literal(0)


def valued(expr: Expr, here: Case) -> Result:
    """What *expr* comes to, terms whose values vary with the facts read as what gives them."""
    try:
        return evaluate(expr, here)
    except Varying as varying:
        made = put_in(expr, here)
        if made is None:
            raise TooWide(varying.facts) from None
        return evaluate(made, here)


def put_in(expr: Expr, here: Case) -> Expr | None:
    """*expr* with every term whose value varies replaced by what gives it; None where that becomes too large."""

    def change(node: Node, _: Node) -> Node:
        found = here.concluded.get(node.term) if isinstance(node, Conclusion) else None
        if found is None or not isinstance(found.value, Varies):
            return node
        here.use(found.term)
        return found.value.expr

    made = rewritten(expr, change)
    if made is not expr and (len(list(islice(below(made), NODES + 1))) > NODES or depth(made) > TREE_DEPTH):
        return None
    return made


def varies(expr: Expr, facts: frozenset[str], here: Case) -> Worth:
    """The value *expr* as one that varies with *facts*; split first where a divisor is nothing, for there it has none."""
    made = put_in(expr, here)
    doubtful = made is None or any(isinstance(node, Distribute) for node in below(made))
    for divisor in divisors(made) if made is not None else ():
        if not here.ready.facts_in(divisor):
            continue
        try:
            if evaluate(Compare("=", divisor, ZERO), here) is True:
                return NO_VALUE
        except TooManyCases:
            doubtful = True
        except TooWide as wide:
            if isinstance(wide, Unsplit) and here.assumed is not None:
                raise
            doubtful = True
    made = made or expr
    return Varies(fingerprint(made, but="citation"), facts, made, doubtful)

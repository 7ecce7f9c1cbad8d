"""Which facts would settle what is unknown: those that are left when all that can be done without are struck."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from .outcome import Outcome
from .piece import Piece, meet
from .settle import Node, Settled, Unsettled


def missing(settled: Settled) -> tuple[str, ...]:
    """The facts left, in the order of asking, after striking, the last first, each without which the others still settle the answer."""
    if not settled.is_unknown:
        return ()
    order = {fact: place for place, fact in enumerate(settled.ready.order)}
    tested = sorted(asked(settled.root), key=lambda fact: (order.get(fact, len(order)), fact))
    kept = set(tested)
    for fact in reversed(tested):
        if not differ(settled.root, kept - {fact}):
            kept.remove(fact)
    return tuple(fact for fact in tested if fact in kept)


def asked(root: Node[Outcome]) -> set[str]:
    """The facts that the case tree tests, or with which a leaf varies."""
    found: set[str] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if node.fact is not None:
            found.add(node.fact)
            stack.extend(node.children)
    return found.union(*(key.facts for key in root.keys if isinstance(key, Unsettled)))


def differ(root: Node[Outcome], kept: Collection[str]) -> bool:
    """Whether two completions that agree on the facts *kept* have different outcomes.

    Goes through sets of nodes whose boxes all hold one cell of the kept facts: a node on another fact stands for all its
    children; one on a kept fact narrows the cell to each of its pieces in turn.
    """
    work: list[tuple[dict[str, Piece], list[Node[Outcome]]]] = [({}, [root])]
    while work:
        cell, nodes = work.pop()
        if agree(nodes, kept):
            continue
        leaves, inner = spread_out(nodes, kept)
        if not inner:
            return True
        node, *others = inner
        fact = node.fact
        assert fact is not None
        for child in node.children:
            piece = meet(cell[fact], child.box[fact]) if fact in cell else child.box[fact]
            if piece is not None:
                work.append(({**cell, fact: piece}, [*leaves, *others, child]))
    return False


def agree(nodes: Iterable[Node[Outcome]], kept: Collection[str]) -> bool:
    """Whether nothing below *nodes* can differ."""
    keys = {key for node in nodes for key in node.keys}
    return len(keys) <= 1 and all(key.facts <= set(kept) for key in keys if isinstance(key, Unsettled))


def spread_out(nodes: Iterable[Node[Outcome]], kept: Collection[str]) -> tuple[list[Node[Outcome]], list[Node[Outcome]]]:
    """The leaves below *nodes* that only facts not kept part from them, and the nodes there that split a kept fact."""
    leaves, inner = [], []
    stack = list(nodes)
    while stack:
        node = stack.pop()
        if not node.keys:
            continue
        if node.fact is None:
            leaves.append(node)
        elif node.fact in kept:
            inner.append(node)
        else:
            stack.extend(node.children)
    return leaves, inner

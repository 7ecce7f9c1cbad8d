"""How deep and how large an expression is, counted as a tree; what is shared is measured once."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from ..tree.nodes import Expr, Node
from ..tree.walk import children


@frozen
class Measure:
    """The levels of an expression and the nodes in it."""

    depth: int
    nodes: int


def measured(expr: Expr, known: Mapping[int, Measure]) -> Measure:
    """The measure of *expr*; *known* are the measures of expressions that are kept elsewhere, by identity."""
    depth, nodes = 0, 0
    stack: list[tuple[Node, int]] = [(expr, 1)]
    while stack:
        node, level = stack.pop()
        found = known.get(id(node))
        if found is not None:
            depth, nodes = max(depth, level - 1 + found.depth), nodes + found.nodes
            continue
        depth, nodes = max(depth, level), nodes + 1
        level += 1
        stack.extend([(each, level) for each in children(node)])
    return Measure(depth, nodes)

"""What rules mention: the facts and conclusions in an expression, found without recursion."""

from __future__ import annotations

from collections.abc import Iterator

from ..tree.nodes import Conclusion, Decision, Fact, HasValue, Literal, Node, Scale
from ..tree.walk import children


def nodes_in(*roots: Node) -> Iterator[Node]:
    """Every node in *roots*, each object once."""
    stack: list[Node] = list(roots)
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        stack.extend(children(node))


def facts_in(*roots: Node) -> dict[str, None]:
    """The facts and decisions that *roots* mention."""
    return dict.fromkeys(node.term for node in nodes_in(*roots) if isinstance(node, Fact | Decision))


def conclusions_in(*roots: Node) -> dict[str, None]:
    """The concluded terms that *roots* use."""
    return dict.fromkeys(node.term for node in nodes_in(*roots) if isinstance(node, Conclusion | HasValue))


def units_in(*roots: Node) -> dict[str, None]:
    """The units of the numbers in *roots*."""
    return dict.fromkeys(node.unit for node in nodes_in(*roots) if isinstance(node, Literal | Scale | Decision))

"""What rules mention: the facts and conclusions in an expression, found without recursion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ..tree.nodes import NODE_CLASSES, Conclusion, Decision, Fact, HasValue, Literal, Node, Scale
from ..tree.shape import described

_fields: dict[type, tuple[str, ...]] = {}
"""The fields of a class that hold nodes, as their types tell; looked up once."""


def branches(node: Node) -> list[Node]:
    """The nodes directly below *node*; quicker than `children`, which looks at every field."""
    names = _fields.get(node.__class__)
    if names is None:
        names = _fields[node.__class__] = tuple(field.name for field, hint in described(node.__class__) if _holds_nodes(hint))
    found: list[Node] = []
    for name in names:
        below = getattr(node, name)
        if below.__class__ is tuple:
            found.extend(below)
        elif below is not None:
            found.append(below)
    return found


def _holds_nodes(hint: object) -> bool:
    return hint in NODE_CLASSES or any(map(_holds_nodes, get_args(hint)))


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
        stack.extend(branches(node))


def facts_in(*roots: Node) -> dict[str, None]:
    """The facts and decisions that *roots* mention."""
    return dict.fromkeys(node.term for node in nodes_in(*roots) if isinstance(node, Fact | Decision))


def conclusions_in(*roots: Node) -> dict[str, None]:
    """The concluded terms that *roots* use."""
    return dict.fromkeys(node.term for node in nodes_in(*roots) if isinstance(node, Conclusion | HasValue))


def units_in(*roots: Node) -> dict[str, None]:
    """The units of the numbers in *roots*."""
    return dict.fromkeys(node.unit for node in nodes_in(*roots) if isinstance(node, Literal | Scale | Decision))

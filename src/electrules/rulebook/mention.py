"""What rules mention: the facts and conclusions in an expression, found without recursion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..tree.nodes import Blocker, Conclusion, Decision, Fact, HasValue, Node, Rule, children


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


def conditions_of(rules: Iterable[Rule]) -> Iterator[tuple[Rule, Node]]:
    """Every condition of *rules*, those of their blockers among them."""
    for rule in rules:
        yield rule, rule.condition
        stack: list[Blocker] = list(rule.blockers)
        while stack:
            blocker = stack.pop()
            yield rule, blocker.condition
            stack.extend(blocker.blockers)

"""What rules mention: the facts and conclusions in an expression, found without recursion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import fields

from ..tree.nodes import Blocker, Conclusion, Decision, Fact, HasValue, Literal, Node, Rule, Scale

_BRANCHES = ("of", "where", "parts", "left", "right", "condition", "claim", "value", "first", "last", "blockers", "rules", "silences", "places")
"""The fields that hold what rules mention; those of a class are looked up once."""

_fields: dict[type, tuple[str, ...]] = {}


def branches(node: Node) -> list[Node]:
    """The nodes directly below *node* that may mention terms; quicker than `children`, which looks at every field."""
    names = _fields.get(node.__class__)
    if names is None:
        own = {field.name for field in fields(node.__class__)}
        names = _fields[node.__class__] = tuple(name for name in _BRANCHES if name in own and not (name == "value" and isinstance(node, Literal)))
    found: list[Node] = []
    for name in names:
        below = getattr(node, name)
        if below.__class__ is tuple:
            found.extend(below)
        elif below is not None:
            found.append(below)
    return found


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


def conditions_of(rules: Iterable[Rule]) -> Iterator[tuple[Rule, Node]]:
    """Every condition of *rules*, those of their blockers among them."""
    for rule in rules:
        yield rule, rule.condition
        stack: list[Blocker] = list(rule.blockers)
        while stack:
            blocker = stack.pop()
            yield rule, blocker.condition
            stack.extend(blocker.blockers)

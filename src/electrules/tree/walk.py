"""Walking and rewriting trees without recursion, so that no depth of input can exhaust a stack."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar, get_args

from attrs import evolve, fields

from .nodes import NODE_CLASSES, Conclusion, Count, Decision, Expr, Fact, HasValue, Node
from .shape import described
from .types import ListOf, Term

if TYPE_CHECKING:
    from .tree import Tree

N = TypeVar("N", bound=Node)

SHARED = 8
"""Parts of a tuple without nodes from which its fingerprint is kept."""


def tops(tree: Tree) -> list[Node]:
    """The outermost nodes of *tree* that have others below them."""
    return [*tree.definitions, *tree.requirements, *tree.limits, *tree.constraints]


def children(node: Node) -> list[Node]:
    """The nodes directly below *node*, in the order of its fields."""
    names = _branches.get(node.__class__)
    if names is None:
        names = _branches[node.__class__] = tuple(field.name for field, hint in described(node.__class__) if _holds_nodes(hint))
    found: list[Node] = []
    for name in names:
        there = getattr(node, name)
        if there.__class__ is tuple:
            found.extend(there)
        elif there is not None:
            found.append(there)
    return found


_branches: dict[type, tuple[str, ...]] = {}
"""The fields of a class that hold nodes, as their types tell; looked up once."""


def _holds_nodes(hint: object) -> bool:
    return hint in NODE_CLASSES or any(map(_holds_nodes, get_args(hint)))


def below(node: Node) -> Iterator[Node]:
    """*node* and all nodes below it, parents before children, in the order of their fields."""
    stack: list[Node] = [node]
    while stack:
        here = stack.pop()
        yield here
        stack.extend(reversed(children(here)))


def depth(node: Node) -> int:
    """How many nodes stand one in another."""
    deepest, level = 0, [node]
    while level:
        deepest += 1
        level = [child for each in level for child in children(each)]
    return deepest


def rewritten(node: N, change: Callable[[Node, Node], Node]) -> N:
    """*node* with *change* applied to every node, children first; it is told the node with its new children, and the node as it was."""
    done: dict[int, Node] = {}
    stack: list[tuple[Node, bool]] = [(node, False)]
    while stack:
        here, ready = stack.pop()
        if ready:
            done[id(here)] = change(_with_children(here, done), here)
        elif id(here) not in done:
            stack.append((here, True))
            stack.extend((child, False) for child in children(here))
    return done[id(node)]  # type: ignore[return-value]


def _with_children(node: Node, done: dict[int, Node]) -> Node:
    changed = {}
    for field in fields(type(node)):
        value = getattr(node, field.name)
        if isinstance(value, NODE_CLASSES):
            new: object = done[id(value)]
        elif isinstance(value, tuple) and value and isinstance(value[0], NODE_CLASSES):
            new = tuple(done[id(part)] for part in value)
            if all(a is b for a, b in zip(new, value, strict=True)):
                continue
        else:
            continue
        if new is not value:
            changed[field.name] = new
    return evolve(node, **changed) if changed else node  # type: ignore[arg-type]


def facts_in(expr: Expr, terms: dict[str, Term] | None = None) -> tuple[str, ...]:
    """The facts and decisions that *expr* itself mentions, in order, once each; fields of the records that a `Count` looks at are none.

    *terms* tells which fields the records of a list have.
    """
    found: dict[str, None] = {}
    stack: list[tuple[Node, frozenset[str]]] = [(expr, frozenset())]
    while stack:
        node, own = stack.pop()
        if isinstance(node, (Fact, Decision)):
            if node.term not in own:
                found[node.term] = None
        elif isinstance(node, Count):
            stack.append((node.where, own | _fields(node, terms or {})))
            stack.append((node.of, own))
        else:
            stack.extend((child, own) for child in reversed(children(node)))
    return tuple(found)


def _fields(count: Count, terms: dict[str, Term]) -> frozenset[str]:
    term = terms.get(count.of.term) if isinstance(count.of, Fact) else None
    return frozenset(name for name, _ in term.type.of.fields) if term is not None and isinstance(term.type, ListOf) else frozenset()


def conclusions_in(node: Node) -> tuple[str, ...]:
    """The concluded terms that *node* mentions, in order, once each."""
    return tuple(dict.fromkeys(each.term for each in below(node) if isinstance(each, (Conclusion, HasValue))))


def fingerprint(node: Node, known: dict[int, bytes] | None = None, but: str = "") -> bytes:
    """What nodes share that are equal (*but* for one field), made from the leaves up; *known* keeps those of nodes that live as long as it does."""
    known = {} if known is None else known
    stack: list[tuple[Node, bool]] = [(node, False)]
    while stack:
        here, ready = stack.pop()
        if ready:
            known[id(here)] = _fingerprint(here, known, but)
        elif id(here) not in known:
            stack.append((here, True))
            stack.extend((child, False) for child in children(here))
    return known[id(node)]


def _fingerprint(node: Node, known: dict[int, bytes], but: str) -> bytes:
    parts: list[bytes] = [type(node).__name__.encode()]
    for field in fields(type(node)):
        if field.name == but:
            continue
        value = getattr(node, field.name)
        several = value if isinstance(value, tuple) else (value,)
        if several and isinstance(several[0], NODE_CLASSES):
            parts += [known[id(each)] for each in several]
        elif len(several) > SHARED:  # the boundaries of a table, one object in all of its brackets
            if id(value) not in known:
                known[id(value)] = repr(value).encode()
            parts.append(known[id(value)])
        else:
            parts.append(repr(value).encode())
    return blake2b(b"\0".join(parts), digest_size=16).digest()

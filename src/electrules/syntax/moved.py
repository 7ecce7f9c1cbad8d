"""As-written nodes moved along their text: the same words stand further on after something was written above them."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from ..source.span import Span


def moved(node: Any, by: int) -> Any:
    """*node*, or a tuple of nodes, with every span *by* code points further on."""
    kind = node.__class__
    if kind is tuple:
        return tuple([moved(each, by) for each in node])
    if kind is Span:
        return Span(node.path, node.start + by, node.end + by) if node.path else node
    names = _fields(kind)
    if names is None:
        return node
    made = object.__new__(kind)
    for name in names:
        value = getattr(node, name)
        object.__setattr__(made, name, value if value.__class__ in _PLAIN else moved(value, by))
    return made


_PLAIN = frozenset((str, bool, int, type(None)))


@cache
def _fields(kind: type) -> tuple[str, ...] | None:
    return tuple(each.name for each in attrs.fields(kind)) if attrs.has(kind) else None

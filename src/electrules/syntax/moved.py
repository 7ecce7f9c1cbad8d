"""As-written nodes moved along their text: the same words stand further on after something was written above them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar

import attrs

from ..source.span import Span

N = TypeVar("N")


def moved(node: N, by: int) -> N:
    """*node*, or a tuple of nodes, with every span *by* code points further on."""
    return _moved(node, by)  # type: ignore[no-any-return]


def _moved(node: Any, by: int) -> Any:  # noqa: ANN401
    kind = node.__class__
    if kind in _PLAIN:
        return node
    if kind is tuple:
        return tuple([_moved(each, by) for each in node])
    if kind is Span:
        return Span(node.path, node.start + by, node.end + by) if node.path else node
    made = object.__new__(kind)
    for get, put in _slots(kind):
        value = get(node)
        put(made, value if value.__class__ in _PLAIN else _moved(value, by))
    return made


_PLAIN = frozenset((str, bool, int, Fraction, date, time, type(None)))


@cache
def _slots(kind: type) -> tuple[tuple[Callable[[Any], Any], Callable[[Any, Any], None]], ...]:
    """How each field of a class of nodes is read and first written."""
    return tuple((slot.__get__, slot.__set__) for slot in (getattr(kind, each.name) for each in attrs.fields(kind)))

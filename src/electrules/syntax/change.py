"""As-written nodes changed from below: each node by itself, all others as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import attrs
from attrs import evolve

from ..source.span import Span

Change: TypeAlias = Callable[[Any], Any]


def changed(node: Any, change: Change) -> Any:  # noqa: ANN401 (any node)
    """*node* with every node in it changed, from below; the same object where nothing changes."""
    if isinstance(node, tuple):
        parts = tuple(changed(each, change) for each in node)
        return parts if any(a is not b for a, b in zip(parts, node, strict=True)) else node
    if not attrs.has(type(node)) or isinstance(node, Span):
        return node
    fields = {}
    for field in attrs.fields(type(node)):
        before = getattr(node, field.name)
        after = changed(before, change)
        if after is not before:
            fields[field.name] = after
    return change(evolve(node, **fields) if fields else node)

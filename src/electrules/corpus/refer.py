"""The references in as-written text, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..syntax import written
from ..syntax.written import Reference

_HOLDERS: Mapping[type, tuple[str, ...]] = {
    written.Table: ("subject", "when", "pieces", "unless"),
    written.Means: ("condition",),
    written.Deadline: ("when", "unless"),
    written.ExceptionTo: ("references", "statement"),
    written.Blocks: ("references", "when"),
    written.Prevails: ("over", "under"),
    written.Reduction: ("instrument",),
    written.MayMove: ("references",),
    written.MayDepart: ("references",),
    written.SilenceSaid: ("when",),
    written.Subject: ("qualifier",),
    written.Both: ("parts",),
    written.Either: ("parts",),
    written.Denied: ("of",),
    written.Covered: ("references",),
    written.Lettered: ("piece",),
    written.ByReference: ("references",),
    written.Always: ("condition",),
    written.Must: ("excused",),
    written.MustExceed: ("excused",),
    written.MustBe: ("condition", "excused"),
}
"""The nodes that hold references or what may hold them, and where; an act refers from its own place, and is none of them."""


def references_in(node: object) -> Iterator[Reference]:
    """Every reference in *node* but those of acts inside it."""
    stack: list[Any] = [node]
    while stack:
        each = stack.pop()
        if each.__class__ is tuple:
            stack.extend(each[::-1])
        elif each.__class__ is Reference:
            yield each
        elif each.__class__ in _HOLDERS:
            stack.extend([getattr(each, name) for name in _HOLDERS[each.__class__]][::-1])

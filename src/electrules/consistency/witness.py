"""Witnesses: one plain set of facts in a region, as a person would choose them, for `ask` to take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..evaluate.piece import LARGEST, Piece, Range, from_number, lowest
from ..tree.nodes import Value
from ..tree.types import Number, OneOf, Type


def readable(piece: Piece, type_: Type) -> Value:
    """A value that lies in *piece*: the first member listed, a round number, the first day."""
    if isinstance(piece, frozenset) and isinstance(type_, OneOf):
        return next((each.id for each in type_.members if each.id in piece), lowest(piece, type_))
    if isinstance(piece, Range) and isinstance(type_, Number):
        return roundest(piece.least, piece.most)
    return lowest(piece, type_)


def roundest(least: int, most: int) -> int:
    """The roundest number from *least* to *most* that is of the size of its nearer end."""
    if least <= 0 <= most:
        if most == 0 or most >= LARGEST:
            return 0
        least = (most + 1) // 2
    elif most < 0:
        return -roundest(-most, -least)
    else:
        most = min(most, 2 * least)
    return next(found for step in _steps(most) if (found := -(-least // step) * step) <= most)


def _steps(most: int) -> Iterator[int]:
    """Distances between round numbers, the widest first: …, 1.000, 500, 100, 50, 10, 5, 1."""
    step = 10 ** len(str(most))
    while step >= 1:
        yield step
        if step >= 10:
            yield step // 2
        step //= 10


def point(box: Mapping[str, Piece], types: Mapping[str, Type]) -> dict[str, Value]:
    """A readable value for every fact of *box*."""
    return {fact: readable(piece, types[fact]) for fact, piece in box.items()}


def corners(piece: Piece, type_: Type) -> list[Value]:
    """A few values that tell most about *piece*: its ends, those next to them, nothing, and a round one."""
    if not isinstance(piece, Range):
        return [readable(piece, type_)] if not isinstance(piece, frozenset) else sorted(piece, key=str)[:4]
    numbers = {piece.least, piece.least + 1, 0, 1, piece.most - 1, piece.most}
    found: dict[Value, None] = {readable(piece, type_): None}
    found.update((from_number(each, type_), None) for each in sorted(numbers) if piece.least <= each <= piece.most)
    return list(found)

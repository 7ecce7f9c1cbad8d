"""A `Rank` node with the values of its parts: who is taken, and whom the order leaves level for the last places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import TypeAlias

from ..tree.nodes import Fact, Rank, Value
from .outcome import NO_VALUE, TooWide, Without

Row: TypeAlias = Mapping[str, Value | None]


def ranked(node: Rank, records: Value, places: Value) -> Value | Without:
    """The names taken, best first, the names left level, and the places open between them; none where the parts are no list and number."""
    if not isinstance(records, tuple) or type(places) is not int or places < 0:
        return NO_VALUE
    rows: list[Row] = []
    for record in records:
        if not isinstance(record, tuple):
            return NO_VALUE
        rows.append(dict(record))
    taken: list[Value] = []
    for level in in_order(node, rows):
        left = places - len(taken)
        if len(level) > left:
            return tuple(taken), tuple(level) if left else (), left
        taken += level
    return tuple(taken), (), 0


def in_order(node: Rank, rows: Sequence[Row]) -> list[list[Value]]:
    """The names in groups that the fields of *node* do not separate, the best first; in a group as they are listed."""
    keys = [(key_of(node, row), name) for row, name in ((row, known(node, row, node.named)) for row in rows)]
    keys.sort(key=lambda pair: pair[0])
    return [[name for _, name in level] for _, level in groupby(keys, key=lambda pair: pair[0])]


def key_of(node: Rank, row: Row) -> tuple[int | Fraction, ...]:
    """What puts *row* in its place: less is better."""
    found: list[int | Fraction] = []
    for field, order in node.by:
        value = known(node, row, field)
        number = value.toordinal() if isinstance(value, date) else value
        assert isinstance(number, int | Fraction)
        found.append(-number if order == "high" else number)
    return tuple(found)


def known(node: Rank, row: Row, field: str) -> Value:
    """A field of a record; a list that leaves it out is not known well enough."""
    value = row.get(field)
    if value is None:
        raise TooWide(frozenset((node.of.term,)) if isinstance(node.of, Fact) else frozenset())
    return value

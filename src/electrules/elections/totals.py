"""Rows of totals among the rows of a table: each row that is the sum of others that stand together, subtotals of subtotals too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import mul
from typing import Generic, TypeVar

from attrs import define, field

T = TypeVar("T")


@cache
def _weights(count: int) -> tuple[int, ...]:
    """What counts are multiplied by to become one number: powers that share nothing with each other."""
    return tuple(pow(37, place, (1 << 61) - 1) for place in range(1, count + 1))


@define
class _Row(Generic[T]):
    """A row that is no total as far as is known: its place from 1, what it stands for, and the sum of the rows up to it."""

    name: T
    place: int
    number: int
    sum: int

    @property
    def due(self) -> int:
        """What the sum of rows will be where the rows after this one have come to it."""
        return self.sum + self.number


@define
class Totals(Generic[T]):
    """Scratch state of going through the rows of a table, one at a time; *found* are the names of those that are totals.

    A row stands for one number, made of all its counts so that sums of rows stay sums: two rows of a few counts each have
    the same only where all counts are the same, but by a chance of one in 10^18. A total is found where it follows the
    rows that it sums up, where they follow it, and where totals of all rows so far stand together after them. Once found
    it is no longer a row: what totals come to is looked for above.
    """

    found: list[T] = field(factory=list)
    _place: int = 0
    _rows: list[_Row[T]] = field(factory=list)
    _sums: dict[int, int] = field(factory=lambda: {0: 0})
    _due: dict[int, _Row[T]] = field(factory=dict)
    _block: list[T] = field(factory=list)
    _reached: int = 0
    _end: int = 0

    def add(self, name: T, counts: Sequence[int]) -> None:
        """One row."""
        number = sum(map(mul, counts, _weights(len(counts))))
        if number == 0:
            return
        self._place += 1
        if self._follows(number):
            self.found.append(name)
            return
        self._in_block(name, number)
        self._enter(name, self._place, number)
        self._precedes()
        if self._block and self._reached == self._rows[self._end - 1].sum:
            self.found += self._block
            self._take(self._end)
            self._block = []

    @property
    def _sum(self) -> int:
        return self._rows[-1].sum if self._rows else 0

    def _enter(self, name: T, place: int, number: int) -> None:
        row = _Row(name, place, number, self._sum + number)
        self._rows.append(row)
        self._sums.setdefault(row.sum, place)
        self._due.setdefault(row.due, row)

    def _take(self, count: int) -> list[_Row[T]]:
        """Take out all rows but the first *count*."""
        taken = self._rows[count:]
        del self._rows[count:]
        for row in taken:
            if self._sums.get(row.sum) == row.place:
                del self._sums[row.sum]
            if self._due.get(row.due) is row:
                del self._due[row.due]
        return taken

    def _follows(self, number: int) -> bool:
        """Whether a row is what the last rows come to, two of them or more."""
        first = self._sums.get(self._sum - number)
        return first is not None and self._place - 1 - first >= 2

    def _precedes(self) -> None:
        """Take out the rows that the rows after them, two or more, have now come to."""
        while (total := self._due.get(self._sum)) is not None and self._place - total.place >= 2:
            self.found.append(total.name)
            count = next(at for at in range(len(self._rows) - 1, -1, -1) if self._rows[at] is total)
            self._block = []
            for row in self._take(count)[1:]:
                self._enter(row.name, row.place, row.number)

    def _in_block(self, name: T, number: int) -> None:
        """Go on with totals that stand together, each of rows that follow those of the one before; or begin with the first rows."""
        last = self._rows[self._end - 1].place if self._block else 0
        if self._block and self._sums.get(self._reached + number, last + 1) <= last:
            self._block.append(name)
            self._reached += number
            return
        begins = 2 <= self._sums.get(number, 0) < self._place - 1
        self._block, self._reached, self._end = [name] if begins else [], number, len(self._rows)

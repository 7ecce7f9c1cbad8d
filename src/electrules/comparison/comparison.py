"""A comparison: what two laws say of the same facts, row by row, where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

from ..consistency.witness import readable
from ..evaluate.answer import Answer, answered
from ..evaluate.ask import settle_known
from ..evaluate.known import Known
from ..evaluate.piece import Piece
from ..evaluate.ready import ready
from ..source.citation import Citation
from ..tree.nodes import Value
from ..tree.terms import Terms
from ..tree.tree import Tree
from ..values.number import whole
from ..values.value import plain
from .cells import Side

When: TypeAlias = "Value | tuple[Value, Value] | frozenset[Value]"


@frozen(eq=False)
class Row:
    """Facts for which both answers stay the same: *when* says of each fact that is not given and matters what it is.

    A member of a list and yes or no stand as they are, numbers and days as (least, most), both included; of many members
    of a long list all stand in one frozenset.
    """

    when: Mapping[str, When]
    sides: tuple[Side, Side] = field(repr=False)
    box: Mapping[str, Piece] = field(repr=False)
    given: Known = field(repr=False)
    trees: tuple[Tree, Tree] = field(repr=False)
    lang: str = field(repr=False)

    @cached_property
    def before(self) -> Answer:
        """The answer under the first law."""
        return self._answer(0)

    @cached_property
    def after(self) -> Answer:
        """The answer under the second law."""
        return self._answer(1)

    def _answer(self, place: int) -> Answer:
        made = ready(self.trees[place])
        point = {fact: readable(piece, made.types[fact]) for fact, piece in self.box.items() if fact in made.types}
        event = made.tree.event
        known = self.given.with_values({**point, **({event: made.tree.on} if event is not None else {})})
        return answered(settle_known(made, known.among(made.types)), self.lang)

    @property
    def difference(self) -> int | Fraction | None:
        """The second value less the first (of days: how many days), where both are."""
        a, b = (side.value for side in self.sides)
        if isinstance(a, date) and isinstance(b, date):
            return (b - a).days
        if isinstance(a, bool) or isinstance(b, bool) or not isinstance(a, int | Fraction) or not isinstance(b, int | Fraction):
            return None
        return whole(b - a)

    @property
    def share(self) -> Fraction | None:
        """The difference as a share of the first value; below zero where it was reduced."""
        first = self.sides[0].value
        difference = self.difference
        if difference is None or isinstance(first, bool) or not isinstance(first, int | Fraction) or first == 0:
            return None
        return Fraction(difference) / first

    @cached_property
    def differs(self) -> bool:
        """Whether the two laws say different things."""
        before, after = self.sides
        if before.said != after.said:
            return True
        return before.kind == "unknown" and [_bounds(each) for each in self.before.awaits] != [_bounds(each) for each in self.after.awaits]

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "when": {name: plain_when(value) for name, value in self.when.items()},
            "before": _side(self.before),
            "after": _side(self.after),
            "difference": plain(self.difference),
            "share": plain(whole(self.share)) if self.share is not None else None,
        }


@frozen(eq=False)
class Comparison:
    """What two laws say of *term* for the facts that are *known*: *rows* where they differ (or all), *every* one of them."""

    term: str
    rows: tuple[Row, ...]
    every: tuple[Row, ...] = field(repr=False)
    known: Known
    days: tuple[date, date]
    terms: Terms = field(repr=False)
    order: tuple[str, ...] = field(default=(), repr=False)
    lang: str = "vi"

    @property
    def given(self) -> Mapping[str, Value]:
        """The facts as they were given, by the English names of their terms."""
        return self.known.given

    @property
    def presumed(self) -> Mapping[str, Value]:
        """The facts taken to be no because nobody said otherwise, of those that could matter."""
        mattering = {fact for row in self.every[:1] for tree in row.trees for fact in tree.order}
        return {fact: value for fact, value in self.known.items() if fact in self.known.presumed and fact in mattering}

    def text(self, lang: str | None = None) -> str:
        """The comparison as a table in words."""
        from ..explain.comparison import comparison_text

        return comparison_text(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def citations(self) -> tuple[tuple[Citation, ...], tuple[Citation, ...]]:
        """The provisions that the answers of the rows cite, before and after."""
        before = dict.fromkeys(each for row in self.rows for each in row.sides[0].citations)
        after = dict.fromkeys(each for row in self.rows for each in row.sides[1].citations)
        return tuple(each.said_in(self.lang) for each in before), tuple(each.said_in(self.lang) for each in after)

    def svg(self, lang: str | None = None, fact: str | None = None) -> str:
        """The comparison as a chart; *fact* is the number on the horizontal axis (default: the first that matters)."""
        from ..explain.chart import svg

        return svg(self, lang or self.lang, fact)

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "version": 1,
            "term": self.term,
            "on": [each.isoformat() for each in self.days],
            "facts": {name: plain(value) for name, value in self.given.items()},
            "presumed": {name: plain(value) for name, value in self.presumed.items()},
            "rows": [row.to_dict() for row in self.rows],
        }


def _bounds(awaited: object) -> tuple[object, ...]:
    return tuple(getattr(awaited, name) for name in ("authority", "proposer", "least", "most"))


def plain_when(value: When) -> object:
    """What a row supposes of one fact, JSON-ready."""
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    return [plain(each) for each in value] if isinstance(value, tuple) else plain(value)


def _side(answer: Answer) -> dict[str, object]:
    return {
        "outcome": answer.outcome,
        "value": plain(answer.value),
        "unit": answer.unit,
        "citations": [each.to_dict() for each in answer.citations],
        "missing": [each.id for each in answer.missing],
        "unread": [each.to_dict() for each in answer.unread],
        "status": answer.status,
    }

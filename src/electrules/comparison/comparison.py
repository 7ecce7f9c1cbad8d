"""A comparison: what two laws say of the same facts, row by row, where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, TypeAlias

from attrs import field, frozen

from ..consistency.witness import readable
from ..evaluate.answer import Answer, answered
from ..evaluate.ask import settle_known
from ..evaluate.evaluate import evaluate
from ..evaluate.known import Known
from ..evaluate.outcome import LACKING, TooWide
from ..evaluate.piece import LARGEST, Piece, Range, Stretch, from_number, only
from ..evaluate.ready import ready
from ..evaluate.view import partial
from ..source.citation import Citation
from ..tree.nodes import Value
from ..tree.terms import Terms
from ..tree.tree import Tree
from ..values.number import whole
from ..values.value import plain
from .cells import Side


class Ends(NamedTuple):
    """The two ends of a range of numbers, whole or not, of which one or both are not included."""

    least: int | Fraction
    most: int | Fraction
    over: bool
    """Whether *least* itself is left out."""
    under: bool
    """Whether *most* itself is left out."""


When: TypeAlias = "Value | tuple[Value, Value] | frozenset[Value] | Ends"


@frozen(eq=False)
class Row:
    """Facts for which both answers stay the same: *when* says of each fact that is not given and matters what it is.

    A member of a list and yes or no stand as they are, numbers and days as (least, most), both included, or as `Ends` where
    one of them is not; of many members of a long list all stand in one frozenset.
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

    def ends(self, place: int) -> tuple[Value, Value] | None:
        """What a value that grows with one open number comes to at the two ends of the row, under one of the laws; None where it is another."""
        side, made = self.sides[place], ready(self.trees[place])
        if side.expr is None or len(side.open) != 1:
            return None
        (fact,) = side.open
        piece = self.box.get(fact) or made.everything[fact]
        if not isinstance(piece, Range | Stretch) or piece.least <= -LARGEST or piece.most >= LARGEST:
            return None
        box = {**made.everything, **{name: each for name, each in self.box.items() if name in made.everything}}
        known = {**{name: only(value) for name, value in self.given.items() if name in box}, fact: piece}
        values = []
        for end in (piece.least, piece.most):
            at = from_number(end, made.types[fact]) if isinstance(end, int) else whole(end)
            try:
                found = evaluate(side.expr, partial(made, {**box, **known, fact: only(at)}).inner)
            except TooWide:
                return None
            if isinstance(found, LACKING):
                return None
            values.append(found)
        return values[0], values[1]

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
            "before": self._written(0),
            "after": self._written(1),
            "difference": plain(self.difference),
            "share": plain(whole(self.share)) if self.share is not None else None,
        }

    def _written(self, place: int) -> dict[str, object]:
        """What one law says, JSON-ready; *ends* are what a value that grows comes to at the ends of the row."""
        side, ends = self.sides[place], self.ends(place)
        if side.kind == "refused":
            return {"outcome": "refused", "value": None, "unit": None, "citations": [], "missing": [], "unread": [], "status": None}
        answer = self.after if place else self.before
        written: dict[str, object] = {
            "outcome": answer.outcome,
            "value": plain(answer.value),
            "unit": answer.unit,
            "citations": [each.to_dict() for each in answer.citations],
            "missing": [each.id for each in answer.missing],
            "unread": [each.to_dict() for each in answer.unread],
            "status": answer.status,
        }
        return written if ends is None else {**written, "ends": [plain(each) for each in ends]}


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
    if isinstance(value, Ends):
        return {"least": plain(value.least), "most": plain(value.most), "over": value.over, "under": value.under}
    return [plain(each) for each in value] if isinstance(value, tuple) else plain(value)

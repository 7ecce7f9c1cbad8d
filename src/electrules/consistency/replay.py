"""What a walk finds is shown to the evaluator once more before it is reported."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from attrs import field, frozen

from ..diagnostics.errors import FactErrors, RuleErrors
from ..evaluate.answer import Answer
from ..evaluate.ask import ask
from ..evaluate.piece import Piece, Range
from ..source.citation import Citation
from ..tree.nodes import Value
from ..tree.tree import Tree
from .region import Box, narrowed
from .verdict import Finds, Kind
from .walk import Period, Walk
from .witness import point

Trees = Callable[[date], Tree]
"""The tree of the question on a day of a period."""


@frozen(eq=False)
class Found:
    """Something found in *period*; what has the same *kind*, *key* and *regions* in the next period is the same finding."""

    kind: Kind
    verdict: Finds
    key: tuple[object, ...]
    period: Period
    citations: tuple[Citation, ...] = ()
    on: date | None = None
    witness: Mapping[str, Value] | None = None
    regions: tuple[Mapping[str, Piece], ...] = ()
    reason: str = ""
    partly: tuple[bool, ...] = ()
    undefined: bool = False
    brought: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()

    @property
    def same(self) -> tuple[object, ...]:
        """What two periods share that have the same finding."""
        return (self.kind, self.verdict, self.key, self.where, self.reason)

    @property
    def where(self) -> frozenset[object]:
        """The regions, whatever their order."""
        return frozenset(frozenset(each.items()) for each in self.regions)


@frozen(eq=False)
class Shown:
    """Facts that show a finding, asked *on* a day, with what the evaluator says of them."""

    facts: Mapping[str, Value]
    on: date
    answer: Answer = field(repr=False)


def shown(walk: Walk, box: Box, trees: Trees, holds: Callable[[Answer], bool]) -> Shown | None:
    """Plain facts in *box* of which the evaluator says what *holds* expects: only those that matter if they do, else all."""
    event = walk.ready.tree.event
    on = day_in(box, walk)
    tree = trees(on)
    types = walk.ready.types
    known = {fact: piece for fact, piece in box.items() if fact != event}
    for pieces in (narrowed(known, walk.everything), known):
        facts = point(pieces, types)
        answer = asked_again(tree, facts)
        if answer is not None and holds(answer):
            return Shown(facts, on, answer)
    return None


def day_in(box: Box, walk: Walk) -> date:
    """A day of *box*: the one that stands for the period, if it lies there."""
    event = walk.ready.tree.event
    piece = box.get(event) if event is not None else None
    if isinstance(piece, Range) and not piece.least <= walk.period.on.toordinal() <= piece.most:
        return date.fromordinal(piece.least)
    return walk.period.on


def asked_again(tree: Tree, facts: Mapping[str, Value]) -> Answer | None:
    """What the evaluator says of *facts*; None where it refuses them."""
    try:
        return ask(tree, facts)
    except (FactErrors, RuleErrors):
        return None

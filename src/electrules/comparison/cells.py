"""Old law and new in one tree of cases: the parts of the facts in which neither answer changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, TypeAlias

from attrs import field, frozen

from ..consistency.region import merged, widened
from ..diagnostics.diagnostic import diagnose
from ..diagnostics.errors import RuleErrors
from ..evaluate.answer import citations_of
from ..evaluate.cases import Asked, asked, join
from ..evaluate.outcome import Need, Outcome, OutcomeName, Varies
from ..evaluate.piece import Piece, meet, only
from ..evaluate.ready import Ready, ready
from ..evaluate.settle import Node, box_of, broken_by, grow
from ..evaluate.view import Case, partial
from ..limits import LEAVES
from ..source.citation import Citation
from ..tree.nodes import Expr, Value
from ..tree.terms import Terms
from ..tree.tree import Tree
from ..tree.types import OneOf, YesNo

CELLS = 4 * LEAVES
"""Cases of two laws together."""


@frozen
class Side:
    """What one law says in a cell: *kind*, *value*, *unit* and *citations*; *kind* is "unknown" where that hangs on the *open* facts.

    *kind* "refused": no facts are so under this law. *expr* gives what grows with the open facts.
    """

    kind: OutcomeName | Literal["refused"]
    value: Value | None = None
    unit: str = ""
    citations: tuple[Citation, ...] = ()
    open: frozenset[str] = frozenset()
    form: bytes = b""
    expr: Expr | None = field(default=None, eq=False, repr=False)

    @property
    def said(self) -> tuple[object, ...]:
        """What it says, whichever provisions say so."""
        return (self.kind, type(self.value) is bool, self.value, self.unit, self.open, self.form)


Found: TypeAlias = tuple[Side | None, Side | None]
"""What both laws say in a case; None where one refuses it."""

REFUSED = Side("refused")
"""What a law says of facts that cannot be so under it."""


@frozen(eq=False)
class Cell:
    """Facts for which both laws say one thing."""

    box: Mapping[str, Piece]
    before: Side
    after: Side


@frozen(eq=False)
class Cells:
    """All cells of a question put to two laws; *everything* is what the facts may be at most."""

    joined: Ready
    everything: Mapping[str, Piece]
    cells: tuple[Cell, ...]
    order: tuple[str, ...]

    @property
    def terms(self) -> Terms:
        """The terms of both laws."""
        return self.joined.tree.named


def cells(before: Tree, after: Tree, known: Mapping[str, Value], days: tuple[date, date]) -> Cells:
    """The cells of two trees, each asked on its own day; raises `RuleErrors` where there are too many."""
    sides = (ready(before), ready(after))
    joined = join(sides)
    box = {**box_of(joined, {}), **_shared(sides), **{fact: only(value) for fact, value in known.items() if fact in joined.terms}}
    awaited = {term.id for term in joined.terms.values() if term.role == "decision"} - known.keys()

    def ask(here: Case) -> Found:
        views = [seen(here, made, day) for made, day in zip(sides, days, strict=True)]
        both = [_asked(made, here, awaited) for made in sides]
        refused = [bool(each.refused or broken_by(made, view)) for made, each, view in zip(sides, both, views, strict=True)]
        before, after = (None if out else side_of(each) for each, out in zip(both, refused, strict=True))
        return before, after

    try:
        root = grow(joined, box, ask, CELLS)
    except RuleErrors:
        asked_for = joined.terms[before.term]
        names = asked_for.name("vi"), asked_for.name("en")
        raise RuleErrors([diagnose("ER0501", term=names, count=f"> {CELLS}", most=str(CELLS))]) from None
    order = tuple(sorted(joined.order, key=lambda fact: _rank(fact, joined)))
    facts = [*order, *(fact for fact in box if fact not in order)]
    tied = tuple(fact for fact in facts if any(fact in made.facts_in(condition) for made in sides for _, condition in made.constraints))
    return Cells(joined, box, tuple(_merged(root, facts, tied, box)), order)


def seen(here: Case, made: Ready, day: date) -> Case:
    """The box of *here* as one tree sees it, on the day that it is asked about."""
    key = id(made)
    if key not in here._others:
        assert here.box is not None
        event = made.tree.event
        box = {**here.box, event: only(day)} if event is not None else here.box
        here._others[key] = partial(made, box, here._parent.get(key))
    return here._others[key]


def _asked(made: Ready, here: Case, awaited: set[str]) -> Asked:
    """What one tree comes to; a decision that is not given stays awaited, unless it does not matter."""
    try:
        return asked(made, here)
    except Need as need:
        if need.fact not in awaited:
            raise
        return _whatever_is_decided(made, here.of(made), need, awaited)


def _whatever_is_decided(made: Ready, here: Case, need: Need, awaited: set[str]) -> Asked:
    """What a tree comes to if all that may be decided comes to one thing."""
    first: Asked | None = None
    refused: Asked | None = None
    work = [(here, need)]
    while work:
        case, wanted = work.pop()
        assert case.box is not None
        for piece in wanted.pieces:
            part = partial(made, {**case.box, wanted.fact: piece}, case)  # type: ignore[dict-item]
            try:
                found = asked(made, part)
            except Need as another:
                if another.fact not in awaited:
                    raise
                work.append((part, another))
                continue
            if found.refused is not None:
                refused = found
            elif first is None:
                first = found
            elif side_of(first).said != side_of(found).said:
                return Asked(None, {}, frozenset((need.fact,)))
    return first or refused or Asked(None, {}, frozenset((need.fact,)))


def _shared(sides: tuple[Ready, Ready]) -> dict[str, Piece]:
    """What facts that both declare may be under both."""
    first, second = (made.everything for made in sides)
    return {fact: piece for fact in first.keys() & second.keys() if (piece := meet(first[fact], second[fact])) is not None}


def _rank(fact: str, joined: Ready) -> tuple[int, int]:
    """Where a fact stands in the order of asking of both: lists and yes or no before numbers, decisions last."""
    term = joined.terms[fact]
    kind = 2 if term.role == "decision" else 0 if isinstance(term.type, YesNo | OneOf) else 1
    return (kind, joined.order.index(fact))


def _merged(root: Node[Found], facts: list[str], tied: tuple[str, ...], everything: Mapping[str, Piece]) -> Iterator[Cell]:
    """The cells in few boxes; what one law refuses parts them only where the other says something else there."""
    groups: dict[Found, list[Mapping[str, Piece]]] = {}
    for node in root.leaves():
        if isinstance(node.outcome, tuple):
            groups.setdefault(node.outcome, []).append(node.box)
    made = {found: merged(boxes, facts) for found, boxes in groups.items()}
    both = any(before is not None and after is not None for before, after in made)
    for (before, after), boxes in made.items():
        if before is None or after is None:
            if not both and before is not after:  # under one law there is nothing that is so under the other
                yield from (Cell(box, before or REFUSED, after or REFUSED) for box in boxes)
            continue
        others = [box for (x, y), each in made.items() if (x is not None and x != before) or (y is not None and y != after) for box in each]
        for box in merged([widened(each, others, tied, everything) for each in boxes], facts):
            yield Cell(box, before, after)


def side_of(found: Asked) -> Side:
    """What an outcome says, with what it cites."""
    outcome = found.outcome
    if outcome is None:
        return Side("unknown", open=found.open)
    if isinstance(outcome.value, Varies):
        return Side("unknown", None, outcome.unit, tuple(cited_by(outcome)), outcome.value.facts, outcome.value.form, outcome.value.expr)
    return Side(outcome.kind, outcome.value, outcome.unit, tuple(cited_by(outcome)))


def cited_by(outcome: Outcome) -> Iterator[Citation]:
    """What an outcome cites, once each."""
    return iter(dict.fromkeys(each for group in outcome.groups for source in group.sources for each in citations_of(source)))

"""The walk over all cases of a tree with nothing known but the days it is asked on: each case with its one outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from ..diagnostics.errors import RuleErrors
from ..evaluate.cases import Asked, asked
from ..evaluate.outcome import Outcome
from ..evaluate.piece import Piece, Range, meet
from ..evaluate.ready import Ready, ready
from ..evaluate.settle import Node, box_of, cut_by_constraints, grow
from ..evaluate.view import Case
from ..limits import FIRST_DAY, LAST_DAY, LEAVES, STEPS
from ..tree.tree import Tree
from ..tree.types import Day, Type

WALK_STEPS = 20 * STEPS
"""Rules looked at in one walk; beyond them the walk is not decided."""

MARGIN = 3_660
"""Days at either end of all time of whose deadlines some lie beyond it: that these do not exist is no fault of the law."""
COUNTABLE = Range(FIRST_DAY.toordinal() + MARGIN, LAST_DAY.toordinal() - MARGIN)


class TooLong(Exception):
    """The walk would take more steps than it may."""


@frozen
class Period:
    """Days, both included (None: open), on which one text is in force and no transition changes."""

    first: date | None
    last: date | None

    @property
    def days(self) -> Range:
        """The days that are walked."""
        first = self.first.toordinal() if self.first else FIRST_DAY.toordinal()
        last = self.last.toordinal() if self.last else LAST_DAY.toordinal()
        return Range(min(first, last), max(first, last))

    @property
    def on(self) -> date:
        """The day on which a question about the period is asked: its first, or where it has none its last."""
        return self.first or self.last or date.fromordinal(COUNTABLE.least)


@frozen(eq=False)
class Leaf:
    """A case that facts may be: its *box*, and its *outcome* (None: it hangs on the *open* facts, which have too many values).

    *concluded* are the outcomes of all terms that were worked out. *partly*: it is a part of its box, or nothing.
    """

    box: Mapping[str, Piece]
    outcome: Outcome | None
    open: frozenset[str]
    concluded: Mapping[str, Outcome]
    partly: bool = False


@frozen(eq=False)
class Walk:
    """All cases of one tree in one period; *leaves* is None where there are too many."""

    ready: Ready
    period: Period
    everything: Mapping[str, Piece]
    leaves: tuple[Leaf, ...] | None


def walk(tree: Tree, period: Period, limit: int = LEAVES) -> Walk:
    """Every case of *tree* that facts may be on the days of *period*."""
    made = ready(tree)
    box = box_on(made, period)
    steps = 0

    def ask(here: Case) -> Asked:
        nonlocal steps
        steps += sum(len(each.rules) for each in made.definitions.values()) + 1
        if steps > WALK_STEPS:
            raise TooLong
        return asked(made, here, assume=True)

    try:
        root = grow(made, box, ask, limit, assume=True)
        cut_by_constraints(made, root)
    except (RuleErrors, TooLong):
        return Walk(made, period, box, None)
    return Walk(made, period, box, tuple(each for each in _allowed(root) if not is_beyond_all_days(each, made)))


def box_on(made: Ready, period: Period) -> dict[str, Piece]:
    """All facts open, and the day asked about any of *period*."""
    box = box_of(made, {})
    if made.tree.event is not None and made.tree.event in box:
        box[made.tree.event] = period.days
    return box


def is_beyond_all_days(leaf: Leaf, made: Ready) -> bool:
    """Whether a case has no result because some day so near an end of all time is given that what is counted from it lies beyond."""
    if leaf.outcome is None or not leaf.outcome.undefined:
        return False
    days = (leaf.box[fact] for fact, type_ in made.types.items() if isinstance(type_, Day) and fact in leaf.box)
    return any(isinstance(each, Range) and meet(each, COUNTABLE) is None for each in days)


def countable(piece: Piece, type_: Type) -> Piece:
    """The days of *piece* from which days may be counted without coming to an end of all time; others as they are."""
    return (meet(piece, COUNTABLE) or piece) if isinstance(type_, Day) else piece


def _allowed(root: Node[Asked]) -> Iterator[Leaf]:
    for node in root.leaves():
        found = node.outcome
        if node.allowed and isinstance(found, Asked) and found.refused is None:
            yield Leaf(node.box, found.outcome, found.open, found.concluded, bool(node.assumed))

"""Partial facts: a loop around the total evaluator that splits the unknown facts into cases until each has one outcome.

The case tree is lazy: the box of all completions is evaluated; where it does not decide, the fact that was asked is
split into the pieces that were asked, and each part is evaluated anew. Declared constraints then cut the leaves, whose
outcomes stay; what breaks one is no completion. If all leaves that are left have one outcome (with value and unit),
that is the outcome; otherwise it is unknown, and `missing.py` finds the facts on which it hinges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from attrs import evolve, frozen

from ..diagnostics.diagnostic import diagnose
from ..diagnostics.errors import RuleErrors
from ..limits import LEAVES
from ..source.citation import Citation
from ..tree.nodes import Compare, Constraint, Decision, Expr, Value
from .existing import existing
from .outcome import Need, Outcome, Refused, TooWide, Unsplit, Varies, Wants
from .piece import Piece, full, lowest, only
from .ready import Ready
from .select import conclude, truth
from .split import TooManyCases
from .view import SIGNS, Case, partial

T = TypeVar("T")
Box = Mapping[str, Piece]
Question = Callable[[Case], T]


@frozen(eq=False)
class Open:
    """What a leaf has instead of an outcome where it hangs on *facts* with too many values to go through; *compared*: with each other."""

    facts: frozenset[str]
    compared: bool = False


class Node(Generic[T]):
    """A box of completions: split on *fact* into *children*, or a leaf with an *outcome* (which a leaf cut by constraints keeps).

    *broken*: the constraint, or the bounds of a decision, that the box breaks, so that it holds no completion.
    *keys*: what its allowed leaves conclude. *assumed*: how the sides of comparisons stand to each other in the part of
    the box that it stands for.
    """

    __slots__ = ("assumed", "box", "broken", "children", "fact", "keys", "outcome", "supposed")

    def __init__(self, box: Box, assumed: Mapping[bytes, frozenset[int]] | None = None, supposed: tuple[Compare, ...] = ()) -> None:
        self.box = box
        self.assumed = assumed
        self.supposed = supposed
        self.fact: str | None = None
        self.children: tuple[Node[T], ...] = ()
        self.outcome: T | Open | None = None
        self.broken: tuple[Constraint | Decision, ...] = ()
        self.keys: frozenset[object] = frozenset()

    @property
    def allowed(self) -> bool:
        """Whether a leaf holds completions."""
        return not self.broken

    def leaves(self) -> Iterator[Node[T]]:
        """The leaves below, in the order of the pieces."""
        stack = [self]
        while stack:
            node = stack.pop()
            if node.fact is None:
                yield node
            else:
                stack.extend(reversed(node.children))


def box_of(ready: Ready, known: Mapping[str, Value], lifted: bool = False) -> dict[str, Piece]:
    """All completions of *known* by their declared types and ranges; *lifted*: as if no ranges were declared."""
    known_ = {fact: only(value) for fact, value in known.items() if fact in ready.everything}
    every = (
        {term.id: full(existing(term.type, ready.tree.on), lifted) for term in ready.terms.values() if term.role != "conclusion"}
        if lifted
        else ready.everything
    )
    return {**every, **known_}


def grow(ready: Ready, box: Box, ask: Question[T], limit: int = LEAVES, known: Case | None = None, *, assume: bool = False) -> Node[T]:
    """The case tree of *box*: a leaf for every part of it that *ask* tells from others; *known* has what was found before.

    With *assume* a comparison of facts with too many values is gone through both ways, so that two leaves share one box; each stands
    for a part of it, or for none: what holds of all leaves holds of all completions, but a leaf by itself shows nothing.
    """
    root: Node[T] = Node(box)
    start = partial(ready, box, known)
    start.assumed = {} if assume else None
    work = [(root, start)]
    leaves = 0
    while work:
        node, here = work.pop()
        try:
            node.outcome = ask(here)
        except Need as need:
            work.extend(reversed(list(divide(node, need, here))))
            continue
        except Unsplit as unsplit:
            if assume:
                work.extend(reversed(list(suppose(node, unsplit, here))))
                continue
            node.outcome = Open(unsplit.facts, compared=True)
        except TooWide as wide:
            node.outcome = Open(wide.facts)
        except Refused as refused:
            node.broken = (refused.decision,)
        except TooManyCases:
            raise too_many(ready) from None
        leaves += 1
        if leaves + len(work) > limit:
            raise too_many(ready)
    return root


def divide(node: Node[T], need: Need, here: Case) -> Iterator[tuple[Node[T], Case]]:
    """Split *node* as *need* says; what was true of the whole is true of each part."""
    node.fact = need.fact
    node.children = tuple(Node({**node.box, need.fact: piece}, node.assumed, node.supposed) for piece in need.pieces)  # type: ignore[dict-item]
    for child in node.children:
        yield child, partial(here.ready, child.box, here)


def suppose(node: Node[T], unsplit: Unsplit, here: Case) -> Iterator[tuple[Node[T], Case]]:
    """*node* as it is where the comparison reads yes, and where it reads no."""
    may, told = here.signs(unsplit.test), SIGNS[unsplit.test.op]
    node.fact = min(unsplit.facts)
    node.children = (Node(node.box), Node(node.box))
    for child, signs in zip(node.children, (may & told, may - told), strict=True):
        case = here.assuming(unsplit.test, signs)
        child.assumed = case.assumed
        child.supposed = (*(each for each in node.supposed if not case.compares(each, unsplit.test)), supposition(unsplit.test, signs))
        yield child, case


def supposition(test: Compare, signs: frozenset[int]) -> Compare:
    """The comparison that says of the sides of *test* what *signs* say."""
    return evolve(test, op=next(op for op, told in SIGNS.items() if told == signs))


def too_many(ready: Ready) -> RuleErrors:
    """The error of a rulebook whose unknown facts fall into too many cases."""
    term = ready.terms.get(ready.tree.term)
    names = (term.name("vi"), term.name("en")) if term is not None else (ready.tree.term, ready.tree.term)
    return RuleErrors([diagnose("ER0501", term=names, count=f"> {LEAVES}", most=str(LEAVES))])


def cut_by_constraints(ready: Ready, root: Node[T], known: Case | None = None, limit: int = 10 * LEAVES) -> None:
    """Cut every leaf by the declared constraints, its outcome kept, so that each part keeps all of them or breaks one.

    *known* has what was found before.
    """
    if not ready.constraints:
        return
    count = 0
    for leaf in list(root.leaves()):
        if not leaf.allowed:
            continue
        work = [(leaf, partial(ready, leaf.box, known))]
        while work:
            node, here = work.pop()
            try:
                node.broken = broken_by(ready, here)
            except Need as need:
                parts = list(divide(node, need, here))
                for child, _ in parts:
                    child.outcome = node.outcome
                work.extend(reversed(parts))
                continue
            except TooManyCases:
                raise too_many(ready) from None
            count += 1
            if count > limit:
                raise too_many(ready)


def broken_by(ready: Ready, here: Case) -> tuple[Constraint, ...]:
    """The first constraint that the box of *here* breaks; what was given is held to them as it is, also where it does not exist on the day."""
    here = here.given_of(ready.constrained_outside)
    for constraint, condition in ready.constraints:
        if holds(condition, here) is False:
            return (constraint,)
    return ()


def is_completed(box: Box, here: Case) -> bool:
    """Whether the lowest values of *box* keep all constraints; where they do not, others may."""
    try:
        return not broken_by(here.ready, partial(here.ready, box, here).inner)
    except Refused:
        return False


def holds(condition: Expr, here: Case) -> object:
    """What a constraint's condition reads; one that hangs on facts with too many values breaks nothing."""
    while True:
        try:
            return truth(condition, here, {}, [])
        except Wants as wants:
            conclude(wants.term, here)
        except TooWide:
            return True


# ------------------------------------------------------------------- settling


@frozen(eq=False)
class Settled:
    """What the completions of the known facts come to: the case tree.

    *at_once*: no unknown fact was asked for, so that the root has the outcome of all; the constraints have not cut it yet.
    """

    ready: Ready
    known: Mapping[str, Value]
    root: Node[Outcome]
    at_once: bool = False

    @cached_property
    def leaves(self) -> tuple[Node[Outcome], ...]:
        """The allowed leaves; none where the facts are refused."""
        if self.at_once:
            cut_by_constraints(self.ready, self.root)
        return tuple(leaf for leaf in self.root.leaves() if leaf.allowed)

    @property
    def is_unknown(self) -> bool:
        """Whether two completions differ."""
        return len(self.root.keys) != 1 or any(isinstance(each, Unsettled) for each in self.root.keys)

    @property
    def first(self) -> Outcome:
        """The outcome of the first leaf; where nothing is unknown, that of all."""
        outcome = self.root.outcome if self.at_once else self.leaves[0].outcome
        assert isinstance(outcome, Outcome)
        return outcome

    @property
    def outcomes(self) -> Iterator[Outcome]:
        """The outcome of every leaf that has one; one for all where it was found at once."""
        if self.at_once:
            return iter((self.first,))
        return (leaf.outcome for leaf in self.leaves if isinstance(leaf.outcome, Outcome))


@frozen
class Unsettled:
    """The key of a leaf that has another outcome, or value, for different values of *facts*."""

    facts: frozenset[str]
    form: object


def settle(ready: Ready, known: Mapping[str, Value], lifted: bool = False, found: Case | None = None) -> Settled:
    """What the completions of *known* conclude of the asked term."""
    settled = Settled(ready, known, grown(ready, known, lifted, found))
    if settled.is_unknown and any(isinstance(leaf.outcome, Open) and leaf.outcome.compared for leaf in settled.leaves):
        both_ways = compared_both_ways(ready, known, lifted, found)
        return both_ways if both_ways is not None and not both_ways.is_unknown else settled
    return settled


def compared_both_ways(ready: Ready, known: Mapping[str, Value], lifted: bool, found: Case | None) -> Settled | None:
    """The same, comparisons with too many values gone through both ways: where all come to one thing, so do all completions."""
    try:
        return Settled(ready, known, grown(ready, known, lifted, found, assume=True))
    except RuleErrors:
        return None


def grown(ready: Ready, known: Mapping[str, Value], lifted: bool, found: Case | None, *, assume: bool = False) -> Node[Outcome]:
    """The case tree of *known*, cut by constraints, with what its leaves conclude."""
    term = ready.tree.term
    root = grow(ready, box_of(ready, known, lifted), lambda here: conclude(term, here), known=found, assume=assume)
    if not lifted:
        cut_by_constraints(ready, root, found)
    mark(root)
    return root


def mark(root: Node[Outcome]) -> None:
    """Note at every node what its allowed leaves conclude."""
    stack = [(root, False)]
    while stack:
        node, ready = stack.pop()
        if node.fact is None:
            node.keys = frozenset((key_of(node),)) if node.allowed else frozenset()
        elif ready:
            node.keys = frozenset().union(*(child.keys for child in node.children))
        else:
            stack.append((node, True))
            stack.extend((child, False) for child in node.children)


def key_of(leaf: Node[Outcome]) -> object:
    """What two leaves must share to agree."""
    outcome = leaf.outcome
    if isinstance(outcome, Open):
        return Unsettled(outcome.facts, id(leaf))
    assert isinstance(outcome, Outcome)
    return Unsettled(outcome.value.facts, outcome.key) if isinstance(outcome.value, Varies) else outcome.key


def point(ready: Ready, leaf: Node[T]) -> dict[str, Value]:
    """One completion of a leaf: a value for every fact."""
    return {fact: lowest(piece, ready.types[fact]) for fact, piece in leaf.box.items()}


def refusals(root: Node[T]) -> dict[Citation, Constraint | Decision]:
    """What the parts without completions break, by its provision."""
    found: dict[Citation, Constraint | Decision] = {}
    for leaf in root.leaves():
        for each in leaf.broken:
            if each.citation is not None:
                found.setdefault(each.citation, each)
    return found

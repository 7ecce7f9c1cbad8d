"""Requirements on one body that cannot be kept together, or not at all: found by the cases of their conditions and claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations, count, islice

from attrs import evolve, frozen

from ..diagnostics.errors import FactErrors, RuleErrors
from ..evaluate.cases import Asked, asked, join
from ..evaluate.finding import as_definition, find
from ..evaluate.finding import asked as kept
from ..evaluate.nearest import conjuncts
from ..evaluate.outcome import Need, Outcome, Refused, TooWide
from ..evaluate.piece import Piece, Range
from ..evaluate.ready import Ready, ready
from ..evaluate.select import conclude
from ..evaluate.settle import Node, broken_by, cut_by_constraints, grow
from ..evaluate.view import Case
from ..tree.nodes import Bracket, Decision, Fact, Literal, Requirement, Scale, Value
from ..tree.tree import Tree
from ..tree.types import Number
from ..tree.walk import below, conclusions_in, facts_in
from .region import Box, merged, narrowed
from .replay import Found, Trees
from .ruling import _on_days
from .walk import Period, Walk, box_on, walk
from .witness import corners, point

TRIES = 4_096
"""Points tried before all cases of two claims are gone through."""


@frozen(eq=False)
class Together:
    """Some requirements asked together: whether each is kept, and whether each arises."""

    requirements: tuple[Requirement, ...]
    kept: tuple[Ready, ...]
    arise: tuple[Ready, ...]
    joined: Ready
    joined_arise: Ready


def requiring(tree: Tree, period: Period, trees: Trees) -> Iterator[Found]:
    """Every contradiction, and every requirement that never arises, on the days of *period*."""
    single = [together(tree, (each,)) for each in tree.requirements]
    for each in single:
        yield from _alone(each, tree, period, trees)
    for a, b in combinations(tree.requirements, 2):
        if not facts_of_claim(a, tree).isdisjoint(facts_of_claim(b, tree)):
            yield from _checked(together(tree, (a, b)), tree, period, trees)


def together(tree: Tree, requirements: tuple[Requirement, ...]) -> Together:
    """*requirements* made ready to be asked together."""
    claims = tuple(ready(kept(tree, each)) for each in requirements)
    arise = tuple(ready(arising(tree, each)) for each in requirements)
    return Together(requirements, claims, arise, join(claims), join(arise))


def arising(tree: Tree, requirement: Requirement) -> Tree:
    """The tree that asks whether *requirement* arises: the claim is yes wherever it does."""
    definition = as_definition(tree.requirements, evolve(requirement, claim=Literal(True), force="must"), tree)
    return evolve(tree, term=requirement.name, definitions=(definition, *tree.definitions), requirements=())


def facts_of_claim(requirement: Requirement, tree: Tree) -> set[str]:
    """The facts on which a claim hangs, through concluded terms and constraints too."""
    definitions = {each.term: each for each in tree.definitions}
    found = set(facts_in(requirement.claim))
    used = list(conclusions_in(requirement.claim))
    for term in used:
        if term in definitions:
            found.update(node.term for node in below(definitions[term]) if isinstance(node, Fact | Decision))
            used += [each for each in conclusions_in(definitions[term]) if each not in used]
    for constraint in tree.constraints:
        tied = set(facts_in(constraint.condition))
        found |= tied if tied & found else set()
    return found - {tree.event}


# ------------------------------------------------------------------ one of them


def _alone(one: Together, tree: Tree, period: Period, trees: Trees) -> Iterator[Found]:
    """What is wrong with a requirement by itself: it never arises, or can never be kept."""
    requirement = one.requirements[0]
    citations = (requirement.citation,)
    walked = walk(one.arise[0].tree, period)
    if walked.leaves is not None and not any(leaf.outcome is None or leaf.outcome.kind == "answered" for leaf in walked.leaves):
        if not _on_days((*conjuncts(requirement.condition),), walked, wanted=False):
            facts = _plain(walked.everything, walked)
            yield Found("dead rule", "refuted", (requirement.name,), period, citations, period.on, facts)
        return
    yield from _checked(one, tree, period, trees)


def _plain(box: Box, walked: Walk) -> dict[str, Value]:
    """One set of facts, without those that no condition tests."""
    tested = {fact for rule in walked.ready.definition(walked.ready.tree.term).rules for fact in walked.ready.facts_in(rule.condition)}
    return point({fact: piece for fact, piece in box.items() if fact in tested and fact != walked.ready.tree.event}, walked.ready.types)


# -------------------------------------------------------------- one or two of them


def _checked(those: Together, tree: Tree, period: Period, trees: Trees) -> Iterator[Found]:
    """A contradiction, if there are circumstances in which each could be kept but not all (one: if it can be kept nowhere)."""
    names = tuple(each.name for each in those.requirements)
    citations = tuple(each.citation for each in those.requirements)
    try:
        cells = _circumstances(those, period)
    except RuleErrors:
        yield Found("contradiction", "not decided", names, period, citations)
        return
    failing: list[tuple[Box, Mapping[str, Value]]] = []
    open_ = False
    for cell in cells:
        verdict = _in_cell(those, cell)
        if verdict is None:
            open_ = True
        elif verdict:
            failing.append((cell, verdict))
        elif len(those.requirements) == 1:
            return  # it can be kept somewhere
    if failing and (len(those.requirements) > 1 or not open_):
        facts = _replayed(failing[0][1], those, period, tree, trees)
        if facts is not None:
            everything = box_on(those.joined, period)
            regions = tuple(narrowed(each, everything) for each in merged([cell for cell, _ in failing], list(everything)))
            yield Found("contradiction", "refuted", names, period, citations, period.on, facts, regions)
            return
    if open_ and len(those.requirements) > 1:
        yield Found("contradiction", "not decided", names, period, citations)


def _circumstances(those: Together, period: Period) -> list[dict[str, Piece]]:
    """The cases in which all of them arise."""
    made = those.joined_arise
    root = grow(made, box_on(made, period), lambda here: tuple(asked(each, here) for each in those.arise))
    cut_by_constraints(made, root)
    boxes = [node.box for node in _allowed(root) if all(each.outcome is not None and each.outcome.kind == "answered" for each in node.outcome)]  # type: ignore[union-attr]
    everything = box_on(those.joined, period)
    return merged(boxes, list(everything))


def _allowed(root: Node[tuple[Asked, ...]]) -> Iterator[Node[tuple[Asked, ...]]]:
    return (node for node in root.leaves() if node.allowed and isinstance(node.outcome, tuple) and not any(each.refused for each in node.outcome))


def _in_cell(those: Together, cell: Box) -> Mapping[str, Value] | None:
    """Facts that keep some but cannot keep all, in one set of circumstances; empty where all can be kept; None if that is not decided."""
    if _can_be_kept(those, cell):
        return {}
    made = those.joined
    try:
        root = grow(made, cell, lambda here: tuple(asked(each, here) for each in those.kept))
        cut_by_constraints(made, root)
    except RuleErrors:
        return None
    leaves = list(_allowed(root))
    kept_by = [[is_kept(each.outcome) for each in node.outcome] for node in leaves]  # type: ignore[union-attr]
    if any(all(each is True for each in row) for row in kept_by):
        return {}
    if any(None in row for row in kept_by):
        return None
    count = len(those.requirements)
    if count == 1:
        return point(leaves[0].box, made.types) if leaves else {}
    if not all(any(row[place] for row in kept_by) for place in range(count)):
        return {}  # one cannot be kept here whatever the other says: that is no matter between them
    return next(point(node.box, made.types) for node, row in zip(leaves, kept_by, strict=True) if row[0])


def is_kept(outcome: Outcome | None) -> bool | None:
    """Whether a requirement is kept, or does not arise; None where that hangs on facts with too many values, or on a text that nobody has read."""
    if outcome is None or outcome.kind == "unread" or (outcome.kind == "answered" and not isinstance(outcome.value, bool)):
        return None
    return outcome.value is True or outcome.kind == "not_applicable"


def _can_be_kept(those: Together, cell: Box) -> bool:
    """Whether one of the points that tell most keeps them all."""
    made = those.joined
    tested = {fact for each in those.requirements for fact in facts_of_claim(each, made.tree)}
    marks = _marks(those)
    choices: dict[str, Sequence[Value]] = {}
    for fact, piece in cell.items():
        near = [each for each in marks if isinstance(piece, Range) and isinstance(made.types[fact], Number) and piece.least <= each <= piece.most]
        choices[fact] = list(dict.fromkeys((*near, *corners(piece, made.types[fact])))) if fact in tested else corners(piece, made.types[fact])[:1]
    return any(_keeps(those, dict(zip(choices, values, strict=True))) for values in islice(nearest_first(list(choices.values())), TRIES))


def nearest_first(choices: Sequence[Sequence[Value]]) -> Iterator[tuple[Value, ...]]:
    """Every combination of *choices*, those of the first of each before those that lie far down in some."""
    longest = sum(len(each) - 1 for each in choices)
    for away in count():
        if away > longest or not all(choices):
            return
        yield from _away(choices, 0, away)


def _away(choices: Sequence[Sequence[Value]], place: int, away: int) -> Iterator[tuple[Value, ...]]:
    """The combinations of all choices from *place* on that lie *away* from the first of each, taken together."""
    if place == len(choices):
        if not away:
            yield ()
        return
    room = sum(len(each) - 1 for each in choices[place + 1 :])
    for step in range(max(0, away - room), min(away, len(choices[place]) - 1) + 1):
        for rest in _away(choices, place + 1, away - step):
            yield (choices[place][step], *rest)


def _marks(those: Together) -> list[int]:
    """The whole numbers that claims name, and those next to them."""
    found: set[Fraction | int] = set()
    for node in (node for each in those.requirements for node in below(each.claim)):
        match node:
            case Literal(value) if isinstance(value, int | Fraction) and not isinstance(value, bool):
                found.add(value)
            case Bracket():
                found.update(each for each in (node.least, node.most) if each is not None)
            case Scale():
                found.update(each for each in (node.base, node.cap) if each is not None)
            case _:  # names no number
                pass
    return sorted({int(each) + by for each in found if -(10**12) < each < 10**12 for by in (0, 1, -1)}, key=abs)


def _keeps(those: Together, facts: Mapping[str, Value]) -> bool:
    """Whether *facts* may be so and keep all requirements."""
    try:
        if those.joined.constraints and broken_by(those.joined, Case(those.joined, facts)):
            return False
        return all(is_kept(conclude(made.tree.term, Case(made, facts))) is True for made in those.kept)
    except (Need, TooWide, Refused):
        return False


def _replayed(facts: Mapping[str, Value], those: Together, period: Period, tree: Tree, trees: Trees) -> dict[str, Value] | None:
    """*facts* that matter, if the evaluator says too that not all of the requirements are kept."""
    event = tree.event
    on: date = period.on
    asked_on = trees(on)
    tested = {fact for each in those.requirements for fact in (*facts_in(each.condition), *facts_of_claim(each, tree))}
    every = {fact: value for fact, value in facts.items() if fact != event}
    names = {each.name for each in those.requirements}
    for given in ({fact: value for fact, value in every.items() if fact in tested}, every):
        known = given | ({event: on} if event is not None else {})
        try:
            findings = [find(asked_on, each, known) for each in asked_on.requirements if each.name in names]
        except (FactErrors, RuleErrors):
            continue
        if len(findings) == len(names) and any(each.ok is False for each in findings):
            return given
    return None

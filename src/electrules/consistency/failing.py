"""Gaps and conflicts among the cases of a walk, and the declared silences met on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from ..evaluate.answer import Answer, citations_of
from ..evaluate.outcome import Outcome, Varies
from ..evaluate.piece import Piece, only
from ..evaluate.to_read import Unread, to_read
from ..source.citation import Citation
from ..tree.nodes import Silence
from .region import Box, merged, narrowed, overlap, widened
from .replay import Found, Shown, Trees, shown
from .verdict import Kind
from .walk import Leaf, Walk, countable
from .witness import corners

REGIONS = 100
"""Regions of one kind of failure that are shown; there is no end to what a broken rulebook leaves open."""

TRIES = 64
"""Points tried in a case that hangs on facts with too many values to go through."""


def failing(walk: Walk, trees: Trees) -> Iterator[Found]:
    """Every gap that no silence covers, every conflict, every silence met; what could not be gone through."""
    if walk.leaves is None:
        yield Found("gap", "not decided", (), walk.period)
        return
    yield from gaps(walk, trees)
    yield from conflicts(walk, trees)
    yield from silences(walk)
    yield from unread(walk)
    yield from undecided(walk, trees)


def silent_by(outcome: Outcome) -> tuple[Silence, ...]:
    """The declared silences that cover a gap."""
    return tuple(each for group in outcome.groups[:1] for each in group.sources if isinstance(each, Silence))


def covered(outcome: Outcome, concluded: Mapping[str, Outcome]) -> bool:
    """Whether a gap is a declared silence, comes from terms whose gaps are, or follows the end of all that was said of the term."""
    own, *used = outcome.groups
    if own.nearest and not used and not outcome.definition.rules and not outcome.definition.silences:
        return True
    if own.nearest or silent_by(outcome):
        return not own.nearest
    brought = [concluded[each.term] for each in used if concluded[each.term].kind == "gap"]
    return bool(brought) and all(covered(each, concluded) for each in brought)


def gaps(walk: Walk, trees: Trees) -> Iterator[Found]:
    """The gaps, those that leave the same provisions nearest together."""
    outcomes = [(leaf.box, leaf.outcome, leaf.concluded) for leaf in _leaves(walk) if leaf.outcome is not None]
    boxes = [box for box, outcome, concluded in outcomes if outcome.kind == "gap" and not covered(outcome, concluded)]
    groups: dict[tuple[Citation, ...], list[tuple[Box, Shown]]] = {}
    for region in _regions(walk, boxes)[:REGIONS]:
        found = shown(walk, region, trees, is_gap)
        if found is None:
            yield Found("gap", "not decided", (), walk.period)
        else:
            groups.setdefault(found.answer.citations, []).append((region, found))
    for citations, members in groups.items():
        yield _refuted("gap", walk, citations, members)


def conflicts(walk: Walk, trees: Trees) -> Iterator[Found]:
    """The conflicts, those between the same provisions together."""
    boxes: dict[tuple[Citation, ...], list[Box]] = {}
    for leaf in _leaves(walk):
        if leaf.outcome is not None and leaf.outcome.kind == "conflict":
            boxes.setdefault(tuple(cited_by(leaf.outcome)), []).append(leaf.box)
    for each in boxes.values():
        members = []
        for region in _regions(walk, each)[:REGIONS]:
            found = shown(walk, region, trees, is_conflict)
            if found is None:
                yield Found("conflict", "not decided", (), walk.period)
            else:
                members.append((region, found))
        if members:
            yield _refuted("conflict", walk, members[0][1].answer.citations, members)


def is_gap(answer: Answer) -> bool:
    """Whether the law is silent."""
    return answer.outcome == "gap"


def is_conflict(answer: Answer) -> bool:
    """Whether provisions give different results."""
    return answer.outcome == "conflict"


def cited_by(outcome: Outcome) -> Iterator[Citation]:
    """What an outcome cites."""
    for group in outcome.groups:
        for source in group.sources:
            yield from citations_of(source)


def silences(walk: Walk) -> Iterator[Found]:
    """Each declared silence with the cases that it covers."""
    boxes: dict[Silence, list[Box]] = {}
    for leaf in _leaves(walk):
        for silence in silent_by(leaf.outcome) if leaf.outcome is not None and leaf.outcome.kind == "gap" else ():
            boxes.setdefault(silence, []).append(leaf.box)
    for silence, each in boxes.items():
        regions = tuple(narrowed(region, walk.everything) for region in _regions(walk, each))
        yield Found("silence", "proved", (silence.citation,), walk.period, (silence.citation,), regions=regions, reason=silence.reason)


def unread(walk: Walk) -> Iterator[Found]:
    """What has to be read, each with the cases in which it has."""
    boxes: dict[Unread, list[Box]] = {}
    for leaf in _leaves(walk):
        if leaf.outcome is not None and leaf.outcome.kind == "unread":
            for each in to_read(walk.ready, leaf.outcome.groups, walk.ready.tree.lang):
                boxes.setdefault(each, []).append(leaf.box)
    for text, there in boxes.items():
        regions = tuple(narrowed(region, walk.everything) for region in _regions(walk, there))
        citations = (text.citation,) if text.citation is not None else ()
        yield Found("unread", "proved", (text.about, text.citation), walk.period, citations, regions=regions, reason=text.reason)


def undecided(walk: Walk, trees: Trees) -> Iterator[Found]:
    """Cases that hang on facts with too many values: a few are tried, and what cannot fail is let pass."""
    doubtful: list[Box] = []
    wide: dict[str, None] = {}
    for leaf in _leaves(walk):
        facts = leaf.open if leaf.outcome is None else leaf.outcome.value.facts if isinstance(leaf.outcome.value, Varies) else frozenset()
        if not facts:
            continue
        found = _tried(walk, leaf.box, facts, trees)
        if found is not None:
            kind: Kind = "gap" if found.answer.outcome == "gap" else "conflict"
            yield _refuted(kind, walk, found.answer.citations, [(leaf.box, found)], partly=True)
        elif leaf.outcome is None or _may_fail(leaf.outcome):
            doubtful.append(leaf.box)
            wide.update(dict.fromkeys(sorted(facts)))
    if doubtful:
        regions = tuple(narrowed(region, walk.everything) for region in _regions(walk, doubtful))
        yield Found("gap", "not decided", tuple(wide), walk.period, regions=regions, wide=tuple(wide))


def _tried(walk: Walk, box: Box, facts: Iterable[str], trees: Trees) -> Shown | None:
    """A failure at one of the points of *box* that tell most about *facts*."""
    choices = {fact: corners(countable(box[fact], walk.ready.types[fact]), walk.ready.types[fact]) for fact in facts}
    for values in islice(product(*choices.values()), TRIES):
        there = {**box, **{fact: only(value) for fact, value in zip(choices, values, strict=True)}}
        found = shown(walk, there, trees, lambda answer: answer.outcome in ("gap", "conflict"))
        if found is not None:
            return found
    return None


def _may_fail(outcome: Outcome) -> bool:
    """Whether there may be no value somewhere between the points tried."""
    return isinstance(outcome.value, Varies) and outcome.value.doubtful


def _refuted(kind: Kind, walk: Walk, citations: tuple[Citation, ...], members: Sequence[tuple[Box, Shown]], *, partly: bool = False) -> Found:
    regions = tuple(narrowed(region, walk.everything) for region, _ in members)
    parts = tuple(partly or _is_partly(region, kind, walk) for region, _ in members)
    first = members[0][1]
    brought = tuple(each.id for each in first.answer.brought)
    undefined = first.answer.undefined
    return Found(
        kind, "refuted", citations, walk.period, citations, first.on, first.facts, regions, partly=parts, undefined=undefined, brought=brought
    )


def _is_partly(region: Box, kind: str, walk: Walk) -> bool:
    """Whether something else than *kind* is the outcome too in a part of *region*: comparisons of facts part it, and no box does."""
    if not any(leaf.partly for leaf in _leaves(walk)):
        return False
    return any(overlap(leaf.box, region) for leaf in _leaves(walk) if leaf.outcome is None or leaf.outcome.kind != kind)


def _regions(walk: Walk, boxes: Sequence[Box]) -> list[dict[str, Piece]]:
    """*boxes* merged, facts asked first kept apart the longest, without what only constraints say."""
    order = {fact: place for place, fact in enumerate(walk.ready.order)}
    facts = sorted(walk.everything, key=lambda fact: order.get(fact, len(order)))
    mine = {id(box) for box in boxes}
    others = [leaf.box for leaf in _leaves(walk) if id(leaf.box) not in mine]
    tied = [fact for fact in facts if any(fact in walk.ready.facts_in(condition) for _, condition in walk.ready.constraints)]
    regions = merged(boxes, facts)[: 10 * REGIONS]
    return merged([widened(each, others, tied, walk.everything) for each in regions], facts) if tied else regions


def _leaves(walk: Walk) -> tuple[Leaf, ...]:
    return walk.leaves or ()

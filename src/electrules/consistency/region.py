"""Regions: parts of the facts that boxes make up together, merged so that few and plain ones are left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..evaluate.piece import Piece, Range, Rest, Stretch, meet
from ..tree.nodes import Value

Box = Mapping[str, Piece]


def merged(boxes: Iterable[Box], facts: Sequence[str]) -> list[dict[str, Piece]]:
    """As few boxes as merging neighbours gives that hold the same points; *facts* are those looked at, the last merged first."""
    rows = list(dict.fromkeys(tuple(box[fact] for fact in facts) for box in boxes))
    size = len(rows) + 1
    while len(rows) < size:
        size = len(rows)
        for place in reversed(range(len(facts))):
            rows = _along(rows, place)
    return [dict(zip(facts, row, strict=True)) for row in rows]


def _along(rows: list[tuple[Piece, ...]], place: int) -> list[tuple[Piece, ...]]:
    """*rows* that differ in the fact at *place* alone, united there."""
    groups: dict[tuple[Piece, ...], list[Piece]] = {}
    for row in rows:
        groups.setdefault(row[:place] + row[place + 1 :], []).append(row[place])
    if len(groups) == len(rows):
        return rows
    return [(*rest[:place], piece, *rest[place:]) for rest, pieces in groups.items() for piece in united(pieces)]


def united(pieces: Sequence[Piece]) -> list[Piece]:
    """*pieces* of one fact in as few as hold the same values."""
    if len(pieces) == 1:
        return list(pieces)
    ranges = sorted((each for each in pieces if isinstance(each, Range)), key=lambda each: each.least)
    stretches = sorted((each for each in pieces if isinstance(each, Stretch)), key=lambda each: (each.least, each.open_least))
    rest = [each for each in pieces if not isinstance(each, (Range, Stretch))]
    return [*_joined_ranges(ranges), *_joined_stretches(stretches), *_joined_sets(rest)]


def _joined_ranges(ranges: Sequence[Range]) -> list[Piece]:
    found: list[Range] = []
    for each in ranges:
        if found and each.least <= found[-1].most + 1:
            found[-1] = Range(found[-1].least, max(found[-1].most, each.most))
        else:
            found.append(each)
    return list(found)


def _joined_stretches(stretches: Sequence[Stretch]) -> list[Piece]:
    found: list[Stretch] = []
    for each in stretches:
        last = found[-1] if found else None
        if last is not None and (each.least < last.most or (each.least == last.most and not (each.open_least and last.open_most))):
            end = max((last.most, not last.open_most), (each.most, not each.open_most))
            found[-1] = Stretch(last.least, end[0], last.open_least, not end[1])
        else:
            found.append(each)
    return list(found)


def _joined_sets(pieces: Sequence[Piece]) -> list[Piece]:
    members: frozenset[Value] = frozenset().union(*(each for each in pieces if isinstance(each, frozenset)))
    rests = [each.but for each in pieces if isinstance(each, Rest)]
    others: list[Piece] = list(dict.fromkeys(each for each in pieces if not isinstance(each, frozenset | Rest)))
    if rests:
        return [Rest(frozenset.intersection(*rests) - members), *others]
    return [members, *others] if members else others


def narrowed(box: Box, everything: Box) -> dict[str, Piece]:
    """The facts of which *box* leaves out values, in the order of *box*."""
    return {fact: piece for fact, piece in box.items() if fact in everything and piece != everything[fact]}


def widened(box: Box, others: Sequence[Box], tied: Sequence[str], everything: Box) -> dict[str, Piece]:
    """*box* with all values of each *tied* fact with which it meets none of *others*."""
    made = dict(box)
    for fact in tied:
        if made[fact] != everything[fact]:
            wide = {**made, fact: everything[fact]}
            if not any(overlap(wide, other) for other in others):
                made = wide
    return made


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes of the same facts share a point."""
    return all(a[fact] is b[fact] or meet(a[fact], b[fact]) is not None for fact in a)

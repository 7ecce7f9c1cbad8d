"""Comparing two laws: the same rulebook on two days, or two rulebooks on one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from typing import TypeVar

from ..consistency.region import narrowed
from ..diagnostics.errors import FactErrors
from ..evaluate.ask import settle_known, vocabulary
from ..evaluate.facts import check_facts, read_facts
from ..evaluate.happened import happened
from ..evaluate.known import Known
from ..evaluate.piece import LARGEST, Anything, Piece, Range, Stretch, from_number
from ..evaluate.ready import ready
from ..evaluate.vocabulary import Vocabulary
from ..rulebook import Rulebook
from ..tree.tree import Tree
from ..tree.types import OneOf, Term, Type
from ..values.number import whole
from .cells import Cells, cells
from .comparison import Comparison, Ends, Row, When

Given = date | str | None
G = TypeVar("G")
SEPARATE = 12
"""Members of a list that stand in rows of their own; more stand together."""


def compare(
    before: Rulebook | Tree,
    after: Rulebook | Tree,
    term: str | Term | None = None,
    facts: Mapping[str, object] | None = None,
    *,
    on: Given | tuple[Given, Given] = None,
    law_on: Given | tuple[Given, Given] = None,
    known: Given | tuple[Given, Given] = None,
    all: bool = False,
) -> Comparison:
    """What *before* and *after* say of *term*; facts not given are cut into parts in which neither answer changes.

    *on*, *law_on* and *known* are of both, or a pair. Rows without difference are left out unless *all*.
    """
    questions = zip((before, after), pair(on), pair(law_on), pair(known), strict=True)
    old, new = (_tree(law, term, *days) for law, *days in questions)
    words = _vocabularies(before, after, old, new)
    given = _given(words, (old, new), {} if facts is None else facts)
    old, new = (happened(tree, each.done, given) for tree, each in zip((old, new), words, strict=True))
    found = cells(old, new, given, (old.on, new.on))
    if not found.cells:  # neither law has such facts: the reason is that of the first
        settle_known(ready(old), given.among(ready(old).types))
    lang = old.lang
    rows = sorted(_rows(found, given, (old, new), lang), key=lambda row: _place(row, found))
    kept = rows if all else [row for row in rows if row.differs]
    return Comparison(old.term, tuple(kept), tuple(rows), given, (old.on, new.on), found.terms, found.order, lang)


def pair(value: G | tuple[G, G]) -> tuple[G, G]:
    """One for each law."""
    return value if isinstance(value, tuple) and len(value) == 2 else (value, value)


def _tree(law: Rulebook | Tree, term: str | Term | None, on: Given, law_on: Given, known: Given) -> Tree:
    if isinstance(law, Tree):
        return law
    return law.tree(term or "", on=on, law_on=law_on, known=known)


def _vocabularies(before: Rulebook | Tree, after: Rulebook | Tree, old: Tree, new: Tree) -> tuple[Vocabulary, Vocabulary]:
    """The terms of both laws, of which facts may be given."""
    if isinstance(before, Tree) or isinstance(after, Tree):
        return vocabulary(ready(old)), vocabulary(ready(new))
    return before.vocabulary, after.vocabulary


def _given(both: tuple[Vocabulary, Vocabulary], trees: tuple[Tree, Tree], facts: object) -> Known:
    """The facts, read by both laws; a fact that one of them does not declare is the other's alone."""
    if not isinstance(facts, Mapping):
        raise FactErrors(read_facts(both[0], facts)[1])
    shares = [{name: value for name, value in facts.items() if words.find(name) or not other.find(name)} for words, other in (both, both[::-1])]
    first, second = (check_facts(words, share, tree.on) for words, share, tree in zip(both, shares, trees, strict=True))
    made = Known({**second, **first})
    made.presumed = (first.presumed | second.presumed) - first.given.keys() - second.given.keys()
    made.unknown, made.day = first.unknown | second.unknown, first.day
    return made


# ------------------------------------------------------------------------ rows


def _rows(found: Cells, given: Known, trees: tuple[Tree, Tree], lang: str) -> Iterator[Row]:
    events = {tree.event for tree in trees}
    for cell in found.cells:
        box = {fact: piece for fact, piece in narrowed(cell.box, found.everything).items() if fact not in events}
        ordered = {fact: box[fact] for fact in sorted(box, key=lambda fact: _asked(fact, found))}
        for part in _separate(ordered):
            when = {fact: _when(piece, found.joined.types[fact]) for fact, piece in part.items()}
            yield Row(when, (cell.before, cell.after), part, given, trees, lang)


def _asked(fact: str, found: Cells) -> int:
    return found.order.index(fact) if fact in found.order else len(found.order)


def _separate(box: Mapping[str, Piece]) -> Iterator[dict[str, Piece]]:
    """*box* with a few members of a list each by itself."""
    for pieces in product(*map(_apart, box.values())):
        yield dict(zip(box, pieces, strict=True))


def _apart(piece: Piece) -> list[Piece]:
    if isinstance(piece, frozenset) and len(piece) <= SEPARATE:
        return [frozenset((each,)) for each in sorted(piece, key=str)]
    return [piece]


def _when(piece: Piece, type_: Type) -> When:
    match piece:
        case Range(least, most):
            return (from_number(least, type_), from_number(most, type_))
        case Stretch(least, most, over, under):
            return Ends(whole(least), whole(most), over, under) if over or under else (whole(least), whole(most))
        case frozenset():
            return next(iter(piece)) if len(piece) == 1 else piece
        case _:
            return frozenset(getattr(piece, "but", ()))


def _place(row: Row, found: Cells) -> tuple[object, ...]:
    """Where a row stands: by the facts in the order of asking, members as they are listed, numbers from the least."""
    facts = (*found.order, *(each for each in row.box if each not in found.order))
    return tuple(_ranked(row.box.get(fact), found.joined.types[fact]) for fact in facts)


def _ranked(piece: Piece | None, type_: Type) -> tuple[object, ...]:
    match piece:
        case None | Anything():
            return (-LARGEST,)
        case Range(least) | Stretch(least):
            return (least,)
        case frozenset() if isinstance(type_, OneOf):
            return (next((place for place, each in enumerate(type_.members) if each.id in piece), 0),)
        case frozenset():
            return (min(map(_yes_first, piece)),)
        case _:
            return (LARGEST,)


def _yes_first(value: object) -> int:
    return 0 if value is True else 1

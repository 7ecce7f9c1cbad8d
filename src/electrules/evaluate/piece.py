"""A piece is a part of the values of a fact: what a partial view knows of it, and what it is split into."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from fractions import Fraction
from math import ceil, floor
from typing import TypeAlias

from attrs import frozen

from ..limits import FIRST_DAY, LAST_DAY, MAGNITUDE
from ..tree.nodes import Value
from ..tree.types import Clock, Day, ListOf, Moment, Number, OneOf, Text, Type, YesNo
from ..values.number import whole

Cut: TypeAlias = tuple[Fraction | int, bool]
"""Where a range of numbers is cut: just before the number, or (True) just after it."""


@frozen
class Range:
    """The whole numbers from *least* to *most*, both included (days by their ordinal, times by their minute)."""

    least: int
    most: int


@frozen
class Stretch:
    """The numbers from *least* to *most*, whole or not, without an end that is *open*."""

    least: Fraction
    most: Fraction
    open_least: bool = False
    open_most: bool = False


@frozen
class Rest:
    """Every text *but* these."""

    but: frozenset[str] = frozenset()


@frozen
class Anything:
    """Every list of records."""


Piece: TypeAlias = frozenset[Value] | Range | Stretch | Rest | Anything
LARGEST = MAGNITUDE - 1


def full(type_: Type, lifted: bool = False) -> Piece:
    """Every value of *type_*; with *lifted*, of its range as if none were declared (counts stay at least 0)."""
    match type_:
        case YesNo():
            return frozenset((False, True))
        case Number(least, most, _, is_whole):
            low = -LARGEST if least is None or (lifted and least < 0) else 0 if lifted else least
            high = LARGEST if most is None or lifted else most
            return Range(ceil(low), floor(high)) if is_whole else Stretch(Fraction(low), Fraction(high))
        case Day():
            return Range(FIRST_DAY.toordinal(), LAST_DAY.toordinal())
        case Clock():
            return Range(0, 24 * 60 - 1)
        case OneOf(members):
            return frozenset(each.id for each in members)
        case Text():
            return Rest()
        case ListOf() | Moment():  # a moment is always concluded
            return Anything()


def only(value: Value) -> Piece:
    """The piece that holds just *value*."""
    if isinstance(value, (bool, str, tuple)):
        return frozenset((value,))
    number = as_number(value)
    return Range(number, number) if isinstance(number, int) else Stretch(number, number)


def size(piece: Piece) -> int | None:
    """How many values *piece* has; None where they cannot be gone through."""
    match piece:
        case Range(least, most):
            return most - least + 1
        case Stretch(least, most):
            return 1 if least == most else None
        case Rest() | Anything():
            return None
        case _:
            return len(piece)


def is_single(piece: Piece) -> bool:
    """Whether *piece* is one value."""
    return size(piece) == 1


def lowest(piece: Piece, type_: Type) -> Value:
    """A value that lies in *piece*, always the same one."""
    match piece:
        case Range(least):
            return from_number(least, type_)
        case Stretch(least, most, open_least, open_most):
            return whole(least) if not open_least else whole(most) if not open_most else whole((least + most) / 2)
        case Rest(but):
            return next(text for text in _texts() if text not in but)
        case Anything():
            return ()
        case _:
            return min(piece, key=str)


def _texts() -> Iterable[str]:
    count = 0
    while True:
        yield f"…{count or ''}"
        count += 1


def meet(a: Piece, b: Piece) -> Piece | None:
    """What lies in both pieces; None where nothing does."""
    match a, b:
        case Range(), Range():
            least, most = max(a.least, b.least), min(a.most, b.most)
            return Range(least, most) if least <= most else None
        case (Stretch(), _) | (_, Stretch()):
            (low_a, high_a), (low_b, high_b) = _ends(_stretch(a)), _ends(_stretch(b))
            low, high = max(low_a, low_b), min(high_a, high_b)
            return _between(low, high) if low < high else None
        case Rest(), Rest():
            return Rest(a.but | b.but)
        case Rest(but), frozenset():
            return (b - but) or None
        case frozenset(), Rest(but):
            return (a - but) or None
        case frozenset(), frozenset():
            return (a & b) or None
        case Anything(), _:
            return b
        case _:
            return a


def _stretch(piece: Piece) -> Stretch:
    if isinstance(piece, Range):
        return Stretch(Fraction(piece.least), Fraction(piece.most))
    assert isinstance(piece, Stretch)
    return piece


def sorted_out(piece: Piece, members: Iterable[Value]) -> tuple[Piece, ...]:
    """*piece* split into the tested *members* and the rest; one piece where it does not have to be split."""
    tested = frozenset(members)
    if isinstance(piece, Rest):
        inside = tested - piece.but
        return (frozenset(inside), Rest(piece.but | {each for each in inside if isinstance(each, str)})) if inside else (piece,)
    assert isinstance(piece, frozenset)
    return tuple(part for part in (piece & tested, piece - tested) if part)


def cut(piece: Piece, cuts: Iterable[Cut]) -> tuple[Piece, ...]:
    """A range of numbers split at *cuts*, from the least; one piece where none of them lies inside."""
    if isinstance(piece, Range):
        starts = sorted({floor(at) + 1 if after else ceil(at) for at, after in cuts})
        starts = [each for each in starts if piece.least < each <= piece.most]
        return tuple(map(Range, [piece.least, *starts], [*(each - 1 for each in starts), piece.most]))
    assert isinstance(piece, Stretch)
    low, high = _ends(piece)
    ends = [low, *sorted({(Fraction(at), after) for at, after in cuts if low < (at, after) < high}), high]
    return tuple(map(_between, ends, ends[1:]))


def _ends(piece: Stretch) -> tuple[tuple[Fraction, bool], tuple[Fraction, bool]]:
    """The two places at which *piece* is cut out of the line: (number, False) is just before the number, (number, True) just after it."""
    return (piece.least, piece.open_least), (piece.most, not piece.open_most)


def _between(low: tuple[Fraction, bool], high: tuple[Fraction, bool]) -> Stretch:
    return Stretch(low[0], high[0], low[1], not high[1])


def singles(piece: Piece) -> tuple[Piece, ...]:
    """Every value of *piece* by itself."""
    if isinstance(piece, Range):
        return tuple(Range(each, each) for each in range(piece.least, piece.most + 1))
    assert isinstance(piece, frozenset)
    return tuple(frozenset((each,)) for each in sorted(piece, key=str))


def as_number(value: Value) -> int | Fraction:
    """A number for *value*: a day is its ordinal, a time of day its minute."""
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    assert isinstance(value, (int, Fraction))
    return whole(value)


def from_number(number: int, type_: Type) -> Value:
    """The value of *type_* that `as_number` made *number* of."""
    if isinstance(type_, Day):
        return date.fromordinal(number)
    if isinstance(type_, Clock):
        return time(number // 60, number % 60)
    return number

"""Whether a box decides an expression, and if not, which fact is split into which pieces.

Invariant: in every box that survives `decide` the expression has one result, and no fact is split further than some
test or value asks. A fact is met only by asking in which of these pieces it lies: the members compared and the rest,
the ranges between thresholds, every step of a scale up to its cap; single values where it is the value, and, of several
facts that meet in one operation, of the one that has fewest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from ..limits import LEAVES
from ..tree.nodes import Among, Arithmetic, Bracket, Compare, Decision, Expr, Fact, Round, Scale, Shift
from ..tree.operators import FLIPPED
from ..tree.walk import below
from .evaluate import evaluate
from .outcome import LACKING, Need, Result, TooWide, Unsplit
from .piece import Cut, Piece, Range, Rest, Stretch, as_number, cut, from_number, is_single, singles, size, sorted_out
from .slope import Quotient, added, gains, joined, line, quotient, rises_or_falls, times
from .unrounded import unrounded

if TYPE_CHECKING:
    from .view import Case

TESTS = (Among, Bracket, Compare)
MANY, FEW = LEAVES, 500
"""Cases into which a comparison of several facts may be split: where nothing, and where its truth may be assumed."""


class TooManyCases(Exception):
    """The unknown facts fall into more cases than a rulebook may make of them."""


def decide(expr: Expr, here: Case) -> None:
    """Return if *expr* is the same for all values in the box of *here*, else raise `Need`."""
    open_ = open_facts(expr, here)
    if not open_:
        return
    box = here.box
    assert box is not None
    match expr:
        case Among(Fact(fact), members):
            split(fact, sorted_out(box[fact], members))
        case Compare(op, Fact(fact), other) if only_there(fact, open_, other, here):
            split(fact, compared(box[fact], op, evaluate(other, here.inner)))
        case Compare(op, other, Fact(fact)) if only_there(fact, open_, other, here):
            split(fact, compared(box[fact], FLIPPED[op], evaluate(other, here.inner)))
        case Bracket(Fact(fact)):
            split(fact, bracketed(box[fact], expr))
        case Scale(Fact(fact), partial=partial) if partial != "share" and isinstance(box[fact], Range):
            split(fact, stepped(box[fact], expr))
        case Decision(fact, least=least, most=most):
            split(fact, offered(fact, box[fact], least, most))
        case _:
            between(expr, moving(expr, open_, here) if len(open_) > 1 else open_, here)


def between(expr: Expr, open_: list[str], here: Case) -> None:
    """Return if an operation of any form on the facts *open_* is the same for all of their values, else raise `Need`."""
    if any(endless(expr, fact, open_, here) for fact in open_):
        raise TooWide(frozenset(open_))
    if len(open_) == 1:
        split(open_[0], levels(expr, open_[0], here))
    elif open_:
        split(*fewest(expr, open_, here, MANY if here.assumed is None else FEW))


def moving(expr: Expr, open_: list[str], here: Case) -> list[str]:
    """Those of *open_* with which *expr* moves: what is added and taken away again does not count."""
    match expr:
        case Compare(_, left, right):
            found = gains(Arithmetic("-", (left, right)), here)
        case Bracket(of) | Round(of) | Scale(of):
            found = gains(of, here)
        case _:
            found = gains(expr, here)
    return open_ if found is None else [fact for fact in open_ if found.get(fact)]


def split(fact: str, pieces: tuple[Piece, ...]) -> None:
    """Raise `Need` unless there is nothing to split."""
    if len(pieces) > 1:
        raise Need(fact, pieces)


def open_facts(expr: Expr, here: Case) -> list[str]:
    """The facts that *expr* mentions and the box leaves open."""
    box, bindings = here.box, here.ready.bindings
    assert box is not None
    return [fact for fact in here.ready.facts_in(expr) if (fact not in bindings or binds(bindings[fact], box)) and not is_single(box[fact])]


def binds(binding: tuple[str, frozenset[str]], box: Mapping[str, Piece]) -> bool:
    """Whether a list binds in the whole box; `Need` where it does in a part of it."""
    kind, members = binding
    split(kind, sorted_out(box[kind], members))
    piece = box[kind]
    return isinstance(piece, frozenset) and bool(piece & members)


def only_there(fact: str, open_: list[str], other: Expr, here: Case) -> bool:
    """Whether *fact* is all that is open in a comparison, and stands on one side of it only."""
    return open_ == [fact] and fact not in here.ready.facts_in(other)


# ------------------------------------------------- the pieces that a node asks


def compared(piece: Piece, op: str, value: Result) -> tuple[Piece, ...]:
    """*piece* split where its comparison with *value* changes."""
    if isinstance(value, LACKING):
        return (piece,)
    if isinstance(piece, (frozenset, Rest)):
        return sorted_out(piece, (value,))
    number = as_number(value)
    return cut(piece, [(number, after) for after in sides(op, True)])


def bracketed(piece: Piece, bracket: Bracket) -> tuple[Piece, ...]:
    """*piece* split at all boundaries of the table to which *bracket* belongs, if *bracket* itself splits it."""
    own: list[Cut] = []
    if bracket.least is not None:
        own.append((bracket.least, bracket.over))
    if bracket.most is not None:
        own.append((bracket.most, not bracket.under))
    if len(cut(piece, own)) == 1:
        return (piece,)
    after = bracket.over or (bracket.most is not None and not bracket.under)
    return cut(piece, [*own, *((each, after) for each in bracket.cuts)])


def stepped(piece: Piece, scale: Scale) -> tuple[Piece, ...]:
    """*piece* split at every step of *scale* up to its cap."""
    assert isinstance(piece, Range)
    begun = scale.partial == "begun"
    first = max(0 if begun else 1, (piece.least - scale.above) // scale.step)
    last = -((scale.above - piece.most) // scale.step)
    if scale.gain == 0:
        return (piece,)
    if scale.cap is not None:
        to_cap = -((scale.base - scale.cap) // scale.gain) if scale.gain > 0 else None
        last = last if to_cap is None else min(last, to_cap - 1 if begun else to_cap)
    if last - first > LEAVES:
        raise TooManyCases
    return cut(piece, [(scale.above + step * scale.step, begun) for step in range(first, last + 1)])


def offered(fact: str, piece: Piece, least: Fraction | None, most: Fraction | None) -> tuple[Piece, ...]:
    """What an authority may decide, one value at a time; what it may not, on either side."""
    if not isinstance(piece, Range):
        raise TooWide(frozenset((fact,)))
    bounds = [(bound, after) for bound, after in ((least, False), (most, True)) if bound is not None]
    pieces: list[Piece] = []
    for part in cut(piece, bounds):
        assert isinstance(part, Range)
        outside = (least is not None and part.most < least) or (most is not None and part.least > most)
        pieces.extend((part,) if outside else each_value(fact, part))
    return tuple(pieces)


def each_value(fact: str, piece: Piece) -> tuple[Piece, ...]:
    """Every value of *piece* by itself, if they can be gone through."""
    count = size(piece)
    if count is None or count > LEAVES:
        raise TooWide(frozenset((fact,)))
    return singles(piece)


def fewest(expr: Expr, open_: list[str], here: Case, most: int) -> tuple[str, tuple[Piece, ...]]:
    """Of several facts that meet in *expr* the one with fewest values, and each of them; no comparison is split into more than *most* cases."""
    box = here.box
    assert box is not None
    sizes = {fact: size(box[fact]) for fact in open_}
    countable = [fact for fact in open_ if sizes[fact] is not None]
    fact = min(countable, key=lambda each: (sizes[each], open_.index(each)), default=None)
    if isinstance(expr, Compare) and (len(countable) < len(open_) or prod(sizes[each] or 1 for each in open_) > most):
        if divides(expr, open_, here):
            raise TooWide(frozenset(open_))  # it may read neither yes nor no
        raise Unsplit(frozenset(open_), expr)
    if fact is None or (sizes[fact] or 0) > LEAVES:
        if fact is not None and isinstance(expr, TESTS):
            raise TooManyCases
        raise TooWide(frozenset(open_))
    return fact, singles(box[fact])


def divisors(expr: Expr) -> Iterator[Expr]:
    """Every divisor in *expr*."""
    return (part for node in below(expr) if isinstance(node, Arithmetic) and node.op == "/" for part in node.parts[1:])


def divides(expr: Expr, open_: list[str], here: Case) -> bool:
    """Whether a divisor in *expr* moves with one of the facts *open_*."""
    return any(fact in open_ for divisor in divisors(expr) for fact in here.ready.facts_in(divisor))


# ------------------------------------- one open fact, in an operation of any form


def endless(expr: Expr, fact: str, open_: list[str], here: Case) -> bool:
    """Whether the value *expr* surely takes more results than may be gone through as *fact* grows while the others are at their greatest.

    Known before a single one is tried: otherwise each value of the other facts would be gone through first.
    """
    assert here.box is not None
    count = size(here.box[fact])
    if isinstance(expr, TESTS) or count is None or count <= LEAVES or not isinstance(here.box[fact], Range):
        return False
    others = {each: from_number(piece.most, here.ready.types[each]) for each in open_ if each != fact and isinstance(piece := here.box[each], Range)}
    one = line(expr.of if isinstance(expr, Round) else expr, fact, here.where(others))
    if one is None:
        return False
    return count * abs(one[0]) > 2 * LEAVES * expr.to if isinstance(expr, Round) else one[0] != 0


def levels(expr: Expr, fact: str, here: Case) -> tuple[Piece, ...]:
    """The values of *fact* split into those for which *expr* has one result."""
    box = here.box
    assert box is not None
    piece = box[fact]
    if isinstance(expr, Fact) or not isinstance(piece, (Range, Stretch)):
        return each_value(fact, piece)
    parted = cut(piece, zeros(expr, fact, here))
    if len(parted) > 1:
        return parted
    crossed = crossings(expr, fact, here)
    if crossed is not None:
        return crossed
    if isinstance(piece, Stretch):
        raise TooWide(frozenset((fact,)))
    type_ = here.ready.types[fact]

    def result(number: int) -> object:
        return reading(expr, here.at(fact, from_number(number, type_)))

    if rises_or_falls(expr, fact, here):
        if all(isinstance(result(end), LACKING) for end in (piece.least, piece.most)):
            parted = cut(piece, edges(expr, fact, piece, here))
            if len(parted) > 1:
                return parted
        return tuple(runs(fact, piece, result))
    if (size(piece) or 0) > LEAVES:
        if isinstance(expr, Compare):  # on which day of the week a day falls: yes or no, and no one knows
            raise Unsplit(frozenset((fact,)), expr)
        raise TooManyCases if isinstance(expr, TESTS) else TooWide(frozenset((fact,)))
    return tuple(merged(piece, result))


def zeros(expr: Expr, fact: str, here: Case) -> Iterator[Cut]:
    """Where the divisors in *expr* that move with *fact* are nothing: there it has no value, and may change its sign."""
    for divisor in divisors(expr):
        one = line(divisor, fact, here) if fact in here.ready.facts_in(divisor) else None
        if one is not None and one[0]:
            at = -one[1] / one[0]
            yield from ((at, False), (at, True))


def edges(expr: Expr, fact: str, piece: Range, here: Case) -> Iterator[Cut]:
    """Where days counted from *fact* in *expr* leave those that can be written: before the first for a count back, past the last for one on."""
    type_ = here.ready.types[fact]

    def lacks(node: Expr, number: int) -> bool:
        return isinstance(evaluate(node, here.at(fact, from_number(number, type_))), LACKING)

    for node in below(expr):
        if not isinstance(node, Shift) or fact not in here.ready.facts_in(node) or any(lacks(node.of, end) for end in (piece.least, piece.most)):
            continue
        low, high = int(piece.least), int(piece.most)
        if lacks(node, low) == lacks(node, high):
            continue
        before = lacks(node, low)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if lacks(node, middle) == before else (low, middle)
        yield Fraction(high), False


def reading(expr: Expr, there: Case) -> object:
    """What *expr* reads at one value; of a test with two boundaries, on which side of them the value lies."""
    match expr:
        case Compare("=" | "!=", left, right):
            a, b = evaluate(left, there), evaluate(right, there)
            if isinstance(a, (int, Fraction, date)) and isinstance(b, (int, Fraction, date)):
                return (as_number(a) > as_number(b)) - (as_number(a) < as_number(b))
        case Bracket(of, least, over):
            value = evaluate(of, there)
            if not isinstance(value, LACKING) and not evaluate(expr, there):
                number = as_number(value)
                return -1 if least is not None and (number < least or (over and number == least)) else 1
            return 0
        case _:  # one boundary: its result is enough
            pass
    return evaluate(expr, there)


def runs(fact: str, piece: Range, result: Callable[[int], object]) -> list[Piece]:
    """The stretches of *piece* on which a rising or falling *result* stays the same, each end found by doubling and halving."""
    found: list[Piece] = []
    start, last = piece.least, result(piece.most)
    while start <= piece.most:
        if len(found) > LEAVES:
            raise TooWide(frozenset((fact,)))
        here = result(start)
        if here == last:
            found.append(Range(start, piece.most))
            break
        inside, width = start, 1
        while inside + width < piece.most and result(inside + width) == here:
            inside, width = inside + width, 2 * width
        beyond = min(inside + width, piece.most)
        while beyond - inside > 1:
            middle = (inside + beyond) // 2
            inside, beyond = (middle, beyond) if result(middle) == here else (inside, middle)
        found.append(Range(start, inside))
        start = inside + 1
    return found


def merged(piece: Range, result: Callable[[int], object]) -> list[Piece]:
    """The stretches of *piece* on which *result*, tried at every value, stays the same."""
    found: list[Piece] = []
    start, here = piece.least, result(piece.least)
    for number in range(piece.least + 1, piece.most + 1):
        there = result(number)
        if there != here:
            found.append(Range(start, number - 1))
            start, here = number, there
    return [*found, Range(start, piece.most)]


def crossings(expr: Expr, fact: str, here: Case) -> tuple[Piece, ...] | None:
    """The numbers, whole or not, split where a straight line meets what it is compared with; None where there is no such line."""
    box = here.box
    assert box is not None
    match expr:
        case Compare(op, Round(of, mode, to), other) if fact not in here.ready.facts_in(other):
            bounds = stepping(of, [(op, evaluate(other, here.inner))], mode, to, fact, here)
        case Compare(op, other, Round(of, mode, to)) if fact not in here.ready.facts_in(other):
            bounds = stepping(of, [(FLIPPED[op], evaluate(other, here.inner))], mode, to, fact, here)
        case Bracket(Round(of, mode, to), least, over, most, under):
            both = ((">" if over else ">=", least), ("<" if under else "<=", most))
            bounds = stepping(of, [(op, bound) for op, bound in both if bound is not None], mode, to, fact, here)
        case Compare(op, left, right):
            one, two = quotient(left, fact, here), quotient(right, fact, here)
            bounds = None if one is None or two is None else meeting(joined("-", one, two), ((Fraction(0), op),))
        case Bracket(of, least, over, most, under):
            ends = ((least, ">" if over else ">="), (most, "<" if under else "<="))
            bounds = meeting(quotient(of, fact, here), [(bound, op) for bound, op in ends if bound is not None])
        case _:  # a value: one that does not move
            found = quotient(expr, fact, here)
            bounds = [] if found is not None and len(found[0]) < 2 and len(found[1]) == 1 else None
    return None if bounds is None or not is_valued(expr, fact, here) else cut(box[fact], bounds)


def stepping(of: Expr, tests: Iterable[tuple[str, Result]], mode: str, to: Fraction, fact: str, here: Case) -> list[Cut] | None:
    """Where what is rounded meets the values from which on it passes the numbers of *tests*."""
    numbers = [(op, as_number(value)) for op, value in tests if isinstance(value, (int, Fraction)) and not isinstance(value, bool)]
    return meeting(quotient(of, fact, here), [bound for op, number in numbers for bound in unrounded(op, Fraction(number), mode, to)])


def meeting(found: Quotient | None, bounds: Iterable[tuple[Fraction, str]]) -> list[Cut] | None:
    """Where a quotient meets each of *bounds* so that its comparison with it changes; None where it may do so more than once."""
    if found is None or len(found[1]) > 2:
        return None
    cuts: list[Cut] = []
    for bound, op in bounds:
        over = added(found[0], times((bound,), found[1]), -1)
        if len(over) > 2:
            return None
        if len(over) == 2:
            rises = over[1] / found[1][0] > 0 if len(found[1]) == 1 else None
            cuts += [(-over[0] / over[1], after) for after in sides(op, rises)]
    return cuts


def sides(op: str, rises: bool | None) -> tuple[bool, ...]:
    """On which sides of a number a comparison with it changes: just before it, or (True) just after it."""
    if rises is None or op in ("=", "!="):
        return (False, True)
    return (op in (">", "<=") if rises else op in ("<", ">="),)


def is_valued(expr: Expr, fact: str, here: Case) -> bool:
    """Whether *expr* has a value at both ends of a range of whole numbers: none grows beyond all limits."""
    assert here.box is not None
    piece, type_ = here.box[fact], here.ready.types[fact]
    if not isinstance(piece, Range):
        return True
    return not any(isinstance(evaluate(expr, here.at(fact, from_number(end, type_))), LACKING) for end in (piece.least, piece.most))

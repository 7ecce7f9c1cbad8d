"""How seats were shared out, as a table that a clerk can work out again."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..evaluate.distribute import Problem, Reached, divisor_of, reached, root, shared, with_ties_broken
from ..evaluate.share import DIVISORS, Divisors
from ..values.number import POINT, whole, write_number
from .table import aligned
from .words import listed, word

DECIMALS = 4
MOST_DECIMALS = 40


def distribution_lines(problem: Problem, lang: str) -> tuple[str, ...]:
    """What was shared out and how, then a line for each unit, then what they come to."""
    found = reached(problem)
    return (*head(problem, found, lang), *aligned(rows(problem, found, lang)), *ending(problem, lang))


# ----------------------------------------------------------------------- words


def head(problem: Problem, found: Reached, lang: str) -> Iterator[str]:
    """What is shared out, and what each line below is worked out with."""
    node = problem.node
    yield word("share.what", lang, seats=write_number(problem.seats, lang), units=len(problem.names), method=word(f"method.{node.method}", lang))
    if node.reading:
        given = sum(problem.floors)
        slots = {"given": write_number(given, lang), "left": write_number(problem.seats - given, lang)}
        yield word(f"floor.{node.reading}", lang, **slots)
    if problem.scale > 1:
        yield word("share.scale", lang, scale=write_number(problem.scale, lang))
    method = DIVISORS.get(node.method)
    if method is None:
        if found.over is not None and found.under is not None:
            yield word("share.quota", lang, over=write_number(found.over, lang), under=write_number(found.under, lang))
            yield word("share.rests", lang)
    elif found.low is None:
        if any(more > 0 for more in shared(problem).sure):
            yield word("share.first", lang)
    else:
        divisor = divisor_of(found, method.power)
        shown = write_number(whole(divisor), lang) if divisor is not None else decimal(found.low, method.power, DECIMALS, lang)
        yield word("share.divisor" if found.low != found.high else "share.divisor-tied", lang, divisor=shown)
        yield word("share.above", lang)


def ending(problem: Problem, lang: str) -> Iterator[str]:
    """What the seats come to, and between whom a tie is left, or how it was broken."""
    before = shared(problem)
    after = with_ties_broken(problem, before)
    yield word("share.sum", lang, sum=write_number(sum(after.sure), lang))
    if before.tied and (after.open < before.open):
        names = listed([problem.names[place] for place in before.tied], "and", lang)
        yield word(f"tie.{problem.node.tie}", lang, names=names, open=write_number(before.open, lang))
    if after.tied:
        names = listed([problem.names[place] for place in after.tied], "and", lang)
        yield word("share.tied", lang, names=names, open=write_number(after.open, lang))


# ----------------------------------------------------------------------- table


def rows(problem: Problem, found: Reached, lang: str) -> list[list[str]]:
    """The head of the table, then a row for each unit."""
    after = with_ties_broken(problem, shared(problem))
    tied = frozenset(shared(problem).tied)
    columns = [worked(problem, found, place, lang) for place in range(len(problem.names))]
    names = ["unit", "weight", *(("whole", "rest") if problem.node.method not in DIVISORS else ("quotient", "boundary"))[: len(columns[0])]]
    names += ["floor"] * any(problem.floors) + ["cap"] * any(cap is not None for cap in problem.caps) + ["seats"] + ["tied"] * bool(tied)
    table = [[word(f"column.{name}", lang) for name in names]]
    for place, (name, weight, floor, cap) in enumerate(zip(problem.names, problem.weights, problem.floors, problem.caps, strict=True)):
        row = [name, write_number(weight, lang), *columns[place]]
        row += [write_number(floor, lang)] * any(problem.floors)
        row += ["–" if cap is None else write_number(cap, lang)] * any(each is not None for each in problem.caps)
        table.append([*row, write_number(after.sure[place], lang), *(["*" if place in tied else ""] * bool(tied))])
    return table


def worked(problem: Problem, found: Reached, place: int, lang: str) -> list[str]:
    """The numbers from which the seats of one unit follow: whole part and rest, or quotient and the boundary above which it is rounded up."""
    weight = problem.weights[place]
    method = DIVISORS.get(problem.node.method)
    if method is None:
        return [] if found.over is None or found.under is None else [write_number(each, lang) for each in divmod(weight * found.over, found.under)]
    if found.low is None:
        return []
    divisor = divisor_of(found, method.power)
    power = divisor**method.power if divisor is not None else found.low
    return told_apart(method, Fraction(weight) ** method.power / power, lang)


def told_apart(method: Divisors, value: Fraction, lang: str) -> list[str]:
    """The quotient (*value* is its power) and its boundary, to as many decimals as tell them apart."""
    n = root(value, method.power)
    boundary = Fraction(method.under(n), method.over(n))
    places = DECIMALS
    while places < MOST_DECIMALS and value != boundary and digits(value, method.power, places) == digits(boundary, method.power, places):
        places += 1
    return [decimal(each, method.power, places, lang) for each in (value, boundary)]


def digits(value: Fraction, power: int, places: int) -> int:
    """The root of *value*, cut off after so many decimals, without its point."""
    return root(value * 10 ** (places * power), power)


def decimal(value: Fraction, power: int, places: int, lang: str) -> str:
    """The root of *value* with *places* decimals, cut off; whole where it is."""
    found = digits(value, power, places)
    if found % 10**places == 0 and Fraction(found, 10**places) ** power == value:
        return write_number(found // 10**places, lang)
    return f"{write_number(found // 10**places, lang)}{POINT[lang]}{found % 10**places:0{places}d}"

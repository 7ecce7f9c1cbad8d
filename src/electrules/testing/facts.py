"""Facts of a question as a Hypothesis strategy: drawn from the declared terms, thresholds and their neighbours likely."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from ..diagnostics.errors import FactErrors
from ..limits import FIRST_DAY, LAST_DAY
from ..rulebook import Rulebook
from ..tree.types import Clock, Day, ListOf, Moment, Number, OneOf, Term, Text, Type, YesNo
from ..values.number import exact

Values = st.SearchStrategy[object]
FAR = 10**9
"""How far a number without a declared end is drawn."""
_TEXTS = ("A", "B")
_RECORDS = 5
_ROUND = (1_000_000, 100_000, 10_000, 1_000, 100, 10)


def facts(
    law: Rulebook, term: str | Term, on: date | str | None = None, *, partial: bool = False, known: date | str | None = None
) -> st.SearchStrategy[dict[str, object]]:
    """Facts that `ask` takes for *term* asked *on* a day (None: on the day from which the newest law is in force)."""
    day = on if on is not None else max((first for first, _ in law.intervals if first is not None), default=FIRST_DAY)
    asked = law.facts_of(term, on=day, known=known)
    there = {each.id: each for each in asked}
    drawn = {each.id: _values(each.type, _marks(law, term, each, day, known)) for each in asked}
    order = sorted(asked, key=lambda each: isinstance(each.type, OneOf) and each.type.binding is not None)

    @st.composite
    def one(draw: st.DrawFn) -> dict[str, object]:
        found: dict[str, object] = {}
        for each in order:
            if partial and draw(st.booleans()):
                continue
            free = isinstance(each.type, OneOf) and not _binds(each.type, found, there)
            found[each.id] = draw(st.just("X") | drawn[each.id]) if free else draw(drawn[each.id])
        return {each.id: found[each.id] for each in asked if each.id in found}

    def taken(given: Mapping[str, object]) -> bool:
        """Constraints between facts may refuse them together."""
        try:
            law.ask(term, given, on=day, known=known)
        except FactErrors:
            return False
        return True

    return one().filter(taken)


def _marks(law: Rulebook, term: str | Term, fact: Term, day: date | str, known: date | str | None) -> tuple[object, ...]:
    return tuple(each.value for each in law.thresholds(term, fact, on=day, known=known)) if isinstance(fact.type, Number | Day) else ()


def _binds(type_: OneOf, found: Mapping[str, object], there: Mapping[str, Term]) -> bool:
    """Whether the list must hold what is given, by what has been drawn of the fact on which that hangs."""
    if type_.binding is None:
        return True
    owner, members = type_.binding
    return owner not in there or owner not in found or found[owner] in members


def _values(type_: Type, marks: tuple[object, ...] = ()) -> Values:
    """Values of a type; the simplest are small and round."""
    match type_:
        case YesNo():
            return st.booleans()
        case Number():
            return _numbers(type_, marks)
        case Day():
            days = [each + timedelta(days=step) for each in marks if isinstance(each, date) for step in (0, -1, 1)]
            return st.sampled_from(days) | st.dates(FIRST_DAY, LAST_DAY) if days else st.dates(FIRST_DAY, LAST_DAY)
        case Moment():
            return st.nothing()  # a moment is always concluded
        case Clock():
            return st.times().map(lambda at: time(at.hour, at.minute))
        case OneOf(members):
            return st.sampled_from([each.id for each in members])
        case Text():
            return st.sampled_from(_TEXTS)
        case ListOf(of):
            fields = {name: _values(each) for name, each in of.fields}
            return st.lists(st.fixed_dictionaries(fields), max_size=_RECORDS)


def _numbers(type_: Number, marks: tuple[object, ...]) -> Values:
    """Numbers in range: thresholds and their neighbours, round ones, any."""
    least = type_.least if type_.least is not None else Fraction(-FAR)
    most = type_.most if type_.most is not None else Fraction(FAR)
    near = [Fraction(each) + step for each in marks if isinstance(each, int | Fraction) for step in (0, -1, 1)]
    inside = [exact(each) for each in near if least <= each <= most and (not type_.whole or each.denominator == 1)]
    low, high = -(-least.numerator // least.denominator), most.numerator // most.denominator
    ways: list[Values] = [st.integers(-(-low // step), high // step).map(step.__mul__) for step in _ROUND if -(-low // step) < high // step]
    if inside:
        ways.insert(0, st.sampled_from(inside))
    fine = max(100, least.denominator, most.denominator)  # the ends lie among what is drawn
    ways.append(st.integers(low, high) if type_.whole else st.fractions(least, most, max_denominator=fine).map(exact))
    return st.one_of(*ways)

"""What a case in words leaves doubtful: a fact stated twice, a unit of no one fact, a unit that is not the fact's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..syntax.lexicon import Lexicon
from ..syntax.written import Bounded, Case, Condition, Quantity
from ..tree.types import Number, Term
from .written import given_by


def doubtful(cases: Iterable[Case], lexicon: Lexicon) -> Iterator[Diagnostic]:
    """Each fact of *cases* that would be dropped, or take the place of another, in silence."""
    for case in cases:
        seen: set[str] = set()
        words = lexicon.reading(case.span.path)
        for given in case.facts:
            yield from _units(given, words)
            pair = given_by(given, words)
            if pair is None:
                continue
            if pair[0] in seen:
                name = _name(words.by_id.get(pair[0]), pair[0])
                yield diagnose("ER0607", given.span, name=name, other=name)
            seen.add(pair[0])


def _units(given: Condition, lexicon: Lexicon) -> Iterator[Diagnostic]:
    """Whether the number that *given* states is counted as its fact is."""
    if not isinstance(given, Bounded) or not isinstance(given.range.least, Quantity):
        return
    unit = given.range.least.unit.id if given.range.least.unit else ""
    called = _unit(unit, lexicon)
    if given.term is None:
        facts = lexicon.facts_with_unit(unit) if unit else ()
        if len(facts) > 1:
            listed = ", ".join(each.names[0][0] for each in facts), ", ".join(each.names[1][0] for each in facts)
            yield diagnose("ER0506", given.span, words=called, candidates=listed)
        elif not facts:
            yield diagnose("ER0506", given.span, words=called, case="none")
        return
    term = lexicon.by_id.get(given.term.id)
    if term is not None and isinstance(term.type, Number) and unit and term.type.unit != unit:
        value = str(given.range.least.number)
        wanted = _unit(term.type.unit, lexicon)
        yield diagnose("ER0503", given.range.least.span, what=value, found=called, other=_name(term, term.id), wanted=wanted)


def _unit(unit: str, lexicon: Lexicon) -> tuple[str, str]:
    found = lexicon.units.get(unit)
    return (found.vi[0], found.en[0]) if found else ("không đơn vị", "no unit")


def _name(term: Term | None, id: str) -> tuple[str, str]:
    return (term.names[0][0], term.names[1][0]) if term else (id, id)

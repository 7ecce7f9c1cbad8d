"""Conditions: what must hold, as expressions; names that carry reference find their fact here."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from ...limits import PLACES
from ...source.span import Span
from ...syntax.written import (
    Aged,
    Both,
    Bounded,
    Condition,
    Covered,
    Denied,
    Determined,
    Either,
    Is,
    IsNot,
    LiesIn,
    Matches,
    Quantity,
    Range,
    Subject,
    Word,
    WrittenValue,
)
from ...tree.nodes import All, Among, Any, Bracket, Compare, Expr, HasValue, Not, Shift
from ...tree.types import Day, Number, OneOf, Term, YesNo
from ...values.number import number_in_both
from .names import listed, term_name, type_name, unit_name, word_name
from .scope import NEVER, Scope
from .values import Typed, constant, counted, same_unit, shared_unit, value, wrong_type


def condition(written: Condition, scope: Scope) -> Expr:
    """The expression of a written condition."""
    match written:
        case Is(flag):
            return _flag(flag, scope)
        case IsNot(flag):
            return Not(_flag(flag, scope), citation=scope.citation)
        case Matches(word, members, negated):
            return _negated(matching(word, members, scope), negated, scope)
        case LiesIn(members):
            return _lying_in(members, scope, written.span)
        case Bounded(word, range_, negated):
            return _negated(bounded(word, range_, scope), negated, scope)
        case Aged():
            return _aged(written, scope)
        case Covered():
            return covered(written, scope)
        case Determined(concluded):
            term = scope.term(concluded, "conclusion")
            if term is None:
                return NEVER
            scope.used[term.id] = None
            return HasValue(term.id, citation=scope.citation)
        case Denied(of):
            return Not(condition(of, scope), citation=scope.citation)
        case Both(parts):
            return both(tuple(condition(each, scope) for each in parts), scope)
        case Either(parts):
            return either(tuple(condition(each, scope) for each in parts), scope)


def both(parts: tuple[Expr, ...], scope: Scope) -> Expr:
    """All of *parts*; what is itself an "and" is taken apart."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, All) else (part,)))
    return flat[0] if len(flat) == 1 else All(flat, citation=scope.citation)


def either(parts: tuple[Expr, ...], scope: Scope) -> Expr:
    """Any of *parts*; what is itself an "or" is taken apart."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, Any) else (part,)))
    return flat[0] if len(flat) == 1 else Any(flat, citation=scope.citation)


def subject(written: Subject, scope: Scope) -> Expr:
    """The units of which a statement speaks: on the list, and as qualified; of a body, under the condition of who refers to it."""
    parts: tuple[Expr, ...] = ()
    if any(each.kind == "member" for each in written.members):
        parts = (_of_subject(written, scope),)
    elif scope.applied is not None:
        parts = (scope.applied.subject,)
    if written.qualifier is not None:
        parts = (*parts, condition(written.qualifier, scope))
    return both(parts, scope)


def _of_subject(written: Subject, scope: Scope) -> Expr:
    members = tuple(each for each in written.members if each.kind == "member")
    applied = scope.applied
    if applied is not None and frozenset(each.id for each in members) == applied.replaced:
        return applied.subject
    return matching(None, members, scope)


# ------------------------------------------------------------------------ atoms


def _flag(word: Word, scope: Scope) -> Expr:
    term = scope.term(word)
    if term is None:
        return NEVER
    if not isinstance(term.type, YesNo):
        scope.say("ER0502", word.span, what=term_name(term), found=type_name(term.type), wanted=type_name(YesNo()))
        return NEVER
    return scope.read(term)


def _aged(written: Aged, scope: Scope) -> Expr:
    """Born no later than so many years before the day; who was born on 29 February is a year older on 1 March where there is no 29th."""
    terms = scope.term(written.born), scope.term(written.on)
    for term, word in zip(terms, (written.born, written.on), strict=True):
        if term is None:
            return NEVER
        if not isinstance(term.type, Day):
            wrong_type(Typed(scope.read(term), term.type, term_name(term), word.span), type_name(Day()), scope)
            return NEVER
    if written.years.denominator != 1:
        scope.say("ER0511", written.span, number=number_in_both(written.years), unit=unit_name(scope.lexicon, "year"))
        return NEVER
    born, on = (scope.read(term) for term in terms if term is not None)
    return Compare("<=", born, Shift(on, -int(written.years), "year", citation=scope.citation), citation=scope.citation)


def _negated(expr: Expr, negated: bool, scope: Scope) -> Expr:
    return Not(expr, citation=scope.citation) if negated else expr


def matching(word: Word | None, members: tuple[Word, ...], scope: Scope) -> Expr:
    """A list term is one of *members*; without a term, that of the list on which each member stands."""
    if word is not None:
        term = scope.term(word)
        return _among(term, members, scope) if term else NEVER
    groups: dict[str, list[Word]] = {}
    for member in members:
        owner = scope.lexicon.list_of(member)
        if owner:
            groups.setdefault(owner, []).append(member)
        else:
            scope.say("ER0508", member.span, name=word_name(scope.lexicon, member), list="…")
    parts = tuple(_among(scope.lexicon.by_id[owner], tuple(group), scope) for owner, group in groups.items())
    return either(parts, scope) if parts else NEVER


def on_list(word: Word, term: Term, scope: Scope) -> bool:
    """Whether the member *word* is on the list of *term*; says so, with the members that are, if not."""
    assert isinstance(term.type, OneOf)
    names = {member.id: (member.en if scope.lang == "en" else member.vi)[0] for member in term.type.members}
    if word.id in names:
        return True
    scope.say("ER0508", word.span, name=word_name(scope.lexicon, word), list=term_name(term), expected=tuple(names.values())[:PLACES])
    return False


def _among(term: Term, members: tuple[Word, ...], scope: Scope) -> Expr:
    if not isinstance(term.type, OneOf):
        scope.say("ER0502", members[0].span, what=term_name(term), found=type_name(term.type), wanted=type_name(OneOf((), "")))
        return NEVER
    for member in members:
        on_list(member, term, scope)
    return Among(scope.read(term), tuple(each.id for each in members), citation=scope.citation)


def _lying_in(members: tuple[Word, ...], scope: Scope, span: Span) -> Expr:
    groups: dict[str, list[Word]] = {}
    for member in members:
        terms = scope.reading(member.span).lies_in.get(scope.lexicon.list_of(member), ())
        if len(terms) == 1:
            groups.setdefault(terms[0], []).append(member)
        elif terms:
            names = [term_name(scope.lexicon.by_id[each]) for each in terms]
            scope.say("ER0506", span, words=word_name(scope.lexicon, member), candidates=listed(names), case="list")
        else:
            scope.say("ER0506", span, words=word_name(scope.lexicon, member), case="lies")
    parts = tuple(_among(scope.lexicon.by_id[term], tuple(group), scope) for term, group in groups.items())
    return either(parts, scope) if parts else NEVER


def covered(written: Covered, scope: Scope) -> Expr:
    """The unit is a case of what stands at the places: of the subjects there, never of their brackets."""
    cases = tuple(case for place in scope.places(written.references) for case in scope.around.covered(place, scope.applied, scope.used))
    return _negated(either(cases, scope) if cases else Any((), citation=scope.citation), written.negated, scope)


# ----------------------------------------------------------------------- ranges


def measured(range_: Range, scope: Scope, word: Word | None = None) -> Typed | None:
    """What a range speaks of: the term named or, of a bare unit, the one fact that is counted in it."""
    term = scope.term(word) if word is not None else _by_unit(range_, scope)
    return Typed(scope.read(term), term.type, term_name(term), word.span if word else range_.span) if term else None


def _by_unit(range_: Range, scope: Scope) -> Term | None:
    unit = next((unit for end in (range_.least, range_.most) if end is not None and (unit := _unit_of(end))), None)
    if unit is None:
        scope.say("ER0506", range_.span, words="…", case="none")
        return None
    return counted(unit, range_.span, scope)


def _unit_of(written: WrittenValue) -> str | None:
    return written.unit.id if isinstance(written, Quantity) and written.unit else None


def bounded(word: Word | None, range_: Range, scope: Scope) -> Expr:
    """A value lies in a range."""
    of = measured(range_, scope, word)
    return lies_in(of, range_, scope) if of else NEVER


def lies_in(of: Typed, range_: Range, scope: Scope, cuts: tuple[Fraction, ...] = ()) -> Expr:
    """*of* lies in *range_*: a bracket where both ends are plain numbers, else comparisons."""
    ends = ends_of(of, range_, scope)
    if ends is None:
        return NEVER
    least, most = ends
    if isinstance(of.type, Number) and _plain_ends(ends):
        low, high = constant(least) if least else None, constant(most) if most else None
        return Bracket(of.expr, low, range_.over, high, range_.under, cuts, citation=scope.citation)
    if least is not None and most is not None and range_.least is range_.most:
        return Compare("=", of.expr, least.expr, citation=scope.citation)
    parts: list[Expr] = []
    if least is not None:
        parts.append(Compare(">" if range_.over else ">=", of.expr, least.expr, citation=scope.citation))
    if most is not None:
        parts.append(Compare("<" if range_.under else "<=", of.expr, most.expr, citation=scope.citation))
    return both(tuple(parts), scope)


def _plain_ends(ends: tuple[Typed | None, Typed | None]) -> bool:
    return all(end is None or constant(end) is not None for end in ends)


def ends_of(of: Typed, range_: Range, scope: Scope) -> tuple[Typed | None, Typed | None] | None:
    """The ends of *range_*, typed and checked against what they bound; None where one is wrong."""
    ends: list[Typed | None] = []
    for end in _sharing_unit(range_):
        typed = value(end, scope) if end is not None else None
        if end is not None and (typed is None or not comparable(of, typed, scope)):
            return None
        ends.append(typed)
    low, high = ends
    if (
        low
        and high
        and (a := constant(low)) is not None
        and (b := constant(high)) is not None
        and (a > b or (a == b and (range_.over or range_.under)))
    ):
        scope.say("ER0504", range_.span, what=of.name, value=number_in_both(a), least=number_in_both(a), most=number_in_both(b), case="empty")
        return None
    return low, high


def _sharing_unit(range_: Range) -> tuple[WrittenValue | None, WrittenValue | None]:
    """The ends of *range_*; "from 3.000 to 4.000 people" says the unit once."""
    match range_.least, range_.most:
        case Quantity(_, None, False) as low, Quantity(_, unit, False) as high if unit is not None:
            return evolve(low, unit=unit), high
        case Quantity(_, unit, False) as low, Quantity(_, None, False) as high if unit is not None:
            return low, evolve(high, unit=unit)
        case Quantity(_, None, False) as low, Quantity(_, None, True) as high:
            return evolve(low, number=low.number / 100, percent=True), high
        case ends:
            return ends


def comparable(a: Typed, b: Typed, scope: Scope) -> bool:
    """Whether two values can be compared: of one type and unit."""
    if isinstance(a.type, Number) and isinstance(b.type, Number):
        return shared_unit(a.type.unit, b.type.unit, scope) is not None or same_unit(b, a, scope, b.span)
    if type(a.type) is type(b.type) and not isinstance(a.type, YesNo | OneOf):
        return True
    wrong_type(b, type_name(a.type), scope)
    return False

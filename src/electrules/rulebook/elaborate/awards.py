"""Awards: values that are concluded, held against their term and between the cap and the floor of their statement."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import evolve

from ...syntax.written import Award, Cap, Decides, Floor, Piece, Word
from ...tree.nodes import Decision, Expr, Extreme, Literal
from ...tree.types import Number, OneOf, Term, YesNo
from ...values.number import number_in_both
from .conditions import on_list
from .names import Names, term_name, type_name, word_name
from .scope import NEVER, Scope
from .values import Typed, constant, quantity, same_unit, value, wrong_type


class Limits:
    """The cap and the floor of one statement, and whether they bounded anything."""

    def __init__(self, pieces: Iterable[Piece], scope: Scope) -> None:
        there = tuple(pieces)
        caps = [quantity(each.most, scope) for each in there if isinstance(each, Cap)]
        floors = [quantity(each.least, scope) for each in there if isinstance(each, Floor)]
        self.cap = min(caps, key=_number, default=None)
        self.floor = max(floors, key=_number, default=None)
        self.used = False

    def check(self, scope: Scope) -> None:
        """A cap or floor must bound something."""
        bound = self.cap or self.floor
        if bound is not None and not self.used:
            scope.say("ER0510", bound.span, words=bound.name)

    def of(self, bound: Typed | None, term: Typed, scope: Scope) -> Fraction | None:
        """The number of *bound*, which bounds *term*; None where there is none, or its unit is wrong, which is said."""
        if bound is None:
            return None
        self.used = True
        return constant(bound) if same_unit(bound, term, scope, bound.span) else None

    def hold(self, given: Typed, term: Term, scope: Scope) -> Typed:
        """*given*, lowered to the cap and raised to the floor."""
        as_term = Typed(given.expr, term.type, term_name(term), given.span)
        given = lowered(given, self.cap, self.of(self.cap, as_term, scope), scope)
        return raised(given, self.floor, self.of(self.floor, as_term, scope), scope)


def _number(bound: Typed) -> Fraction:
    return constant(bound) or Fraction(0)


def lowered(given: Typed, cap: Typed | None, limit: Fraction | None, scope: Scope) -> Typed:
    """*given* or *limit*, whichever is less."""
    assert isinstance(given.type, Number)
    low, high = given.type.least, given.type.most
    if cap is None or limit is None or (high is not None and high <= limit):
        return given
    over = low is not None and low >= limit
    expr: Expr = cap.expr if over else Extreme("least", (given.expr, cap.expr), citation=scope.citation)
    return evolve(given, expr=expr, type=evolve(given.type, least=None if low is None else min(low, limit), most=limit))


def raised(given: Typed, floor: Typed | None, limit: Fraction | None, scope: Scope) -> Typed:
    """*given* or *limit*, whichever is greater."""
    assert isinstance(given.type, Number)
    low, high = given.type.least, given.type.most
    if floor is None or limit is None or (low is not None and low >= limit):
        return given
    under = high is not None and high <= limit
    expr: Expr = floor.expr if under else Extreme("greatest", (given.expr, floor.expr), citation=scope.citation)
    return evolve(given, expr=expr, type=evolve(given.type, least=limit, most=None if high is None else max(high, limit)))


def awarded(award: Award, term: Term, limits: Limits, scope: Scope) -> Typed | None:
    """The value of an award, checked against its term and held within the limits of its statement."""
    given, wanted = _given(award, term, scope), term.type
    if given is None:
        return None
    if not isinstance(wanted, Number) or not isinstance(given.type, Number):
        if type(given.type) is type(wanted):
            return given
        wrong_type(given, type_name(wanted), scope)
        return None
    if not same_unit(given, Typed(given.expr, wanted, term_name(term), given.span), scope, given.span):
        return None
    if wanted.whole and not given.type.whole:
        scope.say("ER0507", given.span, what=term_name(term))
        return None
    given = limits.hold(given, term, scope)
    return given if in_range(given, term, scope) else None


def _given(award: Award, term: Term, scope: Scope) -> Typed | None:
    """The value of an award: worked out, a member of a list, or yes or no."""
    match award.value:
        case bool() as holds:
            return Typed(Literal(holds, citation=scope.citation), YesNo(), term_name(term), award.span)
        case Word(_, id) as member:
            if not isinstance(term.type, OneOf):
                scope.say("ER0502", member.span, what=term_name(term), found=type_name(term.type), wanted=type_name(OneOf((), "")))
                return None
            if not on_list(member, term, scope):
                return None
            return Typed(Literal(id, citation=scope.citation), term.type, word_name(scope.lexicon, member), member.span)
        case worked_out:
            return value(worked_out, scope)


def concluding(word: Word, scope: Scope) -> Term | None:
    """The conclusion that *word* names, of which a value can be said."""
    term = scope.term(word, "conclusion")
    if term is not None and isinstance(term.type, YesNo) and word.kind in ("verb", "term"):
        scope.say("ER0502", word.span, what=term_name(term), found=type_name(term.type), wanted=type_name(Number(None, None)))
        return None
    return term


def in_range(given: Typed, term: Term, scope: Scope) -> bool:
    """Whether *given* stays in the declared range of *term* as far as that is known; says so, with a witness, if not."""
    declared, type_ = term.type, given.type
    if not isinstance(declared, Number) or not isinstance(type_, Number):
        return True
    witness = None
    if declared.least is not None and type_.least is not None and type_.least < declared.least:
        witness = type_.least
    elif declared.most is not None and type_.most is not None and type_.most > declared.most:
        witness = type_.most
    if witness is None:
        return True
    scope.say("ER0504", given.span, what=term_name(term), value=number_in_both(witness), least=_end(declared.least), most=_end(declared.most))
    return False


def _end(number: Fraction | None) -> Names:
    return ("∞", "∞") if number is None else number_in_both(number)


def decided(piece: Decides, term: Term, limits: Limits, scope: Scope) -> Decision | None:
    """What an authority decides, between the floor and the cap of the statement, else within the ranges that are declared."""
    fact = scope.words.decisions.get(term.id)
    if fact is None:
        scope.say("ER0506", piece.term.span, words=term_name(term), case="decision")
        return None
    least, most, unit = None, None, ""
    if isinstance(term.type, Number) and isinstance(fact.type, Number):
        unit = term.type.unit
        as_term = Typed(NEVER, term.type, term_name(term), piece.term.span)
        least, most = limits.of(limits.floor, as_term, scope), limits.of(limits.cap, as_term, scope)
        if (least is None and limits.floor is not None) or (most is None and limits.cap is not None):
            return None
        least = least if least is not None else _largest(fact.type.least, term.type.least)
        most = most if most is not None else _smallest(fact.type.most, term.type.most)
    authority = scope.lexicon.authorities[piece.authority.id]
    proposer = scope.lexicon.authorities.get(piece.proposer.id) if piece.proposer else None
    proposing = (proposer.vi[0], proposer.en[0]) if proposer else None
    return Decision(fact.id, (authority.vi[0], authority.en[0]), proposing, least, most, unit, citation=scope.citation)


def _largest(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return max((each for each in (a, b) if each is not None), default=None)


def _smallest(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return min((each for each in (a, b) if each is not None), default=None)

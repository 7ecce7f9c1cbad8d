"""Tables: a subject and pieces. Brackets, stepped scales, awards, decisions, what does not arise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import ceil, floor

from attrs import evolve, frozen

from ...corpus.rewrite import placed_pieces, table_of
from ...corpus.version import Version
from ...source.citation import Address, Citation
from ...source.span import Span
from ...syntax.written import Absent, Award, Cap, Decides, Flat, Floor, Lettered, Piece, Quantity, Range, Step, Table, Word
from ...tree.nodes import All, Bracket, Decision, Expr, Extreme, NotApplicable, Scale
from ...tree.types import Number, Term, YesNo
from .conditions import both, condition, lies_in, measured, subject
from .names import FIXED_NUMBER, listed, term_name, type_name, unit_name
from .scope import NEVER, Scope
from .values import Typed, constant, quantity, same_unit, value, wrong_type


@frozen
class Made:
    """A piece as a rule: what it concludes, where, and the pieces that it builds on."""

    term: str
    condition: Expr
    value: Expr
    place: Address
    builds_on: tuple[Citation, ...] = ()


@frozen
class _Reached:
    """A piece of a scale as the next one sees it: where it ends, what it reaches there, and on what it builds in turn."""

    citation: Citation
    most: Fraction | None
    at_most: Fraction | None
    builds_on: tuple[Citation, ...] = ()


@frozen
class _Placed:
    """A piece without its letter, where it stands, and how an answer cites it."""

    piece: Piece
    place: Address
    citation: Citation


def guard(table: Table, scope: Scope) -> tuple[Expr, ...]:
    """The parts of the condition under which *table* speaks, without its brackets."""
    parts: tuple[Expr, ...] = ()
    if table.subject is not None:
        parts = _taken_apart(subject(table.subject, scope))
    elif scope.applied is not None:
        parts = _taken_apart(scope.applied.subject)
    if table.when is not None:
        parts = (*parts, *_taken_apart(condition(table.when, scope)))
    return parts


def _taken_apart(expr: Expr) -> tuple[Expr, ...]:
    return expr.parts if isinstance(expr, All) else (expr,)


def bare(piece: Piece) -> Piece:
    """*piece* without its letter."""
    while isinstance(piece, Lettered):
        piece = piece.piece
    return piece


def cited(place: Address, scope: Scope) -> Citation:
    """*place*, inside the provision that is elaborated, as an answer cites it."""
    return scope.citation if place == scope.here else evolve(scope.citation, clause=place.clause, point=place.point)


def concluded(table: Table, guarded: tuple[Expr, ...], scope: Scope) -> tuple[Made, ...]:
    """The rules of the pieces of *table* that conclude a value."""
    run = _Table(table, guarded, scope, _placed(table, scope.here, scope))
    made = tuple(each for placed in run.pieces if (each := run.piece(placed)) is not None)
    run.check_bounds()
    return made


def _placed(table: Table, at: Address, scope: Scope) -> tuple[_Placed, ...]:
    return tuple(_Placed(bare(piece), place, cited(place, scope)) for place, piece in placed_pieces(table, at))


def leans_on_others(table: Table) -> bool:
    """Whether a step of *table* begins where no piece before it ends, so that the other points of its clause must say from what it goes on."""
    ends: set[object] = set()
    for piece in map(bare, table.pieces):
        if isinstance(piece, Step) and isinstance(piece.range.least, Quantity) and piece.range.least.number not in ends:
            return True
        if isinstance(piece, Flat | Step) and isinstance(piece.range.most, Quantity):
            ends.add(piece.range.most.number)
    return False


class _Table:
    """Scratch state of one table."""

    def __init__(self, table: Table, guarded: tuple[Expr, ...], scope: Scope, pieces: tuple[_Placed, ...], alone: bool = False) -> None:
        self.table = table
        self.pieces = pieces
        self.alone = alone
        self.guarded = guarded
        self.scope = scope
        self.cap = self.bound(Cap)
        self.floor = self.bound(Floor)
        self.bounded = False
        self.measures: dict[int, Typed | None] = {}
        self.boundaries: dict[str, tuple[Fraction, ...]] = {}
        self.reached: dict[str, list[_Reached]] = {}

    def bound(self, kind: type[Cap | Floor]) -> Typed | None:
        """The tightest cap or floor of the table."""
        found = [
            quantity(each.most if isinstance(each, Cap) else each.least, self.scope)
            for each in map(bare, self.table.pieces)
            if isinstance(each, kind)
        ]
        pick = min if kind is Cap else max
        return pick(found, key=lambda each: constant(each) or Fraction(0), default=None)

    def check_bounds(self) -> None:
        """A cap or floor must bound something."""
        bound = self.cap or self.floor
        if bound is not None and not self.bounded:
            self.scope.say("ER0509", bound.span, words=bound.name)

    def piece(self, placed: _Placed) -> Made | None:
        piece, place, scope = placed.piece, placed.place, self.scope.at(placed.citation)
        match piece:
            case Award(word, _):
                term = concluding(word, scope)
                made = self.awarded(piece, term, scope) if term else None
                return Made(word.id, both(self.guarded, scope), made.expr, place) if made else None
            case Flat():
                return self.flat(piece, place, scope)
            case Step():
                return self.step(piece, place, scope)
            case Decides():
                return self.decision(piece, place, scope)
            case Absent(word):
                term = concluding(word, scope)
                return Made(word.id, both(self.guarded, scope), NotApplicable(citation=scope.citation), place) if term else None
            case _:
                return None

    # ----------------------------------------------------------------- awards

    def awarded(self, award: Award, term: Term, scope: Scope) -> Typed | None:
        """The value of an award, checked against its term and lowered by the cap of the statement."""
        given = value(award.value, scope)
        return self.fitted(given, term, scope) if given else None

    def fitted(self, given: Typed, term: Term, scope: Scope) -> Typed | None:
        wanted = term.type
        if not isinstance(wanted, Number):
            if type(given.type) is type(wanted):
                return given
            wrong_type(given, type_name(wanted), scope)
            return None
        if not isinstance(given.type, Number):
            wrong_type(given, type_name(wanted), scope)
            return None
        if not same_unit(given, Typed(given.expr, wanted, term_name(term), given.span), scope, given.span):
            return None
        if wanted.whole and not given.type.whole:
            scope.say("ER0507", given.span, what=term_name(term))
            return None
        given = self.within_cap(given, term, scope)
        return given if in_range(given, term, scope) else None

    def within_cap(self, given: Typed, term: Term, scope: Scope) -> Typed:
        """*given*, lowered to the cap and raised to the floor of the statement."""
        assert isinstance(given.type, Number)
        for bound, which in ((self.cap, "least"), (self.floor, "greatest")):
            if bound is None:
                continue
            self.bounded = True
            if not same_unit(bound, Typed(given.expr, term.type, term_name(term), given.span), scope, bound.span):
                continue
            limit = constant(bound)
            assert limit is not None
            low, high = given.type.least, given.type.most
            if which == "least":
                settled = high is not None and high <= limit
                over = low is not None and low >= limit
                low, high = (None if low is None else min(low, limit)), (limit if high is None else min(high, limit))
            else:
                settled = low is not None and low >= limit
                over = high is not None and high <= limit
                low, high = (limit if low is None else max(low, limit)), (None if high is None else max(high, limit))
            if settled:
                continue
            expr: Expr = bound.expr if over else Extreme(which, (given.expr, bound.expr), citation=scope.citation)
            given = evolve(given, expr=expr, type=evolve(given.type, least=low, most=high))
        return given

    # ----------------------------------------------------------------- scales

    def measured(self, piece: Flat | Step, scope: Scope) -> Typed | None:
        """What the range of *piece* speaks of; looked up once."""
        if id(piece) not in self.measures:
            self.measures[id(piece)] = measured(piece.range, scope)
        return self.measures[id(piece)]

    def cuts(self, of: Typed) -> tuple[Fraction, ...]:
        """The boundaries of all pieces of the table that measure the same."""
        key = _measure(of)
        if key not in self.boundaries:
            found: set[Fraction] = set()
            for piece in (each.piece for each in self.pieces):
                if isinstance(piece, Flat | Step):
                    other = self.measured(piece, self.scope)
                    if other is not None and _measure(other) == key:
                        found.update(end.number for end in (piece.range.least, piece.range.most) if isinstance(end, Quantity))
            self.boundaries[key] = tuple(sorted(found))
        return self.boundaries[key]

    def bracket(self, range_: Range, of: Typed, scope: Scope) -> Expr:
        return lies_in(of, range_, scope, self.cuts(of))

    def flat(self, piece: Flat, place: Address, scope: Scope) -> Made | None:
        range_, award = piece.range, piece.award
        of, term = self.measured(piece, scope), concluding(award.term, scope)
        if of is None or term is None:
            return None
        inside = self.bracket(range_, of, scope)
        given = self.awarded(award, term, scope)
        if inside is NEVER or given is None:
            return None
        if isinstance(inside, Bracket):
            uncapped = award.value.number if isinstance(award.value, Quantity) else None
            self.reach(of, _Reached(scope.citation, inside.most, uncapped))
        return Made(term.id, both((*self.guarded, inside), scope), given.expr, place)

    def reach(self, of: Typed, piece: _Reached) -> None:
        self.reached.setdefault(_measure(of), []).append(piece)

    def step(self, piece: Step, place: Address, scope: Scope) -> Made | None:
        of = self.measured(piece, scope)
        term = self.stepping(piece, scope)
        if of is None or term is None:
            return None
        inside = self.bracket(piece.range, of, scope)
        if not isinstance(inside, Bracket):
            if inside is not NEVER:
                wrong_type(of, FIXED_NUMBER, scope)
            return None
        step, gain = quantity(piece.step, scope), quantity(piece.gain, scope)
        as_term = Typed(of.expr, term.type, term_name(term), piece.gain.span)
        if not isinstance(term.type, Number):
            wrong_type(gain, type_name(term.type), scope)
            return None
        fits = same_unit(step, of, scope, piece.step.span)
        if not same_unit(gain, as_term, scope, piece.gain.span) or not fits:
            return None
        before = self.before(inside, of)
        if before is None or before.at_most is None or inside.least is None:
            scope.say("ER0509", piece.span, words=f"{piece.step.number} → {piece.gain.number}")
            return None
        if piece.step.number <= 0:
            scope.say("ER0504", piece.step.span, what=step.name, value=str(piece.step.number), least="1", most="∞")
            return None
        scale = Scale(
            of.expr,
            inside.least,
            piece.step.number,
            piece.gain.number,
            before.at_most,
            self.limit(as_term, scope),
            piece.partial,
            term.type.unit,
            citation=scope.citation,
        )
        at_most = None if inside.most is None else value_at(evolve(scale, cap=None), inside.most)
        builds_on = tuple(dict.fromkeys((before.citation, *before.builds_on)))
        self.reach(of, _Reached(scope.citation, inside.most, at_most, builds_on))
        given = self.ranged(scale, inside, of, term, piece.span, scope)
        if given is None:
            return None
        others = tuple(each for each in builds_on if each != scope.citation)
        return Made(term.id, both((*self.guarded, inside), scope), given.expr, place, others)

    def stepping(self, piece: Step, scope: Scope) -> Term | None:
        """The term that a step adds to: said by its verb, else by the unit of the gain or the pieces beside it."""
        if piece.verb is not None:
            return concluding(piece.verb, scope)
        beside = next((each.piece.award.term for each in self.pieces if isinstance(each.piece, Flat)), None)
        if beside is not None:
            return concluding(beside, scope)
        unit = piece.gain.unit.id if piece.gain.unit else ""
        found = scope.words.conclusions.get(unit, ())
        if len(found) == 1:
            return found[0]
        words = unit_name(scope.lexicon, unit)
        if found:
            scope.say("ER0506", piece.gain.span, words=words, candidates=listed([term_name(each) for each in found]))
        else:
            scope.say("ER0506", piece.gain.span, words=words, case="none")
        return None

    def before(self, inside: Bracket, of: Typed) -> _Reached | None:
        """The piece that ends where this one begins: in the same statement, else of the same subject at another point of the clause."""
        found = _ending(self.reached.get(_measure(of), ()), inside.least)
        return found if found is not None or self.alone else _ending(self.beside().get(_measure(of), ()), inside.least)

    def beside(self) -> Mapping[str, Iterable[_Reached]]:
        """What is reached by all pieces of the same subject in the clause, this statement among them."""
        scope = self.scope
        clause = evolve(scope.here, point=None)
        others = [
            each
            for version, _ in scope.around.standing(clause)
            if version.address != scope.here and not any(guard.negated for guard in version.guards)
            for each in _of_subject(self.table, version, scope)
        ]
        pieces = sorted((*others, *self.pieces), key=_begins)
        run = _Table(self.table, (), scope.quiet(), tuple(pieces), alone=True)
        for placed in pieces:
            if isinstance(placed.piece, Flat | Step):
                run.piece(placed)
        return run.reached

    def limit(self, term: Typed, scope: Scope) -> Fraction | None:
        if self.cap is None:
            return None
        self.bounded = True
        return constant(self.cap) if same_unit(self.cap, term, scope, self.cap.span) else None

    def ranged(self, scale: Scale, inside: Bracket, of: Typed, term: Term, span: Span, scope: Scope) -> Typed | None:
        """*scale* with the range that it surely keeps, checked against that of *term*."""
        assert isinstance(term.type, Number) and isinstance(of.type, Number)
        first = inside.least if inside.least is not None else of.type.least
        last = min((each for each in (inside.most, of.type.most) if each is not None), default=None)
        low = None if first is None else scale.base if scale.cap is None else min(scale.base, scale.cap)
        high = scale.cap if last is None else value_at(scale, max(last, first) if first is not None else last)
        ends = [each for each in (low, high) if each is not None]
        whole = all(each.denominator == 1 for each in (scale.base, scale.gain)) and scale.partial != "share"
        if term.type.whole and not whole:
            scope.say("ER0507", span, what=term_name(term))
            return None
        type_ = Number(
            min(ends) if low is not None and high is not None else None,
            max(ends) if low is not None and high is not None else None,
            term.type.unit,
            whole,
        )
        given = Typed(scale, type_, term_name(term), span)
        if self.floor is not None:
            given = self.within_cap(given, term, scope)
        return given if in_range(given, term, scope) else None

    # -------------------------------------------------------------- decisions

    def decision(self, piece: Decides, place: Address, scope: Scope) -> Made | None:
        """The conclusion is what an authority decides, between the floor and the cap of the statement."""
        term = concluding(piece.term, scope)
        if term is None:
            return None
        fact = scope.words.decisions.get(term.id)
        if fact is None:
            scope.say("ER0506", piece.term.span, words=term_name(term), candidates="—")
            return None
        least, most, unit = None, None, ""
        if isinstance(term.type, Number) and isinstance(fact.type, Number):
            unit = term.type.unit
            as_term = Typed(NEVER, term.type, term_name(term), piece.term.span)
            for bound in (self.cap, self.floor):
                if bound is not None:
                    self.bounded = True
                    if not same_unit(bound, as_term, scope, bound.span):
                        return None
            least = constant(self.floor) if self.floor else _largest(fact.type.least, term.type.least)
            most = constant(self.cap) if self.cap else _smallest(fact.type.most, term.type.most)
        authority = scope.lexicon.authorities[piece.authority.id]
        proposer = scope.lexicon.authorities.get(piece.proposer.id) if piece.proposer else None
        said = Decision(
            fact.id,
            (authority.vi[0], authority.en[0]),
            (proposer.vi[0], proposer.en[0]) if proposer else None,
            least,
            most,
            unit,
            citation=scope.citation,
        )
        return Made(term.id, both(self.guarded, scope), said, place)


def _ending(reached: Iterable[_Reached], at: Fraction | None) -> _Reached | None:
    return next((each for each in reversed(tuple(reached)) if each.most is not None and each.most == at), None)


def _of_subject(table: Table, version: Version, scope: Scope) -> Iterator[_Placed]:
    """The pieces that *version* has for the subject of *table*."""
    there = evolve(scope, here=version.address, citation=version.citation.said_in(scope.lang))
    for statement in version.statements:
        other = table_of(statement)
        if other is not None and other.subject == table.subject and other.when == table.when:
            yield from _placed(other, version.address, there)


def _begins(placed: _Placed) -> Fraction:
    least = placed.piece.range.least if isinstance(placed.piece, Flat | Step) else None
    return least.number if isinstance(least, Quantity) else Fraction(-1)


def _measure(of: Typed) -> str:
    """The term that is measured."""
    return str(getattr(of.expr, "term", ""))


def _largest(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return max((each for each in (a, b) if each is not None), default=None)


def _smallest(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return min((each for each in (a, b) if each is not None), default=None)


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
    scope.say("ER0504", given.span, what=term_name(term), value=str(witness), least=_end(declared.least), most=_end(declared.most))
    return False


def _end(number: Fraction | None) -> str:
    return "∞" if number is None else str(number)


def value_at(scale: Scale, number: Fraction) -> Fraction:
    """What *scale* reaches at *number*."""
    count = max(Fraction(0), (number - scale.above) / scale.step)
    steps = Fraction(floor(count)) if scale.partial == "whole" else Fraction(ceil(count)) if scale.partial == "begun" else count
    total = scale.base + scale.gain * steps
    return total if scale.cap is None else min(total, scale.cap)

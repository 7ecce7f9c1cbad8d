"""Scales: brackets and steps over a measure; each tier goes on from what the one before it reached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import ceil, floor

from attrs import evolve, field, frozen

from ...corpus.place import spoken
from ...corpus.rewrite import table_of
from ...corpus.version import Version
from ...source.citation import Address, Citation
from ...source.span import Span
from ...syntax.written import Absent, Award, Flat, Quantity, Range, Step, Table
from ...tree.nodes import Bracket, Expr, NotApplicable, Scale
from ...tree.types import Number, Term
from ...values.number import number_in_both
from .awards import Limits, awarded, concluding, in_range
from .conditions import both, lies_in, measured
from .names import FIXED_NUMBER, Names, listed, term_name, type_name, unit_name
from .pieces import Made, Placed, bare, pieces_of
from .scope import NEVER, Scope
from .transitions import lowered
from .values import Typed, quantity, same_unit, wrong_type


@frozen
class _Reached:
    """A piece of a scale as the next one sees it: where it ends, what it reaches there, and on what it builds in turn."""

    citation: Citation
    most: Fraction | None
    at_most: Fraction | None
    builds_on: tuple[Citation, ...] = ()


def leans_on_others(table: Table) -> bool:
    """Whether a step of *table* begins where no piece before it ends, so that the other points of its clause must say from what it goes on."""
    ends: set[object] = set()
    for piece in map(bare, table.pieces):
        if isinstance(piece, Step) and isinstance(piece.range.least, Quantity) and piece.range.least.number not in ends:
            return True
        if isinstance(piece, Flat | Step) and isinstance(piece.range.most, Quantity):
            ends.add(piece.range.most.number)
    return False


@frozen
class World:
    """The events of which some transitions hold and others do not (*chosen*, by name), and the conditions under which it is so."""

    chosen: Mapping[str, bool] = field(factory=dict)
    holds: tuple[Expr, ...] = ()

    def has(self, version: Version) -> bool:
        """Whether *version* speaks of these events."""
        return all(self.chosen.get(each.name, True) is not each.negated for each in version.guards)


ANY = World()
"""All events alike."""


def worlds(table: Table, scope: Scope) -> tuple[World, ...]:
    """The events between which the other points of the clause of *table* tell; none where no transition is on them."""
    standing = tuple(version for version, _ in scope.around.standing(evolve(scope.here, point=None)))
    own = tuple(each for each in standing if any(table_of(one) is table for one in each.statements))
    fixed = {guard.name: not guard.negated for guard in own[0].guards} if len(own) == 1 else {}
    guards = {guard.name: guard for each in standing if each.address != scope.here for guard in each.guards if guard.name not in fixed}
    if not guards or len(guards) > MOST_PARTED:
        return (World(fixed),) if fixed else ()
    sides = [(evolve(each, negated=False), evolve(each, negated=True)) for each in guards.values()]
    return tuple(
        World({**fixed, **{each.name: not each.negated for each in side}}, tuple(lowered(each, scope) for each in side)) for side in product(*sides)
    )


MOST_PARTED = 6
"""Transitions on one clause whose events are told apart."""


class Scales:
    """Scratch state of the brackets and steps of one table; *alone*: what other points of the clause say is among the pieces already."""

    def __init__(
        self,
        table: Table,
        pieces: tuple[Placed, ...],
        guarded: tuple[Expr, ...],
        limits: Limits,
        scope: Scope,
        alone: bool = False,
        world: World = ANY,
    ) -> None:
        self.table = table
        self.pieces = pieces
        self.guarded = guarded
        self.limits = limits
        self.scope = scope
        self.alone = alone
        self.world = world
        self.measures: dict[int, Typed | None] = {}
        self.boundaries: dict[str, tuple[Fraction, ...]] = {}
        self.reached: dict[str, list[_Reached]] = {}

    def made(self, placed: Placed) -> Made | None:
        """The rule of a bracket or step."""
        scope = self.scope.at(placed.citation)
        if isinstance(placed.piece, Flat):
            return self.flat(placed.piece, placed.place, scope)
        return self.step(placed.piece, placed.place, scope) if isinstance(placed.piece, Step) else None

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
        if isinstance(award, Absent):
            nothing = NotApplicable(citation=scope.citation)
            return Made(term.id, both((*self.guarded, inside), scope), nothing, place) if inside is not NEVER else None
        given = awarded(award, term, self.limits, evolve(scope, holding=(*self.guarded, inside)))
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
            self.unfounded(piece, scope)
            return None
        if piece.step.number <= 0:
            scope.say("ER0504", piece.step.span, what=step.name, value=number_in_both(piece.step.number), least="1", most="∞")
            return None
        scale = Scale(
            of.expr,
            inside.least,
            piece.step.number,
            piece.gain.number,
            before.at_most,
            self.limits.of(self.limits.cap, as_term, scope),
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

    def unfounded(self, piece: Step, scope: Scope) -> None:
        """Say that a step starts from nothing; where acts rewrote what stands beside it, say which, and where."""
        beside = [version for version, _ in scope.around.standing(evolve(scope.here, point=None)) if version.address != scope.here]
        rewritten = [version for version in beside if version.citation.amended_by]
        if not rewritten:
            scope.say("ER0509", piece.span, words=_stepped(piece))
            return
        acts = listed([spoken(each.address) for version in rewritten for each in version.citation.amended_by])
        places = tuple(version.span for version in rewritten)
        scope.say("ER0509", piece.span, words=_stepped(piece), acts=acts, places=places, case="amended")

    def stepping(self, piece: Step, scope: Scope) -> Term | None:
        """The term that a step adds to: said by its verb, else by the unit of the gain or the pieces beside it."""
        if piece.verb is not None:
            return concluding(piece.verb, scope)
        awards = (each.piece.award for each in self.pieces if isinstance(each.piece, Flat))
        beside = next((each.term for each in awards if isinstance(each, Award)), None)
        if beside is not None:
            return concluding(beside, scope)
        unit = piece.gain.unit.id if piece.gain.unit else ""
        found = scope.words.reading(piece.gain.span.path).conclusions.get(unit) or scope.words.conclusions.get(unit, ())
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
            if version.address != scope.here and self.world.has(version)
            for each in _of_subject(self.table, version, scope)
        ]
        pieces = sorted((*others, *self.pieces), key=_begins)
        run = Scales(self.table, tuple(pieces), (), Limits((), scope), scope.quiet(), alone=True)
        for placed in pieces:
            run.made(placed)
        return run.reached

    def ranged(self, scale: Scale, inside: Bracket, of: Typed, term: Term, span: Span, scope: Scope) -> Typed | None:
        """*scale* with the range that it surely keeps, checked against that of *term*."""
        assert isinstance(term.type, Number)
        assert isinstance(of.type, Number)
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
        if self.limits.floor is not None:
            given = self.limits.hold(given, term, scope)
        return given if in_range(given, term, scope) else None


def _ending(reached: Iterable[_Reached], at: Fraction | None) -> _Reached | None:
    return next((each for each in reversed(tuple(reached)) if each.most is not None and each.most == at), None)


def _of_subject(table: Table, version: Version, scope: Scope) -> Iterator[Placed]:
    """The pieces that *version* has for the subject of *table*."""
    there = evolve(scope, here=version.address, citation=version.citation.said_in(scope.lang))
    for statement in version.statements:
        other = table_of(statement)
        if other is not None and other.subject == table.subject and other.within == table.within and other.when == table.when:
            yield from pieces_of(other, version.address, there)


def _begins(placed: Placed) -> Fraction:
    least = placed.piece.range.least if isinstance(placed.piece, Flat | Step) else None
    return least.number if isinstance(least, Quantity) else Fraction(-1)


def _stepped(piece: Step) -> Names:
    (step_vi, step_en), (gain_vi, gain_en) = number_in_both(piece.step.number), number_in_both(piece.gain.number)
    return f"{step_vi} → {gain_vi}", f"{step_en} → {gain_en}"


def _measure(of: Typed) -> str:
    """The term that is measured."""
    return str(getattr(of.expr, "term", ""))


def value_at(scale: Scale, number: Fraction) -> Fraction:
    """What *scale* reaches at *number*."""
    count = max(Fraction(0), (number - scale.above) / scale.step)
    steps = Fraction(floor(count)) if scale.partial == "whole" else Fraction(ceil(count)) if scale.partial == "begun" else count
    total = scale.base + scale.gain * steps
    return total if scale.cap is None else min(total, scale.cap)

"""Requirements: what must, should or must not hold of a body, a list or anything else; a body is a set of them."""

from __future__ import annotations

from typing import TypeAlias, get_args

from attrs import frozen

from ...source.citation import Address
from ...source.text import fold_key
from ...syntax.written import (
    Besides,
    BodyOf,
    Condition,
    Ensures,
    MayOnly,
    Must,
    MustBe,
    MustExceed,
    MustFall,
    OnlyAmong,
    Quantity,
    Range,
    Table,
    Word,
)
from ...tree.nodes import Arithmetic, Compare, Expr, Literal, Not, Weekday
from ...tree.types import Day, Number
from .conditions import both, condition, either, lies_in, matching, measured
from .names import term_name, type_name
from .scope import NEVER, Scope
from .values import Typed, quantity, same_unit, wrong_type

Requiring: TypeAlias = Ensures | Must | MayOnly | OnlyAmong | Besides | MustFall | MustExceed | MustBe
REQUIRING: tuple[type[Requiring], ...] = get_args(Requiring)


@frozen
class Claim:
    """What a piece requires: *claim* of *subject* ("" for none), with what *force*."""

    subject: str
    condition: Expr
    claim: Expr
    force: str
    place: Address


def subjects_of(table: Table) -> tuple[str, ...]:
    """The bodies of which a table speaks."""
    members = table.subject.members if table.subject else ()
    return tuple(each.id for each in members if each.kind == "body") or ("",)


def required(piece: Requiring, table: Table, guarded: tuple[Expr, ...], place: Address, scope: Scope) -> tuple[Claim, ...]:
    """What *piece* of *table* requires."""
    match piece:
        case Ensures():
            claim = _bounded(piece.are, piece.range, scope)
        case Must():
            claim = _unless(piece.excused, _bounded(piece.term, piece.range, scope), scope)
        case MayOnly():
            claim = _bounded(piece.term, Range(most=piece.most, span=piece.span), scope)
        case OnlyAmong():
            claim = matching(piece.term, piece.members, scope)
        case Besides():
            claim = _besides(piece, scope)
        case MustFall():
            claim = _falling(piece, scope)
        case MustExceed():
            claim = _unless(piece.excused, _exceeding(piece, scope), scope)
        case MustBe():
            claim = condition(piece.condition, scope)
    if claim is NEVER:
        return ()
    if isinstance(piece, MustBe) and piece.excused is not None:
        guarded = (*guarded, Not(condition(piece.excused, scope), citation=scope.citation))
    return tuple(Claim(each, both(guarded, scope), claim, piece.force, place) for each in subjects_of(table))


def _bounded(word: Word | None, range_: Range, scope: Scope) -> Expr:
    of = measured(range_, scope, word)
    return lies_in(of, range_, scope) if of else NEVER


def _besides(piece: Besides, scope: Scope) -> Expr:
    """What is counted is at least so many more than the others."""
    range_ = Range(piece.least, span=piece.span)
    of = measured(range_, scope, _named_like_its_unit(range_, scope))
    others = [_number(each, scope) for each in piece.others]
    if of is None or None in others:
        return NEVER
    together = (*(each.expr for each in others if each is not None), quantity(piece.least, scope).expr)
    return Compare(">=", of.expr, Arithmetic("+", together, citation=scope.citation), citation=scope.citation)


def _number(word: Word, scope: Scope) -> Typed | None:
    """The number that a term counts."""
    term = scope.term(word)
    if term is None:
        return None
    typed = Typed(scope.read(term), term.type, term_name(term), word.span)
    if isinstance(term.type, Number):
        return typed
    wrong_type(typed, type_name(Number(None, None)), scope)
    return None


def _falling(piece: MustFall, scope: Scope) -> Expr:
    """The day *term* falls on that day of the week."""
    term = scope.term(piece.term)
    if term is None:
        return NEVER
    if not isinstance(term.type, Day):
        wrong_type(Typed(scope.read(term), term.type, term_name(term), piece.term.span), type_name(Day()), scope)
        return NEVER
    weekday = Weekday(scope.read(term), citation=scope.citation)
    return Compare("=", weekday, Literal(piece.weekday.number, citation=scope.citation), citation=scope.citation)


def _exceeding(piece: MustExceed, scope: Scope) -> Expr:
    """*term* exceeds *other* by at least so much: one count may exceed another of other things, candidates the seats."""
    term, other = _number(piece.term, scope), _number(piece.other, scope)
    if term is None or other is None:
        return NEVER
    by = quantity(piece.by, scope)
    if not same_unit(by, term, scope, piece.by.span):
        return NEVER
    return Compare(">=", term.expr, Arithmetic("+", (other.expr, by.expr), citation=scope.citation), citation=scope.citation)


def _unless(excused: Condition | None, claim: Expr, scope: Scope) -> Expr:
    """*claim*, or what excuses from it."""
    if excused is None:
        return claim
    excuse = condition(excused, scope)
    return NEVER if claim is NEVER else either((claim, excuse), scope)


def composition(body: BodyOf, scope: Scope) -> tuple[Claim, ...]:
    """The size and the posts of a body; what "several" suggests is a requirement that only should hold."""
    claims = [_counted(body.body.id, body.range, "must", scope)]
    for post in body.posts:
        claims.append(_counted(body.body.id, post.range, "must", scope))
        if post.should is not None:
            claims.append(_counted(body.body.id, Range(least=post.should, span=post.should.span), "should", scope))
    return tuple(each for each in claims if each is not None)


def _counted(body: str, range_: Range, force: str, scope: Scope) -> Claim | None:
    of = measured(range_, scope, _named_like_its_unit(range_, scope))
    claim = lies_in(of, range_, scope) if of else NEVER
    return None if claim is NEVER else Claim(body, both((), scope), claim, force, scope.here)


def _named_like_its_unit(range_: Range, scope: Scope) -> Word | None:
    """Of several facts in the unit of a post or member, the one that is called like the unit: "members", among women and members."""
    unit = next((end.unit for end in (range_.least, range_.most) if isinstance(end, Quantity) and end.unit is not None), None)
    facts = scope.words.reading(range_.span.path).facts.get(unit.id, ()) if unit is not None else ()
    declared = scope.lexicon.units.get(unit.id) if unit is not None else None
    if len(facts) < 2 or declared is None:
        return None
    called = {fold_key(name) for name in (*declared.vi, *declared.en)}
    like = [fact for fact in facts if any(fold_key(name) in called for names in fact.names for name in names)]
    return Word("term", like[0].id, span=range_.span) if len(like) == 1 else None

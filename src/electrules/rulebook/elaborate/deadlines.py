"""Deadlines: the time of a deed, counted from an anchor, as the instrument counts its periods."""

from __future__ import annotations

from attrs import frozen

from ...syntax.written import Anchor, Convention, DayValue, Deadline, Deed, Duration, Timing, Word
from ...tree.nodes import All, At, Expr, Literal, Shift, TimeLimit, WorkingShift
from ...tree.types import Day, Moment, Term
from .conditions import condition
from .names import Names, term_name, type_name, unit_name
from .pieces import Made
from .scope import Scope
from .values import Typed, wrong_type

ORDERING = ("at once", "before", "after")
"""Bounds that put one event before or after another and name no day."""

UNITS = {Day: ("day", "working day", "month", "year"), Moment: ("day", "hour", "month", "year")}


@frozen
class Counting:
    """How an instrument counts its periods: whether the day they are counted from is the first of them, and whether a last day off moves on."""

    anchored: bool = False
    rolls: bool = False


def counting(conventions: tuple[Convention, ...]) -> Counting:
    """What the conventions of an instrument come to."""
    return Counting(any(each.anchored == "in" for each in conventions), any(each.rolls == "next" for each in conventions))


def limited(deadline: Deadline, name: str, scope: Scope, convention: Counting) -> tuple[TimeLimit | None, Made | None]:
    """The limit that a deadline sets, and the rule that concludes the last day of its event (None: it names no last day, or forbids)."""
    deed = deadline.deed if deadline.deed is not None else Deed(deadline.event) if deadline.event is not None else None
    event = scope.term(scope.meant(deed.event), "conclusion") if deed is not None else None
    if deed is None or event is None or not _is_time(event, deed.event, scope):
        return None, None
    when = condition(deadline.when, scope) if deadline.when is not None else All((), citation=scope.citation)
    at = deadline.at
    anchor, base = _anchored(at.anchor, at, event, scope)
    if at.anchor is not None and base is None:
        return None, None
    counted = _counted(at, base, event, convention, scope)
    if counted is None:
        return None, None
    first, last, offset, unit = counted
    limit = TimeLimit(
        name,
        event.id,
        when,
        at.bound,
        None if at.bound in ORDERING else last,
        scope.citation,
        first=first,
        anchor=anchor,
        offset=offset,
        unit=unit,
        counted_from=scope.counted_from.id if scope.counted_from is not None else None,
        start=at.start,
        finish=at.finish,
        force=deed.force,
        actors=tuple(named(scope.meant(each), scope) for each in deed.actors),
        consent=tuple(named(scope.meant(each), scope) for each in deed.consent),
        proposer=named(scope.meant(deed.proposer), scope) if deed.proposer is not None else None,
    )
    own = scope.counted_from is None or deed.event.id in scope.instead  # an event of its own is dated by nothing else
    concludes = last is not None and own and at.bound not in (*ORDERING, "earliest") and deed.force != "must not"
    return limit, Made(event.id, when, last, scope.here) if concludes and last is not None else None


def _is_time(term: Term, word: Word, scope: Scope) -> bool:
    if isinstance(term.type, Day | Moment):
        return True
    wrong_type(Typed(scope.read(term), term.type, term_name(term), word.span), type_name(Day()), scope)
    return False


def named(word: Word, scope: Scope) -> Names:
    """What an actor is called."""
    found = scope.lexicon.authorities.get(word.id) or scope.lexicon.bodies.get(word.id)
    return (found.vi[0], found.en[0]) if found is not None else (word.id, word.id)


def _anchored(anchor: Anchor | None, at: Timing, event: Term, scope: Scope) -> tuple[str | None, Expr | None]:
    """The id of the anchor, and the day or moment that it is."""
    if anchor is None:
        return None, None
    term = scope.term(scope.meant(anchor.term))
    if term is None or not _is_time(term, anchor.term, scope):
        return None, None
    counted_from = scope.words.actual.get(term.id, term) if anchor.happens else scope.anchor(term)
    base = scope.read(counted_from)
    clock = at.finish if at.bound == "latest" else at.start
    if clock is not None and isinstance(event.type, Moment) and isinstance(counted_from.type, Day):
        base = At(base, clock, citation=scope.citation)
    elif isinstance(event.type, Moment) != isinstance(counted_from.type, Moment) and at.bound not in ORDERING:
        typed = Typed(base, counted_from.type, term_name(counted_from), anchor.span)
        wrong_type(typed, type_name(event.type), scope)
        return None, None
    return counted_from.id, base


def _counted(
    at: Timing, base: Expr | None, event: Term, convention: Counting, scope: Scope
) -> tuple[Expr | None, Expr | None, int | None, str] | None:
    """The first and last day of a time, the offset of the first, and its unit; None after saying why it cannot be counted."""
    if base is None:
        first, last = _fixed(at.first, scope), _fixed(at.last, scope)
        return first, last, None, "day"
    if at.count is None:
        return None, base, 0, "day"
    count = _whole(at.count, event, scope)
    if count is None:
        return None
    unit = at.count.unit
    back = at.direction == "before"
    count -= 1 if convention.anchored and at.bound == "within" else 0
    step = -count if back else count
    working = unit == "working day"
    edge: Expr = WorkingShift(base, step, citation=scope.citation) if working else Shift(base, step, unit, citation=scope.citation)
    if convention.rolls and not back and not working and isinstance(event.type, Day):
        edge = WorkingShift(edge, 0, citation=scope.citation)
    if at.bound == "within" and back:
        return edge, Shift(base, 0 if convention.anchored else -1, "day", citation=scope.citation), -count, unit
    return None, edge, -count if back else count, unit


def _fixed(day: DayValue | None, scope: Scope) -> Expr | None:
    return Literal(day.day, citation=scope.citation) if day is not None else None


def _whole(duration: Duration, event: Term, scope: Scope) -> int | None:
    """How many units a period has, where they can be counted."""
    allowed = UNITS[Moment if isinstance(event.type, Moment) else Day]
    if duration.unit in allowed and duration.number.denominator == 1:
        return int(duration.number)
    scope.say("ER0511", duration.span, number=str(duration.number), unit=unit_name(scope.lexicon, duration.unit))
    return None

"""Deadlines: the time of a deed, counted from an anchor, as the instrument counts its periods."""

from __future__ import annotations

from attrs import frozen

from ...corpus.place import spoken
from ...syntax.written import Anchor, Convention, DayValue, Deadline, Deed, Duration, Timing, Word
from ...tree.nodes import All, At, Expr, Extreme, Literal, Shift, TimeLimit, WorkingShift
from ...tree.types import Day, Moment, Term
from ...values.time import write_clock, write_day
from .conditions import condition
from .names import Names, term_name, type_name, unit_name
from .pieces import Made
from .scope import Scope
from .values import Typed, wrong_type

ORDERING = ("at once", "before", "after")
"""Bounds that put one event before or after another and name no day."""

ENDING = ("latest", "within")
"""Bounds of which the counted day is the last of a period: what is to be on that very day, or not before it, ends none."""

UNITS = {Day: ("day", "working day", "month", "year"), Moment: ("day", "hour", "month", "year")}


@frozen
class Counting:
    """How an instrument counts its periods: whether the day they are counted from is the first of them, and whether a last day off moves on."""

    anchored: bool = False
    rolls: bool = False


def counting(conventions: tuple[Convention, ...]) -> Counting:
    """What the conventions of an instrument come to."""
    return Counting(any(each.anchored == "in" for each in conventions), any(each.rolls == "next" for each in conventions))


def agreeing(convention: Convention, scope: Scope) -> None:
    """Say that *convention* contradicts another that is in force in its instrument: neither is chosen."""
    for version, other in scope.around.conventions(scope.here.home):
        if other is convention:
            return  # said where the later of the two stands
        if _disagree(convention.anchored, other.anchored) or _disagree(convention.rolls, other.rolls):
            scope.say("ER0521", convention.span, places=[other.span], other=spoken(version.address))


def _disagree(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def limited(deadline: Deadline, name: str, scope: Scope, convention: Counting) -> tuple[TimeLimit | None, Made | None]:
    """The limit that a deadline sets, and the rule that concludes the last day of its event (None: it names no last day, or forbids)."""
    deed = deadline.deed if deadline.deed is not None else Deed(deadline.event) if deadline.event is not None else None
    event = scope.term(scope.meant(deed.event), "conclusion") if deed is not None else None
    if deed is None or event is None or not _is_time(event, deed.event, scope):
        return None, None
    when = condition(deadline.when, scope) if deadline.when is not None else All((), citation=scope.citation)
    at = deadline.at
    if not _forward(at, event, scope):
        return None, None
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
    if clock is not None and isinstance(event.type, Moment):
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
    if count is None or (at.bound == "within" and _empty(count, at, event, scope)):
        return None
    unit, back = at.count.unit, at.direction == "before"
    step, within = -count if back else count, at.bound == "within"
    if within and convention.anchored:
        edge, offset = _with_first_day(base, step, unit, scope), step - _sign(step) if unit == "day" else step
    else:
        edge, offset = _edge(base, step, unit, scope), step
    if convention.rolls and not back and unit != "working day" and at.bound in ENDING and isinstance(event.type, Day):
        edge = WorkingShift(edge, 0, citation=scope.citation)
    if within and back:
        before = 0 if convention.anchored or unit == "hour" else -1
        return edge, Shift(base, before, "day", citation=scope.citation), offset, unit
    return None, edge, offset, unit


def _edge(base: Expr, step: int, unit: str, scope: Scope) -> Expr:
    """The day or moment *step* of *unit* away from *base*."""
    working = unit == "working day"
    return WorkingShift(base, step, citation=scope.citation) if working else Shift(base, step, unit, citation=scope.citation)


def _with_first_day(base: Expr, step: int, unit: str, scope: Scope) -> Expr:
    """The far end of a period of which the day of *base* is the first (counted back: the last) day.

    It is one day nearer, whatever is counted: a month from 23/05 ends on 22/06. Of working days the day counts if it is one.
    Hours are counted from a moment: no day is counted with them. A month without the day before that of the same number ends
    with its last day, from 31/01 and from 29/01 alike; both ways of coming to the day before are looked at for that.
    """
    nearer = _sign(step)

    def shifted(of: Expr, count: int, by: str) -> Expr:
        return Shift(of, count, by, citation=scope.citation)

    match unit:
        case "hour":
            return shifted(base, step, unit)
        case "day":
            return shifted(base, step - nearer, unit)
        case "working day":
            return WorkingShift(shifted(base, -nearer, "day"), step, citation=scope.citation)
        case _ if step < 0:
            return shifted(shifted(base, step, unit), 1, "day")
        case _:
            ends = shifted(shifted(base, step, unit), -1, "day"), shifted(shifted(base, -1, "day"), step, unit)
            return Extreme("greatest", ends, citation=scope.citation)


def _sign(step: int) -> int:
    return 1 if step > 0 else -1


def _empty(count: int, at: Timing, event: Term, scope: Scope) -> bool:
    """Whether a period has no length, which is said: nothing can be done within it."""
    if count > 0:
        return False
    assert at.count is not None
    scope.say("ER0522", at.count.span, name=term_name(event), case="length")
    return True


def _forward(at: Timing, event: Term, scope: Scope) -> bool:
    """Whether a stretch of days or of hours ends after it begins; said where it does not."""
    if at.first is not None and at.last is not None and at.last.day < at.first.day:
        ends = tuple(write_day(each.day, scope.lang) for each in (at.first, at.last))
    elif at.start is not None and at.finish is not None and at.finish <= at.start:
        ends = tuple(write_clock(each) for each in (at.start, at.finish))
    else:
        return True
    scope.say("ER0522", at.span, name=term_name(event), first=ends[0], last=ends[1])
    return False


def _fixed(day: DayValue | None, scope: Scope) -> Expr | None:
    return Literal(day.day, citation=scope.citation) if day is not None else None


def _whole(duration: Duration, event: Term, scope: Scope) -> int | None:
    """How many units a period has, where they can be counted."""
    allowed = UNITS[Moment if isinstance(event.type, Moment) else Day]
    if duration.unit in allowed and duration.number.denominator == 1:
        return int(duration.number)
    scope.say("ER0511", duration.span, number=str(duration.number), unit=unit_name(scope.lexicon, duration.unit))
    return None

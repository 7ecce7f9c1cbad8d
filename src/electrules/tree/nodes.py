"""The nodes of the evaluation tree. Closed: a new kind breaks every `match` that forgets it.

Expressions compute a value; rules say when a conclusion holds; a tree is one question on one day.
Each node's first sentence is its meaning. `citation` is the provision that wrote the node; it is never
part of equality between expressions' meanings but travels in the JSON.
"""

from __future__ import annotations

import typing
from datetime import date, time
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from ..source.citation import Citation
from ..values.value import Value as _Value
from .status import Marked

Value: TypeAlias = _Value


# ---------------------------------------------------------------- expressions


@frozen
class Literal:
    """The value itself, in *unit* ("" for none)."""

    value: Value
    unit: str = ""
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Fact:
    """The value of the fact or decision *term*."""

    term: str
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Conclusion:
    """The outcome of another concluded *term*, worked out within the same completion."""

    term: str
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class HasValue:
    """Yes exactly when the concluded *term* is answered."""

    term: str
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Not:
    """Yes when *of* is no."""

    of: Expr
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class All:
    """Yes when every part is yes; one no makes it no, whatever the others. `All(())` is yes."""

    parts: tuple[Expr, ...]
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Any:
    """Yes when some part is yes; one yes makes it yes, whatever the others. `Any(())` is no."""

    parts: tuple[Expr, ...]
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Among:
    """Yes when the list fact *of* is one of *members* (English ids)."""

    of: Expr
    members: tuple[str, ...]
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Compare:
    """How *left* stands to *right*: *op* is one of < <= > >= = !=; both have the same unit."""

    op: str
    left: Expr
    right: Expr
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Bracket:
    """Yes when *of* lies between *least* and *most* (None: open; an `over`/`under` end is excluded).

    *cuts* are the boundaries of all brackets of the table this one belongs to, so that a reader may split a range once.
    """

    of: Expr
    least: Fraction | None
    over: bool
    most: Fraction | None
    under: bool
    cuts: tuple[Fraction, ...] = ()
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Scale:
    """*base*, plus *gain* for each *step* of *of* above *above*, at most *cap* (None: no cap).

    *partial* says what a step begun counts: "whole" (nothing), "begun" (as a whole one), "share" (its share).
    """

    of: Expr
    above: Fraction
    step: Fraction
    gain: Fraction
    base: Fraction
    cap: Fraction | None
    partial: str
    unit: str = ""
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Arithmetic:
    """*op* is one of + - * / over *parts*, from the left; exact. Division by zero has no value (conflict)."""

    op: str
    parts: tuple[Expr, ...]
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Extreme:
    """The least or the greatest (*which*) of *parts*."""

    which: str
    parts: tuple[Expr, ...]
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Round:
    """*of* rounded to a whole multiple of *to*: *mode* is "down", "up", "half up" or "half even"."""

    of: Expr
    mode: str
    to: Fraction = Fraction(1)
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Shift:
    """The day or moment *count* *unit*s ("day", "month", "year"; of a moment also "hour") after *of*; before it where *count* is negative."""

    of: Expr
    count: int
    unit: str
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class At:
    """The moment *time* on the day *of*, or on the day of the moment *of*."""

    of: Expr
    time: time
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class WorkingShift:
    """The *count*th working day after *of*, before it where *count* is negative; 0: *of* itself or, where it is a day off, the next working day."""

    of: Expr
    count: int
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Weekday:
    """The day of the week of *of*, 1 (Monday) to 7 (Sunday)."""

    of: Expr
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Count:
    """How many records of the list fact *of* satisfy *where* (facts named in *where* that are fields of the record are the record's)."""

    of: Expr
    where: Expr
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Field:
    """The field *name* of the record that a `Count` is looking at."""

    name: str
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Distribute:
    """*seats* shared out over the units of *weights* by *method*: the seats of each in their order, the names left tied, the seats open between them.

    *weights* is a list of pairs (name, weight), or of records, of which *named* and *weighed* are the fields. *method* is
    "largest remainder", "d'hondt", "sainte-laguë", "huntington-hill", "adams" or "dean". *floor* and *cap* are one number for all
    units, or pairs (name, number). *reading* says what the floor is: "minimum" (a bound on the result), "base" (given first, the
    rest shared out by whole weights) or "raise" (whoever is below is lifted to it). *tie* says who of those equally entitled
    goes first: "report" (nobody: they stay tied), "larger" or "smaller" weight, "order" of the units, or "drawn": as in *drawn*.
    Where the floors are more than the seats, the caps fewer, or nothing has weight, there is no value (conflict).
    """

    seats: Expr
    weights: Expr
    method: str
    floor: Expr | None = None
    reading: str = ""
    cap: Expr | None = None
    tie: str = "report"
    drawn: tuple[str, ...] = ()
    named: str = ""
    weighed: str = ""
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Rank:
    """Records of the list *of* taken in their order until *places* are filled: the names taken, the names left level, the places open between them.

    *by* are the fields that order them, the first before the next, each "high" (from high to low) or "low" (from low to high, days from
    the earliest), and *called* their names (vi, en); *named* is the field that names a record. Those that no field separates are taken
    together or, where the places do not suffice for all of them, left level.
    """

    of: Expr
    places: Expr
    by: tuple[tuple[str, str], ...]
    named: str
    called: tuple[tuple[str, str], ...] = ()
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class NotApplicable:
    """The value of a rule that says that its conclusion does not arise."""

    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Unread:
    """The value of a rule whose text nobody has read, for a *reason* written in *lang* ("": not known): the rule speaks, and has no value."""

    reason: str
    lang: str = ""
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Decision:
    """The value that *authority* decides, on the proposal of *proposer*, from *least* to *most*; awaited until the fact *term* gives it.

    *authority* and *proposer* are (vi, en) names; *proposer* is None where nobody proposes.
    """

    term: str
    authority: tuple[str, str]
    proposer: tuple[str, str] | None
    least: Fraction | None
    most: Fraction | None
    unit: str = ""
    citation: Citation | None = field(default=None, kw_only=True)


Expr: TypeAlias = (
    Literal
    | Fact
    | Conclusion
    | HasValue
    | Not
    | All
    | Any
    | Among
    | Compare
    | Bracket
    | Scale
    | Arithmetic
    | Extreme
    | Round
    | Shift
    | At
    | WorkingShift
    | Weekday
    | Count
    | Field
    | Distribute
    | Rank
    | NotApplicable
    | Unread
    | Decision
)


# ---------------------------------------------------------------------- rules


@frozen
class Interpretation:
    """A reading that an answer relies on where the law leaves something open: *statement* and its *source*, written in *lang* ("": not known)."""

    statement: str
    source: str
    lang: str = ""

    def to_dict(self) -> dict[str, object]:
        """JSON-ready: what is read, and where it is from."""
        return {"statement": self.statement, "source": self.source}


@frozen
class Blocker:
    """While *condition* holds (and no blocker of its own does), the rules that name this blocker do not speak."""

    name: str
    condition: Expr
    citation: Citation
    blockers: tuple[Blocker, ...] = ()
    status: Marked = "unmarked"
    interpretations: tuple[Interpretation, ...] = ()


@frozen
class Rule:
    """Where *condition* holds, *term* is *value*.

    *excepts* are the names of the rules that this rule excepts (it lives inside them); *is_exception* with nothing
    excepted is an exception to a place where nothing stands: it never speaks. *defeats* are those that it defeats where both
    speak, and without which it speaks too ("except in the case of"). *also* are further provisions that the
    answer cites with this one (those applied by reference, a transition that keeps the text alive, the points that a
    scale builds on). *rank* is of the instrument of the address (smaller is higher), *issuer* and *issued* of the act
    that wrote the present text.
    """

    name: str
    term: str
    condition: Expr
    value: Expr
    citation: Citation
    also: tuple[Citation, ...] = ()
    excepts: tuple[str, ...] = ()
    is_exception: bool = False
    blockers: tuple[Blocker, ...] = ()
    rank: int = 0
    issuer: str = ""
    issued: date = date.min
    status: Marked = "unmarked"
    interpretations: tuple[Interpretation, ...] = ()
    defeats: tuple[str, ...] = ()


@frozen
class Precedence:
    """The rule *over* outranks the rule *under*, because *citation* says so."""

    over: str
    under: str
    citation: Citation
    status: Marked = "unmarked"
    interpretations: tuple[Interpretation, ...] = ()


@frozen
class Silence:
    """Where *condition* holds the law is known to say nothing on *term*, for a *reason* written in *lang* ("": not known).

    *kind* is "meant", "unread" (a text that our sources lack) or "contradiction" (the law says two things that cannot both be).
    """

    term: str
    condition: Expr
    reason: str
    kind: str
    citation: Citation
    status: Marked = "unmarked"
    lang: str = ""


@frozen
class Constraint:
    """Facts are only ever such that *condition* holds."""

    condition: Expr
    citation: Citation
    status: Marked = "unmarked"
    interpretations: tuple[Interpretation, ...] = ()


@frozen
class Requirement:
    """Where *condition* holds, *claim* must, should or must not (*force*) hold of *subject*.

    *rank*, *issuer* and *issued* are as those of a `Rule`: of two that cannot both hold they say which one is set aside.
    """

    name: str
    subject: str
    condition: Expr
    claim: Expr
    force: str
    citation: Citation
    also: tuple[Citation, ...] = ()
    excepts: tuple[str, ...] = ()
    is_exception: bool = False
    blockers: tuple[Blocker, ...] = ()
    rank: int = 0
    issuer: str = ""
    issued: date = date.min
    status: Marked = "unmarked"
    interpretations: tuple[Interpretation, ...] = ()
    defeats: tuple[str, ...] = ()


@frozen
class Licence:
    """The power to decide on other days than the law's: whose it is, (vi, en), and the provision that gives it.

    One with *start* and *finish* moves the hour alone, and to no hour outside them.
    """

    authority: tuple[str, str]
    citation: Citation
    status: Marked = "unmarked"
    start: time | None = None
    finish: time | None = None


@frozen
class TimeLimit:
    """Where *condition* holds, *actors* must, must not or may (*force*) see to *event* at a time counted from *anchor*.

    *bound* is "latest", "earliest", "exactly", "within" (from *first*, where the law counts both ends, to *last*), "until" (up to *last*),
    or, without a day of its own, "at once", "before" or "after" the anchor. *last* is the day or moment that it comes to
    (None where there is none). *offset* counts *unit*s ("day", "working day", "hour", "month", "year") from the anchor,
    negative before it, None for a fixed day; of a span it is that of the first day. *counted_from* is the day that stands for the
    day asked about, where a provision is applied by reference to another day. *start* and *finish* are times of day. *actors*,
    *consent* and *proposer* are (vi, en) names: who acts, with whose agreement, on whose proposal. *licences* are the powers to
    move it. *rank*, *issuer* and *issued* are as those of a `Rule`.
    """

    name: str
    event: str
    condition: Expr
    bound: str
    last: Expr | None
    citation: Citation
    first: Expr | None = None
    anchor: str | None = None
    offset: int | None = None
    unit: str = "day"
    counted_from: str | None = None
    start: time | None = None
    finish: time | None = None
    force: str = "must"
    actors: tuple[tuple[str, str], ...] = ()
    consent: tuple[tuple[str, str], ...] = ()
    proposer: tuple[str, str] | None = None
    also: tuple[Citation, ...] = ()
    excepts: tuple[str, ...] = ()
    is_exception: bool = False
    blockers: tuple[Blocker, ...] = ()
    licences: tuple[Licence, ...] = ()
    rank: int = 0
    issuer: str = ""
    issued: date = date.min
    status: Marked = "unmarked"
    interpretations: tuple[Interpretation, ...] = ()
    defeats: tuple[str, ...] = ()


@frozen
class WeeklyRest:
    """The days of the week, 1 (Monday) to 7 (Sunday), on which nobody works."""

    days: tuple[int, ...]
    citation: Citation
    status: Marked = "unmarked"
    interpretations: tuple[Interpretation, ...] = ()


@frozen
class DaysOff:
    """All days off from *first* to *last*, as (first, last) each, besides the weekly rest; *worked* are days of rest that are worked instead."""

    first: date
    last: date
    off: tuple[tuple[date, date], ...]
    worked: tuple[date, ...]
    citation: Citation
    status: Marked = "unmarked"
    interpretations: tuple[Interpretation, ...] = ()


@frozen
class Definition:
    """All that is in force on one concluded *term*.

    *held* is the day from which on the rulebook holds the law on the term (None: on no day): where nothing speaks on a day of the
    law before it, the law is unread, not silent.
    """

    term: str
    rules: tuple[Rule, ...]
    precedences: tuple[Precedence, ...] = ()
    silences: tuple[Silence, ...] = ()
    held: date | None = date.min
    citation: Citation | None = field(default=None, kw_only=True)


@frozen
class Principle:
    """A provision on which law prevails: *kind* is "rank" or "later"."""

    kind: str
    citation: Citation
    status: Marked = "unmarked"
    interpretations: tuple[Interpretation, ...] = ()


Node: TypeAlias = (
    Expr | Rule | Blocker | Definition | Precedence | Silence | Constraint | Requirement | TimeLimit | Licence | WeeklyRest | DaysOff | Principle
)


EXPR_CLASSES: tuple[type[Expr], ...] = typing.get_args(Expr)
NODE_CLASSES: tuple[type[Node], ...] = typing.get_args(Node)
"""Every class of the two families, as the unions above list them."""

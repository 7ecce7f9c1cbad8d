"""Documents as they were written: the syntax tree, with sugar, the same from either surface.

A closed family of frozen nodes. `span` is where a node was written and no part of equality. Names are already
bound to declarations by the lexer (`Word`), references are as written (relative parts still say "this").
Each class is made by the rows of grammars/constructs.toml that name it; the fields are the roles of the row.
"""

from __future__ import annotations

from datetime import date, time
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from ..source.span import NOWHERE, Span
from ..tree.status import Status


def _span() -> Span:
    return field(default=NOWHERE, eq=False, repr=False, kw_only=True)


# -------------------------------------------------------------------- words


@frozen
class Word:
    """A declared word by its English *id*.

    *kind* is "term", "flag" (a yes/no term), "member", "verb" (of the conclusion or fact *id*), "absent" (the conclusion's
    words for not applicable), "unit", "authority" or "body". *of* is the list that is meant where several hold a member.
    """

    kind: str
    id: str
    of: str = ""
    span: Span = _span()


@frozen
class Reference:
    """A place as written; a part may be "this" (of the provision that refers), *instrument* is None for the same one.

    *issuer* is that of the instrument, where it is named with it.
    """

    instrument: str | None = None
    annex: str | None = None
    article: str | None = None
    clause: str | None = None
    point: str | None = None
    paragraph: str | None = None
    sentence: str | None = None
    issuer: Word | None = None
    span: Span = _span()


# ------------------------------------------------------------------- values


@frozen
class Quantity:
    """A number with its unit ("deputy"; "" for none; "%" is already in the number: *percent* only remembers how it is written)."""

    number: Fraction
    unit: Word | None = None
    percent: bool = False
    span: Span = _span()


@frozen
class Duration:
    """A length of time: *unit* is "day", "working day", "month", "year" or "hour"."""

    number: Fraction
    unit: str
    span: Span = _span()


@frozen
class DayValue:
    """A calendar day."""

    day: date
    span: Span = _span()


@frozen
class ClockValue:
    """A time of day."""

    time: time
    span: Span = _span()


@frozen
class TermValue:
    """The value of a fact, or of another conclusion."""

    term: Word
    span: Span = _span()


@frozen
class PartOf:
    """A share of a value ("2/3 tổng số đại biểu", "35 % số người")."""

    share: Fraction
    of: WrittenValue
    percent: bool = False
    span: Span = _span()


@frozen
class Chain:
    """*first*, then each operation in turn: (op, value), op one of + - * /, or "each" with a unit: as often as the one fact counted in it says.

    Products bind tighter than sums by being nested.
    """

    first: WrittenValue
    rest: tuple[tuple[str, WrittenValue | Word], ...]
    span: Span = _span()


@frozen
class Rounded:
    """A value rounded to whole units: *mode* "down", "up", "half up", "half even"."""

    of: WrittenValue
    mode: str
    span: Span = _span()


WrittenValue: TypeAlias = Quantity | Duration | DayValue | ClockValue | TermValue | PartOf | Chain | Rounded


@frozen
class Range:
    """A bound: *least*/*most* (None: open), each end excluded where *over*/*under*. `least == most` with neither excluded is "exactly"."""

    least: WrittenValue | None = None
    over: bool = False
    most: WrittenValue | None = None
    under: bool = False
    span: Span = _span()


# --------------------------------------------------------------- conditions


@frozen
class Is:
    """The yes/no term is yes."""

    flag: Word
    span: Span = _span()


@frozen
class IsNot:
    """The yes/no term is no."""

    flag: Word
    span: Span = _span()


@frozen
class Matches:
    """The list term is one of the members (*negated*: none of them). *term* None: the term that owns the members' list."""

    term: Word | None
    members: tuple[Word, ...]
    negated: bool = False
    span: Span = _span()


@frozen
class LiesIn:
    """The unit lies in one of the members ("phường thuộc tỉnh"): the list term declared to say "thuộc" of that list."""

    members: tuple[Word, ...]
    span: Span = _span()


@frozen
class Bounded:
    """A value lies in a range; *term* None: the fact that has the range's unit."""

    term: Word | None
    range: Range
    negated: bool = False
    span: Span = _span()


@frozen
class Aged:
    """Who was born on the day *born* has reached an age of whole *years* on the day *on*."""

    born: Word
    years: Fraction
    on: Word
    span: Span = _span()


@frozen
class Covered:
    """The unit is (*negated*: is not) a case of the places: of the *subject* of what stands there, not of its brackets."""

    references: tuple[Reference, ...]
    negated: bool = False
    span: Span = _span()


@frozen
class Determined:
    """The conclusion has a value."""

    term: Word
    span: Span = _span()


@frozen
class Denied:
    """The condition in parentheses does not hold."""

    of: Condition
    span: Span = _span()


@frozen
class Both:
    """Every part holds."""

    parts: tuple[Condition, ...]
    span: Span = _span()


@frozen
class Either:
    """Some part holds."""

    parts: tuple[Condition, ...]
    span: Span = _span()


Condition: TypeAlias = Is | IsNot | Matches | LiesIn | Bounded | Aged | Covered | Determined | Denied | Both | Either


@frozen
class Subject:
    """What a statement speaks of: units of these members (of the list that owns them) that satisfy *qualifier*."""

    members: tuple[Word, ...]
    qualifier: Condition | None = None
    span: Span = _span()


# ------------------------------------------------------------------- pieces


@frozen
class Award:
    """The conclusion has a value: verb and value ("được bầu 50 đại biểu"), term and value ("số đại biểu là 50"), or its yes or no ("là hợp lệ").

    A `Word` is a member of its list.
    """

    term: Word
    value: WrittenValue | Word | bool
    span: Span = _span()


@frozen
class Flat:
    """Within *range* the conclusion has a value, or does not arise."""

    range: Range
    award: Award | Absent
    span: Span = _span()


@frozen
class Step:
    """Within *range*, each further *step* above what the table reached gives *gain* more.

    *partial* is "whole", "begun" or "share"; *verb* is filled in from the table where a surface leaves it out.
    """

    range: Range
    step: Quantity
    gain: Quantity
    partial: str
    verb: Word | None = None
    span: Span = _span()


@frozen
class Cap:
    """The whole statement gives at most *most*."""

    most: Quantity
    span: Span = _span()


@frozen
class Floor:
    """The whole statement gives at least *least* (the lower bound of an authority's decision)."""

    least: Quantity
    span: Span = _span()


@frozen
class Decides:
    """The *authority* decides the conclusion, on the proposal of *proposer*; `Cap` and `Floor` of the statement bound it."""

    authority: Word
    term: Word
    proposer: Word | None = None
    span: Span = _span()


@frozen
class Absent:
    """The conclusion does not arise: not applicable (its declared phrase, e.g. "không tổ chức Hội đồng nhân dân")."""

    term: Word
    span: Span = _span()


@frozen
class RankedBy:
    """A field that puts records in their order, "high" (from high to low) or "low" (from low to high)."""

    field: Word
    order: str
    span: Span = _span()


@frozen
class Ranks:
    """The conclusion is who is taken from the list *of*, in the order *by*, until *places* are filled."""

    term: Word
    of: Word
    by: tuple[RankedBy, ...]
    places: WrittenValue
    span: Span = _span()


@frozen
class Instead:
    """Who acts, or what happens, in place of whom or what the provision says ("Tổ bầu cử bổ sung thay cho Tổ bầu cử")."""

    by: Word
    of: Word
    span: Span = _span()


@frozen
class ByReference:
    """What stands at the places speaks also of this subject."""

    references: tuple[Reference, ...]
    counted_from: Word | None = None
    instead: tuple[Instead, ...] = ()
    span: Span = _span()


@frozen
class Always:
    """Of this subject the condition always holds: a constraint between facts."""

    condition: Condition
    span: Span = _span()


@frozen
class Ensures:
    """A quota: the count *are* lies in *range*, whose ends are shares of a whole (`PartOf`); *force* "must" or "should"."""

    force: str
    range: Range
    are: Word
    span: Span = _span()


@frozen
class Must:
    """A requirement: *term* must (should, must not: *force*) lie in *range*, unless *excused*: a condition.

    Without a term what is counted in the unit of the range is meant ("được lập thành 3 bản").
    """

    force: str
    term: Word | None
    range: Range
    excused: Condition | None = None
    span: Span = _span()


@frozen
class MayOnly:
    """A requirement: of what the fact *term* counts there are at most so many ("chỉ được ghi tên ở 1 đơn vị bầu cử")."""

    term: Word
    most: Quantity
    force: str = "must"
    span: Span = _span()


@frozen
class OnlyAmong:
    """A requirement: the list fact *term* is one of *members* and nothing else ("chỉ được vận động bằng A và B")."""

    term: Word
    members: tuple[Word, ...]
    force: str = "must"
    span: Span = _span()


@frozen
class Besides:
    """A requirement: what is counted in the unit of *least* must be that many more than *others* together.

    "Ngoài Chủ tịch có ít nhất 1 thành viên".
    """

    force: str
    others: tuple[Word, ...]
    least: Quantity
    span: Span = _span()


@frozen
class DayOfWeek:
    """A day of the week, 1 (Monday) to 7 (Sunday)."""

    number: int
    span: Span = _span()


@frozen
class MustFall:
    """A requirement: the day *term* must be that day of the week."""

    term: Word
    weekday: DayOfWeek
    force: str = "must"
    span: Span = _span()


@frozen
class MustExceed:
    """A requirement: *term* must exceed *other* by at least *by*, unless *excused*: a condition."""

    force: str
    term: Word
    other: Word
    by: Quantity
    excused: Condition | None = None
    span: Span = _span()


@frozen
class MustBe:
    """A requirement: the condition must (should, must not) hold; it does not arise where *excused*, a condition, holds."""

    force: str
    condition: Condition
    excused: Condition | None = None
    span: Span = _span()


@frozen
class Lettered:
    """A piece at a point of its own; the pieces after it, up to the next letter, stand at that point too."""

    letter: str
    piece: Piece
    span: Span = _span()


BarePiece: TypeAlias = (
    Award
    | Ranks
    | Flat
    | Step
    | Cap
    | Floor
    | Decides
    | Absent
    | ByReference
    | Always
    | Ensures
    | Must
    | MayOnly
    | OnlyAmong
    | Besides
    | MustFall
    | MustExceed
    | MustBe
)
Piece: TypeAlias = BarePiece | Lettered


# --------------------------------------------------------------- statements


@frozen
class Table:
    """Of *subject* (or *when* a condition holds, or always) the pieces say something; *unless* are places whose case is excepted.

    *within* is a member of a list that must be so besides ("trong cuộc bầu cử đầu tiên, nếu …").
    """

    subject: Subject | None
    when: Condition | None
    pieces: tuple[Piece, ...]
    unless: tuple[Reference, ...] = ()
    within: Word | None = None
    span: Span = _span()


@frozen
class Means:
    """The yes/no conclusion is yes exactly when the condition holds; with *only*, no where it does not, and of the rest nothing is said.

    *who* is the body of which it is said ("cử tri viết hỏng phiếu thì được đổi phiếu bầu"): what one may, no other may by this.
    """

    flag: Word
    condition: Condition
    only: bool = False
    who: Word | None = None
    span: Span = _span()


@frozen
class ExceptionTo:
    """The statement is an exception to the places."""

    references: tuple[Reference, ...]
    statement: Table | Means | Deadline | SilenceSaid
    span: Span = _span()


@frozen
class Blocks:
    """While the condition holds, what stands at the places does not apply."""

    references: tuple[Reference, ...]
    when: Condition
    span: Span = _span()


@frozen
class Prevails:
    """What stands at *over* outranks what stands at *under*."""

    over: Reference
    under: Reference
    span: Span = _span()


@frozen
class PrincipleSaid:
    """A law on which law prevails: *kind* "rank" or "later"."""

    kind: str
    span: Span = _span()


@frozen
class Anchor:
    """What a time is counted from: a day, or (*happens*) the day on which an event happens."""

    term: Word
    happens: bool = False
    span: Span = _span()


@frozen
class Timing:
    """A time: *count* "before" or "after" (*direction*) the anchor, or (None) on the day itself ("same day": an hour of the day of an event).

    *bound* is "latest", "earliest", "exactly", "within", "until", "at once", "before" or "after". *first* and *last* are fixed
    days, *start* and *finish* times of day.
    """

    bound: str
    anchor: Anchor | None = None
    count: Duration | None = None
    direction: str = ""
    first: DayValue | None = None
    last: DayValue | None = None
    start: time | None = None
    finish: time | None = None
    span: Span = _span()


@frozen
class Deed:
    """What is to be done: *actors* must, must not or may (*force*) see to *event*, or decide on it, with the *consent* of others, on a proposal."""

    event: Word
    actors: tuple[Word, ...] = ()
    consent: tuple[Word, ...] = ()
    proposer: Word | None = None
    force: str = "must"
    decides: bool = False
    span: Span = _span()


@frozen
class Deadline:
    """The *deed* (or the *event*, of which nobody is said to see to it) must be done at that time, *when* a condition holds (None: always).

    *unless* are the places whose cases are left out.
    """

    at: Timing
    deed: Deed | None = None
    event: Word | None = None
    when: Condition | None = None
    unless: tuple[Reference, ...] = ()
    span: Span = _span()


@frozen
class Convention:
    """How periods of this instrument are counted.

    *anchored*: the day they are counted from is left "out", or the first ("in"). *rolls*: a last day that is a day off is to
    "stay", or moves to the "next" working day.
    """

    anchored: str = ""
    rolls: str = ""
    span: Span = _span()


@frozen
class MayMove:
    """The actor may put other days in the place of those that the places set; with *start* and *finish* other hours of that day, between them."""

    actor: Word
    references: tuple[Reference, ...]
    start: time | None = None
    finish: time | None = None
    span: Span = _span()


@frozen
class MayDepart:
    """An authority may provide otherwise than the places do, though they rank above it."""

    authority: Word
    references: tuple[Reference, ...]
    span: Span = _span()


@frozen
class WeeklyRest:
    """The days of the week on which nobody works."""

    days: tuple[DayOfWeek, ...]
    span: Span = _span()


@frozen
class OffDays:
    """A day off, or several up to *last*; *worked*: one that would be off and is worked instead."""

    first: DayValue
    last: DayValue | None = None
    worked: bool = False
    span: Span = _span()


@frozen
class DaysOff:
    """All days off between *first* and *last*, besides the weekly rest."""

    first: DayValue
    last: DayValue
    days: tuple[OffDays, ...]
    span: Span = _span()


@frozen
class Post:
    """A post of a body and how many hold it; *should* is the number that "các" suggests."""

    range: Range
    should: Quantity | None = None
    span: Span = _span()


@frozen
class BodyOf:
    """A body has *range* members; its posts."""

    body: Word
    range: Range
    posts: tuple[Post, ...]
    span: Span = _span()


@frozen
class Reduction:
    """Compared with *instrument* before its amendment, the conclusion is reduced by a share within *range* (checked, not applied)."""

    term: Word
    range: Range
    instrument: Reference
    span: Span = _span()


# ---------------------------------------------------------------------- acts


@frozen
class Replace:
    """The text at *target* reads as follows."""

    target: Reference
    text: tuple[Statement, ...]
    span: Span = _span()


@frozen
class Insert:
    """A new place *target*, after *after* (None: where its number puts it), reads as follows."""

    target: Reference
    after: Reference | None
    text: tuple[Statement, ...]
    span: Span = _span()


@frozen
class Repeal:
    """The places (or whole instruments) are repealed, from *since* (None: when this provision comes into force)."""

    targets: tuple[Reference, ...]
    since: DayValue | None = None
    span: Span = _span()


@frozen
class Substitute:
    """In the text at each of *targets*, *old* (a quantity or a word) is replaced by *new*."""

    targets: tuple[Reference, ...]
    old: Quantity | DayValue | Word
    new: Quantity | DayValue | Word
    span: Span = _span()


@frozen
class Transition:
    """The acts (or provisions) at *references* apply only when the condition on the event holds.

    Before that *term* continues under *instrument* before its amendment (both None: the earlier text stands).
    """

    references: tuple[Reference, ...]
    when: Condition
    term: Word | None = None
    instrument: Reference | None = None
    span: Span = _span()


@frozen
class Commencement:
    """The places come into force on *since* and end before *until* (None: as their instrument)."""

    references: tuple[Reference, ...]
    since: DayValue
    until: DayValue | None = None
    span: Span = _span()


# --------------------------------------------------------------------- notes


@frozen
class Known:
    """How the provision is known: *status* "official", "secondary" or "unconfirmed", and a remark."""

    status: Status
    remark: str = ""
    span: Span = _span()


@frozen
class Reading:
    """An interpretation that the provision relies on, and its source.

    Its *name* is what other provisions call it by ("": none does); *surface* is the language that it is written in ("": that of the provision).
    """

    statement: str
    source: str
    name: str = ""
    surface: str = field(default="", eq=False)
    span: Span = _span()


@frozen
class ByReading:
    """An interpretation that the provision relies on and that stands, by this *name*, elsewhere in the rulebook."""

    name: str
    span: Span = _span()


@frozen
class SilenceSaid:
    """The law is silent on *term* when the condition holds (None: always); *kind* is "meant", "unread" or "contradiction"."""

    kind: str
    term: Word
    when: Condition | None
    reason: str
    span: Span = _span()


@frozen
class NotCodable:
    """Something of the article that cannot be encoded, and why."""

    what: str
    reason: str
    span: Span = _span()


Statement: TypeAlias = (
    Table
    | Means
    | ExceptionTo
    | Blocks
    | Prevails
    | PrincipleSaid
    | Deadline
    | Convention
    | MayMove
    | MayDepart
    | WeeklyRest
    | DaysOff
    | BodyOf
    | Reduction
    | Replace
    | Insert
    | Repeal
    | Substitute
    | Transition
    | Commencement
    | Known
    | Reading
    | ByReading
    | SilenceSaid
    | NotCodable
)


# -------------------------------------------------------------------- blocks


@frozen
class Extent:
    """How places of an instrument are *divided*: *part* is "clause" or "point" with their *count*, or "none" for an article without clauses."""

    divided: tuple[Reference, ...]
    part: str
    count: Fraction | None = None
    span: Span = _span()


@frozen
class Header:
    """An instrument: title, issuer, day of issue, half-open days of force, how many articles it has (None: not said), and their extent.

    *number* is None where nobody knows it: the title is then its name. *issued* is None of what is not in force and only
    speaks of law in force from *since*. *known*: how those of its provisions are known
    that do not say so themselves (None: it is not said).
    """

    title: str
    issuer: Word
    since: DayValue
    issued: DayValue | None = None
    number: str | None = None
    until: DayValue | None = None
    articles: Fraction | None = None
    known: Known | None = None
    contents: tuple[Extent, ...] = ()
    span: Span = _span()


@frozen
class Provision:
    """What stands at one place of the instrument above it: *place* is the whole heading (parts left out are filled in).

    *restated* is where each line of the restatement was written.
    """

    place: Reference
    restatement: tuple[str, ...]
    statements: tuple[Statement, ...]
    restated: tuple[Span, ...] = field(default=(), eq=False, repr=False)
    span: Span = _span()


@frozen
class Expectation:
    """What a case expects: an outcome ("answered", "unknown", "not_applicable", "gap", "unread", "conflict"), a value, terms missing, places cited.

    *truth* is "yes" or "no" where a yes/no conclusion is asked for.
    """

    outcome: str
    value: WrittenValue | Word | None = None
    truth: str = ""
    missing: tuple[Word, ...] = ()
    under: Reference | None = None
    amended_by: tuple[Reference, ...] = ()
    span: Span = _span()


@frozen
class Case:
    """A case beside the law: given facts, asked for a term on a day, an expectation."""

    name: str
    facts: tuple[Condition, ...]
    asked: Word
    on: DayValue
    expected: Expectation
    span: Span = _span()


@frozen
class Declaration:
    """A declared word; its content is a `tree.types.Term` or an authority, body or record, made by `declare`."""

    entry: object
    span: Span = _span()


@frozen
class Vocabulary:
    """A block of declarations."""

    declarations: tuple[Declaration, ...]
    span: Span = _span()


@frozen
class KeptTo:
    """The rulebook was kept up to a day, that day included."""

    day: DayValue
    span: Span = _span()


@frozen
class Holds:
    """The rulebook holds all law on *terms*, and on bodies, from a day on."""

    terms: tuple[Word, ...]
    since: DayValue
    span: Span = _span()


OfRulebook: TypeAlias = KeptTo | Holds
"""What a rulebook says of itself."""


@frozen
class Rulebook:
    """What is said of the rulebook, not of the law."""

    statements: tuple[OfRulebook, ...]
    span: Span = _span()


@frozen
class Unreadable:
    """A block that could not be read; what is wrong with it was said."""

    place: Reference | None
    span: Span = _span()


Block: TypeAlias = Header | Provision | Case | Vocabulary | Rulebook | Unreadable


@frozen
class Document:
    """One rule file as written: its surface, its blocks in order."""

    path: str
    surface: str
    blocks: tuple[Block, ...]

"""What a whole rulebook says, as data: the oracle works from it, the writer makes rule text of it.

Nothing here knows the language or the product. Terms are called by their English name; a place is an instrument, an
article and perhaps a clause and a point.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from attrs import field, frozen

# ------------------------------------------------------------------- words


@frozen
class Member:
    """A member of a closed list, with the half-open days on which it exists."""

    id: str
    vi: str
    since: date | None = None
    until: date | None = None


@frozen
class Term:
    """A fact, a conclusion or somebody, in both languages."""

    id: str
    vi: str
    kind: Literal["list", "flag", "number", "day", "day asked", "decision", "authority", "body", "actor", "event", "timed event", "actual day"]
    concluded: bool = False
    members: tuple[Member, ...] = ()
    least: int = 0
    most: int = 0
    unit: str = ""
    unit_vi: str = ""
    says: str = ""
    says_vi: str = ""
    nothing: str = ""
    nothing_vi: str = ""
    rank: int = 0
    of: str = ""
    among: str = ""


@frozen(order=True)
class Place:
    """Where a provision stands."""

    instrument: str
    article: int
    clause: int = 0
    point: str = ""

    def holds(self, other: Place) -> bool:
        """Whether *other* is this place or lies below it."""
        mine, theirs = (self.article, self.clause, self.point), (other.article, other.clause, other.point)
        return self.instrument == other.instrument and all(a in (0, "", b) for a, b in zip(mine, theirs))


# -------------------------------------------------------------- conditions


@frozen
class Is:
    """A yes/no term is yes, or no."""

    term: str
    yes: bool = True


@frozen
class Among:
    """A list term is one of these members, or none of them."""

    term: str
    members: tuple[str, ...]
    yes: bool = True


@frozen
class Between:
    """A number or day lies in a range: from *least* (*over*: above it) to *most* (*under*: below it)."""

    term: str
    least: int | date | None = None
    most: int | date | None = None
    over: bool = False
    under: bool = False


@frozen
class Covered:
    """The unit is one of which those places speak, or is none."""

    places: tuple[Place, ...]
    yes: bool = True


@frozen
class Valued:
    """There is a value of a concluded term."""

    term: str


@frozen
class All:
    parts: tuple[Condition, ...]


@frozen
class Some:
    parts: tuple[Condition, ...]


@frozen
class Not:
    of: Condition


Condition: TypeAlias = Is | Among | Between | Covered | Valued | All | Some | Not

# ------------------------------------------------------------------ values


@frozen
class Amount:
    """A number of the concluded term's unit."""

    number: int


@frozen
class Truth:
    yes: bool


@frozen
class Nothing:
    """The conclusion does not arise."""


@frozen
class Same:
    """The value of another number, and so much more."""

    term: str
    more: int = 0


@frozen
class Share:
    """A part of a number, rounded in a named way."""

    term: str
    over: int
    under: int
    mode: Literal["down", "up", "half up", "half even"]


Value: TypeAlias = Amount | Truth | Nothing | Same | Share


@frozen
class Flat:
    """A value, perhaps in a range."""

    value: Value
    range: Between | None = None


@frozen
class Step:
    """So much more for each step above the lower end of the range, from what was reached there."""

    range: Between
    gain: int
    per: int
    partial: Literal["whole", "begun"]


@frozen
class Cap:
    most: int


@frozen
class Decided:
    """An authority decides, within bounds."""

    decision: str
    by: str
    least: int | None = None
    most: int | None = None


@frozen
class AsProvided:
    """What stands at those places speaks also of this subject."""

    places: tuple[Place, ...]


Piece: TypeAlias = Flat | Step | Cap | Decided | AsProvided

# -------------------------------------------------------------- statements


@frozen
class Table:
    """Of the members of a list, or where a condition holds, the pieces conclude *term*."""

    term: str
    pieces: tuple[Piece, ...]
    subject: tuple[str, ...] = ()
    when: Condition | None = None
    unless: tuple[Place, ...] = ()


@frozen
class Means:
    """A yes/no conclusion is yes where the condition holds and no elsewhere; *who* is the one of whom it is said."""

    term: str
    when: Condition
    who: str = ""


@frozen
class OnlyIf:
    """A yes/no conclusion is no where the condition fails; elsewhere this says nothing."""

    term: str
    when: Condition


@frozen
class Exempts:
    of: tuple[Place, ...]
    table: Table


@frozen
class Blocks:
    places: tuple[Place, ...]
    when: Condition


@frozen
class Prefers:
    over: Place
    under: Place


@frozen
class Principle:
    kind: Literal["rank", "later"]


@frozen
class Always:
    holds: Condition
    subject: tuple[str, ...] = ()


@frozen
class Silent:
    """A silence that is meant, or a text that nobody has read."""

    term: str
    kind: Literal["meant", "unread"]
    when: Condition | None = None


@frozen
class Note:
    status: Literal["official", "secondary", "unconfirmed"]


@frozen
class Deadline:
    """The last day of an event (*earliest*: the first, which dates nothing), so long before or after an anchor.

    *happens*: counted from the day on which the anchor really happened. *count* 0 is the day of the anchor itself.
    """

    event: str
    bound: Literal["latest", "earliest", "exactly", "within"]
    count: int
    unit: Literal["day", "working day", "month", "year"]
    back: bool
    anchor: str
    happens: bool = False
    when: Condition | None = None
    actor: str = ""


@frozen
class Convention:
    """How an instrument counts its periods."""

    kind: Literal["in", "out", "next", "stay"]


@frozen
class Rest:
    """The weekdays of rest (Monday is 1)."""

    days: tuple[int, ...]


@frozen
class DaysOff:
    """The days off and the days worked instead of a stretch of days, both ends in it."""

    first: date
    last: date
    off: tuple[date, ...]
    worked: tuple[date, ...] = ()


@frozen
class Has:
    """A body has from so many to so many members."""

    body: str
    range: Between


@frozen
class Must:
    """A number of a body must, or should, lie in a range; *only*: it may be so many only, said with the verb of the number."""

    body: str
    range: Between
    force: Literal["must", "should"]
    when: Condition | None = None
    only: bool = False


@frozen
class OnlyThese:
    """A list of a body may be one of these members only, said with the verb of the list."""

    body: str
    term: str
    members: tuple[str, ...]
    when: Condition | None = None


@frozen
class Ensures:
    """At least a share of one number of a body is made up by another."""

    body: str
    part: str
    whole: str
    over: int
    under: int
    force: Literal["must", "should"]


Required: TypeAlias = Has | Must | OnlyThese | Ensures
Said: TypeAlias = (
    Table | Means | OnlyIf | Exempts | Blocks | Prefers | Principle | Always | Silent | Note | Deadline | Convention | Rest | DaysOff | Required
)


@frozen
class Replace:
    place: Place
    text: tuple[Said, ...]


@frozen
class Insert:
    place: Place
    text: tuple[Said, ...]


@frozen
class Repeal:
    places: tuple[Place, ...]
    since: date | None = None


@frozen
class Reword:
    """One number of a unit in the place of another, wherever it stands at the places; *words*: said as words in quotation marks.

    *several* is one of several places that one sentence changes, taken by itself.
    """

    places: tuple[Place, ...]
    old: int
    new: int
    unit: str
    words: bool = False
    several: bool = False

    @property
    def place(self) -> Place:
        """The one place of what was taken by itself."""
        return self.places[0]


@frozen
class OnlyWhen:
    """Those places are applied only where a condition holds; *keeps*: before that a term goes on as it was under an instrument."""

    places: tuple[Place, ...]
    when: Condition
    keeps: str = ""
    under: str = ""


@frozen
class Commences:
    places: tuple[Place, ...]
    since: date
    until: date | None = None


Act: TypeAlias = Replace | Insert | Repeal | Reword | OnlyWhen | Commences
Statement: TypeAlias = Said | Act


@frozen
class Provision:
    place: Place
    statements: tuple[Statement, ...]


@frozen
class Instrument:
    number: str
    issuer: str
    issued: date
    since: date
    until: date | None = None
    provisions: tuple[Provision, ...] = ()


@frozen
class Description:
    """A whole rulebook: its terms, some lists of them a file each, and its instruments, in files too."""

    terms: tuple[Term, ...]
    instruments: tuple[Instrument, ...]
    files: int = 1
    seed: int = field(default=0, eq=False)

    def term(self, name: str) -> Term:
        return next(each for each in self.terms if each.id == name)


def statements(of: Description) -> tuple[Statement, ...]:
    """Every statement of a description, those that acts write too."""
    own = [each for i in of.instruments for p in i.provisions for each in p.statements]
    return (*own, *(each for act in own if isinstance(act, (Replace, Insert)) for each in act.text))

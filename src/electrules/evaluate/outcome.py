"""The outcome of a concluded term in one completion, and what an operation gives that has no value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import field, frozen

from ..tree.nodes import Blocker, Compare, Constraint, DaysOff, Decision, Expr, NotApplicable, Precedence, Principle, Rule, Silence, Value, WeeklyRest

if TYPE_CHECKING:
    from .ready import ReadyDefinition

Kind: TypeAlias = Literal["answered", "not_applicable", "gap", "unread", "conflict"]
"""What a term comes to where all facts are known."""

OutcomeName: TypeAlias = Literal["answered", "unknown", "not_applicable", "gap", "unread", "conflict"]
"""What a question comes to: the outcome of all completions, or that they differ."""

Severity: TypeAlias = Literal["must", "should"]
"""Whether a requirement must or only should be kept."""

WORSE: dict[Kind, int] = {"answered": 0, "not_applicable": 1, "gap": 2, "unread": 3, "conflict": 4}
"""How bad an outcome is for what is worked out from it."""


@frozen
class Without:
    """No value: the worst *outcome* that stopped an operation, and the concluded *terms* that brought it (none: a division by zero)."""

    outcome: Kind
    terms: tuple[str, ...] = ()


@frozen
class Varies:
    """A value that is another one for each value of *facts*, which have too many to go through; *form* tells such values apart.

    *expr* gives it, of facts alone. *doubtful*: for some values of the facts there may be none (a divisor may be nothing).
    """

    form: bytes
    facts: frozenset[str]
    expr: Expr = field(eq=False, repr=False)
    doubtful: bool = False


LACKING = (Without, NotApplicable)
"""What has no value, so that an operation on it has none either."""

DOES_NOT_ARISE = NotApplicable()
"""What a rule's value is when the rule says that its conclusion does not arise."""

NOT_READ = Without("unread")
"""What the value of a rule is whose text nobody has read."""

NO_VALUE = Without("conflict")
"""What an operation gives that arithmetic does not define: a division by zero, a number or day beyond all limits."""

Result: TypeAlias = Value | Without | NotApplicable
Worth: TypeAlias = Result | Varies
Source: TypeAlias = Rule | Silence
Ground: TypeAlias = Rule | Blocker | Precedence | Principle | WeeklyRest | DaysOff | Constraint
"""What may decide between provisions beside those that speak."""


@frozen
class Group:
    """What an outcome cites for one concluded *term*: its rules or silences; with none, the rules that came nearest.

    *unheld*: the day lies before the law on the term that the rulebook holds, so that there is nothing to cite. *grounds* are what
    else decided: preferences, exceptions that are excepted themselves, blockers, days off.
    """

    term: str
    sources: tuple[Source, ...]
    unheld: bool = False
    grounds: tuple[Ground, ...] = ()

    @property
    def nearest(self) -> bool:
        """Whether the term is a gap that nothing declares, so that the nearest rules are cited."""
        return not self.sources and not self.unheld


@frozen
class Standing:
    """How the rules of a term stand to each other under one reading of their conditions, each rule by its place in the definition.

    *defeated*: rule -> the exceptions that speak against it. *outranked*: rule -> (why, the rule above it), where why
    is "precedence", "rank" or "later".
    """

    speaks: frozenset[int]
    defeated: dict[int, tuple[int, ...]]
    outranked: dict[int, tuple[str, int]]
    remains: tuple[int, ...]


@frozen(eq=False)
class Outcome:
    """What is concluded of *term*: *kind* is "answered", "not_applicable", "gap", "unread" or "conflict".

    *groups* are what it cites, its own rules first, then those of concluded terms used. *standings* are of the rules of
    *definition*, one for each reading of conditions that have no value. *undefined*: what is called a conflict is a result that
    arithmetic does not define, here or in a term that is used. *brought*: the terms by which it has no value, where it is not by itself.
    """

    term: str
    kind: Kind
    value: Value | Varies | None
    unit: str
    groups: tuple[Group, ...]
    standings: tuple[Standing, ...]
    definition: ReadyDefinition
    undefined: bool = False
    brought: tuple[str, ...] = ()

    @property
    def speaks(self) -> frozenset[str]:
        """The names of the rules that speak, under any reading."""
        return frozenset(self.definition.rule(place).name for each in self.standings for place in each.speaks)

    @property
    def remains(self) -> frozenset[str]:
        """The names of the rules that remain, under any reading."""
        return frozenset(self.definition.rule(place).name for each in self.standings for place in each.remains)

    @property
    def key(self) -> tuple[object, ...]:
        """What two completions must share to agree: outcome, value and unit."""
        return (self.kind, self.value, self.unit)


def worse(a: Without | None, b: Without) -> Without:
    """The worse of two; both terms where they are equally bad."""
    if a is None or WORSE[b.outcome] > WORSE[a.outcome]:
        return b
    if WORSE[b.outcome] < WORSE[a.outcome]:
        return a
    return Without(a.outcome, a.terms + tuple(each for each in b.terms if each not in a.terms))


class Need(Exception):
    """The box does not decide what is asked: *fact* must be known to lie in one of *pieces*."""

    def __init__(self, fact: str, pieces: tuple[object, ...]) -> None:
        self.fact = fact
        self.pieces = pieces


class Wants(Exception):
    """The outcome of another concluded *term* is needed first."""

    def __init__(self, term: str) -> None:
        self.term = term


class Refused(Exception):
    """No fact may be so: a decision lies outside the bounds that *decision* sets."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision


class TooWide(Exception):
    """What is asked hangs on *facts* that have more values than can be gone through."""

    def __init__(self, facts: frozenset[str]) -> None:
        self.facts = facts


class Varying(TooWide):
    """What is asked hangs on the value of another concluded term, which varies with *facts*: what gives it may be put in its place."""


class Unsplit(TooWide):
    """A comparison of several open facts that have too many values: the part *test* is yes in some of the box and no in some."""

    def __init__(self, facts: frozenset[str], test: Compare) -> None:
        super().__init__(facts)
        self.test = test

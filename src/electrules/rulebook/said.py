"""What one version says: its rules and all else that a tree is linked from. Arrows to other places are still places."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from operator import attrgetter

from attrs import field, fields, frozen

from ..corpus.version import Version
from ..source.citation import Address, Citation
from ..syntax.written import NotCodable, Reduction
from ..tree.nodes import Blocker, Constraint, DaysOff, Interpretation, Licence, Node, Principle, Requirement, Rule, Silence, TimeLimit, WeeklyRest
from ..tree.status import Status


@frozen(eq=False)
class Arrow:
    """The rules and requirements *names* are exceptions to what stands at *places*."""

    names: tuple[str, ...]
    places: tuple[Address, ...]


@frozen(eq=False)
class Excused:
    """What stands at *places* are exceptions to the rules and requirements *names* ("trừ trường hợp …")."""

    names: tuple[str, ...]
    places: tuple[Address, ...]


@frozen(eq=False)
class Licensed:
    """The *licence* covers what stands at *places*."""

    licence: Licence
    places: tuple[Address, ...]


@frozen
class Power:
    """The *authority* may provide otherwise than what stands at *places*, though that ranks above it."""

    authority: str
    places: tuple[Address, ...]


@frozen
class Confined:
    """To what a transition confines something: to questions on the conclusion or body *matter*, or to all *but* those."""

    matter: str
    but: bool = False

    def holds(self, matters: Collection[str]) -> bool:
        """Whether it concerns a question on *matters*."""
        return (self.matter in matters) is not self.but


@frozen(eq=False)
class Barring:
    """The *blocker* bars what stands at *places*, or only what a transition confines it to."""

    blocker: Blocker
    places: tuple[Address, ...]
    confined: Confined | None = None


@frozen
class Ranking:
    """What stands at *over* outranks what stands at *under*."""

    over: Address
    under: Address
    citation: Citation
    status: Status
    interpretations: tuple[Interpretation, ...]


@frozen
class Reduced:
    """A reduction that a provision claims, to be measured."""

    reduction: Reduction
    instrument: Address | None
    citation: Citation


@frozen
class Copy:
    """A rule applied by reference: the name and place of the rule that it repeats, and what applied it."""

    original: str
    place: Address
    applied_by: str


@frozen(eq=False)
class Said:
    """What *version* says. *copies* are the rules applied by reference, by name; *uses* the conclusions used."""

    version: Version
    rules: tuple[Rule, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    silences: tuple[Silence, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    excused: tuple[Excused, ...] = ()
    barring: tuple[Barring, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    principles: tuple[Principle, ...] = ()
    limits: tuple[TimeLimit, ...] = ()
    rest: tuple[WeeklyRest | DaysOff, ...] = ()
    licensed: tuple[Licensed, ...] = ()
    reduced: tuple[Reduced, ...] = ()
    not_codable: tuple[NotCodable, ...] = ()
    copies: Mapping[str, Copy] = field(factory=dict)
    uses: frozenset[str] = frozenset()
    powers: tuple[Power, ...] = ()
    confined: tuple[tuple[Constraint, Confined], ...] = ()

    def by(self, version: Version) -> Said:
        """The same, said by *version*."""
        return Said(version, *_rest(self))

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything here that is part of a tree."""
        return (
            *self.rules,
            *self.requirements,
            *self.limits,
            *self.constraints,
            *self.silences,
            *(bar.blocker for bar in self.barring),
            *(each for each, _ in self.confined),
        )


_rest = attrgetter(*(each.name for each in fields(Said) if each.name != "version"))

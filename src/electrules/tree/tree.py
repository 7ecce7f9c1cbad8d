"""A tree is one question on one day: the asked term's definition with all that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Self

from attrs import frozen

from .nodes import Constraint, DaysOff, Definition, Node, Precedence, Principle, Requirement, TimeLimit, WeeklyRest
from .terms import Terms, terms_of
from .types import Term, Unit
from .walk import below

if TYPE_CHECKING:
    from ..evaluate.answer import Answer
    from ..evaluate.ready import Ready


@frozen
class Tree:
    """The evaluation tree of *term* for questions asked `on` a day, under the law of *law_on* as *known*.

    Ids are the English names of terms. *definitions*: the asked term's first, then those it uses. *terms*: every term
    mentioned anywhere in the tree. *units*: those in which its numbers are counted. *constraints*: those that share a fact,
    directly or through others, with the terms here. *requirements*: of the tree of a body, what is required of it. *principles*:
    which law prevails. *order*: ids of the facts that can matter, in the order of asking. *event*: the fact that is the day
    asked `on`, or None. *limits*: the deadlines, of a calendar. *rest*: the days off, where working days are counted.
    *held*: of the tree of a body or a calendar, the day from which on the rulebook holds the law on it (None: on no day).
    *kept_to*: the last day up to which the rulebook was kept (None: it does not say).
    *precedences*: which of the requirements, or of the deadlines, a provision prefers to which.
    *takes*: the names of all facts that the rulebook declares: what is given of those that the tree does not use changes nothing.
    """

    term: str
    on: date
    law_on: date
    known: date | None
    terms: tuple[Term, ...]
    definitions: tuple[Definition, ...]
    constraints: tuple[Constraint, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    principles: tuple[Principle, ...] = ()
    order: tuple[str, ...] = ()
    event: str | None = None
    lang: str = "vi"
    units: tuple[Unit, ...] = ()
    limits: tuple[TimeLimit, ...] = ()
    rest: tuple[WeeklyRest | DaysOff, ...] = ()
    held: date | None = date.min
    kept_to: date | None = None
    precedences: tuple[Precedence, ...] = ()
    takes: tuple[str, ...] = ()

    def is_held(self, since: date | None) -> bool:
        """Whether law that the rulebook holds from the day *since* on (None: from none) is held on the day whose law is asked."""
        return since is not None and since <= self.law_on

    def walk(self) -> Iterator[Node]:
        """Every node, parents before children, definitions in order."""
        groups: tuple[tuple[Node, ...], ...] = (
            self.definitions,
            self.requirements,
            self.limits,
            self.constraints,
            self.principles,
            self.rest,
            self.precedences,
        )
        for group in groups:
            for top in group:
                yield from below(top)

    def ask(self, facts: Mapping[str, object]) -> Answer:
        """The answer for *facts*, as `Rulebook.ask` takes them; raises `FactErrors` on bad ones."""
        from ..diagnostics.errors import FactErrors
        from ..evaluate import ask

        try:
            return ask(self, facts)
        except FactErrors as errors:
            raise errors.said_in(self.lang) from None

    @cached_property
    def named(self) -> Terms:
        """The terms and units by their ids."""
        return terms_of(self.terms, self.units)

    @cached_property
    def prepared(self) -> Ready:
        """The tree as the evaluator reads it, made once."""
        from ..evaluate.prepare import made_ready

        return made_ready(self)

    def to_dict(self) -> dict[str, object]:
        """The tree as versioned JSON-ready data, equal again after `from_dict`."""
        from .to_json import tree_to_dict

        return tree_to_dict(self)

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """The tree that `to_dict` wrote; raises `MalformedTree`, which says where, for anything else."""
        from ..diagnostics.errors import RuleErrors
        from .from_json import tree_from_dict
        from .sound import MalformedTree

        made = tree_from_dict(cls, data)
        try:
            made.prepared  # noqa: B018  # circles among its rules and terms show when it is made ready
        except RuleErrors as errors:
            raise MalformedTree("definitions", str(errors)) from None
        return made  # type: ignore[return-value]

    @classmethod
    def schema(cls) -> dict[str, object]:
        """The JSON Schema (draft 2020-12) of `to_dict`."""
        from .schema import schema

        return schema(cls)

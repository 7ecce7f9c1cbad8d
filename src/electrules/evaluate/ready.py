"""A tree as the evaluator reads it: rules in a fixed order, parts of `and` and `or` in the order of asking, names resolved.

Made once for each tree and kept with it.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..tree.nodes import (
    Blocker,
    Constraint,
    Expr,
    Node,
    Precedence,
    Principle,
    Requirement,
    Rule,
    Silence,
)
from ..tree.tree import Tree
from ..tree.types import Member, Term, Type
from ..tree.walk import facts_in
from .piece import Piece

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

OTHER = ""
"""What a fact reads whose list does not bind: no member of any list."""


@frozen(eq=False)
class ReadyBlocker:
    """A blocker with its condition in the order of asking."""

    node: Blocker
    condition: Expr
    blockers: tuple[ReadyBlocker, ...]


@frozen(eq=False)
class Test:
    """What is worked out in the place of a condition: the *parts* of an `and`, or of an `or`, where yes is *decisive*."""

    parts: tuple[Expr, ...]
    decisive: bool = False


@frozen(eq=False)
class Gate:
    """A test with which conditions begin: whether *fact* is one of *members*. Equal ones of a term are one object."""

    fact: str
    members: frozenset[str]


@frozen(eq=False)
class ReadyRule:
    """A rule with its condition and value in the order of asking; *hosts* are the places of the rules that it excepts.

    *gate*: the first test of the condition, where that is whether a fact is one of some members.
    """

    rule: Rule
    condition: Expr
    value: Expr
    unit: str
    blockers: tuple[ReadyBlocker, ...]
    hosts: tuple[int, ...]
    is_exception: bool
    gate: Gate | None


@frozen(eq=False)
class Run:
    """Neighbouring rules with their places: those that *gate* shuts together, or exceptions and rules without gate."""

    gate: Gate | None
    rules: tuple[tuple[int, ReadyRule], ...]


@frozen(eq=False)
class ReadySilence:
    """A declared silence with its condition in the order of asking."""

    silence: Silence
    condition: Expr


@frozen(eq=False)
class ReadyDefinition:
    """All that is in force on one term; every rule stands after those that it excepts.

    *exceptions*: for each rule the places of its exceptions. *above*: for each rule the places of those that a
    precedence sets over it. *gates*: those of all rules, once each. *runs*: the rules in the order of reading. *held*: the day
    from which on the rulebook holds the law on it (None: on no day). *barred*: the places of the rules that have blockers.
    """

    term: str
    rules: tuple[ReadyRule, ...]
    exceptions: tuple[tuple[int, ...], ...]
    above: tuple[tuple[int, ...], ...]
    precedences: tuple[Precedence, ...]
    silences: tuple[ReadySilence, ...]
    gates: tuple[Gate, ...] = ()
    runs: tuple[Run, ...] = ()
    held: date | None = date.min
    barred: tuple[int, ...] = ()

    def rule(self, place: int) -> Rule:
        """The rule at *place*."""
        return self.rules[place].rule


@frozen(eq=False)
class Ready:
    """A tree as the evaluator reads it.

    *outside*: of each list the members that do not exist on the day. *reach*: the facts on which each concluded term may
    hang. *tests*: for a condition (by its identity) its parts, without those that only repeat another; parts of the same
    meaning are one object, wherever they stand, so that they are worked out once.
    """

    tree: Tree
    terms: dict[str, Term]
    types: dict[str, Type]
    order: tuple[str, ...]
    bindings: dict[str, tuple[str, frozenset[str]]]
    definitions: dict[str, ReadyDefinition]
    constraints: tuple[tuple[Constraint, Expr], ...]
    principles: dict[str, Principle]
    written: dict[int, tuple[Node, Node]]
    turns: dict[int, int]
    everything: dict[str, Piece]
    tests: dict[int, Test]
    reach: dict[str, frozenset[str]]
    outside: dict[str, dict[str, Member]]
    vocabularies: list[Vocabulary] = field(factory=list)
    questions: dict[str, Tree] = field(factory=dict)
    rivals: dict[str, tuple[Requirement, ...]] = field(factory=dict)
    _facts: dict[int, tuple[str, ...]] = field(factory=dict)

    def facts_in(self, expr: Expr) -> tuple[str, ...]:
        """The facts that *expr* itself mentions (those of concluded terms are theirs)."""
        try:
            return self._facts[id(expr)]
        except KeyError:
            found = facts_in(expr, self.terms)
            if id(expr) in self.written:  # others may not live as long as we do
                self._facts[id(expr)] = found
            return found

    @cached_property
    def constrained_outside(self) -> tuple[str, ...]:
        """The lists with members that do not exist on the day of which constraints speak."""
        bound = {fact for _, condition in self.constraints for fact in self.facts_in(condition)}
        return tuple(fact for fact in self.outside if fact in bound)

    def definition(self, term: str) -> ReadyDefinition:
        """What is in force on *term*; nothing, where nobody speaks of it."""
        return self.definitions.get(term) or ReadyDefinition(term, (), (), (), (), ())


def ready(tree: Tree) -> Ready:
    """*tree* as the evaluator reads it, made once."""
    return tree.prepared

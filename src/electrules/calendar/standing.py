"""How the deadlines of one event stand to each other in a calendar: by explicit precedence, rank and the later of one issuer, as for `ask`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve, field, frozen

from ..evaluate import Answer
from ..evaluate.demand import as_rule, claim_of, related
from ..evaluate.finding import NONE_HOLDS, rested_on
from ..evaluate.prevail import Aside, aside_to_dict, preferences, set_aside
from ..source.citation import Citation
from ..tree.nodes import All, Definition, NotApplicable, Rule, TimeLimit
from ..tree.tree import Tree
from .deadline import Unlisted


@frozen(eq=False)
class SetAside(Unlisted):
    """A deadline that would speak, and is not applied: *date* is the day that it would have set, *aside* why, and what prevails."""

    date: date
    aside: Aside

    @property
    def why(self) -> str:
        """Why: "precedence", "rank" or "later"."""
        return self.aside[0]

    @property
    def by(self) -> Citation:
        """The provision that prevails."""
        return self.aside[1].said_in(self.lang)

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        said = aside_to_dict(self.aside)
        return {"event": self.event, "date": self.date.isoformat(), "citation": self.citation.to_dict(), **(said or {})}


@frozen(eq=False)
class Stands:
    """How one deadline stands among those of its event: *holds* in all cases, in none, or (None) in some; *against* are those that contradict it."""

    holds: bool | None
    aside: Aside | None = None
    against: tuple[Citation, ...] = field(default=())


def dates(limit: TimeLimit) -> bool:
    """Whether *limit* sets the last day of its event, of which there can be only one."""
    return limit.last is not None and limit.bound != "earliest" and limit.force != "must not"


def together(tree: Tree, limits: tuple[TimeLimit, ...]) -> Tree:
    """The tree that asks when the event of *limits* falls, by all of them."""
    every: Mapping[str, TimeLimit] = {each.name: each for each in tree.limits}
    named = {each.name for each in limits}
    around = {each.name: each for limit in limits for each in related(every, limit)}
    term = limits[0].event
    rules = tuple(_ranked(each, term, each.name in named) for each in around.values())
    none = Rule(NONE_HOLDS, term, All(()), NotApplicable(), limits[0].citation, rank=1_000_000, status="derived")
    definition = Definition(term, (*rules, none), preferences(tree, named))
    return evolve(tree, term=term, definitions=rested_on(tree, definition), requirements=(), limits=(), precedences=())


def _ranked(limit: TimeLimit, term: str, asked: bool) -> Rule:
    made = as_rule(limit, term, claim_of(limit) if asked else NotApplicable())
    return evolve(made, rank=limit.rank, issuer=limit.issuer, issued=limit.issued)


def stands(limit: TimeLimit, limits: Iterable[TimeLimit], answer: Answer) -> Stands:
    """How *limit* stands among *limits*, by the *answer* to the question when their event falls."""
    settled = answer.settled
    outcomes = tuple(settled.outcomes)
    remaining = [limit.name in each.remains for each in outcomes]
    against = {each.name: each for each in limits if each is not limit}
    contradicting = {
        name: None for each in outcomes if each.kind == "conflict" and limit.name in each.remains for name in each.remains if name in against
    }
    citations = tuple(against[name].citation for name in contradicting)
    if not any(remaining):
        return Stands(None if settled.is_unknown and not outcomes else False, set_aside(limit.name, outcomes))
    everywhere = all(remaining) and len(outcomes) == (1 if settled.at_once else len(settled.leaves))
    return Stands(True if everywhere else None, None, citations)

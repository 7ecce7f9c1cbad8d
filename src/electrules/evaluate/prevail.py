"""Of two requirements that cannot both hold, which one prevails: explicit precedence, rank and the later of one issuer, as for values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import evolve

from ..diagnostics.errors import RuleErrors
from ..source.citation import Citation
from ..tree.nodes import All, Any, Blocker, Definition, Expr, NotApplicable, Precedence, Requirement, Rule
from ..tree.tree import Tree
from ..tree.walk import conclusions_in, facts_in
from .demand import Demand, claim_of
from .outcome import Outcome
from .ready import ready
from .select import conclude
from .settle import Node, box_of, cut_by_constraints, grow
from .split import TooManyCases

BOTH = "both hold"
"""The name of the question whether two claims can be kept together."""

TOGETHER = 1_000
"""Cases that two claims may have together; of more it is not known that they exclude each other, and both are asked for."""

Aside: TypeAlias = tuple[str, Citation]
"""Why a provision is set aside ("precedence", "rank" or "later"), and the provision that prevails."""


def rivals(tree: Tree, requirement: Requirement) -> tuple[Requirement, ...]:
    """The requirements of *tree* that set *requirement* aside wherever they speak, found once: preferred to it, or not to be kept with it."""
    if len(tree.requirements) < 2:
        return ()
    found = ready(tree).rivals
    if requirement.name not in found:
        own = next((each for each in tree.requirements if each.name == requirement.name), requirement)
        preferred = {(each.over, each.under) for each in tree.precedences}
        found[requirement.name] = tuple(each for each in tree.requirements if each is not own and _sets_aside(each, own, tree, preferred))
    return found[requirement.name]


def _sets_aside(over: Requirement, under: Requirement, tree: Tree, preferred: set[tuple[str, str]]) -> bool:
    if (over.name, under.name) in preferred:
        return True
    if (under.name, over.name) in preferred or not surpasses(over, under) or (over.force == "should" != under.force):
        return False
    if over.name in under.excepts or under.name in over.excepts:
        return False
    return not _can_both_hold(claim_of(over), claim_of(under), under.citation, tree)


def surpasses(over: Demand, under: Demand) -> bool:
    """Whether *over* is of higher rank, or of the same rank and issuer and later."""
    if over.rank != under.rank:
        return over.rank < under.rank
    return over.issuer == under.issuer and over.issued > under.issued


def _can_both_hold(one: Expr, other: Expr, citation: Citation, tree: Tree) -> bool:
    """Whether some facts keep both claims; where there are too many cases to say, they are not taken to exclude each other."""
    if not (conclusions_in(one) or conclusions_in(other)) and set(facts_in(one)).isdisjoint(facts_in(other)):
        return True
    definition = Definition(BOTH, (Rule(BOTH, BOTH, All(()), All((one, other)), citation),))
    made = ready(evolve(tree, term=BOTH, definitions=(definition, *tree.definitions), requirements=(), limits=(), precedences=()))
    try:
        root = grow(made, box_of(made, {tree.event: tree.on} if tree.event is not None else {}), lambda here: conclude(BOTH, here), TOGETHER)
        cut_by_constraints(made, root)
    except (RuleErrors, TooManyCases):
        return True
    return any(_may_hold(leaf) for leaf in root.leaves() if leaf.allowed)


def _may_hold(leaf: Node[Outcome]) -> bool:
    outcome = leaf.outcome
    return not isinstance(outcome, Outcome) or outcome.kind != "answered" or outcome.value is not False


def prevailing(term: str, over: Iterable[Requirement], tree: Tree) -> Iterator[Rule]:
    """Each of *over* as a rule that sets the requirement of *term* aside where it speaks and nothing excepts it."""
    every = {each.name: each for each in tree.requirements}
    for each in over:
        exceptions = (one for one in every.values() if each.name in one.excepts)
        excepted = tuple(Blocker(one.name, one.condition, one.citation, one.blockers, one.status, one.interpretations) for one in exceptions)
        yield Rule(
            each.name,
            term,
            _speaking(each, every),
            NotApplicable(),
            each.citation,
            also=each.also,
            blockers=(*each.blockers, *excepted),
            rank=each.rank,
            issuer=each.issuer,
            issued=each.issued,
            status=each.status,
            interpretations=each.interpretations,
        )


def _speaking(requirement: Requirement, every: Mapping[str, Requirement]) -> Expr:
    """When *requirement* speaks, its own blockers apart: an exception lives inside what it excepts."""
    if not requirement.is_exception:
        return requirement.condition
    hosts = tuple(_speaking(every[name], every) for name in requirement.excepts if name in every)
    return All((requirement.condition, Any(hosts)))


def preferences(tree: Tree, names: Iterable[str]) -> tuple[Precedence, ...]:
    """The precedences of *tree* between those of *names*."""
    wanted = set(names)
    return tuple(each for each in tree.precedences if each.over in wanted and each.under in wanted)


def set_aside(name: str, outcomes: Iterable[Outcome]) -> Aside | None:
    """Why the rule *name* does not remain in any of *outcomes* though it speaks, and what prevails over it; None where it remains or is silent."""
    found: Aside | None = None
    for outcome in outcomes:
        if name in outcome.remains:
            return None
        for standing in outcome.standings:
            for place, (why, over) in standing.outranked.items():
                if outcome.definition.rule(place).name == name:
                    found = found or (why, outcome.definition.rule(over).citation)
    return found


def aside_to_dict(aside: Aside | None) -> dict[str, object] | None:
    """JSON-ready."""
    return {"why": aside[0], "by": aside[1].to_dict()} if aside is not None else None

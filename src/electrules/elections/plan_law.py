"""What the law lets one constituency elect: asked of its requirements for each number of seats, never a number of our own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..evaluate.facts import check_facts
from ..evaluate.finding import Finding, find
from ..source.citation import Citation
from ..tree.nodes import Requirement
from ..tree.tree import Tree
from ..tree.types import Number, Term
from ..tree.walk import facts_in
from .days import Days

if TYPE_CHECKING:
    from ..rulebook import Rulebook

SEATS = "deputies to be elected"
"""The fact that the law calls the seats of a constituency."""

CONSTITUENCY = {"National Assembly": "National Assembly constituency", "people's council": "council constituency"}
"""Which body of the law a constituency is."""

PLAN = "constituency plan"
ELECTED = "body to be elected"


@frozen(eq=False)
class Allowed:
    """The numbers of seats that a constituency may have, and for each number what the law says of it; *outcome* is that of asking for them."""

    outcome: str
    sizes: tuple[int, ...] = ()
    rules: tuple[Requirement, ...] = ()
    findings: Mapping[int, tuple[Finding, ...]] = field(factory=dict, repr=False)
    missing: tuple[Term, ...] = ()
    citations: tuple[Citation, ...] = ()
    tree: Tree | None = field(default=None, repr=False)


def allowed(law: Rulebook, body: str, seats: int, days: Days) -> Allowed:
    """Which numbers of seats up to *seats* a constituency of *body* may have."""
    constituency, fact = law.terms.get(CONSTITUENCY[body]), law.terms.get(SEATS)
    if constituency is None or constituency.role != "body" or fact is None or not isinstance(fact.type, Number):
        return Allowed("unread")
    tree = law.requirements(constituency, on=days.on, law_on=days.law_on, known=days.known)
    rules = [each for each in tree.requirements if each.force != "should" and speaks_of_seats(tree, each, fact)]
    most = seats if fact.type.most is None else min(seats, int(fact.type.most))
    found = {size: tuple(find(tree, each, check_facts(law.vocabulary, {fact.id: size}, tree.on)) for each in rules) for size in range(1, most + 1)}
    speaking = [each for findings in found.values() for each in findings if each.outcome != "not_applicable"]
    if not speaking:
        return Allowed("gap" if tree.is_held(tree.held) else "unread")
    cited = tuple(dict.fromkeys(cite for each in speaking for cite in each.citations or (each.citation,)))
    able = {size: findings for size, findings in found.items() if all(each.ok is not False for each in findings)}
    unsure = [each for findings in able.values() for each in findings if each.outcome not in SURE]
    if unsure:
        missing = tuple(dict.fromkeys(term for each in unsure for term in each.missing))
        outcome = min((each.outcome for each in unsure), key=OPEN.index)
        return Allowed(outcome, (), tuple(rules), found, missing, cited, tree)
    return Allowed("answered", tuple(able), tuple(rules), found, (), cited, tree)


SURE = ("answered", "not_applicable")
"""Outcomes that settle whether a number of seats is allowed."""

OPEN = ("conflict", "unread", "unknown", "gap")
"""Outcomes that do not, the gravest first."""


def speaks_of_seats(tree: Tree, rule: Requirement, fact: Term) -> bool:
    """Whether what *rule* asks for hangs on the seats alone; what it asks of candidates, say, does not bound them."""
    return set(facts_in(rule.claim, {each.id: each for each in tree.terms})) == {fact.id}

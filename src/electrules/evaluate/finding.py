"""Findings: what a requirement comes to for a body, a list or a paper, and by how much it is missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property, partial
from math import ceil, floor
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from ..source.citation import Citation
from ..tree.nodes import (
    All,
    Any,
    Arithmetic,
    Bracket,
    Compare,
    Constraint,
    Count,
    Definition,
    Expr,
    Fact,
    Interpretation,
    Literal,
    Not,
    NotApplicable,
    Requirement,
    Rule,
    Value,
    Weekday,
)
from ..tree.operators import CONTRARY, FLIPPED
from ..tree.status import Status, weakest
from ..tree.tree import Tree
from ..tree.types import Term
from ..tree.walk import conclusions_in
from ..values.value import plain
from .answer import Answer, answered
from .ask import settle_known, vocabulary
from .demand import Demand, as_rule, claim_of, related
from .evaluate import evaluate
from .facts import check_facts
from .happened import happened
from .outcome import Need, OutcomeName, Refused, Severity, TooWide, Wants
from .piece import Range, as_number, is_single
from .plainly import plainly
from .prevail import Aside, aside_to_dict, preferences, prevailing, rivals, set_aside
from .ready import Ready, ready
from .select import conclude
from .split import TooManyCases
from .to_read import Unread, called, later_than_kept, unheld
from .view import Case
from .view import partial as part
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from .proof import Proof

NONE_HOLDS = "…"
"""The name of the rule that says that a requirement does not arise where its condition fails."""


@frozen(eq=False)
class Finding:
    """What a requirement comes to.

    *outcome* is that of its claim, "not_applicable" where it does not arise. *ok*: whether it is kept, None where it is not
    answered. *shortfall* and *excess*: by how many it is missed, where things are counted. What it rests on is worked out
    when it is looked at.
    """

    requirement: Requirement
    outcome: OutcomeName
    ok: bool | None
    shortfall: int | Fraction | None
    excess: int | Fraction | None
    lang: str
    _ask: Callable[[], Answer] = field(repr=False)

    @cached_property
    def answer(self) -> Answer:
        """The answer to the question whether it is kept."""
        return self._ask()

    @property
    def severity(self) -> Severity:
        """Whether it must or only should be kept."""
        return "should" if self.requirement.force == "should" else "must"

    @property
    def citation(self) -> Citation:
        """The provision that requires it."""
        return self.requirement.citation.said_in(self.lang)

    @property
    def on(self) -> date:
        """The day of the facts."""
        return self.answer.on

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions relied on."""
        return self.answer.citations

    @property
    def missing(self) -> tuple[Term, ...]:
        """The terms of the facts that would settle it."""
        return self.answer.missing

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What has to be read; of a finding that is answered, the texts that might say something else."""
        return self.answer.unread

    @property
    def status(self) -> Status:
        """The weakest way in which a provision relied on is known; that a requirement does not arise is read from its own words too."""
        return weakest((self.answer.status, self.requirement.status))

    @property
    def set_aside(self) -> Aside | None:
        """Why it is not applied though it speaks ("precedence", "rank" or "later"), and the provision that prevails; None where it is applied."""
        return set_aside(self.requirement.name, self.answer.settled.outcomes) if self.outcome == "not_applicable" else None

    @property
    def interpretations(self) -> tuple[Interpretation, ...]:
        """The readings relied on."""
        return self.answer.interpretations

    @property
    def proof(self) -> Proof:
        """The tree of the evaluation."""
        return self.answer.proof

    def text(self, lang: str | None = None) -> str:
        """The finding in words."""
        from ..explain import finding_text

        return finding_text(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "version": 1,
            "requirement": self.requirement.name,
            "subject": self.requirement.subject,
            "outcome": self.outcome,
            "ok": self.ok,
            "severity": self.severity,
            "shortfall": plain(self.shortfall),
            "excess": plain(self.excess),
            "citation": self.citation.to_dict(),
            "citations": [each.to_dict() for each in self.citations],
            "missing": [each.id for each in self.missing],
            "unread": [each.to_dict() for each in self.unread],
            "set_aside": aside_to_dict(self.set_aside),
            "status": self.status,
            "interpretations": [each.to_dict() for each in self.interpretations],
            "proof": self.proof.to_dict(),
            "on": self.on.isoformat(),
        }


class Assessment(tuple[Finding, ...]):  # noqa: SLOT001 - a tuple with more to say
    """A finding for each requirement on a body, in order.

    *unread*: that the rulebook holds no law of the day on the body, so that no finding does not mean that nothing is required. *kept_to*:
    the last day up to which the rulebook was kept, where the law of a later day is asked.
    """

    unread: tuple[Unread, ...] = ()
    kept_to: date | None = None


def require(
    tree: Tree,
    facts: Mapping[str, object],
    *,
    terms: Iterable[Term] | Vocabulary | None = None,
    text_numbers: bool = False,
    body: Term | None = None,
) -> Assessment:
    """A finding for each requirement of *tree*, on *body*; raises `FactErrors` on bad facts."""
    words = terms if terms is not None else vocabulary(ready(tree))
    known = check_facts(words, facts, tree.on, text_numbers=text_numbers)
    tree = happened(tree, words.done if isinstance(words, Vocabulary) else words, known)
    here = Case(ready(tree), known)
    every = {each.name: each for each in tree.requirements}
    simple = frozenset() if not kept(here) else frozenset(name for name in alone(tree.requirements) if not rivals(tree, every[name]))
    found = ((at_once(tree, each, known, here) if each.name in simple else None) or find(tree, each, known) for each in tree.requirements)
    made = Assessment(found)
    made.unread, made.kept_to = unheld(tree, called(body or tree.named.get(tree.term), tree.term), tree.lang), later_than_kept(tree)
    return made


def find(tree: Tree, requirement: Requirement, known: Mapping[str, Value]) -> Finding:
    """What one requirement comes to for checked facts."""
    made = ready(asked(tree, requirement))
    answer = answered(settle_known(made, known), tree.lang)
    ok = answer.value if isinstance(answer.value, bool) else None
    return Finding(
        requirement, answer.outcome, ok, *amounts(made, requirement, answer), tree.lang, partial(_answer, tree, requirement, known, answer)
    )


def alone(requirements: Iterable[Requirement]) -> frozenset[str]:
    """The names of those that no exception or blocker has to do with."""
    every = tuple(requirements)
    beaten = {name for each in every for name in (*each.excepts, *each.defeats)}
    return frozenset(each.name for each in every if not (each.excepts or each.defeats or each.blockers or each.is_exception or each.name in beaten))


def kept(here: Case) -> bool:
    """Whether the known facts are seen to keep all constraints."""
    return all(plainly(condition, here) is True for _, condition in here.ready.constraints)


def at_once(tree: Tree, requirement: Requirement, known: Mapping[str, Value], here: Case) -> Finding | None:
    """The same where one evaluation of a requirement that stands alone touches no unknown fact; None where it does."""
    ask = partial(_answer, tree, requirement, known)
    arises = plainly(requirement.condition, here)
    if arises is False:
        return Finding(requirement, "not_applicable", None, None, None, tree.lang, ask)
    claim = claim_of(requirement)
    holds = plainly(claim, here) if arises is True else None
    if not isinstance(holds, bool):
        return None
    try:
        by = (0, 0) if holds else missed(claim, here)
    except (Need, Refused, TooWide, Wants):  # what a decided "and" or "or" did not have to look at
        return None
    return Finding(requirement, "answered", holds, *by, tree.lang, ask)


def _answer(tree: Tree, requirement: Requirement, known: Mapping[str, Value], found: Answer | None = None) -> Answer:
    return found if found is not None else answered(settle_known(ready(asked(tree, requirement)), known), tree.lang)


def asked(tree: Tree, requirement: Demand) -> Tree:
    """The tree that asks whether *requirement* is kept, or when a limit falls: a definition whose rule has the claim, or the day, as its value."""
    known = ready(tree).questions
    if requirement.name not in known:
        among = tree.requirements if isinstance(requirement, Requirement) else tree.limits
        definition = as_definition(among, requirement, tree)
        definitions = rested_on(tree, definition)
        known[requirement.name] = evolve(tree, term=requirement.name, definitions=definitions, requirements=(), limits=(), precedences=())
    found = known[requirement.name]  # made for one day, it serves all that have the same text
    days = {"on": tree.on, "law_on": tree.law_on, "known": tree.known}
    return found if all(getattr(found, name) == day for name, day in days.items()) else evolve(found, **days)  # type: ignore[arg-type]


def rested_on(tree: Tree, definition: Definition) -> tuple[Definition, ...]:
    """*definition*, and of those of *tree* the ones that it and the constraints use: one question of many need not carry all of them."""
    every = {each.term: each for each in tree.definitions}
    reached: dict[str, None] = {}
    pending: list[Definition | Constraint] = [definition, *tree.constraints]
    for node in pending:
        for term in conclusions_in(node):
            if term in every and term not in reached:
                reached[term] = None
                pending.append(every[term])
    return (definition, *(each for each in tree.definitions if each.term in reached))


def as_definition(requirements: Iterable[Demand], requirement: Demand, tree: Tree) -> Definition:
    """*requirement* as rules on whether it is kept: its claim, and "not applicable" wherever that is taken away.

    By itself, by what excepts it, or by what prevails over it.
    """
    every = {each.name: each for each in requirements}
    chain = related(every, requirement)
    rules = [as_rule(each, requirement.name, claim_of(each) if each is requirement else NotApplicable()) for each in chain]
    none = Rule(NONE_HOLDS, requirement.name, All(()), NotApplicable(), requirement.citation, rank=1_000_000, status="derived")
    over = rivals(tree, requirement) if isinstance(requirement, Requirement) else ()
    above = tuple(prevailing(requirement.name, over, tree)) if isinstance(requirement, Requirement) else ()
    if above:  # what else bears on it stands where it stands
        rules = [evolve(each, rank=requirement.rank, issuer=requirement.issuer, issued=requirement.issued) for each in rules]
    names = (requirement.name, *(each.name for each in above))
    return Definition(requirement.name, (*rules, *above, none), preferences(tree, names) if above else ())


# -------------------------------------------------------------------- amounts

Amounts = tuple["int | Fraction | None", "int | Fraction | None"]


def amounts(made: Ready, requirement: Requirement, answer: Answer) -> Amounts:
    """How many are missing and too many: 0 where the requirement is kept, none where the facts leave it open."""
    if answer.outcome != "answered":
        return None, None
    if answer.value is True:
        return 0, 0
    found: set[Amounts] = set()
    for leaf in answer.settled.leaves:
        here = part(made, leaf.box)
        try:
            conclude(requirement.name, here)
            for fact in made.facts_in(requirement.claim):
                if here.box is not None and len(set(bounds(here, fact))) > 1:
                    return None, None
            found.add(missed(claim_of(requirement), here.inner))
        except (Need, TooWide, Refused, TooManyCases):
            return None, None
    return found.pop() if len(found) == 1 else (None, None)


def bounds(here: Case, fact: str) -> tuple[object, ...]:
    """The ends of what the box knows of *fact*: one value where it is known."""
    assert here.box is not None
    piece = here.box.get(fact)
    if piece is None or is_single(piece):
        return (0,)
    return (piece.least, piece.most) if isinstance(piece, Range) else (0, 1)


def missed(claim: Expr, here: Case, sign: bool = True) -> Amounts:
    """By how many *claim* is missed (by how many its contrary, where *sign* is no)."""
    if evaluate(claim, here) is sign:
        return 0, 0
    match claim:
        case Not(of):
            return missed(of, here, not sign)
        case All(parts) if sign:
            return most([missed(part, here) for part in parts])
        case Any(parts) if not sign:
            return most([missed(part, here, sign=False) for part in parts])
        case Any(parts) | All(parts) if parts:
            counted = [each for part in parts if total(each := missed(part, here, sign))]
            return min(counted, key=total, default=(0, 0))  # of several ways to keep it, the nearest of those that are counted
        case Bracket(of, least, over, below, under) if sign:
            low = Compare(">" if over else ">=", of, number(least)) if least is not None else All(())
            high = Compare("<" if under else "<=", of, number(below)) if below is not None else All(())
            return most([missed(low, here), missed(high, here)])
        case Compare(op, left, right):
            return compared(op if sign else CONTRARY[op], *without_shares(left, right), here)
        case _:
            return 0, 0


def without_shares(left: Expr, right: Expr) -> tuple[Expr, Expr]:
    """A share compared, as a number compared with that share of the total, the total held fixed."""
    if isinstance(left, Arithmetic) and left.op == "/" and len(left.parts) == 2:
        return left.parts[0], Arithmetic("*", (right, left.parts[1]))
    if isinstance(right, Arithmetic) and right.op == "/" and len(right.parts) == 2:
        return Arithmetic("*", (left, right.parts[1])), right.parts[0]
    return left, right


def compared(op: str, left: Expr, right: Expr, here: Case) -> Amounts:
    """By how many a counted number misses a bound; whichever side is counted is the one that changes, by whole numbers."""
    if isinstance(left, Weekday) or isinstance(right, Weekday):
        return 0, 0  # a Saturday is no Sunday by one
    a, b = evaluate(left, here), evaluate(right, here)
    if isinstance(a, bool) or not isinstance(a, (int, Fraction)) or not isinstance(b, (int, Fraction)):
        return 0, 0
    if not is_counted(left) and is_counted(right):
        op, a, b = FLIPPED[op], b, a
    have, bound = as_number(a), as_number(b)
    match op:
        case ">=":
            return positive(ceil(bound) - have), 0
        case ">":
            return positive(floor(bound) + 1 - have), 0
        case "<=":
            return 0, positive(have - floor(bound))
        case "<":
            return 0, positive(have - ceil(bound) + 1)
        case "=":
            return positive(bound - have), positive(have - bound)
        case _:
            return 0, 0


def is_counted(expr: Expr) -> bool:
    """Whether *expr* is what is counted, not a bound on it."""
    return isinstance(expr, (Fact, Count))


def positive(amount: int | Fraction) -> int | Fraction:
    """*amount*, or 0 below it."""
    return max(amount, 0)


def most(found: list[Amounts]) -> Amounts:
    """The largest shortfall and the largest excess."""
    return max((a or 0 for a, _ in found), default=0), max((b or 0 for _, b in found), default=0)


def total(amount: Amounts) -> int | Fraction:
    """Both together."""
    return (amount[0] or 0) + (amount[1] or 0)


def number(value: Fraction) -> Expr:
    """A number as an expression."""
    return Literal(value)

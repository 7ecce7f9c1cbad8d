"""What a plan came to: its constituencies, how even they are, how it was found, under which provisions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..source.citation import Citation
from ..tree.status import weakest
from ..tree.types import Number, OneOf, Term
from ..values.number import whole
from ..values.value import plain
from .days import Days
from .plan_given import Asked
from .plan_law import ELECTED, PLAN, SEATS, Allowed
from .plan_open import LeftOpen, left_open
from .plan_problem import Problem, bits
from .plan_search import Found, find_plan

if TYPE_CHECKING:
    from ..evaluate.finding import Finding
    from ..rulebook import Rulebook


@frozen
class Constituency:
    """Whole *parts*, the largest first, their *people*, the *seats* that they elect; *deviation* of people per deputy as a share of the mean."""

    number: int
    parts: tuple[str, ...]
    people: int
    seats: int
    per_deputy: int | Fraction
    deviation: Fraction

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "number": self.number,
            "parts": list(self.parts),
            "people": self.people,
            "seats": self.seats,
            "per_deputy": plain(self.per_deputy),
            "deviation": plain(self.deviation),
        }


@frozen(eq=False, slots=False)
class Plan:
    """A plan, or why there is none: *outcome* is "answered", or that of asking the law what a constituency may elect."""

    asked: Asked = field(repr=False)
    says: Allowed = field(repr=False)
    on: date
    lang: str = field(default="vi", repr=False)
    problem: Problem | None = field(default=None, repr=False)
    found: Found | None = field(default=None, repr=False)
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    open: tuple[LeftOpen, ...] = field(default=(), repr=False)
    """What the articles relied on say without giving anything to compute."""

    @property
    def outcome(self) -> str:
        """Whether there is a plan ("answered"), or why not: "gap", "unread", "unknown" or "conflict"."""
        return self.says.outcome

    @property
    def body(self) -> str:
        """Who is elected: "National Assembly" or "people's council"."""
        return self.asked.body

    @property
    def seats(self) -> int:
        """The deputies to be elected in all."""
        return self.asked.seats

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many deputies a constituency may elect by the law, up to all there are."""
        return self.says.sizes

    @property
    def missing(self) -> tuple[Term, ...]:
        """The terms of the facts on which it hangs what a constituency may elect."""
        return self.says.missing

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions that say what a constituency may elect."""
        return tuple(each.said_in(self.lang) for each in self.says.citations)

    @property
    def status(self) -> str | None:
        """The weakest way in which a provision relied on is known; None where none is."""
        relied = [each for findings in self.says.findings.values() for each in findings if each.outcome != "not_applicable"]
        return weakest(each.status for each in relied) if relied else None

    @property
    def mean(self) -> int | Fraction:
        """People per deputy in the whole unit."""
        return whole(Fraction(sum(self.asked.people), self.asked.seats))

    @cached_property
    def constituencies(self) -> tuple[Constituency, ...]:
        """The constituencies, that of the largest part first."""
        if self.problem is None or self.found is None:
            return ()
        problem, made = self.problem, []
        for number, (parts, seats) in enumerate(self.found.groups, 1):
            people = problem.count(parts)
            names = tuple(problem.names[part] for part in bits(parts))
            off = Fraction(people * problem.seats, seats * problem.total) - 1
            made.append(Constituency(number, names, people, seats, whole(Fraction(people, seats)), off))
        return tuple(made)

    @property
    def measure(self) -> Fraction | None:
        """The largest deviation of people per deputy from the mean, as a share of it: what is least first."""
        return max((abs(each.deviation) for each in self.constituencies), default=None)

    @property
    def squares(self) -> Fraction | None:
        """The sum of the squares of the deviations: what is least among plans whose largest deviation is the same."""
        return sum((each.deviation**2 for each in self.constituencies), Fraction(0)) if self.constituencies else None

    @property
    def method(self) -> str | None:
        """How it was found: "exact" (every plan that could be better was gone through) or "heuristic" (built, and improved step by step)."""
        return None if self.found is None else "exact" if self.found.complete else "heuristic"

    @property
    def proved(self) -> bool:
        """Whether no plan is better by the measure."""
        return self.found is not None and self.found.proved

    @property
    def tie(self) -> bool | None:
        """Whether another plan is as good by the measure (the order of names decided); None where that is not known."""
        return None if self.found is None else self.found.tie

    @property
    def limits(self) -> tuple[str, ...]:
        """What the method does not do, in words."""
        from .plan_text import limits

        return limits(self, self.lang)

    def text(self, lang: str | None = None) -> str:
        """The plan in words: the table, the measure, what was chosen by whom, the findings, the limits of the method."""
        from .plan_text import plan_lines

        return "\n".join(plan_lines(self, lang or self.lang))

    def __str__(self) -> str:
        return self.text()

    def svg(self, lang: str | None = None) -> str:
        """People per deputy of each constituency beside the mean, as the text of an SVG file."""
        from .plan_chart import plan_chart

        return plan_chart(self, lang or self.lang)

    def to_dict(self) -> dict[str, object]:
        """JSON-ready; exact numbers as int or "1/3"."""
        return {
            "version": 1,
            "outcome": self.outcome,
            "body": self.body,
            "on": self.on.isoformat(),
            "seats": self.seats,
            "sizes": list(self.sizes),
            "mean": plain(self.mean),
            "constituencies": [each.to_dict() for each in self.constituencies],
            "measure": plain(self.measure),
            "squares": plain(self.squares),
            "method": self.method,
            "proved": self.proved,
            "tie": self.tie,
            "citations": [each.to_dict() for each in self.citations],
            "status": self.status,
            "missing": [each.id for each in self.missing],
            "findings": [each.to_dict() for each in self.findings],
            "open": [each.to_dict() for each in self.open],
            "limits": list(self.limits),
        }


def answered(law: Rulebook, asked: Asked, says: Allowed, problem: Problem, days: Days, lang: str) -> Plan:
    """The plan that was found, with what the law finds of it."""
    found = find_plan(problem)
    sizes = sorted({seats for _, seats in found.groups})
    findings = [each for size in sizes for each in says.findings[size]]
    whole_plan = law.terms.get(PLAN)
    if whole_plan is not None and whole_plan.role == "body":
        tree = law.requirements(whole_plan, on=days.on, law_on=days.law_on, known=days.known)
        told: dict[str, int | str] = {
            "units in the plan": len(found.groups),
            SEATS: asked.seats,
            "population": problem.total,
            ELECTED: f"{asked.body} election",
        }
        facts = {each.id: told[each.id] for each in tree.terms if each.id in told and within(each, told[each.id])}
        assessed = law.assess(whole_plan, facts, on=days.on, law_on=days.law_on, known=days.known)
        findings += [each for each in assessed if each.outcome != "not_applicable"]
    return Plan(asked, says, days.on, lang, problem, found, tuple(findings), left_open(law, says.citations, days))


def within(term: Term, value: int | str) -> bool:
    """Whether *term* can be *value*."""
    type_ = term.type
    if isinstance(type_, OneOf) or isinstance(value, str):
        return isinstance(type_, OneOf) and any(each.id == value for each in type_.members)
    if not isinstance(type_, Number) or term.role != "fact":
        return False
    return (type_.least is None or type_.least <= value) and (type_.most is None or value <= type_.most)

"""Which provision of the law stands behind a check of counts: found by what it says, never by its number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..source.citation import Citation
from ..tree.nodes import Expr, Rank, Requirement
from ..tree.walk import below, facts_in
from .days import Days

if TYPE_CHECKING:
    from ..rulebook import Rulebook

MINUTES = "counting minutes"
STATED: Mapping[str, str] = {
    "missing-listed": "statement of listed voters",
    "missing-voted": "statement of voters who voted",
    "missing-issued": "statement of ballots issued",
    "missing-collected": "statement of ballots collected",
    "missing-valid": "statement of valid ballots",
    "missing-invalid": "statement of invalid ballots",
    "missing-votes": "statement of votes of each candidate",
}
"""What the minutes have to state, by the check that it is there."""

TOO_MANY = ("collected-voted",)
COUNT = "ballot count"
MORE_THAN_VOTERS = "more ballots than voters"
ONE_BALLOT = ("collected-voted", "issued-voted", "valid-voted", "valid-invalid-voted")
ON_BALLOTS = ("votes-choices", "votes-least")
TURNOUT = ("voted-listed",)
OLDER = ("missing-born",)
SURPLUS = ("surplus",)
BALLOT = "invalidity of the ballot"
CONSTITUENCY = {"National Assembly": "National Assembly constituency", "people's council": "council constituency"}
VOTER = "voter at the poll"
BALLOTS = {"National Assembly": "National Assembly ballots cast", "people's council": "ballots cast for each council"}


def cited_for(law: Rulebook, days: Days, body: str | None, code: str) -> Citation | None:
    """The provision in force on the day behind the check *code*; None where the law has none."""
    code = code.removeprefix("area-")
    if code in STATED:
        return cited(required_of(law, days, MINUTES, STATED[code]))
    if code in TOO_MANY and (told := broken(law, days, COUNT, MORE_THAN_VOTERS)) is not None:
        return told
    if code in ONE_BALLOT:  # also for too many ballots, where no instrument on that election speaks: a voter casts one
        return cited(required_of(law, days, VOTER, BALLOTS.get(body or "", BALLOTS["National Assembly"])))
    if code in SURPLUS:
        return cited(required_of(law, days, CONSTITUENCY.get(body or "", ""), "candidates", "deputies to be elected"))
    if code in OLDER:
        return concluding(law, days, "persons elected by rank", by="born")
    term = "recognition of the result" if code in TURNOUT else BALLOT if code in ON_BALLOTS else None
    return concluding(law, days, term) if term is not None else None


def cited(requirement: Requirement | None) -> Citation | None:
    """Where a requirement stands."""
    return None if requirement is None else requirement.citation


def broken(law: Rulebook, days: Days, body: str, fact: str) -> Citation | None:
    """The first requirement on *body* that is broken where *fact* holds on the day: of instruments made for one election, that election's."""
    if body not in law.terms or fact not in law.terms:
        return None
    found = law.assess(body, {fact: True}, on=days.on, law_on=days.law_on, known=days.known)
    return next((each.citation for each in found if each.ok is False), None)


def required_of(law: Rulebook, days: Days, body: str, *facts: str) -> Requirement | None:
    """The first requirement on *body* that looks at all *facts*."""
    subject = law.terms.get(body)
    terms = {term.id for fact in facts if (term := law.terms.get(fact)) is not None}
    if subject is None or subject.role != "body" or len(terms) < len(facts):
        return None
    every = law.required_of(subject, on=days.on, law_on=days.law_on, known=days.known)
    return next((each for each in every if terms <= set(facts_in(each.claim))), None)


def concluding(law: Rulebook, days: Days, name: str, by: str | None = None) -> Citation | None:
    """The first provision that concludes *name*, and ranks by the field *by* if one is given."""
    term = law.terms.get(name)
    if term is None or term.role != "conclusion":
        return None
    definitions = law.tree(term, on=days.on, law_on=days.law_on, known=days.known).definitions
    rules = (rule for each in definitions if each.term == term.id for rule in each.rules)
    return next((rule.citation for rule in rules if by is None or by in ranked_by(rule.value)), None)


def ranked_by(value: Expr) -> set[str]:
    """The fields by which *value* ranks records."""
    return {name for each in below(value) if isinstance(each, Rank) for name, _ in each.by}

"""Which provision of the law stands behind a check of counts: found by what it says, never by its number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ..source.citation import Citation
from ..tree.walk import facts_in

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

ONE_BALLOT = ("collected-voted", "issued-voted", "valid-voted", "valid-invalid-voted")
ON_BALLOTS = ("votes-choices", "votes-least")
TURNOUT = ("voted-listed",)
OLDER = ("missing-born",)
SURPLUS = ("surplus",)
CONSTITUENCY = {"National Assembly": "National Assembly constituency", "people's council": "council constituency"}
BALLOTS = {"National Assembly": "National Assembly ballots cast", "people's council": "ballots cast for each council"}


def cited_for(law: Rulebook, on: date, body: str | None, code: str) -> Citation | None:
    """The provision in force *on* a day behind the check *code*; None where the law has none."""
    code = code.removeprefix("area-")
    if code in STATED:
        return required_of(law, on, MINUTES, STATED[code])
    if code in ONE_BALLOT:
        return required_of(law, on, "voter at the poll", BALLOTS.get(body or "", BALLOTS["National Assembly"]))
    if code in SURPLUS:
        return required_of(law, on, CONSTITUENCY.get(body or "", ""), "candidates", "deputies to be elected")
    term = "recognition of the result" if code in TURNOUT else "persons elected by rank" if code in OLDER else None
    if code in ON_BALLOTS:
        term = "invalidity of the ballot"
    return concluding(law, on, term) if term is not None else None


def required_of(law: Rulebook, on: date, body: str, *facts: str) -> Citation | None:
    """The first requirement on *body* that looks at all *facts*."""
    subject = law.terms.get(body)
    terms = {term.id for fact in facts if (term := law.terms.get(fact)) is not None}
    if subject is None or subject.role != "body" or len(terms) < len(facts):
        return None
    return next((each.citation for each in law.required_of(subject, on=on) if terms <= set(facts_in(each.claim))), None)


def concluding(law: Rulebook, on: date, name: str) -> Citation | None:
    """The first provision that concludes *name*."""
    term = law.terms.get(name)
    if term is None or term.role != "conclusion":
        return None
    definitions = law.tree(term, on=on).definitions
    return next((rule.citation for each in definitions if each.term == term.id for rule in each.rules), None)

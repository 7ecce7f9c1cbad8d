"""What the law says of the counts themselves: the names that a valid ballot leaves, the candidates that there have to be, the range of a count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from ..calendar.calendar import findings
from ..evaluate.facts import check_facts
from ..evaluate.finding import Finding, find
from ..tree.types import Number
from .counted import COUNTS
from .days import Days
from .result_law import BALLOT, BALLOTS, CONSTITUENCY, VOTER, required_of

if TYPE_CHECKING:
    from ..rulebook import Rulebook

SEATS, CANDIDATES, VOTES, LEFT = "deputies to be elected", "candidates", "votes", "names left on the ballot"
STRUCK = "all names struck out"
LARGEST = 10**30 - 1
"""The largest count where the law states no range."""
IN_ORDER = {"off-form ballot": False, "unstamped ballot": False, "writing added to the ballot": False}
"""What else may make a ballot invalid, and does not."""


@frozen(eq=False)
class Bounds:
    """What bounds the counts; None: the law says nothing of it, and nothing is checked by it.

    *most*: how large each count may be, and "seats" and the "votes" of a candidate. *least*, *choices*: the fewest and most names that
    a valid ballot leaves. *surplus*: whether there are as many candidates as there have to be. *day*: what it says of the election day.
    *ballots*: how many a voter casts.
    """

    most: Mapping[str, int]
    least: int | None = None
    choices: int | None = None
    surplus: bool | None = None
    day: Finding | None = None
    ballots: int | None = None


def bounds_of(law: Rulebook, days: Days, body: str | None, seats: object, candidates: int) -> Bounds:
    """What *law* says where *seats* are to be filled from so many *candidates*."""
    ranges = {field: most_of(law, term) for field, term in (*((name, name) for name in COUNTS), ("seats", SEATS), ("votes", VOTES))}
    most = {field: LARGEST if number is None else number for field, number in ranges.items()}
    day, ballots = of_the_day(law, days), ballots_of(law, days, body)
    if type(seats) is not int or not 0 <= seats <= most["seats"] or not candidates:
        return Bounds(most, day=day, ballots=ballots)
    names = min(candidates, most_of(law, LEFT) or 0)
    least = next((number for number in range(names + 1) if is_valid(law, days, seats, number)), None)
    choices = next((number for number in range(names, 0, -1) if is_valid(law, days, seats, number)), None)
    return Bounds(most, least, choices, has_surplus(law, days, body, seats, candidates), day, ballots)


def ballots_of(law: Rulebook, days: Days, body: str | None) -> int | None:
    """How many ballots one voter may cast for *body*; None where the law does not say."""
    name = BALLOTS.get(body or "", "")
    most, rule = most_of(law, name), required_of(law, days, VOTER, name)
    if most is None or rule is None:
        return None
    tree = law.requirements(VOTER, on=days.on, law_on=days.law_on, known=days.known)
    kept = 0
    for number in range(1, most + 1):
        if find(tree, rule, check_facts(law.vocabulary, {name: number}, tree.on)).ok:
            kept = number
        elif kept:
            break
    return kept or None


def of_the_day(law: Rulebook, days: Days) -> Finding | None:
    """What the law asks of the election day itself: what it does not keep, or else the first that it keeps."""
    event = law.vocabulary.event
    if event is None:
        return None
    tree = law.limits(on=days.on, law_on=days.law_on, known=days.known)
    return min(findings(law, tree, event, days.on), key=lambda each: each.ok is not False, default=None)


def most_of(law: Rulebook, name: str) -> int | None:
    """How large the number *name* may be."""
    term = law.terms.get(name)
    if term is None or not isinstance(term.type, Number) or term.type.most is None:
        return None
    return int(term.type.most)


def is_valid(law: Rulebook, days: Days, seats: int, names: int) -> bool:
    """Whether a ballot in order that leaves so many *names* is valid."""
    term = law.terms.get(BALLOT)
    if term is None or term.role != "conclusion":
        return False
    facts = known_to(law, {**IN_ORDER, STRUCK: not names, LEFT: names, SEATS: seats}.items())
    return law.ask(term, facts, on=days.on, law_on=days.law_on, known=days.known).value is False


def has_surplus(law: Rulebook, days: Days, body: str | None, seats: int, candidates: int) -> bool | None:
    """Whether there are as many *candidates* as the law asks for; None where it asks for none."""
    most = most_of(law, CANDIDATES)
    rule = required_of(law, days, CONSTITUENCY.get(body or "", ""), CANDIDATES, SEATS)
    if rule is None or most is None:
        return None
    tree = law.requirements(CONSTITUENCY[body or ""], on=days.on, law_on=days.law_on, known=days.known)
    facts = known_to(law, {CANDIDATES: min(candidates, most), SEATS: seats}.items())
    finding = find(tree, rule, check_facts(law.vocabulary, facts, tree.on))
    return None if finding.outcome == "not_applicable" else finding.ok is True


def known_to(law: Rulebook, facts: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Those of *facts* that the law has names for."""
    return {name: value for name, value in facts if name in law.terms}

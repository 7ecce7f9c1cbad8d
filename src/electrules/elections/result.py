"""`result`: the counts of a constituency, checked; who is elected, and what follows, asked of the law. It knows no threshold of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from ..diagnostics.diagnostic import diagnose
from ..diagnostics.errors import FactErrors
from ..evaluate import Answer
from ..evaluate.quote import shown
from ..source.text import fold_key
from .check import Check
from .checking import Checked, Limits, Standing, check, numbers_by_name
from .counted import BODIES, counted
from .days import Days, days_of
from .result_bounds import bounds_of, known_to
from .result_found import Result, Tie
from .result_law import cited_for

if TYPE_CHECKING:
    from ..rulebook import Rulebook

RECOGNISED = "recognition of the result"
ENOUGH = "enough votes to be elected"
RANKED = "persons elected by rank"
RERUN, RERUN_HELD = "compulsory re-run", "re-run held"
ANNULLED, ANNULLED_HELD = "compulsory re-run after annulment", "re-run after annulment held"
MUST, MAY, EXTRA_HELD = "compulsory extra election", "optional extra election", "extra election held"
TERMS = (RECOGNISED, ENOUGH, RANKED, RERUN, MUST, MAY)
"""The terms of the law that a result asks for."""

BODY = {"National Assembly": "National Assembly election", "people's council": "people's council election"}
ROUND = {"first": "first election", "extra": "extra election", "re-run": "re-run for low turnout", "re-run after annulment": "re-run after annulment"}


def result(
    law: Rulebook,
    counts: Mapping[str, object],
    *,
    on: date | str,
    decisions: Mapping[str, object] | None = None,
    invalid_share: object = None,
    turnout_share: object = None,
    law_on: date | str | None = None,
    known: date | str | None = None,
    lang: str | None = None,
) -> Result:
    """The result of a constituency on the election day *on*; raises `FactErrors` where *counts* is no table, or names no body or round there is.

    *decisions* are those recorded: "tie": names in the order in which a tie was decided; "annulled": whether the result was annulled.
    *invalid_share* and *turnout_share* are limits (whole or Fraction) above which a share is a warning; None: not looked at.
    """
    speaks = lang or law.lang
    try:
        given = counted(counts)
        days = days_of(on, law_on, known)
        limits = Limits(_share(invalid_share, "invalid_share"), _share(turnout_share, "turnout_share"))
        decided, annulled = _decisions({} if decisions is None else decisions)
        bounds = bounds_of(law, days, given.body, given.seats, len(given.candidates or ()))
        checked = check(given, days.on, bounds, limits, partial(cited_for, law, days, given.body), speaks)
        return _Run(law, days, speaks, checked).result(given.body, given.round, decided, annulled)
    except FactErrors as errors:
        raise errors.said_in(speaks) from None


def _share(given: object, name: str) -> Fraction | None:
    if given is None:
        return None
    if type(given) is int or isinstance(given, Fraction):
        share = Fraction(given)
        if 0 <= share <= 1:
            return share
    raise FactErrors([diagnose("ER0602", fact=name, name=name, value=shown(given), case="number")])


def _decisions(given: object) -> tuple[tuple[str, ...], bool]:
    """The names of a decided tie in order, and whether the result was annulled."""
    if not isinstance(given, Mapping):
        raise FactErrors([diagnose("ER0602", fact="decisions", name="decisions", value=shown(given), case="records")])
    unknown = [name for name in given if name not in ("tie", "annulled")]
    if unknown:
        raise FactErrors([diagnose("ER0601", fact=shown(unknown[0]), name=shown(unknown[0]), expected=("tie", "annulled"))])
    tie, annulled = given.get("tie", ()), given.get("annulled", False)
    if not isinstance(tie, list | tuple) or not all(isinstance(each, str) for each in tie):
        raise FactErrors([diagnose("ER0602", fact="tie", name="tie", value=shown(tie), case="records")])
    if not isinstance(annulled, bool):
        raise FactErrors([diagnose("ER0602", fact="annulled", name="annulled", value=shown(annulled), case="yesno")])
    return tuple(tie), annulled


class _Stopped(Exception):
    """A question had no answer, so that nothing further can be said; *outcome* is that of the question."""

    def __init__(self, outcome: str) -> None:
        self.outcome = outcome


After: TypeAlias = tuple[str, int | None]
UNDETERMINED: After = ("undetermined", None)


class _Run:
    """Scratch state of one result; never leaves this file."""

    def __init__(self, law: Rulebook, days: Days, lang: str, found: Checked) -> None:
        self.law, self.days, self.lang, self.found = law, days, lang, found
        self.facts: dict[str, object] = {}
        self.answers: list[Answer] = []
        self.recognised: bool | None = None

    def made(self, outcome: str, elected: tuple[str, ...] = (), tie: Tie | None = None, after: After = UNDETERMINED) -> Result:
        """The result as far as it goes."""
        seats = self.found.seats
        left = None if seats is None else seats - len(elected)
        return Result(outcome, self.recognised, elected, left, after[0], after[1], tie, self.checks, tuple(self.answers), self.lang)

    @property
    def checks(self) -> tuple[Check, ...]:
        return self.found.checks

    def ask(self, term: str, facts: Mapping[str, object] | None = None, *, keep: bool = True) -> Answer:
        """What the law says of *term*, told all counts and *facts*: which of them matter is for the law to say."""
        told = known_to(self.law, {**self.facts, **(facts or {})}.items())
        answer = self.law.ask(term, told, on=self.days.on, law_on=self.days.law_on, known=self.days.known)
        if keep:
            self.answers.append(answer)
        return answer

    def truth(self, term: str, facts: Mapping[str, object] | None = None) -> bool:
        """Yes or no; raises `_Stopped` where the law says neither."""
        if term not in self.law.terms:
            raise _Stopped("unread")
        answer = self.ask(term, facts)
        if answer.outcome != "answered":
            raise _Stopped(answer.outcome)
        return answer.value is True

    def within(self, event: str) -> int | None:
        """How many days after this election day *event* has to be."""
        if event not in self.law.terms:
            return None
        answer = self.ask(event)
        return (answer.value - self.days.on).days if isinstance(answer.value, date) else None

    def result(self, body: str | None, round_: str | None, decided: tuple[str, ...], annulled: bool) -> Result:
        """The whole way from the counts to what follows, or as far as the law has answers."""
        try:
            return self.worked_out(body, round_, decided, annulled)
        except _Stopped as stopped:
            return self.made(stopped.outcome)

    def worked_out(self, body: str | None, round_: str | None, decided: tuple[str, ...], annulled: bool) -> Result:
        """The whole way from the counts to what follows; raises `_Stopped`."""
        if any(term not in self.law.terms for term in TERMS):
            return self.made("unread")
        if self.found.blocked or body is None or round_ is None or self.found.seats is None:
            return self.made("unknown")
        assert body in BODIES
        about = {"body to be elected": BODY[body], "round": ROUND[round_], "deputies to be elected": self.found.seats}
        self.facts = {**about, **numbers_by_name(self.found.numbers)}
        if annulled and self.truth(ANNULLED, {"result annulled": True}):
            self.recognised = False
            return self.made("answered", after=("re-run", self.within(ANNULLED_HELD)))
        self.recognised = self.truth(RECOGNISED)
        if not self.recognised:
            again = self.ask(RERUN)
            if again.outcome == "answered":
                return self.made("answered", after=("re-run", self.within(RERUN_HELD)) if again.value else ("none", None))
            return self.made("answered" if again.outcome == "gap" else again.outcome)
        elected, tie = self.elected(decided)
        if tie is not None:
            return self.made("answered", elected, tie)
        return self.made("answered", elected, after=self.after(len(elected)))

    def elected(self, decided: tuple[str, ...]) -> tuple[tuple[str, ...], Tie | None]:
        """Who has enough votes, and of them who is taken; a decided tie goes on from there."""
        able = [each for each in self.found.candidates if self.enough(each)]
        rows = [{"full name": each.name, "votes": each.votes, **({"born": each.born} if each.born is not None else {})} for each in able]
        answer = self.ask(RANKED, {"those past half of the votes": rows})
        if answer.outcome != "answered" or not isinstance(answer.value, tuple):
            raise _Stopped(answer.outcome)
        taken, level, left = answer.value
        if not level:
            if decided:
                raise FactErrors([diagnose("ER0606", fact="tie", name="tie", value=shown(decided[0]), case="untied")])
            return taken, None
        chosen = _chosen(decided, level)
        return (*taken, *chosen[:left]), ((tuple(each for each in level if each not in chosen), left - len(chosen)) if len(chosen) < left else None)

    def enough(self, candidate: Standing) -> bool:
        """Whether a candidate has enough votes; the answer of one of each kind is kept for the proof."""
        answer = self.ask(ENOUGH, {"votes": candidate.votes}, keep=False)
        if answer.outcome != "answered":
            self.answers.append(answer)
            raise _Stopped(answer.outcome)
        if not any(each.term == answer.term and each.value == answer.value for each in self.answers):
            self.answers.append(answer)
        return answer.value is True

    def after(self, elected: int) -> After:
        """What follows once it is known who is elected."""
        facts = {"persons elected": elected}
        must, may = self.ask(MUST, facts), self.ask(MAY, facts)
        if must.outcome == "answered" and must.value:
            return "extra election must", self.within(EXTRA_HELD)
        if may.outcome == "answered" and may.value:
            return "extra election may", self.within(EXTRA_HELD)
        return ("none" if must.outcome == may.outcome == "answered" else "undetermined"), None


def _chosen(decided: tuple[str, ...], level: tuple[str, ...]) -> list[str]:
    """The names of a decided tie as the counts spell them, in the order decided; raises `FactErrors` for a name that is not in the tie."""
    spelt = {fold_key(each): each for each in level}
    chosen: list[str] = []
    for each in decided:
        name = spelt.get(fold_key(each))
        if name is None:
            raise FactErrors([diagnose("ER0606", fact="tie", name="tie", value=shown(each), expected=level)])
        if name in chosen:
            raise FactErrors([diagnose("ER0607", fact="tie", name=name, other=name)])
        chosen.append(name)
    return chosen

"""All checks of the counts of a constituency and its polling areas, and the numbers that are left to decide by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve, frozen

from ..evaluate.quote import shown
from ..source.citation import Citation
from ..source.text import fold_key
from .check import Check
from .counted import COLLECTED, COUNTS, INVALID, LISTED, VALID, VOTED, Candidate, Counted, area_rows, whole_of
from .result_bounds import Bounds
from .tally import SHORT, Failing, Known, Numbers, Tally, above_share, comparisons

Cites = Callable[[str], Citation | None]
"""The provision of the law behind a check, by its code."""


@frozen
class Standing:
    """A candidate with the votes to decide by."""

    name: str
    born: date | None
    votes: int


@frozen(eq=False)
class Checked:
    """The *checks*; and, where no error stands in the way, the numbers."""

    checks: tuple[Check, ...]
    seats: int | None
    numbers: Numbers
    candidates: tuple[Standing, ...]

    @property
    def blocked(self) -> bool:
        """Whether an error stands in the way of a result."""
        return any(not each.ok and each.severity == "error" for each in self.checks)


@frozen
class Limits:
    """Shares without a law behind them, None where they are not looked at."""

    invalid: Fraction | None = None
    turnout: Fraction | None = None


def check(given: Counted, on: date, bounds: Bounds, limits: Limits, cites: Cites, lang: str) -> Checked:
    """Every check of *given*, in a fixed order; areas are gone through once."""
    run = _Run(given, on, bounds, limits)
    found = run.all()
    return Checked(
        tuple(evolve(each, citation=each.citation or cites(each.code), lang=lang) for each in found), run.seats, run.numbers, run.standings()
    )


class _Run:
    """Scratch state of one checking; never leaves this file."""

    def __init__(self, given: Counted, on: date, bounds: Bounds, limits: Limits) -> None:
        self.given = given
        self.on = on
        self.bounds = bounds
        self.comparisons = comparisons(bounds.ballots)
        self.limits = limits
        self.bad: dict[str, Failing] = {}
        self.people: tuple[Candidate, ...] = given.candidates or ()
        self.seats = self.number(given.seats, "seats", bounds.most["seats"])
        names = [each.name for each in self.people if each.name is not None]
        self.tally = Tally(list(dict.fromkeys(names)), bounds, limits.invalid) if given.areas is not None else None
        for row, strange in area_rows(given) if self.tally is not None else ():
            self.tally.add(row, strange)  # type: ignore[union-attr]
        self.own = tuple(self.number(each, name, bounds.most[name]) for each, name in zip(given.counts, COUNTS, strict=True))
        self.votes = [self.number(each.votes, each.name or "candidate", bounds.most["votes"]) for each in self.people]
        self.numbers: Numbers = tuple(  # type: ignore[assignment]
            mine if given.counts[at] is not None or self.tally is None else self.number(self.tally.sums[at], COUNTS[at], bounds.most[COUNTS[at]])
            for at, mine in enumerate(self.own)
        )

    def number(self, given: object, what: str, most: int) -> Known:
        """A count up to *most*; None where it is missing or none, which is noted."""
        given = whole_of(given)
        if type(given) is int:
            if 0 <= given <= most:
                return given
            self.fail("not-negative" if given < 0 else "too-large", what, shown(given))
        elif given is not None:
            self.fail("whole-number", what, shown(given))
        return None

    def fail(self, code: str, place: str, *numbers: object) -> None:
        self.bad.setdefault(code, Failing()).add((place, None), numbers)

    def votes_of(self, candidate: Candidate, own: Known) -> Known:
        """The votes of a candidate: as given, else summed over the areas."""
        if candidate.votes is not None or self.tally is None or candidate.name is None:
            return own
        return self.tally.votes[candidate.name]

    def standings(self) -> tuple[Standing, ...]:
        """The candidates with names and votes."""
        pairs = [(each, self.votes_of(each, own)) for each, own in zip(self.people, self.votes, strict=True)]
        return tuple(Standing(each.name, each.born, votes) for each, votes in pairs if each.name is not None and votes is not None)

    # ----------------------------------------------------------------- checks

    def all(self) -> list[Check]:
        """Every check that was made."""
        return [*self.presence(), *self.kinds(), *self.compared(), *self.votes_cast(), *self.shares(), *self.of_areas(), *self.sums()]

    def made(self, code: str, severity: str, fields: Sequence[str], failed: bool, numbers: tuple[object, ...] = ()) -> Check:
        return Check(code, severity, not failed, tuple(fields), numbers=numbers if failed else (), count=int(failed))

    def noted(self, code: str, severity: str, fields: Sequence[str]) -> Check:
        """A check that failed where it was noted."""
        return of_failing(code, severity, fields, self.bad.get(code))

    def presence(self) -> Iterator[Check]:
        """What must be there."""
        given = self.given
        yield self.made("missing-body", "error", ["body"], given.body is None)
        yield self.made("missing-round", "error", ["round"], given.round is None)
        yield self.made("missing-seats", "error", ["seats"], given.seats is None)
        yield self.made("missing-candidates", "error", ["candidates"], not given.candidates)
        for at, name in enumerate(SHORT):
            severity = "error" if at in (LISTED, VOTED, VALID) else "warning"
            absent = given.counts[at] is None and self.tally is None
            yield self.made(f"missing-{name}", severity, [COUNTS[at]], absent)
        for place, (each, votes) in enumerate(zip(self.people, self.votes, strict=True)):
            if each.name is None:
                self.fail("missing-name", f"#{place + 1}")
            if each.votes is None and self.votes_of(each, votes) is None:
                self.fail("missing-votes", each.name or f"#{place + 1}")
            if each.raw_born is None:
                self.fail("missing-born", each.name or f"#{place + 1}")
            elif each.born is None:
                self.fail("born-day", each.name or f"#{place + 1}", shown(each.raw_born))
            elif each.born >= self.on:
                self.fail("born-before", each.name or f"#{place + 1}", each.born.isoformat())
        yield self.noted("missing-name", "error", ["candidates.name"])
        yield self.noted("missing-votes", "error", ["candidates.votes"])
        yield self.noted("missing-born", "warning", ["candidates.born"])

    def kinds(self) -> Iterator[Check]:
        """What each thing given must be."""
        fields = ["seats", *COUNTS, "candidates.votes"]
        yield self.noted("whole-number", "error", fields)
        yield self.noted("not-negative", "error", fields)
        yield self.noted("too-large", "error", fields)
        yield self.made("seats-positive", "error", ["seats"], self.seats == 0, (0,))
        yield self.made("listed-positive", "error", [COUNTS[LISTED]], self.numbers[LISTED] == 0, (0,))
        yield self.made("valid-some", "warning", [COUNTS[VALID]], self.numbers[VALID] == 0, (0,))
        seen: set[str] = set()
        for name in [each.name for each in self.people if each.name is not None]:
            if fold_key(name) in seen:
                self.fail("name-twice", name)
            seen.add(fold_key(name))
        yield self.noted("name-twice", "error", ["candidates.name"])
        yield self.noted("born-day", "error", ["candidates.born"])
        yield self.noted("born-before", "error", ["candidates.born"])
        for strange in self.given.strange:
            self.fail("field-unknown", strange)
        yield self.noted("field-unknown", "error", [])
        day = self.bounds.day
        if day is not None:
            yield evolve(self.made("election-day", "warning", ["on"], day.ok is False, (self.on.isoformat(),)), citation=day.citation)
        if self.bounds.surplus is not None:
            yield self.made("surplus", "warning", ["candidates", "seats"], not self.bounds.surplus, (len(self.people), self.seats))

    def compared(self) -> Iterator[Check]:
        """The six counts against each other."""
        for code, severity, ats, test in self.comparisons:
            found = test(self.numbers)
            yield self.made(code, severity, [COUNTS[at] for at in ats], found is not None, found or ())

    def votes_cast(self) -> Iterator[Check]:
        """Votes against ballots, and against ballots times choices."""
        valid = self.numbers[VALID]
        votes = [self.votes_of(each, own) for each, own in zip(self.people, self.votes, strict=True)]
        if valid is not None:
            for each, number in zip(self.people, votes, strict=True):
                if number is not None and number > valid:
                    self.fail("votes-valid", each.name or "?", number, valid)
        yield self.noted("votes-valid", "error", ["candidates.votes", COUNTS[VALID]])
        total = sum(each for each in votes if each is not None)
        sure = bool(votes) and None not in votes and valid is not None
        fields = ["candidates.votes", COUNTS[VALID], "seats"]
        if self.bounds.choices is not None:
            most = (valid or 0) * self.bounds.choices
            yield self.made("votes-choices", "error", fields, sure and total > most, (total, most))
        if self.bounds.least is not None:
            fewest = (valid or 0) * self.bounds.least
            yield self.made("votes-least", "error", fields[:2], sure and total < fewest, (total, fewest))

    def shares(self) -> Iterator[Check]:
        """Shares above a limit that the caller gives."""
        listed, voted, collected, invalid = (self.numbers[at] for at in (LISTED, VOTED, COLLECTED, INVALID))
        if self.limits.invalid is not None:
            failed = above_share(invalid, collected, self.limits.invalid)
            yield self.made("invalid-share", "warning", [COUNTS[INVALID], COUNTS[COLLECTED]], failed, (invalid, collected))
        if self.limits.turnout is not None:
            failed = above_share(voted, listed, self.limits.turnout)
            yield self.made("turnout-share", "warning", [COUNTS[VOTED], COUNTS[LISTED]], failed, (voted, listed))

    def of_areas(self) -> Iterator[Check]:
        """What was found in the polling areas."""
        if self.tally is None:
            return
        found = self.tally.failing
        for total in self.tally.totals.found:
            self.tally.fail("area-total", total)
        own = [
            ("area-name", "error", ["area"]),
            ("area-twice", "error", ["area"]),
            ("area-entries", "error", ["area"]),
            ("area-total", "error", ["area"]),
            ("area-field", "error", []),
            ("area-missing", "warning", COUNTS),
        ]
        own += [(f"area-{code}", "error", COUNTS) for code in ("whole-number", "not-negative", "too-large", "listed-positive")]
        own += [(f"area-{code}", severity, [COUNTS[at] for at in ats]) for code, severity, ats, _ in self.comparisons]
        own += [("area-candidate", "error", ["votes"]), ("area-votes", "error", ["votes"])]
        ballots = [("votes-valid", 1), ("votes-choices", self.bounds.choices), ("votes-least", self.bounds.least)]
        own += [(f"area-{code}", "error", ["votes", COUNTS[VALID]]) for code, bound in ballots if bound is not None]
        if self.limits.invalid is not None:
            own.append(("area-invalid-share", "warning", [COUNTS[INVALID], COUNTS[COLLECTED]]))
        for code, severity, fields in own:
            yield of_failing(code, severity, fields, found.get(code))

    def sums(self) -> Iterator[Check]:
        """The sums of the areas against what is given for the constituency."""
        if self.tally is None:
            return
        for at, name in enumerate(SHORT):
            total, own = self.tally.sums[at], self.own[at]
            yield self.made(f"sum-{name}", "error", [COUNTS[at], "areas"], total is not None and own is not None and total != own, (total, own))
        for each, own in zip(self.people, self.votes, strict=True):
            total = self.tally.votes.get(each.name or "")
            if total is not None and own is not None and total != own:
                self.fail("sum-votes", each.name or "?", total, own)
        yield self.noted("sum-votes", "error", ["candidates.votes", "areas"])


def of_failing(code: str, severity: str, fields: Sequence[str], found: Failing | None) -> Check:
    """A check from where it fails."""
    if found is None:
        return Check(code, severity, True, tuple(fields))
    places, rows = (tuple(each) for each in zip(*found.places, strict=True))
    return Check(code, severity, False, tuple(fields), None, places, found.count, found.numbers, rows)


def numbers_by_name(numbers: Numbers) -> Mapping[str, int]:
    """The six counts that are known, by the terms of the law."""
    return {name: each for name, each in zip(COUNTS, numbers, strict=True) if each is not None}

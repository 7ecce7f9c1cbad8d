"""Checks of the counts of one place, and sums over polling areas as they come, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import define, field

from ..evaluate.quote import shown
from ..limits import NAME_LENGTH
from ..source.text import fold_key
from .counted import COLLECTED, COUNTS, INVALID, ISSUED, LISTED, VALID, VOTED, whole_of
from .totals import Totals

if TYPE_CHECKING:
    from .result_bounds import Bounds

SHORT = ("listed", "voted", "issued", "collected", "valid", "invalid")
Known = int | None
Numbers = tuple[Known, Known, Known, Known, Known, Known]
PLACES = 20
"""Places of one failing check that are kept."""

Place = tuple[str, int | None]
"""The name of a polling area, and its row in the file that it came from."""


Test = Callable[[Numbers], tuple[int, int] | None]
"""What finds, where it is so, the two numbers that do not agree."""

Comparison = tuple[str, str, tuple[int, ...], Test]
"""Of the six counts: code, severity, the counts, the test."""


def at_most(a: int, b: int, times: int = 1) -> Test:
    """The test that one count is not above so many *times* another."""

    def test(numbers: Numbers) -> tuple[int, int] | None:
        left, right = numbers[a], numbers[b]
        return (left, right * times) if left is not None and right is not None and left > right * times else None

    return test


def _collected_all(numbers: Numbers) -> tuple[int, int] | None:
    collected, voted = numbers[COLLECTED], numbers[VOTED]
    return (collected, voted) if collected is not None and voted is not None and collected < voted else None


def _adding_up(numbers: Numbers) -> tuple[int, int] | None:
    valid, invalid, collected = numbers[VALID], numbers[INVALID], numbers[COLLECTED]
    if valid is None or invalid is None or collected is None or valid + invalid == collected:
        return None
    return (valid + invalid, collected)


def together_at_most(times: int) -> Test:
    """The test that valid and invalid ballots are not above so many *times* the voters."""

    def test(numbers: Numbers) -> tuple[int, int] | None:
        valid, invalid, voted = numbers[VALID], numbers[INVALID], numbers[VOTED]
        if valid is None or invalid is None or voted is None or valid + invalid <= voted * times:
            return None
        return (valid + invalid, voted * times)

    return test


def _everybody(numbers: Numbers) -> tuple[int, int] | None:
    listed, voted = numbers[LISTED], numbers[VOTED]
    return (voted, listed) if listed is not None and listed == voted and listed else None


def comparisons(ballots: int | None) -> tuple[Comparison, ...]:
    """The comparisons of the six counts where a voter casts so many *ballots* (None: the law does not say, and nothing is compared by it)."""
    every: tuple[Comparison, ...] = (
        ("voted-listed", "error", (VOTED, LISTED), at_most(VOTED, LISTED)),
        ("issued-voted", "error", (ISSUED, VOTED), at_most(VOTED, ISSUED)),
        ("issued-listed", "warning", (ISSUED, LISTED), at_most(ISSUED, LISTED)),
        ("collected-issued", "error", (COLLECTED, ISSUED), at_most(COLLECTED, ISSUED)),
        ("collected-voted", "error", (COLLECTED, VOTED), at_most(COLLECTED, VOTED, ballots or 0)),
        ("collected-all", "warning", (COLLECTED, VOTED), _collected_all),
        ("valid-invalid-collected", "error", (VALID, INVALID, COLLECTED), _adding_up),
        ("valid-invalid-voted", "error", (VALID, INVALID, VOTED), together_at_most(ballots or 0)),
        ("valid-collected", "error", (VALID, COLLECTED), at_most(VALID, COLLECTED)),
        ("invalid-collected", "error", (INVALID, COLLECTED), at_most(INVALID, COLLECTED)),
        ("valid-voted", "error", (VALID, VOTED), at_most(VALID, VOTED, ballots or 0)),
        ("everybody-voted", "warning", (VOTED, LISTED), _everybody),
    )
    return every if ballots is not None else tuple(each for each in every if each[0] not in OF_EACH_VOTER)


OF_EACH_VOTER = ("collected-voted", "valid-invalid-voted", "valid-voted")
"""Comparisons that hang on how many ballots one voter casts."""


@define
class Failing:
    """Where one check fails: the first *places*, how many there are, the numbers of the first; the *last* that was told."""

    places: list[Place] = field(factory=list)
    count: int = 0
    numbers: tuple[object, ...] = ()
    last: Place | None = None

    def add(self, place: Place, numbers: tuple[object, ...] = ()) -> None:
        """One more place; what fails there again is the same place."""
        if place == self.last:
            self.numbers += numbers if self.count == 1 else ()
            return
        self.last = place
        self.numbers = self.numbers if self.count else numbers
        self.count += 1
        if len(self.places) < PLACES:
            self.places.append(place)


class Tally:
    """Scratch state of going through polling areas: what fails where, and the sums so far. Only their names grow with the areas."""

    def __init__(self, names: Sequence[str], bounds: Bounds, share: Fraction | None) -> None:
        self.names = tuple(names)
        self.folded = {fold_key(name): name for name in names}
        self.bounds = bounds
        self.comparisons = comparisons(bounds.ballots)
        self.most = tuple(bounds.most[name] for name in COUNTS)
        self.most_votes = bounds.most["votes"]
        self.share = share
        self.failing: dict[str, Failing] = {}
        self.sums: list[int | None] = [0] * len(COUNTS)
        self.votes: dict[str, int | None] = dict.fromkeys(names, 0)
        self.seen: dict[str, int] = {}
        self.areas = 0
        self.totals: Totals[Place] = Totals()

    def fail(self, code: str, place: Place, numbers: tuple[object, ...] = ()) -> None:
        """Note that a check fails at *place*."""
        found = self.failing.get(code)
        if found is None:
            found = self.failing[code] = Failing()
        found.add(place, numbers)

    def add(self, row: Mapping[str, object], strange: Sequence[str]) -> None:
        """One polling area."""
        self.areas += 1
        given = row.get("area")
        name = given.strip() if isinstance(given, str) else str(given) if type(given) is int else ""
        at = row.get("row")
        place = name or f"#{self.areas}", at if type(at) is int else None
        if strange:
            self.fail("area-field", place, tuple(strange))
        numbers: Numbers = tuple([self.number(row.get(field_), place, field_, most) for field_, most in zip(COUNTS, self.most, strict=True)])  # type: ignore[assignment]
        if None in numbers:
            self.fail("area-missing", place, tuple(name for name, each in zip(COUNTS, numbers, strict=True) if each is None))
        for at, each in enumerate(numbers):
            total = self.sums[at]
            self.sums[at] = None if each is None or total is None else total + each
        if numbers[LISTED] == 0:
            self.fail("area-listed-positive", place)
        for code, _, _, test in self.comparisons:
            found = test(numbers)
            if found is not None:
                self.fail(f"area-{code}", place, found)
        if self.share is not None and above_share(numbers[INVALID], numbers[COLLECTED], self.share):
            self.fail("area-invalid-share", place, (numbers[INVALID], numbers[COLLECTED]))
        votes = self.count_votes(row.get("votes"), numbers[VALID], place)
        self.entered(fold_key(name), place, hash((numbers, *votes)))
        self.totals.add(place, [each or 0 for each in (*numbers, *votes)])

    def entered(self, key: str, place: Place, entry: int) -> None:
        """Know an area again: by its name, and an *entry* by what its numbers come to."""
        if not key:
            self.fail("area-name", place)
        elif key not in self.seen:
            self.seen[key] = entry
        else:
            self.fail("area-twice", place)
            if self.seen[key] != entry:
                self.fail("area-entries", place)

    def count_votes(self, given: object, valid: int | None, place: Place) -> list[int | None]:
        """The votes of one area, in the order of the candidates."""
        votes = self.by_candidate(given if isinstance(given, Mapping) else {}, place)
        found = [self.number(votes.get(name), place, name, self.most_votes) for name in self.names]
        missing = []
        for name, each in zip(self.names, found, strict=True):
            so_far = self.votes[name]
            self.votes[name] = None if each is None or so_far is None else so_far + each
            if each is None:
                missing.append(name)
            elif valid is not None and each > valid:
                self.fail("area-votes-valid", place, (name, each, valid))
        if missing:
            self.fail("area-votes", place, tuple(missing))
        if valid is None or missing or not self.names:
            return found
        total = sum(each for each in found if each is not None)
        least, choices = self.bounds.least, self.bounds.choices
        if choices is not None and total > valid * choices:
            self.fail("area-votes-choices", place, (total, valid * choices))
        if least is not None and total < valid * least:
            self.fail("area-votes-least", place, (total, valid * least))
        return found

    def by_candidate(self, votes: Mapping[str, object], place: Place) -> Mapping[str, object]:
        """The votes by the names of the candidates, in whatever writing they are given."""
        if votes.keys() <= self.votes.keys():
            return votes
        found: dict[str, object] = {}
        strange = []
        for given, each in votes.items():
            written: object = given  # what is given may be called anything
            name = self.folded.get(fold_key(written)) if isinstance(written, str) and len(written) <= NAME_LENGTH else None
            if name is None or name in found:
                strange.append(shown(written))
            else:
                found[name] = each
        if strange:
            self.fail("area-candidate", place, tuple(strange))
        return found

    def number(self, given: object, place: Place, what: str, most: int) -> int | None:
        """A count up to *most*; None where it is missing or none, which is noted."""
        given = whole_of(given)
        if type(given) is int:
            if 0 <= given <= most:
                return given
            self.fail("area-not-negative" if given < 0 else "area-too-large", place, (what, shown(given)))
        elif given is not None:
            self.fail("area-whole-number", place, (what, shown(given)))
        return None


def above_share(part: int | None, whole: int | None, share: Fraction) -> bool:
    """Whether *part* is more than *share* of *whole*."""
    return part is not None and whole is not None and part * share.denominator > whole * share.numerator

"""The timeline: every consolidated text that ever is in force, as versions with the stretches of days on which they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date

from attrs import field, frozen

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.passed import Passed
from ..source.citation import Address
from .act import Act
from .amend import Gazette, gazette, standing
from .consolidate import Text
from .corpus import Corpus
from .place import around, order
from .rewrite import letters
from .version import Version

Stretch = tuple[int, int]


@frozen(eq=False)
class Change:
    """What the day *on* adds to the text and takes from it."""

    on: date
    added: tuple[Version, ...]
    removed: tuple[Version, ...]


@frozen(eq=False)
class Timeline:
    """The texts of *corpus* as known on *known*, numbered by the *changes* that begin them; text -1 is before all law.

    *versions* (by key) are in the order of places. *stretches* says of each from which text until before which it
    stands. *below* are the versions at or below a place, *inside* those that hold a place as a letter.
    """

    corpus: Corpus
    known: date | None
    changes: tuple[Change, ...] = ()
    versions: Mapping[str, Version] = field(factory=dict)
    stretches: Mapping[str, tuple[Stretch, ...]] = field(factory=dict)
    below: Mapping[Address, tuple[Version, ...]] = field(factory=dict)
    inside: Mapping[Address, tuple[Version, ...]] = field(factory=dict)
    acts: tuple[Act, ...] = ()
    days: tuple[date, ...] = ()

    def number(self, day: date) -> int:
        """The number of the text in force on *day*."""
        return bisect_right(self.days, day) - 1

    def span(self, number: int) -> tuple[date | None, date | None]:
        """The half-open days on which a text is in force."""
        first = self.days[number] if number >= 0 else None
        return first, self.days[number + 1] if number + 1 < len(self.days) else None

    def stands(self, version: Version, number: int) -> bool:
        """Whether *version* is part of a text."""
        return any(first <= number < last for first, last in self.stretches[version.key])

    def at(self, place: Address, number: int) -> tuple[Version, ...]:
        """The versions of a text at or below *place*."""
        return tuple(each for each in self.below.get(place, ()) if self.stands(each, number))

    def holding(self, place: Address, number: int) -> tuple[Version, ...]:
        """The versions of a text that have *place* as a letter inside."""
        return tuple(each for each in self.inside.get(place, ()) if self.stands(each, number))

    def in_force(self, number: int) -> Iterator[Version]:
        """Every version of a text."""
        return (each for each in self.versions.values() if self.stands(each, number))


@frozen(eq=False)
class InForce:
    """The law of one day: its versions, some with a condition on the event. After it nobody knows commencement."""

    timeline: Timeline
    number: int

    @property
    def versions(self) -> tuple[Version, ...]:
        """What stands, in the order of places."""
        return tuple(self.timeline.in_force(self.number))

    def at(self, place: Address) -> tuple[Version, ...]:
        """What stands at or below *place*, or holds it as a letter."""
        return self.timeline.at(place, self.number) + self.timeline.holding(place, self.number)


def timeline(corpus: Corpus, known: date | None = None) -> Passed[Timeline]:
    """Every text that is ever in force, as *known* on a day (None: with all that was issued)."""
    acts, said = gazette(corpus, known)
    if said:
        return Passed(Timeline(corpus, known), said)
    run = _Run(corpus, acts, _ends(corpus, acts))
    for day in run.days:
        run.day(day)
    return Passed(run.timeline(known), tuple(run.said.values()))


def consolidate(corpus: Corpus, law_on: date, known: date | None = None) -> Passed[InForce]:
    """The text in force on *law_on*, as *known* on a day."""
    return timeline(corpus, known).then(lambda made: Passed(InForce(made, made.number(law_on))))


def _ends(corpus: Corpus, acts: Gazette) -> dict[date, tuple[Address, ...]]:
    """What ends by itself, by day: instruments, and provisions that were given an end of their own."""
    ends: dict[date, dict[Address, None]] = {}
    for act in acts.acts:
        if act.kind == "write" and act.until is not None:
            whole = act.until == corpus.instruments[act.at.home].until
            ends.setdefault(act.until, {})[act.at.whole if whole else act.at] = None
    return {day: tuple(places) for day, places in ends.items()}


class _Run:
    """Scratch state of making one timeline; never leaves this file."""

    def __init__(self, corpus: Corpus, acts: Gazette, ends: Mapping[date, tuple[Address, ...]]) -> None:
        self.corpus = corpus
        self.acts = acts
        self.ends = ends
        self.interned: dict[str, Version] = {}
        self.said: dict[tuple[object, ...], Diagnostic] = {}
        self.changes: list[Change] = []
        self.stretches: dict[str, list[Stretch]] = {}
        self.begun: dict[str, int] = {}
        self.agenda: dict[date, list[Act]] = {}
        for act in acts.acts:
            self.agenda.setdefault(act.since, []).append(act)
        self.days = sorted({*self.agenda, *ends, *acts.special})
        self.text = self.empty()

    def empty(self) -> Text:
        return Text(self.acts, self.corpus, self.interned)

    def day(self, day: date) -> None:
        """What *day* changes: what begins and ends on it or, where it rewrites the past, all up to it once more."""
        if day in self.acts.special:
            before = self.text.standing
            self.text = self.from_the_start(day)
            after = self.text.standing
            added = tuple(version for key, version in after.items() if key not in before)
            removed = tuple(version for key, version in before.items() if key not in after)
            self.text.touched = {}
        else:
            self.text.one_day(day, self.ends.get(day, ()), standing(self.acts, day, self.agenda.get(day, ())))
            added, removed = self.text.difference()
        for said in self.text.said:
            self.said.setdefault((said.code, said.span, said.data), said)
        self.text.said = []
        if added or removed:
            self.change(Change(day, added, removed))

    def from_the_start(self, until: date) -> Text:
        text = self.empty()
        begun: dict[date, list[Act]] = {}
        for act in standing(self.acts, until):
            begun.setdefault(act.since, []).append(act)
        for day in self.days[: bisect_right(self.days, until)]:
            text.one_day(day, self.ends.get(day, ()), begun.get(day, ()), seen_from=until)
        return text

    def change(self, change: Change) -> None:
        for version in change.removed:
            self.stretches[version.key].append((self.begun.pop(version.key), len(self.changes)))
        for version in change.added:
            self.stretches.setdefault(version.key, [])
            self.begun[version.key] = len(self.changes)
        self.changes.append(change)

    def timeline(self, known: date | None) -> Timeline:
        for key, first in self.begun.items():
            self.stretches[key].append((first, len(self.changes)))
        every = sorted((self.interned[key] for key in self.stretches), key=lambda each: (order(each.address), each.issued, each.key))
        versions = {each.key: each for each in every}
        below: dict[Address, list[Version]] = {}
        inside: dict[Address, list[Version]] = {}
        for version in every:
            for place in around(version.address):
                below.setdefault(place, []).append(version)
            for place in letters(version.statements, version.address):
                inside.setdefault(place, []).append(version)
        return Timeline(
            self.corpus,
            known,
            tuple(self.changes),
            versions,
            {key: tuple(each) for key, each in self.stretches.items()},
            {place: tuple(each) for place, each in below.items()},
            {place: tuple(each) for place, each in inside.items()},
            self.acts.acts,
            tuple(change.on for change in self.changes),
        )

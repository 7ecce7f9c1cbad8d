"""Link: arrows between places become arrows between rules, term by term, within one text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias, TypeVar

from attrs import evolve, field, frozen

from ..corpus.cycle import ordered
from ..corpus.place import around
from ..corpus.timeline import Timeline
from ..corpus.version import Version
from ..source.citation import Address
from ..tree.nodes import (
    All,
    Any,
    Blocker,
    Constraint,
    DaysOff,
    Definition,
    Expr,
    Not,
    Precedence,
    Principle,
    Requirement,
    Rule,
    Silence,
    TimeLimit,
    WeeklyRest,
    WorkingShift,
)
from .elaboration import Elaboration
from .said import Barring, Copy, Licensed, Said

R = TypeVar("R", Rule, Requirement, TimeLimit)
Matters: TypeAlias = tuple[str, ...]
"""The conclusions, events or bodies on which something is asked."""

PAIRS = 100_000
"""Arrows between the rules of one term in one text; more are an error of the rulebook (ER0501)."""


class TooManyArrowsError(Exception):
    """Exceptions or precedence between whole chapters make more arrows between rules than are followed."""


@frozen(eq=False)
class Index:
    """Where to look for what concerns a term: versions by the term, barring by the place barred, and the few things that concern all.

    *held*: the day from which on the rulebook holds the law on a term or body: that of its first text, or an earlier one that it names.
    """

    elaboration: Elaboration
    concluding: Mapping[str, tuple[Version, ...]] = field(factory=dict)
    requiring: Mapping[str, tuple[Version, ...]] = field(factory=dict)
    barring: Mapping[Address, tuple[tuple[Version, Barring], ...]] = field(factory=dict)
    ranking: tuple[Version, ...] = ()
    principled: tuple[Version, ...] = ()
    constraining: tuple[Version, ...] = ()
    limiting: tuple[Version, ...] = ()
    resting: tuple[Version, ...] = ()
    licensing: tuple[Version, ...] = ()
    counts_working_days: bool = field(default=False, kw_only=True)
    held: Mapping[str, date] = field(factory=dict, kw_only=True)

    @property
    def deadlines_held(self) -> date | None:
        """The first day on which a deadline stands."""
        return first_day(self.limiting, self.elaboration.timeline)

    def saying(self, versions: Iterable[Version], number: int) -> tuple[Said, ...]:
        """What those of *versions* say that are part of the text *number*."""
        stands, of = self.elaboration.timeline.stands, self.elaboration.of
        return tuple(of(each, number) for each in versions if stands(each, number))


def index(elaboration: Elaboration) -> Index:
    """The index of everything that is ever said."""
    concluding: dict[str, dict[Version, None]] = {}
    requiring: dict[str, dict[Version, None]] = {}
    barring: dict[Address, dict[tuple[Version, Barring], None]] = {}
    working = False
    groups: tuple[dict[Version, None], ...] = ({}, {}, {}, {}, {}, {})
    for version in elaboration.timeline.versions.values():
        for _, said in elaboration.said.get(version.key, ()):
            for term in (*(rule.term for rule in said.rules), *(silence.term for silence in said.silences)):
                concluding.setdefault(term, {})[version] = None
            for requirement in said.requirements:
                requiring.setdefault(requirement.subject, {})[version] = None
            for bar in said.barring:
                for place in bar.places:
                    barring.setdefault(place, {})[version, bar] = None
            working = working or any(isinstance(edge, WorkingShift) for each in said.limits for edge in (each.first, each.last))
            constrained = (*said.constraints, *said.confined)
            for group, there in zip(groups, (said.rankings, said.principles, constrained, said.limits, said.rest, said.licensed), strict=True):
                if there:
                    group[version] = None
    return Index(
        elaboration,
        {term: tuple(each) for term, each in concluding.items()},
        {subject: tuple(each) for subject, each in requiring.items()},
        {place: tuple(each) for place, each in barring.items()},
        *(tuple(group) for group in groups),
        counts_working_days=working,
        held=held({**concluding, **requiring}, elaboration.timeline),
    )


def held(versions: Mapping[str, Iterable[Version]], timeline: Timeline) -> dict[str, date]:
    """From which day on the rulebook holds the law on each term and body on which it holds any, or says that it does."""
    found = dict(timeline.corpus.held)
    for name, there in versions.items():
        first = first_day(there, timeline)
        if first is not None:
            found[name] = min(first, found.get(name, first))
    return found


def first_day(versions: Iterable[Version], timeline: Timeline) -> date | None:
    """The first day on which one of *versions* stands."""
    numbers = [first for each in versions for first, _ in timeline.stretches.get(each.key, ())]
    return timeline.days[min(numbers)] if numbers else None


def definition(term: str, number: int, found: Index) -> Definition:
    """All that the text *number* says on *term*, its rules linked."""
    said = found.saying(found.concluding.get(term, ()), number)
    rules = tuple(rule for each in said for rule in each.rules if rule.term == term)
    copies = copied(number, found, found.concluding.get(term, ()))
    linked = _barred(_excepted(rules, said, copies), copies, number, found)
    silent = (silence for each in said for silence in each.silences if silence.term == term)
    silences = tuple(_silent_unless(each, _held(each.citation.address, (term,), number, found)) for each in silent)
    return Definition(term, linked, precedences(rules, copies, number, found), silences, found.held.get(term))


def requirements(subject: str, number: int, found: Index) -> tuple[Requirement, ...]:
    """All that the text *number* requires of *subject*, linked."""
    said = found.saying(found.requiring.get(subject, ()), number)
    there = tuple(each for one in said for each in one.requirements if each.subject == subject)
    copies = copied(number, found, found.requiring.get(subject, ()))
    return _barred(_excepted(there, said, copies), copies, number, found)


def copied(number: int, found: Index, versions: Iterable[Version]) -> dict[str, Copy]:
    """The demands of the text *number* that are applied by reference, by name."""
    return {name: copy for each in found.saying(versions, number) for name, copy in each.copies.items()}


def constraints(number: int, found: Index, matters: Matters) -> tuple[Constraint, ...]:
    """The constraints between facts in the text *number* that a question on *matters* heeds."""
    said = found.saying(found.constraining, number)
    confined = tuple(each for one in said for each, to in one.confined if to.holds(matters))
    every = (*(each for one in said for each in one.constraints), *confined)
    return tuple(_lifted(each, _held(each.citation.address, matters, number, found)) for each in every)


def _lifted(constraint: Constraint, bars: tuple[Expr, ...]) -> Constraint:
    """*constraint*, which binds nothing where one of *bars* holds."""
    return evolve(constraint, condition=Any((*bars, constraint.condition), citation=constraint.citation)) if bars else constraint


def _silent_unless(silence: Silence, bars: tuple[Expr, ...]) -> Silence:
    """*silence*, which is not declared where one of *bars* holds."""
    nots = tuple(Not(each, citation=silence.citation) for each in bars)
    return evolve(silence, condition=All((silence.condition, *nots), citation=silence.citation)) if nots else silence


def principles(number: int, found: Index) -> tuple[Principle, ...]:
    """The provisions on which law prevails in the text *number*."""
    return tuple(each for said in found.saying(found.principled, number) for each in said.principles)


def rest(number: int, found: Index) -> tuple[WeeklyRest | DaysOff, ...]:
    """The days off in the text *number*."""
    return tuple(each for said in found.saying(found.resting, number) for each in said.rest)


def limits(number: int, found: Index) -> tuple[TimeLimit, ...]:
    """The deadlines of the text *number*, in the order of places, linked."""
    said = found.saying(found.limiting, number)
    copies = copied(number, found, found.limiting)
    linked = _barred(_excepted(tuple(each for one in said for each in one.limits), said, copies), copies, number, found)
    licences = tuple(each for one in found.saying(found.licensing, number) for each in one.licensed)
    return tuple(_licensed(each, licences) for each in linked) if licences else linked


def _licensed(limit: TimeLimit, licences: Iterable[Licensed]) -> TimeLimit:
    """*limit* with the powers to move it."""
    there = tuple(each.licence for each in licences if any(limit.citation.address.within(place) for place in each.places))
    return evolve(limit, licences=there) if there else limit


# ------------------------------------------------------------------- exceptions


def _excepted(rules: tuple[R, ...], said: tuple[Said, ...], copies: Mapping[str, Copy]) -> tuple[R, ...]:
    """*rules* with the names of the rules that each excepts, and of those that it defeats."""
    arrows = [arrow for each in said for arrow in each.arrows]
    excused = [each for one in said for each in one.excused]
    if not arrows and not excused:
        return rules
    there = {each.name for each in rules}
    by_place: dict[Address, list[str]] = {}
    for rule in rules:
        for place in dict.fromkeys(above for each in _places(rule, copies) for above in around(each)):
            by_place.setdefault(place, []).append(rule.name)
    copied: dict[tuple[str, str], list[str]] = {}
    for name, copy in copies.items():
        if name in there:
            copied.setdefault((copy.applied_by, copy.original), []).append(name)
    excepts: dict[str, dict[str, None]] = {}
    defeats: dict[str, dict[str, None]] = {}
    count = 0

    def point(arrows: dict[str, dict[str, None]], exception: str, targets: Iterable[str]) -> None:
        nonlocal count
        into = arrows.setdefault(exception, {})
        for target in targets:
            into[target] = None
            count += 1
            if count > PAIRS:
                raise TooManyArrowsError

    for arrow in arrows:
        own = set(arrow.names)
        targets = [name for place in arrow.places for name in by_place.get(place, ()) if name not in own]
        for name in arrow.names:
            if name in there:
                point(excepts, name, _mirrored(name, targets, copies, copied))
    for excuse in excused:
        own = set(excuse.names)
        names = [name for name in excuse.names if name in there]
        for place in excuse.places:
            for exception in by_place.get(place, ()):
                if exception not in own:
                    point(defeats, exception, names)
    return tuple(_pointed(rule, tuple(excepts.get(rule.name, ())), tuple(defeats.get(rule.name, ()))) for rule in rules)


def _places(rule: Rule | Requirement | TimeLimit, copies: Mapping[str, Copy]) -> tuple[Address, ...]:
    """Where *rule* stands, and where the rule stands that it repeats: what is said of either place is said of it."""
    return (rule.citation.address, *((copies[rule.name].place,) if rule.name in copies else ()))


def _pointed(rule: R, excepts: tuple[str, ...], defeats: tuple[str, ...]) -> R:
    """*rule* with the names of those that it excepts and of those that it defeats where both speak."""
    if not excepts and not defeats:
        return rule
    return evolve(rule, excepts=excepts, is_exception=rule.is_exception or bool(excepts), defeats=defeats)


def _mirrored(name: str, targets: list[str], copies: Mapping[str, Copy], copied: Mapping[tuple[str, str], list[str]]) -> Iterable[str]:
    """An exception applied by reference excepts the rules that were applied with it, where what it excepts at home is among them."""
    copy = copies.get(name)
    if copy is None:
        return targets
    mirrored = [each for target in targets for each in copied.get((copy.applied_by, target), ())]
    return mirrored or targets


def precedences(rules: tuple[R, ...], copies: Mapping[str, Copy], number: int, found: Index) -> tuple[Precedence, ...]:
    """Which of *rules* the text *number* prefers to which; a rule applied by reference stands with the rule it repeats."""
    pairs: dict[tuple[str, str], Precedence] = {}
    places = {rule.name: _places(rule, copies) for rule in rules} if found.ranking else {}
    for said in found.saying(found.ranking, number):
        for ranking in said.rankings:
            above = [name for name, there in places.items() if any(each.within(ranking.over) for each in there)]
            under = [name for name, there in places.items() if any(each.within(ranking.under) for each in there)]
            if len(above) * len(under) + len(pairs) > PAIRS:
                raise TooManyArrowsError
            for over in above:
                for below in under:
                    if over != below:
                        pairs.setdefault((over, below), Precedence(over, below, ranking.citation, ranking.status, ranking.interpretations))
    return tuple(pairs.values())


# --------------------------------------------------------------------- blockers


def _barred(rules: tuple[R, ...], copies: Mapping[str, Copy], number: int, found: Index) -> tuple[R, ...]:
    """*rules* with the blockers that bar them; a rule applied by reference is barred with the rule it repeats."""
    if not found.barring:
        return rules
    made: dict[tuple[str, Matters], Blocker] = {}
    count = 0

    def barred(each: R) -> R:
        bars = {bar.blocker.name: bar for place in _places(each, copies) for bar in barring(place, number, found, _matters(each))}
        blockers = tuple(_linked(bar, _matters(each), number, found, made) for bar in bars.values())
        nonlocal count
        count += len(blockers)
        if count > PAIRS:
            raise TooManyArrowsError
        return evolve(each, blockers=blockers) if blockers else each

    return tuple(barred(each) for each in rules)


def _held(place: Address, matters: Matters, number: int, found: Index) -> tuple[Expr, ...]:
    """When what bars the declarations at *place* on *matters* holds, for each blocker."""
    if not found.barring:
        return ()
    made: dict[tuple[str, Matters], Blocker] = {}
    return tuple(holding(_linked(bar, matters, number, found, made)) for bar in barring(place, number, found, matters))


def holding(blocker: Blocker) -> Expr:
    """When *blocker* holds: where its condition does, and none of its own blockers."""
    nots = tuple(Not(holding(each), citation=blocker.citation) for each in blocker.blockers)
    return All((blocker.condition, *nots), citation=blocker.citation) if nots else blocker.condition


def _matters(each: Rule | Requirement | TimeLimit) -> Matters:
    return (each.term if isinstance(each, Rule) else each.subject if isinstance(each, Requirement) else each.event,)


def barring(place: Address, number: int, found: Index, matters: Matters) -> tuple[Barring, ...]:
    """What bars what stands at *place* on one of *matters*, in the text *number*."""
    stands = found.elaboration.timeline.stands
    bars = [(version, bar) for each in around(place) for version, bar in found.barring.get(each, ()) if stands(version, number)]
    current = {id(each) for version, _ in bars for each in found.elaboration.of(version, number).barring}
    return tuple(bar for _, bar in bars if id(bar) in current and (bar.confined is None or bar.confined.holds(matters)))


def _linked(bar: Barring, matters: Matters, number: int, found: Index, made: dict[tuple[str, Matters], Blocker]) -> Blocker:
    """The blocker of *bar* with the blockers that bar it in turn on *matters*; these are known to be acyclic."""
    if (bar.blocker.name, matters) not in made:
        above = {bar.blocker.name: bar}

        def after(name: str) -> list[str]:
            bars = [each for each in barring(above[name].blocker.citation.address, number, found, matters) if each.blocker.name != name]
            above.update({each.blocker.name: each for each in bars})
            return [each.blocker.name for each in bars]

        for name in ordered([bar.blocker.name], after)[0]:
            if (name, matters) not in made:
                blockers = tuple(made[each, matters] for each in after(name) if (each, matters) in made)
                made[name, matters] = evolve(above[name].blocker, blockers=blockers)
    return made[bar.blocker.name, matters]

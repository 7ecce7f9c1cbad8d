"""What a description means, by brute force: every completion, and sections 1 to 3 of the semantics word for word.

It imports nothing of the product and never sees a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import product
from math import prod
from typing import Any, TypeAlias

from attrs import evolve, frozen

from . import description as d
from .days import Rests, Unsaid, counted, far_end
from .text import Standing, Text, acts, text, transitions

WORST = {"conflict": 4, "unread": 3, "gap": 2, "not_applicable": 1, "answered": 0}


@frozen
class Without:
    """No value, because of *outcome*."""

    outcome: str


@frozen
class Result:
    """What a question comes to: outcome, value, unit; the *places* that gave it and the *constructs* that bore on it."""

    outcome: str
    value: object = None
    unit: str = ""
    places: frozenset[d.Place] = frozenset()
    missing: frozenset[str] | None = frozenset()
    """None: not worked out."""

    @property
    def said(self) -> tuple[str, object, str]:
        return self.outcome, self.value, self.unit


TOLD = "told"
"""Among the facts of a world: the real days of events that the question tells, which stand for those events."""
ON, GONE = "on", "gone"
"""Among the facts of a world: the day asked about, and the lists of which a member is given that does not exist on it."""
OPEN = Without("open")
"""A deadline of which it hangs on something without value whether there is one."""
UNKNOWN = Result("unknown", missing=None)
MANY = 2_000
"""Completions of which more are not gone through for findings."""
UNSAID = Result("not worked out", missing=None)
"""An unknown day, counted from, has more values than can be gone through."""
NO_WORLD = Result("no such world")


@frozen(eq=False)
class Rule:
    """One rule of a term: where it stands, when it speaks, what it gives, what it excepts and what excepts it."""

    term: str
    when: d.Condition | None
    range: d.Between | None
    value: object
    standing: Standing
    excepts: tuple[d.Place, ...] | None = None
    unless: tuple[d.Place, ...] = ()
    marks: frozenset[str] = frozenset()
    lent: d.Place | None = None

    @property
    def place(self) -> d.Place:
        return self.standing.place

    @property
    def places(self) -> tuple[d.Place, ...]:
        """Where it stands and, applied by reference, where the rule stands that it repeats: what is said of either is said of it."""
        return (self.place,) if self.lent is None else (self.place, self.lent)

    def stands_at(self, targets: tuple[d.Place, ...]) -> bool:
        """Whether it is one of those of which the targets speak."""
        return any(target.holds(place) for target in targets for place in self.places)


@frozen(eq=False)
class Scaled:
    """A scale: the pieces of its table up to this step, and the cap."""

    table: d.Table
    step: d.Step


@frozen(eq=False)
class Reading:
    """All that is in force of one text, sorted by what it does."""

    text: Text
    rules: tuple[Rule, ...]
    blockers: tuple[tuple[d.Blocks, Standing], ...]
    prefers: tuple[tuple[d.Prefers, Standing], ...]
    always: tuple[tuple[d.Always, Standing], ...]
    silences: tuple[tuple[d.Silent, Standing], ...]
    law_on: date
    known: date | None


ALWAYS_TRUE = d.All(())


Placed: TypeAlias = "tuple[d.Place, tuple[d.Place, ...], d.Condition]"
"""A condition where it stands: what two provisions ask in one word is read in each by itself."""


def placed(standing: Standing, condition: d.Condition | None) -> Placed | None:
    """A condition where it stands; None for none."""
    return None if condition is None else (standing.place, standing.by, condition)


def conjoined(*parts: d.Condition | None) -> d.Condition:
    """All of the parts that there are."""
    every = tuple(each for each in parts if each is not None)
    return every[0] if len(every) == 1 else d.All(every)


def subject_of(of: d.Description, members: tuple[str, ...]) -> d.Condition | None:
    """The condition that a subject of members says."""
    if not members:
        return None
    term = next(each for each in of.terms if each.kind == "list" and all(any(m.id == member for m in each.members) for member in members))
    return d.Among(term.id, members)


class Oracle:
    """One description, and what was worked out of it."""

    def __init__(self, of: d.Description) -> None:
        self.of = of
        self.terms = {each.id: each for each in of.terms}
        self.readings: dict[object, Reading] = {}
        self.reached: dict[object, tuple[frozenset[str], frozenset[str], frozenset[object]]] = {}
        self.actual = {each.of: each.id for each in of.terms if each.kind == "actual day"}
        self.in_force: dict[object, tuple[tuple[int, d.OnlyWhen], ...]] = {}
        self.depended: dict[object, frozenset[str]] = {}
        self.answers: dict[object, Result] = {}
        self.held: dict[object, bool] = {}
        self.tied = any(
            isinstance(said, d.Always) for i in of.instruments for p in i.provisions for s in p.statements for said in (s, *getattr(s, "text", ()))
        )

    # ------------------------------------------------------------ readings

    def reading(self, law_on: date, known: date | None, failing: frozenset[int] = frozenset()) -> Reading:
        key = (law_on, known, failing)
        if key not in self.readings:
            self.readings[key] = self.read(text(self.of, law_on, known, failing), law_on, known)
        return self.readings[key]

    def is_held(self, term: str, law_on: date, known: date | None) -> bool:
        """Whether the rulebook holds a text on a term of the day or of one before it, among the acts known."""
        key = (term, law_on, known)
        if key not in self.held:
            days = {law_on, *(each for act in acts(self.of, known) for each in (act.since, act.until) if each is not None and each <= law_on)}
            readings = (
                self.reading(day, known, failing) for day in days for failing in subsets({number for number, _ in self.transitions(day, known)})
            )
            self.held[key] = any(
                any(rule.term == term for rule in reading.rules) or any(silent.term == term for silent, _ in reading.silences) for reading in readings
            )
        return self.held[key]

    def read(self, there: Text, law_on: date, known: date | None) -> Reading:
        rules: list[Rule] = []
        sorted_: dict[type, list[Any]] = {d.Blocks: [], d.Prefers: [], d.Always: [], d.Silent: []}
        for standing in there.standing:
            for said in standing.statements:
                if type(said) in sorted_:
                    if not (isinstance(said, d.Silent) and not self.heard(standing, said.term)):
                        sorted_[type(said)].append((said, standing))
                else:
                    rules += [each for each in self.rules_of(said, standing, there) if self.heard(standing, each.term)]
        return Reading(there, tuple(rules), *(tuple(each) for each in sorted_.values()), law_on, known)

    def heard(self, standing: Standing, term: str) -> bool:
        return standing.only in ("", term) and term not in standing.but

    def rules_of(self, said: d.Said, standing: Standing, there: Text) -> Iterator[Rule]:
        match said:
            case d.Table():
                yield from self.table(said, standing, there)
            case d.Exempts(of, table):
                for each in self.table(table, standing, there):
                    yield evolve(each, excepts=of, marks=each.marks | {"exception"})
            case d.Means(term, when):
                marks = frozenset({"means", *(("who may",) if said.who else ())})
                yield Rule(term, when, None, True, standing, marks=marks)
                yield Rule(term, d.Not(when), None, False, standing, marks=marks)
            case d.Deadline(event, bound):
                marks = {"deadline", f"{bound} {'before' if said.back else 'after'}", f"{said.unit}s" if said.count else "on the day"}
                marks |= {"counted from the real day"} if said.happens else set()
                if bound != "earliest":
                    yield Rule(event, said.when, None, said, standing, marks=frozenset(marks))
            case d.OnlyIf(term, when):
                yield Rule(term, d.Not(when), None, False, standing, marks=frozenset({"only if"}))
            case _:
                pass

    def table(self, table: d.Table, standing: Standing, there: Text) -> Iterator[Rule]:
        # where nothing prevails, its case is left out
        others = tuple(each for each in table.unless if not self.concludes(each, table.term, there))
        parts = (subject_of(self.of, table.subject), table.when, d.Covered(others, yes=False) if others else None)
        when = conjoined(*parts) if any(each is not None for each in parts) else None
        marks = {"subject"} if table.subject else set()
        if table.unless:
            marks.add("except")
        caps = [piece.most for piece in table.pieces if isinstance(piece, d.Cap)]
        for piece in table.pieces:
            match piece:
                case d.Flat(value, range_):
                    value = d.Amount(min(value.number, *caps)) if caps and isinstance(value, d.Amount) else value
                    kind = {"range"} if range_ else set()
                    yield Rule(
                        table.term, when, range_, value, standing, None, table.unless, frozenset(marks | kind | {type(value).__name__.lower()})
                    )
                case d.Step(range_):
                    yield Rule(table.term, when, range_, Scaled(table, piece), standing, None, table.unless, frozenset(marks | {"scale"}))
                case d.Decided():
                    yield Rule(table.term, when, None, piece, standing, None, table.unless, frozenset(marks | {"decision"}))
                case d.AsProvided(places):
                    for place in places:
                        for lender in there.at(place):
                            for lent in lender.statements:
                                if isinstance(lent, d.Table):
                                    for each in self.table(evolve(lent, subject=()), lender, there):
                                        yield evolve(
                                            each,
                                            when=conjoined(when, each.when),
                                            standing=standing,
                                            marks=each.marks | marks | {"as provided"},
                                            lent=each.lent or lender.place,
                                        )
                case _:
                    pass

    def concludes(self, place: d.Place, term: str, there: Text) -> bool:
        """Whether something that stands at a place concludes a term."""
        every = [each.table if isinstance(each, d.Exempts) else each for standing in there.at(place) for each in standing.statements]
        return any(getattr(each, "event" if isinstance(each, d.Deadline) else "term", "") == term for each in every if isinstance(each, CONCLUDES))

    # ------------------------------------------------------------- reaches

    def names_in(self, condition: object, reading: Reading) -> Iterator[str]:
        """The terms that a condition or value mentions."""
        match condition:
            case d.Is(term) | d.Among(term) | d.Valued(term) | d.Same(term) | d.Share(term):
                yield term
            case d.Between(term):
                yield term
            case d.All(parts) | d.Some(parts):
                for each in parts:
                    yield from self.names_in(each, reading)
            case d.Not(of):
                yield from self.names_in(of, reading)
            case d.Covered(places):
                for case in self.covered(places, reading):
                    yield from self.names_in(case, reading)
            case d.Decided(decision):
                yield decision
            case d.Deadline(anchor=anchor, happens=happens):
                yield self.actual.get(anchor, anchor) if happens else anchor
            case Scaled(table):
                for piece in table.pieces:
                    if isinstance(piece, (d.Flat, d.Step)) and piece.range:
                        yield piece.range.term
                    if isinstance(piece, d.Flat):
                        yield from self.names_in(piece.value, reading)
            case _:
                pass

    def covered(self, places: tuple[d.Place, ...], reading: Reading) -> list[d.Condition]:
        """The cases of which those places speak: their subjects and conditions, never their brackets."""
        found: list[d.Condition] = []
        for place in places:
            for standing in reading.text.at(place):
                for said in standing.statements:
                    said = said.table if isinstance(said, d.Exempts) else said
                    if isinstance(said, d.Table):
                        parts = [each for each in (subject_of(self.of, said.subject), said.when) if each is not None]
                        found.append(d.All(tuple(parts)))
                    elif isinstance(said, (d.Means, d.Blocks)):
                        found.append(said.when)
                    elif isinstance(said, d.OnlyIf):
                        found.append(d.Not(said.when))
                    elif isinstance(said, (d.Deadline, d.Must, d.OnlyThese, d.Ensures)):
                        found.append(getattr(said, "when", None) or d.All(()))
        return found

    def cases_in(self, condition: d.Condition | None, reading: Reading) -> Iterator[d.Condition]:
        """The cases to which a condition refers, as they stand."""
        match condition:
            case d.All(parts) | d.Some(parts):
                for each in parts:
                    yield from self.cases_in(each, reading)
            case d.Not(of):
                yield from self.cases_in(of, reading)
            case d.Covered(places):
                for each in self.covered(places, reading):
                    yield each
                    yield from self.cases_in(each, reading)
            case _:
                pass

    def reach(self, term: str, reading: Reading) -> tuple[frozenset[str], frozenset[str], frozenset[object]]:
        """The facts on which a term can depend, the constructs that bear on it, and all that is said of it."""
        key = (term, id(reading))
        if key not in self.reached:
            self.reached[key] = self.reach_of(term, reading)
        return self.reached[key]

    def reach_of(self, term: str, reading: Reading) -> tuple[frozenset[str], frozenset[str], frozenset[object]]:
        facts, marks, done, todo = set(), set(), set(), [term]
        bearing: set[object] = set()
        while todo:
            name = todo.pop()
            if name in done:
                continue
            done.add(name)
            if not self.terms[name].concluded:
                facts.add(name)
                continue
            for rule in reading.rules:
                if rule.term == name:
                    cases = tuple(self.cases_in(rule.when, reading))
                    bearing.add((rule.place, rule.when, rule.range, repr(rule.value), rule.standing.by, cases))
                    if isinstance(rule.value, d.Deadline):
                        marks |= self.counting(rule.place, reading)
                    marks |= rule.marks | rule.standing.marks | set(self.kinds(rule.when))
                    for part in (rule.when, rule.range, rule.value):
                        todo += self.names_in(part, reading)
            for blocks, standing in self.barring(name, reading):
                marks |= {"blocker"} | standing.marks
                bearing.add((standing.place, blocks, tuple(self.cases_in(blocks.when, reading))))
                todo += self.names_in(blocks.when, reading)
            for silent, standing in reading.silences:
                if silent.term == name:
                    bearing.add((standing.place, silent))
                    marks |= {"silence" if silent.kind == "meant" else "unread text"} | standing.marks
                    lifted = self.lifting(standing.place, reading, frozenset({name}))
                    bearing.add((standing.place, lifted))
                    for each in (silent.when, *lifted):
                        todo += self.names_in(each, reading)
        for prefers, standing in reading.prefers:
            if any(rule.stands_at((prefers.over,)) for rule in reading.rules if rule.term in done):
                marks |= {"preference"} | standing.marks
                bearing.add((standing.place, prefers))
        if len(done - facts) > 1:
            marks.add("conclusion used")
        changed = True
        while changed:
            changed = False
            for always, standing in reading.always:
                if not self.heard(standing, term):
                    continue
                names = self.bound(always, standing, reading, frozenset({term}))
                if names & facts:
                    marks |= {"constraint"} | standing.marks
                    bearing.add((standing.place, always))
                    if not names <= facts:
                        facts |= names
                        changed = True
        return frozenset(facts), frozenset(marks), frozenset(bearing)

    def counting(self, place: d.Place, reading: Reading) -> set[str]:
        """The constructs by which a deadline at a place is counted."""
        said = [(each, standing) for standing in reading.text.standing for each in standing.statements]
        names = {"in": "first day counts", "out": "first day left out", "next": "last day moves", "stay": "last day stays"}
        found = {names[each.kind] for each, standing in said if isinstance(each, d.Convention) and standing.place.instrument == place.instrument}
        return found | ({"days off"} if any(isinstance(each, d.DaysOff) for each, _ in said) else set())

    def list_marks(self, facts: AbstractSet[str]) -> set[str]:
        """The constructs of the lists among facts."""
        lists = [self.terms[each] for each in facts if self.terms[each].kind == "list"]
        found = {"member with days" for each in lists for m in each.members if m.since or m.until}
        return found | ({"word of two lists"} if len(lists) > 1 else set())

    def required_marks(self, body: str, reading: Reading) -> set[str]:
        """The constructs that bear on a body."""
        marks: set[str] = set()
        world = World(self, reading, {ON: date.min})
        for said, standing in world.required(body):
            kind = {d.Has: "size", d.Ensures: "share of members", d.OnlyThese: "these only"}.get(type(said), "number of a body")
            marks |= {"so many only"} if isinstance(said, d.Must) and said.only else set()
            marks |= {"body", kind, getattr(said, "force", "must"), *self.kinds(getattr(said, "when", None)), *standing.marks}
            for name in self.names_in(getattr(said, "when", None), reading):
                facts, found, _ = self.reach(name, reading)
                marks |= found | self.list_marks(facts)
            if any(True for _ in world.bars_of(standing.place)):
                marks.add("blocker")
            if any(each.under.holds(standing.place) for each, _ in reading.prefers):
                marks.add("preference")
        return marks

    def bound(self, always: d.Always, standing: Standing, reading: Reading, matters: frozenset[str]) -> set[str]:
        """The terms that a constraint on some matters ties together, those of the transitions on which it hangs among them."""
        said = self.transitions(reading.law_on, reading.known)
        there = {
            failing: self.constrains(always, standing.place, self.reading(reading.law_on, reading.known, failing), matters)
            for failing in subsets({number for number, _ in said})
        }
        own = [each.when for number, each in said if any(there[failing] != there[failing | {number}] for failing in there)]
        conditions = (subject_of(self.of, always.subject), always.holds, *own, *self.lifting(standing.place, reading, matters))
        return {name for each in conditions for name in self.names_in(each, reading)}

    def lifting(self, place: d.Place, reading: Reading, matters: frozenset[str]) -> tuple[d.Condition, ...]:
        """When what bars a declaration at a place holds, for each blocker."""
        bars = [(b, s) for b, s in reading.blockers if any(each.holds(place) for each in b.places) and self.heeded(s, matters)]
        return tuple(conjoined(b.when, *(d.Not(each) for each in self.lifting(s.place, reading, matters))) for b, s in bars)

    def constrains(self, always: d.Always, at: d.Place, reading: Reading, matters: frozenset[str]) -> bool:
        """Whether a constraint stands at a place in a reading, and is heeded on some of the matters."""
        return any(each is always and one.place == at and self.heeded(one, matters) for each, one in reading.always)

    def heeded(self, standing: Standing, matters: frozenset[str]) -> bool:
        """Whether what stands is said of some of the matters."""
        return any(self.heard(standing, each) for each in matters)

    def barring(self, term: str, reading: Reading) -> list[tuple[d.Blocks, Standing]]:
        """The blockers of the rules of a term, and theirs."""
        places, found = {place for rule in reading.rules if rule.term == term for place in rule.places}, []
        left = [each for each in reading.blockers if self.heard(each[1], term)]
        while True:
            more = [each for each in left if any(target.holds(place) for target in each[0].places for place in places)]
            if not more:
                return found
            found += more
            left = [each for each in left if each not in more]
            places = {standing.place for _, standing in more}

    def kinds(self, condition: d.Condition | None) -> Iterator[str]:
        match condition:
            case None:
                return
            case d.All(parts):
                yield from ("and",) if len(parts) > 1 else ()
                for each in parts:
                    yield from self.kinds(each)
            case d.Some(parts):
                yield "or"
                for each in parts:
                    yield from self.kinds(each)
            case d.Not(of):
                yield "not"
                yield from self.kinds(of)
            case d.Between(term):
                yield "day condition" if self.terms[term].kind.startswith("day") else "number condition"
            case d.Covered():
                yield "covered by"
            case d.Valued():
                yield "there is a value"
            case d.Is():
                yield "yes/no condition"
            case d.Among():
                yield "list condition"

    # ----------------------------------------------------------- questions

    def failing(self, law_on: date, known: date | None, facts: Mapping[str, object]) -> frozenset[int]:
        """The transitions in force whose condition fails for the event."""
        every = self.transitions(law_on, known)
        if not every:
            return frozenset()
        plain = World(self, self.reading(law_on, known), facts)
        met = [(number, each) for number, each in every if all(name in facts for name in self.names_in(each.when, plain.reading))]
        holds = {number: plain.holds(each.when) for number, each in met}
        fails = [plain.holds(d.Not(each.when)) for _, each in met]
        if any(isinstance(each, Without) for each in (*holds.values(), *fails)):
            raise Mixed
        return frozenset(number for number, each in holds.items() if not each)

    def full(self, term: str, facts: Mapping[str, object], on: date, law_on: date, known: date | None, names: frozenset[str]) -> Result:
        """What a question comes to when every fact is known; None is no such world (the facts break a constraint)."""
        key = (term, on, law_on, known, tuple(facts.get(name, on) for name in sorted(names)))
        found = self.answers.get(key)
        if found is None:
            found = self.answers[key] = self.in_full(term, facts, on, law_on, known, names)
        if found is NO_WORLD:
            raise NoWorld
        return found

    def in_full(self, term: str, facts: Mapping[str, object], on: date, law_on: date, known: date | None, names: frozenset[str]) -> Result:
        facts = {
            **{name: value for name, value in facts.items() if name in names},
            **self.asked(on),
        }
        try:
            failing = self.failing(law_on, known, facts)
        except Mixed:
            return UNSAID
        reading = self.reading(law_on, known, failing)
        world = World(self, reading, facts)
        if self.broken(reading, world, names, frozenset({term})):
            return NO_WORLD
        try:
            outcome, value, rules = world.outcome(term)
        except NoWorld:
            return NO_WORLD
        except Unsaid:
            return UNKNOWN
        except Mixed:
            return UNSAID
        places = frozenset(rule.place for rule in rules)
        return Result(outcome, value, self.terms[term].unit if outcome == "answered" and type(value) is int else "", places)

    def broken(self, reading: Reading, world: World, names: AbstractSet[str], matters: frozenset[str]) -> bool:
        """Whether the facts break a constraint on nothing but *names*, asked of some matters."""
        for always, standing in reading.always:
            if not self.heeded(standing, matters):
                continue
            lifted = self.lifting(standing.place, reading, matters)
            holds = conjoined(subject_of(self.of, always.subject), d.Not(always.holds), *(d.Not(each) for each in lifted))
            world.as_given = True  # what is given is held to the constraints as it is
            broken = self.bound(always, standing, reading, matters) <= names and world.holds(holds) is True
            world.as_given = False
            if broken:
                return True
        return False

    def values_of(self, fact: str, on: date) -> tuple[object, ...]:
        """Every value that a fact may have, days being those that something turns on and their neighbours."""
        term = self.terms[fact]
        match term.kind:
            case "list":
                return tuple(each.id for each in term.members if exists(each, on))
            case "flag":
                return (False, True)
            case "number":
                return tuple(range(term.least, term.most + 1))
            case "decision":
                whole = self.terms[term.of]
                return tuple(range(whole.least, whole.most + 1))
            case "day" | "actual day":
                return days_around(self.of, on)
            case _:
                raise AssertionError(term)

    def ask(self, term: str, facts: Mapping[str, object], on: date, law_on: date | None = None, known: date | None = None) -> Result:
        """What a question comes to with some facts known: what all completions agree on, else unknown."""
        law_on = law_on or on
        names = set(self.depends(term, law_on, known))
        bearing = frozenset(names)
        names = {each for each in names if self.terms[each].kind != "day asked"}
        facts = {**facts, TOLD: frozenset(facts).intersection(self.actual.values())}
        bearing |= {TOLD, *facts[TOLD]}
        open_ = sorted(names - set(facts))
        days = {each for each in open_ if self.terms[each].kind in ("day", "actual day")}
        wide = any(isinstance(each, d.Deadline) and (each.anchor in days or self.actual.get(each.anchor) in days) for each in d.statements(self.of))
        found: dict[tuple[object, ...], Result] = {}
        first: Result | None = None
        differ = False
        for values in product(*(self.values_of(name, on) for name in open_)):
            whole = {**facts, **dict(zip(open_, values, strict=True))}
            try:
                result = self.full(term, whole, on, law_on, known, bearing)
            except NoWorld:
                continue
            if result.missing is None:
                return result
            if first is None:
                first = result
            elif result.said != first.said:
                differ = True
                if len(open_) > 3 or self.tied:
                    return UNKNOWN
            found[values] = result
        if first is None:
            raise NoWorld
        if wide:  # a deadline may lie beyond the days that can be written
            return UNKNOWN if differ else UNSAID
        if not differ:
            places = frozenset(place for each in found.values() for place in each.places)
            return evolve(first, places=places)
        return Result("unknown", missing=self.hinging(open_, found))

    def asked(self, on: date) -> dict[str, object]:
        """The day asked about, under its own name too."""
        return {ON: on, **{each.id: on for each in self.of.terms if each.kind == "day asked"}}

    def transitions(self, law_on: date, known: date | None) -> tuple[tuple[int, d.OnlyWhen], ...]:
        """The transitions in force, worked out once."""
        key = (law_on, known)
        if key not in self.in_force:
            self.in_force[key] = transitions(self.of, law_on, known)
        return self.in_force[key]

    def depends(self, term: str, law_on: date, known: date | None) -> frozenset[str]:
        """The facts on which a question can depend, those of the transitions that change what is said of it among them."""
        key = (term, law_on, known)
        if key not in self.depended:
            self.depended[key] = self.depends_on(term, law_on, known)
        return self.depended[key]

    def depends_on(self, term: str, law_on: date, known: date | None) -> frozenset[str]:
        said = self.transitions(law_on, known)
        found = {failing: self.reach(term, self.reading(law_on, known, failing)) for failing in subsets({number for number, _ in said})}
        names = {name for facts, _, _ in found.values() for name in facts}
        for number, each in said:
            if any(found[failing][2] != found[failing | {number}][2] for failing in found):
                names |= set(self.names_in(each.when, self.reading(law_on, known)))
        grown = True
        while grown:
            tied = [self.bound(always, standing, reading, frozenset({term})) for reading, always, standing in self.constraining(term, law_on, known)]
            more = {name for each in tied if each & names for name in each}
            grown = not more <= names
            names |= more
        return frozenset(names)

    def constraining(self, term: str, law_on: date, known: date | None) -> list[tuple[Reading, d.Always, Standing]]:
        """The constraints that are heeded on a term under some way in which the transitions fall out."""
        readings = [self.reading(law_on, known, failing) for failing in subsets({number for number, _ in self.transitions(law_on, known)})]
        return [(each, always, standing) for each in readings for always, standing in each.always if self.heard(standing, term)]

    def bearing(self, term: str, on: date, law_on: date | None, known: date | None) -> frozenset[str]:
        """The constructs that bear on a question."""
        every = {number for number, _ in self.transitions(law_on or on, known)}
        marks: set[str] = {"transition"} if every else set()
        if known is not None:
            marks.add("known by a day")
        if law_on is not None:
            marks.add("law of another day")
        if self.of.files > 1:
            marks.add("several files")
        for failing in subsets(every):
            reading = self.reading(law_on or on, known, failing)
            if self.terms[term].kind == "body":
                marks |= self.required_marks(term, reading)
            else:
                facts, found, _ = self.reach(term, reading)
                marks |= found | self.list_marks(facts)
        return frozenset(marks)

    # ------------------------------------------------------ other questions

    @cached_property
    def counted_elsewhere(self) -> frozenset[str]:
        """The events that some provision counts, in the end, from another day than the calendar's, which a calendar leaves out."""
        found = {each.id for each in self.of.terms if each.kind == "day"}
        for _ in self.of.terms:
            found |= {each.event for each in d.statements(self.of) if isinstance(each, d.Deadline) and each.anchor in found}
        return frozenset(found)

    def calendar(self, facts: Mapping[str, object], on: date) -> dict[tuple[str, d.Place, str], object]:
        """What each deadline of that day's law comes to, all facts known: a day, or why there is none."""
        facts = {**facts, **self.asked(on)}
        facts[TOLD] = frozenset(facts).intersection(self.actual.values())
        reading = self.reading(on, None, self.failing(on, None, facts))
        world = World(self, reading, facts)
        names = {name for each in self.of.terms if each.kind == "event" for name in self.depends(each.id, on, None)}
        deadlines = [each for standing in reading.text.standing for each in standing.statements if isinstance(each, d.Deadline)]
        names |= {fact for each in deadlines for part in (each, each.when) for fact in self.facts_in(part, reading)}
        dated = {standing.place for standing in reading.text.standing if any(isinstance(each, d.Deadline) for each in standing.statements)}
        names |= {fact for each in dated for key in world.bars_of(each) for fact in self.facts_in(key[2], reading)}
        if self.broken(reading, world, names, frozenset(each.id for each in self.of.terms if each.kind == "event")):
            raise NoWorld
        found: dict[tuple[str, d.Place, str], object] = {}
        for standing in reading.text.standing:
            for said in standing.statements:
                if not isinstance(said, d.Deadline) or not self.heard(standing, said.event):
                    continue
                if said.event in self.counted_elsewhere:
                    self.decides(world, said)
                    continue
                holds = world.holds(said.when)
                if isinstance(holds, Without) or any(isinstance(world.holds(key[2]), Without) for key in world.bars_of(standing.place)):
                    found[said.event, standing.place, said.bound] = OPEN
                    continue
                if not holds or world.barred(standing.place, {key: world.holds(key[2]) for key in world.every_bar()}):
                    continue
                try:
                    prevails = said.bound == "earliest" or any(rule.value is said for rule in world.outcome(said.event)[2])
                    day = world.dated(said, standing.place)
                    if said.bound == "within" and said.back and isinstance(day, date):
                        day = (world.dated(said, standing.place, far=True), day)
                except (Unsaid, Mixed):
                    day = Without("unknown")
                    prevails = True
                if isinstance(day, Without) and sum(rule.term == said.event for rule in reading.rules) > 1:
                    day = OPEN  # how those of an event stand to each other where one has no day is not worked out here
                if prevails or day is OPEN:
                    found[said.event, standing.place, said.bound] = day
        return found

    def decides(self, world: World, said: d.Deadline) -> None:
        """Whether a deadline that a calendar may leave out is within the bounds of decisions, which it may look at."""
        try:
            world.holds(said.when)
        except NoWorld:
            raise Mixed from None

    def findings(
        self, body: str, facts: Mapping[str, object], on: date, law_on: date | None = None, known: date | None = None
    ) -> dict[tuple[d.Place, str, d.Required, tuple[d.Place, ...]], object] | None:
        """What each requirement on a body comes to: (outcome, ok, shortfall, excess), counts only where all is known; None: not worked out."""
        law_on = law_on or on
        facts = {**facts, **self.asked(on)}
        facts[TOLD] = frozenset(facts).intersection(self.actual.values())
        every = {number for number, _ in self.transitions(law_on, known)}
        names: set[str] = set()
        for failing in subsets(every):
            reading = self.reading(law_on, known, failing)
            for standing in reading.text.standing:
                for said in standing.statements:
                    if isinstance(said, REQUIRED) and said.body == body:
                        names |= self.facts_in(getattr(said, "when", None), reading) | set(numbers_of(said))
                        for blocks, _ in reading.blockers:
                            names |= self.facts_in(blocks.when, reading)
        for _, each in self.transitions(law_on, known):
            names |= set(self.names_in(each.when, self.reading(law_on, known)))
        open_ = sorted(each for each in names if each not in facts)
        completions = product(*(self.values_of(name, on) for name in open_))
        size = prod(len(self.values_of(name, on)) for name in open_)
        if size > MANY or any(self.terms[each].kind in ("day", "actual day") for each in open_):
            return None
        worlds = []
        for values in completions:
            try:
                worlds.append(self.found(body, {**facts, **dict(zip(open_, values, strict=True))}, law_on, known))
            except NoWorld:
                continue
            except (Unsaid, Mixed):
                return None
        if not worlds:
            raise NoWorld
        said_ = {}
        for key in dict.fromkeys(key for world in worlds for key in world):
            seen = {world.get(key, NOT_APPLICABLE) for world in worlds}
            alike = {each[:2] for each in seen}
            said_[key] = (
                next(iter(seen)) if len(seen) == 1 else (*next(iter(alike)), None, None) if len(alike) == 1 else ("unknown", None, None, None)
            )
        return said_

    def facts_in(self, condition: object, reading: Reading) -> set[str]:
        """The facts on which a condition depends."""
        return {fact for name in self.names_in(condition, reading) for fact in self.reach(name, reading)[0]}

    def found(
        self, body: str, facts: Mapping[str, object], law_on: date, known: date | None
    ) -> dict[tuple[d.Place, str, d.Required, tuple[d.Place, ...]], object]:
        reading = self.reading(law_on, known, self.failing(law_on, known, facts))
        world = World(self, reading, facts)
        found: dict[tuple[d.Place, str, d.Required, tuple[d.Place, ...]], object] = {}
        for said, standing in world.required(body):
            found[standing.place, getattr(said, "force", "must"), said, standing.by] = world.finding(said, standing)
        return found

    def hinging(self, open_: list[str], found: dict[tuple[object, ...], Result]) -> frozenset[str]:
        """The facts whose change alone can change the outcome."""
        hinges = set()
        for at, name in enumerate(open_):
            seen: dict[tuple[object, ...], object] = {}
            for values, result in found.items():
                rest = values[:at] + values[at + 1 :]
                if seen.setdefault(rest, result.said) != result.said:
                    hinges.add(name)
                    break
        return frozenset(hinges)


NOT_APPLICABLE = ("not_applicable", None, None, None)
Finding: TypeAlias = "tuple[str, bool | None, int | None, int | None]"
REQUIRED = (d.Has, d.Must, d.OnlyThese, d.Ensures)
CONCLUDES = (d.Table, d.Means, d.OnlyIf, d.Deadline)


def exists(member: d.Member, on: date) -> bool:
    """Whether a member of a list exists on a day."""
    return (member.since is None or member.since <= on) and (member.until is None or on < member.until)


def numbers_of(said: d.Required) -> tuple[str, ...]:
    """The facts that a requirement counts, or the list of which it speaks."""
    if isinstance(said, d.OnlyThese):
        return (said.term,)
    return (said.part, said.whole) if isinstance(said, d.Ensures) else (said.range.term,)


def amiss(said: d.Required, facts: Mapping[str, Any]) -> tuple[int, int]:
    """How many are missing, and how many too many."""
    if isinstance(said, d.Ensures):
        return max(0, -(-facts[said.whole] * said.over // said.under) - facts[said.part]), 0
    r, count = said.range, facts[said.range.term]
    least = 0 if r.least is None else r.least + r.over
    return max(0, least - count), 0 if r.most is None else max(0, count - r.most + r.under)


def keeps(said: d.Required, facts: Mapping[str, Any]) -> bool:
    """Whether facts keep a requirement."""
    if isinstance(said, d.OnlyThese):
        return facts[said.term] in said.members
    return amiss(said, facts) == (0, 0)


class Mixed(Exception):
    """What is not worked out here: readings of a condition without value of which one needs days off that nobody named, or that transitions have."""


class NoWorld(Exception):
    """No completion of the facts keeps to the constraints and bounds."""


def subsets(of: set[int]) -> Iterator[frozenset[int]]:
    """Every subset."""
    items = sorted(of)
    for choice in product((False, True), repeat=len(items)):
        yield frozenset(each for each, chosen in zip(items, choice, strict=True) if chosen)


NO_REST = Rests(frozenset(), ())


@lru_cache(maxsize=64)
def days_around(of: d.Description, on: date) -> tuple[date, ...]:
    """Every day named in a condition, with the days before and after it, and those that a deadline joins with the day asked about."""
    found: set[date] = {date(2000, 1, 1), date(2000, 2, 2)}

    def walk(node: object) -> None:
        if isinstance(node, d.Between):
            for each in (node.least, node.most):
                if isinstance(each, date):
                    found.update({each - timedelta(1), each, each + timedelta(1)})
        elif isinstance(node, tuple):
            for each in node:
                walk(each)
        elif hasattr(node, "__attrs_attrs__"):
            for each in node.__attrs_attrs__:
                walk(getattr(node, each.name))

    walk(of.instruments)
    deadlines = [evolve(each, bound="exactly") for each in d.statements(of) if isinstance(each, d.Deadline) and each.unit != "working day"]
    ends = {far_end(each, on, frozenset(), NO_REST) for each in deadlines}
    for each in deadlines:
        for end in ends:
            there = far_end(evolve(each, back=not each.back), end, frozenset(), NO_REST)
            found |= {there + n * timedelta(1) for n in (-1, 0, 1)}
    return tuple(sorted(found))


# --------------------------------------------------------------- one world


class World:
    """One completion of the facts under one text."""

    def __init__(self, oracle: Oracle, reading: Reading, facts: Mapping[str, object]) -> None:
        gone = frozenset(
            each.id for each in oracle.of.terms for m in each.members if each.id in facts and m.id == facts[each.id] and not exists(m, facts[ON])
        )
        self.oracle, self.reading, self.facts = oracle, reading, {**facts, GONE: gone}
        self.as_given = False
        self.memo: dict[str, tuple[str, object, tuple[Rule, ...]]] = {}

    # --------------------------------------------------------- conditions

    def worth(self, term: str) -> object:
        """The value of a fact or conclusion; of an event the real day, where that is told."""
        real = self.oracle.actual.get(term)
        if real is not None and real in self.facts.get(TOLD, ()):
            return self.facts[real]
        if self.oracle.terms[term].concluded:
            outcome, value, _ = self.outcome(term)
            return value if outcome == "answered" else Without(outcome)
        return self.facts[term]

    def holds(self, c: d.Condition | None) -> object:
        match c:
            case None:
                return True
            case d.Is(term, yes):
                value = self.worth(term)
                return value if isinstance(value, Without) else value is yes
            case d.Among(term, members, yes):
                value = self.worth(term)
                if term in self.facts[GONE] and not self.as_given:
                    return False if yes and value not in members else Without("gap")
                return value if isinstance(value, Without) else (value in members) is yes
            case d.Between(term):
                value = self.worth(term)
                return value if isinstance(value, Without) else within(c, value)
            case d.Covered(places, yes):
                case_ = d.Some(tuple(self.oracle.covered(places, self.reading)))
                return self.holds(case_ if yes else d.Not(case_))
            case d.Valued(term):
                outcome = self.outcome(term)[0]
                return Without("unread") if outcome == "unread" else outcome == "answered"
            case d.All(parts) | d.Some(parts):
                decisive = isinstance(c, d.Some)
                values = [self.holds(each) for each in parts]
                if decisive in values:
                    return decisive
                lacking = [each for each in values if isinstance(each, Without)]
                return worst(lacking) if lacking else not decisive
            case d.Not(d.Covered(places, yes)):
                return self.holds(d.Covered(places, not yes))
            case d.Not(d.Among(term, members, yes)):  # a denial reaches what it denies
                return self.holds(d.Among(term, members, not yes))
            case d.Not(d.Not(of)):
                return self.holds(of)
            case d.Not(d.All(parts) | d.Some(parts) as of):
                return self.holds((d.Some if isinstance(of, d.All) else d.All)(tuple(d.Not(each) for each in parts)))
            case d.Not(of):
                value = self.holds(of)
                return value if isinstance(value, Without) else not value
            case _:
                raise AssertionError(c)

    # --------------------------------------------------------------- terms

    def outcome(self, term: str) -> tuple[str, object, tuple[Rule, ...]]:
        if term not in self.memo:
            self.memo[term] = self.work_out(term)
        return self.memo[term]

    def work_out(self, term: str) -> tuple[str, object, tuple[Rule, ...]]:
        rules = [rule for rule in self.reading.rules if rule.term == term]
        conditions = {id(rule): placed(rule.standing, conjoined(rule.when, rule.range) if rule.range else rule.when) for rule in rules}
        reads: dict[object, object] = {}

        def read(key: Placed | None) -> object:
            if key is None:
                return True
            if key not in reads:
                reads[key] = self.holds(key[2])
            return reads[key]

        # which conditions without value can matter at all: those of rules that no sure thing silences
        blockers = [each for each in self.reading.blockers if self.oracle.heard(each[1], term)]

        def bars(place: d.Place, hang: list[object]) -> object:
            """Whether what stands at a place is barred: yes, no, or None where a reading decides."""
            found: list[object] = []
            for blocks, standing in blockers:
                if any(each.holds(place) for each in blocks.places):
                    found.append(bar(blocks, standing, hang))
            return True if True in found else None if None in found else False

        def bar(blocks: d.Blocks, standing: Standing, hang: list[object]) -> object:
            value = read(placed(standing, blocks.when))
            if value is False:
                return False
            own: list[object] = [placed(standing, blocks.when)] if isinstance(value, Without) else []
            inner = bars(standing.place, own)
            if inner is True:
                return False
            if not own and inner is False:
                return True
            hang += own
            return None

        hangs: dict[int, list[object]] = {}
        awake: dict[int, bool] = {}

        def stirs(rule: Rule) -> bool:
            if id(rule) not in awake:
                awake[id(rule)] = False
                hosts = self.hosts(rule, rules)
                if hosts is None or any(stirs(each) for each in hosts):
                    value = read(conditions[id(rule)])
                    hang: list[object] = [conditions[id(rule)]] if isinstance(value, Without) else []
                    if value is not False and True not in [bars(place, hang) for place in rule.places]:
                        awake[id(rule)] = True
                        hangs[id(rule)] = hang
            return awake[id(rule)]

        for rule in rules:
            stirs(rule)
        stops = list(dict.fromkeys(each for hang in hangs.values() for each in hang))
        choices = product((False, True), repeat=len(stops))
        results = [self.read_so(term, rules, conditions, {**reads, **dict(zip(stops, each, strict=True)), None: True}) for each in choices]
        if len({(kind, repr(value)) for kind, value, _ in results}) == 1:
            kind, value, _ = results[0]
            if kind == "unknown":
                raise Unsaid
            return kind, value, tuple(dict.fromkeys(rule for *_, cited in results for rule in cited))
        if any(kind == "unknown" for kind, *_ in results):
            raise Mixed
        bad = worst([each for each in (reads[stop] for stop in stops) if isinstance(each, Without)]).outcome
        return bad, None, ()

    def read_so(
        self, term: str, rules: list[Rule], conditions: dict[int, object], reading: Mapping[object, object]
    ) -> tuple[str, object, tuple[Rule, ...]]:
        """What the rules of a term come to under one reading: unknown where days off are needed of which nothing is said."""
        try:
            return self.under(term, rules, conditions, reading)
        except Unsaid:
            return "unknown", None, ()

    def hosts(self, rule: Rule, rules: list[Rule]) -> list[Rule] | None:
        """The rules that an exception excepts; None for what is none."""
        if rule.excepts is None:
            return None
        return [each for each in rules if each is not rule and each.stands_at(rule.excepts)]

    def under(
        self, term: str, rules: list[Rule], conditions: dict[int, object], reading: Mapping[object, object]
    ) -> tuple[str, object, tuple[Rule, ...]]:
        """What the rules of a term come to under one reading of all conditions."""

        def barred(place: d.Place) -> bool:
            return any(
                any(each.holds(place) for each in blocks.places) and reading.get(placed(standing, blocks.when)) is True and not barred(standing.place)
                for blocks, standing in self.reading.blockers
                if self.oracle.heard(standing, term)
            )

        memo: dict[int, bool] = {}

        def speaks(rule: Rule) -> bool:
            if id(rule) not in memo:
                hosts = self.hosts(rule, rules)
                memo[id(rule)] = False
                memo[id(rule)] = (
                    reading.get(conditions[id(rule)]) is True
                    and not any(map(barred, rule.places))
                    and (hosts is None or any(speaks(each) for each in hosts))
                )
            return memo[id(rule)]

        speaking = [rule for rule in rules if speaks(rule)]

        def defeated(rule: Rule) -> bool:
            by_exception = any(each.excepts and each is not rule and rule.stands_at(each.excepts) for each in speaking)
            return by_exception or any(each.stands_at(rule.unless) for each in speaking if each is not rule)

        left = [rule for rule in speaking if not defeated(rule)]
        left = [
            rule
            for rule in left
            if not any(
                rule.stands_at((prefers.under,)) and any(each.stands_at((prefers.over,)) and each is not rule for each in left)
                for prefers, standing in self.reading.prefers
            )
        ]
        top = min((rule.standing.rank for rule in left), default=0)
        left = [rule for rule in left if rule.standing.rank == top]
        left = [
            rule
            for rule in left
            if not any(each.standing.issuer == rule.standing.issuer and each.standing.issued > rule.standing.issued for each in left)
        ]
        if not left:
            if not self.oracle.is_held(term, self.reading.law_on, self.reading.known):
                return "unread", None, ()
            self.as_given = True  # a silence may be declared of what does not exist on the day
            unread = any(
                self.declares(silent, standing) for silent, standing in self.reading.silences if (silent.kind, silent.term) == ("unread", term)
            )
            self.as_given = False
            if unread:
                return "unread", None, ()
            return "gap", None, ()
        values, unsaid = [], False
        for rule in left:
            try:
                values.append(self.value(rule))
            except Unsaid:
                unsaid = True
        given = [each for each in values if not isinstance(each, Without)]
        if len({repr(each) for each in given}) > 1:
            if unsaid:
                raise Mixed
            return "conflict", None, tuple(left)
        lacking = [each for each in values if isinstance(each, Without)]
        if lacking and unsaid:  # whatever day it comes to, but for one beyond all days
            raise Mixed
        if lacking:
            return worst(lacking).outcome, None, ()
        if unsaid:
            raise Unsaid
        if isinstance(given[0], d.Nothing):
            return "not_applicable", None, tuple(left)
        return "answered", given[0], tuple(left)

    def declares(self, silent: d.Silent, standing: Standing) -> bool:
        """Whether a silence is declared of the facts, and nothing bars that."""
        lifted = self.oracle.lifting(standing.place, self.reading, frozenset({silent.term}))
        return self.holds(conjoined(silent.when, *(d.Not(each) for each in lifted))) is True

    def bars_of(self, place: d.Place) -> Iterator[Placed]:
        """The conditions of whatever bars a place, or bars that."""
        for blocks, standing in self.reading.blockers:
            if any(each.holds(place) for each in blocks.places):
                yield placed(standing, blocks.when)
                yield from self.bars_of(standing.place)

    def every_bar(self) -> Iterator[Placed]:
        """The condition of every blocker."""
        return (placed(standing, blocks.when) for blocks, standing in self.reading.blockers)

    def barred(self, place: d.Place, reading: Mapping[object, object]) -> bool:
        """Whether what stands at a place is barred where conditions read so."""
        return any(
            any(each.holds(place) for each in blocks.places)
            and reading[placed(standing, blocks.when)] is True
            and not self.barred(standing.place, reading)
            for blocks, standing in self.reading.blockers
        )

    def finding(self, said: d.Required, standing: Standing) -> Finding:
        """What a requirement comes to: (outcome, ok, shortfall, excess)."""
        rivals = [each for each in self.required(said.body) if each[0] is not said and self.sets_aside(each, (said, standing))]
        every = [(said, standing), *rivals]
        keys = {key for each, where in every for key in (placed(where, getattr(each, "when", None)), *self.bars_of(where.place))}
        reads = {each: True if each is None else self.holds(each[2]) for each in keys}
        stops = [each for each, value in reads.items() if isinstance(value, Without)]
        found = set()
        for choice in product((False, True), repeat=len(stops)):
            reading = {**reads, **dict(zip(stops, choice, strict=True))}
            speaks = [reading[placed(where, getattr(each, "when", None))] is True and not self.barred(where.place, reading) for each, where in every]
            found.add(self.claimed(said) if speaks[0] and not any(speaks[1:]) else NOT_APPLICABLE)
        return found.pop() if len(found) == 1 else (worst([reads[each] for each in stops]).outcome, None, None, None)

    def required(self, body: str) -> list[tuple[d.Required, Standing]]:
        """The requirements on a body."""
        every = [(said, standing) for standing in self.reading.text.standing if not standing.only for said in standing.statements]
        return [(said, standing) for said, standing in every if isinstance(said, REQUIRED) and said.body == body]

    def sets_aside(self, over: tuple[d.Required, Standing], under: tuple[d.Required, Standing]) -> bool:
        """Whether one requirement sets another aside where it speaks: by precedence, or where both cannot hold by rank or age."""
        a, b = over[1], under[1]
        preferred = [
            (p.over.holds(a.place) and p.under.holds(b.place), p.over.holds(b.place) and p.under.holds(a.place)) for p, _ in self.reading.prefers
        ]
        if any(each for each, _ in preferred):
            return True
        surpasses = a.rank < b.rank or (a.rank == b.rank and a.issuer == b.issuer and a.issued > b.issued)
        if any(each for _, each in preferred) or not surpasses or getattr(over[0], "force", "must") == "should" != getattr(under[0], "force", "must"):
            return False
        if set(numbers_of(over[0])).isdisjoint(numbers_of(under[0])):
            return False
        names = sorted({*numbers_of(over[0]), *numbers_of(under[0])})
        terms = [self.oracle.terms[each] for each in names]
        every = ([each.id for each in term.members] or range(term.most + 1) for term in terms)
        worlds = [dict(zip(names, values, strict=True)) for values in product(*every)]
        return not any(keeps(over[0], world) and keeps(under[0], world) for world in worlds)

    def claimed(self, said: d.Required) -> Finding:
        """What the claim of a requirement comes to; nothing is counted of a list."""
        if isinstance(said, d.OnlyThese):
            return "answered", keeps(said, self.facts), 0, 0
        shortfall, excess = amiss(said, self.facts)
        return "answered", not (shortfall or excess), shortfall, excess

    # -------------------------------------------------------------- values

    def value(self, rule: Rule) -> object:
        match rule.value:
            case bool() as yes:
                return yes
            case d.Amount(number):
                return number
            case d.Truth(yes):
                return yes
            case d.Nothing():
                return rule.value
            case d.Same(term, more):
                value = self.worth(term)
                return value if isinstance(value, Without) else value + more
            case d.Share(term, over, under, mode):
                value = self.worth(term)
                return value if isinstance(value, Without) else rounded(value * over, under, mode)
            case d.Decided(decision, _, least, most):
                value = self.facts[decision]
                if (least is not None and value < least) or (most is not None and value > most):
                    raise NoWorld
                return value
            case Scaled(table, step):
                return self.scaled(table, step)
            case d.Deadline():
                return self.dated(rule.value, rule.place)
            case _:
                raise AssertionError(rule.value)

    def dated(self, deadline: d.Deadline, place: d.Place, *, far: bool = False) -> object:
        """The day to which a deadline comes, counted as its instrument counts."""
        real = self.oracle.actual.get(deadline.anchor)
        anchor = self.worth(real if real is not None and deadline.happens else deadline.anchor)
        if isinstance(anchor, Without):
            return anchor
        said = [(each, standing) for standing in self.reading.text.standing if not standing.only for each in standing.statements]
        conventions = frozenset(
            each.kind for each, standing in said if isinstance(each, d.Convention) and standing.place.instrument == place.instrument
        )
        return (far_end if far else counted)(deadline, anchor, conventions, Rests.of(each for each, _ in said))

    def scaled(self, table: d.Table, step: d.Step) -> object:
        """What the pieces up to *step* come to: each begins from what was reached at its threshold."""
        caps = [each.most for each in table.pieces if isinstance(each, d.Cap)]
        total, at = 0, self.worth(step.range.term)
        steps = [each for each in table.pieces if isinstance(each, d.Step)]
        flat = [each for each in table.pieces if isinstance(each, d.Flat)][-1]
        assert isinstance(flat.value, d.Amount)
        total = flat.value.number
        for each in steps:
            end = at if each is step else each.range.most
            beyond = end - each.range.least
            count = beyond // each.per if each.partial == "whole" else -(-beyond // each.per)
            total += count * each.gain
            if each is step:
                break
        return min([total, *caps])


def within(r: d.Between, value: Any) -> bool:
    """Whether a value lies in a range."""
    low = r.least is None or (value > r.least if r.over else value >= r.least)
    return low and (r.most is None or (value < r.most if r.under else value <= r.most))


def rounded(over: int, under: int, mode: str) -> int:
    """A quotient of whole numbers, rounded in a named way."""
    whole, rest = divmod(over, under)
    match mode:
        case "down":
            return whole
        case "up":
            return whole + (rest > 0)
        case "half up":
            return whole + (2 * rest >= under)
        case _:
            return whole + (2 * rest > under or (2 * rest == under and whole % 2 == 1))


def worst(lacking: list[Without]) -> Without:
    """The worst of several outcomes without value."""
    return max(lacking, key=lambda each: WORST[each.outcome])

"""What stands at each place on a day: the first section of the semantics, from a description alone.

A transition whose condition fails leaves the act that it restricts undone; *failing* says which those are, so that
one text belongs to each set of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from attrs import evolve, frozen

from . import description as d


@frozen(eq=False)
class Standing:
    """What is said at a place, by the instrument whose rank it has and the act that wrote it.

    *only* is the one term on which it still speaks, *but* those on which it no longer does.
    """

    place: d.Place
    statements: tuple[d.Said, ...]
    rank: int
    issuer: str
    issued: date
    by: tuple[d.Place, ...] = ()
    marks: frozenset[str] = frozenset()
    only: str = ""
    but: frozenset[str] = frozenset()


@frozen(eq=False)
class Act:
    """One change: what it is, where it stands, and when it begins."""

    what: d.Act | d.Provision
    at: d.Place
    instrument: d.Instrument
    since: date
    until: date | None = None
    notes: tuple[d.Note, ...] = ()
    number: int = 0


@frozen(eq=False)
class Text:
    """What stands on a day, with all that was wrong on the way to it."""

    standing: tuple[Standing, ...]
    problems: tuple[str, ...] = ()

    def at(self, place: d.Place) -> tuple[Standing, ...]:
        """What stands at or below a place."""
        return tuple(each for each in self.standing if place.holds(each.place))


ACTS = (d.Replace, d.Insert, d.Repeal, d.Reword, d.OnlyWhen, d.Commences)


def rank_of(of: d.Description, issuer: str) -> int:
    return of.term(issuer).rank


def acts(of: d.Description, known: date | None) -> list[Act]:
    """Every change that is known by a day, in the order in which they apply."""
    seen = [each for each in of.instruments if known is None or each.issued <= known]
    found, begins = [], {}
    for instrument in seen:
        for provision in instrument.provisions:
            for each in provision.statements:
                if isinstance(each, d.Commences):
                    begins.update(dict.fromkeys(each.places, (each.since, each.until)))
    for instrument in seen:
        for provision in instrument.provisions:
            since, until = begins.get(provision.place, (instrument.since, None))
            own = min(filter(None, (until, instrument.until)), default=None)
            plain = tuple(each for each in provision.statements if not isinstance(each, ACTS))
            notes = tuple(each for each in plain if isinstance(each, d.Note))
            found.append(Act(d.Provision(provision.place, plain), provision.place, instrument, since, own))
            for number, each in enumerate(provision.statements):
                if isinstance(each, d.Reword):
                    apart = [evolve(each, places=(place,), several=len(each.places) > 1) for place in each.places]
                    found += [Act(one, provision.place, instrument, since, until, notes, number) for one in apart]
                elif isinstance(each, ACTS) and not isinstance(each, d.Commences):
                    day = (each.since if isinstance(each, d.Repeal) else None) or since
                    found.append(Act(each, provision.place, instrument, day, until, notes, number))
    return sorted(found, key=lambda act: (act.since, act.instrument.issued))


def transitions(of: d.Description, law_on: date, known: date | None) -> tuple[tuple[int, d.OnlyWhen], ...]:
    """The transitions in force, numbered."""
    found = [each for each in acts(of, known) if isinstance(each.what, d.OnlyWhen)]
    return tuple((number, each.what) for number, each in enumerate(found) if each.since <= law_on)


def text(of: d.Description, law_on: date, known: date | None = None, failing: frozenset[int] = frozenset()) -> Text:
    """The text in force on *law_on*, where the transitions *failing* keep what was before."""
    every = acts(of, known)
    limits = [each for _, each in _failing(every, law_on, failing)]
    days = sorted({each.since for each in every} | {each.until for each in every if each.until} | {i.until for i in of.instruments if i.until})
    run = _Run(of)
    for day in days:
        if day > law_on:
            break
        run.end(day, every)
        today = [each for each in every if each.since == day]
        for each in today:
            if isinstance(each.what, d.Provision):
                run.write(each, limits)
        for issued in sorted({each.instrument.issued for each in today}):
            run.together(
                [each for each in today if each.instrument.issued == issued and not isinstance(each.what, (d.Provision, d.OnlyWhen))], limits
            )
        run.restrict([each.what for each in today if any(each.what is limit for limit in limits)])
    return Text(tuple(run.standing), tuple(run.problems))


def _failing(every: Iterable[Act], law_on: date, failing: frozenset[int]) -> list[tuple[Act, d.OnlyWhen]]:
    said = [each for each in every if isinstance(each.what, d.OnlyWhen)]
    return [(each, each.what) for number, each in enumerate(said) if number in failing and each.since <= law_on]


class _Run:
    def __init__(self, of: d.Description) -> None:
        self.of = of
        self.standing: list[Standing] = []
        self.problems: list[str] = []
        self.over: set[str] = set()

    def end(self, day: date, every: list[Act]) -> None:
        over = {i.number for i in self.of.instruments if i.until == day}
        self.over |= over
        gone = {each.at for each in every if isinstance(each.what, d.Provision) and each.until == day}
        self.standing = [each for each in self.standing if each.place.instrument not in over and each.place not in gone]

    def write(self, act: Act, limits: list[d.OnlyWhen]) -> None:
        """An original provision; a transition on it alone leaves it unsaid."""
        instrument = act.instrument
        restricted = [each for each in limits if any(place.holds(act.at) for place in each.places)]
        if any(not each.keeps for each in restricted):
            return
        assert isinstance(act.what, d.Provision)
        made = Standing(
            act.at,
            act.what.statements,
            rank_of(self.of, instrument.issuer),
            instrument.issuer,
            instrument.issued,
            marks=frozenset(
                {f"rank {rank_of(self.of, instrument.issuer)}"}
                | ({"day of its own"} if act.since != instrument.since else set())
                | ({"expiry"} if act.until else set())
            ),
            but=frozenset(each.keeps for each in restricted),
        )
        self.standing.append(made)

    def restrict(self, limits: list[d.OnlyWhen]) -> None:
        """What stands where a transition begins that fails is unsaid, or silent on what the transition keeps."""
        for each in limits:
            there = [standing for standing in self.standing if any(place.holds(standing.place) for place in each.places)]
            self.standing = [standing for standing in self.standing if standing not in there] + [
                evolve(standing, but=standing.but | {each.keeps}) for standing in there if each.keeps
            ]

    def together(self, today: list[Act], limits: list[d.OnlyWhen]) -> None:
        """All changes of one issue act on the text as it stood before them."""
        self.problems += [f"{type(second.what).__name__} at {place}" for first, second in combinations(today, 2) for place in meeting(first, second)]
        before = list(self.standing)
        added: list[Standing] = []
        reworded: dict[int, tuple[Standing, list[Act]]] = {}
        for act in today:
            restricted = [each for each in limits if any(place.holds(act.at) for place in each.places)]
            if any(not each.keeps for each in restricted):
                continue
            kept = frozenset(each.keeps for each in restricted)
            match act.what:
                case d.Replace(place) | d.Insert(place):
                    there = [each for each in before if place.holds(each.place)]
                    if bool(there) is isinstance(act.what, d.Insert) or place.instrument in self.over:
                        self.problems.append(f"{type(act.what).__name__} at {place}")
                    self.cut(there, kept)
                    added.append(self.made(act, place, act.what.text, kept))
                case d.Repeal(places):
                    for place in places:
                        if not any(place.holds(each.place) for each in before):
                            self.problems.append(f"Repeal at {place}")
                        self.cut([each for each in self.standing if place.holds(each.place)], kept)
                case d.Reword((place,)):
                    there = [each for each in before if place.holds(each.place)]
                    touched = [each for each in there if rewords(each.statements, [act.what], self.of) != each.statements]
                    if not touched:
                        self.problems.append(f"Reword at {place}")
                    for each in touched:
                        reworded.setdefault(id(each), (each, []))[1].append(act)
        for standing, changes in reworded.values():
            if any(empty(each) for each in ranges(rewords(standing.statements, [act.what for act in changes], self.of))):
                self.problems += [f"Reword at {act.what.place}" for act in changes]
            kept = frozenset(each.keeps for act in changes for each in limits if any(place.holds(act.at) for place in each.places))
            if standing in self.standing:
                self.cut([standing], kept)
                words = [act.what for act in changes]
                last = changes[-1].instrument
                added.append(
                    evolve(
                        standing,
                        statements=rewords(standing.statements, words, self.of),
                        issuer=last.issuer,
                        issued=last.issued,
                        by=(*standing.by, *dict.fromkeys(act.at for act in changes)),
                        marks=standing.marks | {"reword"} | _how(changes),
                        but=kept,
                    )
                )
        self.standing += added

    def cut(self, there: list[Standing], kept: frozenset[str]) -> None:
        """Take away, but for the terms that go on as before."""
        for each in there:
            if each in self.standing:
                place = self.standing.index(each)
                left = [
                    evolve(each, only=term, marks=each.marks | {"kept alive"})
                    for term in sorted(kept)
                    if each.only in ("", term) and term not in each.but
                ]
                self.standing[place : place + 1] = left

    def made(self, act: Act, place: d.Place, statements: tuple[d.Said, ...], kept: frozenset[str]) -> Standing:
        home = next(each for each in self.of.instruments if each.number == place.instrument)
        rank = rank_of(self.of, home.issuer)
        said = () if any(isinstance(each, d.Note) for each in statements) else act.notes
        kind = "replace" if isinstance(act.what, d.Replace) else "insert"
        return Standing(
            place, (*statements, *said), rank, act.instrument.issuer, act.instrument.issued, (act.at,), frozenset({f"rank {rank}", kind}), but=kept
        )


def _how(changes: list[Act]) -> set[str]:
    """The constructs of several changes of the words of one provision."""
    twice, several = len(changes) > 1, any(each.what.several for each in changes)
    return {name for name, said in (("reword twice", twice), ("several places", several)) if said}


def meeting(first: Act, second: Act) -> list[d.Place]:
    """The places of the second act at which both write, and not the same."""
    one, other = first.what, second.what
    if isinstance(one, d.Reword) and isinstance(other, d.Reword):
        words = (one.unit, one.old) == (other.unit, other.old) and one.new != other.new
        return [other.place] if words and (one.place.holds(other.place) or other.place.holds(one.place)) else []
    if isinstance(one, d.Repeal) and isinstance(other, d.Repeal):
        return []
    found = []
    for a in getattr(one, "places", None) or (one.place,):
        for b in getattr(other, "places", None) or (other.place,):
            up, down = not isinstance(other, d.Reword) and b.holds(a), not isinstance(one, d.Reword) and a.holds(b)
            found += [b] if up or down else []
    return found


# ------------------------------------------------------- changes of numbers


def ranges(node: object) -> Iterator[d.Between]:
    """Every range in what is said."""
    if isinstance(node, d.Between):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from ranges(each)
    elif hasattr(node, "__attrs_attrs__"):
        for each in node.__attrs_attrs__:
            yield from ranges(getattr(node, each.name))


def empty(of: d.Between) -> bool:
    """Whether nothing lies in a range."""
    return of.least is not None and of.most is not None and (of.least > of.most or (of.least == of.most and (of.over or of.under)))


def rewords(statements: tuple[d.Said, ...], words: list[d.Reword], of: d.Description) -> tuple[d.Said, ...]:
    """*statements* with all *words* changed at once."""
    changes = {(each.unit, each.old): each.new for each in words}
    return tuple(_reworded(each, changes, of) for each in statements)


def _reworded(node: object, changes: dict[tuple[str, int], int], of: d.Description, unit: str = "") -> object:
    def number(value: int | None, counted: str) -> int | None:
        return value if not isinstance(value, int) else changes.get((counted, value), value)

    def again(each: object, counted: str = unit) -> object:
        return _reworded(each, changes, of, counted)

    match node:
        case d.Between(term):
            counted = of.term(term).unit
            return evolve(node, least=number(node.least, counted), most=number(node.most, counted)) if counted else node
        case d.Amount(value):
            return d.Amount(number(value, unit))
        case d.Same(term, more):
            return d.Same(term, number(more, unit)) if more else node
        case d.Flat(value, range_):
            return d.Flat(again(value), again(range_) if range_ else None)
        case d.Step(range_, gain, per):
            return evolve(node, range=again(range_), gain=number(gain, unit), per=number(per, of.term(range_.term).unit))
        case d.Cap(most):
            return d.Cap(number(most, unit))
        case d.Decided():
            return evolve(node, least=number(node.least, unit), most=number(node.most, unit))
        case d.Table():
            inner = of.term(node.term).unit
            pieces = tuple(_reworded(each, changes, of, inner) for each in node.pieces)
            return evolve(node, pieces=pieces, when=again(node.when) if node.when is not None else None)
        case d.Exempts(_, table):
            return evolve(node, table=again(table))
        case d.Has():
            return evolve(node, range=again(node.range))
        case d.OnlyThese():
            return evolve(node, when=again(node.when)) if node.when is not None else node
        case d.Must() | d.Deadline():
            when = again(node.when) if node.when is not None else None
            return evolve(node, when=when, range=again(node.range)) if isinstance(node, d.Must) else evolve(node, when=when)
        case d.Means() | d.OnlyIf() | d.Blocks():
            return evolve(node, when=again(node.when))
        case d.Silent(_, _, when):
            return evolve(node, when=again(when)) if when is not None else node
        case d.Always():
            return evolve(node, holds=again(node.holds))
        case d.All(parts) | d.Some(parts):
            return type(node)(tuple(again(each) for each in parts))
        case d.Not(of_):
            return d.Not(again(of_))
        case _:
            return node

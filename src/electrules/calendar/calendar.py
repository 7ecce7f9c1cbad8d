"""A calendar: every deadline of the law of one day that is counted from a given day, in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING, overload

from attrs import evolve, field, frozen

from ..diagnostics.diagnostic import diagnose
from ..diagnostics.errors import FactErrors
from ..evaluate import Answer, Finding, require
from ..evaluate.answer import answered
from ..evaluate.ask import allowed, settle_known
from ..evaluate.beyond import is_beyond
from ..evaluate.facts import check_facts
from ..evaluate.finding import asked
from ..evaluate.happened import with_real_days
from ..evaluate.outcome import LACKING, Without
from ..evaluate.plainly import plainly
from ..evaluate.quote import shown
from ..evaluate.ready import Ready, ready
from ..evaluate.to_read import Unread, later_than_kept, unheld
from ..evaluate.view import Case
from ..evaluate.working import is_off
from ..rulebook.mention import conclusions_in, facts_in
from ..rulebook.names import EVENT, day
from ..source.citation import Citation
from ..source.text import fold_key
from ..tree.nodes import All, Expr, TimeLimit, Value
from ..tree.tree import Tree
from ..tree.types import Day, Moment, Term
from ..values.time import read_moment
from .deadline import Deadline, Undated, day_of
from .moved import with_moved
from .standing import SetAside, Stands, dates, stands, together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rulebook import Rulebook

DEADLINES = ("thời hạn", "deadlines")
"""What a calendar is about."""

WHOLE_DAY = time.min
"""Deadlines without a time of day come first among those of their day."""


@frozen(eq=False)
class Calendar:
    """Deadlines in order.

    *findings*: what the law says of the day itself (a day of the week that it must be). *undated*: what is counted from it but cannot be
    dated, each with its reason. *set_aside*: what would speak, but others on the same event prevail over it. *begins*: the first provision
    that ever sets a deadline, and the day from which it is in force; None where there is none. *unread*: that the rulebook holds no law on
    deadlines of the day asked. *kept_to*: the last day up to which the rulebook was kept, where the law of a later day is asked.
    """

    election_day: date
    deadlines: tuple[Deadline, ...] = field(repr=False)
    findings: tuple[Finding, ...] = ()
    undated: tuple[Undated, ...] = ()
    law_on: date | None = None
    lang: str = "vi"
    begins: tuple[Citation, date] | None = None
    unread: tuple[Unread, ...] = ()
    kept_to: date | None = None
    set_aside: tuple[SetAside, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the law has deadlines for the day and allows it, none contradicts another, and each falls on a day that can be written."""
        sound = not any(each.against for each in self.deadlines) and all(each.reason == "missing" for each in self.undated)
        return sound and bool(self.deadlines or self.undated) and all(each.ok is not False for each in self.findings)

    def objections(self, lang: str | None = None) -> tuple[str, ...]:
        """Why it should not be kept as it is: the law does not allow its day, or sets no deadline for it."""
        from ..explain.calendar import objections

        return tuple(objections(self, lang or self.lang))

    def text(self, lang: str | None = None, width: int | None = None) -> str:
        """A table by months, in *lang* (None: that of the rulebook), no wider than *width* columns where its words allow that."""
        from ..explain.calendar import WIDTH, calendar_text

        return calendar_text(self, lang or self.lang, width or WIDTH)

    def __str__(self) -> str:
        return self.text()

    def __iter__(self) -> Iterator[Deadline]:
        return iter(self.deadlines)

    def __len__(self) -> int:
        return len(self.deadlines)

    @overload
    def __getitem__(self, place: int) -> Deadline: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Deadline, ...]: ...
    def __getitem__(self, place: int | slice) -> Deadline | tuple[Deadline, ...]:
        return self.deadlines[place]

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "version": 1,
            "election_day": self.election_day.isoformat(),
            "law_on": self.law_on.isoformat() if self.law_on is not None else None,
            "findings": [each.to_dict() for each in self.findings],
            "undated": [each.to_dict() for each in self.undated],
            "unread": [each.to_dict() for each in self.unread],
            "kept_to": self.kept_to.isoformat() if self.kept_to is not None else None,
            "set_aside": [each.to_dict() for each in self.set_aside],
            "deadlines": [each.to_dict() for each in self.deadlines],
        }


def calendar(
    law: Rulebook,
    election_day: date | str,
    *,
    kind: str | None,
    done: object,
    moved: object,
    facts: object,
    law_on: date | str | None,
    known: date | str | None,
    text_numbers: bool = False,
) -> Calendar:
    """The calendar of *law* around *election_day*; see `Rulebook.calendar`. *text_numbers*: facts may come as text."""
    on = day(election_day, "election_day")
    tree = law.limits(on=on, law_on=law_on, known=known)
    counted_from = anchor(law, kind, tree)
    told = really_done(law, "done", done)
    decided = really_done(law, "moved", moved)
    actual = {term.id: value for term in law.vocabulary.terms if (value := told.get(term.done or "")) is not None and isinstance(term.type, Day)}
    counting = {counted_from.id: on} if counted_from is not law.vocabulary.event else {}
    given = {**actual, **table("facts", facts), **counting}
    stated = check_facts(law.vocabulary, given, on, text_numbers=text_numbers)
    told |= told_as_facts(law, told, stated)
    stated = allowed(ready(tree), stated)
    tree = with_moved(tree, decided, law, stated)
    run = _Run(law, with_real_days(tree, told), stated, counted_from.id, told, frozenset(decided))
    rows = [row for limit in run.limits for row in run.rows(limit)]
    order = {limit.name: place for place, limit in enumerate(tree.limits)}
    rows.sort(key=lambda row: (row.first, row.time or WHOLE_DAY, order[row.limit.name]))
    found, undated = findings(law, tree, counted_from, on), tuple(run.undated)
    unread, kept_to = unheld(tree, DEADLINES, law.lang), later_than_kept(tree)
    return Calendar(on, tuple(rows), found, undated, tree.law_on, law.lang, begins(law, tree), unread, kept_to, tuple(run.set_aside))


def anchor(law: Rulebook, kind: str | None, tree: Tree) -> Term:
    """The day that a calendar of *kind* is counted from; raises `FactErrors`, with those that *tree* counts from, where there is none."""
    event = law.vocabulary.event
    if kind in (None, "general") and event is not None:
        return event
    names = {fold_key(name) for name in (f"{kind} day", f"ngày {kind}", str(kind))}
    for term in law.vocabulary.terms:
        if isinstance(term.type, Day) and any(fold_key(name) in names for each in term.names for name in each):
            return term
    counted = {limit.counted_from or limit.anchor for limit in tree.limits}
    days = tuple(each.name(law.lang) for each in law.vocabulary.terms if each.id in counted and each.role == "fact" and each.done is None)
    raise FactErrors([diagnose("ER0601", fact="kind", name=shown(kind), expected=days, case="calendar")])


def really_done(law: Rulebook, what: str, done: object) -> dict[str, Value]:
    """The day or moment on which each event of *done*, the argument *what*, really happened, by its id; raises `FactErrors`."""
    found: dict[str, Value] = {}
    names: dict[str, str] = {}
    for name, given in table(what, done).items():
        term = law.terms.asked(name, *EVENT)
        event = law.terms[term.done] if term.done is not None else term
        if event.role == "fact" or not isinstance(event.type, Day | Moment):
            raise FactErrors([diagnose("ER0601", fact=name, name=name, case="event")])
        if event.id in found:
            raise FactErrors([diagnose("ER0607", fact=name, name=name, other=names[event.id])])
        names[event.id] = name
        found[event.id] = moment(given, name) if isinstance(event.type, Moment) else day(given, name)
    return found


def told_as_facts(law: Rulebook, told: Mapping[str, Value], stated: Mapping[str, Value]) -> dict[str, Value]:
    """The real days that are *stated* as facts ("actual day of …"), by the event; raises `FactErrors` where *told* says another day."""
    found: dict[str, Value] = {}
    for term in law.vocabulary.terms:
        if term.done is None or term.id not in stated:
            continue
        if told.get(term.done, stated[term.id]) != stated[term.id]:
            event = law.terms[term.done]
            raise FactErrors([diagnose("ER0607", fact=term.id, name=(term.name("vi"), term.name("en")), other=(event.name("vi"), event.name("en")))])
        found[term.done] = stated[term.id]
    return found


def table(what: str, given: object) -> Mapping[str, object]:
    """What was *given* for the argument *what*, if it is a mapping; raises `FactErrors`."""
    if isinstance(given, Mapping):
        return given
    wanted = ("một bảng tên và giá trị", "a mapping of names to values")
    raise FactErrors([diagnose("ER0602", fact=what, name=what, value=shown(given), wanted=wanted)])


def moment(given: object, name: str) -> datetime:
    """A moment given as one or as ISO text, of the place where the law holds and to the minute; raises `FactErrors` for anything else."""
    found = read_moment(given.strip()) if isinstance(given, str) else given
    if not isinstance(found, datetime):
        raise FactErrors([diagnose("ER0612", fact=name, name=name, value=shown(given), case="moment")])
    if found.tzinfo is not None or found.second or found.microsecond:  # which hour it is here, and what a second means, nobody has said
        raise FactErrors([diagnose("ER0612", fact=name, name=name, value=shown(given), case="exact")])
    day(found.date(), name)
    return found


def findings(law: Rulebook, tree: Tree, counted_from: Term, on: date) -> tuple[Finding, ...]:
    """What the law says of the day itself, *counted_from* on *on*: the requirements on nothing else."""
    number = law.laws.known(tree.known).timeline.number(tree.law_on)
    parts = law.laws.known(tree.known).required("", number)
    wanted = tuple(each for each in parts.requirements if not conclusions_in(each) and set(facts_in(each)) == {counted_from.id})
    if tree.event is None or not wanted:
        return ()
    about = evolve(tree, term="", terms=parts.terms, definitions=parts.definitions, constraints=(), requirements=wanted, limits=())
    given = {} if counted_from is law.vocabulary.event else {counted_from.id: on}
    every = require(evolve(about, order=parts.order, units=parts.units), given, terms=law.vocabulary)
    return tuple(each for each in every if each.outcome == "answered")


def begins(law: Rulebook, tree: Tree) -> tuple[Citation, date] | None:
    """The first provision that ever sets a deadline, as known to *tree*, and since when."""
    known = law.laws.known(tree.known)
    timeline = known.timeline
    found = [(timeline.days[first], each.citation) for each in known.index.limiting for first, _ in timeline.stretches.get(each.key, ())]
    since, citation = min(found, key=lambda each: each[0], default=(None, None))
    return (citation.said_in(law.lang), since) if citation is not None and since is not None else None


def said(limit: TimeLimit) -> tuple[str, str | None, str]:
    """What a limit says of its event, whoever acts and whatever day stands for the day asked about."""
    return limit.event, limit.anchor, limit.bound


class _Run:
    """Scratch state of one calendar; never leaves this file. *limits* are those that are counted from its day."""

    def __init__(
        self, law: Rulebook, tree: Tree, known: dict[str, Value], counted_from: str, told: Mapping[str, Value], moved: frozenset[str]
    ) -> None:
        self.law = law
        self.tree = tree
        self.known = known
        self.counted_from = counted_from
        self.told = told
        self.moved = moved
        self.made: Ready = ready(tree)
        self.undated: list[Undated] = []
        self.set_aside: list[SetAside] = []
        self.here = Case(self.made, known)
        self.on_event: dict[str, list[TimeLimit]] = {}
        self.repeated = {said(each) for each in tree.limits if each.counted_from == counted_from}
        for limit in tree.limits:
            if limit.last is not None and limit.counted_from is None:
                self.on_event.setdefault(limit.event, []).append(limit)
        self.limits = tuple(limit for limit in tree.limits if limit.last is not None and self.belongs(limit))
        self.groups: dict[str, tuple[TimeLimit, ...]] = {}
        listed = {limit.event for limit in self.limits}
        for limit in tree.limits:
            if dates(limit) and limit.event in listed and self.may_date(limit):
                self.groups[limit.event] = (*self.groups.get(limit.event, ()), limit)
        self.beaten = {name for limit in tree.limits for name in (*limit.excepts, *limit.defeats)}
        self.answers: dict[str, Answer] = {}

    def may_date(self, limit: TimeLimit) -> bool:
        """Whether *limit* may date its event for this calendar: in that of the day asked also where it is counted from a day not known here."""
        event = self.law.vocabulary.event
        return limit in self.limits or (event is not None and event.id == self.counted_from and limit.counted_from is None)

    def rows(self, limit: TimeLimit) -> Iterable[Deadline]:
        """The row of *limit*, if it falls on some day."""
        assert limit.last is not None
        holds, open_ = self.arises(limit)
        if holds is False:
            return
        last = plainly(limit.last, self.here)
        first = plainly(limit.first, self.here) if limit.first is not None else None
        if not isinstance(last, date) or not (limit.first is None or isinstance(first, date)):
            self.undate(limit, limit.last if not isinstance(last, date) else limit.first)
            return
        here = self.stands(limit)
        if here is not None:
            if here.aside is not None:
                self.set_aside.append(SetAside(limit, self.names(limit.event), self.law.lang, day_of(last), here.aside))
            if here.holds is False:
                return
            holds, open_ = here.holds, self.ask(limit).missing if here.holds is None else ()
        if limit.anchor is None and holds is not True:
            return
        window = (day_of(first), day_of(last)) if isinstance(first, date) else None
        clock = last.time() if isinstance(last, datetime) else limit.start or limit.finish
        yield Deadline(
            limit,
            None if window else day_of(last),
            window,
            clock,
            (self.names(limit.event), self.names(limit.anchor) if limit.anchor is not None else None),
            self.law.terms[limit.anchor] if limit.anchor is not None else None,
            open_,
            is_off(day_of(last), self.tree.rest),
            self.since(limit),
            limit.licences[0] if limit.event in self.moved and limit.licences else None,
            self.law.lang,
            here.against if here is not None else (),
            ask=partial(self.ask, limit),
        )

    def undate(self, limit: TimeLimit, edge: Expr | None) -> None:
        """Note why *limit*, of which *edge* is the first or last day, has no day; what has none because its anchor does not arise is no deadline."""
        assert edge is not None
        found = plainly(edge, self.here)
        reason = "missing"
        missing: tuple[Term, ...] = ()
        if found is None:
            missing = self.alone(limit if edge is limit.last else evolve(limit, name=f"{limit.name}, first", last=edge, first=None)).missing
            if not missing:
                return
        elif isinstance(found, Without) and found.outcome in ("conflict", "unread"):
            reason = "beyond" if is_beyond(edge, self.here) else found.outcome
        else:
            return
        self.undated.append(Undated(limit, self.names(limit.event), self.law.lang, missing, reason))

    def stands(self, limit: TimeLimit) -> Stands | None:
        """How *limit* stands among the deadlines of its event; None where it is the only one."""
        group = self.groups.get(limit.event, ()) if dates(limit) else ()
        return stands(limit, group, self.ask(limit)) if len(group) > 1 else None

    def ask(self, limit: TimeLimit) -> Answer:
        """The answer to the question when the event of *limit* falls: by all that this calendar has on it."""
        group = self.groups.get(limit.event, ()) if dates(limit) else ()
        if len(group) < 2:
            return self.alone(limit)
        if limit.event not in self.answers:
            self.answers[limit.event] = answered(settle_known(ready(together(self.tree, group)), self.known), self.law.lang)
        return self.answers[limit.event]

    def alone(self, limit: TimeLimit) -> Answer:
        """The answer to the question when *limit* by itself falls."""
        return answered(settle_known(ready(asked(self.tree, limit)), self.known), self.law.lang)

    def names(self, term: str) -> tuple[str, str]:
        found = self.law.terms[term]
        return found.name("vi"), found.name("en")

    def since(self, limit: TimeLimit) -> date | None:
        """From when the text that sets *limit* is in force."""
        timeline = self.law.laws.known(self.tree.known).timeline
        stretches = timeline.stretches.get(limit.name.partition("#")[0])
        number = timeline.number(self.tree.law_on)
        return next((timeline.days[first] for first, last in stretches or () if first <= number < last), None)

    def belongs(self, limit: TimeLimit) -> bool:
        """Whether *limit* is counted, over however many steps, from the day of this calendar or from what has really happened."""
        if limit.counted_from is None and said(limit) in self.repeated:
            return False  # said anew for the day of this calendar
        seen: set[str] = set()
        pending = [(limit, False)]
        while pending:
            limit, told = pending.pop()
            if limit.name in seen:
                continue
            seen.add(limit.name)
            anchor = limit.counted_from or limit.anchor
            if anchor is None and self.fixed(limit):
                return True
            if anchor is None:
                continue
            if anchor == self.counted_from:
                return True
            told = told or anchor in self.told
            term = self.law.terms[anchor]
            if term.role == "fact":  # the day of another calendar, whatever has happened, or the actual day of an event
                if term.done is not None and (told or term.id in self.known):
                    return True
                continue
            dating = self.on_event.get(anchor, ())  # each of several may be the one that dates it
            if told and not dating:
                return True
            pending += [(each, told) for each in dating]
        return False

    def fixed(self, limit: TimeLimit) -> bool:
        """Whether *limit*, whose day the law itself names, is of this calendar: not where it speaks of the day of another."""
        event = self.law.vocabulary.event
        return event is None or event.id == self.counted_from or event.id not in facts_in(limit.condition)

    def value(self, expr: Expr) -> Value | None:
        """The value of *expr*; None where it has none, or the facts leave it open."""
        found = plainly(expr, self.here)
        return None if found is None or isinstance(found, LACKING) else found

    def arises(self, limit: TimeLimit) -> tuple[bool | None, tuple[Term, ...]]:
        """Whether *limit* arises at all; None, with the facts on which that hinges, where they leave it open."""
        if not limit.excepts and not limit.defeats and not limit.blockers and not limit.is_exception and limit.name not in self.beaten:
            if isinstance(limit.condition, All) and not limit.condition.parts:
                return True, ()
            holds = self.value(limit.condition)
            if isinstance(holds, bool):
                return holds, ()
        answer = self.alone(limit)
        if answer.outcome == "unknown":
            return None, answer.missing
        return answer.outcome == "answered", ()

"""Every door of the product, asked one question and compared with what the oracle says."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from attrs import evolve, frozen

import electrules
from electrules.cli.documents import documents, laid_out

from . import description as d
from .draw import days_of, whole_facts
from .oracle import OPEN, UNSAID, Mixed, NoWorld, Oracle, Result, Without
from .write import EN, VI, written


@frozen
class Question:
    """One question of a rulebook."""

    term: str
    facts: Mapping[str, object]
    on: date
    law_on: date | None = None
    known: date | None = None
    to: date | None = None

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        days = "".join(f", {name} {value}" for name, value in (("law of", self.law_on), ("known by", self.known), ("and", self.to)) if value)
        return f"{self.term}({facts}) on {self.on}{days}"


@frozen
class Disagreement:
    """What a door said, beside what the description means."""

    door: str
    question: Question | None
    expected: object
    got: object

    @property
    def kind(self) -> tuple[str, object, object]:
        """What makes two disagreements alike."""
        return self.door, _kind(self.expected), self.got if self.door.startswith("load") else _kind(self.got)

    def __str__(self) -> str:
        return f"door: {self.door}\nquestion: {self.question}\nexpected: {self.expected}\ngot: {self.got}"


def _kind(said: object) -> object:
    return said[0] if isinstance(said, tuple) and said else type(said).__name__ if not isinstance(said, str) else said


VARIANTS = ("other surface", "translated", "formatted", "reordered")
"""The same rulebook in other writings."""
DOORS = ("ask", "JSON tree", "compare", "calendar", "assess", *VARIANTS)


class Asked:
    """One description as the product reads it, in each of its writings."""

    def __init__(self, of: d.Description, folder: Path) -> None:
        self.of, self.folder = of, folder
        self.r = Random(of.seed)
        self.lang = self.r.choice((EN, VI))
        self.oracle = Oracle(of)
        self.made: dict[str, electrules.Rulebook] = {}
        self.elsewhere: frozenset[str] = frozenset()
        self.results: dict[object, Result | str] = {}

    def law(self, variant: str = "plain") -> electrules.Rulebook:
        if variant not in self.made:
            self.made[variant] = load(self.texts(variant), self.folder)
        return self.made[variant]

    @cached_property
    def plain(self) -> tuple[str, ...]:
        return written(self.of, self.lang)

    def texts(self, variant: str) -> tuple[str, ...]:
        """The files of one writing."""
        match variant:
            case "plain":
                return self.plain
            case "other surface":
                return written(self.of, VI if self.lang == EN else EN)
            case "reordered":
                return written(shuffled(self.of, self.r), self.lang)[::-1]
            case _:
                paths = write(self.plain, self.folder)
                read = documents(paths, ())
                surface = None if variant == "formatted" else VI if self.lang == EN else EN
                return tuple(laid_out(read, place, surface) for place in range(len(read.files)))

    # --------------------------------------------------------------- asking

    def said(self, door: str, q: Question) -> object:
        """What a door says of a question: outcome, value and unit, or that the facts are refused."""
        try:
            match door:
                case "JSON tree":
                    tree = self.law().tree(q.term, on=q.on, law_on=q.law_on, known=q.known)
                    again = type(tree).from_dict(tree.to_dict())
                    return plain(again.ask(dict(q.facts)))
                case "compare":
                    assert q.to is not None
                    rows = self.law().compare(q.term, dict(q.facts), on=(q.on, q.to)).rows
                    return tuple((plain(row.before), plain(row.after)) for row in rows)
                case "calendar":
                    rows = self.law().calendar(q.on, facts={name: value for name, value in q.facts.items()})
                    return frozenset(
                        (row.event_in("en"), place_of(row.citation), row.limit.bound, row.date or row.window)
                        for row in rows
                        if row.event_in("en") not in self.elsewhere
                    )
                case "assess":
                    found = self.law().assess(q.term, dict(q.facts), on=q.on, law_on=q.law_on, known=q.known)
                    return tuple(
                        sorted(
                            ((place_of(each.citation), each.severity, each.outcome, each.ok, each.shortfall, each.excess) for each in found), key=repr
                        )
                    )
                case "ask":
                    return plain(self.law().ask(q.term, dict(q.facts), on=q.on, law_on=q.law_on, known=q.known))
                case _:
                    return plain(self.law(door).ask(q.term, dict(q.facts), on=q.on, law_on=q.law_on, known=q.known))
        except electrules.FactErrors:
            return "refused"
        except electrules.RuleErrors as errors:
            return "rule errors", errors.diagnostics[0].code, errors.diagnostics[0].message("en")

    def meant(self, door: str, q: Question) -> object:
        """What a question means."""
        if door == "compare":
            before, after = (self.result(evolve(q, on=day, to=None)) for day in (q.on, q.to))
            if UNSAID in (before, after):
                return None
            if "refused" in (before, after):
                return "refused"
            if "unknown" in (before.outcome, after.outcome):  # facts are known: of days off, and not the same perhaps
                return None
            return () if before.said == after.said else ((before.said, after.said),)
        if door == "calendar":
            return self.rows(q)
        if door == "assess":
            return self.found(q)
        result = self.result(q)
        return result if isinstance(result, str) else None if result is UNSAID else result.said

    def rows(self, q: Question) -> frozenset[object] | str | None:
        """The rows of a calendar, all facts known."""
        try:
            found = self.oracle.calendar(q.facts, q.on)
        except NoWorld:
            return "refused"
        except Mixed:
            return None
        self.elsewhere = self.oracle.counted_elsewhere | {key[0] for key, day in found.items() if day is OPEN}
        return frozenset((*key, day) for key, day in found.items() if not isinstance(day, Without) and key[0] not in self.elsewhere)

    def found(self, q: Question) -> tuple[object, ...] | str | None:
        """The findings on a body."""
        try:
            found = self.oracle.findings(q.term, q.facts, q.on, q.law_on, q.known)
        except NoWorld:
            return "refused"
        return None if found is None else tuple(sorted(((key[0], key[1], *said) for key, said in found.items()), key=repr))

    def bearing(self, door: str, term: str, q: Question) -> frozenset[str]:
        """The constructs that bear on a question at a door."""
        terms = [each.id for each in self.of.terms if each.kind == "event"] if door == "calendar" else [term]
        found = frozenset(mark for each in terms for mark in self.oracle.bearing(each, q.on, q.law_on, q.known))
        return found | {"all facts" if len(q.facts) >= self.known else "some facts" if q.facts else "no facts"}

    @cached_property
    def known(self) -> int:
        """How many facts there are."""
        return len(whole_facts(Random(0), self.oracle, days_of(self.of)[-1]))

    def result(self, q: Question) -> Result | str:
        key = (q.term, tuple(q.facts.items()), q.on, q.law_on, q.known)
        if key not in self.results:
            try:
                self.results[key] = self.oracle.ask(q.term, q.facts, q.on, q.law_on, q.known)
            except NoWorld:
                self.results[key] = "refused"
        return self.results[key]

    def disagreement(self, door: str, q: Question) -> Disagreement | None:
        """Where a door and the description part on a question."""
        meant = self.meant(door, q)
        said = self.said(door, q)
        if meant is None:
            return None
        if door == "assess" and isinstance(said, tuple) and isinstance(meant, tuple):
            said, meant = arising(said), arising(meant)  # what a transition holds back may be said not to arise, or not at all
        if said != meant:
            return Disagreement(door, q, meant, said)
        return self.behind(q, self.result(q)) if door == "ask" and meant != "refused" else None

    def behind(self, q: Question, result: Result | str) -> Disagreement | None:
        """Where what stands behind an answer differs: what is missing, what is cited."""
        assert isinstance(result, Result)
        answer = self.law().ask(q.term, dict(q.facts), on=q.on, law_on=q.law_on, known=q.known)
        missing = frozenset(term.name("en") for term in answer.missing)
        if result.missing is not None and missing != result.missing:
            return Disagreement("missing", q, ("missing", *sorted(result.missing)), ("missing", *sorted(missing)))
        cited = {place_of(each) for each in answer.citations}
        if result.outcome in ("answered", "not_applicable", "conflict") and not result.places <= cited:
            return Disagreement("citations", q, ("citations", *sorted(result.places)), ("citations", *sorted(cited)))
        return None


def arising(findings: tuple[object, ...]) -> tuple[object, ...]:
    """The findings but for those that do not arise."""
    return tuple(each for each in findings if each[2] != "not_applicable")


def plain(answer: electrules.Answer) -> tuple[str, object, str]:
    """Outcome, value and unit of an answer, as the oracle says them."""
    unit = answer.unit or ""
    return answer.outcome, answer.value, unit if answer.outcome == "answered" else ""


def place_of(citation: electrules.Citation) -> d.Place:
    """The place that a citation names."""
    return d.Place(citation.instrument, int(citation.article), int(citation.clause or 0), citation.point or "")


def write(texts: Sequence[str], folder: Path) -> tuple[str, ...]:
    """Rule files in *folder*, and no others."""
    for name in os.listdir(folder):
        (folder / name).unlink()
    paths = []
    for place, text in enumerate(texts):
        path = folder / f"{'abc'[place]}.luat"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return tuple(paths)


def load(texts: Sequence[str], folder: Path) -> electrules.Rulebook:
    """The rulebook of some files alone."""
    if len(texts) == 1:
        return electrules.load(text=texts[0], base=None)
    write(texts, folder)
    return electrules.load(folder, base=None)


def shuffled(of: d.Description, r: Random) -> d.Description:
    """The same provisions in another order."""
    return evolve(of, instruments=tuple(evolve(each, provisions=tuple(r.sample(each.provisions, len(each.provisions)))) for each in of.instruments))


def questions(of: d.Description, oracle: Oracle, r: Random, count: int) -> Iterator[Question]:
    """Questions of every kind: all, some or none of the facts; the law of another day; the law as known by a day."""
    days = days_of(of)
    issued = sorted({each.issued for each in of.instruments})
    concluded = [each.id for each in of.terms if each.concluded]
    for number in range(count):
        on = r.choice(days)
        law_on = r.choice(days) if r.random() < 0.25 else None
        known = r.choice(issued) if r.random() < 0.25 else None
        facts = whole_facts(r, oracle, on)
        share = (1.0, 0.5, 0.0)[number % 3] if r.random() < 0.8 else r.random()
        some = {name: value for name, value in facts.items() if r.random() < share}
        yield Question(r.choice(concluded), some, on, law_on, known)


def variant_of(of: d.Description) -> str:
    """The other writing in which a rulebook is asked too; of every second one none, for the sake of speed."""
    return VARIANTS[of.seed // 2 % len(VARIANTS)] if of.seed % 2 else "JSON tree"


def doors_of(asked: Asked, q: Question, r: Random) -> list[tuple[str, Question]]:
    """The doors at which a question is asked, some of them in a form of their own."""
    kinds = {each.kind for each in asked.of.terms}
    every = [("ask", q), (r.choice(("JSON tree", variant_of(asked.of))), q)]
    if r.random() < 0.2:
        every.append(("compare", Question(q.term, whole_facts(r, asked.oracle, q.on), q.on, to=r.choice(days_of(asked.of)))))
    facts = whole_facts(r, asked.oracle, q.on)
    if "event" in kinds and r.random() < 0.4:
        every.append(("calendar", Question("calendar", facts, q.on)))
    if "body" in kinds:
        share = r.choice((1.0, 1.0, 0.6, 0.6, 0.0))
        some = {name: value for name, value in facts.items() if r.random() < share}
        every.append(("assess", Question("election committee", some, q.on, q.law_on, q.known)))
    return every


def examined(of: d.Description, folder: Path, count: int = 6, met: Callable[[str, frozenset[str]], None] | None = None) -> Disagreement | None:
    """The first disagreement of a rulebook, asked *count* questions at doors drawn from its seed; *met* hears what bore on each."""
    asked = Asked(of, folder)
    try:
        asked.law()
    except electrules.RuleErrors as errors:
        return Disagreement("load", None, "a rulebook", (errors.diagnostics[0].code, errors.diagnostics[0].message("en")))
    r = Random(of.seed)
    variant = variant_of(of)
    try:
        if variant in VARIANTS:
            asked.law(variant)
    except electrules.RuleErrors as errors:
        return Disagreement(f"load {variant}", None, "a rulebook", (errors.diagnostics[0].code, errors.diagnostics[0].message("en")))
    for q in questions(of, asked.oracle, r, count):
        every = doors_of(asked, q, r)
        for door, each in every:
            if met is not None:
                met(door, asked.bearing(door, q.term if door == "calendar" else each.term, each))
            found = asked.disagreement(door, each)
            if found is not None:
                return found
    return None


def shrunk(of: d.Description, first: Disagreement, folder: Path) -> tuple[d.Description, Disagreement]:
    """*of* without every instrument, provision and statement that the disagreement can do without."""

    def still(smaller: d.Description) -> Disagreement | None:
        try:
            asked = Asked(smaller, folder)
            asked.law()
            if first.question is None:
                found = examined(smaller, folder, 0)
            else:
                door = "ask" if first.door in ("missing", "citations") else first.door
                found = asked.disagreement(door, first.question)
        except (electrules.RuleErrors, KeyError, StopIteration, IndexError, AssertionError, RuntimeError):
            return None
        return found if found is not None and found.kind == first.kind else None

    found, again = first, True
    while again:
        again = False
        for smaller in smallers(of):
            seen = still(smaller)
            if seen is not None:
                of, found, again = smaller, seen, True
                break
    return of, found


def smallers(of: d.Description) -> Iterator[d.Description]:
    """Every description that says a little less."""
    for i, instrument in enumerate(of.instruments):
        yield evolve(of, instruments=of.instruments[:i] + of.instruments[i + 1 :])
        for p, provision in enumerate(instrument.provisions):

            def instead(provisions: tuple[d.Provision, ...], i: int = i, instrument: d.Instrument = instrument) -> d.Description:
                return evolve(of, instruments=(*of.instruments[:i], evolve(instrument, provisions=provisions), *of.instruments[i + 1 :]))

            before, after = instrument.provisions[:p], instrument.provisions[p + 1 :]
            yield instead(before + after)
            for s, statement in enumerate(provision.statements):
                rest = provision.statements[:s], provision.statements[s + 1 :]
                if len(provision.statements) > 1:
                    yield instead((*before, evolve(provision, statements=rest[0] + rest[1]), *after))
                for less in simpler(statement):
                    yield instead((*before, evolve(provision, statements=(*rest[0], less, *rest[1])), *after))
    if of.files > 1:
        yield evolve(of, files=1)


def simpler(node: object) -> Iterator[object]:
    """Statements and conditions that say less."""
    match node:
        case d.Table():
            if len(node.pieces) > 1:
                yield from (evolve(node, pieces=node.pieces[:at] + node.pieces[at + 1 :]) for at in range(len(node.pieces)))
            if node.when is not None:
                yield evolve(node, when=None)
                yield from (evolve(node, when=each) for each in simpler(node.when))
            if node.subject:
                yield evolve(node, subject=())
            if node.unless:
                yield evolve(node, unless=())
        case d.Exempts(_, table):
            yield from (evolve(node, table=each) for each in simpler(table))
        case d.Means() | d.OnlyIf() | d.Blocks() | d.OnlyWhen():
            yield from (evolve(node, when=each) for each in simpler(node.when))
        case d.Always(_, subject):
            if subject:
                yield evolve(node, subject=())
        case d.Replace() | d.Insert():
            if len(node.text) > 1:
                yield from (evolve(node, text=node.text[:at] + node.text[at + 1 :]) for at in range(len(node.text)))
            for at, each in enumerate(node.text):
                yield from (evolve(node, text=(*node.text[:at], less, *node.text[at + 1 :])) for less in simpler(each))
        case d.All(parts) | d.Some(parts):
            yield from parts
        case d.Not(of):
            yield of
        case _:
            return


def temporary() -> TemporaryDirectory[str]:
    """A folder for the files of rulebooks, in memory where there is such a place."""
    return TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None)

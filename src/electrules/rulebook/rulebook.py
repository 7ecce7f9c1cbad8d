"""The rulebook: the law of all time, ready to be asked. Immutable, and safe to share between threads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from attrs import field, frozen

from ..cases import Case, CaseResult, gather, run
from ..corpus.act import Act
from ..corpus.corpus import Corpus
from ..corpus.instrument import Instrument
from ..corpus.place import order
from ..corpus.timeline import InForce
from ..corpus.version import Version
from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.errors import FactErrors, RuleErrors
from ..evaluate import Answer, Assessment, Vocabulary, ask, require
from ..kept import Kept
from ..source.citation import Address
from ..source.file import SourceFile
from ..syntax.lexicon import Lexicon
from ..tree.nodes import Requirement
from ..tree.tree import Tree
from ..tree.types import Term
from .build import CALENDAR, Parts
from .law import Laws
from .mention import conclusions_in, facts_in
from .names import Terms, day, place
from .said import Reduced
from .thresholds import Threshold, thresholds

if TYPE_CHECKING:
    from ..calendar import Calendar
    from ..comparison import Comparison
    from ..consistency import Verdict

Given = date | str | None
P = ParamSpec("P")
T = TypeVar("T")

TREES = 4_096
"""Trees that a rulebook keeps."""


def _speaking(method: Callable[Concatenate[Rulebook, P], T]) -> Callable[Concatenate[Rulebook, P], T]:
    """A method whose errors speak the language of the rulebook."""

    @wraps(method)
    def spoken(self: Rulebook, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(self, *args, **kwargs)
        except (FactErrors, RuleErrors) as errors:
            raise errors.said_in(self.lang) from None

    return spoken


@frozen(eq=False, slots=False)
class Rulebook:
    """The law of all time, as loaded; immutable, and safe to share between threads.

    Names of terms are taken in either language and any writing, places as the law writes them ("Điều 18 của 77/2015/QH13"),
    days as `date` or ISO text. Of the days that a question names, *on* is that of the facts and of the event, *law_on* that
    whose law is asked (default: *on*), *known* that up to which published law counts (default: no limit). A name, place or
    day that there is not raises `FactErrors`.
    """

    laws: Laws = field(repr=False)
    terms: Terms = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()
    files: Mapping[str, SourceFile] = field(factory=dict, repr=False)
    lang: str = "vi"
    _trees: Kept[Tree] = field(factory=lambda: Kept(TREES), repr=False)

    @property
    def corpus(self) -> Corpus:
        """Everything that was collected."""
        return self.laws.corpus

    @property
    def lexicon(self) -> Lexicon:
        """Every declared word."""
        return self.laws.lexicon

    # -------------------------------------------------------------- questions

    @_speaking
    def ask(
        self, term: str | Term, facts: Mapping[str, object] | None = None, *, on: Given = None, law_on: Given = None, known: Given = None
    ) -> Answer:
        """What the law says of *term* for *facts*, names of terms to values.

        A number is an `int`, `Fraction` or `Decimal`, never a binary float; a day a `date` or ISO text, a member of a list one of
        its names, a list a sequence of mappings. Nothing is assumed of what is left out. Raises `FactErrors` with all that is
        wrong with the facts.
        """
        facts = {} if facts is None else facts
        tree = self.tree(term, on=self._asked_on(on, facts), law_on=law_on, known=known)
        return ask(tree, facts, terms=self.vocabulary)

    @_speaking
    def assess(
        self, body: str | Term, facts: Mapping[str, object] | None = None, *, on: Given = None, law_on: Given = None, known: Given = None
    ) -> Assessment:
        """A finding for each requirement on *body* (an organisation, a list, a paper), facts as `ask` takes them; raises `FactErrors` on bad ones."""
        facts = {} if facts is None else facts
        tree = self.requirements(body, on=self._asked_on(on, facts), law_on=law_on, known=known)
        return require(tree, facts, terms=self.vocabulary, body=self.terms[tree.term])

    @_speaking
    def check(self, term: str | Term | None = None) -> tuple[Verdict, ...]:
        """Gaps, conflicts, dead rules, exceptions that never win and contradictions of *term* (default: every conclusion and body), on all days.

        Proved, refuted with facts that show it, or not decided: nothing is sampled.
        """
        from ..consistency import check_all

        return check_all(self, term)

    @_speaking
    def compare(
        self,
        term: str | Term,
        facts: Mapping[str, object] | None = None,
        *,
        on: Given | tuple[Given, Given] = None,
        to: Rulebook | None = None,
        law_on: Given | tuple[Given, Given] = None,
        known: Given | tuple[Given, Given] = None,
        all: bool = False,
    ) -> Comparison:
        """What changed between two days (*on* a pair) or to another rulebook (*to*); facts not given are cut into intervals; raises `FactErrors`."""
        from ..comparison import compare

        return compare(self, self if to is None else to, term, facts, on=on, law_on=law_on, known=known, all=all)

    @_speaking
    def tree(self, term: str | Term, *, on: Given = None, law_on: Given = None, known: Given = None) -> Tree:
        """The evaluation tree of a concluded term: what `ask` evaluates, to be walked, kept as JSON or asked elsewhere."""
        asked = self.terms.asked(term, "conclusion")
        return self._tree("concluded", asked, on, law_on, known)

    @_speaking
    def requirements(self, body: str | Term, *, on: Given = None, law_on: Given = None, known: Given = None) -> Tree:
        """The evaluation tree of all that is required of a body."""
        asked = self.terms.asked(body, "body")
        return self._tree("required", asked, on, law_on, known)

    def _tree(self, kind: str, asked: Term, on: Given, law_on: Given, known: Given) -> Tree:
        if on is None:
            raise FactErrors([diagnose("ER0612", fact="on", name="on", value="None")])
        asked_on = day(on, "on")
        of = asked_on if law_on is None else day(law_on, "law_on")
        by = None if known is None else day(known, "known")
        law = self.laws.known(by)
        number = law.timeline.number(of)
        key = (kind, asked.id, asked_on, of, by)
        found = self._trees.get(key)
        if found is None:
            parts: Parts = getattr(law, kind)(asked.id, number)
            made = Tree(
                parts.term,
                asked_on,
                of,
                by,
                parts.terms,
                parts.definitions,
                parts.constraints,
                parts.requirements,
                parts.principles,
                parts.order,
                parts.event,
                self.lang,
                parts.units,
                parts.limits,
                parts.rest,
                parts.held,
                self.corpus.kept_to,
                parts.precedences,
                takes=self._takes,
            )
            self._trees.keep(key, made)
            return made
        return found

    def _asked_on(self, on: Given, facts: Mapping[str, object]) -> Given:
        """The day asked about: as said or, where it is not, as the fact that is that day gives it."""
        event = self.vocabulary.event
        given: list[object] = []
        if on is None and event is not None and hasattr(facts, "items"):
            given = [value for name, value in facts.items() if self.vocabulary.find(name) is event]
        return given[0] if given and isinstance(given[0], date | str) else on

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms of which facts may be given."""
        return Vocabulary.of([each for each in self.terms.values() if each.role != "body"], self.laws.whole.units.values())

    @cached_property
    def _takes(self) -> tuple[str, ...]:
        """The names of all facts, in both languages."""
        every = (term for term in self.terms.values() if term.role in ("fact", "decision"))
        return tuple(sorted({name for term in every for names in term.names for name in names}))

    # ------------------------------------------------------------------- data

    @cached_property
    def provisions(self) -> tuple[Version, ...]:
        """Every version of every provision, in the order of places, the oldest first."""
        timeline = self.laws.whole.timeline
        first = {key: stretches[0][0] for key, stretches in timeline.stretches.items()}
        return tuple(sorted(timeline.versions.values(), key=lambda each: (order(each.address), first[each.key], each.key)))

    @cached_property
    def instruments(self) -> tuple[Instrument, ...]:
        """Every instrument, by day of issue."""
        return tuple(sorted(self.corpus.instruments.values(), key=lambda each: (each.issued, each.address.home)))

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The cases that lie with the law, in its files and recorded beside them; raises `RuleErrors` where those cannot be read."""
        return gather(self.corpus, self.lexicon, self.files)

    def test(self) -> tuple[CaseResult, ...]:
        """What becomes of every case."""
        return tuple(run(self, each) for each in self.cases)

    @_speaking
    def facts_of(self, term: str | Term, *, on: Given = None, law_on: Given = None, known: Given = None) -> tuple[Term, ...]:
        """The terms of the facts that *term* can depend on, in the order in which they are asked for."""
        tree = self.tree(term, on=on, law_on=law_on, known=known)
        there = {each.id: each for each in tree.terms}
        return tuple(there[fact] for fact in tree.order if fact != tree.event)

    @_speaking
    def thresholds(self, term: str | Term, fact: str | Term, *, on: Given = None, law_on: Given = None, known: Given = None) -> tuple[Threshold, ...]:
        """The values at which the answer can change as *fact* (a number or a day) grows, from the least, each with the provisions that say so."""
        tree = self.tree(term, on=on, law_on=law_on, known=known)
        law = self.laws.known(tree.known)
        return thresholds(law.concluded(tree.term, law.timeline.number(tree.law_on)), self.terms.asked(fact, "fact", "decision"), tree.on)

    @_speaking
    def concluding(self, term: str | Term) -> tuple[Version, ...]:
        """The provisions that conclude *term*, or require something of a body."""
        asked = self.terms.asked(term, "conclusion", "body", "fact", "decision")
        index = self.laws.whole.index
        found = {*index.concluding.get(asked.id, ()), *index.requiring.get(asked.id, ())}
        return tuple(each for each in self.provisions if each in found)

    @_speaking
    def users_of(self, term: str | Term) -> tuple[Version, ...]:
        """The provisions whose rules mention *term*."""
        asked = self.terms.asked(term, "conclusion", "fact", "decision").id
        return tuple(each for each in self.provisions if asked in self._mentions.get(each.key, ()))

    @cached_property
    def _mentions(self) -> dict[str, frozenset[str]]:
        elaboration = self.laws.whole.elaboration
        found = {}
        for key, entries in elaboration.said.items():
            nodes = [node for _, said in entries for node in said.nodes]
            found[key] = frozenset((*facts_in(*nodes), *conclusions_in(*nodes)))
        return found

    @_speaking
    def acts_on(self, address: object) -> tuple[Act, ...]:
        """The acts that wrote, changed, ended or conditioned what stands at a place, in order."""
        at = self._place(address)
        return tuple(act for act in self.laws.whole.timeline.acts if any(target.within(at) or at.within(target) for target in act.targets))

    @_speaking
    def versions(self, address: object) -> tuple[Version, ...]:
        """The versions of what stands at or below a place (or holds it as a letter), the oldest first."""
        at = self._place(address)
        timeline = self.laws.whole.timeline
        found = {*timeline.below.get(at, ()), *timeline.inside.get(at, ())}
        return tuple(sorted((each for each in self.provisions if each in found), key=lambda each: timeline.stretches[each.key][0][0]))

    def called(self, address: object) -> tuple[Address, ...]:
        """The places that *address* may mean: several, where it names an instrument by a number that others bear too."""
        where = place(address)
        return self.corpus.known_as(where)

    def _place(self, address: object) -> Address:
        where = place(address)
        meant = self.called(where)
        if len(meant) > 1:
            said = tuple(each.text(self.lang) for each in meant)
            raise FactErrors([diagnose("ER0410", place=where.instrument, expected=said, suggestion=said[0])])
        return meant[0] if meant else where

    def days_of(self, version: Version) -> tuple[tuple[date, date | None], ...]:
        """The half-open stretches of days on which *version* stands."""
        timeline = self.laws.whole.timeline
        return tuple(
            (timeline.days[first], timeline.days[last] if last < len(timeline.days) else None) for first, last in timeline.stretches[version.key]
        )

    def in_force(self, law_on: date | str, known: Given = None) -> InForce:
        """The law of one day."""
        timeline = self.laws.known(None if known is None else day(known, "known")).timeline
        return InForce(timeline, timeline.number(day(law_on, "law_on")))

    @property
    def intervals(self) -> tuple[tuple[date | None, date | None], ...]:
        """The half-open stretches of days on which the text of the law is one and the same; the first is before all law."""
        timeline = self.laws.whole.timeline
        return tuple(timeline.span(number) for number in range(-1, len(timeline.days)))

    def intervals_of(self, term: str | Term) -> tuple[tuple[date | None, date | None], ...]:
        """The same for all that *term* or body rests on: neighbours that say the same are one."""
        asked = self.terms.asked(term, "conclusion", "body")
        law = self.laws.whole
        merged: list[tuple[date | None, date | None]] = []
        before: Parts | None = None
        for number in range(-1, len(law.timeline.days)):
            first, last = law.timeline.span(number)
            parts = law.required(asked.id, number) if asked.role == "body" else law.concluded(asked.id, number)
            if before is not None and _alike(before, parts):
                first = merged.pop()[0]
            merged.append((first, last))
            before = parts
            for cut in _held_days(parts, first, last):
                merged[-1:] = [(merged[-1][0], cut), (cut, last)]
        return tuple(merged)

    def periods_of(self, term: str | Term) -> tuple[tuple[date | None, date | None], ...]:
        """The same for questions `on` a day under the law of that day: cut also where transitions look at the day asked about."""
        asked = self.terms.asked(term, "conclusion", "body")
        law, cut = self.laws.whole, []
        for first, last in self.intervals_of(asked):
            number = law.timeline.number(first) if first is not None else -1
            parts = law.required(asked.id, number) if asked.role == "body" else law.concluded(asked.id, number)
            event = self.terms[parts.event] if parts.event is not None else None
            days = [each.value for each in thresholds(parts, event)] if event is not None else []
            inside = [each for each in days if isinstance(each, date) and (first is None or first < each) and (last is None or each < last)]
            ends = [first, *inside, last]
            cut += list(pairwise(ends))
        return tuple(cut)

    @_speaking
    def limits(self, *, on: Given = None, law_on: Given = None, known: Given = None) -> Tree:
        """The evaluation tree of all deadlines of one day's law."""
        return self._tree("limited", CALENDAR, on, law_on, known)

    @_speaking
    def calendar(
        self,
        election_day: date | str,
        *,
        kind: str | None = None,
        done: Mapping[str, object] | None = None,
        moved: Mapping[str, object] | None = None,
        facts: Mapping[str, object] | None = None,
        law_on: Given = None,
        known: Given = None,
    ) -> Calendar:
        """Every deadline counted from *election_day*, in order.

        *kind* names another day that deadlines are counted from ("by-election": the term `by-election day`). *done* maps events
        to the days on which they really happened, *moved* to days that an authority decided on where the law lets it. Raises `FactErrors`.
        """
        from ..calendar import calendar

        return calendar(self, election_day, kind=kind, done=done or {}, moved=moved or {}, facts=facts or {}, law_on=law_on, known=known)

    def reductions(self, law_on: date | str, known: Given = None) -> tuple[Reduced, ...]:
        """The reductions that one day's law claims."""
        law = self.laws.known(None if known is None else day(known, "known"))
        number = law.timeline.number(day(law_on, "law_on"))
        return tuple(each for said in law.index.saying(law.timeline.in_force(number), number) for each in said.reduced)

    def required_of(self, body: str | Term, *, on: Given = None, law_on: Given = None, known: Given = None) -> tuple[Requirement, ...]:
        """All that is required of a body."""
        return self.requirements(body, on=on, law_on=law_on, known=known).requirements


def _held_days(parts: Parts, first: date | None, last: date | None) -> list[date]:
    """The days inside a stretch from which on the rulebook holds the law on something that *parts* rest on."""
    held = {each for each in (parts.held, *(definition.held for definition in parts.definitions)) if each is not None}
    return sorted(each for each in held if (first or date.min) < each and (last is None or each < last))


def _alike(a: Parts, b: Parts) -> bool:
    """Whether two texts say the same on a term."""
    return (a.definitions, a.constraints, a.requirements, a.principles) == (b.definitions, b.constraints, b.requirements, b.principles)

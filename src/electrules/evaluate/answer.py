"""An answer: outcome, value, citations, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from attrs import field, frozen

from ..diagnostics.errors import RuleErrors
from ..languages import LANGS, place_of
from ..source.citation import Citation
from ..tree.nodes import Constraint, Decision, Interpretation, Rule, Silence, Value
from ..tree.status import Marked, Status, weakest
from ..tree.tree import Tree
from ..tree.types import Member, Term
from ..tree.walk import below
from ..values.number import whole
from ..values.value import plain
from .existing import of_day
from .known import Known, presumed_in
from .missing import missing
from .nearest import nearest
from .outcome import Ground, Group, OutcomeName, Source
from .proof import Proof
from .prove import prove
from .ready import ready
from .settle import Settled, key_of, settle
from .to_read import Unread, later_than_kept, might_override, to_read


@frozen
class Awaited:
    """A decision of an authority that has not been given: who decides, on whose proposal, within which bounds."""

    term: Term
    authority: str
    proposer: str | None
    least: Value | None
    most: Value | None
    citation: Citation | None
    names: tuple[tuple[str, str], tuple[str, str] | None] = field(repr=False)

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "term": self.term.id,
            "authority": self.authority,
            "proposer": self.proposer,
            "least": plain(self.least),
            "most": plain(self.most),
            "citation": self.citation.to_dict() if self.citation else None,
        }


@frozen(eq=False)
class Answer:
    """The answer to one question; what it rests on is worked out when it is looked at.

    *outcome* is "answered", "unknown" (facts are missing that matter), "not_applicable" (the law says that it does not
    arise), "gap" (no provision speaks), "unread" (what would speak is a text that the rulebook does not hold) or "conflict"
    (provisions give different values and none prevails). *value* is None
    unless answered: an exact `int`, a `Fraction` where it is not whole, `bool`, `str` (the English id of a member of a list),
    `date`, `time`, `datetime`, or a tuple of these. *unit* is the English name of what a number counts, None for none.
    """

    tree: Tree = field(repr=False)
    outcome: OutcomeName
    value: Value | None
    unit: str | None
    settled: Settled = field(repr=False)
    lang: str = "vi"

    @property
    def term(self) -> str:
        """The English name of the term asked for."""
        return self.tree.term

    @property
    def on(self) -> date:
        """The day of the facts and of the event."""
        return self.tree.on

    @property
    def law_on(self) -> date:
        """The day of the law."""
        return self.tree.law_on

    @property
    def known(self) -> date | None:
        """The day up to which published law counts; None: no limit."""
        return self.tree.known

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """What is cited, term by term, the asked one first."""
        return united(self.settled)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The rules and silences relied on, in the order in which they are cited."""
        found: dict[int, Source] = {}
        for group in self.groups:
            for source in nearest(self.settled, group.term) if group.nearest else group.sources:
                found.setdefault(id(source), source)
        return tuple(found.values())

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions that say so, those that gave the value first, once each."""
        every = (citation for source in self.sources for citation in citations_of(source))
        return tuple(each.said_in(self.lang) for each in dict.fromkeys(every))

    @cached_property
    def missing(self) -> tuple[Term, ...]:
        """The terms of the facts that would settle what is unknown; the first is the next to ask. Empty unless *outcome* is "unknown"."""
        terms = self.settled.ready.terms
        return tuple(of_day(terms[fact], self.on) for fact in missing(self.settled))

    @cached_property
    def outside(self) -> tuple[tuple[Term, Member], ...]:
        """The members of lists that were given and do not exist on the day asked about, as far as the answer could hang on them."""
        ready, known = self.settled.ready, self.settled.known
        reach = ready.reach.get(ready.tree.term, frozenset())
        given = ((fact, known.get(fact), gone) for fact, gone in ready.outside.items() if fact in reach)
        return tuple((ready.terms[fact], gone[value]) for fact, value, gone in given if isinstance(value, str) and value in gone)

    @cached_property
    def unread(self) -> tuple[Unread, ...]:
        """What has to be read; of a question that is answered, the texts that might say something else."""
        match self.outcome:
            case "unread":
                return to_read(self.settled.ready, self.groups, self.lang)
            case "answered" | "not_applicable":
                return might_override(self.settled, self.groups, self.lang)
            case "unknown" | "gap" | "conflict":
                return ()

    @property
    def kept_to(self) -> date | None:
        """The last day up to which the rulebook was kept, where the law of a later day is asked; None where it is not."""
        return later_than_kept(self.tree)

    @cached_property
    def awaits(self) -> tuple[Awaited, ...]:
        """The decisions of authorities among what is missing."""
        open_ = {term.id: term for term in self.missing}
        decisions: dict[Decision, None] = {}
        for outcome in self.settled.outcomes if open_ else ():
            for source in (source for group in outcome.groups for source in group.sources):
                if isinstance(source, Rule):
                    decisions.update(dict.fromkeys(node for node in below(source.value) if isinstance(node, Decision) and node.term in open_))
        order = sorted(decisions, key=lambda each: each.citation.sort_key if each.citation else ())
        return tuple(awaited(each, open_[each.term], self.lang) for each in order)

    @cached_property
    def status(self) -> Status:
        """The weakest way in which a provision relied on is known: "official", "secondary", "unconfirmed" or "unmarked"."""
        found: list[Marked] = [each.status for each in (*self.sources, *self.grounds)]
        if any(group.unheld for group in self.groups):
            found.append("unconfirmed")
        return weakest(found)

    @cached_property
    def grounds(self) -> tuple[Ground, ...]:
        """What decided beside the provisions that speak: preferences, exceptions, blockers, days off, constraints between facts."""
        found: dict[int, Ground] = {id(each): each for group in self.groups for each in group.grounds}
        found.update((id(each), each) for each in deciding_constraints(self.settled))
        return tuple(found.values())

    @cached_property
    def interpretations(self) -> tuple[Interpretation, ...]:
        """The readings relied on where the law leaves something open."""
        every = (*self.sources, *self.grounds)
        relied = dict.fromkeys(each for source in every if not isinstance(source, Silence) for each in source.interpretations)
        return (*relied, *self.presumptions)

    @cached_property
    def asked(self) -> Mapping[str, Value | None]:
        """The facts as they were given, by the English names of their terms; None where one was said to be unknown."""
        known = self.settled.known
        return known.asked if isinstance(known, Known) else dict(known)

    @cached_property
    def presumed(self) -> Mapping[str, Value]:
        """The facts taken to be no because nobody said otherwise, of those that could matter, by the English names of their terms."""
        ready, known = self.settled.ready, self.settled.known
        mattering = presumed_in(known) & ready.reach.get(ready.tree.term, frozenset())
        return {fact: known[fact] for fact in ready.order if fact in mattering}

    @property
    def presumptions(self) -> tuple[Interpretation, ...]:
        """The readings by which facts were presumed."""
        terms = self.settled.ready.terms
        return tuple(_presumption(terms[fact], self.lang) for fact in self.presumed)

    @property
    def undefined(self) -> bool:
        """Whether what is called a conflict is a result that arithmetic does not define: a division by zero, or beyond all limits."""
        return self.outcome == "conflict" and all(each.undefined for each in self.settled.outcomes)

    @property
    def brought(self) -> tuple[Term, ...]:
        """The concluded terms that have no value, so that this one has none either; empty where it is by itself."""
        if self.outcome in ("answered", "unknown"):
            return ()
        terms = self.settled.ready.terms
        return tuple(terms[each] for each in dict.fromkeys(term for outcome in self.settled.outcomes for term in outcome.brought) if each in terms)

    @cached_property
    def by_range(self) -> bool:
        """Whether the answer would be open without the declared ranges of numbers and constraints between facts."""
        if self.outcome == "unknown" or self.settled.at_once:
            return False
        try:
            return settle(self.settled.ready, self.settled.known, lifted=True).is_unknown
        except RuleErrors:  # ranges without end fall into cases without end
            return True

    @cached_property
    def proof(self) -> Proof:
        """The tree of the evaluation, from which a clerk can work the answer out again."""
        return prove(self.settled, self.lang)

    def text(self, lang: str | None = None) -> str:
        """The answer in words."""
        from ..explain import answer_text

        return answer_text(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready; exact numbers as int or text, never float."""
        return {
            "version": 1,
            "term": self.term,
            "outcome": self.outcome,
            "value": plain(self.value),
            "unit": self.unit,
            "citations": [each.to_dict() for each in self.citations],
            "missing": [each.id for each in self.missing],
            "unread": [each.to_dict() for each in self.unread],
            "awaits": [each.to_dict() for each in self.awaits],
            "status": self.status,
            "interpretations": [each.to_dict() for each in self.interpretations],
            "proof": self.proof.to_dict(),
            "on": self.on.isoformat(),
            "law_on": self.law_on.isoformat(),
            "known": self.known.isoformat() if self.known else None,
            "asked": {name: plain(value) for name, value in self.asked.items()},
            "presumed": {name: plain(value) for name, value in self.presumed.items()},
            "kept_to": self.kept_to.isoformat() if self.kept_to else None,
            **({"outside": [_outside(term, member) for term, member in self.outside]} if self.outside else {}),
        }

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answer):
            return NotImplemented
        return self._said() == other._said()

    def __hash__(self) -> int:
        return hash((self.term, self.outcome, self.value, self.on))

    def _said(self) -> tuple[object, ...]:
        missing = tuple(each.id for each in self.missing)
        return (
            self.term,
            self.on,
            self.law_on,
            self.known,
            self.outcome,
            self.value,
            self.unit,
            self.citations,
            missing,
            self.awaits,
            self.status,
            self.interpretations,
        )

    def __reduce__(self) -> tuple[object, ...]:
        return again, (self.tree, self.settled.known, self.lang)


def answered(settled: Settled, lang: str | None = None) -> Answer:
    """The answer of what all completions agree on."""
    tree = settled.ready.tree
    lang = lang or tree.lang
    if settled.is_unknown:
        return Answer(tree, "unknown", None, None, settled, lang)
    outcome = settled.first
    return Answer(tree, outcome.kind, outcome.value, outcome.unit or None, settled, lang)  # type: ignore[arg-type]


def _presumption(term: Term, lang: str) -> Interpretation:
    """Why *term* is taken to be no, in *lang* or else in the language that has words for it."""
    said = lang if term.presumed[place_of(lang)] else LANGS[1 - place_of(lang)]
    return Interpretation(term.presumed[place_of(said)], term.name(lang), said)


def _outside(term: Term, member: Member) -> dict[str, object]:
    return {"fact": term.id, "member": member.id, "since": _iso(member.since), "until": _iso(member.until)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def again(tree: Tree, known: Mapping[str, Value], lang: str) -> Answer:
    """The same answer, worked out once more: how one travels to another process."""
    return answered(settle(ready(tree), known), lang)


def united(settled: Settled) -> tuple[Group, ...]:
    """What the outcomes of all completions cite, the asked term first; nearest rules only where every completion is a gap."""
    own: dict[str, dict[int, Source]] = {settled.ready.tree.term: {}}
    decided: dict[str, dict[int, Ground]] = {}
    bare: set[str] = set()
    unheld: set[str] = set()
    for outcome in settled.outcomes:
        for group in outcome.groups:
            found = own.setdefault(group.term, {})
            found.update((id(source), source) for source in group.sources)
            decided.setdefault(group.term, {}).update((id(each), each) for each in group.grounds)
            if group.nearest:
                bare.add(group.term)
            if group.unheld:
                unheld.add(group.term)
    groups = []
    for term, found in own.items():
        grounds = tuple(decided.get(term, {}).values())
        is_bare = term in bare and not settled.is_unknown
        if found or is_bare or term in unheld:
            sources = tuple(sorted(found.values(), key=lambda source: settled.ready.turns[id(source)]))
            groups.append(Group(term, sources, term in unheld, grounds))
        if is_bare and (found or term in unheld):
            groups.append(Group(term, ()))
    return tuple(groups)


def deciding_constraints(settled: Settled) -> Iterator[Constraint]:
    """The constraints that rule out completions with another outcome: without them the question would be open."""
    if settled.at_once or settled.is_unknown:
        return
    for leaf in settled.root.leaves():
        if leaf.outcome is not None and key_of(leaf) not in settled.root.keys:
            yield from (each for each in leaf.broken if isinstance(each, Constraint))


def citations_of(source: Source) -> Iterator[Citation]:
    """The provision of a rule or silence, then those that it is cited with."""
    yield source.citation
    if isinstance(source, Rule):
        yield from source.also


def awaited(decision: Decision, term: Term, lang: str) -> Awaited:
    """What is awaited of *decision*, in *lang*."""
    place = place_of(lang)
    proposer = decision.proposer[place] if decision.proposer else None
    least, most = (whole(each) if each is not None else None for each in (decision.least, decision.most))
    citation = decision.citation.said_in(lang) if decision.citation else None
    return Awaited(term, decision.authority[place], proposer, least, most, citation, (decision.authority, decision.proposer))

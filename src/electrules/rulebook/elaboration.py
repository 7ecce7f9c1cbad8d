"""Elaboration of a timeline: each version once for each text of the places that it refers to, not once a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter

import attrs
from attrs import evolve, field, frozen

from ..corpus.cycle import ordered
from ..corpus.place import around, spoken
from ..corpus.refer import references_in
from ..corpus.rewrite import deadline_of, letters, table_of
from ..corpus.timeline import Timeline
from ..corpus.version import Version
from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.passed import Passed
from ..kept import Kept
from ..limits import KEPT_BLOCKS, LEAVES, NESTING
from ..source.citation import Address
from ..syntax.lexicon import Lexicon
from ..syntax.written import Convention, Covered
from ..tree.nodes import Any, Expr
from .elaborate.cases import case_of, cases_of
from .elaborate.conditions import both
from .elaborate.scales import leans_on_others
from .elaborate.scope import Applied, Scope
from .elaborate.transitions import lowered
from .elaborate.version import COPIES, said_by
from .elaborate.words import Words
from .looked import Looked
from .measure import Measure, measured
from .said import Said

Case = tuple[str, int]
"""A statement of a version: the version's key and the statement's place in it."""


@frozen(eq=False)
class Elaboration:
    """What every version of *timeline* says, text by text: *said* by version key, each with the number of the text from which it holds."""

    timeline: Timeline
    lexicon: Lexicon
    lang: str
    said: Mapping[str, tuple[tuple[int, Said], ...]] = field(factory=dict)

    def of(self, version: Version, number: int) -> Said:
        """What *version* says in the text *number*, of which it is part."""
        entries = self.said[version.key]
        if len(entries) == 1:
            return entries[0][1]
        return entries[bisect_right([first for first, _ in entries], number) - 1][1]

    def every(self) -> Iterable[Said]:
        """All that is ever said."""
        return (said for entries in self.said.values() for _, said in entries)


def elaborate(timeline: Timeline, lexicon: Lexicon, lang: str = "vi") -> Passed[Elaboration]:
    """What every version says on every day, and all that is wrong with it, once each."""
    run = _Run(timeline, lexicon, lang)
    for number in range(len(timeline.changes)):
        run.text(number)
    said = {(each.code, each.span, each.data): each for each in run.diagnostics}
    return Passed(Elaboration(timeline, lexicon, lang, {key: tuple(entries) for key, entries in run.said.items()}), tuple(said.values()))


class _Run:
    """Scratch state: the text looked at, and what was worked out of it that still holds."""

    def __init__(self, timeline: Timeline, lexicon: Lexicon, lang: str) -> None:
        self.timeline = timeline
        self.lexicon = lexicon
        self.lang = lang
        self.words = Words.of(lexicon)
        self.number = -1
        self.standing_now: dict[str, Version] = {}
        self.said: dict[str, list[tuple[int, Said]]] = {}
        self.current: set[str] = set()
        self.plain_cases: dict[Case, Expr] = {}
        self.cases = self.plain_cases
        self.applied: Applied | None = None
        self.measures: dict[int, Measure] = {}
        self.kept: list[Expr] = []
        self.lent = 0
        self.uses: dict[Case, dict[str, None]] = {}
        self.diagnostics: list[Diagnostic] = []
        self.before: dict[str, Said] = {}
        self.refers: dict[str, tuple[Address, ...]] = {}
        self.referring: dict[Address, list[Version]] = {}
        self.referring_inside: dict[Address, list[Version]] = {}
        self.conventional: dict[str, list[Version]] = {}
        for version in self.timeline.versions.values():
            if any(isinstance(each, Convention) for each in version.statements):
                self.conventional.setdefault(version.address.home, []).append(version)
        self.note_references()

    def note_references(self) -> None:
        """Who refers to a place, and who refers to a place inside another."""
        for version in self.timeline.versions.values():
            before = self.said_before(version) if not version.guards else None
            if before is not None:
                self.before[version.key] = before
                self.refers[version.key] = ()
                continue
            places = dict.fromkeys(self.places(version))
            self.refers[version.key] = tuple(places)
            for place in places:
                self.referring.setdefault(place, []).append(version)
                for above in around(place)[:-1]:
                    self.referring_inside.setdefault(above, []).append(version)

    def places(self, version: Version) -> Iterable[Address]:
        """What *version* refers to; a scale without a beginning of its own looks at the other points of its clause."""
        found = (self.timeline.corpus.resolve(each, version.address) for each in references_in(version.statements))
        yield from (each for each in found if each is not None)
        if any(deadline_of(each) is not None for each in version.statements):
            yield from (each.address for each in self.conventional.get(version.address.home, ()))
        tables = (table_of(each) for each in version.statements)
        if any(leans_on_others(table) for table in tables if table is not None):
            yield evolve(version.address, point=None)

    # ------------------------------------------------------------------- texts

    def text(self, number: int) -> None:
        """Elaborate what the text *number* makes new: what begins with it, and what refers to what changed."""
        change = self.timeline.changes[number]
        self.number = number
        for version in change.removed:
            del self.standing_now[version.key]
        for version in change.added:
            self.standing_now[version.key] = version
        stale = self.affected((*change.added, *change.removed))
        for version in stale:
            self.current.discard(version.key)
            for place in range(len(version.statements)):
                self.plain_cases.pop((version.key, place), None)
        for version in (*change.added, *stale):
            if version.key in self.standing_now and version.key not in self.current:
                self.current.add(version.key)
                said = self.said_by(version)
                self.said.setdefault(version.key, []).append((number, self.bounded(said)))

    def said_by(self, version: Version) -> Said:
        """What *version* says; one that looks at nothing around it says what the same words said at the last load."""
        before = self.before.get(version.key)
        if before is not None:
            return before.by(version)
        count, looked = len(self.diagnostics), Looked(self, self.timeline.corpus)
        said = said_by(version, self.lexicon, self.words, looked, looked, self.diagnostics, self.lang)
        placed = said.reduced or said.not_codable  # they know where they were written
        if looked.alone and len(self.diagnostics) == count and not placed:
            _SAID.keep((self.lexicon.words, self.lang, version.key), (_words_of(version), said))
        return said

    def said_before(self, version: Version) -> Said | None:
        """What the same words said at the last load, if it is known."""
        before = _SAID.get((self.lexicon.words, self.lang, version.key))
        return before[1] if before is not None and before[0] == _words_of(version) else None

    def bounded(self, said: Said) -> Said:
        """*said*, unless what it takes over from other places makes it too large."""
        if self.refers[said.version.key]:
            conditions = (*(rule.condition for rule in said.rules), *(each.condition for each in said.requirements))
            if any(self.too_large(each) for each in conditions):
                self.say_too_large(said.version)
                return Said(said.version)
        return said

    def too_large(self, expr: Expr) -> bool:
        size = measured(expr, self.measures)
        return size.depth > NESTING or size.nodes > LEAVES

    def say_too_large(self, version: Version) -> None:
        self.diagnostics.append(diagnose("ER0110", version.span, address=spoken(version.address)))

    def affected(self, changed: Iterable[Version]) -> tuple[Version, ...]:
        """The versions that refer to *changed*, and those that refer to these."""
        found: dict[str, Version] = {}
        pending = list(changed)
        seen: set[str] = set()
        while pending:
            version = pending.pop()
            if version.key in seen:
                continue
            seen.add(version.key)
            for place in around(version.address):
                referring = self.referring.get(place, ())
                for each in referring:
                    found[each.key] = each
                    pending.append(each)
            for each in self.referring_inside.get(version.address, ()):
                if self.holds_for(version, each):
                    found[each.key] = each
                    pending.append(each)
        return tuple(found.values())

    def holds_for(self, version: Version, referring: Version) -> bool:
        """Whether *referring* refers to a letter inside *version*."""
        inside = letters(version.statements, version.address)
        return bool(inside) and any(place in inside for place in self.refers[referring.key])

    # ------------------------------------------------------------ surroundings

    def conventions(self, instrument: str) -> tuple[tuple[Version, Convention], ...]:
        """How the periods of *instrument* are counted now."""
        standing = (each for each in self.conventional.get(instrument, ()) if each.key in self.standing_now)
        return tuple((each, said) for each in standing for said in each.statements if isinstance(said, Convention))

    def lends(self) -> bool:
        """Whether one more statement may be applied by reference."""
        self.lent += 1
        return self.lent <= COPIES

    def standing(self, place: Address) -> tuple[tuple[Version, Address | None], ...]:
        """What stands at or below *place* now (None), or holds it as a letter."""
        below = tuple((each, None) for each in self.timeline.below.get(place, ()) if each.key in self.standing_now)
        if below:
            return below
        return tuple((each, place) for each in self.timeline.inside.get(place, ()) if each.key in self.standing_now)

    def covered(self, place: Address, applied: Applied | None, used: dict[str, None], among: Collection[str] | None = None) -> tuple[Expr, ...]:
        """The cases of what stands at *place*, each worked out after those that it speaks of."""
        if applied is not self.applied:
            before = self.applied, self.cases
            self.applied, self.cases = applied, self.plain_cases if applied is None else {}
            try:
                return self.covered(place, applied, used, among)
            finally:
                self.applied, self.cases = before
        wanted = tuple(case for case in self.cases_at(place) if among is None or case[0] in among)
        order, circles = ordered([case for case in wanted if case not in self.cases], self.rests_on)
        for circle in circles:
            self.circular(circle)
        for case in order:
            if case not in self.cases:
                self.cases[case] = self.worked_out(case, applied)
        for case in wanted:
            used.update(self.uses.get(case, {}))
        return tuple(self.cases[case] for case in wanted)

    def cases_at(self, place: Address) -> tuple[Case, ...]:
        return tuple((version.key, number) for version, letter in self.standing(place) for number, _ in cases_of(version, letter))

    def rests_on(self, case: Case) -> tuple[Case, ...]:
        """The cases of which the case of a statement speaks and that are not worked out yet."""
        version = self.standing_now[case[0]]
        found = (
            self.timeline.corpus.resolve(each, version.address) for covered in _covers(version.statements[case[1]]) for each in covered.references
        )
        return tuple(each for place in found if place is not None for each in self.cases_at(place) if each not in self.cases)

    def worked_out(self, case: Case, applied: Applied | None) -> Expr:
        version = self.standing_now[case[0]]
        scope = Scope(
            self.lexicon,
            self.words,
            self.timeline.corpus,
            version.address,
            version.citation.said_in(self.lang),
            self,
            [],
            self.lang,
            applied,
            mute=True,
        )
        said = case_of(version.statements[case[1]], scope)
        self.uses[case] = scope.used
        guards = tuple(lowered(each, scope) for each in version.guards if each.term is None or each.negated)
        whole = both((*guards, said), scope) if guards else said
        if self.too_large(whole):
            self.say_too_large(version)
            whole = Any(())
        self.measures[id(whole)] = measured(whole, self.measures)
        self.kept.append(whole)
        return whole

    def circular(self, circle: tuple[Case, ...]) -> None:
        """Cases that speak of each other: that is said, and the first is taken to hold for nothing."""
        versions = [self.standing_now[key] for key, _ in circle]
        names = [spoken(each.address) for each in (*versions, versions[0])]
        chain = (" → ".join(vi for vi, _ in names), " → ".join(en for _, en in names))
        self.diagnostics.append(diagnose("ER0505", versions[0].span, chain=chain, address=names[0], places=tuple(each.span for each in versions[1:])))
        self.cases[circle[0]] = Any(())


_SAID: Kept[tuple[tuple[object, ...], Said]] = Kept(KEPT_BLOCKS)
"""Beside what a version says stand its words, which are compared and not hashed: they are mostly the same objects."""


def _words_of(version: Version) -> tuple[object, ...]:
    """All of a version but where it stands in its files: on nothing else does it depend what one says that looks at nothing around it."""
    cited = (version.citation, *(each.citation for each in version.guards))
    return (*_parts(version), *(each.issuers for each in cited), *(each.span.path for each in version.statements))


_parts = attrgetter(*(each.name for each in attrs.fields(Version) if each.name != "span"))


def _covers(node: object) -> Iterable[Covered]:
    """Every "covered by" in a statement's subject, condition or definition."""
    stack: list[object] = [node]
    while stack:
        each = stack.pop()
        if isinstance(each, Covered):
            yield each
        elif isinstance(each, tuple):
            stack.extend(each)
        elif attrs.has(type(each)):
            stack.extend(
                getattr(each, name) for name in ("subject", "when", "qualifier", "condition", "of", "parts", "statement") if hasattr(each, name)
            )

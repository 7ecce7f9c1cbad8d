"""Consolidate: acts in, the text of a day out. Acts apply in order of commencement, issue and place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..source.citation import Address
from ..syntax.written import Known, Quantity, Reading
from .act import ACTS, Act
from .amend import Gazette, standing
from .corpus import Corpus
from .place import around, slug, spoken
from .rewrite import letters, only_letter, substituted, without_letter
from .version import Guard, Version


class Text:
    """What stands on a day: scratch state of a consolidation, to which acts are applied one after the other.

    *interned* holds every version ever made, so that the same text of two days is one object.
    """

    def __init__(self, gazette: Gazette, corpus: Corpus, interned: dict[str, Version]) -> None:
        self.gazette = gazette
        self.corpus = corpus
        self.instruments = corpus.instruments
        self.interned = interned
        self.on = date.min
        self.standing: dict[str, Version] = {}
        self.below: dict[Address, dict[str, Version]] = {}
        self.ended: set[str] = set()
        self.said: list[Diagnostic] = []
        self.touched: dict[str, tuple[Version, bool]] = {}

    # ---------------------------------------------------------------- changes

    def add(self, version: Version) -> None:
        self.touched.setdefault(version.key, (version, version.key in self.standing))
        self.standing[version.key] = version
        for place in around(version.address):
            self.below.setdefault(place, {})[version.key] = version

    def remove(self, version: Version) -> None:
        if version.key in self.standing:
            self.touched.setdefault(version.key, (version, True))
            del self.standing[version.key]
            for place in around(version.address):
                del self.below[place][version.key]

    def at(self, place: Address) -> tuple[Version, ...]:
        """What stands at or below *place*."""
        return tuple(self.below.get(place, {}).values())

    def holding(self, place: Address) -> tuple[Version, ...]:
        """What stands above *place* and has its letter inside."""
        above = around(place)[:-1]
        return tuple(
            version
            for each in reversed(above)
            for version in self.below.get(each, {}).values()
            if version.address == each and place in letters(version.statements, version.address)
        )

    def end(self, place: Address) -> None:
        """What stands at or below *place* ends; of an instrument, all that was inserted too."""
        if place == place.whole:
            self.ended.add(place.home)
        for version in self.at(place):
            self.remove(version)

    def difference(self) -> tuple[tuple[Version, ...], tuple[Version, ...]]:
        """What was added and removed since it was last asked."""
        touched = self.touched.values()
        added = tuple(version for version, stood in touched if not stood and version.key in self.standing)
        removed = tuple(version for version, stood in touched if stood and version.key not in self.standing)
        self.touched = {}
        return added, removed

    def intern(self, version: Version) -> Version:
        return self.interned.setdefault(version.key, version)

    # ------------------------------------------------------------------- acts

    def one_day(self, day: date, ends: Iterable[Address], acts: Iterable[Act], seen_from: date | None = None) -> None:
        """What happens on *day*, as the law of *seen_from* (None: that day's) tells it."""
        self.on = seen_from or day
        for place in ends:
            self.end(place)
        for act in acts:
            self.apply(act)

    def apply(self, act: Act) -> None:
        """Let *act* write, end or condition what stands."""
        match act.kind:
            case "write":
                self.write(act)
            case "replace" | "insert":
                self.replace(act)
            case "repeal":
                self.repeal(act)
            case "substitute":
                self.substitute(act)
            case "transition":
                self.condition(act)

    def write(self, act: Act) -> None:
        if act.at.home in self.ended:
            return
        instrument = self.instruments[act.at.home]
        made = Version(
            act.name,
            act.at,
            act.text,
            act.citation,
            instrument.rank,
            act.issuer,
            act.issued,
            act.restatement,
            dated=act.dated,
            surface=act.surface,
            span=act.span,
        )
        self.add(self.intern(made))

    def replace(self, act: Act) -> None:
        there = self.at(act.target)
        holders = () if there else self.holding(act.target)
        if act.kind == "insert" and (there or holders):
            self.problem(act, "taken", there or holders)
            return
        if act.kind == "replace" and not there and not holders:
            self.problem(act)
            return
        if act.target.home in self.ended:
            self.problem(act)
            return
        guards = self.guards(act)
        self.cut(act, there, holders, guards)
        instrument = self.instruments[act.target.home]
        citation = act.target.cited((act.citation,), instrument.names)
        rest = tuple(each for each in act.text if not isinstance(each, ACTS))
        made = Version(
            f"{act.name}→{slug(act.target)}",
            act.target,
            rest,
            citation,
            instrument.rank,
            act.issuer,
            act.issued,
            dated=act.dated,
            surface=act.surface,
            span=act.span,
        )
        self.add(self.guarded(made, guards))

    def repeal(self, act: Act) -> None:
        there = self.at(act.target)
        holders = () if there else self.holding(act.target)
        if not there and not holders and not self.pending(act):
            self.problem(act)
        self.cut(act, there, holders, self.guards(act))
        if act.target == act.target.whole:
            self.ended.add(act.target.home)

    def pending(self, act: Act) -> bool:
        """Whether what *act* repeals was only to begin later."""
        return any(act in killers and each.kind == "write" for each, killers in self.gazette.on_acts.items())

    def substitute(self, act: Act) -> None:
        there = self.at(act.target) or self.holding(act.target)
        if not there:
            self.problem(act)
            return
        guards, changed = self.guards(act), self.gazette.rewords_acts(act)
        for version in there:
            assert act.old is not None
            assert act.new is not None
            text = substituted(version.statements, act.old, act.new, version.address, act.target)
            if text == version.statements:
                continue
            changed = True
            self.remove(version)
            self.keep(version, guards)
            before = tuple(each for each in version.citation.amended_by if each != act.citation)  # one article may change several numbers there
            amended = version.address.cited((*before, act.citation), version.citation.issued_by)
            self.add(
                self.guarded(
                    evolve(
                        version,
                        key=f"{version.key}~{act.name}",
                        statements=text + act.text,
                        citation=amended,
                        issuer=act.issuer,
                        issued=act.issued,
                        dated=version.dated + act.dated,
                    ),
                    guards,
                )
            )
        if not changed:
            self.problem(act, "words")

    def condition(self, act: Act) -> None:
        """A transition on plain provisions: they speak only where its condition holds."""
        assert act.when is not None
        for target in act.targets:
            for version in self.at(target):
                self.remove(version)
                self.add(self.guarded(version, (_guard(act),)))

    # ------------------------------------------------------------------ parts

    def cut(self, act: Act, there: Iterable[Version], holders: Iterable[Version], guards: tuple[Guard, ...]) -> None:
        """Take away what *act* replaces or repeals, but for what a transition keeps alive."""
        for version in there:
            self.remove(version)
            self.keep(version, guards)
        for version in holders:
            self.remove(version)
            left = without_letter(version.statements, version.address, act.target)
            self.add(self.intern(evolve(version, key=f"{version.key}-{act.name}", statements=left)))
            self.keep(
                evolve(version, key=f"{version.key}+{act.name}", statements=only_letter(version.statements, version.address, act.target)), guards
            )

    def keep(self, version: Version, guards: tuple[Guard, ...]) -> None:
        """Keep *version* alive for the events to which the new text does not speak."""
        for guard in guards:
            self.add(self.guarded(version, (evolve(guard, negated=True),)))

    def guarded(self, version: Version, guards: tuple[Guard, ...]) -> Version:
        key = version.key + "".join(f"{'!' if each.negated else '?'}{each.name}" for each in guards)
        return self.intern(evolve(version, key=key, guards=version.guards + guards))

    def guards(self, act: Act) -> tuple[Guard, ...]:
        """The conditions on the event that transitions in force put on *act*."""
        return tuple(_guard(each) for each in standing(self.gazette, self.on, self.gazette.restricting(act)))

    def problem(self, act: Act, case: str = "", there: Iterable[Version] = ()) -> None:
        unread = any(act.target.within(each) or each.within(act.target) for each in self.corpus.unread)
        if unread or (self.corpus.blind and not case):
            return  # what stands there could not be read; that was said
        words = _words(act) if case == "words" else ""
        gone = (
            [version.span for version in self.interned.values() if version.address.within(act.target)] if not case else [each.span for each in there]
        )
        data = {"case": case} if case else {}
        if words:
            data["words"] = words
        self.said.append(
            diagnose(
                "ER0404",
                act.span,
                act=spoken(act.at),
                place=spoken(act.target),
                address=spoken(act.at),
                places=tuple(dict.fromkeys(gone))[:5],
                **data,
            )
        )


def _guard(transition: Act) -> Guard:
    assert transition.when is not None
    notes = tuple(each for each in transition.text if isinstance(each, Known | Reading))
    return Guard(transition.name, transition.when, transition.at, transition.citation, term=transition.term, notes=notes, surface=transition.surface)


def _words(act: Act) -> str:
    old = act.old
    if isinstance(old, Quantity):
        return f"{old.number} {old.unit.id}" if old.unit else str(old.number)
    return str(getattr(old, "id", "") or getattr(old, "day", "") or getattr(old, "number", ""))

"""Consolidate: acts in, the text of a day out. Acts apply in order of commencement, issue and place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain, groupby, product

from attrs import evolve

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..source.citation import Address, Citation
from ..syntax.written import Known, Quantity, Reading
from .act import ACTS, Act
from .amend import Gazette, standing
from .corpus import Corpus
from .meeting import agreeing_parts, changes, meeting, reworded_by
from .place import around, slug, spoken
from .rewrite import letters, only_letter, without_letter
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
        self.day = self.on = date.min
        self.standing: dict[str, Version] = {}
        self.below: dict[Address, dict[str, Version]] = {}
        self.ended: set[str] = set()
        self.fresh: set[str] = set()
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
        self.day, self.on = day, seen_from or day
        for place in ends:
            self.end(place)
        for (kind, _), together in groupby(acts, key=lambda act: (act.kind if act.kind in ("write", "transition") else "", act.issued)):
            if kind == "write":
                for act in together:
                    self.write(act)
            elif kind == "transition":
                for act in together:
                    self.condition(act)
            else:
                self.change(tuple(together))

    def write(self, act: Act) -> None:
        if act.at.home in self.ended:
            return
        made = evolve(self.written(act, act.name, act.at, act.citation), restatement=act.restatement)
        waiting = self.waiting(act.at)
        spared = self.spared(act)
        for guard in spared:
            self.add(self.guarded(made, (guard, *waiting)))
        if not spared:
            self.add(self.guarded(made, waiting))

    def written(self, act: Act, key: str, at: Address, citation: Citation) -> Version:
        """What *act* writes at a place, without the acts that stand in its text."""
        text = tuple(each for each in act.text if not isinstance(each, ACTS))
        rank = self.instruments[at.home].rank
        return Version(key, at, text, citation, rank, act.issuer, act.issued, dated=act.dated, surface=act.surface, span=act.span)

    def change(self, acts: tuple[Act, ...]) -> None:
        """The changes of one day and one issue act on the text as it stood before them."""
        before = {act: self.found(act) for act in acts}
        self.fresh = set()
        left, said = meeting(self.gazette, acts, before, self.guards)
        self.said += said
        for act, others in left.items():
            if act.kind == "repeal":
                self.repeal(act, before[act])
            elif act.kind != "substitute":
                self.replace(act, before[act], others)
        self.substitute(tuple(act for act in left if act.kind == "substitute"), before)
        self.fresh = set()

    def found(self, act: Act) -> tuple[Version, ...]:
        """What *act* acts on: what stands at its target or, where nothing does, what holds it as a letter."""
        return self.at(act.target) or self.holding(act.target)

    def replace(self, act: Act, before: tuple[Version, ...], others: tuple[Act, ...]) -> None:
        """Let *act* write in the place of what stood there; *others* write the same."""
        if act.kind == "insert" and before:
            self.problem(act, "taken", before)
            return
        if (act.kind == "replace" and not before) or act.target.home in self.ended:
            self.problem(act)
            return
        guards = self.guards(act)
        self.cut(act, guards)
        instrument = self.instruments[act.target.home]
        citation = act.target.cited(tuple(dict.fromkeys(each.citation for each in (act, *others))), instrument.names)
        made = self.written(act, f"{act.name}→{slug(act.target)}", act.target, citation)
        self.put(self.guarded(made, guards + (self.waiting(act.target) if act.kind == "insert" else ())))

    def repeal(self, act: Act, before: tuple[Version, ...]) -> None:
        if not before and not self.pending(act):
            self.problem(act)
        guards = self.guards(act)
        self.cut(act, guards)
        if act.target == act.target.whole and not guards:
            self.ended.add(act.target.home)

    def pending(self, act: Act) -> bool:
        """Whether what *act* repeals was only to begin later."""
        return any(act in killers and each.kind == "write" for each, killers in self.gazette.on_acts.items())

    def substitute(self, acts: tuple[Act, ...], before: Mapping[Act, tuple[Version, ...]]) -> None:
        """Let *acts* change the words of what stood before them, each word once."""
        for act in acts:
            if not before[act]:
                self.problem(act)
            elif not changes(self.gazette, act, before[act]):
                self.problem(act, "words")
        touched = {version.key: version for act in acts for version in self.remaining(act)}
        for version in touched.values():
            bearing = tuple(act for act in acts if version in self.remaining(act) and reworded_by((act,), version) != version.statements)
            if bearing:
                self.remove(version)
                self.reword(version, bearing)

    def reword(self, version: Version, acts: tuple[Act, ...]) -> None:
        """Put *version* as *acts* reword it, once for each way in which the transitions on them may fall out."""
        limits = {act: self.guards(act) for act in acts}
        guarded = tuple(dict.fromkeys(filter(None, limits.values())))
        for way in product(*((guards, *((_otherwise(each),) for each in guards)) for guards in guarded)):
            failing = {guards for guards, held in zip(guarded, way, strict=True) if guards != held}
            speaking = tuple(act for act in acts if limits[act] not in failing)
            for agreeing in agreeing_parts(speaking, version):
                self.put(self.guarded(_reworded(version, agreeing), tuple(chain(*way))))

    def condition(self, act: Act) -> None:
        """A transition on plain provisions: they speak only where its condition holds."""
        assert act.when is not None
        for target in act.targets:
            for version in self.at(target):
                self.remove(version)
                self.add(self.guarded(version, (_guard(act),)))

    # ------------------------------------------------------------------ parts

    def put(self, version: Version) -> None:
        """Add *version*, which the changes of the same day and issue do not touch."""
        self.fresh.add(version.key)
        self.add(version)

    def remaining(self, act: Act) -> tuple[Version, ...]:
        """What *act* acts on, without what the changes beside it have put there."""
        return tuple(each for each in self.found(act) if each.key not in self.fresh)

    def cut(self, act: Act, guards: tuple[Guard, ...]) -> None:
        """Take away what *act* replaces or repeals, but for what a transition keeps alive."""
        there = tuple(each for each in self.at(act.target) if each.key not in self.fresh)
        holders = () if there else tuple(each for each in self.holding(act.target) if each.key not in self.fresh)
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
            self.add(self.guarded(version, (_otherwise(guard),)))

    def guarded(self, version: Version, guards: tuple[Guard, ...]) -> Version:
        key = version.key + "".join(f"{'!' if each.negated else '?'}{each.name}" for each in guards)
        return self.intern(evolve(version, key=key, guards=version.guards + guards))

    def guards(self, act: Act) -> tuple[Guard, ...]:
        """The conditions on the event under which *act* applies: its transitions, and those on a repeal that ended it before it began."""
        own = tuple(_guard(each) for each in standing(self.gazette, self.on, self.gazette.restricting(act)))
        return own + self.spared(act)

    def spared(self, act: Act) -> tuple[Guard, ...]:
        """Where a repeal from before *act* begins does not apply."""
        killers = [each for each in self.gazette.on_acts.get(act, ()) if each.kind == "repeal" and each.since <= act.since]
        if act.kind == "write":
            killers = [each for each in killers if each.since < act.since]
        if not killers:
            return ()
        limits = [limit for each in standing(self.gazette, self.on, killers) for limit in self.gazette.restricting(each)]
        return tuple(_otherwise(_guard(each)) for each in standing(self.gazette, self.on, limits))

    def waiting(self, place: Address) -> tuple[Guard, ...]:
        """The transitions in force since an earlier day on what only now comes to stand at *place*."""
        found = standing(self.gazette, self.on, self.gazette.upon(place))
        return tuple(_guard(each) for each in found if each.since < self.day)

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


def _otherwise(guard: Guard) -> Guard:
    return evolve(guard, negated=not guard.negated)


def _reworded(version: Version, acts: tuple[Act, ...]) -> Version:
    """*version* as *acts* reword it; where none of them speaks, as it is."""
    if not acts:
        return version
    last, by = acts[-1], tuple(dict.fromkeys(act.citation for act in acts))  # one article may change several numbers there
    before = tuple(each for each in version.citation.amended_by if each not in by)
    return evolve(
        version,
        key="~".join((version.key, *(act.name for act in acts))),
        statements=reworded_by(acts, version) + tuple(dict.fromkeys(note for act in acts for note in act.text)),
        citation=version.address.cited((*before, *by), version.citation.issued_by),
        issuer=last.issuer,
        issued=last.issued,
        dated=version.dated + tuple(dict.fromkeys(each for act in acts for each in act.dated)),
    )


def _words(act: Act) -> str:
    old = act.old
    if isinstance(old, Quantity):
        return f"{old.number} {old.unit.id}" if old.unit else str(old.number)
    return str(getattr(old, "id", "") or getattr(old, "day", "") or getattr(old, "number", ""))

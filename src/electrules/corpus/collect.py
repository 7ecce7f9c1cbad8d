"""Collect: documents in, corpus out. Every instrument, every provision by address, every act with its targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.passed import Passed
from ..languages import in_both
from ..source.citation import PARTS, Address
from ..source.span import Span
from ..source.text import fold_key, nearest
from ..syntax.lexicon import Lexicon
from ..syntax.written import (
    ByReading,
    Case,
    Commencement,
    Document,
    Header,
    Insert,
    KeptTo,
    Known,
    NotCodable,
    Provision,
    Reading,
    Reduction,
    Reference,
    Repeal,
    Replace,
    Rulebook,
    Statement,
    Substitute,
    Transition,
    Unreadable,
    Vocabulary,
)
from .act import ACTS, Act, WrittenAct
from .contents import contents_of, one_of
from .corpus import Commenced, Corpus
from .instrument import Instrument
from .place import around, nearest_place, spoken
from .refer import references_in
from .rewrite import letters
from .version import Notes


def collect(documents: Iterable[Document], lexicon: Lexicon) -> Passed[Corpus]:
    """Every instrument and every act of *documents*, by address."""
    run = _Collector(lexicon, tuple(documents))
    run.headers()
    run.readings()
    run.provisions()
    run.acts()
    run.check_references()
    return Passed(run.corpus(), tuple(run.said))


SPEAKING = (Reduction, NotCodable, Known, Reading, ByReading)
"""What may stand in a document that is not in force: it says what law does, and lays down none."""


class _Collector:
    """Scratch state of one run; never leaves this file."""

    def __init__(self, lexicon: Lexicon, documents: tuple[Document, ...]) -> None:
        self.lexicon = lexicon
        self.documents = documents
        self.surfaces = {each.path: each.surface for each in documents}
        self.said: list[Diagnostic] = []
        self.instruments: dict[str, Instrument] = {}
        self.folded: dict[str, tuple[str, ...]] = {}
        self.named: dict[str, Reading] = {}
        self.found: dict[Address, tuple[Provision, str]] = {}
        self.lettered: dict[Address, Span] = {}
        self.places: dict[Address, None] = {}
        self.unread: set[Address] = set()
        self.blind = False
        self.cases: list[Case] = []
        self.made: list[Act] = []
        self.commenced: list[Commenced] = []
        self.dated: dict[tuple[Address, date], tuple[Commenced, Span]] = {}
        self.codes: list[tuple[Address, NotCodable]] = []
        self.draft = Corpus()
        self.marks: dict[str, list[Known]] = {}
        self.kept: list[date] = []
        self.held: dict[str, date] = {}

    # ------------------------------------------------------------ instruments

    def headers(self) -> None:
        """The instruments: those of one number are one where their issuer is, and named with their issuers where it is not."""
        bearing: dict[str, dict[str, Instrument]] = {}
        for document in self.documents:
            for block in document.blocks:
                if isinstance(block, Header):
                    made = self.header(block)
                    headed = bearing.setdefault(fold_key(made.number), {})
                    before = headed.setdefault(made.issuer, made)
                    contents = one_of(before.contents, made.contents)
                    if contents is not None:  # the files of an instrument need not all say what it holds
                        before = headed[made.issuer] = evolve(before, contents=contents)
                        made = evolve(made, contents=contents)
                    if before != evolve(made, number=before.number):
                        self.said.append(diagnose("ER0402", block.span, instrument=made.number, places=(before.span,)))
                elif isinstance(block, Rulebook):
                    self.told(block)
        for number, by_issuer in bearing.items():
            found = tuple(evolve(each, shared=len(by_issuer) > 1) for each in by_issuer.values())
            self.instruments |= {each.address.home: each for each in found}
            self.folded[number] = tuple(each.address.home for each in found)
        self.draft = Corpus(self.instruments, folded=self.folded)
        for document in self.documents:
            for block in document.blocks:
                if isinstance(block, Header) and block.known is not None:
                    self.marks.setdefault(self.headed_by(block).address.home, []).append(block.known)

    def told(self, block: Rulebook) -> None:
        """What the rulebook says of itself: of several days up to which parts of it were kept, the earliest is that of the whole."""
        for each in block.statements:
            if isinstance(each, KeptTo):
                self.kept.append(each.day.day)
                continue
            for word in each.terms:
                term = self.lexicon.by_id.get(word.id)
                if word.kind != "body" and (term is None or term.role != "conclusion"):
                    name = (term.name("vi"), term.name("en")) if term is not None else (word.id, word.id)
                    self.said.append(diagnose("ER0407", word.span, name=name))
                else:
                    self.held[word.id] = min(each.since.day, self.held.get(word.id, each.since.day))

    def headed_by(self, block: Header) -> Instrument:
        """The instrument that *block* heads."""
        return self.draft.bearing(block.number or block.title, block.issuer.id)[0]

    def header(self, block: Header) -> Instrument:
        authority = self.lexicon.authorities.get(block.issuer.id)
        rank = getattr(authority, "rank", 0)
        until = block.until.day if block.until else None
        contents, wrong = contents_of(block)
        self.said += wrong
        names = (self.lexicon.names(block.issuer.kind, block.issuer.id, "vi")[0], self.lexicon.names(block.issuer.kind, block.issuer.id, "en")[0])
        number = block.number or block.title
        binding, issued = block.issued is not None, (block.issued or block.since).day
        made = Instrument(
            number, block.title, block.issuer.id, rank, issued, block.since.day, until, contents, names, binding=binding, span=block.span
        )
        self.not_before_issue(block.since.day, made, block.since.span)
        if until is not None and until <= made.since:
            self.said.append(
                diagnose(
                    "ER0405", block.until.span if block.until else block.span, case="reversed", first=made.since.isoformat(), last=until.isoformat()
                )
            )
            made = evolve(made, until=None)
        return made

    def not_before_issue(self, day: date, instrument: Instrument, span: Span) -> None:
        """A day of force from before the issue is a slip of the pen, unless a sentence of its own (`Apply … from …`) gives it."""
        if day < instrument.issued:
            self.said.append(diagnose("ER0417", span, day=day.isoformat(), issued=instrument.issued.isoformat()))

    # --------------------------------------------------------------- readings

    def readings(self) -> None:
        """The interpretations that have a name, wherever they stand."""
        for document in self.documents:
            for block in document.blocks:
                for each in block.statements if isinstance(block, Provision) else ():
                    if isinstance(each, Reading) and each.name:
                        before = self.named.setdefault(fold_key(each.name), evolve(each, surface=document.surface))
                        if before.span != each.span:
                            self.said.append(diagnose("ER0551", each.span, name=each.name, places=(before.span,)))

    def relied_on(self, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        """*statements* with the interpretations that they call by name written out."""
        if not any(isinstance(each, ByReading) for each in statements):
            return statements
        return tuple(found for each in statements for found in (self.called(each) if isinstance(each, ByReading) else (each,)))

    def called(self, statement: ByReading) -> Iterator[Reading]:
        found = self.named.get(fold_key(statement.name))
        if found is not None:
            yield found
        elif not self.blind:
            near = nearest(statement.name, [each.name for each in self.named.values()])
            self.said.append(diagnose("ER0550", statement.span, name=statement.name, expected=near, suggestion=f'"{near[0]}"' if near else None))

    # ------------------------------------------------------------- provisions

    def provisions(self) -> None:
        for document in self.documents:
            instrument: Instrument | None = None
            lost = False
            for block in document.blocks:
                match block:
                    case Header():
                        instrument, lost = self.headed_by(block), False
                    case Provision():
                        block = evolve(block, statements=self.relied_on(block.statements))
                        self.provision(block, self.home(block, instrument, lost), document.surface)
                    case Case():
                        self.cases.append(block)
                    case Unreadable():
                        lost = self.unreadable(block, instrument) or lost
                    case Vocabulary() | Rulebook():
                        pass

    def home(self, block: Provision, instrument: Instrument | None, lost: bool) -> Instrument | None:
        """The instrument in which a provision stands."""
        if instrument is None and not lost:
            self.said.append(diagnose("ER0305", block.span))
        return None if lost else instrument

    def unreadable(self, block: Unreadable, instrument: Instrument | None) -> bool:
        """Remember what could not be read; whether it may have been a header."""
        if block.place is None or instrument is None:
            self.blind = True
            return block.place is None
        self.unread.add(evolve(instrument.address, **{part: getattr(block.place, part) for part in PARTS}))
        return False

    def provision(self, block: Provision, instrument: Instrument | None, surface: str) -> None:
        if instrument is None:
            return
        address = self.draft.resolve(block.place, instrument.address)
        if address is None:
            return
        if not instrument.binding:
            said = (each for each in block.statements if not isinstance(each, SPEAKING))
            self.said += [diagnose("ER0412", each.span, instrument=in_both(instrument.address.text), address=spoken(address)) for each in said]
        marks = self.marks.get(instrument.address.home)
        if marks and not any(isinstance(each, Known) for each in block.statements):
            block = evolve(block, statements=(*block.statements, *marks))
        address = around(address)[-1]  # one object for one place: quicker to look up
        before = self.found.setdefault(address, (block, surface))
        if before[0] is not block:
            self.twice(address, block.place.span, before[0].place.span)
            return
        self.standing(address, block.statements, block.place.span)

    def standing(self, address: Address, statements: tuple[Statement, ...], span: Span) -> None:
        for place in around(address):
            self.places[place] = None
        for place in letters(statements, address):
            self.places[place] = None
            self.lettered.setdefault(place, span)

    def twice(self, address: Address, span: Span, before: Span) -> None:
        self.said.append(diagnose("ER0403", span, place=spoken(address), places=(before,), address=spoken(address)))

    # ------------------------------------------------------------------- acts

    def acts(self) -> None:
        for address, (block, surface) in self.found.items():
            if address in self.lettered:
                self.twice(address, block.place.span, self.lettered[address])
            instrument = self.instruments[address.home]
            lacking = instrument.contents.lacks(address) if instrument.contents else None
            if lacking is not None:
                self.said.append(diagnose("ER0540", block.place.span, place=spoken(lacking)))
            rest = tuple([each for each in block.statements if not isinstance(each, ACTS)])
            write = Act(
                "write",
                address,
                (address,),
                instrument,
                instrument.since,
                instrument.until,
                rest,
                block.restatement,
                surface=surface,
                span=block.place.span,
            )
            self.made.append(write)
            self.codes += [(address, each) for each in rest if isinstance(each, NotCodable)]
            if len(rest) < len(block.statements):
                self.acts_in(block.statements, address, instrument, None, surface)

    def acts_in(self, statements: tuple[Statement, ...], at: Address, instrument: Instrument, via: Act | None, surface: str) -> None:
        """Every act among *statements*, which stand at *at*, and those in their texts."""
        pending = [(statements, at, instrument, via)]
        while pending:
            statements, at, instrument, via = pending.pop()
            notes = tuple(each for each in statements if isinstance(each, Known | Reading))
            for place, statement in enumerate((each for each in statements if isinstance(each, ACTS)), 1):
                for act in self.act(statement, at, instrument, place, via, notes, surface):
                    self.made.append(act)
                    if act.kind in ("replace", "insert"):
                        self.standing(act.target, act.text, act.span)
                        if any(isinstance(each, ACTS) for each in act.text) and act.target.home in self.instruments:
                            pending.append((act.text, act.target, self.instruments[act.target.home], act))

    def act(
        self,
        statement: WrittenAct,
        at: Address,
        instrument: Instrument,
        place: int,
        via: Act | None,
        notes: tuple[Known | Reading, ...],
        surface: str,
    ) -> Iterator[Act]:
        base = Act(
            "write",
            at,
            (),
            instrument,
            max(instrument.since, via.since) if via else instrument.since,
            instrument.until,
            place=place * 1000,
            via=via,
            surface=surface,
            span=statement.span,
        )
        match statement:
            case Replace(target, text):
                for found in self.targets((target,), at):
                    yield evolve(base, kind="replace", targets=(found,), text=text + _unless_said(notes, text))
            case Insert(target, after, text):
                for found in self.inserted(target, after, at):
                    yield evolve(base, kind="insert", targets=(found,), text=text + _unless_said(notes, text))
            case Repeal(targets, since):
                if since is not None:
                    self.not_before_issue(since.day, via.instrument if via else instrument, since.span)
                for number, found in enumerate(self.targets(targets, at)):
                    day = since.day if since else base.since
                    yield evolve(
                        base,
                        kind="repeal",
                        targets=(found,),
                        since=day,
                        place=base.place + number,
                        until=None if since else base.until,
                        temporary=False,
                    )
            case Substitute(targets, old, new):
                for number, found in enumerate(self.targets(targets, at)):
                    yield evolve(base, kind="substitute", targets=(found,), old=old, new=new, text=notes, place=base.place + number)
            case Transition(references, when, term):
                places = tuple(self.targets(references, at))
                if places:
                    yield evolve(base, kind="transition", targets=places, when=when, term=term.id if term else None, text=notes)
            case Commencement():
                self.commencement(statement, tuple(self.targets(statement.references, at)), at, instrument, Notes(notes, surface))

    def commencement(self, statement: Commencement, places: tuple[Address, ...], at: Address, instrument: Instrument, notes: Notes) -> None:
        since, until = statement.since.day, statement.until.day if statement.until else None
        if until is not None and until <= since:
            self.said.append(diagnose("ER0405", statement.span, case="reversed", first=since.isoformat(), last=until.isoformat()))
        elif places:
            self.commenced.append(made := Commenced(places, since, until, at, instrument.issued, notes))
            self.once(made, statement.span)

    def once(self, made: Commenced, span: Span) -> None:
        """Of two provisions of one day of issue that date a place, neither is the later: they must agree."""
        for place in made.places:
            before, where = self.dated.setdefault((place, made.issued), (made, span))
            if (before.since, before.until) != (made.since, made.until):
                act, other = spoken(made.at), spoken(before.at)
                self.said.append(diagnose("ER0416", span, case="days", act=act, other=other, place=spoken(place), address=act, places=(where,)))

    def targets(self, references: tuple[Reference, ...], at: Address) -> Iterator[Address]:
        for reference in references:
            found = self.draft.resolve(reference, at)
            if found is None:
                self.said.append(diagnose("ER0401", reference.span, place=_as_written(reference)))
            elif found.home not in self.instruments:
                self.unknown_instrument(found, reference.span)
            else:
                yield found

    def inserted(self, target: Reference, after: Reference | None, at: Address) -> Iterator[Address]:
        """The place of an insertion; the parts it leaves out are those of the place after which it comes."""
        if after is None or target.instrument is not None:
            yield from self.targets((target,), at)
            return
        for place in self.targets((after,), at):
            yield from self.targets((target,), place)

    # ------------------------------------------------------------- references

    def unknown_instrument(self, place: Address, span: Span) -> None:
        """Nobody knows the instrument of *place*, or its number does not tell which is meant."""
        if self.blind:
            return
        surface = self.surfaces.get(span.path, "vi")
        bearing = self.draft.bearing(place.instrument)
        if bearing and place.namesake is None:
            said = tuple(each.address.text(surface) for each in bearing)
            self.said.append(diagnose("ER0410", span, place=place.instrument, expected=said, suggestion=said[0]))
            return
        near = tuple(each.address.text(surface) for each in bearing) or nearest(place.instrument, [each.number for each in self.instruments.values()])
        self.said.append(diagnose("ER0401", span, place=in_both(place.whole.text), expected=near, suggestion=near[0] if near else None))

    def check_references(self) -> None:
        """What statements refer to must be written somewhere, at some time."""
        self.draft = evolve(self.draft, places=self.places, unread=frozenset(self.unread), blind=self.blind)
        for act in self.made:
            here = act.target if act.kind in ("write", "replace", "insert") else act.at
            for reference in references_in(act.text) if act.text else ():
                self.check(reference, here)
            for reference in references_in(act.when) if act.when else ():
                self.check(reference, act.at)
            if act.kind == "transition":
                for place in act.targets:
                    if not self.draft.exists(place):
                        self.unknown_place(place, act.span)

        for case in self.cases:
            for reference in filter(None, (case.expected.under, *case.expected.amended_by)):
                meant = self.draft.resolve(reference, Address(reference.instrument or ""))
                if meant is not None and meant.home not in self.instruments and self.draft.bearing(meant.instrument):
                    self.unknown_instrument(meant, reference.span)

    def check(self, reference: Reference, here: Address) -> None:
        place = self.draft.resolve(reference, here)
        if place is None:
            self.said.append(diagnose("ER0401", reference.span, place=_as_written(reference), address=spoken(here)))
        elif place.home not in self.instruments:
            self.unknown_instrument(place, reference.span)
        elif not self.draft.exists(place):
            self.unknown_place(place, reference.span)

    def unknown_place(self, place: Address, span: Span) -> None:
        near = nearest_place(place, self.places)
        words = near.text(self.surfaces.get(span.path, "vi")) if near else None
        self.said.append(diagnose("ER0401", span, place=spoken(place), expected=(words,) if words else (), suggestion=words))

    def corpus(self) -> Corpus:
        made = tuple(sorted(self.made, key=lambda act: act.key))
        cases = tuple(sorted(self.cases, key=lambda case: (case.span.path, case.span.start)))
        return Corpus(
            self.instruments,
            made,
            tuple(self.commenced),
            self.places,
            frozenset(self.unread),
            self.blind,
            cases,
            tuple(self.codes),
            self.folded,
            min(self.kept, default=None),
            self.held,
        )


def _unless_said(notes: tuple[Statement, ...], text: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The notes of an amending provision hold for what it writes, unless that says itself how it is known."""
    said = any(isinstance(each, Known) for each in text)
    return tuple(each for each in notes if not (said and isinstance(each, Known)))


def _as_written(reference: Reference) -> str:
    parts = [f"{part} {value}" for part in reversed(PARTS) if (value := getattr(reference, part)) is not None]
    return " ".join((*parts, reference.instrument or "")).strip()

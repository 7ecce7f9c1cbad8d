"""Declarations are read first, of all files: they are the words that rules may use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from attrs import evolve

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.passed import Passed
from ..languages import LANGS
from ..source.file import SourceFile
from ..source.span import Span
from ..source.text import fold_key, nearest
from ..source.text import folded as fold
from ..tree.types import Clock, Day, ListOf, Member, Moment, Number, OneOf, Picked, Record, Term, Text, Type, Unit, YesNo
from .clash import clashes
from .cut import cut
from .declared import Declared, extents, read_declarations
from .lexicon import Authority, Body, Lexicon
from .words import words_of, yes_or_no

_PLAIN: dict[str, Type] = {
    "yes_no": YesNo(),
    "day": Day(),
    "day_asked": Day(asked=True),
    "clock": Clock(),
    "event": Day(),
    "timed_event": Moment(),
    "text": Text(),
}
EVENTS = ("event", "timed_event")


def declare(files: Iterable[SourceFile]) -> Passed[Lexicon]:
    """Every name that rules may use, from the vocabulary blocks of all *files*; a name that is declared twice, or covers another, is said.

    The files of a base are declared by themselves first: what stands on top of them may not change how they are read.
    """
    files = tuple(sorted(files, key=lambda file: not file.base))
    below = tuple(file for file in files if file.base)
    if not below or len(below) == len(files):
        return _declare(files)
    base = _declare(below)
    whole = _declare(files, base.value, frozenset(file.path for file in below))
    before = {(each.code, each.span, each.data) for each in base.diagnostics}
    return Passed(whole.value, (*base.diagnostics, *(each for each in whole.diagnostics if (each.code, each.span, each.data) not in before)))


def _declare(files: tuple[SourceFile, ...], base: Lexicon | None = None, below: frozenset[str] = frozenset()) -> Passed[Lexicon]:
    by_path = {file.path: file for file in files}
    declared: list[Declared] = []
    said: list[Diagnostic] = []
    lost: list[str] = []
    for file in files:
        for block in cut(file).value:
            if block.kind == "vocabulary":
                read = read_declarations(file, block.body.start, block.body.end)
                declared += read.value
                said += read.diagnostics
                lost += _around(file, block.body, read.diagnostics)
            elif block.kind == "stray":  # it may be a vocabulary whose heading is misspelt
                lost.append(file.folded[block.body.start : block.body.end])
    made = _Maker(declared)
    lexicon = evolve(made.run(), lost=tuple(lost), base=base, below=below)
    said += (_at_name(each, by_path) if each.code == "ER0202" else each for each in made.said)
    for surface in LANGS:
        said += (_at_name(each, by_path) for each in clashes(lexicon, surface))
    return Passed(lexicon, tuple(said))


def _at_name(said: Diagnostic, files: Mapping[str, SourceFile]) -> Diagnostic:
    """*said* of a declaration, at the name in it that is meant; a form that was derived stands at what it was derived from."""
    file = files.get(said.span.path) if said.span else None
    name = dict(said.data)["name"]
    if file is None or said.span is None or not isinstance(name, str):
        return said
    words = name.split()
    for tried in (words, words[1:]):
        if not tried:
            continue
        found = re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, tried)) + r"(?!\w)", file.folded[said.span.start : said.span.end])
        if found:
            return evolve(said, span=Span(said.span.path, said.span.start + found.start(), said.span.start + found.end()))
    return said


def _around(file: SourceFile, body: Span, said: Iterable[Diagnostic]) -> list[str]:
    """The declarations that could not be read, as folded text."""
    places = [each.span.start for each in said if each.span is not None]
    if not places:
        return []
    every = extents(file, body.start, body.end)
    return [file.folded[first:last] for first, last in every if any(first <= place < last for place in places)]


class _Maker:
    """Scratch state of making the lexicon of all declarations."""

    def __init__(self, declared: list[Declared]) -> None:
        self.declared = declared
        self.said: list[Diagnostic] = []
        self.spans: dict[str, Span] = {}
        self.units: dict[str, Unit] = {}
        self.by_name: dict[str, Declared] = {}
        self.about_once: dict[tuple[str, str], Declared] = {}
        self.unit_names: dict[tuple[int, str], tuple[str, Span]] = {}
        # a unit that one declaration names in both languages may be named in the first alone elsewhere
        self.in_english = {fold_key(name): each.unit[1] for each in reversed(declared) if each.unit and each.unit[1] for name in each.unit[0]}

    def run(self) -> Lexicon:
        authorities, bodies, terms = {}, {}, []
        lies_in: dict[str, tuple[str, ...]] = {}
        for each in self.declared:
            id = each.names[1][0]
            if id in self.spans:
                self.said.append(diagnose("ER0202", each.span, name=id, places=(self.spans[id],)))
                continue
            self.spans[id] = each.span
            for name in (*each.names[0], *each.names[1]):
                self.by_name.setdefault(fold_key(name), each)
        for rank, each in enumerate(self.declared):
            id = each.names[1][0]
            if self.spans.get(id) != each.span:
                continue
            if each.form in ("authority", "actor"):
                authorities[id] = Authority(id, *each.names, each.rank)
            elif each.form == "body":
                bodies[id] = Body(id, *each.names)
            else:
                term = self.term(each, rank)
                if term is not None:
                    terms.append(term)
                    if isinstance(term.type, OneOf) and term.type.owner != term.id and any(each.says):
                        lies_in[term.type.owner] = (*lies_in.get(term.type.owner, ()), term.id)
        return Lexicon(tuple(terms), self.units, authorities, bodies, lies_in, self.spans)

    def term(self, each: Declared, rank: int) -> Term | None:
        type = self.type(each)
        if type is None:
            return None
        about = self.by_name[fold_key(each.about)].names[1][0] if each.form in ("decision_on", "actual_day") else None
        decides, done = (about, None) if each.form == "decision_on" else (None, about)
        concluded = each.conclusion or each.form in EVENTS
        role = "conclusion" if concluded else "decision" if decides else "fact"
        if any(each.presumed) and (role != "fact" or not isinstance(type, YesNo)):
            self.said.append(diagnose("ER0207", each.span, found=" | ".join(filter(None, each.presumed))[:80]))
        if about is not None and not self.first(each, about):
            return None
        if isinstance(type, Day) and type.asked:
            before = self.about_once.setdefault((each.form, ""), each)
            if before is not each:
                self.said.append(diagnose("ER0209", each.span, words=each.names[0][0], case="asked", places=(before.span,)))
        plain = isinstance(type, YesNo)  # says its yes and no with its name where a language has no words for them
        return Term(
            each.names[1][0],
            each.names,
            role,
            type,
            each.asks,
            decides,
            each.says if plain else _in_both(each.says),
            each.otherwise if plain else _in_both(each.otherwise),
            each.unsure,
            rank,
            done,
            self.among(each),
            each.presumed,
            self.whose(each),
        )

    def first(self, each: Declared, about: str) -> bool:
        """Whether *each* is the only decision on what it is *about*, or its only actual day; says so where it is not."""
        before = self.about_once.setdefault((each.form, about), each)
        if before is not each:
            said = " ".join((words_of("vi").words[each.form], each.about)), " ".join((words_of("en").words[each.form], about))
            self.said.append(diagnose("ER0209", each.span, words=said, case="about", places=(before.span,)))
        return before is each

    def type(self, each: Declared) -> Type | None:
        if each.form in ("whole", "number"):
            return Number(each.least, each.most, self.unit(each), each.form == "whole")
        if each.form == "one_of":
            return OneOf(tuple(self.member(member) for member in each.members), each.names[1][0], self.binding(each))
        if each.form in ("as", "decision_on"):
            about = self.about(each)
            if about is None:
                return None
            type = self.type(about)
            return evolve(type, binding=self.binding(each)) if isinstance(type, OneOf) else type
        if each.form == "actual_day":
            about = self.about(each)
            return self.type(about) if about is not None else None
        if each.form == "list_of":
            fields = [self.by_name.get(fold_key(name)) for name in each.fields]
            for name, found in zip(each.fields, fields, strict=True):
                if found is None:
                    self.unknown(each, name)
            kept = tuple((found.names[1][0], type) for found in fields if found is not None and (type := self.type(found)) is not None)
            return ListOf(Record(each.names[1][0], kept))
        return _PLAIN[each.form]

    def about(self, each: Declared) -> Declared | None:
        """What *each* is a decision on, is declared like, or is the actual day of."""
        about = self.by_name.get(fold_key(each.about))
        fits = about is not None and about is not each and about.form not in ("as", "decision_on", "actual_day")
        if not fits or (each.form == "actual_day" and about is not None and about.form not in EVENTS):
            self.unknown(each, each.about)
            return None
        return about

    def among(self, each: Declared) -> str | None:
        """The count of which *each* counts a part."""
        if not each.among:
            return None
        whole = self.by_name.get(fold_key(each.among))
        if whole is None or whole is each or whole.form != "whole" or whole.unit is None:
            self.unknown(each, each.among)
            return None
        return whole.names[1][0]

    def whose(self, each: Declared) -> Picked | None:
        """Which of those listed *each* counts, by a field that is declared and a value of it."""
        if each.whose is None:
            return None
        name, key, said = each.whose
        of = self.by_name.get(fold_key(name))
        if of is None:
            self.unknown(each, name)
            return None
        value = _value_of(of, key, said)
        if value is None:
            self.said.append(diagnose("ER0207", each.span, found=said[:80]))
            return None
        return Picked(of.names[1][0], value, key != "is_not")

    def unknown(self, each: Declared, name: str) -> None:
        """Says that *each* leans on a name that nobody declared."""
        near = nearest(name, (known for known, other in self.by_name.items() if other is not each))
        self.said.append(diagnose("ER0201", each.span, words=name, expected=near, suggestion=near[0] if near else None))

    def member(self, member: Member) -> Member:
        en = member.en or member.vi
        return Member(en[0], member.vi, en, member.since, member.until)

    def unit(self, each: Declared) -> str:
        if each.unit is None:
            return ""
        vi, en = each.unit
        en = en or self.in_english.get(fold_key(vi[0]), vi)
        unit = Unit(en[0], vi, en)
        known = self.units.get(unit.id)
        if known is not None:
            unit = Unit(unit.id, tuple(dict.fromkeys((*known.vi, *vi))), tuple(dict.fromkeys((*known.en, *unit.en))))
        self.units[unit.id] = unit
        for side, names in enumerate((unit.vi, unit.en)):
            for name in names:
                first = self.unit_names.setdefault((side, fold_key(name)), (unit.id, each.span))
                if first[0] != unit.id:  # "5 người" would be said of two units
                    self.said.append(diagnose("ER0202", each.span, name=fold(name), places=(first[1],)))
        return unit.id

    def binding(self, each: Declared) -> tuple[str, tuple[str, ...]] | None:
        if each.binding is None:
            return None
        term, members = each.binding
        about = self.by_name.get(fold_key(term))
        if about is None:
            self.unknown(each, term)
            return None
        ids = {fold_key(name): self.member(member).id for member in about.members for name in (*member.vi, *member.en)}
        unknown = [name for name in members if fold_key(name) not in ids]
        if unknown:
            self.said.append(diagnose("ER0508", each.span, name=unknown[0], list=about.names[0][0]))
            return None
        return about.names[1][0], tuple(ids[fold_key(name)] for name in members)


def _in_both(pair: tuple[str, str]) -> tuple[str, str]:
    """Words for both languages: those of the one that has them stand for the other too."""
    vi, en = pair
    return vi or en, en or vi


def _value_of(of: Declared, key: str, said: str) -> str | bool | int | None:
    """The value of the field *of* that is *said*; None where it has no such value. Of a day, the years that a person is not yet old."""
    if (of.form == "day") is not (key == "not_yet"):
        return None
    if of.form == "day":
        return int(said) if said.isascii() and said.isdigit() and len(said) < 4 else None
    if of.form == "one_of":
        return next(((each.en or each.vi)[0] for each in of.members if fold_key(said) in map(fold_key, (*each.vi, *each.en))), None)
    if of.form == "yes_no":
        return yes_or_no(said)
    return said if of.form == "text" else None

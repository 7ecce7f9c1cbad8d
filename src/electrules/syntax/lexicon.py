"""The lexicon: every declared word with what it means, and the tries from which the lexer takes the longest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import count
from typing import TypeAlias

from attrs import define, field, frozen

from ..kept import Kept
from ..languages import LANGS
from ..source.span import NOWHERE, Span
from ..source.text import fold_key, nearest
from ..source.text import folded as fold
from ..tree.types import Member, Number, OneOf, Term, Unit, YesNo
from ..values.wording import base_form
from .places import starting_words
from .table import Keyword, Part, constructs, free_keywords, keyword_terminals
from .token import lexemes
from .words import words_of
from .written import Word

Trie: TypeAlias = dict[str, "Trie | tuple[str, str]"]


@frozen
class Authority:
    """An authority that issues, decides or acts; *rank* of what it issues (1 is the highest), 0 where it issues nothing."""

    id: str
    vi: tuple[str, ...]
    en: tuple[str, ...]
    rank: int = 0


@frozen
class Body:
    """A body of which rules require a composition."""

    id: str
    vi: tuple[str, ...]
    en: tuple[str, ...]


@frozen
class Phrase:
    """A declared phrase in one surface: folded words, the terminal it is, the id it means, and where it was declared."""

    words: str
    terminal: str
    id: str
    span: Span = field(default=NOWHERE, eq=False)


@define(frozen=True, slots=False)
class Lexicon:
    """Every declared word of a rulebook. *spans* says where each id was declared; *lost* are declarations that could not be read, as folded text.

    *lies_in* gives for the term that declares a list those by which a unit lies in its members. *base* are the words of the files
    *below*, on which the others are laid: those are read with them alone, whatever is declared on top.
    """

    terms: tuple[Term, ...] = ()
    units: Mapping[str, Unit] = field(factory=dict)
    authorities: Mapping[str, Authority] = field(factory=dict)
    bodies: Mapping[str, Body] = field(factory=dict)
    lies_in: Mapping[str, tuple[str, ...]] = field(factory=dict)
    spans: Mapping[str, Span] = field(factory=dict)
    lost: tuple[str, ...] = ()
    base: Lexicon | None = None
    below: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """Terms by their English id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def words(self) -> int:
        """A number that two lexicons share if they declare the same, wherever that stands."""
        declared = (tuple(each.items()) for each in (self.units, self.authorities, self.bodies, self.lies_in))
        said = (self.terms, *declared, self.base.words if self.base else 0)
        found = _SAME.get(said)
        if found is None:
            found = next(_COUNTED)
            _SAME.keep(said, found)
        return found

    @cached_property
    def _by_name(self) -> dict[str, Term]:
        return {fold_key(name): term for term in self.terms for name in (*term.names[1], *term.names[0])}

    def names_term(self, name: str) -> bool:
        """Whether *name* is the name of a term, in either language and any writing."""
        return fold_key(name) in self._by_name

    def renamed(self, name: str, surface: str) -> str:
        """A term's name, in whichever language, as *surface* writes it; what names no term stays."""
        term = self._by_name.get(fold_key(name))
        return name if term is None else term.names[surface == "en"][0]

    def member_renamed(self, name: str, of: str, surface: str) -> str:
        """The name of a member of the list of the term called *of*, likewise."""
        term = self._by_name.get(fold_key(of))
        for member in term.type.members if term is not None and isinstance(term.type, OneOf) else ():
            if fold_key(name) in map(fold_key, (*member.vi, *member.en)):
                return (member.en if surface == "en" else member.vi)[0]
        return name

    def reading(self, path: str) -> Lexicon:
        """The words with which the file at *path* is read: a file on top never changes how one below it is read."""
        return self.base if self.base is not None and path in self.below else self

    def term(self, id: str) -> Term:
        """The term with this id."""
        return self.by_id[id]

    def facts_with_unit(self, unit: str) -> tuple[Term, ...]:
        """The facts counted in *unit*."""
        return tuple(each for each in self.terms if each.role == "fact" and getattr(each.type, "unit", None) == unit)

    def conclusions_with_unit(self, unit: str) -> tuple[Term, ...]:
        """The conclusions counted in *unit*."""
        return tuple(each for each in self.terms if each.role == "conclusion" and getattr(each.type, "unit", None) == unit)

    @cached_property
    def _lists(self) -> dict[str, dict[str, Member]]:
        found: dict[str, dict[str, Member]] = {}
        for term in self.terms:
            if isinstance(term.type, OneOf) and term.type.owner == term.id:
                for member in term.type.members:
                    found.setdefault(member.id, {}).setdefault(term.id, member)
        return found

    @cached_property
    def shared(self) -> frozenset[str]:
        """The members that stand on more than one list."""
        return frozenset(member for member, lists in self._lists.items() if len(lists) > 1)

    def lists_with(self, member: str) -> Mapping[str, Member]:
        """The member as each list has it, by the term that declares the list."""
        return self._lists.get(member, {})

    def list_of(self, word: Word) -> str:
        """The term that declares the list of which a member is said: as its sentence decided, or the only one ("": none)."""
        return word.of or next(iter(self.reading(word.span.path).lists_with(word.id) or self.lists_with(word.id)), "")

    def names(self, kind: str, id: str, surface: str, of: str = "") -> tuple[str, ...]:
        """How a `Word` of *kind* (a member of the list *of* a term) is written in *surface*, the first the one that the printer takes."""
        at = 1 if surface == "en" else 0
        if kind in ("term", "flag"):
            return self.by_id[id].names[at]
        if kind == "verb":
            return (self.by_id[id].yes[at],)
        if kind == "absent":
            return (self.by_id[id].no[at],)
        if kind == "member":
            lists = self.lists_with(id)
            member = lists.get(of) or next(iter(lists.values()))
            return member.en if at else member.vi
        holder = {"unit": self.units, "authority": self.authorities, "body": self.bodies}[kind][id]
        return holder.en if at else holder.vi  # type: ignore[attr-defined, no-any-return]

    # ---------------------------------------------------------------- phrases

    def phrases(self, surface: str) -> Iterator[Phrase]:
        """Every declared phrase of a surface but the units."""
        at = 1 if surface == "en" else 0
        for term in self.terms:
            span = self.spans.get(term.id, NOWHERE)
            if isinstance(term.type, YesNo):
                for words, terminal in flag_forms(term, surface):
                    yield Phrase(fold(words), terminal, term.id, span)
                continue
            for name in term.names[at]:
                yield Phrase(fold(name), "TERM", term.id, span)
            if term.yes[at] and has_verb(term):
                yield Phrase(fold(term.yes[at]), "VERB", term.id, span)
            if term.no[at] and term.role == "conclusion":
                yield Phrase(fold(term.no[at]), "ABSENT", term.id, span)
            if isinstance(term.type, OneOf) and term.type.owner == term.id:
                for member in term.type.members:
                    for name in member.en if at else member.vi:
                        yield Phrase(fold(name), "MEMBER", member.id, span)
        for terminal, holders in (("AUTHORITY", self.authorities), ("BODY", self.bodies)):
            for holder in holders.values():
                for name in holder.en if at else holder.vi:
                    yield Phrase(fold(name), terminal, holder.id, self.spans.get(holder.id, NOWHERE))

    def trie(self, surface: str) -> Trie:
        """Keywords and declared phrases of a surface, by words."""
        return self._vi_trie if surface == "vi" else self._en_trie

    def units_trie(self, surface: str) -> Trie:
        """The units of a surface, by words."""
        return self._vi_units if surface == "vi" else self._en_units

    @cached_property
    def _vi_trie(self) -> Trie:
        return self._make_trie("vi")

    @cached_property
    def _en_trie(self) -> Trie:
        return self._make_trie("en")

    @cached_property
    def _vi_units(self) -> Trie:
        return self._make_units("vi")

    @cached_property
    def _en_units(self) -> Trie:
        return self._make_units("en")

    def _make_trie(self, surface: str) -> Trie:
        trie: Trie = {}
        for phrase in self.phrases(surface):
            _plant(trie, phrase.words, (phrase.terminal, phrase.id))
        for words, terminal in keyword_terminals(surface).items():
            _plant(trie, fold(words), (terminal, words))
        return trie

    def _make_units(self, surface: str) -> Trie:
        trie: Trie = {}
        for unit in self.units.values():
            for name in unit.en if surface == "en" else unit.vi:
                _plant(trie, fold(name), ("UNIT", unit.id))
        return trie

    # --------------------------------------------------------- for the lexer

    def noise(self, surface: str) -> frozenset[str]:
        """Words that carry no meaning."""
        return noise_words(surface)

    def place_words(self, surface: str) -> frozenset[str]:
        """Words with which a reference may begin."""
        return _starting(surface)

    def wording_terminals(self, surface: str) -> frozenset[str]:
        """Keyword terminals after which words of the law stand in quotation marks, to be replaced or put in their place."""
        return _wording(surface)

    def free_terminals(self, surface: str) -> frozenset[str]:
        """Keyword terminals after whose colon free text stands."""
        return _free(surface)

    def after_free(self, surface: str) -> re.Pattern[str]:
        """What goes on after free text and a semicolon: a keyword with its colon."""
        return _after_free(surface)

    def quoting_terminals(self, surface: str) -> frozenset[str]:
        """Keyword terminals after whose colon a quotation of provisions may stand."""
        return _quoting(surface)

    def between_terminals(self, surface: str) -> frozenset[str]:
        """Keyword terminals that may stand between a number and its unit ("1 further deputy")."""
        return _between(surface)

    def counting_terminals(self, surface: str) -> frozenset[str]:
        """Keyword terminals after which a unit stands though no number does ("for each deputy")."""
        return _counting(surface)

    def candidates(self, surface: str) -> tuple[tuple[str, str], ...]:
        """The declared names, units, keywords and words of places, each with the terminal as which it is read: what a misspelt word may mean."""
        return self._candidates[surface]

    def nearest(self, words: str, surface: str) -> tuple[str, ...]:
        """The declared names and keywords that *words* resemble."""
        return tuple(nearest(words, (each for each, _ in self.candidates(surface))))

    @cached_property
    def _candidates(self) -> dict[str, tuple[tuple[str, str], ...]]:
        return {surface: tuple(dict.fromkeys(self._read_as(surface))) for surface in LANGS}

    def _read_as(self, surface: str) -> Iterator[tuple[str, str]]:
        yield from ((each.words, each.terminal) for each in self.phrases(surface))
        yield from ((words, terminal) for words, terminal in keyword_terminals(surface).items())
        for unit in self.units.values():
            yield from ((fold(name), "UNIT") for name in (unit.en if surface == "en" else unit.vi))
        yield from ((words, "ONEPLACE") for words in _starting(surface))
        yield from ((words, "PLACES") for words in _starting(surface))


_SAME: Kept[int] = Kept(64)
_COUNTED = count(1)


def has_verb(term: Term) -> bool:
    """Whether what a term says is a verb: a conclusion's, a number's, or that of a list of its own ("thuộc" of one declared like another is none)."""
    owns = isinstance(term.type, OneOf) and term.type.owner == term.id
    return not isinstance(term.type, YesNo) and (term.role == "conclusion" or isinstance(term.type, Number) or owns)


def flag_forms(term: Term, surface: str) -> Iterator[tuple[str, str]]:
    """Every form of a yes/no term in *surface*, with the terminal it is: its names, its yes-form, its no-forms."""
    at = 1 if surface == "en" else 0
    for name in term.names[at]:
        yield name, "FLAG"
    yes, no = yes_form(term, surface), no_form(term, surface)
    if fold(yes) not in map(fold, term.names[at]):  # a name that is also the yes-form remains a name
        yield yes, "YES"
        if surface == "en" and yes.startswith("has "):  # "must have a dormitory"
            yield f"have {yes.removeprefix('has ')}", "YES"
    forms = dict.fromkeys([no, *(f"{_NOT[surface]} {name}" for name in term.names[at])])
    if not term.no[at]:
        forms |= dict.fromkeys(_denied(yes, surface))
    for form in forms:
        yield form, "NO"


_NOT = {"vi": "không", "en": "not"}
_AUXILIARIES = ("is", "are", "has", "was", "lies")


def yes_form(term: Term, surface: str) -> str:
    """How a rule says that the term is yes."""
    at = 1 if surface == "en" else 0
    return term.yes[at] or term.names[at][0]


def no_form(term: Term, surface: str) -> str:
    """How a rule says that the term is no; derived from the yes-form unless declared."""
    at = 1 if surface == "en" else 0
    if term.no[at]:
        return term.no[at]
    if surface == "en":
        return f"not {term.names[at][0]}"
    return f"không {yes_form(term, surface)}"


def _denied(yes: str, surface: str) -> tuple[str, ...]:
    """How the yes-form is denied: "is not …" and "not …", "does not have …" and "has no …", "does not belong …"."""
    head, _, rest = yes.partition(" ")
    if surface == "en" and head in _AUXILIARIES and rest:
        bare = rest.removeprefix("a ").removeprefix("an ")
        have = (f"has no {bare}", f"does not have {rest}") if head == "has" else ()
        short = (f"not {rest}",) if head in ("is", "are", "was") else ()
        return (f"{head} not {rest}", *have, *short)
    plain = f"{_NOT[surface]} {yes}"
    return (plain, f"does not {' '.join((base_form(head), rest)).strip()}") if surface == "en" and base_form(head) else (plain,)


def _plant(trie: Trie, words: str, payload: tuple[str, str]) -> None:
    node = trie
    for piece in lexemes(words, 0, len(words)):
        node = node.setdefault(piece.text, {})  # type: ignore[assignment]
    if node is not trie:
        node[""] = payload


def noise_words(surface: str) -> frozenset[str]:
    """Words of *surface* that carry no meaning ("the")."""
    return words_of(surface).noise


@cache
def _starting(surface: str) -> frozenset[str]:
    return starting_words(surface)


@cache
def _free(surface: str) -> frozenset[str]:
    names = keyword_terminals(surface)
    return frozenset(names[words] for words in free_keywords(surface))


@cache
def _after_free(surface: str) -> re.Pattern[str]:
    words = "|".join(re.escape(each).replace("\\ ", r"\s+") for each in sorted(free_keywords(surface)))
    return re.compile(rf"\s*(?:{words})\s*:")


@cache
def _quoting(surface: str) -> frozenset[str]:
    return _keywords_before(surface, 2, "quoted")


@cache
def _wording(surface: str) -> frozenset[str]:
    return _keywords_before(surface, 1, "wording")


@cache
def _between(surface: str) -> frozenset[str]:
    return _keywords_before(surface, 1, "unit")


@cache
def _counting(surface: str) -> frozenset[str]:
    return _keywords_before(surface, 1, "unit", first=True)


def _keywords_before(surface: str, steps: int, category: str, *, first: bool = False) -> frozenset[str]:
    """The keyword terminals that stand *steps* before a part of *category* (*first*: where they begin the pattern)."""
    names = keyword_terminals(surface)
    found = set()
    for row in constructs().rows:
        for pattern in row.patterns(surface):
            for place, element in enumerate(pattern.elements):
                before = pattern.elements[place - steps] if place == steps or (place > steps and not first) else None
                if isinstance(element, Part) and element.category == category and isinstance(before, Keyword):
                    found.add(names[before.words])
    return frozenset(found)

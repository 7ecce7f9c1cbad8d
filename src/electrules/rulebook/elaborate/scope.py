"""The scope of a statement: where it stands, what its words mean, and what is said about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from attrs import define, evolve, field

from ...corpus.place import spoken
from ...corpus.version import Version
from ...diagnostics.diagnostic import Diagnostic, Said, diagnose
from ...source.citation import Address, Citation
from ...source.span import Span
from ...syntax.lexicon import Lexicon
from ...syntax.written import Convention, Reference, Word
from ...tree.nodes import Any, Conclusion, Expr, Fact
from ...tree.types import Day, Term
from .names import ROLES, term_name
from .words import Words


class Places(Protocol):
    """What a statement may ask about places."""

    def resolve(self, reference: Reference, here: Address) -> Address | None:
        """The place that *reference* means where it stands *here*."""


class Surroundings(Protocol):
    """What a statement may ask about the rest of the law in force."""

    def covered(self, place: Address, applied: Applied | None, used: dict[str, None], among: Collection[str] | None = None) -> tuple[Expr, ...]:
        """The cases of what stands at *place*: the subject conditions of its statements, with another subject where they are *applied* to it.

        The conclusions that they use are added to *used*. *among*: of those versions alone, by their keys.
        """

    def lends(self) -> bool:
        """Whether one more statement may be applied by reference: all law together may repeat only so many."""

    def conventions(self, instrument: str) -> tuple[tuple[Version, Convention], ...]:
        """How the periods of *instrument* are counted, and the versions that say so."""

    def standing(self, place: Address) -> tuple[tuple[Version, Address | None], ...]:
        """What stands at or below *place* (None), or holds it as a letter (that place)."""


@define(frozen=True)
class Applied:
    """A provision applied by reference: the condition *subject* stands for the units *replaced* of which the provision speaks."""

    subject: Expr
    replaced: frozenset[str]


@define
class Scope:
    """Scratch state of elaborating one statement: *said* is shared by all scopes of a run.

    *trail* are the statements on whose behalf this one is applied by reference; *used* are the conclusions used; a *mute* scope
    says nothing. What is applied by reference may count from another day than the day asked about: *counted_from*; *instead*
    are the words that stand there for those of the provision, by what these mean, and *met* are those that were come across.
    *holding* are the conditions that hold where a value is worked out.
    """

    lexicon: Lexicon
    words: Words
    corpus: Places
    here: Address
    citation: Citation
    around: Surroundings
    said: list[Diagnostic]
    lang: str = "vi"
    applied: Applied | None = None
    trail: tuple[tuple[str, int], ...] = ()
    used: dict[str, None] = field(factory=dict)
    mute: bool = False
    counted_from: Term | None = None
    instead: Mapping[str, Word] = field(factory=dict)
    met: dict[str, None] = field(factory=dict)
    holding: tuple[Expr, ...] = ()

    def at(self, citation: Citation) -> Scope:
        """The same scope, citing a place inside the provision."""
        return self if citation is self.citation else evolve(self, citation=citation)

    def quiet(self) -> Scope:
        """The same scope, which says nothing: for looking at what is elaborated elsewhere."""
        return evolve(self, mute=True)

    def say(
        self, code: str, span: Span | None, *, expected: Iterable[str] = (), places: Iterable[Span] = (), suggestion: str | None = None, **data: Said
    ) -> None:
        """Say something about the statement."""
        if not self.mute:
            address = spoken(self.here)[1 if self.lang == "en" else 0]
            self.said.append(diagnose(code, span, expected=expected, places=places, suggestion=suggestion, address=address, **data))  # type: ignore[arg-type]

    def places(self, references: Iterable[Reference]) -> tuple[Address, ...]:
        """The places that *references* mean here; what means none was reported when the law was collected."""
        found = (self.corpus.resolve(each, self.here) for each in references)
        return tuple(each for each in found if each is not None)

    def term(self, word: Word, *roles: str) -> Term | None:
        """The term that *word* means, if it has one of *roles* (none: any)."""
        term = self.lexicon.by_id.get(word.id)
        if term is None:
            self.say("ER0201", word.span, words=word.id)
            return None
        if roles and term.role not in roles:
            wanted = tuple(" / ".join(ROLES[role][side] for role in roles) for side in (0, 1))
            self.say("ER0502", word.span, what=term_name(term), found=ROLES[term.role], wanted=(wanted[0], wanted[1]))
            return None
        return term

    def reading(self, span: Span) -> Lexicon:
        """The words with which what is written at *span* is read."""
        return self.lexicon.reading(span.path)

    def meant(self, word: Word) -> Word:
        """The actor or event that is meant where the provision says *word*: what stands in its place, if anything does."""
        if word.id in self.instead:
            self.met[word.id] = None
        return self.instead.get(word.id, word)

    def anchor(self, term: Term) -> Term:
        """The day that periods are counted from where the provision says *term*."""
        asked = isinstance(term.type, Day) and term.type.asked
        return self.counted_from if asked and self.counted_from is not None else term

    def read(self, term: Term) -> Expr:
        """The value of *term* where it is used."""
        if term.role == "conclusion":
            self.used[term.id] = None
            return Conclusion(term.id, citation=self.citation)
        return Fact(term.id, citation=self.citation)


NEVER = Any(())
"""What stands for a condition that could not be read; that was reported."""

"""The law as known on a day: its texts, what they say, and where to look; made once for each set of published instruments."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from threading import RLock

from attrs import field, frozen

from ..corpus.corpus import Corpus
from ..corpus.timeline import Timeline, timeline
from ..diagnostics.passed import Passed
from ..syntax.lexicon import Lexicon
from ..tree.types import Term, Unit
from .build import Parts, concluded, limited, required
from .elaboration import Elaboration, elaborate
from .link import Index, index


@frozen(eq=False)
class Law:
    """All texts of the law as known on one day, elaborated; trees are built when they are first asked for."""

    timeline: Timeline
    elaboration: Elaboration
    index: Index
    terms: Mapping[str, Term]
    units: Mapping[str, Unit]
    _concluded: dict[tuple[str, int], Parts] = field(factory=dict, repr=False)
    _required: dict[tuple[str, int], Parts] = field(factory=dict, repr=False)
    _limited: dict[int, Parts] = field(factory=dict, repr=False)

    def limited(self, term: str, number: int) -> Parts:
        """The tree of all deadlines in the text *number*."""
        found = self._limited.get(number)
        if found is None:
            found = self._limited.setdefault(number, limited(term, number, self.index, self.terms, self.units))
        return found

    def concluded(self, term: str, number: int) -> Parts:
        """The tree of *term* in the text *number*."""
        key = (term, number)
        found = self._concluded.get(key)
        if found is None:
            found = self._concluded.setdefault(key, concluded(term, number, self.index, self.terms, self.units))
        return found

    def required(self, subject: str, number: int) -> Parts:
        """The tree of all that the text *number* requires of *subject*."""
        key = (subject, number)
        found = self._required.get(key)
        if found is None:
            found = self._required.setdefault(key, required(subject, number, self.index, self.terms, self.units))
        return found


def law(corpus: Corpus, lexicon: Lexicon, terms: Mapping[str, Term], lang: str, known: date | None = None) -> Passed[Law]:
    """The law of *corpus* as *known* on a day (None: all that was issued)."""
    texts = timeline(corpus, known)
    said = elaborate(texts.value, lexicon, lang)
    made = Law(texts.value, said.value, index(said.value), terms, lexicon.units)
    return Passed(made, (*texts.diagnostics, *said.diagnostics))


@frozen(eq=False)
class Laws:
    """The law as known on any day: one `Law` for each set of instruments issued by then, made when it is first asked for."""

    corpus: Corpus
    lexicon: Lexicon
    lang: str
    whole: Law
    issues: tuple[date, ...] = ()
    _made: dict[date, Law] = field(factory=dict, repr=False)
    _lock: RLock = field(factory=RLock, repr=False)

    def known(self, day: date | None) -> Law:
        """The law as known on *day*."""
        if day is None or not self.issues or day >= self.issues[-1]:
            return self.whole
        last = max((each for each in self.issues if each <= day), default=date.min)
        with self._lock:
            found = self._made.get(last)
            if found is None:
                found = self._made[last] = law(self.corpus, self.lexicon, self.whole.terms, self.lang, last).value
            return found

    def __reduce__(self) -> tuple[object, ...]:
        return Laws, (self.corpus, self.lexicon, self.lang, self.whole, self.issues)


def laws(corpus: Corpus, lexicon: Lexicon, whole: Law, lang: str) -> Laws:
    """The law of *corpus* as known on any day, of which *whole* is that of the last."""
    return Laws(corpus, lexicon, lang, whole, tuple(sorted({each.issued for each in corpus.instruments.values()})))

"""Declared words by what rules look them up by; made once for many provisions."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from ...syntax.lexicon import Lexicon
from ...tree.types import Number, Term


@frozen(eq=False)
class Words:
    """What counts in each unit, the decision that fixes each conclusion, the fact that is the actual day of an event.

    *wholes* gives for the unit of a part those of the wholes among which it is counted: a chair is a member. What is
    *below* others is read with its own words: *base*.
    """

    facts: Mapping[str, tuple[Term, ...]]
    conclusions: Mapping[str, tuple[Term, ...]]
    decisions: Mapping[str, Term]
    actual: Mapping[str, Term]
    wholes: Mapping[str, tuple[str, ...]]
    base: Words | None = None
    below: frozenset[str] = frozenset()

    def reading(self, path: str) -> Words:
        """The words with which the file at *path* is read."""
        return self.base if self.base is not None and path in self.below else self

    @classmethod
    def of(cls, lexicon: Lexicon) -> Words:
        """The words of *lexicon*."""
        facts: dict[str, list[Term]] = {}
        conclusions: dict[str, list[Term]] = {}
        for term in lexicon.terms:
            if isinstance(term.type, Number) and term.role in ("fact", "conclusion"):
                (facts if term.role == "fact" else conclusions).setdefault(term.type.unit, []).append(term)
        decisions = {term.decides: term for term in lexicon.terms if term.role == "decision" and term.decides is not None}
        actual = {term.done: term for term in lexicon.terms if term.done is not None}
        unit = {term.id: term.type.unit for term in lexicon.terms if isinstance(term.type, Number)}
        parts = (term for term in lexicon.terms if term.among in unit and unit.get(term.id))
        wholes: dict[str, dict[str, None]] = {}
        for term in parts:
            if term.among and unit[term.id] != unit[term.among]:
                wholes.setdefault(unit[term.id], {})[unit[term.among]] = None
        counted, concluded = ({unit: tuple(each) for unit, each in found.items()} for found in (facts, conclusions))
        base = cls.of(lexicon.base) if lexicon.base is not None else None
        return cls(counted, concluded, decisions, actual, {part: tuple(each) for part, each in wholes.items()}, base, lexicon.below)

"""Cases and what became of them, in words."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from ..evaluate.ask import said
from ..source.citation import Citation
from ..tree.terms import Terms, terms_of
from ..tree.types import Number, OneOf, Term, YesNo
from ..values.value import plain
from .say import with_unit
from .words import word

if TYPE_CHECKING:
    from ..cases.case import Expected
    from ..cases.run import CaseResult


def case_text(result: CaseResult, lang: str) -> str:
    """What became of a case: one line where it is as expected, else also what was expected and what is."""
    case, terms = result.case, result.law.terms
    named = terms_of((), result.law.lexicon.units.values())
    asked = terms.get(case.term)
    name = asked.name(lang) if asked is not None else case.term
    head = f"{word('case.ok' if result.ok else 'case.fails', lang)}  {case.path}:{case.line}  {case.name} ({name}, {case.on.isoformat()})"
    if result.ok:
        return head
    given = ", ".join(f"{_name(terms, fact, lang)} = {value_text(value, terms.get(fact), named, lang)}" for fact, value in case.facts.items())
    lines = [head, f"  {word('case.given', lang)}: {given}"]
    if result.error is not None:
        lines += [f"  {word('case.facts', lang)}:", *(f"    {each.message(lang)}" for each in result.error.diagnostics)]
        return "\n".join(lines)
    wanted = expected_text(case.expected, terms, asked, named, lang) if case.expected is not None else word("case.nothing", lang)
    lines.append(f"  {word('case.expected', lang)}: {wanted}")
    if result.answer is not None:
        from ..cases.run import answered_as

        lines.append(f"  {word('case.is', lang)}: {expected_text(answered_as(result.answer), terms, asked, named, lang)}")
    return "\n".join(lines)


def expected_text(expected: Expected, terms: Mapping[str, Term], asked: Term | None, named: Terms, lang: str) -> str:
    """An expectation in words."""
    what = word(f"case.{expected.outcome}", lang) if expected.value is None else value_text(expected.value, asked, named, lang, expected.unit)
    parts = [what]
    if expected.missing:
        parts.append(f"{word('case.missing', lang)}: {', '.join(_name(terms, each, lang) for each in expected.missing)}")
    if expected.under:
        parts.append(f"{word('case.under', lang)} {'; '.join(_place(each, lang) for each in expected.under)}")
    return ", ".join(parts)


def value_text(value: object, term: Term | None, named: Terms, lang: str, unit: str | None = None) -> str:
    """A value in words, with its unit (None: that of the *term*)."""
    if isinstance(value, bool) and (term is None or isinstance(term.type, YesNo)):
        return word("yes" if value else "no", lang)
    if term is not None and isinstance(term.type, Number) and isinstance(value, int | Fraction) and not isinstance(value, bool):
        return with_unit(said(value, term, lang), value, unit or term.type.unit, named, lang)
    if term is not None and isinstance(term.type, Number | OneOf) and not isinstance(value, bool):
        return said(value, term, lang)  # type: ignore[arg-type]
    return str(plain(value))  # type: ignore[arg-type]


def _name(terms: Mapping[str, Term], fact: str, lang: str) -> str:
    term = terms.get(fact)
    return term.name(lang) if term is not None else fact


def _place(citation: Citation, lang: str) -> str:
    return citation.text(lang)

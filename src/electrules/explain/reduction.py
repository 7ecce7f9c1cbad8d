"""Reports on declared reductions, in words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from ..comparison.reduction import judged
from ..evaluate.piece import only
from ..tree.terms import Terms
from ..tree.types import Number, Term
from ..values.number import write_number
from ..values.time import write_day
from .comparison import heading, piece_words, value_text
from .table import percent
from .verdict import piece_said
from .words import word

if TYPE_CHECKING:
    from ..comparison import Cut, Measured, Report
    from ..comparison.comparison import When
    from ..comparison.reduction import Interval

NOWHERE = "–"


def reduction_text(report: Report, lang: str) -> str:
    """A report on a declared reduction, unit by unit."""
    terms = report.comparison.terms
    head = word(
        "compare.reduction",
        lang,
        name=heading(report.term, terms, lang),
        declared=declared(report.least, report.most, lang),
        place=report.citation.text(lang),
        instrument=report.instrument.text(lang) if report.instrument else "–",
        on=write_day(report.comparison.days[1], lang),
    )
    lines = [head]
    for each in report.measured:
        lines += ["", unit(each, terms, lang)]
        lines += [f"  {word(f'compare.{name}', lang)}: {cut_text(each, getattr(each, name), terms, lang)}" for name in ("least", "most")]
        parts = {name: intervals(getattr(each, name), each.fact, terms, lang) for name in ("holds", "below", "above", "open")}
        lines += [f"  {word(f'compare.{name}', lang)}: {text}" for name, text in parts.items() if text != NOWHERE]
        if each.fact is None:
            lines.append(f"  {word(f'compare.{_verdict(each, report)}', lang)}")
    return "\n".join(lines)


def _verdict(measured: Measured, report: Report) -> str:
    """Where the one cut of a unit that hangs on no number lies to the declared shares."""
    return judged(measured.most.share, (report.least, False, report.most, False))


def declared(least: Fraction | None, most: Fraction | None, lang: str) -> str:
    """The shares declared."""
    form = "from to share" if least is not None and most is not None else "least share" if least is not None else "most share"
    return word(f"compare.{form}", lang, least=percent(least, lang), most=percent(most, lang))


def unit(measured: Measured, terms: Terms, lang: str) -> str:
    """Which units are measured."""

    def said(fact: str, value: When) -> str:
        piece = value if isinstance(value, frozenset) else only(value)
        return piece_said(fact, piece, terms, lang) if isinstance(value, bool | frozenset) else piece_words(fact, piece, terms, lang)

    flags = [fact for when in measured.whens for fact, value in when.items() if value is True]
    either = len(measured.whens) > 1 and len(flags) == len(measured.whens)
    shared = {fact: value for fact, value in measured.when.items() if not (either and isinstance(value, bool))}
    parts = [said(fact, value) for fact, value in shared.items()]
    if either:
        parts.append(f" {word('or', lang)} ".join(said(fact, True) for fact in dict.fromkeys(flags)))
    text = ", ".join(parts) or word("compare.everywhere", lang)
    rest = () if either else measured.whens[1:]
    return "; ".join([text, *(", ".join(said(fact, value) for fact, value in when.items()) for when in rest)])


def cut_text(measured: Measured, cut: Cut, terms: Terms, lang: str) -> str:
    """A cut: its share, the numbers, and where it is."""
    found = measured.intervals(cut.share)
    where = f": {intervals(found, measured.fact, terms, lang)}" if found else ""
    return f"{percent(cut.share, lang)} ({write_number(cut.before, lang)} → {write_number(cut.after, lang)}{where})"


def intervals(found: Sequence[Interval], fact: str | None, terms: Terms, lang: str) -> str:
    """Intervals of a number, every one."""
    if not found or fact is None:
        return NOWHERE
    return ", ".join(interval(each, terms[fact], lang) for each in found)


def interval(ends: Interval, term: Term, lang: str) -> str:
    """An interval, both ends included; what reaches the end of the range is open there."""
    least, most = (value_text(each, lang) for each in ends)
    if isinstance(term.type, Number) and term.type.most is not None and ends[1] == term.type.most and ends[0] != ends[1]:
        return f"≥ {least}"
    return least if least == most else word("compare.from to", lang, least=least, most=most)

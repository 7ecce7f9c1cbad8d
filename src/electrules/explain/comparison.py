"""Comparisons of two laws, in words and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..comparison.reduction import along
from ..evaluate.ask import said
from ..evaluate.piece import Piece, Range, Stretch, from_number
from ..source.citation import Citation
from ..tree.nodes import Value
from ..tree.terms import Terms
from ..values.number import write_number
from ..values.time import write_day
from ..values.value import written
from .say import fact_text, name_of
from .table import percent, signed, table
from .verdict import piece_said
from .words import word

if TYPE_CHECKING:
    from ..comparison import Comparison, Row, Side


def title(comparison: Comparison, lang: str) -> str:
    """What is compared."""
    first, second = comparison.days
    form = "title" if first == second else "title days"
    name = heading(comparison.term, comparison.terms, lang)
    return word(f"compare.{form}", lang, name=name, first=write_day(first, lang), second=write_day(second, lang))


def comparison_text(comparison: Comparison, lang: str) -> str:
    """A comparison as a table."""
    lines = [title(comparison, lang)]
    if comparison.given:
        given = "; ".join(fact_text(fact, value, comparison.terms, lang) for fact, value in comparison.given.items())
        lines.append(word("compare.given", lang, facts=given))
    if comparison.presumed:
        presumed = "; ".join(name_of(fact, comparison.terms, lang) for fact in comparison.presumed)
        lines.append(word("compare.presumed", lang, facts=presumed))
    if not comparison.rows:
        return "\n".join([*lines, word("compare.none", lang)])
    lines += ["", *sections(comparison, lang)]
    for wording, citations in zip(("cited before", "cited after"), comparison.citations, strict=True):
        if citations:
            lines.append(word(f"compare.{wording}", lang, places=cited(citations, lang)))
    return "\n".join([*lines, *marks(comparison, lang)])


def marks(comparison: Comparison, lang: str) -> Iterator[str]:
    """Which of the provisions cited are not known from an official text."""
    for side, tree, citations in zip(("before", "after"), comparison.rows[0].trees, comparison.citations, strict=True):
        status = {rule.citation: rule.status for definition in tree.definitions for rule in definition.rules}
        for mark in ("unmarked", "unconfirmed", "secondary"):
            marked = [each for each in citations if status.get(each) == mark]
            if marked:
                yield word(f"compare.{mark}", lang, side=word(f"compare.{side}", lang), places=cited(marked, lang))


def sections(comparison: Comparison, lang: str) -> Iterator[str]:
    """The rows, those that differ in one number alone under a heading of their own."""
    order = {fact: place for place, fact in enumerate(comparison.order)}
    number = along(comparison.rows, {name: term.type for name, term in comparison.terms.items()})
    groups: dict[tuple[tuple[str, Piece], ...], list[Row]] = {}
    for row in comparison.rows:
        facts = sorted((fact for fact in row.box if fact != number), key=lambda fact: (order.get(fact, len(order)), fact))
        groups.setdefault(tuple((fact, row.box[fact]) for fact in facts), []).append(row)
    results = [word(f"compare.{each}", lang) for each in ("before", "after", "difference", "share")]
    first = heading(number, comparison.terms, lang) if number is not None else ""
    for others, rows in groups.items():
        told = [_supposed(fact, piece, comparison.terms, lang) for fact, piece in others]
        if len(rows) == 1 and (number is None or number not in rows[0].box):
            before, after, *change = result(rows[0], lang)
            by = f" ({', '.join(each for each in change if each)})" if any(change) else ""
            everywhere = word("compare.so given" if comparison.given else "compare.everywhere", lang)
            yield f"{', '.join(told) or everywhere}: {before} → {after}{by}"
        else:
            assert number is not None
            body = [[cell(row, number, comparison.terms, lang), *result(row, lang)] for row in rows]
            yield from [", ".join(told)] if told else []
            yield from (f"  {line}" for line in table([first, *results], body, 1))
        yield ""


def _supposed(fact: str, piece: Piece, terms: Terms, lang: str) -> str:
    """What a heading supposes of a fact."""
    if isinstance(piece, frozenset) and len(piece) == 1:
        return fact_text(fact, next(iter(piece)), terms, lang)
    return piece_said(fact, piece, terms, lang)


def cell(row: Row, fact: str, terms: Terms, lang: str) -> str:
    """What a row supposes of a fact, without its name."""
    piece = row.box.get(fact)
    return piece_words(fact, piece, terms, lang) if piece is not None else ""


def piece_words(fact: str, piece: Piece, terms: Terms, lang: str) -> str:
    """What is supposed of a fact, as it stands in a column of that fact."""
    term = terms[fact]
    match piece:
        case Range(least, most):
            ends = [said(from_number(each, term.type), term, lang) for each in (least, most)]
        case Stretch(least, most, over, under):
            ends = [write_number(each, lang) for each in (least, most)]
            ends = [
                ends[0] if not over else word("compare.over", lang, number=ends[0]),
                ends[1] if not under else word("compare.under", lang, number=ends[1]),
            ]
        case frozenset() if len(piece) == 1:
            (value,) = piece
            return word("yes" if value else "no", lang) if isinstance(value, bool) else said(value, term, lang)
        case _:
            return piece_said(fact, piece, terms, lang)
    return ends[0] if ends[0] == ends[1] else word("compare.from to", lang, least=ends[0], most=ends[1])


def result(row: Row, lang: str) -> list[str]:
    """Both answers, the difference and its share."""
    before, after = (side_text(side, lang, row.ends(place)) for place, side in enumerate(row.sides))
    return [before, after, signed(row.difference, lang), percent(row.share, lang, sign=True)]


def side_text(side: Side, lang: str, ends: tuple[Value, Value] | None = None) -> str:
    """What one law says; of what grows from one of *ends* to the other, both."""
    if ends is not None:
        least, most = (value_text(each, lang) for each in ends)
        return word("compare.from to", lang, least=least, most=most)
    if side.kind == "answered" and side.value is not None:
        return value_text(side.value, lang)
    return word(f"compare.{side.kind}", lang)


def value_text(value: Value, lang: str) -> str:
    """A value without its unit."""
    if isinstance(value, bool):
        return word("yes" if value else "no", lang)
    return write_day(value, lang) if isinstance(value, date) else written(value, lang)


def heading(term: str, terms: Terms, lang: str) -> str:
    """The name of a term at the head of a column."""
    name = terms[term].name(lang) if term in terms else term
    return name[:1].upper() + name[1:]


def cited(citations: Sequence[Citation], lang: str) -> str:
    """Provisions, once each."""
    return "; ".join(dict.fromkeys(each.text(lang) for each in citations))

"""Cases as people write them in rule files, read as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..corpus.corpus import Corpus
from ..source.citation import Address, Citation
from ..source.file import SourceFile
from ..syntax.lexicon import Lexicon
from ..syntax.written import (
    Bounded,
    ClockValue,
    Condition,
    DayValue,
    Duration,
    Expectation,
    Is,
    IsNot,
    Matches,
    Quantity,
    Reference,
    Word,
    WrittenValue,
)
from ..syntax.written import Case as WrittenCase
from ..tree.nodes import Value
from .case import Case, Expected


def written_cases(corpus: Corpus, lexicon: Lexicon, files: Mapping[str, SourceFile]) -> Iterator[Case]:
    """The cases of *corpus*, in the order of the files."""
    for each in corpus.cases:
        file = files.get(each.span.path)
        line = file.line_column(each.span.start)[0] if file else 0
        yield _case(each, corpus, lexicon, line)


def _case(written: WrittenCase, corpus: Corpus, lexicon: Lexicon, line: int) -> Case:
    words = lexicon.reading(written.span.path)
    facts = dict(pair for given in written.facts if (pair := given_by(given, words)) is not None)
    return Case(written.name, written.asked.id, facts, written.on.day, expected_by(written.expected, corpus), written.span.path, line)


def given_by(condition: Condition, lexicon: Lexicon) -> tuple[str, Value] | None:
    """The fact that one part of "given" states; None where it states none."""
    match condition:
        case Is(flag):
            return flag.id, True
        case IsNot(flag):
            return flag.id, False
        case Matches(term, (member,), False):
            name = term.id if term is not None else lexicon.list_of(member)
            return (name, member.id) if name else None
        case Bounded(term, range_, False) if range_.least is not None:
            stated = plain_value(range_.least)
            name = term.id if term is not None else _by_unit(range_.least, lexicon)
            return (name, stated) if name and stated is not None else None
        case _:
            return None


def _by_unit(written: WrittenValue, lexicon: Lexicon) -> str:
    unit = written.unit.id if isinstance(written, Quantity) and written.unit else None
    facts = lexicon.facts_with_unit(unit) if unit else ()
    return facts[0].id if len(facts) == 1 else ""


def expected_by(written: Expectation, corpus: Corpus) -> Expected:
    """What a case in words expects."""
    value = written.value
    unit = value.unit.id if isinstance(value, Quantity) and value.unit else None
    stated: Value | None = written.truth == "yes" if written.truth else None
    if value is not None:
        stated = value.id if isinstance(value, Word) else plain_value(value)
    place = cited_by(written.under, written.amended_by, corpus) if written.under is not None else ()
    return Expected(written.outcome, stated, unit, tuple(each.id for each in written.missing), place)


def cited_by(under: Reference, amended_by: tuple[Reference, ...], corpus: Corpus) -> tuple[Citation, ...]:
    """The place that a case names, with what amended it."""
    place = corpus.resolve(under, Address(under.instrument or ""))
    by = [found for each in amended_by if (found := corpus.resolve(each, Address(each.instrument or ""))) is not None]
    return (place.cited(tuple(each.cited() for each in by)),) if place is not None else ()


def plain_value(written: WrittenValue) -> Value | None:
    """The value that a single number, day or time writes."""
    match written:
        case Quantity(number) | Duration(number):
            return number.numerator if number.denominator == 1 else number
        case DayValue(day):
            return day
        case ClockValue(time):
            return time
        case _:
            return None

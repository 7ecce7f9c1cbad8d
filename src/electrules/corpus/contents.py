"""The contents of an instrument: which articles it has, and into how many clauses and points they are divided, as far as its header says so."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from attrs import evolve, field, frozen

from .. import limits
from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..source.citation import Address
from ..syntax.places import point_letters
from ..syntax.written import Extent, Header, Reference


@frozen
class Contents:
    """How an instrument is divided: *articles* of them; the *clauses* of an article (0: it has none; absent: not known); the *points* of a clause."""

    articles: int
    clauses: Mapping[str, int] = field(factory=dict, hash=False)
    points: Mapping[tuple[str, str], int] = field(factory=dict, hash=False)

    def inside(self, place: Address) -> tuple[Address, ...] | None:
        """The places into which *place* is divided (none: into no more); None where that is not known."""
        labels = self.labels(place)
        if labels is None:
            return None
        if place.article is None:
            return tuple(evolve(place, article=each) for each in labels)
        if place.clause is None:
            return tuple(evolve(place, clause=each) for each in labels)
        return tuple(evolve(place, point=each) for each in labels)

    def labels(self, place: Address) -> tuple[str, ...] | None:
        """What the places are called into which *place* is divided, one level down; None where that is not known."""
        if place.article is None:
            return _numbers(self.articles)
        if place.clause is None:
            count = self.clauses.get(place.article)
            return None if count is None else _numbers(count)
        if place.point is None:
            return tuple(point_letters()[: self.points.get((place.article, place.clause), 0)])
        return ()

    def lacks(self, place: Address) -> Address | None:
        """The largest part of *place* that the instrument does not have, as far as its contents are known."""
        if place.article is None or place.annex is not None or (place.clause is None and place.point is not None):
            return None
        around = place.whole
        for part in dict.fromkeys((evolve(place, clause=None, point=None), evolve(place, point=None), place)):
            part = evolve(part, paragraph=None, sentence=None)
            labels = self.labels(around)
            if labels is None or part == around:
                return None
            if not labels or getattr(part, _LEVELS[depth(around)]) not in labels:
                return part
            around = part
        return None


_LEVELS = ("article", "clause", "point")


def depth(place: Address) -> int:
    """How many levels *place* lies below its instrument."""
    return next((level for level, part in enumerate(_LEVELS) if getattr(place, part) is None), len(_LEVELS))


@cache
def _numbers(count: int) -> tuple[str, ...]:
    return tuple(map(str, range(1, count + 1)))


def contents_of(header: Header) -> tuple[Contents | None, tuple[Diagnostic, ...]]:
    """What a header says that its instrument holds (None: it does not say), and what of it cannot be."""
    if header.articles is None:
        return None, ()
    if not _counts(header.articles, limits.ARTICLES):
        return None, (diagnose("ER0541", header.span, case="count", most=str(limits.ARTICLES)),)
    made = _Making(int(header.articles))
    for extent in sorted(header.contents, key=lambda each: each.part == "point"):  # the clauses first: points lie in them
        made.extent(extent)
    return Contents(made.articles, made.clauses, made.points), tuple(made.said)


def one_of(first: Contents | None, second: Contents | None) -> Contents | None:
    """The contents that two headers of one instrument say, where the one says no more than the other or nothing; None where they differ."""
    if first is None or second is None or first == second:
        return first or second
    if first.articles != second.articles or (first.clauses and second.clauses):
        return None
    return first if first.clauses else second


class _Making:
    """Scratch state of reading the contents of one header."""

    def __init__(self, articles: int) -> None:
        self.articles = articles
        self.clauses: dict[str, int] = {}
        self.points: dict[tuple[str, str], int] = {}
        self.said: list[Diagnostic] = []

    def extent(self, extent: Extent) -> None:
        most = len(point_letters()) if extent.part == "point" else limits.CLAUSES
        if extent.count is not None and not _counts(extent.count, most):
            self.said.append(diagnose("ER0541", extent.span, case="count", most=str(most)))
            return
        for reference in extent.divided:
            case = self.wrong(reference, extent)
            if case is not None:
                self.said.append(diagnose("ER0541", extent.span, case=case, articles=str(self.articles)))

    def wrong(self, reference: Reference, extent: Extent) -> str | None:
        """Why the place cannot be divided so; None where it can, and is."""
        article, clause, count = reference.article, reference.clause, int(extent.count or 0)
        deeper = (reference.point, reference.paragraph, reference.sentence, reference.annex, reference.instrument)
        if article is None or (extent.part == "point") != (clause is not None) or any(each is not None for each in deeper):
            return "place"
        if not (article.isdecimal() and 1 <= int(article) <= self.articles):
            return "article"
        if clause is None:
            return None if self.clauses.setdefault(article, count) == count else "twice"
        if not (clause.isdecimal() and 1 <= int(clause) <= self.clauses.get(article, limits.CLAUSES)):
            return "clause"
        return None if self.points.setdefault((article, clause), count) == count else "twice"


def _counts(number: Fraction, most: int) -> bool:
    return number.denominator == 1 and 1 <= number <= most

"""Whether a declared reduction holds: what an amendment cut, for every kind of unit and every number of people, against the share declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from attrs import evolve, field, frozen

from ..consistency.region import united
from ..evaluate.piece import Anything, Piece, Range, Rest, Stretch, from_number
from ..rulebook import Rulebook
from ..rulebook.said import Reduced
from ..source.citation import Address, Citation
from ..syntax.written import Quantity, WrittenValue
from ..tree.nodes import Value
from ..tree.types import Number, Term, Type
from ..values.number import whole
from ..values.value import plain
from .compare import compare
from .comparison import Comparison, Row, When, plain_when

Interval = tuple[Value, Value]


@frozen(eq=False)
class Cut:
    """What the amendment cut in one part of the facts: *change* in number, *share* of what it was before."""

    interval: Interval | None
    before: int | Fraction
    after: int | Fraction

    @property
    def change(self) -> int | Fraction:
        """How many fewer."""
        return whole(self.before - self.after)

    @property
    def share(self) -> Fraction:
        """How many fewer, as a share of what it was."""
        return Fraction(self.change) / self.before if self.before else Fraction(0)


@frozen(eq=False)
class Measured:
    """The cuts for one kind of unit: *whens* say which (any of them), *cuts* go along the number *fact* (None: there is none).

    *holds*, *below* and *above* are the intervals of that number in which the cut lies within the declared shares, is
    smaller, is larger; *open* those in which one of the laws gives no number. *ok*: it lies within them everywhere.
    """

    whens: tuple[Mapping[str, When], ...]
    fact: str | None
    cuts: tuple[Cut, ...]
    holds: tuple[Interval, ...]
    below: tuple[Interval, ...]
    above: tuple[Interval, ...]
    open: tuple[Interval, ...]
    ok: bool

    @property
    def when(self) -> Mapping[str, When]:
        """Which units, the first way to say it."""
        return self.whens[0]

    @property
    def least(self) -> Cut:
        """The smallest cut."""
        return min(self.cuts, key=lambda each: each.share)

    @property
    def most(self) -> Cut:
        """The largest cut, the first of those."""
        return max(self.cuts, key=lambda each: each.share)

    def intervals(self, share: Fraction) -> tuple[Interval, ...]:
        """Where the cut is *share*."""
        return tuple(each.interval for each in self.cuts if each.share == share and each.interval is not None)

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "when": [{name: plain_when(value) for name, value in when.items()} for when in self.whens],
            "fact": self.fact,
            "ok": self.ok,
            "least": _cut(self.least),
            "most": _cut(self.most),
            **{name: [[plain(end) for end in each] for each in getattr(self, name)] for name in ("holds", "below", "above", "open")},
        }


@frozen(eq=False)
class Report:
    """A declared reduction of *term* by a share from *least* to *most*, held against what the amendment did."""

    term: str
    least: Fraction | None
    most: Fraction | None
    citation: Citation
    instrument: Address | None
    comparison: Comparison = field(repr=False)
    measured: tuple[Measured, ...]
    lang: str = "vi"

    @property
    def ok(self) -> bool:
        """Whether it holds everywhere."""
        return all(each.ok for each in self.measured)

    def text(self, lang: str | None = None) -> str:
        """The report as a table in words."""
        from ..explain.reduction import reduction_text

        return reduction_text(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "version": 1,
            "term": self.term,
            "declared": [plain(whole(each)) if each is not None else None for each in (self.least, self.most)],
            "citation": self.citation.to_dict(),
            "on": self.comparison.days[1].isoformat(),
            "ok": self.ok,
            "measured": [each.to_dict() for each in self.measured],
        }


def reductions(law: Rulebook) -> tuple[Report, ...]:
    """A report on every reduction that the law of any day declares."""
    found: dict[Citation, tuple[Reduced, date]] = {}
    for first in (first for first, _ in law.intervals if first is not None):
        for each in law.reductions(first):
            found.setdefault(each.citation, (each, first))
    reports = (reduction(law, reduced, since) for reduced, since in found.values())
    return tuple(each for each in reports if each is not None)


def reduction(law: Rulebook, reduced: Reduced, since: date) -> Report | None:
    """What the amendments of the instrument did that were in force on the day the reduction was declared; None where there were none."""
    term = law.terms[reduced.reduction.term.id]
    issued = _amended(law, reduced, since)
    if not issued:
        return None
    comparison = _measured_on(law, term, since, min(issued), max(issued))
    if comparison is None:
        return None
    range_ = reduced.reduction.range
    least, most = _share(range_.least), _share(range_.most)
    measured = tuple(_measure(comparison, (least, range_.over, most, range_.under)))
    return Report(term.id, least, most, reduced.citation.said_in(law.lang), reduced.instrument, comparison, measured, law.lang)


def _amended(law: Rulebook, reduced: Reduced, since: date) -> list[date]:
    """The days on which the instruments were issued that amend the one spoken of, from the day the reduction was declared."""
    if reduced.instrument is None:
        return []
    acts = law.acts_on(reduced.instrument.whole)
    return [each.issued for each in acts if each.at.whole != reduced.instrument.whole and each.since == since]


def _measured_on(law: Rulebook, term: Term, since: date, first: date, last: date) -> Comparison | None:
    """The law as issued before the amendments and with them, on the first day asked about on which they tell."""
    days = dict.fromkeys((since, *(first for first, _ in law.periods_of(term) if first is not None and first >= since)))
    for day in days:
        found = compare(law, law, term, on=day, known=(first - timedelta(days=1), last), all=True)
        if any(row.differs for row in found.every):
            return found
    return None


def _share(written: WrittenValue | None) -> Fraction | None:
    """The share that one end of a range writes."""
    return Fraction(written.number) if isinstance(written, Quantity) else None


# -------------------------------------------------------------------- measuring

Bounds = tuple[Fraction | None, bool, Fraction | None, bool]


def _measure(comparison: Comparison, bounds: Bounds) -> Iterator[Measured]:
    """The cuts, kind of unit by kind of unit; those of units that differ in yes or no alone stand together where they are the same."""
    types: Mapping[str, Type] = {name: term.type for name, term in comparison.terms.items()}
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in comparison.every:
        others = tuple((fact, piece) for fact, piece in row.box.items() if not isinstance(types[fact], Number))
        groups.setdefault(others, []).append(row)
    found: dict[tuple[object, ...], Measured] = {}
    for rows in groups.values():
        one = _of_unit(rows, types, bounds)
        if one is not None:
            plain_ = tuple((fact, value) for fact, value in one.when.items() if not isinstance(value, bool))
            key = (plain_, one.fact, *((cut.interval, cut.before, cut.after) for cut in one.cuts), one.open)
            found[key] = evolve(one, whens=(*found[key].whens, *one.whens)) if key in found else one
    yield from found.values()


def _of_unit(rows: Sequence[Row], types: Mapping[str, Type], bounds: Bounds) -> Measured | None:
    """The cuts for one kind of unit; None where nothing was cut."""
    fact = along(rows, types)
    cuts = tuple(cut for row in rows if (cut := cut_of(row, fact)) is not None)
    if not any(each.change for each in cuts):
        return None
    kinds: dict[str, list[Piece]] = {"holds": [], "below": [], "above": [], "open": []}
    for row in rows:
        piece = row.box.get(fact) if fact is not None else None
        if piece is not None:
            cut = cut_of(row, fact)
            kinds["open" if cut is None else judged(cut.share, bounds)].append(piece)
    when = {name: value for name, value in rows[0].when.items() if not isinstance(types[name], Number)}
    parts = {name: _intervals(pieces, types[fact]) if fact is not None else () for name, pieces in kinds.items()}
    judgement = {judged(cut.share, bounds) for cut in cuts}
    return Measured((when,), fact, cuts, parts["holds"], parts["below"], parts["above"], parts["open"], judgement == {"holds"})


def along(rows: Sequence[Row], types: Mapping[str, Type]) -> str | None:
    """The number that parts the rows the most."""
    counts: dict[str, set[Piece]] = {}
    for row in rows:
        for fact, piece in row.box.items():
            if isinstance(types[fact], Number):
                counts.setdefault(fact, set()).add(piece)
    return max(counts, key=lambda fact: len(counts[fact]), default=None)


def cut_of(row: Row, fact: str | None) -> Cut | None:
    """What was cut in a row; None where one of the laws gives no number."""
    before, after = (side.value for side in row.sides)
    if row.difference is None or not isinstance(before, int | Fraction) or not isinstance(after, int | Fraction):
        return None
    interval = row.when.get(fact) if fact is not None else None
    return Cut(interval if isinstance(interval, tuple) else None, before, after)


def judged(share: Fraction, bounds: Bounds) -> str:
    """Where a share lies to the declared ones."""
    least, over, most, under = bounds
    if least is not None and (share < least or (over and share == least)):
        return "below"
    if most is not None and (share > most or (under and share == most)):
        return "above"
    return "holds"


def _intervals(pieces: Sequence[Piece], type_: Type) -> tuple[Interval, ...]:
    found: list[Interval] = []
    for piece in united(list(pieces)) if pieces else ():
        match piece:
            case Range(least, most):
                found.append((from_number(least, type_), from_number(most, type_)))
            case Stretch(least, most):
                found.append((whole(least), whole(most)))
            case frozenset() | Rest() | Anything():  # no numbers
                pass
    return tuple(found)


def _cut(cut: Cut) -> dict[str, object]:
    interval = [plain(end) for end in cut.interval] if cut.interval is not None else None
    numbers = {"before": cut.before, "after": cut.after, "change": cut.change, "share": whole(cut.share)}
    return {"interval": interval, **{name: plain(number) for name, number in numbers.items()}}

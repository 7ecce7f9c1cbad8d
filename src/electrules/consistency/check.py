"""Checking terms: every case of every text of the law, and one verdict for each thing found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from attrs import evolve

from ..rulebook import Rulebook
from ..tree.terms import Terms, terms_of
from ..tree.tree import Tree
from ..tree.types import OneOf, Term
from .bodies import uncomposable
from .deadlines import is_event, is_one_day, out_of_order
from .failing import failing
from .replay import Found, Trees
from .requirements import requiring
from .ruling import ruling
from .verdict import Verdict
from .walk import Period, Walk, walk

Progress = Callable[[Sequence[str]], Iterable[str]]
"""What is wrapped around the terms to show how far the work is."""

Days = tuple[date | None, date | None]
Run = tuple[Found, date | None]
"""A finding, with the last day of the stretch in which it is found."""

ROLES = ("conclusion", "body")


def check_all(law: Rulebook, term: str | Term | None = None, progress: Progress | None = None) -> tuple[Verdict, ...]:
    """The verdicts on *term*, or on every concluded term and body."""
    terms = [law.terms.asked(term, *ROLES).id] if term is not None else [each.id for each in law.terms.values() if each.role in ROLES]
    return gathered(verdict for each in (progress or iter)(terms) for verdict in check_term(law, each))


def gathered(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """*verdicts* on several terms, where a term that fails only by another is told with that one."""
    every = list(verdicts)
    failing = {(each.term, each.kind): place for place, each in reversed(list(enumerate(every))) if each.verdict == "refuted" and not each.brought}
    rests: dict[int, dict[str, None]] = {}
    kept: dict[int, None] = {}
    for place, each in enumerate(every):
        causes = [failing.get((cause, each.kind)) for cause in each.brought]
        if each.verdict == "refuted" and causes and None not in causes:
            for cause in causes:
                rests.setdefault(cause, {})[each.term] = None  # type: ignore[arg-type]
        else:
            kept[place] = None
    return tuple(evolve(every[place], rests=tuple(rests.get(place, ()))) for place in kept)


def check_term(law: Rulebook | Tree, term: str | Term | None = None) -> tuple[Verdict, ...]:
    """The verdicts on one term: of a rulebook on all days of the law, of a tree on its day."""
    if isinstance(law, Tree):
        return _of_tree(law)
    if term is None:
        raise TypeError("a rulebook is checked term by term")
    asked = law.terms.asked(term, *ROLES)
    required = asked.role == "body"

    def trees(on: date) -> Tree:
        return law.requirements(asked, on=on) if required else law.tree(asked, on=on)

    found: list[Found] = []
    for days, parts in texts(law, asked):
        period = Period(days[0], _before(days[1]))
        tree = trees(period.on)
        if not _says_anything(tree):
            if found and not required:
                found.append(Found("silence", "proved", ("ended",), period))
            continue  # before all law, or after its end
        periods = [Period(first, _before(last)) for part in parts for first, last in _existing(part, tree)]
        if is_event(asked) and is_one_day(tree):
            found += [Found("gap", "proved", (), each) for each in periods]
        elif is_event(asked):
            found += [each for each in _concluded(periods, period, trees) if each.kind != "gap" or each.verdict != "refuted"]
        else:
            found += _required(periods, trees) if required else _concluded(periods, period, trees)
    if found and is_event(asked):
        found += _out_of_order(law, asked.id)
    terms = terms_of(law.terms.values(), law.lexicon.units.values())
    return tuple(_verdicts(found, asked.id, terms, law.lang))


def _out_of_order(law: Rulebook, event: str) -> Iterator[Found]:
    """The deadlines that cannot be kept in their order, in each text of the whole law: those of the other event may change alone."""
    for first, last in law.intervals:
        period = Period(first, _before(last))
        yield from out_of_order(law.limits(on=period.on), event, period, partial(_on_day, law, period.on))


def texts(law: Rulebook, term: Term) -> Iterator[tuple[Days, list[Days]]]:
    """The stretches of days on which the law on *term* is one text, each with those inside it on which no transition changes."""
    periods = law.periods_of(term)
    for first, last in law.intervals_of(term):
        yield (first, last), [each for each in periods if _inside(each, (first, last))]


def _existing(days: Days, tree: Tree) -> Iterator[Days]:
    """*days* parted where a member of a list begins or ends to exist."""
    first, last = days
    members = (each for term in tree.terms if isinstance(term.type, OneOf) for each in term.type.members)
    turns = sorted({day for each in members for day in (each.since, each.until) if day is not None})
    inside = [day for day in turns if (first is None or first < day) and (last is None or day < last)]
    yield from pairwise((first, *inside, last))


def _on_day(law: Rulebook, on: date, term: str) -> Tree:
    return law.tree(term, on=on)


def _inside(part: Days, whole: Days) -> bool:
    first, last = part
    after = whole[0] is None or (first is not None and first >= whole[0])
    return after and (whole[1] is None or (last is not None and last <= whole[1]))


def _before(day: date | None) -> date | None:
    """The last day of a stretch that ends before *day*."""
    return day - timedelta(days=1) if day is not None else None


def _says_anything(tree: Tree) -> bool:
    own = [each for each in tree.definitions if each.term == tree.term]
    return bool(tree.requirements) or any(each.rules or each.silences for each in own)


def _of_tree(tree: Tree) -> tuple[Verdict, ...]:
    period = Period(tree.on, tree.on)

    def trees(on: date) -> Tree:
        return evolve(tree, on=on)

    found = _required([period], trees) if tree.requirements else _concluded([period], period, trees)
    return tuple(_verdicts(found, tree.term, tree.named, tree.lang))


def _concluded(periods: Sequence[Period], whole: Period, trees: Trees) -> list[Found]:
    """What is found of a concluded term in one text."""
    walks: list[Walk] = []
    found: list[Found] = []
    for period in periods:
        walks.append(walk(trees(period.on), period))
        failures = list(failing(walks[-1], trees))
        found += failures
        if all(each.verdict == "proved" for each in failures):
            found.append(Found("gap", "proved", (), period))
    return found + list(ruling(walks, whole, trees))


def _required(periods: Sequence[Period], trees: Trees) -> list[Found]:
    """What is found of the requirements on a body in one text."""
    found: list[Found] = []
    for period in periods:
        failures = [*requiring(trees(period.on), period, trees), *uncomposable(trees(period.on), period)]
        found += failures or [Found("contradiction", "proved", (), period)]
    return found


def _verdicts(found: Iterable[Found], term: str, terms: Terms, lang: str) -> Iterator[Verdict]:
    """A verdict for each finding: one that goes on in the next period is one, and what fails for one cause is said once."""
    joined: dict[tuple[object, ...], list[Run]] = {}
    for each in found:
        runs = joined.setdefault(each.same if (each.kind, each.verdict) != ("gap", "proved") else (id(each),), [])
        if runs and _follows(each.period, runs[-1][1]):
            runs[-1] = (runs[-1][0], each.period.last)
        elif not runs or runs[-1][1] != each.period.last:
            runs.append((each, each.period.last))
    made = sorted((run for runs in joined.values() for run in runs), key=lambda pair: (pair[0].period.first or date.min, pair[1] or date.max))
    for causes in by_cause(made):
        one, last = causes[0]
        others = [(other.period.first, end) for other, end in causes[1:]]
        further = tuple(dict.fromkeys(days for days in others if days != (one.period.first, last)))
        yield Verdict(
            one.kind,
            one.verdict,
            term,
            one.period.first,
            last,
            tuple(each.said_in(lang) for each in one.citations),
            one.on,
            one.witness,
            one.regions,
            one.reason,
            one.partly,
            one.undefined,
            one.brought,
            further,
            wide=one.wide,
            terms=terms,
            lang=lang,
        )


def by_cause(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs of gaps, and of conflicts, that have the same facts or the same provisions together; the first comes first, all others stay alone."""
    groups: list[list[Run]] = []
    known: dict[tuple[object, ...], list[Run]] = {}
    for run in runs:
        one = run[0]
        fails = one.verdict == "refuted" and one.kind in ("gap", "conflict") and not one.reason
        marks: list[tuple[object, ...]] = (
            [(one.kind, one.undefined, mark) for mark in (("by", one.key), *(("at", each) for each in one.where))] if fails else []
        )
        group = next((known[mark] for mark in marks if mark in known), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(run)
        for mark in marks:
            known.setdefault(mark, group)
    return groups


def _follows(period: Period, last: date | None) -> bool:
    """Whether *period* begins on the day after *last*."""
    return period.first is not None and last is not None and period.first == last + timedelta(days=1)

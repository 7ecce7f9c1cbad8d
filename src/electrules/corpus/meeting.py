"""Where acts of one day meet: what two of them write at one place must be the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..syntax.written import Known, Reading, Statement
from .act import Act
from .amend import Gazette, reworded, rewordings
from .place import spoken
from .rewrite import ChangedTwice, substituted
from .version import Guard, Version

Before = Mapping[Act, tuple[Version, ...]]


def meeting(
    gazette: Gazette, acts: tuple[Act, ...], before: Before, guards: Callable[[Act], tuple[Guard, ...]]
) -> tuple[dict[Act, tuple[Act, ...]], tuple[Diagnostic, ...]]:
    """Those of *acts* that are to apply, each with the others that write the same, and where two write one place differently.

    *before* is what each acts on. Acts that different transitions restrict (*guards*) speak of different events.
    """
    if len(acts) < 2:
        return dict.fromkeys(acts, ()), ()
    left: dict[Act, tuple[Act, ...]] = dict.fromkeys(acts, ())
    said: list[Diagnostic] = []
    limits = {act: frozenset(each.name for each in guards(act)) for act in acts} if gazette.transitions else {}
    rewording = {act for act in acts if act.kind == "substitute" and changes(gazette, act, before[act])}
    for first, second in combinations(acts, 2):
        if first not in left or second not in left:
            continue
        a, b = limits.get(first), limits.get(second)
        if a and b and a != b:
            continue
        if _same(first, second):
            kept, other = (second, first) if a and not b else (first, second)
            left[kept] = (*left[kept], other, *left.pop(other))
        elif _meet(gazette, first, second, before, rewording):
            said.append(_differ(first, second))
            del left[second]
    return left, tuple(said)


def _same(first: Act, second: Act) -> bool:
    """Whether both write one text at one place."""
    writes = {first.kind, second.kind} <= {"replace", "insert"}
    return writes and first.kind == second.kind and first.target == second.target and _said(first) == _said(second)


def _said(act: Act) -> tuple[Statement, ...]:
    return tuple(each for each in act.text if not isinstance(each, Known | Reading))


def _meet(gazette: Gazette, first: Act, second: Act, before: Before, rewording: set[Act]) -> bool:
    """Whether both write one place, and not the same.

    A change of words in a wider place leaves alone what another act of that day writes anew in a part of it.
    """
    kinds = {first.kind, second.kind}
    if kinds == {"repeal"}:
        return False
    if kinds == {"substitute"}:
        return _reword_differently(gazette, first, second, before)
    if "substitute" in kinds:
        words, other = (first, second) if first.kind == "substitute" else (second, first)
        return words in rewording and words.target.within(other.target)
    return first.target.within(second.target) or second.target.within(first.target)


def _reword_differently(gazette: Gazette, first: Act, second: Act, before: Before) -> bool:
    both = [version for version in before[first] if version in before[second]]
    try:
        for version in both:
            reworded_by((first, second), version)
        for act in gazette.acted_on.get(first.name, frozenset()) & gazette.acted_on.get(second.name, frozenset()):
            reworded(act, (first, second))
    except ChangedTwice:
        return True
    return False


def changes(gazette: Gazette, act: Act, there: tuple[Version, ...]) -> bool:
    """Whether the words that *act* changes stand *there*, or in an act at its target."""
    return any(reworded_by((act,), version) != version.statements for version in there) or gazette.rewords_acts(act)


def reworded_by(acts: tuple[Act, ...], version: Version) -> tuple[Statement, ...]:
    """What *version* says with the words that *acts* change, all at once."""
    return substituted(version.statements, version.address, rewordings(acts))


def agreeing_parts(acts: tuple[Act, ...], version: Version) -> Iterator[tuple[Act, ...]]:
    """*acts*, or where two of them reword *version* differently, those with the one and those with the other."""
    pending = [acts]
    while pending:
        part = pending.pop()
        try:
            reworded_by(part, version)
        except ChangedTwice as twice:
            pending += [tuple(each for place, each in enumerate(part) if place != out) for out in (twice.first, twice.second)]
        else:
            yield part


def _differ(first: Act, second: Act) -> Diagnostic:
    place = first.target if first.target.within(second.target) else second.target
    return diagnose(
        "ER0416", second.span, act=spoken(second.at), other=spoken(first.at), place=spoken(place), address=spoken(second.at), places=(first.span,)
    )

"""Rules that never speak, exceptions that never win, and pairs that only the later act prevailing keeps apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..evaluate.evaluate import evaluate
from ..evaluate.nearest import conjuncts
from ..evaluate.outcome import Need, TooWide, Wants
from ..evaluate.ready import Ready, ReadyDefinition, ReadyRule
from ..evaluate.split import TooManyCases
from ..evaluate.view import partial
from ..tree.nodes import Expr, Rule
from .region import Box, narrowed
from .replay import Found, Trees, asked_again, day_in, shown
from .walk import Period, Walk, box_on
from .witness import point


def ruling(walks: Sequence[Walk], period: Period, trees: Trees) -> Iterator[Found]:
    """What is found of the rules of one text, in *period*, over the walks of its parts."""
    if any(walk.leaves is None or any(leaf.outcome is None for leaf in walk.leaves) for walk in walks):
        return  # what was not walked may be where a rule speaks
    speaks: dict[int, tuple[Walk, Box]] = {}
    remains: set[int] = set()
    for walk in walks:
        for leaf in walk.leaves or ():
            for standing in leaf.outcome.standings if leaf.outcome is not None else ():
                remains.update(standing.remains)
                for place in standing.speaks - speaks.keys():
                    speaks[place] = (walk, leaf.box)
    definition = walks[0].ready.definition(walks[0].ready.tree.term)
    for place, rule in enumerate(definition.rules):
        if place not in speaks:
            if not all(is_over(place, definition, walk) for walk in walks):
                yield dead(rule, walks, period, trees)
        elif rule.is_exception and place not in remains:
            yield never_wins(rule.rule, *speaks[place], period, trees)
    yield from later(walks, definition, period)


# -------------------------------------------------------------- rules that are dead


def is_over(place: int, definition: ReadyDefinition, walk: Walk) -> bool:
    """Whether the days of the walk alone keep a rule from speaking: an election that is past is no defect of the rule."""
    rule = definition.rules[place]
    if _on_days(conjuncts(rule.condition), walk, wanted=False) or _on_days((each.condition for each in rule.blockers), walk, wanted=True):
        return True
    return bool(rule.hosts) and all(is_over(host, definition, walk) for host in rule.hosts)


def _on_days(conditions: Iterable[Expr], walk: Walk, *, wanted: bool) -> bool:
    """Whether one of *conditions* is about the day asked alone, and reads *wanted* on all days of the walk."""
    made, event = walk.ready, walk.ready.tree.event
    return any(made.facts_in(each) == (event,) and _reads(each, made, walk.period) is wanted for each in conditions)


def _reads(condition: Expr, made: Ready, period: Period) -> object:
    try:
        return evaluate(condition, partial(made, box_on(made, period)))
    except (Need, TooWide, TooManyCases, Wants):
        return None


def dead(ready: ReadyRule, walks: Sequence[Walk], period: Period, trees: Trees) -> Found:
    """A rule that speaks nowhere, with a case in which most of its own conditions hold."""
    citations = (ready.rule.citation,)
    walk, box = _nearest(ready, walks)
    found = shown(walk, box, trees, lambda answer: all(ready.rule.name not in each.speaks for each in answer.settled.outcomes))
    if found is None:
        return Found("dead rule", "not decided", citations, period, citations)
    return Found("dead rule", "refuted", citations, period, citations, found.on, found.facts, (narrowed(box, walk.everything),))


def _nearest(ready: ReadyRule, walks: Sequence[Walk]) -> tuple[Walk, Box]:
    """The case that fails the fewest conditions of a rule."""
    parts = conjuncts(ready.condition)
    best: tuple[int, Walk, Box] | None = None
    for walk in walks:
        for leaf in (walk.leaves or ())[:2_000]:
            here = partial(walk.ready, leaf.box)
            count = sum(_holds(part, here) is not True for part in parts)
            if best is None or count < best[0]:
                best = (count, walk, leaf.box)
            if best[0] == 0:
                break
    return (best[1], best[2]) if best is not None else (walks[0], walks[0].everything)


def _holds(condition: Expr, here: object) -> object:
    try:
        return evaluate(condition, here)  # type: ignore[arg-type]
    except (Need, TooWide, TooManyCases, Wants):
        return None


# ------------------------------------------------------- exceptions, later acts


def never_wins(rule: Rule, walk: Walk, box: Box, period: Period, trees: Trees) -> Found:
    """An exception that speaks, but whose value is never the result."""
    on = day_in(box, walk)
    facts = point({fact: piece for fact, piece in box.items() if fact != walk.ready.tree.event}, walk.ready.types)
    answer = asked_again(trees(on), facts)
    shown_ = answer is not None and all(rule.name in each.speaks and rule.name not in each.remains for each in answer.settled.outcomes)
    citations = (rule.citation,)
    if not shown_:
        return Found("exception never wins", "not decided", citations, period, citations)
    return Found("exception never wins", "refuted", citations, period, citations, on, facts, (narrowed(box, walk.everything),))


def later(walks: Sequence[Walk], definition: ReadyDefinition, period: Period) -> Iterator[Found]:
    """The pairs of rules of which one is left out only because the other was issued later."""
    pairs: dict[tuple[int, int], None] = {}
    for walk in walks:
        for leaf in walk.leaves or ():
            for standing in leaf.outcome.standings if leaf.outcome is not None else ():
                beaten = [place for place, (why, _) in standing.outranked.items() if why == "later"]
                pairs.update(((over, under), None) for under in beaten for over in (*standing.remains, *beaten) if _is_later(definition, over, under))
    for over, under in pairs:
        citations = (definition.rule(over).citation, definition.rule(under).citation)
        yield Found("later prevails", "proved", citations, period, citations)


def _is_later(definition: ReadyDefinition, over: int, under: int) -> bool:
    """Whether one rule was issued after the other by the same issuer."""
    above, below = definition.rule(over), definition.rule(under)
    return above.issuer == below.issuer and above.issued > below.issued

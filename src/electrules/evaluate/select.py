"""Which rules of a term speak, which remain, and what the term is: section 2 of the semantics, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from attrs import evolve, frozen

from ..diagnostics.diagnostic import diagnose
from ..diagnostics.errors import RuleErrors
from ..limits import READINGS
from ..tree.nodes import Expr, NotApplicable, Rule, Silence, Value
from .evaluate import evaluate, without
from .grounds import grounds
from .outcome import LACKING, Group, Kind, Outcome, Result, Source, Standing, TooWide, Unsplit, Varies, Varying, Wants, Without, Worth, worse
from .put_in import valued, varies
from .ready import ReadyBlocker, ReadyDefinition, ReadyRule, Test
from .view import Case


def conclude(term: str, here: Case) -> Outcome:
    """The outcome of *term* in one case, and on the way of all terms that it uses."""
    stack = [term]
    while stack:
        try:
            here.concluded[stack[-1]] = outcome(here.ready.definition(stack[-1]), here)
            stack.pop()
        except Wants as wants:
            stack.append(wants.term)
    return here.concluded[term]


def outcome(definition: ReadyDefinition, here: Case) -> Outcome:
    """What is concluded where all conditions have been read: under their one reading, or what all readings agree on."""
    readings = read(definition, here)
    stops = {key: without(readings.values[key]) for keys in readings.awake.values() for key in keys}
    standings = every_standing(definition, readings, stops)
    if not all(standing.remains for _, standing in standings) and is_held(definition, here):
        hanging = read_silences(definition, readings, here)
        if not stops.keys() >= hanging.keys():
            stops |= hanging
            standings = every_standing(definition, readings, stops)
    verdicts = [judge(definition, standing, {**readings.values, **choice}, here) for choice, standing in standings]
    verdict = united(verdicts) if agree(verdicts) else stopped(definition, readings, stops)
    return made(definition, verdict, tuple(standing for _, standing in standings), here)


def every_standing(definition: ReadyDefinition, readings: Readings, stops: Mapping[int, Without]) -> list[tuple[dict[int, bool], Standing]]:
    """How the rules stand under every way to read the conditions that have no value."""
    if len(stops) > READINGS:
        raise RuleErrors([diagnose("ER0501", term=definition.term, count=f"2^{len(stops)}", most=str(2**READINGS))])
    return [(choice, stand(definition, readings, choice)) for choice in choices(stops)]


def choices(stops: Mapping[int, Without]) -> Iterator[dict[int, bool]]:
    """Every way to read conditions that have no value."""
    for values in product((False, True), repeat=len(stops)):
        yield dict(zip(stops, values, strict=True))


# ---------------------------------------------------------- reading conditions


@frozen(eq=False)
class Readings:
    """What conditions read, each by its identity: yes, no, or that it has no value.

    *awake*: the rules (by place) that may speak, and for each of them which conditions without value matter to it.
    """

    values: dict[int, Result]
    awake: dict[int, list[int]]


def read(definition: ReadyDefinition, here: Case) -> Readings:
    """What the conditions read: of every rule that its hosts let speak, and of the blockers of those that may speak."""
    values: dict[int, Result] = {}
    awake: dict[int, list[int]] = {}
    shut = {gate for gate in definition.gates if here.is_none_of(gate.fact, gate.members)}  # most rules speak of other kinds
    for run in definition.runs:
        if run.gate in shut:
            continue
        for place, ready in run.rules:
            if ready.is_exception and awake.keys().isdisjoint(ready.hosts):
                continue
            if ready.gate in shut:
                here.truths[id(ready.condition)] = NO
                continue
            keys: list[int] = []
            if truth(ready.condition, here, values, keys) is False:
                continue
            if not ready.blockers or True not in [holding(each, here, values, keys) for each in ready.blockers]:
                awake[place] = keys
    return Readings(values, awake)


def read_silences(definition: ReadyDefinition, readings: Readings, here: Case) -> dict[int, Without]:
    """Read the conditions of the declared silences; those of unread texts that have no value are what the outcome hangs on."""
    hanging: list[int] = []
    here = here.given  # a silence may be declared of what does not exist on the day
    for each in definition.silences:
        truth(each.condition, here, readings.values, hanging if each.silence.kind == "unread" else [])
    return {key: without(readings.values[key]) for key in hanging}


def is_held(definition: ReadyDefinition, here: Case) -> bool:
    """Whether the rulebook holds the law on a term of the day whose law is asked."""
    return here.ready.tree.is_held(definition.held)


NO: tuple[Result, tuple[str, ...]] = (False, ())


def truth(condition: Expr, here: Case, values: dict[int, Result], hanging: list[int]) -> Result:
    """What *condition* reads, worked out once; noted in *values*, and in *hanging* where it has no value."""
    key = id(condition)
    known = here.truths.get(key)
    if known is None:
        known = here.truths[key] = worked_out(here.ready.tests.get(key) or Test((condition,)), here)
    values[key] = known[0]
    if known[0].__class__ is Without:
        hanging.append(key)
    return known[0]


def worked_out(test: Test, here: Case) -> tuple[Result, tuple[str, ...]]:
    """What a condition reads, each of its parts worked out once whatever conditions share it, and the terms that were used."""
    worst: Without | None = None
    uses: tuple[str, ...] = ()
    truths, decisive = here.truths, test.decisive
    for part in test.parts:
        known = truths.get(id(part))
        if known is None:
            here.uses.clear()
            try:
                value = evaluate(part, here)
            except Varying:
                value = valued(part, here)
            known = truths[id(part)] = (without(value) if isinstance(value, LACKING) else value, tuple(here.uses))
        value, used = known
        if used:
            uses += used
        if value is decisive:
            return value, uses
        if value.__class__ is Without:
            worst = worse(worst, value)
    return worst or not decisive, uses


def holding(blocker: ReadyBlocker, here: Case, values: dict[int, Result], hanging: list[int]) -> bool | None:
    """Whether *blocker* holds, None where its readings differ; reads it and its own blockers."""
    keys: list[int] = []
    value = truth(blocker.condition, here, values, keys)
    if value is False:
        return False
    its = [holding(each, here, values, keys) for each in blocker.blockers]
    if True in its:
        return False
    if value is True and None not in its:
        return True
    hanging += keys
    return None


# ------------------------------------------------------ standing to each other


def stand(definition: ReadyDefinition, readings: Readings, choice: Mapping[int, bool]) -> Standing:
    """Who speaks, who is defeated, who is outranked, who remains, where conditions without value read as *choice* says."""
    speaks: set[int] = set()
    values = {**readings.values, **choice}
    for place in readings.awake:
        if is_speaking(definition.rules[place], values, speaks):
            speaks.add(place)
    if not speaks:
        return SILENT
    defeated: dict[int, tuple[int, ...]] = {}
    if len(speaks) > 1:
        for place in speaks:
            by = tuple(each for each in definition.exceptions[place] if each in speaks)
            if by:
                defeated[place] = by
    left = sorted(speaks - defeated.keys())
    outranked: dict[int, tuple[str, int]] = {}
    if len(left) > 1:
        left = unsurpassed(definition, left, outranked)
    return Standing(frozenset(speaks), defeated, outranked, tuple(left))


SILENT = Standing(frozenset(), {}, {}, ())


def is_speaking(ready: ReadyRule, readings: Mapping[int, Result], speaks: set[int]) -> bool:
    """A rule speaks when its condition holds, no blocker holds, and a rule that it excepts speaks too."""
    if ready.is_exception and not any(host in speaks for host in ready.hosts):
        return False
    if readings.get(id(ready.condition)) is not True:
        return False
    return not (ready.blockers and any(is_holding(each, readings) for each in ready.blockers))


def is_holding(blocker: ReadyBlocker, readings: Mapping[int, Result]) -> bool:
    """A blocker holds when its condition does and no blocker of its own holds."""
    return readings.get(id(blocker.condition)) is True and not any(is_holding(each, readings) for each in blocker.blockers)


def unsurpassed(definition: ReadyDefinition, left: list[int], outranked: dict[int, tuple[str, int]]) -> list[int]:
    """Of the rules that speak undefeated those that no precedence, then no rank, then no later act of the same issuer puts below another."""
    for place in left:
        over = next((each for each in definition.above[place] if each in left and each != place), None)
        if over is not None:
            outranked[place] = ("precedence", over)
    left = [place for place in left if place not in outranked]
    if not left:
        return left
    highest = min(left, key=lambda place: definition.rule(place).rank)
    for place in left:
        if definition.rule(place).rank > definition.rule(highest).rank:
            outranked[place] = ("rank", highest)
    left = [place for place in left if place not in outranked]
    for place in left:
        rule = definition.rule(place)
        later = next((each for each in left if definition.rule(each).issuer == rule.issuer and definition.rule(each).issued > rule.issued), None)
        if later is not None:
            outranked[place] = ("later", later)
    return [place for place in left if place not in outranked]


# ------------------------------------------------------------- what comes of it


@frozen(eq=False)
class Verdict:
    """What comes of one standing: the rules (by place), silences and terms that made it so; *unheld*: the rulebook does not go back so far.

    *lacks*: what was worked out there has no value.
    """

    kind: Kind
    value: Value | Varies | None = None
    unit: str = ""
    places: tuple[int, ...] = ()
    terms: tuple[str, ...] = ()
    silences: tuple[Silence, ...] = ()
    unheld: bool = False
    lacks: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What two readings must share to agree."""
        return (self.kind, self.value, self.unit)


def judge(definition: ReadyDefinition, standing: Standing, values: Mapping[int, Result], here: Case) -> Verdict:
    """All that remain have one value and unit, or they differ; if a value has none, the worst outcome among them."""
    if not standing.remains:
        return silent(definition, values, here)
    worths = {place: worth(definition.rules[place], here) for place in standing.remains}
    given = {(value, definition.rules[place].unit) for place, value in worths.items() if not isinstance(value, Without)}
    if len(given) > 1:
        varying = frozenset(fact for value, _ in given if isinstance(value, Varies) for fact in value.facts)
        if varying:
            raise TooWide(varying)
        return Verdict("conflict", places=standing.remains)
    worst: Without | None = None
    for value in worths.values():
        worst = worse(worst, value) if isinstance(value, Without) else worst
    if worst is not None:
        places = tuple(place for place, value in worths.items() if isinstance(value, Without) and value.outcome == worst.outcome)
        return Verdict(worst.outcome, places=places, terms=worst.terms, lacks=True)
    ((value, unit),) = given
    if isinstance(value, NotApplicable):
        return Verdict("not_applicable", places=standing.remains)
    return Verdict("answered", value, unit, standing.remains)


def silent(definition: ReadyDefinition, values: Mapping[int, Result], here: Case) -> Verdict:
    """Nothing remains: unread where the rulebook does not hold the text, else a gap, with the silences that are declared."""
    if not is_held(definition, here):
        return Verdict("unread", unheld=True)
    covering = [each.silence for each in definition.silences if values.get(id(each.condition)) is True]
    unread = tuple(each for each in covering if each.kind == "unread")
    return Verdict("unread", silences=unread) if unread else Verdict("gap", silences=tuple(covering))


def agree(verdicts: Sequence[Verdict]) -> bool:
    """Whether verdicts are one; raises `TooWide` where they are for some values of the facts with which theirs vary."""
    if len({each.key for each in verdicts}) == 1:
        return True
    varying = frozenset(fact for each in verdicts if isinstance(each.value, Varies) for fact in each.value.facts)
    if varying and {(each.kind, each.unit) for each in verdicts} == {("answered", verdicts[0].unit)}:
        raise TooWide(varying)
    return False


def united(verdicts: Sequence[Verdict]) -> Verdict:
    """Verdicts that agree, as one."""
    if len(verdicts) == 1:
        return verdicts[0]
    places = sorted({place for each in verdicts for place in each.places})
    terms = dict.fromkeys(term for each in verdicts for term in each.terms)
    silences = {id(silence): silence for each in verdicts for silence in each.silences}
    return evolve(verdicts[0], places=tuple(places), terms=tuple(terms), silences=tuple(silences.values()))


def stopped(definition: ReadyDefinition, readings: Readings, stops: Mapping[int, Without]) -> Verdict:
    """The worst of the outcomes that stopped the conditions of which the readings differ."""
    worst: Without | None = None
    for value in stops.values():
        worst = worse(worst, value)
    assert worst is not None
    bad = {key for key, value in stops.items() if value.outcome == worst.outcome}
    places = tuple(place for place, keys in readings.awake.items() if not bad.isdisjoint(keys))
    hanging = tuple(each.silence for each in definition.silences if each.silence.kind == "unread" and id(each.condition) in bad)
    return Verdict(worst.outcome, places=places, terms=worst.terms, silences=hanging, lacks=True)


def worth(ready: ReadyRule, here: Case) -> Worth:
    """The value of a rule that remains, worked out once; one that hangs on facts with too many values varies with them."""
    key = id(ready.value)
    known = here.worths.get(key)
    if known is None:
        here.uses.clear()
        try:
            value: Worth = valued(ready.value, here)
        except TooWide as wide:
            if isinstance(wide, Unsplit) and here.assumed is not None:
                raise
            value = varies(ready.value, wide.facts, here)
        known = here.worths[key] = (value, tuple(here.uses))
    return known[0]


def condition_keys(ready: ReadyRule | ReadyBlocker) -> Iterator[int]:
    """The identities of the conditions of a rule: its own, then those of its blockers."""
    yield id(ready.condition)
    for blocker in ready.blockers:
        yield from condition_keys(blocker)


def sources(definition: ReadyDefinition, places: Iterable[int], turns: Mapping[int, int]) -> tuple[Rule, ...]:
    """The rules at *places*, by issue, number and place."""
    return tuple(sorted((definition.rule(place) for place in places), key=lambda rule: turns[id(rule)]))


def made(definition: ReadyDefinition, verdict: Verdict, standings: tuple[Standing, ...], here: Case) -> Outcome:
    """The outcome with all that it cites: its own rules or silences, then those of the terms used, once each."""
    own: tuple[Source, ...] = sources(definition, verdict.places, here.ready.turns)
    if verdict.kind == "gap" and (given := here.given) is not here:
        own = tuple(each.silence for each in definition.silences if truth(each.condition, given, {}, []) is True) or own
    if not own:
        own = tuple(sorted(verdict.silences, key=lambda each: here.ready.turns[id(each)]))
    own_grounds = grounds(definition, standings, verdict.places, here)
    groups = {definition.term: Group(definition.term, own, verdict.unheld, own_grounds)}
    for term in (*used_by(definition, verdict.places, here), *verdict.terms):
        for group in here.concluded[term].groups:
            groups.setdefault(group.term, group)
    used = [here.concluded[term] for term in verdict.terms]
    undefined = verdict.kind == "conflict" and verdict.lacks and all(each.undefined for each in used)
    brought = tuple(dict.fromkeys(term for each in used for term in each.brought or (each.term,)))
    return Outcome(definition.term, verdict.kind, verdict.value, verdict.unit, tuple(groups.values()), standings, definition, undefined, brought)


def used_by(definition: ReadyDefinition, places: Iterable[int], here: Case) -> tuple[str, ...]:
    """The concluded terms that the conditions and the values of rules used, in order of use."""
    used: dict[str, None] = {}
    turns = here.ready.turns
    for rule in sorted((definition.rules[place] for place in places), key=lambda each: turns[id(each.rule)]):
        for key in condition_keys(rule):
            used.update(dict.fromkeys(here.truths[key][1] if key in here.truths else ()))
        used.update(dict.fromkeys(here.worths[id(rule.value)][1] if id(rule.value) in here.worths else ()))
    return tuple(used)

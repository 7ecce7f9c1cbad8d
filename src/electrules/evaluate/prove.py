"""Proving: the tree of the evaluation, made by evaluating once more.

For each term stand the rules that spoke and those that did not, and why; for each expression its value. Terms used on
the way stand beside the term that uses them, in order of use, so that a proof is never deeper than a rule. Where the
answer was settled from several cases, each stands for those that have the same grounds.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import fields

from ..limits import PROOF_NODES
from ..source.citation import Citation
from ..tree.nodes import (
    NODE_CLASSES,
    All,
    Any,
    Conclusion,
    Count,
    Decision,
    Distribute,
    Expr,
    Fact,
    HasValue,
    Literal,
    Node,
    Not,
    NotApplicable,
    Scale,
)
from ..tree.walk import children
from ..values.number import whole
from .distribute import inputs, problem_of, reached
from .evaluate import evaluate, steps
from .nearest import nearest
from .outcome import LACKING, Group, Outcome, Standing, TooWide, Varies, Without
from .piece import as_number, is_single, lowest
from .proof import Proof
from .ready import Ready, ReadyBlocker, ReadyDefinition
from .select import conclude, is_holding
from .settle import Node as CaseNode
from .settle import Open, Settled, key_of
from .view import Case, partial

SHOWN_CASES = 200
"""Cases of one proof that are shown; the rest are counted."""


def prove(settled: Settled, lang: str = "vi") -> Proof:
    """The proof of what was settled."""
    return _Prover(settled, lang).proof()


class _Prover:
    """Scratch state of one proof; never leaves this file."""

    def __init__(self, settled: Settled, lang: str) -> None:
        self.settled = settled
        self.ready: Ready = settled.ready
        self.lang = lang
        self.left = PROOF_NODES

    def step(self, kind: str, below: Iterable[Proof | None] = (), **rest: object) -> Proof:
        """One step; what is None below was cut for length and is counted."""
        every = list(below)
        kept = tuple(each for each in every if each is not None)
        more = int(rest.pop("more", 0)) + len(every) - len(kept)  # type: ignore[call-overload]
        citation = rest.get("citation")
        if isinstance(citation, Citation):
            rest["citation"] = citation.said_in(self.lang)
        return Proof(kind, children=kept, more=more, terms=self.ready.tree.named, lang=self.lang, **rest)  # type: ignore[arg-type]

    def room(self) -> bool:
        """Whether one more step may be shown."""
        self.left -= 1
        return self.left >= 0

    def proof(self) -> Proof:
        """One case, or several side by side."""
        term = self.ready.tree.term
        if isinstance(self.settled.root.outcome, Outcome):
            top, *used = self.case(self.settled.root)
            return top if not used else self.step("term", (*top.children, *used), **summary(top), more=top.more)
        groups = alike(self.settled)
        shown = [self.one_of(nodes) for nodes in groups[:SHOWN_CASES]]
        outcome = "unknown" if self.settled.is_unknown else self.settled.first.kind
        why = "differ" if self.settled.is_unknown else "agree"
        value = None if self.settled.is_unknown else self.settled.first.value
        unit = "" if self.settled.is_unknown else self.settled.first.unit
        return self.step("cases", shown, why=why, term=term, outcome=outcome, value=value, unit=unit, more=len(groups) - len(shown))

    def one_of(self, nodes: list[CaseNode[Outcome]]) -> Proof | None:
        """The first of cases that have the same grounds."""
        leaf = nodes[0]
        if not self.room():
            return None
        tested = [(fact, piece) for fact, piece in leaf.box.items() if fact not in self.settled.known and piece != self.settled.root.box[fact]]
        if isinstance(leaf.outcome, Open):
            return self.step(
                "case",
                (),
                why="open",
                when=tuple(tested),
                supposed=leaf.supposed,
                by=tuple(sorted(leaf.outcome.facts)),
                outcome="unknown",
                alike=len(nodes),
            )
        outcome = leaf.outcome
        assert isinstance(outcome, Outcome)
        value = None if isinstance(outcome.value, Varies) else outcome.value
        return self.step(
            "case",
            self.case(leaf),
            when=tuple(tested),
            supposed=leaf.supposed,
            outcome=outcome.kind,
            value=value,
            unit=outcome.unit,
            alike=len(nodes),
        )

    # ------------------------------------------------------------------ terms

    def case(self, leaf: CaseNode[Outcome]) -> list[Proof]:
        """The proof of one case: of the asked term, then of each term used, in order of use."""
        here = partial(self.ready, leaf.box)
        here.assumed = leaf.assumed
        term = self.ready.tree.term
        conclude(term, here)
        self.wanted = {term: None}
        found: list[Proof] = []
        while len(found) < len(self.wanted):
            name = list(self.wanted)[len(found)]
            if not self.room():
                break
            found.append(self.of_term(here.concluded[name], here))
        return found

    def of_term(self, outcome: Outcome, here: Case) -> Proof:
        """How one term was concluded: its rules, those that gave the value first."""
        definition = outcome.definition
        near = (
            {id(rule) for rule in nearest(self.settled, outcome.term)}
            if any(group.nearest and group.term == outcome.term for group in outcome.groups)
            else set()
        )
        whys = [self.why(place, definition, outcome.standings, here) for place in range(len(definition.rules))]
        turn = sorted(range(len(whys)), key=lambda place: RANKED.index(whys[place]))
        if self.settled.is_unknown and outcome.kind not in NOTHING_SAID:  # of each of many cases only what speaks in it
            turn = [place for place in turn if whys[place] not in ("fails", "sleeps")]
        rules = [self.of_rule(place, whys[place], outcome, here, id(definition.rule(place)) in near) for place in turn]
        silences = [
            self.of_silence(each.silence, each.condition, here.given)
            for each in definition.silences
            if outcome.kind in NOTHING_SAID and covers(each.silence, outcome)
        ]
        if outcome.groups[0].unheld:
            silences.append(self.step("unheld", term=outcome.term, data=(("since", definition.held),)))
        value = None if isinstance(outcome.value, Varies) else outcome.value
        citation = next((rule.citation for group in outcome.groups[:1] for rule in group.sources), None)
        return self.step("term", (*rules, *silences), term=outcome.term, outcome=outcome.kind, value=value, unit=outcome.unit, citation=citation)

    def why(self, place: int, definition: ReadyDefinition, standings: tuple[Standing, ...], here: Case) -> str:
        """What became of a rule (under the first reading in which it got furthest)."""
        for why in ("gives", "defeated", "outranked"):
            for each in standings:
                if (
                    (why == "gives" and place in each.remains)
                    or (why == "defeated" and place in each.defeated)
                    or (why == "outranked" and place in each.outranked)
                ):
                    return why
        ready = definition.rules[place]
        truth = here.truths.get(id(ready.condition))
        if ready.is_exception and not any(host in each.speaks for each in standings for host in ready.hosts):
            return "sleeps"
        if truth is None or truth[0] is False:
            return "fails"
        return "hangs" if isinstance(truth[0], Without) else "blocked"

    def of_rule(self, place: int, why: str, outcome: Outcome, here: Case, near: bool) -> Proof | None:
        """A rule: its condition, its blockers, its value, and what stands over it."""
        if not self.room():
            return None
        definition = outcome.definition
        ready = definition.rules[place]
        below: list[Proof | None] = []
        is_read = not ready.is_exception or id(ready.condition) in here.truths
        if is_read and ready.condition != All(()):
            below.append(self.of_expression(ready.condition, here))
        below += [self.of_blocker(each, here) for each in ready.blockers if id(each.condition) in here.truths]
        value: object = None
        unit = ""
        if any(place in each.remains for each in outcome.standings):
            below.append(self.of_expression(ready.value, here))
            value, unit = here.worths[id(ready.value)][0], ready.unit
        by, above = self.above(place, definition, outcome.standings)
        rest = stated(value)
        return self.step(
            "rule", (*below, *above), why=why, term=outcome.term, node=ready.rule, unit=unit, by=by, near=near, citation=ready.rule.citation, **rest
        )

    def above(self, place: int, definition: ReadyDefinition, standings: tuple[Standing, ...]) -> tuple[tuple[str, ...], list[Proof]]:
        """The names of the rules that defeat or outrank one, and the law that says so."""
        for each in standings:
            if place in each.defeated:
                return tuple(definition.rule(by).name for by in each.defeated[place]), []
            if place in each.outranked:
                why, over = each.outranked[place]
                name = definition.rule(over).name
                return (name,), [self.principle(why, name, definition.rule(place).name, definition)]
        return (), []

    def principle(self, why: str, over: str, under: str, definition: ReadyDefinition) -> Proof:
        """The provision by which one rule prevails over another."""
        found = next((each for each in definition.precedences if (each.over, each.under) == (over, under)), None) if why == "precedence" else None
        node = found or self.ready.principles.get(why)
        return self.step("principle", why=why, node=node, by=(over,), citation=node.citation if node is not None else None)

    def of_blocker(self, blocker: ReadyBlocker, here: Case) -> Proof | None:
        """A blocker: its condition and what blocks it in turn."""
        if not self.room():
            return None
        truth = here.truths[id(blocker.condition)][0]
        readings = {key: value for key, (value, _) in here.truths.items()}
        why = "holds" if is_holding(blocker, readings) else "fails" if truth is False else "hangs" if truth is not True else "blocked"
        below = [self.of_blocker(each, here) for each in blocker.blockers if id(each.condition) in here.truths]
        return self.step("blocker", (self.of_expression(blocker.condition, here), *below), why=why, node=blocker.node, citation=blocker.node.citation)

    def of_silence(self, silence: Node, condition: Expr, here: Case) -> Proof | None:
        """A declared silence that covers a gap."""
        if not self.room():
            return None
        return self.step("silence", (self.of_expression(condition, here),), node=silence, citation=getattr(silence, "citation", None))

    # ------------------------------------------------------------ expressions

    def of_expression(self, expr: Expr, here: Case, known: bool = True) -> Proof | None:
        """An expression with its value (*known*: the box decides it) and those of its parts that were evaluated."""
        if not self.room():
            return None
        written = self.ready.written.get(id(expr), (expr, expr))[1]
        if isinstance(expr, (Fact, Decision)):
            return self.of_fact(expr, here)
        if isinstance(expr, (Conclusion, HasValue)):
            self.wanted.setdefault(expr.term, None)
        value = value_at(expr, here) if known or self.is_closed(expr, here) else None
        below = [self.of_expression(part, here, self.is_tested(expr)) for part in parts_shown(expr, written, here)]  # type: ignore[arg-type]
        unit = expr.unit if isinstance(expr, (Literal, Scale)) else ""
        data = numbers(expr, value, here)
        term = getattr(expr, "term", "")
        return self.step("expression", below, node=written, term=term, unit=unit, data=data, citation=written.citation, **stated(value))

    def of_fact(self, expr: Fact | Decision, here: Case) -> Proof:
        """A fact with its value, or what the case knows of it."""
        assert here.box is not None
        piece = here.box.get(expr.term)
        unit = getattr(self.ready.types.get(expr.term), "unit", "")
        given = piece is not None and is_single(piece)
        value = lowest(piece, self.ready.types[expr.term]) if given and piece is not None else None
        assumed = piece if piece is not None and expr.term not in self.settled.known else None
        return self.step(
            "expression", node=expr, term=expr.term, value=value, unit=unit, piece=assumed, data=numbers(expr, value, here), citation=expr.citation
        )

    def is_closed(self, expr: Expr, here: Case) -> bool:
        """Whether all facts of *expr* have single values in the box."""
        assert here.box is not None
        return all(is_single(here.box[fact]) for fact in self.ready.facts_in(expr) if fact in here.box)

    def is_tested(self, expr: Expr) -> bool:
        """Whether the parts of *expr* are conditions, each decided by the box."""
        return isinstance(expr, (All, Any, Not))


NOTHING_SAID = ("gap", "unread")
"""The outcomes that a declared silence may be the ground of."""

RANKED = ("gives", "defeated", "outranked", "hangs", "blocked", "fails", "sleeps")
"""The order in which the rules of a term are shown."""


def summary(step: Proof) -> dict[str, object]:
    """What a step says without those below it."""
    return {name: getattr(step, name) for name in ("term", "outcome", "value", "unit", "citation")}


def stated(value: object) -> dict[str, object]:
    """A value, or what stopped it."""
    if isinstance(value, Without):
        return {"outcome": value.outcome}
    if isinstance(value, NotApplicable):
        return {"outcome": "not_applicable"}
    return {} if value is None or isinstance(value, Varies) else {"value": value}


def covers(silence: Node, outcome: Outcome) -> bool:
    """Whether *silence* is what the outcome cites."""
    return any(each is silence for group in outcome.groups for each in group.sources)


def value_at(expr: Expr, here: Case) -> object:
    """The value of *expr* at the lowest values of the box."""
    try:
        return evaluate(expr, here.inner)
    except TooWide:
        return None


def parts_shown(expr: Expr, written: Node, here: Case) -> list[Node]:
    """The parts of *expr* that were evaluated, in the order written: of `and` and `or` those up to the one that decides."""
    if not isinstance(expr, (All, Any)):
        return [] if isinstance(expr, Count) else children(expr)
    seen = []
    for part in expr.parts:
        seen.append(part)
        if value_at(part, here) is isinstance(expr, Any):
            break
    order = {id(part): place for place, part in enumerate(getattr(written, "parts", ()))}
    origin = here.ready.written
    return sorted(seen, key=lambda part: order.get(id(origin.get(id(part), (part, part))[1]), 0))


def numbers(expr: Expr, value: object, here: Case) -> tuple[tuple[str, object], ...]:
    """The numbers that stand in a node; of a scale also the steps counted and what they came to before the cap, of a distribution what divides."""
    found: list[tuple[str, object]] = []
    for each in fields(type(expr)):
        of = getattr(expr, each.name)
        if (
            each.name in ("citation", "cuts", "term")
            or isinstance(of, NODE_CLASSES)
            or (isinstance(of, tuple) and of and isinstance(of[0], NODE_CLASSES))
        ):
            continue
        if of is not None and of != "" and of is not False:
            found.append((each.name, whole(of) if isinstance(of, Fraction) else of))
    if isinstance(expr, Scale) and value is not None and not isinstance(value, LACKING):
        counted = value_at(expr.of, here)
        if counted is not None and not isinstance(counted, LACKING):
            count = steps(expr, counted)  # type: ignore[arg-type]
            found += [("number", as_number(counted)), ("steps", count), ("reached", whole(expr.base + expr.gain * count))]  # type: ignore[arg-type]
    if isinstance(expr, Distribute) and isinstance(value, tuple):
        problem = problem_of(expr, [value_at(each, here) for each in inputs(expr)])  # type: ignore[misc]
        if problem is not None:
            divides = reached(problem)
            found += [(name, whole(number)) for name in ("over", "under", "low", "high") if (number := getattr(divides, name)) is not None]
    return tuple(found)


def alike(settled: Settled) -> list[list[CaseNode[Outcome]]]:
    """The leaves by what they conclude and on which grounds, in order; of unknown answers by what they conclude."""
    groups: dict[object, list[CaseNode[Outcome]]] = {}
    for leaf in settled.leaves:
        outcome = leaf.outcome
        grounds: object = None
        if isinstance(outcome, Outcome) and not settled.is_unknown:
            grounds = tuple(signature(group) for group in outcome.groups)
        groups.setdefault((key_of(leaf), grounds), []).append(leaf)
    return list(groups.values())


def signature(group: Group) -> object:
    """What tells the grounds of two cases apart."""
    return (group.term, tuple(id(source) for source in group.sources))

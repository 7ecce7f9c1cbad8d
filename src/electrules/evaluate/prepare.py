"""Making a tree ready: rules put into their order, parts of `and` and `or` into that of asking, equal conditions made one object."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from heapq import heapify, heappop, heappush
from itertools import groupby
from weakref import WeakValueDictionary

from attrs import evolve

from ..diagnostics.diagnostic import diagnose
from ..diagnostics.errors import RuleErrors
from ..limits import TREE_DEPTH
from ..tree.nodes import (
    All,
    Among,
    Any,
    Arithmetic,
    At,
    Blocker,
    Bracket,
    Compare,
    Conclusion,
    Constraint,
    Count,
    Decision,
    Definition,
    Distribute,
    Expr,
    Extreme,
    Fact,
    Field,
    HasValue,
    Literal,
    Node,
    Not,
    NotApplicable,
    Rank,
    Requirement,
    Round,
    Rule,
    Scale,
    Shift,
    Silence,
    Unread,
    Weekday,
    WorkingShift,
)
from ..tree.tree import Tree
from ..tree.types import Day, Moment, Number, OneOf, Term
from ..tree.walk import below, conclusions_in, depth, facts_in, fingerprint, rewritten
from ..values.number import whole
from .existing import existing, outside
from .order import asking_order, expressions, source_key
from .piece import Piece, full
from .ready import Gate, Ready, ReadyBlocker, ReadyDefinition, ReadyRule, ReadySilence, Run, Test


def made_ready(tree: Tree) -> Ready:
    """Make *tree* ready; where another day's tree that says the same is ready, it serves both."""
    said = _said(tree)
    key = tuple(map(id, said))
    found = _READY.get(key)
    if found is not None and all(a is b for a, b in zip(_said(found.tree), said, strict=True)):
        made = evolve(found, tree=tree, everything=completions(tree), outside=outside(facts_of(tree), tree.on))
        if is_of_its_day(tree):
            made = evolve(made, questions={}, rivals={})
    else:
        made = _Maker(tree).ready()
    _READY[key] = made
    return made


def is_of_its_day(tree: Tree) -> bool:
    """Whether which requirements of *tree* exclude each other may hang on its day: on the event, on what exists, on other conclusions."""
    claims = [each.claim for each in tree.requirements]
    if len(claims) < 2:
        return False
    dated = {term.id for term in facts_of(tree) if isinstance(term.type, OneOf) and any(each.since or each.until for each in term.type.members)}
    asked = claims + [each.condition for each in tree.constraints]
    return any(conclusions_in(each) or any(fact == tree.event or fact in dated for fact in facts_in(each)) for each in asked)


def facts_of(tree: Tree) -> tuple[Term, ...]:
    """The facts and decisions of *tree*."""
    return tuple(term for term in tree.terms if term.role != "conclusion")


def completions(tree: Tree) -> dict[str, Piece]:
    """The values that each fact may have on the day of *tree*."""
    return {term.id: full(existing(term.type, tree.on)) for term in facts_of(tree)}


def _said(tree: Tree) -> tuple[object, ...]:
    """All that making a tree ready looks at."""
    return (tree.terms, tree.definitions, tree.constraints, tree.requirements, tree.precedences, tree.principles, tree.order)


_READY: WeakValueDictionary[tuple[int, ...], Ready] = WeakValueDictionary()


class _Maker:
    """Scratch state of one run; never leaves this file."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.terms = {term.id: term for term in tree.terms}
        nodes: list[Definition | Requirement | Constraint] = [*tree.definitions, *tree.requirements, *tree.constraints]
        if any(depth(node) > TREE_DEPTH for node in nodes):
            raise RuleErrors([diagnose("ER0110", limit=str(TREE_DEPTH))])
        self.order = tree.order or asking_order(tree.terms, nodes)
        self.places = {fact: place for place, fact in enumerate(self.order)}
        self.written: dict[int, tuple[Node, Node]] = {}
        self.interned: dict[bytes, Expr] = {}
        self.prints: dict[int, bytes] = {}
        self.meanings: dict[int, bytes] = {}
        self.kept: list[Node] = []  # while their identities stand in meanings
        self.tests: dict[int, Test] = {}
        self.parts: dict[bytes, Expr] = {}
        self.gates: dict[tuple[str, frozenset[str]], Gate] = {}
        self.bindings = {
            term.id: (term.type.binding[0], frozenset(term.type.binding[1]))
            for term in tree.terms
            if isinstance(term.type, OneOf) and term.type.binding is not None and term.type.binding[0] in self.terms
        }
        self.reach = self._reach()

    def ready(self) -> Ready:
        """The tree, ready."""
        return Ready(
            self.tree,
            self.terms,
            {term.id: term.type for term in self.tree.terms},
            self.order,
            self.bindings,
            {each.term: self.definition(each) for each in self.tree.definitions},
            tuple((each, self.tested(each.condition)) for each in self.tree.constraints),
            {each.kind: each for each in self.tree.principles},
            self.written,
            {id(source): turn for turn, source in enumerate(sorted(self.sources, key=source_key))},
            completions(self.tree),
            self.tests,
            self.reach,
            outside(facts_of(self.tree), self.tree.on),
        )

    @property
    def sources(self) -> list[Rule | Silence]:
        """All rules and silences of the tree."""
        found: list[Rule | Silence] = []
        for each in self.tree.definitions:
            found += each.rules
            found += each.silences
        return found

    def definition(self, definition: Definition) -> ReadyDefinition:
        rules = in_turn(definition.rules)
        places: dict[str, list[int]] = {}
        for place, rule in enumerate(rules):
            places.setdefault(rule.name, []).append(place)
        hosts = [tuple(place for name in rule.excepts for place in places.get(name, ())) for rule in rules]
        exceptions: list[list[int]] = [[] for _ in rules]
        for place, (rule, its) in enumerate(zip(rules, hosts, strict=True)):
            for host in dict.fromkeys((*its, *(other for name in rule.defeats for other in places.get(name, ())))):
                exceptions[host].append(place)
        above: list[list[int]] = [[] for _ in rules]
        for precedence in definition.precedences:
            for under in places.get(precedence.under, ()):
                above[under].extend(places.get(precedence.over, ()))
        made = tuple(self.rule(rule, its) for rule, its in zip(rules, hosts, strict=True))
        return ReadyDefinition(
            definition.term,
            made,
            tuple(map(tuple, exceptions)),
            tuple(map(tuple, above)),
            definition.precedences,
            tuple(
                ReadySilence(each, self.tested(each.condition))
                for each in sorted(definition.silences, key=source_key)
                if each.kind != "contradiction"
            ),
            tuple(dict.fromkeys(each.gate for each in made if each.gate is not None)),
            tuple(runs(made)),
            definition.held,
            tuple(place for place, each in enumerate(made) if each.blockers),
        )

    def rule(self, rule: Rule, hosts: tuple[int, ...]) -> ReadyRule:
        blockers = tuple(self.blocker(each) for each in rule.blockers)
        is_exception = rule.is_exception or bool(rule.excepts)
        value, condition = self.sorted(rule.value), self.tested(rule.condition)
        return ReadyRule(rule, condition, value, self.unit(rule.value), blockers, hosts, is_exception, self.gate(condition))

    def gate(self, condition: Expr) -> Gate | None:
        """The test with which *condition* begins, if a list that always binds is asked for members."""
        while isinstance(condition, All) and condition.parts:
            condition = condition.parts[0]
        if isinstance(condition, Among) and isinstance(condition.of, Fact) and condition.of.term not in self.bindings:
            test = condition.of.term, frozenset(condition.members)
            return self.gates.setdefault(test, Gate(*test))
        return None

    def blocker(self, blocker: Blocker) -> ReadyBlocker:
        return ReadyBlocker(blocker, self.tested(blocker.condition), tuple(self.blocker(each) for each in blocker.blockers))

    # ------------------------------------------------------------------ parts

    def sorted(self, expr: Expr) -> Expr:
        """*expr* with the parts of `and` and `or` in the order of asking and the numbers of scales plain.

        Equal conditions of one provision are one object, and read alike.
        """
        made = rewritten(expr, self._sort)
        return self.interned.setdefault(fingerprint(made, self.prints), made)

    def tested(self, condition: Expr) -> Expr:
        """*condition* in the order of asking, with the parts that are worked out in its place noted."""
        made = self.sorted(condition)
        if id(made) not in self.tests:
            plain = self.plain(made)
            parts = plain.parts if isinstance(plain, (All, Any)) else (plain,)
            self.tests[id(made)] = Test(tuple(map(self.one, parts)), isinstance(plain, Any))
        return made

    def one(self, part: Expr) -> Expr:
        """The one object for all parts that mean what *part* means; a decision is refused by the provision in which it stands."""
        if any(isinstance(node, Decision) for node in below(part)):
            return part
        return self.parts.setdefault(fingerprint(part, self.meanings, but="citation"), part)

    def plain(self, condition: Expr) -> Expr:
        """*condition* without the parts of `and` and `or` that mean what one before them means, its numbers plain."""
        return rewritten(condition, self._once)

    def _once(self, node: Node, _: Node) -> Node:
        if isinstance(node, Bracket):
            made = evolve(node, least=_plain(node.least), most=_plain(node.most))
            self.written[id(made)] = (made, self.written.get(id(node), (node, node))[1])
            return made
        if not isinstance(node, (All, Any)):
            return node
        self.kept.append(node)
        first: dict[bytes, Expr] = {}
        for part in node.parts:
            first.setdefault(fingerprint(part, self.meanings, but="citation"), part)
        parts = tuple(first.values())
        if len(parts) == 1:
            return parts[0]
        return node if len(parts) == len(node.parts) else evolve(node, parts=parts)

    def _sort(self, node: Node, written: Node) -> Node:
        if isinstance(node, (All, Any)):
            node = evolve(node, parts=tuple(self._in_order(node.parts)))
        elif isinstance(node, Scale):
            node = _in_plain_numbers(node)
        self.written[id(node)] = (node, written)
        return node

    def _in_order(self, parts: Sequence[Expr]) -> Iterable[Expr]:
        """*parts* in the order of asking: by the last fact that each may ask, then the one before it; equals in an order of no meaning."""
        keys = [self._asks(part) for part in parts]
        tied = {str(key) for key in keys if keys.count(key) > 1}
        prints = [fingerprint(part, self.prints) if str(key) in tied else b"" for key, part in zip(keys, parts, strict=True)]
        return (parts[place] for place in sorted(range(len(parts)), key=lambda place: (keys[place], prints[place])))

    def _asks(self, part: Expr) -> list[int]:
        facts = [*facts_in(part, self.terms), *(fact for term in conclusions_in(part) for fact in self.reach.get(term, ()))]
        return sorted({self.places.get(fact, len(self.places)) for fact in facts}, reverse=True)

    def _reach(self) -> dict[str, frozenset[str]]:
        """The facts on which each concluded term may hang, through whatever other terms."""
        own = {each.term: frozenset(fact for expr in expressions(each) for fact in facts_in(expr, self.terms)) for each in self.tree.definitions}
        uses = {each.term: conclusions_in(each) for each in self.tree.definitions}
        reach: dict[str, frozenset[str]] = {}
        for term in foundations_first(uses):
            reach[term] = own.get(term, frozenset()).union(*(reach[each] for each in uses.get(term, ())))
        return reach

    # ------------------------------------------------------------------ units

    def unit(self, expr: Expr) -> str:
        """The unit of the value of *expr*."""
        match expr:
            case Literal(_, unit) | Scale(unit=unit) | Decision(unit=unit):
                return unit
            case Fact(term) | Conclusion(term):
                known = self.terms.get(term)
                return known.type.unit if known is not None and isinstance(known.type, Number) else ""
            case Round(of):
                return self.unit(of)
            case Arithmetic("-", (first, _)) if self.is_day(first):  # the days between two days
                return "day"
            case Extreme(_, parts) | Arithmetic("+" | "-", parts):
                return next(filter(None, map(self.unit, parts)), "")
            case Arithmetic(op, parts):
                units = [self.unit(part) for part in parts]
                return "" if op == "/" and any(units[1:]) else next(filter(None, units), "")
            case HasValue() | Not() | All() | Any() | Among() | Compare() | Bracket():  # yes or no
                return ""
            case (
                Shift() | At() | WorkingShift() | Weekday() | Count() | Field() | Distribute() | Rank() | NotApplicable() | Unread()
            ):  # no counted things
                return ""

    def is_day(self, expr: Expr) -> bool:
        """Whether the value of *expr* is a day or a moment."""
        match expr:
            case Literal(value):
                return isinstance(value, date)
            case Fact(term) | Conclusion(term):
                known = self.terms.get(term)
                return known is not None and isinstance(known.type, Day | Moment)
            case Extreme(_, (first, *_)):
                return self.is_day(first)
            case Shift() | At() | WorkingShift():
                return True
            case _:
                return False


def _in_plain_numbers(scale: Scale) -> Scale:
    """*scale* with ints where its numbers are whole; they are divided by `//` or as fractions only."""
    base, above, step, gain = (whole(each) for each in (scale.base, scale.above, scale.step, scale.gain))
    return evolve(scale, base=base, above=above, step=step, gain=gain, cap=_plain(scale.cap))  # type: ignore[arg-type]


def _plain(number: Fraction | None) -> Fraction | None:
    """*number* as an int where it is whole: reckoning with fractions takes long."""
    return None if number is None else whole(number)  # type: ignore[return-value]


def runs(rules: Sequence[ReadyRule]) -> Iterable[Run]:
    """*rules* cut where the gate changes; whether one shuts an exception is asked only when a rule that it excepts may speak."""
    for gate, its in groupby(enumerate(rules), lambda each: None if each[1].is_exception else each[1].gate):
        yield Run(gate, tuple(its))


def in_turn(rules: Sequence[Rule]) -> list[Rule]:
    """*rules* in a fixed order in which every rule stands after those that it excepts."""
    ranked = sorted(rules, key=source_key)
    places: dict[str, list[int]] = {}
    for place, rule in enumerate(ranked):
        places.setdefault(rule.name, []).append(place)
    waiting = [{host for name in rule.excepts for host in places.get(name, ())} for rule in ranked]
    inside: list[list[int]] = [[] for _ in ranked]
    for place, hosts in enumerate(waiting):
        for host in hosts:
            inside[host].append(place)
    free = [place for place, hosts in enumerate(waiting) if not hosts]
    heapify(free)
    turn = []
    while free:
        place = heappop(free)
        turn.append(ranked[place])
        for each in inside[place]:
            waiting[each].discard(place)
            if not waiting[each]:
                heappush(free, each)
    if len(turn) < len(ranked):
        raise RuleErrors(
            [diagnose("ER0505", case="exceptions", chain=", ".join(rule.name for rule, hosts in zip(ranked, waiting, strict=True) if hosts))]
        )
    return turn


def foundations_first(uses: dict[str, tuple[str, ...]]) -> Iterable[str]:
    """Concluded terms, each after those that it uses; a circle is an error of the rulebook."""
    done: dict[str, None] = {}
    for start in uses:
        path: dict[str, None] = {}
        stack = [(start, False)]
        while stack:
            term, left = stack.pop()
            if left:
                path.pop(term, None)
                done[term] = None
            elif term in path:
                raise RuleErrors([diagnose("ER0505", chain=", ".join(path))])
            elif term not in done:
                path[term] = None
                stack.append((term, True))
                stack.extend((each, False) for each in uses.get(term, ()))
    return done

"""What a small tree means, by brute force: every completion, and sections 2 and 3 of the semantics word for word.

Written apart from the evaluator and as plainly as possible, to be compared with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import product
from math import ceil, floor

from attrs import evolve

from electrules.testing.rulebooks import completions
from electrules.tree import nodes as n
from electrules.tree.tree import Tree
from electrules.tree.types import OneOf
from electrules.tree.walk import conclusions_in, facts_in, fingerprint, rewritten

BAD = {"answered": 0, "not_applicable": 1, "gap": 2, "unread": 3, "conflict": 4}


class NoCompletion(Exception):
    """The facts break the bounds of a decision."""


class Without:
    """No value, because of *outcome*, brought by *terms*."""

    def __init__(self, outcome, terms=()):
        self.outcome, self.terms = outcome, tuple(terms)

    def __eq__(self, other):
        return isinstance(other, Without)

    def __hash__(self):
        return 0


class World:
    """One completion of a tree."""

    def __init__(self, tree: Tree, facts: Mapping[str, object]):
        self.tree, self.facts = tree, facts
        self.types = {term.id: term.type for term in tree.terms}
        self.memo = {}
        self.reach = {}

    # -------------------------------------------------------- expressions

    def fact(self, name):
        type_ = self.types[name]
        if isinstance(type_, OneOf) and type_.binding and self.fact(type_.binding[0]) not in type_.binding[1]:
            return None
        return self.facts[name]

    def value(self, expr, uses):
        """The value of *expr*; concluded terms used are added to *uses*."""
        if isinstance(expr, n.Literal):
            return expr.value
        if isinstance(expr, n.Fact):
            return self.fact(expr.term)
        if isinstance(expr, n.NotApplicable):
            return "not applicable"
        if isinstance(expr, n.Unread):
            return Without("unread")
        if isinstance(expr, n.Decision):
            given = self.fact(expr.term)
            if (expr.least is not None and given < expr.least) or (expr.most is not None and given > expr.most):
                raise NoCompletion
            return given
        if isinstance(expr, n.Conclusion):
            kind, value, *_ = self.outcome(expr.term)
            if kind != "answered":
                return Without(kind, [expr.term])
            uses.append(expr.term)
            return value
        if isinstance(expr, n.HasValue):
            kind = self.outcome(expr.term)[0]
            if kind == "unread":
                return Without(kind, [expr.term])
            if kind != "gap":
                uses.append(expr.term)
            return kind == "answered"
        if isinstance(expr, n.Not):
            value = self.value(expr.of, uses)
            return value if isinstance(value, Without) else not value
        if isinstance(expr, (n.All, n.Any)):
            decisive = isinstance(expr, n.Any)
            lacking = []
            for part in self.sorted(expr.parts):
                value = self.value(part, uses)
                if value is decisive:
                    return decisive
                if isinstance(value, Without):
                    lacking.append(value)
            return worst(lacking) if lacking else not decisive
        if isinstance(expr, n.Among):
            return self.value(expr.of, uses) in expr.members
        if isinstance(expr, n.Bracket):
            value = self.value(expr.of, uses)
            above = expr.least is None or (value > expr.least if expr.over else value >= expr.least)
            below = expr.most is None or (value < expr.most if expr.under else value <= expr.most)
            return above and below
        if isinstance(expr, n.Compare):
            values = [self.value(expr.left, uses), self.value(expr.right, uses)]
            if lacking := [each for each in values if isinstance(each, Without)]:
                return worst(lacking)
            a, b = values
            return {"<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "=": a == b, "!=": a != b}[expr.op]
        if isinstance(expr, n.Scale):
            value = self.value(expr.of, uses)
            if isinstance(value, Without):
                return value
            count = max(Fraction(value - expr.above) / expr.step, Fraction(0))
            count = {"whole": floor(count), "begun": ceil(count), "share": count}[expr.partial]
            total = expr.base + count * expr.gain
            return total if expr.cap is None else min(total, expr.cap)
        if isinstance(expr, (n.Arithmetic, n.Extreme)):
            values = [self.value(part, uses) for part in expr.parts]
            if lacking := [each for each in values if isinstance(each, Without)]:
                return worst(lacking)
            if isinstance(expr, n.Extreme):
                return min(values) if expr.which == "least" else max(values)
            total, *rest = values
            for each in rest:
                if expr.op == "/" and each == 0:
                    return Without("conflict")
                total = {"+": lambda: total + each, "-": lambda: total - each, "*": lambda: total * each, "/": lambda: Fraction(total) / each}[
                    expr.op
                ]()
            return total
        if isinstance(expr, n.Round):
            value = self.value(expr.of, uses)
            return value if isinstance(value, Without) else floor(value + Fraction(1, 2))
        raise AssertionError(expr)

    def sorted(self, parts):
        """The parts of `and` and `or` in the order of asking."""
        places = {fact: place for place, fact in enumerate(self.tree.order)}

        def asks(part):
            names = set(facts_in(part)).union(*(self.facts_under(term) for term in conclusions_in(part)))
            return sorted((places[name] for name in names), reverse=True)

        def canonical(part):
            return rewritten(part, lambda node, _: evolve(node, parts=tuple(self.sorted(node.parts))) if isinstance(node, (n.All, n.Any)) else node)

        return sorted(parts, key=lambda part: (asks(part), fingerprint(canonical(part))))

    def facts_under(self, term):
        if term not in self.reach:
            definition = self.definition(term)
            exprs = [
                expr for rule in definition.rules for expr in (rule.condition, rule.value, *(each.condition for each in every_blocker(rule.blockers)))
            ]
            exprs += [silence.condition for silence in definition.silences]
            self.reach[term] = {name for expr in exprs for name in facts_in(expr)}.union(
                *(self.facts_under(other) for expr in exprs for other in conclusions_in(expr))
            )
        return self.reach[term]

    def definition(self, term):
        return next((each for each in self.tree.definitions if each.term == term), n.Definition(term, ()))

    # -------------------------------------------------------------- terms

    def outcome(self, term):
        """(kind, value, names of the rules cited, terms used), once for each term."""
        if term not in self.memo:
            self.memo[term] = self.work_out(self.definition(term))
        return self.memo[term]

    def work_out(self, definition):
        self_uses = {}
        reads = {}
        awake = {}

        def read(holder):
            key = fingerprint(holder.condition)
            uses = []
            if key not in reads:
                reads[key] = self.value(holder.condition, uses)
                self_uses[key] = uses
            return reads[key]

        def may_hold(blocker, hang):
            """no, yes, or None where readings differ; then what it hangs on is noted."""
            if read(blocker) is False:
                return False
            own = [fingerprint(blocker.condition)] if isinstance(read(blocker), Without) else []
            inner = [may_hold(each, own) for each in blocker.blockers]
            if True in inner:
                return False
            if not own and None not in inner:
                return True
            hang += own
            return None

        hangs = {}
        for rule in hosts_first(definition.rules):
            excepts = [each for each in definition.rules if each.name in rule.excepts]
            awake[rule.name] = not (rule.excepts or rule.is_exception) or any(awake[host.name] for host in excepts)
            if awake[rule.name]:
                if read(rule) is False:
                    awake[rule.name] = False
                    continue
                hang = [fingerprint(rule.condition)] if isinstance(read(rule), Without) else []
                if True in [may_hold(each, hang) for each in rule.blockers]:
                    awake[rule.name] = False
                else:
                    hangs[rule.name] = hang
        stops = [key for key in dict.fromkeys(key for hang in hangs.values() for key in hang)]

        def every_result():
            for choice in product((False, True), repeat=len(stops)):
                yield self.under(definition, {**reads, **dict(zip(stops, choice))})

        results = list(every_result())
        if self.is_held(definition) and any(not left for *_, left, _ in results):  # nothing remains: what the silences say matters
            for silence in definition.silences:
                if isinstance(read(silence), Without) and silence.kind == "unread" and fingerprint(silence.condition) not in stops:
                    stops.append(fingerprint(silence.condition))
            results = list(every_result())
        if len({(kind, value) for kind, value, _, _ in results}) == 1:
            kind, value, _, worths = results[0]
            rules = [rule for rule in definition.rules if any(rule in cited for _, _, cited, _ in results)]
            brought = (
                [term for _, _, _, all_worths in results for rule in rules for term in brought_by(all_worths.get(rule.name))]
                if kind != "answered"
                else []
            )
            if kind == "conflict" and any(len({repr(v) for v in w.values() if not isinstance(v, Without)}) > 1 for *_, w in results):
                brought = []
        else:
            value = None
            kind = worst([reads[key] for key in stops]).outcome
            rules = [rule for rule in definition.rules if any(reads[key].outcome == kind for key in hangs.get(rule.name, ()))]
            brought = [term for key in stops if reads[key].outcome == kind for term in reads[key].terms]
        used = list(brought)
        for rule in rules:
            for key in condition_keys(rule):
                used += self_uses.get(key, [])
            if any(rule.name in worths for *_, worths in results):
                uses = []
                self.value(rule.value, uses)
                used += uses
        names = {rule.name for rule in rules}
        if not rules and len({(kind, value) for kind, value, _, _ in results}) > 1:
            hanging = [silence for silence in definition.silences if silence.kind == "unread"]
            names = {each.reason for each in hanging if isinstance(read(each), Without) and read(each).outcome == kind}
        elif not rules and self.is_held(definition):
            holding = [
                silence for silence in definition.silences if read(silence) is True or (isinstance(read(silence), Without) and kind == "unread")
            ]
            names = {silence.reason for silence in holding if kind == "gap" or silence.kind == "unread"}
        return kind, value, names, list(dict.fromkeys(used))

    def is_held(self, definition):
        """Whether the rulebook holds the law on the term of the day whose law is asked."""
        return definition.held is not None and not self.tree.law_on < definition.held

    def under(self, definition, reading):
        """(kind, value, rules cited, values of the rules that remain) under one reading of all conditions."""
        by_name = {rule.name: rule for rule in definition.rules}

        def holds(blocker):
            return reading.get(fingerprint(blocker.condition)) is True and not any(holds(each) for each in blocker.blockers)

        def speaks(rule):
            if rule.excepts or rule.is_exception:
                if not any(speaks(by_name[name]) for name in rule.excepts if name in by_name):
                    return False
            return reading.get(fingerprint(rule.condition)) is True and not any(holds(each) for each in rule.blockers)

        speaking = [rule for rule in definition.rules if speaks(rule)]
        left = [rule for rule in speaking if not any(rule.name in (*other.excepts, *other.defeats) for other in speaking)]
        left = [
            rule
            for rule in left
            if not any(each.under == rule.name and any(each.over == other.name for other in left) for each in definition.precedences)
        ]
        top = min((rule.rank for rule in left), default=0)
        left = [rule for rule in left if rule.rank == top]
        left = [rule for rule in left if not any(other.issuer == rule.issuer and other.issued > rule.issued for other in left)]
        if not left:
            unread = [each for each in definition.silences if each.kind == "unread" and reading.get(fingerprint(each.condition)) is True]
            return ("unread" if unread or not self.is_held(definition) else "gap"), None, [], {}
        worths = {rule.name: self.value(rule.value, []) for rule in left}
        given = {name: value for name, value in worths.items() if not isinstance(value, Without)}
        if len({(value, value == "not applicable") for value in given.values()}) > 1:
            return "conflict", None, left, worths
        lacking = [value for value in worths.values() if isinstance(value, Without)]
        if lacking:
            bad = worst(lacking).outcome
            return bad, None, [rule for rule in left if isinstance(worths[rule.name], Without) and worths[rule.name].outcome == bad], worths
        value = next(iter(given.values()))
        return ("not_applicable", None, left, worths) if value == "not applicable" else ("answered", value, left, worths)

    def cited(self, term):
        """The names of all rules and silences cited, the term's own and those of terms used."""
        names, todo, done = set(), [term], set()
        while todo:
            each = todo.pop()
            if each not in done:
                done.add(each)
                _, _, rules, used = self.outcome(each)
                names |= rules
                todo += used
        return names


def brought_by(value):
    return value.terms if isinstance(value, Without) else ()


def worst(values: Iterable[Without]) -> Without:
    """The worst, with the terms of all that are as bad."""
    values = list(values)
    outcome = max((each.outcome for each in values), key=BAD.get)
    return Without(outcome, dict.fromkeys(term for each in values if each.outcome == outcome for term in each.terms))


def hosts_first(rules):
    found = []
    while len(found) < len(rules):
        names = {rule.name for rule in rules} - {rule.name for rule in found}
        found += [rule for rule in rules if rule not in found and not names & set(rule.excepts)]
    return found


def every_blocker(blockers):
    for each in blockers:
        yield each
        yield from every_blocker(each.blockers)


def condition_keys(rule):
    yield fingerprint(rule.condition)
    for each in rule.blockers:
        yield from condition_keys(each)


# ------------------------------------------------------------ partial facts


def all_outcomes(tree: Tree, known: Mapping[str, object]):
    """Every completion with its outcome and what it cites."""
    found = []
    for facts in completions(tree, known):
        world = World(tree, facts)
        try:
            kind, value, *_ = world.outcome(tree.term)
            cited = world.cited(tree.term)
        except NoCompletion:
            continue
        if all(world.value(each.condition, []) is not False for each in tree.constraints):
            found.append((facts, (kind, value), cited))
    return found


def missing(tree: Tree, found) -> tuple[str, ...]:
    """The facts left after striking, the last in the order of asking first, each that the others can do without."""
    names = [name for name in tree.order if len({facts[name] for facts, *_ in found}) >= 1]
    kept = list(names)
    for name in reversed(names):
        rest = [each for each in kept if each != name]
        seen = {}
        if all(seen.setdefault(tuple(facts[each] for each in rest), result) == result for facts, result, _ in found):
            kept = rest
    return tuple(kept)

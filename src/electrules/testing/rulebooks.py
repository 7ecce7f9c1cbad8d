"""Random small rulebooks as Hypothesis strategies: trees with facts so few that all completions can be gone through.

They have all that may meet in a term: exceptions of exceptions, blockers of blockers, precedence, rank, later acts of
the same issuer, tables, two facts compared, concluded terms in conditions and values, decisions, silences, texts that
nobody has read, law older than the rulebook, constraints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from typing import Any as Anything

from hypothesis import strategies as st

from ..evaluate.order import asking_order
from ..source.citation import Citation
from ..tree.nodes import (
    All,
    Among,
    Any,
    Arithmetic,
    Blocker,
    Bracket,
    Compare,
    Conclusion,
    Constraint,
    Decision,
    Definition,
    Expr,
    Extreme,
    Fact,
    HasValue,
    Literal,
    Not,
    NotApplicable,
    Precedence,
    Round,
    Rule,
    Scale,
    Silence,
    Unread,
    Value,
)
from ..tree.tree import Tree
from ..tree.types import Member, Number, OneOf, Term, Type, YesNo

DAY = date(2021, 5, 23)
ASKED, NUMBER, FLAG = "asked", "used number", "used flag"


def term(name: str, role: str, type_: Type, rank: int = 0) -> Term:
    """A term whose Vietnamese name is its English one, marked."""
    return Term(name, ((f"{name} (vi)",), (name,)), role, type_, rank=rank)


def members(*names: str) -> tuple[Member, ...]:
    """The members of a closed list."""
    return tuple(Member(name, (f"{name} (vi)",), (name,)) for name in names)


FACTS = (
    term("kind", "fact", OneOf(members("a", "b", "c"), "kind"), 0),
    term("name", "fact", OneOf(members("x", "y"), "name", ("kind", ("a", "b"))), 1),
    term("flag", "fact", YesNo(), 2),
    term("mark", "fact", YesNo(), 3),
    term("many", "fact", Number(Fraction(0), Fraction(4)), 4),
    term("few", "fact", Number(Fraction(0), Fraction(2)), 5),
    term("decided", "decision", Number(Fraction(0), Fraction(3)), 6),
)
CONCLUSIONS = (term(ASKED, "conclusion", Number(None, None)), term(NUMBER, "conclusion", Number(None, None)), term(FLAG, "conclusion", YesNo()))
VALUES: Mapping[str, tuple[Value, ...]] = {
    "kind": ("a", "b", "c"),
    "name": ("x", "y"),
    "flag": (False, True),
    "mark": (False, True),
    "many": (0, 1, 2, 3, 4),
    "few": (0, 1, 2),
    "decided": (0, 1, 2, 3),
}


def cite(article: int, clause: int = 1) -> Citation:
    """A place in an invented instrument."""
    return Citation("1/2001/TEST", str(article), str(clause))


# ---------------------------------------------------------------- expressions

small = st.integers(0, 4)


def tests(facts: frozenset[str]) -> st.SearchStrategy[Expr]:
    """Conditions of a single test on *facts*."""
    every: list[st.SearchStrategy[Expr]] = [st.builds(lambda yes: All(()) if yes else Any(()), st.booleans())]
    if "kind" in facts:
        every.append(st.builds(lambda some: Among(Fact("kind"), tuple(some)), st.lists(st.sampled_from("abc"), min_size=1, max_size=2, unique=True)))
    if "name" in facts:
        every.append(st.builds(lambda one: Among(Fact("name"), (one,)), st.sampled_from("xy")))
    every += [st.just(Fact(fact)) for fact in ("flag", "mark") if fact in facts]
    for fact in ("many", "few"):
        if fact in facts:
            every.append(
                st.builds(lambda op, at, fact=fact: Compare(op, Fact(fact), Literal(at)), st.sampled_from(("<", "<=", ">", ">=", "=", "!=")), small)
            )
            every.append(brackets(fact))
    if {"many", "few"} <= facts:
        op = st.sampled_from(("<", "<=", ">", ">=", "=", "!="))
        every.append(st.builds(lambda op: Compare(op, Fact("many"), Fact("few")), op))
        every.append(st.builds(lambda op, by: Compare(op, Arithmetic("*", (Literal(by), Fact("few"))), Fact("many")), op, small))
        every.append(st.builds(lambda op, at: Compare(op, Arithmetic("-", (Fact("few"), Fact("many"))), Literal(at)), op, st.integers(-2, 2)))
        every.append(st.builds(lambda op: Compare(op, Arithmetic("/", (Fact("many"), Fact("few"))), Literal(Fraction(3, 2))), op))
    return st.one_of(every)


@st.composite
def brackets(draw: st.DrawFn, fact: str) -> Expr:
    """A bracket of a table with its boundaries."""
    cuts = draw(st.lists(small, min_size=1, max_size=3, unique=True).map(sorted))
    place = draw(st.integers(0, len(cuts)))
    over, under = draw(st.booleans()), draw(st.booleans())
    least = Fraction(cuts[place - 1]) if place else None
    most = Fraction(cuts[place]) if place < len(cuts) else None
    return Bracket(Fact(fact), least, over and least is not None, most, under and most is not None, tuple(map(Fraction, cuts)))


def conditions(facts: frozenset[str], terms: frozenset[str]) -> st.SearchStrategy[Expr]:
    """Conditions over *facts* and the concluded *terms*."""
    leaves: list[st.SearchStrategy[Expr]] = [tests(facts)] * 3
    if FLAG in terms:
        leaves.append(st.sampled_from((Conclusion(FLAG), Not(Conclusion(FLAG)), HasValue(FLAG))))
    if NUMBER in terms:
        op = st.sampled_from(("<", ">=", "="))
        leaves.append(st.builds(lambda op, at: Compare(op, Conclusion(NUMBER), Literal(at)), op, small))
        leaves.append(st.just(HasValue(NUMBER)))
    return st.recursive(
        st.one_of(leaves),
        lambda inner: st.one_of(
            st.builds(lambda parts: All(tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
            st.builds(lambda parts: Any(tuple(parts)), st.lists(inner, min_size=1, max_size=3)),
            st.builds(Not, inner),
        ),
        max_leaves=4,
    )


def numbers(facts: frozenset[str], terms: frozenset[str]) -> st.SearchStrategy[Expr]:
    """Values that are numbers, or say that there is none."""
    plain: list[st.SearchStrategy[Expr]] = [st.builds(Literal, st.integers(0, 2))]
    every = plain * 8 + [st.just(NotApplicable()), st.just(NotApplicable()), st.just(Unread("not read"))]
    if "many" in facts:
        partial = st.sampled_from(("whole", "begun", "share"))
        gain, cap = st.integers(-1, 2).map(Fraction), st.none() | st.integers(0, 4).map(Fraction)
        every.append(
            st.builds(
                lambda above, step, gain, cap, how: Scale(Fact("many"), above, step, gain, Fraction(1), cap, how),
                st.integers(0, 2).map(Fraction),
                st.integers(1, 2).map(Fraction),
                gain,
                cap,
                partial,
            )
        )
        every.append(st.just(Round(Arithmetic("/", (Fact("many"), Literal(2))), "half up")))
        every.append(st.just(Extreme("least", (Fact("many"), Literal(2)))))
    if {"many", "few"} <= facts:
        every.append(st.sampled_from((Arithmetic("-", (Fact("many"), Fact("few"))), Arithmetic("/", (Fact("many"), Fact("few"))), Fact("few"))))
    if NUMBER in terms:
        every.append(st.sampled_from((Conclusion(NUMBER), Arithmetic("+", (Conclusion(NUMBER), Literal(1))))))
    if "decided" in facts:
        every.append(
            st.builds(
                lambda most: Decision("decided", ("ai", "who"), None, Fraction(1), most, citation=cite(90)), st.sampled_from((Fraction(2), None))
            )
        )
    return st.one_of(every)


# ---------------------------------------------------------------------- rules


@st.composite
def blockers(draw: st.DrawFn, facts: frozenset[str], terms: frozenset[str], depth: int = 0) -> Blocker:
    """A blocker, perhaps with blockers of its own."""
    number = draw(st.integers(50, 60))
    inner = draw(st.lists(blockers(facts, terms, depth + 1), max_size=1)) if depth < 1 else []
    return Blocker(f"blocker {number}", draw(conditions(facts, terms)), cite(number), tuple(inner))


@st.composite
def definitions(draw: st.DrawFn, name: str, facts: frozenset[str], terms: frozenset[str], most: int = 5) -> Definition:
    """All that is in force on one term."""
    rules: list[Rule] = []
    first = (ASKED, NUMBER, FLAG).index(name) * 10 + 1
    for place in range(draw(st.integers(0 if name != ASKED else 1, most))):
        excepts = tuple(rule.name for rule in rules if draw(st.integers(0, 3)) == 0)
        defeats = tuple(rule.name for rule in rules if draw(st.integers(0, 5)) == 0)
        value = numbers(facts, terms) if name != FLAG else st.one_of(st.builds(Literal, st.booleans()), st.just(NotApplicable()), tests(facts))
        rules.append(
            Rule(
                f"{name} {place}",
                name,
                draw(conditions(facts, terms)),
                draw(value),
                cite(first + place),
                excepts=excepts,
                is_exception=bool(excepts) or draw(st.integers(0, 15)) == 0,
                blockers=tuple(draw(st.lists(blockers(facts, terms), max_size=1))) if draw(st.integers(0, 2)) == 0 else (),
                rank=draw(st.sampled_from((0, 0, 1))),
                issuer=draw(st.sampled_from("AAB")),
                issued=date(2015 + draw(st.integers(0, 1)), 1, 1),
                status=draw(st.sampled_from(("official", "official", "secondary", "unconfirmed", "unmarked"))),
                defeats=defeats,
            )
        )
    pairs = [(over, under) for over in rules for under in rules if over.name < under.name]
    precedences = tuple(Precedence(over.name, under.name, cite(80)) for over, under in pairs if draw(st.integers(0, 9)) == 0)
    silences = tuple(
        Silence(name, draw(conditions(facts, terms)), f"silence {place}", draw(st.sampled_from(("meant", "unread"))), cite(70 + place))
        for place in range(draw(st.sampled_from((0, 0, 1, 2))))
    )
    held = draw(st.sampled_from((date.min, date.min, date.min, DAY, DAY + timedelta(days=1), None)))
    return Definition(name, tuple(rules), precedences, silences, held)


@st.composite
def trees(draw: st.DrawFn, *, depends: bool = True, constrained: bool = True, most_rules: int = 5) -> Tree:
    """A small tree; *depends*: with concluded terms in conditions and values; *constrained*: with constraints between facts."""
    names = [each.id for each in FACTS]
    facts = frozenset(draw(st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True)))
    facts |= {"kind"} if "name" in facts else frozenset()
    used = [NUMBER, FLAG] if depends else []
    parts = [draw(definitions(ASKED, facts, frozenset(used), most_rules))]
    for place, name in enumerate(used):
        parts.append(draw(definitions(name, facts - {"decided"}, frozenset(used[place + 1 :]), 2)))
    constraints = tuple(
        Constraint(draw(conditions(facts - {"decided"}, frozenset())), cite(75 + place))
        for place in range(draw(st.sampled_from((0, 0, 1, 2))) if constrained else 0)
    )
    terms = tuple(each for each in FACTS if each.id in facts) + CONCLUSIONS
    order = asking_order(terms, (*parts, *constraints))
    return Tree(ASKED, DAY, DAY, None, terms, tuple(parts), constraints, order=order)


def completions(tree: Tree, known: Mapping[str, Value] | None = None) -> Iterator[dict[str, Value]]:
    """Every way to know all facts of a small tree, *known* ones as they are."""
    known = known or {}
    names = [each.id for each in tree.terms if each.role != "conclusion"]
    for values in product(*((known[name],) if name in known else VALUES[name] for name in names)):
        yield dict(zip(names, values, strict=True))


@st.composite
def facts(draw: st.DrawFn, tree: Tree, *, partial: bool = True) -> dict[str, Anything]:
    """Facts for a small tree, some of them left out where *partial*."""
    found = {}
    for each in tree.terms:
        if each.role != "conclusion" and (not partial or draw(st.booleans())):
            found[each.id] = draw(st.sampled_from(VALUES[each.id]))
    return found

"""A made-up term whose rules show all that may happen to a rule: conflict, defeat, block, outranking, arithmetic."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from electrules.source.citation import Citation
from electrules.tree.nodes import (
    All,
    Arithmetic,
    Blocker,
    Compare,
    Definition,
    Expr,
    Extreme,
    Fact,
    Literal,
    Precedence,
    Principle,
    Round,
    Rule,
    Scale,
    Value,
)
from electrules.tree.tree import Tree
from electrules.tree.types import Number, Term, Unit, YesNo

DAY = date(2021, 5, 23)
FACTS: dict[str, object] = {"people": 217, "night": True, "storm": True}


def at(article: int, instrument: str = "1/2001/ABC") -> Citation:
    return Citation(instrument, str(article))


BOAT = Unit("boat", ("thuyền",), ("boat", "boats"))
ASKED = Term("boats", (("Số thuyền",), ("boats",)), "conclusion", Number(None, None, "boat"))
PEOPLE = Term("people", (("Số người",), ("people",)), "fact", Number(Fraction(0), Fraction(10**6)))
NIGHT = Term("night", (("Ban đêm",), ("night",)), "fact", YesNo())
STORM = Term("storm", (("Có bão",), ("storm",)), "fact", YesNo())


def rule(name: str, article: int, value: Expr, condition: Expr | None = None, **more: object) -> Rule:
    return Rule(name, "boats", condition or All(()), value, at(article), **more)  # type: ignore[arg-type]


def number(value: Value) -> Literal:
    return Literal(value, "boat")


def tree(*rules: Rule, precedences: tuple[Precedence, ...] = (), principles: tuple[Principle, ...] = ()) -> Tree:
    definition = Definition("boats", rules, precedences)
    terms, order = (ASKED, PEOPLE, NIGHT, STORM), ("night", "storm", "people")
    return Tree("boats", DAY, DAY, None, terms, (definition,), principles=principles, order=order, units=(BOAT,))


CONFLICT = tree(rule("a", 1, number(3), Compare(">", Fact("people"), Literal(10))), rule("b", 2, number(4)))
DEFEATED = tree(rule("a", 1, number(3)), rule("b", 2, number(4), Fact("night"), excepts=("a",), is_exception=True))
BLOCKED = tree(rule("a", 1, number(3), blockers=(Blocker("s", Fact("storm"), at(9)),)), rule("b", 2, number(4)))
PREFERRED = tree(rule("a", 1, number(3)), rule("b", 2, number(4)), precedences=(Precedence("b", "a", at(7)),))
HIGHER = tree(rule("a", 1, number(3), rank=1), rule("b", 2, number(4), rank=2), principles=(Principle("rank", at(156, "80/2015/ABC")),))
LATER = tree(
    rule("a", 1, number(3), issuer="x", issued=date(2001, 1, 1)),
    rule("b", 2, number(4), issuer="x", issued=date(2011, 1, 1)),
    principles=(Principle("later", at(157, "80/2015/ABC")),),
)
RULEBOOKS = {"conflict": CONFLICT, "defeated": DEFEATED, "blocked": BLOCKED, "preferred": PREFERRED, "higher": HIGHER, "later": LATER}


def scale(partial: str) -> Scale:
    return Scale(Fact("people"), Fraction(100), Fraction(30), Fraction(2), Fraction(5), Fraction(50), partial)


def computed(value: Expr) -> Tree:
    return tree(rule("a", 1, value))


SUM = Arithmetic("+", (Arithmetic("*", (Fact("people"), Literal(7))), Literal(11)))
ROUNDED = Round(Arithmetic("/", (Fact("people"), Literal(8))), "up", Fraction(1))
LEAST = Extreme("least", (Fact("people"), Literal(93)))

"""An invented law on seats, as a tree: for tests of the evaluator that a reader can work out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import partial

from electrules.source.citation import Citation
from electrules.tree.nodes import (
    All,
    Among,
    Blocker,
    Bracket,
    Compare,
    Constraint,
    Decision,
    Definition,
    Fact,
    Interpretation,
    Literal,
    Not,
    Principle,
    Rule,
    Scale,
)
from electrules.tree.tree import Tree
from electrules.tree.types import Clock, Day, ListOf, Member, Number, OneOf, Record, Term, Text, Type, YesNo

ON = date(2021, 5, 23)


MARKED = partial(Rule, status="official")
"""A rule that was read in an official text."""


def cite(article: int, point: str | None = None) -> Citation:
    return Citation("1/2001/QH1", str(article), "1", point)


def term(name: str, vi: str, type_: Type, role: str = "fact", rank: int = 0, decides: str | None = None) -> Term:
    return Term(name, ((vi,), (name,)), role, type_, rank=rank, decides=decides)


def member(name: str, *vi: str) -> Member:
    return Member(name, vi, (name,))


KIND = OneOf((member("province", "tỉnh"), member("district", "huyện"), member("commune", "xã"), member("ward", "phường")), "kind")
NAME = OneOf(
    (Member("Hà Nội", ("Hà Nội", "TP. Hà Nội"), ("Hà Nội", "Ha Noi city")), member("Huế", "Huế", "Thừa Thiên Huế")), "name", ("kind", ("province",))
)
PERSON = Record("person", (("name", Text()), ("woman", YesNo()), ("age", Number(Fraction(0), Fraction(150)))))
TERMS = (
    term("kind", "loại", KIND),
    term("name", "tên", NAME, rank=1),
    term("population", "dân số", Number(Fraction(0), Fraction(20_000_000), "people"), rank=2),
    term("upland", "miền núi", YesNo(), rank=3),
    term("units", "số đơn vị", Number(Fraction(0), Fraction(999)), rank=4),
    term("share", "tỷ lệ", Number(Fraction(0), Fraction(1), whole=False), rank=5),
    term("election day", "ngày bầu cử", Day(asked=True), rank=6),
    term("posted", "ngày niêm yết", Day(), rank=7),
    term("opens", "giờ mở cửa", Clock(), rank=8),
    term("people", "những người", ListOf(PERSON), rank=9),
    term("motto", "khẩu hiệu", Text(), rank=10),
    term("decided", "số được quyết định", Number(Fraction(0), Fraction(500), "deputy"), "decision", 11, "seats"),
    term("seats", "số đại biểu", Number(Fraction(0), Fraction(500), "deputy"), "conclusion"),
    term("answer", "trả lời", Number(None, None, whole=False), "conclusion"),
)


def is_kind(*names: str) -> Among:
    return Among(Fact("kind"), names)


def up_to(number: int) -> Bracket:
    return Bracket(Fact("population"), None, False, Fraction(number), False)


def over(number: int) -> Bracket:
    return Bracket(Fact("population"), Fraction(number), True, None, False)


def tier(above: int, step: int, base: int, cap: int) -> Scale:
    return Scale(Fact("population"), Fraction(above), Fraction(step), Fraction(1), Fraction(base), Fraction(cap), "whole", "deputy")


READING = Interpretation("a step begun does not count", "letter 33")
SEATS = Definition(
    "seats",
    (
        MARKED("a low", "seats", All((is_kind("province"), Fact("upland"), up_to(500_000))), Literal(50, "deputy"), cite(18, "a")),
        MARKED(
            "a high",
            "seats",
            All((is_kind("province"), Fact("upland"), over(500_000))),
            tier(500_000, 50_000, 50, 75),
            cite(18, "a"),
            status="secondary",
        ),
        MARKED("b low", "seats", All((is_kind("province"), Not(Fact("upland")), up_to(1_000_000))), Literal(50, "deputy"), cite(18, "b")),
        MARKED(
            "b high",
            "seats",
            All((is_kind("province"), Not(Fact("upland")), over(1_000_000))),
            tier(1_000_000, 70_000, 50, 85),
            cite(18, "b"),
            interpretations=(READING,),
        ),
        MARKED("district", "seats", All((is_kind("district"), up_to(80_000))), Literal(30, "deputy"), cite(25, "a")),
        MARKED(
            "many units",
            "seats",
            Compare(">=", Fact("units"), Literal(30)),
            Decision("decided", ("Ủy ban", "Committee"), ("Tỉnh", "Province"), Fraction(1), Fraction(40), "deputy", citation=cite(25, "c")),
            cite(25, "c"),
            excepts=("district",),
            is_exception=True,
            blockers=(Blocker("island", Compare("=", Fact("units"), Literal(99)), cite(70)),),
        ),
    ),
)
CONSTRAINT = Constraint(Not(All((is_kind("ward"), Fact("upland")))), cite(3))
PRINCIPLES = (Principle("rank", cite(156)), Principle("later", cite(157)))


def tree_of(*definitions: Definition, constraints: tuple[Constraint, ...] = (), lang: str = "en", terms: tuple[Term, ...] = TERMS) -> Tree:
    first = definitions[0] if definitions else SEATS
    extra = tuple(term(each.term, each.term, Number(None, None), "conclusion") for each in definitions if each.term not in {one.id for one in terms})
    return Tree(first.term, ON, ON, None, (*terms, *extra), definitions or (SEATS,), constraints, (), PRINCIPLES, lang=lang)


def value_of(expr: object, **facts: object) -> object:
    """What a rule without conditions whose value is *expr* concludes."""
    tree = tree_of(Definition("answer", (Rule("only", "answer", All(()), expr, cite(1)),)))  # type: ignore[arg-type]
    answer = tree.ask({name.replace("_", " "): value for name, value in facts.items()})
    return answer.value if answer.outcome == "answered" else answer.outcome


def points(answer: object) -> list[str]:
    """The articles and points cited."""
    return [f"{each.article}{each.point or ''}" for each in answer.citations]  # type: ignore[attr-defined]

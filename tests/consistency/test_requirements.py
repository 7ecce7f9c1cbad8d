"""Contradictions between requirements are those that going through all facts finds."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from electrules.consistency import check_term
from electrules.consistency.requirements import nearest_first
from electrules.evaluate import require
from electrules.source.citation import Citation
from electrules.tree.nodes import All, Among, Bracket, Compare, Fact, Literal, Not, Requirement
from electrules.tree.tree import Tree
from electrules.tree.types import Member, Number, OneOf, Term

DAY = date(2021, 5, 23)


def term(name, type_, rank):
    return Term(name, ((f"{name} (vi)",), (name,)), "fact", type_, rank=rank)


TERMS = (
    term("place", OneOf((Member("a"), Member("b")), "place"), 0),
    term("many", Number(Fraction(0), Fraction(6)), 1),
    term("few", Number(Fraction(0), Fraction(4)), 2),
)
EVERY = [{"place": place, "many": many, "few": few} for place in "ab" for many in range(7) for few in range(5)]

conditions = st.sampled_from([All(()), Among(Fact("place"), ("a",)), Not(Among(Fact("place"), ("a",)))])
at = st.integers(0, 6)
claims = st.one_of(
    st.builds(lambda op, to: Compare(op, Fact("many"), Literal(to)), st.sampled_from(("<", ">=", "=", "<=", ">")), at),
    st.builds(lambda op, to: Compare(op, Fact("few"), Literal(to)), st.sampled_from(("<=", ">=")), st.integers(0, 4)),
    st.builds(lambda low, by: Bracket(Fact("many"), Fraction(low), False, Fraction(low + by), False), at, st.integers(0, 2)),
    st.builds(lambda op: Compare(op, Fact("few"), Fact("many")), st.sampled_from(("<", ">="))),
)


@st.composite
def bodies(draw):
    """A body with a few requirements."""
    wanted = tuple(
        Requirement(
            f"r{place}",
            "body",
            draw(conditions),
            draw(claims),
            draw(st.sampled_from(("must", "should", "must not"))),
            Citation("1/2020/TEST", str(place + 1)),
        )
        for place in range(draw(st.integers(1, 3)))
    )
    return Tree("body", DAY, DAY, None, TERMS, (), requirements=wanted, order=("place", "many", "few"))


def clashing(tree):
    """Pairs that cannot be kept together in some circumstances in which each could be, and those that can never be kept."""
    found = {place: {} for place in "ab"}
    for facts in EVERY:
        for finding in require(tree, facts):
            found[facts["place"]].setdefault(finding.requirement.name, []).append(finding.ok if finding.outcome == "answered" else None)
    pairs = set()
    for name in found["a"]:
        arising = [each[name] for each in found.values() if None not in each[name]]
        if arising and not any(True in each for each in arising):
            pairs.add((name,))
    for a, b in combinations(found["a"], 2):
        for each in found.values():
            if None in each[a] or None in each[b]:
                continue
            both = any(x and y for x, y in zip(each[a], each[b], strict=True))
            if True in each[a] and True in each[b] and not both:
                pairs.add((a, b))
    return pairs


@settings(max_examples=100, deadline=None)
@given(bodies())
def test_contradictions_are_those_of_all_facts(tree) -> None:
    names = {each.citation: each.name for each in tree.requirements}
    verdicts = check_term(tree)
    assert not [each for each in verdicts if each.verdict == "not decided"]
    found = {
        tuple(names[each] for each in verdict.citations) for verdict in verdicts if verdict.kind == "contradiction" and verdict.verdict == "refuted"
    }
    assert found == clashing(tree)
    for verdict in verdicts:
        if verdict.verdict == "refuted":
            findings = require(tree, verdict.witness)
            assert any(each.ok is False for each in findings if each.citation in verdict.citations)


def test_points_are_tried_from_the_nearest_and_each_once():
    choices = [[0, 1, 2], [0], [0, 1]]
    tried = list(nearest_first(choices))

    assert sorted(tried) == sorted(product(*choices))
    assert [sum(each) for each in tried] == sorted(sum(each) for each in tried)
    assert list(nearest_first([[1], []])) == []
    assert list(nearest_first([])) == [()]

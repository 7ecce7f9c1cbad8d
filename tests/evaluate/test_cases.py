"""The case tree as others read it: gaps and conflicts with witnesses, rules that never speak, two laws side by side."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from electrules.evaluate import cases, cases_of
from electrules.testing.rulebooks import facts, trees
from electrules.tree.nodes import All, Definition, Fact, Literal, Rule

from .law import CONSTRAINT, SEATS, cite, is_kind, tree_of

pytestmark = pytest.mark.slow


def test_every_case_has_a_witness_that_the_evaluator_replays():
    law = tree_of(constraints=(CONSTRAINT,))

    found = cases(law)

    for leaf in found.allowed:
        answer = law.ask(leaf.point)
        assert (answer.outcome, answer.value) == (leaf.outcome, leaf.value)
    assert {leaf.outcome for leaf in found.allowed} == {"answered", "gap"}
    assert any(leaf.broken for leaf in found.leaves)


def test_rules_that_speak_and_remain():
    found = cases(tree_of())
    names = {rule.name for rule in found.rules()}

    assert frozenset().union(*(leaf.speaks for leaf in found.allowed)) == names
    assert frozenset().union(*(leaf.remains for leaf in found.allowed)) == names


def test_what_is_known_narrows_the_cases():
    assert len(cases(tree_of(), {"kind": "ward"}).leaves) == 1
    assert {leaf.value for leaf in cases(tree_of(), {"kind": "province", "population": 600_000}).leaves} == {50, 52}


def test_two_laws_in_one_tree():
    changed = evolve(SEATS, rules=tuple(evolve(rule, value=Literal(51, "deputy")) if rule.name == "a low" else rule for rule in SEATS.rules))

    found = cases_of((tree_of(), tree_of(changed)))

    differing = [leaf for leaf in found.allowed if leaf.outcomes[0].key != leaf.outcomes[1].key]
    assert len(differing) == 1
    (leaf,) = differing
    assert (leaf.box["population"].least, leaf.box["population"].most) == (0, 500_000)
    assert [outcome.value for outcome in leaf.outcomes] == [50, 51]


def test_concluded_terms_are_seen_too():
    base = Definition("other", (Rule("base", "other", is_kind("ward"), Literal(5), cite(2)),))
    from electrules.tree.nodes import Conclusion

    law = tree_of(
        Definition(
            "answer", (Rule("r", "answer", Fact("upland"), Conclusion("other"), cite(1)), Rule("s", "answer", All(()), Literal(1), cite(3), rank=1))
        ),
        base,
    )

    assert {leaf.concluded[0]["other"].kind for leaf in cases(law).leaves if "other" in leaf.concluded[0]} == {"answered", "gap"}


@settings(max_examples=60, deadline=None)
@given(tree=trees(), data=st.data())
def test_the_cases_are_a_partition_that_agrees_with_asking(tree, data):
    """Every fact set lies in exactly one case, which says what asking says."""
    from electrules.diagnostics.errors import FactErrors
    from electrules.evaluate.piece import meet, only

    found = cases(tree)
    known = data.draw(facts(tree, partial=False))

    here = [leaf for leaf in found.leaves if all(meet(leaf.box[fact], only(value)) for fact, value in known.items())]

    assert len(here) == 1
    try:
        answer = tree.ask(known)
    except FactErrors:
        assert not here[0].allowed
    else:
        assert here[0].allowed
        assert (here[0].outcome, here[0].value) == (answer.outcome, answer.value)

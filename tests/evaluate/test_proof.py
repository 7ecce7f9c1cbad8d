"""The proof as data: a clerk can work the answer out again from it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electrules.evaluate.proof import interval
from electrules.testing.rulebooks import facts, trees
from electrules.tree.nodes import All, Any, Conclusion, Definition, Fact, Literal, Not, Rule

from .law import cite, tree_of

pytestmark = pytest.mark.slow

LAW = tree_of()


def steps(proof, kind):
    return [each for each in proof.walk() if each.kind == kind]


def test_a_scale_shows_all_its_numbers():
    proof = LAW.ask({"kind": "province", "population": 1_904_532, "upland": False}).proof

    scale = next(each for each in proof.walk() if type(each.node).__name__ == "Scale")
    numbers = dict(scale.data)
    assert [numbers[name] for name in ("number", "above", "step", "steps", "gain", "base", "reached", "cap")] == [
        1_904_532,
        1_000_000,
        70_000,
        12,
        1,
        50,
        62,
        85,
    ]
    assert scale.value == 62


def test_every_rule_is_there_with_what_became_of_it():
    proof = LAW.ask({"kind": "district", "population": 70_000, "units": 30, "decided": 7}).proof

    whys = {each.node.name: (each.why, each.by) for each in steps(proof, "rule")}
    assert whys == {
        "many units": ("gives", ()),
        "district": ("defeated", ("many units",)),
        "a low": ("fails", ()),
        "a high": ("fails", ()),
        "b low": ("fails", ()),
        "b high": ("fails", ()),
    }


def test_blockers_are_shown():
    proof = LAW.ask({"kind": "district", "population": 70_000, "units": 99}).proof

    assert [(each.node.name, each.why) for each in steps(proof, "rule")[:2]] == [("district", "gives"), ("many units", "blocked")]
    assert [each.why for each in steps(proof, "blocker")] == ["holds"]


def test_conditions_stand_as_written_though_evaluated_in_the_order_of_asking():
    rule = Rule("r", "answer", All((Not(Fact("upland")), Any((Fact("upland"), Literal(True))))), Literal(1), cite(1))

    proof = tree_of(Definition("answer", (rule,))).ask({"upland": False}).proof

    condition = steps(proof, "rule")[0].children[0]
    assert condition.node == rule.condition
    assert [type(each.node).__name__ for each in condition.children] == ["Not", "Any"]


def test_terms_used_stand_beside_in_order_of_use():
    law = tree_of(
        Definition("answer", (Rule("r", "answer", All(()), Conclusion("other"), cite(1)),)),
        Definition("other", (Rule("o", "other", All(()), Literal(4), cite(2)),)),
    )

    proof = law.ask({}).proof

    assert [each.term for each in steps(proof, "term")] == ["answer", "other"]


def test_an_open_fact_shows_what_the_case_knows_of_it():
    proof = LAW.ask({"kind": "province", "upland": True}).proof

    assert (proof.kind, proof.why) == ("cases", "differ")
    first = proof.children[0]
    assert {fact: interval(piece, None) for fact, piece in first.when} == {"population": [0, 500_000]}


def test_a_chain_of_terms_is_never_a_chain_of_steps():
    names = [f"t{number}" for number in range(400)]
    definitions = [Definition(a, (Rule(a, a, All(()), Conclusion(b), cite(1)),)) for a, b in zip(names, names[1:], strict=False)]
    law = tree_of(*definitions, Definition(names[-1], (Rule("end", names[-1], All(()), Literal(1), cite(1)),)))

    answer = law.ask({})

    assert answer.value == 1
    assert len(steps(answer.proof, "term")) == 400
    json.dumps(answer.to_dict())


@settings(max_examples=60, deadline=None)
@given(tree=trees(), data=st.data())
def test_any_proof_can_be_made_and_written(tree, data):
    """Whatever the outcome, the proof cites what the answer cites."""
    from electrules.diagnostics.errors import FactErrors

    try:
        answer = tree.ask(data.draw(facts(tree)))
    except FactErrors:
        return
    proof = answer.proof
    shown = {each.citation for each in proof.walk()}

    assert json.dumps(answer.to_dict())
    if answer.outcome != "unknown":
        assert (proof.outcome, proof.value) == (answer.outcome, answer.value)
        assert set(answer.citations) <= shown

"""What the walk finds is what going through all facts finds."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from electrules.consistency import check_term
from electrules.diagnostics.errors import FactErrors
from electrules.evaluate import ask
from electrules.evaluate.piece import Range, Rest, as_number
from electrules.testing.rulebooks import ASKED, completions, trees
from electrules.tree.nodes import Silence

pytestmark = pytest.mark.slow

often = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
)


def brute(tree):
    """Every completion that facts may be, with the evaluator's answer."""
    found = []
    for facts in completions(tree):
        try:
            found.append((facts, ask(tree, facts)))
        except FactErrors:
            continue
    return found


def is_declared(tree, answer, facts):
    """Whether a gap is a declared silence, comes from used terms whose gaps are, or is of a term of which nothing is said any more."""
    own, *used = answer.groups
    said = [each for each in tree.definitions if each.term == answer.term and (each.rules or each.silences)]
    if own.nearest and not used and not said:
        return True
    if any(isinstance(source, Silence) for source in own.sources) or own.nearest:
        return not own.nearest
    brought = [below for group in used if (below := ask(evolve(tree, term=group.term), facts)).outcome == "gap"]
    return bool(brought) and all(is_declared(tree, below, facts) for below in brought)


def lies_in(region, facts):
    """Whether facts are of a region."""

    def inside(piece, value):
        if isinstance(piece, Range):
            return piece.least <= as_number(value) <= piece.most
        return value not in piece.but if isinstance(piece, Rest) else value in piece

    return all(inside(piece, facts[fact]) for fact, piece in region.items())


def points(verdicts, kind, every):
    """The completions that verdicts of a kind speak of."""
    regions = [region for each in verdicts if each.kind == kind and each.verdict == "refuted" for region in each.regions]
    return {place for place, (facts, _) in enumerate(every) if any(lies_in(region, facts) for region in regions)}


@often
@given(trees())
def test_gaps_and_conflicts_are_those_of_all_facts(tree):
    every = brute(tree)
    assume(every)
    verdicts = check_term(tree)
    assert not any(each.verdict == "not decided" for each in verdicts)
    for kind in ("gap", "conflict"):
        really = {
            place
            for place, (facts, answer) in enumerate(every)
            if answer.outcome == kind and not (kind == "gap" and is_declared(tree, answer, facts))
        }
        assert points(verdicts, kind, every) == really
    failing = any(each.verdict == "refuted" and each.kind in ("gap", "conflict") for each in verdicts)
    assert any(each.kind == "gap" and each.verdict == "proved" for each in verdicts) is not failing


@often
@given(trees())
def test_dead_rules_and_exceptions_that_never_win_are_those_of_all_facts(tree):
    every = brute(tree)
    assume(every)
    verdicts = check_term(tree)
    outcomes = [outcome for _, answer in every for outcome in answer.settled.outcomes]
    speaks = frozenset().union(*(each.speaks for each in outcomes))
    remains = frozenset().union(*(each.remains for each in outcomes))
    rules = tree.definitions[0].rules
    dead = {rule.citation for rule in rules if rule.name not in speaks}
    never = {rule.citation for rule in rules if (rule.is_exception or rule.excepts) and rule.name in speaks and rule.name not in remains}
    assert {each.citations[0] for each in verdicts if each.kind == "dead rule"} == dead
    assert {each.citations[0] for each in verdicts if each.kind == "exception never wins"} == never


@often
@given(trees())
def test_pairs_that_only_the_later_act_keeps_apart(tree):
    every = brute(tree)
    assume(every)
    pairs = set()
    for _, answer in every:
        for outcome in answer.settled.outcomes:
            for standing in outcome.standings:
                for under, (why, over) in standing.outranked.items():
                    if why == "later":
                        pairs.add((outcome.definition.rule(over).citation, outcome.definition.rule(under).citation))
    listed = {each.citations for each in check_term(tree) if each.kind == "later prevails"}
    assert pairs <= listed


@often
@given(trees(), st.data())
def test_every_witness_shows_its_failure(tree, data):
    for each in check_term(tree):
        if each.kind in ("gap", "conflict") and each.verdict == "refuted":
            answer = ask(tree, each.witness)
            assert answer.outcome == each.kind
            assert each.on == tree.on
        if each.verdict == "proved":
            assert each.witness is None and each.on is None
        assert each.text("vi") != each.text("en")
        assert each.term == ASKED
        assert "{" not in each.text("vi") + each.text("en")

"""The laws of semantics.md, section 7, that hold of every tree, on random small rulebooks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from electrules.diagnostics.errors import FactErrors
from electrules.evaluate import ask
from electrules.testing.rulebooks import ASKED, cite, facts, trees
from electrules.tree.nodes import All, Any, Blocker, Fact, Literal, Not, Rule, Scale
from electrules.tree.tree import Tree

sys.path.insert(0, str(Path(__file__).parent))
import oracle  # noqa: E402

often = settings(max_examples=6000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much])


def names(answer):
    """The names of what an answer cites."""
    return {getattr(source, "name", None) or source.reason for source in answer.sources}


@often
@given(tree=trees(), data=st.data())
def test_settling_is_what_all_completions_agree_on(tree, data):
    """The answer to partial facts is that of brute force: outcome, value, citations, missing."""
    known = data.draw(facts(tree))
    found = oracle.all_outcomes(tree, known)
    if not found:
        with pytest.raises(FactErrors):
            ask(tree, known)
        return
    answer = ask(tree, known)
    results = {result for _, result, _ in found}
    if len(results) == 1:
        assert (answer.outcome, answer.value) == results.pop()
    else:
        assert answer.outcome == "unknown"
    cited = set().union(*(each for *_, each in found))
    if cited:
        assert names(answer) >= cited
        if not any(group.nearest for group in answer.groups):
            assert names(answer) == cited
    assert tuple(term.id for term in answer.missing) == oracle.missing(tree, found)

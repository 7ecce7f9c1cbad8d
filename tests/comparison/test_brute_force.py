"""A comparison says of every single set of facts what asking both laws says of it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from electrules.comparison import compare
from electrules.diagnostics.errors import FactErrors
from electrules.evaluate import ask
from electrules.testing.rulebooks import completions, trees
from electrules.tree.tree import Tree

pytestmark = pytest.mark.slow

often = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
)


def lies_in(when, facts):
    """Whether facts are those of a row."""

    def inside(wanted, value):
        if isinstance(wanted, frozenset):
            return value in wanted
        return wanted[0] <= value <= wanted[1] if isinstance(wanted, tuple) else value == wanted

    return all(inside(wanted, facts[fact]) for fact, wanted in when.items())


def asked(tree: Tree, facts):
    """The answer, or None where the facts are refused."""
    try:
        return ask(tree, {name: value for name, value in facts.items() if any(term.id == name for term in tree.terms)})
    except FactErrors:
        return None


def compared(before: Tree, after: Tree, **options):
    """The comparison; of two laws of which each refuses whatever is given there is none."""
    try:
        return compare(before, after, **options)
    except FactErrors:
        assert asked(before, {}) is None and asked(after, {}) is None
        reject()


def said(answer):
    """What an answer says; None: the facts are refused."""
    return (None, False, None, None) if answer is None else (answer.outcome, type(answer.value) is bool, answer.value, answer.unit)


def sides(row):
    """What each law says of a row: its answer, or None where it refuses the facts."""

    def side(name):
        try:
            return getattr(row, name)
        except FactErrors:
            return None

    return side("before"), side("after")


@often
@given(trees(), trees(), st.data())
def test_each_row_is_what_both_laws_say_there(before, after, data):
    rows = compared(before, after, all=True).rows
    decided = {term.id for tree in (before, after) for term in tree.terms if term.role == "decision"}
    both = {**{term.id: term for term in before.terms}, **{term.id: term for term in after.terms}}
    every = list(completions(Tree(before.term, before.on, before.law_on, None, tuple(both.values()), ())))
    for facts in data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=40)):
        fitting = [row for row in rows if lies_in(row.when, facts)]
        old, new = asked(before, facts), asked(after, facts)
        if not fitting:
            assert old is None or new is None  # a decision beyond its bounds
            continue
        really = (old, new)
        # a row of facts that one law refuses may lie over one of facts that it takes
        taken = [
            found for found in map(sides, fitting) if not any(side is None and real is not None for side, real in zip(found, really, strict=True))
        ]
        assert len({tuple(map(said, found)) for found in taken}) == 1
        for found, real in zip(taken[0], really, strict=True):
            if found is not None and real is not None and (found.outcome != "unknown" or not decided):
                assert said(found) == said(real)


@often
@given(trees(), trees())
def test_rows_left_out_are_those_without_difference(before, after):
    everything, found = compared(before, after, all=True), compared(before, after)
    assert len(found.rows) == sum(row.differs for row in everything.rows)
    for row in everything.rows:
        before_, after_ = sides(row)
        assert row.differs is not (said(before_) == said(after_)) or (before_ is not None and before_.outcome == "unknown")
    assert compared(before, before).rows == ()


@often
@given(trees())
def test_every_comparison_can_be_said_and_drawn(tree):
    found = compared(tree, tree, all=True)
    for lang in ("vi", "en"):
        assert found.text(lang)
        assert found.svg(lang).startswith("<svg")
    found.to_dict()

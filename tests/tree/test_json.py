"""Trees as JSON: equal when read back, refused when malformed, deep ones without a deep stack."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import electrules.tree
from electrules.diagnostics.errors import ElectrulesError, FactErrors, RuleErrors
from electrules.limits import TREE_DEPTH
from electrules.testing.rulebooks import ASKED, CONCLUSIONS, DAY, FACTS, cite, trees
from electrules.tree import MalformedTree
from electrules.tree.nodes import (
    NODE_CLASSES,
    All,
    Any,
    Arithmetic,
    Bracket,
    Compare,
    Conclusion,
    Definition,
    Extreme,
    Fact,
    HasValue,
    Literal,
    Not,
    Requirement,
    Rule,
)
from electrules.tree.tree import Tree
from electrules.tree.types import Number, OneOf

pytestmark = pytest.mark.slow


def small(condition=All(()), **more):  # noqa: B008
    return Tree(ASKED, DAY, DAY, None, (*FACTS, *CONCLUSIONS), (Definition(ASKED, (Rule("r", ASKED, condition, Literal(1), cite(1)),)),), **more)


def deep(levels):
    condition = Fact("flag")
    for level in range(levels):
        condition = Not(condition) if level % 3 else All((Any(()), condition)) if level % 2 else Any((condition, Any(())))
    return condition


@settings(max_examples=100, deadline=None)
@given(trees())
def test_a_tree_read_back_is_equal(tree):
    assert Tree.from_dict(json.loads(json.dumps(tree.to_dict()))) == tree


def test_languages_and_requirements_travel():
    requirement = Requirement("q", "list", All(()), Fact("flag"), "should", cite(4))
    tree = small(lang="en", requirements=(requirement,), event=None)

    back = Tree.from_dict(json.loads(json.dumps(tree.to_dict())))

    assert back == tree
    assert back.lang == "en"


def test_citations_stand_once():
    data = small(All((Fact("flag", citation=cite(1)), Fact("mark", citation=cite(1))))).to_dict()

    assert data["citations"] == [{"instrument": "1/2001/TEST", "article": "1", "clause": "1"}]
    assert data["version"] == 1


def paths(data, here=()):
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*here, key)
            yield from paths(value, (*here, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield (*here, place)
            yield from paths(value, (*here, place))


DATA = small(All((Fact("flag", citation=cite(1)), Not(Fact("mark"))))).to_dict()
junk = st.sampled_from(
    [
        None,
        True,
        -1,
        1.5,
        "x",
        "1/0",
        [],
        {},
        [[]],
        {"node": "Fact"},
        {"node": "All", "parts": []},
        {"node": []},
        {"type": "Number"},
        10**400,
        "citations",
    ]
)


@settings(max_examples=400, deadline=None)
@given(where=st.sampled_from(sorted(paths(DATA), key=str)), put=junk, drop=st.booleans())
def test_what_is_malformed_is_refused_or_still_a_tree(where, put, drop):
    data = json.loads(json.dumps(DATA))
    here = data
    for step in where[:-1]:
        here = here[step]
    if drop:
        del here[where[-1]]
    else:
        here[where[-1]] = put

    try:
        tree = Tree.from_dict(data)
    except ElectrulesError:
        return
    try:
        tree.ask({})
    except ElectrulesError:
        return


KNOWN = {"kind": "a", "name": "x", "flag": True, "mark": False, "many": 3, "few": 0, "decided": 2}
FACT, WORD, FLAG_ = ({"node": "Fact", "term": each} for each in ("many", "kind", "flag"))
GRAFTS = (
    FACT,
    WORD,
    FLAG_,
    {"node": "Fact", "term": "asked"},
    {"node": "Conclusion", "term": "kind"},
    {"node": "Conclusion", "term": "nobody"},
    {"node": "HasValue", "term": "used number"},
    {"node": "Literal", "value": 0},
    {"node": "Literal", "value": True},
    {"node": "Literal", "value": "a"},
    {"node": "Literal", "value": {"day": "2021-05-23"}},
    {"node": "Literal", "value": {"time": "07:00"}},
    {"node": "Literal", "value": {"number": "1/3"}},
    {"node": "Literal", "value": [1, [2]]},
    {"node": "Not", "of": FACT},
    {"node": "Compare", "op": "<", "left": WORD, "right": FACT},
    {"node": "Compare", "op": "=", "left": FLAG_, "right": FACT},
    {"node": "Compare", "op": "nonsense", "left": FACT, "right": FACT},
    {"node": "Arithmetic", "op": "/", "parts": [FACT, FACT]},
    {"node": "Arithmetic", "op": "%", "parts": [FACT, FACT]},
    {"node": "Arithmetic", "op": "-", "parts": [FACT, {"node": "Literal", "value": {"day": "2021-05-23"}}]},
    {
        "node": "Arithmetic",
        "op": "+",
        "parts": [{"node": "Literal", "value": {"day": "2021-05-23"}}, {"node": "Literal", "value": {"number": "1/3"}}],
    },
    {"node": "Extreme", "which": "least", "parts": [FLAG_, FACT]},
    {"node": "Round", "of": WORD, "mode": "down", "to": 1},
    {"node": "Shift", "of": FACT, "count": 10**30, "unit": "day"},
    {"node": "Count", "of": FACT, "where": FLAG_},
    {"node": "Field", "name": "kind"},
    {"node": "NotApplicable"},
)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(trees(), st.data())
def test_a_random_tree_with_another_part_in_it_is_refused_or_can_be_asked(tree, data):
    """`MalformedTree`, or `ask` works: for no facts, and for all."""
    written = json.loads(json.dumps(tree.to_dict()))
    there = [each for each in paths(written) if each[0] != "citations"]
    for _ in range(data.draw(st.integers(1, 2))):
        *to, last = data.draw(st.sampled_from(there))
        here = written
        try:
            for step in to:
                here = here[step]
            here[last] = data.draw(st.sampled_from(GRAFTS) | junk)
        except (KeyError, IndexError, TypeError):
            continue  # what stood there is gone already
    try:
        made = Tree.from_dict(written)
    except MalformedTree:
        return
    for facts in ({}, {term: value for term, value in KNOWN.items() if any(each.id == term for each in made.terms)}):
        try:
            answer = made.ask(facts)
        except (FactErrors, RuleErrors):
            continue
        assert answer.text("vi") and answer.text("en") and answer.to_dict()


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        (Literal(0), Literal(1)),
        (Fact("many"), Literal(1)),
        (Compare("nonsense", Literal(2), Literal(1)), Literal(1)),
        (Compare("<", Fact("kind"), Fact("many")), Literal(1)),
        (Bracket(Fact("flag"), None, False, Fraction(3), False), Literal(1)),
        (Bracket(Fact("many"), Fraction(4), False, Fraction(3), False), Literal(1)),
        (HasValue("nobody"), Literal(1)),
        (Conclusion("kind"), Literal(1)),
        (All(()), Literal("a")),
        (All(()), Arithmetic("+", (Fact("many"), Fact("flag")))),
        (All(()), Conclusion("nobody")),
        (All(()), Extreme("least", (Fact("many"), Fact("kind")))),
    ],
)
def test_what_could_not_be_asked_is_refused(condition, value):
    definition = Definition(ASKED, (Rule("r", ASKED, condition, value, cite(1)),))
    with pytest.raises(MalformedTree):
        Tree.from_dict(json.loads(json.dumps(evolve(small(), definitions=(definition,)).to_dict())))


def test_circles_and_terms_of_no_kind_are_refused():
    circle = small(Compare("=", Conclusion(ASKED), Literal(1)))
    empty = evolve(small(), terms=(evolve(FACTS[0], type=OneOf((), "kind")), *FACTS[1:], *CONCLUSIONS))
    turned = evolve(small(), terms=(*FACTS[:4], evolve(FACTS[4], type=Number(Fraction(4), Fraction(0))), *FACTS[5:], *CONCLUSIONS))
    twice = evolve(small(), terms=(*FACTS, FACTS[0], *CONCLUSIONS))
    for tree in (circle, empty, turned, twice, evolve(small(), event="kind"), evolve(small(), lang="fr"), evolve(small(), order=("nobody",))):
        with pytest.raises(MalformedTree):
            Tree.from_dict(tree.to_dict())


def test_a_tree_takes_declared_facts_that_it_does_not_use():
    tree = evolve(small(), takes=("colour", "màu"))
    for made in (tree, Tree.from_dict(json.loads(json.dumps(tree.to_dict())))):
        assert made.ask({"Colour": 3, "màu": "đỏ"}).value == 1
        with pytest.raises(FactErrors) as raised:
            made.ask({"colours": 3})
        assert [each.code for each in raised.value.diagnostics] == ["ER0601"]


@pytest.mark.parametrize("data", [None, 3, [], {}, {"version": 2}, {"version": 1}, {"version": True, "citations": []}])
def test_what_is_no_tree(data):
    with pytest.raises(MalformedTree):
        Tree.from_dict(data)


def test_deep_trees_in_a_small_stack():
    """At the bound all works in a thread with a stack of 256 kB; one beyond it is refused."""
    found = []

    def work():
        tree = small(deep(TREE_DEPTH - 3))
        back = Tree.from_dict(tree.to_dict())
        found.append(back.to_dict() == tree.to_dict())
        found.append([back.ask({"flag": flag}).outcome for flag in (True, False)])
        found.append(back.ask({}).outcome)
        assert back.ask({"flag": True}).to_dict()["proof"]
        with pytest.raises(RuleErrors):
            small(deep(TREE_DEPTH)).ask({})
        with pytest.raises(MalformedTree):
            Tree.from_dict(small(deep(TREE_DEPTH)).to_dict())
        nested = {}
        for _ in range(100_000):
            nested = {"node": "Not", "of": nested}
        with pytest.raises(MalformedTree):
            Tree.from_dict({**DATA, "definitions": [nested]})
        while nested:
            nested = nested["of"]

    size = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)
    assert found[0] is True
    assert set(found[1]) <= {"answered", "gap"}
    assert found[2] in ("unknown", "gap", "answered")


def test_long_lists_are_no_depth():
    condition = Any(tuple(Fact("flag") for _ in range(5000)))

    assert small(condition).ask({"flag": True}).value == 1


def test_every_node_is_public():
    assert {each.__name__ for each in NODE_CLASSES} <= set(electrules.tree.__all__)


def test_the_schema_describes_every_node():
    schema = Tree.schema()

    assert schema["$schema"].endswith("2020-12/schema")
    text = json.dumps(schema)
    assert all(each.__name__ in schema["$defs"] for each in NODE_CLASSES)
    assert all(reference in schema["$defs"] for reference in {part.partition('"')[0] for part in text.split("#/$defs/")[1:]})


def test_a_tree_from_json_is_evaluated_without_lark():
    program = "import json, sys\nfrom electrules.tree import Tree\nt = Tree.from_dict(json.load(sys.stdin))\nprint(t.ask({'flag': True}).outcome, 'lark' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], input=json.dumps(DATA), capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["unknown", "False"]

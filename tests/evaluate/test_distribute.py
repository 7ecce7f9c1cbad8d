"""The node `Distribute` inside a tree: facts for its parts, JSON, proof, what has no value."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from electrules.evaluate.distribute import METHODS, READINGS, TIES
from electrules.tree import MalformedTree
from electrules.tree.nodes import All, Definition, Distribute, Fact, Literal, Rule
from electrules.tree.shape import WORDS
from electrules.tree.tree import Tree
from electrules.tree.types import ListOf, Number, Record, Text

from .law import TERMS, cite, term, tree_of, value_of

UNITS = Literal((("Bắc", 100), ("Trung", 80), ("Nam", 30)))
PLACE = Record("place", (("called", Text()), ("people", Number(Fraction(0), None))))


def tree_with(node: Distribute) -> Tree:
    places = term("places", "các nơi", ListOf(PLACE), rank=20)
    answer = term("answer", "trả lời", ListOf(PLACE), "conclusion", rank=21)
    others = tuple(each for each in TERMS if each.id != "answer")
    return tree_of(Definition("answer", (Rule("only", "answer", All(()), node, cite(1)),)), terms=(*others, answer, places))


def test_the_value_is_the_seats_of_each_the_tie_and_the_open_seats():
    assert value_of(Distribute(Literal(8), UNITS, "d'hondt")) == ((("Bắc", 4), ("Trung", 3), ("Nam", 1)), (), 0)
    equal = Literal((("Bắc", 3), ("Nam", 3)))
    assert value_of(Distribute(Literal(3), equal, "dean")) == ((("Bắc", 1), ("Nam", 1)), ("Bắc", "Nam"), 1)
    assert value_of(Distribute(Literal(3), equal, "dean", tie="drawn", drawn=("Nam",))) == ((("Bắc", 1), ("Nam", 2)), (), 0)


def test_seats_floor_and_cap_may_be_facts():
    node = Distribute(Fact("units"), UNITS, "largest remainder", Fact("units"), "base", Literal((("Nam", 9),)))
    assert value_of(node, units=0) == ((("Bắc", 0), ("Trung", 0), ("Nam", 0)), (), 0)
    assert value_of(Distribute(Fact("units"), UNITS, "largest remainder"), units=21) == ((("Bắc", 10), ("Trung", 8), ("Nam", 3)), (), 0)


def test_units_may_be_the_records_of_a_list_fact():
    tree = tree_with(Distribute(Literal(8), Fact("places"), "d'hondt", named="called", weighed="people"))
    places = [{"called": "Bắc", "people": 100}, {"called": "Nam", "people": 60}]
    assert tree.ask({"places": places}).value == ((("Bắc", 5), ("Nam", 3)), (), 0)
    for known in ({}, {"places": [*places, {"called": "Trung"}]}):
        answer = tree.ask(known)
        assert answer.outcome == "unknown" and [each.id for each in answer.missing] == ["places"]
    twice = tree.ask({"places": [places[0], places[0]]})
    assert twice.outcome == "conflict"


def test_the_seats_may_be_open_and_not_matter():
    node = Distribute(Fact("share"), UNITS, "largest remainder")
    assert tree_with(node).ask({}).outcome == "unknown"


@pytest.mark.parametrize(
    "node",
    [
        Distribute(Literal(1), UNITS, "largest remainder", Literal(1), "minimum"),
        Distribute(Literal(5), UNITS, "largest remainder", cap=Literal(1)),
        Distribute(Literal(5), UNITS, "largest remainder", Literal(2), "minimum", Literal(1)),
        Distribute(Literal(3), UNITS, "largest remainder", Literal((("Nam", 2),)), "raise"),
        Distribute(Literal(5), UNITS, "nearest"),
        Distribute(Literal(5), UNITS, "d'hondt", Literal(1), "raise"),
        Distribute(Literal(5), UNITS, "d'hondt", Literal(1)),
        Distribute(Literal(5), UNITS, "d'hondt", tie="loudest"),
        Distribute(Literal(5), UNITS, "d'hondt", Literal((("Đông", 1),)), "base"),
        Distribute(Literal(5), UNITS, "d'hondt", Literal((("Nam", 1), ("Nam", 2))), "base"),
        Distribute(Literal(5), UNITS, "d'hondt", Literal("1"), "base"),
        Distribute(Literal(-1), UNITS, "d'hondt"),
        Distribute(Literal(Fraction(1, 2)), UNITS, "d'hondt"),
        Distribute(Literal(True), UNITS, "d'hondt"),
        *(
            Distribute(Literal(5), Literal(units), "d'hondt")
            for units in ((), "x", ("ab",), ((1, 2),), (("a", -1),), (("a", True),), (("a", 0),), (("a", 1), ("a", 2)), (("a", "1"),), (("a", 1, 2),))
        ),
        Distribute(Literal(5), UNITS, "d'hondt", named="called", weighed="people"),
    ],
)
def test_what_has_no_value_is_a_conflict(node):
    assert tree_with(node).ask({}).outcome == "conflict"


def test_it_travels_as_json_and_answers_from_there():
    node = Distribute(Literal(8), UNITS, "sainte-laguë", Literal((("Nam", 2),)), "minimum", Literal(4), "drawn", ("Nam", "Bắc"), citation=cite(7))
    tree = tree_with(node)
    back = Tree.from_dict(json.loads(json.dumps(tree.to_dict())))
    assert back == tree and back.ask({}).value == tree.ask({}).value == ((("Bắc", 3), ("Trung", 3), ("Nam", 2)), (), 0)


@pytest.mark.parametrize(
    "changed",
    [
        {"method": "nearest"},
        {"reading": "minimum"},
        {"floor": {"node": "Literal", "value": 1}},
        {"floor": {"node": "Literal", "value": 1}, "reading": "raise", "cap": {"node": "Literal", "value": 1}},
        {"floor": {"node": "Literal", "value": 1}, "reading": "raise", "method": "dean"},
        {"tie": "loudest"},
        {"tie": "drawn"},
        {"drawn": ["Nam"]},
        {"named": "called"},
        {"floor": 1, "reading": "base"},
    ],
)
def test_json_that_says_nothing_is_refused(changed):
    data = json.loads(json.dumps(tree_with(Distribute(Literal(8), UNITS, "largest remainder")).to_dict()))
    data["definitions"][0]["rules"][0]["value"].update(changed)
    with pytest.raises(MalformedTree):
        Tree.from_dict(data)


def test_tree_and_evaluator_know_the_same_words():
    words = WORDS[Distribute]
    assert words == {"method": METHODS, "reading": ("", *READINGS), "tie": TIES}


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("vi", ["8 ghế chia cho 3 đơn vị theo phương pháp D'Hondt.", "Thương của mỗi đơn vị: trọng số : 21.", "Cộng: 8 ghế."]),
        ("en", ["8 seats over 3 units by the method of D'Hondt.", "Quotient of each unit: weight ÷ 21.", "In all: 8 seats."]),
    ],
)
def test_the_proof_says_how(lang, lines):
    answer = tree_with(Distribute(Fact("units"), UNITS, "d'hondt")).ask({"units": 8})
    text = answer.proof.text(lang)
    assert all(line in text for line in lines) and "Bắc" in text and "Distribute" not in text
    record = json.dumps(answer.proof.to_dict(), ensure_ascii=False)
    assert '"method": "d\'hondt"' in record and '"low": 20' in record and '"high": 25' in record


def test_the_proof_of_a_conflict_says_what_was_asked():
    text = tree_with(Distribute(Literal(1), UNITS, "adams", Literal(1), "base")).ask({}).proof.text("en")
    assert "1 seats" not in text and "conflict" in text

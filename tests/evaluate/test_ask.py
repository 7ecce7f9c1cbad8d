"""Questions with all facts, with some, with none: outcome, citations, what is missing, what is awaited."""

from __future__ import annotations

import pickle
from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve

from electrules.diagnostics.errors import FactErrors, RuleErrors
from electrules.evaluate import ask
from electrules.tree.nodes import (
    All,
    Among,
    Any,
    Blocker,
    Compare,
    Conclusion,
    Definition,
    Fact,
    HasValue,
    Literal,
    NotApplicable,
    Precedence,
    Rule,
    Shift,
    Silence,
)
from electrules.tree.types import Number

from .law import CONSTRAINT, ON, READING, SEATS, TERMS, cite, is_kind, points, term, tree_of

LAW = tree_of()


def ids(answer):
    return [each.id for each in answer.missing]


def test_all_known():
    answer = LAW.ask({"kind": "province", "population": 1_904_532, "upland": False})

    assert (answer.outcome, answer.value, answer.unit) == ("answered", 62, "deputy")
    assert points(answer) == ["18b"]
    assert answer.interpretations == (READING,)
    assert (answer.missing, answer.awaits, answer.status, answer.by_range) == ((), (), "official", False)
    assert (answer.term, answer.on, answer.law_on, answer.known) == ("seats", ON, ON, None)


def test_names_in_vietnamese_any_case_and_normal_form():
    answer = LAW.ask({"LOẠI": "Tỉnh", "dân số".encode().decode(): 1_904_532, "miê\u0300n núi": False})

    assert answer.value == 62


def test_settled_by_cases_though_a_fact_is_open():
    answer = LAW.ask({"kind": "province", "population": 400_000})

    assert (answer.outcome, answer.value) == ("answered", 50)
    assert points(answer) == ["18a", "18b"]
    assert answer.proof.kind == "cases"
    assert [each.when[0][0] for each in answer.proof.children] == ["upland", "upland"]


def test_unknown_names_what_would_settle_it():
    answer = LAW.ask({"kind": "province", "population": 600_000})

    assert (answer.outcome, answer.value, answer.unit) == ("unknown", None, None)
    assert ids(answer) == ["upland"]
    assert answer.status == "secondary"


def test_a_decision_is_awaited():
    answer = LAW.ask({"kind": "district", "population": 70_000, "units": 30})

    assert answer.outcome == "unknown"
    assert ids(answer) == ["decided"]
    (awaited,) = answer.awaits
    assert (awaited.authority, awaited.proposer, awaited.least, awaited.most) == ("Committee", "Province", 1, 40)
    assert awaited.citation == cite(25, "c")
    assert LAW.ask({"kind": "district", "population": 70_000, "units": 30, "decided": 40}).value == 40


def test_a_decision_out_of_bounds_is_refused_with_the_citation():
    with pytest.raises(FactErrors) as refused:
        LAW.ask({"kind": "district", "population": 70_000, "units": 30, "decided": 41})

    (diagnostic,) = refused.value.diagnostics
    assert diagnostic.code == "ER0610"
    assert "41" in diagnostic.message("en")


def test_a_blocked_exception_reinstates_the_rule():
    assert LAW.ask({"kind": "district", "population": 70_000, "units": 99}).value == 30


def test_a_gap_cites_the_nearest_rules():
    answer = LAW.ask({"kind": "district", "population": 90_000, "units": 3})

    assert answer.outcome == "gap"
    assert points(answer) == ["18a", "18b", "25a"]  # each fails in one of its conditions, so far as is known
    assert points(LAW.ask({"kind": "district", "population": 400_000, "units": 3})) == ["18a", "18b", "25a"]


def test_a_declared_silence_is_cited_for_its_gap():
    silent = evolve(SEATS, silences=(Silence("seats", is_kind("ward"), "decided elsewhere", "meant", cite(75), "unconfirmed"),))

    answer = tree_of(silent).ask({"kind": "ward"})

    assert answer.outcome == "gap"
    assert points(answer) == ["75"]
    assert answer.status == "unconfirmed"


def test_facts_that_break_a_constraint_are_refused():
    law = tree_of(constraints=(CONSTRAINT,))

    with pytest.raises(FactErrors) as refused:
        law.ask({"kind": "ward", "upland": True})

    assert refused.value.diagnostics[0].code == "ER0609"
    assert law.ask({"kind": "ward"}).outcome == "gap"


def test_settled_by_a_constraint_only_says_so():
    rules = (
        Rule("one", "answer", Fact("upland"), Literal(1), cite(1)),
        Rule("two", "answer", Any((Compare("=", Fact("units"), Literal(1)),)), Literal(1), cite(2)),
    )
    law = tree_of(
        Definition("answer", (rules[0], Rule("other", "answer", All((is_kind("ward"), Among(Fact("kind"), ("ward",)))), Literal(2), cite(2)))),
        constraints=(CONSTRAINT,),
    )

    answer = law.ask({"kind": "ward"})

    assert (answer.value, answer.by_range) == (2, True)


def test_settled_by_a_declared_range_only_says_so():
    law = tree_of(Definition("answer", (Rule("one", "answer", Compare("<=", Fact("units"), Literal(999)), Literal(1), cite(1)),)))

    answer = law.ask({})

    assert (answer.value, answer.by_range) == (1, True)
    assert not law.ask({"units": 5}).by_range


def test_two_values_are_a_conflict_and_both_are_cited():
    rules = tuple(Rule(str(each), "answer", All(()), Literal(each), cite(each)) for each in (2, 1))

    answer = tree_of(Definition("answer", rules)).ask({})

    assert answer.outcome == "conflict"
    assert points(answer) == ["1", "2"]


@pytest.mark.parametrize(
    ("change", "why"),
    [({"rank": 1}, "rank"), ({"issuer": "A", "issued": date(2000, 1, 1)}, "later"), ({}, "precedence")],
)
def test_what_prevails_is_shown_with_its_law(change, why):
    low = evolve(Rule("low", "answer", All(()), Literal(1), cite(1), issuer="A", issued=date(2001, 1, 1)), **change)
    high = Rule("high", "answer", All(()), Literal(2), cite(2), issuer="A", issued=date(2001, 1, 1))
    precedences = (Precedence("high", "low", cite(9)),) if why == "precedence" else ()

    answer = tree_of(Definition("answer", (low, high), precedences)).ask({})

    assert answer.value == 2
    shown = next(each for each in answer.proof.children if each.why == "outranked")
    (principle,) = [each for each in shown.children if each.kind == "principle"]
    assert (principle.why, shown.by) == (why, ("high",))
    assert principle.citation == {"rank": cite(156), "later": cite(157), "precedence": cite(9)}[why]


def test_both_readings_of_a_condition_without_value_may_agree():
    silent = Definition("other", ())
    rules = (
        Rule("if", "answer", Compare(">", Conclusion("other"), Literal(3)), Literal(1), cite(1)),
        Rule("else", "answer", All(()), Literal(1), cite(2)),
    )

    assert tree_of(Definition("answer", rules), silent).ask({}).value == 1
    different = tree_of(Definition("answer", (evolve(rules[0], value=Literal(7)), rules[1])), silent).ask({})
    assert different.outcome == "gap"
    assert points(different) == ["1"]


def test_a_provision_may_ask_whether_there_is_a_value():
    rules = (Rule("if", "answer", HasValue("other"), Literal(1), cite(1)), Rule("base", "other", Fact("upland"), Literal(5), cite(2)))
    law = tree_of(Definition("answer", rules[:1]), Definition("other", rules[1:]))

    assert law.ask({"upland": True}).value == 1
    assert points(law.ask({"upland": True})) == ["1", "2"]
    assert law.ask({"upland": False}).outcome == "gap"


def test_not_applicable_is_something_that_a_provision_says():
    law = tree_of(Definition("answer", (Rule("none", "answer", All(()), NotApplicable(), cite(1)),)))

    answer = law.ask({})

    assert (answer.outcome, answer.value) == ("not_applicable", None)
    assert points(answer) == ["1"]


def test_citations_of_also_follow_their_rule():
    rule = Rule("r", "answer", All(()), Literal(1), cite(5), also=(cite(2), cite(9)))

    assert points(tree_of(Definition("answer", (rule,))).ask({})) == ["5", "2", "9"]


def test_a_day_with_too_many_values_is_missing_not_an_error():
    law = tree_of(Definition("answer", (Rule("r", "answer", All(()), Shift(Fact("posted"), 30, "day"), cite(1)),)))

    assert ids(law.ask({})) == ["posted"]
    assert law.ask({"posted": "2021-04-23"}).value == date(2021, 5, 23)


def test_two_facts_with_too_many_values_that_are_compared_are_missing():
    wide = (term("far", "xa", Number(Fraction(0), Fraction(10**9))), term("wide", "rộng", Number(Fraction(0), Fraction(10**9))))
    law = tree_of(Definition("answer", (Rule("r", "answer", Compare("<", Fact("far"), Fact("wide")), Literal(1), cite(1)),)), terms=(*TERMS, *wide))

    assert (law.ask({}).outcome, ids(law.ask({}))) == ("unknown", ["far", "wide"])
    assert law.ask({"far": 1, "wide": 2}).value == 1
    assert law.ask({"far": 2, "wide": 2}).outcome == "gap"
    assert ids(law.ask({"far": 1})) == ["wide"]


def test_a_name_is_free_and_unused_where_its_list_does_not_bind():
    law = tree_of(
        Definition(
            "answer",
            (Rule("r", "answer", Among(Fact("name"), ("Huế",)), Literal(1), cite(1)), Rule("s", "answer", is_kind("ward"), Literal(2), cite(2))),
        )
    )

    assert law.ask({"kind": "province", "name": "thừa thiên HUẾ"}).value == 1
    assert law.ask({"kind": "ward", "name": "Huế"}).value == 2
    assert law.ask({"kind": "ward", "name": "Phú Hội"}).value == 2
    assert law.ask({"kind": "ward"}).value == 2
    for facts in ({"kind": "province", "name": "Phú Hội"}, {"name": "Phú Hội"}):
        with pytest.raises(FactErrors):
            law.ask(facts)


def test_circles_are_errors_of_the_rulebook():
    circle = tree_of(Definition("answer", (Rule("r", "answer", All(()), Conclusion("answer"), cite(1)),)))
    inside = tuple(Rule(a, "answer", All(()), Literal(1), cite(1), excepts=(b,)) for a, b in (("x", "y"), ("y", "x")))

    for law in (circle, tree_of(Definition("answer", inside))):
        with pytest.raises(RuleErrors) as errors:
            law.ask({})
        assert errors.value.diagnostics[0].code == "ER0505"


def test_an_exception_to_nothing_never_speaks():
    law = tree_of(Definition("answer", (Rule("r", "answer", All(()), Literal(1), cite(1), is_exception=True),)))

    assert law.ask({}).outcome == "gap"


def test_a_blocker_may_be_blocked():
    bar = Blocker("bar", All(()), cite(2), (Blocker("counter", Fact("upland"), cite(3)),))
    law = tree_of(Definition("answer", (Rule("r", "answer", All(()), Literal(1), cite(1), blockers=(bar,)),)))

    assert law.ask({"upland": True}).value == 1
    assert law.ask({"upland": False}).outcome == "gap"
    assert ids(law.ask({})) == ["upland"]


def test_an_answer_travels_to_another_process():
    for facts in ({}, {"kind": "province", "population": 400_000}):
        answer = LAW.ask(facts)

        assert pickle.loads(pickle.dumps(answer)) == answer
    assert pickle.loads(pickle.dumps(LAW)) == LAW


def test_facts_that_cannot_matter_are_checked_and_unused():
    other = term("other", "khác", Number(Fraction(0), Fraction(9)))

    assert ask(LAW, {"kind": "ward", "other": 3}, terms=(*TERMS, other)).outcome == "gap"
    with pytest.raises(FactErrors):
        ask(LAW, {"kind": "ward", "other": 30}, terms=(*TERMS, other))
    with pytest.raises(FactErrors):
        LAW.ask({"kind": "ward", "other": 3})


def test_the_keys_of_an_answer():
    found = LAW.ask({"kind": "province", "population": 400_000}).to_dict()

    keys = (
        "version, term, outcome, value, unit, citations, missing, unread, awaits, status, interpretations, proof, "
        "on, law_on, known, asked, presumed, kept_to"
    )
    assert list(found) == keys.split(", ")
    assert found["on"] == "2021-05-23"

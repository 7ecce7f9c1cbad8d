"""`plan` at its door: what it asks of the law, what it gives, what it refuses, in which words."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from fractions import Fraction

import pytest
from constituency_law import law

import electrules
from electrules import FactErrors
from electrules.elections import Constituency, Plan, plan
from electrules.limits import PLANNED

DAY = "2021-05-23"
PARTS = {"An": 300, "Bình": 300, "Cát": 200, "Dương": 100}
LAW = law()


def planned(parts=PARTS, seats=9, rules=LAW, body="National Assembly", on=DAY, **more):
    return plan(rules, parts, seats, body=body, on=on, **more)


def test_what_it_gives():
    made = planned()
    assert isinstance(made, Plan) and made.outcome == "answered"
    assert (made.body, made.seats, made.mean, made.sizes) == ("National Assembly", 9, 100, (1, 2, 3))
    assert (made.measure, made.squares, made.method, made.proved) == (0, 0, "exact", True)
    assert made.constituencies[0] == Constituency(1, ("An",), 300, 3, 100, Fraction(0))
    assert [(each.parts, each.seats) for each in made.constituencies] == [(("An",), 3), (("Bình",), 3), (("Cát", "Dương"), 3)]
    assert [str(each) for each in made.citations] == ["Điều 10 của 1/2020/QH"] and made.missing == ()
    assert made.status == "official" and planned(on="2020-01-15").status is None
    assert planned(rules=law(unsure=True)).status == "unconfirmed"


def test_the_cap_is_that_of_the_body():
    assert planned(body="hội đồng nhân dân").sizes == planned(body="people's council").sizes == planned(body="HĐND").sizes == (1, 2, 3, 4, 5)
    assert planned(body="QUỐC HỘI").sizes == (1, 2, 3)


@pytest.mark.parametrize(
    ("words", "sizes", "number"),
    [("từ 2 đại biểu trở xuống", (1, 2), 5), ("từ 3 đến 4 đại biểu", (3, 4), 3), ("đúng 3 đại biểu", (3,), 3), ("từ 9 đại biểu trở xuống", tuple(range(1, 10)), 1)],
)  # fmt: skip
def test_an_edited_rule_changes_the_plan(words, sizes, number):
    made = planned({**PARTS, "Em": 0} if number == 5 else PARTS, rules=law(national=words))
    assert made.sizes == sizes and len(made.constituencies) == number
    assert all(each.seats in sizes for each in made.constituencies)


def test_an_exception_and_a_condition_of_the_law_count():
    """On islands the article does not apply: until it is told whether this is one, what a constituency may elect is not known."""
    more = "\nđiều 11\n  Không áp dụng Điều 10 khi thuộc hải đảo.\n"
    rules = law(more=more)
    made = planned(rules=rules)
    assert (made.outcome, made.constituencies, made.measure, made.method) == ("unknown", (), None, None)
    assert [each.id for each in made.missing] == ["island"] and "island" in made.text("en") and "hải đảo" in made.text("vi").lower()


def test_without_law_it_is_unread_and_there_is_no_number():
    for rules in (electrules.load(text="ngôn ngữ: tiếng Việt\n", base=None), LAW):
        made = planned(rules=rules, on="2020-01-15")
        assert (made.outcome, made.constituencies, made.citations, made.proved, made.tie) == ("unread", (), (), False, None)
        assert made.to_dict()["constituencies"] == [] and "has not been read" in made.text("en")
        assert "<svg" in made.svg("vi")


def test_neighbours():
    line = [("An", "Cát"), ("Cát", "Bình"), ("Bình", "Dương")]
    made = planned(seats=6, adjacent=line)
    assert [set(each.parts) for each in made.constituencies] == [{"An", "Cát"}, {"Bình", "Dương"}] or made.measure < Fraction(1, 6)
    same = planned(seats=6, adjacent={"An": ["Cát"], "Bình": ["Cát", "Dương"]})
    assert same.constituencies == made.constituencies
    assert planned(seats=6).measure <= made.measure


def test_ties_are_reported_and_settled_by_size_and_name():
    made = planned({"B": 10, "A": 10, "C": 20}, 4)
    assert made.tie is True and "Other plans are as even" in made.text("en")
    other = planned({"C": 20, "A": 10, "B": 10}, 4)
    assert other.constituencies == made.constituencies
    assert planned({"A": 7, "B": 5}, 3).tie is False


def test_a_plan_as_even_in_more_constituencies_is_no_tie():
    made = planned({"A": 6, "B": 2, "C": 2}, 5)
    assert [each.parts for each in made.constituencies] == [("A",), ("B", "C")]
    assert made.tie is False  # A, B and C by themselves are as even, in three


def test_fixed_number_of_constituencies():
    assert len(planned(constituencies=4).constituencies) == 4
    assert "4 constituencies: as given" in planned(constituencies=4).text("en")


def test_large_questions_say_that_they_are_not_proved():
    parts = {f"P{place}": 1_000 + place**2 % 777 for place in range(80)}
    made = planned(parts, 40)
    assert (made.method, made.proved, made.tie in (None, True)) == ("heuristic", False, True)
    assert "Not proved" in made.text("en") and any("too many parts" in each for each in planned(parts, 40, lang="en").limits)
    assert made.measure < Fraction(1, 50)


def test_what_is_exactly_even_is_proved_even_where_not_all_is_gone_through():
    made = planned({f"P{place}": 500 for place in range(90)}, 30)
    assert (made.measure, made.method, made.proved, made.tie) == (0, "heuristic", True, True)


def test_words_numbers_and_pictures():
    made = planned({"An": 301, "Bình & <Em>": 300, "Cát": 200, "Dương": 101}, 9)
    assert "Giới hạn của phương pháp" in made.text() and "theo Điều 10 của 1/2020/QH" in made.text("vi")
    assert "Limits of the method" in made.text("en") and "article 10 of 1/2020/QH" in made.text("en")
    record = json.loads(json.dumps(made.to_dict()))
    assert record["measure"] == "1/451" and record["constituencies"][0]["parts"] == ["An"] and record["findings"][0]["ok"] is True
    for lang in ("vi", "en"):
        assert "…" not in made.text(lang)
        texts = [each.text or "" for each in ET.fromstring(made.svg(lang)).iter()]
        assert any("Bình & <Em>" in each for each in texts) and any("100" in each for each in texts)
    assert made.svg() == made.svg("vi") != made.svg("en")


def test_a_picture_of_many_constituencies_counts_the_rest():
    drawn = planned({f"P{place}": 10 for place in range(300)}, 300, constituencies=300).svg("en")
    assert drawn.count("<rect") == 201 and "100 constituencies more" in drawn


def test_what_the_article_relied_on_leaves_open_is_said():
    made = planned()
    assert [(each.what, each.reason, str(each.citation)) for each in made.open] == [
        ("tính theo số dân", "luật không cho công thức", "Điều 10 của 1/2020/QH")
    ]
    assert made.to_dict()["open"] and "luật không cho công thức (Điều 10" in made.text("vi") and "in Vietnamese" in made.text("en")


# ----------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"parts": {"A": 1.0}}, ["ER0603"]),
        ({"parts": {"A": True}}, ["ER0604"]),
        ({"parts": {"A": "5"}}, ["ER0602"]),
        ({"parts": {"A": None}}, ["ER0602"]),
        ({"parts": {"A": -1}}, ["ER0605"]),
        ({"parts": {"A": Fraction(1, 2)}}, ["ER0605"]),
        ({"parts": {"A": 1, " a ": 2}}, ["ER0614"]),
        ({"parts": {"": 1}}, ["ER0614"]),
        ({"parts": {5: 1}}, ["ER0602"]),
        ({"parts": {}}, ["ER0619"]),
        ({"parts": {"A": 0, "B": 0}}, ["ER0619"]),
        ({"parts": [("A", 1)]}, ["ER0602"]),
        ({"parts": dict.fromkeys(map(str, range(PLANNED + 1)), 1)}, ["ER0623"]),
        ({"seats": PLANNED + 1}, ["ER0623"]),
        ({"seats": 0}, ["ER0605"]),
        ({"seats": 9.0}, ["ER0603"]),
        ({"seats": None}, ["ER0602"]),
        ({"seats": 13}, ["ER0623"]),
        ({"constituencies": 2}, ["ER0623"]),
        ({"constituencies": 5}, ["ER0623"]),
        ({"constituencies": 0}, ["ER0605"]),
        ({"body": "Quốc hộ"}, ["ER0606"]),
        ({"body": None}, ["ER0606"]),
        ({"adjacent": [], "seats": 3}, ["ER0623"]),
        ({"adjacent": 5}, ["ER0602"]),
        ({"adjacent": "An"}, ["ER0602"]),
        ({"adjacent": ["An", ("An",)]}, ["ER0602", "ER0602"]),
        ({"adjacent": {"An": "Bình"}}, ["ER0602"]),
        ({"adjacent": [("An", "Bin"), ("An", 5)]}, ["ER0615", "ER0615"]),
        ({"adjacent": [("An", "an")]}, ["ER0614"]),
        ({"on": "23/05/2021"}, ["ER0612"]),
        ({"on": None}, ["ER0612"]),
        ({"rules": law(national="từ 10 đại biểu trở lên")}, ["ER0623"]),
        ({"seats": 0, "body": "x", "parts": {"A": 1.5}}, ["ER0606", "ER0603", "ER0605"]),
    ],
)  # fmt: skip
def test_what_is_refused(changed, codes):
    with pytest.raises(FactErrors) as raised:
        planned(**changed)
    assert [each.code for each in raised.value.diagnostics] == codes
    for lang in ("vi", "en"):
        assert all("…" not in each.message(lang) for each in raised.value.diagnostics)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"adjacent": [("An", "Bin")]}, '"Bin" (adjacent) is none of the parts given'),
        ({"parts": {}}, "There is no part to make constituencies of"),
        ({"parts": {"A": 0}}, "No part has any people"),
    ],
)
def test_errors_speak_of_parts_and_people(changed, words):
    with pytest.raises(FactErrors, match=re.escape(words)):
        planned(**changed, lang="en")


def test_at_the_bounds():
    made = planned({f"P{place}": 10 for place in range(PLANNED)}, PLANNED, constituencies=PLANNED)
    assert len(made.constituencies) == PLANNED and made.measure == 0


def test_names_may_be_anything():
    name = "<script>" + "x" * 500
    made = planned({name: 5, "B": 5}, 2)
    assert ET.fromstring(made.svg()) is not None and json.dumps(made.to_dict())

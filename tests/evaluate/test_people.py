"""A count given as the people counted: their number, the offices they hold, and what is wrong with the list."""

from __future__ import annotations

import unicodedata
from datetime import date
from fractions import Fraction
from random import Random

import pytest
from attrs import evolve

from electrules.diagnostics.errors import FactErrors
from electrules.evaluate import check_facts
from electrules.evaluate.people import read_people
from electrules.tree.types import Day, Member, Number, OneOf, Picked, YesNo

from .law import term

COUNT = Number(Fraction(0), Fraction(5), "member")
MEMBERS = term("members", "thành viên", COUNT)
CHAIR = evolve(term("chair", "Chủ tịch", evolve(COUNT, unit="chair")), among="members")
VICE = evolve(term("vice chairs", "Phó Chủ tịch", evolve(COUNT, unit="vice chair")), among="members")
GUESTS = term("guests", "khách", evolve(COUNT, unit="guest"))
TERMS = (MEMBERS, CHAIR, VICE, GUESTS)
A, B, C = "Nguyễn Văn Hòa", "Trần Thị B", "Lê C"


def counted(**facts):
    return check_facts(TERMS, {name.replace("_", " "): value for name, value in facts.items()})


def refused(**facts):
    with pytest.raises(FactErrors) as found:
        counted(**facts)
    return [(each.code, each.fact) for each in found.value.diagnostics]


def test_a_list_is_its_number_and_offices_are_counted_in_either_language():
    people = [{"name": A, "office": "chair"}, {"tên": B, "chức vụ": "phó chủ tịch"}, {"name": C, "office": "vice chair"}]

    assert counted(members=people) == {"members": 3, "chair": 1, "vice chairs": 2}
    assert counted(guests=[{"name": A}]) == {"guests": 1}


def test_an_office_that_nobody_holds_is_held_by_none_and_a_plain_member_holds_none():
    people = [{"name": A}, {"name": B, "office": "member"}, {"name": C, "office": "Thành viên", "organisation": "Mặt trận"}]

    assert counted(members=people) == {"members": 3, "chair": 0, "vice chairs": 0}
    assert counted(members=[]) == {"members": 0, "chair": 0, "vice chairs": 0}


def test_two_chairs_are_counted_not_refused():
    assert counted(members=[{"name": A, "office": "chair"}, {"name": B, "office": "Chủ tịch"}])["chair"] == 2


def test_numbers_said_apart_must_agree():
    people = [{"name": A, "office": "chair"}, {"name": B}]

    assert counted(members=people, chair=1) == {"members": 2, "chair": 1, "vice chairs": 0}
    assert refused(members=people, chair=2) == [("ER0621", "chair")]
    assert refused(chair=2, members=people) == [("ER0621", "chair")]


@pytest.mark.parametrize("again", [unicodedata.normalize("NFD", A), A.upper(), "Nguyễn  Văn Hoà"])
def test_one_person_in_two_writings_is_named_twice(again):
    assert refused(members=[{"name": A}, {"name": B}, {"name": again, "office": "chair"}]) == [("ER0622", "members[2]")]


def test_namesakes_are_two_where_something_tells_them_apart():
    assert counted(members=[{"name": A, "born": "1970-01-01"}, {"name": A, "born": "1971-01-01"}])["members"] == 2
    assert refused(members=[{"name": A, "born": "1970-01-01"}, {"name": A}]) == [("ER0622", "members[1]")]


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ([3], [("ER0602", "members[0]")]),
        ([{"name": A, "ofice": "chair"}], [("ER0601", "members[0].ofice")]),
        ([{"name": A, "office": "chairr"}], [("ER0606", "members[0].office")]),
        ([{"name": 3}], [("ER0602", "members[0].name")]),
        ([{"name": A, "tên": B}], [("ER0607", "members[0].tên")]),
        ([{"name": str(each)} for each in range(6)], [("ER0605", "members")]),
    ],
)
def test_what_is_wrong_is_said_of_the_record(people, found):
    assert refused(members=people) == found


def test_a_slip_in_an_office_gets_the_name_that_may_be_meant():
    with pytest.raises(FactErrors) as found:
        counted(members=[{"name": A, "office": "vice chiar"}])

    assert found.value.diagnostics[0].suggestion == "vice chairs"


GENDER = term("gender", "giới tính", OneOf((Member("male", ("nam",), ("male",)), Member("female", ("nữ",), ("female",))), "gender"))
BORN = term("born", "ngày sinh", Day())
PARTY = term("party member", "đảng viên", YesNo())
WOMEN = evolve(term("women", "phụ nữ", COUNT), among="members", whose=Picked("gender", "female"))
OUTSIDE = evolve(term("non-party", "ngoài Đảng", COUNT), among="members", whose=Picked("party member", False))
YOUNG = evolve(term("young", "trẻ", COUNT), among="members", whose=Picked("born", 40))
DAY = date(2021, 5, 23)


def picked(*people, on=DAY, **facts):
    return check_facts((MEMBERS, GENDER, BORN, PARTY, WOMEN, OUTSIDE, YOUNG), {"members": list(people), **facts}, on)


def test_those_are_counted_of_whom_something_is_so():
    people = [{"name": A, "giới tính": "Nữ", "party member": True}, {"name": B, "gender": "male", "party member": False}]

    assert picked(*people) == {"members": 2, "women": 1, "non-party": 1}
    assert picked() == {"members": 0, "women": 0, "non-party": 0, "young": 0}


def test_a_count_stays_unknown_where_somebody_does_not_say():
    assert picked({"name": A, "gender": "female"}, {"name": B}) == {"members": 2}
    assert picked({"name": A, "gender": "female"}, {"name": B}, women=2)["women"] == 2


@pytest.mark.parametrize(("born", "young"), [("1981-05-24", 1), ("1981-05-23", 0)])
def test_ages_are_those_of_the_day_asked(born, young):
    assert picked({"name": A, "born": born})["young"] == young
    assert "young" not in picked({"name": A, "born": born}, on=None)


def test_what_is_said_of_people_is_checked_and_must_agree():
    with pytest.raises(FactErrors) as found:
        picked({"name": A, "gender": "x", "born": "1981", "party member": "maybe"})
    assert {(each.code, each.fact) for each in found.value.diagnostics} == {
        ("ER0606", "members[0].gender"),
        ("ER0612", "members[0].born"),
        ("ER0602", "members[0].party member"),
    }
    with pytest.raises(FactErrors) as found:
        picked({"name": A, "gender": "female"}, women=2)
    assert [each.code for each in found.value.diagnostics] == ["ER0621"]


def test_where_the_law_counts_no_posts_an_office_is_only_said():
    assert counted(guests=[{"name": A, "office": "Giám đốc Sở Nội vụ"}, {"name": B, "chức vụ": "teacher"}]) == {"guests": 2}


def test_no_more_can_be_so_than_there_are():
    with pytest.raises(FactErrors) as found:
        check_facts((MEMBERS, GENDER, WOMEN), {"members": 2, "women": 3}, DAY)
    assert [each.code for each in found.value.diagnostics] == ["ER0621"]
    assert "more than there are" in found.value.diagnostics[0].message("en")


@pytest.mark.parametrize("seed", range(40))
def test_namesakes_are_found_as_if_each_were_compared_with_each(seed):
    chance = Random(seed)
    people = [{each: chance.choice("ab") for each in ("born", "gender", "ethnicity", "organisation") if chance.random() < 0.5} for _ in range(12)]
    alike = [any(all(a[each] == b[each] for each in a if each in b) for a in people[:place]) for place, b in enumerate(people)]
    many = evolve(MEMBERS, type=evolve(COUNT, most=Fraction(100_000)))

    found = read_people(many, "members", [{"name": A, **each} for each in people], {}).problems

    assert [each.fact for each in found] == [f"members[{place}]" for place, twin in enumerate(alike) if twin]


def test_a_hundred_thousand_namesakes_who_differ_are_read_at_once():
    people = [{"name": A, "organisation": str(each)} for each in range(100_000)]

    assert read_people(MEMBERS, "members", people, {}).problems == ()

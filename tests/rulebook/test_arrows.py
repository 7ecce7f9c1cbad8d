"""Exceptions, "except in the case of", and what is of lower rank: what each arrow means, and what it may not mean."""

from __future__ import annotations

import pytest

import electrules
from electrules import RuleErrors

HEAD = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Chính phủ | Government: authority; rank 2.
  Loại | kind: one of xã | commune; phường | ward.
  Dấu | mark: yes or no; says "có dấu" | "has the mark".
  Số ghế | seats: conclusion; whole number from 0 to 500; unit ghế | seat, seats; says "được bầu" | "elects".
  Số ban | boards: conclusion; whole number from 0 to 500; unit ban | board, boards; says "được lập" | "sets up".

instrument 1/2000/QH14 "Law": issued by the National Assembly on 2000-02-01; in force from 2000-03-01.
"""
RULES = """
article 1
  A commune: elects 1 seat{excused}.

article 2
  {exception}A ward or commune that has the mark: elects 2 seats.
"""
DECREE = """
instrument 2/2001/NĐ-CP "Decree": issued by the Government on 2001-02-01; in force from 2001-03-01.

article 1
  {}
"""


def asked(text: str, **facts: object) -> tuple[str, object]:
    answer = electrules.load(text=HEAD + text, base=None).ask("seats", facts, on="2002-01-01")
    return answer.outcome, answer.value


def codes(text: str) -> list[str]:
    with pytest.raises(RuleErrors) as raised:
        electrules.load(text=HEAD + text, base=None)
    assert all(each.line is not None for each in raised.value.diagnostics)
    return [each.code for each in raised.value.diagnostics]


@pytest.mark.parametrize(
    ("kind", "mark", "excepted", "excused"),
    [
        ("commune", True, ("answered", 2), ("answered", 2)),
        ("commune", False, ("answered", 1), ("answered", 1)),
        ("ward", True, ("gap", None), ("answered", 2)),
    ],
)
def test_except_in_the_case_of_leaves_that_case_its_own_force(kind: str, mark: bool, excepted: object, excused: object) -> None:
    facts = {"kind": kind, "mark": mark}
    assert asked(RULES.format(excused="", exception="Exception to article 1: "), **facts) == excepted
    assert asked(RULES.format(excused=", except in the case of article 2", exception=""), **facts) == excused


def test_an_exception_on_another_matter_is_refused_at_its_place() -> None:
    assert codes(RULES.format(excused="", exception="") + "\narticle 3\n  Exception to article 1: a commune: sets up 3 boards.\n") == ["ER0414"]


AGAINST = {
    "excepts": "Exception to article 1 of 1/2000/QH14: a commune that has the mark: elects 5 seats.",
    "bars": "Do not apply article 1 of 1/2000/QH14 when has the mark.",
    "outranks": "A commune: elects 5 seats.\n  Apply article 1 of 2/2001/NĐ-CP in preference to article 1 of 1/2000/QH14.",
    "amends": 'Amend article 1 of 1/2000/QH14 as follows: "A commune: elects 5 seats."',
    "repeals": "Repeal article 1 of 1/2000/QH14.",
    "rewords": "Replace 1 seat with 5 seats in article 1 of 1/2000/QH14.",
    "delays": "Only apply article 1 of 1/2000/QH14 when has the mark.",
}
PRINCIPLE = "\narticle 9\n  An instrument of higher rank prevails.\n"
POWER = "\narticle 8\n  The Government may provide otherwise than article 1.\n"


@pytest.mark.parametrize("what", AGAINST)
def test_what_is_below_the_law_acts_on_it_only_with_the_power_to(what: str) -> None:
    law, decree = RULES.format(excused="", exception=""), DECREE.format(AGAINST[what])
    assert codes(law + PRINCIPLE + decree) == ["ER0415"]
    electrules.load(text=HEAD + law + decree, base=None)
    electrules.load(text=HEAD + law + PRINCIPLE + POWER + decree, base=None)


def test_a_law_that_names_a_decree_gives_way_to_it_by_its_own_words() -> None:
    law = "\narticle 1\n  A commune: elects 1 seat, except in the case of article 1 of 2/2001/NĐ-CP.\n"
    text = law + PRINCIPLE + DECREE.format("A commune that has the mark: elects 5 seats.")
    assert (asked(text, kind="commune", mark=True), asked(text, kind="commune", mark=False)) == (("answered", 5), ("answered", 1))


@pytest.mark.parametrize("what", ["bars", "outranks", "excepts"])
def test_the_rank_of_one_of_two_instruments_of_one_number_is_that_of_its_issuer(what: str) -> None:
    words = HEAD.replace(
        "authority; rank 2.", "authority; rank 2.\n  Hội đồng A | Council of A: authority; rank 1.\n  Hội đồng B | Council of B: authority; rank 3."
    )
    twin = '\ninstrument 5/2000/NQ-HĐND "{0}": issued by the Council of {0} on 2000-02-01; in force from 2000-03-01.\n\narticle 1\n  A commune: elects 1 seat.\n'
    against = {
        "bars": "Do not apply article 1 of 5/2000/NQ-HĐND of the Council of {} when has the mark.",
        "outranks": "A commune: elects 5 seats.\n  Apply article 1 of 2/2001/NĐ-CP in preference to article 1 of 5/2000/NQ-HĐND of the Council of {}.",
        "excepts": "Exception to article 1 of 5/2000/NQ-HĐND of the Council of {}: a commune that has the mark: elects 5 seats.",
    }[what]
    text = words + PRINCIPLE + twin.format("A") + twin.format("B")
    with pytest.raises(RuleErrors) as raised:
        electrules.load(text=text + DECREE.format(against.format("A")), base=None)
    (found,) = raised.value.diagnostics
    assert (found.code, found.message("en").count("Điều"), found.message("vi").count("article")) == ("ER0415", 0, 0)
    electrules.load(text=text + DECREE.format(against.format("B")), base=None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (RULES.format(excused="", exception="") + "\narticle 3\n  Exception to article 1: a commune: sets up 3 boards.\n", "ER0414"),
        (RULES.format(excused="", exception="") + PRINCIPLE + DECREE.format(AGAINST["repeals"]), "ER0415"),
        (RULES.format(excused="", exception="") + PRINCIPLE + DECREE.format(AGAINST["bars"]), "ER0415"),
    ],
)
def test_the_place_of_what_is_refused_is_named_in_the_reader_s_language(text: str, code: str) -> None:
    with pytest.raises(RuleErrors) as raised:
        electrules.load(text=HEAD + text, base=None)
    (found,) = raised.value.diagnostics
    assert found.code == code
    vi, en = found.address_in("vi"), found.address_in("en")
    assert vi is not None and en is not None and vi.startswith("Điều") and en.startswith("article")


BOUND = """
article 1
  A commune: elects 1 seat.

article 2
  {}

article 3
  Do not apply article 2 when has the mark.
"""


def test_a_constraint_binds_nothing_where_it_is_barred() -> None:
    text = BOUND.format("Always kind is ward.")
    assert asked(text, kind="commune", mark=True) == ("answered", 1)
    with pytest.raises(electrules.FactErrors) as refused:
        asked(text, kind="commune", mark=False)
    assert [each.code for each in refused.value.diagnostics] == ["ER0609"]
    assert asked(text, kind="commune") == ("answered", 1)
    again = "\narticle 4\n  Do not apply article 3 when has the mark.\n"
    with pytest.raises(electrules.FactErrors):
        asked(text + again, kind="commune", mark=True)


@pytest.mark.parametrize(("mark", "outcome"), [(True, "gap"), (False, "unread")])
def test_a_text_that_could_not_be_read_is_not_declared_where_that_is_barred(mark: bool, outcome: str) -> None:
    text = BOUND.format("The text could not be read on seats when kind is ward; reason: so.")
    assert asked(text, kind="ward", mark=mark) == (outcome, None)


@pytest.mark.parametrize(
    "said",
    [
        "Apply article 1 in preference to article 4.",
        "Periods in this instrument count the day they are counted from.",
        "A last day that is a day off moves to the next working day.",
        "The Government may move the periods in article 4.",
        "The Government may provide otherwise than article 4.",
        "An instrument of higher rank prevails.",
        "Weekly rest on Saturday and Sunday.",
    ],
)
def test_what_holds_for_all_cases_cannot_be_barred_for_one(said: str) -> None:
    assert codes(BOUND.format(said) + "\narticle 4\n  A ward: elects 3 seats.\n") == ["ER0418"]


def test_there_is_no_exception_to_what_binds_facts() -> None:
    exception = "Exception to article 2: a ward: elects 3 seats."
    assert codes(BOUND.format("Always kind is ward.").replace("Do not apply article 2 when has the mark.", exception)) == ["ER0418"]

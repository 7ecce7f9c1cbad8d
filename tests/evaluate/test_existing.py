"""A member of a list exists on its days: outside them it is no completion and no choice, and given as a fact the answer is a gap that says so."""

from __future__ import annotations

import pytest

import electrules

TEXT = """language: English

vocabulary
  Hội đồng | Board: authority; rank 1.
  Loại | kind: one of tỉnh | province; huyện | district, until before 2025-07-01; đặc khu | special zone, since 2025-06-16; asks "Loại gì?" | "What kind?".
  Số ghế | seats: conclusion; whole number from 0 to 100; unit ghế | seat, seats; says "được bầu" | "elects".
  Số ban | boards: conclusion; whole number from 0 to 100.
  Số bàn | tables: conclusion; whole number from 0 to 100.

instrument 1/2000/QH1 "A": issued by Board on 2000-01-01; in force from 2000-01-02.

article 1
  A province: elects 2 seats.
  A special zone: elects 2 seats.
  A district: elects 4 seats.

article 2
  When kind is not province then boards is 3.
  A province: boards is 4.

article 3
  Tables is 5.
"""
LAW = electrules.load(text=TEXT, base=None, lang="en")
DAYS = {"2025-06-15": ("province", "district"), "2025-06-16": ("province", "district", "special zone"), "2025-07-01": ("province", "special zone")}


@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("kind", ["province", "district", "special zone"])
def test_what_does_not_exist_is_a_gap_on_that_day_wherever_it_matters(kind: str, on: str) -> None:
    there = kind in DAYS[on]
    seats, boards, tables = (LAW.ask(term, {"kind": kind}, on=on) for term in ("seats", "boards", "tables"))
    assert (seats.outcome, seats.value) == (("answered", 4 if kind == "district" else 2) if there else ("gap", None))
    assert (boards.outcome, boards.value) == (("answered", 4 if kind == "province" else 3) if there else ("gap", None))
    assert (tables.outcome, tables.value, tables.outside) == ("answered", 5, ())
    assert [(term.id, member.id) for term, member in seats.outside] == ([] if there else [("kind", kind)])


@pytest.mark.parametrize(
    ("kind", "on", "lang", "line"),
    [
        ("district", "2025-07-01", "vi", "Loại: huyện chỉ có đến hết ngày 30/06/2025."),
        ("district", "2025-07-01", "en", "Kind: district existed to the end of 2025-06-30 only."),
        ("special zone", "2025-06-15", "vi", "Loại: đặc khu chỉ có từ ngày 16/06/2025."),
        ("special zone", "2025-06-15", "en", "Kind: special zone exists from 2025-06-16 only."),
    ],
)
def test_the_answer_says_when_it_existed(kind: str, on: str, lang: str, line: str) -> None:
    assert line in LAW.ask("seats", {"kind": kind}, on=on).text(lang).splitlines()


def test_the_answer_as_data_says_when_it_existed() -> None:
    answer = LAW.ask("seats", {"kind": "district"}, on="2025-07-01")
    assert answer.to_dict()["outside"] == [{"fact": "kind", "member": "district", "since": None, "until": "2025-07-01"}]


def test_a_silence_that_is_declared_of_it_is_heeded() -> None:
    text = TEXT.replace(
        "  A district: elects 4 seats.", "  A district: elects 4 seats.\n  The law is silent on seats when special zone; reason: not yet."
    )
    answer = electrules.load(text=text, base=None, lang="en").ask("seats", {"kind": "special zone"}, on="2025-06-15")
    assert (answer.outcome, [type(each).__name__ for each in answer.sources]) == ("gap", ["Silence"])


def test_completions_and_choices_are_those_that_exist() -> None:
    before, after = (LAW.ask("seats", {}, on=on) for on in ("2025-06-16", "2025-07-01"))
    assert (before.outcome, [member.id for term in before.missing for member in term.type.members]) == ("unknown", list(DAYS["2025-06-16"]))
    assert (after.outcome, after.value) == ("answered", 2)
    assert "  - What kind? (one of: province, district, special zone)" in before.text().splitlines()


def test_no_rule_is_dead_and_no_case_a_gap_for_what_exists_on_other_days_only() -> None:
    assert {(each.kind, each.verdict) for each in LAW.check()} == {("gap", "proved")}


def test_a_tree_of_one_day_tells_nothing_of_another() -> None:
    first = LAW.tree("seats", on="2025-07-01")
    second = LAW.tree("seats", on="2025-06-16")
    assert [first.ask({"kind": "district"}).outcome, second.ask({"kind": "district"}).outcome] == ["gap", "answered"]
    assert type(first).from_dict(first.to_dict()).ask({"kind": "district"}).outcome == "gap"


DENIALS = TEXT.replace(
    "  Tables is 5.",
    """  When not (kind is not province) then tables is 1.
  When not (kind is province and kind is special zone) then tables is 2.
  When not (kind is district or kind is special zone) then tables is 3.""",
)
"""The second and the third deny what is said of a kind, one of them under "and"."""


def test_a_denial_of_several_parts_speaks_no_more_of_what_does_not_exist_than_one_of_each() -> None:
    apart = DENIALS.replace("not (kind is province and kind is special zone)", "kind is not province or kind is not special zone").replace(
        "not (kind is district or kind is special zone)", "kind is not district and kind is not special zone"
    )
    assert apart != DENIALS
    both = [electrules.load(text=text, base=None, lang="en") for text in (DENIALS, apart)]
    for kind in ("province", "district", "special zone"):
        for on in DAYS:
            one, other = (law.ask("tables", {"kind": kind}, on=on) for law in both)
            assert (one.outcome, one.value) == (other.outcome, other.value)
    assert both[0].ask("tables", {"kind": "district"}, on="2025-07-01").outcome == "gap"
    assert both[0].ask("tables", {"kind": "district"}, on="2025-06-15").value == 2


@pytest.mark.parametrize(
    "constraint", ["A district: always seats needed is fewer than 3 seats.", "Always kind is not district or seats needed is fewer than 3 seats."]
)
def test_what_was_given_is_held_to_the_constraints_though_it_does_not_exist_on_the_day(constraint: str) -> None:
    text = TEXT.replace("  Số bàn", "  Số ghế cần | seats needed: whole number from 0 to 9; unit ghế | seat, seats.\n  Số bàn")
    law = electrules.load(text=f"{text}\narticle 4\n  {constraint}\n", base=None, lang="en")
    for on in DAYS:
        with pytest.raises(electrules.FactErrors) as refused:
            law.ask("seats", {"kind": "district", "seats needed": 5}, on=on)
        assert [each.code for each in refused.value.diagnostics] == ["ER0609"]
    assert law.ask("seats", {"kind": "district", "seats needed": 2}, on="2025-07-01").outcome == "gap"

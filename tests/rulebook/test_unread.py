"""What the rulebook does not hold: unread, never silent, at every door."""

from __future__ import annotations

import json
from datetime import date

import pytest

import electrules
from electrules import FactErrors, RuleErrors
from electrules.tree import Tree

WORDS = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Chính phủ | Government: authority; rank 2.
  Ủy ban | committee: body.
  Loại | kind: one of tỉnh | province; xã | commune; phường | ward.
  Dân số | population: whole number from 0 to 20,000,000; unit dân | person, people.
  Số thành viên | members: whole number from 0 to 100; unit thành viên | member, members.
  Số đại biểu | seats: conclusion; whole number from 0 to 500; unit đại biểu | deputy, deputies; says "được bầu" | "elects".
  Số ban | boards: conclusion; whole number from 0 to 500; unit ban | board, boards; says "có ban" | "sets up".
  Số phòng | rooms: conclusion; whole number from 0 to 500; unit phòng | room, rooms; says "được cấp" | "is given".
  Ngày bầu cử | election day: day asked.
  Công bố | announcement: event.
"""
LAW = """
instrument 1/2020/QH14 "Law": issued by the National Assembly on 2020-02-01; in force from 2020-03-01; no longer in force from 2030-01-01.
  Official text read.

article 1
  Commune: elects 5 deputies.

article 2
  Ward: elects 7 deputies.

article 3
  The text could not be read on seats when kind is province; reason: nobody has it.

article 4
  Exception to article 2: the text could not be read on seats when population is more than 1,000 people; reason: only its title is known.

article 5
  When there is a value of seats then sets up 1 board.

article 6
  The text could not be read on boards when population is more than 5,000 people; reason: a decree.

article 7
  The committee has at least 5 members.
  No later than 10 days before election day, the Government must see to announcement.
"""


def law(text: str = LAW, about: str = "") -> electrules.Rulebook:
    return electrules.load(text=WORDS + about + text, base=None, lang="en")


BOOK = law()


def asked(term: str, on: str = "2021-05-23", book: electrules.Rulebook = BOOK, known: str | None = None, **facts: object) -> tuple[object, ...]:
    answer = book.ask(term, facts, on=on, known=known)
    texts = tuple((each.instrument, each.part) for each in answer.unread)
    return answer.outcome, answer.value, texts, tuple(str(each) for each in answer.citations), answer.missing


@pytest.mark.parametrize(
    ("term", "facts", "expected"),
    [
        ("seats", {"kind": "commune"}, ("answered", 5, (), ("article 1 of 1/2020/QH14",), ())),
        ("seats", {"kind": "province"}, ("unread", None, (("1/2020/QH14", "seats"),), ("article 3 of 1/2020/QH14",), ())),
        ("seats", {"kind": "ward", "population": 1000}, ("answered", 7, (), ("article 2 of 1/2020/QH14",), ())),
        ("seats", {"kind": "ward", "population": 1001}, ("unread", None, (("1/2020/QH14", "seats"),), ("article 4 of 1/2020/QH14",), ())),
        # whether there is a value of what is unread is unread
        ("boards", {"kind": "province", "population": 0}, ("unread", None, (("1/2020/QH14", "seats"),), ("article 5 of 1/2020/QH14", "article 3 of 1/2020/QH14"), ())),
        # an unread text that might say something else leaves the value, and is named
        ("boards", {"kind": "commune", "population": 6000}, ("answered", 1, (("1/2020/QH14", "boards"),), ("article 5 of 1/2020/QH14", "article 1 of 1/2020/QH14"), ())),
        ("boards", {"kind": "commune", "population": 5000}, ("answered", 1, (), ("article 5 of 1/2020/QH14", "article 1 of 1/2020/QH14"), ())),
    ],
)  # fmt: skip
def test_what_is_unread(term: str, facts: dict[str, object], expected: tuple[object, ...]) -> None:
    assert asked(term, **facts) == expected


@pytest.mark.parametrize(
    ("on", "outcome"),
    [("2020-02-29", "unread"), ("2020-03-01", "answered"), ("2029-12-31", "answered"), ("2030-01-01", "gap")],
)
def test_before_the_first_text_is_unread_after_the_last_is_a_gap(on: str, outcome: str) -> None:
    assert asked("seats", on, kind="commune")[0] == outcome


def test_of_what_no_text_speaks_everything_is_unread() -> None:
    assert asked("rooms") == ("unread", None, ((None, "rooms"),), (), ())
    assert BOOK.ask("rooms", {}, on="2021-05-23").text("vi") == (
        "Số phòng, ngày 23/05/2021: chưa đọc được văn bản: bộ quy tắc không có văn bản nào về số phòng"
    )


def test_the_first_text_is_that_of_the_acts_seen() -> None:
    later = (
        LAW
        + '\ninstrument 2/2021/QH14 "Law": issued by the National Assembly on 2021-02-01; in force from 2021-03-01.\n\narticle 1\n  Is given 2 rooms.\n'
    )
    assert [asked("rooms", book=law(later), known=day)[0] for day in ("2021-01-31", "2021-02-01")] == ["unread", "answered"]


ABOUT = "\nrulebook\n  Kept up to 2025-06-30.\n  Holds all law on seats, boards and committee from 2016-01-01.\n".replace(" and", ",")


@pytest.mark.parametrize(("on", "outcome"), [("2015-12-31", "unread"), ("2016-01-01", "gap"), ("2020-02-29", "gap"), ("2020-03-01", "answered")])
def test_a_rulebook_may_hold_all_law_from_an_earlier_day(on: str, outcome: str) -> None:
    book = law(about=ABOUT)
    assert asked("seats", on, book, kind="commune")[0] == outcome
    assert bool(book.assess("committee", {"members": 5}, on=on).unread) == (outcome == "unread")


def test_a_question_under_later_law_than_was_kept_says_so() -> None:
    book = law(about=ABOUT)
    kept = [book.ask("seats", {"kind": "commune"}, on="2026-01-01", law_on=day).kept_to for day in ("2025-06-30", "2025-07-01")]
    assert kept == [None, date(2025, 6, 30)]
    answer = book.ask("seats", {"kind": "commune"}, on="2026-01-01")
    assert answer.to_dict()["kept_to"] == "2025-06-30"
    assert answer.text("en").splitlines()[-1] == "The rulebook was kept up to 2025-06-30: law made or changed after that day is not in it."
    assert book.calendar("2026-01-01").kept_to == book.assess("committee", {}, on="2026-01-01").kept_to == date(2025, 6, 30)
    assert BOOK.ask("seats", {"kind": "commune"}, on="2026-01-01").kept_to is None


def test_of_several_days_up_to_which_it_was_kept_the_earliest_is_that_of_the_whole() -> None:
    book = law(about="\nrulebook\n  Kept up to 2025-06-30.\n\nrulebook\n  Kept up to 2024-06-30.\n")
    assert book.corpus.kept_to == date(2024, 6, 30)


def test_a_rulebook_holds_no_law_on_a_fact() -> None:
    with pytest.raises(RuleErrors) as errors:
        law(about="\nrulebook\n  Holds all law on population from 2016-01-01.\n")
    assert [each.code for each in errors.value.diagnostics] == ["ER0407"]


def test_a_body_and_a_calendar_of_a_day_before_the_law() -> None:
    before, after = (BOOK.assess("committee", {"members": 6}, on=on) for on in ("2019-05-23", "2021-05-23"))
    assert (len(before), [each.to_dict() for each in before.unread]) == (
        0,
        [{"instrument": None, "part": "committee", "reason": "the rulebook holds law on committee only from 2020-03-01"}],
    )
    assert [each.ok for each in after] == [True] and after.unread == ()
    early = BOOK.calendar("2019-05-23")
    assert (early.ok, len(early), [each.part for each in early.unread]) == (False, 0, ["deadlines"])
    assert BOOK.calendar("2021-05-23").unread == ()


def test_a_tree_from_json_answers_alike() -> None:
    book = law(about=ABOUT)
    questions: list[tuple[str, dict[str, object]]] = [
        ("2015-01-01", {}),
        ("2019-01-01", {}),
        ("2021-05-23", {"kind": "province"}),
        ("2026-01-01", {}),
    ]
    for on, facts in (*questions, ("2021-05-23", {"kind": "ward", "population": 2000})):
        tree = book.tree("seats", on=on)
        again = Tree.from_dict(json.loads(json.dumps(tree.to_dict())))
        assert again == tree
        assert again.ask(facts).to_dict() == tree.ask(facts).to_dict()


def test_the_keys_and_the_proof_say_it() -> None:
    answer = BOOK.ask("seats", {"kind": "province"}, on="2021-05-23")
    assert answer.to_dict()["unread"] == [{"instrument": "1/2020/QH14", "part": "seats", "reason": "nobody has it"}]
    assert answer.text("vi").splitlines()[0] == "Số đại biểu, ngày 23/05/2021: chưa đọc được văn bản: 1/2020/QH14, phần số đại biểu"
    assert answer.proof.text("en").splitlines()[1] == "  The text has not been read: nobody has it (under article 3 of 1/2020/QH14)"
    before = BOOK.ask("seats", {"kind": "province"}, on="2019-05-23").proof.text("vi").splitlines()
    assert before == ["Số đại biểu: chưa đọc được văn bản", "  bộ quy tắc chỉ có luật về số đại biểu từ ngày 01/03/2020"]


def test_a_comparison_shows_it_in_the_cell_and_no_difference() -> None:
    found = BOOK.compare("seats", {"kind": "commune"}, on=("2019-05-23", "2021-05-23"))
    (row,) = found.rows
    assert (row.before.outcome, row.after.value, row.difference, row.share) == ("unread", 5, None, None)
    assert found.text("en").splitlines()[3] == "for these facts: not read → 5"
    assert row.to_dict()["before"]["unread"][0]["part"] == "seats"  # type: ignore[index]
    assert not BOOK.compare("seats", {"kind": "province"}, on=("2019-05-23", "2021-05-23"))


def test_check_lists_what_is_unread_apart() -> None:
    found = [(each.kind, each.verdict, [str(place) for place in each.citations]) for each in BOOK.check("seats") if each.kind != "gap"]
    assert ("unread", "proved", ["article 3 of 1/2020/QH14"]) in found
    assert ("unread", "proved", ["article 4 of 1/2020/QH14"]) in found
    assert all(verdict == "proved" for _, verdict, _ in found)


def test_after_the_end_of_all_law_check_tells_that_it_ended() -> None:
    ended = [each for each in BOOK.check("seats") if each.kind == "silence"]
    assert [(each.verdict, each.first_day, each.citations) for each in ended] == [("proved", date(2030, 1, 1), ())]
    assert ended[0].text("en") == ("Seats, from 2030-01-01: the law is silent: all that was said of it has ended or was repealed.")
    assert all(each.verdict == "proved" for each in BOOK.check("boards"))


CASES = """
case "read"
  Given: kind is province; asked for seats on 2021-05-23; then unread, under article 3 of 1/2020/QH14.

case "older"
  Asked for seats on 2019-05-23; then unread.

case "not so"
  Given: kind is commune; asked for seats on 2021-05-23; then unread.
"""


def test_a_case_may_expect_it() -> None:
    assert [each.ok for each in law(LAW + CASES).test()] == [True, True, False]


def test_a_presumption_can_be_said_to_be_unknown_and_yields_to_a_constraint() -> None:
    text = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Có đảo | islands: yes or no; says "có đảo" | "has islands"; no unless said "không nêu" | "nobody says so".
  Ven biển | coastal: yes or no; says "ven biển" | "is coastal".
  Đất liền | landlocked: yes or no; says "đất liền" | "is landlocked".
  Số đại biểu | seats: conclusion; whole number from 0 to 500; unit đại biểu | deputy, deputies; says "được bầu" | "elects".

instrument 1/2020/QH14 "Law": issued by the National Assembly on 2020-02-01; in force from 2020-03-01.
  Official text read.

article 1
  When has islands then elects 7 deputies.
  When not (has islands) then elects 5 deputies.
"""
    book = electrules.load(text=text, base=None)
    plain = book.ask("seats", {}, on="2021-05-23")
    assert (plain.value, dict(plain.asked), dict(plain.presumed)) == (5, {}, {"islands": False})
    assert [plain.to_dict()[key] for key in ("asked", "presumed")] == [{}, {"islands": False}]
    open_ = book.ask("seats", {"islands": None}, on="2021-05-23")
    assert (open_.outcome, [each.id for each in open_.missing], dict(open_.asked), dict(open_.presumed)) == (
        "unknown",
        ["islands"],
        {"islands": None},
        {},
    )
    given = book.ask("seats", {"islands": True, "coastal": True}, on="2021-05-23")
    assert (given.value, dict(given.asked), dict(given.presumed)) == (7, {"islands": True, "coastal": True}, {})
    with pytest.raises(FactErrors):
        book.ask("seats", {"coastal": None}, on="2021-05-23")

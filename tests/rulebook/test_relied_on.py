"""The status of an answer is the worst of all that decided it, not of the provisions cited alone; so are its interpretations."""

from __future__ import annotations

import pytest

import electrules

WORDS = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Chính phủ | Government: authority; rank 2.
  Loại | kind: one of tỉnh | province; xã | commune; phường | ward.
  Có đảo | islands: yes or no; says "có đảo" | "has islands".
  Ven biển | coastal: yes or no; says "ven biển" | "is coastal".
  Số đại biểu | seats: conclusion; whole number from 0 to 500; unit đại biểu | deputy, deputies; says "được bầu" | "elects".
  Ngày bầu cử | election day: day asked.
  Công bố | announcement: event.
"""
HEAD = 'instrument {number} "Law": issued by the {issuer} on {issued}; in force from {since}.\n'
READ = "  Official text read.\n"


def instrument(number: str, *provisions: str, issuer: str = "National Assembly", issued: str = "2020-02-01", since: str = "2020-03-01") -> str:
    head = HEAD.format(number=number, issuer=issuer, issued=issued, since=since)
    return head + READ + "".join(f"\narticle {place}\n  {text}\n" for place, text in enumerate(provisions, 1))


def asked(*instruments: str, on: str = "2021-05-23", **facts: object) -> tuple[object, str, tuple[str, ...]]:
    answer = electrules.load(text=WORDS + "\n" + "\n".join(instruments), base=None, lang="en").ask("seats", facts, on=on)
    return answer.value, answer.status, tuple(each.statement for each in answer.interpretations)


DOUBT = "\n  Unconfirmed.\n  Interpretation: as we read it; source: a letter."
DOUBTED = ("unconfirmed", ("as we read it",))
TWO = ("A commune: elects 5 deputies.", "A commune: elects 7 deputies.")


def test_what_rests_on_nothing_doubtful_is_official() -> None:
    assert asked(instrument("1/2020/QH14", TWO[0]), kind="commune") == (5, "official", ())


def test_a_preference() -> None:
    prefers = "Apply article 1 in preference to article 2." + DOUBT
    assert asked(instrument("1/2020/QH14", *TWO, prefers), kind="commune") == (5, *DOUBTED)
    assert asked(instrument("1/2020/QH14", TWO[0], "A ward: elects 7 deputies.", prefers), kind="commune")[1] == "official"


def test_rank_and_the_later_of_one_issuer() -> None:
    rank, later = "An instrument of higher rank prevails." + DOUBT, "A later instrument of the same issuer prevails." + DOUBT
    decree = instrument("2/2020/NĐ-CP", TWO[1], issuer="Government")
    assert asked(instrument("1/2020/QH14", TWO[0], rank), decree, kind="commune") == (5, *DOUBTED)
    law = instrument("2/2021/QH14", TWO[1], issued="2021-01-01", since="2021-02-01")
    assert asked(instrument("1/2020/QH14", TWO[0], later), law, kind="commune") == (7, *DOUBTED)
    assert asked(instrument("1/2020/QH14", TWO[0], rank, later), kind="commune")[1] == "official"


@pytest.mark.parametrize(("islands", "expected"), [(True, (5, *DOUBTED)), (False, (7, "official", ()))])
def test_a_blocker_that_holds(islands: bool, expected: object) -> None:
    exception = "Exception to article 1: a commune: elects 7 deputies."
    law = instrument("1/2020/QH14", TWO[0], exception, "Do not apply article 2 when has islands." + DOUBT)
    assert asked(law, kind="commune", islands=islands) == expected


def test_a_blocker_that_is_blocked() -> None:
    law = instrument("1/2020/QH14", TWO[0], "Do not apply article 1 when has islands.", "Do not apply article 2 when is coastal." + DOUBT)
    assert asked(law, kind="commune", islands=True, coastal=True) == (5, *DOUBTED)
    assert asked(law, kind="commune", islands=False, coastal=True)[1] == "official"


def test_an_exception_that_is_excepted_itself() -> None:
    law = instrument(
        "1/2020/QH14",
        TWO[0],
        "Exception to article 1: a commune: elects 6 deputies." + DOUBT,
        "Exception to article 2: a commune: elects 7 deputies.",
    )
    assert asked(law, kind="commune") == (7, *DOUBTED)


def test_a_constraint_without_which_the_question_would_be_open() -> None:
    law = instrument(
        "1/2020/QH14", "When has islands then elects 7 deputies.", "When not (has islands) then elects 5 deputies.",
        "A ward: always not (has islands)." + DOUBT,
    )  # fmt: skip
    assert asked(law, kind="ward") == (5, *DOUBTED)
    assert asked(law, kind="ward", islands=False)[:2] == (5, "official")
    assert asked(law, kind="commune", islands=False)[:2] == (5, "official")


def test_a_day_of_force_of_its_own() -> None:
    law = instrument("1/2020/QH14", TWO[0], "Apply article 1 from 2021-01-01." + DOUBT)
    assert asked(law, kind="commune") == (5, *DOUBTED)


def test_a_transition_that_keeps_the_old_text_alive() -> None:
    amends = instrument(
        "2/2021/QH14", "Amend article 1 of 1/2020/QH14 as follows: a commune: elects 7 deputies.",
        "Only apply article 1 when election day is 2021-05-01 or later." + DOUBT, issued="2021-01-01", since="2021-02-01",
    )  # fmt: skip
    old = instrument("1/2020/QH14", TWO[0])
    assert asked(old, amends, on="2021-04-23", kind="commune") == (5, *DOUBTED)
    assert asked(old, amends, on="2021-05-23", kind="commune") == (7, "official", ())  # the new text would speak without it


DAYS = """
article 4
  Weekly rest on saturday and sunday.
  {rest}

article 5
  Days off from 2021-01-01 to the end of 2021-12-31: 2021-05-03.
  {off}

article 6
  A last day that is a day off moves to the next working day.
  {moves}
"""


@pytest.mark.parametrize("doubtful", ["rest", "off", "moves"])
def test_days_off_and_the_convention_that_moves_a_day(doubtful: str) -> None:
    marks = {name: "Unconfirmed." if name == doubtful else "Official text read." for name in ("rest", "off", "moves")}
    text = instrument("1/2020/QH14", "No later than 10 days after election day, the Government must see to announcement.")
    book = electrules.load(text=WORDS + "\n" + text + DAYS.format(**marks), base=None, lang="en")
    answer = book.ask("announcement", {}, on="2021-04-22")  # 2 May is a Sunday, 3 May is off
    assert (str(answer.value), answer.status) == ("2021-05-04", "unconfirmed")
    assert [str(each) for each in answer.citations] == ["article 1 of 1/2020/QH14", "article 6 of 1/2020/QH14"]
    (row,) = book.calendar("2021-04-22")
    assert (str(row.date), row.status) == ("2021-05-04", "unconfirmed")


def test_a_provision_without_a_mark_is_unmarked_unless_the_head_marks_all() -> None:
    bare = HEAD.format(number="1/2020/QH14", issuer="National Assembly", issued="2020-02-01", since="2020-03-01")
    own = "\narticle 1\n  A commune: elects 5 deputies.\n\narticle 2\n  A ward: elects 7 deputies.\n  Unconfirmed.\n"
    found = [asked(bare + mark + own, kind=kind)[1] for mark in ("", "  Secondary sources: two prints.\n") for kind in ("commune", "ward")]
    assert found == ["unmarked", "unconfirmed", "secondary", "unconfirmed"]


def test_a_presumption_against_a_constraint_yields() -> None:
    words = WORDS.replace('says "có đảo" | "has islands".', 'says "có đảo" | "has islands"; no unless said "không nêu" | "nobody says so".')
    law = instrument(
        "1/2020/QH14", "When has islands then elects 7 deputies.", "When not (has islands) then elects 5 deputies.", "A ward: always has islands."
    )
    book = electrules.load(text=words + "\n" + law, base=None, lang="en")
    plain, yields = (book.ask("seats", {"kind": kind}, on="2021-05-23") for kind in ("commune", "ward"))
    assert (plain.value, dict(plain.presumed)) == (5, {"islands": False})
    assert (yields.value, dict(yields.presumed)) == (7, {})
    with pytest.raises(electrules.FactErrors) as refused:
        book.ask("seats", {"kind": "ward", "islands": False}, on="2021-05-23")
    assert [each.code for each in refused.value.diagnostics] == ["ER0609"]

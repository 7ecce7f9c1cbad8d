"""Results of a constituency: every case is argued from the text of the election law."""

from __future__ import annotations

import copy
import tempfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import electrules
from electrules import FactErrors
from electrules.elections import Result, result

law = electrules.load(lang="en")
ROOT = Path(__file__).parents[2]
DAY = "2021-05-23"


def people(*votes: int, born: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    days = born or tuple(f"19{70 + place}-01-01" for place in range(len(votes)))
    return [{"name": "ABCDEFGH"[place], "born": days[place], "votes": each} for place, each in enumerate(votes)]


def counts(*votes: int, born: tuple[str, ...] = (), seats: int = 3, body: str = "National Assembly", **changes: Any) -> dict[str, Any]:
    base = {
        "listed voters": 1_000,
        "voters who voted": 900,
        "ballots issued": 905,
        "ballots collected": 900,
        "valid ballots": 880,
        "invalid ballots": 20,
    }
    return {"body": body, "round": "first", "seats": seats, **base, "candidates": people(*votes, born=born), **changes}


def low(voted: int, **changes: Any) -> dict[str, Any]:
    """Everybody votes for A, B and C."""
    few = {"voters who voted": voted, "ballots issued": voted, "ballots collected": voted, "valid ballots": voted, "invalid ballots": 0}
    return counts(voted, voted, voted, 0, **{**few, **changes})


def of(given: dict[str, Any], on: str = DAY, **more: Any) -> Result:
    return result(law, given, on=on, **more)


def said(found: Result) -> tuple[object, ...]:
    return found.recognised, found.elected, found.open, found.next, found.within


def failed(found: Result) -> set[str]:
    return {each.code for each in found.checks if not each.ok and each.severity == "error"}


def warned(found: Result) -> set[str]:
    return {each.code for each in found.checks if not each.ok and each.severity == "warning"}


# ------------------------------------------------------ who is elected (78)


def test_more_than_half_of_the_listed_voters_must_vote() -> None:
    assert said(of(low(501))) == (True, ("A", "B", "C"), 0, "none", None)
    assert said(of(low(500))) == (False, (), 3, "re-run", 15)
    assert said(of(low(500), "2026-03-15")) == (False, (), 3, "re-run", 7)
    assert of(low(500)).citations[0].article == "78" and {"80"} <= {each.article for each in of(low(500)).citations}


def test_more_than_half_of_the_valid_ballots_elects() -> None:
    assert said(of(counts(700, 600, 441, 440))) == (True, ("A", "B", "C"), 0, "none", None)
    assert said(of(counts(700, 600, 440, 440))) == (True, ("A", "B"), 1, "extra election may", 15)


def test_those_with_more_votes_come_first_where_more_are_past_half_than_seats() -> None:
    assert said(of(counts(500, 700, 600, 450))) == (True, ("B", "C", "A"), 0, "none", None)


def test_the_older_takes_the_last_seat_of_equals() -> None:
    assert of(counts(700, 600, 500, 500, born=("1970-01-01", "1970-01-01", "1971-05-02", "1971-05-01"))).elected == ("A", "B", "D")


@pytest.mark.parametrize(
    ("votes", "born", "elected", "tie"),
    [
        ((700, 500, 500, 500), "1111", ("A",), (("B", "C", "D"), 2)),
        ((700, 500, 500, 500), "1122", ("A", "B"), (("C", "D"), 1)),
        ((700, 500, 500, 500), "1211", ("A", "C", "D"), None),
        ((700, 500, 500, 500), "1321", ("A", "D", "C"), None),
        ((500, 500, 500, 500), "2221", ("D",), (("A", "B", "C"), 2)),
        ((600, 600, 500, 440), "1111", ("A", "B", "C"), None),
        ((441, 441, 440, 440), "2111", ("B", "A"), None),
    ],
)
def test_ties_at_the_last_seats(votes: tuple[int, ...], born: str, elected: tuple[str, ...], tie: object) -> None:
    """A digit is the year of birth: the smaller, the older."""
    found = of(counts(*votes, born=tuple(f"197{digit}-01-01" for digit in born)))
    assert (found.elected, found.tie) == (elected, tie)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.lists(st.tuples(st.sampled_from([100, 440, 441, 500, 880]), st.integers(1970, 1972)), min_size=1, max_size=8))
def test_who_is_elected_is_what_article_78_says(seats: int, drawn: list[tuple[int, int]]) -> None:
    """More than half of 880, most votes first, then the older; those alike at the end are nobody's."""
    votes = tuple(each for each, _ in drawn)
    assume(880 <= sum(votes) <= 880 * seats)
    found = of(counts(*votes, born=tuple(f"{year}-06-01" for _, year in drawn), seats=seats))
    able = sorted((-each, year, "ABCDEFGH"[place]) for place, (each, year) in enumerate(drawn) if each > 440)
    last = able[seats - 1][:2] if seats < len(able) and able[seats - 1][:2] == able[seats][:2] else None
    sure = [name for *key, name in able[:seats] if tuple(key) != last]
    level = tuple(name for *key, name in able if tuple(key) == last)
    assert (found.elected, found.tie) == (tuple(sure), (level, seats - len(sure)) if level else None)


def test_nobody_voted_and_no_valid_ballot() -> None:
    nothing = dict.fromkeys(("voters who voted", "ballots issued", "ballots collected", "valid ballots", "invalid ballots"), 0)
    assert said(of(counts(0, 0, 0, 0, **nothing))) == (False, (), 3, "re-run", 15)
    assert said(of(counts(0, 0, 0, 0, **nothing, round="re-run"))) == (True, (), 3, "undetermined", None)
    spoilt = counts(0, 0, 0, 0, **{"valid ballots": 0, "invalid ballots": 900})
    assert said(of(spoilt)) == (True, (), 3, "extra election may", 15) and "valid-some" in warned(of(spoilt))


def test_half_of_an_odd_number_is_half_of_it() -> None:
    odd = {"valid ballots": 881, "invalid ballots": 19}
    assert of(counts(700, 600, 441, 440, **odd)).elected == ("A", "B", "C") and of(counts(700, 600, 440, 440, **odd)).elected == ("A", "B")
    assert of(low(501, **{"listed voters": 1_001})).recognised is True and of(low(500, **{"listed voters": 1_001})).recognised is False


def test_equal_votes_that_all_find_a_seat_are_no_tie() -> None:
    found = of(counts(600, 600, 600, 100, born=("1970-01-01",) * 4))
    assert (found.elected, found.tie) == (("A", "B", "C"), None)


BORN = ("1970-01-01", "1970-01-01", "1971-05-01", "1971-05-01")


def test_of_those_born_on_one_day_the_law_takes_nobody() -> None:
    found = of(counts(700, 600, 500, 500, born=BORN))
    assert (found.elected, found.tie, found.open, found.next) == (("A", "B"), (("C", "D"), 1), 1, "undetermined")


def test_a_recorded_decision_goes_on_from_a_tie() -> None:
    found = of(counts(700, 600, 500, 500, born=BORN), decisions={"tie": ["D"]})
    assert (said(found), found.tie) == ((True, ("A", "B", "D"), 0, "none", None), None)
    three = counts(700, 500, 500, 500, born=("1970-01-01", *("1971-05-01",) * 3))
    part = of(three, decisions={"tie": ["C"]})
    assert (part.elected, part.tie, part.next) == (("A", "C"), (("B", "D"), 1), "undetermined")
    assert of(three, decisions={"tie": ["D", "B", "C"]}).elected == ("A", "D", "B")


@pytest.mark.parametrize(
    "decisions", [{"tie": ["A"]}, {"tie": ["C", "C"]}, {"tie": "D"}, {"lot": ["D"]}, {"annulled": "yes"}, {"tie": [3]}, ["tie"], 0]
)
def test_a_decision_that_decides_nothing_here_is_refused(decisions: Any) -> None:
    with pytest.raises(FactErrors):
        of(counts(700, 600, 500, 500, born=BORN), decisions=decisions)


def test_a_day_of_birth_is_missing_only_where_it_decides() -> None:
    given = counts(700, 600, 500, 500)
    for each in given["candidates"]:
        del each["born"]
    found = of(given)
    assert (found.outcome, found.recognised, found.elected, found.missing[0].name("en")) == ("unknown", True, (), "those past half of the votes")
    assert "Who is elected cannot be said." in found.text("en") and "Nobody" not in found.text("en") and "left open" not in found.text("en")


# --------------------------------------- extra elections and re-runs (79-81)


@pytest.mark.parametrize(
    ("seats", "elected", "after"),
    [
        (5, 3, "extra election must"),
        (5, 4, "none"),
        (4, 2, "extra election must"),
        (4, 3, "none"),
        (3, 1, "extra election must"),
        (3, 2, "none"),
        (2, 1, "extra election must"),
        (1, 0, "extra election must"),
    ],
)
def test_a_council_needs_two_thirds_of_its_seats(seats: int, elected: int, after: str) -> None:
    votes = [500 - place for place in range(elected)] + [440] * (seats + 1 - elected)
    found = of(counts(*votes, seats=seats, body="people's council"))
    assert (len(found.elected), found.next, found.within) == (elected, after, 15 if after != "none" else None)
    assert of(counts(*votes, seats=seats, body="Hội đồng nhân dân"), "2026-03-15").within == (7 if after != "none" else None)


def test_there_is_no_second_extra_election() -> None:
    assert of(counts(700, 400, 300, 200, round="extra")).next == "none"
    assert of(counts(700, 400, 300, 200, round="bầu cử thêm", body="people's council")).next == "none"


def test_an_extra_election_too_needs_half_the_voters_and_what_follows_is_not_said() -> None:
    assert said(of(low(500, round="extra"))) == (False, (), 3, "undetermined", None)


def test_a_re_run_is_recognised_with_any_turnout_and_is_not_repeated() -> None:
    found = of(low(300, round="re-run"))
    assert said(found) == (True, ("A", "B", "C"), 0, "none", None)
    assert found.citations[0].article == "80"


def test_a_re_run_that_leaves_seats_open_the_law_does_not_speak_of() -> None:
    assert of(counts(700, 400, 300, 200, round="re-run")).next == "undetermined"
    assert of(counts(700, 600, 300, 200, round="re-run", body="people's council")).next == "none"  # two thirds are enough on any reading


def test_a_re_run_after_annulment_has_no_exception_from_half_the_voters() -> None:
    assert said(of(low(300, round="re-run after annulment"))) == (False, (), 3, "undetermined", None)


def test_an_annulled_result_is_run_again() -> None:
    found = of(counts(700, 600, 500, 400), decisions={"annulled": True})
    assert said(found) == (False, (), 3, "re-run", 15) and {each.article for each in found.citations} == {"81"}
    assert of(counts(700, 600, 500, 400), "2026-03-15", decisions={"annulled": True}).within == 7
    assert said(of(counts(700, 600, 500, 400, round="extra"), decisions={"annulled": True})) == (False, (), 3, "re-run", 15)  # of any round (81.1)


def test_a_decision_of_a_tie_where_there_is_none_is_refused() -> None:
    with pytest.raises(FactErrors, match="Nobody is level"):
        of(counts(700, 600, 500, 400), decisions={"tie": ["A"]})


# ----------------------------------------------------- the law is in the rules


def edited(old: str, new: str, name: str = "78-results.luat") -> electrules.Rulebook:
    text = (ROOT / "rules/vn/law/85-2015-qh13" / name).read_text(encoding="utf-8")
    assert old in text
    files = [path for path in (ROOT / "rules").rglob("*.luat") if path.name != name]
    with tempfile.TemporaryDirectory() as folder:
        changed = Path(folder) / name
        changed.write_text(text.replace(old, new), encoding="utf-8")
        return electrules.load(*map(str, files), str(changed), base=None)


def test_an_edit_of_article_78_moves_the_answer() -> None:
    half = "công nhận nghĩa là số cử tri tham gia bỏ phiếu quá 1/2"
    assert result(edited(half, half.replace("1/2", "2/3")), low(600), on=DAY).recognised is False
    votes = "số phiếu bầu quá 1/2 tổng số phiếu hợp lệ"
    assert result(edited(votes, votes.replace("1/2", "1/3")), counts(700, 600, 300, 290), on=DAY).elected == ("A", "B", "C")


def test_any_count_may_matter_to_an_edited_article_78() -> None:
    voted = "số cử tri tham gia bỏ phiếu quá 1/2 tổng số cử tri trong danh sách"
    rule = f"công nhận nghĩa là {voted}"
    strict = edited(rule, rule.replace(voted, "số phiếu hợp lệ quá 99/100 tổng số phiếu thu vào"))
    assert result(strict, counts(700, 600, 500, 400), on=DAY).recognised is False
    votes = "số phiếu bầu quá 1/2 tổng số phiếu hợp lệ"
    of_all = edited(votes, votes.replace("hợp lệ", "thu vào"))
    assert result(of_all, counts(700, 600, 450, 449), on=DAY).elected == ("A", "B")  # 450 is half of 900 collected, more than half of 880


def test_what_a_valid_ballot_leaves_is_asked_of_article_74() -> None:
    over = "số người được để lại trên phiếu trên số đại biểu được ấn định"
    full = counts(880, 880, 880, 1)
    assert "votes-choices" in failed(of(full))
    assert failed(result(edited(over, over.replace("số đại biểu được ấn định", "4 đại biểu"), "73-counting.luat"), full, on=DAY)) == set()
    few = counts(450, 100, 100, 1)
    assert "votes-least" in failed(of(few))
    assert failed(result(edited(" hoặc gạch hết tên người ứng cử", "", "73-counting.luat"), few, on=DAY)) == set()


def test_how_many_ballots_a_voter_casts_is_asked_of_article_69() -> None:
    more = counts(700, 600, 500, 400, **{"ballots issued": 990, "ballots collected": 950, "invalid ballots": 70})
    assert {each.code: each.numbers for each in of(more).checks if not each.ok and each.severity == "error"} == {
        "collected-voted": (950, 900),
        "valid-invalid-voted": (950, 900),
    }
    one = "chỉ được bầu đại biểu Quốc hội bằng 1 lá phiếu"
    assert failed(result(edited(one, one.replace("1", "2"), "69-voting.luat"), more, on=DAY)) == set()


def test_the_surplus_of_candidates_is_that_of_article_57() -> None:
    four, five = counts(700, 600, 500, 400), counts(700, 600, 500, 400, 1)
    assert "surplus" in warned(of(four)) and "surplus" not in warned(of(five))
    rule = "số đại biểu được ấn định ít nhất 2 người"
    assert "surplus" not in warned(result(edited(rule, rule.replace("2", "1"), "57-candidate-lists.luat"), four, on=DAY))


def test_an_election_day_that_article_5_does_not_allow_is_pointed_out() -> None:
    found = of(counts(700, 600, 500, 400), "2021-05-24")
    (check,) = [each for each in found.checks if each.code == "election-day"]
    assert not check.ok and str(check.citation) == "article 5 of 85/2015/QH13" and found.elected == ("A", "B", "C")
    assert "election-day" not in warned(of(counts(700, 600, 500, 400))) | warned(of(counts(700, 600, 500, 400), "2026-03-15"))


def test_the_range_of_a_count_is_that_of_its_term() -> None:
    assert "too-large" in failed(of(counts(700, 600, 500, 400, **{"listed voters": 100_000_001})))
    assert "too-large" in failed(of(counts(700, 600, 500, 400, seats=10**6)))
    assert "too-large" in failed(of(in_areas(*(area(name, **{"listed voters": 60_000_000}) for name in ("1", "2")))))


def test_where_the_law_states_no_range_a_count_has_thirty_digits_at_most() -> None:
    law = electrules.load(text="language: English", base=None)
    for listed, ok in ((10**30 - 1, True), (10**30, False)):
        assert ("too-large" not in failed(result(law, counts(700, 600, 500, 400, **{"listed voters": listed}), on=DAY))) is ok


def test_without_article_78_4_the_older_has_no_precedence() -> None:
    changed = edited(", ngày sinh từ sớm đến muộn cho đến khi", " cho đến khi")
    found = result(changed, counts(700, 600, 500, 500), on=DAY)
    assert (found.elected, found.tie) == (("A", "B"), (("C", "D"), 1))


def test_a_rulebook_without_election_law_has_not_read_it() -> None:
    found = result(electrules.load(text="language: English", base=None), counts(700, 600, 500, 400), on=DAY)
    assert (found.outcome, found.recognised, found.elected, found.next, found.citations) == ("unread", None, (), "undetermined", ())
    assert "no law" in found.text("en")
    assert of(counts(700, 600, 500, 400), "2010-05-23").outcome == "unread"


# ------------------------------------------------------------------- checks


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"seats": None}, "missing-seats"),
        ({"body": None}, "missing-body"),
        ({"round": None}, "missing-round"),
        ({"candidates": []}, "missing-candidates"),
        ({"candidates": "A, B"}, "missing-candidates"),
        ({"listed voters": None}, "missing-listed"),
        ({"voters who voted": None}, "missing-voted"),
        ({"valid ballots": None}, "missing-valid"),
        ({"listed voters": 1_000.0}, "whole-number"),
        ({"listed voters": "1000"}, "whole-number"),
        ({"listed voters": True}, "whole-number"),
        ({"invalid ballots": -20}, "not-negative"),
        ({"listed voters": 10**30}, "too-large"),
        ({"seats": 0}, "seats-positive"),
        ({"listed voters": 0}, "listed-positive"),
        ({"voters who voted": 1_001}, "voted-listed"),
        ({"ballots issued": 899}, "issued-voted"),
        ({"ballots collected": 906}, "collected-issued"),
        ({"ballots collected": 901}, "collected-voted"),
        ({"invalid ballots": 21}, "valid-invalid-collected"),
        ({"invalid ballots": 19}, "valid-invalid-collected"),
        ({"ballots collected": None, "invalid ballots": 21}, "valid-invalid-voted"),
        ({"invalid ballots": None, "valid ballots": 901}, "valid-collected"),
        ({"valid ballots": None, "invalid ballots": 901}, "invalid-collected"),
        ({"valid ballots": 901, "invalid ballots": None, "ballots collected": None}, "valid-voted"),
        ({"candidates": people(881, 600, 500)}, "votes-valid"),
        ({"candidates": people(880, 880, 880, 1)}, "votes-choices"),
        ({"candidates": people(400, 300, 100)}, "votes-least"),
        ({"candidates": [*people(700, 600, 500), {"name": "a", "born": "1980-01-01", "votes": 1}]}, "name-twice"),
        ({"candidates": [*people(700, 600, 500), {"name": " ", "born": "1980-01-01", "votes": 1}]}, "missing-name"),
        ({"candidates": [*people(700, 600, 500), {"name": "D", "born": "1980-01-01"}]}, "missing-votes"),
        ({"candidates": [*people(700, 600, 500), {"name": "D", "born": "1980-02-30", "votes": 1}]}, "born-day"),
        ({"candidates": [*people(700, 600, 500), {"name": "D", "born": DAY, "votes": 1}]}, "born-before"),
        ({"candidates": [*people(700, 600, 500), 7]}, "missing-name"),
        ({"blank ballots": 3}, "field-unknown"),
        ({"areas": 7}, "field-unknown"),
        ({"candidates": [*people(700, 600, 500), {"name": "D", "born": "1980-01-01", "votes": 1, "số phiếu bầu": 2}]}, "field-unknown"),
    ],
)
def test_an_error_in_the_counts_blocks_the_result(changes: dict[str, Any], code: str) -> None:
    found = of({**counts(700, 600, 500, 80), **changes})
    assert code in failed(found)
    assert (found.outcome, found.recognised, found.elected, found.next) == ("unknown", None, (), "undetermined")
    assert all(isinstance(each.text(lang), str) for each in found.checks for lang in ("vi", "en"))


def test_good_counts_pass_at_their_bounds() -> None:
    edge = counts(
        880,
        880,
        880,
        0,
        **{"voters who voted": 1_000, "ballots issued": 1_000, "ballots collected": 1_000, "valid ballots": 880, "invalid ballots": 120},
    )
    assert failed(of(edge)) == set() and of(edge).elected == ("A", "B", "C")
    assert failed(of(counts(880, 0, 0, 0))) == set()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ballots issued": None}, "missing-issued"),
        ({"ballots collected": 899, "invalid ballots": 19}, "collected-all"),
        ({"ballots issued": 1_001}, "issued-listed"),
        ({"candidates": people(700, 600, 500)}, "surplus"),
    ],
)
def test_a_warning_does_not_block(changes: dict[str, Any], code: str) -> None:
    found = of({**counts(700, 600, 500, 80), **changes})
    assert code in warned(found) and found.elected == ("A", "B", "C")


def test_shares_are_looked_at_only_where_a_limit_is_given() -> None:
    from fractions import Fraction

    given = counts(700, 600, 500, 80)
    assert "invalid-share" not in {each.code for each in of(given).checks}
    assert "invalid-share" in warned(of(given, invalid_share=Fraction(1, 46))) and "invalid-share" not in warned(
        of(given, invalid_share=Fraction(1, 45))
    )
    assert "turnout-share" in warned(of(given, turnout_share=Fraction(89, 100)))
    with pytest.raises(FactErrors):
        of(given, invalid_share=0.05)


def test_a_name_cannot_move_the_words_around_it() -> None:
    given = counts(700, 600, 500, 80)
    given["candidates"][0]["name"] = "A\x1b[2J"
    with pytest.raises(FactErrors) as raised:
        of(given)
    assert [(each.code, each.suggestion) for each in raised.value.diagnostics] == [("ER0643", "A[2J")]
    assert "\x1b" not in raised.value.diagnostics[0].message("vi")


def test_a_check_cites_the_law_behind_it() -> None:
    cited = {each.code: str(each.citation) for each in of(counts(700, 600, 500, 80)).checks if each.citation is not None}
    assert cited["missing-issued"] == "point c clause 2 article 76 of 85/2015/QH13"
    assert cited["votes-choices"] == "clause 1 article 74 of 85/2015/QH13"
    assert cited["collected-voted"] == "article 1 of 01/2021/TT-BNV"
    assert cited["issued-voted"] == "clause 1 article 69 of 85/2015/QH13"
    assert cited["missing-born"] == "clause 4 article 78 of 85/2015/QH13"
    assert cited["surplus"] == "clause 6 article 57 of 85/2015/QH13"
    assert "valid-invalid-collected" not in cited


# ---------------------------------------------------------------- polling areas


def area(name: str, **changes: Any) -> dict[str, Any]:
    base = {
        "listed voters": 500,
        "voters who voted": 450,
        "ballots issued": 450,
        "ballots collected": 450,
        "valid ballots": 440,
        "invalid ballots": 10,
    }
    return {"area": name, **base, "votes": {"A": 350, "B": 300, "C": 250, "D": 40}, **changes}


def in_areas(*areas: dict[str, Any], **changes: Any) -> dict[str, Any]:
    candidates = [{key: value for key, value in each.items() if key != "votes"} for each in people(0, 0, 0, 0)]
    return {"body": "Quốc hội", "round": "lần đầu", "seats": 3, "candidates": candidates, "areas": list(areas), **changes}


def test_areas_add_up() -> None:
    found = of(in_areas(area("1"), area("2")))
    assert failed(found) == set() and found.elected == ("A", "B", "C")
    assert len(found.checks) > 60


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"area": None}, "area-name"),
        ({"area": "1"}, "area-twice"),
        ({"voters who voted": 501}, "area-voted-listed"),
        ({"ballots issued": 449}, "area-issued-voted"),
        ({"ballots collected": 451}, "area-collected-issued"),
        ({"invalid ballots": 11}, "area-valid-invalid-collected"),
        ({"listed voters": 0}, "area-listed-positive"),
        ({"listed voters": "500"}, "area-whole-number"),
        ({"invalid ballots": -1}, "area-not-negative"),
        ({"votes": {"A": 441, "B": 300, "C": 250, "D": 40}}, "area-votes-valid"),
        ({"votes": {"A": 440, "B": 440, "C": 440, "D": 1}}, "area-votes-choices"),
        ({"votes": {"A": 100, "B": 100, "C": 100, "D": 100}}, "area-votes-least"),
        ({"votes": {"A": 350, "B": 300, "C": 250}}, "area-votes"),
        ({"votes": {"A": 350, "B": 300, "C": 250, "D": 40, "X": 1}}, "area-candidate"),
        ({"blank": 3}, "area-field"),
        ({"số phiếu hợp lệ": 440}, "area-field"),
        ({"votes": {"A": 350, "B": 300, "C": 250, "D": 40, "a": 1}}, "area-candidate"),
    ],
)
def test_an_error_in_one_area_blocks_the_result_and_names_the_area(changes: dict[str, Any], code: str) -> None:
    found = of(in_areas(area("1"), area("2", **changes)))
    (check,) = [each for each in found.checks if each.code == code]
    assert not check.ok and check.severity == "error" and found.elected == ()
    assert check.places in (("2",), ("#2",), ("1",))


def test_names_in_areas_may_be_written_in_any_way() -> None:
    of_d = area("Hoà", votes={"a": 350, "B ": 300, "c": 250, "D": 40})
    assert failed(of(in_areas(area("1"), of_d))) == set()
    assert failed(of(in_areas(area("HÒA"), of_d))) == {"area-twice"}


def test_two_entries_of_one_area_are_compared() -> None:
    assert failed(of(in_areas(area("1"), area("1")))) == {"area-twice"}
    other = area("1", **{"valid ballots": 441, "invalid ballots": 9})
    assert failed(of(in_areas(area("1"), other))) == {"area-twice", "area-entries"}


def test_all_that_is_wrong_in_the_first_area_is_told_once() -> None:
    (check,) = [each for each in of(in_areas(area("1", votes={}))).checks if each.code == "area-votes"]
    assert (check.places, check.count, check.numbers) == (("1",), 1, ("A", "B", "C", "D"))


def test_a_row_of_totals_is_no_polling_area() -> None:
    total = {key: 2 * value for key, value in area("").items() if isinstance(value, int)}
    votes = {"votes": {name: 2 * value for name, value in area("")["votes"].items()}}
    assert failed(of(in_areas(area("1"), area("2"), area("Cộng", **total, **votes)))) == {"area-total"}
    assert failed(of(in_areas(area("1"), area("2"), area("3", **total, **{**votes, "votes": {**votes["votes"], "D": 81}})))) == set()
    subtotal = area("Cộng xã X", **total, **votes)
    other = area("3", **{key: value + 1 for key, value in area("").items() if isinstance(value, int)})
    for rows in ((area("1"), area("2"), subtotal, other), (subtotal, area("1"), area("2"), other), (other, area("1"), area("2"), subtotal)):
        (check,) = [each for each in of(in_areas(*rows)).checks if each.code == "area-total" and not each.ok]
        assert check.places == ("Cộng xã X",)


@pytest.mark.parametrize(("field", "code"), [("listed voters", "sum-listed"), ("valid ballots", "sum-valid"), ("invalid ballots", "sum-invalid")])
def test_the_areas_must_come_to_what_the_constituency_says(field: str, code: str) -> None:
    total = {name: 2 * value for name, value in area("1").items() if isinstance(value, int)}
    assert failed(of(in_areas(area("1"), area("2"), **total))) == set()
    assert code in failed(of(in_areas(area("1"), area("2"), **{**total, field: total[field] + 1})))


def test_the_votes_of_the_areas_must_come_to_those_given_of_a_candidate() -> None:
    given = in_areas(area("1"), area("2"))
    for each, votes in zip(given["candidates"], (700, 600, 500, 80)):
        each["votes"] = votes
    assert failed(of(given)) == set()
    given["candidates"][1]["votes"] = 601
    (check,) = [each for each in of(given).checks if not each.ok and each.severity == "error"]
    assert (check.code, check.places, check.numbers) == ("sum-votes", ("B",), (600, 601))


def test_who_has_no_name_is_named_by_place() -> None:
    found = of({**counts(700, 600, 500), "candidates": [*people(700, 600, 500), {"born": "1980-01-01", "votes": 1}]})
    assert [each.places for each in found.checks if each.code == "missing-name"] == [("#4",)]


def test_areas_may_come_one_at_a_time() -> None:
    given = in_areas()
    given["areas"] = (area(str(number)) for number in range(50))
    assert of(given).elected == ("A", "B", "C")


# ------------------------------------------------------------------ hostile


@pytest.mark.parametrize(
    "given", [None, 7, "x", [], [{}], {"body": "Senate"}, {"round": "third"}, {"seats": 1, "số đại biểu": 2}, {"body": ["Quốc hội"]}]
)
def test_what_is_no_table_of_counts_is_refused(given: Any) -> None:
    with pytest.raises(FactErrors):
        of(given)


@pytest.mark.parametrize("value", [None, float("nan"), [], {}, object(), "=1+1", "１２", 10**400, -(10**400), b"1", ("x",) * 1000])
@pytest.mark.parametrize("field", ["seats", "listed voters", "candidates", "areas", "votes"])
def test_whatever_stands_in_a_field_is_a_check_that_fails(field: str, value: Any) -> None:
    given = copy.deepcopy(counts(700, 600, 500, 80))
    if field == "votes":
        given["candidates"][0]["votes"] = value
    else:
        given[field] = value
    found = of(given)
    assert found.outcome in ("unknown", "answered")
    assert found.to_dict() and found.text("vi") and found.text("en")


def test_the_answer_is_json_ready_and_proved() -> None:
    import json

    found = of(counts(700, 600, 500, 440))
    assert json.loads(json.dumps(found.to_dict()))["elected"] == ["A", "B", "C"]
    assert "50 %" in found.proof.text("vi") and found.status == "official" and found.interpretations


def test_a_day_of_birth_beyond_all_days_is_said_by_its_place() -> None:
    given = counts(700, 600, 500, 80)
    given["candidates"][0]["born"] = "1700-01-01"
    found = of(given)
    assert failed(found) == {"born-day"} and found.elected == ()


def test_whole_numbers_of_any_exact_class_are_counts() -> None:
    given = counts(700, 600, 500, 80)
    plain = of(given)
    given["valid ballots"], given["candidates"][0]["votes"] = Decimal(given["valid ballots"]), Fraction(700)
    assert of(given).to_dict() == plain.to_dict()

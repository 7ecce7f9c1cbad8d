"""What a second reading of law 85/2015/QH13 beside the official texts found, held as tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shipped import law

RULES = Path(__file__).parents[2] / "rules" / "vn"
DISTRICT = "announcement of the day of a district council by-election"


@pytest.mark.parametrize(("day", "there"), [("2024-01-07", True), ("2025-06-29", True), ("2027-01-03", False)])
def test_no_by_election_of_a_district_once_there_are_no_districts(day: str, there: bool) -> None:
    events = {row.event_in("en"): row for row in law().calendar(day, kind="by-election")}

    assert (DISTRICT in events) is there
    assert str(events["announcement of the day of a commune council by-election"].citation) == "khoản 4 Điều 89 của 85/2015/QH13"


# The codification marks these articles as amended by 83/2025/QH15, though no number in them changed.
@pytest.mark.parametrize("place", ["khoản 2 Điều 83", "khoản 3 Điều 83", "khoản 3 Điều 85", "khoản 3 Điều 89"])
def test_words_that_83_2025_changed_without_a_number_are_acts_too(place: str) -> None:
    acts = law().acts_on(f"{place} của 85/2015/QH13")

    assert [act.at.instrument for act in acts] == ["85/2015/QH13", "83/2025/QH15"]


def test_the_provincial_minutes_are_sent_by_the_seventh_day_in_both_states() -> None:
    for day, sent, amended in (("2021-05-23", "2021-05-30", 0), ("2026-03-15", "2026-03-22", 1)):
        (row,) = (each for each in law().calendar(day) if (each.citation.article, each.citation.clause) == ("83", "3"))
        assert (row.first.isoformat(), len(row.citation.amended_by)) == (sent, amended)


def test_low_turnout_is_reported_by_the_board_of_either_election() -> None:
    statements = [line for line in _lines(RULES / "law" / "85-2015-qh13" / "78-results.luat") if "phải báo cáo thiếu cử tri" in line]

    low = "Khi số cử tri tham gia bỏ phiếu không quá 1/2 tổng số cử tri trong danh sách"
    assert statements == [f"{low} thì ngay sau xác định kết quả ở đơn vị bầu cử, Ban bầu cử phải báo cáo thiếu cử tri."]


def test_no_statement_says_a_word_twice_or_stumbles_after_must() -> None:
    """Read aloud: "tổng số số phiếu", "phải số cử tri", "không được đã mất", "phải thẻ cử tri"."""
    stumbles = re.compile(r"\b(\w+) \1\b|phải (số|thẻ|phiếu) |được đã ", re.IGNORECASE)
    found = [f"{path.name}: {line}" for path in sorted((RULES / "law").rglob("*.luat")) for line in _lines(path) if stumbles.search(line)]

    assert not found


def test_a_candidate_list_given_as_its_people() -> None:
    people = [{"name": f"N{at}", "giới tính": "nữ" if at < 21 else "nam", "dân tộc": "Tày" if at < 12 else "Kinh"} for at in range(62)]
    found = law().assess("National Assembly candidate list", {"candidates": people}, on="2021-05-23")

    assert {(each.citation.clause, each.ok, each.shortfall) for each in found} == {("2", True, 0), ("3", False, 1)}


@pytest.mark.parametrize(("on", "fact", "years"), [("2021-05-23", "under forty", 40), ("2026-03-15", "under forty-two", 42)])
def test_young_outside_the_party_and_standing_again_are_counted_of_people(on: str, fact: str, years: int) -> None:
    birthday = f"{int(on[:4]) - years}{on[4:]}"  # of age on the very day: no longer under it
    people = [
        {"name": "A", "born": birthday, "party member": True, "deputy before": True},
        {"name": "B", "born": "2000-01-01", "party member": False, "deputy before": False},
    ]
    counted = law().assess("council candidate list", {"candidates": people}, on=on)
    stated = law().assess("council candidate list", {"candidates": 2, fact: 1, "non-party": 1, "re-elected": 1}, on=on)
    answered = [(each.ok, each.shortfall, str(each.citation)) for each in counted if each.severity == "should" and each.outcome == "answered"]

    assert len(answered) == 3
    assert answered == [(each.ok, each.shortfall, str(each.citation)) for each in stated if each.severity == "should" and each.outcome == "answered"]


@pytest.mark.parametrize("name", ["name", "born", "gender", "ethnicity", "party member", "deputy before", "office", "organisation"])
def test_what_may_be_said_of_a_person_is_a_term(name: str) -> None:
    assert law().terms[name].name("en") == name


def _lines(path: Path) -> list[str]:
    """The statements of a rule file: neither comments nor restatements nor notes."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith(("#", "|", "Cách hiểu", "Không mã hoá được"))]


def findings(body: str, facts: dict[str, object], on: str) -> dict[str, tuple[str, bool | None]]:
    """Of each requirement, by its words: where it stands and whether it holds."""
    return {str(each).splitlines()[0]: (str(each.citation), each.ok) for each in law().assess(body, facts, on=on)}


@pytest.mark.parametrize(("on", "above"), [("2021-05-23", "cơ quan cấp trên trực tiếp"), ("2026-03-15", "cơ quan cấp tỉnh")])
def test_the_summary_of_a_commune_goes_to_the_level_above_by_either_name(on: str, above: str) -> None:
    found = findings("council summary minutes", {"council level": "at commune level"}, on)
    to = {words.split("được gửi đến ")[-1] for words in found if words.startswith("CHƯA BIẾT")}
    assert {"Chính phủ", "Mặt trận trung ương"}.isdisjoint(to)
    assert above in to
    assert {"Hội đồng nhân dân cùng cấp", "Ủy ban nhân dân cùng cấp", "Mặt trận cùng cấp"} <= to


def test_an_online_meeting_of_voters_has_conditions_from_2025_on() -> None:
    facts = {"form of the meeting": "online meeting", "technical conditions": False}
    assert [ok for words, (_, ok) in findings("voter meeting", facts, "2026-03-15").items() if "kỹ thuật" in words] == [False]
    assert not [words for words in findings("voter meeting", facts, "2021-05-23") if "kỹ thuật" in words]


@pytest.mark.parametrize(("left_out", "ok"), [(None, None), (True, True), (False, None)])
def test_no_minutes_are_wanted_of_an_election_that_is_not_held(left_out: bool | None, ok: bool | None) -> None:
    told = {} if left_out is None else {"no commune council election in the area": left_out}
    found = findings("set of counting minutes", told, "2021-05-23")
    assert next(value for words, (place, value) in found.items() if place.startswith("điểm d khoản 1 Điều 76")) is ok


def test_voting_moved_to_an_earlier_day_ends_the_campaign_a_day_before_it() -> None:
    rows = {row.event_in("en"): row for row in law().calendar("2021-05-23", moved={"opening of voting": "2021-05-21T07:00"})}
    assert str(rows["opening of voting"].moved_by.citation) == "Điều 72 của 85/2015/QH13"
    assert rows["end of the election campaign"].first.isoformat() == "2021-05-20"


def test_complaints_on_a_by_election_list_run_from_the_day_it_was_published() -> None:
    told = {"publication of the by-election voter list": "2022-05-08"}
    rows = {row.event_in("en"): row for row in law().calendar("2022-06-12", kind="by-election", done=told)}
    assert rows["complaint on the by-election voter list"].first.isoformat() == "2022-06-07"
    assert rows["settlement of the complaint on the by-election voter list"].first.isoformat() == "2022-06-12"
    assert "complaint on the by-election voter list" not in {row.event_in("en") for row in law().calendar("2022-06-12", kind="by-election")}

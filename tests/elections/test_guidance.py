"""Instruments beside law 85/2015/QH13: nationality, structure of the candidates of 2016 and 2026, full-time deputies of 2021, the village's nominees."""

from __future__ import annotations

import pytest

from shipped import law

CITY, HCM, DA_NANG = "centrally run city", "Ho Chi Minh City", "Đà Nẵng"


def failed(body: str, on: str, facts: dict[str, object]) -> list[str]:
    return [str(each.citation) for each in law().assess(body, facts, on=on) if each.ok is False]


@pytest.mark.parametrize(
    ("stands", "on", "place"),
    [
        ("new National Assembly", "2016-05-22", None),
        ("new council", "2016-05-22", None),
        ("new National Assembly", "2021-05-23", "khoản 1a Điều 22 của 57/2014/QH13 được sửa đổi bởi khoản 1 Điều 1 của 65/2020/QH14"),
        ("new council", "2021-05-23", "khoản 1a Điều 7 của 77/2015/QH13 được sửa đổi bởi Điều 2 của 47/2019/QH14"),
        ("new National Assembly", "2026-03-15", "khoản 1a Điều 22 của 57/2014/QH13 được sửa đổi bởi khoản 1 Điều 1 của 65/2020/QH14"),
        ("new council", "2026-03-15", "điểm b khoản 3 Điều 5 của 72/2025/QH15"),
    ],
)
def test_a_candidate_has_one_nationality_since_the_laws_say_so(stands: str, on: str, place: str | None) -> None:
    assert failed("candidate", on, {"stands for": stands, "Vietnamese nationality alone": False}) == ([place] if place else [])
    assert failed("candidate", on, {"stands for": stands, "Vietnamese nationality alone": True}) == []


@pytest.mark.parametrize(
    ("unit", "leaders", "committee", "point"),
    [
        ({"kind": "province", "name": "An Giang"}, 2, 2, "a"),
        ({"kind": CITY, "name": "Hà Nội"}, 2, 2, "a"),
        ({"kind": CITY, "name": HCM}, 3, 4, "b"),
        ({"kind": CITY, "name": DA_NANG}, 2, 3, "b"),
        ({"kind": "rural district"}, 2, 2, "c"),
        ({"kind": "town"}, 2, 2, "c"),
    ],
)
def test_full_time_deputies_of_2021_at_their_limits(unit: dict[str, object], leaders: int, committee: int, point: str) -> None:
    def found(more: int, further: int) -> list[tuple[bool | None, object]]:
        facts = {**unit, "full-time chair and vice chairs": leaders + more, "full-time members of one committee": committee + further}
        body = [each for each in law().assess("full-time deputies of a council", facts, on="2021-05-23") if each.outcome == "answered"]
        assert {(each.citation.article, each.citation.clause, each.citation.point) for each in body} == {("1", "2", point)}
        return [(each.ok, each.excess) for each in body]

    assert found(0, 0) == [(True, 0), (True, 0)]
    assert found(1, 0) == [(False, 1), (True, 0)]
    assert found(0, 1) == [(True, 0), (False, 1)]


@pytest.mark.parametrize(("vice_chairs", "ok"), [(0, False), (1, True), (2, False)])
def test_a_commune_has_one_full_time_vice_chair(vice_chairs: int, ok: bool) -> None:
    for kind in ("commune", "ward", "township"):
        found = law().assess("full-time deputies of a council", {"kind": kind, "full-time vice chairs": vice_chairs}, on="2021-05-23")
        assert [(each.ok, each.citation.point) for each in found if each.outcome == "answered"] == [(ok, "d")]


@pytest.mark.parametrize(
    ("on", "young", "instrument", "status"),
    [
        ("2016-05-22", "under thirty-five", "1132/NQ-UBTVQH13", "secondary"),
        ("2021-05-23", "under forty", "1187/NQ-UBTVQH14", "official"),
        ("2026-03-15", "under forty-two", "107/2025/UBTVQH15", "unconfirmed"),
    ],
)
def test_each_term_has_its_own_age_of_the_young(on: str, young: str, instrument: str, status: str) -> None:
    for count, ok in ((15, True), (14, False)):
        facts = {"candidates": 100, "women": 35, "non-party": 10, young: count, "re-elected": 30}
        found = [
            each
            for each in law().assess("council candidate list", facts, on=on)
            if each.citation.instrument == instrument and each.outcome == "answered"
        ]
        wanted = [("must", True), ("should", ok), ("should", True), ("should", True)]
        assert sorted((each.severity, each.ok) for each in found) == sorted(wanted)
        assert {each.status for each in found} == {status}


def nominees(allotted: int, *, repeated: bool, **second: int) -> object:
    people = [
        {"full name": name, "voters in favour": votes, **({"votes in favour in the repeated vote": second.get(name, 0)} if repeated else {})}
        for name, votes in (("A", 40), ("B", 30), ("C", 30))
    ]
    return (
        law()
        .ask("village nominees", {"those with enough favour": people, "nominees allotted": allotted, "repeated vote": repeated}, on="2021-03-01")
        .value
    )


def test_the_village_nominates_those_with_most_favour_and_votes_again_on_equals() -> None:
    assert nominees(1, repeated=False) == (("A",), (), 0)
    assert nominees(2, repeated=False) == (("A",), ("B", "C"), 1)
    assert nominees(2, repeated=True, B=5, C=9) == (("A", "C"), (), 0)
    assert nominees(2, repeated=True, B=9, C=9) == (("A",), ("B", "C"), 1)


@pytest.mark.parametrize(("on", "instrument"), [("2016-04-01", "1134/2016/UBTVQH13"), ("2021-03-01", "1186/2021/UBTVQH14")])
def test_a_small_place_meets_in_full_and_writes_eight_things_down(on: str, instrument: str) -> None:
    for voters, answers in ((99, [False]), (100, [])):
        found = law().assess("residence voter conference", {"voters": voters, "plenary conference": False}, on=on)
        assert [each.ok for each in found if each.outcome == "answered" and str(each.citation) == f"khoản 3 Điều 2 của {instrument}"] == answers
    written = [each for each in law().assess("minutes of the voter conference", {}, on=on) if each.citation.instrument == instrument]
    assert len(written) == 8


@pytest.mark.parametrize(
    ("on", "place", "status"),
    [
        ("2016-05-22", "khoản 5 Điều 11 của 02/2016/TT-BNV", "official"),
        ("2021-05-23", "Điều 1 của 01/2021/TT-BNV", "unconfirmed"),
        ("2026-03-15", "Điều 1 của 21/2025/TT-BNV", "unconfirmed"),
    ],
)
def test_more_ballots_than_voters_stop_the_count_under_the_circular_of_that_election(on: str, place: str, status: str) -> None:
    facts = {
        "more ballots than voters": True,
        "check of the number of ballots": True,
        "sealing of the box for too many ballots": False,
        "report to the board of too many ballots": True,
        "beyond the power of the board": False,
        "persons who count": 2,
    }
    found = [each for each in law().assess("ballot count", facts, on=on) if each.ok is False]
    counted = place.replace("khoản 5 Điều 11", "khoản 3 Điều 12")
    assert [(str(each.citation), each.status) for each in found] == [(place, status), (place, status), (counted, status)]
    assert found[2].shortfall == 1


def test_a_requirement_of_an_unread_text_that_does_not_arise_is_no_better_known_than_the_text() -> None:
    found = law().assess("council candidate list", {}, on="2021-05-23")
    known = {each.citation.instrument: each.status for each in found if each.outcome == "not_applicable"}
    assert known == {"1132/NQ-UBTVQH13": "secondary"}


@pytest.mark.parametrize(("hours", "kept"), [(2, True), (3, False)])
def test_election_bodies_report_every_two_hours_in_2016(hours: int, kept: bool) -> None:
    found = law().assess("reporting on election day", {"hours between reports": hours}, on="2016-05-22")
    assert [(str(each.citation), each.ok) for each in found] == [("khoản 2 Điều 14 của 02/2016/TT-BNV", kept)]


@pytest.mark.parametrize(
    ("under", "candidates", "receivers"),
    [
        ("2021-05-23", "National Assembly candidates", 2),
        ("2021-05-23", "provincial council candidates", 4),
        ("2026-03-15", "provincial council candidates", 2),
    ],
)
def test_the_report_on_meetings_of_provincial_candidates_goes_to_the_centre_too(under: str, candidates: str, receivers: int) -> None:
    found = law().assess("report on voter meetings", {"candidates of the meeting": candidates}, on=under)
    asked = [each for each in found if each.outcome != "not_applicable"]
    assert [(each.citation.article, each.citation.clause) for each in asked] == [("66", "3")] * receivers


@pytest.mark.parametrize("on", ["2021-05-23", "2026-03-15"])
@pytest.mark.parametrize(
    ("body", "clause"),
    [("list of qualified candidates of the central Front", "1"), ("list of qualified National Assembly candidates of the provincial Front", "2")],
)
def test_the_list_of_the_front_goes_with_its_minutes_where_article_57_sends_it(on: str, body: str, clause: str) -> None:
    sent = {
        "minutes of the third consultation enclosed": False,
        "sending to the national election council": True,
        "sending to the provincial election committee": True,
    }
    found = law().assess(body, sent, on=on)
    assert [(each.citation.article, each.citation.clause, each.ok) for each in found] == [("57", clause, False), ("57", clause, True)]

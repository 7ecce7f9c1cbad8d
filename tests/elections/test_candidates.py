"""Voters, candidates and lists: articles 2, 8, 9 and 29 to 61 of 85/2015/QH13, as first enacted and as amended by 83/2025/QH15."""

from __future__ import annotations

from datetime import date

import pytest

from shipped import law

ELECTIONS = ("2016-05-22", "2021-05-23", "2026-03-15")
ARTICLES = {"8", "9", *map(str, range(29, 62))}

# article.clause | event | the last day in 2016, in 2021 and, after 83/2025, in 2026
CALENDAR = """
8.1  | plan of the National Assembly candidates' structure                | 2016-02-07 | 2021-02-07 | 2025-11-30
9    | plan of the council candidates' structure                          | 2016-02-07 | 2021-02-07 | 2025-11-30
38.1 | first central consultation                                         | 2016-02-17 | 2021-02-17 | 2025-12-10
39.1 | first provincial consultation                                      | 2016-02-17 | 2021-02-17 | 2025-12-10
50.1 | first council consultation                                         | 2016-02-17 | 2021-02-17 | 2025-12-10
40   | first adjustment of the National Assembly candidates' structure    | 2016-02-22 | 2021-02-22 | 2025-12-15
51.1 | adjustment of the council candidates' structure above the commune  | 2016-02-22 | 2021-02-22 | 2025-12-15
51.2 | adjustment of the commune council candidates' structure            | 2016-02-22 | 2021-02-22 | 2025-12-15
35.1 | filing of the dossier                                              | 2016-03-13 | 2021-03-14 | 2026-02-01
43.1 | second central consultation                                        | 2016-03-18 | 2021-03-19 | 2026-02-03
44.1 | second provincial consultation                                     | 2016-03-18 | 2021-03-19 | 2026-02-03
53.1 | second council consultation                                        | 2016-03-18 | 2021-03-19 | 2026-02-03
47   | second adjustment of the National Assembly candidates' structure   | 2016-03-28 | 2021-03-29 | 2026-02-05
32   | posting of the voter list                                          | 2016-04-12 | 2021-04-13 | 2026-02-03
46.4 | verification of what voters raised on National Assembly candidates | 2016-04-12 | 2021-04-13 | 2026-02-08
55.4 | verification of what voters raised on council candidates           | 2016-04-12 | 2021-04-13 | 2026-02-08
48.1 | third central consultation                                         | 2016-04-17 | 2021-04-18 | 2026-02-20
49.1 | third provincial consultation                                      | 2016-04-17 | 2021-04-18 | 2026-02-20
56.1 | third council consultation                                         | 2016-04-17 | 2021-04-18 | 2026-02-20
57.1 | sending of the central list of qualified candidates                | 2016-04-22 | 2021-04-23 | 2026-02-22
57.2 | sending of the provincial list of qualified candidates             | 2016-04-22 | 2021-04-23 | 2026-02-22
58.1 | sending of the list of qualified council candidates                | 2016-04-22 | 2021-04-23 | 2026-02-22
57.4 | publication of the official National Assembly candidate list       | 2016-04-27 | 2021-04-28 | 2026-02-26
58.2 | publication of the official council candidate list                 | 2016-04-27 | 2021-04-28 | 2026-02-26
57.7 | publication of the local list of National Assembly candidates      | 2016-05-02 | 2021-05-03 | 2026-02-27
59   | posting of the candidate lists                                     | 2016-05-02 | 2021-05-03 | 2026-02-27
33   | complaint on the voter list                                        | 2016-05-12 | 2021-05-13 | 2026-03-05
33   | settlement of the complaint on the voter list                      | 2016-05-17 | 2021-05-18 | 2026-03-10
61.2 | end of dealing with complaints about candidates                    | 2016-05-12 | 2021-05-13 | 2026-03-05
34   | request for a certificate to vote elsewhere                        | 2016-05-22 | 2021-05-23 | 2026-03-15
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in CALENDAR.strip().splitlines()]


@pytest.mark.parametrize("year", range(3), ids=ELECTIONS)
def test_the_calendar_of_these_articles(year: int) -> None:
    day_rows = [row for row in law().calendar(ELECTIONS[year]) if row.time is None and row.citation.instrument == "85/2015/QH13"]
    found = {
        (_place(row), row.event_in("en"), row.first.isoformat()) for row in day_rows if row.citation.article in ARTICLES and row.bound != "earliest"
    }
    assert found == {(place, event, days[year]) for place, event, *days in ROWS}


def _place(row) -> str:
    return ".".join(each for each in (row.citation.article, row.citation.clause) if each)


def test_what_83_2025_moved_is_cited() -> None:
    moved = {place for place, _, _, before, after in ROWS if _offset(before, ELECTIONS[1]) != _offset(after, ELECTIONS[2])}
    for row in law().calendar(ELECTIONS[2]):
        if row.citation.instrument == "85/2015/QH13" and _place(row) in moved:
            assert [each.instrument for each in row.citation.amended_by] == ["83/2025/QH15"]
    assert len(moved) == 17


def _offset(day: str, election_day: str) -> int:
    return (date.fromisoformat(day) - date.fromisoformat(election_day)).days


def test_complaints_about_candidates_stop_for_ten_days() -> None:
    (row,) = [each for each in law().calendar("2021-05-23") if each.citation.article == "61"]
    assert (row.date, row.window, row.offset) == (None, (date(2021, 5, 13), date(2021, 5, 22)), -10)


def test_a_complaint_is_settled_within_five_days_of_its_real_day() -> None:
    rows = law().calendar("2021-05-23", done={"posting of the voter list": "2021-04-01", "complaint on the voter list": "2021-04-20"})
    dates = {each.event_in("en"): each.date for each in rows}
    assert dates["settlement of the complaint on the voter list"] == date(2021, 4, 25)


@pytest.mark.parametrize(
    ("place", "bound", "offset"),
    [
        ("29.4", "latest", -24),
        ("30.2", "latest", -24),
        ("30.3", "latest", -24),
        ("30.4", "latest", -24),
        ("30.5", "until", 0),
        ("60.1", "until", 0),
        ("60.2", "until", 0),
    ],
)
@pytest.mark.parametrize("on", ["2021-05-23", "2026-03-15"])
def test_hours_count_back_from_the_opening_of_voting(place: str, bound: str, offset: int, on: str) -> None:
    limits = [
        each for each in law().limits(on=on).limits if _place(each) == place and each.bound == bound and each.citation.instrument == "85/2015/QH13"
    ]
    assert [(each.offset, each.anchor) for each in limits] == [(offset, "opening of voting")]


def test_dossiers_are_taken_on_fixed_days_of_one_election_each() -> None:
    def intake(day: str) -> list[tuple[object, ...]]:
        return [
            (*row.window, str(row.time), row.citation.instrument, row.status)
            for row in law().calendar(day)
            if row.event_in("en") == "intake of dossiers"
        ]

    assert intake("2016-05-22") == []
    assert intake("2021-05-23") == [(date(2021, 2, 22), date(2021, 3, 14), "17:00:00", "41/NQ-HĐBCQG", "secondary")]
    assert intake("2026-03-15") == [(date(2025, 12, 15), date(2026, 2, 1), "17:00:00", "40/NQ-HĐBCQG", "unconfirmed")]


def test_days_that_only_plans_name_stand_apart() -> None:
    for day in ELECTIONS:
        of_law = [row for row in law().calendar(day) if row.citation.instrument == "85/2015/QH13" and row.citation.article in ARTICLES]
        assert {row.status for row in of_law} == {"official"}
    planned = {row.event_in("en"): (row.window or row.date, row.status) for day in ELECTIONS for row in law().calendar(day)}
    assert planned["sending of the draft constituencies"] == ((date(2021, 2, 22), date(2021, 2, 27)), "secondary")
    assert planned["publication of the list of mountainous and highland and island units"] == (date(2021, 2, 1), "official")
    assert planned["nomination conferences"] == ((date(2025, 12, 17), date(2026, 1, 25)), "unconfirmed")
    assert planned["residence voter conferences"] == ((date(2026, 2, 4), date(2026, 2, 8)), "unconfirmed")


@pytest.mark.parametrize(("day", "kept"), [("2022-06-19", True), ("2022-06-20", False)])
def test_a_calendar_says_of_its_own_day_what_the_law_asks(day: str, kept: bool) -> None:
    assert [(each.citation.article, each.ok) for each in law().calendar(day, kind="by-election").findings] == [("89", kept)]
    assert [(each.citation.article, each.ok) for each in law().calendar(day).findings] == [("5", kept)]


def test_consultation_before_a_by_election() -> None:
    rows = [row for row in law().calendar("2022-06-19", kind="by-election") if row.citation.instrument == "1186/2021/UBTVQH14"]
    assert [(row.citation.clause, row.offset, row.date) for row in rows] == [
        ("1", -20, date(2022, 5, 30)),
        ("2", -19, date(2022, 5, 31)),
        ("3", -16, date(2022, 6, 3)),
        ("4", -14, date(2022, 6, 5)),
        ("5", -12, date(2022, 6, 7)),
    ]


# ------------------------------------------------------------------ findings


def findings(body: str, on: str = "2021-05-23", under: str = "85/2015/QH13", **facts: object) -> dict[str, tuple[bool | None, object]]:
    """By provision of one instrument: whether it is kept and what is missing, of the findings that arise."""
    named = {name.replace("_", " "): value for name, value in facts.items()}
    arising = [each for each in law().assess(body, named, on=on) if each.outcome != "not_applicable" and each.citation.instrument == under]
    return {".".join(x for x in (f.citation.article, f.citation.clause, f.citation.point) if x): (f.ok, f.shortfall) for f in arising}


@pytest.mark.parametrize(("women", "ok", "missing"), [(22, True, 0), (21, False, 1), (0, False, 22)])
def test_thirty_five_per_cent_of_62_are_22(women: int, ok: bool, missing: int) -> None:
    for on in ELECTIONS:
        assert findings("council candidate list", on, candidates=62, women=women) == {"9.1": (ok, missing), "9.2": (ok, missing)}
        assert findings("National Assembly candidate list", on, candidates=62, women=women, ethnic_minority=12)["8.3"] == (ok, missing)


@pytest.mark.parametrize(("minority", "ok", "missing"), [(9, True, 0), (8, False, 1)])
def test_eighteen_per_cent_of_50_are_9(minority: int, ok: bool, missing: int) -> None:
    assert findings("National Assembly candidate list", candidates=50, women=25, ethnic_minority=minority)["8.2"] == (ok, missing)


def test_what_a_list_of_2021_should_be() -> None:
    counts = {"candidates": 100, "women": 35, "non-party": 9, "under_forty": 15, "re-elected": 20}
    wanted = {"2.3.a": (True, 0), "2.3.c": (False, 1), "2.3.d": (True, 0), "2.3.đ": (False, 10)}
    assert findings("council candidate list", "2021-05-23", "1187/NQ-UBTVQH14", **counts) == wanted
    assert findings("council candidate list", "2026-03-15", "1187/NQ-UBTVQH14", **counts) == {}
    named = {name.replace("_", " "): count for name, count in counts.items()}
    severities = {
        each.citation.point: each.severity for each in law().assess("council candidate list", named, on="2021-05-23") if each.citation.article == "2"
    }
    assert severities == {"a": "must", "c": "should", "d": "should", "đ": "should"}


UNCONFIRMED = {"candidates": 100, "women": 34, "non-party": 10, "under forty-two": 15, "re-elected": 30}


def test_what_a_list_of_2026_should_be_is_unconfirmed() -> None:
    found = [each for each in law().assess("council candidate list", UNCONFIRMED, on="2026-03-15") if each.citation.instrument == "107/2025/UBTVQH15"]
    assert [(each.severity, each.ok, each.shortfall, each.status) for each in found[:1]] == [("must", False, 1, "unconfirmed")]
    assert [each.severity for each in found[1:]] == ["should"] * 3


@pytest.mark.parametrize(
    ("body", "seats", "candidates", "missing"),
    [
        ("National Assembly constituency", 1, 3, 0),
        ("National Assembly constituency", 3, 5, 0),
        ("National Assembly constituency", 3, 4, 1),
        ("council constituency", 1, 2, 0),
        ("council constituency", 2, 3, 0),
        ("council constituency", 2, 2, 1),
        ("council constituency", 3, 5, 0),
        ("council constituency", 3, 4, 1),
        ("council constituency", 4, 7, 0),
        ("council constituency", 4, 6, 1),
        ("council constituency", 5, 8, 0),
        ("council constituency", 5, 5, 3),
    ],
)
def test_there_are_more_candidates_than_seats(body: str, seats: int, candidates: int, missing: int) -> None:
    place = "57.6" if body.startswith("National") else "58.3"
    counts = {"deputies_to_be_elected": seats, "candidates": candidates}
    assert findings(body, **counts, candidate_lost_by_force_majeure=False)[place] == (missing == 0, missing)
    assert findings(body, **counts, candidate_lost_by_force_majeure=True)[place][0] is True
    assert findings(body, **counts)[place][0] is (missing == 0)  # no candidate was lost unless it is said


PAPERS = {"application": True, "certified_CV": True, "short_biography": True, "photos": 3, "declaration_of_assets": True}
FILED = {**PAPERS, "stands_for": "new council", "dossier_sets": 1}


@pytest.mark.parametrize(
    ("changed", "point"),
    [
        ({"application": False}, "35.2.a"),
        ({"certified_CV": False}, "35.2.b"),
        ({"short_biography": False}, "35.2.c"),
        ({"photos": 2}, "35.2.d"),
        ({"declaration_of_assets": False}, "35.2.đ"),
        ({"stands_for": "new National Assembly", "centrally_nominated": True}, "36.1.a"),
        ({"stands_for": "new National Assembly", "centrally_nominated": False}, "36.1.b"),
        ({"dossier_sets": 0}, "36.2"),
    ],
)
def test_a_dossier_says_what_is_missing(changed: dict[str, object], point: str) -> None:
    assert all(ok for ok, _ in findings("dossier", **FILED).values())
    for on in ELECTIONS:
        assert [place for place, (ok, _) in findings("dossier", on, **{**FILED, **changed}).items() if not ok] == [point]


def test_a_dossier_of_two_photos_lacks_one() -> None:
    assert findings("dossier", **{**FILED, "photos": 2})["35.2.d"] == (False, 1)


@pytest.mark.parametrize(
    ("body", "on", "born", "ok"),
    [
        ("voter", "2021-05-23", "2003-05-23", True),
        ("voter", "2021-05-23", "2003-05-24", False),
        ("voter", "2026-03-15", "2008-03-15", True),
        ("voter", "2026-03-15", "2008-03-16", False),
        ("candidate", "2021-05-23", "2000-05-23", True),
        ("candidate", "2021-05-23", "2000-05-24", False),
        ("candidate", "2026-03-15", "2005-03-15", True),
        ("candidate", "2026-03-15", "2005-03-16", False),
    ],
)
def test_ages_are_reached_on_election_day(body: str, on: str, born: str, ok: bool) -> None:
    assert findings(body, on, born=born)["2"][0] is ok


@pytest.mark.parametrize(
    ("national", "levels", "kept"),
    [(False, 2, {"36.3": (True, 0)}), (False, 3, {"36.3": (False, 0)}), (True, 1, {"36.3": (True, 0)}), (True, 2, {"36.3": (False, 0)})],
)
def test_councils_at_two_levels_or_one_beside_the_national_assembly(national: bool, levels: int, kept: dict[str, tuple[bool, int]]) -> None:
    found = findings("candidate", filed_for_the_National_Assembly=national, council_levels_filed_for=levels)
    assert found["36.3"] == kept["36.3"]


BARS = {
    "deprived of the right to stand": "37.1",
    "serving a prison sentence": "37.1",
    "limited civil capacity": "37.1",
    "lost civil capacity": "37.1",
    "under prosecution": "37.2",
    "serving a criminal judgment": "37.3",
    "record not cleared": "37.4",
    "under compulsory measures": "37.5",
}


@pytest.mark.parametrize("bar", BARS)
@pytest.mark.parametrize("on", ["2016-05-22", "2026-03-15"])
def test_each_bar_takes_the_right_to_stand(bar: str, on: str) -> None:
    facts = {"born": "1980-01-01", **dict.fromkeys(BARS, False)}
    assert law().ask("right to stand", facts, on=on).value is True
    assert law().ask("right to stand", {**facts, bar: True}, on=on).value is False
    failed = [each.citation for each in law().assess("candidate", {**facts, bar: True}, on=on) if each.ok is False]
    assert [f"{each.article}.{each.clause}" for each in failed] == [BARS[bar]]


CONFERENCES = {"2016": "1134/2016/UBTVQH13", "2021": "1186/2021/UBTVQH14"}


@pytest.mark.parametrize(("attending", "ok", "missing"), [(70, True, 0), (69, False, 1)])
def test_a_large_workplace_sends_seventy(attending: int, ok: bool, missing: int) -> None:
    for on in ("2016-04-01", "2021-03-01"):
        assert findings("workplace voter conference", on, CONFERENCES[on[:4]], voters=100, voters_convened=100, voters_attending=attending)[
            "1.3"
        ] == (ok, missing)


def test_half_of_those_convened_is_enough_since_2021_and_was_not_in_2016() -> None:
    counts = {"voters": 80, "voters_convened": 80, "voters_attending": 40}
    assert findings("residence voter conference", "2016-04-01", CONFERENCES["2016"], **counts)["2.3"] == (False, 1)
    assert findings("residence voter conference", "2021-03-01", CONFERENCES["2021"], **counts)["2.3"] == (True, 0)


@pytest.mark.parametrize("year", ["2016", "2021"])
def test_a_voter_conference_at_its_limits(year: str) -> None:
    on, under = f"{year}-03-01", CONFERENCES[year]

    def kept(body: str, place: str, **counts: int) -> tuple[bool | None, object]:
        return findings(body, on, under, **counts)[place]

    assert kept("workplace voter conference", "1.3", voters=99, voters_convened=99, voters_attending=66) == (True, 0)
    assert kept("workplace voter conference", "1.3", voters=99, voters_convened=99, voters_attending=65) == (False, 1)
    for body, place in (("residence voter conference", "2.3"), ("village nomination conference", "6.1.a")):
        assert kept(body, place, voters=99, voters_convened=99, voters_attending=50) == (True, 0)
        assert kept(body, place, voters=99, voters_convened=99, voters_attending=49) == (False, 1)
        assert kept(body, place, voters=100, voters_attending=55) == (True, 0)
        assert kept(body, place, voters=100, voters_attending=54) == (False, 1)
    tellers = "4.5" if year == "2016" else "4.6"
    assert [kept("residence voter conference", tellers, tellers=count)[0] for count in (2, 3, 5, 6)] == [False, True, True, False]
    assert [kept("village nomination conference", "6.2.đ", tellers=count)[0] for count in (2, 3, 5, 6)] == [False, True, True, False]


@pytest.mark.parametrize("on", ["2016-04-01", "2021-03-01"])
@pytest.mark.parametrize(("favour", "nominated"), [(26, True), (25, False)])
def test_a_village_nominates_by_more_than_half_of_those_present(on: str, favour: int, nominated: bool) -> None:
    assert law().ask("nominated by the village", {"voters in favour": favour, "voters attending": 50}, on=on).value is nominated


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("deprived of the right to vote", True),
        ("awaiting execution", True),
        ("serving a prison sentence", True),
        ("lost civil capacity", True),
        ("born", "2003-05-24"),
    ],
)
def test_who_is_not_on_the_voter_list(fact: str, value: object) -> None:
    free = {
        "born": "2003-05-23",
        "deprived of the right to vote": False,
        "awaiting execution": False,
        "serving a prison sentence": False,
        "suspended sentence": False,
        "lost civil capacity": False,
    }
    assert law().ask("entered in the voter list", free, on="2021-05-23").value is True
    assert law().ask("entered in the voter list", {**free, fact: value}, on="2021-05-23").value is False
    assert (
        law().ask("entered in the voter list", {**free, "serving a prison sentence": True, "suspended sentence": True}, on="2021-05-23").value is True
    )


@pytest.mark.parametrize(("lists", "ok", "excess"), [(1, True, 0), (2, False, 1)])
def test_everybody_stands_on_one_list(lists: int, ok: bool, excess: int) -> None:
    (voter,) = [each for each in law().assess("voter", {"voter lists entered": lists}, on="2021-05-23") if each.citation.article == "29"]
    (candidate, *_) = [
        each for each in law().assess("candidate", {"constituencies entered": lists}, on="2021-05-23") if each.citation.article == "57"
    ]
    assert [(each.ok, each.excess) for each in (voter, candidate)] == [(ok, excess)] * 2


@pytest.mark.parametrize(("form", "ok"), [("meetings with voters", True), ("the mass media", True), ("another form of campaigning", False)])
@pytest.mark.parametrize("day", ["2021-05-23", "2026-03-15"])
def test_a_campaign_is_carried_on_in_two_forms_only(form: str, ok: bool, day: str) -> None:
    found = [each for each in law().assess("election campaign", {"form of campaigning": form}, on=day) if each.citation.article == "65"]
    assert [each.ok for each in found] == [ok]

"""Who runs an election: each body at both of its limits, in the law of 2021 and of 2026; its posts; constituencies and polling areas."""

from __future__ import annotations

import pytest

from electrules.diagnostics.errors import FactErrors
from shipped import law

ON = {2016: "2016-05-22", 2021: "2021-05-23", 2026: "2026-03-15"}
COMMITTEE = {"chair": 1, "vice chairs": 1}
BOARD = {"head": 1, "deputy heads": 1}
TEAM = {"leader": 1, "secretary": 1}

# body, posts, article, clause, least and most members in 2021, the same in 2026 (None: the body was gone), secretary in 2021 and 2026
BODIES = [
    ("national election council", COMMITTEE, "12", "1", (15, 21), (15, 21), (False, False)),
    ("provincial election committee", COMMITTEE, "22", "1", (21, 31), (23, 37), (False, True)),
    ("district election committee", COMMITTEE, "22", "2", (11, 15), None, (False, False)),
    ("commune election committee", COMMITTEE, "22", "2", (9, 11), (9, 17), (False, True)),
    ("National Assembly election board", BOARD, "24", "1", (9, 15), (9, 17), (False, True)),
    ("provincial council election board", BOARD, "24", "2", (11, 13), (11, 15), (False, True)),
    ("district council election board", BOARD, "24", "2", (9, 11), None, (False, False)),
    ("commune council election board", BOARD, "24", "2", (7, 9), (9, 15), (False, True)),
    ("election team", TEAM, "25", "1", (11, 21), (11, 21), (True, True)),
    ("election team of a district without communes", TEAM, "25", "1", (11, 21), None, (True, True)),
    ("armed forces election team", TEAM, "25", "1", (5, 9), (5, 9), (True, True)),
    ("shared election team", TEAM, "25", "1", (11, 21), (11, 21), (True, True)),
    ("by-election council", COMMITTEE, "90", "1", (5, 7), (5, 7), (False, False)),
    ("National Assembly by-election board", BOARD, "90", "1", (3, 5), (3, 5), (False, False)),
    ("council by-election committee", COMMITTEE, "90", "2", (3, 5), (3, 5), (False, False)),
    ("council by-election board", BOARD, "90", "2", (3, 5), (3, 5), (False, False)),
    ("by-election team", TEAM, "90", "3", (9, 11), (9, 11), (True, True)),
]
AMENDED = {"22", "24", "25"}
STATES = [(*row[:4], row[4 + at], row[6][at], year) for row in BODIES for at, year in enumerate((2021, 2026))]
THERE = [row for row in STATES if row[4] is not None]


def assess(body, year, **facts):
    return law().assess(body, {name.replace("_", " "): value for name, value in facts.items()}, on=ON[year])


def wrong(body, year, facts):
    """The findings that must be kept and are not: shortfall, excess, article, clause."""
    found = law().assess(body, facts, on=ON[year])
    return [(each.shortfall, each.excess, each.citation.article, each.citation.clause) for each in found if each.severity == "must" and not each.ok]


def full(posts, secretary, members):
    return {**posts, **({"secretary": 1} if secretary else {}), "members": members}


@pytest.mark.parametrize(("body", "posts", "article", "clause", "size", "secretary", "year"), THERE)
def test_a_body_at_its_limits(body, posts, article, clause, size, secretary, year):
    least, most = size

    assert wrong(body, year, full(posts, secretary, least)) == []
    assert wrong(body, year, full(posts, secretary, most)) == []
    assert (1, 0, article, clause) in wrong(body, year, full(posts, secretary, least - 1))
    assert wrong(body, year, full(posts, secretary, most + 1)) == [(0, 1, article, clause)]


@pytest.mark.parametrize(("body", "posts", "article", "clause", "size", "secretary", "year"), THERE)
def test_each_post_is_asked_for_and_cited(body, posts, article, clause, size, secretary, year):
    for post in full(posts, secretary, 0).keys() - {"members"}:
        facts = full(posts, secretary, size[1]) | {post: 0}
        assert wrong(body, year, facts) == [(1, 0, article, clause)]
    head = next(iter(posts))
    assert (0, 1, article, clause) in wrong(body, year, full(posts, secretary, size[1]) | {head: 2})
    found = law().assess(body, full(posts, secretary, size[1]), on=ON[year])
    amended = ("83/2025/QH15",) if year == 2026 and article in AMENDED else ()
    assert {tuple(each.instrument for each in finding.citation.amended_by) for finding in found} == {amended}
    assert {finding.status for finding in found} == {"official"}


@pytest.mark.parametrize(("body", "posts", "article", "clause", "size", "secretary", "year"), THERE)
def test_several_vice_chairs_are_two_or_more_where_the_law_says_several(body, posts, article, clause, size, secretary, year):
    should = [each.ok for each in law().assess(body, full(posts, secretary, size[1]), on=ON[year]) if each.severity == "should"]
    deputies = [post for post in posts if post in ("vice chairs", "deputy heads")]

    assert should == ([False] if deputies and article != "90" else [])
    if should:
        both = law().assess(body, full(posts, secretary, size[1]) | {deputies[0]: 2}, on=ON[year])
        assert all(each.ok for each in both)


@pytest.mark.parametrize(("body", "posts", "article", "clause", "size", "secretary", "year"), THERE)
def test_somebody_is_left_who_holds_no_post(body, posts, article, clause, size, secretary, year):
    facts = full(posts, secretary, size[0])
    post = next((each for each in posts if each in ("vice chairs", "deputy heads")), "secretary")
    held = sum(count for name, count in facts.items() if name not in ("members", post))

    assert wrong(body, year, facts | {post: size[0] - held - 1}) == []
    assert wrong(body, year, facts | {post: size[0] - held}) == [(1, 0, article, clause)]


@pytest.mark.parametrize(("body", "posts", "article", "clause", "size", "secretary", "year"), [row for row in STATES if row[4] is None])
def test_a_body_that_is_gone_has_no_answered_finding(body, posts, article, clause, size, secretary, year):
    assert all(each.outcome != "answered" for each in law().assess(body, full(posts, secretary, 11), on=ON[year]))


def test_no_body_has_findings_before_the_law():
    assert all(each.outcome != "answered" for each in law().assess("election team", full(TEAM, True, 11), on="2015-08-31"))


def test_partial_facts_leave_findings_open():
    found = law().assess("provincial election committee", {"members": 25}, on=ON[2021])

    assert [each.ok for each in found] == [True, None, None, None, None]
    assert "chair" in [each.id for each in found[1].missing]


def people(**offices):
    """Records: so many with each office."""
    held = [office.replace("_", " ") for office, count in offices.items() for _ in range(count)]
    return [{"name": f"Người thứ {place}", "office": office} for place, office in enumerate(held)]


def test_a_body_given_as_its_people():
    members = people(Chủ_tịch=1, vice_chair=2, Ủy_viên=18)

    assert wrong("provincial election committee", 2021, {"members": members}) == []
    assert wrong("provincial election committee", 2021, {"members": members[1:]}) == [(1, 0, "22", "1"), (1, 0, "22", "1")]
    assert wrong("provincial election committee", 2021, {"members": [*members, *people(chair=1)][1:], "vice chairs": 2}) == []
    assert wrong("provincial election committee", 2021, {"members": [*members, {"name": "Một người nữa", "office": "chair"}]}) == [(0, 1, "22", "1")]
    with pytest.raises(FactErrors, match="ER0621"):
        wrong("provincial election committee", 2021, {"members": members, "chair": 2})
    with pytest.raises(FactErrors, match=r"members\[21\]"):
        wrong("provincial election committee", 2021, {"members": [*members, {"name": "NGƯỜI THỨ 0"}]})


# -------------------------------------------------------- representation, meetings


def test_representation_stands_apart_from_the_body():
    known = {f"representative of {each}": True for each in ("the council's standing committee", "the people's committee", "the Front committee")}
    body = "representation on the provincial election committee"

    assert [each.ok for each in law().assess(body, known, on=ON[2021])] == [True, True, True]
    assert [each.ok for each in law().assess(body, known, on=ON[2026])] == [None, True, True, True]
    lacking = {**known, "representative of the provincial National Assembly delegation": False}
    assert [each.ok for each in law().assess(body, lacking, on=ON[2026])] == [False, True, True, True]


@pytest.mark.parametrize(
    ("body", "article", "clause"), [("meeting of the national election council", "13", None), ("meeting of a local election body", "26", "1")]
)
@pytest.mark.parametrize("year", [2021, 2026])
def test_a_meeting_needs_two_thirds_and_a_decision_more_than_half_of_all(body, article, clause, year):
    def ok(present, favour, members=21):
        found = assess(body, year, members=members, members_present=present, members_in_favour=favour)
        assert {(each.citation.article, each.citation.clause) for each in found} == {(article, clause)}
        return [each.ok for each in found]

    assert ok(14, 11) == [True, True]
    assert ok(13, 11) == [False, True]
    assert ok(14, 10) == [True, False]
    assert ok(14, 10, members=20) == [True, False]


def test_a_candidate_leaves_the_boards_and_teams_of_that_constituency():
    (found,) = law().assess("member of a board or team", {"standing in that constituency": True}, on=ON[2021])

    assert (found.ok, found.citation.article) == (False, "27")
    assert law().assess("member of a board or team", {"standing in that constituency": False}, on=ON[2026])[0].ok


@pytest.mark.parametrize("year", [2021, 2026])
@pytest.mark.parametrize(
    ("body", "fact", "article"),
    [
        ("election bodies of a National Assembly constituency", "election_boards", "24"),
        ("election bodies of a council constituency", "election_boards", "24"),
        ("election bodies of a polling area", "election_teams", "25"),
        ("by-election bodies of a council constituency", "election_boards", "90"),
        ("by-election bodies of a polling area", "election_teams", "90"),
    ],
)
def test_one_board_for_a_constituency_and_one_team_for_a_polling_area(body, fact, article, year):
    found = {count: assess(body, year, **{fact: count}) for count in (0, 1, 2)}

    assert [(each.ok, each.shortfall, each.excess) for (each,) in found.values()] == [(False, 1, 0), (True, 0, 0), (False, 0, 1)]
    assert found[1][0].citation.article == article


# ------------------------------------------------- constituencies and polling areas


@pytest.mark.parametrize("year", [2016, 2021, 2026])
@pytest.mark.parametrize(("body", "most"), [("National Assembly constituency", 3), ("council constituency", 5)])
def test_deputies_of_a_constituency(body, most, year):
    (at,) = [each for each in assess(body, year, deputies_to_be_elected=most) if each.citation.article == "10"]
    (above,) = [each for each in assess(body, year, deputies_to_be_elected=most + 1) if each.citation.article == "10"]

    assert (at.ok, above.ok, above.excess) == (True, False, 1)
    assert (above.citation.article, above.citation.clause) == ("10", "4")


NOWHERE = {"mountainous": False, "highland": False, "island": False, "scattered population": False, "separate polling area": False}


def area(year, voters, **place):
    facts = {**NOWHERE, "voters": voters} | {name.replace("_", " "): value for name, value in place.items()}
    return wrong("polling area", year, facts)


@pytest.mark.parametrize("year", [2021, 2026])
def test_a_polling_area_has_from_300_to_4000_voters(year):
    assert area(year, 299) == [(1, 0, "11", "2")]
    assert area(year, 300) == area(year, 4_000) == []
    assert area(year, 4_001) == [(0, 1, "11", "2")]


@pytest.mark.parametrize("year", [2021, 2026])
@pytest.mark.parametrize("place", ["mountainous", "island", "scattered_population", "separate_polling_area"])
def test_only_the_lower_bound_is_waived(year, place):
    assert area(year, 1, **{place: True}) == []
    assert area(year, 4_001, **{place: True}) == [(0, 1, "11", "2")]


def test_highland_alone_waives_nothing_since_2025():
    assert area(2021, 299, highland=True) == []
    assert area(2026, 299, highland=True) == [(1, 0, "11", "2")]


@pytest.mark.parametrize("year", [2021, 2026])
def test_what_decides_alone_needs_no_other_fact(year):
    assert [each.ok for each in assess("polling area", year, voters=300)] == [True, True]
    assert [each.ok for each in assess("polling area", year, voters=4_001)] == [False, True]
    open_ = assess("polling area", year, voters=299)[1]
    assert open_.outcome == "unknown"
    assert "mountainous" in [each.id for each in open_.missing]
    assert "separate polling area" not in [each.id for each in open_.missing]  # no unless it is said, which the finding says
    assert any(each.source == "Khu vực bỏ phiếu riêng" for each in open_.interpretations)


@pytest.mark.parametrize("year", [2021, 2026])
@pytest.mark.parametrize(
    ("place", "voters", "allowed"),
    [
        ("armed-forces unit", 1, True),
        ("detention camp", 1, True),
        ("cơ sở cai nghiện bắt buộc", 49, True),
        ("hospital", 50, True),
        ("hospital", 49, False),
        ("care home for the elderly", 49, False),
        ("other place", 5_000, False),
    ],
)
def test_where_an_area_of_its_own_may_be_formed(place, voters, allowed, year):
    answer = law().ask("separate polling area allowed", {"place of the separate polling area": place, "voters": voters}, on=ON[year])

    assert (answer.value, answer.citations[0].article, answer.citations[0].clause) == (allowed, "11", "3")


# --------------------------------------------------------------------- deadlines

CALENDAR = {
    "announcement of election day": ("5", None, None, -115, -115),
    "setting up of the provincial election committee": ("22", "1", None, -105, -105),
    "setting up of the district election committee": ("22", "2", None, -105, None),
    "setting up of the commune election committee": ("22", "2", None, -105, -105),
    "publication of the National Assembly constituencies": ("10", "2", None, -80, -80),
    "publication of the council constituencies": ("10", "3", None, -80, -80),
    "setting up of the National Assembly election boards": ("24", "1", None, -70, -70),
    "setting up of the council election boards": ("24", "2", None, -70, -70),
    "setting up of the election team": ("25", "1", None, -50, -43),
    "distribution of National Assembly ballots to the boards": ("23", "1", "g", -25, -17),
    "distribution of council ballots to the boards": ("23", "2", "h", -25, -17),
    "distribution of ballots to the teams": ("24", "3", "d", -15, -13),
    "regular notice of the place and hours of voting": ("25", "2", "d", -10, -10),
}


@pytest.mark.parametrize(("year", "at"), [(2016, 3), (2021, 3), (2026, 4)])
def test_deadlines_of_setting_up(year, at):
    rows = [each for each in law().calendar(ON[year]) if each.limit.event in CALENDAR]
    wanted = {event: (*row[:3], row[at]) for event, row in CALENDAR.items() if row[at] is not None}

    assert {each.limit.event: (each.citation.article, each.citation.clause, each.citation.point, each.offset) for each in rows} == wanted


def test_the_last_ten_days_are_a_window():
    (row,) = [each for each in law().calendar(ON[2021]) if each.citation.point == "d" and each.citation.article == "25"]

    assert [each.isoformat() for each in row.window] == ["2021-05-13", "2021-05-22"]


def test_election_day_is_a_sunday():
    for day, ok in (("2021-05-23", True), ("2021-05-24", False)):
        assert [each.ok for each in law().calendar(day).findings if each.citation.article == "5"] == [ok]


@pytest.mark.parametrize("year", [2021, 2026])
def test_by_election_bodies_are_set_up_20_and_15_days_before(year):
    found = {each.limit.event: each.offset for each in law().calendar(ON[year], kind="by-election") if each.citation.article == "90"}

    assert found == {
        "setting up of the National Assembly by-election board": -20,
        "setting up of the council by-election committee": -20,
        "setting up of the council by-election boards": -15,
        "setting up of the by-election teams": -15,
        "regular notice of the place and hours of voting": -10,  # clause 4: as a team does by point d clause 2 article 25
    }


def test_who_sets_up_and_with_whose_consent():
    rows = {each.limit.event: each for each in law().calendar(ON[2026])}
    board = rows["setting up of the council election boards"].limit

    assert [en for _, en in board.actors] == ["provincial people's committee", "commune people's committee"]
    assert [en for _, en in board.consent] == ["council standing committee of the same level", "Front standing board of the same level"]
    assert rows["publication of the council constituencies"].limit.proposer[1] == "people's committee of the same level"


@pytest.mark.parametrize("year", [2021, 2026])
def test_at_least_three_deputies_live_and_work_in_the_province(year):
    (at,) = assess("National Assembly deputies of a province", year, resident_members_of_the_National_Assembly=3)
    (below,) = assess("National Assembly deputies of a province", year, resident_members_of_the_National_Assembly=2)

    assert (at.ok, below.ok, below.shortfall) == (True, False, 1)
    assert (below.citation.article, below.citation.clause) == ("7", "1")

"""Documents and conferences of articles 8 to 58: what they state, who takes part, to whom they are sent; before and after 83/2025/QH15."""

from __future__ import annotations

import pytest

from shipped import law

ON = {2021: "2021-05-23", 2026: "2026-03-15"}
STATES = ["who took part", "number of those taking part", "course of the conference", "outcome of the conference"]


def asked(body: str, year: int, **facts: object) -> dict[str, str]:
    """What must be so of a body or document: the fact that settles it, and the provision."""
    named = {name.replace("_", " "): value for name, value in facts.items()}
    found = [each for each in law().assess(body, named, on=ON[year]) if each.outcome == "unknown" and each.citation.instrument == "85/2015/QH13"]
    return {each.missing[0].name("en"): ".".join(filter(None, (each.citation.article, each.citation.clause))) for each in found}


@pytest.mark.parametrize(
    ("body", "round_", "place"),
    [
        ("minutes of the central consultation", "first round", "38.3"),
        ("minutes of the central consultation", "second round", "43.3"),
        ("minutes of the central consultation", "third round", "48.3"),
        ("minutes of the provincial consultation", "first round", "39.3"),
        ("minutes of the provincial consultation", "second round", "44.3"),
        ("minutes of the provincial consultation", "third round", "49.3"),
        ("minutes of the council consultation", "first round", "50.4"),
        ("minutes of the council consultation", "second round", "53.3"),
        ("minutes of the council consultation", "third round", "56.3"),
    ],
)
@pytest.mark.parametrize("year", ON)
def test_minutes_state_four_things(body: str, round_: str, place: str, year: int) -> None:
    wanted = asked(body, year, round_of_consultation=round_)

    assert {name: at for name, at in wanted.items() if name.startswith("statement of")} == {f"statement of {each}": place for each in STATES}


def receivers(wanted: dict[str, str]) -> set[str]:
    return {name.removeprefix("sending to the ") for name in wanted if name.startswith("sending to")}


SAME_LEVEL = {"council standing committee of the level", "election committee of the level"}
ABOVE = {
    2021: {f"{each} of the level directly above" for each in ("Front", "council standing committee", "people's committee")},
    2026: {f"provincial {each}" for each in ("Front", "council standing committee", "people's committee")},
}
CENTRE = {"national election council", "Standing Committee of the National Assembly", "Government", "central Front"}


@pytest.mark.parametrize("year", ON)
@pytest.mark.parametrize("document", ["minutes of the council consultation", "list of qualified candidates of the Front"])
def test_a_council_level_sends_to_the_level_above_and_to_its_own(document: str, year: int) -> None:
    facts = {"round_of_consultation": "third round"} if document.startswith("minutes") else {}

    assert receivers(asked(document, year, council_level="at commune level", **facts)) == SAME_LEVEL | ABOVE[year]
    assert receivers(asked(document, year, council_level="at province level", **facts)) == SAME_LEVEL | CENTRE


@pytest.mark.parametrize("year", ON)
def test_lists_of_members_and_plans_are_sent(year: int) -> None:
    commune = ABOVE[2026] | {"provincial election committee"} if year == 2026 else ABOVE[2021]

    assert receivers(asked("member list of the provincial election committee", year)) == CENTRE
    assert receivers(asked("member list of the commune election committee", year)) == commune
    assert receivers(asked("plan of the National Assembly structure as a document", year)) == {
        "national election council",
        "central Front",
        "provincial election committee",
        "provincial Front",
    }
    own = {"national election council", "Front of the level", "election committee of the level"}
    assert receivers(asked("plan of the council structure as a document", year, council_level="at province level")) == own
    above = "provincial council standing committee" if year == 2026 else "council standing committee of the level directly above"
    assert receivers(asked("plan of the council structure as a document", year, council_level="at commune level")) == own | {above}


@pytest.mark.parametrize(("year", "below"), [(2021, "district"), (2026, "commune")])
@pytest.mark.parametrize(("round_", "place"), [("first round", "39.1"), ("second round", "44.1"), ("third round", "49.1")])
def test_the_front_of_the_level_below_comes_to_the_provincial_consultation(year: int, below: str, round_: str, place: str) -> None:
    wanted = asked("provincial consultation conference", year, round_of_consultation=round_)

    assert {name: at for name, at in wanted.items() if "Fronts" in name} == {f"attendance of representatives of the {below} Fronts": place}
    assert len(wanted) == 6


@pytest.mark.parametrize(
    ("body", "place"),
    [("nominating meeting of a central body", "41.2"), ("nominating meeting of a local body", "42.2"), ("nominating meeting for a council", "52.2")],
)
def test_when_the_trade_union_sits_in_the_nominating_meeting(body: str, place: str) -> None:
    union = "attendance of representatives of the trade union"

    def sits(year: int, there: bool) -> bool:
        return asked(body, year, kind_of_workplace="state body", trade_union_there=there).get(union) == place

    assert (sits(2021, True), sits(2021, False)) == (True, True)
    assert (sits(2026, True), sits(2026, False)) == (place != "41.2", False)


def test_the_official_list_states_twelve_things_in_alphabetical_order() -> None:
    wanted = asked("official candidate list as a document", 2021, stands_for="new National Assembly")

    assert len(wanted) == 13 and "alphabetical order" in wanted
    assert set(wanted.values()) == {"57.5"}
    assert set(asked("official candidate list as a document", 2021, stands_for="new council").values()) == {"58.2"}  # which cites 57.5


@pytest.mark.parametrize("year", ON)
def test_where_the_list_is_posted_and_what_a_voter_back_from_abroad_shows(year: int) -> None:
    assert asked("posting places of the voter list", year) == {"posted at the commune office": "32", "posted in public places": "32"}
    for body, fact, place in (
        ("voter back from abroad", "Vietnamese passport", "29.4"),
        ("voter who moved to temporary residence after posting", "wish to vote at the new residence", "30.3"),
    ):
        assert [(each.ok, each.citation.clause) for each in law().assess(body, {fact: False}, on=ON[year])] == [(False, place[-1])]


def test_what_83_2025_changed_cites_it() -> None:
    (found,) = [
        each
        for each in law().assess(
            "member list of the commune election committee", {"sending to the provincial election committee": False}, on=ON[2026]
        )
        if each.ok is False
    ]

    assert [each.instrument for each in found.citation.amended_by] == ["83/2025/QH15"]

"""Apportionments that were published: the law of some country once gave these seats, and this fixes them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from electrules.elections import distribute

PUBLISHED = tomllib.loads(Path(__file__).with_name("published.toml").read_text(encoding="utf-8"))["published"]

# U.S. Census Bureau, 2020 Census, Table 1: Apportionment Population and Number of Representatives by State (26 April 2021)
HOUSE_2020 = """
Alabama 5030053 7; Alaska 736081 1; Arizona 7158923 9; Arkansas 3013756 4; California 39576757 52; Colorado 5782171 8; Connecticut 3608298 5
Delaware 990837 1; Florida 21570527 28; Georgia 10725274 14; Hawaii 1460137 2; Idaho 1841377 2; Illinois 12822739 17; Indiana 6790280 9
Iowa 3192406 4; Kansas 2940865 4; Kentucky 4509342 6; Louisiana 4661468 6; Maine 1363582 2; Maryland 6185278 8; Massachusetts 7033469 9
Michigan 10084442 13; Minnesota 5709752 8; Mississippi 2963914 4; Missouri 6160281 8; Montana 1085407 2; Nebraska 1963333 3; Nevada 3108462 4
New Hampshire 1379089 2; New Jersey 9294493 12; New Mexico 2120220 3; New York 20215751 26; North Carolina 10453948 14; North Dakota 779702 1
Ohio 11808848 15; Oklahoma 3963516 5; Oregon 4241500 6; Pennsylvania 13011844 17; Rhode Island 1098163 2; South Carolina 5124712 7
South Dakota 887770 1; Tennessee 6916897 9; Texas 29183290 38; Utah 3275252 4; Vermont 643503 1; Virginia 8654542 11; Washington 7715946 10
West Virginia 1795045 2; Wisconsin 5897473 8; Wyoming 577719 1
"""

# Census of 1790, with the seats of the bill that Washington vetoed (Hamilton, 120) and of the act of 1792 (Jefferson, 105); Balinski and Young, Fair Representation
HOUSE_1792 = """
Connecticut 236841 8 7; Delaware 55540 2 1; Georgia 70835 2 2; Kentucky 68705 2 2; Maryland 278514 9 8; Massachusetts 475327 16 14
New Hampshire 141822 5 4; New Jersey 179570 6 5; New York 331589 11 10; North Carolina 353523 12 10; Pennsylvania 432879 14 13
Rhode Island 68446 2 2; South Carolina 206236 7 6; Vermont 85533 3 2; Virginia 630560 21 19
"""


def read(text: str, columns: int) -> dict[str, tuple[int, ...]]:
    rows = [row.rsplit(maxsplit=columns) for row in text.replace("\n", ";").split(";") if row.strip()]
    return {name.strip(): tuple(map(int, numbers)) for name, *numbers in rows}


STATES = read(HOUSE_2020, 2)
OLD_STATES = read(HOUSE_1792, 3)


def test_the_tables_add_up():
    assert len(STATES) == 50 and [sum(column) for column in zip(*STATES.values())] == [331_108_434, 435]
    assert len(OLD_STATES) == 15 and [sum(column) for column in zip(*OLD_STATES.values())] == [3_615_920, 120, 105]


@pytest.mark.parametrize("bound", [{}, {"floor": 1, "floor_reading": "minimum"}])
def test_house_of_representatives_2020(bound):
    made = distribute(435, {name: people for name, (people, _) in STATES.items()}, method="huntington-hill", **bound)
    assert made.seats == {name: seats for name, (_, seats) in STATES.items()} and made.tie is None


def test_new_york_lacked_89_people():
    """Minnesota had the last seat; 89 people more, and New York would have had it."""
    for more, seats in ((88, (26, 8)), (89, (27, 7))):
        people = {name: people for name, (people, _) in STATES.items()}
        people["New York"] += more
        made = distribute(435, people, method="huntington-hill")
        assert (made.seats["New York"], made.seats["Minnesota"]) == seats


@pytest.mark.parametrize(("method", "house", "column"), [("largest remainder", 120, 1), ("d'hondt", 105, 2)])
def test_the_first_apportionments(method, house, column):
    made = distribute(house, {name: row[0] for name, row in OLD_STATES.items()}, method=method)
    assert made.seats == {name: row[column] for name, row in OLD_STATES.items()}


def test_the_ratio_of_1792_was_33000():
    """The act of 1792 divided by 33,000 and dropped fractions."""
    assert {name: row[0] // 33_000 for name, row in OLD_STATES.items()} == {name: row[2] for name, row in OLD_STATES.items()}
    made = distribute(105, {name: row[0] for name, row in OLD_STATES.items()}, method="d'hondt")
    assert made.divisor == 33_000


def table_of(name):
    """The weights and the seats of a published table."""
    (table,) = [each for each in PUBLISHED if each["name"].endswith(name)]
    units = read(table["units"], 2)
    return ({name: row[column] for name, row in units.items()} for column in (0, 1))


def test_alabama_lost_a_seat_when_there_were_more():
    """The clerk of the census of 1880 found it: 8 of 299 seats, 7 of 300, for Illinois and Texas had larger fractions."""
    people, _ = table_of("1880")
    of_299, of_300 = (distribute(house, people, method="largest remainder", floor=1, floor_reading="raise").seats for house in (299, 300))
    assert {name: (of_299[name], of_300[name]) for name in people if of_299[name] != of_300[name]} == {
        "Alabama": (8, 7),
        "Illinois": (18, 19),
        "Texas": (9, 10),
    }


def test_of_325_seats_in_1880_two_methods_gave_the_same():
    people, seats = table_of("1880")
    assert distribute(325, people, method="sainte-laguë", floor=1, floor_reading="minimum").seats == seats


def test_more_seats_may_cost_one_by_largest_remainder():
    """The paradox of Alabama, in its smallest form."""
    people = {"A": 6, "B": 6, "C": 2}
    assert list(distribute(10, people, method="largest remainder").seats.values()) == [4, 4, 2]
    assert list(distribute(11, people, method="largest remainder").seats.values()) == [5, 5, 1]


@pytest.mark.parametrize("table", PUBLISHED, ids=[each["name"] for each in PUBLISHED])
def test_what_was_published(table):
    units = read(table["units"], 2)
    weights, seats = ({name: row[column] for name, row in units.items()} for column in (0, 1))
    assert table.get("total") in (None, sum(weights.values()))
    floor = {"floor": table["floor"], "floor_reading": table.get("floor_reading", "minimum")} if "floor" in table else {}
    made = distribute(sum(seats.values()), weights, method=table["method"], **floor)
    assert (made.seats, made.tie) == (seats, None)


def test_oklahoma_and_massachusetts_in_1990():
    """By Webster's method Massachusetts would have had a seat more and Oklahoma one fewer: the method decided it."""
    people, seats = table_of("1990")
    made = distribute(435, people, method="sainte-laguë", floor=1, floor_reading="minimum")
    assert {name: made.seats[name] - seats[name] for name in people if made.seats[name] != seats[name]} == {"Massachusetts": 1, "Oklahoma": -1}

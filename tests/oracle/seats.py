"""How many deputies a unit elects, written a second time from the official texts, apart from the rule files and without the engine.

It has the same authors as the rules: it catches what was mistyped or misread once, not a reading of the law that both share.

The answer is a number; "none" where there is no council; "silent" where the law gives no number; "unread" where its text was not to be had; "decided"
where an authority decides under a ceiling, given with it. All facts must be there.
"""

from __future__ import annotations

from datetime import date

Facts = dict[str, object]
Said = int | str | tuple[str, int]

BIG = ("Hà Nội", "Ho Chi Minh City")
NEW_TOWNS = ("provincial city", "municipal city")
DISTRICTS = ("rural district", "urban district", "town", *NEW_TOWNS)
URBAN_2021 = {"Hà Nội": ("ward",), "Đà Nẵng": ("ward", "urban district"), "Ho Chi Minh City": ("ward", "urban district")}


def scale(people: int, start: int, base: int, step: int, most: int) -> int:
    """A base, then one more for each whole step, up to a ceiling."""
    return min(most, base + max(0, people - start) // step)


def two(people: int, start: int, first: int, until: int, second: int) -> int:
    """The scale of communes in 2025: 15, two tiers, 30."""
    reached = 15 + max(0, min(people, until) - start) // first
    return min(30, reached + max(0, people - until) // second)


def seats(unit: Facts, on: date) -> Said:
    """The number of deputies to be elected by an election held *on* a day."""
    if on >= date(2025, 6, 16):
        return of_72_2025(unit, on)
    if on >= date(2025, 3, 1):
        return of_65_2025(unit)
    return of_77_2015(unit, amended=on >= date(2021, 5, 23))


def hills(unit: Facts, *, island: bool) -> bool:
    return bool(unit["mountainous"] or unit["highland"] or (island and unit["island"]))


def of_77_2015(unit: Facts, *, amended: bool) -> Said:
    kind, people, parts = str(unit["kind"]), int(str(unit["population"])), int(str(unit["commune-level units"]))
    if amended and kind in URBAN_2021.get(str(unit["in"]), ()) and not (unit["in"] == "Hà Nội" and unit["new"]):  # article 9.3 of 97/2019
        return "none"
    if kind in DISTRICTS and parts >= 30:
        return ("decided", 40 if amended else 45)
    of = amended  # each pair below: before and after 2021
    most = (40, 35)[of]
    match kind:
        case "province" if hills(unit, island=False):
            return scale(people, 500_000, 50, (30_000, 50_000)[of], (85, 75)[of])
        case "province":
            return scale(people, 1_000_000, 50, (50_000, 70_000)[of], (95, 85)[of])
        case "centrally run city" if unit["name"] in BIG:
            return (105, 95)[of]
        case "centrally run city":
            return scale(people, 1_000_000, 50, (50_000, 60_000)[of], (95, 85)[of])
        case "rural district" if hills(unit, island=True):
            return scale(people, 40_000, 30, (5_000, 7_000)[of], most)
        case "rural district":
            return scale(people, 80_000, 30, (10_000, 15_000)[of], most)
        case "urban district":
            return scale(people, (80_000, 100_000)[of], 30, (10_000, 15_000)[of], most)
        case "town":
            return scale(people, (70_000, 80_000)[of], 30, (10_000, 15_000)[of], most)
        case "provincial city" | "municipal city":
            return scale(people, 100_000, 30, (10_000, 15_000)[of], most)
        case "ward":
            return scale(people, (8_000, 10_000)[of], (25, 21)[of], (4_000, 5_000)[of], (35, 30)[of])
        case "commune" | "township" if hills(unit, island=True):
            return small_2021(people) if amended else small_2016(people)
        case "commune" | "township":
            return scale(people, (4_000, 5_000)[of], 25, (2_000, 2_500)[of], (35, 30)[of])
    return "silent" if amended else "unread"  # special economic units: the words of 2015 were not to be had


def small_2021(people: int) -> int:
    if people <= 2_000:
        return 15
    return 19 if people < 3_000 else scale(people, 4_000, 21, 1_000, 30)


def small_2016(people: int) -> Said:
    """At exactly 1.000 and 2.000 the sources do not agree."""
    if people in (1_000, 2_000):
        return "unread"
    if people < 1_000:
        return 15
    return 20 if people < 2_000 else scale(people, 3_000, 25, 1_000, 35)


def of_65_2025(unit: Facts) -> Said:
    """The scale of 2021, kept for three months; the capital by the law on the capital."""
    kind, where = unit["kind"], unit["in"]
    if kind == "centrally run city" and unit["name"] == "Hà Nội":
        return 125
    if kind == "special zone":
        return "silent"
    if kind in ("ward", "urban district") and where in URBAN_2021 and kind in URBAN_2021[str(where)]:
        return "none"
    return of_77_2015({**unit, "in": None}, amended=True)


def of_72_2025(unit: Facts, on: date) -> Said:
    kind, people = unit["kind"], int(str(unit["population"]))
    match kind:
        case "province":
            return scale(people, 1_000_000, 50, 70_000, 85)
        case "centrally run city":
            return 125 if unit["name"] in BIG else scale(people, 1_200_000, 50, 75_000, 85)
        case "commune" if unit["mountainous"] or unit["island"]:
            return two(people, 5_000, 1_000, 10_000, 3_000)
        case "commune":
            return two(people, 10_000, 2_000, 20_000, 6_000)
        case "ward" if unit["parent kind"] == "province":
            return two(people, 10_000, 2_000, 20_000, 6_000)
        case "ward":
            waiting = on < date(2025, 7, 1) and unit["in"] in URBAN_2021
            return "none" if waiting else two(people, 15_000, 6_000, 45_000, 7_000)
        case "special zone":
            return "none" if people < 1_000 else two(people, 5_000, 1_000, 10_000, 3_000)
    return "silent"

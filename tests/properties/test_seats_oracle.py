"""The rules and the law written a second time, apart from them, give the same number of deputies."""

from __future__ import annotations

import importlib.util
import itertools
import random
from datetime import date
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

_SPEC = importlib.util.spec_from_file_location("seats_by_hand", Path(__file__).parents[1] / "oracle" / "seats.py")
assert _SPEC is not None
assert _SPEC.loader is not None
by_hand = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(by_hand)

KINDS = (
    "province", "centrally run city", "rural district", "urban district", "town", "provincial city", "municipal city", "commune", "ward", "township", "special zone",
)  # fmt: skip
DAYS = ("2016-05-22", "2021-05-22", "2021-05-23", "2025-04-01", "2025-06-20", "2026-03-15")
PEOPLE = (0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 8_000, 10_000, 11_000, 12_000, 12_500, 13_000, 14_000, 15_000, 20_000, 21_000, 26_000, 30_000, 40_000, 45_000, 47_000,
    52_000, 70_000, 75_000, 80_000, 90_000, 95_000, 100_000, 115_000, 150_000, 175_000, 200_000, 500_000, 530_000, 550_000, 1_000_000, 1_050_000, 1_060_000, 1_070_000,
    1_200_000, 1_275_000, 1_550_000, 1_750_000, 1_904_532, 3_100_000, 3_250_000, 3_450_000, 3_825_000, 9_000_000)  # fmt: skip


def units(kind, day, rng):
    """Units of a kind: every threshold and its neighbours, other facts by chance."""
    people = {max(0, mark + step) for mark in PEOPLE for step in (-1, 0, 1)} | {rng.randrange(4_000_000) for _ in range(10)}
    for count in sorted(people):
        for hills, flags in itertools.product((False, True), (rng.choice(("mountainous", "highland", "island")),)):
            unit = {each: hills and each == flags for each in ("mountainous", "highland", "island")}
            high = day >= "2025-06-16" and kind in ("commune", "ward", "special zone")
            yield unit | {
                "kind": kind,
                "population": count,
                "name": rng.choice(("Hà Nội", "Ho Chi Minh City", "Cần Thơ", "An Giang")),
                "in": rng.choice(("Hà Nội", "Ho Chi Minh City", "Đà Nẵng", "An Giang", "An Giang", "An Giang")),
                "new": rng.choice((False, False, True)),
                "commune-level units": rng.choice((0, 12, 29, 29, 30, 31)) if kind in by_hand.DISTRICTS else 0,
                "parent kind": rng.choice(("province", "centrally run city")) if high else "province",
            }


def asked(law, unit, day):
    """What the rules say, in the words of the second reading."""
    names = {"in": "tên đơn vị cấp tỉnh", "new": "set up since 1 January 2021"}
    facts = {names.get(name, name): value for name, value in unit.items()}
    answer = law.ask("seats", facts, on=day)
    match answer.outcome:
        case "answered":
            return answer.value
        case "not_applicable":
            return "none"
        case "gap":
            return "silent"
        case "unknown" if len(answer.awaits) == 1:
            return ("decided", answer.awaits[0].most)
    return answer.outcome


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_rules_and_a_second_reading_agree(law, kind, day):
    rng = random.Random(f"{kind} {day}")
    for unit in units(kind, day, rng):
        assert (unit, asked(law, unit, day)) == (unit, by_hand.seats(unit, date.fromisoformat(day)))

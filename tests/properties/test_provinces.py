"""The names of provinces and cities, each with its days: 63 until July 2025, then 34; what no longer exists is said with its days."""

from __future__ import annotations

from datetime import date

import pytest

import electrules
from electrules.tree import OneOf


@pytest.mark.parametrize(("on", "count"), [("2016-05-22", 63), ("2024-12-31", 63), ("2025-01-01", 63), ("2025-06-30", 63), ("2025-07-01", 34)])
@pytest.mark.parametrize("term", ["name", "province name"])
def test_as_many_provinces_exist_as_did(law: electrules.Rulebook, term: str, on: str, count: int) -> None:
    names = law.terms[term].type
    assert isinstance(names, OneOf)
    day = date.fromisoformat(on)
    assert sum((each.since is None or each.since <= day) and (each.until is None or day < each.until) for each in names.members) == count


@pytest.mark.parametrize(
    ("name", "on", "said"),
    [
        ("Hà Giang", "2025-06-30", False),
        ("Hà Giang", "2025-07-01", True),
        ("Hà Giang", "2026-03-15", True),
        ("Tuyên Quang", "2026-03-15", False),
        ("Thừa Thiên Huế", "2024-12-31", False),
        ("Thừa Thiên Huế", "2025-01-01", True),
        ("Huế", "2024-12-31", True),
        ("Huế", "2025-01-01", False),
    ],
)
def test_an_answer_about_a_unit_that_does_not_exist_says_its_days(law: electrules.Rulebook, name: str, on: str, said: bool) -> None:
    facts = {"kind": "province", "name": name, "population": 900_000, "mountainous": True, "highland": False}
    lines = law.ask("seats", facts, on=on).text("vi").splitlines()
    assert any(line.startswith(f"Tên: {name} chỉ có ") for line in lines) is said

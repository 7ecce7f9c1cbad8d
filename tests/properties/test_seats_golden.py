"""Tables of answers that a lawyer can review, in tests/golden."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

TABLES = tomllib.loads((Path(__file__).parents[1] / "golden" / "vice-chairs.toml").read_text(encoding="utf-8"))
ROWS = [(term, row, merged, number) for term, rows in TABLES.items() for row, numbers in rows.items() for merged, number in enumerate(numbers, 1)]


def unit(row, merged):
    """The facts that a row of the table names."""
    name = row if "," not in row and row != "city" else "Cần Thơ"
    province = row.startswith("province")
    first = "class I" if "with a class" in row else "class II"
    facts = {"kind": "province", "class of unit": first} if province else {"kind": "centrally run city", "name": name}
    return facts | {
        "merged provincial units": merged,
        "full-time council chair": "full-time" in row,
        "formed with a class I unit": "with a class" in row,
    }


@pytest.mark.parametrize(("term", "row", "merged", "number"), ROWS)
def test_the_table_of_vice_chairs_holds(law, term, row, merged, number):
    answer = law.ask(term, unit(row, merged), on="2026-03-15")
    assert (answer.outcome, answer.value) == ("answered", number)

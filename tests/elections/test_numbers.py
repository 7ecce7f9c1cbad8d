"""Every number of the election law stands in a rule at its place, or the place says why it does not; on the day of either election.

`tests/golden/election-numbers.csv` has a row for each number of law 85/2015/QH13, with the number `before` and `after` law 83/2025/QH15
(empty: that text has none). It stands at the article, clause and point, or at another place (`at`) where the rules say it. A row
with `explained` is of a number that no rule says: those words must stand in the place's "Không mã hoá được".
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen
from written_numbers import Number, numbers

from electrules.corpus.version import Version
from electrules.syntax.written import NotCodable
from shipped import law

ELECTION_LAW = "85/2015/QH13"
DAYS = {"before": "2021-05-23", "after": "2026-03-15"}
TABLE = Path(__file__).parents[1] / "golden" / "election-numbers.csv"


@frozen
class Row:
    """A number of the law, with the place that says it or explains it."""

    place: str
    kind: str
    of: str
    before: str
    after: str
    explained: str

    def number(self, text: str) -> str:
        """The number in that text of the law; "" for none."""
        return self.before if text == "before" else self.after


@cache
def rows() -> tuple[Row, ...]:
    """The table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Row(
                each["at"] or ".".join(filter(None, (each["article"], each["clause"], each["point"]))),
                *(each[name] for name in ("kind", "of", "before", "after", "explained")),
            )
            for each in csv.DictReader(file)
        )


@cache
def versions(text: str) -> dict[str, list[Version]]:
    """What stands at each place of the election law on that election's day; sentences and paragraphs count to their clause."""
    found: dict[str, list[Version]] = {}
    for each in law().in_force(DAYS[text]).versions:
        if each.address.instrument == ELECTION_LAW:
            found.setdefault(".".join(filter(None, (each.address.article, each.address.clause, each.address.point))), []).append(each)
    return found


@cache
def said(text: str, place: str) -> frozenset[Number]:
    """The numbers that the rules say at *place*, and how many clauses it has."""
    clauses = sum(each.startswith(f"{place}.") for each in versions(text)) if "." not in place else 0
    here = {found for version in versions(text).get(place, ()) for found in numbers(version)}
    return frozenset(here | ({("clauses", "", str(clauses))} if clauses else set()))


def explanations(text: str, place: str) -> str:
    """What the place says cannot be encoded, and why."""
    notes = [each for version in versions(text).get(place, ()) for each in version.statements if isinstance(each, NotCodable)]
    return " | ".join(f"{each.what}; {each.reason}" for each in notes)


@pytest.mark.parametrize("text", DAYS)
def test_every_number_of_the_law_stands_in_a_rule(text: str) -> None:
    """No rule may be left out, moved, or say another number."""
    missing = []
    for row in rows():
        number = row.number(text)
        if number and not row.explained and (row.kind, row.of, number) not in said(text, row.place):
            others = sorted(n for kind, of, n in said(text, row.place) if (kind, of) == (row.kind, row.of))
            missing.append(f"{row.place}: {row.kind} of {row.of or 'the place'} must be {number!r}; the rules say {others or 'nothing'}")
    assert not missing, f"{len(missing)} numbers of {ELECTION_LAW} as of {DAYS[text]} stand in no rule:\n" + "\n".join(missing)


@pytest.mark.parametrize("text", DAYS)
def test_every_other_number_is_explained(text: str) -> None:
    """What no rule says, its place names, with the reason."""
    missing = [
        f"{row.place}: nothing says {row.explained!r}, but {explanations(text, row.place) or 'nothing'}"
        for row in rows()
        if row.explained and row.number(text) and row.explained not in explanations(text, row.place)
    ]
    assert not missing, f"{len(missing)} numbers of {ELECTION_LAW} as of {DAYS[text]} are not explained:\n" + "\n".join(missing)


@pytest.mark.parametrize("text", DAYS)
def test_no_number_of_the_other_text_is_left(text: str) -> None:
    """A number that law 83/2025/QH15 changed stands in one of the two texts only."""
    other = "after" if text == "before" else "before"
    same = {(row.place, row.kind, row.of, row.number(text)) for row in rows()}
    left = [
        f"{row.place}: {row.kind} of {row.of} is still {row.number(other)!r}"
        for row in rows()
        if not row.explained
        and (row.place, row.kind, row.of, row.number(other)) not in same
        and (row.kind, row.of, row.number(other)) in said(text, row.place)
    ]
    assert not left, f"{ELECTION_LAW} as of {DAYS[text]} has numbers of the other text:\n" + "\n".join(left)


def test_the_law_is_in_force_from_the_day_that_it_names() -> None:
    """Article 97 is explained by the header, so the header is held to it."""
    named = {row.number(text) for row in rows() if row.kind == "in force" for text in DAYS}
    assert named == {each.since.isoformat() for each in law().instruments if each.number == ELECTION_LAW}


def test_another_number_is_another() -> None:
    """The numbers are read from the statements: one that is not said is not found."""
    stands = ("time", "posting of the voter list", "latest 40 days before election day")
    assert stands in said("before", "32")
    assert (*stands[:2], "latest 39 days before election day") not in said("before", "32")

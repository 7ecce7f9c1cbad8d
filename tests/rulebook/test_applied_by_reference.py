"""What is said of a provision is said of it wherever it is applied by reference: exceptions, "except in the case of", blockers, preferences."""

from __future__ import annotations

import pytest

import electrules

HEAD = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Loại | kind: one of xã | commune; phường | ward.
  Dấu | mark: yes or no; says "có dấu" | "has the mark".
  Ngày bầu cử | vote: day asked.
  Niêm yết | posting: event.
  Ban | board: body.
  Tổ | team: body.
  Ủy viên | members: whole number from 0 to 99; unit ủy viên | member, members.
  Số ghế | seats: conclusion; whole number from 0 to 500; unit ghế | seat, seats; says "được bầu" | "elects".

instrument 1/2000/QH14 "Law": issued by the National Assembly on 2000-02-01; in force from 2000-03-01.

"""
COMMUNE = "article 1\n  A commune: elects 5 seats{}.\n"
WARD = "article 3\n  A ward: as provided in {}.\n"


def seats(text: str, kind: str, mark: bool) -> object:
    answer = electrules.load(text=HEAD + text, base=None, lang="en").ask("seats", {"kind": kind, "mark": mark}, on="2001-01-01")
    return answer.value if answer.outcome == "answered" else answer.outcome


@pytest.mark.parametrize(
    ("said", "unless", "with_mark"),
    [
        ("Exception to article 1: when has the mark then elects 7 seats.", "", 7),
        ("When has the mark then elects 7 seats.", ", except in the case of article 2", 7),
        ("When has the mark then elects 7 seats.\n  Apply article 2 in preference to article 1.", "", 7),
        ("Do not apply article 1 when has the mark.", "", "gap"),
    ],
)
@pytest.mark.parametrize("kind", ["commune", "ward"])
def test_each_arrow_to_a_provision_holds_where_it_is_applied(said: str, unless: str, with_mark: object, kind: str) -> None:
    text = COMMUNE.format(unless) + f"article 2\n  {said}\n" + WARD.format("article 1")
    assert (seats(text, kind, True), seats(text, kind, False)) == (with_mark, 5)


def test_an_exception_for_other_units_leaves_it() -> None:
    text = COMMUNE.format("") + "article 2\n  Exception to article 1: a commune that has the mark: elects 7 seats.\n" + WARD.format("article 1")
    assert (seats(text, "commune", True), seats(text, "ward", True)) == (7, 5)


@pytest.mark.parametrize("applied", ["article 1", "clause 1 article 1"])
def test_an_exception_beside_it_holds_whether_the_article_or_the_clause_is_applied(applied: str) -> None:
    text = (
        "article 1 clause 1\n  A commune: elects 5 seats.\n"
        "article 1 clause 2\n  Exception to clause 1: when has the mark then elects 7 seats.\n" + WARD.format(applied)
    )
    assert [seats(text, kind, mark) for kind in ("commune", "ward") for mark in (True, False)] == [7, 5, 7, 5]

"""A case whose facts cannot all be taken as stated is refused, not half read."""

from __future__ import annotations

import pytest

from electrules.diagnostics.errors import RuleErrors
from electrules.pipeline import load

LAW = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Loại | kind: one of xã | commune; phường | ward.
  Nam | men: whole number from 0 to 9; unit người | person, people.
  Nữ | women: whole number from 0 to 9; unit người | person, people.
  Số ban | boards: conclusion; whole number from 0 to 9; unit ban | board, boards; says "được lập" | "sets up".

instrument 1/2020/QH14 "Law": issued by the National Assembly on 2020-02-01; in force from 2020-03-01.

article 1
  A commune: sets up 1 board.

case "One"
  Given: {facts}; asked for boards on 2021-05-23; then 1 board.
"""


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ("kind is commune, kind is ward", "ER0607"),
        ("kind is commune, men is 1 person, men is 2 people", "ER0607"),
        ("kind is commune, with 5 people", "ER0506"),
        ("kind is commune, with 5 boards", "ER0506"),
        ("kind is commune, men is 5 boards", "ER0503"),
    ],
)
def test_a_fact_is_neither_dropped_nor_replaced_in_silence(facts: str, code: str) -> None:
    with pytest.raises(RuleErrors) as raised:
        load(text=LAW.replace("{facts}", facts), base=None)
    assert [each.code for each in raised.value.diagnostics] == [code]


def test_facts_of_one_unit_may_be_named() -> None:
    book = load(text=LAW.replace("{facts}", "kind is commune, men is 1 person, women is 2"), base=None)
    assert [each.ok for each in book.test()] == [True]

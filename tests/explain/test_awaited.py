"""A proof that waits for an authority, and a condition that is denied, in words."""

from __future__ import annotations

import electrules

LAW = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Hộ nghèo | poor household: yes or no; says "thuộc hộ nghèo" | "belongs to a poor household".
  Phí | fee: conclusion; whole number from 0 to 10; says "trả" | "pays".
  Phí được quyết định | decided fee: decision on fee.

instrument 1/2020/QH14 "Law": issued by the National Assembly on 2020-02-01; in force from 2020-03-01.

article 1
  When does not belong to a poor household then it is for the National Assembly to decide fee.
"""


def test_what_awaits_a_decision_is_not_called_answered() -> None:
    answer = electrules.load(text=LAW, base=None).ask("fee", {"poor household": False}, on="2021-05-23")
    assert answer.outcome == "unknown"
    text = answer.proof.text("en")
    assert "Fee: not known yet" in text
    assert "answered" not in text
    assert "✓ does not belong to a poor household" in text

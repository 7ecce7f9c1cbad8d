"""Only if concludes the no alone: where its condition holds nothing is said, and several add up."""

from __future__ import annotations

import pytest

import electrules

HEAD = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Dấu | mark: yes or no; says "có dấu" | "has the mark".
  Chữ ký | signature: yes or no; says "có chữ ký" | "has the signature".
  Hợp lệ | valid: conclusion; yes or no; says "là hợp lệ" | "is valid".

instrument 1/2000/QH14 "Law": issued by the National Assembly on 2000-02-01; in force from 2000-03-01.

article 1
  Is valid only if has the mark.

article 2
  Is valid only if has the signature.
"""
ENOUGH = """
article 3
  When has the mark and has the signature then is valid.
"""


@pytest.mark.parametrize(
    ("mark", "signature", "bare", "whole"),
    [
        (True, True, ("gap", None), ("answered", True)),
        (True, False, ("answered", False), ("answered", False)),
        (False, True, ("answered", False), ("answered", False)),
        (False, False, ("answered", False), ("answered", False)),
    ],
)
def test_only_if_says_no_where_its_condition_fails(mark: bool, signature: bool, bare: object, whole: object) -> None:
    for text, expected in ((HEAD, bare), (HEAD + ENOUGH, whole)):
        answer = electrules.load(text=text, base=None).ask("valid", {"mark": mark, "signature": signature}, on="2001-01-01")
        assert (answer.outcome, answer.value) == expected


def test_one_that_fails_settles_it_whatever_the_other() -> None:
    answer = electrules.load(text=HEAD + ENOUGH, base=None).ask("valid", {"mark": False}, on="2001-01-01")
    assert (answer.outcome, answer.value, answer.missing) == ("answered", False, ())

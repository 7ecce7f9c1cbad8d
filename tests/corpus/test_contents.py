"""The contents of an instrument: what its header says that it has, what cannot be, and headings that are not in it."""

from __future__ import annotations

import pytest

import electrules
from electrules.corpus.contents import Contents
from electrules.source.citation import Address

TEXT = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Số đại biểu | seats: conclusion; whole number from 0 to 500; unit đại biểu | deputy, deputies; says "được bầu" | "elects".

instrument 1/2015/QH13 "Law": issued by the National Assembly on 2015-02-01; in force from 2015-03-01; {contents}.

{heading}
  Elects 5 deputies.
"""


def codes(contents: str, heading: str = "article 1") -> list[str]:
    try:
        electrules.load(text=TEXT.format(contents=contents, heading=heading), base=None)
    except electrules.RuleErrors as errors:
        return [each.code for each in errors.diagnostics]
    return []


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("article 3", []),
        ("article 4", ["ER0540"]),
        ("article 1 clause 2", []),
        ("article 1 clause 3", ["ER0540"]),
        ("article 1 clause 1 point đ", []),
        ("article 1 clause 1 point e", ["ER0540"]),
        ("article 1 clause 1 point f", ["ER0540"]),
        ("article 1 clause 2 point a", ["ER0540"]),
        ("article 2 clause 1", ["ER0540"]),
        ("article 2 paragraph 2", []),
        ("article 3 clause 99 point z", []),  # of article 3 it is not said
    ],
)
def test_a_heading_has_to_be_in_the_contents(heading: str, found: list[str]) -> None:
    contents = "3 articles: article 1 with 2 clauses; clause 1 of article 1 with 5 points; article 2 with no clauses"
    assert codes(contents, heading) == found


@pytest.mark.parametrize(
    "contents",
    [
        "0 articles",
        "10,001 articles",
        "3 articles: article 4 with 2 clauses",
        "3 articles: article 1 with 0 clauses",
        "3 articles: article 1 with 201 clauses",
        "3 articles: clause 1 of article 2 with 24 points",
        "3 articles: articles 1 and 2 with 2 clauses; article 2 with 3 clauses",
        "3 articles: article 1 with 2 clauses; clause 3 of article 1 with 2 points",
        "3 articles: article 2 with no clauses; clause 1 of article 2 with 2 points",
        "3 articles: clause 1 of article 2 with 2 clauses",
        "3 articles: article 2 with 2 points",
        "3 articles: point a clause 1 article 2 with 2 points",
    ],
)
def test_contents_that_cannot_be_are_said(contents: str) -> None:
    assert codes(contents) == ["ER0541"]


def test_one_header_says_the_contents_for_all_files_and_two_must_agree() -> None:
    first = TEXT.format(contents="3 articles: article 1 with 2 clauses", heading="article 1 clause 1")
    header = 'instrument 1/2015/QH13 "Law": issued by the National Assembly on 2015-02-01; in force from 2015-03-01{}.\n\n{}\n  Not codable: x; reason: y.\n'
    for said, heading, found in (
        ("", "article 2", []),
        ("; 3 articles", "article 1 clause 3", ["ER0540"]),
        ("; 4 articles", "article 2", ["ER0402"]),
        ("; 3 articles: article 1 with 3 clauses", "article 2", ["ER0402"]),
    ):
        try:
            electrules.load(text=first + "\n" + header.format(said, heading), base=None)
            codes = []
        except electrules.RuleErrors as errors:
            codes = [each.code for each in errors.diagnostics]
        assert codes == found, said


def test_what_a_place_is_divided_into() -> None:
    contents = Contents(2, {"1": 1, "2": 0}, {("1", "1"): 6})
    law = Address("1/2015/QH13")
    assert [each.article for each in contents.inside(law) or ()] == ["1", "2"]
    assert contents.inside(Address(law.instrument, "1")) == (Address(law.instrument, "1", "1"),)
    assert [each.point for each in contents.inside(Address(law.instrument, "1", "1")) or ()] == ["a", "b", "c", "d", "đ", "e"]
    assert contents.inside(Address(law.instrument, "2")) == ()
    assert contents.inside(Address(law.instrument, "3")) is None

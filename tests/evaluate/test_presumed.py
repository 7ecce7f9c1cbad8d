"""A fact that is no unless it is said: the declaration says why, and every answer that could rest on it says so."""

from __future__ import annotations

import pytest

import electrules

TEXT = """language: English

vocabulary
  Hội đồng | Board: authority; rank 1.
  Bến | landing: body.
  Người lái | ferrymen: whole number from 0 to 100; unit người lái | ferryman, ferrymen.
  Bến riêng | private landing: yes or no; says "là bến riêng" | "is private"; no unless said "chỉ khi có giấy phép" | "only by licence".

instrument 1/2000/QH1 "Made up": issued by Board on 2000-01-01; in force from 2000-01-02.

article 1
  The landing: must be so: ferrymen is at least 3 ferrymen or private landing.
"""


def test_what_nobody_says_is_no_and_the_answer_says_why() -> None:
    law = electrules.load(text=TEXT, base=None, lang="en")
    (silent,) = law.assess("landing", {"ferrymen": 2}, on="2001-01-01")
    assert (silent.outcome, silent.ok, silent.shortfall) == ("answered", False, 1)
    assert [(each.statement, each.source) for each in silent.interpretations] == [("only by licence", "private landing")]
    for said, ok in ((True, True), (False, False)):
        (told,) = law.assess("landing", {"ferrymen": 2, "private landing": said}, on="2001-01-01")
        assert (told.ok, told.interpretations) == (ok, ())
    assert (
        electrules.Tree.from_dict(law.requirements("landing", on="2001-01-01").to_dict()).terms == law.requirements("landing", on="2001-01-01").terms
    )


def test_a_finding_that_cannot_hang_on_it_does_not_name_it() -> None:
    law = electrules.load(text=TEXT + "\narticle 2\n  The landing: must be so: ferrymen is at most 9 ferrymen.\n", base=None, lang="en")
    own, other = law.assess("landing", {"ferrymen": 2}, on="2001-01-01")
    assert (own.citation.article, len(own.interpretations)) == ("1", 1) and (other.citation.article, other.interpretations) == ("2", ())


@pytest.mark.parametrize(
    ("wrong", "code"),
    [('whole number from 0 to 3; no unless said "a" | "b"', "ER0208"), ('conclusion; yes or no; no unless said "a" | "b"', "ER0207")],
)
def test_only_a_yes_no_fact_can_be_presumed(wrong: str, code: str) -> None:
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(text=TEXT.replace("  Bến riêng", f"  Bến chung | common landing: {wrong}.\n  Bến riêng"), base=None)
    assert {each.code for each in raised.value.diagnostics} == {code}

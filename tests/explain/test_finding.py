"""Findings in words: whether kept, by how many missed, under which provision, what is not known."""

from __future__ import annotations

import invented
import pytest
from attrs import evolve

from electrules.evaluate import require
from electrules.tree.nodes import All, Compare, Fact, Literal, Requirement

CLAIM = Requirement("crew", "boat", All(()), Compare(">=", Fact("people"), Literal(9)), "must", invented.at(5), status="official")
TREE = evolve(invented.CONFLICT, term="boat", definitions=(), requirements=(CLAIM,))


@pytest.mark.parametrize(
    ("facts", "vi", "en"),
    [
        (
            {"people": 7},
            "KHÔNG ĐẠT: phải: số người từ 9 trở lên (thiếu 2)\n  theo Điều 5 của 1/2001/ABC",
            "NOT KEPT: must: people at least 9 (2 too few)\n  under article 5 of 1/2001/ABC",
        ),
        (
            {"people": 9},
            "ĐẠT: phải: số người từ 9 trở lên\n  theo Điều 5 của 1/2001/ABC",
            "KEPT: must: people at least 9\n  under article 5 of 1/2001/ABC",
        ),
        (
            {},
            "CHƯA BIẾT: phải: số người từ 9 trở lên\n  theo Điều 5 của 1/2001/ABC\n  Cần biết thêm:\n    - Số người là bao nhiêu?",
            "NOT KNOWN: must: people at least 9\n  under article 5 of 1/2001/ABC\n  Still to be known:\n    - What is the number: people?",
        ),
    ],
)
def test_a_finding_says_what_is_missed_and_by_how_many(facts: dict[str, object], vi: str, en: str) -> None:
    (finding,) = require(TREE, facts)
    assert finding.text("vi") == vi
    assert finding.text("en") == en


def test_the_proof_of_a_finding_speaks() -> None:
    (finding,) = require(TREE, {"people": 7})
    assert "7" in finding.proof.text("vi")
    assert "…" not in finding.proof.text("en")

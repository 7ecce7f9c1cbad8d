"""All that the law requires of bodies, lists, papers and deeds, as the machine understood it, provision by provision: for a lawyer to review beside the law."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import electrules
from electrules.explain.phrase import phrase
from electrules.explain.words import word
from electrules.rulebook.said import Said
from electrules.syntax.lexicon import Body
from electrules.tree.nodes import All, Expr, Requirement
from electrules.tree.terms import Terms, terms_of

GOLDEN = Path(__file__).parent.parent / "golden" / "requirements.md"


def condition(expr: Expr, terms: Terms) -> str:
    always = isinstance(expr, All) and not expr.parts
    return "" if always else f" khi {phrase(expr, terms, 'vi')}"


def line(each: Requirement, terms: Terms, bodies: Mapping[str, Body]) -> str:
    claim = word(f"force.{each.force}", "vi", claim=phrase(each.claim, terms, "vi"))
    blocked = "".join(f"; trừ khi {phrase(bar.condition, terms, 'vi')}" for bar in each.blockers)
    subject = bodies[each.subject].vi[0] if each.subject else "Ngày bầu cử"
    return f"- {subject}{condition(each.condition, terms)}: {claim}{blocked}"


def required(said: Said, terms: Terms, bodies: Mapping[str, Body]) -> Iterator[str]:
    if said.requirements:
        yield f"- {said.version.citation.text('vi')}"
        yield from dict.fromkeys(f"  {line(each, terms, bodies)}" for each in said.requirements)


def listed() -> str:
    law = electrules.load().laws.whole
    bodies = law.elaboration.lexicon.bodies
    terms = terms_of(tuple(law.terms.values()), tuple(law.units.values()))
    every = dict.fromkeys(each for said in law.elaboration.every() for each in ("\n".join(required(said, terms, bodies)),) if each)
    return "\n".join(["# Điều phải giữ | What must hold", "", *every, ""])


def test_the_requirements_are_those_reviewed() -> None:
    assert listed() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(listed(), encoding="utf-8")
    sys.exit()

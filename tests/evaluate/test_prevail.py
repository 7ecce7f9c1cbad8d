"""Of two requirements that cannot both hold, precedence, rank and the later of one issuer decide, as they do for values."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve

import electrules
from electrules.evaluate import Finding, require
from electrules.tree.nodes import Any, Bracket, Compare, Fact, Literal

HEAD = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Chính phủ | Government: authority; rank 2.
  Ngày bầu cử | election day: day asked.
  Số ủy viên | members: whole number from 0 to 99; unit ủy viên | member, members.
  Nữ | women: whole number from 0 to 99; unit phụ nữ | woman, women.
  Đô thị | urban: yes or no.
  Ủy ban | committee: body.
"""


def act(number: int, kind: str, issuer: str, *articles: str) -> str:
    """An instrument of the year 2020 + *number*."""
    day = f"issued by the {issuer} on {2020 + number}-02-01; in force from {2020 + number}-03-01"
    return f'\ninstrument {number}/{2020 + number}/{kind} "T": {day}.\n' + "".join(
        f"\narticle {place}\n  {each}\n" for place, each in enumerate(articles, 1)
    )


def law(number: int, *articles: str) -> str:
    return act(number, "QH14", "National Assembly", *articles)


def decree(number: int, *articles: str) -> str:
    return act(number, "NĐ-CP", "Government", *articles)


def members(number: int) -> str:
    return f"The committee has from {number} to {number} members."


def found(text: str, **facts: object) -> dict[str, Finding]:
    """The findings on a committee in 2026, by the number of the instrument that requires them."""
    rules = electrules.load(text=HEAD + text, base=None, lang="en")
    return {each.citation.instrument.partition("/")[0]: each for each in rules.assess("committee", facts, on="2026-01-01")}


def verdicts(text: str, **facts: object) -> dict[str, tuple[str, bool | None, str | None]]:
    """The outcome, whether it is kept and why it is set aside, of each."""
    return {number: (each.outcome, each.ok, each.set_aside[0] if each.set_aside else None) for number, each in found(text, **facts).items()}


KEPT, MISSED = ("answered", True, None), ("answered", False, None)


def aside(why: str) -> tuple[str, None, str]:
    return ("not_applicable", None, why)


@pytest.mark.parametrize(("count", "verdict"), [(5, MISSED), (7, KEPT)])
@pytest.mark.parametrize(
    ("text", "over", "under", "why"),
    [
        (law(1, members(5)) + law(2, members(7)), "2", "1", "later"),
        (law(1, members(7)) + decree(2, members(5)), "1", "2", "rank"),
        (law(1, members(7), "Apply article 1 in preference to article 1 of 2/2022/QH14.") + law(2, members(5)), "1", "2", "precedence"),
    ],
)
def test_the_one_set_aside_is_not_applicable_and_says_why(text: str, over: str, under: str, why: str, count: int, verdict: object) -> None:
    assert verdicts(text, members=count) == {over: verdict, under: aside(why)}
    assert found(text, members=count)[under].set_aside == (why, found(text, members=count)[over].citation)


def test_it_is_so_while_the_facts_are_open() -> None:
    text = law(1, members(5)) + law(2, members(7))
    assert verdicts(text) == {"1": aside("later"), "2": ("unknown", None, None)}


def test_requirements_that_can_both_hold_both_apply() -> None:
    text = law(1, "The committee has from 5 to 9 members.") + law(2, "The committee has from 7 to 11 members.")
    assert verdicts(text, members=6) == {"1": KEPT, "2": MISSED}


def test_an_explicit_preference_decides_also_between_those() -> None:
    text = law(1, "The committee has from 5 to 9 members.", "Apply article 1 in preference to article 1 of 2/2022/QH14.")
    assert verdicts(text + law(2, "The committee has from 7 to 11 members."), members=6) == {"1": KEPT, "2": aside("precedence")}


def test_of_two_issuers_of_one_rank_neither_prevails() -> None:
    text = HEAD.replace("rank 2", "rank 1")
    rules = electrules.load(text=text + law(1, members(5)) + decree(2, members(7)), base=None, lang="en")
    assert [each.ok for each in rules.assess("committee", {"members": 5}, on="2026-01-01")] == [True, False]


def test_what_is_barred_sets_nothing_aside() -> None:
    text = law(1, members(5)) + law(2, members(7), "Do not apply article 1 when urban.")
    assert verdicts(text, members=5, urban=True) == {"1": KEPT, "2": ("not_applicable", None, None)}
    assert verdicts(text, members=5, urban=False) == {"1": aside("later"), "2": MISSED}
    assert verdicts(text, members=5)["1"] == ("unknown", None, None)


def test_the_one_set_aside_says_so_in_words() -> None:
    finding = found(law(1, members(5)) + law(2, members(7)), members=7)["1"]
    assert "not applied: article 1 of 2/2022/QH14 is later, by the same issuer" in [line.strip() for line in finding.text().splitlines()]
    assert "không áp dụng, vì Điều 1 của 2/2022/QH14 cùng cơ quan ban hành và ban hành sau" in [
        line.strip() for line in finding.text("vi").splitlines()
    ]
    assert finding.set_aside is not None
    assert finding.to_dict()["set_aside"] == {"why": "later", "by": finding.set_aside[1].to_dict()}


def test_what_decides_between_them_leaves_no_contradiction() -> None:
    rules = electrules.load(text=HEAD + law(1, members(5)) + law(2, members(7)), base=None, lang="en")
    assert [each.verdict for each in rules.check("committee") if each.kind == "contradiction" and each.verdict == "refuted"] == []


@pytest.mark.parametrize("days", [("2025-01-01", "2026-01-01"), ("2026-01-01", "2025-01-01")])
def test_what_prevails_on_one_day_does_not_hang_on_the_day_asked_before(days: tuple[str, str]) -> None:
    text = law(1, "The committee has at least 5 members.") + law(2, "The committee has at least 0 members.")
    rules = electrules.load(text=HEAD + text, base=None, lang="en")
    tree = rules.requirements("committee", on="2026-01-01")
    earlier = Compare("<", Fact("election day"), Literal(date(2025, 6, 1)))
    few = Bracket(Fact("members"), Fraction(0), over=False, most=Fraction(3), under=False)
    older, later = tree.requirements
    changed = evolve(tree, requirements=(older, evolve(later, claim=Any((earlier, few)))))  # from June 2025 on both cannot be kept

    def verdicts_on(day: str) -> list[tuple[str, bool | None, str | None]]:
        on = date.fromisoformat(day)
        made = require(evolve(changed, on=on, law_on=on), {"members": 7}, terms=rules.vocabulary)
        return [(each.outcome, each.ok, each.set_aside[0] if each.set_aside else None) for each in made]

    both = {day: verdicts_on(day) for day in days}
    assert both == {"2025-01-01": [KEPT, KEPT], "2026-01-01": [aside("later"), MISSED]}

"""A plan in words: a table that a clerk can check, who chose what, what the law finds, what the method does not do."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from ..diagnostics.render import visible
from ..explain.comparison import cited
from ..explain.table import aligned, percent
from ..values.number import rounded, write_number
from ..values.time import write_day
from .plan_words import said, written_sizes

if TYPE_CHECKING:
    from .plan_result import Constituency, Plan

SMALLEST = 9
"""Decimals of the sum of squares."""


def plan_lines(plan: Plan, lang: str) -> Iterator[str]:
    """All that is said of a plan, line by line."""
    body, on = said(f"body.{plan.body}", lang), write_day(plan.on, lang)
    if plan.outcome != "answered":
        missing = ", ".join(each.name(lang) for each in plan.missing)
        yield said(f"none.{plan.outcome}", lang, body=body, on=on, missing=missing)
        yield from (f"  {each.text(lang)}" for each in plan.citations)
        return
    number = write_number(len(plan.constituencies), lang)
    yield said("head", lang, parts=write_number(len(plan.asked.names), lang), count=number, seats=write_number(plan.seats, lang), body=body, on=on)
    yield said("mean", lang, mean=people(plan.mean, lang), total=write_number(sum(plan.asked.people), lang), seats=write_number(plan.seats, lang))
    yield from table(plan, lang)
    yield said("rounded", lang)
    yield said("measure", lang, measure=percent(plan.measure, lang), squares=squares(plan.squares or Fraction(0), lang))
    yield said("proved.complete" if plan.method == "exact" else "proved.zero" if plan.proved else "proved.no", lang)
    yield said({True: "tie.yes", False: "tie.no", None: "tie.open"}[plan.tie], lang)
    yield said("choices", lang)
    yield from (f"  - {each}" for each in choices(plan, number, lang))
    if plan.findings:
        yield said("findings", lang)
        for text in dict.fromkeys(finding.text(lang) for finding in plan.findings):
            yield from (f"  {line}" for line in text.splitlines())
    if plan.open:
        yield said("open", lang)
        yield from (f"  - {each.text(lang)}" for each in plan.open)
    yield said("limits", lang)
    yield from (f"  - {each}" for each in limits(plan, lang))


def table(plan: Plan, lang: str) -> Iterator[str]:
    """A line for each constituency."""
    head = [said(f"column.{each}", lang) for each in ("number", "people", "seats", "per", "deviation")]
    rows = [head, *(row(each, lang) for each in plan.constituencies)]
    parts = [said("column.parts", lang), *(visible(", ".join(each.parts)) for each in plan.constituencies)]
    yield from (f"{line}  {names}" for line, names in zip(aligned(rows), parts, strict=True))


def row(each: Constituency, lang: str) -> list[str]:
    """The numbers of a constituency."""
    numbers = (each.number, each.people, each.seats)
    return [*(write_number(number, lang) for number in numbers), people(each.per_deputy, lang), percent(each.deviation, lang, sign=True)]


def choices(plan: Plan, number: str, lang: str) -> Iterator[str]:
    """What was chosen, and by whom."""
    yield said("choice.sizes", lang, sizes=written_sizes(plan.sizes), citations=cited(plan.citations, lang))
    yield said("choice.seats", lang, seats=write_number(plan.seats, lang))
    yield said("choice.whole", lang)
    if plan.asked.near is not None:
        yield said("choice.adjacent", lang, pairs=write_number(len(plan.asked.near), lang))
    yield said("choice.free" if plan.asked.constituencies is None else "choice.number", lang, number=number)
    yield said("choice.measure", lang)


def limits(plan: Plan, lang: str) -> tuple[str, ...]:
    """What the method does not do."""
    names = ["people", "whole", "adjacent" if plan.asked.near is None else "pairs", "deputies"]
    names += ["heuristic"] if plan.method == "heuristic" and not plan.proved else []
    return tuple(said(f"limit.{each}", lang) for each in (*names, "decides"))


def people(number: int | Fraction, lang: str) -> str:
    """People, rounded to one."""
    return write_number(rounded(Fraction(number), "half up", Fraction(1)), lang)


def squares(number: Fraction, lang: str) -> str:
    """A sum of squares, rounded."""
    return write_number(rounded(number, "half up", Fraction(1, 10**SMALLEST)), lang)

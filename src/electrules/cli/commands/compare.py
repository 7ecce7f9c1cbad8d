"""`electrules compare`: what an amendment changed, or what an edit of the rules changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from typing import TYPE_CHECKING

import click
from attrs import frozen

from ..command import DayType, Words, command, facts_options, option
from ..ending import OK, print_json
from ..words import language, said

if TYPE_CHECKING:
    from ...comparison import Report
    from ...rulebook import Rulebook

Days = date | tuple[date, date] | None


@frozen
class Typed:
    """What was typed of a comparison, but for the rules."""

    term: str | None
    days: tuple[date, ...]
    law_on: Days
    known: Days
    facts: str | None
    settings: tuple[str, ...]
    every: bool
    form: str


@command("compare")
@click.argument("term", required=False, type=Words())
@option("--on", "days", multiple=True, type=DayType(), metavar="DATE", help="option.on-twice")
@option("--law-on", multiple=True, type=DayType(), metavar="DATE", help="option.law-on")
@option("--known", multiple=True, type=DayType(), metavar="DATE", help="option.known")
@option("--rules", multiple=True, metavar="PATH", help="option.compared")
@facts_options
@option("--all", "every", is_flag=True, help="option.all")
@click.pass_context
def compare(
    ctx: click.Context,
    term: str | None,
    days: Sequence[date],
    law_on: Sequence[date],
    known: Sequence[date],
    rules: Sequence[str],
    facts: str | None,
    settings: Sequence[str],
    every: bool,
    form: str,
) -> int:
    """The words stand in words.toml."""
    typed = Typed(term, tuple(days), _one_or_two(ctx, law_on), _one_or_two(ctx, known), facts, tuple(settings), every, form)
    if len(days) > 2 or len(rules) > 2 or (len(days) == 2 == len(rules)):
        raise click.UsageError(said(ctx, "two-days"), ctx)
    if len(days) < 2 and not (isinstance(typed.law_on, tuple) or isinstance(typed.known, tuple)):
        return _by_rules(ctx, typed, rules)
    if term is None:
        raise click.UsageError(said(ctx, "term-needed"), ctx)
    return _by_days(ctx, typed, term, rules)


def _one_or_two(ctx: click.Context, days: Sequence[date]) -> Days:
    match days:
        case []:
            return None
        case [one]:
            return one
        case [first, second]:
            return first, second
        case _:
            raise click.UsageError(said(ctx, "two-days"), ctx)


def _by_days(ctx: click.Context, typed: Typed, term: str, rules: Sequence[str]) -> int:
    from ...comparison import compare as compare_laws
    from ..question import question

    asked = question(ctx, rules, typed.facts, typed.settings, typed.days[-1] if typed.days else None)
    on = typed.days if len(typed.days) == 2 else asked.on
    facts = _checked(asked.law, asked.facts)
    found = compare_laws(asked.law, asked.law, term, facts, on=on, law_on=typed.law_on, known=typed.known, all=typed.every)
    if typed.form == "json":
        print_json(found.to_dict())
    else:
        click.echo(found.text(language(ctx)) if found.rows else said(ctx, "no-difference"))
        if not facts and len(typed.days) == 2:
            for report in _declared(asked.law, found.term, typed.days):
                click.echo("\n" + report.text(language(ctx)))
    return OK


def _declared(law: Rulebook, term: str, days: Sequence[date]) -> list[Report]:
    """The reductions of *term* that were declared between the two days, held against what was cut."""
    from ...comparison import reductions

    before, after = ({each.citation.address for each in law.reductions(day)} for day in days)
    return [report for report in reductions(law) if report.term == term and report.citation.address in after - before]


def _by_rules(ctx: click.Context, typed: Typed, rules: Sequence[str]) -> int:
    from ...comparison import compare as compare_laws
    from ...resources import resource
    from ..committed import committed
    from ..differences import case_changes, days_of, shared_terms
    from ..progress import progress
    from ..question import question
    from ..rules import loaded

    lang = language(ctx)
    on = typed.days[0] if typed.days else None
    with ExitStack() as stack:
        latest = list(rules[-1:]) or [str(resource("rules"))]
        earlier = list(rules[:1]) if len(rules) == 2 else stack.enter_context(committed(latest, lang))
        before, asked = loaded(earlier, lang), question(ctx, latest, typed.facts, typed.settings, on)
        cases = list(case_changes(before, asked.law)) if typed.term is None else []
    after, facts = asked.law, _checked(asked.law, asked.facts)
    terms = shared_terms(before, after, [typed.term] if typed.term is not None else [])
    questions = [(term, day) for term in terms for day in ((on,) if on is not None else days_of(term, before, after))]
    asking = {"law_on": typed.law_on, "known": typed.known, "all": typed.every}
    found = [compare_laws(before, after, term, facts, on=day, **asking) for term, day in progress(questions)]  # type: ignore[arg-type]
    found = [each for each in found if each.rows]
    if typed.form == "json":
        print_json({"version": 1, "cases": [each.to_dict() for each in cases], "comparisons": [each.to_dict() for each in found]})
        return OK
    for change in cases:
        click.echo(change.text(lang) + "\n")
    for comparison in found:
        click.echo(comparison.text(lang) + "\n")
    if not cases and not found:
        click.echo(said(ctx, "no-difference"))
    return OK


def _checked(law: Rulebook, facts: Mapping[str, object]) -> Mapping[str, object]:
    """The facts typed, as values: text that a file or the command line forces becomes a number, or yes or no."""
    from ...evaluate import check_facts

    return check_facts(law.vocabulary, facts, text_numbers=True).asked

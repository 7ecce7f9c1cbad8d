"""`electrules plan SEATS FILE`: a unit divided into constituencies from the people of its parts, under the law of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from ..command import CountType, Words, command, days_options, option, rules_option
from ..ending import FAILED, OK, print_result
from ..words import language, said


@command("plan")
@click.argument("seats", type=CountType())
@click.argument("file", metavar="FILE|-")
@option("--body", type=Words(), required=True, metavar="NAME", help="option.body")
@option("--adjacent", metavar="FILE", help="option.adjacent")
@option("--constituencies", type=CountType(), metavar="K", help="option.constituencies")
@option("--chart", metavar="FILE.svg", help="option.chart")
@days_options
@rules_option
@click.pass_context
def plan(
    ctx: click.Context,
    seats: int,
    file: str,
    body: str,
    adjacent: str | None,
    constituencies: int | None,
    chart: str | None,
    on: date | None,
    law_on: date | None,
    known: date | None,
    rules: Sequence[str],
    form: str,
) -> int:
    """The words stand in words.toml."""
    from ...elections import plan as divided
    from ..facts import facts_file
    from ..rules import loaded, write
    from ..units import tell, units_file

    lang = language(ctx)
    parts = units_file(file)
    near = facts_file(adjacent) if adjacent is not None else None
    days = {"on": on or date.today(), "law_on": law_on, "known": known}
    law = loaded(rules, lang)
    made = divided(law, parts.weights, seats, body=body, adjacent=near, constituencies=constituencies, lang=lang, **days)  # type: ignore[arg-type]
    tell(ctx, parts)
    print_result(made, form, lang)
    if chart is not None:
        write(chart, made.svg(lang), lang)
        click.echo(said(ctx, "written", path=chart), err=True)
    return OK if made.outcome == "answered" and all(each.ok is not False for each in made.findings) else FAILED

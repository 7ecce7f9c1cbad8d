"""`electrules result FILE`: the counts of a constituency checked, who is elected, and what follows, under the law of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from ..command import Words, command, days_options, option, rules_option
from ..ending import FAILED, OK, print_result
from ..words import language, said


@command("result")
@click.argument("file", metavar="FILE|-")
@option("--tie", multiple=True, type=Words(), metavar="NAME", help="option.tie-decided")
@option("--annulled", is_flag=True, help="option.annulled")
@days_options
@rules_option
@click.pass_context
def result(
    ctx: click.Context,
    file: str,
    tie: Sequence[str],
    annulled: bool,
    on: date | None,
    law_on: date | None,
    known: date | None,
    rules: Sequence[str],
    form: str,
) -> int:
    """The words stand in words.toml."""
    from ...elections import result as found_by
    from ..counts import counts_file
    from ..rules import loaded

    lang = language(ctx)
    counts = counts_file(file)
    decisions = {**({"tie": tuple(tie)} if tie else {}), **({"annulled": True} if annulled else {})}
    law = loaded(rules, lang)
    made = found_by(law, counts.given, on=on or date.today(), law_on=law_on, known=known, decisions=decisions, lang=lang)
    if counts.integral[0]:
        click.echo(said(ctx, "integral", count=counts.integral[0]), err=True)
    print_result(made, form, lang)
    return OK if made.outcome == "answered" and made.tie is None else FAILED

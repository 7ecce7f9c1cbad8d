"""`electrules ask TERM`: an answer with its proof."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from ..command import Words, command, days_options, facts_options, option, rules_option
from ..ending import FAILED, OK, print_json
from ..question import question
from ..words import language, said


@command("ask")
@click.argument("term", type=Words())
@facts_options
@days_options
@option("--picture", metavar="FILE", help="option.picture")
@rules_option
@click.pass_context
def ask(
    ctx: click.Context,
    term: str,
    facts: str | None,
    settings: Sequence[str],
    on: date | None,
    law_on: date | None,
    known: date | None,
    picture: str | None,
    rules: Sequence[str],
    form: str,
) -> int:
    """The words stand in words.toml."""
    if picture is not None and not picture.lower().endswith((".svg", ".mmd")):
        raise click.UsageError(said(ctx, "picture-form"), ctx)
    from ...evaluate import ask as ask_tree

    lang = language(ctx)
    asked = question(ctx, rules, facts, settings, on)
    tree = asked.law.tree(term, on=asked.on, law_on=law_on, known=known)
    answer = ask_tree(tree, asked.facts, terms=asked.law.vocabulary, text_numbers=True)
    if form == "json":
        print_json(answer.to_dict())
    else:
        click.echo(f"{answer.text(lang)}\n\n{said(ctx, 'proof')}\n{answer.proof.text(lang)}")
    if picture is not None:
        from ...explain import mermaid, svg
        from ..rules import write

        write(picture, svg(answer, lang) if picture.lower().endswith(".svg") else mermaid(answer, lang), lang)
        click.echo(said(ctx, "written", path=picture), err=True)
    return OK if answer.outcome == "answered" else FAILED

"""`electrules assess BODY`: what holds, what fails, by how much, under which article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from ..command import Words, command, days_options, facts_options, rules_option
from ..ending import FAILED, OK, print_json
from ..question import question
from ..words import language, said


@command("assess")
@click.argument("body", type=Words())
@facts_options
@days_options
@rules_option
@click.pass_context
def assess(
    ctx: click.Context,
    body: str,
    facts: str | None,
    settings: Sequence[str],
    on: date | None,
    law_on: date | None,
    known: date | None,
    rules: Sequence[str],
    form: str,
) -> int:
    """The words stand in words.toml."""
    from ...evaluate import require
    from ...explain.finding import findings_text, nothing_text

    lang = language(ctx)
    asked = question(ctx, rules, facts, settings, on)
    tree = asked.law.requirements(body, on=asked.on, law_on=law_on, known=known)
    findings = require(tree, asked.facts, terms=asked.law.vocabulary, text_numbers=True, body=asked.law.terms[tree.term])
    if form == "json":
        print_json(
            {
                "version": 1,
                "body": tree.term,
                "on": asked.on.isoformat(),
                "unread": [each.to_dict() for each in findings.unread],
                "kept_to": findings.kept_to.isoformat() if findings.kept_to else None,
                "findings": [each.to_dict() for each in findings],
            }
        )
    elif findings:
        click.echo(findings_text(findings, lang))
    elif findings.unread:
        click.echo(nothing_text(findings, lang))
    else:
        click.echo(said(ctx, "no-findings", name=asked.law.terms[body].name(lang)))
    must = [each for each in findings if each.severity == "must" and each.outcome != "not_applicable"]
    return OK if must and all(each.ok for each in must) else FAILED

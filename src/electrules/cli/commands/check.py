"""`electrules check [PATH]…`: every static error, and the proof of no gap and no overlap."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from ...consistency.verdict import TOLD, Verdict
from ..command import Words, command, option, rules_option
from ..ending import BAD_INPUT, FAILED, OK, coloured, print_json
from ..progress import progress
from ..words import language, said

if TYPE_CHECKING:
    from ...rulebook import Rulebook


@command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@option("--term", "names", multiple=True, type=Words(), metavar="TERM", help="option.term")
@option("--write-cases", is_flag=True, help="option.write-cases")
@rules_option
@click.pass_context
def check(ctx: click.Context, paths: Sequence[str], names: Sequence[str], write_cases: bool, rules: Sequence[str], form: str) -> int:
    """The words stand in words.toml."""
    from ...consistency import check_term, gathered
    from ...diagnostics.errors import RuleErrors
    from ...diagnostics.render import render_all
    from ..rules import files_below, loaded

    lang = language(ctx)
    try:
        law = loaded(rules, lang, paths)
    except RuleErrors as errors:
        if form == "json":
            print_json({"version": 1, "diagnostics": [each.said_in(lang).to_dict() for each in errors.diagnostics], "verdicts": []})
        else:
            click.echo(render_all(errors.diagnostics, lang, coloured(sys.stdout)))
            click.echo("\n" + said(ctx, "errors-found", count=len(errors.diagnostics)))
        return BAD_INPUT
    below = files_below(law, paths)
    terms = [law.terms.asked(name, "conclusion", "body").id for name in names] or _terms_of(law, below)
    verdicts = gathered(verdict for term in progress(terms, said(ctx, "checking", terms=len(terms))) for verdict in check_term(law, term))
    warnings = [each for each in law.diagnostics if each.path is None or each.path in below]
    if form == "json":
        print_json({"version": 1, "diagnostics": [each.to_dict() for each in warnings], "verdicts": [each.to_dict() for each in verdicts]})
    else:
        _print(ctx, warnings, verdicts, len(below), len(terms))
    if write_cases:
        _write_cases(ctx, law, verdicts)
    return FAILED if warnings or any(each.verdict != "proved" and not each.reason for each in verdicts) else OK


def _terms_of(law: Rulebook, below: frozenset[str]) -> list[str]:
    """The conclusions and bodies on which the files *below* say something."""
    roles = ("conclusion", "body")
    every = [each.id for each in law.terms.values() if each.role in roles]
    if below == frozenset(law.files):
        return every
    return [each for each in every if any(version.span.path in below for version in law.concluding(each))]


def _print(ctx: click.Context, warnings: Sequence[Any], verdicts: Sequence[Any], files: int, terms: int) -> None:
    from ...diagnostics.render import render_all

    lang = language(ctx)
    if warnings:
        click.echo(render_all(warnings, lang, coloured(sys.stdout)) + "\n")
    for each in sorted((each for each in verdicts if each.verdict != "proved" or each.kind in TOLD), key=_listed):
        click.echo(each.text(lang) + "\n")
    undeclared = [each for each in verdicts if each.verdict != "refuted" or not each.reason]  # what the law itself got wrong is shown, not counted
    counts = {word: sum(1 for each in undeclared if each.verdict == word) for word in ("proved", "refuted", "not decided")}
    click.echo(said(ctx, "checked", files=files, terms=terms, proved=counts["proved"], refuted=counts["refuted"], open=counts["not decided"]))


def _listed(verdict: Verdict) -> int:
    """Where a verdict is listed: what has to be mended first, then each kind of what is told, apart."""
    return 0 if verdict.verdict != "proved" else 1 + TOLD.index(verdict.kind)


def _write_cases(ctx: click.Context, law: Rulebook, verdicts: Sequence[Any]) -> None:
    from ...cases import Case, cases_files, witness_cases
    from ..rules import write

    found: list[Case] = []
    for each in verdicts:
        if each.witness is None:
            continue
        conclusions = law.concluding(each.term)
        file = conclusions[0].span.path if conclusions else next(iter(law.files))
        found.append(
            Case(f"{each.kind}: {each.term}, {each.on.isoformat()}, {len(found) + 1}", each.term, dict(each.witness), each.on, None, file, 0)
        )
    paths = {each.path for each in found}
    cases = witness_cases(law, found, [each for each in law.cases if each.path in paths])
    for path, text in cases_files(cases, law.files).items():
        write(path, text, language(ctx))
        click.echo(said(ctx, "written", path=path), err=True)

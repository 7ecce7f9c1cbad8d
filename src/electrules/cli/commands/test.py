"""`electrules test [PATH]…`: the cases that lie with the law."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..command import command, option, rules_option
from ..ending import FAILED, OK, print_json
from ..progress import progress
from ..words import language, said

if TYPE_CHECKING:
    from ...cases import CaseResult
    from ...rulebook import Rulebook


@command("test")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@option("--accept", is_flag=True, help="option.accept")
@rules_option
@click.pass_context
def test(ctx: click.Context, paths: Sequence[str], accept: bool, rules: Sequence[str], form: str) -> int:
    """The words stand in words.toml."""
    from ...cases import run
    from ..rules import files_below, loaded

    lang = language(ctx)
    law = loaded(rules, lang, paths)
    below = files_below(law, paths)
    results = [run(law, case) for case in progress([case for case in law.cases if case.path in below])]
    failed = [each for each in results if not each.ok]
    if form == "json":
        print_json({"version": 1, "cases": [each.to_dict() for each in results]})
    else:
        for each in failed:
            click.echo(each.text(lang) + "\n")
        click.echo(said(ctx, "cases", count=len(results), failed=len(failed)) if results else said(ctx, "no-cases"))
    if accept and failed:
        return _accepted(ctx, law, results)
    return FAILED if failed or not results else OK


def _accepted(ctx: click.Context, law: Rulebook, results: Sequence[CaseResult]) -> int:
    """Record the answers that differ; what cannot be recorded still fails."""
    from ...cases import accept, cases_files
    from ..rules import write

    cases = accept(results)
    files = cases_files(cases, law.files)
    for path, text in files.items():
        write(path, text, language(ctx))
        click.echo(said(ctx, "written", path=path), err=True)
    unusable = [each for each in results if not each.ok and each.answer is None]
    if unusable:
        click.echo(said(ctx, "not-accepted", count=len(unusable)), err=True)
        return FAILED
    return OK

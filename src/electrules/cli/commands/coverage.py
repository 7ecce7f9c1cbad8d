"""`electrules coverage [INSTRUMENT]…`: article by article, what is encoded, partly, or not codable and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ..command import Words, command, option, rules_option
from ..ending import OK, print_result
from ..words import language, said


@command("coverage")
@click.argument("instruments", nargs=-1, type=Words(), metavar="[INSTRUMENT]…")
@option("-o", "output", metavar="FILE", help="option.coverage-output")
@rules_option
@click.pass_context
def coverage(ctx: click.Context, instruments: Sequence[str], output: str | None, rules: Sequence[str], form: str) -> int:
    """The words stand in words.toml."""
    from ...coverage import coverage as covered
    from ...source.text import nearest
    from ..rules import loaded, write

    lang = language(ctx)
    law = loaded(rules, lang)
    found = covered(law, instruments)
    if instruments and not found.instruments:
        numbers = [each.number for each in law.instruments]
        near = ", ".join(nearest(instruments[0], numbers) or numbers)
        raise click.UsageError(said(ctx, "no-instrument", name=", ".join(instruments), near=near), ctx)
    if output is not None:
        write(output, _document(found, Path(output).suffix, lang), lang)
        click.echo(said(ctx, "written", path=output), err=True)
    else:
        print_result(found, form, lang)
    return OK


def _document(found: object, suffix: str, lang: str) -> str:
    import json

    from ...coverage import Coverage
    from ...coverage.page import coverage_page

    assert isinstance(found, Coverage)
    if suffix == ".json":
        return json.dumps(found.to_dict(), ensure_ascii=False, indent=2) + "\n"
    return coverage_page(found, lang) if suffix in (".html", ".htm") else found.text(lang) + "\n"

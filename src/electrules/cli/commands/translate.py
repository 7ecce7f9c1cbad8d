"""`electrules translate FILE --to vi|en`: the same file in the other surface."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ...languages import LANGS
from ..command import OneOf, command, option, rules_option
from ..ending import OK, print_json
from ..words import language, said


@command("translate")
@click.argument("path", metavar="FILE")
@option("--to", "surface", type=OneOf(LANGS), required=True, metavar="vi|en", help="option.to")
@option("-o", "--output", metavar="FILE", help="option.output")
@rules_option
@click.pass_context
def translate(ctx: click.Context, path: str, surface: str, output: str | None, rules: Sequence[str], form: str) -> int:
    """The words stand in words.toml."""
    from ..documents import documents, laid_out
    from ..rules import write

    read = documents((path,), rules)
    if len(read.files) != 1:
        raise click.BadParameter(said(ctx, "one-file", count=len(read.files)), ctx, param_hint="FILE")
    text = laid_out(read, 0, surface)
    if output is not None:
        write(output, text, language(ctx))
        click.echo(said(ctx, "written", path=output), err=True)
    elif form == "json":
        print_json({"version": 1, "path": read.files[0].path, "language": surface, "text": text})
    else:
        click.echo(text, nl=False)
    return OK

"""`electrules fmt [PATH]…`: rule files in canonical layout."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ..command import command, option, rules_option
from ..ending import FAILED, OK, print_json
from ..progress import progress
from ..words import language, said


@command("fmt")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@option("--check", is_flag=True, help="option.check")
@rules_option
@click.pass_context
def fmt(ctx: click.Context, paths: Sequence[str], check: bool, rules: Sequence[str], form: str) -> int:
    """The words stand in words.toml."""
    from ..documents import documents, laid_out
    from ..rules import write

    read = documents(paths or rules or (".",), rules)
    changed = []
    for place in progress(range(len(read.files))):
        file, text = read.files[place], laid_out(read, place)
        path = file.place
        windows = file.original.count("\r\n")
        if windows * 2 > file.original.count("\n"):  # the lines end as most of them did
            text = text.replace("\n", "\r\n")
        if text != file.original and path is not None:
            changed.append(str(path))
            if not check:
                write(path, text, language(ctx))
    if form == "json":
        print_json({"version": 1, "files": [{"path": file.path} for file in read.files], "changed": changed})
    else:
        for each in changed:
            click.echo(said(ctx, "would-write" if check else "written", path=each))
        if not changed:
            click.echo(said(ctx, "fine", count=len(read.files)), err=True)
    return FAILED if check and changed else OK

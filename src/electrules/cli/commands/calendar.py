"""`electrules calendar --election-day DATE`: every deadline in order, to read or as a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shutil import get_terminal_size

import click

from ..command import DayType, Words, command, option, rules_option
from ..ending import FAILED, OK, USAGE, Ending, print_json
from ..question import pairs, question
from ..words import language, said


@command("calendar")
@option("--election-day", "election_day", type=DayType(), required=True, metavar="DATE", help="option.election-day")
@option("--kind", type=Words(), metavar="KIND", help="option.kind")
@option("--done", "done", multiple=True, type=Words(), metavar="EVENT=DATE", help="option.done")
@option("--moved", "moved", multiple=True, type=Words(), metavar="EVENT=DATE", help="option.moved")
@option("--set", "settings", multiple=True, type=Words(), metavar="NAME=VALUE", help="option.set")
@option("--law-on", type=DayType(), metavar="DATE", help="option.law-on-election")
@option("--known", type=DayType(), metavar="DATE", help="option.known")
@option("-o", "--output", metavar="FILE", help="option.calendar-output")
@rules_option
@click.pass_context
def calendar(
    ctx: click.Context,
    election_day: date,
    kind: str | None,
    done: Sequence[str],
    moved: Sequence[str],
    settings: Sequence[str],
    law_on: date | None,
    known: date | None,
    output: str | None,
    rules: Sequence[str],
    form: str,
) -> int:
    """The words stand in words.toml."""
    from ...calendar import calendar as counted
    from ...export import SUFFIXES

    suffix = Path(output).suffix.lower() if output is not None else None
    if suffix is not None and suffix not in SUFFIXES:
        raise click.UsageError(said(ctx, "calendar-form", given=output, choices=", ".join(SUFFIXES)), ctx)
    lang = language(ctx)
    happened, decided = really_done(ctx, done), really_done(ctx, moved)
    asked = question(ctx, rules, None, settings, election_day)
    found = counted(
        asked.law, election_day, kind=kind, done=happened, moved=decided, facts=asked.facts, law_on=law_on, known=known, text_numbers=True
    )
    if output is not None and suffix is not None:
        from ..rules import write

        write(output, document(ctx, found, suffix, Path(output)), lang)
        click.echo(said(ctx, "written", path=output), err=True)
        for each in found.objections(lang):
            click.echo(each, err=True)
    elif form == "json":
        print_json(found.to_dict())
    else:
        click.echo(found.text(lang, get_terminal_size().columns if sys.stdout.isatty() else None))
    return OK if found.ok else FAILED


def really_done(ctx: click.Context, done: Sequence[str]) -> dict[str, object]:
    """The days typed for events, each event once; raises `FactErrors`."""
    from ...diagnostics.diagnostic import diagnose
    from ...diagnostics.errors import FactErrors

    found: dict[str, object] = {}
    for name, day in pairs(ctx, done):
        if name in found:
            raise FactErrors([diagnose("ER0607", fact=name, name=name, other=name)])
        found[name] = day.strip()
    return found


def document(ctx: click.Context, found: object, suffix: str, path: Path) -> bytes:
    """The file, knowing what stands at *path*; an `Ending` that says what to install where a library is missing."""
    from ...calendar import Calendar
    from ...export import MissingExtra, calendar_document

    assert isinstance(found, Calendar)
    try:
        return calendar_document(found, suffix, language(ctx), path.read_bytes() if suffix == ".ics" and path.is_file() else None)
    except MissingExtra as missing:
        raise Ending(said(ctx, "no-extra", suffix=suffix, library=missing.library, extra=missing.extra), USAGE) from None

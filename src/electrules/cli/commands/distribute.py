"""`electrules distribute SEATS FILE`: seats over units by a method that is named, as a table to work out again."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ..command import CountType, OneOf, Words, command, option
from ..ending import FAILED, OK, print_result
from ..words import language, said


@command("distribute")
@click.argument("seats", type=CountType())
@click.argument("file", metavar="FILE|-")
@option("--method", type=Words(), required=True, metavar="METHOD", help="option.method")
@option("--floor", type=CountType(), metavar="N", help="option.floor")
@option("--floor-reading", type=OneOf(("minimum", "base", "raise")), metavar="minimum|base|raise", help="option.floor-reading")
@option("--cap", type=CountType(), metavar="N", help="option.cap")
@option("--tie", type=OneOf(("larger", "smaller", "order")), metavar="larger|smaller|order", help="option.tie")
@option("--drawn", multiple=True, type=Words(), metavar="NAME", help="option.drawn")
@click.pass_context
def distribute(
    ctx: click.Context,
    seats: int,
    file: str,
    method: str,
    floor: int | None,
    floor_reading: str | None,
    cap: int | None,
    tie: str | None,
    drawn: Sequence[str],
    form: str,
) -> int:
    """The words stand in words.toml."""
    from ...elections import distribute as share_out
    from ..units import tell, units_file

    if tie is not None and drawn:
        raise click.UsageError(said(ctx, "tie-or-drawn"), ctx)
    lang = language(ctx)
    units = units_file(file)
    rule = tie if tie is not None else tuple(drawn) or None
    found = share_out(seats, units.weights, method=method, floor=floor, floor_reading=floor_reading, cap=cap, tie=rule, lang=lang)
    tell(ctx, units)
    print_result(found, form, lang)
    return OK if found.tie is None else FAILED

"""`electrules explain ADDRESS`: a provision in words."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ..command import Words, command, rules_option
from ..ending import OK, print_result
from ..words import language


@command("explain")
@click.argument("address", nargs=-1, required=True, type=Words(), metavar="ADDRESS")
@rules_option
@click.pass_context
def explain(ctx: click.Context, address: Sequence[str], rules: Sequence[str], form: str) -> int:
    """The words stand in words.toml."""
    from ...explain.provision import explained
    from ..rules import loaded

    lang = language(ctx)
    found = explained(loaded(rules, lang), " ".join(address))
    print_result(found, form, lang)
    return OK

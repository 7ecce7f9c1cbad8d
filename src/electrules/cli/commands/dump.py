"""`electrules dump --after PASS`: any stage of the pipeline as readable text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date

import click
from attrs import evolve

from ...tree.tree import Tree
from ..command import DayType, OneOf, Words, command, option, rules_option
from ..ending import BAD_INPUT, OK, coloured, print_json
from ..outline import outline
from ..words import language

PASSES = ("read", "declare", "parse", "collect", "consolidate", "tree")
"""In order; what stands after one is printed even where it has errors."""


@command("dump")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@option("--after", type=OneOf(PASSES), required=True, metavar="PASS", help="option.after")
@option("--term", "names", multiple=True, type=Words(), metavar="TERM", help="option.term")
@option("--on", type=DayType(), metavar="DATE", help="option.on")
@option("--known", type=DayType(), metavar="DATE", help="option.known")
@rules_option
@click.pass_context
def dump(
    ctx: click.Context,
    paths: Sequence[str],
    after: str,
    names: Sequence[str],
    on: date | None,
    known: date | None,
    rules: Sequence[str],
    form: str,
) -> int:
    """The words stand in words.toml."""
    from ...diagnostics.render import render_all
    from ..stages import stages

    made = stages(after, paths, rules, names, on or date.today(), known, language(ctx))
    takes, parts = _apart(made.value)
    if form == "json":
        shared = {"takes": list(takes)} if takes else {}
        plain = {name: _plain(value) for name, value in parts}
        print_json({"version": 1, "after": after, **shared, "parts": plain, "diagnostics": [each.to_dict() for each in made.diagnostics]})
    else:
        for name, value in (*((("takes", "\n".join(takes)),) if takes else ()), *parts):
            click.echo(f"── {name}")
            for line in _lines(value):
                click.echo("  " + line)
        if made.diagnostics:
            click.echo(render_all(made.diagnostics, language(ctx), coloured(sys.stderr)), err=True)
    return BAD_INPUT if any(each.severity == "error" for each in made.diagnostics) else OK


def _apart(parts: Sequence[tuple[str, object]]) -> tuple[tuple[str, ...], tuple[tuple[str, object], ...]]:
    """The names of the facts that several trees all take, to be said once, and the parts without them; none where they have none in common."""
    trees = [value for _, value in parts if isinstance(value, Tree)]
    if len(trees) < 2 or any(tree.takes != trees[0].takes for tree in trees):
        return (), tuple(parts)
    return trees[0].takes, tuple((name, evolve(value, takes=()) if isinstance(value, Tree) else value) for name, value in parts)


def _lines(value: object) -> Iterable[str]:
    return value.splitlines() if isinstance(value, str) else outline(value)


def _plain(value: object) -> object:
    return value.to_dict() if hasattr(value, "to_dict") else value if isinstance(value, str) else list(outline(value))

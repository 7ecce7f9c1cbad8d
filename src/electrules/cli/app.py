"""The application: its commands, found when they are called, and how every run ends."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from .. import __version__
from ..languages import LANGS
from .command import Command, OneOf, Option, Speaking, help_option, option
from .ending import ended
from .words import language, said, say, session_of

COMMANDS = (
    *("ask", "assess", "calendar", "check", "test", "compare", "explain", "coverage", "dump", "fmt", "translate"),
    *("distribute", "plan", "result"),
)
"""Every command, in the order in which help lists them; each is the function of that name in the module `commands.NAME`."""


class App(Speaking, click.Group):
    """The group of all commands; nothing escapes from its `main` but an exit code."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        found = getattr(import_module(f".commands.{name}", __package__), name)
        assert isinstance(found, Command)
        return found

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.obj = session_of(args)
        named = args[: args.index("--")] if "--" in args else args
        if sum(each.partition("=")[0] == "--lang" for each in named) > 1:
            raise click.UsageError(said(ctx, "given-twice", name="--lang"), ctx)
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = difflib.get_close_matches(name, COMMANDS, 3, 0.4) or COMMANDS
            raise click.UsageError(said(ctx, "no-command", name=name, near=", ".join(near)), ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(said(ctx, "commands")):
            formatter.write_dl([(name, said(ctx, f"help.{name}")) for name in COMMANDS])
        formatter.write_paragraph()
        formatter.write_text(said(ctx, "example"))
        with formatter.indentation():
            population = say("option.set", language(ctx)).split('"')[1]
            formatter.write_text(f'electrules ask seats --set kind=province --set "{population}" --on 2021-05-23')

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **more: Any,
    ) -> Any:
        import sys

        typed = list(args) if args is not None else sys.argv[1:]
        code = ended(lambda: super(App, self).main(typed, prog_name, complete_var, standalone_mode=False, **more), session_of(typed).lang)
        return sys.exit(code) if standalone_mode else code


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"electrules {__version__}")
        ctx.exit()


@click.group("electrules", cls=App, help="app", add_help_option=False, subcommand_metavar="COMMAND …", options_metavar="[--lang vi|en]")
@option("--lang", type=OneOf(LANGS), metavar="vi|en", expose_value=False, help="option.lang")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="option.version", cls=Option)
@help_option()
def app() -> None:
    """The words stand in words.toml."""

"""Commands and options of click that speak the language of the run."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

import click

from ..languages import LANGS
from .ending import BAD_INPUT, diagnostics_json, print_json
from .words import language, said

Function = Callable[..., Any]
Decorator = Callable[[Any], Any]


class Option(click.Option):
    """An option whose *help* is a key of the table of words."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        shown = copy.copy(self)
        shown.help = said(ctx, self.help) if self.help else None
        return super(Option, shown).get_help_record(ctx)


class Speaking(click.Command):
    """What commands and the group of them share: usage and headings in the language of the run."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=said(ctx, "usage"))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(said(ctx, self.help or "app"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for param in self.get_params(ctx) if isinstance(param, click.Option) and (record := param.get_help_record(ctx)) is not None]
        with formatter.section(said(ctx, "options")):
            formatter.write_dl(records)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        self._refuse_repeated(ctx, args)
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise click.UsageError(said(ctx, "too-many", given=" ".join(rest)), ctx)
        return rest

    def _refuse_repeated(self, ctx: click.Context, args: list[str]) -> None:
        """Refuse an option that is given twice: which of the two is meant, nobody can know."""
        _, _, typed = self.make_parser(ctx).parse_args(args=list(args))
        for param in dict.fromkeys(typed):
            if isinstance(param, click.Option) and not param.multiple and not param.is_flag and typed.count(param) > 1:
                raise click.UsageError(said(ctx, "given-twice", name=param.opts[0]), ctx)


class Command(Speaking):
    """One command; its *help* is a key of the table of words."""


class OneOf(click.Choice):  # type: ignore[type-arg,unused-ignore]
    """One of a few words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        found = str(value).lower()
        if found not in self.choices:
            self.fail(said(ctx, "one-of", given=value, choices=", ".join(map(str, self.choices))), param, ctx)
        return found


class Words(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A name, a value, a place: never a path. Where the locale could not read UTF-8, its bytes are read again."""

    name = "text"

    def convert(self, value: Any, _param: click.Parameter | None, _ctx: click.Context | None) -> str:
        text = str(value)
        return text if text.isascii() else os.fsencode(text).decode("utf-8", "replace")


class CountType(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A whole number from 0 on, in plain digits."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        text = str(value)
        if not (text.isascii() and text.isdigit() and len(text) <= 90):
            self.fail(said(ctx, "no-count", given=text), param, ctx)
        return int(text)


class DayType(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A day, year-month-day whatever the language: no order of day and month is ever guessed."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        from ..values.time import read_day, read_iso

        text = str(value).strip()
        found = read_iso(text)
        if found is None:
            meant = read_day(text, "vi")
            if isinstance(meant, date):
                self.fail(said(ctx, "no-day-but", given=text, right=meant.isoformat()), param, ctx)
            self.fail(said(ctx, "no-day", given=text), param, ctx)
        return found


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


def help_option() -> Decorator:
    """`--help`, in the language of the run."""
    return click.option("--help", is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help="option.help", cls=Option)


def option(*names: str, **rest: Any) -> Decorator:
    """An option whose help is a key of the table of words."""
    return click.option(*names, cls=Option, **rest)


def command(name: str) -> Decorator:
    """Make a function the command *name*, with what every command takes."""

    def made(function: Function) -> Command:
        function = help_option()(_diagnosed(function))
        function = option("--format", "form", type=OneOf(("text", "json")), default="text", metavar="text|json", help="option.format")(function)
        function = option("--lang", type=OneOf(LANGS), metavar="vi|en", expose_value=False, help="option.lang")(function)
        found: Command = click.command(name, cls=Command, help=f"help.{name}", add_help_option=False)(function)
        found.params.sort(key=lambda each: each.name in ("lang", "form", "help"))  # what every command takes stands last
        return found

    return made


def _diagnosed(function: Function) -> Function:
    """*function*, whose diagnostics go where JSON is asked for."""

    @wraps(function)
    def run(*given: Any, form: str, **more: Any) -> Any:
        from ..diagnostics.errors import FactErrors, RuleErrors

        try:
            return function(*given, form=form, **more)
        except (FactErrors, RuleErrors) as error:
            if form != "json":
                raise
            print_json(diagnostics_json(error, language(click.get_current_context())))
            return BAD_INPUT

    return run


def rules_option(function: Function) -> Any:
    """`--rules`: what is loaded in place of the shipped corpus."""
    return option("--rules", multiple=True, metavar="PATH", help="option.rules")(function)


def days_options(function: Function) -> Any:
    """`--on`, `--law-on`, `--known`: the days of a question."""
    for name, words in (("--known", "option.known"), ("--law-on", "option.law-on"), ("--on", "option.on")):
        function = option(name, type=DayType(), metavar="DATE", help=words)(function)
    return function


def facts_options(function: Function) -> Any:
    """`--facts` and `--set`."""
    function = option("--set", "settings", multiple=True, type=Words(), metavar="NAME=VALUE", help="option.set")(function)
    return option("--facts", metavar="FILE|-", help="option.facts")(function)
